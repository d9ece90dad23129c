#include "ingest/fields/byline.h"

#include <algorithm>
#include <vector>

#include "ingest/fields/byline_words.h"
#include "ingest/fields/dateline.h"
#include "ingest/fields/text_date.h"
#include "lexicon/lexicon.h"
#include "text/ascii.h"
#include "text/chars.h"
#include "text/phrases.h"

namespace onrecord {
using namespace byline_words;

namespace {

const Phrases kRoleStarts{"staff writer", "staff writers", "staff reporter", "correspondent", "special to",
                          "reporter",     "senior",        "contributor",    "contributing",  "columnist",
                          "political",    "editor",        "bureau chief",   "chief",         "associated press",
                          "for the",      "ap ",           "reuters",        "afp",           "news",
                          "deputy",       "national",      "foreign",        "freelance",     "assistant",
                          "associate",    "managing",      "staff",          "guest",         "special",
                          "writer",       "journalist",    "producer",       "analyst",       "business"};

// Cuts a leading "By", "Written by", "Story by" … ; whether there was one.
bool cut_by(std::string_view& line) {
  static constexpr std::string_view kOpeners[] = {
      "written by",   "story by",   "reported by",  "report by",   "words by",   "words:",  "posted by",
      "published by", "article by", "interview by", "analysis by", "opinion by", "text by", "authored by",
      "author:",      "authors:",   "byline:",      "by:",         "by"};
  if (line.empty() || std::string_view("BbWwSsRrPpAaOoTtIi").find(line.front()) == std::string_view::npos) return false;
  const std::string head = lower_ascii(line.substr(0, 15));  // as much as needs no memory of its own
  for (const std::string_view opener : kOpeners) {
    if (head.front() != opener.front() || !head.starts_with(opener)) continue;
    const Char next = char_at(line, opener.size());
    if (opener.back() != ':' && !is_space(next.code) && next.code != U':') continue;
    line = trim(line.substr(opener.size() + (next.code == U':' ? 1 : 0)));
    return true;
  }
  return false;
}

// ANA REYES, ANGUS McCRAE
bool is_all_capitals(std::string_view text) {
  int upper = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    const bool mac = c.code == U'c' && at > 0 && text[at - 1] == 'M';
    if (is_lower(c.code) && !mac) return false;
    upper += is_upper(c.code) ? 1 : 0;
    at += c.size;
  }
  return upper > 3;
}

// ANA O'NEIL-DOE III to Ana O'Neil-Doe III. Words beyond ASCII keep their capitals after the first letter only where
// they are ASCII: names of other scripts have no case to lose.
std::string in_small_letters(std::string_view name) {
  std::string out;
  for (const std::string_view word : words_of(name)) {
    if (!out.empty()) out += ' ';
    const bool numeral = word.size() > 1 && word.find_first_not_of("IVX") == std::string_view::npos;
    const bool initials =
        word.find('.') != std::string_view::npos && word.size() <= 4 && word != "JR." && word != "SR.";
    if (numeral || initials || word.size() < 2) {
      out += word;
      continue;
    }
    bool start = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      const bool ascii_upper = c >= 'A' && c <= 'Z';
      out += ascii_upper && !start ? static_cast<char>(c | 0x20) : c;
      const bool mac = i == 1 && word.size() > 4 && word[0] == 'M' && (c == 'C' || c == 'c');
      start = c == '-' || mac || (c == '\'' && i <= 2);
    }
  }
  return out;
}

// Names of one piece between separators; empty where it is none.
std::string_view name_in(std::string_view piece) {
  piece = trim(piece);
  // "Ana Reyes in London", "Ana Reyes for the Harbour Post", "Ana Reyes (Reuters)", "Ana Reyes reports"
  for (const std::string_view stop :
       {" in ", " for ", " at ", " with ", " from ", " of ", " reports", " (", " <", " @", " via ", " on ", " to "}) {
    if (const auto at = piece.find(stop); at != std::string_view::npos) piece = trim(piece.substr(0, at));
  }
  while (!piece.empty() && (piece.back() == '.' || piece.back() == ',' || piece.back() == ':') && piece.size() > 1) {
    const auto words = words_of(piece);
    if (piece.back() == '.' && words.back().size() <= 3) break;  // Jr., an initial
    piece.remove_suffix(1);
  }
  return piece;
}

// "By Ana Reyes on Monday, November 18th, 2019 at 11:08 a.m." up to the day.
std::string_view without_date(std::string_view line) {
  const auto date = find_date(line);
  if (!date || date->span.begin == 0) return line;
  std::string_view rest = trim(line.substr(0, date->span.begin));
  for (bool cut = true; cut && !rest.empty();) {
    cut = false;
    const std::string low = lower_ascii(rest);
    for (const std::string_view tail :
         {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", " on", " published", " posted",
          " updated", ",", "|", "-", "–", "—", "•", "·", ":"}) {
      if (!low.ends_with(tail)) continue;
      rest = trim(rest.substr(0, rest.size() - tail.size()));
      cut = true;
      break;
    }
  }
  return rest.size() < 5 ? line : rest;
}

// "Port Ellery", "New Velland": an ordinary word or a place's, where a first name would stand. Near misses: "Grace Port", "Wanjiru Bay".
bool could_be_place(std::string_view name) {
  using namespace word_class;
  const auto first = look_up(first_word(name)).classes;
  if ((first & (kMaleName | kFemaleName)) != 0) return false;
  return (first & (kPlace | kCommonWord)) != 0;
}

}  // namespace

bool is_byline(std::string_view line) {
  line = trim(line);
  if (line.size() < 5 || line.size() > 200) return false;
  std::string_view rest = line;
  const bool by = cut_by(rest);
  if (by) {
    // "By Zoé Lefèvre (with AFP)"
    if (rest.ends_with(')')) rest = trim(rest.substr(0, rest.rfind('(')));
    rest = without_date(rest);
    if (rest.empty()) return false;
    // "By Ana Reyes", "By The Associated Press", "By Virgil"; "By Tuesday, the bridge was open" goes on in small letters.
    const auto words = words_of(rest);
    if (!is_upper(char_at(words.front(), 0).code) && !is_name_word(words.front())) return false;
    if (month_named(first_word(rest)) != 0) return false;
    const std::string folded = lower_ascii(words.front().substr(0, words.front().find(',')));
    for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
      if (folded == day) return false;
    }
    std::size_t small = 0;
    // What stands after the names may be a role in small letters: "By Ana Reyes, court reporter".
    const std::size_t comma = rest.find(',');
    const bool role_follows = comma != std::string_view::npos && is_person_name(rest.substr(0, comma)) &&
                              words_of(rest.substr(comma)).size() <= 8 && has_role_word(rest.substr(comma + 1));
    for (const std::string_view word : role_follows ? words_of(rest.substr(0, comma)) : words) {
      const std::string w = lower_ascii(word);
      if (is_lower(char_at(word, 0).code) && !is_particle(w) && w != "and" && w != "with" && w != "in" &&
          w != "for" && w != "of" && w != "at" && w != "the" && w != "special" && w != "to" && !is_role_word(w) &&
          word.find('@') == std::string_view::npos) {
        ++small;
      }
    }
    if (small > 0) return false;
    const bool stop = line.back() == '.' || line.back() == '!' || line.back() == '?';
    if (stop && words.back().size() > 3 && !is_person_name(rest.substr(0, rest.size() - 1))) return false;
    return words.size() <= 24 && !byline_names(line).empty();
  }
  // "Ana Reyes, Staff Writer", "Ana Reyes | Reuters", "Ana Reyes, Harbour Post", "Ana Reyes/AFP"
  if (!is_upper(char_at(line, 0).code)) return false;
  const std::string_view head = line.substr(0, 66);
  const auto mark_at = static_cast<std::size_t>(
      std::find_if(head.begin(), head.end(), [](char c) { return c == ',' || c == '|' || c == '/'; }) - head.begin());
  const std::size_t cut = mark_at == head.size() ? std::string_view::npos : mark_at;
  std::size_t dash = std::string_view::npos;
  for (std::size_t space = head.find(' '); space != std::string_view::npos && dash == std::string_view::npos;
       space = head.find(' ', space + 1)) {
    const char next = space + 1 < head.size() ? head[space + 1] : '\0';
    if (next != '-' && static_cast<unsigned char>(next) < 0x80) continue;
    for (const std::string_view mark : {" – ", " — ", " - ", " • ", " · "})
      if (head.substr(space).starts_with(mark)) dash = space;
  }
  const std::size_t at = std::min(cut, dash);
  if (at == std::string_view::npos || !is_person_name(line.substr(0, at))) return false;
  std::string_view tail = line.substr(at);
  while (!tail.empty() && !is_letter(char_at(tail, 0).code) && !is_digit(char_at(tail, 0).code))
    tail.remove_prefix(char_at(tail, 0).size);
  tail = trim(tail);
  if (tail.empty() || tail.size() > 90 || tail.back() == '.' || tail.back() == '?' ||
      tail.find('"') != std::string_view::npos)
    return false;
  if (is_agency(tail)) return true;
  if (is_date_line(tail)) return !could_be_place(line.substr(0, at));
  const std::string folded = lower_ascii(tail);
  if (kRoleStarts.begins(folded)) return words_of(tail).size() <= 8;
  return has_role_word(tail) && words_of(tail).size() <= 5 && is_upper(char_at(tail, 0).code);
}

std::string_view find_byline_house(std::string_view line) {
  line = trim(line);
  for (const std::string_view mark : {" for the ", " for The ", " for "}) {
    if (const auto at = line.find(mark); at != std::string_view::npos) {
      std::string_view house = line.substr(at + (mark == " for " ? 5 : mark.size()));
      if (mark == " for The ") house = line.substr(at + 5);
      house = trim(house.substr(0, house.find_first_of(",|;")));
      if (is_proper_name(house) && !is_agency(house)) return house;
    }
  }
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const bool bar = at < line.size() && line[at] == '|';
    if (at < line.size() && !bar && line[at] != ',' && line[at] != '/' && line[at] != ';') continue;
    const std::string_view piece = trim(line.substr(begin, at - begin));
    if (begin > 0 && is_house_name(piece) && !find_date(piece)) return piece;
    // Between bars, whatever is neither a role nor a date nor a person is the house.
    if (begin > 0 && line[begin - 1] == '|' && is_proper_name(piece) && !is_agency(piece) && !is_person_name(piece) &&
        !has_role_word(piece) && !is_date_line(piece))
      return piece;
    begin = at + 1;
  }
  return {};
}

std::string byline_names(std::string_view line) {
  line = trim(line);
  if (line.starts_with("From our ") || line.starts_with("By our ") || line.starts_with("Our ")) return {};
  cut_by(line);
  // A date in the line ends the names, or stands before them; what is left of "|" likewise.
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  const auto flush = [&](std::size_t end) {
    const std::string_view piece = trim(line.substr(begin, end - begin));
    if (!piece.empty()) pieces.push_back(piece);
  };
  for (std::size_t at = 0; at < line.size();) {
    std::size_t width = 0;
    const std::string_view rest = line.substr(at);
    for (const std::string_view mark : {" and ", " And ", " AND ", " with ", " & ", ",", ";", "|", "/", "\n", "\t",
                                        " – ", " — ", " - ", " • ", "•", " · ", "·"}) {
      if (rest.starts_with(mark)) {
        width = mark.size();
        break;
      }
    }
    if (width == 0) {
      at += char_at(line, at).size;
      continue;
    }
    flush(at);
    at += width;
    begin = at;
  }
  flush(line.size());

  std::string names;
  std::string signer;
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::string_view piece = pieces[i];
    if (i > 0) cut_by(piece);
    if (piece.starts_with("and ")) piece.remove_prefix(4);
    const std::string_view name = name_in(piece);
    if (name.empty() || find_date(name)) continue;
    const std::string folded = lower_ascii(name);
    if ((folded == "jr." || folded == "jr" || folded == "sr." || folded == "iii" || folded == "ii") && !names.empty()) {
      names.append(" ").append(name);
      continue;
    }
    const bool person = is_person_name(name);
    const bool single = !person && i == 0 && pieces.size() == 1 && words_of(name).size() == 1 && is_name_word(name) &&
                        name.size() > 2 && !is_agency(name) && !has_role_word(name);
    if (person || single) {
      std::string written = is_all_capitals(name) ? in_small_letters(name) : std::string(name);
      const std::string key = lower_ascii(written);
      if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
      seen.push_back(key);
      if (!names.empty()) names += "; ";
      names += written;
    } else if (signer.empty() && is_upper(char_at(name, 0).code) &&
               (is_agency(name) || (i == 0 && has_role_word(name))) && name.size() <= 60) {
      signer = std::string(name);
    }
  }
  return names.empty() ? signer : names;
}

}  // namespace onrecord

#include "ingest/byline.h"

#include <algorithm>
#include <vector>

#include "ingest/dateline.h"
#include "ingest/phrases.h"
#include "ingest/text_date.h"
#include "lexicon/lexicon.h"
#include "text/chars.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

const Phrases kParticles{"de",  "del", "della", "der", "den", "di",   "da",  "dos",   "das",  "do",  "du",   "van",
                         "von", "vom", "zu",    "la",  "le",  "el",   "al",  "bin",   "bint", "ibn", "ben",  "y",
                         "e",   "ter", "ten",   "af",  "av",  "dela", "san", "santa", "st.",  "abu", "binti"};

// Words that make a piece of a byline a role, a desk or a house rather than a name.
const Phrases kNotNames{
    "staff",         "writer",   "writers",    "reporter",    "reporters",   "correspondent", "correspondents",
    "editor",        "editors",  "editorial",  "columnist",   "contributor", "contributors",  "contributing",
    "bureau",        "chief",    "desk",       "newsroom",    "news",        "newspaper",     "press",
    "agency",        "agencies", "wire",       "service",     "services",    "special",       "freelance",
    "journalist",    "analyst",  "producer",   "author",      "team",        "board",         "photographer",
    "intern",        "fellow",   "senior",     "political",   "national",    "international", "foreign",
    "affairs",       "business", "sports",     "media",       "network",     "magazine",      "post",
    "times",         "herald",   "tribune",    "gazette",     "journal",     "daily",         "weekly",
    "today",         "online",   "tv",         "radio",       "university",  "institute",     "college",
    "photo",         "photos",   "video",      "report",      "reports",     "reporting",     "exclusive",
    "opinion",       "analysis", "updated",    "published",   "the",         "guest",         "associate",
    "assistant",     "managing", "deputy",     "director",    "blogger",     "expert",        "admin",
    "administrator", "twitter",  "facebook",   "follow",      "email",       "contact",       "share",
    "comments",      "read",     "more",       "about",       "minutes",     "council",       "and",
    "department",    "group",    "company",    "inc",         "inc.",        "ltd",           "llc",
    "corp",          "corp.",    "foundation", "association", "office",      "committee"};

// Words that cannot stand in a person's name; a heading of capitals often has one.
const Phrases kTitleWords{"a",
                          "an",
                          "the",
                          "of",
                          "in",
                          "on",
                          "at",
                          "to",
                          "for",
                          "with",
                          "from",
                          "by",
                          "is",
                          "are",
                          "was",
                          "were",
                          "and",
                          "or",
                          "but",
                          "not",
                          "no",
                          "who",
                          "what",
                          "why",
                          "how",
                          "when",
                          "where",
                          "this",
                          "that",
                          "his",
                          "her",
                          "its",
                          "my",
                          "your",
                          "our",
                          "their",
                          "new",
                          "world",
                          "news",
                          "says",
                          "say",
                          "said",
                          "can",
                          "has",
                          "have",
                          "after",
                          "before",
                          "over",
                          "under",
                          "against",
                          "into",
                          "as",
                          "be",
                          "all",
                          "politics",
                          "economy",
                          "business",
                          "sports",
                          "opinion",
                          "letters",
                          "comment",
                          "analysis",
                          "background",
                          "conclusion",
                          "introduction",
                          "timeline",
                          "transcript",
                          "summary",
                          "abstract",
                          "related",
                          "advertisement",
                          "next",
                          "previous",
                          "home",
                          "page",
                          "full",
                          "text",
                          "key",
                          "points",
                          "breaking",
                          "live",
                          "updates",
                          "update",
                          "latest",
                          "top",
                          "stories",
                          "story",
                          "series",
                          "part",
                          "chapter",
                          "photo",
                          "photos",
                          "video",
                          "scene",
                          "north",
                          "south",
                          "east",
                          "west",
                          "united",
                          "states",
                          "kingdom",
                          "nations",
                          "city",
                          "county",
                          "street",
                          "january",
                          "february",
                          "april",
                          "june",
                          "july",
                          "august",
                          "september",
                          "october",
                          "november",
                          "december",
                          "monday",
                          "tuesday",
                          "wednesday",
                          "thursday",
                          "friday",
                          "saturday",
                          "sunday",
                          "watch",
                          "look",
                          "read",
                          "more",
                          "share",
                          "follow",
                          "subscribe",
                          "print",
                          "email",
                          "exclusive",
                          "special",
                          "report"};

const Phrases kRoleStarts{"staff writer", "staff writers", "staff reporter", "correspondent", "special to",
                          "reporter",     "senior",        "contributor",    "contributing",  "columnist",
                          "political",    "editor",        "bureau chief",   "chief",         "associated press",
                          "for the",      "ap ",           "reuters",        "afp",           "news",
                          "deputy",       "national",      "foreign",        "freelance",     "assistant",
                          "associate",    "managing",      "staff",          "guest",         "special",
                          "writer",       "journalist",    "producer",       "analyst",       "business"};

// Words that end, or begin, the names of newspapers and news sites.
const Phrases kHouseWords{
    "times",     "post",        "courier",  "herald",       "gazette",  "tribune",    "journal",       "news",
    "dispatch",  "sentinel",    "bulletin", "echo",         "echoes",   "chronicle",  "observer",      "guardian",
    "mail",      "star",        "sun",      "globe",        "press",    "register",   "review",        "reporter",
    "telegraph", "independent", "standard", "record",       "examiner", "inquirer",   "daily",         "weekly",
    "wire",      "today",       "magazine", "ledger",       "argus",    "mercury",    "advertiser",    "monitor",
    "express",   "clarion",     "republic", "citizen",      "democrat", "enterprise", "leader",        "messenger",
    "nation",    "patch",       "pioneer",  "broadcasting", "radio",    "tv",         "digest",        "online",
    "mirror",    "union",       "evening",  "sunday",       "newsroom", "media",      "network",       "statesman",
    "spectator", "bee",         "banner",   "beacon",       "eagle",    "gleaner",    "intelligencer", "recorder",
    "progress",  "argonaut",    "plain",    "picayune",     "voice",    "world"};

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t,")); }

// Cuts a leading "By", "Written by", "Story by" … ; whether there was one.
bool cut_by(std::string_view& line) {
  static constexpr std::string_view kOpeners[] = {
      "written by",   "story by",   "reported by",  "report by",   "words by",   "words:",  "posted by",
      "published by", "article by", "interview by", "analysis by", "opinion by", "text by", "authored by",
      "author:",      "authors:",   "byline:",      "by:",         "by"};
  if (line.empty() || std::string_view("BbWwSsRrPpAaOoTtIi").find(line.front()) == std::string_view::npos) return false;
  const std::string head = lowered(line.substr(0, 15));  // as much as needs no memory of its own
  for (const std::string_view opener : kOpeners) {
    if (!head.starts_with(opener)) continue;
    const Char next = char_at(line, opener.size());
    if (opener.back() != ':' && !is_space(next.code) && next.code != U':') continue;
    line = trim(line.substr(opener.size() + (next.code == U':' ? 1 : 0)));
    return true;
  }
  return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const Char c = char_at(text, at);
    if (at == text.size() || is_space(c.code)) {
      if (at > begin) words.push_back(text.substr(begin, at - begin));
      if (at == text.size()) break;
      begin = at + c.size;
    }
    at += c.size;
  }
  return words;
}

// A name word: a capital, then letters with . ' ’ - inside. "O’Neil", "J.", "Al-Sayed", "McKay", "REYES", "Jr."
bool is_name_word(std::string_view word) {
  Char first = char_at(word, 0);
  if (!is_upper(first.code)) {
    // al-Sayed, d'Arcy
    const std::size_t inner = word.find_first_of("-'");
    if (inner == std::string_view::npos || inner > 3 || !is_upper(char_at(word, inner + 1).code)) return false;
  }
  for (std::size_t at = 0; at < word.size();) {
    const Char c = char_at(word, at);
    if (!is_letter(c.code) && c.code != U'.' && c.code != U'\'' && c.code != 0x2019 && c.code != U'-' &&
        c.code != 0x2010 && !(c.code >= 0x300 && c.code < 0x370))
      return false;
    at += c.size;
  }
  // A stop ends an initial or Jr.; inside it stands between initials.
  for (std::size_t at = word.find('.'); at != std::string_view::npos && at + 1 < word.size();
       at = word.find('.', at + 1)) {
    const Char next = char_at(word, at + 1);
    if (!is_upper(next.code) && next.code != U'-') return false;
  }
  return word.back() != '.' || word.size() <= 4 || word.find('.') + 1 < word.size();
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

bool has_role_word(std::string_view piece) {
  const auto words = words_of(piece);
  return std::any_of(words.begin(), words.end(), [](std::string_view w) {
    const std::string folded = lowered(w);
    return kNotNames.holds(folded);
  });
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

}  // namespace

namespace {

// "By Ana Reyes on Monday, November 18th, 2019 at 11:08 a.m." up to the day.
std::string_view without_date(std::string_view line) {
  const auto date = find_date(line);
  if (!date || date->span.begin == 0) return line;
  std::string_view rest = trim(line.substr(0, date->span.begin));
  for (bool cut = true; cut && !rest.empty();) {
    cut = false;
    const std::string low = lowered(rest);
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

}  // namespace

bool is_person_name(std::string_view text) {
  text = trim(text);
  if (text.size() < 5 || text.size() > 60) return false;
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 5) return false;
  int capitals = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string folded = lowered(words[i]);
    if (kParticles.holds(folded) && i + 1 < words.size()) continue;
    if (kTitleWords.holds(folded) || kNotNames.holds(folded)) return false;
    if (!is_name_word(words[i])) return false;
    ++capitals;
  }
  const std::string_view last = words.back();
  return capitals >= 2 && (last.size() > 1);
}

namespace {

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
    rest = without_date(rest);
    if (rest.empty()) return false;
    // "By Ana Reyes", "By The Associated Press", "By Virgil"; "By Tuesday, the bridge was open" goes on in small letters.
    const auto words = words_of(rest);
    if (!is_upper(char_at(words.front(), 0).code) && !is_name_word(words.front())) return false;
    if (month_named(first_word(rest)) != 0) return false;
    const std::string folded = lowered(words.front().substr(0, words.front().find(',')));
    for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
      if (folded == day) return false;
    }
    std::size_t small = 0;
    // What stands after the names may be a role in small letters: "By Ana Reyes, court reporter".
    const std::size_t comma = rest.find(',');
    const bool role_follows = comma != std::string_view::npos && is_person_name(rest.substr(0, comma)) &&
                              words_of(rest.substr(comma)).size() <= 8 && has_role_word(rest.substr(comma + 1));
    for (const std::string_view word : role_follows ? words_of(rest.substr(0, comma)) : words) {
      const std::string w = lowered(word);
      if (is_lower(char_at(word, 0).code) && !kParticles.holds(w) && w != "and" && w != "with" && w != "in" &&
          w != "for" && w != "of" && w != "at" && w != "the" && w != "special" && w != "to" && !kNotNames.holds(w) &&
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
  for (std::size_t space = head.find(' '); space != std::string_view::npos && dash == std::string_view::npos; space = head.find(' ', space + 1)) {
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
  const std::string folded = lowered(tail);
  if (kRoleStarts.begins(folded)) return words_of(tail).size() <= 8;
  return has_role_word(tail) && words_of(tail).size() <= 5 && is_upper(char_at(tail, 0).code);
}

bool is_proper_name(std::string_view text) {
  text = trim(text);
  if (text.size() < 3 || text.size() > 50) return false;
  const auto words = words_of(text);
  if (words.size() > 5) return false;
  for (const std::string_view word : words) {
    const Char first = char_at(word, 0);
    const std::string folded = lowered(word);
    const bool small =
        folded == "of" || folded == "the" || folded == "and" || folded == "&" || folded == "for" || folded == "de";
    if (!small && !is_upper(first.code) && !is_digit(first.code)) return false;
    if (word.back() == ',' || word.back() == ':' || word.back() == ';' || word.back() == '?' || word.back() == '"')
      return false;
  }
  return is_upper(char_at(words.front(), 0).code) && text.back() != '.' && text.back() != '!';
}

bool is_house_name(std::string_view text) {
  if (!is_proper_name(text) || is_agency(text)) return false;
  const auto words = words_of(trim(text));
  if (words.size() < 2) return false;
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return kHouseWords.holds(lowered(word)); });
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
    const std::string folded = lowered(name);
    if ((folded == "jr." || folded == "jr" || folded == "sr." || folded == "iii" || folded == "ii") && !names.empty()) {
      names.append(" ").append(name);
      continue;
    }
    const bool person = is_person_name(name);
    const bool single = !person && i == 0 && pieces.size() == 1 && words_of(name).size() == 1 && is_name_word(name) &&
                        name.size() > 2 && !is_agency(name) && !has_role_word(name);
    if (person || single) {
      std::string written = is_all_capitals(name) ? in_small_letters(name) : std::string(name);
      const std::string key = lowered(written);
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

#include "ingest/fields/byline.h"

#include <algorithm>

#include "ingest/fields/byline_words.h"
#include "ingest/fields/dateline.h"
#include "lexicon/lexicon.h"
#include "lexicon/tags.h"
#include "text/ascii.h"
#include "text/chars.h"
#include "text/encoding.h"
#include "text/phrases.h"

namespace onrecord {
namespace {

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

// "MARSH SAID" in a text that is all in capitals.
bool is_verb_form(std::string_view word) {
  const Word& known = look_up(word);
  return (known.tag == tag::kPast || known.tag == tag::kThirdPerson || known.tag == tag::kParticiple) &&
         (known.classes & word_class::kSurname) == 0;
}

}  // namespace

namespace byline_words {

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

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t,")); }

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

bool is_particle(std::string_view word) { return kParticles.holds(word); }

bool is_role_word(std::string_view word) { return kNotNames.holds(word); }

bool has_role_word(std::string_view piece) {
  const auto words = words_of(piece);
  return std::any_of(words.begin(), words.end(), [](std::string_view w) {
    const std::string folded = lower_ascii(w);
    return kNotNames.holds(folded);
  });
}

}  // namespace byline_words

using namespace byline_words;

bool is_person_name(std::string_view text) {
  text = trim(text);
  if (text.size() < 5 || text.size() > 60) return false;
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 5) return false;
  const bool shouted = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  int capitals = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string folded = lower_ascii(words[i]);
    if (is_particle(folded) && i + 1 < words.size()) continue;
    if (kTitleWords.holds(folded) || is_role_word(folded)) return false;
    if (!is_name_word(words[i]) || (shouted && is_verb_form(words[i]))) return false;
    ++capitals;
  }
  const std::string_view last = words.back();
  return capitals >= 2 && (last.size() > 1);
}

bool is_proper_name(std::string_view text) {
  text = trim(text);
  if (text.size() < 3 || text.size() > 50) return false;
  const auto words = words_of(text);
  if (words.size() > 5) return false;
  for (const std::string_view word : words) {
    const Char first = char_at(word, 0);
    const std::string folded = lower_ascii(word);
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
                     [](std::string_view word) { return kHouseWords.holds(lower_ascii(word)); });
}

}  // namespace onrecord

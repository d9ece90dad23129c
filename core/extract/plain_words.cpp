#include "extract/plain_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace onrecord {
namespace {

struct Meaning {
  std::string_view name, words;
};

std::string_view find(std::string_view name, const Meaning* begin, const Meaning* end) {
  const Meaning* found = std::find_if(begin, end, [&](const Meaning& m) { return m.name == name; });
  return found == end ? std::string_view() : found->words;
}

// The parts that a kind of evidence is named after: {} stands for the value. "c.l" is the construct and the cue's word together.
constexpr Meaning kParts[] = {
    {"c", "{}"},
    {"l", "the cue “{}”"},
    {"n", "followed by {}"},
    {"o", "the content opened by {}"},
    {"g", "the cue's word lists ({})"},
    {"k", "the cue is used like {}"},
    {"s", "the source is {}"},
    {"s.h", "the source's word “{}”"},
    {"f", "the subject {}"},
    {"v", "the verb is {}"},
    {"b", "{} before it"},
    {"e", "{} behind the content"},
    {"h", "the content's main word “{}”"},
    {"hk", "the content's main word is {}"},
    {"hl", "the content's main word is used like {}"},
    {"len", "a content of {}"},
    {"shape", "the quotation is {}"},
    {"m", "{}"},
    {"gap", "{}"},
    {"p", "{} before the cue"},
    {"nn", "then {}"},
    {"q", "{} the cue"},
    {"size", "a source of {}"},
    {"far", "{} between cue and content"},
    {"at", "the cue is group {} of its sentence"},
    {"with", "with the word “{}”"},
    {"inner", "{} inside a quotation"},
    {"title", "in a title, the content opened by {}"},
    {"label", "a label: {}"},
    {"end", "the chance that its words end there: {}"},
};

// Values that are no words of the text.
constexpr Meaning kValues[] = {
    {"nobody", "nobody"},
    {"NAME", "a name"},
    {"UNKNOWN", "a word that no list knows"},
    {"MARK", "a mark"},
    {"capitals", "in capitals"},
    {"word", "one word"},
    {"words", "some words"},
    {"full-name", "a full name"},
    {"name", "a name"},
    {"names", "names"},
    {"organization", "an organisation"},
    {"place", "a place"},
    {"document", "a document"},
    {"person", "a noun for a person"},
    {"people", "a noun for people"},
    {"group", "a noun for an organisation"},
    {"number", "a number"},
    {"determiner", "a determiner"},
    {"noun", "some noun"},
    {"nouns", "some noun in the plural"},
    {"pronoun", "a pronoun"},
    {"speech-noun", "a noun of speech"},
    {"other", "some other word"},
    {"capital-stop", "a sentence with its stop"},
    {"capital", "a sentence without its stop"},
    {"small-stop", "a part of a sentence with a stop"},
    {"small", "a part of a sentence"},
    {"short-capital-stop", "a few words with capital and stop"},
    {"short-capital", "a few words with a capital"},
    {"short-small-stop", "a few words with a stop"},
    {"short-small", "a few words"},
    {"title", "like the title of a work"},
    {"V-past", "in the past"},
    {"V-s", "in the present"},
    {"V-present", "in the present"},
    {"V-perfect", "in the perfect"},
    {"V-modal", "with a modal"},
    {"V-not", "negated"},
    {"V-progressive", "progressive"},
    {"U", "passive"},
    {"U-modal", "passive with a modal"},
    {"G", "a participle in -ing"},
    {"E", "a past participle"},
    {"I", "an infinitive"},
    {"I-verb", "an infinitive after a verb"},
    {"N", "a noun"},
    {"J", "an adjective"},
};

// Classes of cue words, by the letters parts.cpp gives them.
constexpr Meaning kGroups[] = {
    {"Q", "speech"},           {"T", "that-clause"}, {"C", "communication"}, {"K", "thinking"},       {"A", "attitude"},
    {"D", "telling somebody"}, {"S", "speech noun"}, {"N", "attitude noun"}, {"W", "everyday word"},
};

// The most frequent words of a cluster: v07.
std::string words_of_cluster(std::string_view cluster) {
  const int number = 10 * (cluster[1] - '0') + cluster[2] - '0';
  if (number == 0) return "no word of the lists";
  std::string out;
  for (std::uint32_t id = 1, found = 0; id < word_count() && found < 3; ++id) {
    const Word& word = word_by_id(id);
    if (word.lemma != id || (cluster[0] == 'v' ? word.clusters.verb : word.clusters.noun) != number) continue;
    out += fmt::format("{}“{}”", found++ == 0 ? "" : ", ", spelling(id));
  }
  return out;
}

std::string value_of(std::string_view part, std::string_view value) {
  if (part == "n" || part == "o" || part == "b" || part == "e" || part == "p" || part == "nn" || part == "title") {
    if (value == "^") return "the sentence's beginning";
    if (value == ".") return part == "e" ? "a full stop" : "the sentence's end";
    if (value == "-") return "no mark";
    if (value.size() == 1) return std::string(words_for_symbol(value[0]));
    return value == "quote" ? "a quotation mark" : fmt::format("“{}”", value);
  }
  if (part == "g") {
    std::string out;
    for (const char c : value) {
      const std::string_view words = find(std::string_view(&c, 1), std::begin(kGroups), std::end(kGroups));
      out.append(out.empty() ? "" : ", ").append(words);
    }
    return out.empty() ? "none" : out;
  }
  if (part == "k" || part == "hl") return words_of_cluster(value);
  if (part == "f") {
    for (int form = 0; form <= static_cast<int>(SubjectForm::After); ++form) {
      static constexpr std::array<std::string_view, 12> kNames{"none", "adjacent", "apposition", "relative-aside", "aside", "restrictive",
                                                               "relative", "carried", "participle", "noun-participle", "infinitive",
                                                               "after"};
      if (value == kNames[static_cast<std::size_t>(form)]) return std::string(words_for_form(static_cast<SubjectForm>(form)));
    }
  }
  if (part == "q" && value == "none") return "no quotation beside";
  if (part == "q") return value == "both" ? "quotations on both sides of" : fmt::format("a quotation {}", value);
  if (part == "far") return fmt::format("{} {}", value, value == "1" ? "group" : "groups");
  if (part == "len" || part == "size") return fmt::format("{} {}", value, value == "1" ? "word" : "words");
  if (part == "gap")
    return value == "-" ? "no source" : fmt::format("{} {} between source and cue", value, value == "1" ? "word" : "words");
  if (part == "shape" || part == "hk") {
    const std::string_view known = find(value, std::begin(kValues), std::end(kValues));
    return std::string(known.empty() ? value : known);
  }
  if (part == "m") {
    static constexpr Meaning kMarks[] = {{"none", "no quotation mark in the content"},
                                         {"both", "the content begins and ends with a quotation mark"},
                                         {"begins", "the content begins with a quotation mark"},
                                         {"ends", "the content ends with a quotation mark"},
                                         {"inside", "quotation marks inside the content"}};
    return std::string(find(value, std::begin(kMarks), std::end(kMarks)));
  }
  if (part == "v" || part == "s" || part == "l" || part == "h" || part == "s.h" || part == "with") {
    const std::string_view known = find(value, std::begin(kValues), std::end(kValues));
    if (!known.empty()) return std::string(known);
    if (part == "s") return fmt::format("“{}”", value);
  }
  return std::string(value);
}

std::string words_for_part(std::string_view part, std::string_view value) {
  std::string_view pattern = find(part, std::begin(kParts), std::end(kParts));
  std::string out;
  if (pattern.empty()) return fmt::format("{} {}", part, value);
  const std::size_t at = pattern.find("{}");
  std::string text = value_of(part, value);
  // What is no word of the text stands without marks.
  if (pattern.ends_with("“{}”") && text != value) pattern.remove_suffix(std::string_view("“{}”").size());
  else if (at != std::string_view::npos) return std::string(pattern.substr(0, at)) + text + std::string(pattern.substr(at + 2));
  return std::string(pattern) + text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = text.find(at);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string_view words_for_symbol(char symbol) {
  switch (symbol) {
    case 'T': return "time";
    case 'P': return "pronoun";
    case 'N': return "noun group";
    case 'V': return "verb";
    case 'U': return "passive verb";
    case 'F': return "form of be";
    case 'I': return "infinitive";
    case 'G': return "participle in -ing";
    case 'E': return "past participle";
    case 'K': return "bare verb";
    case 'J': return "adjective";
    case 'A': return "adverb";
    case 'R': return "particle";
    case 'i': return "preposition";
    case 'H': return "that";
    case 'W': return "relative pronoun";
    case 'w': return "question word";
    case 'f': return "if or whether";
    case 's': return "subordinator";
    case '&': return "as";
    case 'c': return "and, or";
    case 'B': return "but";
    case 'Q': return "quotation";
    case 'L': return "according to";
    case 'D':
    case '-': return "dash";
    case ',': return "comma";
    case ';': return "semicolon";
    case ':': return "colon";
    case '(':
    case ')': return "bracket";
    case '.': return "end";
    // Units that no chunk took, see classes.h.
    case '\'': return "possessive";
    case 't': return "to";
    case 'y':
    case 'b': return "form of be";
    case 'a':
    case 'o':
    case 'h': return "auxiliary";
    case 'e':
    case 'g': return "participle";
    case 'd':
    case 'z':
    case 'p':
    case 'v': return "verb";
    case 'q':
    case 'r': return "adverb";
    case '*': return "mark";
    default: return "something else";
  }
}

std::string_view words_for_form(SubjectForm form) {
  switch (form) {
    case SubjectForm::None: return "nowhere";
    case SubjectForm::Adjacent: return "beside it";
    case SubjectForm::Apposition: return "beside it, an apposition between";
    case SubjectForm::RelativeAside: return "beside it, a relative clause between";
    case SubjectForm::Aside: return "beside it, an aside between";
    case SubjectForm::Restrictive: return "beside it, with a clause of its own";
    case SubjectForm::Relative: return "a relative pronoun";
    case SubjectForm::Carried: return "carried over from the verb before";
    case SubjectForm::Participle: return "that of the clause it hangs on";
    case SubjectForm::NounParticiple: return "the noun it hangs on";
    case SubjectForm::Infinitive: return "that of the verb that governs it";
    case SubjectForm::After: return "behind it";
  }
  return "";
}

std::string words_for_feature(std::string_view name) {
  if (name == "bias") return "where every candidate begins";
  std::vector<std::string_view> values = split(name, '|');
  const std::string_view kind = values.front();
  values.erase(values.begin());
  std::vector<std::string_view> parts;
  std::string_view rest = kind;
  if (rest == "s.h" || rest.starts_with("s.h.")) {
    parts.push_back(rest.substr(0, 3));
    rest.remove_prefix(std::min<std::size_t>(4, rest.size()));
  }
  if (!rest.empty())
    for (const std::string_view part : split(rest, '.')) parts.push_back(part);
  const bool length = kind == "n";  // alone it is the content's length, in a pair what comes next
  if (parts.size() == values.size()) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
      out.append(i == 0 ? "" : ", ").append(words_for_part(length ? "len" : parts[i], values[i]));
    return out;
  }
  std::string out = words_for_part(kind, values.front());
  for (std::size_t i = 1; i < values.size(); ++i) out.append(", ").append(values[i]);
  return out;
}

}  // namespace onrecord

#include "extract/chunk/noun_phrases.h"

#include "lexicon/lexicon.h"
#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

using namespace word_class;

bool is_name_or(Bits kinds, const Document& doc, const Chunk& group) {
  // A name in the plural is somebody by its class or not at all: "praised the Saudis" is no "said Reyes".
  return doc.tokens.tag[group.head] == tag::kName || (doc.tokens.word[group.head]->classes & kinds) != 0;
}

constexpr Bits kSomebody = kPerson | kPeople | kGroup | kTitle | kOrganizationName;

}  // namespace

bool names_somebody(const Document& doc, const Chunk& group) { return is_name_or(kSomebody, doc, group); }

bool may_speak(const Document& doc, const Chunk& group) { return is_name_or(kSomebody | kDocument, doc, group); }

int noun_phrase_begin(const Chunks& chunks, int last_chunk) {
  const std::string_view s = chunks.symbols;
  const auto at = [&](int i) { return i >= 0 ? s[static_cast<std::size_t>(i)] : '\0'; };
  int first = last_chunk;
  // "he and his wife": at the beginning of a clause
  static constexpr ClassSet kBegins(",;HsfBcQ");
  const char opener = at(first - 3);
  if (at(first) == 'N' && at(first - 1) == 'c' && at(first - 2) == 'P' && (opener == 0 || kBegins.has(opener))) return first - 2;
  for (;;) {
    if (at(first) == 'P' && (at(first - 1) != 'i' || at(first - 2) != 'N')) return first;  // else: the head of one of them
    if (at(first - 1) == 'i' && (at(first - 2) == 'N')) {
      first -= 2;
    } else if (at(first - 1) == 'i' && at(first - 2) == 'J' && at(first - 3) == 'N') {
      first -= 3;  // a person familiar with | the matter
    } else if (at(first - 1) == 'c' && (at(first - 2) == 'N' || (at(first - 2) == ',' && at(first - 3) == 'N'))) {
      // "Reyes and Doe": one phrase unless the left one is the object of a verb or preposition before it.
      const bool parted = at(first - 2) == ',';  // Reyes, the mayor, and | Doe
      const int pair = first - (parted ? 3 : 2);
      int left = pair;
      bool list = !parted;
      // "the head of the port, its treasurer and | two wardens", but "in Calder, the mayor and | two wardens"
      for (int k = left; (at(k - 1) == 'i' || at(k - 1) == ',') && at(k - 2) == 'N';) {
        const bool joined = at(k - 1) == ',';
        k -= 2;
        if (!joined || (at(k - 1) != 'i' && at(k - 1) != 's') || at(k - 2) == 'N') left = k, list |= joined;
      }
      if (!list) return first;
      const char before = at(left - 1);
      const bool object = before == 'V' || before == 'U' || before == 'G' || before == 'I' || before == 'i' || before == 'E';
      // “It leaks,” | Reyes and Doe of the Institute for Boats and | Bridges
      const bool first_of_two = before == 'c' && left < pair && at(left - 2) == 'N' && (at(left - 3) == 0 || at(left - 3) == 'Q');
      if (!object) return first_of_two ? left - 2 : left;
      return left < pair && !parted && at(pair - 1) == ',' ? pair : first;  // in a letter to the council, | Reyes and Doe
    } else {
      return first;
    }
  }
}

bool is_setting(const Document& doc, const Chunks& chunks, int i, word_class::Bits kinds) {
  static const auto kWhere = ids_of("in", "on", "at", "during");
  if (chunks.at(i) != 'i' || chunks.at(i + 1) != 'N') return false;
  const auto word = [&](std::uint32_t token) -> const Word& { return *doc.tokens.word[token]; };
  if ((word(chunks.chunks[static_cast<std::size_t>(i + 1)].head).classes & kinds) == 0) return false;
  return kWhere.has(word(chunks.chunks[static_cast<std::size_t>(i)].first).id);
}

namespace {

// "Said Reyes | in court", "| outside the court", "said an aide to the mayor | to cheers", "| with a smile": whether the preposition at
// chunk `i` leads to how it was said by the source that begins at `first`. Near misses: "Reyes of the port", "an aide to the mayor", "a
// man with a boat", "people in the town".
bool tells_how(const Document& doc, const Chunks& chunks, int i, int first) {
  static const auto where = ids_of("in", "on", "outside", "inside", "after", "before", "during", "through", "amid", "via", "to");
  static const auto manner = ids_of("smile", "laugh", "shrug", "grin", "sigh", "nod", "wink", "chuckle", "smirk", "frown", "wave");
  const auto word = [&](int chunk) -> const Word& { return *doc.tokens.word[chunks.chunks[static_cast<std::size_t>(chunk)].first]; };
  const auto head = [&](int chunk) { return chunks.chunks[static_cast<std::size_t>(chunk)].head; };
  if (manner.has(doc.tokens.word[head(i + 1)]->lemma)) return true;
  const bool name = doc.tokens.tag[head(first)] == tag::kName && i == first + 1;
  static const std::uint32_t to = look_up("to").id;
  return where.has(word(i).id) && (name || (word(i).id == to && i > first + 1));
}

// "It cost £90,000, according to the council, | £20,000 of it overtime": how much of it.
bool is_share(const Document& doc, const Chunks& chunks, int noun) {
  const auto c = [&](int i) { return chunks.chunks[static_cast<std::size_t>(i)]; };
  if (doc.tokens.tag[c(noun).head] != tag::kNumber || chunks.at(noun + 1) != 'i' || chunks.at(noun + 2) != 'P') return false;
  return doc.words(c(noun + 1).first) == "of";
}

bool is_medium(const Document& doc, const Chunks& chunks, int noun) {
  const Word& head = *doc.tokens.word[chunks.chunks[static_cast<std::size_t>(noun)].head];
  return (head.classes & kMedium) != 0;
}

// "said Reyes, the head of the port, | when": behind the noun group between commas; the comma itself where it begins a new clause.
int behind_apposition(const Document& doc, const Chunks& chunks, int comma) {
  if (is_share(doc, chunks, comma + 1)) return comma;
  int end = comma + 2;
  while (chunks.at(end) == 'i' && (chunks.at(end + 1) == 'N' || chunks.at(end + 1) == 'T')) end += 2;
  int verb = end;
  while (chunks.at(verb) == 'A' || chunks.at(verb) == 'T') ++verb;
  return finite(chunks.at(verb)) ? comma : end;
}

// "said Reyes, who left on Monday, | when": behind the clause; the comma itself where that is a statement of its own: "said Reyes, who
// added: “It leaks.”".
int behind_relative_aside(const Document& doc, const Chunks& chunks, int comma) {
  static constexpr ClassSet kEnds(",.;DQ");
  int end = comma + 2;
  while (end < chunks.size() && !kEnds.has(chunks.at(end)) && (chunks.at(end) != ':' || chunks.at(end + 1) == 'Q')) ++end;
  const int quotation = chunks.at(end) == ',' ? end + 1 : end;
  const int verb = chunks.at(end - 1) == ':' ? end - 2 : end - 1;
  if (chunks.at(quotation) != 'Q' || chunks.at(verb) != 'V' || verb != comma + 2) return end;
  const Word& head = *doc.tokens.word[chunks.chunks[static_cast<std::size_t>(verb)].head];
  return (head.classes & kTakesQuote) != 0 ? comma : end;
}

// "said a man who lives nearby | in a tweet": behind what opens at `first` without a comma; a medium is none of it.
int behind_restrictive(const Document& doc, const Chunks& chunks, int first) {
  static constexpr ClassSet kBounds(",.;DQB");
  int end = first + 1;
  for (; end < chunks.size() && !kBounds.has(chunks.at(end)); ++end) {
    if (chunks.at(end) == ':' && chunks.at(end + 1) != 'Q') break;
    if (end > first + 1 && chunks.at(end) == 'i' && chunks.at(end + 1) == 'N' && is_medium(doc, chunks, end + 1)) break;
  }
  return end;
}

}  // namespace

int source_end(const Document& doc, const Chunks& chunks, int first) {
  const auto at = [&](int i) { return chunks.at(i); };
  const auto belongs = [&](int p) {
    return tells_where_one_belongs(doc.tokens.word[chunks.chunks[static_cast<std::size_t>(p)].first]->id);
  };
  int i = first;
  if (at(i) == 'P') return i + 1;
  if (!nominal(at(i)) && at(i) != 'W') return i;
  ++i;
  for (;;) {
    if (at(i) == 'i' && (at(i + 1) == 'N' || at(i + 1) == 'G')) {
      const std::string_view word = doc.words(chunks.chunks[static_cast<std::size_t>(i)].first);
      const Word& head = *doc.tokens.word[chunks.chunks[static_cast<std::size_t>(i + 1)].head];
      // "said Reyes in a statement": where and how it was said is not who.
      if (tells_how(doc, chunks, i, first)) break;
      const bool at_occasion = word == "at" && (head.classes & word_class::kOccasion) != 0;  // said Reyes at a rally
      if ((at_occasion || (word != "of" && word != "for" && word != "from" && word != "at" && word != "with" && word != "to")) &&
          (head.classes & (word_class::kOccasion | word_class::kMedium | word_class::kDocument)) != 0)
        break;
      i += 2;
    } else if (at(i) == 'Q' && doc.tokens.tag[chunks.chunks[static_cast<std::size_t>(i - 1)].last - 1] == tag::kDeterminer) {
      ++i;  // the authors of the “Harbour Project”
    } else if (at(i) == 'c' && at(i + 1) == 'N' && !finite(at(i + 2))) {
      i += 2;
    } else if (at(i) == 'J' && at(i - 1) == 'N' && at(i + 1) == 'i' && nominal(at(i + 2))) {  // a person familiar with the matter
      i += 3;
    } else if (at(i) == '(') {
      int j = i + 1;
      while (j < chunks.size() && at(j) != ')' && j < i + 10) ++j;
      if (at(j) != ')') break;
      i = j + 1;
    } else if (at(i) == ',' && at(i + 1) == 'i' && at(i + 2) == 'N' && belongs(i + 1)) {  // said Reyes, of the Trust
      i += 3;
    } else if (at(i) == ',' && (at(i + 1) == 'N' || at(i + 1) == 'W')) {
      const int end = at(i + 1) == 'N' ? behind_apposition(doc, chunks, i) : behind_relative_aside(doc, chunks, i);
      if (end == i) break;
      i = end;
    } else if (at(i) == 'W' || at(i) == 'E' || (at(i) == 'G' && at(i - 1) != ',')) {
      i = behind_restrictive(doc, chunks, i);
      if (at(i) == 'i') break;
    } else {
      break;
    }
  }
  return i;
}

int account_end(const Chunks& chunks, int first, int end) {
  constexpr int kLongest = 12;  // chunks before the first comma
  constexpr int kFurthest = 40;
  const std::string_view s = chunks.symbols;
  const auto at = [&](int i) { return i >= 0 && i < end ? s[static_cast<std::size_t>(i)] : '\0'; };
  int comma = first + 1;
  while (comma < first + kLongest && at(comma) != ',' && at(comma) != ':' && at(comma) != 0) ++comma;
  if (at(comma) != ',') return at(comma) == ':' ? comma : first;
  // The clause's verb, and the comma before its subject: what stands between that and the first comma tells of the source.
  int verb = comma + 1, last = comma, parts = 1;  // parts: what commas part between the first and the verb
  bool aside = false;                             // in a relative clause
  for (; verb < end && verb < first + kFurthest; ++verb) {
    const char c = at(verb);
    if (c == ';' || c == 'D' || c == ':' || c == '(') return comma;
    if (c == 'W') aside = true;
    if (c == ',') last = verb, ++parts, aside = false;
    if (finite(c) && !aside) break;
    if (finite(c)) aside = false;  // everyone who works there | is safe
    if (c == 'c' && last == verb - 1 && at(verb + 1) == 'N') continue;  // Reyes, the head of the port, and two of his aides, |
    if (c != ',' && last == verb - 1 && c != 'N' && c != 'W' && c != 'E' && c != 'P') return last;  // "in May the port": the clause begins
  }
  if (!finite(at(verb))) return comma;
  if (last != verb - 1) return last;
  // "the union, its members, bakers, | will": the subject has an aside of its own.
  if (parts <= 3) return comma;
  for (last = comma + 1; at(last) != ','; ++last) {}
  return last;
}

}  // namespace onrecord

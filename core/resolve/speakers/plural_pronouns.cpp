// Speakers behind "they": several people, a house, one whom nobody names.
#include <algorithm>

#include "base/halving.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/speakers/speaker_finding.h"
#include "resolve/speakers/speakers.h"

namespace onrecord {

using namespace word_class;

// "a number of traders": whether what is counted stands behind "of".
bool Speakers::counts_several(std::uint32_t head, std::uint32_t last) const {
  static const auto kCounts = ids_of("number", "majority", "handful", "couple", "lot", "group", "pair", "range");
  const Tokens& t = doc_.tokens;
  if (!kCounts.has(t.word[head]->id)) return false;
  if (head + 1 >= last || t.word[head + 1]->id != spellings().of) return false;
  constexpr std::uint32_t kFar = 6;  // tokens
  for (std::uint32_t k = head + 2; k < std::min(last, head + kFar); ++k)
    if ((t.tag[k] == tag::kNouns || t.tag[k] == tag::kNames) && is(k, kPerson | kTitle | kPeople | kDemonym | kGroup)) return true;
  return false;
}

// "Veldt have denied it", "the team think so": whether the verb tells that a house is meant as several.
bool Speakers::in_the_plural(const Chunk& verb) const {
  static const auto kPlural = ids_of("have", "are", "were");
  return kPlural.has(doc_.tokens.word[verb.first]->id) || doc_.tokens.tag[verb.first] == tag::kPresent;
}

// "they": the nearest subject in the plural, in this sentence or the three before; else the organisation that was the subject just before.
Speakers::Who Speakers::of_plural(std::uint32_t token, const Statement& statement, int depth) const {
  const TokenRange whom = meant_by_they(token, statement);
  if (whom.empty()) return {};
  Who out = of_range(whom.first, whom.last, statement, depth + 1);
  if (out.speaker) out.speaker->confidence *= 0.7F;
  return out;
}

TokenRange Speakers::meant_by_they(std::uint32_t token, const Statement& statement) const {
  const Parsed* parsed = parsed_at(token);
  if (parsed == nullptr) return {};
  const Parsed* all = cascade_.sentences().data();
  const bool quotes = behind_quotation(token);
  if (quotes) {
    // "A source in the port said it leaks. “Badly,” they said.": one person, in the same paragraph.
    if (const TokenRange one = unnamed_source_before(statement); !one.empty() && same_paragraph(one.first, token)) return one;
    // "A source was less sure. “It leaks,” they said."
    if (const TokenRange one = one_subject_before(*parsed); !one.empty()) return one;
  }
  TokenRange house;
  for (int back = 0; back < 4 && parsed >= all; ++back, --parsed) {
    // "A source in the port said it leaks. They added: …": one person, though several were spoken of before.
    if (back == 2 && begins_sentence(token))
      if (const TokenRange one = unnamed_source_before(statement); !one.empty()) return one;
    const TokenRange several = plural_subject(*parsed, token, back, house);
    if (!several.empty() && several.first < token) return {several.first, std::min(several.last, token)};
  }
  TokenRange other = people_before(token);
  if (other.empty() && (begins_sentence(token) || quotes)) other = house;
  if (other.empty() && quotes) other = unnamed_source_before(statement);
  return other;
}

// The subject before the token that is several people, the first of a sentence `back` sentences before that of the token and the last of
// its own; `house` becomes the organisation that is one in the sentence just before.
TokenRange Speakers::plural_subject(const Parsed& parsed, std::uint32_t token, int back, TokenRange& house) const {
  const Tokens& t = doc_.tokens;
  const Chunks& chunks = parsed.chunks;
  TokenRange best;
  for (int i = first_chunk(chunks, token); i < chunks.size(); ++i) {
    const Subject& subject = parsed.subjects[static_cast<std::size_t>(i)];
    if (!subject.known() || subject.form == SubjectForm::Relative) continue;
    const Chunk& head = chunks.chunks[static_cast<std::size_t>(subject.head)];
    if (head.first >= token) break;
    const char symbol = chunks.symbols[static_cast<std::size_t>(subject.head)];
    const bool she_and = symbol == 'P' && subject.last - subject.first > 2;  // she and her sisters
    if (symbol != 'N' && !she_and) continue;
    const Chunk& first = chunks.chunks[static_cast<std::size_t>(subject.first)];
    const Chunk& end = chunks.chunks[static_cast<std::size_t>(subject.last - 1)];
    bool plural = t.tag[head.head] == tag::kNouns || t.tag[head.head] == tag::kNames || (t.word[head.head]->classes & kPeople) != 0;
    for (int k = subject.first; k < subject.last; ++k) plural |= chunks.symbols[static_cast<std::size_t>(k)] == 'c';
    // "messages", "deaths": they say nothing.
    const bool people = is(head.head, kPerson | kTitle | kPeople | kGroup | kOrganizationName | kDemonym);
    const bool others = doc_.words(head.head) == "others" || doc_.words(head.head) == "Others";
    const bool things = !people && !others && t.tag[head.head] == tag::kNouns && is(head.head, kDocument | kSpeechNoun | kCommonWord);
    plural = plural && !things;
    plural = plural || counts_several(head.head, std::min(parsed.sentence.last, token));
    if (!plural && back == 1 && house.empty() && is_house(first.first, head.last)) {
      house = {first.first, head.last};
      plural = in_the_plural(chunks.chunks[static_cast<std::size_t>(i)]);
    }
    if (!plural || t.word[first.first]->id == spellings().not_) continue;  // not everyone
    // "The changes were shown. The team is far from done. They plan": of the team, which can plan.
    if (back > 1 && !house.empty() && !people && t.tag[head.head] == tag::kNouns) continue;
    best = {first.first, std::max(end.last, head.last)};
    if (back > 0) break;
  }
  return best;
}

// The subject that opens the sentence before, in the same paragraph, where that is one person without a name: "a source in the port".
TokenRange Speakers::one_subject_before(const Parsed& parsed) const {
  if (&parsed == cascade_.sentences().data()) return {};
  const Parsed& before = *(&parsed - 1);
  const Chunks& chunks = before.chunks;
  if (chunks.at(0) != 'N' || !same_paragraph(before.sentence.first, parsed.sentence.first)) return {};
  const std::uint32_t opener = doc_.tokens.word[before.sentence.first]->id;
  if (opener != spellings().a && opener != spellings().an && opener != spellings().one) return {};
  for (const std::int32_t verb : chunks.verbs) {
    const Subject& subject = before.subjects[static_cast<std::size_t>(verb)];
    if (!subject.known() || subject.first != 0) continue;
    const TokenRange range{chunks.chunks[0].first, chunks.chunks[static_cast<std::size_t>(subject.last - 1)].last};
    const Phrase phrase = read_phrase(doc_, names_, range.first, range.last);
    const bool person = phrase.name < 0 && is(phrase.head, kOnePerson) && doc_.tokens.tag[phrase.head] == tag::kNoun;
    return person ? range : TokenRange{};
  }
  return {};
}

bool Speakers::same_paragraph(std::uint32_t one, std::uint32_t other) const {
  const auto& all = doc_.blocks;
  const auto at = [&](std::uint32_t token) { return count_while(all.size(), [&](std::size_t b) { return all[b].last <= token; }); };
  return at(one) == at(other);
}

bool Speakers::begins_sentence(std::uint32_t token) const {
  const auto& all = doc_.sentences;
  const auto it = std::partition_point(all.begin(), all.end(), [token](const Sentence& s) { return s.last <= token; });
  return it != all.end() && it->first == token;
}

// "“It leaks,” they said.": whether the sentence begins with the quotation that ends before `token`.
bool Speakers::behind_quotation(std::uint32_t token) const {
  if (token == 0 || doc_.tokens.tag[token - 1] != tag::kCloseQuote) return false;
  const auto& all = doc_.sentences;
  const auto it = std::partition_point(all.begin(), all.end(), [token](const Sentence& s) { return s.last <= token; });
  if (it == all.end()) return false;
  const auto quote = std::partition_point(doc_.quotes.begin(), doc_.quotes.end(), [&](const Quote& q) { return q.open < it->first; });
  return quote != doc_.quotes.end() && quote->open == it->first && quote->close + 1 == token;
}

// "…, a source at the port said. “It leaks,” they said.": who spoke last, when that is one person whom nobody names.
TokenRange Speakers::unnamed_source_before(const Statement& statement) const {
  constexpr std::uint32_t kNear = 60;  // tokens
  const TokenRange words = tokens_under(doc_, statement.content.front());
  const auto comes_before = [&](const Statement& s) { return s.within < 0 && s.content.front().begin < statement.content.front().begin; };
  const std::ptrdiff_t own = &statement - statements_->data();
  const std::ptrdiff_t farthest = std::max<std::ptrdiff_t>(0, own - kNear);  // of those that stand near, each has a word of its own
  std::ptrdiff_t i = own - 1;
  while (i >= farthest && !comes_before((*statements_)[static_cast<std::size_t>(i)])) --i;
  if (i < farthest) return {};
  const Statement* const last = &(*statements_)[static_cast<std::size_t>(i)];
  if (last->mention.empty()) return {};
  const TokenRange mention = tokens_under(doc_, last->mention);
  const std::uint32_t opener = doc_.tokens.word[mention.first]->id;
  const bool indefinite = opener == spellings().a || opener == spellings().an || opener == spellings().one;
  const bool one = last->speaker && last->speaker->unnamed && last->speaker->kind == SpeakerKind::Person;
  return indefinite && one && words.first < mention.last + kNear ? mention : TokenRange{};
}

// "…, according to sources. They said": the people named last, in no subject, in the sentence of `token` or the one before.
TokenRange Speakers::people_before(std::uint32_t token) const {
  const Tokens& t = doc_.tokens;
  const Parsed* parsed = parsed_at(token);
  const Parsed* all = cascade_.sentences().data();
  for (int back = 0; back < 2 && parsed != nullptr && parsed >= all; ++back, --parsed) {
    const Chunks& chunks = parsed->chunks;
    for (int i = chunks.size(); i-- > 0;) {
      const Chunk& chunk = chunks.chunks[static_cast<std::size_t>(i)];
      if (chunk.last > token || chunks.symbols[static_cast<std::size_t>(i)] != 'N') continue;
      if (t.word[chunk.first]->id == spellings().not_) continue;
      const char g = t.tag[chunk.head];
      const bool persons = (g == tag::kNouns || g == tag::kNames) && is(chunk.head, kPerson | kTitle);
      if (persons || is(chunk.head, kPeople)) return {chunk.first, chunk.last};
    }
  }
  return {};
}

// Whether the noun phrase is an organisation, as a subject that may go on as "they".
bool Speakers::is_house(std::uint32_t first, std::uint32_t last) const {
  const Phrase phrase = read_phrase(doc_, names_, first, last);
  if (phrase.name < 0) return is(phrase.head, kGroup | kOrganizationName) && !is(phrase.head, kPerson);
  const Entity& e = entities_.at(names_.all()[static_cast<std::size_t>(phrase.name)].entity);
  return e.kind == SpeakerKind::Organization && !e.is_place;
}

}  // namespace onrecord

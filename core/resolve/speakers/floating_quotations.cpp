// Quotations that stand alone: whose words they are, by the sentence before, by a later paragraph, by whoever spoke last.
#include <algorithm>
#include <string_view>

#include "base/halving.h"
#include "lexicon/tags.h"
#include "resolve/speakers/speaker_finding.h"
#include "resolve/speakers/speakers.h"

namespace onrecord {
using namespace word_class;

// "Her message was simple.", "Reyes’s advice?": whose words the noun group at chunk `noun` says they are.
Speakers::Who Speakers::whose_words(const Chunks& chunks, int noun, const Statement& statement) const {
  if (chunks.at(noun) != 'N') return {};
  const Chunk& group = chunks.chunks[static_cast<std::size_t>(noun)];
  const std::int32_t whose = is(group.head, kSpeechNoun) ? owner(group.first, group.head, statement) : -1;
  return whose >= 0 ? of_entity(whose, Confidence::floating) : Who{};
}

// "When I ask about it, she shrugs. “It was nice.”": of the sentence before, in the same paragraph, the person who acts
// in it, outside of what others are said to have said.
Speakers::Who Speakers::of_sentence_before(const std::vector<Statement>& statements, std::size_t index) const {
  const TokenRange words = tokens_under(doc_, statements[index].content.front());
  if (words.empty() || words.first == 0) return {};
  const Parsed* parsed = parsed_at(words.first - 1);
  if (parsed == nullptr || parsed->sentence.last > words.first || opens_paragraph(words.first)) return {};
  return who_acts(*parsed, statements, index);
}

// "“It leaks.” Reyes shakes her head. “It always did.”": whoever acts between the two, in the same paragraph.
Speakers::Who Speakers::of_sentence_behind(const std::vector<Statement>& statements, std::size_t index) const {
  const TokenRange words = tokens_under(doc_, statements[index].content.back());
  if (words.empty() || words.last >= doc_.tokens.size() || !opens_paragraph(words.first)) return {};
  const Parsed* parsed = parsed_at(words.last);
  if (parsed == nullptr || parsed->sentence.last >= doc_.tokens.size() || !same_paragraph(words.first, parsed->sentence.last)) return {};
  return doc_.tokens.tag[parsed->sentence.last] == tag::kOpenQuote ? who_acts(*parsed, statements, index) : Who{};
}

Speakers::Who Speakers::who_acts(const Parsed& parsed, const std::vector<Statement>& statements, std::size_t index) const {
  constexpr std::size_t kNear = 40;  // statements that may hold the sentence
  const auto end = statements.begin() + static_cast<std::ptrdiff_t>(index);
  const auto near = end - static_cast<std::ptrdiff_t>(std::min(index, kNear));
  const Chunks& chunks = parsed.chunks;
  for (int i = chunks.size(); i-- > 0;) {
    const Subject& subject = parsed.subjects[static_cast<std::size_t>(i)];
    const char c = chunks.symbols[static_cast<std::size_t>(i)];
    if (!subject.known() || subject.form == SubjectForm::Relative || (c != 'V' && c != 'F')) continue;
    const Chunk& first = chunks.chunks[static_cast<std::size_t>(subject.first)];
    const std::uint32_t at = doc_.tokens.begin[first.first];
    const bool reported = std::any_of(near, end, [&](const Statement& s) {
      return s.within < 0 && std::any_of(s.content.begin(), s.content.end(),
                                         [&](Span piece) { return piece.begin <= at && at < piece.end; });
    });
    if (reported) continue;
    // "“It left,” Reyes says. What did it do? “It sank.”": who is asked about need not be who answers
    const bool asks = doc_.words(parsed.sentence.last - 1) == "?" && chunks.at(subject.first) == 'P';
    if (asks) return {};
    if (Who who = whose_words(chunks, subject.first, statements[index]); who.speaker) return who;
    Who who = of_range(first.first, chunks.chunks[static_cast<std::size_t>(subject.last - 1)].last, statements[index], 1);
    if (who.entity < 0) who = named_first(parsed);
    if (who.entity < 0 || !entities_.at(who.entity).is_person()) return {};
    who.speaker->confidence = std::min(who.speaker->confidence, Confidence::floating);
    return who;
  }
  Who who = whose_words(chunks, 0, statements[index]);  // without a verb
  return who.speaker ? who : named_first(parsed);
}

// "His neighbour, Ana Reyes, nods.": who is described and named where the sentence begins.
Speakers::Who Speakers::named_first(const Parsed& parsed) const {
  if (parsed.chunks.at(0) != 'N') return {};
  const Phrase phrase = read_phrase(doc_, names_, parsed.sentence.first, parsed.sentence.last);
  if (phrase.name >= 0 || !is(phrase.head, kOnePerson)) return {};
  const std::size_t n = name_in_apposition(doc_, names_, phrase.end, false);
  if (n == names_.all().size() || !entities_.at(names_.all()[n].entity).is_person()) return {};
  return of_entity(names_.all()[n].entity, Confidence::floating);
}

// "Here is what the Harbour Trust had to say:", then the quotation in a paragraph of its own: of the one speaker whom that sentence names.
Speakers::Who Speakers::announced(const Statement& statement) const {
  constexpr std::uint32_t kLongest = 40;  // tokens
  const Tokens& t = doc_.tokens;
  const TokenRange words = tokens_under(doc_, statement.content.front());
  if (words.empty() || words.first == 0 || t.tag[words.first - 1] != tag::kColon || !opens_paragraph(words.first)) return {};
  const Parsed* parsed = parsed_at(words.first - 1);
  if (parsed == nullptr || words.first - parsed->sentence.first > kLongest) return {};
  bool tells = false;
  for (std::uint32_t k = parsed->sentence.first; k < words.first; ++k) tells |= is(k, kSpeechNoun | kTakesQuote);
  std::int32_t only = -1;
  for (std::size_t n = names_.first_from(parsed->sentence.first); n < names_.all().size() && names_.all()[n].first < words.first; ++n) {
    const std::int32_t entity = names_.all()[n].entity;
    const Entity& e = entities_.at(entity);
    if (e.is_place || entity == only || !(e.is_person() || e.kind == SpeakerKind::Organization)) continue;
    if (only >= 0) return {};
    only = entity;
  }
  return tells && only >= 0 ? of_entity(only, Confidence::floating) : Who{};
}

// "“It leaks and nobody cares.”", set off as an eye-catcher: the statement nearby that has these words and a speaker of its own; `index`
// for none.
std::size_t Speakers::printed_again(const std::vector<Statement>& statements, std::size_t index) const {
  constexpr std::size_t kNear = 40;       // statements
  constexpr std::size_t kTelling = 40;    // bytes that are compared
  constexpr std::size_t kShortest = 24;
  const auto words = [this](Span span) { return doc_.text.substr(span.begin, span.end - span.begin); };
  const TokenRange tokens = tokens_under(doc_, statements[index].content.front());
  if (tokens.last < tokens.first + 4) return index;
  std::string_view wanted = words({doc_.tokens.begin[tokens.first + 1], doc_.tokens.end[tokens.last - 1]});
  wanted = wanted.substr(0, std::min(kTelling, wanted.find_first_of(".,!?\n")));
  if (wanted.size() < kShortest) return index;
  const std::size_t end = std::min(statements.size(), index + kNear);
  for (std::size_t i = index > kNear ? index - kNear : 0; i < end; ++i) {
    const Statement& other = statements[i];
    if (other.within >= 0 || other.mention.empty() || other.place != Place::Body || other.kind == StatementKind::Indirect) continue;
    if (std::any_of(other.content.begin(), other.content.end(), [&](Span s) { return words(s).find(wanted) != std::string_view::npos; }))
      return i;
  }
  return index;
}

// "“It leaks. | “It always did,” Reyes said.": the statement of a later paragraph in which the quotation, opened again, is at last given
// to somebody; `index` for none.
std::size_t Speakers::told_behind(const std::vector<Statement>& statements, std::size_t index) const {
  constexpr std::size_t kNear = 40;  // statements
  const auto quote_in = [this](Span words, bool last) {
    const auto begins = [&](const Quote& q) { return doc_.tokens.begin[q.open] < (last ? words.end : words.begin); };
    const std::size_t behind = count_while(doc_.quotes.size(), [&](std::size_t q) { return begins(doc_.quotes[q]); });
    return static_cast<std::int32_t>(behind) - (last ? 1 : 0);
  };
  const auto quotes = static_cast<std::int32_t>(doc_.quotes.size());
  std::int32_t open = quote_in(statements[index].content.back(), true);
  for (std::size_t i = index + 1; i < std::min(statements.size(), index + kNear); ++i) {
    const Statement& next = statements[i];
    if (next.within >= 0 || next.place != Place::Body) continue;
    const std::int32_t first = quote_in(next.content.front(), false);
    if (open < 0 || first >= quotes || doc_.quotes[static_cast<std::size_t>(first)].continues != open) return index;
    if (!next.mention.empty()) return i;
    open = quote_in(next.content.back(), true);
  }
  return index;
}

// A quotation that stands alone goes on from the one before: whoever spoke last still speaks.
void Speakers::carry_over(std::vector<Statement>& statements, std::size_t index) {
  Who who = announced(statements[index]);
  std::size_t same = who.speaker ? index : told_behind(statements, index);
  if (same == index) same = printed_again(statements, index);
  if (same != index) {
    resolve_one(statements, same);
    statements[index].speaker = statements[same].speaker;
    statements[index].on_behalf_of = statements[same].on_behalf_of;
    entity_of_[index] = entity_of_[same];
    return;
  }
  if (const TokenRange words = tokens_under(doc_, statements[index].content.front()); answers_question(words.first))
    who = of_interviewed(first_question());
  if (!who.speaker) who = of_sentence_before(statements, index);
  if (!who.speaker) who = of_sentence_behind(statements, index);
  if (who.speaker) {
    statements[index].speaker = std::move(who.speaker);
    entity_of_[index] = who.entity;
    return;
  }
  std::size_t before = index;
  for (int steps = 0; before > 0 && steps < 6; ++steps) {
    --before;
    const Statement& last = statements[before];
    if (last.within >= 0 || !last.speaker || last.speaker->kind == SpeakerKind::Document) continue;
    if (last.kind == StatementKind::Indirect && steps > 1) continue;
    // "Then the council decided to leave. “It is sad …”", "We do not know why. “It is sad …”": neither the council nor the writer.
    if (last.act == Act::Attitude && (last.speaker->unnamed || last.speaker->kind != SpeakerKind::Person)) continue;
    if (is_first_person(tokens_under(doc_, last.mention))) continue;
    statements[index].speaker = last.speaker;
    statements[index].speaker->confidence = std::min(last.speaker->confidence, Confidence::floating);
    statements[index].on_behalf_of = last.on_behalf_of;
    entity_of_[index] = entity_of_[before];
    return;
  }
}

}  // namespace onrecord

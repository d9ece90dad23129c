#include "extract/propose/set_off_quotations.h"

#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

bool SetOffQuotations::says_and_stops(int v) const {
  if (at(size() - 1) != '.' || at(v) != 'V' || !subject(v).known() || around_.at + 1 >= around_.end) return false;
  if ((head(v).classes & (kTakesQuote | kTakesThat)) == 0) return false;
  for (int i = 0; i < v; ++i)
    if (at(i) == 'Q') return false;
  int i = v + 1;
  while (at(i) == 'A' || at(i) == 'T' || at(i) == 'R' || (at(i) == 'i' && (nominal(i + 1) || at(i + 1) == 'T'))) i += at(i) == 'i' ? 2 : 1;
  return i == size() - 1;
}

void SetOffQuotations::introduced_by(int v) const {
  const int last = size() - 1;
  if (around_.at + 1 >= around_.sentences.size()) return;
  if (!going_on_.only_quotes(around_.at + 1)) return listed_behind(v);
  if (at(last) != ':' && !says_and_stops(v)) return;
  for (int i = v + 1; i < last; ++i)
    if (finite(i) || at(i) == 'G') return;  // a later verb does
  Candidate candidate = base(BuiltIn::Introduced, v);
  candidate.opens = last;
  going_on_.add(candidate, true);
  Subject who = subject(v);
  // "Stated Reyes:": turned round.
  if (!who.known() && nominal(v + 1) && source_end(doc_, parsed_.chunks, v + 1) == last) {
    who.form = SubjectForm::After;
    who.first = who.head = v + 1;
    who.last = last;
  }
  set_source(candidate, who);
  keep(candidate);
}

void SetOffQuotations::listed_behind(int v) const {
  const auto block_of = [&](std::size_t i) { return around_.sentences[i].sentence.block; };
  const auto is_item = [&](std::size_t i) { return doc_.blocks[block_of(i)].role == Role::ListItem; };
  const int last = size() - 1;
  if (at(last) != ':' || at(v) != 'V' || !is_item(around_.at + 1) || block_of(around_.at + 1) == block_of(around_.at)) return;
  if ((head(v).classes & (kTakesQuote | kTakesThat)) == 0 || !subject(v).known()) return;
  int i = v + 1;
  while (at(i) == 'A' || at(i) == 'T' || at(i) == 'H' || (at(i) == 'i' && nominal(i + 1))) i += at(i) == 'i' ? 2 : 1;
  if (i != last) return;
  Candidate candidate = base(BuiltIn::Introduced, v);
  candidate.opens = last;
  std::size_t item = around_.at + 1;
  for (; item < around_.sentences.size() && is_item(item); ++item)
    if (around_.sentences[item].sentence.quote < 0 && !around_.sentences[item].chunks.chunks.empty())
      candidate.content.add({around_.sentences[item].chunks.chunks.front().first, around_.sentences[item].sentence.last});
  set_source(candidate, subject(v));
  keep(candidate);
}

void SetOffQuotations::behind_colon() const {
  if (title_) return;
  constexpr std::uint32_t kShortest = 6;  // tokens, marks included: a shorter one is a name or a term
  constexpr int kFurthest = 60;           // chunks
  std::size_t found = s_.find(":Q");
  const auto short_one = [&](const Chunk& quotation) { return quotation.last - quotation.first < kShortest; };
  while (found != std::string_view::npos && short_one(parsed_.chunks.chunks[found + 1])) found = s_.find(":Q", found + 1);
  // "Reyes's answer was blunt: “No.”": however short
  if (const TokenRange whose = whose_words(); found == std::string_view::npos && !whose.empty()) found = s_.find(":Q");
  if (found == std::string_view::npos || found == 0) return;
  const int colon = static_cast<int>(found);
  Candidate candidate = base(BuiltIn::ColonQuote, colon);
  candidate.opens = colon + 1;
  candidate.cue_head = chunk(colon).first;
  candidate.content.add(tokens(colon + 1, ends_.quotation(colon + 1, colon).chunk));
  going_on_.add(candidate);

  // A label at the end of a heading: "A NEW BRIDGE – Ana Reyes:".
  int first = colon - 1;
  while (at(first) == 'N' && at(first - 1) == 'c' && at(first - 2) == 'N') first -= 2;
  if (at(first) == 'N' && (at(first - 1) == 'D' || at(first - 1) == '*' || at(first - 1) == 'L')) {
    candidate.source = tokens(first, colon);
    candidate.form = SubjectForm::Adjacent;
    return keep(candidate);
  }
  // Else the verb nearest to the colon that tells of speech, or the sentence's first. The rule "colon" sees those beside it.
  int beside = colon - 1;
  while (at(beside) == 'A' || at(beside) == 'T' || (at(beside) == 'N' && at(beside - 1) == 'i')) beside -= at(beside) == 'N' ? 2 : 1;
  if (nominal(beside)) --beside;
  if (at(beside) == 'V' || at(beside) == 'G' || at(beside) == 'I') return;
  int cue = -1;
  for (int v = colon - 1; v >= 0 && v >= colon - kFurthest; --v) {
    if (!finite(v) && at(v) != 'G') continue;
    if (at(v - 1) == 'W' || !subject(v).known()) continue;
    cue = v;
    if ((head(v).classes & kTakesQuote) != 0) break;
  }
  if (cue < 0) return;
  candidate.cue = {chunk(cue).first, chunk(cue).last};
  set_source(candidate, subject(cue));
  if (const TokenRange whose = whose_words(); !whose.empty() && subject(cue).head == 0) {
    candidate.source = whose;
    candidate.cue = {chunk(0).head, chunk(0).last};
    candidate.cue_head = chunk(0).head;
    candidate.cue_chunk = 0;
  }
  keep(candidate);
}

// "Reyes's | answer was blunt", "her | verdict came later": whose words the sentence begins with; empty where nobody's.
TokenRange SetOffQuotations::whose_words() const {
  return at(0) == 'N' && (head(0).classes & kSpeechNoun) != 0 && (at(1) == 'F' || at(1) == 'V') ? possessor(0) : TokenRange{};
}

void SetOffQuotations::credited() const {
  int first = 0;  // "Quote of the day: | “C.” — Ana Reyes"
  if (at(0) == 'N')
    for (first = 1; at(first) == 'T' || at(first) == 'i' || at(first) == 'N';) ++first;
  if (first > 0 && (at(first) != ':' || first > 4)) return;
  if (first > 0) ++first;
  if (title_ || at(first) != 'Q' || around_.at + 1 != around_.end || (first > 0 && around_.begin != around_.at)) return;
  int d = first + 1;
  while (at(d) == '.' || at(d) == 'Q') ++d;
  if (at(d) != 'D' || at(d + 1) != 'N' || doc_.tokens.tag[chunk(d + 1).head] != tag::kName) return;
  for (int i = d + 2; i < last_chunk(); ++i)
    if (at(i) != ',' && at(i) != 'N' && at(i) != 'i' && at(i) != 'T' && at(i) != '(' && at(i) != ')') return;
  Candidate candidate = base(BuiltIn::Credit, d);
  candidate.opens = d;
  for (std::size_t i = around_.begin; i < around_.at; ++i)
    if (!going_on_.only_quotes(i)) return;
  const std::uint32_t begin = first > 0 ? chunk(first).first : around_.sentences[around_.begin].chunks.chunks.front().first;
  candidate.content.add({begin, chunk(d).first});
  candidate.source = tokens(d + 1, d + 2);
  candidate.form = SubjectForm::After;
  keep(candidate);
}

void SetOffQuotations::told_behind() const {
  static const std::uint32_t so = look_up("so").id;
  static const auto points = ids_of("that", "those", "such", "this", "these");
  static const auto from = ids_of("from", "of");
  if (title_ || parsed_.sentence.quote >= 0 || around_.at == around_.begin) return;
  const bool said_so = at(0) == 'V' && head_id(0) == so && (head(0).classes & kTakesQuote) != 0 && nominal(1);
  const bool words = nominal(0) && points.has(head_id(0)) && at(1) == 'F' && at(2) == 'N' && (head(2).classes & kSpeechNoun) != 0 &&
                     at(3) == 'i' && from.has(head_id(3)) && nominal(4);
  const int who = said_so ? 1 : 4;
  if ((!said_so && !words) || (at(who) == 'N' && !may_speak(who))) return;
  for (std::size_t i = around_.begin; i < around_.at; ++i)
    if (!going_on_.only_quotes(i)) return;
  Candidate candidate = base(BuiltIn::QuoteBeforeInverted, said_so ? 0 : 2);
  candidate.opens = 0;
  candidate.look = CueLook::None;
  const Sentence &first = around_.sentences[around_.begin].sentence, &last = around_.sentences[around_.at - 1].sentence;
  candidate.content.add({first.first, last.last});
  set_source(candidate, {.form = SubjectForm::After, .first = who, .last = source_end(doc_, parsed_.chunks, who), .head = who});
  keep(candidate);
}

void SetOffQuotations::floating() const {
  if (title_ || parsed_.sentence.quote >= 0) return;
  if (const int q = behind_pause(); q > 0) return stands_alone(q, tokens(q, last_chunk()));
  if (at(0) != 'Q' || !going_on_.only_quotes(around_.at)) return;
  // In a paragraph of its own, or behind a sentence; where that is somebody's statement the quotation is part of it, and goes with it.
  if (around_.at > around_.begin && going_on_.only_quotes(around_.at - 1)) return;
  std::size_t last = around_.at + 1;
  while (last < around_.end && going_on_.only_quotes(last)) ++last;
  if (around_.at == around_.begin && last < around_.end && !acts_between(last)) return;
  constexpr std::uint32_t kShortest = 7;  // tokens, marks included
  if (quote_at(0).continues >= 0 || chunk(0).last - chunk(0).first < kShortest) return;
  stands_alone(0, {parsed_.sentence.first, around_.sentences[last - 1].sentence.last});
}

// "“It leaks.” | Reyes shakes her head. | “It always did.”": whether somebody does something in the sentence between two quotations.
bool SetOffQuotations::acts_between(std::size_t sentence) const {
  static const auto gestures = ids_of("shake", "nod", "point", "shrug", "sigh", "smile", "laugh", "grin", "pause", "frown", "wave", "lean",
                                      "look", "gesture", "sit", "stare", "turn", "chuckle", "wince", "blink", "glance", "weep");
  if (sentence + 1 >= around_.end || !going_on_.only_quotes(sentence + 1)) return false;
  const SentenceView between(doc_, around_.sentences[sentence]);
  for (int v = 1; v < between.size(); ++v) {
    if (between.at(v) == 'Q' || between.at(v) == ':') return false;
    if (!between.finite(v) || !between.subject(v).known() || between.subject(v).first != 0) continue;
    const bool person = between.at(0) == 'N' && (between.head(0).classes & kGroup) == 0 && between.may_speak(0);
    return person && gestures.has(between.head(v).lemma) && !between.says_not(v);
  }
  return false;
}

void SetOffQuotations::stands_alone(int q, TokenRange content) const {
  Candidate candidate = base(BuiltIn::Floating, q);
  candidate.cue = {};
  candidate.cue_head = chunk(q).first;
  candidate.content.add(content);
  keep(candidate);
}

// "Then, after a long silence: | “It leaks.”": where the quotation stands that only a moment introduces; 0 where none does.
int SetOffQuotations::behind_pause() const {
  static const auto pauses = ids_of("silence", "pause", "beat", "sigh", "breath", "laugh", "while", "moment", "minute", "second", "hesitation");
  const auto moment = [&](int k) { return at(k) == 'T' || (at(k) == 'N' && ((head(k).classes & kTime) != 0 || pauses.has(head(k).lemma))); };
  const auto governs = [&](int k) { return (at(k) == 'i' || at(k) == 's') && moment(k + 1); };  // after | a while
  int i = 0;
  while (at(i) == 'A' || at(i) == 'T' || (at(i) == ',' && i > 0) || governs(i)) i += governs(i) ? 2 : 1;
  return i > 0 && at(i) == ':' && at(i + 1) == 'Q' && i + 2 == last_chunk() ? i + 1 : 0;
}

}  // namespace onrecord

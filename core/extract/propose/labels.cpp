#include "extract/propose/labels.h"

#include <algorithm>

#include "extract/propose/label_colon.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

void Labels::find() const {
  if (const TurnLabel& label = doc_.blocks[parsed_.sentence.block].label; !label.empty() && parsed_.sentence.quote < 0) {
    if (around_.at == around_.begin) turn(label);
    return;
  }
  if (!title_ && parsed_.sentence.quote < 0)
    if (const std::uint32_t colon = label_colon(doc_, parsed_.sentence.first, parsed_.sentence.last); colon != 0) return speech_of(colon);
  // "Ana Reyes:", "Ana Reyes (Harbour):", and before a quotation "The head of the port, Ana Reyes:".
  int colon = 1;
  if (at(0) == 'N' && at(1) == '(') {
    colon = 2;
    while (colon < 8 && at(colon) != ')' && at(colon) != 0) ++colon;
    colon = at(colon) == ')' ? colon + 1 : 0;
  } else if (at(0) == 'N') {
    while (colon < 6 && (at(colon) == 'N' || ((at(colon) == 'i' || at(colon) == ',') && at(colon + 1) == 'N'))) ++colon;
    if (at(colon) == '(' && at(colon + 1) == 'N' && at(colon + 2) == ')') colon += 3;
    // "Reyes, speaking to Radio Calder: “…”"
    if (at(colon) == ',' && at(colon + 1) == 'G') {
      constexpr int kFar = 8;  // chunks
      int k = colon + 2;
      while (k < colon + kFar && at(k) != ':' && at(k) != 'Q' && at(k) != 0 && !finite(k)) ++k;
      if (at(k) == ':' && at(k + 1) == 'Q') return labelled(k, colon);
    }
    if (colon > 1 && at(colon + 1) != 'Q' && !(title_ && speaks_to(0))) colon = 0;
  }
  if (at(0) == 'N' && colon > 0 && at(colon) == ':') return labelled(colon, speaks_to(0) ? 1 : colon);
  headline();
}

void Labels::labelled(int colon, int named) const {
  const bool first = around_.at == around_.begin;
  const Chunk& name = chunk(0);
  const bool long_name = chunk(named - 1).last - name.first > 5;
  const auto capitals = [&](std::uint32_t t) { return (doc_.tokens.shape[t] & (kAllCapitals | kMark)) != 0; };
  std::uint32_t shouted = name.first;
  while (shouted < chunk(colon).first && capitals(shouted)) ++shouted;
  if (shouted == chunk(colon).first && !names_somebody(doc_, name.first, shouted)) return;
  // "Opinion: …", "Weekend Roundup: …"
  if ((long_name && at(colon + 1) != 'Q') || kind_of_article(doc_.tokens.word[name.first]->lemma) || kind_of_article(head(0).lemma)) return;
  // "Nairobi: market reopens": where it happened
  const Bits own = head(0).classes;
  if (title_ && named == 1 && at(colon + 1) != 'Q' && (own & kPlace) != 0 && (own & (kSurname | kGroup)) == 0) return;
  if (long_name || !first) {
    // Inside a paragraph, or behind more than a name, only a quotation right behind the colon.
    if (at(colon + 1) != 'Q') return;
    Candidate candidate = base(BuiltIn::Label, colon);
    candidate.opens = colon + 1;
    candidate.cue_head = chunk(colon).first;
    candidate.content.add(tokens(colon + 1, ends_.quotation(colon + 1, colon).chunk));
    going_on_.add(candidate);
    candidate.source = tokens(0, named);
    candidate.form = SubjectForm::Adjacent;
    return keep(candidate);
  }
  Candidate candidate = base(in_transcript() ? BuiltIn::Turn : BuiltIn::Label, colon);
  candidate.opens = colon + 1;
  candidate.cue_head = chunk(colon).first;
  candidate.content.add(tokens(colon + 1, size()));
  for (std::size_t i = around_.at + 1; i < around_.end; ++i) {
    // Another label in the same paragraph begins another speaker's words.
    const std::string_view s = around_.sentences[i].chunks.symbols;
    if (s.starts_with("N:") || label_colon(doc_, around_.sentences[i].sentence.first, around_.sentences[i].sentence.last) != 0) break;
    candidate.content.add({around_.sentences[i].sentence.first, around_.sentences[i].sentence.last});
  }
  if (named > 1 || may_speak(0)) {  // "Flood: “We lost it”" is of nobody named
    candidate.source = tokens(0, named);
    candidate.form = SubjectForm::Adjacent;
  }
  keep(candidate);
}

bool Labels::kind_of_article(std::uint32_t lemma) {
  static const auto kinds = ids_of("opinion", "analysis", "comment", "review", "video", "watch", "live", "editorial", "exclusive",
                                   "update", "explainer", "obituary", "letter", "column", "podcast", "photo", "picture", "background",
                                   "note", "correction", "roundup", "guide", "recap", "preview", "timeline", "quiz", "gallery", "highlight",
                                   "checklist", "primer", "briefing", "newsletter");
  return kinds.has(lemma);
}

// A turn of an interview or a transcript, with the paragraphs in which it goes on.
void Labels::turn(const TurnLabel& label) const {
  Candidate candidate = base(BuiltIn::Turn, 0);
  while (candidate.cue_chunk + 1 < size() && chunk(candidate.cue_chunk).last < label.content) ++candidate.cue_chunk;
  candidate.opens = candidate.cue_chunk + 1;
  candidate.cue_head = label.content - 1;
  candidate.cue = {label.content - 1, label.content};
  candidate.source = {label.first, label.last};
  candidate.form = SubjectForm::Adjacent;
  candidate.content.add({label.content, parsed_.sentence.last});
  for (std::size_t i = around_.at + 1; i < around_.sentences.size(); ++i) {
    const Sentence& next = around_.sentences[i].sentence;
    if (next.quote >= 0 || (next.block != parsed_.sentence.block && !doc_.blocks[next.block].turn_goes_on)) break;
    candidate.content.add({next.first, next.last});
  }
  keep(candidate);
}

void Labels::speech_of(std::uint32_t colon) const {
  Candidate candidate = base(in_transcript() ? BuiltIn::Turn : BuiltIn::Label, 0);
  while (candidate.cue_chunk + 1 < size() && chunk(candidate.cue_chunk).last <= colon) ++candidate.cue_chunk;
  candidate.opens = candidate.cue_chunk + 1;
  candidate.cue = {colon, colon + 1};
  candidate.cue_head = colon;
  const std::uint32_t first = parsed_.sentence.first;
  candidate.source = {doc_.tokens.tag[first] == tag::kOpenQuote ? first + 1 : first, colon};
  candidate.form = SubjectForm::Adjacent;
  candidate.content.add({colon + 1, parsed_.sentence.last});
  for (std::size_t i = around_.at + 1; i < around_.end; ++i) {
    const Sentence& next = around_.sentences[i].sentence;
    if (label_colon(doc_, next.first, next.last) != 0) break;
    candidate.content.add({next.first, next.last});
  }
  keep(candidate);
}

bool Labels::in_transcript() const {
  const std::size_t own = parsed_.sentence.block;
  for (std::size_t b = own < 2 ? 0 : own - 2; b < std::min(own + 3, doc_.blocks.size()); ++b)
    if (b != own && label_colon(doc_, doc_.blocks[b].first, doc_.blocks[b].last) != 0) return true;
  return false;
}

bool Labels::speaks_to(int noun) const {
  static const std::uint32_t on = look_up("on").id, to = look_up("to").id;
  if (at(noun + 1) != 'i' || at(noun + 2) != 'N' || (head_id(noun + 1) != on && head_id(noun + 1) != to)) return false;
  return doc_.tokens.tag[chunk(noun).head] == tag::kName || (head(noun).classes & (word_class::kPerson | word_class::kTitle)) != 0;
}

// "Bridge ‘a sieve’ - mayor". Near misses: "Bridge to close - Calder Gazette", "Old ferry - new port".
bool Labels::signed_with_dash(int dash) const {
  constexpr std::uint32_t kLongest = 3;  // tokens of who says so
  const Chunk& who = chunk(dash + 1);
  if (at(dash) != 'D' || who.last - who.first > kLongest) return false;
  if ((doc_.tokens.word[who.head]->classes & (kPerson | kTitle | kDocument | kPeople)) == 0) return false;
  for (int i = 0; i < dash; ++i)
    if (finite(i) || at(i) == 'Q' || doc_.tokens.tag[chunk(i).last - 1] == tag::kCloseQuote) return true;
  const std::uint32_t before = chunk(dash).first;
  return before > 0 && doc_.tokens.tag[before - 1] == tag::kCloseQuote;
}

void Labels::headline() const {
  if (!title_) return;
  const int last = last_chunk();
  // "‘We lost everything’: families tell of the flood".
  constexpr std::uint32_t kShortest = 5;  // tokens, marks included
  const bool tell = finite(3) || speaks_to(2) || (at(3) == 'i' && (head(2).classes & (word_class::kPeople | word_class::kGroup)) != 0);
  if (at(0) == 'Q' && at(1) == ':' && at(2) == 'N' && may_speak(2) && tell && chunk(0).last - chunk(0).first >= kShortest) {
    Candidate candidate = base(BuiltIn::Credit, 1);
    candidate.opens = 1;
    candidate.content.add(tokens(0, 1));
    candidate.source = tokens(2, 3);
    candidate.form = SubjectForm::After;
    return keep(candidate);
  }
  if (last < 3 || at(last - 1) != 'N') return;
  const bool signed_with_colon = at(last - 2) == ':' && may_speak(last - 1);  // "‘The Long Bridge’: 12 photos" is of nobody
  if (!signed_with_colon && !signed_with_dash(last - 2)) return;
  Candidate candidate = base(BuiltIn::Credit, last - 2);
  candidate.opens = last - 2;
  candidate.content.add(tokens(0, last - 2));
  candidate.source = tokens(last - 1, last);
  candidate.form = SubjectForm::After;
  keep(candidate);
}

}  // namespace onrecord

#include "extract/propose/labels.h"

#include <algorithm>

#include "extract/propose/label_colon.h"
#include "extract/propose/terms.h"
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
    const auto joins = [&](int i) { return at(i) == 'i' || at(i) == ',' || (title_ && at(i) == 's'); };
    const bool named = is_name_of_somebody(0);
    const auto joined = [&](int i) { return at(i) == 'N' || (named && at(i) == 'T'); };  // Reyes on Monday: “…”
    while (colon < 6 && (joined(colon) || (joins(colon) && joined(colon + 1)))) ++colon;
    if (at(colon) == '(' && at(colon + 1) == 'N' && at(colon + 2) == ')') colon += 3;
    // "Reyes, speaking to Radio Calder: “…”", "Reyes, in Calder: “…”"
    static const auto places = ids_of("in", "at", "on", "outside", "near");
    const bool there = at(colon + 1) == 'i' && at(colon + 2) == 'N' && places.has(head_id(colon + 1)) && may_speak(0);
    if (at(colon) == ',' && (at(colon + 1) == 'G' || there)) {
      constexpr int kFar = 8;  // chunks
      int k = colon + 2;
      while (k < colon + kFar && at(k) != ':' && at(k) != 'Q' && at(k) != 0 && !finite(k)) ++k;
      if (at(k) == ':' && at(k + 1) == 'Q') return labelled(k, colon);
    }
    // "Ana Reyes, a baker – “…”" in a list of what people say
    if (at(colon) == 'D' && at(colon + 1) == 'Q' && quoted_to_end(colon + 1) && doc_.tokens.tag[chunk(0).head] == tag::kName)
      return labelled(colon, colon);
    // "Bishop of Calder: the port must close"
    const bool post = title_ && at(1) == 'i' && doc_.words(chunk(1).first) == "of" && (head(0).classes & (kPerson | kTitle)) != 0;
    if (colon > 1 && at(colon + 1) != 'Q' && !post && !(title_ && speaks_to(0, 1))) colon = 0;
  }
  if (at(0) == 'N' && colon > 0 && at(colon) == ':') {
    int named = 1;  // the family of a victim | on the flood
    const auto on_something = [&](int i) { return speaks_to(0, i) || (at(colon + 1) == 'Q' && (at(i) == 'T' || name_on(0, i))); };
    while (named < colon && !on_something(named)) ++named;
    return labelled(colon, named);
  }
  headline();
}

void Labels::labelled(int colon, int named) const {
  const bool first = around_.at == around_.begin;
  const Chunk& name = chunk(0);
  const bool long_name = chunk(named - 1).last - name.first > 5;
  const auto capitals = [&](std::uint32_t t) { return (doc_.tokens.shape[t] & (kAllCapitals | kMark)) != 0; };
  std::uint32_t shouted = name.first;
  while (shouted < chunk(colon).first && capitals(shouted)) ++shouted;
  // "Rockmoor (3-1): …", "Wild 4, Sabres 1: …": a score. "Reyes, 54: “…”" speaks.
  if (at(colon + 1) != 'Q' && (doc_.tokens.shape[chunk(colon).first - (at(colon - 1) == ')' ? 2 : 1)] & kDigit) != 0) return;
  if (shouted == chunk(colon).first && !labels_somebody(doc_, name.first, shouted)) return;
  // "Opinion: …", "Weekend Roundup: …"
  if ((long_name && at(colon + 1) != 'Q') || kind_of_article(doc_.tokens.word[name.first]->lemma) || kind_of_article(head(0).lemma)) return;
  // "Police: where to park"
  const bool explains = at(colon + 1) == 'w' || at(colon + 1) == 's';
  if (title_ && explains && doc_.tokens.tag[name.head] != tag::kName) return;
  // "Calder v Harbour: live", "Budget: in brief"
  if (title_ && named == colon && colon + 2 >= last_chunk() && at(colon + 1) == 'N' && chunk(colon + 1).last - chunk(colon + 1).first < 3)
    return;
  // "Ferries: Port is shut, owners say": what it is about
  const int cue = last_chunk() - 1;
  if (title_ && cue > colon + 3 && at(cue) == 'V' && nominal(cue - 1) && at(cue - 2) == ',' && (head(cue).classes & kTakesThat) != 0)
    return;
  // "Nairobi: market reopens": where it happened
  const Bits own = head(0).classes;
  const bool place = named == 1 && at(colon + 1) != 'Q' && (own & kPlace) != 0 && (own & (kSurname | kGroup)) == 0;
  if (place && (title_ || (first && opens_article() && !in_transcript()))) return;
  if (long_name || !first) {
    // Inside a paragraph, or behind more than a name, only a quotation right behind the colon.
    if (at(colon + 1) != 'Q') return;
    Candidate candidate = base(BuiltIn::Label, colon);
    candidate.opens = colon + 1;
    candidate.cue_head = chunk(colon).first;
    candidate.content.add(tokens(colon + 1, ends_.quotation(colon + 1, colon).chunk));
    going_on_.add(candidate);
    candidate.source = whose(named);
    candidate.form = SubjectForm::Adjacent;
    return keep(candidate);
  }
  const bool transcript = in_transcript();
  if (!title_ && !transcript && at(colon + 1) != 'Q' && quotes_others()) return;
  Candidate candidate = base(transcript ? BuiltIn::Turn : BuiltIn::Label, colon);
  candidate.opens = colon + 1;
  candidate.cue_head = chunk(colon).first;
  candidate.content.add(tokens(colon + 1, size()));
  for (std::size_t i = around_.at + 1; i < around_.end; ++i) {
    // Another label in the same paragraph begins another speaker's words.
    const std::string_view s = around_.sentences[i].chunks.symbols;
    if (s.starts_with("N:") || label_colon(doc_, around_.sentences[i].sentence.first, around_.sentences[i].sentence.last) != 0) break;
    candidate.content.add({around_.sentences[i].sentence.first, around_.sentences[i].sentence.last});
  }
  const bool says = title_ && says_in_headline(colon, named);
  if (says) candidate.construct = rules_.number(BuiltIn::Headline);
  if (says || named > 1 || may_speak(0)) {  // "Flood: “We lost it”" is of nobody named
    candidate.source = whose(named);
    candidate.form = SubjectForm::Adjacent;
  }
  keep(candidate);
}

// "Rovers: Dorn is fit. “I feel well,” he said.": whether somebody is quoted in the paragraph, which are notes then.
bool Labels::quotes_others() const {
  for (std::size_t i = around_.at; i < around_.end; ++i) {
    const Chunks& chunks = around_.sentences[i].chunks;
    for (int q = 0; q + 2 < chunks.size(); ++q) {
      if (chunks.at(q) != 'Q' || (chunks.at(q + 1) != 'P' && chunks.at(q + 1) != 'N') || chunks.at(q + 2) != 'V') continue;
      if ((doc_.tokens.word[chunks.chunks[static_cast<std::size_t>(q + 2)].head]->classes & kTakesQuote) != 0) return true;
    }
  }
  return false;
}

// "Ana Reyes | : …"; of "a widow's plea: “…”" the widow.
TokenRange Labels::whose(int named) const {
  const TokenRange owner = possessor(0);
  const bool plea = named == 1 && !owner.empty() && (head(0).classes & (kSpeechNoun | kAttitudeNoun)) != 0;
  // "the answer from Reyes: “…”" Reyes
  static const std::uint32_t from = look_up("from").id;
  const bool answer = (head(0).classes & kSpeechNoun) != 0 && at(1) == 'i' && head_id(1) == from && at(2) == 'N' && named > 2;
  return plea ? owner : tokens(answer ? 2 : 0, named);
}

bool Labels::kind_of_article(std::uint32_t lemma) {
  static const auto kinds = ids_of("opinion", "analysis", "comment", "review", "video", "watch", "live", "editorial", "exclusive",
                                   "update", "explainer", "obituary", "letter", "column", "podcast", "photo", "picture", "background",
                                   "note", "correction", "roundup", "guide", "recap", "preview", "timeline", "quiz", "gallery", "highlight",
                                   "checklist", "primer", "briefing", "newsletter", "transcript", "interview", "factbox", "profile",
                                   "breaking", "check", "fact", "claim", "rule", "ruling", "verdict", "assessment");
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
  // "NAIROBI: The court ruled": where it happened
  const std::uint32_t label = colon - parsed_.sentence.first;  // tokens
  const bool place = (doc_.tokens.word[colon - 1]->classes & (label == 1 ? kPlace | kSurname | kGroup : kPlace)) == kPlace &&
                     (label == 1 || (doc_.tokens.word[parsed_.sentence.first]->classes & (kMaleName | kFemaleName | kTitle)) == 0);
  const bool quotes = doc_.tokens.tag[colon + 1] == tag::kOpenQuote;
  if ((place || opens_report(colon)) && !quotes && !in_transcript()) return;
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

// "MORADA: Police said": one word that nobody knows, in capitals before the first paragraph that tells who says so: where it happened.
bool Labels::opens_report(std::uint32_t colon) const {
  if (colon != parsed_.sentence.first + 1 || doc_.tokens.word[colon - 1]->id != 0 || !opens_article()) return false;
  for (int v = 0; v < size(); ++v)
    if (finite(v) && subject(v).known() && (head(v).classes & (kTakesThat | kTakesQuote)) != 0 && may_speak(subject(v).head)) return true;
  return false;
}

// Whether nothing but titles, who wrote it and a line or two stands before the paragraph.
bool Labels::opens_article() const {
  constexpr std::size_t kHead = 4;  // paragraphs
  if (parsed_.sentence.block >= kHead) return false;
  return std::all_of(doc_.blocks.begin(), doc_.blocks.begin() + parsed_.sentence.block, [](const TokenBlock& block) {
    return block.role != Role::Paragraph || block.last_sentence <= block.first_sentence + 1;
  });
}

bool Labels::in_transcript() const {
  const std::size_t own = parsed_.sentence.block;
  for (std::size_t b = own < 2 ? 0 : own - 2; b < std::min(own + 3, doc_.blocks.size()); ++b)
    if (b != own && label_colon(doc_, doc_.blocks[b].first, doc_.blocks[b].last) != 0) return true;
  return false;
}

bool Labels::quoted_to_end(int q) const {
  constexpr std::uint32_t kShortest = 6;  // tokens, marks included
  return q + 1 >= last_chunk() && chunk(q).last - chunk(q).first >= kShortest;
}

bool Labels::says_in_headline(int colon, int named) const {
  static constexpr ClassSet kExplains("wWsi");
  if (kExplains.has(at(colon + 1))) return false;
  static const std::uint32_t pm = look_up("PM").id;
  const bool calling = (head(0).classes & (kPerson | kPeople | kTitle)) != 0 || head(0).id == pm;
  const bool somebody = named < colon || (named == 1 && calling);
  bool acts = at(colon + 1) == 'Q';
  for (int i = colon + 1; i < last_chunk() && !acts; ++i) acts = finite(i) || at(i) == 'K' || at(i) == 'E';
  return somebody && acts;
}

bool Labels::is_name_of_somebody(int noun) const {
  return doc_.tokens.tag[chunk(noun).head] == tag::kName && (head(noun).classes & (kPlace | kSurname)) != kPlace;
}

bool Labels::name_on(int noun, int preposition) const {
  static const std::uint32_t on = look_up("on").id;
  return at(preposition) == 'i' && head_id(preposition) == on && is_name_of_somebody(noun);
}

bool Labels::speaks_to(int noun, int preposition) const {
  static const std::uint32_t on = look_up("on").id, to = look_up("to").id;
  const int p = preposition;
  return at(p) == 'i' && at(p + 1) == 'N' && (head_id(p) == on || head_id(p) == to) && names_somebody(noun);
}

// "Bridge ‘a sieve’ - mayor". Near misses: "Bridge to close - Calder Gazette", "Old ferry - new port".
bool Labels::signed_with_dash(int dash) const {
  constexpr std::uint32_t kLongest = 3;  // tokens of who says so
  const Chunk& who = chunk(dash + 1);
  if (at(dash) != 'D' || who.last - who.first > kLongest) return false;
  const bool named = (doc_.tokens.word[who.first]->classes & (kMaleName | kFemaleName)) != 0 && who.head > who.first &&
                     (doc_.tokens.word[who.head]->classes & kOrganizationName) == 0;
  // “We lost it all” - Reyes: a surname by itself signs what is a quotation, whole.
  const bool surname = dash == 1 && at(0) == 'Q' && who.last == who.first + 1 && !is_term(doc_, quote_at(0)) &&
                       (doc_.tokens.word[who.first]->classes & (kSurname | kPlace | kOrganizationName)) == kSurname;
  const bool house = (doc_.tokens.shape[who.first] & kCapital) != 0;
  const Bits kinds = kPerson | kTitle | kDocument | kPeople | (house ? 0 : kGroup);
  if (!named && !surname && (doc_.tokens.word[who.head]->classes & kinds) == 0) return false;
  for (int i = 0; i < dash; ++i)
    if (finite(i) || at(i) == 'Q' || doc_.tokens.tag[chunk(i).last - 1] == tag::kCloseQuote) return true;
  const std::uint32_t before = chunk(dash).first;
  return before > 0 && doc_.tokens.tag[before - 1] == tag::kCloseQuote;
}

bool Labels::quotation_and_story() const {
  constexpr std::uint32_t kShortest = 5;  // tokens, marks included
  const Chunk& words = chunk(0);
  if (words.last - words.first < kShortest || is_term(doc_, quote_at(0))) return false;
  int who = 2;
  while (who < 4 && (at(who) != 'N' || at(who + 1) == 'N')) ++who;  // how | one baker, Meet | the baker
  if (at(who) != 'N') return false;
  // "“I never slept”: a talk with | Ana Reyes", not "“The Long Bridge to Calder”: a talk with Ana Reyes"
  static const std::uint32_t with = look_up("with").id;
  static const auto own = ids_of("i", "we", "my", "me", "our", "us");
  bool of_self = false;
  for (std::uint32_t t = words.first; t < words.last; ++t) of_self |= own.has(doc_.tokens.word[t]->id);
  const bool talk = at(who + 1) == 'i' && head_id(who + 1) == with && at(who + 2) == 'N' && doc_.tokens.tag[chunk(who).head] != tag::kName;
  if (of_self && talk) who += 2;
  TokenRange source = tokens(who, who + 1);
  for (std::uint32_t t = source.first + 1; t < source.last; ++t)
    if (doc_.tokens.tag[t] == tag::kPossessive && (doc_.tokens.word[t - 1]->classes & (kPerson | kPeople | kGroup)) != 0) source.last = t;
  // "Reyes | blasts players": what looks like several things behind a name
  for (std::uint32_t t = source.first + 1; t < source.last; ++t)
    if (doc_.tokens.tag[t - 1] == tag::kName && (doc_.tokens.shape[t] & kCapital) == 0 &&
        (doc_.tokens.word[t]->tags & tag_bit(tag::kThirdPerson)) != 0)
      source.last = t;
  const bool tells = who > 2 || source.last < chunk(who).last || finite(who + 1) || at(who + 1) == 'W' || at(who + 1) == 'i';
  // "“Shut it”: Uproar in port": an ordinary word that has its capital from the colon
  const Bits last_word = doc_.tokens.word[source.last - 1]->classes;
  const bool thing = (last_word & kCommonWord) != 0 && (last_word & (kSurname | kMaleName | kFemaleName | kPlace)) == 0;
  const bool name = doc_.tokens.tag[source.last - 1] == tag::kName && !(thing && source.last == source.first + 1);
  if (!tells || !(name || (doc_.tokens.word[source.last - 1]->classes & (kPerson | kTitle | kPeople | kGroup)) != 0)) return false;
  Candidate candidate = base(BuiltIn::Credit, 1);
  candidate.opens = 1;
  candidate.content.add(tokens(0, 1));
  candidate.source = source;
  candidate.form = SubjectForm::After;
  keep(candidate);
  return true;
}

void Labels::headline() const {
  if (!title_) return;
  const int last = last_chunk();
  if (at(0) == 'Q' && (at(1) == ':' || at(1) == 'D') && quotation_and_story()) return;
  if (last < 3 || at(last - 1) != 'N') return;
  if (last == 3 && kind_of_article(head(0).lemma)) return;  // Live: Storm Petra
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

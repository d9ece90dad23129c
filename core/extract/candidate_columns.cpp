#include "extract/candidate_columns.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/halving.h"
#include "extract/parts.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;
using Part = FeaturePart;

const Part& part_of_form(SubjectForm form) {
  static constexpr std::array<Part, 12> kForms{"none",       "adjacent", "apposition", "relative-aside",  "aside",      "restrictive",
                                               "relative",   "carried",  "participle", "noun-participle", "infinitive", "after"};
  static_assert(static_cast<std::size_t>(SubjectForm::After) + 1 == kForms.size());
  return kForms[static_cast<std::size_t>(form)];
}

// What WordNet and the lists say of the cue word: a letter for each class it has.
const Part& group_of(const Word& word) {
  static constexpr std::array<Bits, 9> kBits{kTakesQuote, kTakesThat, kCommunication, kCognition, kAttitude, kAddresseeVerb,
                                             kSpeechNoun | kSpeechAdjective, kAttitudeNoun | kAttitudeAdjective, kCommonWord};
  static constexpr std::string_view kLetters = "QTCKADSNW";
  static const std::array<std::string, 512> names = [] {
    std::array<std::string, 512> out;
    for (std::size_t i = 0; i < out.size(); ++i)
      for (std::size_t bit = 0; bit < kBits.size(); ++bit)
        if ((i >> bit & 1U) != 0) out[i] += kLetters[bit];
    return out;
  }();
  static const std::vector<Part> parts(names.begin(), names.end());
  std::size_t index = 0;
  for (std::size_t bit = 0; bit < kBits.size(); ++bit) index |= static_cast<std::size_t>((word.classes & kBits[bit]) != 0) << bit;
  return parts[index];
}

// A noun or verb that a content may be carried by.
bool carries(char symbol) {
  return symbol == 'N' || symbol == 'V' || symbol == 'U' || symbol == 'I' || symbol == 'G' || symbol == 'J' || symbol == 'P';
}

}  // namespace

void CandidateColumns::clear(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences) {
  doc_ = &doc;
  grammar_ = &grammar;
  sentences_ = sentences;
  size_ = 0;
  for (List* list : {&all, &sourced, &light, &not_light, &shaped, &in_pieces, &headed, &ended, &in_titles, &questions, &inside_quotes, &labels, &turns,
                     &with_adverb, &with_modal, &governed})
    list->clear();
}

void CandidateColumns::add(const Candidate& candidate) {
  const std::size_t row = size_++;
  c_ = &candidate;
  parsed_ = &sentences_[candidate.sentence];
  chunks_ = &parsed_->chunks;
  all.add(row);
  construct[row] = &grammar_->parts[candidate.construct];
  lemma[row] = lemma_part(*doc_, candidate.cue_head);
  next[row] = chunk_part(*doc_, *chunks_, candidate.cue_chunk + 1);
  opens[row] = chunk_part(*doc_, *chunks_, candidate.opens);
  group[row] = &group_of(word(candidate.cue_head));
  form[row] = &part_of_form(candidate.form);
  verb[row] = &verb_of();
  add_source(row);
  (candidate.light_verb != 0 ? light : not_light).add(row);
  if (candidate.light_verb != 0) light_verb[row] = lemma_part(*doc_, candidate.light_verb);
  add_content(row);
  add_label(row);
  add_surroundings(row);
}

// What kind of word group names the source.
void CandidateColumns::add_source(std::size_t row) {
  const TokenRange range = c_->source;
  if (range.empty()) {
    source[row] = kPart<"nobody">;
    return;
  }
  sourced.add(row);
  static constexpr std::array<Part, 5> kGaps{"0", "1", "2-4", "5-10", "11+"};
  const std::uint32_t between = range.last <= c_->cue.first ? c_->cue.first - range.last : range.first >= c_->cue.last ? range.first - c_->cue.last : 0;
  gap[row] = &kGaps[between <= 1 ? between : between <= 4 ? 2 : between <= 10 ? 3 : 4];

  const char* const tag = doc_->tokens.tag.data();
  if (const char g = tag[range.first]; g == tag::kPronoun || g == tag::kPossessivePronoun || g == tag::kWhPronoun) {
    const std::uint32_t id = word(range.first).id;
    source[row] = id != 0 ? word_part(id) : kPart<"pronoun">;
    source_head[row] = lemma_part(*doc_, range.first);
    return;
  }
  // The first noun group's head decides.
  std::uint32_t noun = range.first;
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const char g = tag[t];
    if (g == tag::kNoun || g == tag::kNouns || g == tag::kName || g == tag::kNames) noun = t;
    else if (g == tag::kPreposition || g == tag::kComma || g == tag::kWhPronoun || g == tag::kParticiple || g == tag::kGerund) break;
  }
  source_head[row] = lemma_part(*doc_, noun);
  source[row] = [&]() -> const Part& {
    const Bits classes = word(noun).classes;
    const char g = tag[noun];
    if (g == tag::kName || g == tag::kNames) {
      if ((classes & (kOrganizationName | kGroup)) != 0) return kPart<"organization">;
      if ((classes & (kPlace | kDemonym)) != 0 && (classes & (kSurname | kMaleName | kFemaleName)) == 0) return kPart<"place">;
      return g == tag::kNames ? kPart<"names"> : noun > range.first ? kPart<"full-name"> : kPart<"name">;
    }
    if ((classes & kDocument) != 0) return kPart<"document">;
    if ((classes & kPeople) != 0) return kPart<"people">;
    if ((classes & kPerson) != 0) return g == tag::kNouns ? kPart<"people"> : kPart<"person">;
    if ((classes & kGroup) != 0) return kPart<"group">;
    if (g == tag::kNumber) return kPart<"number">;
    if (g == tag::kDeterminer) return kPart<"determiner">;
    return g == tag::kNouns ? kPart<"nouns"> : kPart<"noun">;
  }();
}

// Tense, voice and what else the cue's verb group holds.
const Part& CandidateColumns::verb_of() const {
  const char symbol = at(c_->cue_chunk);
  const Chunk& verbs = chunk(c_->cue_chunk);
  bool has_modal = false, negated = false, perfect = false;
  for (std::uint32_t t = verbs.first; t < verbs.last; ++t) {
    has_modal |= doc_->tokens.tag[t] == tag::kModal;
    negated |= (word(t).classes & kNegation) != 0;
    perfect |= t != verbs.head && (word(t).classes & kHave) != 0;
  }
  switch (symbol) {
    case 'V':
      if (negated) return kPart<"V-not">;
      if (has_modal) return kPart<"V-modal">;
      if (perfect) return kPart<"V-perfect">;
      switch (doc_->tokens.tag[verbs.head]) {
        case tag::kPast: return kPart<"V-past">;
        case tag::kThirdPerson: return kPart<"V-s">;
        case tag::kPresent: return kPart<"V-present">;
        case tag::kGerund: return kPart<"V-progressive">;
        default: return kPart<"V">;
      }
    case 'U': return has_modal ? kPart<"U-modal"> : kPart<"U">;
    case 'G': return kPart<"G">;
    case 'I': return at(c_->cue_chunk - 1) == 'V' ? kPart<"I-verb"> : kPart<"I">;
    case 'E': return kPart<"E">;
    case 'K': return kPart<"K">;
    case 'N': return kPart<"N">;
    case 'J': return kPart<"J">;
    default: return kPart<"other">;
  }
}

void CandidateColumns::add_content(std::size_t row) {
  const std::uint32_t n = c_->content.tokens();
  static constexpr std::array<Part, 7> kLengths{"1", "2", "3", "4-5", "6-9", "10-19", "20+"};
  length[row] = &kLengths[n <= 1 ? 0 : n <= 3 ? n - 1 : n <= 5 ? 3 : n <= 9 ? 4 : n <= 19 ? 5 : 6];
  if (c_->first >= 0) {
    static constexpr std::array<Part, 5> kChances{"0.2", "0.4", "0.6", "0.8", "1"};
    ended.add(row);
    sure_end[row] = &kChances[static_cast<std::size_t>(std::clamp(static_cast<int>(c_->end_chance * 5), 0, 4))];
  }
  bool quotes = false, names = false;
  std::uint32_t words = 0;
  for (const TokenRange& piece : c_->content)
    for (std::uint32_t t = piece.first; t < piece.last && words < 60; ++t, ++words) {
      quotes |= doc_->tokens.tag[t] == tag::kOpenQuote || doc_->tokens.tag[t] == tag::kCloseQuote;
      names |= doc_->tokens.tag[t] == tag::kName;
    }
  const bool opened = doc_->tokens.tag[c_->content.front().first] == tag::kOpenQuote;
  std::uint32_t last = c_->content.back().last - 1;
  while (last > c_->content.front().first && (doc_->tokens.tag[last] == tag::kStop || doc_->tokens.tag[last] == tag::kComma)) --last;
  const bool shut = doc_->tokens.tag[last] == tag::kCloseQuote;
  marks[row] = !quotes ? &kPart<"none"> : opened && shut ? &kPart<"both"> : opened ? &kPart<"begins"> : shut ? &kPart<"ends"> : &kPart<"inside">;
  named[row] = names ? &kPart<"name"> : &kPart<"none">;
  if (quotes) {
    shaped.add(row);
    shape[row] = shape_of_quotation();
  }
  if (c_->content.size() > 1) {
    in_pieces.add(row);
    pieces[row] = c_->content.size() > 2 ? &kPart<"3"> : &kPart<"2">;
    const char begins = doc_->tokens.tag[c_->content.back().first];
    last_piece[row] = begins == tag::kOpenQuote ? &kPart<"quotation"> : begins == tag::kPreposition ? &kPart<"preposition"> : &kPart<"words">;
  }
  // The content's first word and its first noun or verb.
  const TokenRange first = c_->content.front();
  const Word& opening = word(first.first);
  first_word[row] = opening.id != 0 && (opening.classes & kFunctionWord) != 0 ? word_part(opening.id) : kPart<"-">;
  const auto& chunks = chunks_->chunks;
  auto i = static_cast<int>(count_while(chunks.size(), [&](std::size_t k) { return chunks[k].first < first.first; }));
  while (i < chunks_->size() && !carries(at(i))) ++i;
  const std::uint32_t carrier = i < chunks_->size() ? chunk(i).head : first.first;
  if (carrier >= first.last) return;
  headed.add(row);
  head[row] = lemma_part(*doc_, carrier);
  const Bits classes = word(carrier).classes;
  const char tag = doc_->tokens.tag[carrier];
  head_kind[row] = (classes & (kSpeechNoun | kAttitudeNoun)) != 0 ? &kPart<"speech-noun">
                   : (classes & (kPerson | kPeople)) != 0         ? &kPart<"person">
                   : (classes & kDocument) != 0                   ? &kPart<"document">
                   : (classes & kGroup) != 0                      ? &kPart<"group">
                   : tag == tag::kName                            ? &kPart<"name">
                   : tag == tag::kPronoun                         ? &kPart<"pronoun">
                                                                  : &kPart<"other">;
}

// How the content's first quotation is written: the title of a work ("The Long Bridge") is no speech.
const Part& CandidateColumns::shape_of_quotation() const {
  const TokenRange& piece = c_->content.front();
  std::uint32_t words = 0, capitals = 0, first = piece.last;
  bool inside = false, stop = false;
  for (std::uint32_t t = piece.first; t < piece.last && words < 40; ++t) {
    const char tag = doc_->tokens.tag[t];
    if (tag == tag::kOpenQuote) inside = true;
    else if (tag == tag::kCloseQuote && words > 0) break;
    if (!inside) continue;
    if ((doc_->tokens.shape[t] & kMark) != 0) {
      stop |= tag == tag::kStop || tag == tag::kComma;
      continue;
    }
    if (words++ == 0) first = t;
    const bool small_word = (word(t).classes & kFunctionWord) != 0 && t != first;
    capitals += (doc_->tokens.shape[t] & kCapital) != 0 || small_word ? 1U : 0U;
  }
  if (words == 0) return kPart<"other">;
  if (words >= 2 && capitals == words) return kPart<"title">;
  const bool capital = (doc_->tokens.shape[first] & kCapital) != 0;
  if (words <= 3 && capital) return stop ? kPart<"short-capital-stop"> : kPart<"short-capital">;
  if (words <= 3) return stop ? kPart<"short-small-stop"> : kPart<"short-small">;
  if (capital) return stop ? kPart<"capital-stop"> : kPart<"capital">;
  return stop ? kPart<"small-stop"> : kPart<"small">;
}

void CandidateColumns::add_label(std::size_t row) {
  const bool turn = c_->construct == grammar_->number(BuiltIn::Turn);
  if ((!turn && c_->construct != grammar_->number(BuiltIn::Label)) || c_->source.empty()) return;
  const bool capitals = (doc_->tokens.shape[c_->source.first] & kAllCapitals) != 0;
  labels.add(row);
  label[row] = capitals ? &kPart<"capitals"> : doc_->tokens.tag[c_->source.first] == tag::kName ? &kPart<"name"> : &kPart<"word">;
  place[row] = c_->source.first == doc_->blocks[parsed_->sentence.block].first ? &kPart<"first"> : &kPart<"later">;
  says[row] = at(c_->opens) == 'Q' ? &kPart<"quote"> : &kPart<"words">;
  if (!turn) return;
  turns.add(row);
  label_form[row] = capitals ? &kPart<"capitals"> : c_->source.last - c_->source.first == 1 ? &kPart<"word"> : &kPart<"words">;
}

void CandidateColumns::add_surroundings(std::size_t row) {
  if (doc_->blocks[parsed_->sentence.block].role == Role::Title) in_titles.add(row);
  const Subject& subject = parsed_->subjects[static_cast<std::size_t>(c_->cue_chunk)];
  const int clause = subject.known() && c_->form != SubjectForm::After ? subject.first - 1 : c_->cue_chunk - 1;
  before[row] = clause < 0 ? kPart<"^"> : chunk_part(*doc_, *chunks_, clause);
  // Behind the content.
  const std::uint32_t last = c_->content.back().last;
  const bool text_goes_on = last < doc_->tokens.size();
  const char tag = text_goes_on ? doc_->tokens.tag[last] : '\0';
  if (tag == tag::kOpenQuote || tag == tag::kCloseQuote) {
    behind[row] = kPart<"quote">;  // whatever its shape
  } else {
    const std::string_view mark = text_goes_on && (doc_->tokens.shape[last] & kMark) != 0 ? doc_->words(last) : std::string_view("-");
    behind[row] = mark == "|" ? kPart<"-"> : Part(mark);
  }
  // Adverbs in the cue, and a question.
  const Chunk& cue = chunk(c_->cue_chunk);
  if (const std::uint32_t id = word(cue.first).id; id != 0 && cue.last - cue.first > 1) {
    if (doc_->tokens.tag[cue.first] == tag::kAdverb) {
      with_adverb.add(row);
      adverb[row] = word_part(id);
    } else if (doc_->tokens.tag[cue.first] == tag::kModal) {
      with_modal.add(row);
      modal[row] = word_part(id);
    }
  }
  const std::uint32_t end = parsed_->sentence.last;
  if (end > 0 && doc_->words(end - 1) == "?") questions.add(row);
  if (parsed_->sentence.quote >= 0) inside_quotes.add(row);
  // What governs the cue: "expected to say", "asked to explain".
  if (at(c_->cue_chunk) != 'I' && at(c_->cue_chunk) != 'G') return;
  const int i = at(c_->cue_chunk - 1) == 'N' || at(c_->cue_chunk - 1) == 'P' ? c_->cue_chunk - 2 : c_->cue_chunk - 1;
  if (i < 0 || std::string_view("VUGIFJN").find(at(i)) == std::string_view::npos) return;
  governed.add(row);
  governor[row] = lemma_part(*doc_, chunk(i).head);
}

}  // namespace onrecord

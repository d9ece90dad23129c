#include "extract/weigh/candidate_facts.h"

#include <algorithm>
#include <initializer_list>

#include "base/first_true.h"
#include "base/halving.h"
#include "extract/chunk/noun_phrases.h"
#include "extract/weigh/parts.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;

// By tag: what a noun group may have for its head, what stands behind one.
constexpr std::array<bool, 128> set_of_tags(std::initializer_list<char> tags) {
  std::array<bool, 128> out{};
  for (const char tag : tags) out[static_cast<std::size_t>(tag)] = true;
  return out;
}
constexpr auto kNounTags = set_of_tags({tag::kNoun, tag::kNouns, tag::kName, tag::kNames});
constexpr auto kEndsGroup = set_of_tags({tag::kPreposition, tag::kComma, tag::kWhPronoun, tag::kParticiple, tag::kGerund});

// Which of a few kinds a number is of: those below none are of the first one's, those above all of the last one's.
template <std::size_t N>
std::size_t of_number(const std::array<std::uint8_t, N>& kinds, int number) {
  return kinds[static_cast<std::size_t>(std::clamp(number, 0, static_cast<int>(N) - 1))];
}

// A noun or verb that a content may be carried by.
bool carries(char symbol) {
  static constexpr ClassSet kCarries("NVUIGJP");
  return kCarries.has(symbol);
}

// Which words are used like the head of a chunk with this symbol.
const FeaturePart& cluster_of(char symbol, const Word& head) {
  return cluster_part(symbol == 'N' || symbol == 'J' ? 'n' : 'v', head.clusters);
}

}  // namespace

void CandidateFacts::begin(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences) {
  doc_ = &doc;
  grammar_ = &grammar;
  sentences_ = sentences;
  c_ = nullptr;
}

void CandidateFacts::open(const Candidate& candidate) {
  add_cue(candidate);
  new_source = new_cue || candidate.source != source_range_ || form != &form_part(candidate.form);
  if (new_source) add_source();
  opens = chunk_part(*doc_, *chunks_, candidate.opens);
  add_distances();
  add_carrier();
  add_label();
}

// The cue and what stands around it.
void CandidateFacts::add_cue(const Candidate& candidate) {
  new_cue = c_ == nullptr || candidate.sentence != sentence_ || candidate.cue_head != cue_head_ || candidate.cue_chunk != cue_chunk_ ||
            candidate.companion != companion_token_;
  c_ = &candidate;
  construct = &grammar_->parts[candidate.construct];
  if (!new_cue) return;
  sentence_ = candidate.sentence;
  cue_head_ = candidate.cue_head;
  cue_chunk_ = candidate.cue_chunk;
  companion_token_ = candidate.companion;
  parsed_ = &sentences_[candidate.sentence];
  chunks_ = &parsed_->chunks;
  lemma = lemma_part(*doc_, candidate.cue_head);
  cluster = &cluster_of(at(candidate.cue_chunk), word(candidate.cue_head));
  // "put it" says what "say" does.
  static const Word& say = look_up("say");
  static const std::uint32_t it = look_up("it").id;
  group = &group_part(candidate.companion != 0 && word(candidate.companion).id == it ? say : word(candidate.cue_head));
  words_it = (word(candidate.cue_head).classes & kTakesQuote) != 0;
  previous = chunk_part(*doc_, *chunks_, candidate.cue_chunk - 1);
  const int behind_cue = behind_setting(candidate.cue_chunk + 1);
  next = at(behind_cue) == ';' ? FeaturePart(".") : chunk_part(*doc_, *chunks_, behind_cue);  // "it leaks, some said; others left"
  second = chunk_part(*doc_, *chunks_, behind_cue + 1);
  beside = quotes_around(candidate.cue_chunk);
  static constexpr std::array<std::uint8_t, 9> kOrderOf{0, 0, 1, 2, 2, 3, 3, 3, 4};
  place_of_cue = &kOrder[of_number(kOrderOf, candidate.cue_chunk)];
  verb = verb_of();
  accompanied = candidate.companion != 0;
  if (accompanied) companion = lemma_part(*doc_, candidate.companion);
  in_title = doc_->blocks[parsed_->sentence.block].role == Role::Title;
  inside_quotes = parsed_->sentence.quote >= 0;
}

// "said | in a statement on Monday | that", "told | reporters | on Monday.": where and to whom it was said tells nothing of
// what stands behind the cue.
int CandidateFacts::behind_setting(int i) const {
  if (at(i - 1) != 'V') return i;
  const bool told = (at(i) == 'N' || at(i) == 'P') && (word(chunk(i - 1).head).classes & kAddresseeVerb) != 0;
  if (told && (at(i + 1) == '.' || at(i + 1) == 'T')) return i + 1;
  int time = i;  // added late on Tuesday.
  while (at(time) == 'T' || at(time) == 'A') ++time;
  if (at(time) == '.') return time;
  if (!is_setting(*doc_, *chunks_, i, kOccasion | kMedium | kDocument)) return i;
  for (i += 2; at(i) == 'T' || at(i) == 'A' || (at(i) == 'i' && at(i + 1) == 'N');) i += at(i) == 'i' ? 2 : 1;  // with the Post on Monday
  return i;
}

// What kind of word group names the source.
void CandidateFacts::add_source() {
  const TokenRange range = source_range_ = c_->source;
  form = &form_part(c_->form);
  const Subject& subject = parsed_->subjects[static_cast<std::size_t>(c_->cue_chunk)];
  const int clause = subject.known() && c_->form != SubjectForm::After ? subject.first - 1 : c_->cue_chunk - 1;
  before = clause < 0 ? kPart<"^"> : chunk_part(*doc_, *chunks_, clause);
  static constexpr std::array<FeaturePart, 6> kSizes{"0", "1", "2", "3-5", "6-10", "11+"};
  static constexpr std::array<std::uint8_t, 12> kSizeOf{0, 1, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5};
  size = &kSizes[of_number(kSizeOf, static_cast<int>(range.last - range.first))];
  sourced = !range.empty();
  if (!sourced) {
    source = kPart<"nobody">;
    return;
  }
  const char* const tag = doc_->tokens.tag.data();
  if (const char g = tag[range.first]; g == tag::kPronoun || g == tag::kPossessivePronoun || g == tag::kWhPronoun) {
    const std::uint32_t id = word(range.first).id;
    source = id != 0 ? word_part(id) : kPart<"pronoun">;
    source_head = lemma_part(*doc_, range.first);
    return;
  }
  // The first noun group's head decides.
  std::uint32_t noun = range.first;
  for (std::uint32_t t = range.first; t < range.last && !kEndsGroup[static_cast<unsigned char>(tag[t]) & 127U]; ++t)
    noun = kNounTags[static_cast<unsigned char>(tag[t]) & 127U] ? t : noun;
  source_head = lemma_part(*doc_, noun);
  static constexpr std::array<FeaturePart, 13> kSources{"organization", "place",  "names",  "full-name",  "name",  "document", "people",
                                                        "person",       "group", "number", "determiner", "nouns", "noun"};
  const Bits classes = word(noun).classes;
  const char g = tag[noun];
  const bool name = (g == tag::kName) | (g == tag::kNames), plural = g == tag::kNouns;
  const auto is = [classes](Bits any) { return (classes & any) != 0; };
  source = kSources[first_true(name & is(kOrganizationName | kGroup),
                               name & is(kPlace | kDemonym) & !is(kSurname | kMaleName | kFemaleName),
                               g == tag::kNames, name & (noun > range.first), name, is(kDocument), is(kPeople) | (is(kPerson) & plural),
                               is(kPerson), is(kGroup), g == tag::kNumber, g == tag::kDeterminer, plural)];
}

void CandidateFacts::add_distances() {
  static constexpr std::array<FeaturePart, 5> kChunks{"0", "1", "2", "3-4", "5+"};
  static constexpr std::array<std::uint8_t, 6> kChunksOf{0, 1, 2, 3, 3, 4};
  far = &kChunks[of_number(kChunksOf, c_->opens - c_->cue_chunk - 1)];
  if (!sourced) {
    gap = &kPart<"-">;
    return;
  }
  static constexpr std::array<FeaturePart, 5> kGaps{"0", "1", "2-4", "5-10", "11+"};
  static constexpr std::array<std::uint8_t, 12> kGapOf{0, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4};
  const auto between = [](const TokenRange& a, const TokenRange& b) { return static_cast<int>(b.first) - static_cast<int>(a.last); };
  gap = &kGaps[of_number(kGapOf, std::max(between(source_range_, c_->cue), between(c_->cue, source_range_)))];
}

// Looks no farther than a long sentence reaches, so that cues in an endless one cost no more.
CandidateFacts::Part CandidateFacts::quotes_around(int cue) const {
  if (!chunks_->quotes) return &kPart<"none">;
  constexpr std::size_t kFarthest = 64;  // chunks
  const std::string_view symbols = chunks_->symbols;
  const auto at = static_cast<std::size_t>(cue);
  std::size_t from = at - std::min(at, kFarthest);
  // "Calling it “a sieve,” Reyes said that …": the quotation is the participle's.
  if (at > 2 && from == 0 && (symbols[0] == 'G' || symbols[0] == 'E')) {
    const std::size_t q = symbols.rfind('Q', at);
    if (q != std::string_view::npos && q + 2 == at) from = q + 1;
  }
  const bool before_it = symbols.substr(from, at - from).find('Q') != std::string_view::npos;
  const bool behind_it = symbols.substr(std::min(at + 1, symbols.size()), kFarthest).find('Q') != std::string_view::npos;
  return before_it ? behind_it ? &kPart<"both"> : &kPart<"before"> : behind_it ? &kPart<"behind"> : &kPart<"none">;
}

// Tense, voice and what else the cue's verb group holds.
CandidateFacts::Part CandidateFacts::verb_of() const {
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
      if (negated) return &kPart<"V-not">;
      if (has_modal) return &kPart<"V-modal">;
      if (perfect) return &kPart<"V-perfect">;
      switch (doc_->tokens.tag[verbs.head]) {
        case tag::kPast: return &kPart<"V-past">;
        case tag::kThirdPerson: return &kPart<"V-s">;
        case tag::kPresent: return &kPart<"V-present">;
        case tag::kGerund: return &kPart<"V-progressive">;
        default: return &kPart<"V">;
      }
    case 'U': return has_modal ? &kPart<"U-modal"> : &kPart<"U">;
    case 'G': return &kPart<"G">;
    case 'I': return at(c_->cue_chunk - 1) == 'V' ? &kPart<"I-verb"> : &kPart<"I">;
    case 'E': return &kPart<"E">;
    case 'K': return &kPart<"K">;
    case 'N': return &kPart<"N">;
    case 'J': return &kPart<"J">;
    default: return &kPart<"other">;
  }
}

const std::array<FeaturePart, 5> CandidateFacts::kOrder{"1-2", "3", "4-5", "6-8", "9+"};
const std::array<FeaturePart, 7> CandidateFacts::kLengths{"1", "2", "3", "4-5", "6-9", "10-19", "20+"};
const std::array<FeaturePart, 5> CandidateFacts::kChances{"0.2", "0.4", "0.6", "0.8", "1"};
const std::array<FeaturePart, 5> CandidateFacts::kMarks{"none", "both", "begins", "ends", "inside"};
// How a quotation is written: a title; a few words or more, in small letters or not, with a stop or comma or without.
const std::array<FeaturePart, 10> CandidateFacts::kShapes{"other", "title", "short-small", "short-small-stop", "short-capital",
                                                          "short-capital-stop", "small", "small-stop", "capital", "capital-stop"};
// What stands behind a content: no mark or a hyphen, a quotation mark of any shape, a mark that is not listed; those that are.
const std::array<FeaturePart, 26> CandidateFacts::kBehind{"-",  "quote", "mark", ",", ".", "?", "!", ":", ";", "(", ")", "[", "]",
                                                          "--", "–",     "—",    "―", "…", "<", ">", "/", "&", "%", "$", "*", "'"};

std::size_t CandidateFacts::length_of(std::uint32_t tokens) {
  static constexpr std::array<std::uint8_t, 21> kLengthOf{0, 0, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6};
  return kLengthOf[std::min<std::size_t>(tokens, kLengthOf.size() - 1)];
}

void CandidateFacts::close(const Candidate& candidate) {
  add_cue(candidate);
  length = &kLengths[length_of(c_->content.tokens())];
  ended = c_->first >= 0;
  if (ended) sure_end = &kChances[static_cast<std::size_t>(std::clamp(static_cast<int>(c_->end_chance * 5), 0, 4))];
  const char* const tag = doc_->tokens.tag.data();
  bool quotes = false;
  std::uint32_t words = 0;
  for (const TokenRange& piece : c_->content)
    for (std::uint32_t t = piece.first; t < piece.last && words < 60; ++t, ++words)
      quotes |= tag[t] == tag::kOpenQuote || tag[t] == tag::kCloseQuote;
  const std::uint32_t first = c_->content.front().first;
  const bool opened = tag[first] == tag::kOpenQuote;
  std::uint32_t last = c_->content.back().last - 1;
  while (last > first && (tag[last] == tag::kStop || tag[last] == tag::kComma)) --last;
  const bool shut = tag[last] == tag::kCloseQuote;
  marks = &kMarks[!quotes ? 0 : opened && shut ? 1 : opened ? 2 : shut ? 3 : 4];
  shaped = quotes;
  if (shaped) shape = shape_of_quotation();
  behind = mark_behind(c_->content.back().last);
}

const FeaturePart& CandidateFacts::mark_behind(std::uint32_t token) const {
  const Tokens& tokens = doc_->tokens;
  if (token >= tokens.size()) return kBehind[0];
  const char tag = tokens.tag[token];
  if (tag == tag::kOpenQuote || tag == tag::kCloseQuote) return kBehind[1];
  if ((tokens.shape[token] & kMark) == 0) return kBehind[0];
  // By the byte of a mark that is one: a bar parts cells, not words.
  static const std::array<std::uint8_t, 128> kBytes = [] {
    std::array<std::uint8_t, 128> out{};
    out.fill(2);
    for (std::size_t i = 0; i < kBehind.size(); ++i)
      if (const std::string_view text = kBehind[i].text; text.size() == 1)
        out[static_cast<unsigned char>(text[0]) & 127U] = static_cast<std::uint8_t>(i);
    out['|'] = 0;
    return out;
  }();
  const std::string_view mark = doc_->words(token);
  if (mark.size() == 1) return kBehind[kBytes[static_cast<unsigned char>(mark[0]) & 127U]];
  const auto found = std::find_if(kBehind.begin(), kBehind.end(), [&](const FeaturePart& part) { return part.text == mark; });
  return found == kBehind.end() ? kBehind[2] : *found;
}

// The content's first noun or verb.
void CandidateFacts::add_carrier() {
  const auto& chunks = chunks_->chunks;
  int i = c_->first;
  std::uint32_t first = 0;
  if (c_->content.empty()) {  // to be begun
    first = chunk(i).first;
  } else {
    first = c_->content.front().first;
    i = static_cast<int>(count_while(chunks.size(), [&](std::size_t k) { return chunks[k].first < first; }));
  }
  left = std::max(parsed_->sentence.last, first) - first;
  while (i < chunks_->size() && !carries(at(i))) ++i;
  carrier = i < chunks_->size() ? chunk(i).head : first;
  head = lemma_part(*doc_, carrier);
  head_cluster = &cluster_of(at(i), word(carrier));
  const Bits classes = word(carrier).classes;
  const char tag = doc_->tokens.tag[carrier];
  static constexpr std::array<FeaturePart, 7> kHeads{"speech-noun", "person", "document", "group", "name", "pronoun", "other"};
  const auto is = [classes](Bits any) { return (classes & any) != 0; };
  head_kind = &kHeads[first_true(is(kSpeechNoun | kAttitudeNoun), is(kPerson | kPeople), is(kDocument), is(kGroup), tag == tag::kName,
                                 tag == tag::kPronoun)];
}

// How the content's first quotation is written: the title of a work ("The Long Bridge") is no speech.
CandidateFacts::Part CandidateFacts::shape_of_quotation() const {
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
  if (words == 0) return &kShapes[0];
  if (words >= 2 && capitals == words) return &kShapes[1];
  const bool capital = (doc_->tokens.shape[first] & kCapital) != 0;
  return &kShapes[(words <= 3 ? 2U : 6U) + (capital ? 2U : 0U) + (stop ? 1U : 0U)];
}

void CandidateFacts::add_label() {
  const bool is_label = c_->construct == grammar_->number(BuiltIn::Label) || c_->construct == grammar_->number(BuiltIn::Turn);
  labelled = is_label && !c_->source.empty();
  if (!labelled) return;
  const bool capitals = (doc_->tokens.shape[c_->source.first] & kAllCapitals) != 0;
  const Bits own = word(c_->source.last - 1).classes;
  const bool somebody = (own & (kPerson | kPeople | kGroup | kTitle | kDocument)) != 0;
  const bool name = doc_->tokens.tag[c_->source.first] == tag::kName;
  label = capitals ? &kPart<"capitals"> : name || somebody ? &kPart<"name"> : &kPart<"word">;
  const bool first = c_->source.first == doc_->blocks[parsed_->sentence.block].first;
  place = in_title ? &kPart<"title"> : first ? &kPart<"first"> : &kPart<"later">;
  static constexpr ClassSet kVerbs("VUFKI");
  bool clause = false;
  for (int i = c_->opens; i < chunks_->size() && !clause; ++i) clause = kVerbs.has(at(i));
  says = at(c_->opens) == 'Q' ? &kPart<"quote"> : clause ? &kPart<"clause"> : &kPart<"words">;
}

}  // namespace onrecord

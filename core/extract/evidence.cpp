#include "extract/evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/parts.h"
#include "lexicon/tags.h"

namespace onrecord {

namespace {

using namespace word_class;
using Part = Features::Part;

class Describer {
 public:
  Describer(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate, bool title, Features& out)
      : doc_(doc), grammar_(grammar), parsed_(sentences[candidate.sentence]), c_(candidate), title_(title), out_(out), s_(parsed_.chunks.symbols) {}

  void run() {
    const Part& construct = grammar_.parts[c_.construct];
    const Part lemma = lemma_of(c_.cue_head);
    const Part next = next_part(c_.cue_chunk + 1);
    const Part opens = next_part(c_.opens);
    const Part source = source_part();
    const Part form = form_part(c_.form);
    const Part verb = verb_part();
    const Part group = group_of(*doc_.tokens.word[c_.cue_head]);

    out_.group("cue", {construct, lemma, next, opens, group}, [&] {
      out_.add("c", construct);
      out_.add("l", lemma);
      out_.add("c.n", construct, next);
      out_.add("c.o", construct, opens);
      out_.add("c.l", construct, lemma);
      out_.add("l.n", lemma, next);
      out_.add("l.o", lemma, opens);
      out_.add("c.l.o", construct, lemma, opens);
      out_.add("g", group);
      out_.add("g.c", group, construct);
      out_.add("g.o", group, opens);
    });
    out_.group("source", {construct, lemma, source, form, group}, [&] {
      out_.add("s", source);
      out_.add("c.s", construct, source);
      out_.add("l.s", lemma, source);
      out_.add("g.s", group, source);
      out_.add("f", form);
      out_.add("c.f", construct, form);
    });
    out_.group("verb", {construct, lemma, verb, group}, [&] {
      out_.add("v", verb);
      out_.add("c.v", construct, verb);
      out_.add("l.v", lemma, verb);
      out_.add("g.v", group, verb);
    });
    if (!c_.source.empty()) {
      const Part source_head = lemma_of(source_head_);
      out_.add("s.h", source_head);
      out_.add("s.h.l", source_head, lemma);
    }
    if (c_.light_verb != 0) {
      const Part light = lemma_of(c_.light_verb);
      out_.add("light", light);
      out_.add("light.l", light, lemma);
      out_.add("light.c", light, construct);
    } else {
      out_.add("nolight", construct);
    }
    content(construct, lemma);
    surroundings(construct, lemma);
  }

 private:
  [[nodiscard]] char at(int i) const { return i >= 0 && i < parsed_.chunks.size() ? s_[static_cast<std::size_t>(i)] : '\0'; }
  [[nodiscard]] const Chunk& chunk(int i) const { return parsed_.chunks.chunks[static_cast<std::size_t>(i)]; }
  // The first chunk that begins at `token` or later.
  [[nodiscard]] int chunk_from(std::uint32_t token) const {
    const auto& chunks = parsed_.chunks.chunks;
    const auto found = std::partition_point(chunks.begin(), chunks.end(), [&](const Chunk& c) { return c.first < token; });
    return static_cast<int>(found - chunks.begin());
  }
  [[nodiscard]] Part lemma_of(std::uint32_t token) const { return lemma_part(doc_, token); }
  [[nodiscard]] Part next_part(int i) const { return chunk_part(doc_, parsed_.chunks, i); }

  [[nodiscard]] static const Part& form_part(SubjectForm form) {
    static constexpr std::array<Part, 12> kForms{"none",       "adjacent", "apposition", "relative-aside",  "aside",      "restrictive",
                                                 "relative",   "carried",  "participle", "noun-participle", "infinitive", "after"};
    static_assert(static_cast<std::size_t>(SubjectForm::After) + 1 == kForms.size());
    return kForms[static_cast<std::size_t>(form)];
  }

  // What kind of word group names the source.
  [[nodiscard]] Part source_part() {
    if (c_.source.empty()) return {"nobody"};
    const std::uint32_t first = c_.source.first;
    source_head_ = first;
    const char tag = doc_.tokens.tag[first];
    if (tag == tag::kPronoun || tag == tag::kPossessivePronoun || tag == tag::kWhPronoun) {
      const Word& word = *doc_.tokens.word[first];
      return word.id != 0 ? word_part(word.id) : Part("pronoun");
    }
    // The first noun group's head decides.
    std::uint32_t head = first;
    for (std::uint32_t t = first; t < c_.source.last; ++t) {
      const char g = doc_.tokens.tag[t];
      if (g == tag::kNoun || g == tag::kNouns || g == tag::kName || g == tag::kNames) head = t;
      else if (g == tag::kPreposition || g == tag::kComma || g == tag::kWhPronoun || g == tag::kParticiple || g == tag::kGerund) break;
    }
    source_head_ = head;
    const Word& word = *doc_.tokens.word[head];
    const char g = doc_.tokens.tag[head];
    if (g == tag::kName || g == tag::kNames) {
      if ((word.classes & (kOrganizationName | kGroup)) != 0) return {"organization"};
      if ((word.classes & (kPlace | kDemonym)) != 0) return {"place"};
      return {g == tag::kNames ? "names" : head > first ? "full-name" : "name"};
    }
    if ((word.classes & kDocument) != 0) return {"document"};
    if ((word.classes & kPeople) != 0) return {"people"};
    if ((word.classes & kPerson) != 0) return {g == tag::kNouns ? "people" : "person"};
    if ((word.classes & kGroup) != 0) return {"group"};
    if (g == tag::kNumber) return {"number"};
    if (g == tag::kDeterminer) return {"determiner"};
    return {g == tag::kNouns ? "nouns" : "noun"};
  }

  // Tense, voice and what else the verb group holds.
  [[nodiscard]] Part verb_part() const {
    const char symbol = at(c_.cue_chunk);
    const Chunk& group = chunk(c_.cue_chunk);
    bool modal = false, negated = false, perfect = false;
    for (std::uint32_t t = group.first; t < group.last; ++t) {
      modal |= doc_.tokens.tag[t] == tag::kModal;
      negated |= (doc_.tokens.word[t]->classes & kNegation) != 0;
      perfect |= t != group.head && (doc_.tokens.word[t]->classes & kHave) != 0;
    }
    if (symbol == 'V') {
      if (negated) return {"V-not"};
      if (modal) return {"V-modal"};
      if (perfect) return {"V-perfect"};
      switch (doc_.tokens.tag[group.head]) {
        case tag::kPast: return {"V-past"};
        case tag::kThirdPerson: return {"V-s"};
        case tag::kPresent: return {"V-present"};
        case tag::kGerund: return {"V-progressive"};
        default: return {"V"};
      }
    }
    switch (symbol) {
      case 'U': return {modal ? "U-modal" : "U"};
      case 'G': return {"G"};
      case 'I': return {at(c_.cue_chunk - 1) == 'V' ? "I-verb" : "I"};
      case 'E': return {"E"};
      case 'N': return {"N"};
      case 'J': return {"J"};
      default: return {"other"};
    }
  }

  // What WordNet and the lists say of the cue word: a letter for each class it has.
  [[nodiscard]] static Part group_of(const Word& word) {
    static const std::array<std::string, 512> names = [] {
      std::array<std::string, 512> out;
      for (std::size_t i = 0; i < out.size(); ++i)
        for (std::size_t bit = 0; bit < kGroupBits.size(); ++bit)
          if ((i >> bit & 1U) != 0) out[i] += kGroupLetters[bit];
      return out;
    }();
    static const std::vector<Part> parts(names.begin(), names.end());
    std::size_t index = 0;
    for (std::size_t bit = 0; bit < kGroupBits.size(); ++bit)
      if ((word.classes & kGroupBits[bit]) != 0) index |= std::size_t{1} << bit;
    return parts[index];
  }
  static constexpr std::array<Bits, 9> kGroupBits{kTakesQuote, kTakesThat, kCommunication, kCognition, kAttitude, kAddresseeVerb,
                                                  kSpeechNoun | kSpeechAdjective, kAttitudeNoun | kAttitudeAdjective, kCommonWord};
  static constexpr std::string_view kGroupLetters = "QTCKADSNW";

  void content(const Part& construct, const Part& lemma) {
    const std::uint32_t n = c_.content.tokens();
    static constexpr std::array<Part, 7> kLengths{"1", "2", "3", "4-5", "6-9", "10-19", "20+"};
    const Part& length = kLengths[n <= 1 ? 0 : n <= 3 ? n - 1 : n <= 5 ? 3 : n <= 9 ? 4 : n <= 19 ? 5 : 6];
    bool quotes = false, names = false;
    std::uint32_t words = 0;
    for (const TokenRange& piece : c_.content)
      for (std::uint32_t t = piece.first; t < piece.last && words < 60; ++t, ++words) {
        quotes |= doc_.tokens.tag[t] == tag::kOpenQuote || doc_.tokens.tag[t] == tag::kCloseQuote;
        names |= doc_.tokens.tag[t] == tag::kName;
      }
    if (quotes) out_.add("c.shape", construct, quote_shape());
    if (c_.content.size() > 1) out_.add("c.pieces", construct, c_.content.size() > 2 ? "3" : "2");
    // The content's first word and its first noun or verb.
    const TokenRange first = c_.content.front();
    const Word& word = *doc_.tokens.word[first.first];
    const Part first_word = word.id != 0 && (word.classes & kFunctionWord) != 0 ? word_part(word.id) : Part("-");
    const Part quoted = quotes ? Part("quoted") : Part("plain"), named = names ? Part("name") : Part("none");
    out_.group("content", {construct, length, quoted, named, first_word}, [&] {
      out_.add("n", length);
      out_.add("c.len", construct, length);
      out_.add("c.q", construct, quoted);
      out_.add("c.name", construct, named);
      out_.add("c.w", construct, first_word);
    });
    std::uint32_t head = first.first;
    for (int i = chunk_from(first.first); i < parsed_.chunks.size(); ++i)
      if (std::string_view("NVUIGJP").find(at(i)) != std::string_view::npos) {
        head = chunk(i).head;
        break;
      }
    if (head < first.last) {
      const Part head_lemma = lemma_of(head);
      const Word& w = *doc_.tokens.word[head];
      const Part kind((w.classes & (kSpeechNoun | kAttitudeNoun)) != 0 ? Part("speech-noun") : (w.classes & (kPerson | kPeople)) != 0 ? Part("person")
                      : (w.classes & kDocument) != 0         ? Part("document") : (w.classes & kGroup) != 0 ? Part("group")
                      : doc_.tokens.tag[head] == tag::kName  ? Part("name") : doc_.tokens.tag[head] == tag::kPronoun ? Part("pronoun") : Part("other"));
      out_.group("head", {construct, head_lemma, kind}, [&] {
        out_.add("c.h", construct, head_lemma);
        out_.add("h", head_lemma);
        out_.add("c.hk", construct, kind);
      });
      const Part opens = next_part(c_.opens);
      out_.group("kind", {lemma, opens, kind}, [&] {
        out_.add("l.hk", lemma, kind);
        out_.add("l.o.hk", lemma, opens, kind);
      });
      out_.add("l.h", lemma, head_lemma);
    }
  }

  // How the content's first quotation is written: the title of a work ("The Long Bridge") is no speech.
  [[nodiscard]] Part quote_shape() const {
    const TokenRange& piece = c_.content.front();
    std::uint32_t words = 0, capitals = 0, first = piece.last;
    bool inside = false, stop = false;
    for (std::uint32_t t = piece.first; t < piece.last && words < 40; ++t) {
      const char tag = doc_.tokens.tag[t];
      if (tag == tag::kOpenQuote) inside = true;
      else if (tag == tag::kCloseQuote && words > 0) break;
      if (!inside) continue;
      if ((doc_.tokens.shape[t] & kMark) != 0) {
        stop |= tag == tag::kStop || tag == tag::kComma;
        continue;
      }
      if (words++ == 0) first = t;
      const bool small_word = (doc_.tokens.word[t]->classes & kFunctionWord) != 0 && t != first;
      capitals += (doc_.tokens.shape[t] & kCapital) != 0 || small_word ? 1U : 0U;
    }
    if (words == 0) return {"other"};
    if (words >= 2 && capitals == words) return {"title"};
    const bool capital = (doc_.tokens.shape[first] & kCapital) != 0;
    if (words <= 3) return {capital ? (stop ? "short-capital-stop" : "short-capital") : (stop ? "short-small-stop" : "short-small")};
    return {capital ? (stop ? "capital-stop" : "capital") : (stop ? "small-stop" : "small")};
  }

  void surroundings(const Part& construct, const Part& lemma) {
    if (title_) out_.add("title", construct);
    const bool turn = c_.construct == grammar_.number(BuiltIn::Turn);
    if ((turn || c_.construct == grammar_.number(BuiltIn::Label)) && !c_.source.empty()) {
      const std::uint8_t shape = doc_.tokens.shape[c_.source.first];
      const bool first = c_.source.first == doc_.blocks[parsed_.sentence.block].first;
      out_.add("label", (shape & kAllCapitals) != 0 ? "capitals" : doc_.tokens.tag[c_.source.first] == tag::kName ? "name" : "word",
               first ? "first" : "later", opens_quote() ? "quote" : "words");
      if (turn) out_.add("turn", (shape & kAllCapitals) != 0 ? "capitals" : c_.source.last - c_.source.first == 1 ? "word" : "words");
    }
    const int clause = parsed_.subjects[static_cast<std::size_t>(c_.cue_chunk)].known() && c_.form != SubjectForm::After
                           ? parsed_.subjects[static_cast<std::size_t>(c_.cue_chunk)].first - 1 : c_.cue_chunk - 1;
    const Part before = clause < 0 ? Part("^") : next_part(clause);
    // Behind the content.
    const std::uint32_t last = c_.content.back().last;
    const std::string_view mark = last < doc_.tokens.size() && (doc_.tokens.shape[last] & kMark) != 0 ? doc_.words(last) : std::string_view("-");
    const char tag = last < doc_.tokens.size() ? doc_.tokens.tag[last] : '\0';
    const bool quotation = tag == tag::kOpenQuote || tag == tag::kCloseQuote;  // whatever its shape
    const Part behind = quotation ? Part("quote") : mark == "|" ? Part("-") : Part(mark);
    out_.group("edges", {construct, before, behind}, [&] {
      out_.add("b", before);
      out_.add("c.b", construct, before);
      out_.add("c.e", construct, behind);
    });
    // Adverbs in the cue, and a question.
    const Chunk& group = chunk(c_.cue_chunk);
    if (group.last - group.first > 1) {
      const Word& word = *doc_.tokens.word[group.first];
      if (word.id != 0 && doc_.tokens.tag[group.first] == tag::kAdverb) out_.add("adv", word_part(word.id));
      if (word.id != 0 && doc_.tokens.tag[group.first] == tag::kModal) out_.add("modal", word_part(word.id), construct);
    }
    const std::uint32_t end = parsed_.sentence.last;
    if (end > 0 && doc_.words(end - 1) == "?") out_.add("question", construct);
    if (parsed_.sentence.quote >= 0) out_.add("inner", construct);
    // How far the source stands from the cue.
    if (!c_.source.empty()) {
      const std::uint32_t gap = c_.source.last <= c_.cue.first ? c_.cue.first - c_.source.last : c_.source.first >= c_.cue.last ? c_.source.first - c_.cue.last : 0;
      static constexpr std::array<Part, 5> kGaps{"0", "1", "2-4", "5-10", "11+"};
      out_.add("c.gap", construct, kGaps[gap <= 1 ? gap : gap <= 4 ? 2 : gap <= 10 ? 3 : 4]);
    }
    // What governs the cue: "expected to say", "asked to explain".
    if (at(c_.cue_chunk) == 'I' || at(c_.cue_chunk) == 'G') {
      const int governor = at(c_.cue_chunk - 1) == 'N' || at(c_.cue_chunk - 1) == 'P' ? c_.cue_chunk - 2 : c_.cue_chunk - 1;
      if (governor >= 0 && std::string_view("VUGIFJN").find(at(governor)) != std::string_view::npos) {
        const Part word = lemma_of(chunk(governor).head);
        out_.add("gov", word);
        out_.add("gov.l", word, lemma);
      }
    }
  }

  [[nodiscard]] bool opens_quote() const { return at(c_.opens) == 'Q'; }

  const Document& doc_;
  const Grammar& grammar_;
  const Parsed& parsed_;
  const Candidate& c_;
  bool title_;
  Features& out_;
  std::string_view s_;
  std::uint32_t source_head_ = 0;
};

}  // namespace

void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate, bool title,
                   Features& out) {
  out.clear();
  Describer(doc, grammar, sentences, candidate, title, out).run();
}

}  // namespace onrecord

#include "resolve/when/circumstances.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "base/halving.h"
#include "base/word_list.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/speakers/discourse.h"
#include "resolve/when/statements_beside.h"

namespace onrecord {
namespace {

using namespace word_class;

constexpr int kPhrases = 60;  // chunks looked at on either side of the cue

// A preposition that leads to where something was said; `medium` to what it was said in.
bool leads_to_occasion(std::string_view w) {
  static constexpr WordList kWords{"in", "at", "during", "on", "before", "In", "At", "During", "On"};
  return kWords.has(w);
}
bool leads_to_medium(std::string_view w) {
  static constexpr WordList kWords{"in", "on", "via", "by", "through", "over", "In", "On", "Via", "By", "Through", "Over"};
  return kWords.has(w);
}

class Finder {
 public:
  // `near`: the statements beside it.
  Finder(const Document& doc, const Parsed& parsed, std::span<const Statement> near, Statement& statement, TokenRange cue)
      : doc_(doc), parsed_(parsed), chunks_(parsed.chunks), near_(near), statement_(statement), cue_(cue) {}

  void run() {
    const auto& all = chunks_.chunks;
    const auto it = first_without(all, [this](const Chunk& c) { return c.last <= cue_.first; });
    const int at = static_cast<int>(it - all.begin());
    const int size = chunks_.size();
    find_addressee(at);
    for (int i = at; i < std::min(size, at + kPhrases); ++i)
      if (chunks_.symbols[static_cast<std::size_t>(i)] == 'i' && !done()) look(i);
    for (int i = std::min(at, size) - 1; i >= std::max(0, at - kPhrases + 1); --i)
      if (chunks_.symbols[static_cast<std::size_t>(i)] == 'i' && !done()) look(i);
  }

 private:
  [[nodiscard]] bool done() const { return !statement_.occasion.empty() && !statement_.medium.empty(); }
  [[nodiscard]] char symbol(int i) const { return chunks_.at(i); }
  [[nodiscard]] const Chunk& chunk(int i) const { return chunks_.chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const { return {doc_.tokens.begin[first], doc_.tokens.end[last - 1]}; }

  // "“It leaks,” Reyes told the Post", "said to the crowd", "Speaking to reporters, Reyes said": who was told; and of whom a crowd is.
  void find_addressee(int cue) {
    if (statement_.addressee.empty()) told(cue);
    if (statement_.addressee.empty()) spoken_to(cue);
    if (statement_.addressee.empty()) return;
    const auto& all = chunks_.chunks;
    const auto behind = first_without(all, [this](const Chunk& c) { return doc_.tokens.end[c.last - 1] <= statement_.addressee.begin; });
    const int i = static_cast<int>(behind - all.begin());
    if (symbol(i + 1) == 'i' && symbol(i + 2) == 'N' && doc_.words(chunk(i + 1).first) == "of")
      if (const Span whole = {statement_.addressee.begin, span(chunk(i + 2).first, chunk(i + 2).last).end}; outside(whole))
        statement_.addressee = whole;
  }

  void told(int cue) {
    const std::uint32_t verb = cue_.last - 1;
    static const std::uint32_t say = look_up("say").id;
    const Word& word = *doc_.tokens.word[verb];
    const char g = doc_.tokens.tag[verb];
    if (g == tag::kParticiple && (word.classes & kAddresseeVerb) != 0) return was_told(cue);
    if (g != tag::kPast && g != tag::kThirdPerson && g != tag::kPresent && g != tag::kGerund) return;
    int behind = cue;
    while (behind < chunks_.size() && chunk(behind).first <= verb) ++behind;
    if ((word.classes & kAddresseeVerb) != 0) take_addressee(behind);
    else if (word.lemma == say && symbol(behind) == 'i' && doc_.words(chunk(behind).first) == "to") take_addressee(behind + 1);
  }

  // "Residents were told (by the council) that it leaks".
  void was_told(int cue) {
    if (cue >= chunks_.size()) return;
    const Subject& subject = parsed_.subjects[static_cast<std::size_t>(cue)];
    bool passive = false;
    for (std::uint32_t t = chunk(cue).first; t < cue_.last; ++t) passive |= (doc_.tokens.word[t]->classes & kBe) != 0;
    if (passive && subject.known() && subject.form == SubjectForm::Adjacent) take_addressee(subject.head);
  }

  // "Speaking to reporters, Reyes said", "said Reyes, speaking to the Post".
  void spoken_to(int cue) {
    constexpr int kFar = 8;  // chunks
    static const auto speak = ids_of("speaking", "Speaking", "talking", "Talking");
    for (int i = std::max(0, cue - kFar); i < std::min(chunks_.size(), cue + kFar); ++i) {
      if (symbol(i) != 'G' || symbol(i + 1) != 'i' || !speak.has(doc_.tokens.word[chunk(i).head]->id)) continue;
      const std::string_view to = doc_.words(chunk(i + 1).first);
      if (to == "to" || to == "with") return take_addressee(i + 2);
    }
  }

  // Whom the chunk names: somebody, in nobody's words.
  void take_addressee(int i) {
    if (symbol(i) != 'N' && symbol(i) != 'P') return;
    const Chunk& whom = chunk(i);
    const char g = doc_.tokens.tag[whom.head];
    constexpr Bits kSomebody = kPerson | kTitle | kPeople | kGroup | kOrganizationName | kDemonym | kOccasion | kMedium | kDocument;
    const bool channel = g == tag::kNumber && whom.head > whom.first && doc_.tokens.tag[whom.head - 1] == tag::kName;  // Radio 4
    const bool somebody = channel || g == tag::kName || g == tag::kNames || g == tag::kNouns || symbol(i) == 'P' ||
                          (doc_.tokens.word[whom.head]->classes & kSomebody) != 0;
    const Span words = span(whom.first, whom.last);
    if (somebody && outside(words)) statement_.addressee = words;
  }

  // "Radio Calder", "Channel 4": by its first word.
  [[nodiscard]] bool channel(const Chunk& name) const {
    return doc_.tokens.tag[name.head] == tag::kName && name.head > name.first && (doc_.tokens.shape[name.first] & kCapital) != 0 &&
           (doc_.tokens.word[name.first]->classes & kMedium) != 0;
  }

  [[nodiscard]] bool outside(Span words) const {
    return !statement_.mention.overlaps(words) &&
           std::none_of(statement_.content.begin(), statement_.content.end(), [words](Span piece) { return piece.overlaps(words); });
  }

  // "Sailors on the council said it leaks, but they added that …": who says something else, or what that is.
  [[nodiscard]] bool of_another(Span words) const {
    return std::any_of(near_.begin(), near_.end(), [&](const Statement& other) {
      const auto holds = [words](Span piece) { return piece.overlaps(words); };
      return other.within < 0 && (other.mention.overlaps(words) || std::any_of(other.content.begin(), other.content.end(), holds));
    });
  }

  // At the preposition `i`.
  void look(int i) {
    if (symbol(i + 1) != 'N' && symbol(i + 1) != 'T') return;
    const std::uint32_t head = chunk(i + 1).head;
    const Bits classes = doc_.tokens.word[head]->classes;
    const std::string_view word = doc_.words(head);
    const bool at = (classes & kOccasion) != 0 || spoken_at(word);
    const bool in = (classes & kMedium) != 0 || spoken_in(word) || channel(chunk(i + 1));
    if (!at && !in) return;
    const std::string_view preposition = doc_.words(chunk(i).first);
    const bool place = leads_to_occasion(preposition), means = leads_to_medium(preposition);
    const bool occasion = place && statement_.occasion.empty() && at && !(means && (classes & kMedium) != 0);
    const bool medium = means && statement_.medium.empty() && in;
    if (!occasion && !medium) return;
    const std::uint32_t first = chunk(i).first;
    std::uint32_t last = chunk(i + 1).last;
    // What it was with, where it was held: "at a rally in Ohio", "in an interview with the Post".
    int k = i + 2;
    if (symbol(k) == 'i' && symbol(k + 1) == 'N') {
      const std::string_view next = doc_.words(chunk(k).first);
      static constexpr WordList kGoOn{"with", "of", "in", "at", "to", "on", "for", "from"};
      if (kGoOn.has(next)) last = chunk(k + 1).last;
    }
    const Span words = span(first, last);
    const Span core = span(first, chunk(i + 1).last);
    if (!outside(core) || of_another(core)) return;
    const bool whole =
        std::none_of(statement_.content.begin(), statement_.content.end(), [&](Span piece) { return piece.overlaps(words); });
    if (occasion) statement_.occasion = whole ? words : core;
    else statement_.medium = whole ? words : core;
  }

  using Bits = word_class::Bits;
  const Document& doc_;
  const Parsed& parsed_;
  const Chunks& chunks_;
  std::span<const Statement> near_;
  Statement& statement_;
  TokenRange cue_;
};

}  // namespace

void find_circumstances(const Document& doc, const Cascade& cascade, std::vector<Statement>& statements) {
  const auto& all = cascade.sentences();
  const std::size_t outer = count_while(all.size(), [&](std::size_t i) { return all[i].sentence.quote < 0; });
  std::size_t sentence = 0;  // statements go forward with few steps back
  for (std::size_t i = 0; i < statements.size(); ++i) {
    Statement& statement = statements[i];
    if (statement.place == Place::Title || statement.cue.empty() || statement.within >= 0) continue;
    const TokenRange cue = tokens_under(doc, statement.cue);
    if (cue.empty()) continue;
    while (sentence > 0 && all[sentence - 1].sentence.last > cue.first) --sentence;
    while (sentence < outer && all[sentence].sentence.last <= cue.first) ++sentence;
    if (sentence == outer || all[sentence].sentence.first > cue.first) continue;
    Finder(doc, all[sentence], with_those_beside(statements, i), statement, cue).run();
  }
}

}  // namespace onrecord

#include "resolve/circumstances.h"

#include <algorithm>
#include <string_view>

#include "base/halving.h"
#include "base/word_list.h"
#include "lexicon/speaker_words.h"
#include "resolve/discourse.h"

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
  static constexpr WordList kWords{"in", "on", "via", "by", "through", "In", "On", "over"};
  return kWords.has(w);
}

class Finder {
 public:
  Finder(const Document& doc, const Parsed& parsed, Statement& statement, TokenRange cue)
      : doc_(doc), chunks_(parsed.chunks), statement_(statement), cue_(cue) {}

  void run() {
    const auto& all = chunks_.chunks;
    const auto it = first_without(all, [this](const Chunk& c) { return c.last <= cue_.first; });
    const int at = static_cast<int>(it - all.begin());
    const int size = chunks_.size();
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

  // At the preposition `i`.
  void look(int i) {
    if (symbol(i + 1) != 'N' && symbol(i + 1) != 'T') return;
    const std::uint32_t head = chunk(i + 1).head;
    const Bits classes = doc_.tokens.word[head]->classes;
    const std::string_view word = doc_.words(head);
    if ((classes & (kOccasion | kMedium)) == 0 && !spoken_in(word)) return;
    const std::string_view preposition = doc_.words(chunk(i).first);
    const bool place = leads_to_occasion(preposition), means = leads_to_medium(preposition);
    const bool occasion = place && statement_.occasion.empty() && (classes & kOccasion) != 0;
    const bool medium = means && statement_.medium.empty() && ((classes & kMedium) != 0 || spoken_in(word));
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
    for (const Span piece : statement_.content)
      if (piece.overlaps(core)) return;
    if (statement_.mention.overlaps(core)) return;
    const bool whole =
        std::none_of(statement_.content.begin(), statement_.content.end(), [&](Span piece) { return piece.overlaps(words); });
    if (occasion) statement_.occasion = whole ? words : core;
    else statement_.medium = whole ? words : core;
  }

  using Bits = word_class::Bits;
  const Document& doc_;
  const Chunks& chunks_;
  Statement& statement_;
  TokenRange cue_;
};

}  // namespace

void find_circumstances(const Document& doc, const Cascade& cascade, std::vector<Statement>& statements) {
  const auto& all = cascade.sentences();
  const std::size_t outer = count_while(all.size(), [&](std::size_t i) { return all[i].sentence.quote < 0; });
  std::size_t sentence = 0;  // statements go forward with few steps back
  for (Statement& statement : statements) {
    if (statement.place == Place::Title || statement.cue.empty() || statement.within >= 0) continue;
    const TokenRange cue = tokens_under(doc, statement.cue);
    if (cue.empty()) continue;
    while (sentence > 0 && all[sentence - 1].sentence.last > cue.first) --sentence;
    while (sentence < outer && all[sentence].sentence.last <= cue.first) ++sentence;
    if (sentence == outer || all[sentence].sentence.first > cue.first) continue;
    Finder(doc, all[sentence], statement, cue).run();
  }
}

}  // namespace onrecord

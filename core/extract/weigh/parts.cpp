#include "extract/weigh/parts.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;

// What symbols are as parts: themselves (the bar, which parts names, as another mark), or their word.
struct SymbolPart {
  char text = 0;
  std::uint64_t hash = 0;
  std::uint32_t of_word = 0;  // all bits where the word counts
};
constexpr std::array<SymbolPart, 128> kSymbols = [] {
  std::array<SymbolPart, 128> out{};
  for (std::size_t c = 0; c < 128; ++c) {
    SymbolPart& part = out[c];
    part.text = c == '|' ? '!' : static_cast<char>(c);
    part.hash = part_hash({&part.text, 1});
    part.of_word = std::string_view("i&swWRP").find(static_cast<char>(c)) != std::string_view::npos ? ~0U : 0U;
  }
  return out;
}();

}  // namespace

// Neither function branches: what a word is, is as good as random.
FeaturePart lemma_part(const Document& doc, std::uint32_t token) {
  static constexpr std::array<FeaturePart, 4> kKinds{"MARK", "NAME", "UNKNOWN", FeaturePart()};
  const Word& word = *doc.tokens.word[token];
  const char tag = doc.tokens.tag[token];
  const std::uint8_t shape = doc.tokens.shape[token];
  const bool telling = ((word.classes & (kPerson | kPeople | kGroup | kDocument | kOccasion | kMedium)) != 0) &
                       ((word.classes & (kSurname | kMaleName | kFemaleName)) == 0);
  const bool capital_noun = ((shape & kCapital) != 0) & ((tag == tag::kNoun) | (tag == tag::kNouns));
  const bool name = ((tag == tag::kName) | (tag == tag::kNames) | capital_noun) & !telling;
  std::size_t kind = word.id != 0 ? 3 : 2;
  kind = name ? 1 : kind;
  kind = (shape & kMark) != 0 ? 0 : kind;
  FeaturePart out = kKinds[kind];
  out.word = kind == 3 ? word.lemma : 0;
  out.hash = kind == 3 ? word.lemma_hash : out.hash;
  return out;
}

FeaturePart chunk_part(const Document& doc, const Chunks& chunks, int i) {
  if (i < 0 || i >= chunks.size()) return {"."};
  const SymbolPart& symbol = kSymbols[static_cast<unsigned char>(chunks.symbols[static_cast<std::size_t>(i)]) & 127U];
  FeaturePart out(doc.tokens.word[chunks.chunks[static_cast<std::size_t>(i)].first]->id & symbol.of_word, symbol.hash);
  out.text = {&symbol.text, 1};
  const std::uint64_t of_word = spelling_hash(out.word);
  out.hash = out.word != 0 ? of_word : out.hash;
  return out;
}

const FeaturePart& symbol_part(char symbol) {
  static constexpr std::array<FeaturePart, 128> kParts = [] {
    std::array<FeaturePart, 128> out{};
    for (std::size_t c = 0; c < 128; ++c) out[c] = std::string_view(&kSymbols[c].text, 1);
    out[0] = ".";
    return out;
  }();
  return kParts[static_cast<unsigned char>(symbol) & 127U];
}

const FeaturePart& form_part(SubjectForm form) {
  static constexpr std::array<FeaturePart, 12> kForms{
      "none",       "adjacent", "apposition", "relative-aside",  "aside",      "restrictive",
      "relative",   "carried",  "participle", "noun-participle", "infinitive", "after"};
  static_assert(static_cast<std::size_t>(SubjectForm::After) + 1 == kForms.size());
  return kForms[static_cast<std::size_t>(form)];
}

const FeaturePart& cluster_part(char kind, Clusters clusters) {
  static constexpr std::size_t kEach = Clusters::kMost + 1;
  static constexpr auto kNames = [] {
    std::array<std::array<char, 3>, 2 * kEach> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
      const std::size_t number = i % kEach;
      out[i] = {i < kEach ? 'v' : 'n', static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    }
    return out;
  }();
  static constexpr auto kParts = [] {
    std::array<FeaturePart, kNames.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::string_view(kNames[i].data(), kNames[i].size());
    return out;
  }();
  return kind == 'v' ? kParts[clusters.verb] : kParts[kEach + clusters.noun];
}

const FeaturePart& group_part(const Word& word) {
  // Where in a group's number the answer for each letter stands: most classes lie side by side as they are.
  constexpr Bits kFirstFive = kCommunication, kSpeech = kSpeechNoun, kSpeechToo = kSpeechAdjective;
  static_assert(kCognition == kFirstFive << 1 && kTakesThat == kFirstFive << 2 && kTakesQuote == kFirstFive << 3 &&
                kAttitude == kFirstFive << 4 && kAttitudeNoun == kSpeech << 1 && kAttitudeAdjective == kSpeechToo << 1);
  static constexpr std::array<std::pair<char, unsigned>, 9> kLetters{
      {{'Q', 3}, {'T', 2}, {'C', 0}, {'K', 1}, {'A', 4}, {'D', 7}, {'S', 5}, {'N', 6}, {'W', 8}}};
  static const std::vector<FeaturePart> parts = [] {
    static std::array<std::string, 512> names;
    for (std::size_t i = 0; i < names.size(); ++i)
      for (const auto& [letter, bit] : kLetters)
        if ((i >> bit & 1U) != 0) names[i] += letter;
    return std::vector<FeaturePart>(names.begin(), names.end());
  }();
  const Bits c = word.classes;
  return parts[(c / kFirstFive & 31U) | (c / kSpeech & 3U) << 5U | (c / kSpeechToo & 3U) << 5U | (c / kAddresseeVerb & 1U) << 7U |
               (c / kCommonWord & 1U) << 8U];
}

}  // namespace onrecord

#include "extract/parts.h"

#include <array>

#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;

// A symbol as text; the bar, which parts names, is written as another.
constexpr std::array<char, 128> kSymbols = [] {
  std::array<char, 128> out{};
  for (std::size_t c = 0; c < 128; ++c) out[c] = c == '|' ? '!' : static_cast<char>(c);
  return out;
}();

}  // namespace

FeaturePart lemma_part(const Document& doc, std::uint32_t token) {
  if ((doc.tokens.shape[token] & kMark) != 0) return {"MARK"};
  const Word& word = *doc.tokens.word[token];
  const char tag = doc.tokens.tag[token];
  const bool telling = (word.classes & (kPerson | kPeople | kGroup | kDocument | kOccasion | kMedium)) != 0 &&
                       (word.classes & (kSurname | kMaleName | kFemaleName)) == 0;
  const bool capital_noun = (doc.tokens.shape[token] & kCapital) != 0 && (tag == tag::kNoun || tag == tag::kNouns);
  if ((tag == tag::kName || tag == tag::kNames || capital_noun) && !telling) return {"NAME"};
  if (word.id == 0) return {"UNKNOWN"};
  return {word.lemma, word.lemma_hash};
}

FeaturePart chunk_part(const Document& doc, const Chunks& chunks, int i) {
  if (i < 0 || i >= chunks.size()) return {"."};
  const char c = chunks.symbols[static_cast<std::size_t>(i)];
  if (c == 'i' || c == '&' || c == 's' || c == 'w' || c == 'W' || c == 'R' || c == 'P') {
    const Word& word = *doc.tokens.word[chunks.chunks[static_cast<std::size_t>(i)].first];
    if (word.id != 0) return word_part(word.id);
  }
  return {std::string_view(&kSymbols[static_cast<unsigned char>(c) & 127U], 1)};
}

}  // namespace onrecord

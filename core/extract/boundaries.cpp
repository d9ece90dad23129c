#include "extract/boundaries.h"

#include <algorithm>

#include "base/halving.h"
#include "extract/parts.h"
#include "lexicon/tags.h"

namespace onrecord {

using namespace word_class;
using Part = FeaturePart;

void Boundaries::fill(const Document& doc, const Parsed& parsed, int from, int count) {
  doc_ = &doc;
  chunks_ = &parsed.chunks;
  from_ = from;
  end_ = std::min({from + count, from + kMost, chunks_->size()});
  for (List* list : {&prepositions_, &noun_follows_, &joints_, &verb_follows_, &behind_commas_, &attached_, &noun_before_}) list->clear();
  const auto rows = static_cast<std::size_t>(std::max(0, end_ - from_));
  for (std::size_t i = 0; i < rows + 3; ++i) parts_[i] = chunk_part(doc, *chunks_, from_ - 1 + static_cast<int>(i));
  for (std::size_t row = 0; row < rows; ++row) fill_row(row);
}

Rows Boundaries::between(Rows rows, int first, int last) const {
  const auto begin = count_while(rows.size(), [&](std::size_t i) { return rows[i] < first - from_; });
  const auto end = count_while(rows.size(), [&](std::size_t i) { return rows[i] < last - from_; });
  return rows.subspan(begin, end - begin);
}

Rows Boundaries::all() const {
  static constexpr auto kAll = [] {
    std::array<std::uint8_t, static_cast<std::size_t>(kMost)> rows{};
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::uint8_t>(i);
    return rows;
  }();
  return {kAll.data(), static_cast<std::size_t>(std::max(0, end_ - from_))};
}

Part Boundaries::word(int i) const { return lemma_part(*doc_, chunks_->chunks[static_cast<std::size_t>(i)].head); }

// What kind of noun chunk `i` names.
Part Boundaries::kind_of(int i) const {
  const char symbol = at(i);
  if (symbol == 'T') return {"time"};
  if (symbol == 'G' || symbol == 'P' || symbol == 'Q') return chunk_part(*doc_, *chunks_, i);
  if (symbol != 'N') return {"other"};
  const std::uint32_t head = chunks_->chunks[static_cast<std::size_t>(i)].head;
  const Bits classes = doc_->tokens.word[head]->classes;
  const char tag = doc_->tokens.tag[head];
  const bool name = tag == tag::kName || tag == tag::kNames;
  if (name && (classes & (kSurname | kMaleName | kFemaleName)) != 0) return {"name"};
  if ((classes & kOccasion) != 0) return {"occasion"};
  if ((classes & kMedium) != 0) return {"medium"};
  if ((classes & kDocument) != 0) return {"document"};
  if ((classes & (kPerson | kPeople)) != 0) return {"person"};
  if ((classes & kPlace) != 0) return {"place"};
  if ((classes & kGroup) != 0) return {"group"};
  if ((classes & (kSpeechNoun | kAttitudeNoun)) != 0) return {"speech"};
  if (name) return {"name"};
  return tag == tag::kNumber ? Part("number") : Part("noun");
}

void Boundaries::fill_row(std::size_t row) {
  const int i = from_ + static_cast<int>(row);
  switch (at(i)) {
    case 'i':
    case '&': {  // "criticized the plan | in a letter", "the plan in the valley"
      prepositions_.add(row);
      kind[row] = kind_of(i + 1);
      const char left = at(i - 1);
      before[row] = left == 'N' || left == 'V' || left == 'G' || left == 'I' ? word(i - 1) : parts_[row];
      if (at(i + 1) != 'N') break;
      noun_follows_.add(row);
      after[row] = word(i + 1);
      break;
    }
    case ',':
    case 'c':
    case 'B':
    case 'D':
    case 's':
    case 'f': joints_.add(row), fill_joint(row, i, at(i)); return;
    case 'T':
    case 'W':
    case 'G':
    case 'I':
    case 'E': {  // what it would hang on
      attached_.add(row);
      kind[row] = kind_of(i - 1);
      own[row] = word(i);
      const char right = at(i + 1);
      more[row] = right == 0 || right == '.' || right == ',' ? Part("last") : Part("more");
      if (at(i - 1) != 'N') break;
      noun_before_.add(row);
      before[row] = word(i - 1);
      break;
    }
    default: break;
  }
  // "the bridge is “a sieve in the rain,” | a report says": the comma stands inside.
  if (at(i - 1) == 'Q' && mark_inside(*doc_, chunks_->chunks[static_cast<std::size_t>(i) - 1]) == ',')
    behind_commas_.add(row), fill_joint(row, i - 1, ',');
}

// Behind a comma, a conjunction, a dash that stands in or ends `chunk`: what follows, whether it is a clause, whether `mark` is one of two.
void Boundaries::fill_joint(std::size_t row, int chunk, char mark) {
  int i = chunk + 1;
  while (at(i) == 'A' || at(i) == 'c' || at(i) == 'B' || at(i) == 'T') ++i;
  opens[row] = chunk_part(*doc_, *chunks_, i);
  int found = -1, closes = -1;
  for (int j = i; j < i + kNear && at(j) != 0 && found < 0; ++j) {
    if (is_finite(at(j))) found = j;
    else if (at(j) == mark && closes < 0) closes = j;
    else if (at(j) == ';' || at(j) == ':') break;
  }
  verb[row] = found;
  ahead[row] = found < 0 ? Part("none") : closes >= 0 ? Part("behind") : is_finite(at(i)) ? Part("verb") : Part("clause");
  if (found < 0) return;
  if (mark == at(chunk)) verb_follows_.add(row);
  const Bits classes = doc_->tokens.word[chunks_->chunks[static_cast<std::size_t>(found)].head]->classes;
  speaks[row] = (classes & kTakesQuote) != 0 ? Part("says") : (classes & kAttitude) != 0 ? Part("thinks") : Part("does");
}

}  // namespace onrecord

#include "extract/weigh/boundaries.h"

#include <algorithm>

#include "base/first_true.h"
#include "extract/chunk/noun_phrases.h"
#include "extract/weigh/parts.h"
#include "lexicon/tags.h"

namespace onrecord {

using namespace word_class;
using Part = FeaturePart;

void Boundaries::fill(const Document& doc, const Parsed& parsed, int from, int count) {
  doc_ = &doc;
  chunks_ = &parsed.chunks;
  from_ = from;
  end_ = std::min({from + count, from + kMost, chunks_->size()});
  const auto rows = static_cast<std::size_t>(std::max(0, end_ - from_));
  for (std::size_t i = 0; i < rows + 3; ++i) parts_[i] = chunk_part(doc, *chunks_, from_ - 1 + static_cast<int>(i));
  int verbs = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const int chunk = from_ + static_cast<int>(row);
    verbs += finite(at(chunk - 1)) ? 1 : 0;
    rows_[row].parts = &parts_[row];
    rows_[row].finite = verbs;
    rows_[row].parts_from_verb = -1;
    fill_row(rows_[row], chunk);
  }
  find_parted(parsed);
}

// "The ferry | which sank | had been old": boundaries between a subject and its verb.
void Boundaries::find_parted(const Parsed& parsed) {
  const auto& verbs = chunks_->verbs;
  for (auto verb = std::lower_bound(verbs.begin(), verbs.end(), from_); verb != verbs.end() && *verb < end_; ++verb) {
    const int v = *verb;
    if (!finite(at(v))) continue;
    const Subject& who = parsed.subjects[static_cast<std::size_t>(v)];
    if (!who.known() || who.form == SubjectForm::Relative || who.form >= SubjectForm::Carried) continue;
    for (int i = std::max(from_, who.first + 1); i <= v; ++i)
      before(i).parts_from_verb = std::max(before(i).parts_from_verb, who.first);
  }
}

// What kind of noun chunk `i` names.
Part Boundaries::kind_of(int i) const {
  const char symbol = at(i);
  if (symbol == 'T') return {"time"};
  if (symbol == 'G' || symbol == 'P' || symbol == 'Q') return chunk_part(*doc_, *chunks_, i);
  if (symbol != 'N') return {"other"};
  static constexpr std::array<Part, 11> kNouns{"name",  "occasion", "medium", "document", "person", "place",
                                                  "group", "speech",   "name",   "number",   "noun"};
  const std::uint32_t head = chunks_->chunks[static_cast<std::size_t>(i)].head;
  const Bits classes = doc_->tokens.word[head]->classes;
  const char tag = doc_->tokens.tag[head];
  const bool name = (tag == tag::kName) | (tag == tag::kNames);
  const auto is = [classes](Bits any) { return (classes & any) != 0; };
  return kNouns[first_true(name & is(kSurname | kMaleName | kFemaleName), is(kOccasion), is(kMedium), is(kDocument), is(kPerson | kPeople),
                           is(kPlace), is(kGroup), is(kSpeechNoun | kAttitudeNoun), name, tag == tag::kNumber)];
}

void Boundaries::fill_row(Boundary& row, int i) {
  row.behind_comma = false;
  switch (at(i)) {
    case 'i':
    case '&':
      row.what = Boundary::What::Attached;
      row.kind = kind_of(i + 1);
      break;
    case ',':
    case 'c':
    case 'B':
    case 'D':
    case 's':
    case 'f':
      row.what = Boundary::What::Joint;
      fill_joint(row, i, at(i));
      return;
    case 'T':
    case 'W':
    case 'G':
    case 'I':
    case 'E':
      row.what = Boundary::What::Attached;
      row.kind = kind_of(i - 1);
      break;
    default: row.what = Boundary::What::Other; break;
  }
  // "the bridge is “a sieve in the rain,” | a report says": the comma stands inside.
  row.behind_comma = at(i - 1) == 'Q' && mark_inside(*doc_, chunks_->chunks[static_cast<std::size_t>(i) - 1]) == ',';
  if (row.behind_comma) fill_joint(row, i - 1, ',');
}

// Behind a comma, a conjunction, a dash that stands in or ends `chunk`: what follows, whether it is a clause, whether `mark` is one of two.
void Boundaries::fill_joint(Boundary& row, int chunk, char mark) {
  int i = chunk + 1;
  while (at(i) == 'A' || at(i) == 'c' || at(i) == 'B' || at(i) == 'T') ++i;
  row.opens = chunk_part(*doc_, *chunks_, i);
  int found = -1, closes = -1;
  for (int j = i; j < i + kNear && at(j) != 0 && found < 0; ++j) {
    if (finite(at(j))) found = j;
    else if (at(j) == mark && closes < 0) closes = j;
    else if (at(j) == ';' || at(j) == ':') break;
  }
  row.verb = found;
  row.ahead = found < 0 ? Part("none") : closes >= 0 ? Part("behind") : finite(at(i)) ? Part("verb") : Part("clause");
  if (found < 0) return;
  const Bits classes = doc_->tokens.word[chunks_->chunks[static_cast<std::size_t>(found)].head]->classes;
  row.tense = tense_of(*doc_, chunks_->chunks[static_cast<std::size_t>(found)]);
  row.speaks = (classes & kTakesQuote) != 0 ? Part("says") : (classes & kAttitude) != 0 ? Part("thinks") : Part("does");
}

}  // namespace onrecord

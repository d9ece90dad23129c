// What speaks for and against a candidate.
//
// The sum of the weights (weights.h) of its features is the candidate's log odds of being an attribution.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/rules/grammar.h"
#include "extract/rules/weights.h"
#include "extract/weigh/candidate.h"
#include "extract/weigh/candidate_facts.h"

namespace onrecord {

// Adds the features of `candidate` to `out`, which is cleared before: for looking at and for counting. Evidence adds up the same.
void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate,
                   Features& out);

// Adds it up, in two steps: most of it is known before the candidate's content has an end.
class Evidence {
 public:
  // Both must outlive this and not change.
  void weigh_with(const Weights& weights, const Grammar& grammar);

  // The candidates to come are of these sentences, which must outlive what is done with them.
  void begin(const Document& doc, std::span<const Parsed> sentences) { facts_.begin(doc, *grammar_, sentences); }

  // Adds up what is known of a candidate whose content may still be without an end, and keeps it with the candidate. The highest score
  // that it can get, whatever the end: exact, so that nothing is lost with a candidate whose highest score is too low. `marks`: quotation
  // marks may stand in the content, or it may go on in pieces.
  float open(Candidate& candidate, bool marks);

  // Adds the rest, for an opened candidate whose content is whole, and sets its score.
  void close(Candidate& candidate);

 private:
  template <typename... Parts>
  [[nodiscard]] std::int32_t units(const FeaturePart& kind, const Parts&... parts) const {
    return weights_->units(key_of_parts(kind.hash, parts.hash...));
  }
  // What the content's features may add up to that name where the cue stands.
  struct MostAt {
    std::int32_t without_marks = 0, of_any = 0;
  };
  // By length, what a cue's word adds. There are few such words in news, and they recur: each is kept where its key says.
  struct OfWord {
    std::uint64_t hash = 0;
    std::array<std::int32_t, 7> by_length{};
  };
  const OfWord& of_word(const FeaturePart& lemma);
  [[nodiscard]] float stated(const Candidate& candidate) const;

  // What the content's features may add up to: by its length, and the most of the others.
  struct Most {
    std::array<std::int32_t, 7> by_length{};
    std::int32_t without_marks = 0, of_any = 0;
  };

  const Weights* weights_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::int32_t bias_ = 0;
  std::vector<Most> most_;                   // by construct
  std::array<MostAt, CandidateFacts::kOrder.size()> most_at_{};  // by how far the cue is from the sentence's beginning
  static constexpr unsigned kWordShift = 64 - 10;  // the upper bits of a key are the good ones
  std::vector<OfWord> of_words_;
  CandidateFacts facts_;
  // What candidates have in common, added up once for those that follow one another: the cue, the source with it.
  std::int32_t cue_ = 0, source_ = 0;
};

}  // namespace onrecord

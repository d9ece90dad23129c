// Why a statement is there, and why another is not: what each level of the cascade made of a sentence, in words.
//
//   cascade.read(article, doc);
//   Explainer explainer(doc, cascade, thresholds, weights);
//   std::string out;
//   explainer.put(0, statements, out);       // the first sentence
//
// Costs nothing until it is asked for: everything is read off what the cascade keeps, and weighed once more.
#pragma once

#include <string>
#include <vector>

#include "extract/extract.h"

namespace onrecord {

class Explainer {
 public:
  // All must outlive this; `cascade` has read `doc`.
  Explainer(const Document& doc, const Cascade& cascade, const Thresholds& thresholds, const Weights& weights);

  // Appends what was made of sentence `sentence` (an index into cascade.sentences()): its words, how they were read, the
  // subjects of its verbs, and every candidate with what speaks for and against it and what became of it. Candidates are numbered over the
  // article. `statements` are those of the article, so that a kept candidate can say which it became.
  void put(std::size_t sentence, const std::vector<Statement>& statements, std::string& out) const;

  // Whether any rule proposed anything in that sentence.
  [[nodiscard]] bool has_candidates(std::size_t sentence) const;

 private:
  void put_reading(const Parsed& parsed, std::string& out) const;
  void put_subjects(const Parsed& parsed, std::string& out) const;
  void put_candidate(std::size_t index, const std::vector<Statement>& statements, std::string& out) const;
  void put_end(const Candidate& candidate, std::string& out) const;
  void put_evidence(const Candidate& candidate, std::string& out) const;
  // The number of the statement that a kept candidate became; how many there are for none.
  [[nodiscard]] std::size_t statement_of(const Candidate& candidate, const std::vector<Statement>& statements) const;
  [[nodiscard]] std::string fate(std::size_t index, const std::vector<Statement>& statements) const;
  [[nodiscard]] std::string words(TokenRange range) const;

  const Document& doc_;
  const Cascade& cascade_;
  const Thresholds& thresholds_;
  const Weights& weights_;
  std::vector<Verdict> verdicts_;                     // by candidate
  std::vector<std::vector<std::uint32_t>> proposed_;  // by sentence: its candidates, the kept and the surest first
  std::vector<std::vector<std::uint32_t>> inside_;    // by sentence: those inside its quotations
};

}  // namespace onrecord

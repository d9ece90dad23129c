// Who does what in a sentence: the subject of every verb group, as chunk positions.
//
// Works on the chunk symbols alone, left to right, so that a verb without a subject of its own (", and added",
// "..., saying") can take over one that is already known. Linear: each look to the left stops at the verb before.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/chunk/chunks.h"

namespace onrecord {

// How a verb came by its subject.
enum class SubjectForm : std::uint8_t {
  None,
  Adjacent,       // Reyes said; analysts at the bank said
  Apposition,     // Reyes, a baker, said
  RelativeAside,  // Reyes, who lost, said
  Aside,          // Reyes, in a letter, said
  Restrictive,    // people who left said
  Relative,       // (Reyes,) who said: the pronoun
  Carried,        // Reyes left and said
  Participle,     // Reyes left, saying
  NounParticiple, // a letter saying
  Infinitive,     // Reyes declined to say
  After,          // said Reyes
};

// Chunks [first, last) that name a subject; `head` is its noun group.
struct Subject {
  SubjectForm form = SubjectForm::None;
  int first = 0;
  int last = 0;
  int head = 0;

  [[nodiscard]] bool known() const { return form != SubjectForm::None; }
};

// The subjects of a sentence's chunks: out[i] belongs to chunk i and is known for verb groups (V U F G I E) that have one.
// `out` is resized and reused.
void find_subjects(const Document& doc, const Chunks& chunks, std::vector<Subject>& out);

// For each of chunks.verbs how far to the left the subject begins that reaches farthest, of the finite verb groups from it on that have one
// of their own (not Carried): a chunk, INT32_MAX where none has. `out` is resized and reused.
void find_reach(const Chunks& chunks, const std::vector<Subject>& subjects, std::vector<std::int32_t>& out);

}  // namespace onrecord

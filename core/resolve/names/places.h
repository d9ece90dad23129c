// Where in an article something may begin that resolve reads: one pass over the tokens for all who look for it.
//
//   Places places;                 // keep it: its memory is reused
//   places.find(doc);
//   for (const std::uint32_t t : places.names) …
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "segment/document.h"

namespace onrecord {

class Places {
 public:
  // Tokens, in their order, of the whole document. Good until the next find().
  std::span<const std::uint32_t> names;  // words with capitals; he, she and their forms; "al-Kaabi"
  std::span<const std::uint32_t> times;  // words of time, numbers of four digits, what may open a holiday's name, "mid-April"

  // Needs no tags. Linear.
  void find(const Document& doc);

 private:
  std::vector<std::uint32_t> names_, times_;  // room for every token of the longest document
};

}  // namespace onrecord

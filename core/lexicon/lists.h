// Reads the word lists: plain files, one word a line, that people can read and correct.
//
//   Lists lists;
//   auto done = lists.read("person.txt", bytes);   // the file's name says which class its words have
//
// A class list has one word a line, the others a word and what belongs to it, see words/README.md.
// '#' begins a comment. Words stand in small letters, sorted by bytes, each once; anything else is an error that names
// file and line. Used when the project is built.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace onrecord::lexicon {

// What the lists say about one word.
struct Entry {
  word_class::Bits classes = 0;
  std::string tags;             // most frequent first; empty when no list says
  char capital_tag = 0;         // 0 when no list says
  std::string lemma;            // empty when the word is its own base form
  std::string form;             // which forms of the lemma it is, as tags: "de" for said
  std::uint32_t rank = ~0U;     // place in the list of frequent words
  Clusters clusters;
};

class Lists {
 public:
  // Reads one file's bytes. `file_name` without folders; an unknown name is an error too.
  [[nodiscard]] Result<void> read(std::string_view file_name, std::string_view bytes);

  // Completes the entries when all files are read: lemmas, classes that inflected forms take from their base form, tags
  // of words that only a class list has. Fails when a lemma is no entry.
  [[nodiscard]] Result<void> finish();

  // All words, in the order of their ids: first what is frequent, then by spelling. Valid after finish().
  [[nodiscard]] std::vector<std::pair<std::string_view, const Entry*>> in_order() const;

 private:
  struct Line;
  [[nodiscard]] Result<void> take(std::string_view file_name, std::size_t number, std::string_view line,
                                  std::string& before);

  std::map<std::string, Entry, std::less<>> entries_;
};

// The class that the words of this file have, 0 when no class list has this name: "person.txt" gives kPerson.
[[nodiscard]] word_class::Bits class_of_file(std::string_view file_name);

}  // namespace onrecord::lexicon

// Articles that another tagger has tagged, for the tagger's learner.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ingest/article.h"
#include "segment/document.h"

namespace onrecord {

// By token: tags are kTagOrder's letters.
struct TaggedText {
  Article article;
  Document doc;
  std::string gold;                   // the other tagger's, 0 where it cut the word elsewhere
  std::string by_itself;              // the tag without context
  std::string now;                    // the tag by the rules at hand
  std::vector<std::uint8_t> by_word;  // whether a rule for the word gave it
};

using Texts = std::vector<std::unique_ptr<TaggedText>>;

// The article of `path` with the tags of `offsets`, which core/lexicon/generate/tag_text.py writes: begin, end (code points), Penn
// Treebank tag. Nothing when one of them cannot be read.
[[nodiscard]] std::unique_ptr<TaggedText> load_tagged(const std::filesystem::path& path, const std::filesystem::path& offsets);

}  // namespace onrecord

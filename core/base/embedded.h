// Files of the tree whose bytes are compiled in: rules, weights, schema steps (onrecord_embed in CMakeLists.txt).
#pragma once

#include <span>
#include <string_view>

namespace onrecord {

struct EmbeddedFile {
  std::string_view name;   // the file's name without its folders
  std::string_view bytes;
};

}  // namespace onrecord

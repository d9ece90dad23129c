// The word that was perhaps meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// The one of `known` that `typed` was perhaps meant to be, the first of several as near; empty when none is near. As near as one edit in
// three letters (two letters that changed places are one), or begun by it. Letters are bytes and their case counts.
[[nodiscard]] std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known);

}  // namespace onrecord

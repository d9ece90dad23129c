// A folder of constructs and words of one's own, read from the disk.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "extract/own_rules.h"

namespace onrecord {

// The constructs.rules, words.tsv and weights.tsv of `folder`, as far as they are there. NotFound: no such folder, or none of them in it.
// BadInput: another file that ends like them, which would be passed by unread; and what OwnRules::read says.
[[nodiscard]] Result<std::shared_ptr<const OwnRules>> read_own_rules(const std::string& folder);

}  // namespace onrecord

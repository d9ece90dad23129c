// Reading a stored article again: after its date is corrected, and on rebuild.
#pragma once

#include <string>
#include <vector>

#include "extract/own_rules.h"
#include "onrecord/record.h"
#include "store/database/database.h"
#include "store/versions.h"

namespace onrecord {

class ReadAgain {
 public:
  // `options` must outlive this.
  explicit ReadAgain(const OpenOptions& options) : options_(options) {}

  // Whether this program can.
  explicit operator bool() const { return static_cast<bool>(options_.extract); }

  // What the extractor finds now. Throws Usage where rules of somebody's own found what stands and none are given now: their rows would be
  // lost without a word.
  std::vector<Statement> operator()(const StoredVersion& version) const {
    const std::string_view own = own_part(version.rules_version);
    if (!own.empty() && own_part(options_.rules_version).empty() && !options_.lose_own_rules)
      throw SqlError(Error{ErrorCode::Usage, "was read with rules of your own (" + std::string(own) + "), which are not given now",
                           Id{IdKind::Article, version.article_id}.text(),
                           "--rules DIR gives them; --rules none reads it with the built-in ones alone"});
    return options_.extract(version.article);
  }

 private:
  const OpenOptions& options_;
};

}  // namespace onrecord

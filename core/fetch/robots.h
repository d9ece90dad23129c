// What a site's robots.txt allows, as RFC 9309 has it.
//
//   Robots robots = Robots::parse(text, "onrecord");
//   robots.allows("/news/a?x=1")
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

class Robots {
 public:
  // Everything is allowed until rules say otherwise.
  Robots() = default;

  // The rules of the group that names `agent` (any case, the name alone without version), else of the group "*". Reads the
  // first 500 kB. Never fails: lines that say nothing known are passed over.
  [[nodiscard]] static Robots parse(std::string_view text, std::string_view agent);

  // Nothing is allowed: for a site whose robots.txt cannot be had.
  [[nodiscard]] static Robots closed();

  // Whether the path, with its query, may be fetched: the longest rule that matches decides, Allow on a tie. Rules know
  // "*" for anything and "$" for the end. Linear in rules and path.
  [[nodiscard]] bool allows(std::string_view path) const;

  // Seconds between requests that the site asks for; 0 where it does not.
  [[nodiscard]] double delay() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;
    bool allow = false;
  };
  std::vector<Rule> rules_;
  double delay_ = 0;
};

}  // namespace onrecord

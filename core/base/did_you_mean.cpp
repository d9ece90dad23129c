#include "base/did_you_mean.h"

#include <algorithm>

namespace onrecord {
namespace {

// Edits, two swapped letters being one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

}  // namespace

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 64;
  if (typed.empty() || typed.size() > kLongest) return {};
  std::string best;
  std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (const std::string& name : known) {
    const bool begun = typed.size() > 2 && name.starts_with(typed) && typed.find_first_not_of('-') != std::string_view::npos;
    if (!begun && (name.size() + least <= typed.size() || typed.size() + least <= name.size())) continue;  // no need to count
    const std::size_t far = begun ? 1 : distance(typed, name);
    if (far < least) {
      least = far;
      best = name;
    }
  }
  return best;
}

}  // namespace onrecord

#include "score/construct_form.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace onrecord {
namespace {

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool opens_with_mark(std::string_view text) {
  for (const std::string_view mark : {"\"", "“", "„", "«", "''", "``", "‘", "'"})
    if (text.starts_with(mark)) return true;
  return false;
}

std::string_view opening(std::string_view content) {
  if (opens_with_mark(content)) return "quote";
  const std::string word = small_letters(content.substr(0, content.find_first_of(" \t\n,")));
  if (word == "that" || word == "to") return word == "to" ? "to" : "that";
  static constexpr std::array<std::string_view, 9> kQuestions{"how", "if", "what", "when", "where", "whether", "which", "who", "why"};
  return std::find(kQuestions.begin(), kQuestions.end(), word) != kQuestions.end() ? "question" : "words";
}

}  // namespace

std::string construct_form(std::string_view text, const ScoredRow& row) {
  if (row.content.empty() || row.cue.empty()) return "no cue";
  if (small_letters(slice(text, row.cue.front())).starts_with("according")) return "according to";
  const bool after = row.content.front().begin > row.cue.front().begin;
  const std::string_view first = slice(text, row.content.front());
  std::vector<std::pair<std::uint32_t, std::string_view>> parts = {
      {row.cue.front().begin, "cue"}, {row.content.front().begin, after ? opening(first) : opens_with_mark(first) ? "quote" : "words"}};
  if (!row.mention.empty()) parts.emplace_back(row.mention.front().begin, "source");
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  for (const auto& [at, name] : parts) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

}  // namespace onrecord

#include "resolve/speakers/document_writers.h"

#include <algorithm>
#include <string_view>

#include "base/word_list.h"
#include "resolve/speakers/speaker_finding.h"

namespace onrecord {
namespace {

// "statement" of "the statement": of what is somebody's words. Empty for other documents: a video shows more than its maker says.
std::string_view document_of(std::string_view mention) {
  static constexpr WordList kWords{"statement", "letter", "email", "e-mail", "memo", "message", "post", "note", "tweet", "release"};
  if (!mention.starts_with("the ") && !mention.starts_with("The ")) return {};
  mention.remove_prefix(4);
  return kWords.has(mention) ? mention : std::string_view();
}

// Whether the words of a medium, "in a written statement to the Post", name the document.
bool names(std::string_view medium, std::string_view document) {
  const auto at = medium.find(document);
  if (at == std::string_view::npos || at == 0 || medium[at - 1] != ' ') return false;
  const std::size_t end = at + document.size();
  return end == medium.size() || medium[end] == ' ';
}

}  // namespace

void give_documents_to_writers(const Article& article, std::vector<Statement>& statements) {
  constexpr std::size_t kNear = 4;  // statements
  for (std::size_t i = 1; i < statements.size(); ++i) {
    Statement& told = statements[i];
    if (!told.speaker || told.speaker->kind != SpeakerKind::Document || told.mention.empty()) continue;
    const std::string_view document = document_of(slice(article.text, told.mention));
    if (document.empty()) continue;
    for (std::size_t k = i; k-- > i - std::min(i, kNear);) {
      const Statement& before = statements[k];
      if (before.within >= 0 || before.medium.empty() || !before.speaker || before.speaker->kind == SpeakerKind::Document) continue;
      if (!names(slice(article.text, before.medium), document)) continue;
      told.speaker = before.speaker;
      told.speaker->confidence = std::min(before.speaker->confidence, Confidence::called);
      told.on_behalf_of = before.on_behalf_of;
      break;
    }
  }
}

}  // namespace onrecord

#include "resolve/speakers/embedded_posts.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/iso_date.h"
#include "ingest/fields/byline.h"
#include "ingest/fields/text_date.h"
#include "lexicon/lexicon.h"
#include "lexicon/name_words.h"

namespace onrecord {
namespace {

constexpr std::string_view kPost = "post";
constexpr std::string_view kSignedQuote = "signed-quote";

// Who signed below the post and when: "— Ana Reyes (@anareyes) March 4, 2024".
void read_signature(const Article& article, const Block& signature, const std::string& author, Statement& post) {
  const std::string_view text = slice(article.text, signature.source_span);
  const std::uint32_t base = signature.source_span.begin;
  if (const auto at = text.find(author); at != std::string_view::npos) {
    const auto begin = base + static_cast<std::uint32_t>(at);
    post.mention = {begin, begin + static_cast<std::uint32_t>(author.size())};
  }
  if (const auto date = find_date(text)) {
    post.said_on = format_iso_date(date->date);
    post.said_on_text = {base + date->span.begin, base + date->span.end};
  }
}

// What stands beside the name: "Chair" of "– Peder Holm, Chair", "Mayor" of "– Mayor Lina Ortez".
std::string role_in(std::string_view signature, std::string_view author) {
  const auto at = signature.find(author);
  if (at == std::string_view::npos) return {};
  const auto bare = [](std::string_view text) {
    constexpr std::string_view kAround = " \t\r\n,;:()|-~\xE2\x80\x93\x94\x95";
    const auto first = text.find_first_not_of(kAround);
    if (first == std::string_view::npos) return std::string_view{};
    return text.substr(first, text.find_last_not_of(" \t\r\n,;:()|-~") + 1 - first);
  };
  const std::string_view before = bare(signature.substr(0, at));
  std::string role(before.empty() ? bare(signature.substr(at + author.size())) : before);
  std::replace(role.begin(), role.end(), '\n', ' ');
  return role;
}

// "Gov." and "Ana Reyes" of "Gov. Ana Reyes"; of "Captain Reyes" all is the name by which readers know the account.
std::pair<std::string, std::string> title_and_name(const std::string& author) {
  const std::size_t space = author.find(' ');
  const bool two = space != std::string::npos && author.find(' ', space + 1) != std::string::npos;
  if (!two || (look_up(std::string_view(author).substr(0, space)).classes & word_class::kAnyTitle) == 0) return {{}, author};
  return {author.substr(0, space), author.substr(space + 1)};
}

std::vector<Statement> statements_of_posts(const Article& article) {
  std::vector<Statement> posts;
  const auto& blocks = article.blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Role role = blocks[i].role;
    if ((role != Role::Post && role != Role::BlockQuote) || blocks[i].author.empty()) continue;
    Statement post;
    post.kind = StatementKind::Direct;
    post.rule = role == Role::Post ? kPost : kSignedQuote;
    post.confidence = 0.95F;
    Speaker speaker;
    std::tie(speaker.role, speaker.name) = title_and_name(blocks[i].author);
    speaker.kind = is_person_name(speaker.name) ? SpeakerKind::Person : SpeakerKind::Unknown;
    speaker.confidence = 0.95F;
    post.speaker = std::move(speaker);
    const std::string& author = blocks[i].author;
    std::size_t end = i;
    for (; end < blocks.size() && blocks[end].role == role && blocks[end].author == author; ++end)
      post.content.push_back(blocks[end].source_span);
    if (end < blocks.size() && blocks[end].role == Role::Signature) {
      read_signature(article, blocks[end], author, post);
      const std::string_view signature = slice(article.text, blocks[end].source_span);
      if (role == Role::BlockQuote && post.speaker->role.empty()) post.speaker->role = role_in(signature, author);
    }
    posts.push_back(std::move(post));
    i = end - 1;
  }
  return posts;
}

bool holds(const Statement& post, const Statement& inner) {
  return !inner.content.empty() && inner.place == Place::Body && inner.content.front().begin >= post.content.front().begin &&
         inner.content.front().begin < post.content.back().end;
}

// "I" and "we" of a post are whoever wrote it.
bool first_person(std::string_view mention) { return mention == "I" || mention == "We" || mention == "we"; }

}  // namespace

void add_posts(const Article& article, std::vector<Statement>& statements) {
  add_paragraphs(article, statements_of_posts(article), statements);
}

void add_paragraphs(const Article& article, std::vector<Statement> posts, std::vector<Statement>& statements) {
  if (posts.empty()) return;
  std::vector<Statement> merged;
  merged.reserve(statements.size() + posts.size());
  std::vector<int> place(statements.size(), -1);  // in `merged`, of each that stays
  std::size_t next = 0;
  int last_post = -1;                             // in `merged`
  for (std::size_t i = 0; i <= statements.size(); ++i) {
    const auto begins = [&](const Statement& s) { return s.place == Place::Title ? 0U : s.content.front().begin; };
    while (next < posts.size() &&
           (i == statements.size() || (statements[i].place == Place::Body && posts[next].content.front().begin <= begins(statements[i])))) {
      last_post = static_cast<int>(merged.size());
      merged.push_back(std::move(posts[next++]));
    }
    if (i == statements.size()) break;
    Statement& s = statements[i];
    // Posts do not overlap, so the last one alone may hold it.
    const bool held = last_post >= 0 && s.place == Place::Body && holds(merged[static_cast<std::size_t>(last_post)], s);
    const int inside = held ? last_post : -1;
    if (inside >= 0 && s.cue.empty()) continue;
    s.within = s.within >= 0 ? place[static_cast<std::size_t>(s.within)] : inside;
    if (s.within < 0) s.within = inside;
    if (inside >= 0 && s.within == inside && first_person(slice(article.text, s.mention)))
      s.speaker = merged[static_cast<std::size_t>(inside)].speaker;
    place[i] = static_cast<int>(merged.size());
    merged.push_back(std::move(s));
  }
  statements = std::move(merged);
}

}  // namespace onrecord

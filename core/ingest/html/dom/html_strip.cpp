#include "ingest/html/dom/html_strip.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "ingest/html/dom/html_names.h"
#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

// Whether `html` has `word` (small letters) at `at`, in any case.
bool has_at(std::string_view html, std::size_t at, std::string_view word) {
  if (html.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower_ascii(html[at + i]) != word[i]) return false;
  }
  return true;
}

// The '<' of the end tag `</name`, from `at` on; html.size() where there is none.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  while (at < html.size()) {
    at = html.find("</", at);
    if (at == std::string_view::npos) return html.size();
    if (has_at(html, at + 2, name)) return at;
    at += 2;
  }
  return html.size();
}

std::size_t after_tag(std::string_view html, std::size_t at) {
  const std::size_t close = html.find('>', at);
  return close == std::string_view::npos ? html.size() : close + 1;
}

// Attributes beyond this many in one tag are cut: the parser compares each with all before it.
constexpr int kMostAttributes = 200;

struct TagEnd {
  std::size_t end = 0;     // after the '>', or where the page ends
  std::size_t cut = 0;     // where the attribute begins that is one too many; 0 where there is none
};

// The end of the tag that begins at `at`. A mark opens a value only after "=": <p it's> is one tag.
TagEnd find_tag_end(std::string_view html, std::size_t at) {
  TagEnd tag;
  int attributes = 0;
  bool after_equals = false;
  bool after_space = false;
  for (std::size_t i = at + 1; i < html.size(); ++i) {
    const char c = html[i];
    if (c == '>') {
      tag.end = i + 1;
      return tag;
    }
    if ((c == '"' || c == '\'') && after_equals) {
      const std::size_t close = html.find(c, i + 1);
      if (close == std::string_view::npos) break;
      i = close;
      after_equals = false;
      after_space = true;
      continue;
    }
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (space) {
      after_space = true;
      continue;
    }
    if (c != '=' && after_space && !after_equals && ++attributes == kMostAttributes) tag.cut = i;
    after_space = c == '/';
    after_equals = c == '=';
  }
  tag.end = html.size();
  return tag;
}

}  // namespace

std::string strip_html(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  std::size_t kept = 0;  // up to here all is copied or cut
  // An end tag that is not there is looked for once a kind only.
  bool no_comment_end = false;
  bool no_drawing_end = false;
  const auto cut = [&](std::size_t from, std::size_t to) {
    out.append(html.substr(kept, from - kept));
    kept = to;
  };
  std::size_t at = 0;
  while (at < html.size()) {
    const void* found = std::memchr(html.data() + at, '<', html.size() - at);
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - html.data());
    const char next = at + 1 < html.size() ? lower_ascii(html[at + 1]) : '\0';
    if (next == '!' && html.substr(at, 4) == "<!--") {
      std::size_t end = no_comment_end ? std::string_view::npos : html.find("-->", at + 2);
      if (end == std::string_view::npos) {
        // Never closed: what follows is shown by no browser, but it is safer to lose the mark than the article.
        no_comment_end = true;
        cut(at, at + 4);
        at += 4;
        continue;
      }
      cut(at, end + 3);
      at = end + 3;
      continue;
    }
    std::string_view name;
    if (next == 's') {
      for (const std::string_view candidate : {"script", "style", "svg"}) {
        if (!has_at(html, at + 1, candidate)) continue;
        const char after = at + 1 + candidate.size() < html.size() ? html[at + 1 + candidate.size()] : '>';
        if (after == '>' || after == '/' || is_space(static_cast<unsigned char>(after))) name = candidate;
      }
    }
    if (name.empty()) {
      if (next < 'a' || next > 'z') {
        ++at;
        continue;
      }
      const TagEnd tag = find_tag_end(html, at);
      if (tag.cut != 0) {
        cut(tag.cut, tag.end);
        out += '>';
      }
      at = std::max(tag.end, at + 1);
      continue;
    }
    const std::size_t open_end = after_tag(html, at);
    const std::string_view open = html.substr(at, std::min<std::size_t>(open_end - at, 500));
    if (name == "svg" && open.size() > 1 && open[open.size() - 2] == '/') {  // <svg/>
      cut(at, open_end);
      at = open_end;
      continue;
    }
    const std::size_t end = name == "svg" && no_drawing_end ? html.size() : find_end_tag(html, open_end, name);
    if (name == "svg" && end == html.size()) {  // a paragraph inside it is shown all the same
      no_drawing_end = true;
      cut(at, open_end);
      at = open_end;
      continue;
    }
    if (name == "script" && open.find("ld+json") != std::string_view::npos) {
      at = std::max(end, at + 1);
      continue;
    }
    const std::size_t after = end == html.size() ? end : after_tag(html, end);
    cut(at, after);
    at = after;
  }
  out.append(html.substr(kept));
  return out;
}

namespace {

constexpr std::size_t kShallow = 400;

// Elements that never stand deep: void ones, and those of which a page has one.
bool never_nests(Tag tag) {
  switch (tag) {
    case Tag::Html: case Tag::Head: case Tag::Body: case Tag::P: case Tag::Br: case Tag::Hr: case Tag::Img: case Tag::Meta: case Tag::Link:
    case Tag::Base: case Tag::Input: case Tag::Source: case Tag::Embed: case Tag::Script: case Tag::Title: return true;
    default: return false;
  }
}

// Elements whose next one closes them.
bool closes_before_its_like(Tag tag) {
  switch (tag) {
    case Tag::Li: case Tag::Dd: case Tag::Dt: case Tag::Td: case Tag::Th: case Tag::Tr: case Tag::Tbody: case Tag::Thead:
    case Tag::Tfoot: case Tag::Option: return true;
    default: return false;
  }
}

// What is open at a place of the page.
class OpenTags {
 public:
  // Whether the start tag stays.
  bool start(Tag tag) {
    if (stack_.size() < kShallow && !stack_.empty() && stack_.back() == tag && closes_before_its_like(tag)) return true;
    if (stack_.size() >= kShallow) {
      ++left_out_[index(tag)];
      any_left_out_ = true;
      return false;
    }
    stack_.push_back(tag);
    ++open_[index(tag)];
    return true;
  }
  // Whether the end tag stays.
  bool end(Tag tag) {
    if (left_out_[index(tag)] > 0) {
      --left_out_[index(tag)];
      return false;
    }
    if (open_[index(tag)] == 0) return false;
    Tag closed = Tag::Other;
    do {
      closed = stack_.back();
      stack_.pop_back();
      --open_[index(closed)];
    } while (closed != tag);
    if (any_left_out_) left_out_.fill(0);  // they stood inside
    any_left_out_ = false;
    return true;
  }

 private:
  static std::size_t index(Tag tag) { return static_cast<std::size_t>(tag); }
  std::vector<Tag> stack_;
  std::array<std::uint32_t, 256> open_{};
  std::array<std::uint32_t, 256> left_out_{};
  bool any_left_out_ = false;
};

}  // namespace

std::string flatten_html(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  OpenTags open;
  std::string name;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t tag_begin = std::min(html.find('<', at), html.size());
    out.append(html.substr(at, tag_begin - at));
    at = tag_begin;
    if (at == html.size()) break;
    const bool ends = at + 1 < html.size() && html[at + 1] == '/';
    name.clear();
    for (std::size_t i = at + (ends ? 2 : 1); i < html.size() && name.size() < 12; ++i) {
      const char c = lower_ascii(html[i]);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9' || name.empty())) break;
      name += c;
    }
    if (name.empty()) {  // "a < b", "<!doctype"
      out += html[at++];
      continue;
    }
    const std::size_t after = std::max(ends ? after_tag(html, at) : find_tag_end(html, at).end, at + 1);
    const Tag tag = tag_named(name);
    bool stays = tag != Tag::Other;
    if (stays && !never_nests(tag)) stays = ends ? open.end(tag) : open.start(tag);
    if (stays) out.append(html.substr(at, after - at));
    else if (is_block(tag)) out += '\n';  // words on either side stay apart
    at = after;
  }
  return out;
}

}  // namespace onrecord

#include "match/anchor.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string to_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string hex(std::uint64_t number) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; number >>= 4) out[i] = kDigits[number & 15U];
  return out;
}

bool tracks_readers(std::string_view parameter) {
  const std::string name = to_lower(parameter.substr(0, parameter.find('=')));
  static constexpr std::array<std::string_view, 14> kNames = {
      "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "smid", "ref", "ref_src",
      "ref_url", "xtor"};
  return name.starts_with("utm_") || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Bytes of the mark, blank or punctuation that `text` begins with; 0 when it begins with a letter or a digit. What
// is not ASCII counts as a letter, the general and the CJK punctuation, the no-break space and « » aside.
std::size_t mark_ahead(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 'a'); };
  const unsigned char c = at(0);
  if (c < 0x80) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return letter ? 0 : 1;
  }
  if (c == 0xC2 && (at(1) == 0xA0 || at(1) == 0xAB || at(1) == 0xBB)) return 2;
  if (c == 0xE2 && (at(1) == 0x80 || at(1) == 0x81)) return 3;
  if (c == 0xE3 && at(1) == 0x80) return 3;
  return 0;
}

// `span` from its first letter to its last; as it is when it has none.
Span letters(std::string_view text, Span span) {
  Span out = span;
  while (!out.empty()) {
    const std::size_t width = mark_ahead(slice(text, out));
    if (width == 0) break;
    out.begin += static_cast<std::uint32_t>(width);
  }
  while (!out.empty()) {
    std::uint32_t last = out.end - 1;  // the first byte of the last character
    while (last > out.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (mark_ahead(text.substr(last, out.end - last)) == 0) break;
    out.end = last;
  }
  return out.empty() ? span : out;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return std::string(url);
  std::string scheme = to_lower(url.substr(0, scheme_end));
  if (scheme == "http") scheme = "https";
  url.remove_prefix(scheme_end + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t host_end = url.find_first_of("/?");
  std::string host = to_lower(url.substr(0, host_end));
  if (host.starts_with("www.")) host.erase(0, 4);
  for (const std::string_view port : {":80", ":443"})
    if (host.ends_with(port)) host.erase(host.size() - port.size());
  const std::string_view rest = host_end == std::string_view::npos ? std::string_view() : url.substr(host_end);
  const std::size_t query_at = rest.find('?');
  std::string_view path = rest.substr(0, query_at);
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string out = scheme + "://" + host + std::string(path);
  char joint = '?';
  std::string_view query = query_at == std::string_view::npos ? std::string_view() : rest.substr(query_at + 1);
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !tracks_readers(parameter)) {
      out += joint;
      out += parameter;
      joint = '&';
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return out;
}

std::string article_identity(const Article& article, std::string_view absolute_path) {
  if (!article.url.value.empty()) return "url:" + canonical_url(article.url.value);
  if (!absolute_path.empty()) {
    if (article.source.value.empty()) return "path:" + std::string(absolute_path);
    return "file:" + to_lower(article.source.value) + "/" +
           std::string(absolute_path.substr(absolute_path.find_last_of('/') + 1));
  }
  if (!article.name.empty() && article.name != "-") return "id:" + article.name;
  const XXH128_hash_t hash = XXH3_128bits(article.text.data(), article.text.size());
  return "text:" + hex(hash.high64) + hex(hash.low64);
}

void Anchors::reset(std::string_view identity, const Article& article) {
  article_ = &article;
  const XXH128_hash_t text = XXH3_128bits(article.text.data(), article.text.size());
  const XXH128_hash_t name = XXH3_128bits(identity.data(), identity.size());
  const std::array<std::uint64_t, 4> parts = {name.high64, name.low64, text.high64, text.low64};
  const XXH128_hash_t base = XXH3_128bits(parts.data(), sizeof(parts));
  base_[0] = base.high64;
  base_[1] = base.low64;
  std::fill(given_.begin(), given_.end(), 0);
  count_ = 0;
}

std::uint64_t Anchors::next_number(const Statement& statement) {
  const bool in_title = statement.place == Place::Title;
  const std::string_view outside = article_->title.source_span.empty() ? article_->title.value : article_->text;
  const std::string_view text = in_title ? outside : std::string_view(article_->text);
  packed_.assign({base_[0], base_[1], in_title ? 1U : 0U});
  for (const Span part : statement.content) {
    const Span span = letters(text, part);
    packed_.push_back((static_cast<std::uint64_t>(span.begin) << 32U) | span.end);
  }
  std::uint64_t number = XXH3_64bits(packed_.data(), packed_.size() * sizeof(std::uint64_t));
  while (number == 0 || !insert(number)) {  // the same letters a second time
    packed_[2] += 2;
    number = XXH3_64bits(packed_.data(), packed_.size() * sizeof(std::uint64_t));
  }
  return number;
}

std::string Anchors::next(const Statement& statement) { return "s-" + hex(next_number(statement)); }

bool Anchors::insert(std::uint64_t number) {
  if (count_ * 2 >= given_.size()) {
    std::vector<std::uint64_t> old(std::max<std::size_t>(64, given_.size() * 2), 0);
    old.swap(given_);
    count_ = 0;
    for (const std::uint64_t kept : old)
      if (kept != 0) insert(kept);
  }
  for (std::size_t at = number & (given_.size() - 1);; at = (at + 1) & (given_.size() - 1)) {
    if (given_[at] == number) return false;
    if (given_[at] != 0) continue;
    given_[at] = number;
    ++count_;
    return true;
  }
}

}  // namespace onrecord

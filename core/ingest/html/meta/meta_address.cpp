#include "ingest/html/meta/meta_reading.h"

#include "text/ascii.h"

namespace onrecord {
namespace {

// "https://www.example.org/a" to "example.org"
std::string host_of(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = address.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (const auto at = host.find('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  std::string out = lower_ascii(host);
  for (const std::string_view prefix : {"www.", "m.", "amp.", "edition."}) {
    if (out.starts_with(prefix)) out.erase(0, prefix.size());
  }
  return out;
}

// What an archive's copy is a copy of: "https://paper.example/a" of "https://web.archive.org/web/20240306120000/https://paper.example/a".
std::string_view original_address(std::string_view address) {
  constexpr std::string_view kArchive = "web.archive.org/web/";
  const auto at = address.find(kArchive);
  if (at == std::string_view::npos || at > 8) return address;
  const auto slash = address.find('/', at + kArchive.size());
  const std::string_view original = slash == std::string_view::npos ? std::string_view() : address.substr(slash + 1);
  return original.starts_with("http://") || original.starts_with("https://") ? original : address;
}

}  // namespace

void decide_address(MetaReading& r) {
  const auto add = [&](std::string_view address, const char* origin) { r.add("url", std::string(original_address(address)), origin); };
  if (!r.facts.canonical.empty() && r.facts.canonical.find("://") != std::string::npos) add(r.facts.canonical, "canonical");
  if (const std::string og = r.facts.meta("og:url"); og.find("://") != std::string::npos) add(og, "og:url");
  if (r.out.json_ld.has_article && r.out.json_ld.article.url.find("://") != std::string::npos)
    add(r.out.json_ld.article.url, "json-ld");
  if (!r.address.empty()) add(r.address, "address");
  // A canonical address that is only the site's front page names no article.
  for (const FieldCandidate* c : r.all("url")) {
    const auto path = c->value.find('/', c->value.find("://") + 3);
    if (path == std::string::npos || path + 1 >= c->value.size()) continue;
    r.out.url = {c->value, c->origin, {}};
    break;
  }
  r.host = host_of(r.out.url.value.empty() ? (r.all("url").empty() ? std::string() : r.all("url").front()->value)
                                         : r.out.url.value);
}

void decide_language(MetaReading& r) {
  const auto put = [&](std::string_view tag, const char* origin) {
    std::string code = lower_ascii(tag.substr(0, tag.find_first_of("-_,; ")));
    if (code.size() == 2) r.add("language", code, origin);
  };
  put(r.facts.language_tag, "html lang");
  put(r.out.json_ld.article.language, "json-ld");
  put(r.facts.meta("og:locale"), "og:locale");
  put(r.facts.meta("content-language"), "content-language");
  put(r.facts.meta("language"), "meta language");
  const auto found = r.all("language");
  if (!found.empty()) r.out.language = {found.front()->value, found.front()->origin, {}};
}

}  // namespace onrecord

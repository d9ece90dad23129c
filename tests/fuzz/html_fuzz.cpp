// Feeds anything at all to the way from bytes to an article, as a page, as text and as records, and holds the article to
// what must hold of any: blocks in order, apart, not empty, on characters of valid UTF-8.
//
//   cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++-14
//         -DONRECORD_FUZZ=ON -DONRECORD_SANITIZE=fuzzer-no-link,address,undefined
//   ninja -C build/fuzz html_fuzz
//   mkdir -p build/fuzz/found-html
//   UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 build/fuzz/tests/fuzz/html_fuzz -max_total_time=600 -timeout=10
//         -dict=tests/fuzz/html.dict build/fuzz/found-html tests/fuzz/corpus/html fixtures/pages fixtures/hostile-pages
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fetch/robots.h"
#include "ingest/read.h"
#include "ingest/records/read_many.h"
#include "text/encoding.h"

namespace {

void hold(bool sound, const char* what) {
  if (sound) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check(const onrecord::Article& article) {
  using namespace onrecord;
  hold(invalid_utf8_at(article.text) == article.text.size(), "the text is no UTF-8");
  hold(article.text.find('\0') == std::string::npos, "the text holds a NUL");
  std::uint32_t end = 0;
  const auto on_character = [&](std::uint32_t at) {
    return at >= article.text.size() || (static_cast<unsigned char>(article.text[at]) & 0xC0U) != 0x80U;
  };
  for (const Block& block : article.blocks) {
    hold(block.source_span.begin >= end && block.source_span.begin < block.source_span.end && block.source_span.end <= article.text.size(),
         "blocks out of order");
    hold(on_character(block.source_span.begin) && on_character(block.source_span.end), "a block that cuts a character");
    end = block.source_span.end;
  }
  for (const Field* field : {&article.title, &article.byline, &article.dateline, &article.source, &article.agency, &article.published,
                             &article.url, &article.language}) {
    hold(field->source_span.end <= article.text.size(), "a field beyond the text");
    hold(invalid_utf8_at(field->value) == field->value.size(), "a field that is no UTF-8");
    hold(field->value.empty() == field->origin.empty(), "a value from nowhere");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onrecord;
  if (size == 0) return 0;
  // The first byte says what the rest is given as.
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 8 < 5) {
    const char* const kinds[] = {"", "text/html", "text/html; charset=utf-8", "text/html; charset=shift_jis", "text/plain"};
    const auto article = read_article("2026-03-04_fuzz", bytes, {}, {"https://example.org/2026/03/04/a", kinds[data[0] % 8], "2026-03-05"});
    if (article) check(*article);
    return 0;
  }
  if (data[0] % 8 == 7) {
    (void)Robots::parse(bytes, "onrecord").allows("/a/b.html?c=d");
    return 0;
  }
  const ManyKind kind = data[0] % 8 == 5 ? ManyKind::JsonLines : data[0] % 16 < 8 ? ManyKind::Csv : ManyKind::Json;
  (void)read_articles("fuzz", bytes, {}, {kind, {}, 1, 4096}, [](ReadRecord&& record) {
    if (record.article) check(*record.article);
    return true;
  });
  return 0;
}

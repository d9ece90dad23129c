// Feeds anything at all to the whole way from bytes to statements, and holds the statements to what must hold of any.
//
//   cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++-14
//         -DONRECORD_FUZZ=ON -DONRECORD_SANITIZE=fuzzer-no-link,address,undefined
//   ninja -C build/fuzz extract_fuzz
//   mkdir -p build/fuzz/found
//   UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 build/fuzz/tests/fuzz/extract_fuzz -max_total_time=600 -timeout=10
//         build/fuzz/found tests/fuzz/corpus/extract fixtures/articles fixtures/hostile
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../unit/fixtures/invariants.h"
#include "onrecord/extract.h"
#include "text/encoding.h"

namespace {

constexpr std::size_t kMostToExplain = 2000;  // bytes: telling takes longer than finding

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // One extractor for all inputs, as a run over many articles has: what one article leaves behind must not reach the next.
  static onrecord::Extractor extractor;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto article = onrecord::read_article("2026-03-04_fuzz.txt", bytes, {});
  if (!article) return 0;
  const std::vector<onrecord::Statement> statements = extractor.extract(*article);
  const std::string broken = invariants::broken(*article, statements);
  if (!broken.empty()) fail(broken);
  const std::string twice = invariants::shared_words(*article, statements);
  if (!twice.empty()) fail("claimed twice: " + twice);
  if (size > kMostToExplain) return 0;
  const std::string why = extractor.explain(*article, statements);
  if (onrecord::invalid_utf8_at(why) != why.size()) fail("why is told in no UTF-8");
  return 0;
}

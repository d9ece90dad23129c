#include "export/buffer.h"

#include <string>

#include "catch.h"

using namespace onrecord;

TEST_CASE("what is appended goes out in order, small pieces gathered and large ones as they are", "[export]") {
  std::string got;
  int times = 0;
  Buffer out([&](std::string_view bytes) {
    got += bytes;
    ++times;
    return true;
  });
  const std::string large(200'000, 'x');
  out.append("a\n");
  out.append("b\n");
  CHECK(times == 0);
  out.append(large);
  out.append("c\n");
  CHECK(out.flush());
  CHECK(got == "a\nb\n" + large + "c\n");
  CHECK(times == 3);
}

TEST_CASE("a drain that failed is handed nothing more", "[export]") {
  int times = 0;
  Buffer out([&](std::string_view) {
    ++times;
    return false;
  });
  out.append("a");
  out.append(std::string(100'000, 'x'));
  out.append(std::string(100'000, 'y'));
  CHECK_FALSE(out.flush());
  CHECK_FALSE(out.ok());
  CHECK(times == 1);
}

TEST_CASE("a buffer without a drain keeps what is large too", "[export]") {
  Buffer out;
  out.append("a");
  out.append(std::string(100'000, 'x'));
  CHECK(out.view().size() == 100'001);
}

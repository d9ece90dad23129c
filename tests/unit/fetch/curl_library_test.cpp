#include "fetch/curl_library.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("libcurl is loaded once, whichever of its builds is there", "[fetch]") {
  const Result<CurlLibrary>& curl = CurlLibrary::get();
  REQUIRE(curl);
  CHECK(curl->easy_perform != nullptr);
  CHECK(&CurlLibrary::get() == &curl);
  CHECK(CurlLibrary::load({"libnowhere.so.9", "libcurl.so.4", "libcurl-gnutls.so.4"}));
}

TEST_CASE("without libcurl the error says what is missing and what to install", "[fetch]") {
  const auto none = CurlLibrary::load({"libnowhere.so.9"});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::Failed);
  CHECK(none.error().message.find("libnowhere.so.9") != std::string::npos);
  CHECK(none.error().hint.find("install libcurl") != std::string::npos);
  const auto other = CurlLibrary::load({"libm.so.6"});
  REQUIRE_FALSE(other);
  CHECK(other.error().message.find("curl_global_init") != std::string::npos);
}

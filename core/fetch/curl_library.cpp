#include "fetch/curl_library.h"

#include <dlfcn.h>

#include <type_traits>
#include <utility>

namespace onrecord {
namespace {

constexpr unsigned kOldest = 0x075500;  // 7.85: knows protocols by name

Error fail(std::string message) {
  return {ErrorCode::Failed, "addresses cannot be fetched: " + std::move(message), "", "install libcurl 7.85 or later (libcurl4)"};
}

}  // namespace

Result<CurlLibrary> CurlLibrary::load(const std::vector<std::string>& files) {
  void* library = nullptr;
  std::string reason = "no libcurl";
  for (const std::string& file : files) {
    library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library != nullptr) break;
    if (const char* said = dlerror(); said != nullptr) reason = said;
  }
  if (library == nullptr) return fail(reason);
  CurlLibrary out;
  std::string missing;
  const auto find = [&](auto& function, const char* name) {
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
    if (function == nullptr && missing.empty()) missing = name;
  };
  find(out.global_init, "curl_global_init");
  find(out.version_info, "curl_version_info");
  find(out.free, "curl_free");
  find(out.easy_init, "curl_easy_init");
  find(out.easy_cleanup, "curl_easy_cleanup");
  find(out.easy_reset, "curl_easy_reset");
  find(out.easy_setopt, "curl_easy_setopt");
  find(out.easy_perform, "curl_easy_perform");
  find(out.easy_getinfo, "curl_easy_getinfo");
  find(out.easy_strerror, "curl_easy_strerror");
  find(out.url, "curl_url");
  find(out.url_cleanup, "curl_url_cleanup");
  find(out.url_get, "curl_url_get");
  find(out.url_set, "curl_url_set");
  if (!missing.empty()) return fail("libcurl has no " + missing);
  if (const curl_version_info_data* version = out.version_info(CURLVERSION_NOW); version->version_num < kOldest)
    return fail(std::string("libcurl is of version ") + version->version);
  if (out.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return fail("libcurl cannot be set up");
  return out;
}

const Result<CurlLibrary>& CurlLibrary::get() {
  static const Result<CurlLibrary> library = load({"libcurl.so.4", "libcurl-gnutls.so.4"});  // Debian has both, of one interface
  return library;
}

}  // namespace onrecord

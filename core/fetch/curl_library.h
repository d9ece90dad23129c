// libcurl, loaded when the first address is to be fetched: with the thirty libraries that it brings it takes longer than all else with
// which a command starts, and few commands fetch anything. Inner to the folder.
#pragma once

#include <curl/curl.h>

#include <string>
#include <vector>

#include "base/result.h"

namespace onrecord {

// The functions that are used, by their names in <curl/curl.h>.
struct CurlLibrary {
  decltype(&curl_global_init) global_init = nullptr;
  decltype(&curl_version_info) version_info = nullptr;
  decltype(&curl_free) free = nullptr;
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_easy_reset) easy_reset = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_perform) easy_perform = nullptr;
  decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
  decltype(&curl_url) url = nullptr;
  decltype(&curl_url_cleanup) url_cleanup = nullptr;
  decltype(&curl_url_get) url_get = nullptr;
  decltype(&curl_url_set) url_set = nullptr;

  // Loads the first of these files that there is, looked for as the system does, and sets it up; it stays until the program ends.
  // Error, Failed: there is none, it lacks a function, or it is older than 7.85.
  [[nodiscard]] static Result<CurlLibrary> load(const std::vector<std::string>& files);

  // The machine's, loaded at the first call, whichever thread makes it.
  [[nodiscard]] static const Result<CurlLibrary>& get();
};

}  // namespace onrecord

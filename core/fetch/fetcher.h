// Pages from the web, politely: one request a second a host, robots.txt honoured, a name that says who asks.
//
//   Fetcher fetcher(FetchOptions{}, Clock{});
//   auto page = fetcher.fetch("https://example.org/news/a");
//   if (page) read_article(page->address, page->bytes, given, {page->address, page->content_type, page->captured_at.substr(0, 10)});
//
// http and https only. Nothing that comes back is run. Addresses that lead to the machine itself or to private networks are
// refused, at each redirect and whatever the name server says, unless `allow_private`.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace onrecord {

struct FetchOptions {
  std::string user_agent = "onrecord/0.1 (reads news articles for the record; one request a second)";
  std::string robots_name = "onrecord";  // the name that robots.txt knows it by
  std::string proxy;                     // "http://host:port"; empty for none, whatever the environment says
  double delay = 1.0;                    // seconds between requests to one host; a site may ask for more, of which at most 30
  long connect_seconds = 15;
  long total_seconds = 60;               // for one request, redirects apart
  std::size_t most_bytes = std::size_t{32} << 20U;  // unpacked
  int most_redirects = 10;
  bool allow_private = false;
  bool honour_robots = true;
};

// Time, as the fetcher is given it: tests give their own.
struct Clock {
  std::function<std::int64_t()> milliseconds;            // ever growing
  std::function<void(std::int64_t milliseconds)> sleep;
  std::function<std::string()> utc;                      // "2014-10-29T08:15:00Z"

  // The machine's.
  [[nodiscard]] static Clock system();
};

struct Fetched {
  std::string requested;     // as it was asked for
  std::string address;       // after redirects
  int status = 0;
  std::string headers;       // as received, of the last response
  std::string content_type;
  std::string bytes;         // the body, content encoding undone
  std::string captured_at;   // UTC, ISO 8601
};

class Fetcher {
 public:
  Fetcher(FetchOptions options, Clock clock);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;             // holds connections; make another
  Fetcher& operator=(const Fetcher&) = delete;

  // The page at `address`. Waits as long as politeness asks. Errors, BadInput with `where` = the address as given: no address,
  // another scheme, a private address, robots.txt forbids it, no such host, a server that is silent, slow or lies about its
  // length, too large, too many redirects, a status that is not 200, a kind that is no text. Failed: there is no libcurl, which is loaded
  // at the first call. Not for two threads at once.
  [[nodiscard]] Result<Fetched> fetch(std::string_view address);

 private:
  struct State;
  FetchOptions options_;
  Clock clock_;
  std::unique_ptr<State> state_;  // none until something is fetched
};

// Whether an input is to be fetched rather than opened: "http://…", "https://…", in any case.
[[nodiscard]] bool is_web_address(std::string_view input);

}  // namespace onrecord

#include "fetch/fetcher.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <thread>

#include "fetch/addresses.h"
#include "fetch/curl_library.h"
#include "fetch/robots.h"
#include "text/ascii.h"

namespace onrecord {
namespace {

constexpr double kLongestDelay = 30;

Error refuse(std::string message, std::string hint) {
  return {ErrorCode::BadInput, std::move(message), "", std::move(hint)};
}

// An address taken apart by libcurl, so that what is checked is what is fetched.
struct Address {
  std::string whole;
  std::string origin;  // "https://example.org:443", what robots.txt and the delay belong to
  std::string path;    // with its query
};

Result<Address> parse_address(const CurlLibrary& curl, std::string_view text) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl.url(), curl.url_cleanup);
  const auto part = [&](CURLUPart which, unsigned flags = 0) {
    char* found = nullptr;
    if (curl.url_get(url.get(), which, &found, flags) != CURLUE_OK || found == nullptr) return std::string();
    std::string out(found);
    curl.free(found);
    return out;
  };
  if (url == nullptr || curl.url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
    return refuse("no web address", "write it as https://example.org/path");
  }
  const std::string scheme = part(CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https")
    return refuse("\"" + scheme + "\" addresses are not fetched", "only http and https are");
  if (!part(CURLUPART_USER).empty())
    return refuse("an address with a user's name in it", "leave the name out");
  curl.url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  Address address;
  address.whole = part(CURLUPART_URL);
  address.origin = scheme + "://" + lower_ascii(part(CURLUPART_HOST)) + ":" + part(CURLUPART_PORT, CURLU_DEFAULT_PORT);
  address.path = part(CURLUPART_PATH);
  if (const std::string query = part(CURLUPART_QUERY); !query.empty()) address.path += "?" + query;
  return address;
}

struct Response {
  long status = 0;
  std::string headers;
  std::string content_type;
  std::string location;
  std::string body;
  bool too_large = false;
  bool refused_private = false;
  std::size_t most = 0;
  bool allow_private = false;
};

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* context) {
  auto& response = *static_cast<Response*>(context);
  const std::size_t bytes = size * count;
  if (response.body.size() + bytes > response.most) {
    response.too_large = true;
    return 0;
  }
  response.body.append(data, bytes);
  return bytes;
}

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* context) {
  auto& response = *static_cast<Response*>(context);
  const std::size_t bytes = size * count;
  // A status line begins the headers anew (100 Continue comes before 200).
  if (bytes > 5 && std::string_view(data, 5) == "HTTP/") response.headers.clear();
  if (response.headers.size() + bytes > 262'144) return 0;
  response.headers.append(data, bytes);
  return bytes;
}

curl_socket_t on_socket(void* context, curlsocktype, curl_sockaddr* address) {
  auto& response = *static_cast<Response*>(context);
  if (!response.allow_private && !is_public_address(&address->addr)) {
    response.refused_private = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool is_readable_kind(std::string_view content_type) {
  const std::string kind = lower_ascii(content_type.substr(0, content_type.find(';')));
  return kind.empty() || kind.starts_with("text/") || kind.find("html") != std::string::npos ||
         kind.find("xml") != std::string::npos || kind.find("json") != std::string::npos ||
         kind == "application/octet-stream" || kind == "application/gzip" || kind == "application/x-gzip";
}

}  // namespace

Clock Clock::system() {
  Clock clock;
  clock.milliseconds = [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
  };
  clock.sleep = [](std::int64_t wait) { std::this_thread::sleep_for(std::chrono::milliseconds(wait)); };
  clock.utc = [] {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char out[32];
    std::strftime(out, sizeof out, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return std::string(out);
  };
  return clock;
}

struct Fetcher::State {
  FetchOptions options;
  Clock clock;
  const CurlLibrary& library;
  CURL* curl = nullptr;
  std::map<std::string, std::int64_t> last_request;  // of each origin
  struct Rules {
    Robots robots;
    std::string unreadable;  // why the site's robots.txt cannot be had: nothing is allowed then
  };
  std::map<std::string, Rules> rules;

  State(FetchOptions o, Clock c, const CurlLibrary& l) : options(std::move(o)), clock(std::move(c)), library(l), curl(l.easy_init()) {}
  ~State() {
    if (curl != nullptr) library.easy_cleanup(curl);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void wait_for(const std::string& origin) {
    double seconds = options.delay;
    if (const auto known = rules.find(origin); known != rules.end())
      seconds = std::max(seconds, std::min(known->second.robots.delay(), kLongestDelay));
    const auto last = last_request.find(origin);
    if (last != last_request.end()) {
      const std::int64_t due = last->second + static_cast<std::int64_t>(seconds * 1000);
      const std::int64_t now = clock.milliseconds();
      if (due > now) clock.sleep(due - now);
    }
    last_request[origin] = clock.milliseconds();
  }

  // One request, no redirect followed.
  Result<Response> request(const Address& address) {
    if (curl == nullptr) return Error{ErrorCode::Failed, "libcurl cannot be set up", "", ""};
    wait_for(address.origin);
    Response response;
    response.most = options.most_bytes;
    response.allow_private = options.allow_private || !options.proxy.empty();
    library.easy_reset(curl);
    char reason[CURL_ERROR_SIZE] = "";
    library.easy_setopt(curl, CURLOPT_URL, address.whole.c_str());
    library.easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    library.easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    library.easy_setopt(curl, CURLOPT_USERAGENT, options.user_agent.c_str());
    library.easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    library.easy_setopt(curl, CURLOPT_PROXY, options.proxy.c_str());
    library.easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    library.easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, options.connect_seconds);
    library.easy_setopt(curl, CURLOPT_TIMEOUT, options.total_seconds);
    library.easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 10L);
    library.easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, slow_seconds());
    library.easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options.most_bytes));
    library.easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    library.easy_setopt(curl, CURLOPT_WRITEDATA, &response);
    library.easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    library.easy_setopt(curl, CURLOPT_HEADERDATA, &response);
    library.easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, on_socket);
    library.easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &response);
    library.easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
    const CURLcode code = library.easy_perform(curl);
    library.easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
    const std::string megabytes = std::to_string(options.most_bytes >> 20U);
    if (response.refused_private)
      return refuse("the address leads to this machine or a private network", "--allow-private permits it");
    if (response.too_large || code == CURLE_FILESIZE_EXCEEDED)
      return refuse("larger than " + megabytes + " MB", "fetch it by other means and give the file");
    switch (code) {
      case CURLE_OK: break;
      case CURLE_COULDNT_RESOLVE_HOST: return refuse("no such host", "check the address");
      case CURLE_COULDNT_CONNECT: return refuse("the server does not answer", "try again later");
      case CURLE_OPERATION_TIMEDOUT: return too_slow();
      case CURLE_PARTIAL_FILE:
      case CURLE_RECV_ERROR:
      case CURLE_GOT_NOTHING:
      case CURLE_WEIRD_SERVER_REPLY:
      case CURLE_HTTP2_STREAM: return refuse("the server broke off before the page was whole", "try again later");
      case CURLE_BAD_CONTENT_ENCODING:
        return refuse("the server sent compressed data that is corrupt", "try again later");
      default:
        return refuse(std::string("cannot be fetched: ") + (reason[0] != '\0' ? reason : library.easy_strerror(code)),
                      "open the address in a browser, save the page, and give that file");
    }
    library.easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response.status);
    const char* text = nullptr;
    if (library.easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text != nullptr)
      response.content_type = text;
    text = nullptr;
    if (library.easy_getinfo(curl, CURLINFO_REDIRECT_URL, &text) == CURLE_OK && text != nullptr) response.location = text;
    return response;
  }

  // What of the last request took too long.
  Error too_slow() {
    curl_off_t connected = 0;
    curl_off_t total = 0;
    library.easy_getinfo(curl, CURLINFO_CONNECT_TIME_T, &connected);
    library.easy_getinfo(curl, CURLINFO_TOTAL_TIME_T, &total);
    const auto seconds = [](long n) { return std::to_string(n) + (n == 1 ? " second" : " seconds"); };
    if (connected == 0)
      return refuse("the server does not answer: no connection within " +
                        seconds(std::min(options.connect_seconds, options.total_seconds)),
                    "try again later");
    if (total < (options.total_seconds - 1) * 1'000'000LL)
      return refuse("the server is too slow: it sent next to nothing for " + seconds(slow_seconds()), "try again later");
    return refuse("the server is too slow: the page was not whole after " + seconds(options.total_seconds), "try again later");
  }
  [[nodiscard]] long slow_seconds() const { return std::min(20L, options.total_seconds); }

  // The site's rules, fetched once. No robots.txt allows all; one that cannot be had allows nothing.
  const Rules& rules_of(const Address& address) {
    if (const auto known = rules.find(address.origin); known != rules.end()) return known->second;
    Rules found;
    const auto closed = [](std::string why) { return Rules{Robots::closed(), std::move(why)}; };
    auto at = parse_address(library, address.origin + "/robots.txt");
    for (int hop = 0; at && hop < 5; ++hop) {
      auto response = request(*at);
      if (!response) {
        // Whoever refuses a private address has said so; the page's own request will say it again.
        if (response.error().hint.find("--allow-private") == std::string::npos) found = closed(response.error().message);
        break;
      }
      if (response->status >= 300 && response->status < 400 && !response->location.empty()) {
        at = parse_address(library, response->location);
        continue;
      }
      if (response->status == 200) found.robots = Robots::parse(response->body, options.robots_name);
      else if (response->status >= 500) found = closed("the server says " + std::to_string(response->status));
      break;
    }
    return rules.emplace(address.origin, std::move(found)).first->second;
  }

  Result<Fetched> fetch(std::string_view asked) {
    auto address = parse_address(library, asked);
    if (!address) return address.error();
    for (int hop = 0; hop <= options.most_redirects; ++hop) {
      if (options.honour_robots) {
        const Rules& site = rules_of(*address);
        if (!site.unreadable.empty())
          return refuse(site.unreadable + " (asked for its robots.txt, without which nothing is fetched)", "try again later");
        if (!site.robots.allows(address->path))
          return refuse("the site's robots.txt does not allow it", "save the page from a browser, and give that file");
      }
      auto response = request(*address);
      if (!response) return response.error();
      if (response->status >= 300 && response->status < 400 && !response->location.empty()) {
        auto next = parse_address(library, response->location);
        if (!next) return next.error();
        address = std::move(next);
        continue;
      }
      if (response->status != 200) {
        const std::string code = std::to_string(response->status);
        const bool gone = response->status == 404 || response->status == 410;
        return refuse("the server says " + code + (gone ? ": there is no such page" : ": it will not show the page"),
                      gone ? "check the address" : "open it in a browser, save the page, and give that file");
      }
      if (!is_readable_kind(response->content_type))
        return refuse("a file of kind " + response->content_type.substr(0, 60) + ", not a page",
                      "fetch it by other means and turn it into text");
      Fetched fetched;
      fetched.requested = std::string(asked);
      fetched.address = address->whole;
      fetched.status = static_cast<int>(response->status);
      fetched.headers = std::move(response->headers);
      fetched.content_type = std::move(response->content_type);
      fetched.bytes = std::move(response->body);
      fetched.captured_at = clock.utc();
      return fetched;
    }
    return refuse("more than " + std::to_string(options.most_redirects) + " redirects", "check the address");
  }
};

Fetcher::Fetcher(FetchOptions options, Clock clock) : options_(std::move(options)), clock_(std::move(clock)) {}
Fetcher::~Fetcher() = default;

Result<Fetched> Fetcher::fetch(std::string_view address) {
  const Result<CurlLibrary>& curl = CurlLibrary::get();
  if (!curl) return curl.error();
  if (state_ == nullptr) state_ = std::make_unique<State>(options_, clock_, *curl);
  auto fetched = state_->fetch(address);
  if (fetched) return fetched;
  Error error = fetched.error();
  error.where = std::string(address);
  return error;
}

bool is_web_address(std::string_view input) {
  const std::string head = lower_ascii(input.substr(0, 8));
  return head.starts_with("http://") || head.starts_with("https://");
}

}  // namespace onrecord

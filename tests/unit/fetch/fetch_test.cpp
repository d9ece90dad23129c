// Fetching, against a server of its own on loopback; time is made up.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "fetch/addresses.h"
#include "fetch/fetcher.h"
#include "fetch/robots.h"
#include "fetch/unpack.h"

using namespace onrecord;

namespace {

// Answers each request with whatever bytes the test gives for its path, then closes.
class Server {
 public:
  explicit Server(std::function<std::string(const std::string& path, int port)> answer) : answer_(std::move(answer)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(listen(listener_, 16) == 0);
    socklen_t size = sizeof address;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Server() {
    stop_ = true;
    shutdown(listener_, SHUT_RDWR);
    // A connection of our own wakes an accept that shutdown did not.
    const int wake = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    (void)!connect(wake, reinterpret_cast<sockaddr*>(&address), sizeof address);
    thread_.join();
    close(wake);
    close(listener_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::string address(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  [[nodiscard]] std::vector<std::string> asked() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return asked_;
  }
  [[nodiscard]] std::string last_request() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return last_request_;
  }

 private:
  void serve() {
    while (!stop_) {
      const int client = accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      if (stop_) {
        close(client);
        return;
      }
      std::string request;
      char buffer[4096];
      while (request.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = recv(client, buffer, sizeof buffer, 0);
        if (got <= 0) break;
        request.append(buffer, static_cast<std::size_t>(got));
      }
      const std::size_t begin = request.find(' ') + 1;
      const std::string path = request.substr(begin, request.find(' ', begin) - begin);
      {
        const std::lock_guard<std::mutex> lock(mutex_);
        asked_.push_back(path);
        last_request_ = request;
      }
      const std::string answer = answer_(path, port_);
      for (std::size_t sent = 0; sent < answer.size();) {
        const ssize_t done = send(client, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
        if (done <= 0) break;
        sent += static_cast<std::size_t>(done);
      }
      close(client);
    }
  }

  std::function<std::string(const std::string&, int)> answer_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::vector<std::string> asked_;
  std::string last_request_;
};

std::string page(const std::string& body, const std::string& more = "", const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + more + "Content-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

struct Time {
  std::int64_t now = 1000;
  std::vector<std::int64_t> slept;
  Clock clock() {
    Clock made;
    made.milliseconds = [this] { return now; };
    made.sleep = [this](std::int64_t milliseconds) {
      slept.push_back(milliseconds);
      now += milliseconds;
    };
    made.utc = [] { return std::string("2024-03-05T08:15:00Z"); };
    return made;
  }
};

FetchOptions here() {
  FetchOptions options;
  options.allow_private = true;
  options.total_seconds = 5;
  return options;
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

bool is_public(const char* text) {
  sockaddr_storage storage{};
  auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
  auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
  if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) storage.ss_family = AF_INET;
  else if (inet_pton(AF_INET6, text, &v6->sin6_addr) == 1) storage.ss_family = AF_INET6;
  return is_public_address(reinterpret_cast<sockaddr*>(&storage));
}

}  // namespace

TEST_CASE("a page is fetched with its headers, its kind and the time", "[fetch]") {
  Server server([](const std::string& path, int) {
    return path == "/robots.txt" ? page("", "", "404 Not Found") : page("<p>Hello</p>", "X-Paper: Harbour Post\r\n");
  });
  Time time;
  Fetcher fetcher(here(), time.clock());
  const auto got = fetcher.fetch(server.address("/a?b=1#part"));
  REQUIRE(got);
  CHECK(got->bytes == "<p>Hello</p>");
  CHECK(got->status == 200);
  CHECK(got->content_type == "text/html; charset=utf-8");
  CHECK(got->headers.find("X-Paper: Harbour Post") != std::string::npos);
  CHECK(got->captured_at == "2024-03-05T08:15:00Z");
  CHECK(got->address == server.address("/a?b=1"));
  CHECK(server.asked() == std::vector<std::string>{"/robots.txt", "/a?b=1"});
  CHECK(server.last_request().find("User-Agent: onrecord/") != std::string::npos);
}

TEST_CASE("one request a second a host, more where the site asks for it", "[fetch]") {
  std::string robots;
  Server server([&](const std::string& path, int) { return page(path == "/robots.txt" ? robots : "x"); });
  SECTION("a second") {
    Time time;
    Fetcher fetcher(here(), time.clock());
    REQUIRE(fetcher.fetch(server.address("/1")));
    time.now += 400;
    REQUIRE(fetcher.fetch(server.address("/2")));
    time.now += 5000;
    REQUIRE(fetcher.fetch(server.address("/3")));
    CHECK(time.slept == std::vector<std::int64_t>{1000, 600});
  }
  SECTION("as the site asks") {
    robots = "User-agent: *\nCrawl-delay: 3\n";
    Time time;
    Fetcher fetcher(here(), time.clock());
    REQUIRE(fetcher.fetch(server.address("/1")));
    CHECK(time.slept == std::vector<std::int64_t>{3000});
  }
}

TEST_CASE("robots.txt is honoured, also where a redirect leads", "[fetch]") {
  Server server([](const std::string& path, int port) {
    if (path == "/robots.txt") return page("User-agent: *\nDisallow: /private\n");
    if (path == "/moved") return page("", "Location: http://127.0.0.1:" + std::to_string(port) + "/private/a\r\n", "302 Found");
    return page("x");
  });
  Time time;
  Fetcher fetcher(here(), time.clock());
  CHECK(fetcher.fetch(server.address("/a")));
  for (const char* path : {"/private/a", "/moved"}) {
    const auto refused = fetcher.fetch(server.address(path));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "the site's robots.txt does not allow it");
  }
  FetchOptions options = here();
  options.honour_robots = false;
  Fetcher rude(options, time.clock());
  CHECK(rude.fetch(server.address("/private/a")));
}

TEST_CASE("a robots.txt that cannot be had allows nothing, and why is said", "[fetch]") {
  Server server([](const std::string& path, int) { return path == "/robots.txt" ? page("", "", "503 Service Unavailable") : page("x"); });
  Time time;
  Fetcher fetcher(here(), time.clock());
  const auto refused = fetcher.fetch(server.address("/a"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "the server says 503 (asked for its robots.txt, without which nothing is fetched)");
  const auto nobody = fetcher.fetch("http://127.0.0.1:1/a");
  REQUIRE_FALSE(nobody);
  CHECK(nobody.error().message == "the server does not answer (asked for its robots.txt, without which nothing is fetched)");
  CHECK(server.asked() == std::vector<std::string>{"/robots.txt"});
}

TEST_CASE("redirects are followed, but not for ever nor anywhere", "[fetch]") {
  Server server([](const std::string& path, int) {
    if (path == "/robots.txt") return page("", "", "404 Not Found");
    if (path == "/1") return page("", "Location: /2\r\n", "301 Moved Permanently");
    if (path == "/2") return page("two");
    if (path == "/file") return page("", "Location: file:///etc/passwd\r\n", "302 Found");
    return page("", "Location: " + path + "x\r\n", "302 Found");
  });
  Time time;
  Fetcher fetcher(here(), time.clock());
  const auto got = fetcher.fetch(server.address("/1"));
  REQUIRE(got);
  CHECK(got->bytes == "two");
  CHECK(got->address == server.address("/2"));
  CHECK(fetcher.fetch(server.address("/loop")).error().message == "more than 10 redirects");
  CHECK_FALSE(fetcher.fetch(server.address("/file")));
}

TEST_CASE("what cannot be fetched says why", "[fetch]") {
  const std::string bomb = gzip(std::string(3'000'000, 'a'));
  Server server([&](const std::string& path, int) -> std::string {
    if (path == "/robots.txt") return page("", "", "404 Not Found");
    if (path == "/404") return page("gone", "", "404 Not Found");
    if (path == "/403") return page("no", "", "403 Forbidden");
    if (path == "/short") return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\nonly this";
    if (path == "/large") return page(std::string(2'000'000, 'a'));
    if (path == "/bomb")
      return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: " + std::to_string(bomb.size()) +
             "\r\n\r\n" + bomb;
    if (path == "/corrupt") return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nnot gzip at all";
    if (path == "/pdf") return "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 4\r\n\r\n%PDF";
    if (path == "/silent") return "";
    if (path == "/slow") {
      std::this_thread::sleep_for(std::chrono::milliseconds(1500));
      return "";
    }
    return "garbage\r\n\r\n";
  });
  FetchOptions options = here();
  options.most_bytes = 1U << 20U;
  options.total_seconds = 1;
  Time time;
  Fetcher fetcher(options, time.clock());
  struct Row { const char* path; const char* want; };
  static constexpr Row kRows[] = {
    {"/404", "the server says 404: there is no such page"},
    {"/403", "the server says 403: it will not show the page"},
    {"/short", "the server broke off before the page was whole"},
    {"/large", "larger than 1 MB"},
    {"/bomb", "larger than 1 MB"},
    {"/corrupt", "the server sent compressed data that is corrupt"},
    {"/pdf", "a file of kind application/pdf, not a page"},
    {"/silent", "the server broke off before the page was whole"},
    {"/slow", "the server is too slow: the page was not whole after 1 second"},
  };
  for (const Row& row : kRows) {
    DYNAMIC_SECTION(row.path) {
      const auto refused = fetcher.fetch(server.address(row.path));
      REQUIRE_FALSE(refused);
      CHECK(refused.error().message == row.want);
      CHECK(refused.error().code == ErrorCode::BadInput);
      CHECK(refused.error().where == server.address(row.path));
      CHECK_FALSE(refused.error().hint.empty());
    }
  }
  DYNAMIC_SECTION("garbage") { CHECK_FALSE(fetcher.fetch(server.address("/garbage"))); }
}

TEST_CASE("only public addresses of the web are reached", "[fetch]") {
  Server server([](const std::string&, int) { return page("secret"); });
  Time time;
  Fetcher fetcher(FetchOptions{}, time.clock());
  for (const std::string& address :
       {server.address("/"), std::string("http://localhost:1/"), std::string("http://[::1]:1/"), std::string("http://2130706433:1/")}) {
    DYNAMIC_SECTION(address) {
      const auto refused = fetcher.fetch(address);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().message == "the address leads to this machine or a private network");
    }
  }
  CHECK(server.asked().empty());
  for (const char* address : {"ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "javascript:alert(1)", "http://",
                              "https://user:word@example.org/", "nonsense", ""}) {
    DYNAMIC_SECTION(address) { CHECK_FALSE(fetcher.fetch(address)); }
  }
}

TEST_CASE("which addresses are public", "[fetch]") {
  for (const char* text :
       {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "2a00:1450::1"}) {
    DYNAMIC_SECTION(text) { CHECK(is_public(text)); }
  }
  for (const char* text : {"127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
                           "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1",
                           "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
                           "::127.0.0.1"}) {
    DYNAMIC_SECTION(text) { CHECK_FALSE(is_public(text)); }
  }
}

TEST_CASE("robots.txt", "[fetch]") {
  const Robots robots = Robots::parse(
      "# rules\nUser-agent: other\nDisallow: /\n\nUser-Agent: *\nDisallow: /private\nAllow: /private/news\nDisallow: /*.pdf$\n"
      "Disallow: /search?\nDisallow: /a%62c\nDisallow:\n",
      "onrecord");
  struct Row { const char* path; bool want; };
  static constexpr Row kRows[] = {
    {"/", true}, {"", true}, {"/news", true}, {"/private", false}, {"/private/a", false}, {"/private/news/1", true}, {"/privately", false},
    {"/a.pdf", false}, {"/a.pdf?x", true}, {"/x/y.pdf", false},
    {"/search?q=1", false}, {"/search", true}, {"/abc", false}, {"/%61bc/d", false}, {"/PRIVATE", true},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.path) { CHECK(robots.allows(row.path) == row.want); }
  // The group that names us wins over "*", several names share a group.
  const Robots mine =
      Robots::parse("User-agent: *\nDisallow: /\nUser-agent: a\nUser-agent: OnRecord/1.0\nDisallow: /x\nCrawl-delay: 2.5", "onrecord");
  CHECK(mine.allows("/y"));
  CHECK_FALSE(mine.allows("/x"));
  CHECK(mine.delay() == 2.5);
  CHECK(Robots::parse("", "onrecord").allows("/"));
  CHECK(Robots::parse("<html>not found</html>", "onrecord").allows("/"));
  CHECK_FALSE(Robots::closed().allows("/a"));
  // Many stars against a long path stay linear.
  const Robots stars = Robots::parse("User-agent: *\nDisallow: /" + std::string(2000, '*') + "x$\n", "onrecord");
  CHECK(stars.allows("/" + std::string(100000, 'a')));
}

TEST_CASE("packed bytes", "[fetch]") {
  CHECK(*unpack("plain", 100) == "plain");
  CHECK(*unpack(gzip("hello"), 100) == "hello");
  CHECK(*unpack(gzip("hello ") + gzip("world"), 100) == "hello world");
  CHECK(unpack(gzip(std::string(1'000'000, 'a')), 1000).error().message == "unpacks to more than 0 MB");
  CHECK_FALSE(unpack(gzip(std::string(1000, 'a')).substr(0, 20), 10000));
  CHECK_FALSE(unpack("\x1F\x8B\x08 nonsense", 10000));
  CHECK_FALSE(unpack("\x28\xB5\x2F\xFD nonsense", 10000));
  CHECK(is_packed(gzip("")));
  CHECK_FALSE(is_packed("plain"));
}

TEST_CASE("web addresses are told from paths", "[fetch]") {
  CHECK(is_web_address("https://example.org"));
  CHECK(is_web_address("HTTP://example.org"));
  CHECK_FALSE(is_web_address("http"));
  CHECK_FALSE(is_web_address("a/https://example.org"));
  CHECK_FALSE(is_web_address("ftp://example.org"));
}

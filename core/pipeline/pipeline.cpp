#include "pipeline/pipeline.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>

#include "fetch/file_source.h"
#include "ingest/html/page_state.h"
#include "pipeline/belt.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

// Turns inputs into items on the belt.
class Feeder {
 public:
  Feeder(const PipelineOptions& options, Belt& belt) : options_(options), belt_(belt) {}

  // Each returns false when the run is to stop.
  bool feed(Result<Input> input) {
    if (!input) return put_error(input.error());
    if (input->is_address) return feed_address(input->path);
    if (input->path == "-") return feed_standard_input();
    if (const auto kind = many_kind_of(input->path)) {
      auto file = FileSource::open(input->path);
      if (!file) return put_error(file.error());
      if (!feed_records(input->path, [&](char* to, std::size_t most) { return file->read(to, most); }, *kind)) return false;
      const auto damage = file->damage();
      return !damage || put_error(*damage);
    }
    return belt_.put([&](Item& item) {  // a worker reads it
      item.name = std::move(input->path);
      item.absolute_path = std::move(input->absolute_path);
    });
  }

 private:
  bool put_error(const Error& error) {
    return belt_.put([&](Item& item) {
      item.name = error.where;
      item.error = error;
    });
  }

  bool feed_address(const std::string& address) {
    if (!pause()) return false;
    if (!fetcher_) fetcher_ = std::make_unique<Fetcher>(options_.fetch, Clock::system());
    auto page = fetcher_->fetch(address);
    if (!page) return put_error(page.error());
    return belt_.put([&](Item& item) {
      item.name = address;
      item.bytes = std::move(page->bytes);
      item.headers = std::move(page->headers);
      item.origin = {page->address, page->content_type, page->captured_at.substr(0, 10)};
      item.captured_at = std::move(page->captured_at);
    });
  }

  // What standard input holds by its first bytes: JSON, or with a mapping a CSV; nothing where it is one article.
  [[nodiscard]] std::optional<ManyKind> kind_of_standard_input(std::string_view first) const {
    const auto next = [&](std::size_t from) { return std::min(first.find_first_not_of(" \t\r\n", from), first.size()); };
    const std::size_t begin = next(0);
    if (begin == first.size()) return {};
    if (first[begin] == '{') {
      // An object that is spread over lines is one record; near miss: one a line.
      const std::size_t inner = first.find_first_not_of(" \t\r", begin + 1);
      return inner < first.size() && first[inner] == '\n' ? ManyKind::Json : ManyKind::JsonLines;
    }
    // Near miss: "[As delivered]" begins an article.
    if (first[begin] == '[' && next(begin + 1) < first.size() && first[next(begin + 1)] == '{') return ManyKind::Json;
    if (!options_.mapping.empty()) return ManyKind::Csv;
    return {};
  }

  // One article, or records.
  bool feed_standard_input() {
    std::string first(std::size_t{64} << 10U, '\0');
    first.resize(read_some(first.data(), first.size()));
    const auto kind = kind_of_standard_input(first);
    if (!kind) {
      for (std::size_t got = first.size(); got > 0 && first.size() <= options_.largest;) {
        const std::size_t used = first.size();
        first.resize(used * 2);
        got = read_some(first.data() + used, used);
        first.resize(used + got);
      }
      if (first.size() > options_.largest)
        return put_error({ErrorCode::BadInput, "has more than " + std::to_string(options_.largest >> 20U) + " MB, too much for one article",
                          "-", "split it"});
      return belt_.put([&](Item& item) {
        item.name = "-";
        item.bytes = std::move(first);
      });
    }
    std::size_t at = 0;
    return feed_records("-", [&](char* to, std::size_t most) {
      if (at == first.size()) return read_some(to, most);
      const std::size_t size = std::min(most, first.size() - at);
      std::memcpy(to, first.data() + at, size);
      at += size;
      return size;
    }, *kind);
  }

  bool feed_records(const std::string& name, const ByteSource& source, ManyKind kind) {
    ManyOptions how;
    how.kind = kind;
    how.mapping = options_.mapping;
    bool go_on = true;
    const Result<void> read = read_articles(escape_invalid_utf8(name), source, options_.given, how, [&](ReadRecord&& record) {
      go_on = belt_.put([&](Item& item) {
        item.name = std::move(record.where);
        item.record_id = std::move(record.id);
        if (record.article) item.article = *std::move(record.article);
        else item.error = record.article.error();
      });
      return go_on;
    });
    if (!read && go_on) return put_error(read.error());
    return go_on;
  }

  // What is on the belt is delivered and can be committed, before something that may take long.
  bool pause() {
    if (!belt_.finish()) return false;
    if (options_.idle) options_.idle();
    return true;
  }

  std::size_t read_some(char* to, std::size_t most) {
    pollfd standard_input{0, POLLIN, 0};
    if (::poll(&standard_input, 1, 200) == 0 && !pause()) return 0;
    while (true) {
      const ssize_t got = ::read(0, to, most);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return 0;
    }
  }

  const PipelineOptions& options_;
  Belt& belt_;
  std::unique_ptr<Fetcher> fetcher_;
};

// What becomes of one item, on whichever thread.
void work_on(const PipelineOptions& options, Extractor& extractor, Item& item) {
  if (item.error) return;
  if (!item.article) {
    if (!item.absolute_path.empty()) {
      if (auto read = read_bytes(item.name, item.bytes, options.largest); !read) {
        item.error = read.error();
        return;
      }
    }
    // A name that is no UTF-8 finds its file and nothing else: it is to stand in rows, which are.
    if (invalid_utf8_at(item.name) != item.name.size()) item.name = escape_invalid_utf8(item.name);
    if (invalid_utf8_at(item.absolute_path) != item.absolute_path.size()) item.absolute_path = escape_invalid_utf8(item.absolute_path);
    if (item.origin.captured_on.empty()) item.origin.captured_on = options.today;
    auto article = read_article(item.name, item.bytes, options.given, item.origin);
    if (!article) {
      item.error = article.error();
      return;
    }
    item.article = *std::move(article);
  }
  if (options.extract && item.article->beginning_only) {
    item.error = error_of(PageState::Beginning);
    item.error->where = item.name;
    return;
  }
  if (options.extract) item.statements = extractor.extract(*item.article);
}

}  // namespace

void Pipeline::run(const Render& render, const Deliver& deliver) {
  const auto work = [&](Extractor& extractor, Item& item) {
    try {
      work_on(options_, extractor, item);
      if (!item.error) render(item);
    } catch (const std::bad_alloc&) {  // one article too large for this machine is no reason to lose the others
      item.error = Error{ErrorCode::BadInput, "not enough memory for it", item.name, "split it, or give the program more"};
    }
  };
  Belt belt(options_.workers, options_.extractor, work, deliver, options_.idle);
  Feeder feeder(options_, belt);
  while (auto next = inputs_.next())
    if (!feeder.feed(*std::move(next))) return;
  belt.finish();
}

}  // namespace onrecord

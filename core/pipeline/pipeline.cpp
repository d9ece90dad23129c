#include "pipeline/pipeline.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <new>
#include <thread>

namespace onrecord {

void Pipeline::run(const Render& render, const Deliver& deliver) {
  if (options_.workers <= 1) return run_alone(render, deliver);
  run_together(render, deliver);
}

bool Pipeline::take(Item& item) {
  auto next = inputs_.next();
  if (!next) return false;
  item.error.reset();
  item.article.reset();
  item.statements.clear();
  item.out.clear();
  if (*next) {
    item.name = std::move((**next).path);
    item.absolute_path = std::move((**next).absolute_path);
  } else {
    item.error = next->error();
    item.name = item.error->where;
  }
  return true;
}

void Pipeline::work(Extractor& extractor, Item& item, const Render& render) const {
  if (item.error) return;
  try {
    if (auto read = read_bytes(item.name, item.bytes, options_.largest); !read) {
      item.error = read.error();
      return;
    }
    auto article = read_article(item.name, item.bytes, options_.given);
    if (!article) {
      item.error = article.error();
      return;
    }
    item.article = *std::move(article);
    if (options_.extract) item.statements = extractor.extract(*item.article);
    render(item);
  } catch (const std::bad_alloc&) {  // one article too large for this machine is no reason to lose the others
    item.error = Error{ErrorCode::BadInput, "not enough memory for it", item.name, "split it, or give the program more"};
  }
}

void Pipeline::run_alone(const Render& render, const Deliver& deliver) {
  Extractor extractor;
  Item item;
  while (take(item)) {
    if (item.name == "-" && options_.idle) options_.idle();
    work(extractor, item, render);
    if (!deliver(item)) return;
  }
}

namespace {

// A ring of items: the calling thread fills and empties it in order, workers take what is filled.
class Ring {
 public:
  enum class State { Free, Filled, Taken, Done };
  struct Slot {
    Item item;
    State state = State::Free;
  };

  explicit Ring(std::size_t size) { for (std::size_t i = 0; i < size; ++i) slots_.push_back(std::make_unique<Slot>()); }

  [[nodiscard]] std::size_t size() const { return slots_.size(); }
  Slot& at(std::size_t number) { return *slots_[number % slots_.size()]; }

  void filled(Slot& slot) {
    {
      const std::lock_guard lock(mutex_);
      slot.state = State::Filled;
      waiting_.push_back(&slot);
    }
    to_work_.notify_one();
  }
  // The next filled slot; nullptr when there will be none.
  Slot* take() {
    std::unique_lock lock(mutex_);
    to_work_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return nullptr;
    Slot* slot = waiting_.front();
    waiting_.pop_front();
    slot->state = State::Taken;
    return slot;
  }
  void done(Slot& slot) {
    {
      const std::lock_guard lock(mutex_);
      slot.state = State::Done;
    }
    is_done_.notify_one();
  }
  // Whether `slot` was done within a second; it is free then.
  bool wait_for(Slot& slot) {
    std::unique_lock lock(mutex_);
    if (!is_done_.wait_for(lock, std::chrono::seconds(1), [&] { return slot.state == State::Done; })) return false;
    slot.state = State::Free;
    return true;
  }
  // No more will be filled; what waits is given up.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      waiting_.clear();
    }
    to_work_.notify_all();
  }

 private:
  std::vector<std::unique_ptr<Slot>> slots_;
  std::deque<Slot*> waiting_;
  std::mutex mutex_;
  std::condition_variable to_work_;
  std::condition_variable is_done_;
  bool closed_ = false;
};

}  // namespace

void Pipeline::run_together(const Render& render, const Deliver& deliver) {
  Ring ring(std::size_t{options_.workers} * 4);
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < options_.workers; ++i)
    workers.emplace_back([&] {
      Extractor extractor;
      while (Ring::Slot* slot = ring.take()) {
        work(extractor, slot->item, render);
        ring.done(*slot);
      }
    });
  struct Closer {
    Ring& ring;
    ~Closer() { ring.close(); }
  } closer{ring};  // runs before the workers are joined
  std::size_t filled = 0;
  std::size_t delivered = 0;
  bool more = true;
  while (true) {
    while (more && filled - delivered < ring.size()) {
      more = take(ring.at(filled).item);
      if (more) ring.filled(ring.at(filled++));
    }
    if (delivered == filled) return;
    Ring::Slot& next = ring.at(delivered++);
    while (!ring.wait_for(next))
      if (options_.idle) options_.idle();
    if (!deliver(next.item)) return;
  }
}

}  // namespace onrecord

#include "pipeline/belt.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace onrecord {
namespace {

struct Slot {
  Item item;
  bool done = false;
};

void clear(Item& item) {
  item.name.clear();
  item.absolute_path.clear();
  item.record_id.clear();
  item.bytes.clear();
  item.origin = {};
  item.headers.clear();
  item.captured_at.clear();
  item.article.reset();
  item.statements.clear();
  item.error.reset();
  item.out.clear();
}

}  // namespace

struct Belt::State {
  Work work;
  Pipeline::Deliver deliver;
  std::function<void()> idle;
  std::vector<std::unique_ptr<Slot>> slots;  // a ring
  std::size_t put = 0;
  std::size_t delivered = 0;
  bool stopped = false;

  std::optional<Extractor> alone;            // of the calling thread, when there is no other

  std::mutex mutex;
  std::condition_variable to_work;
  std::condition_variable is_done;
  std::deque<Slot*> waiting;
  bool closed = false;
  std::vector<std::jthread> workers;         // last, so that they end before what they use

  Slot& at(std::size_t number) { return *slots[number % slots.size()]; }

  // Of the workers: the next item; nullptr when there will be none.
  Slot* take() {
    std::unique_lock lock(mutex);
    to_work.wait(lock, [&] { return closed || !waiting.empty(); });
    if (waiting.empty()) return nullptr;
    Slot* slot = waiting.front();
    waiting.pop_front();
    return slot;
  }

  // Whether the next item to be delivered is done; waits for it when `wait`.
  bool next_is_done(bool wait) {
    Slot& slot = at(delivered);
    std::unique_lock lock(mutex);
    if (!wait) return slot.done;
    while (!is_done.wait_for(lock, std::chrono::seconds(1), [&] { return slot.done; })) {
      lock.unlock();
      if (idle) idle();
      lock.lock();
    }
    return true;
  }

  // Delivers the next item, which is done.
  bool deliver_next() {
    Slot& slot = at(delivered++);
    stopped = stopped || !deliver(slot.item);
    return !stopped;
  }
};

Belt::Belt(unsigned workers, const ExtractorOptions& options, Work work, Pipeline::Deliver deliver, std::function<void()> idle)
    : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.work = std::move(work);
  s.deliver = std::move(deliver);
  s.idle = std::move(idle);
  const std::size_t size = workers <= 1 ? 1 : std::size_t{workers} * 4;
  for (std::size_t i = 0; i < size; ++i) s.slots.push_back(std::make_unique<Slot>());
  if (workers <= 1) {
    s.alone.emplace(options);
    return;
  }
  for (unsigned i = 0; i < workers; ++i)
    s.workers.emplace_back([&s, options] {
      Extractor extractor(options);
      while (Slot* slot = s.take()) {
        s.work(extractor, slot->item);
        {
          const std::lock_guard lock(s.mutex);
          slot->done = true;
        }
        s.is_done.notify_one();
      }
    });
}

Belt::~Belt() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->closed = true;
    state_->waiting.clear();
  }
  state_->to_work.notify_all();
}

bool Belt::put(const std::function<void(Item&)>& fill) {
  State& s = *state_;
  if (s.stopped) return false;
  if (s.alone) {
    Slot& slot = s.at(0);
    clear(slot.item);
    fill(slot.item);
    s.work(*s.alone, slot.item);
    s.stopped = !s.deliver(slot.item);
    return !s.stopped;
  }
  while (s.delivered < s.put && s.next_is_done(s.put - s.delivered == s.slots.size()))
    if (!s.deliver_next()) return false;
  Slot& slot = s.at(s.put);
  slot.done = false;
  clear(slot.item);
  fill(slot.item);
  ++s.put;
  {
    const std::lock_guard lock(s.mutex);
    s.waiting.push_back(&slot);
  }
  s.to_work.notify_one();
  return true;
}

bool Belt::finish() {
  State& s = *state_;
  while (!s.stopped && s.delivered < s.put) {
    s.next_is_done(true);
    s.deliver_next();
  }
  return !s.stopped;
}

}  // namespace onrecord

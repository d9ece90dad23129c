// The belt between the thread that takes inputs and the workers: items go on in order, are worked on by whoever is free, and
// come off in order.
//
//   Belt belt(workers, work, deliver, idle);
//   while (…) if (!belt.put([&](Item& item) { item.name = …; })) break;
//   belt.finish();
//
// With one worker everything happens on the calling thread and no other is made.
#pragma once

#include <functional>
#include <memory>

#include "pipeline/pipeline.h"

namespace onrecord {

class Belt {
 public:
  using Work = std::function<void(Extractor&, Item&)>;  // on a worker

  Belt(unsigned workers, const ExtractorOptions& extractor, Work work, Pipeline::Deliver deliver, std::function<void()> idle);
  Belt(const Belt&) = delete;
  Belt& operator=(const Belt&) = delete;
  ~Belt();  // gives up what was not delivered

  // Puts an item on: `fill` gets one that is empty but for its memory. Delivers what is done, and waits while the belt is
  // full. False when a delivery said to stop.
  bool put(const std::function<void(Item&)>& fill);

  // Delivers everything that is on the belt. False when a delivery said to stop.
  bool finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onrecord

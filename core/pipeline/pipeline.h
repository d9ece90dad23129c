// The one loop: inputs are read, become articles, are searched for statements, and are handed on in their order.
//
//   Pipeline pipeline(Inputs({"news/"}), {});
//   pipeline.run([](Item& item) { render(item); },          // on any thread, of several items at once
//                [](Item& item) { return write(item); });   // on the calling thread, in the order of the inputs
//
// One bad input is an Item with an error and stops nothing. At most a few items a worker are in memory, however many inputs
// there are; their memory is used again. The number of workers changes the speed and nothing else.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "export/buffer.h"
#include "onrecord/extract.h"
#include "pipeline/inputs.h"

namespace onrecord {

// One input on its way through.
struct Item {
  std::string name;           // as the user would write it
  std::string absolute_path;  // empty for standard input
  std::string bytes;          // as read
  std::optional<Article> article;
  std::vector<Statement> statements;
  std::optional<Error> error;  // then there is no article
  Buffer out;                  // for what the worker renders
};

struct PipelineOptions {
  GivenMetadata given;
  unsigned workers = 1;
  bool extract = true;                      // false: articles only
  std::size_t largest = std::size_t{256} << 20U;  // bytes of one input
  // Called on the calling thread when the next input keeps it waiting (standard input, a slow disk): what is delivered can
  // be committed, so that nobody else waits for it. May be called several times over one input.
  std::function<void()> idle = {};
};

class Pipeline {
 public:
  Pipeline(Inputs inputs, PipelineOptions options) : inputs_(std::move(inputs)), options_(std::move(options)) {}

  // Called by a worker when an item's article and statements are there; not for items with an error.
  using Render = std::function<void(Item&)>;
  // Called on the thread that called run(), in order; false ends the run.
  using Deliver = std::function<bool(Item&)>;

  // Returns when every input was delivered or `deliver` said to stop.
  void run(const Render& render, const Deliver& deliver);

  [[nodiscard]] const Inputs& inputs() const { return inputs_; }

 private:
  bool take(Item& item);                                            // the next input's name; false at the end
  void work(Extractor& extractor, Item& item, const Render& render) const;
  void run_alone(const Render& render, const Deliver& deliver);
  void run_together(const Render& render, const Deliver& deliver);

  Inputs inputs_;
  PipelineOptions options_;
};

}  // namespace onrecord

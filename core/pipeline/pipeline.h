// The one loop: inputs are read, become articles, are searched for statements, and are handed on in their order.
//
//   Pipeline pipeline(Inputs({"news/", "crawl.jsonl", "https://post.example/a"}), {});
//   pipeline.run([](Item& item) { render(item); },          // on any thread, of several items at once
//                [](Item& item) { return write(item); });   // on the calling thread, in the order of the inputs
//
// One bad input is an Item with an error and stops nothing. At most a few items a worker are in memory, however many inputs
// there are and however many records an input holds; their memory is used again. The number of workers changes the speed and
// nothing else. Touches the disk, and the network for addresses.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "export/buffer.h"
#include "fetch/fetcher.h"
#include "ingest/records/read_many.h"
#include "onrecord/extract.h"
#include "pipeline/inputs.h"

namespace onrecord {

// One article on its way through.
struct Item {
  std::string name;           // of the input, as the user would write it; of a record "crawl.jsonl:17"
  std::string absolute_path;  // of a file; empty for standard input, addresses and records
  std::string record_id;      // of a record that has one
  std::string bytes;          // as read or fetched; empty for records
  InputOrigin origin;         // of a page that was fetched
  std::string headers;        // of its response
  std::string captured_at;    // when it was fetched
  std::optional<Article> article;
  std::vector<Statement> statements;
  std::optional<Error> error;  // then there is no article
  Buffer out;                  // for what the worker renders
};

struct PipelineOptions {
  GivenMetadata given;
  unsigned workers = 1;
  bool extract = true;                            // false: articles only
  ExtractorOptions extractor;
  std::size_t largest = std::size_t{256} << 20U;  // bytes of one input that is one article
  FieldMapping mapping;                           // of records
  std::string today;                              // ISO 8601; no page of a file is younger. Empty: nobody says
  FetchOptions fetch;
  // Called on the calling thread when the next input keeps it waiting (standard input, the network, a slow disk): what is
  // delivered can be committed, so that nobody else waits for it. May be called several times over one input.
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
  Inputs inputs_;
  PipelineOptions options_;
};

}  // namespace onrecord

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/iso_date.h"
#include "commands.h"
#include "onrecord/extract.h"
#include "pipeline/rules_folder.h"

namespace onrecord::cli {
namespace {

constexpr std::string_view kNoRules = "none";  // instead of a folder's name

}  // namespace

Result<Record> open_record(const Console& console, const Options& options, Needs needs, bool make) {
  auto how = extracting_for(options);
  if (!how) return how.error();
  OpenOptions open;
  open.rules_version = how->rules ? std::string(ONRECORD_VERSION "+") + how->rules->fingerprint() : ONRECORD_VERSION;
  open.lose_own_rules = options.rules == kNoRules;
  open.extract = [how = *std::move(how)](const Article& article) { return Extractor(how).extract(article); };
  const OpenMode mode = needs != Needs::Writing ? OpenMode::ReadOnly : make ? OpenMode::Create : OpenMode::ReadWrite;
  return Record::open(console.database(options.db), mode, std::move(open));
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

Format format_for(const Options& options, Format otherwise) {
  if (options.format) return *options.format;
  if (options.output.ends_with(".csv")) return Format::Csv;
  if (options.output.ends_with(".json")) return Format::Json;
  if (options.output.ends_with(".jsonl") || options.output.ends_with(".ndjson")) return Format::Jsonl;
  return otherwise;
}

Result<PipelineOptions> reading_for(const Console& console, const Options& options) {
  PipelineOptions how;
  how.today = console.now().substr(0, 10);
  how.given = options.inputs.given;
  // Said once, before anything is read, and not again for each of ten thousand files.
  if (const std::string& date = how.given.published; !date.empty() && !parse_iso_date_time(date))
    return Error{ErrorCode::Usage, "\"" + date + "\" is no date", "--published", "write it as 2014-10-29, 2014-10 or 2014"};
  how.workers = workers_for(options);
  auto extractor = extracting_for(options);
  if (!extractor) return extractor.error();
  how.extractor = *std::move(extractor);
  if (!options.inputs.mapping.empty()) {
    auto mapping = parse_field_mapping(options.inputs.mapping);
    if (!mapping) return mapping.error();
    how.mapping = *std::move(mapping);
  }
  how.fetch.delay = options.inputs.delay;
  how.fetch.allow_private = options.inputs.allow_private;
  for (const char* name : {"https_proxy", "HTTPS_PROXY", "http_proxy"})
    if (const char* proxy = std::getenv(name); proxy != nullptr && how.fetch.proxy.empty()) how.fetch.proxy = proxy;
  return how;
}

std::string nothing_found(Record& record, std::string_view typed) {
  std::string out = "nothing found";
  if (typed.empty()) return out;
  if (const auto meant = record.nearest_name(typed); meant && !meant->empty()) out += "; did you mean " + *meant + "?";
  return out;
}

Result<ExtractorOptions> extracting_for(const Options& options) {
  ExtractorOptions how;
  if (const auto& least = options.min_confidence) {
    if (!(*least >= 0 && *least <= 1))
      return Error{ErrorCode::Usage, fmt::format("\"{}\" is no confidence", *least), "--min-confidence",
                   "from 0 to 1, as in --min-confidence 0.8"};
    how.min_confidence = static_cast<float>(*least);
  }
  if (!options.rules.empty() && options.rules != kNoRules) {
    auto rules = read_own_rules(options.rules);
    if (!rules) {  // of the command line, not of an input that can be passed by
      Error error = rules.error();
      error.code = ErrorCode::Usage;
      return error;
    }
    how.rules = *std::move(rules);
  }
  return how;
}

unsigned workers_for(const Options& options) {
  if (options.inputs.workers > 0) return static_cast<unsigned>(std::min<std::int64_t>(options.inputs.workers, 64));
  std::error_code odd;  // one article is read by one worker; a folder may hold many
  if (options.args.size() == 1 && !std::filesystem::is_directory(options.args[0], odd)) return 1;
  return std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
}

void Skips::add(Console& console, const Error& error) {
  console.complain(error);
  ++count_;
  const std::string reason = error.message.substr(0, error.message.find(": "));
  const auto same = std::find_if(reasons_.begin(), reasons_.end(), [&](const auto& known) { return known.first == reason; });
  if (same != reasons_.end()) ++same->second;
  else if (reasons_.size() < 100) reasons_.emplace_back(reason, 1);
}

std::string Skips::summary() const {
  if (count_ == 0) return {};
  auto reasons = reasons_;
  std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out = grouped(count_) + " skipped: ";
  for (std::size_t i = 0; i < reasons.size() && i < 5; ++i) {
    if (i > 0) out += ", ";
    out += grouped(reasons[i].second) + " " + reasons[i].first;
  }
  return reasons.size() > 5 ? out + ", …" : out;
}

}  // namespace onrecord::cli

// onrecord score: how right the extractor is, against articles annotated by hand.
#include <fmt/format.h>

#include <functional>

#include "commands.h"
#include "output.h"
#include "pipeline/pipeline.h"
#include "score/gold.h"
#include "score/score.h"

namespace onrecord::cli {
namespace {

constexpr Column kLines[] = {
    {"group", "OF"}, {"name", "WHAT", false, true}, {"precision", "PRECISION", true}, {"recall", "RECALL", true}, {"f1", "F1", true},
    {"right", "RIGHT", true}, {"predicted", "PREDICTED", true}, {"found", "FOUND", true}, {"gold", "GOLD", true},
};
constexpr Column kChanges[] = {{"change", "CHANGE"}, {"article", "ARTICLE", false, true}, {"rule", "RULE", false, true}, {"speaker"},
                               {"mention", "MENTION", false, true}, {"cue", "CUE", false, true}, {"words", "WORDS", false, true}};

constexpr Column kCurve[] = {{"min_confidence", "CONFIDENCE", true}, {"predicted", "PREDICTED", true}, {"precision", "PRECISION", true},
                             {"recall", "RECALL", true}, {"f1", "F1", true}, {"joint_precision", "JOINT PRECISION", true},
                             {"joint_recall", "JOINT RECALL", true}, {"joint_f1", "JOINT F1", true}};

std::string share(double value) { return fmt::format("{:.3f}", value); }

void put_point(float least, const Report& r, RowPrinter& printer) {
  printer.row({bare(fmt::format("{:.1f}", least)), bare(std::to_string(r.all.predicted)), bare(share(r.all.precision())),
               bare(share(r.all.recall())), bare(share(r.all.f1())), bare(share(r.joint.precision())), bare(share(r.joint.recall())),
               bare(share(r.joint.f1()))});
}

// Extracts each article of `gold` and hands it on with what was found, in order.
using Each = std::function<void(const GoldArticle&, const std::vector<ScoredRow>&)>;
Result<void> extract_all(Console& console, const std::vector<GoldArticle>& gold, unsigned workers, const ExtractorOptions& extractor,
                         const Each& each) {
  std::vector<std::string> paths;
  for (const GoldArticle& article : gold) paths.push_back(article.path);
  std::size_t at = 0;
  std::optional<Error> failed;
  PipelineOptions how;
  how.workers = workers;
  how.extractor = extractor;
  Pipeline pipeline(Inputs(std::move(paths)), std::move(how));
  pipeline.run([](Item&) {}, [&](Item& item) {
    if (item.error) {
      failed = item.error;
      return false;
    }
    each(gold[at++], rows_of(*item.article, item.statements));
    console.progress(grouped(static_cast<std::int64_t>(at)) + " of " + grouped(static_cast<std::int64_t>(gold.size())));
    return !interrupted();
  });
  if (failed) return *failed;
  return {};
}

Result<Report> score_all(Console& console, const std::vector<GoldArticle>& gold, unsigned workers, const ExtractorOptions& extractor) {
  Scorer scorer;
  const auto add = [&](const GoldArticle& article, const std::vector<ScoredRow>& rows) { scorer.add(article, rows); };
  if (auto done = extract_all(console, gold, workers, extractor, add); !done) return done.error();
  return scorer.report();
}

void put_report(const Report& report, RowPrinter& printer) {
  for (const ScoreLine& line : score_lines(report)) {
    const Rate& r = line.rate;
    if (line.is_share)
      printer.row({line.group, line.name, bare(share(r.precision())), bare(""), bare(""), bare(std::to_string(r.right)),
                   bare(std::to_string(r.predicted)), bare(""), bare("")});
    else
      printer.row({line.group, line.name, bare(share(r.precision())), bare(share(r.recall())), bare(share(r.f1())),
                   bare(std::to_string(r.right)), bare(std::to_string(r.predicted)), bare(std::to_string(r.found)),
                   bare(std::to_string(r.gold))});
  }
}

}  // namespace

Status cmd_score(Console& console, const Options& options) {
  auto extractor = extracting_for(options);
  if (!extractor) return extractor.error();
  auto gold = read_gold(options.args[0]);
  if (!gold) return gold.error();
  std::string bytes;
  if (!options.score.who.empty()) {
    if (auto read = read_bytes(options.score.who, bytes, std::size_t{256} << 20U); !read) return read.error();
    add_speakers(bytes, *gold);
  }
  std::map<std::string, std::vector<ScoredRow>> before;
  const bool against = !options.score.against.empty();
  if (against) {
    if (auto read = read_bytes(options.score.against, bytes, std::size_t{4} << 30U); !read) return read.error();
    auto rows = parse_rows(options.score.against, bytes, *gold);
    if (!rows) return rows.error();
    before = *std::move(rows);
  }

  const unsigned workers = workers_for(options);
  auto output = Output::open(console, options.output, Output::Page::Yes);
  if (!output) return output.error();
  const Format format = format_for(options, Format::Table);
  if (options.score.curve) {
    RowPrinter printer(format, kCurve, {console.table}, (*output)->buffer());
    for (int tenths = 1; tenths <= 9; ++tenths) {
      extractor->min_confidence = static_cast<float>(tenths) / 10;
      auto report = score_all(console, *gold, workers, *extractor);
      if (!report) return report.error();
      put_point(*extractor->min_confidence, *report, printer);
    }
    printer.finish();
  } else if (against) {
    std::map<ScoreChange::What, std::int64_t> changes;
    RowPrinter printer(format, kChanges, {console.table}, (*output)->buffer());
    auto done = extract_all(console, *gold, workers, *extractor, [&](const GoldArticle& article, const std::vector<ScoredRow>& rows) {
      for (const ScoreChange& c : compare(article, before[article.name], rows)) {
        printer.row({word_for(c.what), c.article, c.rule, c.speaker, c.mention, c.cue, c.words});
        ++changes[c.what];
      }
    });
    if (!done) return done.error();
    printer.finish();
    std::string summary;
    for (const auto& [what, times] : changes)
      summary += fmt::format("{}{} {}", summary.empty() ? "" : ", ", grouped(times), word_for(what));
    console.tell(summary.empty() ? "nothing changed" : summary);
  } else {
    auto report = score_all(console, *gold, workers, *extractor);
    if (!report) return report.error();
    RowPrinter printer(format, kLines, {console.table}, (*output)->buffer());
    put_report(*report, printer);
    printer.finish();
    const std::string statements = counted(static_cast<std::int64_t>(report->all.predicted), "statement");
    const std::string articles = counted(static_cast<std::int64_t>(report->articles), "article");
    console.tell(fmt::format("{} of {}; confidence is off by {:.3f} on average", statements, articles, report->calibration_error));
  }
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  return Exit::Done;
}

}  // namespace onrecord::cli

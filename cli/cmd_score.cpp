// onrecord score: how right the extractor is, against articles annotated by hand.
#include <fmt/format.h>

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

std::string share(double value) { return fmt::format("{:.3f}", value); }

}  // namespace

Status cmd_score(Console& console, const Options& options) {
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

  Scorer scorer;
  std::vector<ScoreChange> changes;
  std::vector<std::string> paths;
  for (const GoldArticle& article : *gold) paths.push_back(article.path);
  std::size_t at = 0;
  std::optional<Error> failed;
  PipelineOptions how;
  how.workers = workers_for(options);
  Pipeline pipeline(Inputs(std::move(paths)), std::move(how));
  pipeline.run([](Item&) {}, [&](Item& item) {
    if (item.error) {
      failed = item.error;
      return false;
    }
    const GoldArticle& article = (*gold)[at++];
    const std::vector<ScoredRow> rows = rows_of(*item.article, item.statements);
    if (against) {
      auto differences = compare(article, before[article.name], rows);
      changes.insert(changes.end(), std::make_move_iterator(differences.begin()), std::make_move_iterator(differences.end()));
    } else {
      scorer.add(article, rows);
    }
    console.progress(grouped(static_cast<std::int64_t>(at)) + " of " + grouped(static_cast<std::int64_t>(gold->size())));
    return !interrupted();
  });
  if (failed) return *failed;

  auto output = Output::open(console, options.output, Output::Page::Yes);
  if (!output) return output.error();
  const Format format = format_for(options, Format::Table);
  if (against) {
    RowPrinter printer(format, kChanges, {console.table}, (*output)->buffer());
    for (const ScoreChange& c : changes) printer.row({word_for(c.what), c.article, c.rule, c.speaker, c.mention, c.cue, c.words});
    printer.finish();
    if (changes.empty()) console.tell("nothing changed");
  } else {
    RowPrinter printer(format, kLines, {console.table}, (*output)->buffer());
    for (const ScoreLine& line : score_lines(scorer.report())) {
      const Rate& r = line.rate;
      if (line.is_share)
        printer.row({line.group, line.name, bare(share(r.precision())), bare(""), bare(""), bare(std::to_string(r.right)),
                     bare(std::to_string(r.predicted)), bare(""), bare("")});
      else
        printer.row({line.group, line.name, bare(share(r.precision())), bare(share(r.recall())), bare(share(r.f1())), bare(std::to_string(r.right)),
                     bare(std::to_string(r.predicted)), bare(std::to_string(r.found)), bare(std::to_string(r.gold))});
    }
    printer.finish();
  }
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  return Exit::Done;
}

}  // namespace onrecord::cli

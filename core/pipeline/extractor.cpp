#include <algorithm>

#include "extract/explain.h"
#include "extract/extract.h"
#include "extract/own_rules.h"
#include "onrecord/extract.h"
#include "pipeline/headed.h"
#include "resolve/explain.h"
#include "resolve/resolve.h"
#include "resolve/speakers/embedded_posts.h"
#include "segment/document.h"

namespace onrecord {
struct Extractor::State {
  explicit State(std::shared_ptr<const OwnRules> own)
      : rules(std::move(own)), cascade(weights(), rules ? rules->grammar() : grammar()) {}

  [[nodiscard]] const Weights& weights() const { return rules ? rules->weights() : built_in_weights(); }

  void read(const Article& article, const std::optional<Thresholds>& asked_for = {}) {
    segment(article, doc);
    if (rules) rules->put_words(doc);
    cascade.read(article, doc, asked_for);
  }

  std::vector<Statement> extract(const Article& article) {
    read(article, thresholds);
    std::vector<Statement> statements = cascade.statements(thresholds);
    cascade.forget_candidates();
    resolver.resolve(article, doc, cascade, statements);
    add_posts(article, statements);
    return statements;
  }

  Document doc;
  Headed headed;
  std::shared_ptr<const OwnRules> rules;
  Cascade cascade;
  Resolver resolver;
  Thresholds thresholds;
};

Extractor::Extractor(const ExtractorOptions& options) : state_(std::make_unique<State>(options.rules)) {
  if (options.min_confidence) state_->thresholds = thresholds_for(*options.min_confidence, state_->weights());
}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::vector<Statement> Extractor::extract(const Article& article) {
  if (!has_title_outside(article)) return state_->extract(article);
  std::vector<Statement> statements = state_->extract(state_->headed.put(article));
  for (Statement& s : statements) state_->headed.take_apart(s);
  return statements;
}

std::string Extractor::explain(const Article& article, const std::vector<Statement>& statements,
                               const std::optional<Words>& only) {
  State& s = *state_;
  std::vector<Statement> read = statements;  // with spans of the text that is read
  Span asked = only ? only->span : Span{};
  std::uint32_t body = 0;
  if (has_title_outside(article)) {
    s.read(s.headed.put(article));
    body = s.headed.body();
    for (Statement& statement : read) s.headed.put_together(statement);
    if (only && only->place == Place::Body) asked = moved(asked, body);
  } else {
    s.read(article);
  }
  const Explainer explainer(s.doc, s.cascade, s.thresholds, s.weights());
  // The statements by where their cue stands, else their words.
  std::vector<std::pair<std::uint32_t, std::size_t>> places;
  for (std::size_t k = 0; k < statements.size(); ++k)
    places.emplace_back(read[k].cue.empty() ? read[k].content.front().begin : read[k].cue.begin, k);
  std::sort(places.begin(), places.end());
  std::string out;
  const auto all = s.cascade.sentences();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Sentence& sentence = all[i].sentence;
    const Span place{s.doc.tokens.begin[sentence.first], s.doc.tokens.end[sentence.last - 1]};
    if (sentence.quote >= 0 || (only ? !place.overlaps(asked) : !explainer.has_candidates(i))) continue;
    if (!out.empty()) out += '\n';
    explainer.put(i, read, out);
    auto at = std::lower_bound(places.begin(), places.end(), std::pair(place.begin, std::size_t{0}));
    for (; at != places.end() && at->first < place.end; ++at) explain_speaker_and_date(article, s.doc, body, statements, at->second, out);
  }
  return out;
}

}  // namespace onrecord

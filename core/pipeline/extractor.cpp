#include <algorithm>

#include "extract/explain.h"
#include "extract/extract.h"
#include "extract/own_rules.h"
#include "onrecord/extract.h"
#include "resolve/explain.h"
#include "resolve/resolve.h"
#include "resolve/speakers/posts.h"
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

  Document doc;
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
  state_->read(article, state_->thresholds);
  std::vector<Statement> statements = state_->cascade.statements(state_->thresholds);
  state_->cascade.forget_candidates();
  state_->resolver.resolve(article, state_->doc, state_->cascade, statements);
  add_posts(article, statements);
  return statements;
}

std::string Extractor::explain(const Article& article, const std::vector<Statement>& statements, std::optional<Span> only) {
  State& s = *state_;
  s.read(article);
  const Explainer explainer(s.doc, s.cascade, s.thresholds, s.weights());
  // The statements by where their cue stands, else their words.
  std::vector<std::pair<std::uint32_t, std::size_t>> places;
  for (std::size_t k = 0; k < statements.size(); ++k)
    places.emplace_back(statements[k].cue.empty() ? statements[k].content.front().begin : statements[k].cue.begin, k);
  std::sort(places.begin(), places.end());
  std::string out;
  const auto all = s.cascade.sentences();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Sentence& sentence = all[i].sentence;
    const Span place{s.doc.tokens.begin[sentence.first], s.doc.tokens.end[sentence.last - 1]};
    if (sentence.quote >= 0 || (only ? !place.overlaps(*only) : !explainer.has_candidates(i))) continue;
    if (!out.empty()) out += '\n';
    explainer.put(i, statements, out);
    auto at = std::lower_bound(places.begin(), places.end(), std::pair(place.begin, std::size_t{0}));
    for (; at != places.end() && at->first < place.end; ++at) explain_speaker_and_date(article, s.doc, statements, at->second, out);
  }
  return out;
}

}  // namespace onrecord

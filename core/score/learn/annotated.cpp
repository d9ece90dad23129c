#include "score/learn/annotated.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <span>

#include "extract/weigh/cue_gate.h"
#include "extract/weigh/ends.h"
#include "extract/weigh/evidence.h"
#include "ingest/read.h"

namespace onrecord {
namespace {

// A gold row as the learner needs it.
Gold gold_of(const ScoredRow& row, std::string_view text) {
  Gold out{row.content, row.mention, row.cue, false};
  std::sort(out.content.begin(), out.content.end(), [](Span x, Span y) { return x.begin < y.begin; });
  for (const Span s : out.content)
    for (const char* mark : {"\"", "“", "”", "''"}) out.quoted |= slice(text, s).find(mark) != std::string_view::npos;
  return out;
}

// Several candidates may give the same gold row: the learner is shown the best of them as right and the others not at all, so that it
// learns which of them to prefer and does not learn that the others are no attributions. How well a candidate gives a
// gold row: not at all when they share less than half of their contents; the more they share the better, and one with
// the right source better than any without.
double quality(const Text& text, const Candidate& c, const Gold& gold) {
  const double overlap = text.overlap(gold.content, text.spans(c));
  return overlap < 0.5 ? 0 : overlap + (text.source_right(c, gold) ? 1 : 0);
}
constexpr double kAsGood = 0.02;

void remember(const Features& features, Names& names) {
  for (std::size_t k = 0; k < features.keys().size(); ++k) names.try_emplace(features.keys()[k], features.names()[k]);
}

void find_cue_examples(Text& text, std::span<const Parsed> sentences, Names& names) {
  Features features(true);
  text.cue_examples.clear();
  text.cue_of.clear();
  std::map<std::pair<std::uint32_t, int>, std::int32_t> known;
  for (const Candidate& c : text.candidates) {
    text.cue_of.push_back(-1);
    if (c.look == CueLook::None) continue;
    const auto [at, added] = known.try_emplace({c.sentence, c.cue_chunk}, static_cast<std::int32_t>(text.cue_examples.size()));
    text.cue_of.back() = at->second;
    if (!added) continue;
    find_cue_features(text.doc, sentences[c.sentence], c.cue_chunk, features);
    text.cue_examples.push_back({features.keys(), false, true});
    remember(features, names);
  }
}

}  // namespace

std::vector<std::unique_ptr<Text>> read_texts(const std::vector<GoldArticle>& gold) {
  std::vector<std::unique_ptr<Text>> texts;
  for (const GoldArticle& annotated : gold) {
    auto text = std::make_unique<Text>();
    text->name = annotated.name;
    auto article = read_article(annotated.path, annotated.text, {});
    if (!article) {
      std::cerr << article.error().text() << '\n';
      continue;
    }
    text->article = std::move(*article);
    const std::string& t = text->article.text;
    text->letters.assign(t.size() + 1, 0);
    for (std::size_t i = 0; i < t.size(); ++i) {
      const auto c = static_cast<unsigned char>(t[i]);
      text->letters[i + 1] = text->letters[i] + ((c < 0x80 && std::isalnum(c)) || (c >= 0xC3 && c <= 0xDF) ? 1U : 0U);
    }
    for (const ScoredRow& row : annotated.rows) text->gold.push_back(gold_of(row, t));
    segment(text->article, text->doc);
    texts.push_back(std::move(text));
  }
  return texts;
}

void find_examples(Text& text, const Weights& weights, Names& names) {
  Cascade cascade(weights);
  Features features(true);
  cascade.read(text.article, text.doc);
  text.candidates = cascade.candidates();
  find_cue_examples(text, cascade.sentences(), names);
  text.examples.clear();
  std::vector<double> best(text.gold.size(), 0);
  for (std::size_t g = 0; g < text.gold.size(); ++g)
    for (const Candidate& c : text.candidates)
      if (!c.inner) best[g] = std::max(best[g], quality(text, c, text.gold[g]));
  for (const Candidate& c : text.candidates) {
    Example e;
    find_features(text.doc, grammar(), cascade.sentences(), c, features);
    e.keys = features.keys();
    remember(features, names);
    const std::vector<Span> spans = text.spans(c);
    const Span cue{text.doc.tokens.begin[c.cue_head], text.doc.tokens.end[c.cue_head]};
    bool second = false;  // neither right nor wrong: what is kept in its place should be
    for (std::size_t g = 0; g < text.gold.size(); ++g) {
      const Gold& gold = text.gold[g];
      if (const double own = quality(text, c, gold); own > 0) {
        const bool sourced = own > 1 || c.construct == grammar().number(BuiltIn::Floating);
        if (own >= best[g] - kAsGood && sourced) e.right = true;
        else second = true;
      }
      // A floating quotation is somebody's words even where the annotators give it to a cue paragraphs before.
      else if (c.construct == grammar().number(BuiltIn::Floating) && text.shared(gold.content, spans) * 2 >= text.count(spans))
        e.right = true;
      else if (text.shared({cue}, gold.content) > 0) e.counts = false;
    }
    // So are the turns of a transcript, which some annotators left alone.
    if (c.construct == grammar().number(BuiltIn::Turn)) e.right = e.counts = true;
    if (e.right) e.counts = true;
    else if (second) e.counts = false;
    if (c.inner) e.counts = false;
    text.examples.push_back(std::move(e));
  }
}

void label_cues(Text& text, const Thresholds& thresholds) {
  for (Candidate& c : text.candidates) c.look = CueLook::None;  // what earlier weights passed over
  for (Example& cue : text.cue_examples) cue.right = false;
  std::vector<Kept> kept;
  text.owner.assign(text.doc.tokens.size(), -1);
  select(text.candidates, thresholds, text.owner, kept);
  for (const Kept& k : kept)
    if (const std::int32_t cue = text.cue_of[k.candidate]; cue >= 0) text.cue_examples[static_cast<std::size_t>(cue)].right = true;
}

void find_end_examples(Text& text, Names& names) {
  const Weights none;  // every content ends where its rule says
  Cascade cascade(none);
  Features features(true);
  cascade.read(text.article, text.doc);
  text.end_examples.clear();
  const Tokens& tokens = text.doc.tokens;
  for (const Candidate& c : cascade.candidates()) {
    if (c.first < 0 || c.inner) continue;
    const Parsed& parsed = cascade.sentences()[c.sentence];
    const auto& chunks = parsed.chunks.chunks;
    const std::uint32_t begin = text.letters[tokens.begin[chunks[static_cast<std::size_t>(c.first)].first]];
    const Span cue{tokens.begin[c.cue_head], tokens.end[c.cue_head]};
    const int last = std::min(last_end(parsed.chunks), c.first + kMostEnds);
    for (const Gold& gold : text.gold) {
      if (text.shared({cue}, gold.cue) == 0) continue;
      for (const Span piece : gold.content) {
        if (text.letters[piece.begin] != begin || text.count(piece) == 0) continue;
        const std::uint32_t end = text.letters[piece.end];
        int right = c.first + 1;  // the first boundary that leaves nothing out
        while (right < last && text.letters[tokens.end[chunks[static_cast<std::size_t>(right) - 1].last - 1]] < end) ++right;
        const ContentStart content{text.doc, parsed, grammar().parts[c.construct], c.cue_chunk, c.first, c.first + 1, c.rule_end, 0};
        for (int i = c.first + 1; i <= right && i < last; ++i) {
          end_features(content, i, features);
          text.end_examples.push_back({features.keys(), i == right, true});
          remember(features, names);
        }
      }
    }
  }
}

}  // namespace onrecord

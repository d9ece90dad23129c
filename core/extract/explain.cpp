#include "extract/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "extract/plain_words.h"

namespace onrecord {
namespace {

constexpr std::size_t kColumns = 110;
constexpr std::size_t kLongest = 200;  // bytes of a piece of text that is shown whole

// How far from its place a statement is looked for.
constexpr std::size_t kNear = 50;

// How many reasons are named one by one.
constexpr std::size_t kReasonsFor = 4, kReasonsAgainst = 3;

// `text` on one line, its middle left out where it is long.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.size() <= kLongest) return out;
  const auto inside_letter = [&](std::size_t at) { return (static_cast<unsigned char>(out[at]) & 0xC0U) == 0x80U; };
  std::size_t head = kLongest * 2 / 3, tail = out.size() - kLongest / 3;
  while (inside_letter(head)) --head;
  while (inside_letter(tail)) ++tail;
  return out.substr(0, head) + " … " + out.substr(tail);
}

// Appends `pieces` joined by ` | `, in lines of about kColumns.
void put_folded(std::string_view label, const std::vector<std::string>& pieces, std::string& out) {
  constexpr std::size_t kIndent = 14;
  std::string line = fmt::format("  {:<{}}", label, kIndent - 2);
  bool fresh = true;
  for (const std::string& piece : pieces) {
    if (!fresh && line.size() + piece.size() + 3 > kColumns) {
      out.append(line).append(" |\n");
      line.assign(kIndent, ' ');
      fresh = true;
    }
    line.append(fresh ? "" : " | ").append(piece);
    fresh = false;
  }
  out.append(line).append("\n");
}

}  // namespace

Explainer::Explainer(const Document& doc, const Cascade& cascade, const Thresholds& thresholds, const Weights& weights)
    : doc_(doc), cascade_(cascade), thresholds_(thresholds), weights_(weights), verdicts_(cascade.verdicts(thresholds)) {
  const std::span<const Parsed> all = cascade.sentences();
  std::vector<std::size_t> home(all.size());
  const auto first_inner = std::partition_point(all.begin(), all.end(), [](const Parsed& p) { return p.sentence.quote < 0; });
  for (std::size_t i = 0; i < all.size(); ++i) {
    home[i] = i;
    if (all[i].sentence.quote < 0) continue;
    const auto begins_before = [&](const Parsed& p) { return p.sentence.first <= all[i].sentence.first; };
    const auto behind = std::partition_point(all.begin(), first_inner, begins_before);
    if (behind != all.begin()) home[i] = static_cast<std::size_t>(behind - all.begin()) - 1;
  }
  proposed_.resize(all.size());
  inside_.resize(all.size());
  for (std::uint32_t c = 0; c < cascade.candidates().size(); ++c) proposed_[cascade.candidates()[c].sentence].push_back(c);
  // Those that are kept first, then the surest.
  const auto rank = [&](std::uint32_t c) { return std::pair(verdicts_[c].fate != Fate::Kept, -cascade.candidates()[c].score); };
  for (auto& of_sentence : proposed_)
    std::stable_sort(of_sentence.begin(), of_sentence.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  for (std::size_t i = 0; i < all.size(); ++i)
    if (home[i] != i) inside_[home[i]].push_back(static_cast<std::uint32_t>(i));
}

std::string Explainer::words(TokenRange range) const {
  if (range.empty()) return "nobody";
  const Tokens& t = doc_.tokens;
  return on_one_line(slice(doc_.text, Span{t.begin[range.first], t.end[range.last - 1]}));
}

bool Explainer::has_candidates(std::size_t sentence) const {
  return !proposed_[sentence].empty() ||
         std::any_of(inside_[sentence].begin(), inside_[sentence].end(), [&](std::uint32_t inner) { return !proposed_[inner].empty(); });
}

void Explainer::put(std::size_t sentence, const std::vector<Statement>& statements, std::string& out) const {
  const auto level_by_level = [&](std::size_t i) {
    put_reading(cascade_.sentences()[i], out);
    put_subjects(cascade_.sentences()[i], out);
    for (const std::uint32_t candidate : proposed_[i]) put_candidate(candidate, statements, out);
  };
  const auto text = [&](std::size_t i) {
    const Sentence& s = cascade_.sentences()[i].sentence;
    return words({s.first, s.last});
  };
  out.append(text(sentence)).append("\n");
  level_by_level(sentence);
  for (const std::uint32_t inner : inside_[sentence]) {
    out.append("  inside its quotation: ").append(text(inner)).append("\n");
    level_by_level(inner);
  }
}

void Explainer::put_reading(const Parsed& parsed, std::string& out) const {
  std::vector<std::string> pieces;
  for (int i = 0; i < parsed.chunks.size(); ++i) {
    const Chunk& chunk = parsed.chunks.chunks[static_cast<std::size_t>(i)];
    const char symbol = parsed.chunks.symbols[static_cast<std::size_t>(i)];
    pieces.push_back(fmt::format("{} [{}]", words({chunk.first, chunk.last}), words_for_symbol(symbol)));
  }
  put_folded("read as", pieces, out);
}

void Explainer::put_subjects(const Parsed& parsed, std::string& out) const {
  std::vector<std::string> pieces;
  for (int i = 0; i < parsed.chunks.size(); ++i) {
    const Subject& who = parsed.subjects[static_cast<std::size_t>(i)];
    if (!who.known()) continue;
    const auto chunk = [&](int at) { return parsed.chunks.chunks[static_cast<std::size_t>(at)]; };
    pieces.push_back(fmt::format("{}: {} ({})", words({chunk(i).first, chunk(i).last}),
                                 words({chunk(who.first).first, chunk(who.last - 1).last}),
                                 words_for_form(who.form)));
  }
  if (!pieces.empty()) put_folded("subjects", pieces, out);
}

void Explainer::put_candidate(std::size_t index, const std::vector<Statement>& statements, std::string& out) const {
  const Candidate& c = cascade_.candidates()[index];
  std::string content;
  for (const TokenRange& piece : c.content) content.append(content.empty() ? "" : " … ").append(words(piece));
  const std::string cue = c.cue.empty() ? "no cue" : words(c.cue), number = fmt::format("#{}", index + 1);
  const Grammar& rules = cascade_.rules();
  out.append(fmt::format("  {:>4}  {} > {} > {}\n", number, words(c.source), cue, on_one_line(content)));
  out.append(fmt::format("        by the rule {}: {}\n", rules.construct_name(c.construct), rules.intent(c.construct)));
  put_end(c, out);
  out.append(fmt::format("        {}\n", fate(index, statements)));
  put_evidence(c, out);
}

void Explainer::put_end(const Candidate& c, std::string& out) const {
  if (c.first < 0 || c.rule_end.chunk <= c.first) return;
  const auto& chunks = cascade_.sentences()[c.sentence].chunks.chunks;
  const std::uint32_t first = chunks[static_cast<std::size_t>(c.first)].first;
  const std::uint32_t rule_last = chunks[static_cast<std::size_t>(c.rule_end.chunk) - 1].last;
  for (const TokenRange& piece : c.content) {
    if (!piece.contains(first) || piece.last == rule_last) continue;
    out.append("        its words end where evidence weighs most for it; by the rule alone they would be: ");
    out.append(words({piece.first, rule_last})).append("\n");
  }
}

std::size_t Explainer::statement_of(const Candidate& c, const std::vector<Statement>& statements) const {
  const Tokens& t = doc_.tokens;
  const std::uint32_t first = t.begin[c.content.front().first], last = t.end[c.content.back().last - 1];
  const Span cue = c.cue.empty() ? Span{} : Span{t.begin[c.cue.first], t.end[c.cue.last - 1]};
  // They stand in the order of their first spans; a post may stand in front, with what it holds.
  const auto begins_before = [&](const Statement& s) { return s.content.front().begin < first; };
  const auto place = std::partition_point(statements.begin(), statements.end(), begins_before);
  const auto near = static_cast<std::size_t>(place - statements.begin());
  for (std::size_t n = near - std::min(near, kNear); n < std::min(statements.size(), near + kNear); ++n) {
    const Statement& s = statements[n];
    if (s.cue == cue && s.rule == cascade_.rules().construct_name(c.construct) && s.content.front().begin < last &&
        s.content.back().end > first)
      return n;
  }
  return statements.size();
}

std::string Explainer::fate(std::size_t index, const std::vector<Statement>& statements) const {
  const Candidate& c = cascade_.candidates()[index];
  const Verdict& verdict = verdicts_[index];
  const auto confidence = [&](float log_odds) { return probability(weights_.calibrated(log_odds)); };
  const auto surer = [&] { return fmt::format("#{} ({:.2f})", verdict.by + 1, confidence(cascade_.candidates()[verdict.by].score)); };
  const auto least = [&](float threshold) { return confidence(std::log(threshold / (1 - threshold))); };
  std::string said;
  switch (verdict.fate) {
    case Fate::Kept: {
      const std::size_t n = statement_of(c, statements);
      said = n == statements.size() ? "kept, and part of a post" : fmt::format("kept: statement {}", n + 1);
      if (n < statements.size() && statements[n].within >= 0) said += fmt::format(", inside statement {}", statements[n].within + 1);
      break;
    }
    case Fate::Unlikely: said = fmt::format("dropped: a statement needs {:.2f}", least(thresholds_.keep)); break;
    case Fate::PassedOver: said = "passed over: hardly anything is kept of such a cue"; break;
    case Fate::SameCue: said = "dropped: of the same cue " + surer() + " is surer"; break;
    case Fate::HidesSurer: said = "dropped: it would hide " + surer() + ", which is surer"; break;
    case Fate::Taken: said = "dropped: " + surer() + " has these words"; break;
    case Fate::Doubtful:
      said = fmt::format("dropped: it lies inside #{}, where a statement needs {:.2f}", verdict.by + 1, least(thresholds_.nested));
      break;
    case Fate::Phrase: said = fmt::format("dropped: it lies inside #{}, and has no clause or quotation of its own", verdict.by + 1); break;
    case Fate::Across: said = fmt::format("dropped: its cue lies inside #{}, its words reach beyond", verdict.by + 1); break;
    case Fate::Deep: said = fmt::format("dropped: it lies inside #{}, too many levels deep", verdict.by + 1); break;
  }
  return fmt::format("confidence {:.2f}, {}", confidence(c.score), said);
}

void Explainer::put_evidence(const Candidate& candidate, std::string& out) const {
  if (cascade_.rules().stated_confidence(candidate.construct) > 0) {
    out.append("        the rule states its confidence itself\n");
    return;
  }
  Features features(true);
  find_features(doc_, cascade_.rules(), cascade_.sentences(), candidate, features);
  struct Reason {
    float weight;
    std::string_view name;
  };
  std::vector<Reason> reasons = {{weights_.of(Weights::kBias), "bias"}};
  float sum = reasons.front().weight;
  for (std::size_t i = 0; i < features.keys().size(); ++i) {
    const float weight = weights_.of(features.keys()[i]);
    sum += weight;
    if (weight != 0) reasons.push_back({weight, features.names()[i]});
  }
  std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
  std::size_t first = 0, last = reasons.size();
  float rest = sum;
  const auto put = [&](std::string_view label, const Reason& reason) {
    out.append(fmt::format("        {:<8}{:+.2f}  {}\n", label, static_cast<double>(reason.weight), words_for_feature(reason.name)));
    rest -= reason.weight;
  };
  for (; first < std::min(kReasonsFor, reasons.size()) && reasons[first].weight > 0; ++first) put(first == 0 ? "for" : "", reasons[first]);
  for (; last > first && reasons.size() - last < kReasonsAgainst && reasons[last - 1].weight < 0; --last)
    put(last == reasons.size() ? "against" : "", reasons[last - 1]);
  if (last > first) out.append(fmt::format("        {:<8}{:+.2f}  {} more together\n", "", static_cast<double>(rest), last - first));
  out.append(fmt::format("        {:<8}{:+.2f}\n", "sum", static_cast<double>(sum)));
}

}  // namespace onrecord

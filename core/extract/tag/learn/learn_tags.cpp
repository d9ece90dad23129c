// Learns the contextual tag rules from text that another tagger has tagged, and says how well they agree with it.
//
//   onrecord_learn_tags TEXTS OFFSETS --half              learn on every second article, report on the others
//   onrecord_learn_tags TEXTS OFFSETS > rules.txt         learn on all of them
//   onrecord_learn_tags TEXTS OFFSETS --rules rules.txt   only report
//
// TEXTS holds NAME.txt, OFFSETS holds NAME.offsets as core/lexicon/generate/tag_text.py writes them: begin, end (code
// points), Penn Treebank tag. In each round every rule that the templates below can make is counted over the tokens as
// the rules so far have tagged them: what it would put right, less what it would break; the best one for each tag and
// for each word is put above the rules that are there. Tags come from the tagger itself, so the order of work that
// core/extract/tag/tag_rules.h describes is the one that is learnt with.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/tag/learn/agreement.h"
#include "extract/tag/learn/tagged_text.h"
#include "extract/tag/tag_rules.h"
#include "lexicon/lists.h"

using namespace onrecord;
using F = TagFeature;

namespace {

// --- candidates ---------------------------------------------------------------------------------------------------------

const std::vector<std::vector<F>> kTemplates = {
    {F::Prev}, {F::Next}, {F::Prev2}, {F::Next2}, {F::Back2}, {F::Back3}, {F::Ahead2},
    {F::Prev, F::Next}, {F::Prev2, F::Prev}, {F::Next, F::Next2}, {F::Prev, F::Next2}, {F::Prev2, F::Next},
    {F::Prev2, F::Prev, F::Next}, {F::Prev, F::Next, F::Next2},
    {F::PrevWord}, {F::NextWord}, {F::PrevWord, F::Next}, {F::Prev, F::NextWord}, {F::Prev2Word, F::Prev},
    {F::Word}, {F::Word, F::Prev}, {F::Word, F::Next}, {F::Word, F::PrevWord}, {F::Word, F::NextWord},
    {F::Word, F::Prev, F::Next}, {F::Word, F::Prev2, F::Prev}, {F::Word, F::Next, F::Next2}, {F::Word, F::PrevClass},
    {F::Word, F::NextClass}, {F::Word, F::Verb}, {F::Word, F::ClauseVerb}, {F::Word, F::NextMay},
    {F::Word, F::Prev, F::NextMay}, {F::Word, F::Prev, F::Verb}, {F::Word, F::First},
    {F::PrevClass}, {F::Back3Class}, {F::NextClass}, {F::PrevClass, F::Next}, {F::Back3Class, F::Prev},
    {F::Prev, F::NextClass}, {F::Back3Class, F::Next},
    {F::NextMay}, {F::Prev, F::NextMay}, {F::Verb}, {F::Verb, F::Prev}, {F::ClauseVerb}, {F::ClauseVerb, F::Prev},
    {F::ClauseVerb, F::Next}, {F::Verb, F::Next}, {F::ClauseVerb, F::Prev, F::Next}, {F::Verb, F::Prev, F::Next},
    {F::ClauseVerb, F::Prev2, F::Prev}, {F::Verb, F::Prev2, F::Prev}, {F::ClauseVerb, F::Prev, F::NextMay},
    {F::First}, {F::First, F::Next}, {F::First, F::NextWord},
    {F::Class}, {F::Class, F::Prev}, {F::Class, F::Next}, {F::Class, F::Prev, F::Next}, {F::Class, F::Verb},
    {F::Class, F::ClauseVerb, F::Prev}, {F::Class, F::NextWord}};

const std::vector<std::string> kClasses = {
    "be", "have", "do", "takes_that", "takes_quote", "attitude", "person", "people", "group", "subordinator",
    "speech_noun", "attitude_adjective", "time", "addressee_verb", "negation", "title", "month", "number_word",
    "communication", "function_word"};
std::vector<word_class::Bits> class_bits;

constexpr std::uint32_t kCommonIds = 2500;  // words in conditions are frequent ones

// All values of each feature at a token.
struct Values {
  std::vector<std::uint32_t> of[static_cast<std::size_t>(F::Count)];
  std::vector<std::uint32_t>& operator[](F f) { return of[static_cast<std::size_t>(f)]; }
};

void add_classes(std::vector<std::uint32_t>& out, word_class::Bits bits) {
  for (std::uint32_t c = 0; c < class_bits.size(); ++c)
    if (bits & class_bits[c]) out.push_back(c);
}

void add_unique(std::vector<std::uint32_t>& out, char tag) {
  const auto value = static_cast<std::uint32_t>(tag);
  if (std::find(out.begin(), out.end(), value) == out.end()) out.push_back(value);
}

// The tags before a token, beginning with the nearest, and the last verbs' tags.
struct Left {
  char prev = '.', prev2 = '.', prev3 = '.', verb = '-', clause_verb = '-';
  TagState state;
  void step(char tag, const Word& word) {
    state.step(tag_code(tag), word);
    prev3 = prev2, prev2 = prev, prev = tag;
    verb = "-vdegpzh"[state.verb()], clause_verb = "-vdegpzh"[state.clause_verb()];
  }
};

void fill(Values& v, const TaggedText& x, const TokenBlock& block, std::uint32_t at, const Left& s) {
  for (auto& values : v.of) values.clear();
  const Tokens& t = x.doc.tokens;
  const auto tag_after = [&](std::uint32_t i) { return i < block.last ? x.by_itself[i] : '.'; };
  const auto word = [&](std::int64_t i) -> const Word& {
    return i < block.first || i >= block.last ? word_by_id(0) : *t.word[static_cast<std::size_t>(i)];
  };
  const std::int64_t i = at;
  add_unique(v[F::Prev], s.prev), add_unique(v[F::Prev2], s.prev2);
  add_unique(v[F::Next], tag_after(at + 1)), add_unique(v[F::Next2], tag_after(at + 2));
  add_unique(v[F::Back2], s.prev), add_unique(v[F::Back2], s.prev2);
  v[F::Back3] = v[F::Back2], add_unique(v[F::Back3], s.prev3);
  add_unique(v[F::Ahead2], tag_after(at + 1)), add_unique(v[F::Ahead2], tag_after(at + 2));
  const auto add_word = [&](F f, const Word& w, std::uint32_t limit) { if (w.id && w.id < limit) v[f].push_back(w.id); };
  add_word(F::Word, word(i), TagRules::kWordIds);
  add_word(F::PrevWord, word(i - 1), kCommonIds), add_word(F::Prev2Word, word(i - 2), kCommonIds);
  add_word(F::NextWord, word(i + 1), kCommonIds), add_word(F::Next2Word, word(i + 2), kCommonIds);
  add_classes(v[F::Class], word(i).classes);
  add_classes(v[F::PrevClass], word(i - 1).classes);
  add_classes(v[F::Back3Class], word(i - 1).classes | word(i - 2).classes | word(i - 3).classes);
  add_classes(v[F::NextClass], word(i + 1).classes);
  const std::uint32_t may = word(i + 1).tags;
  if (may & (may - 1))
    for (const char tag : std::string_view("nmvdegpzjrih"))
      if (may & tag_bit(tag)) add_unique(v[F::NextMay], tag);
  add_unique(v[F::Verb], s.verb), add_unique(v[F::ClauseVerb], s.clause_verb);
  if ((t.shape[at] & (kFirst | kCapital)) == (kFirst | kCapital)) v[F::First].push_back('y');
}

struct Candidate {
  std::uint32_t good = 0, bad = 0, last_text = ~0U, texts = 0;
  char from = 0, to = 0;
  std::uint16_t pattern = 0;
  std::uint32_t value[3] = {};
};

std::uint64_t mix(std::uint64_t h, std::uint64_t v) {
  h = (h ^ v) * 0x9E3779B97F4A7C15ULL;
  return h ^ (h >> 29);
}

// Calls use(pattern, values, hash) for every combination of values of every template.
template <typename Use>
void each(Values& v, bool general, Use use) {
  std::uint32_t value[3] = {};
  for (std::uint16_t p = 0; p < kTemplates.size(); ++p) {
    const auto& features = kTemplates[p];
    if (!general && features[0] != F::Word) continue;  // a rule for the word decides here already
    const auto& a = v[features[0]];
    for (const std::uint32_t x : a) {
      value[0] = x;
      const std::uint64_t h1 = mix(p + 1, x);
      if (features.size() == 1) {
        use(p, value, h1);
        continue;
      }
      for (const std::uint32_t y : v[features[1]]) {
        value[1] = y;
        const std::uint64_t h2 = mix(h1, y);
        if (features.size() == 2) {
          use(p, value, h2);
          continue;
        }
        for (const std::uint32_t z : v[features[2]]) {
          value[2] = z;
          use(p, value, mix(h2, z));
        }
      }
    }
  }
}

TagRule rule_of(const Candidate& c) {
  std::string line = {c.from, '>', c.to};
  const auto& features = kTemplates[c.pattern];
  for (std::size_t i = 0; i < features.size(); ++i) {
    const F f = features[i];
    line += " " + std::string(name_of(f)) + "=";
    if (f == F::Word || f == F::PrevWord || f == F::Prev2Word || f == F::NextWord || f == F::Next2Word)
      line += spelling(c.value[i]);
    else if (f == F::Class || f == F::PrevClass || f == F::Back3Class || f == F::NextClass)
      line += kClasses[c.value[i]];
    else
      line += static_cast<char>(c.value[i]);
  }
  auto parsed = TagRules::parse("candidate", line + "\n");
  if (!parsed) {
    std::cerr << parsed.error().text() << ": " << line << '\n';
    std::exit(1);
  }
  return parsed->rules().front();
}

void run(const TagRules& rules, TaggedText& x) {
  x.now = x.by_itself;
  std::fill(x.by_word.begin(), x.by_word.end(), std::uint8_t{0});
  TagView view{x.doc.tokens.word.data(), x.doc.tokens.shape.data(), x.now.data(), 0, 0};
  for (const TokenBlock& block : x.doc.blocks) {
    view.first = block.first, view.last = block.last;
    rules.apply(view, x.by_word.data());
  }
}

// --- learning -----------------------------------------------------------------------------------------------------------

struct Limits {
  std::uint32_t gain = 8;
  std::uint32_t rules = 1000;
};

using Candidates = std::unordered_map<std::uint64_t, Candidate>;

// Calls visit(text number, text, place, the tags it may bear, from) for each word that may bear several and whose right tag is known,
// with its features in `values`; `wanted(now, gold, may)` says which.
template <typename Wanted, typename Visit>
void each_open_word(const Texts& texts, Values& values, Wanted wanted, Visit visit) {
  for (std::uint32_t n = 0; n < texts.size(); ++n) {
    const TaggedText& x = *texts[n];
    for (const TokenBlock& block : x.doc.blocks) {
      Left state;
      for (std::uint32_t at = block.first; at < block.last; state.step(x.now[at], *x.doc.tokens.word[at]), ++at) {
        const char gold = x.gold[at];
        if (!gold || x.doc.tokens.word[at]->id == to_id()) continue;
        const std::uint32_t may = bearable_tags(*x.doc.tokens.word[at], x.doc.tokens.shape[at], x.by_itself[at]);
        if (!(may & (may - 1)) || !wanted(x.now[at], gold, may)) continue;
        fill(values, x, block, at, state);
        visit(n, x, at, may, static_cast<std::uint64_t>(x.by_itself[at]) << 8);
      }
    }
  }
}

// Every rule that would put right a word which is wrong, with how many it would, and in how many texts.
Candidates count_good(const Texts& texts, Limits limits) {
  Candidates table;
  table.reserve(1 << 20);
  Values values;
  const auto is_wrong = [](char now, char gold, std::uint32_t may) { return now != gold && (may & tag_bit(gold)) != 0; };
  each_open_word(texts, values, is_wrong, [&](std::uint32_t n, const TaggedText& x, std::uint32_t at, std::uint32_t, std::uint64_t from) {
    const char gold = x.gold[at];
    each(values, !x.by_word[at], [&](std::uint16_t p, const std::uint32_t* v, std::uint64_t h) {
      Candidate& c = table[mix(h, from | static_cast<std::uint64_t>(gold))];
      if (!c.good) c = {0, 0, ~0U, 0, x.by_itself[at], gold, p, {v[0], v[1], v[2]}};
      ++c.good;
      if (c.last_text != n) c.last_text = n, ++c.texts;
    });
  });
  std::erase_if(table, [&](const auto& entry) { return entry.second.good < limits.gain || entry.second.texts < 4; });
  return table;
}

// How many words that are right each of them would spoil.
void count_bad(const Texts& texts, Candidates& table) {
  std::vector<std::uint64_t> filter(1 << 16);  // a bit for each key that may be in the table
  for (const auto& [key, c] : table) filter[key >> 48] |= 1ULL << (key >> 42 & 63);
  Values values;
  const auto is_right = [](char now, char gold, std::uint32_t) { return now == gold; };
  each_open_word(texts, values, is_right, [&](std::uint32_t, const TaggedText& x, std::uint32_t at, std::uint32_t may, std::uint64_t from) {
    char others[32];
    int count = 0;
    for (const char tag : kTagOrder)
      if (tag != x.gold[at] && (may & tag_bit(tag))) others[count++] = tag;
    each(values, !x.by_word[at], [&](std::uint16_t, const std::uint32_t*, std::uint64_t h) {
      for (int o = 0; o < count; ++o) {
        const std::uint64_t key = mix(h, from | static_cast<std::uint64_t>(others[o]));
        if (!(filter[key >> 48] >> (key >> 42 & 63) & 1)) continue;
        if (const auto found = table.find(key); found != table.end()) ++found->second.bad;
      }
    });
  });
}

struct Best {
  double score = 0;
  std::uint64_t key = 0;
  const Candidate* candidate = nullptr;
};

// The best for each list of rules; simpler ones win ties.
std::map<std::uint32_t, Best> best_of_lists(const Candidates& table, Limits limits) {
  std::map<std::uint32_t, Best> best;
  for (const auto& [key, c] : table) {
    if (c.good < c.bad + limits.gain) continue;
    const auto& features = kTemplates[c.pattern];
    const double score = static_cast<double>(c.good) - c.bad - 1.0 * static_cast<double>(features.size());
    const std::uint32_t list = features[0] == F::Word ? c.value[0] + 256 : static_cast<std::uint32_t>(c.from);
    Best& b = best[list];
    if (score > b.score || (score == b.score && key < b.key)) b = {score, key, &c};
  }
  return best;
}

void report_round(std::uint32_t round, const Texts& texts, double top, std::size_t added, std::size_t rules) {
  std::size_t wrong = 0, all = 0;
  for (const auto& x : texts)
    for (std::size_t i = 0; i < x->gold.size(); ++i)
      if (x->gold[i]) ++all, wrong += x->gold[i] != x->now[i];
  std::fprintf(stderr, "round %u: %zu of %zu wrong (%.2f %%); best gain %.0f, %zu rules added, %zu in all\n", round + 1, wrong, all,
               100.0 * static_cast<double>(wrong) / static_cast<double>(all), top, added, rules);
}

void learn_rules(TagRules& rules, Texts& texts, Limits limits) {
  for (std::uint32_t round = 0; round < 400 && rules.rules().size() < limits.rules; ++round) {
    for (auto& x : texts) run(rules, *x);
    Candidates table = count_good(texts, limits);
    count_bad(texts, table);
    const auto best = best_of_lists(table, limits);
    if (best.empty()) break;
    double top = 0;
    for (const auto& [list, b] : best) top = std::max(top, b.score);
    std::size_t added = 0;
    for (const auto& [list, b] : best) {
      if (b.score < top / 6 || !b.candidate) continue;
      rules.add_above(rule_of(*b.candidate));
      ++added;
    }
    report_round(round, texts, top, added, rules.rules().size());
    if (added == 0) break;
  }
}

void tag_all(const TagRules& rules, Texts& texts) {
  for (auto& x : texts) run(rules, *x);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: onrecord_learn_tags TEXTS OFFSETS [--half] [--rules FILE] [--gain N] [--errors GOLD OURS]\n";
    return 2;
  }
  bool half = false;
  std::string rules_file, errors;
  Limits limits;
  for (int i = 3; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--half") half = true;
    else if (option == "--rules" && i + 1 < argc) rules_file = argv[++i];
    else if (option == "--gain" && i + 1 < argc) limits.gain = static_cast<std::uint32_t>(std::stoul(argv[++i]));
    else if (option == "--errors" && i + 1 < argc) errors = argv[++i];
  }
  for (const std::string& name : kClasses) class_bits.push_back(lexicon::class_of_file(name + ".txt"));

  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(argv[1]))
    if (file.path().extension() == ".txt") paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  Texts learn, held;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    auto text = load_tagged(paths[i], std::filesystem::path(argv[2]) / paths[i].stem().concat(".offsets"));
    if (!text) {
      std::cerr << paths[i] << ": left out, no tags for it\n";
      continue;
    }
    (half && i % 2 ? held : learn).push_back(std::move(text));
  }

  TagRules rules;
  if (!rules_file.empty()) {
    std::ifstream in(rules_file);
    auto parsed = TagRules::parse(rules_file, std::string((std::istreambuf_iterator<char>(in)), {}));
    if (!parsed) {
      std::cerr << parsed.error().text() << '\n';
      return 1;
    }
    rules = std::move(*parsed);
    if (!half) held.swap(learn);
  } else {
    learn_rules(rules, learn, limits);
    std::cout << rules.text();
  }
  if (!learn.empty()) {
    tag_all(TagRules(), learn);
    report_agreement("learnt from, no rules", learn);
    tag_all(rules, learn);
    report_agreement("learnt from", learn);
  }
  if (!held.empty()) {
    tag_all(TagRules(), held);
    report_agreement("others, no rules", held);
    tag_all(rules, held);
    report_agreement("others", held);
    if (errors.size() == 2)
      for (const auto& x : held)
        for (std::uint32_t i = 4; i + 4 < x->gold.size(); ++i)
          if (x->gold[i] == errors[0] && x->now[i] == errors[1])
            std::cout << x->article.text.substr(x->doc.tokens.begin[i - 4], x->doc.tokens.begin[i] - x->doc.tokens.begin[i - 4])
                      << "[[" << x->doc.words(i) << "]]"
                      << x->article.text.substr(x->doc.tokens.end[i], x->doc.tokens.end[i + 4] - x->doc.tokens.end[i]) << "\n";
  }
}

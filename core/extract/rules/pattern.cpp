#include "extract/rules/pattern.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <memory>
#include <unordered_map>

namespace onrecord {

using Classes = std::bitset<128>;

// Reads the expression into a tree, turns the tree into a position automaton (Glushkov, 1961) and that into a
// table by the subset construction.
struct PatternCompiler {
  enum class Op { Empty, Set, Concat, Either, Repeat };
  struct Node {
    Op op = Op::Empty;
    int position = 0;                     // Set
    bool may_skip = false, may_repeat = false;  // Repeat
    std::vector<std::unique_ptr<Node>> parts;
  };
  using Positions = std::vector<int>;
  // States are told apart by their positions, which they have many of and mostly the same ones: a comparison is a wrong guess, a sum is
  // not.
  struct HashOf {
    std::size_t operator()(const Positions& positions) const {
      std::uint64_t hash = positions.size();
      for (const int p : positions) hash = (hash + static_cast<std::uint64_t>(p)) * 0x9E3779B97F4A7C15ULL;
      return hash ^ hash >> 32U;
    }
  };
  struct Facts {
    bool nullable = true;
    Positions first, last;
  };

  std::string_view text;
  std::size_t at = 0;
  std::string trouble;
  std::vector<Classes> sets;             // by position
  std::vector<Positions> follow;

  std::unique_ptr<Node> either() {
    auto node = std::make_unique<Node>();
    node->op = Op::Either;
    node->parts.push_back(concat());
    while (at < text.size() && text[at] == '|') {
      ++at;
      node->parts.push_back(concat());
    }
    return node;
  }

  std::unique_ptr<Node> concat() {
    auto node = std::make_unique<Node>();
    node->op = Op::Concat;
    while (trouble.empty() && at < text.size() && text[at] != '|' && text[at] != ')') {
      auto part = atom();
      while (at < text.size() && (text[at] == '*' || text[at] == '+' || text[at] == '?')) {
        auto repeat = std::make_unique<Node>();
        repeat->op = Op::Repeat;
        repeat->may_skip = text[at] != '+';
        repeat->may_repeat = text[at] != '?';
        repeat->parts.push_back(std::move(part));
        part = std::move(repeat);
        ++at;
      }
      node->parts.push_back(std::move(part));
    }
    return node;
  }

  std::unique_ptr<Node> set(const Classes& classes) {
    auto node = std::make_unique<Node>();
    node->op = Op::Set;
    node->position = static_cast<int>(sets.size());
    sets.push_back(classes);
    return node;
  }

  static Classes one(char c) {
    Classes classes;
    classes.set(static_cast<unsigned char>(c) & 127U);
    return classes;
  }

  std::unique_ptr<Node> atom() {
    const char c = text[at++];
    if (c == '(') {
      auto inside = either();
      if (at >= text.size() || text[at] != ')') trouble = "missing )";
      ++at;
      return inside;
    }
    if (c == '.') return set(Classes().set());
    if (c == '\\' && at < text.size()) return set(one(text[at++]));
    if (c == '*' || c == '+' || c == '?') {
      trouble = "nothing to repeat";
      return std::make_unique<Node>();
    }
    if (c != '[') return set(one(c));
    Classes classes;
    const bool negated = at < text.size() && text[at] == '^';
    if (negated) ++at;
    for (bool first = true; at < text.size() && (text[at] != ']' || first); first = false) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      classes |= one(text[at++]);
    }
    if (at >= text.size()) trouble = "missing ]";
    ++at;
    return set(negated ? ~classes : classes);
  }

  Facts facts(const Node& node) {
    Facts out;
    switch (node.op) {
      case Op::Empty: break;
      case Op::Set:
        out.nullable = false;
        out.first = out.last = {node.position};
        break;
      case Op::Either:
        out.nullable = false;
        for (const auto& part : node.parts) {
          const Facts f = facts(*part);
          out.nullable |= f.nullable;
          out.first.insert(out.first.end(), f.first.begin(), f.first.end());
          out.last.insert(out.last.end(), f.last.begin(), f.last.end());
        }
        break;
      case Op::Concat:
        for (const auto& part : node.parts) {
          const Facts f = facts(*part);
          connect(out.last, f.first);
          if (out.nullable) out.first.insert(out.first.end(), f.first.begin(), f.first.end());
          if (!f.nullable) out.last.clear();
          out.last.insert(out.last.end(), f.last.begin(), f.last.end());
          out.nullable &= f.nullable;
        }
        break;
      case Op::Repeat:
        out = facts(*node.parts.front());
        if (node.may_repeat) connect(out.last, out.first);
        out.nullable |= node.may_skip;
        break;
    }
    return out;
  }

  void connect(const Positions& from, const Positions& to) {
    for (const int f : from) {
      auto& out = follow[static_cast<std::size_t>(f)];
      out.insert(out.end(), to.begin(), to.end());
    }
  }

  // Classes that stand in the very same sets lead to the same states: a kind of classes is what the table is made for.
  struct Kinds {
    std::array<std::uint8_t, 128> of{};     // by class
    std::vector<std::size_t> examples;      // a class of each
  };
  [[nodiscard]] Kinds kinds() const {
    Kinds out;
    for (const Classes& set : sets) {  // parts each kind of which some are in the set
      std::array<std::int16_t, 256> number;
      number.fill(-1);
      std::int16_t count = 0;
      for (std::size_t c = 0; c < out.of.size(); ++c) {
        std::int16_t& own = number[std::size_t{out.of[c]} * 2 + (set[c] ? 1 : 0)];
        if (own < 0) own = count++;
        out.of[c] = static_cast<std::uint8_t>(own);
      }
    }
    for (std::size_t c = 0; c < out.of.size(); ++c)
      if (out.of[c] == out.examples.size()) out.examples.push_back(c);
    return out;
  }

  // The table of the expressions; `number` has for each position the number + 1 of the expression that may end there, else 0.
  bool build(const Positions& first, const std::vector<std::uint8_t>& number, std::uint8_t empty, Pattern& out) {
    constexpr int kStart = -1;
    const Kinds by_kind = kinds();
    const std::size_t width = by_kind.examples.size();
    std::unordered_map<Positions, std::uint16_t, HashOf> states;
    std::vector<Positions> todo{{}, {kStart}};
    states[{}] = 0;
    states[{kStart}] = 1;
    std::vector<std::uint16_t> next(2 * width, 0);  // state * width + kind
    out.accepts_ = {0, empty};
    out.at_once_ = empty != 0;
    std::vector<std::vector<std::size_t>> kinds_of(sets.size());  // by position: those of its set
    for (std::size_t q = 0; q < sets.size(); ++q)
      for (std::size_t kind = 0; kind < width; ++kind)
        if (sets[q][by_kind.examples[kind]]) kinds_of[q].push_back(kind);
    Positions behind;                   // all that a state may lead to
    std::vector<Positions> by(width);   // what it leads to by each kind
    for (std::size_t s = 1; s < todo.size(); ++s) {
      behind.clear();
      for (const int p : todo[s]) {
        const Positions& next_of = p == kStart ? first : follow[static_cast<std::size_t>(p)];
        behind.insert(behind.end(), next_of.begin(), next_of.end());
      }
      std::sort(behind.begin(), behind.end());
      behind.erase(std::unique(behind.begin(), behind.end()), behind.end());
      for (Positions& to : by) to.clear();
      for (const int q : behind)
        for (const std::size_t kind : kinds_of[static_cast<std::size_t>(q)]) by[kind].push_back(q);
      for (std::size_t kind = 0; kind < width; ++kind) {
        const Positions& to = by[kind];
        if (to.empty()) continue;  // the dead state
        auto [it, fresh] = states.try_emplace(to, static_cast<std::uint16_t>(todo.size()));
        if (fresh) {
          if (todo.size() > 4000) return false;
          todo.push_back(to);
          next.resize(next.size() + width, 0);
          std::uint8_t accepts = 0;
          for (const int p : to)
            if (const std::uint8_t n = number[static_cast<std::size_t>(p)]; n != 0 && (accepts == 0 || n < accepts)) accepts = n;
          out.accepts_.push_back(accepts);
        }
        next[s * width + kind] = it->second;
      }
    }
    pack(next, todo.size(), by_kind, out);
    return true;
  }

  // Classes that lead to the same states from every state share a column.
  static void pack(const std::vector<std::uint16_t>& next, std::size_t states, const Kinds& by_kind, Pattern& out) {
    const std::size_t width = by_kind.examples.size();
    std::map<std::vector<std::uint16_t>, std::uint8_t> columns;
    std::vector<std::vector<std::uint16_t>> in_order;
    std::vector<std::uint8_t> column_of(width);
    for (std::size_t kind = 0; kind < width; ++kind) {
      std::vector<std::uint16_t> column(states);
      for (std::size_t s = 0; s < states; ++s) column[s] = next[s * width + kind];
      const auto [it, fresh] = columns.try_emplace(column, static_cast<std::uint8_t>(columns.size()));
      if (fresh) in_order.push_back(std::move(column));
      column_of[kind] = it->second;
    }
    for (std::size_t c = 0; c < out.column_.size(); ++c) out.column_[c] = column_of[by_kind.of[c]];
    while ((std::size_t{1} << out.shift_) < in_order.size()) ++out.shift_;
    out.next_.assign(states << out.shift_, 0);
    for (std::size_t s = 0; s < states; ++s)
      for (std::size_t k = 0; k < in_order.size(); ++k) {
        const std::uint16_t to = in_order[k][s];
        out.next_[s << out.shift_ | k] = static_cast<std::uint16_t>(to << 1U | (out.accepts_[to] != 0 ? 1U : 0U));
      }
  }

  Result<Pattern> run(const std::vector<std::string>& expressions) {
    Positions first;
    std::vector<std::uint8_t> number;
    std::uint8_t empty = 0;
    Pattern out;
    for (std::size_t e = 0; e < expressions.size(); ++e) {
      text = expressions[e];
      at = 0;
      const auto tree = either();
      if (trouble.empty() && at < text.size()) trouble = "unexpected )";
      if (!trouble.empty()) return fail(trouble, expressions[e]);
      follow.resize(sets.size());
      const Facts whole = facts(*tree);
      const auto mark = static_cast<std::uint8_t>(e + 1);
      first.insert(first.end(), whole.first.begin(), whole.first.end());
      number.resize(sets.size(), 0);
      for (const int p : whole.last) number[static_cast<std::size_t>(p)] = mark;
      if (whole.nullable && empty == 0) empty = mark;
    }
    out.expression_ = expressions.front();
    if (!build(first, number, empty, out)) return fail("more than 4,000 states", expressions.front());
    return out;
  }

  static Error fail(std::string what, const std::string& expression) {
    return Error{ErrorCode::BadInput, "bad pattern: " + std::move(what), expression, "see core/extract/rules/pattern.h for the syntax"};
  }
};

Result<Pattern> Pattern::compile(std::string_view expression) { return compile_all({std::string(expression)}); }

Result<Pattern> Pattern::compile_all(const std::vector<std::string>& expressions) { return PatternCompiler().run(expressions); }

bool Pattern::may_end(char c) const {
  for (std::size_t state = 1; state << shift_ < next_.size(); ++state)
    if ((next_[state << shift_ | column_[static_cast<unsigned char>(c) & 127U]] & 1U) != 0) return true;
  return false;
}

std::bitset<128> Pattern::may_follow(std::string_view classes) const {
  std::bitset<128> out;
  std::size_t state = 1;
  for (const char c : classes) state = next_[state << shift_ | column_[static_cast<unsigned char>(c) & 127U]] >> 1U;
  for (std::size_t c = 0; state != 0 && c < out.size(); ++c) out[c] = next_[state << shift_ | column_[c]] != 0;
  return out;
}

}  // namespace onrecord

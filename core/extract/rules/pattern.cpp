#include "extract/rules/pattern.h"

#include <algorithm>
#include <bit>
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
    std::size_t position = 0;             // Set
    bool may_skip = false, may_repeat = false;  // Repeat
    std::vector<std::unique_ptr<Node>> parts;
  };
  // A set of positions, a bit each: states are told apart by their positions, which they have many of and mostly the same ones.
  using Positions = std::vector<std::uint64_t>;
  struct HashOf {
    std::size_t operator()(const Positions& positions) const {
      std::uint64_t hash = 0;
      for (const std::uint64_t bits : positions) {
        hash = (hash ^ bits) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 32U;
      }
      return hash;
    }
  };
  struct Facts {
    bool nullable = true;
    Positions first, last;
  };

  static constexpr std::size_t kMost = 4000;  // positions, and states

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
    node->position = sets.size();
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

  [[nodiscard]] Positions none() const { return Positions((sets.size() + 63) / 64); }
  static void add(Positions& to, const Positions& more) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] |= more[i];
  }
  static void add(Positions& to, std::size_t position) { to[position / 64] |= std::uint64_t{1} << position % 64; }
  template <typename Visit>
  static void each(const Positions& positions, Visit visit) {
    for (std::size_t i = 0; i < positions.size(); ++i)
      for (std::uint64_t left = positions[i]; left != 0; left &= left - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
  }

  Facts facts(const Node& node) {
    Facts out{.first = none(), .last = none()};
    switch (node.op) {
      case Op::Empty: break;
      case Op::Set:
        out.nullable = false;
        add(out.first, node.position);
        add(out.last, node.position);
        break;
      case Op::Either:
        out.nullable = false;
        for (const auto& part : node.parts) {
          const Facts f = facts(*part);
          out.nullable |= f.nullable;
          add(out.first, f.first);
          add(out.last, f.last);
        }
        break;
      case Op::Concat:
        for (const auto& part : node.parts) {
          const Facts f = facts(*part);
          connect(out.last, f.first);
          if (out.nullable) add(out.first, f.first);
          if (!f.nullable) out.last = none();
          add(out.last, f.last);
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
    each(from, [&](std::size_t f) { add(follow[f], to); });
  }

  // Classes that stand in the very same sets lead to the same states: a kind of classes is what the table is made for.
  struct Kinds {
    std::array<std::uint8_t, 128> of{};  // by class
    std::vector<Positions> positions;    // by kind: those whose sets have it
  };
  [[nodiscard]] Kinds kinds() const {
    Kinds out;
    Positions own = none();
    for (std::size_t c = 0; c < out.of.size(); ++c) {
      std::fill(own.begin(), own.end(), 0);
      for (std::size_t q = 0; q < sets.size(); ++q) own[q / 64] |= std::uint64_t{sets[q][c]} << q % 64;
      const auto known = std::find(out.positions.begin(), out.positions.end(), own);
      out.of[c] = static_cast<std::uint8_t>(known - out.positions.begin());
      if (known == out.positions.end()) out.positions.push_back(own);
    }
    return out;
  }

  // The table of the expressions; `number` has for each position the number + 1 of the expression that may end there, else 0.
  bool build(const Positions& first, const std::vector<std::uint8_t>& number, std::uint8_t empty, Pattern& out) {
    const Kinds by_kind = kinds();
    const std::size_t width = by_kind.positions.size();
    std::unordered_map<Positions, std::uint16_t, HashOf> states;
    std::vector<const Positions*> todo{nullptr, nullptr};  // by state: its positions; the dead state and the start have none of their own
    std::vector<std::uint16_t> next(2 * width, 0);  // state * width + kind
    out.accepts_ = {0, empty};
    out.at_once_ = empty != 0;
    Positions behind = first, to = none();  // all that a state may lead to, and what it leads to by one kind
    for (std::size_t s = 1; s < todo.size(); ++s) {
      if (s > 1) {
        std::fill(behind.begin(), behind.end(), 0);
        each(*todo[s], [&](std::size_t p) { add(behind, follow[p]); });
      }
      for (std::size_t kind = 0; kind < width; ++kind) {
        std::uint64_t any = 0;
        for (std::size_t i = 0; i < to.size(); ++i) any |= to[i] = behind[i] & by_kind.positions[kind][i];
        if (any == 0) continue;  // the dead state
        const auto [it, fresh] = states.try_emplace(to, static_cast<std::uint16_t>(todo.size()));
        if (fresh) {
          if (todo.size() > kMost) return false;
          todo.push_back(&it->first);
          next.resize(next.size() + width, 0);
          std::uint8_t accepts = 0;
          each(to, [&](std::size_t p) {
            if (number[p] != 0 && (accepts == 0 || number[p] < accepts)) accepts = number[p];
          });
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
    const std::size_t width = by_kind.positions.size();
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
    std::vector<std::unique_ptr<Node>> trees;
    for (const std::string& expression : expressions) {
      text = expression;
      at = 0;
      trees.push_back(either());
      if (trouble.empty() && at < text.size()) trouble = "unexpected )";
      if (!trouble.empty()) return fail(trouble, expression);
    }
    if (sets.size() > kMost) return fail("more than 4,000 symbols", expressions.front());
    follow.assign(sets.size(), none());
    Positions first = none();
    std::vector<std::uint8_t> number(sets.size(), 0);
    std::uint8_t empty = 0;
    for (std::size_t e = 0; e < trees.size(); ++e) {
      const Facts whole = facts(*trees[e]);
      const auto mark = static_cast<std::uint8_t>(e + 1);
      add(first, whole.first);
      each(whole.last, [&](std::size_t p) { number[p] = mark; });
      if (whole.nullable && empty == 0) empty = mark;
    }
    Pattern out;
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

std::bitset<128> Pattern::may_end() const {
  std::bitset<128> columns, out;
  const std::size_t width = std::size_t{1} << shift_;
  for (std::size_t i = width; i < next_.size(); ++i)
    if ((next_[i] & 1U) != 0) columns.set(i % width);
  for (std::size_t c = 0; c < out.size(); ++c) out[c] = columns[column_[c]];
  return out;
}

std::bitset<128> Pattern::may_follow(std::string_view classes) const {
  std::bitset<128> out;
  std::size_t state = 1;
  for (const char c : classes) state = next_[state << shift_ | column_[static_cast<unsigned char>(c) & 127U]] >> 1U;
  for (std::size_t c = 0; state != 0 && c < out.size(); ++c) out[c] = next_[state << shift_ | column_[c]] != 0;
  return out;
}

}  // namespace onrecord

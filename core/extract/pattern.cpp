#include "extract/pattern.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <memory>

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
    follow.resize(sets.size());
    for (const int f : from) {
      auto& out = follow[static_cast<std::size_t>(f)];
      out.insert(out.end(), to.begin(), to.end());
    }
  }

  bool build(bool nullable, const Positions& first, const Positions& last, const std::vector<Positions>& next, Pattern::Table& table) {
    constexpr int kStart = -1;
    std::vector<bool> final(sets.size(), false);
    for (const int p : last) final[static_cast<std::size_t>(p)] = true;
    std::map<Positions, std::uint16_t> states;
    std::vector<Positions> todo{{}, {kStart}};
    states[{}] = 0;
    states[{kStart}] = 1;
    table.next.assign(256, 0);
    table.accepts.assign({false, nullable});
    for (std::size_t s = 1; s < todo.size(); ++s) {
      for (std::size_t c = 0; c < 128; ++c) {
        Positions to;
        for (const int p : todo[s])
          for (const int q : p == kStart ? first : next[static_cast<std::size_t>(p)])
            if (sets[static_cast<std::size_t>(q)][c]) to.push_back(q);
        std::sort(to.begin(), to.end());
        to.erase(std::unique(to.begin(), to.end()), to.end());
        auto [it, fresh] = states.try_emplace(to, static_cast<std::uint16_t>(todo.size()));
        if (fresh) {
          if (todo.size() > 4000) return false;
          todo.push_back(to);
          table.next.resize(table.next.size() + 128, 0);
          table.accepts.push_back(std::any_of(to.begin(), to.end(), [&](int p) { return final[static_cast<std::size_t>(p)]; }));
        }
        table.next[s * 128 + c] = it->second;
      }
    }
    return true;
  }

  Result<Pattern> run(std::string_view expression) {
    text = expression;
    const auto tree = either();
    if (trouble.empty() && at < text.size()) trouble = "unexpected )";
    const auto fail = [&](std::string what) {
      return Error{ErrorCode::BadInput, "bad pattern: " + std::move(what), std::string(expression), "see core/extract/pattern.h for the syntax"};
    };
    if (!trouble.empty()) return fail(trouble);
    follow.resize(sets.size());
    const Facts whole = facts(*tree);
    follow.resize(sets.size());
    std::vector<Positions> back(sets.size());
    for (std::size_t p = 0; p < follow.size(); ++p)
      for (const int q : follow[p]) back[static_cast<std::size_t>(q)].push_back(static_cast<int>(p));
    Pattern out;
    out.expression_ = expression;
    if (!build(whole.nullable, whole.first, whole.last, follow, out.forward_) ||
        !build(whole.nullable, whole.last, whole.first, back, out.backward_))
      return fail("more than 4,000 states");
    return out;
  }
};

Result<Pattern> Pattern::compile(std::string_view expression) { return PatternCompiler().run(expression); }

std::size_t Pattern::longest(std::string_view classes) const {
  std::size_t best = forward_.accepts[1] ? 0 : npos;
  std::size_t state = 1;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    state = forward_.next[state * 128 + (static_cast<unsigned char>(classes[i]) & 127U)];
    if (state == 0) break;
    if (forward_.accepts[state]) best = i + 1;
  }
  return best;
}

std::size_t Pattern::longest_back(std::string_view classes) const {
  std::size_t best = backward_.accepts[1] ? 0 : npos;
  std::size_t state = 1;
  for (std::size_t i = classes.size(); i-- > 0;) {
    state = backward_.next[state * 128 + (static_cast<unsigned char>(classes[i]) & 127U)];
    if (state == 0) break;
    if (backward_.accepts[state]) best = classes.size() - i;
  }
  return best;
}

}  // namespace onrecord

#include "query/language/syntax.h"

#include <algorithm>

namespace onrecord::query {
namespace {

class Parser {
 public:
  Parser(std::string_view query, std::vector<Token> tokens) : query_(query), tokens_(std::move(tokens)) {}

  Result<Node> run() {
    for (const Token& token : tokens_) {
      if (token.kind != Token::Kind::Term || takes(*token.field, token.text)) continue;
      const std::size_t value_at = token.at + query_.substr(token.at).find(':') + 1;
      return query_error(query_, value_at,
                     token.text.empty() ? std::string(token.field->name) + ": has no value"
                                        : "\"" + token.text + "\" is no value for " + std::string(token.field->name) + ":",
                     would_do(*token.field));
    }
    return alternatives();
  }

 private:
  using K = Token::Kind;
  [[nodiscard]] bool at(K kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }

  Node alternatives() {
    std::vector<Node> nodes{together()};
    while (at(K::Or)) {
      ++at_;
      nodes.push_back(together());
    }
    return joined(Node::Kind::Or, std::move(nodes));
  }

  Node together() {
    std::vector<Node> nodes;
    while (at_ < tokens_.size() && !at(K::Or) && !at(K::Close)) nodes.push_back(one());
    return joined(Node::Kind::And, std::move(nodes));
  }

  Node one() {
    bool negative = false;
    while (at(K::Not)) {
      negative = !negative;
      ++at_;
    }
    Node node;
    if (at(K::Open)) {
      ++at_;
      node = alternatives();
      if (at(K::Close)) ++at_;
    } else if (at_ < tokens_.size()) {
      Token& token = tokens_[at_++];
      node.kind = token.kind == K::Term ? Node::Kind::Term : Node::Kind::Words;
      node.field = token.field;
      node.text = std::move(token.text);
      node.phrase = node.text.find_first_of(" \t\n\r") != std::string::npos;
    }
    if (!negative) return node;
    if (node.kind == Node::Kind::Not) return std::move(node.children.front());
    Node out;
    out.kind = Node::Kind::Not;
    out.children.push_back(std::move(node));
    return out;
  }

  // Nodes of one kind inside each other are one node; a single child stands for itself.
  static Node joined(Node::Kind kind, std::vector<Node> nodes) {
    Node out;
    out.kind = kind;
    for (Node& node : nodes) {
      if (node.kind == kind) std::move(node.children.begin(), node.children.end(), std::back_inserter(out.children));
      else if (node.kind != Node::Kind::All) out.children.push_back(std::move(node));
    }
    if (out.children.empty()) return Node{};
    if (out.children.size() == 1) return Node(std::move(out.children.front()));
    return out;
  }

  std::string_view query_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

std::string print_value(const Node& node) {
  bool plain = !node.phrase && node.text.find_first_of(" \t\n\r()") == std::string::npos;
  if (plain && node.kind == Node::Kind::Words) {  // does it read as this word, and not as an operator or a field?
    const auto tokens = tokenize_query(node.text);
    plain = tokens && tokens->size() == 1 && tokens->front().kind == Token::Kind::Word && node.text.front() != '-' && node.text != "or" &&
            node.text != "OR" && node.text != "|" && node.text != "||";
  }
  return plain ? node.text : "\"" + unquoted(node.text) + "\"";
}

void print_into(std::string& out, const Node& node, bool inside_and) {
  switch (node.kind) {
    case Node::Kind::All: return;
    case Node::Kind::Words: out += print_value(node); return;
    case Node::Kind::Term: out += std::string(node.field->name) + ":" + print_value(node); return;
    case Node::Kind::Not: {
      const bool group = node.children.front().kind == Node::Kind::And || node.children.front().kind == Node::Kind::Or;
      out += group ? "-(" : "-";
      print_into(out, node.children.front(), false);
      if (group) out += ')';
      return;
    }
    case Node::Kind::And:
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0) out += ' ';
        print_into(out, node.children[i], true);
      }
      return;
    case Node::Kind::Or:
      if (inside_and) out += '(';
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0) out += " or ";
        print_into(out, node.children[i], false);
      }
      if (inside_and) out += ')';
      return;
  }
}

void outline_into(std::string& out, const Node& node, int depth) {
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
  switch (node.kind) {
    case Node::Kind::All: out += "everything\n"; return;
    case Node::Kind::Words: out += (node.phrase ? "phrase " : "word ") + node.text + "\n"; return;
    case Node::Kind::Term: out += std::string(node.field->name) + ": " + node.text + "\n"; return;
    case Node::Kind::Not: out += "not\n"; break;
    case Node::Kind::And: out += "and\n"; break;
    case Node::Kind::Or: out += "or\n"; break;
  }
  for (const Node& child : node.children) outline_into(out, child, depth + 1);
}

}  // namespace

Result<Node> parse_query(std::string_view text) {
  auto tokens = tokenize_query(text);
  if (!tokens) return tokens.error();
  return Parser(text, std::move(*tokens)).run();
}

Node both(Node a, Node b) {
  if (a.kind == Node::Kind::All) return b;
  if (b.kind == Node::Kind::All) return a;
  Node out;
  out.kind = Node::Kind::And;
  for (Node* node : {&a, &b}) {
    if (node->kind == Node::Kind::And) std::move(node->children.begin(), node->children.end(), std::back_inserter(out.children));
    else out.children.push_back(std::move(*node));
  }
  return out;
}

Result<Node> flag_term(FieldId id, std::string_view value, std::string_view flag) {
  const Field& f = field(id);
  Node node;
  node.kind = Node::Kind::Term;
  node.field = &f;
  node.text = unquoted(value);
  node.phrase = node.text.find_first_of(" \t") != std::string::npos;
  if (!takes(f, node.text)) {
    return Error{ErrorCode::Usage, "\"" + std::string(value) + "\" is no value for it", std::string(flag), would_do(f)};
  }
  return node;
}

std::string print(const Node& node) {
  std::string out;
  print_into(out, node, false);
  return out;
}

std::string outline(const Node& node) {
  std::string out;
  outline_into(out, node, 0);
  return out;
}

}  // namespace onrecord::query

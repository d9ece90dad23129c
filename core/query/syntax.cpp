#include "query/syntax.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "onrecord/record.h"
#include "store/slots.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

// Bytes of the double quotation mark at `at`, straight, curly or low; 0 for none.
std::size_t mark_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '"') return 1;
  const std::string_view three = text.substr(at, 3);
  return three == "“" || three == "”" || three == "„" ? 3 : 0;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

// The character's number in the query, from 1.
std::size_t column(std::string_view text, std::size_t at) {
  std::size_t characters = 1;
  for (std::size_t i = 0; i < at && i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++characters;
  return characters;
}

Error refusal(std::string_view query, std::size_t at, std::string message, std::string hint) {
  return Error{ErrorCode::Usage, "column " + std::to_string(column(query, at)) + ": " + std::move(message), std::string(query),
               std::move(hint)};
}

std::string field_names() {
  std::string out;
  for (const Field& f : fields()) out += (out.empty() ? "" : ", ") + std::string(f.name);
  return out;
}

std::string unquoted(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = mark_at(text, at);
    if (mark == 0) out += text[at++];
    else at += mark;
  }
  return out;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_blank(c)) {
        ++at_;
      } else if (c == '(' || c == ')') {
        push(c == '(' ? Token::Kind::Open : Token::Kind::Close, {}, at_);
        ++at_;
      } else if (c == '-' && at_ + 1 < text_.size() && !is_blank(text_[at_ + 1]) && text_[at_ + 1] != '-' &&
                 text_[at_ + 1] != ')') {
        push(Token::Kind::Not, {}, at_);
        ++at_;
      } else if (mark_at(text_, at_) != 0) {
        const std::size_t begin = at_;
        const std::string phrase = take_quoted();
        push_words(Token::Kind::Phrase, phrase, begin);
      } else if (auto error = take_word()) {
        return *error;
      }
    }
    settle_operators();
    return std::move(tokens_);
  }

 private:
  void push(Token::Kind kind, std::string value, std::size_t begin) { tokens_.push_back({kind, std::move(value), nullptr, false, begin}); }

  // Words that hold no letter or digit ask for nothing.
  void push_words(Token::Kind kind, std::string value, std::size_t begin) {
    if (!folded_words(value).empty()) push(kind, std::move(value), begin);
  }

  // From a mark to the next one, or to the end where it is the last.
  std::string take_quoted() {
    at_ += mark_at(text_, at_);
    const std::size_t begin = at_;
    while (at_ < text_.size() && mark_at(text_, at_) == 0) ++at_;
    std::string inside(text_.substr(begin, at_ - begin));
    at_ += mark_at(text_, at_);
    return inside;
  }

  std::size_t end_of_word(std::size_t at) const {
    while (at < text_.size() && !is_blank(text_[at]) && text_[at] != '(' && text_[at] != ')' && mark_at(text_, at) == 0) ++at;
    return at;
  }

  std::optional<Error> take_word() {
    const std::size_t begin = at_;
    std::size_t name_end = begin;
    while (name_end < text_.size() && (std::isalpha(static_cast<unsigned char>(text_[name_end])) != 0 || text_[name_end] == '-')) ++name_end;
    const bool colon = name_end > begin && name_end < text_.size() && text_[name_end] == ':';
    const bool address = colon && text_.substr(name_end, 3) == "://";
    if (colon && !address) {
      std::string name(text_.substr(begin, name_end - begin));
      std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      const Field* field = find_field(name);
      const std::size_t value_at = name_end + 1;
      const bool has_value = value_at < text_.size() && !is_blank(text_[value_at]) && text_[value_at] != ')';
      if (field == nullptr && has_value) {
        const std::string_view close = closest_field(name);
        return refusal(text_, begin, "there is no field \"" + name + "\"",
                       close.empty() ? "fields: " + field_names() : "did you mean " + std::string(close) + ":? fields: " + field_names());
      }
      if (field != nullptr) {
        at_ = value_at;
        Token token{Token::Kind::Term, {}, field, false, begin};
        if (has_value && mark_at(text_, value_at) != 0) {
          token.text = take_quoted();
          token.quoted = true;
        } else if (has_value && text_[value_at] != '(') {
          at_ = end_of_word(value_at);
          token.text = std::string(text_.substr(value_at, at_ - value_at));
        }
        tokens_.push_back(std::move(token));
        return std::nullopt;
      }
    }
    at_ = end_of_word(begin);
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word == "or" || word == "OR" || word == "|" || word == "||") push(Token::Kind::Or, std::string(word), begin);
    else push_words(Token::Kind::Word, std::string(word), begin);
    return std::nullopt;
  }

  // Leaves only operators that have something to operate on: brackets in pairs and not too deep, `or` between two operands, `-`
  // before one. Others become words, or nothing.
  void settle_operators() {
    std::vector<std::size_t> open;
    std::vector<bool> keep(tokens_.size(), true);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == Token::Kind::Open) {
        open.push_back(i);
      } else if (tokens_[i].kind == Token::Kind::Close) {
        if (open.empty()) {
          keep[i] = false;
        } else {
          if (static_cast<int>(open.size()) > kDeepest / 3) keep[i] = keep[open.back()] = false;
          open.pop_back();
        }
      }
    }
    for (const std::size_t i : open) keep[i] = false;
    cut(keep);
    // Brackets around nothing go, as often as that leaves others around nothing.
    for (bool changed = true; changed;) {
      changed = false;
      keep.assign(tokens_.size(), true);
      for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
        if (tokens_[i].kind == Token::Kind::Open && tokens_[i + 1].kind == Token::Kind::Close) {
          keep[i] = keep[i + 1] = false;
          changed = true;
        }
      }
      cut(keep);
    }
    keep.assign(tokens_.size(), true);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool next_operand = i + 1 < tokens_.size() && begins_operand(i + 1);
      if (tokens_[i].kind == Token::Kind::Not && !next_operand) keep[i] = false;
      if (tokens_[i].kind == Token::Kind::Or && !(i > 0 && ends_operand(i - 1) && next_operand)) {
        tokens_[i].kind = Token::Kind::Word;
        if (folded_words(tokens_[i].text).empty()) keep[i] = false;
      }
    }
    cut(keep);
  }

  [[nodiscard]] bool begins_operand(std::size_t i) const {
    using K = Token::Kind;
    const K kind = tokens_[i].kind;
    return kind == K::Word || kind == K::Phrase || kind == K::Term || kind == K::Open || (kind == K::Not && i + 1 < tokens_.size());
  }
  [[nodiscard]] bool ends_operand(std::size_t i) const {
    using K = Token::Kind;
    const K kind = tokens_[i].kind;
    return kind == K::Word || kind == K::Phrase || kind == K::Term || kind == K::Close;
  }

  void cut(const std::vector<bool>& keep) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (keep[i]) {
        if (at != i) tokens_[at] = std::move(tokens_[i]);
        ++at;
      }
    tokens_.resize(at);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

// What the field says its values are, for hints.
std::string would_do(const Field& field) {
  switch (field.type) {
    case Type::Date: return "a date such as 2014-10-28, 2014-10, 2014-W43 or 2014";
    case Type::Dates: return "a date or a span such as 2014-10, 2014-10..2014-11, 2014.., or unknown";
    case Type::Choice: {
      std::string out = "one of ";
      for (const char c : field.choices) out += c == ' ' ? std::string(", ") : std::string(1, c);
      return out;
    }
    case Type::YesNo: return "yes or no";
    case Type::Number: return "a number from 0 to 1, such as >0.8 or 0.5..0.9";
    case Type::Id: return "an id such as " + std::string(field.choices) + "12";
    case Type::Claim: return "a claim's id, words of it, any or no";
    case Type::Words:
    case Type::Name: return "words, such as " + std::string(field.example);
  }
  return {};
}

bool is_choice(std::string_view choices, std::string_view value) {
  while (!choices.empty()) {
    const std::size_t end = std::min(choices.find(' '), choices.size());
    if (choices.substr(0, end) == value) return true;
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return false;
}

bool takes(const Field& field, std::string_view value) {
  switch (field.type) {
    case Type::Date: return find_days(value).has_value();
    case Type::Dates: return find_span(value).has_value();
    case Type::Choice: return is_choice(field.choices, value);
    case Type::YesNo: return value == "yes" || value == "no";
    case Type::Number: return find_range(value).has_value();
    case Type::Id: {
      const auto id = find_id(value);
      return id && id->text().starts_with(field.choices);
    }
    case Type::Claim:
    case Type::Words:
    case Type::Name: return !folded_words(value).empty();
  }
  return false;
}

class Parser {
 public:
  Parser(std::string_view query, std::vector<Token> tokens) : query_(query), tokens_(std::move(tokens)) {}

  Result<Node> run() {
    for (const Token& token : tokens_) {
      if (token.kind != Token::Kind::Term || takes(*token.field, token.text)) continue;
      const std::size_t value_at = token.at + query_.substr(token.at).find(':') + 1;
      return refusal(query_, value_at,
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
    plain = tokens && tokens->size() == 1 && tokens->front().kind == Token::Kind::Word && node.text.front() != '-' && node.text != "or" && node.text != "OR" &&
            node.text != "|" && node.text != "||";
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

std::optional<double> find_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > 1) return std::nullopt;
  return number;
}

}  // namespace

Result<std::vector<Token>> tokenize_query(std::string_view text) { return Lexer(text).run(); }

std::string print(const std::vector<Token>& tokens) {
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case Token::Kind::Word: out += "word[" + token.text + "]"; break;
      case Token::Kind::Phrase: out += "phrase[" + token.text + "]"; break;
      case Token::Kind::Term: out += std::string(token.field->name) + "[" + token.text + "]"; break;
      case Token::Kind::Or: out += "or"; break;
      case Token::Kind::Not: out += "not"; break;
      case Token::Kind::Open: out += "("; break;
      case Token::Kind::Close: out += ")"; break;
    }
  }
  return out;
}

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

std::optional<Days> find_span(std::string_view value) {
  Days days;
  if (value == "unknown") {
    days.unknown = true;
    return days;
  }
  const std::size_t dots = value.find("..");
  const std::string_view from = value.substr(0, dots);
  const std::string_view to = dots == std::string_view::npos ? from : value.substr(dots + 2);
  if (from.empty() && to.empty()) return std::nullopt;
  if (!from.empty()) {
    const auto range = find_days(from);
    if (!range) return std::nullopt;
    days.from = range->from;
  }
  if (!to.empty()) {
    const auto range = find_days(to);
    if (!range) return std::nullopt;
    days.to = range->to;
  }
  if (days.from && days.to && *days.from > *days.to) return std::nullopt;
  return days;
}

std::optional<Range> find_range(std::string_view value) {
  Range range;
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    const auto least = find_number(value.substr(0, dots)), most = find_number(value.substr(dots + 2));
    if (!least || !most || *least > *most) return std::nullopt;
    range.least = *least;
    range.most = *most;
    return range;
  }
  const bool up = value.starts_with('>'), down = value.starts_with('<');
  if (up || down) value.remove_prefix(1);
  const bool with_it = value.starts_with('=');
  if (with_it) value.remove_prefix(1);
  const auto number = find_number(value);
  if (!number) return std::nullopt;
  if (!down) range.least = *number;
  if (!up) range.most = *number;
  range.above = up && !with_it;
  range.below = down && !with_it;
  return range;
}

}  // namespace onrecord::query

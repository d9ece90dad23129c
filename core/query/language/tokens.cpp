#include "query/language/tokens.h"

#include <algorithm>
#include <cctype>

#include "text/ascii.h"
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

std::string field_names() {
  std::string out;
  for (const Field& f : fields()) out += (out.empty() ? "" : ", ") + std::string(f.name);
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
    while (name_end < text_.size() && (std::isalpha(static_cast<unsigned char>(text_[name_end])) != 0 || text_[name_end] == '-'))
      ++name_end;
    const bool colon = name_end > begin && name_end < text_.size() && text_[name_end] == ':';
    const bool address = colon && text_.substr(name_end, 3) == "://";
    if (colon && !address) {
      const std::string name = lower_ascii(text_.substr(begin, name_end - begin));
      const Field* field = find_field(name);
      const std::size_t value_at = name_end + 1;
      const bool has_value = value_at < text_.size() && !is_blank(text_[value_at]) && text_[value_at] != ')';
      if (field == nullptr && has_value) {
        const std::string close = closest_field(name);
        return query_error(text_, begin, "there is no field \"" + name + "\"",
                       close.empty() ? "fields: " + field_names() : "did you mean " + close + ":? fields: " + field_names());
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

}  // namespace

Error query_error(std::string_view query, std::size_t at, std::string message, std::string hint) {
  return Error{ErrorCode::Usage, "column " + std::to_string(column(query, at)) + ": " + std::move(message), std::string(query),
               std::move(hint)};
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

}  // namespace onrecord::query

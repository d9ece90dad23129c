#include "store/rows.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/flat_json.h"

namespace onrecord {
namespace {

// One letter for each Role, in the order of the enumeration.
constexpr std::string_view kRoleLetters = "tubchpiqoLgx";

void append_number(std::string& out, std::uint64_t number) {
  char digits[20];
  out.append(digits, std::to_chars(digits, digits + sizeof(digits), number).ptr);
}

// Reads a number at the front of `text` and takes it off.
bool take_number(std::string_view& text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

struct NamedField {
  std::string_view name;
  Field Article::*field;
};
constexpr std::array<NamedField, 7> kFields = {{{"title", &Article::title},
                                                {"byline", &Article::byline},
                                                {"dateline", &Article::dateline},
                                                {"source", &Article::source},
                                                {"published", &Article::published},
                                                {"url", &Article::url},
                                                {"language", &Article::language}}};

}  // namespace

std::string joined_words(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += ' ';
    out += slice(text, span);
  }
  return out;
}

std::string write_spans(const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += ' ';
    append_number(out, span.begin);
    out += '-';
    append_number(out, span.end);
  }
  return out;
}

std::vector<Span> read_spans(std::string_view text) {
  std::vector<Span> spans;
  Span span;
  while (take_number(text, span.begin) && take(text, '-') && take_number(text, span.end)) {
    spans.push_back(span);
    if (!take(text, ' ')) break;
  }
  return spans;
}

std::string write_blocks(const std::vector<Block>& blocks) {
  std::string out;
  std::uint32_t at = 0;
  for (const Block& block : blocks) {
    if (!out.empty()) out += ' ';
    out += kRoleLetters[static_cast<std::size_t>(block.role)];
    append_number(out, block.source_span.begin - at);
    out += '+';
    append_number(out, block.source_span.size());
    at = block.source_span.begin + block.source_span.size();
  }
  return out;
}

std::string write_authors(const std::vector<Block>& blocks) {
  FlatObject authors;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (!blocks[i].author.empty()) authors.emplace_back(std::to_string(i), blocks[i].author);
  return authors.empty() ? std::string() : write_flat(authors);
}

std::vector<Block> read_blocks(std::string_view text, std::string_view authors) {
  std::vector<Block> blocks;
  std::uint32_t at = 0;
  while (!text.empty()) {
    const std::size_t letter = kRoleLetters.find(text.front());
    if (letter == std::string_view::npos) break;
    text.remove_prefix(1);
    std::uint32_t skipped = 0, taken = 0;
    if (!take_number(text, skipped) || !take(text, '+') || !take_number(text, taken)) break;
    Block block;
    block.role = static_cast<Role>(letter);
    block.source_span = {at + skipped, at + skipped + taken};
    at = block.source_span.end;
    blocks.push_back(std::move(block));
    if (!take(text, ' ')) break;
  }
  if (const auto named = parse_flat(authors)) {
    for (const auto& [number, author] : *named) {
      std::string_view rest = number;
      std::uint32_t index = 0;
      if (take_number(rest, index) && index < blocks.size()) blocks[index].author = author;
    }
  }
  return blocks;
}

std::string write_origins(const Article& article) {
  FlatObject origins;
  for (const NamedField& named : kFields) {
    const Field& field = article.*named.field;
    if (field.value.empty() && field.source_span.empty() && field.origin != "corrected") continue;  // unknown: a person said so
    std::string origin = field.origin;
    if (!field.source_span.empty()) origin += "@" + write_spans({field.source_span});
    origins.emplace_back(named.name, std::move(origin));
  }
  return write_flat(origins);
}

void read_origins(std::string_view origins, Article& article) {
  const auto object = parse_flat(origins);
  if (!object) return;
  for (const NamedField& named : kFields) {
    Field& field = article.*named.field;
    const std::string_view origin = flat_value(*object, named.name);
    const std::size_t at = origin.rfind('@');
    field.origin = std::string(origin.substr(0, at));
    if (at == std::string_view::npos) continue;
    const auto spans = read_spans(origin.substr(at + 1));
    if (!spans.empty()) field.source_span = spans.front();
  }
}

std::string_view text_under(const Article& article, bool in_title) {
  return in_title && article.title.source_span.empty() ? std::string_view(article.title.value) : std::string_view(article.text);
}

}  // namespace onrecord

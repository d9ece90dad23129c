#include "store/rows/rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/flat_json.h"
#include "store/rows/slots.h"

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

// What an article says is kept to three decimals: a float's further digits are noise.
double rounded(double value) { return std::round(value * 1000) / 1000; }

Piece piece_of(std::string_view text, Span span) {
  return span.empty() ? Piece{} : Piece{std::string(slice(text, span)), span.begin};
}

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

std::string who_words(const StatementRow& row) {
  const std::string& mention = row.mention.words;
  if (row.speaker.empty()) return mention;
  if (mention.empty() || row.speaker.find(mention) != std::string::npos) return row.speaker;
  return row.speaker + " " + mention;
}

std::string_view vague_word(const StatementRow& row, std::string_view published_on) {
  const auto days = effective_days(row.said_on, published_on);
  if (!days || days->from == days->to) return {};
  return days->to - days->from > 31 ? "year" : "month";
}

StatementRow row_of(const Statement& s, const Article& article) {
  StatementRow row;
  const std::string_view text = text_under(article, s.place == Place::Title);
  row.kind = s.kind;
  row.act = s.act;
  row.negated = s.negated;
  row.in_title = s.place == Place::Title;
  row.spans = s.content;
  row.words = joined_words(text, s.content);
  row.cue = piece_of(text, s.cue);
  row.mention = piece_of(text, s.mention);
  row.addressee = piece_of(text, s.addressee);
  row.occasion = piece_of(text, s.occasion);
  row.medium = piece_of(text, s.medium);
  row.said_on_text = piece_of(text, s.said_on_text);
  row.on_behalf_of = s.on_behalf_of;
  row.said_on = s.said_on;
  row.confidence = rounded(static_cast<double>(s.confidence));
  if (s.speaker) {
    row.speaker = s.speaker->name;
    row.speaker_kind = s.speaker->kind;
    row.unnamed = s.speaker->unnamed;
    row.role = s.speaker->role;
    row.speaker_confidence = rounded(static_cast<double>(s.speaker->confidence));
  }
  return row;
}

}  // namespace onrecord

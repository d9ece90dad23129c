#include "export/article_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "export/columns.h"
#include "export/json.h"
#include "text/code_points.h"

namespace onrecord {
namespace {

constexpr std::array<Column, 12> kColumns = {{
    {"article", "ARTICLE", false, true}, {"text"}, {"title", "TITLE", false, true}, {"byline", "BYLINE", false, true},
    {"dateline"}, {"published", "PUBLISHED"}, {"source", "SOURCE", false, true}, {"url"}, {"language"}, {"origins"}, {"blocks"},
    {"subtitle"},
}};

constexpr std::array<Column, 5> kCandidateColumns = {{
    {"article"}, {"field", "FIELD"}, {"value", "VALUE", false, true}, {"origin", "ORIGIN"}, {"won", "WON"},
}};

using NamedField = std::pair<std::string_view, const Field*>;

std::array<NamedField, 8> fields(const Article& a) {
  return {{{"title", &a.title}, {"subtitle", &a.subtitle}, {"byline", &a.byline}, {"dateline", &a.dateline}, {"published", &a.published},
           {"source", &a.source}, {"url", &a.url}, {"language", &a.language}}};
}

void append_json(std::string& out, std::string_view text) {
  const std::size_t at = out.size();
  out.resize(at + json_room(text.size()));
  out.resize(static_cast<std::size_t>(put_string(out.data() + at, text) - out.data()));
}

}  // namespace

std::span<const Column> article_columns() { return kColumns; }

std::string_view word_for(Role role) {
  switch (role) {
    case Role::Title: return "title";
    case Role::Subtitle: return "subtitle";
    case Role::Byline: return "byline";
    case Role::Caption: return "caption";
    case Role::Heading: return "heading";
    case Role::Paragraph: return "paragraph";
    case Role::ListItem: return "list_item";
    case Role::BlockQuote: return "block_quote";
    case Role::Post: return "post";
    case Role::Link: return "link";
    case Role::Signature: return "signature";
    case Role::Boilerplate: return "boilerplate";
  }
  return "paragraph";
}

std::span<const Cell> ArticleCells::of(const Article& article) {
  origins_ = "{";
  for (const auto& [name, field] : fields(article)) {
    if (field->value.empty()) continue;
    if (origins_.size() > 1) origins_ += ',';
    append_json(origins_, name);
    origins_ += ':';
    append_json(origins_, field->origin);
  }
  origins_ += '}';
  const CodePoints points(article.text);
  blocks_ = "[";
  for (const Block& block : article.blocks) {
    if (blocks_.size() > 1) blocks_ += ',';
    blocks_ += "{\"role\":\"" + std::string(word_for(block.role)) +
               "\",\"start\":" + std::to_string(points.from_byte(block.source_span.begin)) +
               ",\"end\":" + std::to_string(points.from_byte(block.source_span.end));
    if (!block.author.empty()) {
      blocks_ += ",\"author\":";
      append_json(blocks_, block.author);
    }
    blocks_ += '}';
  }
  blocks_ += ']';
  cells_.assign({article.name, article.text, article.title.value, article.byline.value, article.dateline.value,
                 article.published.value, article.source.value, article.url.value, article.language.value, bare(origins_),
                 bare(blocks_), article.subtitle.value});
  return cells_;
}

std::span<const Column> candidate_columns() { return kCandidateColumns; }

void put_candidates(const Article& article, bool as_table, RowPrinter& rows) {
  if (as_table) rows.row({article.name, "article", article.name, "", ""});
  for (const auto& [name, field] : fields(article)) {
    for (const FieldCandidate& c : article.candidates) {
      if (c.field != name) continue;
      rows.row({article.name, c.field, c.value, c.origin, as_table ? Cell(c.won ? "yes" : "") : flag(c.won)});
    }
  }
}

void put_article_text(const Article& article, TableStyle style, Buffer& out) {
  const std::size_t columns = std::clamp<std::size_t>(style.columns, 40, 100);
  const auto line = [&](std::string_view text) {
    out.append(paint(text, style.colour));
    out.append('\n');
  };
  const auto labelled = [&](std::string_view label, std::string_view value, std::string_view origin) {
    bool first = true;
    for (const std::string& piece : wrap(value, columns - 12)) {
      line(mark(Ink::Dim, pad(first ? label : "", 12)) + piece +
           (first && !origin.empty() ? mark(Ink::Dim, "  (" + clean(origin) + ")") : ""));
      first = false;
    }
  };
  labelled("article", clean(article.name), "");
  for (const auto& [name, field] : fields(article))
    if (!field->value.empty()) labelled(name, clean(field->value), field->origin);
  for (const Block& block : article.blocks) {
    line("");
    const std::string text = clean(slice(article.text, block.source_span));
    const bool speech = bears_speech(block.role);
    if (block.role == Role::Paragraph) {
      for (const std::string& piece : wrap(text, columns)) line(piece);
      continue;
    }
    bool first = true;
    for (const std::string& piece : wrap(text, columns - 14)) {
      line(mark(Ink::Dim, pad(first ? "[" + std::string(word_for(block.role)) + "]" : "", 14)) + (speech ? piece : mark(Ink::Dim, piece)));
      first = false;
    }
  }
}

}  // namespace onrecord

#include "ingest/plain/plain_text.h"

#include <string>
#include <utility>

#include "ingest/fields/byline.h"
#include "ingest/fields/dateline.h"
#include "ingest/fields/text_date.h"
#include "ingest/lines/line_kinds.h"
#include "ingest/lines/signed_quotations.h"
#include "ingest/plain/plain_text_reader.h"
#include "text/chars.h"

namespace onrecord {

PlainText PlainTextReader::read() {
  roles_.assign(units().size(), Role::Paragraph);
  const std::size_t body = read_head();
  read_body(body);
  read_ending();
  make_blocks();
  mark_signed_quotations(text_, out_.blocks);
  read_dateline();
  return std::move(out_);
}

std::string PlainTextReader::one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v') {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

void PlainTextReader::add_block(Role role, Span s) {
  std::string_view t = trim(slice(text_, s));
  if (t.empty()) return;
  const auto begin = static_cast<std::size_t>(t.data() - text_.data());
  out_.blocks.push_back({role, span(begin, begin + t.size()), {}});
}

void PlainTextReader::take_sign_off(Span s, std::string_view signer) {
  if (signer.empty()) return;
  Field found = field(s, std::string(signer));
  if (is_agency(signer)) {
    if (out_.agency.value.empty()) out_.agency = std::move(found);
  } else if (out_.source.value.empty()) {
    out_.source = std::move(found);
  }
}

void PlainTextReader::make_blocks() {
  out_.blocks.reserve(units().size() + 4);
  bool signed_off = false;
  for (std::size_t i = 0; i < units().size(); ++i) {
    const Span s = units()[i].source_span;
    const std::string_view t = words(i);
    if (roles_[i] == Role::Signature) {
      const Tail tail = find_tail(t);
      if (!tail.sign_off.empty()) {
        take_sign_off({s.begin + tail.sign_off.begin, s.end}, tail.signer);
        signed_off = signed_off || s.begin * 2ULL > text_.size();
      }
    }
    if (roles_[i] == Role::Paragraph && signed_off && t.size() <= 600 && !may_report(t)) roles_[i] = Role::Signature;
    if (roles_[i] != Role::Paragraph) {
      add_block(roles_[i], s);
      continue;
    }
    // Cut out the pointers in brackets and the sign-off at the end.
    const Tail tail = find_tail(t);
    const std::size_t end = tail.sign_off.empty() ? t.size() : tail.sign_off.begin;
    std::size_t begin = 0;
    for (Span link = find_bracketed_link(t.substr(0, end), 0); !link.empty();
         link = find_bracketed_link(t.substr(0, end), link.end)) {
      const std::string_view before = trim(t.substr(begin, link.begin - begin));
      if (!before.empty() && !ends_with_stop(before) && link.end < end) continue;  // inside a sentence
      add_block(Role::Paragraph, {s.begin + static_cast<std::uint32_t>(begin), s.begin + link.begin});
      add_block(Role::Link, {s.begin + link.begin, s.begin + link.end});
      begin = link.end;
    }
    add_block(Role::Paragraph,
              {s.begin + static_cast<std::uint32_t>(begin), s.begin + static_cast<std::uint32_t>(end)});
    if (!tail.sign_off.empty()) {
      add_block(Role::Signature, {s.begin + tail.sign_off.begin, s.end});
      take_sign_off({s.begin + tail.sign_off.begin, s.end}, tail.signer);
      signed_off = signed_off || s.begin * 2ULL > text_.size();
    }
  }
}

void PlainTextReader::read_dateline() {
  std::size_t looked = 0;
  for (const Block& block : out_.blocks) {
    if (block.role != Role::Paragraph) continue;
    if (++looked > 2) return;
    const std::string_view t = slice(text_, block.source_span);
    const auto dateline = find_dateline(t);
    if (!dateline) continue;
    const std::uint32_t base = block.source_span.begin;
    out_.dateline =
        field({base + dateline->words.begin, base + dateline->words.end}, one_line(slice(t, dateline->words)));
    if (!dateline->agency.empty() && out_.agency.value.empty()) {
      const auto begin = static_cast<std::size_t>(dateline->agency.data() - text_.data());
      out_.agency = field(span(begin, begin + dateline->agency.size()), std::string(dateline->agency));
      if (is_house_name(dateline->agency)) take_house(dateline->agency);
    }
    if (out_.published.value.empty()) {
      if (const auto date = find_date(slice(t, dateline->words))) {
        out_.published = field({base + date->span.begin, base + date->span.end}, format_iso_date(date->date));
      }
    }
    return;
  }
}

PlainText analyse_plain_text(std::string_view text, bool title_known) { return PlainTextReader(text, title_known).read(); }

void put_plain_text(PlainText parts, Article& article) {
  article.blocks = std::move(parts.blocks);
  article.title = std::move(parts.title);
  article.byline = std::move(parts.byline);
  article.dateline = std::move(parts.dateline);
  article.source = std::move(parts.source);
  article.agency = std::move(parts.agency);
  article.published = std::move(parts.published);
  for (const Block& block : article.blocks) {
    if (block.role != Role::Subtitle) continue;
    article.subtitle = {std::string(slice(article.text, block.source_span)), "text", block.source_span};
    break;
  }
  const auto candidate = [&](const char* what, const Field& field) {
    if (!field.value.empty()) article.candidates.push_back({what, field.value, field.origin, true});
  };
  candidate("title", article.title);
  candidate("subtitle", article.subtitle);
  candidate("byline", article.byline);
  candidate("dateline", article.dateline);
  candidate("source", article.source);
  candidate("published", article.published);
}

}  // namespace onrecord

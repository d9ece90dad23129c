// The running text: paragraphs, headings, lists, and what of the page stands between them.
#include <algorithm>

#include "ingest/fields/byline.h"
#include "ingest/fields/text_date.h"
#include "ingest/lines/line_kinds.h"
#include "ingest/plain/plain_text_reader.h"
#include "text/chars.h"

namespace onrecord {

void PlainTextReader::read_body(std::size_t from) {
  std::size_t paragraphs = 0;
  bool links = false;
  bool comments = false;
  std::size_t headings_from = from;  // a run of units that could be headings begins here
  std::size_t run = 0;
  const auto close_run = [&](std::size_t end) {
    // One or two short lines head what follows; more are a list or verse, and a text does not end in a heading.
    const bool heads = run > 0 && run <= 2 && end < units().size();
    for (std::size_t k = headings_from; run > 0 && k < end; ++k) {
      if (roles_[k] == Role::Heading) roles_[k] = heads ? Role::Heading : Role::Paragraph;
    }
    run = 0;
  };
  for (std::size_t i = from; i < units().size(); ++i) {
    const std::string_view t = words(i);
    if (comments) {
      roles_[i] = Role::Boilerplate;
      continue;
    }
    if (t.size() > kLongestPiece || is_plainly_running(t)) {
      close_run(i);
      links = false;
      ++paragraphs;
      continue;
    }
    if (opens_comments(t) && paragraphs >= 2 && units()[i].source_span.begin * 2ULL > text_.size()) {
      close_run(i);
      roles_[i] = Role::Boilerplate;
      comments = true;
    } else if (paragraphs > 0 && opens_links(t)) {
      close_run(i);
      roles_[i] = Role::Link;
      links = true;
    } else if (links && t.size() <= 150 && !ends_with_stop(t)) {
      roles_[i] = Role::Link;
    } else if (is_boilerplate(t) || is_date_line(t)) {
      roles_[i] = Role::Boilerplate;
    } else if (is_link(t)) {
      roles_[i] = Role::Link;
    } else if (is_caption(t)) {
      roles_[i] = Role::Caption;
    } else if (is_signature(t)) {
      roles_[i] = Role::Signature;
    } else if (paragraphs == 0 && i < kHeadUnits && is_byline(t)) {
      take_byline(i);
    } else if (is_list_item(t)) {
      close_run(i);
      links = false;
      roles_[i] = t[0] == '>' ? Role::BlockQuote : Role::ListItem;
      ++paragraphs;
    } else if (is_heading(t, single_quotes_are_speech())) {
      if (run == 0) headings_from = i;
      ++run;
      roles_[i] = Role::Heading;
    } else {
      close_run(i);
      links = false;
      ++paragraphs;
    }
  }
  close_run(units().size());
}

bool PlainTextReader::is_list_item(std::string_view t) {
  const Char c = char_at(t, 0);
  const Char next = char_at(t, c.size);
  if (c.code == 0x2022 || c.code == 0x25CF || c.code == 0x25AA || c.code == 0x00B7 || c.code == 0x2023) return true;
  if ((c.code == U'*' || c.code == U'-' || c.code == 0x2013 || c.code == U'>' || c.code == U'~' || c.code == U'+') &&
      next.code == U' ')
    return true;
  if (!is_digit(c.code)) return false;
  std::size_t at = 0;
  while (at < t.size() && at < 3 && is_digit(char_at(t, at).code)) ++at;
  return at < t.size() && (t[at] == '.' || t[at] == ')') && char_at(t, at + 1).code == U' ';
}

// Whether the article quotes with single marks, found out when first asked: it has hardly any double ones.
bool PlainTextReader::single_quotes_are_speech() {
  if (!single_quotes_) {
    const std::string_view head = text_.substr(0, 1U << 16U);
    constexpr std::size_t kFew = 4;  // marks; more need not be counted
    std::size_t doubles = 0;
    const auto count = [&](std::string_view mark, std::size_t worth) {
      for (std::size_t at = head.find(mark); at != std::string_view::npos && doubles < kFew; at = head.find(mark, at + mark.size()))
        doubles += worth;
    };
    count("\"", 1);
    count("\xE2\x80\x9C", 2);
    count("''", 1);
    single_quotes_ = doubles < kFew;
  }
  return *single_quotes_;
}

}  // namespace onrecord

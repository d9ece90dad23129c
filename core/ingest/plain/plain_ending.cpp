// What comes after the running text: who wrote it, who published it, when.
#include <algorithm>

#include "ingest/fields/byline.h"
#include "ingest/fields/dateline.h"
#include "ingest/fields/text_date.h"
#include "ingest/lines/line_kinds.h"
#include "ingest/lines/line_words.h"
#include "ingest/plain/plain_text_reader.h"
#include "text/chars.h"

namespace onrecord {

void PlainTextReader::read_ending() {
  const std::size_t n = units().size();
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < n; ++i) paragraphs += roles_[i] == Role::Paragraph ? 1U : 0U;
  const std::size_t from = n > 6 ? n - 6 : 0;
  for (std::size_t i = from; i < n; ++i) {
    const std::string_view t = words(i);
    if (t.size() > 500) continue;
    if (roles_[i] == Role::Boilerplate || roles_[i] == Role::Signature) {
      take_date(i, false);
      take_publisher(i);
      continue;
    }
    if (roles_[i] != Role::Paragraph || paragraphs < 3 || i + 4 < n) continue;
    if (labelled_date(t)) {
      roles_[i] = Role::Boilerplate;
      take_date(i, false);
    } else if (is_about_author(t)) {
      roles_[i] = Role::Signature;
    } else if (paragraphs > 2 && is_byline(t) && i + 2 >= n) {
      if (out_.byline.value.empty()) take_byline(i);
      roles_[i] = Role::Byline;
    }
  }
}

// "Ana Reyes is a reporter for the Harbour Post.", "Harbour Post reporter Ana Reyes is a 2014 fellow of …"
bool PlainTextReader::is_about_author(std::string_view t) const {
  if (t.size() > 420) return false;
  const std::string_view names = out_.byline.value;
  const std::string_view first = names.substr(0, names.find(';'));
  if (first.size() > 5 && t.starts_with(first) && t.size() > first.size() && t[first.size()] == ' ') return !may_report(t);
  constexpr std::size_t kLongestName = 90;
  const std::string_view head = t.substr(0, kLongestName + 8);
  static const line_words::Hints kVerbs{" is ", " cov"};
  if (!kVerbs.any_in(head)) return false;
  const std::size_t at = std::min({head.find(" is a"), head.find(" is the "), head.find(" covers ")});
  if (at == std::string_view::npos || at > kLongestName) return false;
  if (may_report(t)) return false;
  if (!first.empty() && t.substr(0, at).find(first) != std::string_view::npos) return true;
  for (const std::string_view craft : {"reporter", "writer", "editor", "correspondent", "columnist", "journalist",
                                       "co-host", "contributor", "author of", "fellow at", "professor", "lecturer"}) {
    if (at <= 45 && t.substr(at).find(craft) != std::string_view::npos && is_person_name(t.substr(0, at)))
      return true;
  }
  return false;
}

// "Published by Harbour Post", "© 2014 Harbour Post. All rights reserved."
void PlainTextReader::take_publisher(std::size_t i) {
  if (!out_.source.value.empty()) return;
  const std::string_view t = words(i);
  std::size_t at = std::string_view::npos;
  for (const std::string_view opener :
       {"Published by ", "PUBLISHED BY ", "Copyright ", "COPYRIGHT ", "\xC2\xA9", "Source: "}) {
    if (t.starts_with(opener)) at = opener.size();
  }
  if (at == std::string_view::npos) return;
  std::string_view rest = t.substr(at);
  const auto skip = [&](std::string_view characters) {
    while (!rest.empty() && characters.find(rest.front()) != std::string_view::npos) rest.remove_prefix(1);
  };
  skip(" ");
  if (rest.starts_with("\xC2\xA9")) rest.remove_prefix(2);
  if (rest.starts_with("(c)") || rest.starts_with("(C)")) rest.remove_prefix(3);
  skip(" 0123456789,-");
  if (rest.starts_with("by ")) rest.remove_prefix(3);
  std::size_t end = rest.find_first_of(".,;|(\n");
  rest = trim(rest.substr(0, end));
  if (rest.size() < 2 || rest.size() > 50 || !is_upper(char_at(rest, 0).code) || rest.starts_with("All rights"))
    return;
  const auto begin = static_cast<std::size_t>(rest.data() - text_.data());
  const Field found = field(span(begin, begin + rest.size()), one_line(rest));
  if (is_agency(rest)) {
    if (out_.agency.value.empty()) out_.agency = found;
  } else if (!is_person_name(rest) || t.starts_with("\xC2\xA9") || t.starts_with("Copyright")) {
    out_.source = found;
  }
}

}  // namespace onrecord

#include "ingest/html/body/piece_selector.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "ingest/fields/byline.h"
#include "ingest/fields/byline_words.h"
#include "ingest/fields/dateline.h"
#include "ingest/fields/text_date.h"
#include "ingest/html/dom/page_words.h"
#include "ingest/lines/line_kinds.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/phrases.h"

namespace onrecord {

std::uint32_t prose_of(const HtmlPiece& piece) {
  if (piece.role == Role::Caption || piece.role == Role::Title || piece.role == Role::Heading) return 0;
  const auto size = static_cast<std::uint32_t>(piece.text.size());
  if (piece.link_bytes * 2 > size) return 0;
  if (piece.words < 10 && size < 80) return 0;
  return std::min<std::uint32_t>(size, 1500);
}

namespace {

bool is_number_alone(std::string_view text) {
  if (text.size() > 16) return false;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z' && text.find("of") == std::string_view::npos) return false;
    if (c >= 'A' && c <= 'Z') return false;
  }
  return text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789 -/of.:") == std::string_view::npos;
}

// "[button link=…]Send[/button]": a page builder's mark that nobody resolved.
bool is_short_code(std::string_view text) {
  return text.size() > 4 && text.front() == '[' && text.find("[/") != std::string_view::npos && text.back() == ']';
}

bool is_link_piece(const HtmlPiece& piece) {
  return piece.link_bytes * 10ULL > piece.text.size() * 8ULL && piece.words < 30;
}

// Takes the pieces of the container and leaves out what is not the article, in order.
class Selector {
 public:
  Selector(std::vector<HtmlPiece> pieces, const BodyHints& hints)
      : pieces_(std::move(pieces)),
        keep_(pieces_.size(), true),
        title_(fold_letters(hints.title)),
        description_(fold_letters(hints.description)),
        byline_(hints.byline) {}

  std::vector<HtmlPiece> select() {
    sign_posts();
    settle_entries();
    leave_out_each();
    leave_out_opening();
    leave_out_links();
    leave_out_ending();
    std::vector<HtmlPiece> kept;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (keep_[i]) kept.push_back(std::move(pieces_[i]));
    }
    return kept;
  }

 private:
  // "— Ana Reyes (@anareyes) November 19, 2019" signs the post above it.
  void sign_posts() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].post == kNoNode) continue;
      std::size_t end = i;
      while (end < pieces_.size() && pieces_[end].post == pieces_[i].post) ++end;
      for (std::size_t k = i; k < end; ++k) {
        const std::string author = post_signer(pieces_[k].text);
        if (author.empty()) continue;
        if (k > i) pieces_[k].role = Role::Signature;
        for (std::size_t part = i; part < (k > i ? k : end); ++part) pieces_[part].author = author;
        break;
      }
      i = end - 1;
    }
  }

  static std::string post_signer(std::string_view text) {
    const auto handle = text.rfind("(@");
    if (handle == std::string_view::npos) return {};
    for (const std::string_view opener : {"— ", "– ", "A post shared by ", "&mdash; "}) {
      const auto at = text.substr(0, handle).rfind(opener);
      if (at != std::string_view::npos && handle - at < 120)
        return std::string(trim(text.substr(at + opener.size(), handle - at - opener.size())));
    }
    return {};
  }

  // The head of a live blog's entry: its time goes, its writer's line stays as a byline.
  void settle_entries() {
    NodeId entry = kNoNode;
    bool head = false;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      HtmlPiece& piece = pieces_[i];
      if (piece.entry != entry) {
        entry = piece.entry;
        head = entry != kNoNode;
      }
      if (entry == kNoNode || piece.post != kNoNode) continue;
      if (is_entry_time(piece.text)) {
        keep_[i] = false;
      } else if (piece.role == Role::Byline || (head && piece.text.size() < 120 && is_byline(piece.text))) {
        piece.role = Role::Byline;
        if (byline_names(without_time(piece.text)).empty()) keep_[i] = false;
      } else if (piece.role != Role::Heading && piece.role != Role::Title) {
        head = false;
      }
    }
  }

  // "10:32", "10.32am GMT", "2 hours ago", "Updated at 10:45 p.m."; never "10 dead"
  static bool is_entry_time(std::string_view text) {
    if (text.size() > 40 || text.find_first_of("0123456789") == std::string_view::npos) return false;
    if (is_date_line(text)) return true;
    return is_time_words(text);
  }

  // "12.10 am Ana Reyes" to "Ana Reyes"
  static std::string_view without_time(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      if (!is_time_words(text.substr(0, end))) break;
      text = trim(text.substr(end));
    }
    return text;
  }

  static bool is_time_words(std::string_view text) {
    static const Phrases kWords{"am",  "pm",  "a",   "p",     "m",     "h",   "hr",  "hrs",  "hour",    "hours", "min", "mins",
                                "minute", "minutes", "d", "day", "days", "ago", "at", "last", "updated", "posted", "gmt", "utc",
                                "bst", "cet", "cest", "est", "edt", "et", "cst", "pst", "pdt", "ist", "aest", "s", "uhr", "o", "clock"};
    const std::string folded = fold_words(text);
    std::string word;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
      const char c = i < folded.size() ? folded[i] : ' ';
      const bool letter = c != ' ' && !(c >= '0' && c <= '9');
      if (letter) word += c;
      if (letter || word.empty()) continue;
      if (!kWords.holds(word)) return false;
      word.clear();
    }
    return true;
  }

  // What a piece says of itself.
  void leave_out_each() {
    // The same paragraph twice: pages hold one for small screens and one for large.
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      HtmlPiece& piece = pieces_[i];
      if (piece.post != kNoNode || piece.in_table || piece.role == Role::Byline) continue;
      if (piece.role == Role::Caption || piece.role == Role::Subtitle) keep_[i] = false;
      if (keep_[i] && piece.role == Role::Paragraph && piece.words >= 20 && ends_with_stop(piece.text) &&
          !seen.insert(piece.text).second)
        keep_[i] = false;
      if (piece.text.size() > 700) continue;
      if (is_separator(piece.text)) {
        piece.role = Role::Boilerplate;  // "___" stands between parts of the text
        continue;
      }
      if (is_number_alone(piece.text) || is_short_code(piece.text)) keep_[i] = false;
      else if (is_boilerplate(piece.text) || is_caption(piece.text)) keep_[i] = false;
      else if (is_link(piece.text) && piece.role != Role::Heading) keep_[i] = false;
      if (piece.text.size() < 400 && !title_.empty() && piece.words > 2 && fold_letters(piece.text) == title_)
        keep_[i] = false;
      if (piece.role == Role::Title) piece.role = Role::Heading;
      if (piece.role == Role::Paragraph && piece.words < 40 && is_signature(piece.text)) piece.role = Role::Signature;
    }
  }

  [[nodiscard]] std::size_t first_prose() const {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (keep_[i] && prose_of(pieces_[i]) > 0 && !is_short_lines(pieces_[i].text)) return i;
    }
    return pieces_.size();
  }

  // A title, a byline and a date with no more than line breaks between them, as old pages have them; no line is a sentence.
  static bool is_short_lines(std::string_view text) {
    if (text.size() > 300 || text.find('\n') == std::string_view::npos) return false;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (end - begin > 100 || ends_with_stop(text.substr(begin, end - begin))) return false;
      begin = end + 1;
    }
    return true;
  }

  // Before the first paragraph: dates, bylines, what repeats the title or the description.
  void leave_out_opening() {
    const std::size_t first = first_prose();
    for (std::size_t i = 0; i < first; ++i) {
      if (pieces_[i].text.size() > 200 || pieces_[i].in_table) continue;
      const std::string_view text = pieces_[i].text;
      std::size_t lines = 0;
      std::size_t head = 0;
      bool small = true;  // what is left over is no more than a role or a place: "Staff Writer"
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool belongs = belongs_to_head(text.substr(begin, end - begin));
        head += belongs ? 1U : 0U;
        small = small && (belongs || end - begin <= 30);
        ++lines;
        begin = end + 1;
      }
      if (head == lines || (head >= 2 && small && is_short_lines(text))) keep_[i] = false;
    }
  }

  [[nodiscard]] bool belongs_to_head(std::string_view line) const {
    const std::string folded = fold_letters(line);
    if (is_date_line(line) || is_byline(line) || is_agency(line) || is_kicker(line) || is_entry_time(line) || is_role_line(line) ||
        date_label(line.substr(0, 20)) != DateLabel::None)
      return true;
    if (!folded.empty() && (folded == description_ || folded == title_)) return true;
    const std::string first = fold_letters(byline_.substr(0, byline_.find(';')));
    return !first.empty() && folded.find(first) != std::string::npos && count_words(line) < 12;
  }

  // "Political Correspondents" below the writers' names.
  static bool is_role_line(std::string_view line) {
    return line.size() <= 40 && is_proper_name(line) && byline_words::has_role_word(line);
  }

  // Links that stand alone: after a heading that announces them, or three and more in a row.
  void leave_out_links() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!keep_[i] || pieces_[i].in_table) continue;
      if (opens_links(pieces_[i].text) || announces_links(pieces_[i])) {
        std::size_t end = i + 1;
        while (end < pieces_.size() && (!keep_[end] || (is_link_piece(pieces_[end]) && pieces_[end].post == kNoNode)))
          ++end;
        if (end > i + 1 || pieces_[i].role == Role::Heading || opens_links(pieces_[i].text)) {
          for (std::size_t k = i; k < end; ++k) keep_[k] = false;
        }
        continue;
      }
      if (!is_link_piece(pieces_[i]) || pieces_[i].post != kNoNode || pieces_[i].role == Role::Heading) continue;
      std::size_t end = i;
      std::size_t links = 0;
      while (end < pieces_.size() && (!keep_[end] || (is_link_piece(pieces_[end]) && pieces_[end].post == kNoNode &&
                                                      pieces_[end].role != Role::Heading)))
        links += keep_[end++] ? 1U : 0U;
      // One or two in a list belong to the text around them; a lone line that is all link leads elsewhere.
      if (links >= 3 || pieces_[i].role != Role::ListItem) {
        for (std::size_t k = i; k < end; ++k) keep_[k] = false;
      }
    }
  }

  static bool announces_links(const HtmlPiece& piece) {
    if (piece.words > 8) return false;
    const std::string folded = fold_words(piece.text);
    if (folded == "more" || folded == "also" || folded == "related" ||
        folded.find("latest stories") != std::string::npos || folded.find("top stories") != std::string::npos ||
        folded.find("most read") != std::string::npos)
      return true;
    return folded.starts_with("related ") || folded.starts_with("more from ") || folded.starts_with("read more") ||
           folded.starts_with("dont miss") || folded.starts_with("you may also ") || folded.starts_with("recommended");
  }

  // After the last paragraph: headings that head nothing, what the writer is and does.
  void leave_out_ending() {
    std::size_t looked = 0;
    for (std::size_t i = pieces_.size(); i-- > 0 && looked < 4;) {
      if (!keep_[i]) continue;
      const HtmlPiece& piece = pieces_[i];
      const std::string first = byline_.substr(0, byline_.find(';'));
      if (looked == 0 && piece.role == Role::Heading) {
        keep_[i] = false;
        continue;
      }
      ++looked;
      if (first.size() > 5 && piece.text.size() < 500 && piece.text.starts_with(first) && !may_report(piece.text))
        keep_[i] = false;
    }
  }

  std::vector<HtmlPiece> pieces_;
  std::vector<bool> keep_;
  std::string title_;
  std::string description_;
  std::string byline_;
};

}  // namespace

std::vector<HtmlPiece> select_pieces(std::vector<HtmlPiece> pieces, const BodyHints& hints) {
  return Selector(std::move(pieces), hints).select();
}

}  // namespace onrecord

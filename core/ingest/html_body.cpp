#include "ingest/html_body.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include "ingest/byline.h"
#include "ingest/dateline.h"
#include "ingest/html_rules.h"
#include "ingest/line_kinds.h"
#include "ingest/text_date.h"
#include "text/chars.h"
#include "text/fold.h"

namespace onrecord {
namespace {

std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    words += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return words;
}

// How much running text stands under each node, whatever the node is called: bytes of text nodes long enough to be part
// of a sentence, outside links.
std::vector<std::uint32_t> prose_under(const HtmlDom& page) {
  std::vector<std::uint32_t> prose(page.size(), 0);
  for (NodeId n = page.size(); n-- > 1;) {
    const Node& node = page[n];
    if (node.tag == Tag::Text) {
      const std::string_view text = page.text_of(n);
      const Tag above = page[node.parent].tag;
      if (text.size() >= 60 && above != Tag::Script && above != Tag::A && above != Tag::Noscript &&
          above != Tag::Title && above != Tag::Option)
        prose[n] = static_cast<std::uint32_t>(text.size());
    }
    if (node.tag != Tag::Noscript && node.tag != Tag::Template) prose[node.parent] += prose[n];
  }
  return prose;
}

// Where the walk is: what surrounds the piece at hand.
struct Surroundings {
  NodeId block = kNoNode;
  Tag heading = Tag::Other;  // H1 … H6 when inside one
  bool item = false;
  bool quote = false;
  bool link = false;
  bool caption = false;
  bool preformatted = false;
  bool row = false;      // in a row of a table of data, whose cells make one piece
  bool subtitle = false;
  NodeId post = kNoNode;
};

// How much is left out while cutting.
enum class Cut {
  Article,  // what belongs to the page by tag, role or class
  ByTag,    // what belongs to the page by its tag alone: for pages whose classes mislead
  All      // nothing that is shown
};

class Cutter {
 public:
  explicit Cutter(const HtmlDom& page, Cut cut = Cut::Article)
      : page_(page), cut_(cut), prose_(prose_under(page)), belongs_(page.size()), holds_body_(page.size(), false) {
    for (NodeId n = 0; n < page.size(); ++n)
      belongs_[n] = page[n].tag == Tag::Text ? Belongs::Article : belonging_of(page, n);
    for (NodeId n = page.size(); n-- > 1;) {
      const bool own = (belongs_[n] == Belongs::Body && prose_[n] >= 200) || belongs_[n] == Belongs::Post;
      if (own || holds_body_[n])
        holds_body_[page[n].parent] = holds_body_[page[n].parent] || belongs_[n] != Belongs::Hidden;
    }
  }

  [[nodiscard]] const std::vector<Belongs>& belongs() const { return belongs_; }

  std::vector<HtmlPiece> cut() {
    total_ = prose_[0];
    Surroundings around;
    around.block = 0;
    walk(0, around);
    flush(around);
    return std::move(pieces_);
  }

 private:
  // Whether everything under the node is left out. An element that holds a good part of the page's running text is kept
  // whatever it is called.
  [[nodiscard]] bool left_out(NodeId n, Belongs belongs) const {
    const std::uint64_t held = prose_[n];
    if (cut_ == Cut::All) return belongs == Belongs::Hidden && (held * 2 < total_ || page_[n].tag == Tag::Head);
    if (cut_ == Cut::ByTag && belongs == Belongs::Page) {
      const Tag tag = page_[n].tag;
      return tag != Tag::Div && tag != Tag::Section && tag != Tag::Form && tag != Tag::Article && tag != Tag::Main &&
             tag != Tag::Td && tag != Tag::P && tag != Tag::Span;
    }
    // What holds an element that calls itself the body, or somebody's post, is no navigation, whatever it calls itself.
    if (holds_body_[n] && belongs != Belongs::Hidden && belongs != Belongs::Comments && page_[n].tag != Tag::Nav)
      return false;
    switch (belongs) {
      case Belongs::Article:
      case Belongs::Body:
      case Belongs::Post:
      case Belongs::Caption:
      case Belongs::Subtitle: return false;
      case Belongs::Consent: return held * 10 < total_ * 9ULL;
      case Belongs::Hidden:
        return held * 2 < total_ || page_[n].tag == Tag::Template || page_[n].tag == Tag::Script ||
               page_[n].tag == Tag::Head;
      case Belongs::Comments: return held * 10 < total_ * 7ULL;
      case Belongs::Byline: return held * 5 < total_ && held < 600;
      case Belongs::Page: return held * 5 < total_ * 2ULL;
    }
    return false;
  }

  void walk(NodeId n, Surroundings around) {
    const Node& node = page_[n];
    if (node.tag == Tag::Text) {
      add_text(page_.text_of(n), around);
      return;
    }
    if (node.tag == Tag::Br) {
      add_break(around);
      return;
    }
    const Belongs belongs = belongs_[n];
    if (left_out(n, belongs)) {
      if (is_block(node.tag)) flush(around);
      return;
    }
    const bool cell = node.tag == Tag::Td || node.tag == Tag::Th;
    if (around.row && is_block(node.tag)) {
      space_ = true;
      if (cell && text_.size() > 0 && breaks_ == 0) space_ = true;
    }
    const bool block = is_block(node.tag) && !around.row;
    if (block) flush(around);
    Surroundings inside = around;
    if (block) inside.block = n;
    if (node.tag >= Tag::H1 && node.tag <= Tag::H6) inside.heading = node.tag;
    if (node.tag == Tag::Li || node.tag == Tag::Dd) inside.item = true;
    if (node.tag == Tag::Blockquote) inside.quote = true;
    if (node.tag == Tag::A && page_.has(n, Attr::Href)) inside.link = true;  // <a name> only marks a place
    if (node.tag == Tag::Pre) inside.preformatted = true;
    if (node.tag == Tag::Tr && prose_[n] == 0) inside.row = true;
    if (belongs == Belongs::Subtitle && prose_[n] < 500) inside.subtitle = true;
    if (belongs == Belongs::Caption && prose_[n] * 5ULL < total_) inside.caption = true;
    if (belongs == Belongs::Post) inside.post = n;
    for (NodeId child = node.first_child; child != kNoNode; child = page_[child].next_sibling) walk(child, inside);
    if (block) flush(inside);
  }

  void add_text(std::string_view text, const Surroundings& around) {
    for (std::size_t i = 0; i < text.size();) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 0x80 && !is_space(byte)) {
        // Runs of ASCII are the common case.
        std::size_t end = i + 1;
        while (end < text.size() && static_cast<unsigned char>(text[end]) > 0x20 &&
               static_cast<unsigned char>(text[end]) < 0x80)
          ++end;
        put(text.substr(i, end - i), around);
        i = end;
        continue;
      }
      const Char c = char_at(text, i);
      if (around.preformatted && c.code == U'\n') add_break(around);
      else if (is_space(c.code)) space_ = true;
      else if (c.code != 0xAD) put(text.substr(i, c.size), around);  // soft hyphens are no letters
      i += c.size;
    }
  }

  void put(std::string_view word, const Surroundings& around) {
    if (breaks_ > 0 && !text_.empty()) text_ += '\n';
    else if (space_ && !text_.empty()) text_ += ' ';
    space_ = false;
    breaks_ = 0;
    text_ += word;
    if (around.link) link_bytes_ += static_cast<std::uint32_t>(word.size()) + 1;
  }

  // Two breaks end a paragraph.
  void add_break(const Surroundings& around) {
    space_ = true;
    if (cut_ == Cut::All && !around.row) return flush(around);  // bylines and dates are sought line by line
    if (++breaks_ >= 2 && !around.row && around.post == kNoNode) {
      flush(around);
    }
  }

  void flush(const Surroundings& around) {
    space_ = false;
    breaks_ = 0;
    if (text_.empty()) return;
    HtmlPiece piece;
    piece.node = around.block;
    piece.text = std::move(text_);
    text_.clear();
    piece.words = count_words(piece.text);
    piece.link_bytes = std::min<std::uint32_t>(link_bytes_, static_cast<std::uint32_t>(piece.text.size()));
    link_bytes_ = 0;
    piece.in_table = around.row;
    piece.post = around.post;
    if (around.post != kNoNode) piece.role = Role::Post;
    else if (around.caption) piece.role = Role::Caption;
    else if (around.subtitle) piece.role = Role::Subtitle;
    else if (around.heading == Tag::H1) piece.role = Role::Title;
    else if (around.heading != Tag::Other) piece.role = Role::Heading;
    else if (around.quote) piece.role = Role::BlockQuote;
    else if (around.item) piece.role = Role::ListItem;
    pieces_.push_back(std::move(piece));
  }

  const HtmlDom& page_;
  Cut cut_;
  std::vector<std::uint32_t> prose_;
  std::vector<Belongs> belongs_;
  std::vector<bool> holds_body_;
  std::uint64_t total_ = 0;
  std::vector<HtmlPiece> pieces_;
  std::string text_;
  std::uint32_t link_bytes_ = 0;
  bool space_ = false;
  int breaks_ = 0;
};

// Bytes of running text in a piece: what counts for finding the container.
std::uint32_t prose_of(const HtmlPiece& piece) {
  if (piece.role == Role::Caption || piece.role == Role::Title || piece.role == Role::Heading) return 0;
  const auto size = static_cast<std::uint32_t>(piece.text.size());
  if (piece.link_bytes * 2 > size) return 0;
  if (piece.words < 10 && size < 80) return 0;
  return std::min<std::uint32_t>(size, 1500);
}

// Lists and quotations are parts of an article, never all of it.
bool may_be_container(Tag tag) {
  switch (tag) {
    case Tag::P:
    case Tag::Li:
    case Tag::Ol:
    case Tag::Ul:
    case Tag::Dl:
    case Tag::Blockquote:
    case Tag::Pre:
    case Tag::Figure: return false;
    default: return is_block(tag) || tag == Tag::Other || tag == Tag::Span || tag == Tag::Font;
  }
}

// The smallest element that holds nearly all running text: from the root down, as long as one child has most of it. An
// element that calls itself the body is taken where it holds a fair part.
NodeId find_container(const HtmlDom& page, const std::vector<HtmlPiece>& pieces, const std::vector<Belongs>& belongs) {
  std::vector<std::uint32_t> weight(page.size(), 0);
  for (const HtmlPiece& piece : pieces) weight[piece.node] += prose_of(piece);
  for (NodeId n = page.size(); n-- > 1;) weight[page[n].parent] += weight[n];
  NodeId body = kNoNode;
  for (NodeId n = 0; n < page.size(); ++n) {
    if (belongs[n] == Belongs::Body && (body == kNoNode || weight[n] > weight[body])) body = n;
  }
  if (body != kNoNode && weight[body] * 10ULL >= weight[0] * 3ULL && weight[body] > 200) return body;
  NodeId at = 0;
  for (;;) {
    NodeId best = kNoNode;
    for (NodeId child = page[at].first_child; child != kNoNode; child = page[child].next_sibling) {
      if (best == kNoNode || weight[child] > weight[best]) best = child;
    }
    if (best == kNoNode || weight[best] == 0 || weight[best] * 100ULL < weight[at] * 88ULL ||
        !may_be_container(page[best].tag))
      break;
    at = best;
  }
  return at;
}

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

  // What a piece says of itself.
  void leave_out_each() {
    // The same paragraph twice: pages hold one for small screens and one for large.
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      HtmlPiece& piece = pieces_[i];
      if (piece.post != kNoNode || piece.in_table) continue;
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
    }
  }

  [[nodiscard]] std::size_t first_prose() const {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (keep_[i] && prose_of(pieces_[i]) > 0) return i;
    }
    return pieces_.size();
  }

  // Before the first paragraph: dates, bylines, what repeats the title or the description.
  void leave_out_opening() {
    const std::size_t first = first_prose();
    for (std::size_t i = 0; i < first; ++i) {
      if (pieces_[i].text.size() > 200 || pieces_[i].in_table) continue;
      const std::string_view text = pieces_[i].text;
      bool all = true;
      for (std::size_t begin = 0; begin < text.size() && all;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        all = belongs_to_head(text.substr(begin, end - begin));
        begin = end + 1;
      }
      if (all) keep_[i] = false;
    }
  }

  [[nodiscard]] bool belongs_to_head(std::string_view line) const {
    const std::string folded = fold_letters(line);
    if (is_date_line(line) || is_byline(line) || is_agency(line) || date_label(line.substr(0, 20)) != DateLabel::None)
      return true;
    if (!folded.empty() && (folded == description_ || folded == title_)) return true;
    const std::string first = fold_letters(byline_.substr(0, byline_.find(';')));
    return !first.empty() && folded.find(first) != std::string::npos && count_words(line) < 12;
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

std::vector<HtmlPiece> cut_all_pieces(const HtmlDom& page) { return Cutter(page, Cut::All).cut(); }

namespace {

HtmlBody find_body_by(const HtmlDom& page, const BodyHints& hints, Cut cut) {
  HtmlBody body;
  Cutter cutter(page, cut);
  std::vector<HtmlPiece> pieces = cutter.cut();
  body.container = find_container(page, pieces, cutter.belongs());
  std::vector<bool> inside(page.size(), false);
  for (NodeId n = 0; n < page.size(); ++n) {
    inside[n] = n == body.container || (page[n].parent != kNoNode && inside[page[n].parent]);
  }
  std::erase_if(pieces, [&](const HtmlPiece& piece) { return !inside[piece.node]; });
  body.pieces = Selector(std::move(pieces), hints).select();
  for (const HtmlPiece& piece : body.pieces) body.prose_words += prose_of(piece) > 0 ? piece.words : 0;
  return body;
}

// JSON-LD's articleBody as paragraphs: what is left of an article whose page is empty without its scripts.
HtmlBody body_of_json(std::string_view text) {
  HtmlBody body;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    HtmlPiece piece;
    piece.node = 0;
    piece.text = std::string(line);
    piece.words = count_words(piece.text);
    body.prose_words += prose_of(piece) > 0 ? piece.words : 0;
    body.pieces.push_back(std::move(piece));
  }
  return body;
}

}  // namespace

HtmlBody find_body(const HtmlDom& page, const BodyHints& hints) {
  HtmlBody body = find_body_by(page, hints, Cut::Article);
  if (body.prose_words < 80) {
    HtmlBody by_tag = find_body_by(page, hints, Cut::ByTag);
    if (by_tag.prose_words > 2 * body.prose_words + 20) body = std::move(by_tag);
  }
  if (hints.article_body.size() > 400 && body.prose_words * 2 < count_words(hints.article_body)) {
    HtmlBody stated = body_of_json(hints.article_body);
    if (stated.prose_words > body.prose_words) body = std::move(stated);
  }
  return body;
}

}  // namespace onrecord

#include "ingest/html/body/piece_cutter.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/html/dom/page_words.h"
#include "text/chars.h"

namespace onrecord {
namespace {

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
  bool byline = false;   // of an entry of a live blog
  NodeId post = kNoNode;
  NodeId entry = kNoNode;
};

class Cutter {
 public:
  Cutter(const HtmlDom& page, Cut cut)
      : page_(page), cut_(cut), prose_(prose_under(page)), belongs_(page.size()), holds_body_(page.size(), false) {
    for (NodeId n = 0; n < page.size(); ++n)
      belongs_[n] = page[n].tag == Tag::Text ? Belongs::Article : belonging_of(page, n);
    for (NodeId n = page.size(); n-- > 1;) {
      const bool own = (belongs_[n] == Belongs::Body && prose_[n] >= 200) || belongs_[n] == Belongs::Post;
      if (own || holds_body_[n])
        holds_body_[page[n].parent] = holds_body_[page[n].parent] || belongs_[n] != Belongs::Hidden;
    }
  }

  PageCut cut() {
    total_ = prose_[0];
    Surroundings around;
    around.block = 0;
    walk(0, around);
    flush(around);
    return {std::move(pieces_), std::move(belongs_)};
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
    const bool entry = is_live_entry(page_, n);
    // Each entry calls itself a body; none is the article's alone.
    if (around.entry != kNoNode && belongs_[n] == Belongs::Body) belongs_[n] = Belongs::Article;
    const Belongs belongs = belongs_[n];
    const bool byline = around.entry != kNoNode && belongs == Belongs::Byline;
    if (!byline && left_out(n, belongs)) {
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
    if ((node.tag == Tag::Li || node.tag == Tag::Dd) && !entry) inside.item = true;
    if (node.tag == Tag::Blockquote) inside.quote = true;
    if (node.tag == Tag::A && page_.has(n, Attr::Href)) inside.link = true;  // <a name> only marks a place
    if (node.tag == Tag::Pre) inside.preformatted = true;
    if (node.tag == Tag::Tr && prose_[n] == 0) inside.row = true;
    if (belongs == Belongs::Subtitle && prose_[n] < 500) inside.subtitle = true;
    if (belongs == Belongs::Caption && prose_[n] * 5ULL < total_) inside.caption = true;
    if (belongs == Belongs::Post) inside.post = n;
    if (entry) inside.entry = n;
    if (byline) inside.byline = true;
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
    if (around.byline) byline_bytes_ += word.size() + 1;
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
    const bool byline = byline_bytes_ * 2 > piece.text.size();
    byline_bytes_ = 0;
    piece.in_table = around.row;
    piece.post = around.post;
    piece.entry = around.entry;
    if (around.post != kNoNode) piece.role = Role::Post;
    else if (around.caption) piece.role = Role::Caption;
    else if (byline) piece.role = Role::Byline;
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
  std::size_t byline_bytes_ = 0;
  bool space_ = false;
  int breaks_ = 0;
};

}  // namespace

PageCut cut_page(const HtmlDom& page, Cut cut) { return Cutter(page, cut).cut(); }

std::vector<HtmlPiece> cut_all_pieces(const HtmlDom& page) { return cut_page(page, Cut::All).pieces; }

}  // namespace onrecord

#include "ingest/lines/signed_quotations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/fields/byline.h"
#include "ingest/lines/line_kinds.h"
#include "lexicon/lexicon.h"
#include "text/chars.h"

namespace onrecord {
namespace {

constexpr std::size_t kLongestSignature = 200;  // bytes

struct Marks {
  std::string_view open, close;
};
constexpr std::array<Marks, 4> kMarks = {
    {{"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\"", "\""}, {"\xE2\x80\x98", "\xE2\x80\x99"}, {"\xC2\xAB", "\xC2\xBB"}}};

bool cut_dash(std::string_view& line) {
  for (const std::string_view dash : {"\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\x95", "--", "-", "~"}) {
    if (!line.starts_with(dash)) continue;
    line = trim(line.substr(dash.size()));
    return true;
  }
  return false;
}

// Where the quotation that opens `text` closes for good: behind its only closing mark. 0 where it does not, or where something
// else is quoted after it. An apostrophe closes as a single mark does, so of those the last one counts.
std::size_t end_of_quotation(std::string_view text) {
  if (text.empty() || (text.front() != '"' && static_cast<unsigned char>(text.front()) < 0x80)) return 0;
  for (const Marks& marks : kMarks) {
    if (!text.starts_with(marks.open)) continue;
    const std::size_t last = text.rfind(marks.close);
    if (last == std::string_view::npos || last < marks.open.size() + 8) return 0;
    const bool single = marks.open == "\xE2\x80\x98";
    if (!single && text.find(marks.close, marks.open.size()) != last) return 0;
    if (text.find(marks.open, marks.open.size()) < last) return 0;
    return last + marks.close.size();
  }
  return 0;
}

// A paragraph of a quotation that goes on in the next: opened and not closed.
bool stays_open(std::string_view text) {
  return std::any_of(kMarks.begin(), kMarks.end(), [&](const Marks& marks) {
    return text.starts_with(marks.open) && text.find(marks.close, marks.open.size()) == std::string_view::npos;
  });
}

// "— Ida Holm (@idaholm) March 3, 2019", as embedded posts are signed: whose post it is. Nothing where the line is anything else.
std::optional<std::string_view> find_poster(std::string_view line) {
  line = trim(line);
  if (line.size() > kLongestSignature || !cut_dash(line)) return {};
  const std::size_t handle = line.find(" (@"), close = line.find(')', std::min(handle, line.size()));
  if (handle == std::string_view::npos || handle == 0 || close == std::string_view::npos) return {};
  const std::string_view day = trim(line.substr(close + 1));
  const bool year = day.size() > 4 && std::all_of(day.end() - 4, day.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::string_view first = day.substr(0, day.find(' '));
  const bool dated = year && ((look_up(first).classes & word_class::kMonth) != 0 || (first.front() >= '0' && first.front() <= '9'));
  if (!dated) return {};
  return trim(line.substr(0, handle));
}

bool may_hold_words(Role role) {
  return role == Role::Paragraph || role == Role::BlockQuote || role == Role::Subtitle || role == Role::Heading;
}

bool may_sign(Role role) {
  return role == Role::Paragraph || role == Role::ListItem || role == Role::Signature || role == Role::Byline || role == Role::Heading ||
         role == Role::BlockQuote || role == Role::Caption;
}

// A signature that stood in the block with this index, behind which it belongs.
struct CutOff {
  std::size_t from;
  Span signature;
};

// Makes a post of block `i` where its last words, or the block below, sign it so.
bool mark_post(std::string_view text, std::vector<Block>& blocks, std::size_t i, std::vector<CutOff>& cut_off) {
  const Span whole = blocks[i].source_span;
  const std::string_view words = slice(text, whole);
  std::optional<std::string_view> poster;
  constexpr std::string_view kDash = "\xE2\x80\x94";
  std::size_t dash = words.find(kDash);  // most have none, and from the front that is seen many bytes at a time
  if (dash != std::string_view::npos) dash = words.rfind(kDash);
  if (dash != std::string_view::npos && dash > 0) {
    poster = find_poster(words.substr(dash));
    if (poster) {
      const auto signature = whole.begin + static_cast<std::uint32_t>(dash);
      blocks[i].source_span.end = whole.begin + static_cast<std::uint32_t>(trim(words.substr(0, dash)).size());
      cut_off.push_back({i, {signature, whole.end}});
    }
  } else if (i + 1 < blocks.size() && may_sign(blocks[i + 1].role)) {
    poster = find_poster(slice(text, blocks[i + 1].source_span));
    if (poster) blocks[i + 1].role = Role::Signature;
  }
  if (!poster) return false;
  blocks[i].role = Role::Post;
  blocks[i].author = *poster;
  return true;
}

// All in one go: an article may be made of them.
void put_behind(std::vector<Block>& blocks, const std::vector<CutOff>& cut_off) {
  if (cut_off.empty()) return;
  std::vector<Block> out;
  out.reserve(blocks.size() + cut_off.size());
  auto next = cut_off.begin();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    out.push_back(std::move(blocks[i]));
    if (next != cut_off.end() && next->from == i) out.push_back(Block{Role::Signature, (next++)->signature, {}});
  }
  blocks = std::move(out);
}

}  // namespace

std::optional<std::string_view> find_signer(std::string_view line, bool dash_needed) {
  line = trim(line);
  if (line.size() > kLongestSignature || line.size() < 5) return {};
  const bool dash = cut_dash(line);
  if (!dash && dash_needed) return {};
  // "- Ana Reyes." of a house that ends every line with a stop.
  if (dash && line.ends_with('.') && is_person_name(line.substr(0, line.size() - 1))) line.remove_suffix(1);
  if (line.empty() || may_report(line) || ends_with_stop(line) || line.back() == ':' || line.back() == ',') return {};
  std::string_view name = line;
  for (const std::string_view end : {",", "(", "\n", ";", "|", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " of ", " at ", " from ", " in "})
    name = name.substr(0, name.find(end));
  name = trim(name);
  // "Dr. Peder Holm", "State Senator Ana Reyes": titles stand before the name.
  for (std::size_t begin = 0, end = name.find(' '); end != std::string_view::npos; begin = end + 1, end = name.find(' ', begin)) {
    const bool title = (look_up(name.substr(begin, end - begin)).classes & word_class::kTitle) != 0;
    if (!title || !is_person_name(name.substr(end))) continue;
    name = trim(name.substr(end));
    end = 0;
  }
  if (!is_person_name(name)) return {};
  return name;
}

void mark_signed_quotations(std::string_view text, std::vector<Block>& blocks) {
  std::vector<CutOff> cut_off;
  const bool posts = text.find("(@") != std::string_view::npos;  // none without somebody's handle, see find_poster()
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!may_hold_words(blocks[i].role) || !blocks[i].author.empty()) continue;
    const std::string_view words = slice(text, blocks[i].source_span);
    if (posts && mark_post(text, blocks, i, cut_off)) continue;
    const bool set_off = blocks[i].role == Role::BlockQuote;
    const std::size_t end = end_of_quotation(words);
    if (end == 0 && !set_off) continue;
    const auto sign = [&](std::string_view signer) {
      blocks[i].role = Role::BlockQuote;
      blocks[i].author = signer;
      for (std::size_t k = i; k-- > 0 && may_hold_words(blocks[k].role) && stays_open(slice(text, blocks[k].source_span));) {
        blocks[k].role = Role::BlockQuote;
        blocks[k].author = signer;
      }
    };
    if (end != 0 && end < words.size()) {
      // “…” — Lena Aas, Director
      const std::string_view rest = trim(words.substr(end));
      const auto signer = find_signer(rest, true);
      if (!signer) continue;
      const Span whole = blocks[i].source_span;
      const auto begin = static_cast<std::uint32_t>(rest.data() - text.data());
      blocks[i].source_span.end = whole.begin + static_cast<std::uint32_t>(end);
      cut_off.push_back({i, {begin, whole.end}});
      sign(*signer);
      continue;
    }
    if (i + 1 == blocks.size() || !may_sign(blocks[i + 1].role)) continue;
    const std::string_view below = slice(text, blocks[i + 1].source_span);
    const bool cited = set_off && blocks[i + 1].role == Role::BlockQuote;  // the page's own line under its own quotation
    const auto signer = find_signer(below, !cited);
    if (!signer) continue;
    // The last line of an article, a name and no more or a byline, is its writer's.
    const bool last = i + 2 == blocks.size();
    std::string_view plain = below;
    cut_dash(plain);
    if (last && !set_off && (plain.size() == signer->size() || is_byline(plain))) continue;
    sign(*signer);
    blocks[i + 1].role = Role::Signature;
  }
  put_behind(blocks, cut_off);
}

}  // namespace onrecord

// One article cut up: blocks that may bear speech, their sentences, their tokens, and the quotation marks paired
// over the whole article.
//
//   Document doc;                    // keep it: its memory is reused
//   segment(article, doc);
//   for (const Sentence& s : doc.sentences)
//     for (std::uint32_t t = s.first; t < s.last; ++t) use(doc.tokens.span(t));
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place_index.h"
#include "base/span.h"
#include "ingest/article.h"
#include "segment/tokens.h"

namespace onrecord {

// A quotation mark, or an apostrophe that may be one, in the order of the text.
enum class MarkKind : std::uint8_t {
  StraightDouble,   // "
  OpenDouble,       // “
  CloseDouble,      // ”
  LowDouble,        // „ opens; “ or ” closes it
  OpenAngle,        // «
  CloseAngle,       // »
  TwoApostrophes,   // ''
  TwoGraves,        // ``
  StraightSingle,   // ' at a word's edge
  OpenSingle,       // ‘
  CloseSingle,      // ’ at a word's edge
  LowSingle,        // ‚ glued to the word after it
  OpenSingleAngle,  // ‹
  CloseSingleAngle, // ›
};

struct Mark {
  std::uint32_t token = 0;
  MarkKind kind = MarkKind::StraightDouble;
};

// A stretch between an opening and a closing quotation mark. Token indices; marks included.
struct Quote {
  std::uint32_t open = 0;    // token of the opening mark
  std::uint32_t close = 0;   // token of the closing mark; for an unclosed one the token past the block's last
  std::int32_t outer = -1;   // index of the quote it stands in, -1 at the outermost level
  std::int32_t continues = -1;  // index of the quote in an earlier paragraph that this one goes on from, else -1
  bool closed = true;        // false: runs to the end of its paragraph (the next one opens again, or nobody closed it)
  bool single = false;       // of single marks
};

// A sentence of running text, quotation marks and all: a full stop inside a quote ends no sentence
// unless the quote ends there too. Half-open token range; sentences of a block follow each other without a gap.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;   // index into Document::blocks
  std::int32_t quote = -1;   // of Document::inner: the quote whose inside this is a sentence of
};

// "Reyes (Harbour):" at the beginning of a paragraph, in a talk. Tokens.
struct TurnLabel {
  std::uint32_t first = 0, last = 0;  // who speaks, half open: "Reyes"; empty: none
  std::uint32_t content = 0;          // where the words begin
  [[nodiscard]] bool empty() const { return first >= last; }
};

struct TokenBlock {
  std::uint32_t article_block = 0;  // index into Article::blocks
  Role role = Role::Paragraph;
  std::uint32_t first = 0, last = 0;              // tokens
  std::uint32_t first_sentence = 0, last_sentence = 0;  // of Document::sentences
  TurnLabel label = {};                           // of an interview or a transcript, see turns.h
  bool turn_goes_on = false;                      // a further paragraph of who spoke under the label before
};

// A word that a hyphen parts over a line's end ("com-", then "mittee"), whose token holds the break; a mark that an encoding or a page
// misspelt ("&quot;").
struct BrokenWord {
  std::uint32_t token = 0;
  std::string spelling;
};

struct Document {
  std::string_view text;             // of the article; not owned
  Tokens tokens;
  std::vector<Mark> marks;           // every quotation mark, paired or not
  std::vector<TokenBlock> blocks;    // the blocks with tokens, in order: all but Boilerplate and Link
  std::vector<Sentence> sentences;   // of all blocks, in order
  std::vector<Quote> quotes;         // by opening mark
  std::vector<Sentence> inner;       // sentences inside quotes that hold more than one, or a whole clause
  std::vector<BrokenWord> broken;    // in the order of their tokens
  PlaceIndex by_byte;                // tokens by where they begin

  // A token as it stands in the text; one that a line's end breaks as it would stand unbroken.
  [[nodiscard]] std::string_view words(std::uint32_t token) const {
    if (!broken.empty()) return unbroken(token);
    const std::uint32_t begin = tokens.begin[token];
    return {text.data() + begin, tokens.end[token] - begin};
  }

  // The first token that begins at `byte` or later; their number for none.
  [[nodiscard]] std::uint32_t first_token_from(std::uint32_t byte) const {
    return static_cast<std::uint32_t>(by_byte.first_from(byte, tokens.size(),
                                                         [begins = tokens.begin.data()](std::size_t t) { return begins[t]; }));
  }

 private:
  [[nodiscard]] std::string_view unbroken(std::uint32_t token) const;
};

// Cuts `article` up into `doc`, whose memory is reused; `article` must outlive what is done with `doc`. Tags are left
// unset. Never fails; linear in the text's length.
void segment(const Article& article, Document& doc);

}  // namespace onrecord

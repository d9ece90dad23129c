// A noun phrase as far as its head: what a mention is about, without what hangs behind it; and the name that stands beside one.
//
//   Phrase p = read_phrase(doc, names, first, last);   // "the transport chief of the city": head "chief", end behind it
#pragma once

#include <cstdint>

#include "extract/clause/parsed.h"
#include "resolve/names/names.h"
#include "segment/document.h"

namespace onrecord {

struct Phrase {
  std::uint32_t first = 0, end = 0;  // tokens, half open
  std::uint32_t head = 0;
  std::int32_t name = -1;            // index of the name that is its head, -1: its head is a common noun
  bool possessive_end = false;       // "Reyes's": the mark of the possessive follows and nothing it owns
};

// The phrase that begins at `first`, at most to `last`. Always at least one token long. Linear in its length.
[[nodiscard]] Phrase read_phrase(const Document& doc, const Names& names, std::uint32_t first, std::uint32_t last);

// Where the description that `phrase` begins ends as a reader would print it: prepositional phrases stay, a relative clause or
// an aside does not, unless it is what somebody calls himself ("a woman who called herself his sister").
[[nodiscard]] std::uint32_t description_end(const Document& doc, const Phrase& phrase, std::uint32_t last);

// "the mayor of Calder, Ana Reyes,": the name behind the comma that says who a description is, as an index into names.all(); its size
// for none. The description's head ends at `end`; at most what it is of stands between, and a post before the name. The name is followed by
// a comma, a full stop or, where `verb_may_follow`, a verb. At most a dozen words are looked at.
[[nodiscard]] std::size_t name_in_apposition(const Document& doc, const Names& names, std::uint32_t end, bool verb_may_follow);

// "Majority leader in the assembly | Ana Reyes", "director of operations | Ana Reyes": the post's head in front of "in", "at" or "of" and
// of ordinary words that end at `begin`, at the earliest at `first`; `begin` for none.
[[nodiscard]] std::uint32_t post_at_house(const Document& doc, std::uint32_t first, std::uint32_t begin);

// "Ana Reyes, 29, of Calder", "Ana Reyes (29), of Pier Road, Calder": the name before an age and "of", where the town begins at `town`, as
// an index into names.all(); its size for none. A few tokens are looked back over.
[[nodiscard]] std::size_t name_before_age(const Document& doc, const Names& names, std::uint32_t town);

// "(one baker supporting) Reyes, John Doe of Calder": the name with which the mention really begins, as an index into names.all(); its size
// where the mention is as it should be.
[[nodiscard]] std::size_t name_behind_gerund(const Document& doc, const Names& names, TokenRange mention);

// "Ana Reyes, R-Ill.": the name before a party and a state, which stand at `party`, as an index into names.all(); its size for none.
[[nodiscard]] std::size_t name_before_party(const Document& doc, const Names& names, std::uint32_t party);

// "the UN health | agency": whether what `head` calls is a part of the house whose name ends at `name_end`, told by its field. "The Gull
// news agency" is the Gull itself.
[[nodiscard]] bool is_part_of_house(const Document& doc, std::uint32_t name_end, std::uint32_t head);

}  // namespace onrecord

// Who issues a text that nobody reports: whose "I" and "we" stand outside the quotation marks of a press release, a speech, an open
// letter.
//
//   find_issuer(article)->name == "Paul Grenville"      // "From the desk of Senator Paul Grenville"
#pragma once

#include <optional>
#include <string>

#include "extract/statement.h"
#include "ingest/article.h"

namespace onrecord {

struct Issuer {
  std::string name;  // without title
  SpeakerKind kind = SpeakerKind::Unknown;
};

// Asked of the title and the first and last blocks: a line that names the issuer ("From the desk of …", "Statement by …",
// "Remarks by … at …"), the name under a letter's close, "About …" at a release's end, who "today announced" what the release tells.
// Nothing where none of them is there: a report has a reporter, no issuer. Near miss: a headline about a statement ("Union angry at mayor's
// statement"). Bounded by the size of those blocks.
[[nodiscard]] std::optional<Issuer> find_issuer(const Article& article);

// Who signed the letter in which `byte` stands, of a page of them ("Letters to the editor"): the first line behind it that is a person's
// name, with or without a town. Nothing for other articles. A few dozen blocks are looked at.
[[nodiscard]] std::optional<Issuer> find_signer(const Article& article, std::uint32_t byte);

}  // namespace onrecord

// How a statement's speaker and date were found, in words, as far as the statement tells.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"
#include "segment/document.h"

namespace onrecord {

// Appends the lines about statement `index` of `statements`, those of `article` as Resolver left them: who speaks and by which words
// that is known, when it was said and by which words, to whom and where. The article's text begins at byte `body` of the document's.
void explain_speaker_and_date(const Article& article, const Document& doc, std::uint32_t body, const std::vector<Statement>& statements,
                              std::size_t index, std::string& out);

}  // namespace onrecord

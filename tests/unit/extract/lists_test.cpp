// Lists of what people say: an item of one reads as the sentence behind its bullet does.
#include "catch.h"
#include "onrecord/extract.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

// The statements as "mention|cue|words", joined by spaces.
std::string dump(const std::string& text) {
  static Extractor extractor;
  std::string out;
  const std::string whole = "The hall was full.\n\n" + text;
  Article article = test::paragraphs(whole);
  for (Block& block : article.blocks)
    if (slice(article.text, block.source_span).starts_with("- ")) block.role = Role::ListItem;
  for (const Statement& s : extractor.extract(article)) {
    if (s.within >= 0) continue;
    out += out.empty() ? "" : " ";
    out.append(slice(whole, s.mention)).append("|").append(slice(whole, s.cue)).append("|");
    for (std::size_t i = 0; i < s.content.size(); ++i) out.append(i > 0 ? " … " : "").append(slice(whole, s.content[i]));
  }
  return out;
}

constexpr Row kItems[] = {
    {"said", "- “We lost everything that night,” Ana Reyes said.", "Ana Reyes|said|“We lost everything that night,”"},
    {"a name and its words", "• Ana Reyes: “We lost everything that night.”", "Ana Reyes|:|“We lost everything that night.”"},
    {"a name, its post, a dash", "* Ana Reyes, baker – “We lost everything that night.”",
     "Ana Reyes, baker|–|“We lost everything that night.”"},
    {"signed", "• “We lost everything that night.” – Ana Reyes, baker", "Ana Reyes|–|“We lost everything that night.”"},
    {"items of what was said",
     "Ana Reyes said that:\n\n- the bridge is shut;\n\n- it will open in May.",
     "Ana Reyes|said|the bridge is shut … it will open in May"},
    {"no words", "• Ana Reyes, baker, Calder", ""},
    {"a ship and what it did", "* The ferry “Star” – the oldest of all – left at noon.", ""},
};

}  // namespace

TEST_CASE("items of a list", "[extract]") { test::check(kItems, dump); }

}  // namespace onrecord

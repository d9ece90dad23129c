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
  for (const Statement& s : extractor.extract(test::paragraphs("The hall was full.\n\n" + text))) {
    if (s.within >= 0) continue;
    out += out.empty() ? "" : " ";
    const std::string whole = "The hall was full.\n\n" + text;
    out.append(slice(whole, s.mention)).append("|").append(slice(whole, s.cue)).append("|");
    out.append(slice(whole, s.content.front()));
  }
  return out;
}

constexpr Row kItems[] = {
    {"said", "- “We lost everything that night,” Ana Reyes said.", "Ana Reyes|said|“We lost everything that night,”"},
    {"a name and its words", "• Ana Reyes: “We lost everything that night.”", "Ana Reyes|:|“We lost everything that night.”"},
    {"a name, its post, a dash", "* Ana Reyes, baker – “We lost everything that night.”",
     "Ana Reyes, baker|–|“We lost everything that night.”"},
    {"signed", "• “We lost everything that night.” – Ana Reyes, baker", "Ana Reyes|–|“We lost everything that night.”"},
    {"no words", "• Ana Reyes, baker, Calder", ""},
    {"a ship and what it did", "* The ferry “Star” – the oldest of all – left at noon.", ""},
};

}  // namespace

TEST_CASE("items of a list", "[extract]") { test::check(kItems, dump); }

}  // namespace onrecord

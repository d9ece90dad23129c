#include "extract/explain.h"

#include <algorithm>

#include "catch.h"
#include "extract/plain_words.h"
#include "onrecord/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

struct Read {
  explicit Read(const std::string& text) : article(test::paragraphs(text)) {
    segment(article, doc);
    cascade.read(article, doc);
  }
  // What became of the candidate of rule `id` whose cue's last word is `cue`.
  [[nodiscard]] std::optional<Fate> fate(std::string_view id, std::string_view cue, const Thresholds& thresholds = {}) const {
    const std::vector<Verdict> verdicts = cascade.verdicts(thresholds);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
      const Candidate& c = cascade.candidates()[i];
      if (grammar().construct_name(c.construct) == id && doc.words(c.cue_head) == cue) return verdicts[i].fate;
    }
    return std::nullopt;
  }
  Article article;
  Document doc;
  Cascade cascade;
};

std::string why(const std::string& text, std::string_view published = {}) {
  Extractor extractor;
  GivenMetadata given;
  given.published = published;
  auto article = read_article("example.txt", text + "\n", given);
  REQUIRE(article);
  return extractor.explain(*article, extractor.extract(*article));
}

TEST_CASE("what became of each candidate", "[extract][why]") {
  const Read nested("Tom Adeyemi complained that Ana Reyes had said that the bridge would never open.");
  CHECK(nested.fate("that-clause", "complained") == Fate::Kept);
  CHECK(nested.fate("that-clause", "said") == Fate::Kept);
  CHECK(nested.fate("that-clause", "said", {0.45F, 1}) == Fate::Doubtful);
  CHECK(nested.fate("that-clause", "complained", {1, 1}) == Fate::Unlikely);
  const Read several("“The bridge will not open this year,” Ana Reyes told reporters on Monday.");
  CHECK(several.fate("quote-before", "told") == Fate::Kept);
  CHECK(several.fate("object", "told") != Fate::Kept);
}

TEST_CASE("one verdict for each candidate, kept ones for all statements", "[extract][why]") {
  Read read("“We will appeal,” said Ana Reyes. Tom Adeyemi denied that he had told the council that it leaks. He hopes for rain, and a man "
            "yelled, “Close it down now!” According to the harbour police, it was closed at noon.");
  for (const float least : {0.0F, 0.45F, 0.9F}) {
    const Thresholds thresholds{least, std::max(least, 0.7F)};
    const auto verdicts = read.cascade.verdicts(thresholds);
    REQUIRE(verdicts.size() == read.cascade.candidates().size());
    const auto kept = std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& v) { return v.fate == Fate::Kept; });
    CHECK(static_cast<std::size_t>(kept) == read.cascade.statements(thresholds).size());
  }
}

TEST_CASE("a least confidence keeps what is at least so sure", "[extract][why]") {
  const std::string text =
      "Ana Reyes said that the bridge leaks. Tom Adeyemi hopes for rain. The idea of a tunnel is old. He pointed at the plan.";
  const auto rows = [&](std::optional<float> least) {
    Extractor extractor({least, nullptr});
    return extractor.extract(test::paragraphs(text));
  };
  CHECK(rows(1.0F).empty());
  CHECK(rows(0.0F).size() > rows({}).size());
  for (const float least : {0.05F, 0.3F, 0.6F, 0.9F})
    for (const Statement& s : rows(least)) CHECK(s.confidence >= least - 1e-5F);
}

TEST_CASE("why, in words", "[extract][why]") {
  const std::string text =
      why("“The bridge will not open this year,” Ana Reyes, the transport chief, told reporters on Monday.", "2026-03-04");
  INFO(text);
  const auto says = [&](std::string_view words) { return text.find(words) != std::string::npos; };
  CHECK(says("Ana Reyes [noun group]"));
  CHECK(says("told [verb]"));
  CHECK(says("on Monday [time]"));
  CHECK(says("told: Ana Reyes, the transport chief (beside it, an apposition between)"));
  CHECK(says("by the rule quote-before: A quotation, then who said it and the cue."));
  CHECK(says("kept: statement 1"));
  const std::string two = why("Ana Reyes asked the council about the bridge.", "2026-03-04");
  INFO(two);
  CHECK(two.find("is surer") != std::string::npos);
  CHECK(says("the name stands in “Ana Reyes, the transport chief”"));
  CHECK(says("2026-03-02: “Monday”, in the same sentence; published 2026-03-04"));
}

TEST_CASE("how the speaker and the date were found", "[extract][why]") {
  const std::string later = why("Ana Reyes opened the bridge on Monday.\n\nShe said that it was safe.\n\n“It will last for many years.”\n\n"
                                "An official, who said that it leaks, left. Residents said that it is loud.", "2026-03-04");
  INFO(later);
  CHECK(later.find("“She” stands for the name, given first on line 1") != std::string::npos);
  CHECK(later.find("“Residents” describes somebody whom the article does not name") != std::string::npos);
  CHECK(later.find("stands for the words “An official”") != std::string::npos);
  const std::string undated = why("Ana Reyes said on Monday that the bridge was safe.");
  INFO(undated);
  CHECK(undated.find("no date of publication to count from") != std::string::npos);
}

TEST_CASE("only the sentences asked for, and those in which a rule saw something", "[extract][why]") {
  CHECK(why("The bridge is shut. It is a Monday.") == "");
  Extractor extractor;
  const Article article = test::paragraphs("Ana Reyes said that the bridge leaks. The bridge is shut. Tom Adeyemi said that it is safe.");
  const auto statements = extractor.extract(article);
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(article.text.find(words));
    return extractor.explain(article, statements, Words{{begin, begin + static_cast<std::uint32_t>(words.size())}});
  };
  CHECK(at("it is safe").starts_with("Tom Adeyemi said"));
  CHECK(at("it is safe").find("Ana Reyes said") == std::string::npos);
  CHECK(at("bridge is shut").starts_with("The bridge is shut."));
}

TEST_CASE("evidence in words", "[extract][why]") {
  CHECK(words_for_feature("bias") == "where every candidate begins");
  CHECK(words_for_feature("c.l|that-clause|say") == "that-clause, the cue “say”");
  CHECK(words_for_feature("l.n|say|H") == "the cue “say”, followed by that");
  CHECK(words_for_feature("n|10-19") == "a content of 10-19 words");
  CHECK(words_for_feature("s.h|chief") == "the source's word “chief”");
  CHECK(words_for_feature("s|they") == "the source is “they”");
  CHECK(words_for_feature("s|full-name") == "the source is a full name");
  CHECK(words_for_feature("h|NAME") == "the content's main word a name");
  CHECK(words_for_feature("f.n|relative-aside|H") == "the subject beside it, a relative clause between, followed by that");
  CHECK(words_for_feature("v.gap|V-past|1") == "the verb is in the past, 1 word between source and cue");
  CHECK(words_for_feature("v.gap|N|-") == "the verb is a noun, no source");
  CHECK(words_for_feature("f.q|adjacent|before") == "the subject beside it, a quotation before the cue");
  CHECK(words_for_feature("f.p|none|,") == "the subject nowhere, comma before the cue");
  CHECK(words_for_feature("l.far|tell|1") == "the cue “tell”, 1 group between cue and content");
  CHECK(words_for_feature("title|H") == "in a title, the content opened by that");
  CHECK(words_for_feature("something|new") == "something new");  // a kind it was not told about comes out as it is
  CHECK(words_for_symbol('\'') == "possessive");
  CHECK(words_for_symbol('?') == "something else");
}

}  // namespace
}  // namespace onrecord

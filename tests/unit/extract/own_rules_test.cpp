#include "extract/own_rules.h"

#include "catch.h"
#include "extract/extract.h"
#include "onrecord/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

constexpr const char* kFlagged = R"(construct flagged-as
  intent      What somebody flags as something.
  words       flag
  cue         V
  skip        [NP]
  opens       &[NJ]
  end         phrase
  confidence  0.8
  example     The council flagged the bridge as unsafe. | The council | flagged | as unsafe.
  miss        The council flagged the bridge on Monday.
)";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// The error of a folder's files, as one line.
std::string error(const std::string& constructs, const std::string& words = "") {
  auto read = OwnRules::read({{"desk/constructs.rules", constructs}, {"desk/words.tsv", words}});
  return read ? std::string("read") : read.error().text();
}

// The statements of `text` with these words and constructs, as "mention|cue|words rule".
std::string found(const std::string& text, const std::string& words, const std::string& constructs = "") {
  auto rules = OwnRules::read({{"words.tsv", words}, {"constructs.rules", constructs}});
  if (!rules) return rules.error().text();
  ExtractorOptions options;
  options.rules = *rules;
  Extractor extractor(options);
  const Article article = test::paragraphs(text);
  std::string out;
  for (const Statement& s : extractor.extract(article))
    out += std::string(slice(text, s.mention)) + "|" + std::string(slice(text, s.cue)) + "|" + std::string(slice(text, s.content.front())) +
           " " + s.rule + "\n";
  return out;
}

TEST_CASE("a construct of one's own proposes, with the confidence it states", "[extract][rules]") {
  CHECK(found("Ana Reyes flagged the plan as reckless.", "", kFlagged) == "Ana Reyes|flagged|as reckless flagged-as\n");
  CHECK(found("Ana Reyes flags the plan as reckless.", "", kFlagged) == "Ana Reyes|flags|as reckless flagged-as\n");  // in all its forms
  CHECK(found("Ana Reyes crossed the bridge as a child.", "", kFlagged) == "");                                     // another word
  CHECK(found("Ana Reyes flagged the plan as reckless.", "").find("flagged-as") == std::string::npos);  // without it
  auto rules = OwnRules::read({{"constructs.rules", kFlagged}});
  REQUIRE(rules);
  Cascade cascade(built_in_weights(), (*rules)->grammar());
  const Article article = test::paragraphs("Ana Reyes flagged the plan as reckless.");
  Document doc;
  segment(article, doc);
  cascade.read(article, doc);
  const auto statements = cascade.statements();
  REQUIRE(statements.size() == 1);
  CHECK(std::abs(statements.front().confidence - 0.8F) < 0.001F);
}

TEST_CASE("what the built-in constructs find stays, where no construct of one's own is surer", "[extract][rules]") {
  const std::string text = "Ana Reyes said that the bridge was unsafe. “We will appeal,” Tom Adeyemi said.";
  CHECK(found(text, "", kFlagged) == found(text, ""));
}

TEST_CASE("a word of one's own is used like another, form by form", "[extract][rules]") {
  CHECK(found("Ana Reyes skeeted the bridge was unsafe.", "") == "");
  CHECK(found("Ana Reyes skeeted the bridge was unsafe.", "skeet\ttweet\n") == "Ana Reyes|skeeted|the bridge was unsafe bare-clause\n");
  // a form of a known word stands for itself only where it is none of another
  CHECK(found("Ana Reyes skeeted the bridge was unsafe.", "skeeting\ttweeting\n") == "");
  CHECK(found("Ana Reyes skote the bridge was unsafe.", "skote\ttweeted\n") == "Ana Reyes|skote|the bridge was unsafe bare-clause\n");
  CHECK(found("Ana Reyes crossed the bridge was unsafe.", "skeet\ttweet\n") == "");
}

TEST_CASE("rules of one's own are refused with file, line and remedy", "[extract][rules]") {
  const std::string good = kFlagged;
  CHECK(error(good) == "read");
  CHECK(error("# nothing yet\n") == "read");
  CHECK(error(replaced(good, "confidence  0.8", "confidence  80")).starts_with("desk/constructs.rules:8: \"80\" is no confidence"));
  CHECK(error(replaced(good, "  confidence  0.8\n", "")).starts_with("desk/constructs.rules:1: construct flagged-as says no confidence"));
  CHECK(error(replaced(good, "flagged-as", "that-clause")).find("a built-in construct is called that-clause too") != std::string::npos);
  CHECK(error(replaced(good, "flagged-as", "")).starts_with("desk/constructs.rules:1: a construct needs a name"));
  CHECK(error(good + good).starts_with("desk/constructs.rules:1: two constructs are called flagged-as"));
  CHECK(error("\n" + replaced(good, "  miss        The council flagged the bridge on Monday.\n", ""))
            .starts_with("desk/constructs.rules:2: construct flagged-as needs an example and a miss"));
  CHECK(error(replaced(good, "opens       &[NJ]", "opens       &[NJ")).starts_with("desk/constructs.rules:6: bad pattern"));
  CHECK(error(replaced(good, "The council | flagged | as unsafe", "The council | flagged | unsafe"))
            .starts_with(
                "desk/constructs.rules:1: construct flagged-as does not take its example: it proposes The council | flagged | as unsafe"));
  CHECK(error(replaced(good, "words       flag", "words       brand")).find("does not take its example: it proposes nothing") !=
        std::string::npos);
  CHECK(error(replaced(good, "on Monday", "as open")).find("takes its near miss: it proposes The council | flagged | as open") !=
        std::string::npos);
  CHECK(error("", "skeet tweet\n").starts_with("desk/words.tsv:1: a line needs: word, tab, a word that is used like it"));
  CHECK(error("", "# ours\nskeet\tzzyzx\n").starts_with("desk/words.tsv:2: \"zzyzx\" is in no built-in list"));
  CHECK(error("", "point out\tsay\n").starts_with("desk/words.tsv:1: \"point out\" is more than one word"));
  CHECK(!OwnRules::read({{"desk/cues.txt", "said"}}));
  const auto weights = [](const char* bytes) {
    auto read = OwnRules::read({{"desk/weights.tsv", bytes}});
    return read ? std::string("read") : read.error().text();
  };
  CHECK(weights("bias\t-0.1\ncalibration|slope\t1\n") == "read");
  CHECK(weights("# ours\nbias\tmuch\n").starts_with("desk/weights.tsv:2: a weight needs: name, tab, number"));
  CHECK(weights("bias\t-0.1\n").starts_with("desk/weights.tsv: has no calibration"));
}

TEST_CASE("weights of one's own take the place of the built-in ones", "[extract][rules]") {
  const Article article = test::paragraphs("Ana Reyes said that the bridge was unsafe. Tom Adeyemi criticised the plan.");
  const auto rules_found = [&](const std::string& weights) {
    ExtractorOptions options;
    options.rules = *OwnRules::read({{"weights.tsv", weights}});
    std::string out;
    for (const Statement& s : Extractor(options).extract(article)) out += s.rule + " ";
    return out;
  };
  CHECK(rules_found("calibration|slope\t1\nbias\t-5\nc|that-clause\t9\n") == "that-clause ");
  CHECK(rules_found("calibration|slope\t1\nbias\t-5\nc|object\t9\nl|say\t-9\n") == "object ");
}

TEST_CASE("the fingerprint is that of the bytes", "[extract][rules]") {
  const auto print = [](const std::string& name, const std::string& words) { return (*OwnRules::read({{name, words}}))->fingerprint(); };
  CHECK(print("a/words.tsv", "skeet\ttweet\n") == print("b/words.tsv", "skeet\ttweet\n"));
  CHECK(print("a/words.tsv", "skeet\ttweet\n") != print("a/words.tsv", "skeet\tsay\n"));
  CHECK(own_part("0.1.0+" + print("words.tsv", "skeet\ttweet\n")) == print("words.tsv", "skeet\ttweet\n"));
  CHECK(own_part("0.1.0") == "");
}

}  // namespace
}  // namespace onrecord

// Which cues are looked at, and what becomes of those that are not.
#include "extract/weigh/cue_gate.h"

#include <algorithm>

#include "catch.h"
#include "extract/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

// What the cascade makes of a text.
struct Reading {
  explicit Reading(const char* text, const std::optional<Thresholds>& asked_for = {}, const Weights& weights = built_in_weights())
      : article(test::paragraphs(text)), cascade(weights) {
    segment(article, doc);
    cascade.read(article, doc, asked_for);
  }
  // How the word's candidates came by theirs; none has one where nothing is proposed for it.
  [[nodiscard]] std::string look(std::string_view word) const {
    for (const Candidate& c : cascade.candidates())
      if (doc.words(c.cue_head) == word)
        return c.look == CueLook::None ? "not asked" : c.look == CueLook::Worth ? "worth a look" : "passed over";
    return "nothing";
  }
  Article article;
  Document doc;
  Cascade cascade;
};

struct Row {
  const char *text, *cue, *want;
};

}  // namespace

TEST_CASE("cues that are worth a look", "[extract]") {
  static constexpr Row kRows[] = {
      {"Reyes said the bridge leaks.", "said", "worth a look"},
      {"Reyes left the harbour on Monday with a friend.", "left", "passed over"},
      {"The board denied that the bridge leaks.", "denied", "worth a look"},
      {"The board built the bridge.", "built", "passed over"},
      {"Her claim that the bridge leaks is old.", "claim", "worth a look"},
      {"“The bridge leaks,” said Reyes.", "said", "not asked"},  // a verb of quoting beside a quotation is looked at in any case
      {"Reyes left a bridge “that leaks”.", "left", "passed over"},
      {"REYES: The bridge leaks.", ":", "not asked"},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.text) { CHECK(Reading(row.text).look(row.cue) == row.want); }
}

TEST_CASE("nothing is proposed for a hopeless cue", "[extract]") {
  const char* const text = "Reyes left the harbour on Monday with a friend.";
  CHECK(Reading(text).look("left") == "passed over");               // shown to whoever wants to see everything
  CHECK(Reading(text, Thresholds()).look("left") == "nothing");
  CHECK(Reading(text, Thresholds{0.9F, 0.9F}).look("left") == "nothing");
}

TEST_CASE("what is passed over is told, and is not kept", "[extract]") {
  const Reading reading("Reyes left the harbour on Monday with a friend.");
  const std::vector<Verdict> verdicts = reading.cascade.verdicts();
  CHECK(std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict& v) { return v.fate == Fate::PassedOver; }));
  const std::vector<Verdict> all = reading.cascade.verdicts({0.01F, 0.7F});
  CHECK(std::none_of(all.begin(), all.end(), [](const Verdict& v) { return v.fate == Fate::PassedOver; }));
}

TEST_CASE("weights that know nothing of cues pass nothing over", "[extract]") {
  const Weights none;
  CHECK(Reading("Reyes left the harbour on Monday with a friend.", {}, none).look("left") == "worth a look");
}

}  // namespace onrecord

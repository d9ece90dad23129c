// Where contents end: chosen by evidence among the boundaries between chunks.
#include "extract/weigh/ends.h"

#include "catch.h"
#include "extract/extract.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

// The contents of the outermost statements of `text`, joined by " | ".
std::string contents_of(const std::string& text, const Weights& weights = built_in_weights()) {
  const Article article = test::paragraphs(text);
  Document doc;
  segment(article, doc);
  Cascade cascade(weights);
  cascade.read(article, doc);
  std::string out;
  for (const Statement& s : cascade.statements()) {
    if (s.within >= 0) continue;
    std::string words;
    for (const Span piece : s.content) words += (words.empty() ? "" : " … ") + std::string(slice(doc.text, piece));
    out += (out.empty() ? "" : " | ") + words;
  }
  return out;
}

constexpr Row kEnds[] = {
    {"short of where it was said", "Ana Reyes met the council. Reyes criticized the plan in a letter to the council.", "the plan"},
    {"not short of where the thing is", "Ana Reyes met the council. Reyes criticized the plan in the valley.", "the plan in the valley"},
    {"short of a participle with words of its own", "Ana Reyes said that the bridge leaks, adding that the pier does too.",
     "that the bridge leaks | that the pier does too"},
    {"short of the verb whose subject holds it", "Ana Reyes met the council. Her promise to close the bridge came late.",
     "to close the bridge"},
    {"short of the verb of the group that the cue's clause describes",
     "Ana Reyes met the council. Sailors who say the ferry leaks want it mended now.", "the ferry leaks | it mended now"},
    {"not before its verb", "Ana Reyes met the council. She said the ferry, which leaks, must go.", "the ferry, which leaks, must go"},
    {"over a verb that is its own", "Ana Reyes met the council. She promised that a bridge that leaks will close.",
     "that a bridge that leaks will close"},
    {"over an aside", "Ana Reyes said that the bridge, which leaks, must close.", "that the bridge, which leaks, must close"},
    {"over a clause joined to it", "Ana Reyes said the bridge leaks and the council knows it.",
     "the bridge leaks and the council knows it"},
    {"short of the main clause", "While Ana Reyes said that the bridge leaks, the council met again.", "that the bridge leaks"},
    {"before what somebody else says", "Ana Reyes said that the bridge leaks, while Joe Doe said that it does not.",
     "that the bridge leaks | that it does not"},
    {"before what somebody else does", "Ana Reyes said that the bridge leaks, while the port pays for it.",
     "that the bridge leaks, while the port pays for it"},
    {"before a semicolon", "Ana Reyes said that the bridge, which is old, leaks; the council added that it must close.",
     "that the bridge, which is old, leaks | that it must close"},
    {"of an account", "According to Ana Reyes, the bridge is old, but Joe Doe said that it does not.",
     "the bridge is old | that it does not"},
    {"before what was added", "Ana Reyes said the bridge had leaked for years but added that it was safe.",
     "the bridge had leaked for years | that it was safe"},
    {"with what was declined in it", "Ana Reyes said Joe Doe had promised a bridge but declined to pay.",
     "Joe Doe had promised a bridge but declined to pay"},
    {"before what was asked", "Ana Reyes told the council that the bridge was unsafe and asked whether the port would pay.",
     "that the bridge was unsafe | whether the port would pay"},
    {"before a judgement of it", "Ana Reyes said that the bridge leaks, a claim that Joe Doe has denied.",
     "that the bridge leaks | that Joe Doe has denied"},
    {"before a remark in brackets", "Ana Reyes said that the bridge leaks (the port has closed it).",
     "that the bridge leaks"},
    {"of a noun, before its verb", "The allegation that Reyes took money is false.", "that Reyes took money"},
    {"of a noun, behind a clause with be", "Ana Reyes's claim that sailors are afraid of storms was dismissed.",
     "that sailors are afraid of storms"},
    {"not between a subject and its verb",
     "Ana Reyes insisted that the bridge was old and that the ferry, which sank in March, had been new.",
     "that the bridge was old and that the ferry, which sank in March, had been new"},
    {"of an aside", "Ana Reyes, who said the vote should be held again, left.", "the vote should be held again"},
    {"no fronted clause alone", "When Ana Reyes said that the bridge leaks, the crowd cheered.",
     "that the bridge leaks"},
    {"a fronted clause and another", "When it rains, the bridge is unsafe, Ana Reyes said.",
     "When it rains, the bridge is unsafe"},
    {"an amount", "Ana Reyes said more than 400 homes were flooded.", "more than 400 homes were flooded"},
    {"a number behind a month", "Ana Reyes said that by May, one of the owners had left.",
     "that by May, one of the owners had left"},
    {"of a noun group, before some occasion", "Ana Reyes praised Joe Doe's work on the bridge at a rally on Monday.",
     "Joe Doe's work on the bridge"},
    {"not before what it was described as", "Ana Reyes described the new plan at a meeting in Calder as “a farce.”",
     "the new plan at a meeting in Calder as “a farce.”"},
    {"of a noun group, before a clause of time", "Ana Reyes rejected the plan while the council waited outside.", "the plan"},
    {"a drop", "Ana Reyes expects a fall in prices.", "a fall in prices"},
    {"a time that describes", "Ana Reyes announced a ban on night flights.", "a ban on night flights"},
    {"of who plans, behind an aside", "Ana Reyes, who runs the port, plans to close the road.", "to close the road"},
    {"of an account, behind a name and a role", "According to the port's lawyer, Joe Doe, everyone who works there is safe.",
     "everyone who works there is safe"},
    {"behind after a meeting", "Ana Reyes noted after the meeting that the bridge was old.", "that the bridge was old"},
    {"with a comma at the very end", "Ana Reyes said that the bridge leaks,", "that the bridge leaks"},
    {"of a question with “if” in a fronted clause", "When Ana Reyes asked what he would do if it sank, he left the hall.",
     "what he would do if it sank"},
    {"before what one of them calls it", "Sailors said that the bridge was old, with one calling it a sieve.",
     "that the bridge was old | it a sieve"},
    {"not before what belongs to it", "Ana Reyes said that the bridge was old, with one pier missing.",
     "that the bridge was old, with one pier missing"},
    {"before what was not said", "Ana Reyes said that the bridge was old, but would not say when it would close.",
     "that the bridge was old | when it would close"},
    {"in a relative clause of what stands in front",
     "After a year in the port, where Ana Reyes told her that it was “no place for a voice like that,” she took a boat.",
     "that it was “no place for a voice like that,”"},
    {"behind the time", "By the time the mayor asks whether it leaks, nobody in the hall was there.", "whether it leaks"},
    {"behind no moment", "By the quay the mayor asks whether it leaks, is old or smells.", "whether it leaks, is old or smells"},
};

}  // namespace

TEST_CASE("a content ends where the evidence says", "[extract]") {
  test::check(kEnds, [](const std::string& text) { return contents_of(text); });
}

TEST_CASE("without weights of ends a content ends where its rule says", "[extract]") {
  const Article article = test::paragraphs("Ana Reyes criticized the plan of the council, a letter shows.");
  Document doc;
  segment(article, doc);
  const Weights none;
  Cascade cascade(none);
  cascade.read(article, doc);
  bool found = false;
  for (const Candidate& c : cascade.candidates()) {
    if (c.first < 0 || grammar().construct_name(c.construct) != "object") continue;
    found = true;
    const Parsed& parsed = cascade.sentences()[c.sentence];
    CHECK(c.content.back().last == parsed.chunks.chunks[static_cast<std::size_t>(c.rule_end.chunk) - 1].last);
    EndWeigher ends;
    ends.weigh_with(none);
    const int end = ends.likeliest(
        {doc, parsed, grammar().parts[c.construct], c.cue_chunk, c.first, c.first + 1, c.rule_end, parsed.chunks.size()});
    CHECK(end == c.rule_end.chunk);
  }
  CHECK(found);
}

TEST_CASE("evidence that it stops ends a content, evidence that it goes on does not", "[extract]") {
  const Article article = test::paragraphs("Ana Reyes criticized the plan in the valley by the sea.");
  Document doc;
  segment(article, doc);
  const auto end_with = [&](double before_in, double before_by) {
    const Weights weights =
        Weights::from({{Weights::kEndBias, -4.0}, {feature_key("end.n|in"), before_in}, {feature_key("end.n|by"), before_by}});
    Cascade cascade(weights);
    cascade.read(article, doc);
    for (const Candidate& c : cascade.candidates())
      if (c.first >= 0 && grammar().construct_name(c.construct) == "object")
        return std::string(slice(doc.text, {doc.tokens.begin[c.content.front().first], doc.tokens.end[c.content.back().last - 1]}));
    return std::string();
  };
  CHECK(end_with(9, -9) == "the plan");
  CHECK(end_with(-9, 9) == "the plan in the valley");
  CHECK(end_with(-9, -9) == "the plan in the valley by the sea");
}

}  // namespace onrecord

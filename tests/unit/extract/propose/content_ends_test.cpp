// Where contents end: by their construct's rule, and between which chunks the end is looked for.
#include <algorithm>
#include <span>
#include <string>

#include "catch.h"
#include "extract/extract.h"
#include "extract/propose/content_bounds.h"
#include "extract/propose/content_ends.h"
#include "onrecord/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

struct Row {
  const char* name;
  const char* text;   // a sentence
  const char* cue;    // the last word of a verb group of it
  const char* first;  // the first word of the chunk with which the content begins, behind the cue
  const char* want;   // the words from there to the end that is asked for
};

struct Asked {
  const SentenceView& sentence;
  int cue = 0, first = 0;  // chunks
};

// The words from the content's first chunk to that before which `end` says it ends.
template <typename End>
std::string content_of(const Row& row, End end) {
  const Article article = test::paragraphs(std::string("Ana Reyes met the council of Calder.\n\n") + row.text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  for (const Parsed& parsed : cascade.sentences()) {
    const SentenceView sentence(doc, parsed);
    int cue = -1;
    for (int i = 0; i < sentence.size(); ++i) {
      const Chunk& chunk = sentence.chunk(i);
      if (cue < 0 && doc.words(chunk.last - 1) == row.cue) cue = i;
      if (cue < 0 || i <= cue || doc.words(chunk.first) != row.first) continue;
      const TokenRange words = sentence.tokens(i, end(Asked{sentence, cue, i}));
      return std::string(slice(doc.text, {doc.tokens.begin[words.first], doc.tokens.end[words.last - 1]}));
    }
  }
  return "no such content";
}

template <typename End>
void check(std::span<const Row> rows, End end) {
  for (const Row& row : rows)
    DYNAMIC_SECTION(row.name) { CHECK(content_of(row, end) == row.want); }
}

constexpr Row kPhrases[] = {
    {"to the sentence's end", "Reyes criticised the cost of the bridge.", "criticised", "the", "the cost of the bridge"},
    {"a list", "Reyes criticised the cost, the delay and the noise.", "criticised", "the", "the cost, the delay and the noise"},
    {"a comma that no list goes on behind", "Reyes criticised the cost, the delay and the council left.", "criticised", "the", "the cost"},
    {"a noun behind “and”", "Reyes criticised the cost and the noise.", "criticised", "the", "the cost and the noise"},
    {"a verb behind “and”", "Reyes criticised the cost and left.", "criticised", "the", "the cost"},
    {"a clause behind “and”", "Reyes criticised the cost and Doe left.", "criticised", "the", "the cost"},
    {"a subordinate clause", "Reyes criticised the cost because it grew.", "criticised", "the", "the cost"},
    {"where it was said", "Reyes criticised the cost in an interview.", "criticised", "the", "the cost"},
    {"where it is", "Reyes criticised the cost in the port.", "criticised", "the", "the cost in the port"},
    {"where it was said, before what it was called", "Reyes described the cost in an interview as mad.", "described", "the",
     "the cost in an interview as mad"},
};

constexpr Row kClauses[] = {
    {"to the sentence's end", "Reyes said that it leaks, and Doe crossed it.", "said", "that", "that it leaks, and Doe crossed it"},
    {"a verb of the same subject", "Reyes said that it leaks, but argued that it is old.", "said", "that", "that it leaks"},
    {"a verb of another", "Reyes said that it leaks, but Doe crossed it.", "said", "that", "that it leaks, but Doe crossed it"},
    {"a quotation of another's", "Reyes said that it leaks, and a man yelled, “Stay there!”", "said", "that", "that it leaks"},
    {"in a clause that stands in front", "While Reyes said that it leaks, Doe crossed it.", "said", "that", "that it leaks"},
    {"in brackets", "The bridge (Reyes said that it leaks) is shut.", "said", "that", "that it leaks"},
    {"brackets of its own", "Reyes said that it leaks (in winter) and is old.", "said", "that", "that it leaks (in winter) and is old"},
};

constexpr Row kLimits[] = {
    {"somebody else disagrees", "Reyes says the bridge is old; Doe disagrees.", "says", "the", "the bridge is old"},
    {"a clause behind a quotation in front", "When Reyes says that “it leaks a lot in May” Doe asks why.", "says", "that", "that “it leaks a lot in May”"},
    {"a sum that is called something", "Reyes said the boat cost a million, a sum she called “silly”.", "said", "the",
     "the boat cost a million"},
    {"a sum that was paid", "Reyes said the boat cost a million, a sum he paid.", "said", "the", "the boat cost a million, a sum he paid"},
    {"an aside before a verb of asking", "Reyes said that the sailors, numbering six, demanded money.", "said", "that",
     "that the sailors, numbering six, demanded money"},
    {"a remark in brackets", "Reyes said that it leaks (the council denies it).", "said", "that", "that it leaks"},
    {"what stands in brackets is no clause", "Reyes said that it leaks (in a few places).", "said", "that",
     "that it leaks (in a few places)"},
    {"a remark in brackets is not the last",
     "Reyes said that the port (it is old) leaks.", "said", "that", "that the port (it is old) leaks"},
    {"what the writer calls it", "Reyes said that it leaks, a claim that Doe denied.", "said", "that", "that it leaks"},
    {"what it is", "Reyes said that it leaks, a fault in its design.", "said", "that", "that it leaks, a fault in its design"},
    {"two participles with subjects of their own",
     "With Reyes arguing that it leaks and Doe calling it a sieve, they met.", "arguing", "that",
     "that it leaks"},
    {"what somebody else said", "Reyes said that it leaks, while Doe said it did not.", "said", "that", "that it leaks"},
    {"what somebody else did", "Reyes said that it leaks, while Doe crossed it.", "said", "that", "that it leaks, while Doe crossed it"},
    {"who said so, turned round", "She warned that it leaks, said Reyes.", "warned", "that", "that it leaks"},
    {"the clause it stands in front of", "Asked whether it leaks, Reyes laughed.", "Asked", "whether", "whether it leaks"},
    {"the verb of the cue's group", "Her promise to close the bridge came late.", "promise", "to", "to close the bridge"},
    {"a clause in front of who said what", "Reyes said that when it leaked, Doe said it was old.", "said", "that",
     "that when it leaked, Doe said it was old"},
    {"a clause behind which another said something", "Reyes said that it leaked in May, Doe said it was old.", "said", "that",
     "that it leaked in May"},
    {"a setting of what is praised", "Reyes praised the plan at a rally.", "praised", "the", "the plan"},
    {"a place of what is praised", "Reyes praised the plan at the port.", "praised", "the", "the plan at the port"},
};

constexpr Row kLeast[] = {
    {"a clause has its verb", "Reyes said that the ferry, once a fine ship, must go to Calder.", "said", "that",
     "that the ferry, once a fine ship, must go"},
    {"behind what stands in front of it", "Reyes said that if it leaks, the ferry will go to Calder.", "said", "that",
     "that if it leaks, the ferry will go"},
    {"a noun group is whole at once", "Reyes praised the ferry, which leaks.", "praised", "the", "the ferry"},
};

}  // namespace

TEST_CASE("a noun group ends by its rule", "[extract]") {
  check(kPhrases, [](const Asked& asked) { return ContentEnds(asked.sentence).phrase(asked.first).chunk; });
}

TEST_CASE("a clause ends by its rule", "[extract]") {
  check(kClauses, [](const Asked& asked) { return ContentEnds(asked.sentence).clause(asked.first, asked.cue).chunk; });
}

TEST_CASE("what surely is no part of a content", "[extract]") {
  check(kLimits, [](const Asked& asked) {
    return std::min(ContentBounds(asked.sentence).limit(asked.cue, asked.first), asked.sentence.last_chunk());
  });
}

TEST_CASE("what surely is part of a content", "[extract]") {
  check(kLeast, [](const Asked& asked) {
    return ContentBounds(asked.sentence).least(asked.first, asked.sentence.last_chunk(), false);
  });
}

}  // namespace onrecord

// A sentence as the constructs look at it: its chunks by position, and what several constructs ask of them.
//
// Inner to the folder. Positions are chunks of the sentence, ends exclusive; at() is 0 beyond its edges. Holds nothing but what it looks
// at, which must outlive it, and costs nothing to copy.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/chunk/noun_phrases.h"
#include "extract/clause/parsed.h"
#include "extract/weigh/ends.h"

namespace onrecord {

class SentenceView {
 public:
  SentenceView(const Document& doc, const Parsed& parsed)
      : doc_(doc), parsed_(parsed), s_(parsed.chunks.symbols), last_chunk_(last_end(parsed.chunks)) {}

  [[nodiscard]] std::string_view symbols() const { return s_; }
  [[nodiscard]] int size() const { return static_cast<int>(s_.size()); }
  [[nodiscard]] char at(int i) const { return s_.data()[i]; }  // see Chunks::at
  [[nodiscard]] const Chunk& chunk(int i) const { return parsed_.chunks.chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Word& head(int i) const { return *doc_.tokens.word[chunk(i).head]; }
  [[nodiscard]] std::uint32_t head_id(int i) const { return doc_.tokens.word[chunk(i).first]->id; }  // of the chunk's first word
  [[nodiscard]] const Subject& subject(int i) const { return parsed_.subjects[static_cast<std::size_t>(i)]; }
  [[nodiscard]] TokenRange tokens(int first, int last) const {  // of chunks [first, last)
    if (first >= last) return {};
    return {chunk(first).first, chunk(last - 1).last};
  }
  [[nodiscard]] bool finite(int i) const { return onrecord::finite(at(i)); }
  [[nodiscard]] bool nominal(int i) const { return (at(i) == 'N') | (at(i) == 'P'); }

  // The last chunk (exclusive) of the sentence, its stop left out.
  [[nodiscard]] int last_chunk() const { return last_chunk_; }

  // ---- verbs and clauses

  // No further than this many chunks is the verb of a noun group looked for, or the other way round.
  static constexpr int kNear = 30;

  // Whether the first verb behind the noun group at chunk `noun` is its own.
  [[nodiscard]] bool begins_clause(int noun) const;
  // The first chunk of a later verb group whose subject holds the cue ("those who say it leaks | are few"), the sentence's end
  // when there is none.
  [[nodiscard]] int main_verb_after(int cue, int content) const;
  // "that | despite the rain, people came": whether what stands first in the clause at chunk `start` is not its subject.
  [[nodiscard]] bool opens_with_setting(int start) const {
    return at(start) == 'H' && (at(start + 1) == 'i' || at(start + 1) == 's' || at(start + 1) == 'f');
  }
  // "But the bridge leaks, Reyes said": what ties the sentence to the one before is the writer's, not what was said.
  [[nodiscard]] bool opens_with_but(int start) const { return start == 0 && (at(0) == 'c' || at(0) == 'B') && at(1) != ','; }
  // "The bridge is, said Reyes, a sieve": whether the comma at `comma` breaks a clause off, which then goes on behind the cue.
  [[nodiscard]] bool interrupted(int comma) const { return at(comma) == ',' && at(comma - 1) == 'F'; }
  // The first comma of [first, last), or `last`.
  [[nodiscard]] int first_comma(int first, int last) const;
  // "CALDER, May 4 (Newswire) — | The bridge leaks, Reyes said": the chunk with which the sentence begins behind its dateline; 0 without
  // one.
  [[nodiscard]] int behind_dateline() const;
  // "Described the plan | at a meeting in Calder as “mad”", "| after the vote as a farce": whether the setting at chunk `i` stands before
  // an "as" of the verb's. Near miss: "| at a meeting as the ferry left".
  [[nodiscard]] bool goes_on_with_as(int i) const;
  // "to be drawn", "having been repeatedly told": whether the group at chunk `c` holds a form of "be" before its last verb.
  [[nodiscard]] bool is_passive_group(int c) const;
  // "the first time", "the day", "the moment": whether the time at chunk `c` may go on with a clause that tells which. Near misses: "last
  // time", "on Monday".
  [[nodiscard]] bool names_moment(int c) const;

  // "Said that Doe had met them and | had told them so": whether the verb goes on with the perfect of the one before it.
  [[nodiscard]] bool same_perfect(int v) const;
  // "| with one calling it a sieve": whether the preposition at chunk `i` opens a clause of its own.
  [[nodiscard]] bool with_somebody(int i) const;

  // Whether a word of the chunk is a "not": "did not reply", "never said".
  [[nodiscard]] bool says_not(int c) const;

  // Behind the prepositions and their noun groups that follow from chunk `i` on: "analysts | at the bank in Calder | said".
  [[nodiscard]] int behind_phrases(int i) const;

  // ---- verbs of saying

  // "As Sherlock would say": nobody said it.
  [[nodiscard]] bool hypothetical(int v) const;
  // "quoted Reyes as saying": whom the verb quotes says so, not its subject.
  [[nodiscard]] bool quotes_somebody(int v) const;
  // The "as" of it; 0 where the verb quotes nobody so.
  [[nodiscard]] int as_saying(int v) const;
  // Whether the verb tells how something was worded: said, put (it).
  [[nodiscard]] bool words_it(int v) const;
  // "Concerns | were raised", "fears are | growing": whether the verb at chunk `v` only says that what was said or felt is about.
  [[nodiscard]] bool aired(int v) const;

  // ---- quotations

  // The marks of the Q at `q`, which has a pair of them.
  [[nodiscard]] const Quote& quote_at(int q) const { return doc_.quotes[static_cast<std::size_t>(chunk(q).quote)]; }
  // The mark before the closing one of the Q at `q`.
  [[nodiscard]] char mark_inside(int q) const { return onrecord::mark_inside(doc_, chunk(q)); }
  [[nodiscard]] bool quote_begins_small(int q) const;
  // “was a theft”: a quotation without the subject of its verb.
  [[nodiscard]] bool quote_begins_with_verb(int q) const;
  // "A post titled | “It leaks”": whether the verb tells what stands over something, at the chunk `q`.
  [[nodiscard]] bool heads(int v, int q) const;
  // Whether a verb stands in the quotation at chunk `q`: what is no more than a name or a title has none.
  [[nodiscard]] bool has_verb(int q) const;
  // “clearly militarizing” the port: whether the chunk has the first words of a quotation that the sentence goes on with.
  [[nodiscard]] bool quoted_words(int i) const;
  // The chunk at which the content begins whose last chunk is the quotation `q`: a lead-in belongs to it.
  [[nodiscard]] int lead_in(int q) const;

  // ---- who might say so

  [[nodiscard]] bool names_somebody(int noun) const { return onrecord::names_somebody(doc_, chunk(noun)); }
  [[nodiscard]] bool may_speak(int noun) const { return onrecord::may_speak(doc_, chunk(noun)); }
  // "It was announced that": nobody and nothing in particular.
  [[nodiscard]] bool is_it(const Subject& who) const;
  // Whose noun it is, inside its group: "her | claim", "the mayor's | old claim". Empty where nobody's.
  [[nodiscard]] TokenRange possessor(int c) const;
  // "by | a spokesman for the port | over the delay": who is named from chunk `first` on, short of what was said of them or about what.
  [[nodiscard]] Subject agent(int first) const;
  // By whom a passive at chunk `v` says it was done, who stands right behind it: "was accused | by the head of the port | of neglect".
  [[nodiscard]] Subject agent_of(int v) const;
  // "about", "over": the preposition at chunk `i` says what the words or the feeling before it are about.
  [[nodiscard]] bool is_topic(int i) const;

 protected:
  const Document& doc_;
  const Parsed& parsed_;
  std::string_view s_;  // its symbols

 private:
  int last_chunk_;
};

// The sentences among which one stands: those of its block are [begin, end), and it is number `at`.
struct Surroundings {
  std::span<const Parsed> sentences;
  std::size_t begin = 0, end = 0, at = 0;
  bool title = false;
};

}  // namespace onrecord

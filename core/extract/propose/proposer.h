// What stands behind find_candidates: one look over the sentences of a block, construct by construct.
//
// Inner to the folder. Positions are chunks of the sentence that is being looked at, ends exclusive. Each kind of construct has its file,
// those of verbs candidates.cpp; the ends of contents stand in content_ends.cpp, contents before their clause in gaps.cpp, documents and
// minds as sources in documents.cpp, quotations apart from who said them in set_off_quotations.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/chunk/noun_phrases.h"
#include "extract/rules/grammar.h"
#include "extract/weigh/candidate.h"
#include "extract/weigh/weighing.h"

namespace onrecord {

class Proposer {
 public:
  Proposer(const Document& doc, const Grammar& rules, std::span<const Parsed> sentences, std::size_t begin, std::size_t end, bool title,
           Weighing& weighing, std::vector<Candidate>& out)
      : doc_(doc), rules_(rules), sentences_(sentences), begin_(begin), end_(end), title_(title), weighing_(weighing),
        of_cue_(weighing.of_cue), out_(out), cues_(weighing.cues) {}

  void run();

 private:
  // Finds the chunks that may be cues, and whether a poll is spoken of.
  void find_cues();
  // Whether quotation marks stand in sentence `i`.
  [[nodiscard]] bool quotes_stand_in(std::size_t i) const;
  [[nodiscard]] int size() const { return static_cast<int>(s_.size()); }
  [[nodiscard]] char at(int i) const { return parsed_->chunks.at(i); }
  [[nodiscard]] const Chunk& chunk(int i) const { return parsed_->chunks.chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Word& head(int i) const { return *doc_.tokens.word[chunk(i).head]; }
  [[nodiscard]] const Subject& subject(int i) const { return parsed_->subjects[static_cast<std::size_t>(i)]; }
  [[nodiscard]] TokenRange tokens(int first, int last) const {  // of chunks [first, last)
    if (first >= last) return {};
    return {chunk(first).first, chunk(last - 1).last};
  }
  [[nodiscard]] bool finite(int i) const { return onrecord::finite(at(i)); }
  [[nodiscard]] bool nominal(int i) const { return (at(i) == 'N') | (at(i) == 'P'); }

  // The last chunk (exclusive) of the sentence, its stop left out.
  [[nodiscard]] int last_chunk() const { return last_chunk_; }

  // ---- ends of contents

  // No content is looked for further than this many chunks, so that a sentence of any length costs what its cues cost.
  static constexpr int kFarthest = 400;
  [[nodiscard]] int farthest(int start) const { return std::min(last_chunk(), start + kFarthest); }

  // A verb that opens an attribution of its own after a comma or "and": "said A, but argued B".
  [[nodiscard]] bool sibling(int v, int cue) const;
  // The cue's verb again, with the cue's subject: "said that it leaks | and said that it is old". No sibling is surer.
  [[nodiscard]] bool says_again(int v, int cue) const;
  // "One said it leaks and | another said it does not": whether the group at chunk `noun` does what the cue says.
  [[nodiscard]] bool says_too(int noun, int cue) const;

  // Where `rule` ends a content that begins at chunk `content`.
  [[nodiscard]] RuleEnd end_by_rule(const Construct& rule, int content, int cue) const;

  // The end (exclusive chunk) of a clause content that begins at `start`.
  [[nodiscard]] RuleEnd clause_end(int start, int cue) const;

  // "his “target number”": what is his, not what he was told. (called her “a star”) may be either.
  [[nodiscard]] bool possessed_quotation(int i) const;

  // Whether a statement of its own with a quotation begins behind the comma or "and" at `i`: "Reyes said it leaks, and a man yelled, "Stay
  // there!""; "Reyes said A but added, "B"".
  [[nodiscard]] bool quoting_sibling(int i) const;

  // A list goes on after the comma at `i`: "the cost, the delay and the noise".
  [[nodiscard]] bool list_goes_on(int i) const;
  [[nodiscard]] bool gerund_before(int start, int i) const;

  // The end (exclusive chunk) of a content of noun-phrase kind that begins at `start`.
  [[nodiscard]] RuleEnd phrase_end(int start) const;
  // Begins a piece of content at chunk `first` that the construct's rule ends at `rule_end`. Where that is not sure the
  // piece is left open; the candidate keeps both, for the learner too.
  void begin_content(Candidate& candidate, int first, RuleEnd rule_end) const;
  // The end of an open piece that was weighed last, for the cue at hand.
  struct Ended {
    int first = -1, limit = 0, end = 0;
    std::uint16_t as = 0;
    float chance = 1;
  };
  // Ends an open piece where it most likely does; a piece that begins as the `last` one and ends as its construct does has its end.
  void end_content(Candidate& candidate, Ended& last);
  void end_content(Candidate& candidate, int first, int end) const;
  // The first token of the content.
  [[nodiscard]] std::uint32_t begin_of(const Candidate& candidate) const;
  // Where, behind `first`, another statement surely begins (exclusive chunk): one with a quotation, an "according to", a "said Reyes",
  // the clause that a participle at the sentence's start belongs to.
  [[nodiscard]] bool goes_on_with_as(int i) const;
  [[nodiscard]] int limit_of(int cue, int first) const;
  [[nodiscard]] bool others_say(int i) const;
  [[nodiscard]] int others_end(int first) const;
  [[nodiscard]] bool says_something(int v) const;
  [[nodiscard]] bool goes_on_saying(int i, int cue) const;
  [[nodiscard]] bool opens_with_a(int noun) const;
  [[nodiscard]] bool in_some_setting(int i) const;
  [[nodiscard]] bool tells_when(int i) const;
  [[nodiscard]] bool judges_it(int i) const;
  [[nodiscard]] bool remark_at_end(int open) const;
  // The first chunk (exclusive) at which its content may end: a clause without its verb is none.
  [[nodiscard]] int least_of(const Candidate& candidate) const;
  // "With Reyes arguing that it leaks | and Doe calling it a sieve": whether the participle has a subject of its own behind "with" or
  // "and".
  [[nodiscard]] bool absolute(int v) const;
  [[nodiscard]] bool opens_with_setting(int start) const;
  // Whether the cue stands in a clause or with a participle that opens the sentence before its main clause.
  [[nodiscard]] bool in_fronted_clause(int cue) const;
  // Whether the first verb behind the noun group at chunk `noun` is its own.
  [[nodiscard]] bool begins_clause(int noun) const;
  [[nodiscard]] std::uint32_t head_id(int i) const { return doc_.tokens.word[chunk(i).first]->id; }

  // The end of a quotation content that begins with the Q at `q`.
  [[nodiscard]] RuleEnd quote_end(int q, int cue) const;

  [[nodiscard]] char mark_inside(int q) const { return onrecord::mark_inside(doc_, chunk(q)); }
  [[nodiscard]] bool quote_ends_sentence(int q) const;
  [[nodiscard]] bool quote_begins_small(int q) const;
  // “was a theft”: a quotation without the subject of its verb.
  [[nodiscard]] bool quote_begins_with_verb(int q) const;

  // Whether sentence `i` is nothing but quotations.
  [[nodiscard]] bool only_quotes(std::size_t i) const;

  // Adds the quotations that go on after the content's last piece, in the next sentences or, opened again, the next paragraphs.
  // `introduced`: the sentence ends in a colon, so that a paragraph of its own may follow.
  void go_on(Candidate& candidate, bool introduced = false) const;

  // Whether two thirds of sentence `i` are quotations, one of which opens it, and nobody says so in it: But “it is a
  // sieve in the rain” for us.
  [[nodiscard]] bool mostly_quotes(std::size_t i) const;

  // Whether sentence `i` is all of its paragraph, and one quoted sentence.
  [[nodiscard]] bool quoted_line(std::size_t i) const;

  // Whether the sentence's last quotation is the candidate's and nobody else speaks behind it: ““It cracked,” said
  // Reyes, who drew it.”. What ends in a question is answered by somebody else.
  [[nodiscard]] bool last_to_speak(const Candidate& candidate) const;

  // Whether a sentence of the paragraph that is only a quotation follows what ends its own: Reyes said it leaks. “It is a sieve.”
  [[nodiscard]] bool quotation_follows(const Candidate& candidate) const;

  // Whether the content ends in a quotation that its paragraph leaves open: the next paragraph may open it again.
  [[nodiscard]] bool left_open(const Candidate& candidate) const;

  void set_source(Candidate& candidate, const Subject& who) const;
  void trim_source(TokenRange& source) const;

  [[nodiscard]] Candidate base(std::uint16_t construct, int cue) const;

  // Takes note of a candidate; what becomes of it is settled when all candidates of its cue are known.
  void keep(const Candidate& candidate);
  // Adds the cue's candidates to those found, short of what nobody asks for: contents are ended, which takes longest,
  // only where a candidate may be kept.
  void settle();
  void settle(const Candidate& candidate);

  void verb(int c);

  // ", warns port chief" at a title's end: whatever stands before is what the verb reports, and what stands behind it who says so.
  [[nodiscard]] bool closes_title(int v) const;

  // Calls visit(number, construct, chunk) for each construct of cues of this symbol that opens a content behind chunk `c`.
  template <typename Visit>
  void each_opening(int c, char symbol, Visit visit) {
    const std::string_view right = s_.substr(static_cast<std::size_t>(c) + 1);
    rules_.by_cue[static_cast<unsigned char>(symbol) & 127U].before(at(c + 1), at(c + 2), [&](std::uint16_t construct) {
      const Construct& rule = rules_.constructs[construct];
      const std::size_t skipped = rule.skip.longest(right);
      if (skipped == Pattern::npos || rule.opens.longest(right.substr(skipped)) == Pattern::npos) return;
      visit(construct, rule, c + 1 + static_cast<int>(skipped));
    });
  }
  // The chunk behind the preposition at `i`, or behind "in favor of" and its like.
  [[nodiscard]] int behind_preposition(int i) const;
  // "As Reyes put it": it stands for what was said. Near miss: put it on the table.
  [[nodiscard]] bool words_with_it(int v) const;
  // "took | issue with", "made | the case that", "distanced | himself from": whether the verb says something only with its object.
  // Near misses: "told the council that", "asked the question whether", whose verbs do so without.
  [[nodiscard]] bool makes_a_cue(int object) const;
  // Notes where the candidate's content opens; a preposition that the construct takes goes to the cue. The content's first chunk.
  int open_content(Candidate& candidate, const Construct& rule, int start) const;

  void by_rules(int c);
  void complete(Candidate& candidate, const Construct& rule, int cue, int start);

  [[nodiscard]] bool tells_whom(int cue, int whom) const;
  // Whoever else might be the subject of a verb that has none beside it; unknown when there is nobody.
  [[nodiscard]] bool verb_of_another_clause(int noun) const;
  [[nodiscard]] Subject other_subject(int cue) const;
  static constexpr int kNear = 30;  // chunks

  // The first chunk of a later verb group whose subject holds the cue ("those who say it leaks | are few"), the sentence's end
  // when there is none.
  [[nodiscard]] int main_verb_after(int cue, int content) const;

  // "It seems that", "the plan appears to": nobody is said to think so.
  [[nodiscard]] bool seems(int cue) const;

  // "The deficit is expected to grow": what is expected is that the deficit grows, so the subject belongs to the content.
  void raised(const Candidate& candidate, int cue);

  // A passive names its source with "by", or not at all; a feeling's subject feels it: "was worried that".
  void passive(Candidate& candidate, int cue);

  // By whom a passive at chunk `v` says it was done, who stands right behind it: "was accused | by the head of the port | of neglect".
  [[nodiscard]] Subject agent_of(int v) const;
  // "It was announced that": nobody and nothing in particular.
  [[nodiscard]] bool is_it(const Subject& who) const;

  // "Was condemned as “madness” | by traders": who does so stands behind what is said.
  [[nodiscard]] bool by_agent(const Candidate& passive, int cue);

  void before(int v);
  void inverted(int v);
  // "C," read the letter: a verb whose past looks like its base form.
  void base_form(int v);

  // Content left of `p` (a quotation or the comma after it, or after a clause); `rest` is the first chunk after cue and source.
  [[nodiscard]] bool title_of_maker(int q) const;
  // The chunk with which the sentence begins behind the dateline that opens it; 0 without one.
  [[nodiscard]] int behind_dateline() const;
  void left_content(int v, int p, const Subject& who, bool is_inverted, int rest);

  // "The bridge is, said Reyes, a sieve": whether the comma at `comma` breaks a clause off, which then goes on behind the cue.
  [[nodiscard]] bool interrupted(int comma) const;
  // The first comma of [first, last), or `last`.
  [[nodiscard]] int first_comma(int first, int last) const;

  // "But the bridge leaks, Reyes said": what ties the sentence to the one before is the writer's, not what was said.
  [[nodiscard]] bool opens_with_but(int start) const;

  // Whether what stands before the quotation `q` only tells when the rest was so: "Asked if it was “a sieve,” Reyes
  // said no", "When he called it “a sieve,” Reyes laughed".
  [[nodiscard]] bool only_fronted(int q) const;
  [[nodiscard]] bool only_subordinate(int first, int last) const;

  // Behind whom it was told and when and where, which stands from chunk `i` behind the cue `v`: Reyes told the Post on Monday |.
  [[nodiscard]] int behind_circumstances(int i, int v) const;

  // "“A,” he said, shaking his head, “B.”", "“A,” he said through tears and laughter, “b.”": the comma behind what was done the while, or
  // how, when a quotation follows; else `i`.
  [[nodiscard]] int behind_gesture(int i) const;

  // The chunk at which the content begins whose last chunk is the quotation `q`: a lead-in belongs to it.
  [[nodiscard]] int lead_in(int q) const;

  // "quoted Reyes as saying": whom the verb quotes says so, not its subject.
  [[nodiscard]] bool quotes_somebody(int v) const;

  // Whether the verb tells how something was worded: said, put (it).
  [[nodiscard]] bool words_it(int v) const;

  // "As Sherlock would say": nobody said it.
  [[nodiscard]] bool hypothetical(int v) const;

  // "As Reyes put it, C" and "C, as Reyes said".
  void as_said(int v, int as, const Subject& who);
  // "As reported by the Post, C".
  void as_said_by(int v);

  void noun(int c);
  // What stands between a noun and what it says, as far as chunk `last`: whom it comes from, that it is about.
  struct NounComplement {
    int last = 0;
    Subject from = {};
    bool aired = false;
  };
  [[nodiscard]] NounComplement complement_of(int c) const;
  [[nodiscard]] bool aired(int v) const;
  [[nodiscard]] bool is_topic(int i) const;
  [[nodiscard]] Subject agent(int first) const;
  void from_behind(Candidate& candidate, int c, int content, int end) const;
  // Proposes what the noun `c` says, which opens behind `behind`; whether anything does.
  bool noun_opens(int c, const NounComplement& behind);
  // Whether the noun `c` only tells where a verb says so: "said in a | statement that".
  [[nodiscard]] bool is_where_said(int c) const;

  // "“C” was her answer."
  void answers(int c);
  // Where the verb stands of which the noun `c` is the subject ("her support for the ban | is firm"); the sentence's end when
  // a verb governs the noun instead.
  [[nodiscard]] int predicate_of(int c, int content) const;

  // Whose noun it is, inside its group: "her | claim", "the mayor's | old claim". Empty where nobody's.
  [[nodiscard]] TokenRange possessor(int c) const;
  // Whose noun it is: the possessor inside the group, or the subject of the verb before it, which then is part of the cue.
  void noun_source(Candidate& candidate, int c) const;

  void adjective(int c);

  // An adjective apart from its clause: "Worried that it leaks, Reyes left", "Reyes, wary of the plan, left"; `before`
  // is what stands before it.
  void apart(int c, int before);

  // An adjective behind its noun: "residents angry at the plan".
  void after_noun(int c);

  // Contents that stand before a clause in which their place is empty (gaps.cpp).
  void gap(int v);
  // "The plan was backed by Reyes", "the plan, backed by Reyes".
  void passive_by(int v);
  // What a passive at chunk `v` says that somebody said it to be, behind the source: "as a sieve" at chunk `as`; empty where nothing.
  [[nodiscard]] TokenRange described_as(int v, int as) const;
  // "The plan drew criticism from Reyes": `c` is what it drew.
  void drawn(int c);
  // "The plan that Reyes backed", "the plan Reyes backed".
  void gap_relative(int v);
  // "Whom Reyes blamed for the delay", "what Reyes called a farce".
  void gap_with_rest(int v, TokenRange what);
  // What fills the place of the clause behind chunk `gap`: a relative pronoun, or the noun phrase itself; empty when nothing does.
  [[nodiscard]] TokenRange filler(int gap) const;
  // "Two men who Reyes said were there".
  void gap_clause(int v);

  // "In the poll, C", "to Reyes, C", "in Reyes's words, C": a document or a mind as the place where something is so (documents.cpp).
  void in_document();
  // What is asked of many people, and speaks for them.
  static constexpr std::array<std::string_view, 5> kPolls{"poll", "survey", "study", "census", "polling"};
  [[nodiscard]] static bool is_poll(std::uint32_t lemma);
  // A view, words, eyes: what is so in them is so to somebody.
  [[nodiscard]] static bool is_mind(std::uint32_t lemma);
  // "The bridge, in her view, is a sieve": the aside begins with the preposition at `c`.
  void in_view_aside(int c);
  // "C in the poll."
  void in_document_after();

  // "According to S, C", "C, according to S", "C, according to S, C", where S begins with chunk `source`.
  void according(int c, int source);
  [[nodiscard]] bool is_subject(int gerund) const;
  // "“C,” per the report", "“C,” in the words of Reyes".
  void in_words_of(int c);

  // A transcript's "REYES: Yes." and a headline's "Reyes: bridge will close".
  void label();

  // "Reyes wrote on Friday:" and the quotation in the next paragraph.
  [[nodiscard]] bool says_and_stops(int v) const;
  void introduces(int v);

  // "Reyes gave it another try on Monday: "C"", "According to the Post: "C"", "A NEW BRIDGE – Ana Reyes: "C"": a sentence that a colon
  // ends before a quotation, whatever its verb.
  void colon_quote();

  // "C" – Ana Reyes: a paragraph's quotation signed with a name.
  void credit();

  // A paragraph that is a quotation and nothing else, which no cue before it goes on to: the last speaker still speaks.
  void floating();

  // "Opinion: …", "Video: …": what kind of piece it is, not who speaks.
  [[nodiscard]] static bool kind_of_article(std::uint32_t lemma);

  void labelled(int colon, int named);  // `named`: chunks that say who speaks

  // The colon of a label in capitals ("ANA REYES:") or of an interview ("Q:", "A:") that begins at token `t`, inside an opening mark or
  // not; 0 when there is none.
  [[nodiscard]] std::uint32_t label_colon(std::uint32_t t, std::uint32_t last) const;
  [[nodiscard]] bool names_somebody(std::uint32_t first, std::uint32_t last) const;
  // What such a label's speaker says, as far as the paragraph or the next label.
  void turn(const TurnLabel& label);
  void speech_of(std::uint32_t colon);
  // Whether a paragraph near this one begins with such a label too.
  [[nodiscard]] bool in_transcript() const;

  // "Bridge to close: Reyes", "“We lost it”: families tell of the flood" in a title.
  void headline();
  [[nodiscard]] bool signed_with_dash(int dash) const;
  // "Reyes on the bridge", "Mayor to council": somebody, and what or whom the words are meant for, before a label's colon.
  [[nodiscard]] bool speaks_to(int noun) const;
  // Whether a name, or a noun for somebody or a document, heads the noun group.
  [[nodiscard]] bool may_speak(int noun) const;

  const std::uint32_t in_ = look_up("in").id, on_ = look_up("on").id, say_ = look_up("say").lemma, quote_ = look_up("quote").lemma;
  const Document& doc_;
  const Grammar& rules_;
  std::span<const Parsed> sentences_;
  std::size_t begin_, end_;
  bool title_;
  Weighing& weighing_;
  std::vector<Candidate>& of_cue_;  // what is proposed for the cue at hand
  std::vector<Candidate>& out_;
  std::size_t at_sentence_ = 0;
  const Parsed* parsed_ = nullptr;
  std::string_view s_;
  int last_chunk_ = 0;
  std::vector<int>& cues_;  // of the sentence
  bool polls_ = false;      // a noun of it may be one of kPolls
  CueLook look_ = CueLook::None;  // of the cue at hand
  bool may_quote_ = false;  // quotation marks stand in the sentence, or it may go on in a quotation
};

}  // namespace onrecord

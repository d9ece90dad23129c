#include "extract/propose/documents.h"

#include "extract/propose/other_statements.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

namespace {

bool is_poll(std::uint32_t lemma) {
  static const WordIds polls(kPolls);
  return polls.has(lemma);
}

}  // namespace

bool is_mind(std::uint32_t lemma) {
  static const auto minds = ids_of("view", "mind", "opinion", "word", "eye", "telling");
  return minds.has(lemma);
}

void Documents::before_clause() const {
  static const auto places = ids_of("in", "to", "for", "under", "by");
  static const auto accounts = ids_of("account", "tally", "count", "estimate", "reckoning", "admission");
  if (at(0) != 'i' || !places.has(head_id(0)) || !nominal(1)) return;
  const Word& noun = head(1);
  const bool somebody = at(1) == 'P' || names_somebody(1);
  const bool document = is_poll(noun.lemma) || is_mind(noun.lemma);
  static const std::uint32_t in = look_up("in").id, by = look_up("by").id, to = look_up("to").id;
  static const std::uint32_t other = look_up("other").id, all = look_up("all").id;
  const std::uint32_t first = doc_.tokens.word[chunk(1).first]->id;
  if (first == other || first == all) return;  // in other words, by all accounts
  if (head_id(0) == in ? !document : head_id(0) == by ? !accounts.has(noun.lemma) : !somebody) return;
  if (head_id(0) == to && s_.find(":Q") != std::string_view::npos) return;  // To critics, Reyes has a message: “…”
  const int end = account_end(parsed_.chunks, 1, last_chunk());
  if (at(end) != ',' || end + 1 >= last_chunk()) return;
  for (int i = 2; i < end; ++i) {  // "To its opponents she is, in their words, | “a sieve”": a clause
    const Subject& who = subject(i);
    if (finite(i) && (head(i).classes & kBe) != 0 && who.form == SubjectForm::Adjacent && at(who.first - 1) == 'N') return;
  }
  Candidate candidate = base(BuiltIn::InDocument, 0);
  candidate.opens = end;
  candidate.content.add(tokens(end + 1, last_chunk()));
  candidate.source = tokens(1, end);
  candidate.form = SubjectForm::After;
  // "In her view", "by the mayor's own account", "in the eyes of the mayor": hers, his.
  if (is_mind(noun.lemma) || accounts.has(noun.lemma)) {
    static const std::uint32_t of = look_up("of").id;
    const TokenRange whose = possessor(1);
    if (!whose.empty() || (at(2) == 'i' && head_id(2) == of && end > 3)) {
      candidate.source = whose.empty() ? tokens(3, end) : whose;
      candidate.cue = whose.empty() ? tokens(0, 3) : TokenRange{chunk(1).head, chunk(1).head + 1};
      candidate.companion = chunk(1).head;
    }
  }
  keep(candidate);
}

void Documents::behind_clause() const {
  static const auto places = ids_of("in", "by");
  for (int i = 1; i < last_chunk(); ++i) {
    if (at(i) != 'i' || at(i + 1) != 'N' || !places.has(head_id(i)) || !is_poll(head(i + 1).lemma)) continue;
    bool clause = false;
    int start = i;
    while (start > 0 && at(start - 1) != ';' && at(start - 1) != ':') clause |= finite(--start);
    if (!clause) continue;
    Candidate candidate = base(BuiltIn::InDocumentAfter, i);
    candidate.opens = i;
    candidate.content.add(tokens(start, at(i - 1) == ',' ? i - 1 : i));
    const int end = source_end(doc_, parsed_.chunks, i + 1);
    set_source(candidate, {.form = SubjectForm::After, .first = i + 1, .last = end, .head = i + 1});
    return keep(candidate);
  }
}

void Documents::in_words_of(int c) const {
  static const std::uint32_t per = look_up("per").id, in = look_up("in").id, of = look_up("of").id, to = look_up("to").id;
  if (c > 0 && at(c - 1) != 'Q' && at(c - 1) != ',') return;
  if (doc_.tokens.word[chunk(c).last - 1]->id == per && at(c + 1) == 'N') {  // per, as per
    const char opens = doc_.tokens.tag[chunk(c + 1).first];
    const bool many = doc_.tokens.tag[chunk(c + 1).head] == tag::kNouns;
    const bool papers = many && (head(c + 1).classes & (kDocument | kPeople)) != 0;  // per court records; per person
    const bool police = (doc_.tokens.word[chunk(c + 1).head]->classes & kPeople) != 0;
    if (opens == tag::kName || opens == tag::kNames || opens == tag::kDeterminer || papers || police) according(c, c + 1);
  } else if (c > 0 && head_id(c) == in && at(c + 1) == 'N' && is_mind(head(c + 1).lemma) && at(c + 2) == 'i' && head_id(c + 2) == of) {
    according(c, c + 3);
  } else if ((head_id(c) == in || head_id(c) == to) && at(c + 1) == 'N' && at(c + 2) == ',' && c > 1 && is_mind(head(c + 1).lemma)) {
    in_view_aside(c);
  }
}

void Documents::in_view_aside(int c) const {
  const TokenRange whose = possessor(c + 1);
  if (whose.empty() || at(c - 1) != ',' || at(c + 3) == 'Q' || c + 3 >= last_chunk()) return;
  Candidate candidate = base(BuiltIn::InDocument, c);
  candidate.opens = c + 2;
  candidate.content.add(tokens(opens_with_but(0) ? 1 : 0, c - 1));
  candidate.content.add(tokens(c + 3, last_chunk()));
  candidate.source = whose;
  candidate.form = SubjectForm::After;
  candidate.cue = {chunk(c + 1).head, chunk(c + 1).head + 1};
  candidate.companion = chunk(c + 1).head;
  keep(candidate);
}

// "According to Reyes, | raising fares would be wrong"; "speaking to the council, she left" has a comma before its verb.
bool Documents::is_subject(int gerund) const {
  int i = gerund + 1;
  while (i < last_chunk() && at(i) != ',' && !finite(i)) ++i;
  return finite(i);
}

void Documents::according(int c, int source) const {
  Candidate candidate = base(BuiltIn::According, c);
  candidate.cue.last = chunk(source - 1).last;
  int end = source_end(doc_, parsed_.chunks, source);
  if (end == source) return;
  int before_end = c;
  while (before_end > 0 && at(before_end - 1) == ',') --before_end;
  // At the sentence's start whose account it is goes on as far as the comma or colon, whatever it holds.
  const bool fronted = before_end == 0 || (before_end == 1 && at(0) != 'N' && at(0) != 'Q');
  // "In May, according to the files he kept, | the port sank": so it does behind a phrase that opens the sentence.
  bool phrase = !fronted && at(before_end) == ',' && at(0) == 'i';
  for (int i = 0; i < before_end && phrase; ++i) phrase = !finite(i) && at(i) != 'Q' && at(i) != ';' && at(i) != ':';
  if (fronted || phrase)
    if (const int account = account_end(parsed_.chunks, source, last_chunk()); account > source) end = account;
  if (interrupted(c - 1)) end = first_comma(source, end);
  // "according to merit": what orders things
  static const auto kMeasures = ids_of("merit", "age", "height", "size", "demand", "need", "plan", "schedule", "timetable", "distance",
                                       "rank", "income", "ability", "value", "weight", "taste", "type");
  if (at(source) == 'N' && end == source + 1 && kMeasures.has(head(source).lemma) && possessor(source).empty()) return;
  int named = end;  // "according to the Post on Monday, C"
  while (fronted && named > source + 1 && at(named - 1) == 'T' && at(named - 2) == 'N') --named;
  const Subject who{.form = SubjectForm::After, .first = source, .last = named, .head = source};
  if (!fronted) {  // "according to Reyes on Monday,"
    int comma = end;
    while (at(comma) == 'T' || at(comma) == 'A') ++comma;
    if (at(comma) == ',') end = comma;
  }
  candidate.opens = c;
  const bool words_follow = source != c + 1 && at(end) == ',' && at(end + 1) == 'Q';  // is, in her words, “a sieve”: those words
  const bool behind = before_end > 1 || !fronted;
  if (!words_follow && behind) {
    int start = behind_dateline();
    for (int i = before_end - 1; i > start; --i)
      if (at(i) == ';') {
        start = i + 1;
        break;
      }
    candidate.content.add(tokens(start + (opens_with_but(start) ? 1 : 0), before_end));
  }
  if (words_follow) candidate.content.add(tokens(end + 1, ends_.quotation(end + 1, c).chunk));
  else if (at(end) == ',' && end + 1 < last_chunk() && at(end + 1) != 'W' && (at(end + 1) != 'G' || is_subject(end + 1))) {
    const bool joined = at(end + 1) == 'c' || at(end + 1) == 'B';
    if (!behind || !joined) candidate.content.add(tokens(end + 1, OtherStatements(*this).others_end(end + 1)));
  }
  set_source(candidate, who);
  keep(candidate);
}

}  // namespace onrecord

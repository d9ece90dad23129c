#include "extract/propose/no_comments.h"

#include "lexicon/few_words.h"
#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

namespace {

const std::uint32_t kComment = look_up("comment").lemma, kDraw = look_up("draw").lemma, kConfirm = look_up("confirm").lemma,
                    kDeny = look_up("deny").lemma;

}  // namespace

bool NoComments::find(int c) const {
  static const FewWords refusals{"draw", "confirm", "deny", "decline", "refuse"};
  static const FewWords answers{"respond", "reply", "answer", "return", "reach", "offer"};
  static const FewWords proves{"prove"};
  const std::uint32_t lemma = head(c).lemma;
  if (proves.may_have(lemma) && nobody_reached(c)) return true;
  if (refusals.may_have(lemma) && (would_not_be_drawn(c) || neither_confirms(c) || governs_refusal(c))) return true;
  const bool verb = (at(c) == 'V' || at(c) == 'U') && answers.may_have(lemma);
  if (!verb && at(c) != 'F') return false;  // F: "was unavailable", "had no comment", "has yet to"
  const Subject& who = subject(c);
  if (!who.known() || who.form == SubjectForm::Relative) return false;
  const int content = content_of(c);
  if (content < 0) return false;
  Candidate candidate = base(BuiltIn::NoComment, c);
  candidate.cue.last = chunk(content - 1).last;
  candidate.opens = content - 1;
  candidate.look = CueLook::None;
  candidate.content.add(tokens(content, at(content) == 'I' ? content + 1 : ends_.phrase(content).chunk));
  set_source(candidate, who);
  keep(candidate);
  return true;
}

bool NoComments::would_not_be_drawn(int cue) const {
  static const auto topics = ids_of("on", "about", "over");
  const bool refused = declined(cue) && is_passive_group(cue);  // declined | to be drawn
  if ((at(cue) != 'U' && !refused) || head(cue).lemma != kDraw) return false;
  const Subject& who = subject(cue);
  if (!somebody(who)) return false;
  if (at(cue + 1) != 'i' || !topics.has(head_id(cue + 1))) return false;
  if (!refused && !says_not(cue)) return false;
  Candidate candidate = base(BuiltIn::Refused, cue);
  if (refused) candidate.cue.first = chunk(cue - 1).first;
  candidate.cue.last = chunk(cue + 1).last;
  candidate.opens = cue + 1;
  candidate.look = CueLook::None;
  const bool clause = at(cue + 2) == 'w' || at(cue + 2) == 's' || at(cue + 2) == 'f';
  candidate.content.add(tokens(cue + 2, (clause ? ends_.clause(cue + 2, cue) : ends_.phrase(cue + 2)).chunk));
  set_source(candidate, who);
  keep(candidate);
  return true;
}

bool NoComments::nobody_reached(int v) const {
  static const auto efforts = ids_of("effort", "attempt");
  static const auto reaches = ids_of("reach", "contact");
  static const auto vain = ids_of("abortive", "unsuccessful", "futile", "fruitless");
  if (at(v) != 'V' || !subject(v).known() || at(v + 1) != 'J' || !vain.has(head(v + 1).lemma)) return false;
  const int effort = subject(v).first, reach = effort + 1, whom = effort + 2;
  if (at(effort) != 'N' || !efforts.has(head(effort).lemma) || at(reach) != 'I' || !reaches.has(head(reach).lemma)) return false;
  if (whom >= v || !may_speak(whom)) return false;
  const bool for_comment = whom + 2 < v && at(whom + 1) == 'i' && head(whom + 2).lemma == kComment;
  // "Efforts to reach the crew proved fruitless" tells of a rescue
  const bool one = doc_.tokens.tag[chunk(whom).head] == tag::kName || (head(whom).classes & kTitle) != 0;
  if (!for_comment && !one) return false;
  const int content = for_comment ? whom + 2 : v + 1;
  Candidate candidate = base(BuiltIn::NoComment, v);
  candidate.opens = content - 1;
  candidate.look = CueLook::None;
  candidate.content.add(tokens(content, content + 1));
  candidate.source = tokens(whom, whom + 1);
  candidate.form = SubjectForm::Adjacent;
  keep(candidate);
  return true;
}

bool NoComments::somebody(const Subject& who) const {
  return who.known() && (at(who.head) == 'P' ? !is_it(who) : may_speak(who.head) && (head(who.head).classes & kDocument) == 0);
}

// "Declined | to comment", the infinitive at chunk `to`.
bool NoComments::declined(int to) const { return at(to) == 'I' && at(to - 1) == 'V' && declines(head(to - 1).lemma); }

// "Declined | to be drawn on", "refused | to confirm or deny": told by the verb behind it.
bool NoComments::governs_refusal(int v) const {
  if (!declined(v + 1)) return false;
  const bool drawn = head(v + 1).lemma == kDraw && is_passive_group(v + 1) && at(v + 2) == 'i';
  return drawn || (head(v + 1).lemma == kConfirm && at(v + 2) == 'c' && v + 3 < size() && head(v + 3).lemma == kDeny);
}

bool NoComments::neither_confirms(int c) const {
  static const std::uint32_t neither = look_up("neither").id;
  static const auto joins = ids_of("nor", "or");
  if (c < 2 || head(c).lemma != kDeny || !joins.has(head_id(c - 1)) || head(c - 2).lemma != kConfirm) return false;
  int first = c - 2;  // of the cue
  const bool neither_does = at(first - 1) == 'c' && head_id(first - 1) == neither;
  if (neither_does || declined(first)) --first;
  else if (!says_not(first)) return false;
  if (neither_does && (at(first - 1) == 'U' || at(first - 1) == 'F')) --first;  // would | neither confirm
  const Subject& who = subject(at(first) == 'c' ? c - 2 : first);
  if (!somebody(who) || finite(c + 1)) return false;  // "what they can neither confirm nor deny | was taught"
  static constexpr ClassSet kClause("Hwsf");
  Candidate candidate = base(BuiltIn::Refused, c);
  candidate.cue.first = chunk(first).first;
  candidate.opens = c + 1;
  candidate.look = CueLook::None;
  candidate.content.add(tokens(c + 1, (kClause.has(at(c + 1)) ? ends_.clause(c + 1, c) : ends_.phrase(c + 1)).chunk));
  set_source(candidate, who);
  keep(candidate);
  return true;
}

int NoComments::content_of(int c) const {
  static const auto answers = ids_of("respond", "reply", "answer");
  static const auto says = ids_of("comment", "respond", "reply");
  static const std::uint32_t give_back = look_up("return").lemma, reach = look_up("reach").lemma, offer = look_up("offer").lemma,
                             to = look_up("to").id, available = look_up("available").id, unavailable = look_up("unavailable").id,
                             yet = look_up("yet").id, call = look_up("call").lemma, no = look_up("no").id;
  const std::uint32_t verb = head(c).lemma;
  const bool be = (head(c).classes & kBe) != 0, have = (head(c).classes & kHave) != 0;
  int next = c + 1;
  const auto for_comment = [&](int i) { return at(i) == 'i' && at(i + 1) == 'N' && head(i + 1).lemma == kComment ? i + 1 : -1; };
  if (answers.has(verb) && negated(c)) {  // did not respond | to a request
    if (at(next) == 'i' && head_id(next) == to) ++next;
    return is_request(next) ? next : -1;
  }
  // "did not return | calls"
  if (verb == give_back && negated(c)) return is_request(next) || (at(next) == 'V' && head(next).lemma == call) ? next : -1;
  if (verb == reach && negated(c)) return for_comment(next);                 // could not be reached for | comment
  if (be) {  // was unavailable for | comment
    while (at(next) == 'A') ++next;
    const std::uint32_t word = at(next) == 'J' ? head_id(next) : 0;
    return word == unavailable || (word == available && negated(c)) ? for_comment(next + 1) : -1;
  }
  // had | no comment
  if ((have || verb == offer) && at(next) == 'N' && head(next).lemma == kComment &&
      doc_.tokens.word[chunk(next).first]->id == no)
    return next;
  if (!have) return -1;  // has yet | to comment
  for (std::uint32_t t = chunk(c).last; at(next) == 'A' && t < chunk(next).last; ++t)
    if (doc_.tokens.word[t]->id == yet && at(next + 1) == 'I' && says.has(head(next + 1).lemma)) return next + 1;
  return -1;
}

bool NoComments::negated(int c) const {
  static const auto nobody = ids_of("neither", "no", "nobody", "none");
  if (says_not(c)) return true;
  for (int i = c - 1; i > 0 && at(i) == 'A'; --i)
    if ((head(i).classes & kNegation) != 0) return true;
  for (int i = c + 1; at(i) == 'A'; ++i)  // was | not | available
    if ((head(i).classes & kNegation) != 0) return true;
  return nobody.has(doc_.tokens.word[chunk(subject(c).first).first]->id);
}

// "a request for comment", "calls seeking comment", "several emails", "questions from the Post".
bool NoComments::is_request(int noun) const {
  static const auto requests = ids_of("request", "call", "message", "email", "e-mail", "inquiry", "enquiry", "query", "question", "letter");
  return at(noun) == 'N' && requests.has(head(noun).lemma);
}

}  // namespace onrecord

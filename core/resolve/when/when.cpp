#include "resolve/when/when.h"

#include <algorithm>
#include <string_view>

#include "base/halving.h"
#include "base/word_list.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/speakers/discourse.h"
#include "resolve/when/live_reports.h"
#include "resolve/when/statements_beside.h"

namespace onrecord {
namespace {

using namespace word_class;

constexpr std::uint32_t kReach = 30;       // tokens between cue and time
constexpr int kTimesBack = 16;             // expressions of a paragraph
constexpr std::uint32_t kSpeakerBlocks = 12;
constexpr std::uint32_t kOpening = 6;      // sentences
constexpr std::int64_t kRecent = 3;           // days: what is older is an aside, not what the report is about
constexpr int kRepeats = 8;                // statements of the body that a title may repeat

bool inside(const std::vector<Span>& spans, Span at) {
  return std::any_of(spans.begin(), spans.end(), [at](Span s) { return s.overlaps(at); });
}

// "often said": again and again, so on no one day.
bool is_habit(std::string_view w) {
  static constexpr WordList kWords{
      "often", "usually", "always", "frequently", "repeatedly", "once", "long", "previously"};
  return kWords.has(w);
}

// Whether somebody tells something in it that happened.
bool reports(const Statement& statement) {
  return statement.within < 0 && statement.place == Place::Body && !statement.cue.empty() && statement.act == Act::Statement;
}

// "in an interview": one that was not spoken of before, on a day of its own.
bool is_new(const Document& doc, Span words) {
  const TokenRange range = tokens_under(doc, words);
  if (range.last - range.first < 2) return false;
  const std::string_view article = doc.words(range.first + 1);
  return article == "a" || article == "an";
}

// "told this newspaper", "told me": when the writer asked, which was on a day of its own. Near miss: "told this week's conference".
bool is_writer(const Document& doc, Span addressee) {
  static const auto kWriter = ids_of("me", "us");
  static const auto kUs = ids_of("newspaper", "paper", "newsroom", "reporter", "correspondent", "writer", "columnist", "website", "magazine",
                                 "blog", "column", "outlet", "publication", "podcast", "programme", "program");
  static const std::uint32_t this_ = look_up("this").id;
  const TokenRange range = tokens_under(doc, addressee);
  if (range.empty()) return false;
  const std::uint32_t first = doc.tokens.word[range.first]->id;
  return kWriter.has(first) || (first == this_ && kUs.has(doc.tokens.word[range.last - 1]->id));
}

}  // namespace

bool When::recent(const TimeExpression& time) const {
  return time.date.precision == DatePrecision::Day && today_ - day_number(time.date) <= kRecent;
}

When::Tense When::tense_of(TokenRange cue, std::uint32_t sentence_first) const {
  const Tokens& t = doc_->tokens;
  const auto habit_or_perfect = [&](std::uint32_t k) { return (t.word[k]->classes & kHave) != 0 || is_habit(doc_->words(k)); };
  bool past = false;
  for (std::uint32_t k = cue.first; k < cue.last; ++k) {
    // "might ask", "will say": on no day that was told of; "would not say" was then
    const bool to_come = t.tag[k] == tag::kModal && !doc_->words(k).ends_with('d');
    if (t.tag[k] == tag::kThirdPerson || t.tag[k] == tag::kPresent || to_come || habit_or_perfect(k)) return Tense::Present;
    past |= t.tag[k] == tag::kPast;
  }
  for (std::uint32_t k = cue.first; k > sentence_first && cue.first - k < 3; --k) {
    if (habit_or_perfect(k - 1)) return Tense::Present;
    if (t.tag[k - 1] != tag::kAdverb) break;
  }
  return past ? Tense::Past : Tense::Open;
}

// "endorsed Reyes for mayor on Thursday": a day at the end of what is no clause of its own is that of the saying.
bool When::ends_substance(const Statement& statement, const TimeExpression& time, Span span) const {
  if (statement.rule != "object" && statement.rule != "preposition" && statement.rule != "object-preposition") return false;
  constexpr std::uint32_t kShort = 100;  // bytes
  if (statement.content.front().size() > kShort) return false;
  const Tokens& t = doc_->tokens;
  const bool on = time.tokens.first > 0 &&
                  (doc_->words(time.tokens.first - 1) == "on" || t.tag[time.tokens.first - 1] != tag::kPreposition);
  const bool owns = time.tokens.last < t.size() && t.tag[time.tokens.last] == tag::kPossessive;
  return on && !owns && time.date.precision == DatePrecision::Day && statement.content.size() == 1 &&
         statement.content.back().end == span.end;
}

// "has said", "had complained": on another day than that of the report.
bool When::is_perfect(const Standing& at) const {
  for (std::uint32_t k = at.cue.first; k < at.cue.last; ++k)
    if ((doc_->tokens.word[k]->classes & kHave) != 0) return true;
  return false;
}

bool When::locate(const Statement& statement, Standing& out) const {
  out.cue = tokens_under(*doc_, statement.cue.empty() ? statement.content.front() : statement.cue);
  if (out.cue.empty()) return false;
  const auto& sentences = doc_->sentences;
  const auto at = first_without(sentences, [&](const Sentence& s) { return s.last <= out.cue.first; });
  if (at == sentences.end()) return false;
  out.block = at->block;
  out.sentence = {at->first, at->last};
  out.paragraph = {doc_->blocks[at->block].first, doc_->blocks[at->block].last};
  out.tense = statement.cue.empty() ? Tense::Open : tense_of(out.cue, at->first);
  return true;
}

// "She pointed to Calder, where a ban began in 2007, and said …": whether the verb before the time is that of a relative clause of a
// place or a thing, and the cue stands behind.
bool When::of_relative_clause(const TimeExpression& time, const Standing& at) const {
  static const std::uint32_t where = look_up("where").id, which = look_up("which").id;
  const Tokens& t = doc_->tokens;
  if (time.tokens.first >= at.cue.first) return false;
  std::uint32_t k = time.tokens.first;
  const auto opens = [&](std::uint32_t i) { return t.word[i]->id == where || t.word[i]->id == which; };
  while (k > at.sentence.first && t.tag[k - 1] != tag::kComma && !opens(k)) --k;
  if (k == at.sentence.first || !opens(k)) return false;
  // "a contract which ended in 2021 but, Reyes said, never began": what goes on there is the same clause
  for (std::uint32_t i = time.tokens.last; i < at.cue.first; ++i)
    if (t.tag[i] == tag::kComma && (t.tag[k - 1] == tag::kComma || t.tag[i - 1] == tag::kConjunction)) return true;
  return false;
}

// "The council will hear on Monday from Reyes, whose lawyers say": whether the time is that of a plan, and the cue stands in a relative
// clause behind it.
bool When::planned_in_front(const TimeExpression& time, const Standing& at) const {
  for (std::uint32_t k = time.tokens.last; time.scheduled && k < at.cue.first; ++k)
    if (doc_->tokens.tag[k] == tag::kWhPronoun) return true;
  return false;
}

// "She said it leaked, | citing a report drawn up in 2004": whether the time stands in what a statement beside this one says.
bool When::told_by_another(const std::vector<Statement>& statements, std::size_t number, const TimeExpression& time, Span span) const {
  if (statements[number].within >= 0) return false;
  const auto beside = with_those_beside(statements, number);
  return std::any_of(beside.begin(), beside.end(), [&](const Statement& other) {
    const bool of_text = &other != &statements[number] && other.within < 0 && other.place == Place::Body;
    return of_text && inside(other.content, span) && !ends_substance(other, time, span);
  });
}

// In the sentence of the cue, outside what was said and who said it: the nearest.
std::int32_t When::beside(const std::vector<Statement>& statements, std::size_t number, const Standing& at) const {
  const Statement& statement = statements[number];
  const TokenRange cue = at.cue;
  std::int32_t found = kNone, unknown = kNone;
  std::uint32_t best = kReach;
  const std::uint32_t from = std::max(at.sentence.first, cue.first - std::min(cue.first, kReach));
  const std::uint32_t to = std::min(at.sentence.last, cue.last + kReach);
  auto time = first_without(times_, [from](const TimeExpression& e) { return e.tokens.last <= from; });
  for (; time != times_.end() && time->tokens.first < to; ++time) {
    const Span span = words_of(*time);
    if (inside(statement.content, span) && !ends_substance(statement, *time, span)) continue;
    if (told_by_another(statements, number, *time, span) || of_relative_clause(*time, at) || planned_in_front(*time, at))
      continue;
    if ((time->quoted && statement.within < 0) || statement.mention.contains(span) || is_aside(*time)) continue;
    const std::uint32_t distance =
        time->tokens.first >= cue.last ? time->tokens.first - cue.last : cue.first - std::min(cue.first, time->tokens.last);
    if (time->today && distance > 6) continue;
    if (statement.within >= 0 && distance > 8) continue;
    const auto index = static_cast<std::int32_t>(time - times_.begin());
    if (time->unknown) {
      if (!time->scheduled) unknown = index;
    } else if (distance < best) {
      best = distance, found = index;
    }
  }
  return found >= 0 ? found : unknown;
}

// What the paragraph told of before. A month or a year is there for what was said only where an occasion has it.
std::int32_t When::earlier_in_paragraph(const std::vector<Statement>& statements, std::size_t number, const Standing& at) const {
  auto before =
      first_without(times_, [&](const TimeExpression& e) { return e.tokens.last <= at.sentence.first; });
  for (int steps = 0; steps < kTimesBack && before != times_.begin() && (before - 1)->tokens.first >= at.paragraph.first; ++steps) {
    --before;
    if (before->quoted || before->today || before->after || before->scheduled || before->unknown || is_aside(*before)) continue;
    if (before->date.precision != DatePrecision::Day && !before->occasion) continue;
    if (told_by_another(statements, number, *before, words_of(*before))) continue;
    return static_cast<std::int32_t>(before - times_.begin());
  }
  return kNone;
}

// What the report is about: a day that its first sentences name, of something that happened, and not only in somebody's words ("said that
// the ship left on Monday").
std::int32_t When::find_main(const std::vector<Statement>& statements) const {
  std::uint32_t end = 0, sentences = 0;
  for (const TokenBlock& block : doc_->blocks) {
    if (block.role != Role::Paragraph) continue;
    if (sentences >= kOpening) break;
    sentences += block.last_sentence - block.first_sentence;
    end = block.last;
  }
  std::int32_t main = kNone;
  std::size_t told = 0;  // the statement at or behind the time
  for (std::size_t i = 0; i < times_.size() && times_[i].tokens.first < end; ++i) {
    if (times_[i].quoted || times_[i].scheduled || !recent(times_[i]) || is_aside(times_[i]) || died_then(times_[i])) continue;
    const Span words = words_of(times_[i]);
    while (told < statements.size() && (!reports(statements[told]) || statements[told].content.back().end <= words.begin)) ++told;
    if (told < statements.size() && inside(statements[told].content, words)) continue;
    if (times_[i].unknown) return kNone;
    if (main == kNone || times_[static_cast<std::size_t>(main)].today) main = static_cast<std::int32_t>(i);
    if (!times_[i].today) break;
  }
  return main;
}

// "Officials said … . It rained. The man came in on Saturday.": a day that is not named at once is none of what was told before it.
bool When::named_late(std::int32_t time) const {
  constexpr std::uint32_t kAtOnce = 3;  // sentences
  const std::uint32_t named = times_[static_cast<std::size_t>(time)].tokens.first;
  std::uint32_t before = 0;
  for (const TokenBlock& block : doc_->blocks) {
    if (block.first > named) break;
    for (std::uint32_t s = block.first_sentence; s < block.last_sentence && block.role == Role::Paragraph; ++s)
      before += doc_->sentences[s].last <= named ? 1U : 0U;
  }
  return before >= kAtOnce;
}

// "I should like to know": the writer's own, of the day of writing.
bool When::is_writers_wish(const Statement& statement) const {
  static const auto kWriter = ids_of("i", "we");
  const TokenRange mention = tokens_under(*doc_, statement.mention), cue = tokens_under(*doc_, statement.cue);
  return statement.within < 0 && mention.last == mention.first + 1 && !cue.empty() && kWriter.has(doc_->tokens.word[mention.first]->id) &&
         doc_->tokens.tag[cue.first] == tag::kModal;
}

void When::set(Statement& statement, std::int32_t index) const {
  const TimeExpression& time = times_[static_cast<std::size_t>(index)];
  statement.said_on = format_iso_date(time.date);
  statement.said_on_text = words_of(time);
}

// A title tells of what the same person is quoted with first below it.
void When::date_titles(const std::vector<std::int32_t>& speaker_of, std::vector<Statement>& statements) const {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].place != Place::Title || !statements[i].said_on.empty() || speaker_of[i] < 0) continue;
    int left = kRepeats;
    for (std::size_t k = i + 1; k < statements.size() && left > 0; ++k) {
      if (statements[k].place == Place::Title || statements[k].within >= 0) continue;
      --left;
      if (speaker_of[k] != speaker_of[i]) continue;
      statements[i].said_on = statements[k].said_on;
      statements[i].said_on_text = statements[k].said_on_text;
      break;
    }
  }
}

void When::resolve(const Article& article, const Document& doc, const Places& places, const std::vector<std::int32_t>& speaker_of,
                   std::vector<Statement>& statements) {
  const auto published = parse_iso_date(article.published.value);
  if (!published || published->precision != DatePrecision::Day) return;
  doc_ = &doc;
  today_ = day_number(*published);
  find_times(doc, places, *published, times_);
  std::int32_t most = -1;
  for (const std::int32_t speaker : speaker_of) most = std::max(most, speaker);
  by_speaker_.assign(static_cast<std::size_t>(most + 1), Last{});
  // "CALDER, March 3 -": when the report was filed, of no saying. What follows the place within a few bytes belongs to it.
  constexpr std::uint32_t kBesideDateline = 4;
  if (const Span dateline = article.dateline.source_span; !dateline.empty())
    std::erase_if(times_, [&](const TimeExpression& e) { return doc.tokens.begin[e.tokens.first] < dateline.end + kBesideDateline; });
  const std::int32_t main = find_main(statements);
  const bool late = main >= 0 && named_late(main);
  const bool live = is_live_report(doc);

  std::size_t previous = statements.size();  // the statement before, in the order of the cues; none yet
  std::uint32_t previous_block = 0;
  std::int32_t previous_time = kNone;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    Statement& statement = statements[i];
    Standing at;
    if (!locate(statement, at)) continue;
    const std::int32_t speaker = speaker_of[i];
    const bool continues = at.tense != Tense::Present && !is_writers_wish(statement);
    const bool asked = is_writer(doc, statement.addressee);
    const bool own_occasion = asked || is_new(doc, statement.occasion) || is_new(doc, statement.medium);

    std::int32_t chosen = beside(statements, i, at);
    if (chosen >= 0 && times_[static_cast<std::size_t>(chosen)].unknown) {
      if (speaker >= 0) by_speaker_[static_cast<std::size_t>(speaker)].recent = {chosen, at.block};
      previous = statements.size();
      continue;
    }
    // As just before in the paragraph.
    if (chosen < 0 && continues && previous < statements.size() && previous_block == at.block && speaker >= 0 &&
        speaker_of[previous] == speaker && !(previous_time >= 0 && of_relative_clause(times_[static_cast<std::size_t>(previous_time)], at)))
      chosen = previous_time;
    if (chosen < 0 && continues && !asked && statement.within < 0) chosen = earlier_in_paragraph(statements, i, at);
    if (chosen < 0 && live && !is_perfect(at)) {
      statement.said_on = article.published.value;
      continue;
    }
    // As the same speaker before; "was arrested in April. When they came, he told them": of long ago the paragraph behind tells, too.
    bool of_long_ago = false;
    if (chosen < 0 && continues && !own_occasion && speaker >= 0) {
      const Last& last = by_speaker_[static_cast<std::size_t>(speaker)];
      const bool goes_on = last.recent.time >= 0 && at.block - last.recent.block <= kSpeakerBlocks;
      if (goes_on) chosen = last.recent.time;
      if (last.long_ago.time >= 0 && last.long_ago.block == at.block && (last.recent.block != at.block || last.long_ago.time > chosen))
        chosen = last.long_ago.time;
      const TokenRange mention = tokens_under(doc, statement.mention);
      const bool pronoun = !mention.empty() && doc.tokens.tag[mention.first] == tag::kPronoun;
      of_long_ago = pronoun && last.recent.time < 0 && last.long_ago.time >= 0 && at.block - last.long_ago.block <= 1;
      if (chosen >= 0 && times_[static_cast<std::size_t>(chosen)].unknown) continue;
    }
    // As the report.
    const bool spoken = is_turn(statement);
    const bool told_of = at.tense == Tense::Past || (spoken && main >= 0 && times_[static_cast<std::size_t>(main)].occasion);
    const bool before_main = late && times_[static_cast<std::size_t>(main)].tokens.first >= at.cue.last;
    if (chosen < 0 && main >= 0 && !before_main && !own_occasion && !of_long_ago && told_of && statement.act != Act::Attitude &&
        statement.act != Act::NoComment && statement.place == Place::Body)
      chosen = main;
    if (chosen >= 0) {
      set(statement, chosen);
      if (speaker >= 0) {
        Last& last = by_speaker_[static_cast<std::size_t>(speaker)];
        (recent(times_[static_cast<std::size_t>(chosen)]) ? last.recent : last.long_ago) = {chosen, at.block};
      }
    }
    if (statement.within < 0) {
      previous = i;
      previous_block = at.block;
      previous_time = chosen;
    }
  }
  date_titles(speaker_of, statements);
}

}  // namespace onrecord

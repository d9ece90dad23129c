// Who is in mind after a sentence: its subject, who speaks in it, named or not.
#include <algorithm>

#include "base/halving.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/names/phrases.h"
#include "resolve/speakers/discourse.h"
#include "text/ascii.h"

namespace onrecord {

using namespace word_class;
namespace hint = name_hint;

// Names in the subject of a finite verb; subjects that are a description of one person.
void Discourse::mark_subjects(const Document& doc, const Cascade& cascade, Names& names, const Entities& entities) {
  described_.clear();
  std::size_t at = 0;
  std::vector<Name>& all = names.all();
  std::uint32_t sentence = 0;
  for (const Parsed& parsed : cascade.sentences()) {
    if (parsed.sentence.quote >= 0) break;
    while (sentence + 1 < doc.sentences.size() && doc.sentences[sentence].last <= parsed.sentence.first) ++sentence;
    while (at < all.size() && all[at].last <= parsed.sentence.first) ++at;
    mark_opening(doc, parsed.sentence, at, names, entities);
    int done = -1;
    for (const std::int32_t verb : parsed.chunks.verbs) {  // nothing else has a subject
      const Subject& subject = parsed.subjects[static_cast<std::size_t>(verb)];
      if (!subject.known() || subject.first == done) continue;
      if (subject.form == SubjectForm::Carried || subject.form == SubjectForm::Participle || subject.form == SubjectForm::Infinitive ||
          subject.form == SubjectForm::NounParticiple || subject.form == SubjectForm::Relative)
        continue;
      // "Reyes, whose son is ill, left": the verb of the clause between came first.
      const bool again = subject.first < done;
      done = std::max(done, static_cast<int>(subject.first));
      if (parsed.chunks.symbols[static_cast<std::size_t>(subject.first)] != 'N') continue;
      if (mark_named_subject(doc, parsed, subject, names, entities)) continue;
      // "The mother, who …, left", not "the mother, he said, left"
      const std::uint32_t comma = parsed.chunks.chunks[static_cast<std::size_t>(subject.head)].last;
      const bool clause = comma + 1 < parsed.sentence.last && doc.tokens.tag[comma] == tag::kComma &&
                          (doc.tokens.tag[comma + 1] == tag::kWhPronoun || doc.words(comma + 1) == "whose");
      if (again && !clause) continue;
      const std::size_t before = described_.size();
      mark_described_subject(doc, parsed, subject, sentence, names, entities);
      if (again && described_.size() > before) put_in_order();
    }
  }
}

// "The mother, whose son is ill, left": moves the described subject that was added last to where it stands.
void Discourse::put_in_order() {
  constexpr std::ptrdiff_t kMost = 8;  // others of a sentence that is not endless
  const Ref ref = described_.back();
  described_.pop_back();
  auto at = described_.end();
  while (at != described_.begin() && (at - 1)->token >= ref.token) {
    --at;
    if (at->token == ref.token || described_.end() - at > kMost) return;
  }
  described_.insert(at, ref);
}

// Whoever opens the sentence, or ends it as one that is turned round does; `at` is the first name in it.
void Discourse::mark_opening(const Document& doc, const Sentence& sentence, std::size_t at, Names& names, const Entities& entities) {
  std::vector<Name>& all = names.all();
  // A name that stands alone opens what is said of it: "3. Ana Reyes."
  if (at < all.size() && all[at].first < sentence.last && sentence.last - all[at].last <= 1 &&
      all[at].before - std::min(all[at].before, sentence.first) <= 2)
    all[at].hints |= hint::kSubject;
  // "Reyes, though she …, said": what opens a sentence and is set off is what it is about.
  if (at < all.size() && all[at].before <= sentence.first + 1 && all[at].last + 1 < sentence.last &&
      doc.tokens.tag[all[at].last] == tag::kComma && entities.at(all[at].entity).is_person())
    all[at].hints |= hint::kSubject;
  if (const std::size_t i = turned_round(doc, sentence, names); i < all.size()) all[i].hints |= hint::kSubject;
}

// The names in a subject; whether one of them is its head.
bool Discourse::mark_named_subject(const Document& doc, const Parsed& parsed, const Subject& subject, Names& names,
                                   const Entities& entities) {
  std::vector<Name>& all = names.all();
  const Chunk& chunk = parsed.chunks.chunks[static_cast<std::size_t>(subject.first)];
  // "Ana Reyes, 29, of Calder, Maryshire, says": not the town.
  if (const std::size_t i = name_before_age(doc, names, chunk.first); i < all.size() && entities.at(all[i].entity).is_person()) {
    all[i].hints |= hint::kSubject;
    return true;
  }
  bool named = false;
  // A cursor of its own: a sentence may be endless.
  for (std::size_t i = names.first_from(chunk.first); i < all.size() && all[i].first < chunk.last; ++i) {
    if (all[i].last <= chunk.first) continue;
    const bool head = all[i].last >= chunk.last && !all[i].has(hint::kPossessive);
    all[i].hints |= head ? hint::kSubject : hint::kTopic;
    named |= head;
  }
  // "Minister of State for Tidal Power Ana Reyes left", "Member of Parliament Ana Reyes, who was late, left": whoever has the post.
  constexpr int kNames = 3;
  const std::uint32_t end = parsed.chunks.chunks[static_cast<std::size_t>(subject.last - 1)].last;
  std::size_t i = names.first_from(chunk.last);
  for (int left = kNames; !named && left > 0 && i < all.size() && all[i].last <= end; ++i, --left) {
    const bool whole = all[i].last == end || doc.tokens.tag[all[i].last] == tag::kComma;
    if (!whole || !entities.at(all[i].entity).is_person()) continue;
    // "director of operations Ana Reyes"
    if (post_at_house(doc, chunk.first, all[i].before) < all[i].before && all[i].has(hint::kGiven)) {
      all[i].hints |= hint::kSubject;
      return true;
    }
    if (all[i].before >= all[i].first || all[i].before <= chunk.last) continue;
    const Bits post = doc.tokens.word[all[i].first - 1]->classes;
    if ((post & kCommonWord) == 0 || (post & (kPerson | kTitle | kPeople)) != 0) continue;
    all[i].hints |= hint::kSubject;
    return true;
  }
  return named;
}

// A subject that is a description of one person, or names that one besides.
void Discourse::mark_described_subject(const Document& doc, const Parsed& parsed, const Subject& subject, std::uint32_t sentence,
                                       Names& names, const Entities& entities) {
  std::vector<Name>& all = names.all();
  const Chunk& chunk = parsed.chunks.chunks[static_cast<std::size_t>(subject.first)];
  const Phrase phrase = read_phrase(doc, names, chunk.first, chunk.last);
  const Word& word = *doc.tokens.word[phrase.head];
  if (phrase.name >= 0) return;
  // "their spokesman, Ana Reyes, said", "his opposite number, Ana Reyes, left": the name is the subject.
  if (const std::size_t i = name_in_apposition(doc, names, phrase.end, true);
      i < all.size() && entities.at(all[i].entity).is_person()) {
    all[i].hints |= hint::kSubject;
    return;
  }
  if ((word.classes & (kPerson | kTitle | kMalePerson | kFemalePerson)) == 0 || (word.classes & (kPeople | kDocument)) != 0) return;
  const char head_tag = doc.tokens.tag[phrase.head];  // "The Prime Minister left"
  if (head_tag != tag::kNoun && !(head_tag == tag::kName && (word.classes & kTitle) != 0 && phrase.head > chunk.first)) return;
  // "Ana Reyes, executive director of the Trust, said": so is the one before.
  if (chunk.first > parsed.sentence.first + 1 && doc.tokens.tag[chunk.first - 1] == tag::kComma) {
    const std::size_t i = names.first_from(chunk.first - 2);
    if (i < all.size() && all[i].last == chunk.first - 1 && entities.at(all[i].entity).is_person()) {
      all[i].hints |= hint::kSubject;
      return;
    }
  }
  Ref ref{.entity = described_by(phrase.head),
          .token = phrase.head,
          .sentence = sentence,
          .hints = hint::kSubject,
          .description = {},
          .gender = Gender::Unknown};
  const Chunk& last = parsed.chunks.chunks[static_cast<std::size_t>(subject.last - 1)];
  const bool definite = doc.words(chunk.first).size() == 3;  // the, The, his, her
  const std::int32_t holder = definite ? entities.find_holder(chunk.first, phrase.head) : -1;
  if (holder >= 0) ref.entity = holder;
  else ref.description = {chunk.first, description_end(doc, phrase, std::max(last.last, phrase.end))};
  ref.epithet = holder < 0 && is_epithet(doc, ref.description);
  if ((word.classes & kMalePerson) != 0) ref.gender = Gender::Male;
  if ((word.classes & kFemalePerson) != 0) ref.gender = Gender::Female;
  static const std::uint32_t himself = look_up("himself").id, herself = look_up("herself").id;
  const std::uint32_t self = phrase.end < doc.tokens.size() ? doc.tokens.word[phrase.end]->id : 0;  // the midfielder himself
  if (self == himself || self == herself) ref.gender = self == himself ? Gender::Male : Gender::Female;
  described_.push_back(ref);
}

// "Among those leaving was | old Ana Reyes.": the name with which a sentence ends that opens with a preposition, behind its "was";
// all.size() for none.
std::size_t Discourse::turned_round(const Document& doc, const Sentence& sentence, const Names& names) {
  const std::vector<Name>& all = names.all();
  const Tokens& t = doc.tokens;
  if (sentence.last < sentence.first + 5 || t.tag[sentence.first] != tag::kPreposition) return all.size();
  const std::size_t i = names.first_from(sentence.last - 2);
  if (i >= all.size() || all[i].last != sentence.last - 1 || all[i].before <= sentence.first + 1) return all.size();
  std::uint32_t k = all[i].before;
  while (k > sentence.first + 1 && (t.tag[k - 1] == tag::kAdjective || t.tag[k - 1] == tag::kDeterminer)) --k;
  return (t.word[k - 1]->classes & kBe) != 0 ? i : all.size();
}

// "She came with Ana Reyes, | who said": the name beside the pronoun, all.size() for none.
std::size_t Discourse::speaks_in_relative(const Document& doc, TokenRange mention, const Names& names) {
  static const std::uint32_t who = look_up("who").id;
  const std::vector<Name>& all = names.all();
  const std::uint32_t t = mention.first;
  if (mention.last != t + 1 || t < 2 || doc.tokens.word[t]->id != who) return all.size();
  const std::uint32_t end = doc.tokens.tag[t - 1] == tag::kComma ? t - 1 : t;
  const std::size_t i = names.first_from(end - 1);
  return i < all.size() && all[i].last == end ? i : all.size();
}

// The name that the words of a mention are of, which then begin with it where other names, or a description, stand in front; all.size() for
// none.
std::size_t Discourse::named_in(const Document& doc, TokenRange& mention, const Names& names, const Entities& entities) {
  const std::vector<Name>& all = names.all();
  const auto begin_with = [&](std::size_t name) {
    mention.first = all[name].before;
    return name;
  };
  std::size_t i = name_before_age(doc, names, mention.first);
  if (i == all.size()) i = name_behind_gerund(doc, names, mention);
  if (i == all.size()) i = speaks_in_relative(doc, mention, names);
  if (i == all.size()) i = names.first_from(mention.first);
  else begin_with(i);
  // "Trust surgeon and study chief Ana Reyes": whose the post is stands in front.
  if (i < all.size() && !entities.at(all[i].entity).is_person()) {
    const std::size_t last = names.first_from(mention.last - 1);
    if (last > i && last < all.size() && all[last].last == mention.last && entities.at(all[last].entity).is_person() &&
        all[last].size() > 1)
      i = begin_with(last);
    // "Trust analyst Ana Reyes, who left, said"
    else if (i + 1 < all.size() && all[i + 1].before <= all[i].last + 1 && all[i + 1].size() > 1 &&
             entities.at(all[i + 1].entity).is_person())
      i = begin_with(i + 1);
  }
  // "a charity of the town, the Harbour Trust, said": the name in apposition.
  if (i < all.size() && all[i].before >= mention.first + 3) {
    const std::size_t last = names.first_from(mention.last - 1);
    if (last < all.size() && all[last].last == mention.last && all[last].before > mention.first &&
        (doc.tokens.tag[all[last].before - 1] == tag::kComma ||
         (all[last].before > 1 && doc.tokens.tag[all[last].before - 1] == tag::kDeterminer &&
          doc.tokens.tag[all[last].before - 2] == tag::kComma)))
      i = begin_with(last);
  }
  // "one patient, retired bus driver Ana Reyes, 71, said", "Doe's lawyer, advocate Ana Reyes, said"
  if (i < all.size() && (all[i].before >= mention.first + 3 || all[i].has(hint::kPossessive))) {
    const std::size_t own = name_in_apposition(doc, names, read_phrase(doc, names, mention.first, mention.last).end, true);
    if (own < all.size() && all[own].last <= mention.last && entities.at(all[own].entity).is_person())
      i = begin_with(own);
  }
  return i;
}

// Who speaks is in mind afterwards; of "Reyes asked Doe whether it leaks" the one who was asked, who will answer.
void Discourse::mark_speakers(const Document& doc, const std::vector<Statement>& statements, Names& names, const Entities& entities) {
  static const std::uint32_t ask = look_up("ask").id;
  std::vector<Name>& all = names.all();
  for (const Statement& statement : statements) {
    if (statement.within >= 0) continue;
    TokenRange range = tokens_under(doc, statement.mention);
    if (range.empty()) continue;
    const TokenRange cue = tokens_under(doc, statement.cue);
    const bool asks = !cue.empty() && doc.tokens.tag[cue.last - 1] == tag::kPast && doc.tokens.word[cue.last - 1]->lemma == ask;
    const std::size_t asked = asks ? names.first_from(cue.last) : all.size();
    const bool answers = asked < all.size() && all[asked].before == cue.last && cue.last != range.first &&
                         entities.at(all[asked].entity).is_person();
    if (answers) all[asked].hints |= hint::kSpeaks | hint::kSubject;
    const std::size_t i = named_in(doc, range, names, entities);
    if (!answers) mark_unnamed_speaker(doc, range, names);
    if (i == all.size() || all[i].before >= range.first + 3 || all[i].first >= range.last || all[i].has(hint::kPossessive)) continue;
    if (asks && !answers) all[i].hints |= hint::kAsks;
    all[i].hints |= answers ? static_cast<std::uint32_t>(hint::kSubject) : hint::kSpeaks | hint::kSubject;
  }
}

// "the singer": words that stand for somebody named before.
bool Discourse::is_epithet(const Document& doc, TokenRange words) {
  static const std::uint32_t the = look_up("the").id;
  static const auto self = ids_of("himself", "herself");
  if (words.last > words.first + 2 && self.has(doc.tokens.word[words.last - 1]->id)) --words.last;  // the midfielder himself
  if (words.last < words.first + 2 || doc.tokens.word[words.first]->id != the) return false;
  const bool called = epithet(lower_ascii(doc.words(words.last - 1)));
  if (words.last == words.first + 2) return called;
  // "the Essex girl"
  const Bits from = doc.tokens.word[words.first + 1]->classes, person = doc.tokens.word[words.last - 1]->classes;
  return words.last == words.first + 3 && (from & (kPlace | kDemonym)) != 0 && (called || (person & (kMalePerson | kFemalePerson)) != 0);
}

// "a spokesman for the Trust (HT) said": somebody unnamed who speaks is in mind as much as somebody named; "the actress" may be somebody
// who was.
void Discourse::mark_unnamed_speaker(const Document& doc, TokenRange mention, const Names& names) {
  static const std::uint32_t one = look_up("one").id, of = look_up("of").id;
  const bool definite = doc.words(mention.first).size() == 3;  // the, The
  static const auto nobody = ids_of("every", "each", "no", "any");
  const Tokens& t = doc.tokens;
  // "one of them"
  const bool one_of = t.word[mention.first]->id == one && mention.first + 1 < mention.last && t.word[mention.first + 1]->id == of;
  const bool my = t.tag[mention.first] == tag::kPossessivePronoun;  // my companion
  // "Reyes's lawyer"
  const std::size_t n = names.first_from(mention.first);
  const bool of_named = n < names.all().size() && names.all()[n].before == mention.first && names.all()[n].has(hint::kPossessive);
  if (!one_of && ((t.tag[mention.first] != tag::kDeterminer && !my && !of_named) || nobody.has(t.word[mention.first]->id))) return;
  const Phrase phrase = read_phrase(doc, names, mention.first, mention.last);
  const Word& word = *doc.tokens.word[phrase.head];
  if (phrase.name >= 0 || (doc.tokens.tag[phrase.head] != tag::kNoun && !one_of)) return;
  if (!one_of && ((word.classes & (kPerson | kTitle)) == 0 || (word.classes & (kPeople | kDocument)) != 0)) return;
  const auto at = first_without(described_, [&](const Ref& r) { return r.token < phrase.head; });
  if (at != described_.end() && at->token == phrase.head) {
    // "The mayor said": in mind, as "the retired mayor" is not, which is often somebody named, in other words
    const bool plain = !definite || one_of || my || phrase.head == mention.first + 1 || is_epithet(doc, mention);
    if (plain) at->hints |= hint::kSpeaks;
    return;
  }
  if (definite && !one_of && !my && !is_epithet(doc, mention)) return;
  if (name_in_apposition(doc, names, phrase.end, true) < names.all().size()) return;
  const auto sentence = first_without(doc.sentences, [&](const Sentence& s) { return s.last <= phrase.head; });
  Ref ref{.entity = described_by(phrase.head),
          .token = phrase.head,
          .sentence = static_cast<std::uint32_t>(sentence - doc.sentences.begin()),
          .hints = hint::kSubject | hint::kSpeaks,
          .description = {mention.first, description_end(doc, phrase, mention.last)},
          .epithet = definite && !one_of && !my};
  if ((word.classes & kMalePerson) != 0) ref.gender = Gender::Male;
  if ((word.classes & kFemalePerson) != 0) ref.gender = Gender::Female;
  described_.insert(at, ref);
}

// "Ana Reyes | and her brother", at the beginning of a sentence: whose brother he is; -1 where no name stands so.
std::int32_t Discourse::joined_owner(const PronounAt& pronoun, const Names& names, const Entities& entities) const {
  if (!pronoun.possessive || pronoun.token < 2 || doc_->tokens.tag[pronoun.token - 1] != tag::kConjunction) return -1;
  const std::size_t i = names.first_from(pronoun.token - 2);
  if (i >= names.all().size() || names.all()[i].last + 1 != pronoun.token) return -1;
  const Name& name = names.all()[i];
  const bool opens = doc_->sentences[name.sentence].first == name.before;
  return opens && entities.at(name.entity).is_person() && entities.at(name.entity).gender() == Gender::Unknown ? name.entity : -1;
}

// A pronoun with one person only in its sentence and the one before tells that person's gender.
void Discourse::vote_gender(const Names& names, Entities& entities) const {
  std::size_t from = 0;
  const std::vector<Name>& all = names.all();
  for (const PronounAt& pronoun : names.pronouns()) {
    if (pronoun.quoted) continue;
    if (const std::int32_t owner = joined_owner(pronoun, names, entities); owner >= 0) {
      (pronoun.female ? entities.at(owner).female : entities.at(owner).male) += 6;
      continue;
    }
    if (!pronoun.nominative) continue;
    while (from < all.size() && all[from].sentence + 1 < pronoun.sentence) ++from;
    std::int32_t only = -1;
    bool several = false, subject = false;
    for (std::size_t i = from; i < all.size() && i < from + 12 && all[i].first < pronoun.token; ++i) {
      if (!entities.at(all[i].entity).is_person()) continue;
      several |= only >= 0 && only != all[i].entity;
      only = all[i].entity;
      subject |= all[i].has(hint::kSubject);
    }
    if (only < 0 || several || !subject) continue;
    Entity& entity = entities.at(only);
    if (entity.gender() == (pronoun.female ? Gender::Male : Gender::Female)) continue;  // then it is somebody else's
    (pronoun.female ? entity.female : entity.male) += 3;
  }
}

}  // namespace onrecord

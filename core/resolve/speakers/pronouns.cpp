// Speakers behind a pronoun: he, they, it, who, I.
#include "resolve/speakers/speakers.h"

#include <algorithm>
#include <string>

#include "extract/chunk/noun_phrases.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/speakers/speaker_finding.h"

namespace onrecord {

using namespace word_class;

Speakers::Who Speakers::of_pronoun(std::uint32_t token, const Statement& statement, int depth) const {
  const Spellings& s = spellings();
  const std::uint32_t id = doc_.tokens.word[token]->id;
  const bool male = id == s.he || id == s.him || id == s.his || id == s.himself;
  const bool female = id == s.she || id == s.her || id == s.hers || id == s.herself;
  if (male || female) {
    if (statement.within >= 0)
      if (const TokenRange kin = told_of_before(token, female, statement.within); !kin.empty())
        return described(kin.first, kin.last, SpeakerKind::Person, Confidence::guess);
    Discourse::Antecedent found = discourse_.entity_of_pronoun(token);
    if (!found.known()) found = discourse_.inside_quotation(token, statement.within >= 0 ? in_mind_as(statement.within) : -1);
    if (!found.known()) return {};
    // "My boss was old. | He said": who answers says "I"
    if (found.entity >= 0 && in_own_words(token) && of_interviewed(first_question()).entity == found.entity) return {};
    if (found.entity < 0) return described(found.description.first, found.description.last, SpeakerKind::Person, Confidence::guess);
    return of_entity(found.entity, Confidence::pronoun_least + (Confidence::pronoun_most - Confidence::pronoun_least) * found.lead);
  }
  static const auto asked = ids_of("you", "your");
  if (asked.has(id)) return token >= first_question() && !in_answer(token) ? of_interviewed(first_question()) : Who{};
  if (id == s.i || id == s.me || id == s.my || id == s.we || id == s.us || id == s.our) return of_first_person(token, statement);
  if (id == s.they || id == s.them || id == s.their) return of_plural(token, statement, depth);
  if (id == s.itself || id == s.themselves) {  // "the Trust itself"
    const std::int32_t name = token > 0 ? name_over(token - 1) : -1;
    return name >= 0 ? of_entity(names_.all()[static_cast<std::size_t>(name)].entity, Confidence::organization) : Who{};
  }
  if (id == s.it || id == s.its) return of_thing(token, statement, depth);
  if (id == s.who || id == s.which || id == s.that || id == s.whose) return of_relative(token, statement, depth);
  return {};
}

// "“My mother is here. | She used to say it leaks”": the man or woman, without a name, whom the statement around the pronoun told of last,
// and nobody with one behind.
TokenRange Speakers::told_of_before(std::uint32_t token, bool female, std::int32_t around) const {
  constexpr std::uint32_t kFar = 30;  // tokens
  const Tokens& t = doc_.tokens;
  const std::vector<Span>& content = (*statements_)[static_cast<std::size_t>(around)].content;
  for (std::uint32_t k = token; k > 1 && token - k < kFar && t.begin[k - 1] > content.front().begin; --k) {
    const std::uint32_t noun = k - 1;
    // “My mother sang,” | Reyes says, | “all night.”
    if (std::none_of(content.begin(), content.end(), [&](Span s) { return s.contains({t.begin[noun], t.end[noun]}); })) continue;
    if (name_over(noun) >= 0) return {};
    if (t.tag[noun] != tag::kNoun || !is(noun, kMalePerson | kFemalePerson)) continue;
    const bool other = !is(noun, female ? kFemalePerson : kMalePerson);
    if (other || t.tag[noun - 1] != tag::kPossessivePronoun) return {};  // "a woman" may be any
    return {noun - 1, noun + 1};
  }
  return {};
}

// How discourse knows who made the statement: by the entity, or by the head of what describes somebody unnamed.
std::int32_t Speakers::in_mind_as(std::int32_t statement) const {
  const auto index = static_cast<std::size_t>(statement);
  const TokenRange mention = tokens_under(doc_, (*statements_)[index].mention);
  if (entity_of_[index] >= 0 || mention.empty()) return entity_of_[index];
  return Discourse::described_by(read_phrase(doc_, names_, mention.first, mention.last).head);
}

// What stands before "who": the noun phrase, and the name it is in apposition to.
Speakers::Who Speakers::of_relative(std::uint32_t token, const Statement& statement, int depth) const {
  const Parsed* parsed = parsed_at(token);
  if (parsed == nullptr) return {};
  const Chunks& chunks = parsed->chunks;
  const auto it = std::partition_point(chunks.chunks.begin(), chunks.chunks.end(), [token](const Chunk& c) { return c.last <= token; });
  int i = static_cast<int>(it - chunks.chunks.begin()) - 1;
  const auto at = [&](int k) { return chunks.at(k); };
  while (i >= 0 && (at(i) == ',' || at(i) == 'A' || at(i) == 'D' || at(i) == 'i')) --i;
  if (at(i) == ')') {
    int j = i - 1;
    while (j >= 0 && at(j) != '(' && j > i - 12) --j;
    if (at(j) == '(') i = j - 1;
  }
  if (at(i) == 'P') {
    const Chunk& pronoun = chunks.chunks[static_cast<std::size_t>(i)];
    return of_range(pronoun.first, pronoun.last, statement, depth + 1);
  }
  // "Reyes, who runs the port and | who said": of whom the clause before is.
  if (at(i) == 'c' && depth < 3)
    for (int k = i - 1; k >= 0; --k)
      if (at(k) == 'W') return of_relative(chunks.chunks[static_cast<std::size_t>(k)].first, statement, depth + 1);
  if (at(i) != 'N') return {};
  const int begin = noun_phrase_begin(chunks, i);
  const std::uint32_t last = chunks.chunks[static_cast<std::size_t>(i)].last;
  const std::uint32_t near = chunks.chunks[static_cast<std::size_t>(i)].first;
  std::uint32_t first = chunks.chunks[static_cast<std::size_t>(begin)].first;
  const bool who = doc_.tokens.word[token]->id == spellings().who;
  // ", a baker, who said", ", no radical, who said": the name before the comma.
  const bool which = doc_.tokens.word[token]->id == spellings().which;
  if (!which && first > parsed->sentence.first + 1 && doc_.tokens.tag[first - 1] == tag::kComma) {
    const std::int32_t name = name_over(first - 2);
    const Phrase phrase = read_phrase(doc_, names_, first, last);
    const std::uint32_t opener = doc_.tokens.word[first]->id;
    const bool somebody = opener == spellings().a || opener == spellings().an || opener == spellings().no;
    const bool like_noun = doc_.tokens.tag[phrase.head] == tag::kNoun || opener == spellings().no;
    const bool one = somebody && like_noun && !is(phrase.head, kGroup | kDocument | kOrganizationName);
    if (name >= 0 && phrase.name < 0 && (one || is(phrase.head, kOnePerson))) {
      const std::int32_t entity = names_.all()[static_cast<std::size_t>(name)].entity;
      if (entities_.at(entity).is_person()) return of_entity(entity, Confidence::relative);
    }
  }
  const auto human = [&](const Phrase& p) {
    if (p.name >= 0) {
      const Entity& e = entities_.at(names_.all()[static_cast<std::size_t>(p.name)].entity);
      return e.is_person() || e.kind == SpeakerKind::Group;
    }
    return is(p.head, kOnePerson | kPeople) || (doc_.tokens.tag[p.head] == tag::kNouns && !is(p.head, kDocument | kSpeechNoun));
  };
  const bool neither = who && !human(read_phrase(doc_, names_, first, last)) && !human(read_phrase(doc_, names_, near, last));
  // "Reyes, an expert at the University of Calder, Maryshire, who said": the person named last, not the place.
  if (neither && doc_.tokens.tag[token - 1] == tag::kComma && name_over(near) >= 0)
    for (std::size_t n = names_.first_from(near); n-- > 0 && names_.all()[n].first >= parsed->sentence.first;)
      if (const Name& name = names_.all()[n]; name.size() > 1 && entities_.at(name.entity).is_person())
        return of_entity(name.entity, Confidence::relative);
  if (who && !human(read_phrase(doc_, names_, first, last)) && human(read_phrase(doc_, names_, near, last))) first = near;
  // After a comma, who goes with the name next to it: "a friend of Ann Roe, who said".
  if (who && first != near && doc_.tokens.tag[last] == tag::kComma) {
    const Phrase close = read_phrase(doc_, names_, near, last);
    if (close.name >= 0 && close.end == last && human(close)) first = near;
  }
  if (!who) first = near;
  Who out = of_range(first, last, statement, depth + 1);
  if (out.speaker) out.speaker->confidence = std::min(out.speaker->confidence, Confidence::relative);
  return out;
}

// I and we: whose words they are in; outside quotations the author, else who issued the text.
Speakers::Who Speakers::of_first_person(std::uint32_t token, const Statement& statement) const {
  const auto quote = std::partition_point(doc_.quotes.begin(), doc_.quotes.end(), [token](const Quote& q) { return q.open <= token; });
  bool inside = false;
  if (quote != doc_.quotes.begin()) {
    auto before = quote - 1;
    while (before->outer >= 0) before = doc_.quotes.begin() + before->outer;
    inside = token < before->close;
  }
  if (statement.within >= 0 && (inside || is_turn((*statements_)[static_cast<std::size_t>(statement.within)]))) {
    const Statement& outer = (*statements_)[static_cast<std::size_t>(statement.within)];
    Who who;
    who.speaker = outer.speaker;
    who.entity = entity_of_[static_cast<std::size_t>(statement.within)];
    return who;
  }
  if (inside) return {};
  if (in_answer(token)) return of_interviewed(first_question());
  const std::string& byline = article_.byline.value;
  if (byline.empty()) {
    if (const auto signer = find_signer(article_, doc_.tokens.begin[token])) return of_name(*signer);
    return of_issuer();
  }
  Who who;
  Speaker speaker;
  speaker.name = byline;
  speaker.kind = SpeakerKind::Person;
  speaker.confidence = Confidence::author;
  if (byline.find(';') != std::string::npos) {
    speaker.kind = SpeakerKind::Group;
    std::size_t from = 0;
    for (;;) {
      const std::size_t to = byline.find(';', from);
      std::string one = byline.substr(from, to == std::string::npos ? to : to - from);
      while (!one.empty() && one.front() == ' ') one.erase(0, 1);
      if (!one.empty()) speaker.members.push_back(std::move(one));
      if (to == std::string::npos) break;
      from = to + 1;
    }
  }
  who.speaker = std::move(speaker);
  return who;
}

// Whoever issued a text without a writer; by the article's fullest name for it, where it has one.
Speakers::Who Speakers::of_issuer() const {
  if (!issuer_looked_for_) issuer_ = find_issuer(article_);
  issuer_looked_for_ = true;
  return issuer_ ? of_name(*issuer_) : Who{};
}

Speakers::Who Speakers::of_name(const Issuer& issuer) const {
  Who who;
  for (const Name& name : names_.all()) {
    if (text_of(doc_, name.first, name.last) != issuer.name) continue;
    who = of_entity(name.entity, Confidence::author);
    break;
  }
  if (!who.speaker) {
    who.speaker.emplace();
    who.speaker->name = issuer.name;
    who.speaker->confidence = Confidence::author;
  }
  who.speaker->kind = issuer.kind;
  return who;
}

// "it": the organisation or document that was the nearest subject, in a sentence before the one that spoke in it.
Speakers::Who Speakers::of_thing(std::uint32_t token, const Statement& statement, int depth) const {
  const Parsed* parsed = parsed_at(token);
  if (parsed == nullptr) return {};
  const std::uint32_t begin = parsed->sentence.first;
  const Tokens& t = doc_.tokens;
  const Parsed* all = cascade_.sentences().data();
  const std::ptrdiff_t own = &statement - statements_->data();
  for (int back = 0; back < 4 && parsed >= all; ++back, --parsed) {
    if (back > 0)
      if (Who who = house_that_spoke(own, {parsed->sentence.first, parsed->sentence.last}); who.speaker) return who;
    const Chunks& chunks = parsed->chunks;
    for (int i = first_chunk(chunks, token); i < chunks.size(); ++i) {
      const Subject& subject = parsed->subjects[static_cast<std::size_t>(i)];
      if (!subject.known() || subject.form == SubjectForm::Relative || subject.form == SubjectForm::Infinitive ||
          subject.form == SubjectForm::NounParticiple)
        continue;
      const Chunk& head = chunks.chunks[static_cast<std::size_t>(subject.head)];
      if (head.first >= token) break;
      if (chunks.symbols[static_cast<std::size_t>(subject.head)] != 'N') continue;
      // "The report is late, it said": not of what it says
      const Span words{t.begin[head.first], t.end[head.last - 1]};
      if (back == 0 && std::any_of(statement.content.begin(), statement.content.end(), [&](Span s) { return s.contains(words); })) continue;
      const std::uint32_t first = chunks.chunks[static_cast<std::size_t>(subject.first)].first;
      const Phrase phrase = read_phrase(doc_, names_, first, head.last);
      const bool fits = phrase.name >= 0
                            ? entities_.at(names_.all()[static_cast<std::size_t>(phrase.name)].entity).kind == SpeakerKind::Organization
                            : is(phrase.head, kGroup | kDocument | kOrganizationName) && !is(phrase.head, kPerson) &&
                                t.tag[phrase.head] != tag::kNouns;
      if (!fits) continue;
      Who out = of_range(first, head.last, statement, depth + 1);
      if (out.speaker) out.speaker->confidence *= 0.7F;
      return out;
    }
  }
  // "traders met at the Trust after it spoke": no subject fits, and one organisation alone is named in the sentence. Only where "it" must
  // stand for something that did a thing: "because it is misleading" need not.
  if (token == begin || (doc_.words(token - 1) != "after" && doc_.words(token - 1) != "before")) return {};
  std::int32_t only = -1;
  for (std::size_t n = names_.first_from(begin); n < names_.all().size() && names_.all()[n].last <= token; ++n) {
    const std::int32_t entity = names_.all()[n].entity;
    const Entity& e = entities_.at(entity);
    if (e.kind != SpeakerKind::Organization || e.is_place || entity == only) continue;
    if (only >= 0) return {};
    only = entity;
  }
  return only >= 0 ? of_entity(only, Confidence::guess) : Who{};
}

}  // namespace onrecord

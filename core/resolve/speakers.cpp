#include "resolve/speakers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr Bits kOnePerson = kPerson | kTitle | kMalePerson | kFemalePerson;

// How often a name found this way is right, counted on labelled articles.
struct Confidence {
  static constexpr float full_name = 0.97F;
  static constexpr float surname = 0.96F;
  static constexpr float organization = 0.9F;
  static constexpr float joint = 0.85F;
  static constexpr float pronoun_least = 0.55F, pronoun_most = 0.97F;
  static constexpr float relative = 0.9F;
  static constexpr float role = 0.75F;
  static constexpr float guess = 0.4F;
  static constexpr float floating = 0.7F;
  static constexpr float description = 0.8F;
  static constexpr float author = 0.9F;
};

struct Spellings {
  std::uint32_t he = look_up("he").id, him = look_up("him").id, his = look_up("his").id, she = look_up("she").id,
                her = look_up("her").id, hers = look_up("hers").id, himself = look_up("himself").id, herself = look_up("herself").id,
                they = look_up("they").id, them = look_up("them").id, their = look_up("their").id, it = look_up("it").id,
                its = look_up("its").id, i = look_up("i").id, me = look_up("me").id, my = look_up("my").id, we = look_up("we").id,
                us = look_up("us").id, our = look_up("our").id, you = look_up("you").id, your = look_up("your").id,
                who = look_up("who").id, which = look_up("which").id, that = look_up("that").id, whose = look_up("whose").id,
                the = look_up("the").id, this_ = look_up("this").id, these = look_up("these").id, those = look_up("those").id,
                a = look_up("a").id, an = look_up("an").id, for_ = look_up("for").id, of = look_up("of").id, with = look_up("with").id,
                and_ = look_up("and").id, man = look_up("man").id, woman = look_up("woman").id, campaign = look_up("campaign").id,
                one = look_up("one").id, some = look_up("some").id, to = look_up("to").id, both = look_up("both").id;
};
const Spellings& spellings() {
  static const Spellings words;
  return words;
}

// Descriptions that fit any organisation.
bool any_organization(std::string_view w) {
  static constexpr std::array<std::string_view, 23> kWords = {"bank", "company", "firm",     "group",   "organization", "organisation", "agency", "network",     "newspaper",
                                                              "paper",   "magazine", "outlet",  "union",        "alliance",     "chain",  "manufacturer", "nonprofit",
                                                              "charity", "bloc",     "carrier", "retailer",     "maker",        "startup"};
  return std::find(kWords.begin(), kWords.end(), w) != kWords.end();
}
// Where to begin looking for what stands before `token`: a sentence may be endless.
int first_chunk(const Chunks& chunks, std::uint32_t token) {
  constexpr int kChunksBack = 80;
  const auto it = std::partition_point(chunks.chunks.begin(), chunks.chunks.end(), [token](const Chunk& c) { return c.last <= token; });
  const int here = static_cast<int>(it - chunks.chunks.begin());
  return here == chunks.size() ? 0 : std::max(0, here - kChunksBack);  // past its end: a sentence before, whose first subject counts
}

// What a writer calls the person an article is about, so as not to repeat the name.
bool epithet(std::string_view w) {
  static constexpr std::array<std::string_view, 46> kWords = {
      "actor",    "actress",   "singer",      "star",        "mogul",   "businessman", "businesswoman", "billionaire", "nominee",  "candidate", "politician", "lawmaker",
      "senator",  "lawyer",    "congressman", "congresswoman", "native",  "veteran",     "champion",      "quarterback", "author",   "artist",    "rapper",     "democrat",
      "republican", "frontrunner", "front-runner", "hopeful", "contender", "tycoon",     "comedian",      "musician",    "writer",   "novelist",  "filmmaker",  "entrepreneur",
      "striker",  "midfielder", "defender",   "goalkeeper",  "player",  "athlete",     "socialist",     "conservative", "incumbent", "physicist"};
  return std::find(kWords.begin(), kWords.end(), w) != kWords.end();
}
bool spokesperson(std::string_view w) {
  static constexpr std::array<std::string_view, 6> kWords = {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "spokesmen"};
  return std::find(kWords.begin(), kWords.end(), w) != kWords.end();
}

}  // namespace

Speakers::Speakers(const Article& article, const Document& doc, const Cascade& cascade, const Names& names, const Entities& entities,
                   const Discourse& discourse)
    : article_(article), doc_(doc), cascade_(cascade), names_(names), entities_(entities), discourse_(discourse) {
  const auto& all = cascade_.sentences();
  outer_ = static_cast<std::size_t>(std::partition_point(all.begin(), all.end(), [](const Parsed& p) { return p.sentence.quote < 0; }) - all.begin());
}

void Speakers::resolve(std::vector<Statement>& statements) {
  statements_ = &statements;
  entity_of_.assign(statements.size(), -2);
  for (std::size_t i = 0; i < statements.size(); ++i) resolve_one(statements, i);
}

void Speakers::resolve_one(std::vector<Statement>& statements, std::size_t index) {
  if (entity_of_[index] != -2) return;
  Statement& statement = statements[index];
  entity_of_[index] = -1;
  if (statement.within >= 0) resolve_one(statements, static_cast<std::size_t>(statement.within));
  const TokenRange mention = tokens_under(doc_, statement.mention);
  if (mention.empty()) {
    if (statement.cue.empty() && index > 0 && statement.within < 0) carry_over(statements, index);
    return;
  }
  Who who = of_range(mention.first, mention.last, statement, 0);
  entity_of_[index] = who.entity;
  statement.speaker = std::move(who.speaker);
  statement.on_behalf_of = std::move(who.on_behalf_of);
}

// A quotation that stands alone goes on from the one before: whoever spoke last still speaks.
void Speakers::carry_over(std::vector<Statement>& statements, std::size_t index) {
  std::size_t before = index;
  for (int steps = 0; before > 0 && steps < 6; ++steps) {
    --before;
    const Statement& last = statements[before];
    if (last.within >= 0 || !last.speaker || last.speaker->kind == SpeakerKind::Document) continue;
    if (last.kind == StatementKind::Indirect && steps > 1) continue;
    statements[index].speaker = last.speaker;
    statements[index].speaker->confidence = std::min(last.speaker->confidence, Confidence::floating);
    statements[index].on_behalf_of = last.on_behalf_of;
    entity_of_[index] = entity_of_[before];
    return;
  }
}

// "the 54-year-old": whose age it is, else the person in mind.
std::int32_t Speakers::of_age(std::uint32_t token, std::string_view age) const {
  std::size_t n = names_.first_from(token);
  for (int left = 60; n-- > 0 && left > 0; --left) {
    const Entity& e = entities_.at(names_.all()[n].entity);
    if (e.is_person() && e.age != 0 && doc_.words(e.age) == age) return names_.all()[n].entity;
  }
  return discourse_.in_mind(token, Gender::Unknown).entity;
}

std::int32_t Speakers::name_over(std::uint32_t token) const {
  const std::size_t i = names_.first_from(token);
  if (i < names_.all().size() && names_.all()[i].first <= token) return static_cast<std::int32_t>(i);
  return -1;
}

const Parsed* Speakers::parsed_at(std::uint32_t token) const {
  const auto& all = cascade_.sentences();
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(outer_);
  auto it = std::partition_point(all.begin(), end, [token](const Parsed& p) { return p.sentence.last <= token; });
  if (it == end || it->sentence.first > token) return nullptr;
  return &*it;
}

Speakers::Who Speakers::of_entity(std::int32_t entity, float confidence) const {
  Who who;
  const Entity& e = entities_.at(entity);
  Speaker speaker;
  speaker.name = entities_.name_of(entity);
  speaker.kind = e.kind;
  speaker.unnamed = e.kind == SpeakerKind::Group;
  if (e.is_person()) speaker.role = entities_.role_of(entity);
  speaker.confidence = confidence;
  who.speaker = std::move(speaker);
  who.entity = entity;
  return who;
}

Speakers::Who Speakers::described(std::uint32_t first, std::uint32_t last, SpeakerKind kind, float confidence) const {
  Who who;
  Speaker speaker;
  speaker.name = text_of(doc_, first, last);
  speaker.kind = kind;
  speaker.unnamed = true;
  speaker.confidence = confidence;
  who.speaker = std::move(speaker);
  return who;
}

Speakers::Who Speakers::of_range(std::uint32_t first, std::uint32_t last, const Statement& statement, int depth) const {
  const Tokens& t = doc_.tokens;
  if (depth > 4) return {};
  while (first < last && (((t.shape[first] & kMark) != 0 && t.tag[first] != tag::kOther) || t.tag[first] == tag::kPreposition ||
                          t.tag[first] == tag::kConjunction) &&
         t.word[first]->id != spellings().that)
    ++first;
  while (last > first && ((t.shape[last - 1] & kMark) != 0 && t.tag[last - 1] != tag::kPossessive)) --last;
  if (first >= last) return {};
  const char g = t.tag[first];
  const std::uint32_t id = t.word[first]->id;
  if (last - first == 1 && (g == tag::kPossessivePronoun || g == tag::kWhPronoun || id == spellings().that || id == spellings().which || id == spellings().who))
    return of_pronoun(first, statement, depth);
  if (g == tag::kPronoun || g == tag::kWhPronoun) {
    if (g == tag::kPronoun && first + 2 < last && t.tag[first + 1] == tag::kConjunction) {
      Phrase phrase;
      phrase.first = first;
      phrase.end = phrase.head = first + 1;
      if (auto both = joint(phrase, last, statement, depth)) return *both;
    }
    return of_pronoun(first, statement, depth);
  }
  const Phrase phrase = read_phrase(doc_, names_, first, last);
  if (auto several = joint(phrase, last, statement, depth)) return *several;
  return of_phrase(phrase, first, last, statement, depth);
}

Speakers::Who Speakers::of_phrase(const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement, int depth) const {
  if (phrase.name >= 0) {
    const Name& name = names_.all()[static_cast<std::size_t>(phrase.name)];
    const Entity& entity = entities_.at(name.entity);
    if (entity.is_person()) return of_entity(name.entity, name.size() > 1 ? Confidence::full_name : Confidence::surname);
    // "the Harbour Trust's chairman, Ann Roe" has its head elsewhere; here the name itself speaks.
    Who who = of_entity(name.entity, Confidence::organization);
    if (entity.kind == SpeakerKind::Group) who = described(first, std::max(phrase.end, std::min(last, name.last)), SpeakerKind::Group, Confidence::description);
    return who;
  }
  return of_description(phrase, first, last, statement, depth);
}

// "Roe and Doe"; "Ann Roe, a baker, and John Doe". Only where a name is among them: "bakers and brewers" is one description.
std::optional<Speakers::Who> Speakers::joint(const Phrase& phrase, std::uint32_t last, const Statement& statement, int depth) const {
  const Tokens& t = doc_.tokens;
  struct Item {
    std::uint32_t first, last;
    bool name;
  };
  std::array<Item, 6> items{};
  std::size_t count = 0;
  items[count++] = {phrase.first, phrase.end, phrase.name >= 0 || t.tag[phrase.first] == tag::kPronoun};
  if (phrase.possessive_end && phrase.end + 1 < last && t.tag[phrase.end + 1] != tag::kConjunction) return {};
  std::uint32_t k = phrase.end + (phrase.possessive_end ? 1U : 0U);
  const auto named_phrase = [&](std::uint32_t at) {
    const Phrase next = read_phrase(doc_, names_, at, last);
    return next.name >= 0;
  };
  const bool first_is_name = items[0].name;
  // "Christian and corporate speaker Ann Roe": an adjective with a capital.
  if (phrase.name >= 0 && phrase.end - phrase.first == 1 && (t.tag[phrase.first] == tag::kAdjective || is(phrase.first, kDemonym)) &&
      names_.all()[static_cast<std::size_t>(phrase.name)].has(hint::kCommonWords) && t.tag[phrase.first] != tag::kNames)
    return {};
  bool open = false;  // a preposition stands between
  while (k < last && count < items.size()) {
    if (t.tag[k] == tag::kConjunction) {
      if (k + 1 >= last || t.word[k]->classes == 0) break;
      if (open && !(first_is_name && named_phrase(k + 1) && read_phrase(doc_, names_, k + 1, last).end - k > 2)) break;
      const Phrase next = read_phrase(doc_, names_, k + 1, last);
      if (next.end <= k + 1) break;
      items[count++] = {k + 1, next.end, next.name >= 0};
      k = next.end;
      open = false;
      continue;
    }
    if (t.tag[k] == tag::kComma) {
      if (k + 1 < last && t.tag[k + 1] == tag::kConjunction) {
        ++k;
        open = false;
        continue;
      }
      // A list of names, else an apposition, which is passed over.
      const Phrase next = k + 1 < last ? read_phrase(doc_, names_, k + 1, last) : Phrase{};
      const bool list = k + 1 < last && next.name >= 0 && first_is_name && next.end < last &&
                        (t.tag[next.end] == tag::kComma || t.tag[next.end] == tag::kConjunction) && t.tag[k + 1] != tag::kDeterminer &&
                        entities_.at(names_.all()[static_cast<std::size_t>(next.name)].entity).is_person();
      if (list) {
        items[count++] = {k + 1, next.end, true};
        k = next.end;
        continue;
      }
      ++k;
      const std::uint32_t limit = std::min(last, k + 25);
      while (k < limit && t.tag[k] != tag::kComma) ++k;
      if (k == limit) break;
      open = false;
      if (k + 1 < last && t.tag[k + 1] != tag::kConjunction) break;
      continue;
    }
    if (t.tag[k] == tag::kPreposition && k + 1 < last) {
      const Phrase next = read_phrase(doc_, names_, k + 1, last);
      if (next.end <= k + 1) break;
      k = next.end;
      open = true;
      continue;
    }
    break;
  }
  if (count < 2) return {};
  bool any_name = false;
  for (std::size_t i = 0; i < count; ++i) any_name |= items[i].name;
  if (!any_name) return {};
  Who out;
  Speaker speaker;
  speaker.kind = SpeakerKind::Group;
  speaker.confidence = Confidence::joint;
  speaker.unnamed = true;
  for (std::size_t i = 0; i < count; ++i) {
    const Who who = of_range(items[i].first, items[i].last, statement, depth + 1);
    if (!who.speaker) continue;
    if (!speaker.name.empty()) speaker.name += "; ";
    speaker.name += who.speaker->name;
    speaker.members.push_back(who.speaker->name);
    speaker.unnamed &= who.speaker->unnamed;
    speaker.confidence = std::min(speaker.confidence, who.speaker->confidence);
  }
  if (speaker.members.size() < 2) return {};
  out.speaker = std::move(speaker);
  return out;
}

// Whose the thing is: "Reyes's campaign", "his campaign", "the Reyes campaign".
std::int32_t Speakers::possessor(std::uint32_t first, std::uint32_t head, const Statement& statement) const {
  const Tokens& t = doc_.tokens;
  for (std::uint32_t k = first; k < head; ++k) {
    if (t.tag[k] == tag::kPossessivePronoun) {
      const std::uint32_t id = t.word[k]->id;
      const Spellings& s = spellings();
      if (id == s.his || id == s.her) return discourse_.entity_of_pronoun(k).entity;
      if (id == s.its) return of_thing(k, statement, 3).entity;
      return -1;
    }
    const std::int32_t name = name_over(k);
    if (name >= 0) return names_.all()[static_cast<std::size_t>(name)].entity;
  }
  return -1;
}

Speakers::Who Speakers::of_description(const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement, int depth) const {
  const Tokens& t = doc_.tokens;
  const Spellings& s = spellings();
  const std::uint32_t head = phrase.head;
  const Word& word = *t.word[head];
  const std::string_view spelling_of_head = doc_.words(head);
  const char head_tag = t.tag[head];
  const bool plural = head_tag == tag::kNouns || head_tag == tag::kNames || (word.classes & kPeople) != 0;
  const std::uint32_t opener = t.word[first]->id;
  const bool indefinite = opener == s.a || opener == s.an || opener == s.one || opener == s.some || t.tag[first] == tag::kNumber;
  const bool definite = opener == s.the || opener == s.this_ || opener == s.that || t.tag[first] == tag::kPossessivePronoun || !indefinite;

  if (phrase.possessive_end && phrase.end + 1 >= last && depth < 3) {
    // "the mayor's": as if it stood alone.
    Phrase alone = phrase;
    alone.possessive_end = false;
    return of_description(alone, first, phrase.end, statement, depth + 1);
  }

  // A name in apposition: "the chairman of the Trust, Ann Roe".
  if (!plural) {
    for (std::size_t n = names_.first_from(phrase.end); n < names_.all().size() && names_.all()[n].first < last; ++n) {
      const Name& name = names_.all()[n];
      if (!entities_.at(name.entity).is_person() || name.before == 0) continue;
      const char before = t.tag[name.before - 1];
      if (name.before > phrase.end && (before == tag::kComma || before == tag::kDash || t.tag[name.before - 1] == tag::kColon) &&
          ((word.classes & kOnePerson) != 0 || spelling_of_head == "head"))
        return of_entity(name.entity, name.size() > 1 ? Confidence::full_name : Confidence::surname);
    }
  }

  // "a man named Ann Roe".
  const bool person = (word.classes & kOnePerson) != 0 || spokesperson(spelling_of_head) || spelling_of_head == "head";
  const bool group = (word.classes & (kGroup | kOrganizationName)) != 0;
  const bool document = (word.classes & kDocument) != 0;
  const std::uint32_t end = description_end(doc_, phrase, last);

  if (plural) {
    Who who = described(first, end, SpeakerKind::Group, Confidence::description);
    return who;
  }
  constexpr std::string_view kYears = "-year-old";
  if (opener == s.the && end == phrase.end && spelling_of_head.ends_with(kYears)) {
    const std::int32_t whose = of_age(first, spelling_of_head.substr(0, spelling_of_head.size() - kYears.size()));
    if (whose >= 0) return of_entity(whose, Confidence::guess);
  }
  if (person && !document) {
    // "a spokesman for the Trust": the person, unnamed, on behalf of the Trust.
    if (definite) {
      const std::int32_t holder = entities_.find_holder(first, head);
      if (holder >= 0 && entities_.at(holder).is_person()) {
        Who who = of_entity(holder, Confidence::role);
        return who;
      }
      // "the actor" of somebody whom nothing calls so: the person in mind, where the word is one that stands for a name.
      std::string small(spelling_of_head);
      for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      if (opener == s.the && depth < 3 && end == phrase.end && (epithet(small) || doc_.words(first + 1) == "retired")) {
        const Gender gender = (word.classes & kMalePerson) != 0 ? Gender::Male : (word.classes & kFemalePerson) != 0 ? Gender::Female : Gender::Unknown;
        const Discourse::Antecedent found = discourse_.in_mind(first, gender);
        if (found.entity >= 0 && entities_.at(found.entity).mentions >= 3) return of_entity(found.entity, Confidence::guess);
      }
    }
    Who who = described(first, end, SpeakerKind::Person, Confidence::description);
    if (spokesperson(spelling_of_head)) {
      std::int32_t whom = -1;
      if (phrase.end < last && (t.word[phrase.end]->id == s.for_ || t.word[phrase.end]->id == s.of || t.word[phrase.end]->id == s.with)) {
        const Phrase behind = read_phrase(doc_, names_, phrase.end + 1, last);
        if (behind.name >= 0) whom = names_.all()[static_cast<std::size_t>(behind.name)].entity;
        else if (behind.end > phrase.end + 1) who.on_behalf_of = text_of(doc_, phrase.end + 1, std::min(behind.end, end));
      } else {
        whom = possessor(first, head, statement);
      }
      if (whom >= 0) who.on_behalf_of = entities_.name_of(whom);
    }
    return who;
  }
  if (document) {
    Who who = described(first, end, SpeakerKind::Document, Confidence::description);
    return who;
  }
  if (group || any_organization(spelling_of_head)) {
    if (word.id == s.campaign) {
      const std::int32_t whose = possessor(first, head, statement);
      if (whose >= 0 && entities_.at(whose).is_person()) {
        Who who;
        Speaker speaker;
        speaker.name = entities_.name_of(whose) + " campaign";
        speaker.kind = SpeakerKind::Organization;
        speaker.confidence = Confidence::role;
        who.speaker = std::move(speaker);
        return who;
      }
    }
    if (definite && name_over(first) < 0) {
      std::int32_t holder = entities_.find_holder(first, head);
      if (holder < 0 || entities_.at(holder).is_person()) holder = organization_before(head, folded_hash(spelling_of_head));
      if (holder < 0 && any_organization(spelling_of_head)) holder = organization_before(head, 0);
      if (holder >= 0 && !entities_.at(holder).is_person()) return of_entity(holder, Confidence::guess);
    }
    return described(first, end, SpeakerKind::Organization, Confidence::description);
  }
  SpeakerKind kind = SpeakerKind::Unknown;
  if (t.tag[first] == tag::kNumber || opener == s.one) kind = SpeakerKind::Group;
  return described(first, end, kind, Confidence::guess);
}

// The organisation that is most in mind at `token`: one with that word in its name when `with_word` is not 0, else by how near it
// was named, whether as a subject, and how often in all.
std::int32_t Speakers::organization_before(std::uint32_t token, std::uint64_t with_word) const {
  std::size_t n = names_.first_from(token);
  int left = 40;
  std::int32_t best = -1;
  float best_score = -100;
  float distance = 0;
  while (n-- > 0 && left-- > 0) {
    const Name& name = names_.all()[n];
    if (name.last > token) continue;
    const Entity& e = entities_.at(name.entity);
    distance += 0.1F;
    if (e.kind != SpeakerKind::Organization || (e.is_place && with_word == 0)) continue;
    if (with_word == 0) {
      if (name.has(hint::kHeadline)) continue;
      float score = 0.15F * static_cast<float>(std::min<std::uint32_t>(e.mentions, 8)) - distance;
      if (name.has(hint::kSubject | hint::kSpeaks)) score += 0.8F;
      if (name.has(hint::kPossessive)) score += 0.3F;
      if (name.has(hint::kIn)) score -= 0.3F;
      if (name.has(hint::kPlaceWord)) score -= 0.5F;
      if (score > best_score) best_score = score, best = name.entity;
      continue;
    }
    for (std::uint32_t k = e.first; k < e.last; ++k)
      if (folded_hash(doc_.words(k)) == with_word) return name.entity;
  }
  return best;
}

Speakers::Who Speakers::of_pronoun(std::uint32_t token, const Statement& statement, int depth) const {
  const Spellings& s = spellings();
  const std::uint32_t id = doc_.tokens.word[token]->id;
  const bool male = id == s.he || id == s.him || id == s.his || id == s.himself;
  const bool female = id == s.she || id == s.her || id == s.hers || id == s.herself;
  if (male || female) {
    Discourse::Antecedent found = discourse_.entity_of_pronoun(token);
    if (!found.known()) {
      const std::int32_t outer = statement.within >= 0 ? entity_of_[static_cast<std::size_t>(statement.within)] : -1;
      found = discourse_.inside_quotation(token, outer);
    }
    if (!found.known()) return {};
    if (found.entity < 0) return described(found.description.first, found.description.last, SpeakerKind::Person, Confidence::guess);
    return of_entity(found.entity, Confidence::pronoun_least + (Confidence::pronoun_most - Confidence::pronoun_least) * found.lead);
  }
  if (id == s.i || id == s.me || id == s.my || id == s.we || id == s.us || id == s.our) return of_first_person(token, statement);
  if (id == s.they || id == s.them || id == s.their) return of_plural(token, statement, depth);
  if (id == s.it || id == s.its) return of_thing(token, statement, depth);
  if (id == s.who || id == s.which || id == s.that || id == s.whose) return of_relative(token, statement, depth);
  return {};
}

// What stands before "who": the noun phrase, and the name it is in apposition to.
Speakers::Who Speakers::of_relative(std::uint32_t token, const Statement& statement, int depth) const {
  const Parsed* parsed = parsed_at(token);
  if (parsed == nullptr) return {};
  const Chunks& chunks = parsed->chunks;
  const auto it = std::partition_point(chunks.chunks.begin(), chunks.chunks.end(), [token](const Chunk& c) { return c.last <= token; });
  int i = static_cast<int>(it - chunks.chunks.begin()) - 1;
  const auto at = [&](int k) { return k >= 0 && k < chunks.size() ? chunks.symbols[static_cast<std::size_t>(k)] : '\0'; };
  while (i >= 0 && (at(i) == ',' || at(i) == 'A' || at(i) == 'D' || at(i) == 'i')) --i;
  if (at(i) == ')') {
    int j = i - 1;
    while (j >= 0 && at(j) != '(' && j > i - 12) --j;
    if (at(j) == '(') i = j - 1;
  }
  if (at(i) == 'P') return of_range(chunks.chunks[static_cast<std::size_t>(i)].first, chunks.chunks[static_cast<std::size_t>(i)].last, statement, depth + 1);
  if (at(i) != 'N') return {};
  const int begin = noun_phrase_begin(chunks, i);
  const std::uint32_t last = chunks.chunks[static_cast<std::size_t>(i)].last;
  const std::uint32_t near = chunks.chunks[static_cast<std::size_t>(i)].first;
  std::uint32_t first = chunks.chunks[static_cast<std::size_t>(begin)].first;
  const bool who = doc_.tokens.word[token]->id == spellings().who;
  // ", a baker, who said": the name before the comma.
  if (first > parsed->sentence.first + 1 && doc_.tokens.tag[first - 1] == tag::kComma) {
    const std::int32_t name = name_over(first - 2);
    const Phrase phrase = read_phrase(doc_, names_, first, last);
    if (name >= 0 && phrase.name < 0 && entities_.at(names_.all()[static_cast<std::size_t>(name)].entity).is_person() && is(phrase.head, kOnePerson))
      return of_entity(names_.all()[static_cast<std::size_t>(name)].entity, Confidence::relative);
  }
  const auto human = [&](const Phrase& p) {
    if (p.name >= 0) {
      const Entity& e = entities_.at(names_.all()[static_cast<std::size_t>(p.name)].entity);
      return e.is_person() || e.kind == SpeakerKind::Group;
    }
    return is(p.head, kOnePerson | kPeople) || doc_.tokens.tag[p.head] == tag::kNouns;
  };
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

// I and we: whose words they are in; outside quotations the author.
Speakers::Who Speakers::of_first_person(std::uint32_t token, const Statement& statement) const {
  const auto quote = std::partition_point(doc_.quotes.begin(), doc_.quotes.end(), [token](const Quote& q) { return q.open <= token; });
  bool inside = false;
  if (quote != doc_.quotes.begin()) {
    auto before = quote - 1;
    while (before->outer >= 0) before = doc_.quotes.begin() + before->outer;
    inside = token < before->close;
  }
  if (statement.within >= 0 && inside) {
    const Statement& outer = (*statements_)[static_cast<std::size_t>(statement.within)];
    Who who;
    who.speaker = outer.speaker;
    who.entity = entity_of_[static_cast<std::size_t>(statement.within)];
    return who;
  }
  if (inside) return {};
  // A transcript's turn is its label's.
  const std::string& byline = article_.byline.value;
  if (byline.empty()) return {};
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

// "they": the nearest subject in the plural, in this sentence or the three before.
Speakers::Who Speakers::of_plural(std::uint32_t token, const Statement& statement, int depth) const {
  const Parsed* parsed = parsed_at(token);
  if (parsed == nullptr) return {};
  const Tokens& t = doc_.tokens;
  const Parsed* all = cascade_.sentences().data();
  for (int back = 0; back < 4 && parsed >= all; ++back, --parsed) {
    const Chunks& chunks = parsed->chunks;
    int best_first = -1, best_head = -1;
    for (int i = first_chunk(chunks, token); i < chunks.size(); ++i) {
      const Subject& subject = parsed->subjects[static_cast<std::size_t>(i)];
      if (!subject.known() || subject.form == SubjectForm::Relative) continue;
      const Chunk& head = chunks.chunks[static_cast<std::size_t>(subject.head)];
      if (head.first >= token) break;
      const char c = chunks.symbols[static_cast<std::size_t>(subject.head)];
      if (c != 'N') continue;
      bool plural = t.tag[head.head] == tag::kNouns || t.tag[head.head] == tag::kNames || (t.word[head.head]->classes & kPeople) != 0;
      for (int k = subject.first; k < subject.last; ++k) plural |= chunks.symbols[static_cast<std::size_t>(k)] == 'c';
      if (!plural) continue;
      best_first = subject.first;
      best_head = subject.last;
      if (back > 0) break;
    }
    if (best_first < 0) continue;
    const std::uint32_t first = chunks.chunks[static_cast<std::size_t>(best_first)].first;
    const std::uint32_t last = chunks.chunks[static_cast<std::size_t>(best_head - 1)].last;
    if (first >= token) continue;
    Who out = of_range(first, std::min(last, token), statement, depth + 1);
    if (out.speaker) out.speaker->confidence *= 0.7F;
    return out;
  }
  return {};
}

// "it": the organisation or document that was the nearest subject.
Speakers::Who Speakers::of_thing(std::uint32_t token, const Statement& statement, int depth) const {
  const Parsed* parsed = parsed_at(token);
  if (parsed == nullptr) return {};
  const Tokens& t = doc_.tokens;
  const Parsed* all = cascade_.sentences().data();
  for (int back = 0; back < 4 && parsed >= all; ++back, --parsed) {
    const Chunks& chunks = parsed->chunks;
    for (int i = first_chunk(chunks, token); i < chunks.size(); ++i) {
      const Subject& subject = parsed->subjects[static_cast<std::size_t>(i)];
      if (!subject.known() || subject.form == SubjectForm::Relative) continue;
      const Chunk& head = chunks.chunks[static_cast<std::size_t>(subject.head)];
      if (head.first >= token) break;
      if (chunks.symbols[static_cast<std::size_t>(subject.head)] != 'N') continue;
      const std::uint32_t first = chunks.chunks[static_cast<std::size_t>(subject.first)].first;
      const Phrase phrase = read_phrase(doc_, names_, first, head.last);
      const bool fits = phrase.name >= 0
                            ? entities_.at(names_.all()[static_cast<std::size_t>(phrase.name)].entity).kind == SpeakerKind::Organization
                            : is(phrase.head, kGroup | kDocument | kOrganizationName) && !is(phrase.head, kPerson) && t.tag[phrase.head] != tag::kNouns;
      if (!fits) continue;
      Who out = of_range(first, head.last, statement, depth + 1);
      if (out.speaker) out.speaker->confidence *= 0.7F;
      return out;
    }
  }
  return {};
}

}  // namespace onrecord

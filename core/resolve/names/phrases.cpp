#include "resolve/names/phrases.h"

#include <algorithm>

#include "extract/chunk/noun_phrases.h"
#include "lexicon/pronouns.h"
#include "lexicon/shared_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

Phrase read_phrase(const Document& doc, const Names& names, std::uint32_t first, std::uint32_t last) {
  Phrase out;
  out.first = first;
  const Tokens& t = doc.tokens;
  std::size_t n = names.first_from(first);
  std::uint32_t k = first;
  while (k < last) {
    while (n < names.all().size() && names.all()[n].last <= k) ++n;
    if (n < names.all().size() && names.all()[n].first <= k) {
      k = std::min(last, names.all()[n].last);
      out.name = static_cast<std::int32_t>(n);
      out.head = k - 1;
      out.end = k;
      continue;
    }
    const char g = t.tag[k];
    const bool nominal = g == tag::kNoun || g == tag::kNouns || g == tag::kName || g == tag::kNames || g == tag::kNumber;
    if (g == tag::kOpenQuote || g == tag::kCloseQuote || (k > first && doc.text[t.begin[k]] == '/' && k + 1 < last)) {
      ++k;
      continue;
    }
    if (nominal) {
      // A time word behind a name is none of it: "Reyes Tuesday".
      if (out.end > first && (t.word[k]->classes & word_class::kWeekday) != 0) break;
      out.name = -1;
      out.head = k;
      out.end = ++k;
      continue;
    }
    if (g == tag::kPossessive) {
      ++k;
      continue;
    }
    if (g == tag::kDeterminer || g == tag::kPossessivePronoun || g == tag::kAdjective || g == tag::kComparative || g == tag::kAdverb) {
      if (out.end > first && (g == tag::kDeterminer || g == tag::kPossessivePronoun || g == tag::kAdverb)) break;
      ++k;
      continue;
    }
    // "the council's standing counsel"
    const bool owned = k > first && t.tag[k - 1] == tag::kPossessive && t.tag[std::min(k + 1, last - 1)] == tag::kNoun;
    if ((g == tag::kParticiple || g == tag::kGerund || g == tag::kPast) && k + 1 < last && (out.end == 0 || owned)) {
      ++k;
      continue;
    }
    if ((t.shape[k] & (kCapital | kMark)) == kCapital && out.end == 0 && g != tag::kPreposition && g != tag::kPronoun) {
      ++k;
      continue;
    }
    break;
  }
  if (out.end == 0) {
    // No noun: "many", "the poor".
    out.end = std::max(k, first + 1);
    out.head = out.end - 1;
  }
  if (out.end < last && t.tag[out.end] == tag::kPossessive && k == out.end + 1) out.possessive_end = true;
  return out;
}

namespace {

// "a woman | who called herself his sister": what somebody calls himself is all that tells who it was.
bool tells_of_himself(const Document& doc, std::uint32_t who, std::uint32_t last) {
  const Tokens& t = doc.tokens;
  return t.tag[who] == tag::kWhPronoun && who + 3 < last && is_reflexive(t.word[who + 2]->id);
}

}  // namespace

std::uint32_t description_end(const Document& doc, const Phrase& phrase, std::uint32_t last) {
  const Tokens& t = doc.tokens;
  std::uint32_t end = last;
  for (std::uint32_t k = phrase.end; k < last; ++k)
    if (tells_of_himself(doc, k, last)) ++k;
    else if (t.tag[k] == tag::kComma || t.tag[k] == tag::kWhPronoun || t.tag[k] == tag::kDash || t.tag[k] == tag::kStop) {
      end = k;
      break;
    }
  const auto ends = [&](std::uint32_t k) { return (t.shape[k] & kMark) == 0 ? t.tag[k] != tag::kPreposition : doc.words(k) == "%"; };
  while (end > phrase.first + 1 && !ends(end - 1)) --end;
  return end;
}

std::size_t name_in_apposition(const Document& doc, const Names& names, std::uint32_t end, bool verb_may_follow) {
  constexpr std::uint32_t kFar = 10;  // tokens
  const Tokens& t = doc.tokens;
  const std::size_t none = names.all().size();
  const std::uint32_t stop = std::min(t.size(), end + kFar);
  std::uint32_t k = end;
  for (; k < stop && t.tag[k] != tag::kComma; ++k) {
    const char g = t.tag[k];
    const bool of_it = g == tag::kNoun || g == tag::kNouns || g == tag::kName || g == tag::kNames || g == tag::kAdjective ||
                       g == tag::kPossessive || g == tag::kPreposition || g == tag::kDeterminer || g == tag::kPossessivePronoun ||
                       g == tag::kPronoun;  // the woman beside me
    if (!of_it || (k == end && g != tag::kPreposition)) return none;
  }
  if (k + 1 >= stop) return none;
  // "one patient, retired bus driver Ana Reyes", "Channel 6 anchor Ana Reyes": what the name's post is, in which another name may stand
  const auto tells = [&](const Name& name) {
    if (name.before == k + 1) return true;
    std::uint32_t post = name.before;
    if (post > k + 2 && post < stop && leads_to_name(t.word[post - 1]->id)) --post;  // a nurse named Gloria
    bool told = post > k + 1 && post < stop &&
                ((t.word[post - 1]->classes & (word_class::kPerson | word_class::kTitle)) != 0 || plays(doc.words(post - 1)) ||
                 doc.words(post - 1).ends_with("-year-old"));
    for (std::uint32_t m = k + 1; told && m < post; ++m) {
      const char g = t.tag[m];
      told = g == tag::kNoun || g == tag::kAdjective || g == tag::kName || g == tag::kDeterminer || g == tag::kPossessive ||
             g == tag::kNumber || plays(doc.words(m));
    }
    return told;
  };
  const auto ends = [&](const Name& name) {
    if (name.last >= t.size()) return false;
    const char behind = t.tag[name.last];
    const bool verb = behind == tag::kPast || behind == tag::kThirdPerson || behind == tag::kModal;
    return behind == tag::kComma || behind == tag::kStop || behind == tag::kOpen || (verb && verb_may_follow) ||
           (verb_may_follow && doc.words(name.last) == "of");  // Ana Reyes (retd); Ana Reyes of Reyes & Doe
  };
  for (std::size_t index = names.first_from(k + 1); index < none && names.all()[index].before < stop; ++index)
    if (tells(names.all()[index]) && ends(names.all()[index])) return index;
  return none;
}

std::uint32_t post_at_house(const Document& doc, std::uint32_t first, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 3;  // words of the house
  using namespace word_class;
  const Tokens& t = doc.tokens;
  const auto small = [&](std::uint32_t k) {
    const char g = t.tag[k];
    const Bits classes = t.word[k]->classes;  // "chief of staff", not "mother of sailors"
    const bool thing = (classes & (kPerson | kTitle)) == 0 && ((classes & kPeople) == 0 || !doc.words(k).ends_with('s'));
    return (g == tag::kNoun || g == tag::kNouns || g == tag::kAdjective) && (t.shape[k] & kCapital) == 0 && thing;
  };
  std::uint32_t k = begin;
  while (k > first && begin - k < kLongest && small(k - 1)) --k;
  if (k == begin) return begin;
  if (k > first && t.tag[k - 1] == tag::kDeterminer) --k;
  const bool bare = t.tag[k] != tag::kDeterminer;  // "director of operations", not "owner of the bakery"
  if (k < first + 2 || (doc.words(k - 1) != "in" && doc.words(k - 1) != "at" && !(bare && doc.words(k - 1) == "of"))) return begin;
  const std::uint32_t head = k - 2;
  const bool post = (t.word[head]->classes & (kPerson | kTitle)) != 0 && (t.tag[head] == tag::kNoun || t.tag[head] == tag::kName);
  return post ? head : begin;
}

std::size_t name_before_age(const Document& doc, const Names& names, std::uint32_t town) {
  constexpr std::uint32_t kFar = 10;  // tokens of the address in front of the town
  const Tokens& t = doc.tokens;
  const std::size_t none = names.all().size();
  // "hit Ana Reyes, 29, of Calder, | Detective Tom Kern said": somebody else
  if (const std::size_t n = names.first_from(town); n < none && names.all()[n].before <= town + 1 && names.all()[n].first >= town &&
      names.all()[n].has(name_hint::kGiven | name_hint::kTitled))
    return none;
  std::uint32_t of = town;
  while (of > 0 && town - of < kFar && (t.tag[of - 1] == tag::kComma || (t.shape[of - 1] & (kCapital | kMark)) == kCapital)) --of;
  if (of < 5 || t.tag[of - 1] != tag::kPreposition || t.tag[of - 2] != tag::kComma) return none;
  std::uint32_t end = of - 3;  // of the name: before ", 29," or " (29),"
  if (t.tag[end] == tag::kClose) --end;
  if (t.tag[end] != tag::kNumber || (t.tag[end - 1] != tag::kComma && t.tag[end - 1] != tag::kOpen)) return none;
  --end;
  const std::size_t i = names.first_from(end - 1);
  return i < none && names.all()[i].last == end ? i : none;
}

std::size_t name_behind_gerund(const Document& doc, const Names& names, TokenRange mention) {
  const Tokens& t = doc.tokens;
  const std::size_t none = names.all().size();
  if (mention.first == 0 || t.tag[mention.first - 1] != tag::kGerund) return none;
  const std::size_t i = names.first_from(mention.first);
  if (i + 1 >= none || names.all()[i].before != mention.first) return none;
  const Name& own = names.all()[i];
  const Name& next = names.all()[i + 1];
  return own.last + 1 < mention.last && t.tag[own.last] == tag::kComma && next.before == own.last + 1 ? i + 1 : none;
}

std::size_t name_before_party(const Document& doc, const Names& names, std::uint32_t party) {
  const Tokens& t = doc.tokens;
  const std::size_t none = names.all().size();
  if ((t.shape[party] & kHyphen) == 0) return none;
  const std::string_view w = doc.words(party);
  if (w.size() < 3 || w[1] != '-' || (w[0] != 'D' && w[0] != 'R' && w[0] != 'I')) return none;
  if (party < 2 || t.tag[party - 1] != tag::kComma) return none;
  const std::size_t i = names.first_from(party - 2);
  return i < none && names.all()[i].last == party - 1 ? i : none;
}

bool is_part_of_house(const Document& doc, std::uint32_t name_end, std::uint32_t head) {
  static const auto unions = ids_of("un", "eu");
  const std::string_view what = doc.words(head);
  const Word& whose = *doc.tokens.word[name_end - 1];
  const bool has_agencies = unions.has(whose.id) || (whose.classes & (word_class::kPlace | word_class::kDemonym)) != 0;
  return (what == "agency" || what == "body") && name_end < head && has_agencies && doc.words(head - 1) != "news";
}

}  // namespace onrecord

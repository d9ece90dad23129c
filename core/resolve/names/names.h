// The names of an article, where they stand: "Ann Roe", "Ms. Reyes", "the Harbour Trust", "UN".
//
//   Names names;
//   names.find(doc, places, article.dateline.source_span);
//   for (const Name& n : names.all()) use(doc, n.first, n.last);   // titles and roles in front are left off
//
// One pass over the tokens, no heap per name. What a name stands for is decided by entities.h.
#pragma once

#include <cstdint>
#include <vector>

#include "base/place_index.h"
#include "resolve/names/places.h"
#include "segment/document.h"

namespace onrecord {

// What stands around a name and inside it: bits of Name::hints.
namespace name_hint {
inline constexpr std::uint32_t kTitled = 1U << 0;        // Mr. Reyes, Sen. Roe, the mayor Ann Roe
inline constexpr std::uint32_t kMaleTitle = 1U << 1;     // Mr., Lord
inline constexpr std::uint32_t kFemaleTitle = 1U << 2;   // Ms., Dame
inline constexpr std::uint32_t kGiven = 1U << 3;         // begins with a first name
inline constexpr std::uint32_t kOrgWord = 1U << 4;       // … Trust, … University
inline constexpr std::uint32_t kAcronym = 1U << 5;       // one word of capitals
inline constexpr std::uint32_t kPlaceWord = 1U << 6;     // on the list of places
inline constexpr std::uint32_t kPeopleWord = 1U << 7;    // Chileans, Democrats
inline constexpr std::uint32_t kThe = 1U << 8;           // the Pentagon
inline constexpr std::uint32_t kIn = 1U << 9;            // in Ohio
inline constexpr std::uint32_t kHeadline = 1U << 10;     // in a title, heading, caption or byline
inline constexpr std::uint32_t kQuoted = 1U << 11;       // inside a quotation
inline constexpr std::uint32_t kPossessive = 1U << 12;   // Reyes's
inline constexpr std::uint32_t kCommonWords = 1U << 13;  // every word of it is an ordinary one: White House
inline constexpr std::uint32_t kSubject = 1U << 14;      // the subject of a finite verb
inline constexpr std::uint32_t kSpeaks = 1U << 15;       // in the mention of a statement
inline constexpr std::uint32_t kByline = 1U << 17;       // of the author
inline constexpr std::uint32_t kWeak = 1U << 19;         // an ordinary word that may have its capital from the sentence's start
inline constexpr std::uint32_t kAsks = 1U << 20;         // "…?” Reyes asked"
inline constexpr std::uint32_t kTopic = 1U << 18;        // what the sentence is about though not its subject: "Reyes's plan failed"
}  // namespace name_hint

struct Name {
  std::uint32_t first = 0, last = 0;  // tokens, half open: the name proper
  std::uint32_t before = 0;           // first token of the titles in front of it; `first` when there are none
  std::uint32_t sentence = 0;         // index into Document::sentences
  std::uint32_t hints = 0;
  std::int32_t entity = -1;

  [[nodiscard]] bool has(std::uint32_t hint) const { return (hints & hint) != 0; }
  [[nodiscard]] std::uint32_t size() const { return last - first; }
};

// A third-person pronoun of one person.
struct PronounAt {
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  bool female = false;
  bool quoted = false;
  bool possessive = false;  // his, her (which may be an object too)
  bool nominative = false;  // he, she
  bool reflexive = false;   // himself, herself
  std::int32_t entity = -1;
};

class Names {
 public:
  // Needs tags and `doc`'s places. What was found before is dropped. Where the report was written (`dateline`, empty for none) names
  // nobody in it.
  void find(const Document& doc, const Places& places, Span dateline);

  [[nodiscard]] std::vector<Name>& all() { return names_; }
  [[nodiscard]] const std::vector<Name>& all() const { return names_; }
  [[nodiscard]] std::vector<PronounAt>& pronouns() { return pronouns_; }
  [[nodiscard]] const std::vector<PronounAt>& pronouns() const { return pronouns_; }

  // Drops the names that are no longer any (entity < -1). From then on none comes or goes, and first_from may be asked.
  void drop_rejected();

  // Index of the first name that ends after token `t`; their number for none.
  [[nodiscard]] std::size_t first_from(std::uint32_t t) const;

 private:
  std::vector<Name> names_;
  std::vector<PronounAt> pronouns_;
  PlaceIndex index_;  // by where names end
};

// Whether the word at token `t` is an ordinary one, or one with a prefix: "Corruption", "Anti-Corruption".
[[nodiscard]] bool is_ordinary(const Document& doc, std::uint32_t t);

// A hash of a word in small letters; quicker where sixteen bytes from its first may be read, up to `readable_end`.
[[nodiscard]] std::uint64_t folded_hash(std::string_view word);
[[nodiscard]] std::uint64_t folded_hash(std::string_view word, const char* readable_end);

}  // namespace onrecord

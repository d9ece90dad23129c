// Who and what the names of an article stand for.
//
//   Entities entities;
//   entities.build(doc, names);               // sets Name::entity of every name
//   entities.name_of(names.all()[i].entity)   // "Ana Reyes", wherever the article gives it in full
//
// A surname goes to its full name, before or behind it; an acronym to what it stands for; "the Post" to the paper. Whether a
// name is a person's, an organisation's or a place's is the sum of what stands around all its mentions; of what tells gender, titles
// outvote pronouns, and these the lists of first names. Linear: looks into chains of equal surnames are bounded.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/clause/parsed.h"
#include "extract/statement.h"
#include "resolve/names/hash_chains.h"
#include "resolve/names/names.h"
#include "segment/document.h"

namespace onrecord {

enum class Gender : std::uint8_t { Unknown, Male, Female };

struct Entity {
  std::uint32_t first = 0, last = 0;     // tokens of its fullest mention
  std::uint32_t first_name = 0;          // index of its first mention, while names are joined
  std::uint32_t mentions = 0;
  std::uint32_t full_mentions = 0;
  std::uint64_t first_hash = 0, last_hash = 0, all_hash = 0;
  std::uint64_t nick_hash = 0;           // Robert "Bobby" Roe
  std::int32_t merged = -1;              // into another entity
  std::uint32_t last_seen = 0;           // sentence of its latest mention, while names are joined
  bool people = false;                   // Chileans, Democrats
  bool suffix = false;                   // Jr., III
  bool personlike = false;
  std::int32_t person = 0, organization = 0, place = 0;  // evidence for each, in halves of a point
  std::int32_t male = 0, female = 0;
  std::uint32_t role_first = 0, role_last = 0;           // tokens; empty: no role known
  std::uint32_t age = 0;                                 // token of the age, 0: none
  std::uint64_t party = 0;                               // hash of "republican", "labour" …, 0: none known
  SpeakerKind kind = SpeakerKind::Unknown;
  bool is_place = false;

  [[nodiscard]] Gender gender() const { return male > female ? Gender::Male : female > male ? Gender::Female : Gender::Unknown; }
  [[nodiscard]] bool is_person() const { return kind == SpeakerKind::Person; }
};

// "transport chief" of somebody: what a later "the transport chief" may stand for.
struct RoleFact {
  std::int32_t entity = -1;
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t head = 0;             // token: chief
  std::uint64_t hash = 0;             // of the head, abbreviations written out
  bool left = false;                  // stepped down as, resigned as
};

class Entities {
 public:
  void build(const Document& doc, Names& names);

  [[nodiscard]] const Entity& at(std::int32_t entity) const { return entities_[static_cast<std::size_t>(entity)]; }
  [[nodiscard]] Entity& at(std::int32_t entity) { return entities_[static_cast<std::size_t>(entity)]; }
  [[nodiscard]] std::size_t size() const { return entities_.size(); }
  [[nodiscard]] std::string name_of(std::int32_t entity) const;
  [[nodiscard]] std::string role_of(std::int32_t entity) const;

  // Whose role "the … `head`" is, looking back: of those who hold it before the one most in mind, else the first behind; -1 for none.
  // `first` is the description's first token: words between it and the head must not speak against.
  [[nodiscard]] std::int32_t find_holder(std::uint32_t first, std::uint32_t head) const;
  // Whose calling goes by another word, too: "the manager" of coach Ana Reyes, where nobody else is called so and no manager was told of
  // without a name; -1 for none.
  [[nodiscard]] std::int32_t find_called_otherwise(std::uint32_t head) const;
  // Who leads the house that the description from `first` to `head` names, whatever the post is called: "the union leader" is Union chief
  // Ana Reyes, where nobody else leads one; -1 for none.
  [[nodiscard]] std::int32_t find_head_of_house(std::uint32_t first, std::uint32_t head) const;
  // Who "a … `head`" turns out to be some sentences on, as in a report whose first sentence keeps the name back: the only holder of the
  // role, named behind it and soon; -1 for none.
  [[nodiscard]] std::int32_t find_introduced(std::uint32_t first, std::uint32_t head) const;
  // Whose role "the `letters`" stands for: "CS" of Cabinet Secretary Ana Reyes; the holder told of last before `token`,
  // else the first behind; -1 for none.
  [[nodiscard]] std::int32_t find_by_initials(std::string_view letters, std::uint32_t token) const;
  // Whether the role `head` that `holder` has may be that of `owner`: "Reyes's lawyer", unless all that is told of it is somebody else's.
  [[nodiscard]] bool may_be_of(std::int32_t holder, std::uint32_t head, std::int32_t owner) const;
  // Whether the description from `first` to `head` names a party that is not that of `entity`.
  [[nodiscard]] bool other_party(std::uint32_t first, std::uint32_t head, std::int32_t entity) const;
  // Whether `entity` is called a manager, a coach, a referee.
  [[nodiscard]] bool leads_team(std::int32_t entity) const;
  // How often the person is mentioned who is mentioned most.
  [[nodiscard]] std::uint32_t most_mentions() const;
  // Whether some office is told of `entity`: senator, chairman.
  [[nodiscard]] bool has_office(std::int32_t entity) const;
  [[nodiscard]] const std::vector<RoleFact>& roles() const { return roles_; }

 private:
  // How a name is written, worked out once.
  struct Spelled {
    std::uint32_t end = 0;                        // token past its core: without Jr., QC
    std::uint64_t first = 0, last = 0, all = 0;   // hashes of its words
    bool suffix = false;                          // Jr., III
  };

  static constexpr int kMost = 24;  // entities of one word that are looked at

  // entity_joins.cpp
  [[nodiscard]] Spelled spell(const Name& name) const;
  [[nodiscard]] std::uint64_t initials_hash(std::uint32_t first, std::uint32_t last) const;
  void join_full(std::size_t name);
  bool join_bracketed(std::size_t name);
  [[nodiscard]] std::int32_t person_by_two_words(const Name& name) const;
  [[nodiscard]] std::int32_t titled_in_front(const Entity& e) const;
  void merge_longer();
  void widen_first_words();
  [[nodiscard]] std::int32_t fresh(std::size_t name);
  [[nodiscard]] bool told_as_person(const Name& name, std::uint32_t end) const;

  // short_joins.cpp
  void join_short(std::size_t name);
  [[nodiscard]] bool ends_in_place(const Entity& e) const;
  [[nodiscard]] Gender gender_told_behind(const Name& name) const;
  [[nodiscard]] int surname_score(const Name& name, const Entity& person) const;
  [[nodiscard]] std::int32_t person_of_surname(const Name& name, std::uint64_t surname) const;
  [[nodiscard]] std::int32_t house_by_letters(std::uint64_t letters) const;
  [[nodiscard]] std::int32_t person_of_first_name(const Word& word, std::uint64_t first_name) const;
  [[nodiscard]] bool opens_houses_only(std::uint64_t first_word) const;
  [[nodiscard]] std::int32_t house_of_word(const Name& name, const Word& word, std::uint64_t own) const;
  [[nodiscard]] std::int32_t of_one_word(std::uint64_t own) const;
  [[nodiscard]] std::int32_t person_called_behind(const Name& name, std::uint64_t own) const;
  [[nodiscard]] std::int32_t person_called(std::uint64_t first_name) const;
  [[nodiscard]] bool of_company(const Name& name, std::int32_t company, std::int32_t person) const;
  [[nodiscard]] std::int32_t company_of(std::uint64_t first_word) const;

  [[nodiscard]] bool letters_behind_word(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t age_beside(const Name& name, std::uint32_t end) const;
  void weigh(const Name& name);
  void find_called_he();
  void decide();
  // roles.cpp
  void find_roles();
  void find_role_in_front(const Name& name, std::uint32_t begin);
  void find_role_behind(const Name& name, std::uint32_t end);
  [[nodiscard]] std::uint32_t second_role(std::uint32_t conjunction, std::uint32_t end) const;
  void find_role_at_house(const Name& name, std::uint32_t begin);
  void find_role_at_place(std::size_t name);
  void find_house_behind(const Name& name, std::uint32_t end);
  void find_role_said(const Name& name, std::uint32_t end);
  void find_role_accused(const Name& name, std::uint32_t end);
  void find_role_left(const Name& name, std::uint32_t end);
  [[nodiscard]] std::uint32_t role_before_preposition(std::uint32_t begin, std::uint32_t last, bool in_full) const;
  [[nodiscard]] std::uint32_t role_to_holder(std::uint32_t begin, std::uint32_t holder) const;
  void find_role_before_comma(const Name& name, std::uint32_t begin, std::uint32_t end);
  void find_party(const Name& name, std::uint32_t begin, std::uint32_t end);
  void find_party_leads();
  // role_holders.cpp
  struct Wanted {                     // what a description says of its role's holder
    std::uint64_t role = 0, party = 0;
    std::uint64_t house = 0;             // of the house whose role it is, see house_of()
    std::array<std::uint64_t, 6> own{};  // hashes of its words with capitals
    std::size_t owns = 0;
    TokenRange of{};                  // behind its head: "of Calder"; in front "Calder's"
    bool of_place = false;            // those words are a place and no more
    bool introduced = false;          // somebody who is named only behind it
    bool second = false;              // vice, deputy
    bool prime = false;               // prime minister, first minister
    bool former = false;              // the former mayor, the ex-mayor
    bool next = false;                // the new mayor, the incoming mayor
  };
  [[nodiscard]] Wanted wanted(std::uint32_t first, std::uint32_t head) const;
  [[nodiscard]] bool is_prime(std::uint32_t head) const;
  [[nodiscard]] bool is_former(std::uint32_t first, std::uint32_t head) const;
  [[nodiscard]] TokenRange place_of(std::uint32_t first, std::uint32_t head, std::uint32_t last) const;
  [[nodiscard]] bool share_name(TokenRange one, TokenRange other) const;
  [[nodiscard]] std::uint64_t house_of(std::uint32_t head, std::uint32_t last) const;
  [[nodiscard]] bool is_second(std::uint32_t first, std::uint32_t head) const;
  [[nodiscard]] std::optional<int> shared_words(const RoleFact& fact, const Wanted& wanted) const;
  [[nodiscard]] std::int32_t nearest_of(std::span<const std::int32_t> holders, std::uint32_t token) const;
  [[nodiscard]] bool spells(const RoleFact& fact, std::string_view letters) const;
  [[nodiscard]] bool has_initials(const RoleFact& fact, std::string_view letters) const;
  void add_fact(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head);
  void add_fact_called(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint64_t hash);
  [[nodiscard]] bool noun(std::uint32_t token) const;
  [[nodiscard]] bool is(std::uint32_t token, word_class::Bits bits) const { return (doc_->tokens.word[token]->classes & bits) != 0; }
  void add_role(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head);
  [[nodiscard]] std::int32_t root(std::int32_t entity) const;
  [[nodiscard]] std::uint64_t hash(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t core_end(std::uint32_t first, std::uint32_t last) const;

  const Document* doc_ = nullptr;
  Names* names_ = nullptr;
  std::vector<Spelled> spelled_;   // by name, before any is dropped
  std::vector<Entity> entities_;
  std::vector<RoleFact> roles_;
  std::vector<std::int32_t> party_leads_;
  HashChains by_last_, by_first_, by_all_, by_acronym_, by_called_, by_role_;
};

// The text under the tokens, white space runs as one space.
[[nodiscard]] std::string text_of(const Document& doc, std::uint32_t first, std::uint32_t last);

}  // namespace onrecord

// Who the mention of a statement is.
//
//   Speakers speakers(article, doc, cascade, names, entities, discourse);
//   speakers.resolve(statements);        // sets speaker and on_behalf_of
//
// A mention is read as a noun phrase: its head is a name, a pronoun, or a description. A name is given in full; a pronoun goes to
// whom it stands for; a description ("the rapporteur", "the group") to the holder of the role, and else stands for itself,
// unnamed. What cannot be known stays null.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/statement.h"
#include "ingest/article.h"
#include "resolve/names/entities.h"
#include "resolve/names/names.h"
#include "resolve/names/phrases.h"
#include "resolve/speakers/conjuncts.h"
#include "resolve/speakers/discourse.h"
#include "resolve/speakers/issuer.h"
#include "segment/document.h"

namespace onrecord {

struct Description;

class Speakers {
 public:
  Speakers(const Article& article, const Document& doc, const Cascade& cascade, const Names& names, const Entities& entities,
           const Discourse& discourse);

  void resolve(std::vector<Statement>& statements);

  // The answers of an interview whose questions stand in paragraphs of their own, without labels or quotation marks: a statement for each
  // (rule "answer"), in order. Only where the article tells of an interview, the questions address somebody, the answers are in the
  // first person, and one person stands out. Linear.
  [[nodiscard]] std::vector<Statement> answers() const;
  // Whether there may be any: two paragraphs that only ask.
  [[nodiscard]] static bool may_have_answers(const Document& doc);

  // For each statement the entity that speaks; below 0 where that is none, or more than one.
  [[nodiscard]] const std::vector<std::int32_t>& entities_of_statements() const { return entity_of_; }

 private:
  struct Who {
    std::optional<Speaker> speaker;
    std::string on_behalf_of;
    std::int32_t entity = -1;
  };

  [[nodiscard]] Who whose_words(const Chunks& chunks, int noun, const Statement& statement) const;
  [[nodiscard]] Who announced(const Statement& statement) const;
  [[nodiscard]] Who named_first(const Parsed& parsed) const;
  [[nodiscard]] Who of_sentence_before(const std::vector<Statement>& statements, std::size_t index) const;
  [[nodiscard]] Who of_sentence_behind(const std::vector<Statement>& statements, std::size_t index) const;
  [[nodiscard]] Who who_acts(const Parsed& parsed, const std::vector<Statement>& statements, std::size_t index) const;
  void carry_over(std::vector<Statement>& statements, std::size_t index);
  [[nodiscard]] bool is_first_person(TokenRange mention) const;
  [[nodiscard]] bool opens_paragraph(std::uint32_t token) const;
  [[nodiscard]] bool place_over(std::uint32_t token) const;
  [[nodiscard]] std::int32_t of_epithet(const Phrase& phrase, std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool told_of_one(std::uint32_t head) const;
  [[nodiscard]] std::int32_t acts_in_paragraph(std::uint32_t token) const;
  [[nodiscard]] std::int32_t called_by_other(std::uint32_t head) const;
  [[nodiscard]] std::int32_t of_age(std::uint32_t token, std::string_view age) const;
  [[nodiscard]] bool unnamed_spoke(std::uint32_t token) const;
  void resolve_one(std::vector<Statement>& statements, std::size_t index);
  [[nodiscard]] Who of_range(std::uint32_t first, std::uint32_t last, const Statement& statement, int depth) const;
  [[nodiscard]] std::int32_t of_demonym(const Phrase& phrase, std::uint32_t first, const Statement& statement) const;
  [[nodiscard]] bool speaks_as_one(const Statement& statement) const;
  [[nodiscard]] bool only_demonym(const Phrase& phrase) const;
  [[nodiscard]] Who of_phrase(const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement, int depth) const;
  [[nodiscard]] std::int32_t in_mind_as(std::int32_t statement) const;
  [[nodiscard]] Who of_pronoun(std::uint32_t token, const Statement& statement, int depth) const;
  [[nodiscard]] TokenRange told_of_before(std::uint32_t token, bool female, std::int32_t around) const;
  [[nodiscard]] Who of_relative(std::uint32_t token, const Statement& statement, int depth) const;
  [[nodiscard]] Who of_first_person(std::uint32_t token, const Statement& statement) const;
  [[nodiscard]] Who of_issuer() const;
  [[nodiscard]] Who of_name(const Issuer& issuer) const;
  [[nodiscard]] Who of_plural(std::uint32_t token, const Statement& statement, int depth) const;
  [[nodiscard]] TokenRange meant_by_they(std::uint32_t token, const Statement& statement) const;
  [[nodiscard]] TokenRange plural_subject(const Parsed& parsed, std::uint32_t token, int back, TokenRange& house) const;
  [[nodiscard]] bool counts_several(std::uint32_t head, std::uint32_t last) const;
  [[nodiscard]] bool in_the_plural(const Chunk& verb) const;
  [[nodiscard]] Who of_paper(std::uint32_t first, std::uint32_t head) const;
  [[nodiscard]] static Who house_called(std::string name, float confidence);
  [[nodiscard]] Who of_house_of_place(std::uint32_t first, std::uint32_t head) const;
  [[nodiscard]] bool is_house(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool behind_quotation(std::uint32_t token) const;
  [[nodiscard]] TokenRange one_subject_before(const Parsed& parsed) const;
  // The block that holds the token.
  [[nodiscard]] std::vector<TokenBlock>::const_iterator block_over(std::uint32_t token) const {
    return std::partition_point(doc_.blocks.begin(), doc_.blocks.end(), [token](const TokenBlock& b) { return b.last <= token; });
  }
  [[nodiscard]] bool same_paragraph(std::uint32_t one, std::uint32_t other) const;
  [[nodiscard]] bool begins_sentence(std::uint32_t token) const;
  [[nodiscard]] TokenRange unnamed_source_before(const Statement& statement) const;
  [[nodiscard]] TokenRange people_before(std::uint32_t token) const;
  [[nodiscard]] Who of_pair(std::uint32_t token, const Statement& statement, int depth) const;
  [[nodiscard]] Who house_that_spoke(std::ptrdiff_t own, TokenRange tokens) const;
  [[nodiscard]] Who of_thing(std::uint32_t token, const Statement& statement, int depth) const;
  [[nodiscard]] Who of_entity(std::int32_t entity, float confidence) const;
  [[nodiscard]] Who described(std::uint32_t first, std::uint32_t last, SpeakerKind kind, float confidence) const;
  // descriptions.cpp
  [[nodiscard]] Who of_description(const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement,
                                   int depth) const;
  [[nodiscard]] Who pair_described(const Description& d) const;
  [[nodiscard]] Who one_of_pair(const Description& d) const;
  [[nodiscard]] Who house_described(const Description& d) const;
  [[nodiscard]] Who of_people(const Description& d) const;
  [[nodiscard]] Who aged(const Description& d) const;
  [[nodiscard]] Who of_person(const Description& d) const;
  [[nodiscard]] Who of_kin(const Description& d) const;
  [[nodiscard]] bool of_white_house(const Description& d) const;
  [[nodiscard]] Who of_known_person(const Description& d) const;
  [[nodiscard]] Who of_office(const Description& d) const;
  [[nodiscard]] Who of_campaign(const Description& d) const;
  [[nodiscard]] Who of_body(const Description& d) const;
  // named_descriptions.cpp
  [[nodiscard]] Who person_in_apposition(const Description& d) const;
  [[nodiscard]] bool opens_relative_clause(const Description& d) const;
  [[nodiscard]] bool inside_aside(const Description& d, std::uint32_t token) const;
  [[nodiscard]] bool tells_whose(const Description& d, std::size_t n) const;
  [[nodiscard]] Who house_of_several(const Description& d) const;
  [[nodiscard]] Who named_behind_comma(const Description& d) const;
  [[nodiscard]] Who person_before_comma(const Description& d) const;
  [[nodiscard]] Who person_behind_mention(const Description& d) const;
  [[nodiscard]] Who named_behind(const Phrase& phrase, std::uint32_t last, const Statement& statement, int depth) const;
  // joint_speakers.cpp
  [[nodiscard]] std::optional<Who> joint(const Phrase& phrase, std::uint32_t last, const Statement& statement, int depth) const;
  [[nodiscard]] Who of_house_of_two_places(const Phrase& phrase, std::uint32_t last) const;
  [[nodiscard]] Who of_two_posts(const Phrase& phrase, const Conjuncts& two) const;
  [[nodiscard]] Who of_post_of_two_words(const Conjuncts& two) const;
  [[nodiscard]] std::string_view shared_surname(const Conjuncts& several) const;
  [[nodiscard]] std::optional<Who> each_of(const Conjuncts& several, const Statement& statement, int depth) const;
  [[nodiscard]] std::size_t told_behind(const std::vector<Statement>& statements, std::size_t index) const;
  [[nodiscard]] std::size_t printed_again(const std::vector<Statement>& statements, std::size_t index) const;
  [[nodiscard]] std::uint32_t behind_title(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::int32_t name_over(std::uint32_t token) const;
  [[nodiscard]] bool met_by_somebody(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::int32_t name_that_ends(std::uint32_t first, std::uint32_t last) const;
  // interviews.cpp
  [[nodiscard]] bool is_interview_label(std::uint32_t token) const;
  [[nodiscard]] TokenRange last_before_questions(std::uint32_t token) const;
  [[nodiscard]] Who of_interviewer(std::uint32_t token) const;
  [[nodiscard]] Who of_interview(std::uint32_t label) const;
  [[nodiscard]] std::int32_t by_initials(std::uint32_t label) const;
  [[nodiscard]] bool says(const TokenBlock& block, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] bool answers_question(std::uint32_t token) const;
  [[nodiscard]] Who of_interviewed(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t first_question() const;
  [[nodiscard]] bool in_answer(std::uint32_t token) const;
  [[nodiscard]] bool in_own_words(std::uint32_t token) const;
  [[nodiscard]] std::string campaign_of(std::int32_t entity) const;
  [[nodiscard]] std::string spoken_for(std::uint32_t head, TokenRange range, const Statement& statement) const;
  [[nodiscard]] TokenRange house_in_front(std::uint32_t first, std::uint32_t head) const;
  [[nodiscard]] std::string spoken_for_before(const Statement& statement) const;
  [[nodiscard]] std::string house_before(TokenRange mention, const Statement& statement) const;
  [[nodiscard]] std::string named_as_spoken_for(const Statement& statement) const;
  [[nodiscard]] std::string spoken_for_by(std::int32_t entity, TokenRange mention, const Statement& statement) const;
  [[nodiscard]] std::int32_t campaigner_before(std::uint32_t token) const;
  [[nodiscard]] Who party_before(std::uint32_t token) const;
  [[nodiscard]] std::int32_t topic_house() const;
  [[nodiscard]] bool of_members(const Entity& house) const;
  [[nodiscard]] std::int32_t organization_before(std::uint32_t first, std::uint32_t head, bool by_words) const;
  [[nodiscard]] std::int32_t owner(std::uint32_t first, std::uint32_t head, const Statement& statement) const;
  [[nodiscard]] std::int32_t called_before(std::uint32_t first, std::uint32_t head, const Statement& statement) const;
  [[nodiscard]] std::int32_t called_by(std::uint32_t first, std::uint32_t head) const;
  [[nodiscard]] std::int32_t possessor(std::uint32_t first, std::uint32_t head, const Statement& statement) const;
  [[nodiscard]] const Parsed* parsed_at(std::uint32_t token) const;
  [[nodiscard]] bool is(std::uint32_t token, word_class::Bits bits) const { return (doc_.tokens.word[token]->classes & bits) != 0; }

  const Article& article_;
  const Document& doc_;
  const Cascade& cascade_;
  const Names& names_;
  const Entities& entities_;
  const Discourse& discourse_;
  std::size_t outer_ = 0;  // parsed sentences that are not the inside of a quotation
  std::vector<std::int32_t> entity_of_;  // by statement: the single entity that speaks, -1 for none
  const std::vector<Statement>* statements_ = nullptr;
  static constexpr std::int32_t kNotLookedFor = -2;
  mutable std::optional<Issuer> issuer_;  // looked for when somebody first says "I" outside quotation marks
  mutable bool issuer_looked_for_ = false;
  mutable std::optional<bool> tells_of_behalf_;  // looked for once: few articles do
  mutable bool first_question_looked_for_ = false;
  mutable std::uint32_t first_question_ = UINT32_MAX;  // token; past the end where the article is no interview
  mutable std::int32_t interviewed_ = kNotLookedFor;  // the entity that answers in an interview, -1: nobody stands out
};

}  // namespace onrecord

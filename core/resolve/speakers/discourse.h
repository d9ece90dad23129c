// Whom he and she stand for, all through an article.
//
//   Discourse discourse;
//   discourse.read(doc, cascade, statements, names, entities);
//   discourse.entity_of_pronoun(token);   // -1 when nobody fits
//
// Every pronoun outside quotations is given to the person who is in the reader's mind there: gender must agree, a subject goes
// before an object, the near before the far, who just spoke before who was spoken of; whom somebody is told is somebody else. What a
// pronoun is given to counts as mentioned again, and tells the gender of a name that does not. Linear: at most a few dozen mentions are
// looked back over.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/extract.h"
#include "extract/statement.h"
#include "resolve/names/entities.h"
#include "resolve/names/names.h"
#include "segment/document.h"

namespace onrecord {

class Discourse {
 public:
  void read(const Document& doc, const Cascade& cascade, const std::vector<Statement>& statements, Names& names, Entities& entities);

  // The person that the pronoun at `token` stands for, -1 for none, and how clearly: the lead over the runner-up, 0 to 1.
  struct Antecedent {
    std::int32_t entity = -1;
    float lead = 0;
    TokenRange description;  // of someone unnamed: "a woman who asked"; entity is -1 then
    [[nodiscard]] bool known() const { return entity >= 0 || !description.empty(); }
  };
  [[nodiscard]] Antecedent entity_of_pronoun(std::uint32_t token) const;

  // Who is in the reader's mind at `token`: for descriptions that say nothing more than he or she would.
  // Nobody who is mentioned less than `mentions` times, nor, where `plays`, who is told to lead a team, nor the entity `not_this`.
  [[nodiscard]] Antecedent in_mind(std::uint32_t token, Gender gender, std::uint32_t mentions = 0, bool plays = false,
                                   std::int32_t not_this = INT32_MIN) const;

  // How somebody unnamed is known whose description has its head at the token.
  [[nodiscard]] static std::int32_t described_by(std::uint32_t head) { return -2 - static_cast<std::int32_t>(head); }

  // The same for a pronoun inside a quotation, which is not about `speaker`: an entity, or as described_by() has it; -1 for nobody known.
  [[nodiscard]] Antecedent inside_quotation(std::uint32_t token, std::int32_t speaker) const;

 private:
  struct Ref {
    std::int32_t entity;  // someone unnamed has a negative one of the kind -2 - token
    std::uint32_t token;
    std::uint32_t sentence;
    std::uint32_t hints;
    TokenRange description;
    Gender gender = Gender::Unknown;
    bool epithet = false;        // "the singer": it stands for somebody named before, if anybody was
    bool his = false;            // a possessive pronoun
    std::int32_t reported = -1;  // index of the reported words it stands in
  };
  // What somebody reports in other words than the speaker's.
  struct Reported {
    Span content, mention;
  };
  // What somebody says in a turn of a talk.
  struct Turn {
    Span content;
    std::int32_t entity;
  };
  // A pronoun, or a description like one, that wants an antecedent.
  struct Wanted {
    std::uint32_t token = 0, sentence = 0;
    Gender gender = Gender::Unknown;
    bool possessive = false;
    bool named = false;                   // nobody unnamed will do
    std::uint32_t mentions = 0;           // at least
    bool goes_on = false;                 // behind a quotation that opens the sentence
    bool plays = false;                   // a striker, so no manager
    std::int32_t not_this = INT32_MIN;    // entity
    std::int32_t reported = -1;
  };
  void mark_subjects(const Document& doc, const Cascade& cascade, Names& names, const Entities& entities);
  void put_in_order();
  static void mark_opening(const Document& doc, const Sentence& sentence, std::size_t at, Names& names, const Entities& entities);
  static bool mark_named_subject(const Document& doc, const Parsed& parsed, const Subject& subject, Names& names,
                                 const Entities& entities);
  void mark_described_subject(const Document& doc, const Parsed& parsed, const Subject& subject, std::uint32_t sentence,
                              Names& names, const Entities& entities);
  void mark_speakers(const Document& doc, const std::vector<Statement>& statements, Names& names, const Entities& entities);
  [[nodiscard]] static std::size_t turned_round(const Document& doc, const Sentence& sentence, const Names& names);
  [[nodiscard]] static std::size_t speaks_in_relative(const Document& doc, TokenRange mention, const Names& names);
  [[nodiscard]] static std::size_t named_in(const Document& doc, TokenRange& mention, const Names& names, const Entities& entities);
  [[nodiscard]] static bool is_epithet(const Document& doc, TokenRange words);
  void mark_unnamed_speaker(const Document& doc, TokenRange mention, const Names& names);
  [[nodiscard]] bool spoke_alone(std::size_t index) const;
  [[nodiscard]] bool goes_on(const PronounAt& pronoun) const;
  [[nodiscard]] std::int32_t somebody_else(const PronounAt& pronoun, const Names& names) const;
  [[nodiscard]] std::int32_t spoken_of(const PronounAt& pronoun, const Names& names) const;
  [[nodiscard]] std::int32_t named_in_quotation(const PronounAt& pronoun, const Names& names) const;
  [[nodiscard]] std::int32_t asked_before(const PronounAt& pronoun, const Names& names) const;
  [[nodiscard]] std::int32_t spoken_to(const PronounAt& pronoun, const Names& names) const;
  void find_turns(const std::vector<Statement>& statements, const Names& names);
  [[nodiscard]] std::int32_t speaker_of_turn(std::uint32_t token) const;
  void find_reported(const std::vector<Statement>& statements);
  [[nodiscard]] std::int32_t reported_at(std::uint32_t token, std::size_t& cursor) const;
  [[nodiscard]] bool says(std::uint32_t token, std::int32_t reported) const;
  [[nodiscard]] std::int32_t named_behind(const PronounAt& pronoun, const Names& names) const;
  [[nodiscard]] Antecedent lone_subject(const PronounAt& pronoun) const;
  [[nodiscard]] bool behind_clause(const Wanted& wanted) const;
  [[nodiscard]] std::int32_t alone_in_paragraph(std::size_t refs, const Wanted& wanted) const;
  [[nodiscard]] bool alone_in_sentence(std::size_t index, std::size_t refs, const Wanted& wanted) const;
  void give_epithet(Ref& ref) const;
  void give_pronouns(const Names& names);
  [[nodiscard]] bool vote_gender_again(Entities& entities) const;
  [[nodiscard]] std::int32_t joined_owner(const PronounAt& pronoun, const Names& names, const Entities& entities) const;
  void vote_gender(const Names& names, Entities& entities) const;
  [[nodiscard]] Antecedent choose(std::size_t refs, const Wanted& wanted) const;

  const Entities* entities_ = nullptr;
  std::vector<Ref> refs_;
  std::vector<Ref> described_;               // subjects that are no names, in order
  std::vector<std::uint32_t> tokens_;        // of the pronouns, in order
  std::vector<Antecedent> antecedents_;      // of the pronouns
  const Document* doc_ = nullptr;
  std::vector<std::size_t> refs_before_;     // number of refs before each pronoun
  std::vector<PronounAt> pronouns_;
  std::vector<Reported> reported_;           // in order
  std::vector<Turn> turns_;                  // in order
};

// The tokens under `span`.
[[nodiscard]] TokenRange tokens_under(const Document& doc, Span span);

}  // namespace onrecord

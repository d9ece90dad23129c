// Constructs and words of one's own beside the built-in ones.
//
//   auto rules = OwnRules::read({{"desk/constructs.rules", bytes}, {"desk/words.tsv", more}});
//   rules->put_words(doc);                          // between segment() and Cascade::read()
//   Cascade cascade(rules->weights(), rules->grammar());
//
// constructs.rules has the form of core/extract/rules/constructs.rules; each construct states the confidence of what it proposes, since
// no evidence was counted for it. words.tsv has a word of one's own and a word that the lexicon knows on each line, parted by a tab:
// "skeet" is used like "tweet", and all that is known of the one, its classes and the evidence counted for it, holds for the other, form
// by form. weights.tsv, as onrecord_learn counts it on articles of one's own, takes the place of the built-in weights.
// Reading runs every example and every near miss, with the words of one's own in force.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "extract/rules/grammar.h"
#include "extract/rules/weights.h"
#include "segment/document.h"

namespace onrecord {

class OwnRules {
 public:
  struct File {
    std::string name;   // path as messages give it; its last part says what it is
    std::string bytes;
  };

  // Errors: BadInput with file and line for what cannot be read, and for a construct that does not propose its example, or proposes
  // something in its near miss: what it proposes instead is in the message.
  [[nodiscard]] static Result<std::shared_ptr<const OwnRules>> read(const std::vector<File>& files);

  // The built-in constructs, then one's own.
  [[nodiscard]] const Grammar& grammar() const { return grammar_; }

  // One's own, else the built-in ones.
  [[nodiscard]] const Weights& weights() const { return weights_ ? *weights_ : built_in_weights(); }

  // Gives the tokens of `doc` that are words of one's own the entries of those they are used like.
  void put_words(Document& doc) const;

  // The same for the same files' bytes, "own.1a2b3c4d": a record keeps it beside each statement.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  Result<void> read_words(const File& file);
  [[nodiscard]] Result<void> run_examples(std::string_view file, std::size_t first_own) const;

  Grammar grammar_;
  std::optional<Weights> weights_;
  // What the tokens of a word of one's own are taken for: entries of the lexicon.
  std::unordered_map<std::uint32_t, const Word*> known_;       // by the id of a word that the lexicon has
  std::map<std::string, const Word*, std::less<>> unknown_;    // by spelling, in small letters
  std::string fingerprint_;
};

// Whether a record's rules version names rules of one's own, and which: "0.1.0+own.1a2b3c4d" has "own.1a2b3c4d".
[[nodiscard]] std::string_view own_part(std::string_view rules_version);

}  // namespace onrecord

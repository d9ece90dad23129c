#include "lexicon/lists.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "lexicon/fold_hash.h"
#include "lexicon/tags.h"

namespace onrecord::lexicon {

namespace {

using namespace word_class;

// How a class goes from a base form to its inflected forms.
enum class Goes { Nowhere, WithVerb, WithNoun, ToPeople };

struct ClassFile {
  std::string_view name;
  Bits bit;
  Goes goes;
};

constexpr std::array kClassFiles{
    ClassFile{"person.txt", kPerson, Goes::ToPeople},
    ClassFile{"people.txt", kPeople, Goes::Nowhere},
    ClassFile{"group.txt", kGroup, Goes::WithNoun},
    ClassFile{"document.txt", kDocument, Goes::WithNoun},
    ClassFile{"title.txt", kTitle, Goes::WithNoun},
    ClassFile{"male_title.txt", kMaleTitle, Goes::Nowhere},
    ClassFile{"female_title.txt", kFemaleTitle, Goes::Nowhere},
    ClassFile{"male_name.txt", kMaleName, Goes::Nowhere},
    ClassFile{"female_name.txt", kFemaleName, Goes::Nowhere},
    ClassFile{"surname.txt", kSurname, Goes::Nowhere},
    ClassFile{"place.txt", kPlace, Goes::Nowhere},
    ClassFile{"demonym.txt", kDemonym, Goes::WithNoun},
    ClassFile{"male_person.txt", kMalePerson, Goes::WithNoun},
    ClassFile{"female_person.txt", kFemalePerson, Goes::WithNoun},
    ClassFile{"month.txt", kMonth, Goes::Nowhere},
    ClassFile{"weekday.txt", kWeekday, Goes::Nowhere},
    ClassFile{"time.txt", kTime, Goes::WithNoun},
    ClassFile{"communication.txt", kCommunication, Goes::WithVerb},
    ClassFile{"cognition.txt", kCognition, Goes::WithVerb},
    ClassFile{"takes_that.txt", kTakesThat, Goes::WithVerb},
    ClassFile{"takes_quote.txt", kTakesQuote, Goes::WithVerb},
    ClassFile{"attitude.txt", kAttitude, Goes::WithVerb},
    ClassFile{"speech_noun.txt", kSpeechNoun, Goes::WithNoun},
    ClassFile{"attitude_noun.txt", kAttitudeNoun, Goes::WithNoun},
    ClassFile{"speech_adjective.txt", kSpeechAdjective, Goes::Nowhere},
    ClassFile{"attitude_adjective.txt", kAttitudeAdjective, Goes::Nowhere},
    ClassFile{"number_word.txt", kNumberWord, Goes::WithNoun},
    ClassFile{"abbreviation.txt", kAbbreviation, Goes::Nowhere},
    ClassFile{"organization_name.txt", kOrganizationName, Goes::Nowhere},
    ClassFile{"founder.txt", kFounder, Goes::Nowhere},
    ClassFile{"function_word.txt", kFunctionWord, Goes::Nowhere},
    ClassFile{"medium.txt", kMedium, Goes::WithNoun},
    ClassFile{"occasion.txt", kOccasion, Goes::WithNoun},
    ClassFile{"addressee_verb.txt", kAddresseeVerb, Goes::WithVerb},
    ClassFile{"be.txt", kBe, Goes::Nowhere},
    ClassFile{"have.txt", kHave, Goes::Nowhere},
    ClassFile{"do.txt", kDo, Goes::Nowhere},
    ClassFile{"negation.txt", kNegation, Goes::Nowhere},
    ClassFile{"subordinator.txt", kSubordinator, Goes::Nowhere},
};

constexpr std::string_view kTagsFile = "tags.txt";
constexpr std::string_view kInflectionsFile = "inflections.txt";
constexpr std::string_view kFrequentFile = "frequent.txt";
constexpr std::string_view kClustersFile = "clusters.txt";
constexpr std::array kOtherFiles{kTagsFile, kInflectionsFile, kFrequentFile, kClustersFile};

constexpr std::string_view kVerbForms = "vdegpz";
constexpr std::string_view kNounForms = "nm";

Bits bits_that_go(Goes how) {
  Bits bits = 0;
  for (const ClassFile& file : kClassFiles)
    if (file.goes == how) bits |= file.bit;
  return bits;
}

bool has_any(std::string_view tags, std::string_view of) { return tags.find_first_of(of) != std::string_view::npos; }

// The fields of a line, which single spaces divide.
std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

Error at_line(std::string_view file_name, std::size_t number, std::string message, std::string hint = "") {
  return Error{ErrorCode::BadInput, std::move(message), std::string(file_name) + ":" + std::to_string(number),
               std::move(hint)};
}

std::string quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

bool all_tags(std::string_view tags) {
  return !tags.empty() && tags.find_first_not_of(kTagOrder) == std::string_view::npos;
}

bool is_cluster(std::string_view field, std::uint8_t& number) {
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
  return error == std::errc() && end == field.data() + field.size() && number <= Clusters::kMost;
}

// What a word is tagged when no list of tags has it, by the classes it is in.
std::string_view tags_by_class(Bits classes) {
  if (classes & (kMaleName | kFemaleName | kSurname | kPlace | kMonth | kWeekday)) return "N";
  if (classes & kDemonym) return "jN";
  if (classes & (kPeople)) return "m";
  if (classes & (kPerson | kGroup | kDocument | kSpeechNoun | kAttitudeNoun | kMedium | kOccasion | kTime)) return "n";
  if (classes & (kTitle | kAbbreviation | kOrganizationName | kFounder)) return "N";
  if (classes & (kSpeechAdjective | kAttitudeAdjective)) return "j";
  if (classes & kNumberWord) return "#";
  if (classes & bits_that_go(Goes::WithVerb)) return "vp";
  if (classes & kSubordinator) return "i";
  if (classes & kNegation) return "r";
  return "n";
}

}  // namespace

Bits class_of_file(std::string_view file_name) {
  for (const ClassFile& file : kClassFiles)
    if (file.name == file_name) return file.bit;
  return 0;
}

Result<void> Lists::read(std::string_view file_name, std::string_view bytes) {
  if (!class_of_file(file_name) && std::find(kOtherFiles.begin(), kOtherFiles.end(), file_name) == kOtherFiles.end())
    return Error{ErrorCode::BadInput, "no word list has this name", std::string(file_name),
                 "the names of the lists stand in core/lexicon/lists.cpp"};
  std::string before;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.starts_with('#') || line.empty()) continue;
    if (auto taken = take(file_name, number, line, before); !taken) return taken;
  }
  return {};
}

Result<void> Lists::take(std::string_view file_name, std::size_t number, std::string_view line, std::string& before) {
  const std::vector<std::string_view> fields = fields_of(line);
  const std::string_view word = fields[0];
  if (word.empty() || line.find_first_of("\t\r") != std::string_view::npos || fields.back().empty())
    return at_line(file_name, number, "stray white space", "divide fields by one space");
  if (fold(word) != word) return at_line(file_name, number, quoted(word) + " is not in small letters");
  if (file_name != kFrequentFile) {
    if (word == before) return at_line(file_name, number, quoted(word) + " listed twice");
    if (word < before)
      return at_line(file_name, number, quoted(word) + " stands after " + quoted(before), "sort with LC_ALL=C sort -u");
    before = word;
  }

  const auto too_many = [&](std::size_t most) { return fields.size() > most; };
  if (const Bits bit = class_of_file(file_name)) {
    if (too_many(1)) return at_line(file_name, number, "more than one word on the line");
    entries_[std::string(word)].classes |= bit;
  } else if (file_name == kTagsFile) {
    if (fields.size() < 2 || too_many(3) || !all_tags(fields[1]) || (fields.size() == 3 && fields[2].size() != 1) ||
        (fields.size() == 3 && !all_tags(fields[2])))
      return at_line(file_name, number, "not a word, its tags and its tag as a capital",
                     "the tags are the letters " + std::string(kTagOrder));
    Entry& entry = entries_[std::string(word)];
    entry.tags = fields[1];
    if (entry.tags[0] != tag::kName && entry.tags[0] != tag::kNames) entry.classes |= kCommonWord;
    if (fields.size() == 3) entry.capital_tag = fields[2][0];
  } else if (file_name == kInflectionsFile) {
    if (fields.size() != 3 || !all_tags(fields[2]))
      return at_line(file_name, number, "not a form, its base form and the form's tags");
    Entry& entry = entries_[std::string(word)];
    entry.lemma = fields[1];
    entry.form = fields[2];
  } else if (file_name == kClustersFile) {
    Clusters& clusters = entries_[std::string(word)].clusters;
    if (fields.size() != 3 || !is_cluster(fields[1], clusters.verb) || !is_cluster(fields[2], clusters.noun))
      return at_line(file_name, number, "not a word, its cluster as a verb and as a noun",
                     "clusters are numbers from 1 to " + std::to_string(Clusters::kMost) + ", 0 for none");
  } else {
    if (too_many(1)) return at_line(file_name, number, "more than one word on the line");
    Entry& entry = entries_[std::string(word)];
    if (entry.rank != ~0U) return at_line(file_name, number, quoted(word) + " listed twice");
    entry.rank = static_cast<std::uint32_t>(number);
  }
  return {};
}

Result<void> Lists::finish() {
  const Bits with_verb = bits_that_go(Goes::WithVerb);
  const Bits with_noun = bits_that_go(Goes::WithNoun);
  // From the classes as listed, so that the order of words plays no part.
  std::vector<std::pair<Entry*, Bits>> gained;
  for (auto& [word, entry] : entries_) {
    if (entry.lemma.empty()) continue;
    const auto base = entries_.find(entry.lemma);
    if (base == entries_.end())
      return Error{ErrorCode::BadInput, quoted(entry.lemma) + ", the base form of " + quoted(word) + ", is in no list",
                   std::string(kInflectionsFile), "add it to tags.txt"};
    Bits gain = 0;
    const Bits classes = base->second.classes;
    if (has_any(entry.form, kVerbForms)) gain |= classes & with_verb;
    if (has_any(entry.form, kNounForms)) gain |= classes & with_noun;
    if (has_any(entry.form, "n")) gain |= classes & kPerson;
    if (has_any(entry.form, "m") && (classes & kPerson)) gain |= kPeople;
    gained.emplace_back(&entry, gain);
    entry.clusters = base->second.clusters;
  }
  for (auto& [entry, gain] : gained) entry->classes |= gain;

  for (auto& [word, entry] : entries_) {
    if (entry.tags.empty()) entry.tags = entry.form.empty() ? tags_by_class(entry.classes) : entry.form;
    for (const char form : entry.form)
      if (entry.tags.find(form) == std::string::npos) entry.tags += form;
    if (!entry.capital_tag) entry.capital_tag = tag::kName;
  }
  return {};
}

std::vector<std::pair<std::string_view, const Entry*>> Lists::in_order() const {
  std::vector<std::pair<std::string_view, const Entry*>> words;
  words.reserve(entries_.size());
  for (const auto& [word, entry] : entries_) words.emplace_back(word, &entry);
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.second->rank < b.second->rank; });
  return words;
}

}  // namespace onrecord::lexicon

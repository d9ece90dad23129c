#include "extract/own_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/sha256.h"
#include "extract/extract.h"

namespace onrecord {
namespace {

std::string small_letters(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// An inflected form and which it is, as bits of tags; the base form has none.
struct Form {
  std::string text;
  std::uint32_t tags = 0;
};

// The forms of `word`: those the lexicon has, and the regular ones.
std::vector<Form> forms_of(const std::string& word) {
  static const std::uint32_t inflected = tag_bits("zdegm");
  std::vector<Form> out = {{word, 0}};
  const auto add = [&](std::string text, std::uint32_t tags) {
    if (std::none_of(out.begin(), out.end(), [&](const Form& known) { return known.text == text; })) out.push_back({std::move(text), tags});
  };
  const Word& base = look_up(word);
  if (base.id != 0 && base.lemma != base.id) return out;  // a form stands for itself
  for (std::uint32_t id = 1; base.id != 0 && id < word_count(); ++id)
    if (word_by_id(id).lemma == base.id) add(std::string(spelling(id)), word_by_id(id).tags & inflected);
  const bool silent_e = word.ends_with('e');
  const bool y = word.size() > 1 && word.ends_with('y') && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
  const bool hisses = word.ends_with('s') || word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh");
  const std::string without_last = word.substr(0, word.size() - 1);
  add(y ? without_last + "ies" : word + (hisses ? "es" : "s"), tag_bits("zm"));
  add(silent_e ? word + "d" : y ? without_last + "ied" : word + "ed", tag_bits("de"));
  add((silent_e ? without_last : word) + "ing", tag_bits("g"));
  return out;
}

// The form of `model` that `form` is of another word; null when it has none.
const Word* same_form(const Word& model, const Form& form) {
  if (form.tags == 0) return &model;
  for (std::uint32_t id = 1; id < word_count(); ++id) {
    const Word& other = word_by_id(id);
    if (other.lemma == model.id && id != model.id && (other.tags & form.tags) != 0) return &other;
  }
  return nullptr;
}

// One paragraph as an article, for the examples.
Article paragraph(std::string_view text) {
  Article article;
  article.text = text;
  article.blocks.push_back({Role::Paragraph, {0, static_cast<std::uint32_t>(text.size())}, {}});
  return article;
}

std::string without_stop(std::string text) {
  while (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

std::string_view own_part(std::string_view rules_version) {
  const std::size_t at = rules_version.find("+own.");
  return at == std::string_view::npos ? std::string_view() : rules_version.substr(at + 1);
}

Result<std::shared_ptr<const OwnRules>> OwnRules::read(const std::vector<File>& files) {
  auto out = std::make_shared<OwnRules>();
  std::string all;
  const File* constructs = nullptr;
  for (const File& file : files) {
    const std::string_view name = last_part(file.name);
    all += std::string(name) + '\n' + file.bytes + '\n';
    if (name == "constructs.rules") {
      constructs = &file;
    } else if (name == "words.tsv") {
      if (auto done = out->read_words(file); !done) return done.error();
    } else if (name == "weights.tsv") {
      auto weights = Weights::read(file.bytes, file.name);
      if (!weights) return weights.error();
      if (weights->of(Weights::kSlope) == 0)
        return Error{ErrorCode::BadInput, "has no calibration, so it is no whole set of weights", file.name,
                     "onrecord_learn GOLD --out writes one"};
      out->weights_ = *std::move(weights);
    } else {
      return Error{ErrorCode::BadInput, "is none of constructs.rules, words.tsv and weights.tsv", file.name,
                   "rules of one's own stand in files of these names"};
    }
  }
  out->fingerprint_ = "own." + sha256_hex(all).substr(0, 8);
  std::vector<Construct> own;
  if (constructs != nullptr) {
    auto read = read_constructs(constructs->bytes, constructs->name);
    if (!read) return read.error();
    own = *std::move(read);
  }
  const std::size_t first_own = onrecord::grammar().constructs.size();
  for (const Construct& c : own) {
    const std::string where = fmt::format("{}:{}", constructs->name, c.line);
    if (c.confidence <= 0)
      return Error{ErrorCode::BadInput, fmt::format("construct {} says no confidence", c.id), where,
                   "how often what it finds is right, as in: confidence 0.8"};
    for (std::uint16_t i = 0; i < onrecord::grammar().number(BuiltIn::Count); ++i)
      if (onrecord::grammar().construct_name(i) == c.id)
        return Error{ErrorCode::BadInput, fmt::format("a built-in construct is called {} too", c.id), where, "give it another name"};
    if (std::count_if(own.begin(), own.end(), [&](const Construct& other) { return other.id == c.id; }) > 1)
      return Error{ErrorCode::BadInput, fmt::format("two constructs are called {}", c.id), where, "give each a name of its own"};
  }
  for (Construct& c : own) {
    std::vector<std::string> forms;
    for (const std::string& word : c.words)
      for (Form& form : forms_of(small_letters(word))) forms.push_back(std::move(form.text));
    c.words = std::move(forms);
  }
  out->grammar_ = make_grammar(std::move(own));
  if (auto done = out->run_examples(constructs != nullptr ? constructs->name : std::string(), first_own); !done) return done.error();
  return std::shared_ptr<const OwnRules>(std::move(out));
}

Result<void> OwnRules::read_words(const File& file) {
  std::string_view text = file.bytes;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const auto fail = [&](std::string message, std::string hint) {
      return Error{ErrorCode::BadInput, std::move(message), fmt::format("{}:{}", file.name, number), std::move(hint)};
    };
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0)
      return fail("a line needs: word, tab, a word that is used like it", "as in: skeet<TAB>tweet");
    const std::string word = small_letters(line.substr(0, tab)), like = small_letters(line.substr(tab + 1));
    if (word.find(' ') != std::string::npos)
      return fail(fmt::format("\"{}\" is more than one word", word), "a construct can ask for several words in a row");
    const Word& model = look_up(like);
    if (model.id == 0)
      return fail(fmt::format("\"{}\" is in no built-in list", like), "name a word whose use is known, as in: skeet<TAB>tweet");
    for (const Form& form : forms_of(word)) {
      const Word* entry = same_form(model, form);
      if (entry == nullptr) continue;
      if (const std::uint32_t id = look_up(form.text).id; id != 0) known_[id] = entry;
      else unknown_[form.text] = entry;
    }
  }
  return {};
}

void OwnRules::put_words(Document& doc) const {
  if (known_.empty() && unknown_.empty()) return;
  for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
    const Word*& word = doc.tokens.word[t];
    if ((doc.tokens.shape[t] & kMark) != 0) continue;
    if (word->id != 0) {
      if (const auto found = known_.find(word->id); found != known_.end()) word = found->second;
    } else if (!unknown_.empty()) {
      if (const auto found = unknown_.find(small_letters(doc.words(t))); found != unknown_.end()) word = found->second;
    }
  }
}

Result<void> OwnRules::run_examples(std::string_view file, std::size_t first_own) const {
  Cascade cascade(weights(), grammar_);
  // What rule `id` proposes, as "source | cue | content".
  const auto proposed = [&](std::string_view id, const std::string& text) {
    const Article article = paragraph(text);
    Document doc;
    segment(article, doc);
    put_words(doc);
    cascade.read(article, doc);
    const auto words = [&](TokenRange range) {
      return range.empty() ? std::string() : std::string(slice(doc.text, {doc.tokens.begin[range.first], doc.tokens.end[range.last - 1]}));
    };
    std::vector<std::string> out;
    for (const Candidate& c : cascade.candidates()) {
      if (c.inner || grammar_.construct_name(c.construct) != id) continue;
      std::string content;
      for (const TokenRange& piece : c.content) content.append(content.empty() ? "" : " … ").append(words(piece));
      out.push_back(without_stop(words(c.source) + " | " + words(c.cue) + " | " + content));
    }
    return out;
  };
  for (std::size_t i = first_own; i < grammar_.constructs.size(); ++i) {
    const Construct& c = grammar_.constructs[i];
    const auto fail = [&](std::string message, std::string hint) {
      return Error{ErrorCode::BadInput, std::move(message), fmt::format("{}:{}", file, c.line), std::move(hint)};
    };
    const std::string want = without_stop(c.example.source + " | " + c.example.cue + " | " + c.example.content);
    const std::vector<std::string> got = proposed(c.id, c.example.text);
    if (std::find(got.begin(), got.end(), want) == got.end())
      return fail(fmt::format("construct {} does not take its example: it proposes {}", c.id, got.empty() ? "nothing" : got.front()),
                  "onrecord extract --why shows how a sentence is read");
    if (const auto wrong = proposed(c.id, c.miss); !wrong.empty())
      return fail(fmt::format("construct {} takes its near miss: it proposes {}", c.id, wrong.front()),
                  "make skip, opens or words narrower");
  }
  return {};
}

}  // namespace onrecord

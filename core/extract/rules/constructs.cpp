#include "extract/rules/constructs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "text/chars.h"

namespace onrecord {
namespace {

struct Reader {
  std::string_view file;
  std::vector<Construct> out = {};
  int line = 0;

  [[nodiscard]] Error fail_at(int where, std::string message, std::string hint = {}) const {
    return {ErrorCode::BadInput, std::move(message), fmt::format("{}:{}", file, where), std::move(hint)};
  }
  [[nodiscard]] Error fail(std::string message, std::string hint = {}) const { return fail_at(line, std::move(message), std::move(hint)); }

  Result<void> pattern(std::string_view value, Pattern& into) const {
    auto compiled = Pattern::compile(value);
    if (!compiled) return fail(compiled.error().message + " in " + compiled.error().where);
    into = std::move(*compiled);
    return {};
  }

  Result<void> words(std::string_view value, Construct& c) const {
    while (!value.empty()) {
      const std::size_t end = std::min(value.find(' '), value.size());
      if (end > 0) c.words.emplace_back(value.substr(0, end));
      value.remove_prefix(std::min(end + 1, value.size()));
    }
    if (c.words.empty()) return fail("words needs at least one word");
    return {};
  }

  Result<void> confidence(std::string_view value, Construct& c) const {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), c.confidence);
    if (error != std::errc() || end != value.data() + value.size() || !(c.confidence > 0 && c.confidence < 1))
      return fail(fmt::format("\"{}\" is no confidence", value), "between 0 and 1, as in: confidence 0.8");
    return {};
  }

  Result<void> field(std::string_view name, std::string_view value) {
    if (name == "construct") {
      out.emplace_back();
      out.back().id = value;
      out.back().line = line;
      if (value.empty()) return fail("a construct needs a name", "as in: construct quote-after-dash");
      return {};
    }
    if (out.empty()) return fail("a field before the first construct");
    Construct& c = out.back();
    if (name == "intent") c.intent = value;
    else if (name == "cue") c.cue = value;
    else if (name == "skip") return pattern(value, c.skip);
    else if (name == "opens") {
      c.opens_clause = value.ends_with("[VUF]");
      return pattern(value, c.opens);
    }
    else if (name == "takes" && value == "preposition") c.takes_preposition = true;
    else if (name == "addressee" && value == "yes") c.addressee = true;
    else if (name == "miss") c.miss = value;
    else if (name == "words") return words(value, c);
    else if (name == "confidence") return confidence(value, c);
    else if (name == "end" && value == "clause") c.end = ContentEnd::Clause;
    else if (name == "end" && value == "phrase") c.end = ContentEnd::Phrase;
    else if (name == "end" && value == "quote") c.end = ContentEnd::Quote;
    else if (name == "example") {
      std::string* parts[] = {&c.example.text, &c.example.source, &c.example.cue, &c.example.content};
      for (std::string* part : parts) {
        const std::size_t bar = std::min(value.find('|'), value.size());
        *part = trim(value.substr(0, bar));
        value.remove_prefix(std::min(bar + 1, value.size()));
      }
      if (c.example.content.empty()) return fail("an example needs: text | source | cue | content");
    } else {
      return fail(fmt::format("unknown field or value: {} {}", name, value), "the head of the file lists the fields");
    }
    return {};
  }

  Result<void> whole() const {
    for (const Construct& c : out) {
      if (c.example.text.empty() || c.miss.empty()) return fail_at(c.line, "construct " + c.id + " needs an example and a miss");
      if (c.cue.empty() || c.opens.expression().empty()) return fail_at(c.line, "construct " + c.id + " needs cue and opens");
    }
    return {};
  }
};

}  // namespace

std::string_view name_of(BuiltIn construct) {
  switch (construct) {
    case BuiltIn::QuoteBefore: return "quote-before";
    case BuiltIn::QuoteBeforeInverted: return "quote-before-inverted";
    case BuiltIn::ClauseBefore: return "clause-before";
    case BuiltIn::ClauseBeforeInverted: return "clause-before-inverted";
    case BuiltIn::AsSaid: return "as-said";
    case BuiltIn::According: return "according-to";
    case BuiltIn::Label: return "label";
    case BuiltIn::Turn: return "turn";
    case BuiltIn::Credit: return "credit";
    case BuiltIn::InDocument: return "in-document";
    case BuiltIn::InDocumentAfter: return "in-document-after";
    case BuiltIn::Raised: return "raised";
    case BuiltIn::PassiveBy: return "passive-by";
    case BuiltIn::Drawn: return "drawn";
    case BuiltIn::GapRelative: return "gap-relative";
    case BuiltIn::GapRest: return "gap-rest";
    case BuiltIn::GapClause: return "gap-clause";
    case BuiltIn::Introduced: return "introduced-quote";
    case BuiltIn::Floating: return "floating-quote";
    case BuiltIn::ColonQuote: return "colon-quote";
    case BuiltIn::Headline: return "headline";
    case BuiltIn::Impersonal: return "impersonal";
    case BuiltIn::Refused: return "refused";
    case BuiltIn::NoComment: return "no-comment";
    case BuiltIn::Count: break;
  }
  return "";
}

std::string_view intent_of(BuiltIn construct) {
  switch (construct) {
    case BuiltIn::QuoteBefore: return "A quotation, then who said it and the cue.";
    case BuiltIn::QuoteBeforeInverted: return "A quotation, then the cue and who said it.";
    case BuiltIn::ClauseBefore: return "A clause, then who said it and the cue.";
    case BuiltIn::ClauseBeforeInverted: return "A clause, then the cue and who said it.";
    case BuiltIn::AsSaid: return "A clause with \"as somebody said\".";
    case BuiltIn::According: return "A clause with \"according to\" somebody.";
    case BuiltIn::Label: return "A speaker's name, a colon, and what was said.";
    case BuiltIn::Turn: return "A label as the paragraphs near it have one: the turns of a transcript or an interview.";
    case BuiltIn::Credit: return "A quotation that somebody's name signs.";
    case BuiltIn::InDocument: return "A clause with the document in which it stands, or whose view it is.";
    case BuiltIn::InDocumentAfter: return "A clause and then the poll in which it stands.";
    case BuiltIn::Raised: return "Somebody is expected, said, seen to do something: all of it is the content.";
    case BuiltIn::PassiveBy: return "Something is backed, mocked, denied by somebody.";
    case BuiltIn::Drawn: return "Something draws criticism, wins support, from somebody.";
    case BuiltIn::GapRelative: return "Something that somebody backs, mocks, denies.";
    case BuiltIn::GapRest: return "Something that somebody calls, blames for, urges something.";
    case BuiltIn::GapClause: return "A relative clause with who says so inside it: who he said were there.";
    case BuiltIn::Introduced: return "A cue with a colon, and the quotation in the next paragraph.";
    case BuiltIn::Floating: return "A paragraph that is a quotation and nothing else.";
    case BuiltIn::ColonQuote: return "A sentence that ends in a colon, and the quotation behind it.";
    case BuiltIn::Headline: return "A headline's clause, and who says so behind it or before a colon.";
    case BuiltIn::Impersonal: return "A clause, and that it emerged, is claimed, is thought.";
    case BuiltIn::Refused: return "Somebody would not be drawn on something, or neither confirmed nor denied it.";
    case BuiltIn::NoComment: return "Somebody did not answer, or was not there to.";
    case BuiltIn::Count: break;
  }
  return "";
}

bool Construct::takes_word(std::string_view word) const {
  std::string small(word);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::find(words.begin(), words.end(), small) != words.end();
}

Result<std::vector<Construct>> read_constructs(std::string_view text, std::string_view file) {
  Reader reader{file};
  while (!text.empty()) {
    ++reader.line;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = std::min(line.find(' '), line.size());
    if (auto done = reader.field(line.substr(0, space), trim(line.substr(space))); !done) return done.error();
  }
  if (auto done = reader.whole(); !done) return done.error();
  return std::move(reader.out);
}

}  // namespace onrecord

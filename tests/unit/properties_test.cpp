// What must hold whatever the rules say: the words stand where a statement says, no words are claimed twice, and changes
// to a text that do not change what it says do not change what is found.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "catch.h"
#include "fixtures/hostile.h"
#include "fixtures/invariants.h"
#include "lexicon/lexicon.h"
#include "onrecord/extract.h"
#include "text/encoding.h"

using namespace onrecord;

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> files_of(const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::directory_iterator(ONRECORD_SOURCE_DIR "/fixtures/" + folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    out[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  REQUIRE_FALSE(out.empty());
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

Article read(const std::string& name, const std::string& bytes) {
  auto article = read_article(name, bytes, {});
  if (!article) FAIL(article.error().text());
  return std::move(*article);
}

const char* kind_word(StatementKind kind) {
  return kind == StatementKind::Direct ? "direct" : kind == StatementKind::Mixed ? "mixed" : "indirect";
}

// The words under a span, white space of any length as one space.
std::string words_at(std::string_view text, Span span) {
  std::string out;
  for (const char c : slice(text, span)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// Every statement on a line: kind, act, what is said by whom, who that is and when; no offsets.
std::string notation(const Article& article, const std::vector<Statement>& statements) {
  std::string out;
  for (const Statement& s : statements) {
    const std::string_view text = invariants::text_of(article, s);
    out += kind_word(s.kind);
    out += " " + std::to_string(static_cast<int>(s.act)) + (s.negated ? " not" : "") + " [" + words_at(text, s.mention) + "|" +
           words_at(text, s.cue) + "|";
    for (const Span& span : s.content) out += words_at(text, span) + "|";
    out += "] " + (s.speaker ? s.speaker->name : std::string("nobody")) + " " + s.said_on + " " + std::to_string(s.within) + "\n";
  }
  return out;
}

std::string run(Extractor& extractor, const std::string& name, const std::string& bytes) {
  const Article article = read(name, bytes);
  return notation(article, extractor.extract(article));
}

// Every place where `word` stands as a word of its own.
template <typename Each>
void each_word(const std::string& text, const std::string& word, Each each) {
  const auto letter = [&](std::size_t at) { return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0); };
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += word.size())
    if (!letter(at + word.size()) && (at == 0 || !letter(at - 1))) each(at);
}

int words(const std::string& text, const std::string& word) {
  int count = 0;
  each_word(text, word, [&](std::size_t) { ++count; });
  return count;
}

std::string with_word(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  std::size_t done = 0;
  each_word(text, from, [&](std::size_t at) {
    out.append(text, done, at - done).append(to);
    done = at + from.size();
  });
  return out.append(text, done);
}

std::string in_capitals(std::string word) {
  for (char& c : word) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return word;
}

std::string with_straight_marks(const std::string& text) { return replaced(replaced(text, "“", "\""), "”", "\""); }

// Straight double marks turned by where they stand: after a space or an opening they open.
std::string with_curly_marks(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '"') {
      out += text[i];
      continue;
    }
    const char before = i == 0 ? '\n' : text[i - 1];
    out += before == ' ' || before == '\n' || before == '(' || before == '-' ? "“" : "”";
  }
  return out;
}

// Articles in which every paragraph closes the double marks it opens, so that a straight mark says as much as a curly one.
bool closes_its_marks(const std::string& text) {
  int open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\n\n") == 0 && open != 0) return false;
    if (text.compare(at, 3, "“") == 0) ++open;
    if (text.compare(at, 3, "”") == 0) --open;
    if (open < 0 || open > 1) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("spans slice back, in order, out of every article", "[properties]") {
  Extractor extractor;
  for (const auto& [name, bytes] : files_of("articles")) {
    DYNAMIC_SECTION(name) {
      const Article article = read(name, bytes);
      const std::vector<Statement> statements = extractor.extract(article);
      CHECK(invariants::broken(article, statements) == "");
      CHECK(invariants::shared_words(article, statements) == "");
    }
  }
}

TEST_CASE("spans slice back, and no words are claimed twice, however sure a row must be", "[properties]") {
  for (const float least : {0.0F, 0.05F, 0.3F, 0.8F}) {
    ExtractorOptions options;
    options.min_confidence = least;
    Extractor extractor(options);
    for (const char* folder : {"articles", "hostile"})
      for (const auto& [name, bytes] : files_of(folder)) {
        const auto article = read_article(name, bytes, {});
        if (!article) continue;
        const std::vector<Statement> statements = extractor.extract(*article);
        INFO(name << " at " << least);
        CHECK(invariants::broken(*article, statements) == "");
        CHECK(invariants::shared_words(*article, statements) == "");
      }
  }
}

TEST_CASE("why is told of any text, in the text's own encoding", "[properties]") {
  Extractor extractor;
  const auto told = [&](const Article& article) {
    const std::vector<Statement> statements = extractor.extract(article);
    const std::string why = extractor.explain(article, statements);
    CHECK(invalid_utf8_at(why) == why.size());
    // Each statement that a rule of the cascade found is told of once.
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const std::string heading = "\n  statement " + std::to_string(i + 1) + "\n";
      const std::size_t at = why.find(heading);
      if (statements[i].rule == "post") continue;
      REQUIRE(at != std::string::npos);
      CHECK(why.find(heading, at + 1) == std::string::npos);
    }
  };
  for (const char* folder : {"articles", "hostile"})
    for (const auto& [name, bytes] : files_of(folder)) {
      INFO(name);
      if (const auto article = read_article(name, bytes, {})) told(*article);
    }
}

TEST_CASE("the same article gives the same statements, whatever was read before", "[properties]") {
  Extractor used;
  const auto articles = files_of("articles");
  for (const auto& [name, bytes] : articles) (void)run(used, name, bytes);
  for (const auto& [name, bytes] : articles) {
    Extractor fresh;
    INFO(name);
    CHECK(run(used, name, bytes) == run(fresh, name, bytes));
  }
}

TEST_CASE("one blank line more between paragraphs changes nothing", "[properties]") {
  Extractor extractor;
  for (const auto& [name, bytes] : files_of("articles")) {
    DYNAMIC_SECTION(name) { CHECK(run(extractor, name, replaced(bytes, "\n\n", "\n\n\n")) == run(extractor, name, bytes)); }
  }
}

TEST_CASE("line ends of Windows change nothing", "[properties]") {
  Extractor extractor;
  for (const auto& [name, bytes] : files_of("articles")) {
    DYNAMIC_SECTION(name) {
      CHECK(run(extractor, name, replaced(bytes, "\n", "\r\n")) == run(extractor, name, bytes));
    }
  }
}

TEST_CASE("curly for straight double marks change no attribution", "[properties]") {
  Extractor extractor;
  std::size_t changed = 0;
  for (const auto& [name, bytes] : files_of("articles")) {
    const std::string straight = with_straight_marks(bytes);
    if (straight != bytes && closes_its_marks(bytes)) {
      ++changed;
      INFO(name << ": straight for curly");
      CHECK(run(extractor, name, straight) == with_straight_marks(run(extractor, name, bytes)));
    }
    const std::string curly = with_curly_marks(bytes);
    if (curly != bytes) {
      ++changed;
      INFO(name << ": curly for straight");
      CHECK(with_straight_marks(run(extractor, name, curly)) == with_straight_marks(run(extractor, name, bytes)));
    }
  }
  CHECK(changed >= 8);
}

TEST_CASE("another name of the same gender changes only the name", "[properties]") {
  Extractor extractor;
  int renamed = 0;
  for (const auto& [name, bytes] : files_of("articles")) {
    const Article article = read(name, bytes);
    std::set<std::string> speakers;
    for (const Statement& s : extractor.extract(article))
      if (s.speaker && s.speaker->kind == SpeakerKind::Person) speakers.insert(s.speaker->name);
    for (const std::string& speaker : speakers) {
      const std::size_t space = speaker.find(' ');
      if (space == std::string::npos || speaker.find(' ', space + 1) != std::string::npos) continue;
      const std::string given = speaker.substr(0, space), surname = speaker.substr(space + 1);
      const bool male = (look_up(given).classes & word_class::kMaleName) != 0,
                 female = (look_up(given).classes & word_class::kFemaleName) != 0;
      // What is written in capitals or initials, or is another's name too, would have to be renamed as well.
      const bool elsewhere = bytes.find(in_capitals(surname)) != std::string::npos || words(bytes, given) != words(bytes, speaker);
      if (male == female || elsewhere || words(bytes, "Walker") > 0) continue;
      const auto rename = [&](const std::string& text) {
        return with_word(with_word(text, given, male ? "Peter" : "Laura"), surname, "Walker");
      };
      ++renamed;
      INFO(name << ": " << speaker);
      CHECK(run(extractor, name, rename(bytes)) == rename(run(extractor, name, bytes)));
    }
  }
  CHECK(renamed > 25);
}

TEST_CASE("malformed files are read or refused, and what is found slices back", "[properties]") {
  Extractor extractor;
  for (const auto& [name, bytes] : files_of("hostile")) {
    DYNAMIC_SECTION(name) {
      const auto article = read_article(name, bytes, {});
      if (!article) {
        CHECK(article.error().code == ErrorCode::BadInput);
        CHECK(article.error().where == name);
        continue;
      }
      const std::vector<Statement> statements = extractor.extract(*article);
      CHECK(invariants::broken(*article, statements) == "");
      CHECK(invariants::shared_words(*article, statements) == "");
    }
  }
}

TEST_CASE("a text may begin and break off at any word", "[properties]") {
  // Each opens with what a look back would want more of, or ends with what one forward would.
  static constexpr const char* kTexts[] = {
      "Both Veldt and the Moor Union, which she said had given it away, have in recent years pressed the port to act.",
      "By the time of year he all but accused the mayor of neglect, the council, he added, plans to close it, warn residents.",
      "The council met, with Calder Mayor Ana Reyes warning of rain and “a mess” in a letter posted on Tuesday, saying that it leaks.",
      "But those asked in the port, Head of Research Ana Reyes, 54, of the Trust, told her that, as per the report, it did not elaborate.",
      "Minister of State for Tidal Power Bao Xiling, D-Maryshire, a nurse named Gloria, quoted Doe as saying as follows: “It leaks”.",
      "“It leaks,” one of them, retired driver Ana Reyes, said on May 2, 2015, the week before last, according to those who were there.",
      "Experts: the “Old Port” author, who runs Veldt, Inc., voted 7-2 to shut it - but would not say when, where or why it emerged.",
      "The race, said the report, went back and forth, from songs cheered on by sailors to calls from the crowd for calm, he added.",
      "What she put like this: it is the 2021 fire, announced on Monday by Reyes, that since then the 54-year-old likes to say was hers.",
  };
  Extractor extractor;
  for (const std::string text : kTexts) {
    std::vector<std::size_t> begins{0};
    for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) begins.push_back(++at);
    begins.push_back(text.size() + 1);
    std::string broken;
    for (std::size_t from = 0; from + 1 < begins.size(); ++from)
      for (std::size_t to = from + 1; to < begins.size(); ++to) {
        const Article article = read("cut.txt", text.substr(begins[from], begins[to] - 1 - begins[from]));
        broken += invariants::broken(article, extractor.extract(article));
      }
    CHECK(broken == "");
  }
}

TEST_CASE("text that is hostile by its size is taken", "[properties]") {
  Extractor extractor;
  for (const hostile::HostileText& kind : hostile::kHostileTexts) {
    DYNAMIC_SECTION(kind.name) {
      for (const std::size_t n : {std::size_t{1} << 10U, std::size_t{1} << 18U}) {
        const auto article = read_article(kind.name, kind.make(n), {});
        if (!article) continue;  // nothing but white space
        const std::vector<Statement> statements = extractor.extract(*article);
        CHECK(invariants::broken(*article, statements) == "");
      }
    }
  }
}

TEST_CASE("a paragraph of five megabytes, a hundred thousand brackets, a million cues", "[properties]") {
  Extractor extractor;
  const auto statements_in = [&](const std::string& text) {
    const Article article = read("hostile.txt", text);
    const std::vector<Statement> statements = extractor.extract(article);
    CHECK(invariants::broken(article, statements) == "");
    return statements.size();
  };
  CHECK(statements_in(hostile::repeat(hostile::kSentence, 5'000'000)) > 1000);
  (void)statements_in(hostile::nest("(", "no", ")", 200'000));
  (void)statements_in(hostile::repeat("He said no. ", 12'000'000));
}

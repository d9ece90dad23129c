// Articles with their statements, made up out of a Zipf-like vocabulary, the same in every run and on every machine.
//
//   Maker maker(20000);                     // so many articles: the number of speakers follows
//   const Made& made = maker.make(17);      // any of them, in any order
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "base/iso_date.h"
#include "extract/statement.h"
#include "ingest/article.h"

namespace bench {

using namespace onrecord;

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return state_;
  }
  double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  // Few often, many rarely.
  std::size_t zipf(std::size_t n) {
    return std::min(n - 1, static_cast<std::size_t>(std::pow(static_cast<double>(n), unit()) - 1));
  }

 private:
  std::uint64_t state_;
};

inline std::string word(std::size_t rank) {
  static constexpr const char* kSyllables[] = {"ka", "re", "to",  "mi",  "lu",  "san", "der", "po",
                                               "vi", "ne", "gra", "sol", "ben", "tri", "fa",  "ou"};
  std::string out;
  std::size_t n = rank + 3;
  do {
    out += kSyllables[n % 16];
    n /= 16;
  } while (n > 0);
  return out;
}

inline std::string capital(std::string text) {
  text[0] = static_cast<char>(text[0] - 32);
  return text;
}

struct Made {
  Article article;
  std::vector<Statement> statements;
};

// One article of five statements; every twelfth is a copy of an earlier one under another source.
class Maker {
 public:
  explicit Maker(std::size_t articles) : speakers_(speakers_of(articles)) {}

  static std::size_t speakers_of(std::size_t articles) { return std::max<std::size_t>(50, articles / 4); }
  static std::string speaker_name(std::size_t who) { return capital(word(who % 997)) + " " + capital(word(who + 1200)); }

  const Made& make(std::size_t number) {
    const bool copy = number > 20 && number % 12 == 0;
    Random random(0x9e3779b97f4a7c15ULL * ((copy ? number - 7 : number) + 1));
    Random place(0xbf58476d1ce4e5b9ULL * (number + 1));
    made_ = {};
    Article& a = made_.article;
    a.name = "article-" + std::to_string(number) + ".txt";
    a.source.value = "Paper " + word(place.zipf(400));
    a.published.value = format_iso_date(add_days(*parse_iso_date("2014-01-01"), static_cast<int>(place.below(3650))));
    a.title.value = sentence(random, 7);
    a.byline.value = "Writer " + word(place.below(300));
    a.url.value = "https://example.org/" + std::to_string(number);
    for (int s = 0; s < 5; ++s) {
      a.text += sentence(random, 18) + ". ";
      const std::size_t who = random.zipf(speakers_);
      const std::string name = speaker_name(who);
      Statement statement;
      statement.kind = s % 2 == 0 ? StatementKind::Direct : StatementKind::Indirect;
      const auto begin = static_cast<std::uint32_t>(a.text.size());
      a.text += "“" + sentence(random, 26) + ",”";
      statement.content = {{begin, static_cast<std::uint32_t>(a.text.size())}};
      a.text += ' ';
      statement.mention = {static_cast<std::uint32_t>(a.text.size()), static_cast<std::uint32_t>(a.text.size() + name.size())};
      a.text += name + " ";
      statement.cue = {static_cast<std::uint32_t>(a.text.size()), static_cast<std::uint32_t>(a.text.size() + 4)};
      a.text += "said. ";
      statement.speaker = Speaker{name, SpeakerKind::Person, "minister of " + word(who % 40), {}, false, 0.9F};
      if (s == 1) statement.said_on = a.published.value.substr(0, 7);
      if (s == 2) statement.said_on = a.published.value;
      statement.rule = "rule-" + std::to_string(s);
      statement.confidence = 0.8F;
      made_.statements.push_back(statement);
    }
    a.blocks = {{Role::Paragraph, {0, static_cast<std::uint32_t>(a.text.size())}, {}}};
    return made_;
  }

 private:
  static std::string sentence(Random& random, std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += (i == 0 ? "" : " ") + word(random.zipf(30000));
    return out;
  }

  std::size_t speakers_;
  Made made_;
};

}  // namespace bench

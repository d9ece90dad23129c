// What people assert in a record, and what comes of it. The functions are Record's.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "onrecord/id.h"

namespace onrecord {

// Who says so, when, and why; `at` is ISO 8601 UTC, `who` the user's name. Both are required.
struct Stamp {
  std::string at;
  std::string who;
  std::string why = {};
};

// One thing to correct. Fields of a statement: speaker, words, said (a date or "unknown"), kind, act, negated, role,
// statement ("no": it is none). Of an article: published, title, byline, source, url. Of a speaker: name,
// kind, alias (one more name, beside those it has).
struct Change {
  std::string field;
  std::string value;
};

struct Effect {
  Id event;
  std::string target;
  std::string field, before, after;
  std::string note;      // what else it did, or what now waits in `pending`; empty mostly
};

struct NewReview {
  std::string verdict, said_so, rating, by, on, url, evidence;
};

// A statement that a person adds.
struct NewStatement {
  std::string words;
  std::string speaker, said, kind, act, cue, role;
  Id in_article;         // whose text holds the words; or none:
  std::string source;    // then where it was said, and
  std::string url;       // where it can be looked up
};

struct RebuildSummary {
  std::int64_t articles = 0, kept = 0, changed = 0, added = 0, gone = 0;
  std::vector<Id> changed_articles;               // of which the rules say something else now
  std::vector<std::pair<Id, std::string>> pending;  // events that no longer fit, and why
};

struct VerifyReport {
  std::int64_t articles = 0, statements = 0, events = 0;
  std::vector<Error> problems;  // none: the record is sound
};

}  // namespace onrecord

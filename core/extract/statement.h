// One attribution in one article: who is said to have said what, and what in the text says so.
//
// `extract` fills the spans, `resolve` the speaker and the dates. Spans are bytes in Article::text,
// or in Article::title.value when `place` is Title and the title stands outside the text. An empty span means
// that the text names nothing of the kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace onrecord {

enum class StatementKind : std::uint8_t { Direct, Mixed, Indirect };
enum class Act : std::uint8_t { Statement, SpeechAct, Attitude, NoComment };
enum class Place : std::uint8_t { Body, Title };
enum class SpeakerKind : std::uint8_t { Unknown, Person, Organization, Group, Document };

struct Speaker {
  std::string name;                  // fullest in the article, without title; a description when unnamed
  SpeakerKind kind = SpeakerKind::Unknown;
  std::string role;                  // "transport chief"; empty when the article gives none
  std::vector<std::string> members;  // of a joint speaker, in the order of the text; else empty
  bool unnamed = false;
  float confidence = 0;              // that the name is right, in 0..1
};

struct Statement {
  StatementKind kind = StatementKind::Indirect;
  Act act = Act::Statement;
  bool negated = false;
  Place place = Place::Body;
  std::vector<Span> content;         // source spans, in order, at least one
  Span cue;
  Span mention;                      // the words that name the speaker
  std::optional<Speaker> speaker;
  std::string on_behalf_of;          // the organisation a spokesperson speaks for
  Span addressee;
  Span occasion;
  Span medium;
  std::string said_on;               // ISO 8601 at its precision: 2014-10-28, 2014-10, 2014-W43, 2014
  Span said_on_text;                 // the words that the date came from
  int within = -1;                   // index of the statement that reports this one
  std::string rule;                  // id of the rule that put it here
  float confidence = 0;              // that the attribution is right, in 0..1
};

// Whether it is what somebody says in a talk or behind a label: "STRAND: It leaks."
[[nodiscard]] inline bool is_turn(const Statement& statement) { return statement.rule == "turn" || statement.rule == "label"; }

}  // namespace onrecord

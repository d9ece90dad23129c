// "Reyes did not respond to a request for comment", "could not be reached for comment", "has yet to comment": who said nothing.
//
// Annotated articles have too few of them for evidence to weigh; how sure they are is stated (rules/constructs.h).
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class NoComments : private ConstructFamily {
 public:
  explicit NoComments(Proposals& proposals) : ConstructFamily(proposals) {}

  // Whether the verb at chunk `c` says so; then nothing else is looked for behind it.
  [[nodiscard]] bool find(int c) const;

 private:
  // "The mayor would not be drawn on the plan". Near miss: "the line was not drawn on the map".
  [[nodiscard]] bool would_not_be_drawn(int cue) const;
  // "The mayor would neither confirm nor deny that it leaks", "declined to confirm or deny the report". Near miss: "she can confirm or
  // deny the report".
  [[nodiscard]] bool neither_confirms(int c) const;
  [[nodiscard]] bool governs_refusal(int v) const;
  [[nodiscard]] bool declined(int to) const;
  // "Efforts to reach Reyes for comment proved abortive". Near misses: "Efforts to reach the port proved costly", "Efforts to reach the crew
  // proved fruitless".
  [[nodiscard]] bool nobody_reached(int v) const;
  // Who can say nothing: "the scans neither confirmed nor denied it" tells of things.
  [[nodiscard]] bool somebody(const Subject& who) const;
  // The first chunk of what was not given, told or answered; -1 where the verb says something else.
  [[nodiscard]] int content_of(int c) const;
  // "did not", "never", "neither Reyes nor Doe", "nobody at the port".
  [[nodiscard]] bool negated(int c) const;
  [[nodiscard]] bool is_request(int noun) const;
};

}  // namespace onrecord

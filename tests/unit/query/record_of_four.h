// A small record that many questions are put to.
#pragma once

#include "store/sample.h"

namespace onrecord {

inline Record record_of_four() {
  Record record = open_memory();
  Sample a("Harbour Post", "2026-03-04", "bridge.txt",
           "“The bridge will open,” Ana Reyes said on Tuesday. Officials blamed the storm. She never said it was cheap.");
  Statement& open = a.say("“The bridge will open,”", "said", "Ana Reyes");
  open.said_on = "2026-03-03";
  open.speaker->role = "transport chief";
  Statement& blame = a.say("the storm", "blamed", "Officials", SpeakerKind::Group);
  blame.speaker->unnamed = true;
  blame.act = Act::SpeechAct;
  Statement& cheap = a.say("it was cheap", "never said", "Ana Reyes");
  cheap.negated = true;
  cheap.mention = span_of(a.article.text, "She");
  Sample b("Coast Wire", "2026-02-10", "cost.txt",
           "José O’Brien told Ana Reyes in January that the bridge cost too much. He fears the storm.");
  Statement& cost = b.say("that the bridge cost too much", "told", "José O’Brien");
  cost.said_on = "2026-01";
  cost.addressee = span_of(b.article.text, "Ana Reyes");
  Statement& fears = b.say("the storm", "fears", "José O’Brien");
  fears.act = Act::Attitude;
  fears.confidence = 0.4F;
  Sample c("", "", "undated.txt", "The council said nothing new.");
  c.say("nothing new", "said", "The council", SpeakerKind::Organization);
  for (const Sample* s : {&a, &b, &c}) REQUIRE(record.add(s->in()).ok());
  return record;
}

}  // namespace onrecord

// When it was said, seen from Wednesday, 4 March 2026.
#include "resolve/read.h"
#include "resolve/when/time_expressions.h"
#include "rows.h"

namespace onrecord {
namespace {

using test::Row;

constexpr Row kTimes[] = {
    {"a weekday", "It leaked on Tuesday.", "Tuesday=2026-03-03"},
    {"the weekday of publication", "It leaked on Wednesday.", "Wednesday=2026-03-04"},
    {"the weekday a week ago", "It leaked last Wednesday.", "last Wednesday=2026-02-25"},
    {"a weekday that is the morrow's", "It leaked on Thursday.", "Thursday=?"},
    {"the morrow's weekday a week ago", "It leaked last Thursday.", "last Thursday=2026-02-26"},
    {"the morrow's own", "It comes up at Thursday’s debate.", ""},
    {"a day of a month soon to come", "It leaked on 20 March.", "20 March=?"},
    {"a weekday's night", "It leaked Monday night.", "Monday night=2026-03-02"},
    {"yesterday", "It leaked yesterday.", "yesterday=2026-03-03"},
    {"last night", "It leaked last night.", "last night=2026-03-03"},
    {"last week", "It leaked last week.", "last week=2026-W09"},
    {"last month over the year's turn", "It leaked last month, and two months ago.", "last month=2026-02 two months ago=2026-01"},
    {"a month", "It leaked in October.", "October=2025-10"},
    {"the month of publication", "It leaked in March.", "March=2026-03"},
    {"a day of a month", "It leaked on Feb. 28.", "Feb. 28=2026-02-28"},
    {"a day still to come is last year's", "It leaked on 20 April.", "20 April=2025-04-20"},
    {"a full date", "It leaked on October 28, 2014, they say.", "October 28, 2014=2014-10-28"},
    {"weekday and date", "It leaked on Tuesday, Oct. 28, they say.", "Tuesday, Oct. 28=2025-10-28"},
    {"a year", "It leaked in 2008.", "2008=2008"},
    {"the year of an interview", "It was in a 2015 interview.", "2015=2015"},
    {"a holiday", "It leaked on Christmas Day.", "Christmas Day=2025-12-25"},
    {"a holiday with an owner", "It leaked on New Year’s Eve.", "New Year’s Eve=2025-12-31"},
    {"a day that hangs on Easter", "It leaked on Ash Wednesday.", "Ash Wednesday=2026-02-18"},
    {"the last of a day that is to come", "It leaked on Good Friday.", "Good Friday=2025-04-18"},
    {"in May she", "It leaked in May she said.", "May=2025-05"},
    {"may I", "May I thank the baker, and may you sail in May?", "May=2025-05"},
    {"the first of May", "It leaked on May Day.", "May Day=2025-05-01"},
    {"a weekday by name", "It leaked on Black Friday.", ""},
    {"a new year is no day", "It leaked in New York.", ""},
    {"a day of a month", "It leaked on the 3rd of February.", "3rd of February=2026-02-03"},
    {"the end of a month", "It leaked at the end of January.", "end of January=2026-01"},
    {"by the end of a month is no date", "It should be dry by the end of January.", ""},
    {"the middle of a month", "It leaked in mid-January.", "mid-January=2026-01"},
    {"a midfielder is no month", "It leaked on a mid-March-like day.", ""},
    {"a month of last year", "It leaked in June last year, and in January of this year.",
     "June last year=2025-06 January of this year=2026-01"},
    {"early in a year", "It leaked in early 2020.", "2020=2020"},
    {"a weekday of last week", "It leaked on Monday last week.", "Monday last week=2026-02-23"},
    {"a weekday of this week", "It leaked on Monday this week.", "Monday this week=2026-03-02"},
    {"the day before yesterday", "It leaked the day before yesterday.", "day before yesterday=2026-03-02"},
    {"a fortnight ago", "It leaked a fortnight ago.", "a fortnight ago=2026-W08"},
    {"years ago", "It leaked three years ago.", "three years ago=2023"},
    {"last year", "It leaked last year.", "last year=2025"},
    {"since then is no date", "It has leaked since 2011.", ""},
    {"until then is no date", "It is shut until Friday.", ""},
    {"next week is no date", "It will open next week.", ""},
    {"over the last year is no date", "It has leaked over the last year.", ""},
    {"what is set for a day is no date", "The vote is set for Friday.", ""},
    {"from a day on is no date", "It has been shut from Monday.", ""},
    {"from a day's debate is one", "It is a line from Monday’s debate.", "Monday=2026-03-02"},
    {"a paper's name is no day", "It stood in Harbour Today, they say.", ""},
    {"a programme's name is no day", "It was on Radio 4 Today, they say.", ""},
    {"a Sunday paper is no day", "It stood in the Sunday Mirror.", ""},
    {"what is to come", "It leaked ahead of this Saturday’s debate.", ""},
    {"this weekday is past", "It leaked this Monday.", "Monday=2026-03-02"},
    {"the end of a year", "It leaked at the end of 2016.", "2016=2016"},
    {"a number of things is no year", "It was one of 2016 leaks.", ""},
    {"a number is no year", "The 2015 tonnes leaked.", ""},
    {"may is a verb", "It may leak.", ""},
    {"the first of a month is never invented", "It leaked in early February.", "February=2026-02"},
    {"29 February only in leap years", "It leaked on Feb. 29.", ""},
};

std::string times_of(std::string_view text) {
  const auto article = read_article("article.txt", text, {});
  REQUIRE(article);
  Document doc;
  segment(*article, doc);
  Cascade cascade;
  cascade.read(*article, doc);
  std::vector<TimeExpression> found;
  Places places;
  places.find(doc);
  find_times(doc, places, *parse_iso_date("2026-03-04"), found);
  std::string out;
  for (const TimeExpression& time : found) {
    if (!out.empty()) out += ' ';
    const Span span{doc.tokens.begin[time.tokens.first], doc.tokens.end[time.tokens.last - 1]};
    out += std::string(slice(article->text, span)) + "=" + (time.unknown ? "?" : format_iso_date(time.date));
  }
  return out;
}

struct Said {
  const char* name;
  const char* text;
  const char* words;
  const char* want;
};

constexpr Said kSaid[] = {
    {"beside the cue", "“The bridge leaks badly,” Ana Reyes said on Tuesday.", "leaks", "2026-03-03"},
    {"in front of the cue", "On Monday, Ana Reyes said that the bridge leaks.", "leaks", "2026-03-02"},
    {"inside the content is another time", "Ana Reyes said that the bridge leaked in 2008.", "leaked", ""},
    {"a day at the end of the substance", "Ana Reyes condemned the leaking bridge on Tuesday.", "leaking", "2026-03-03"},
    {"a year at the end of the substance", "Ana Reyes condemned the leaking bridge of 2008.", "leaking", ""},
    {"a weekday that may be the morrow", "The council met traders on Monday.\n\n“The bridge leaks badly,” Ana Reyes said on Thursday.",
     "leaks", ""},
    {"a transcript of a dated occasion",
     "A sieve\n\nAna Reyes met John Doe in an interview on Monday in the old hall.\n\nREYES: The bridge leaks badly.\n\nDOE: It does not.",
     "leaks", "2026-03-02"},
    {"a transcript of none",
     "A sieve\n\nAna Reyes met John Doe on Monday in the old hall.\n\nREYES: The bridge leaks badly.\n\nDOE: It does not.", "leaks", ""},
    {"today, far from the cue, is no day of saying",
     "The council met traders on Monday. John Doe, who today runs the small port of Calder with his sister, said that the bridge leaks.",
     "leaks", "2026-03-02"},
    {"today, beside the cue", "The council met traders on Monday. John Doe said today that the bridge leaks.", "leaks", "2026-03-04"},
    {"no date without ground", "“The bridge leaks badly,” Ana Reyes said.", "leaks", ""},
    {"the same occasion goes on", "Ana Reyes met traders on Tuesday. “The bridge leaks badly,” she said.", "leaks", "2026-03-03"},
    {"the same speaker later on", "“The bridge leaks badly,” Ana Reyes said on Tuesday.\n\n“It is an old one,” Reyes said.", "old one",
     "2026-03-03"},
    {"says is of no occasion", "Ana Reyes met traders on Tuesday. “The bridge leaks badly,” she says.", "leaks", ""},
    {"has often said is of no occasion", "Ana Reyes met traders on Tuesday. She has often said that the bridge leaks.", "leaks", ""},
    {"an interview of its own has its own day",
     "“It is an old one,” Ana Reyes said on Tuesday.\n\nIn an interview, Reyes said that the bridge leaks.", "leaks", ""},
    {"the interview spoken of has that day",
     "“It is an old one,” Ana Reyes said on Tuesday.\n\nIn the interview, Reyes said that the bridge leaks.", "leaks", "2026-03-03"},
    {"the day of the report",
     "The council met traders in the old hall on Tuesday.\n\nThe port stayed shut.\n\n“The bridge leaks badly,” Ana Reyes said.", "leaks",
     "2026-03-03"},
    {"what the writer wishes is of no such day",
     "On Tuesday Ana Reyes told us that it was old. I should like to hear whether the bridge leaks.", "leaks", ""},
    {"what is planned gives no day", "The council meets on Tuesday.\n\nThe port stayed shut.\n\n“The bridge leaks badly,” Ana Reyes said.",
     "leaks", ""},
    {"what was ordered for that day does",
     "The council told traders to leave on Tuesday.\n\nThe port stayed shut.\n\n“The bridge leaks badly,” Ana Reyes said.", "leaks",
     "2026-03-03"},
    {"a dateline's day is the writer's",
     "CALDER, March 3 (Coast Wire) – The port stayed shut in the wind and rain.\n\n“The bridge leaks badly,” Ana Reyes said.", "leaks", ""},
    {"a dateline's day beside a cue",
     "CALDER, March 3 (Coast Wire) – Ana Reyes said the port stayed shut in the wind and that the bridge leaks.", "leaks", ""},
    {"a year that the paragraph tells of by the way", "The bridge was shut in 2008. “The bridge leaks badly,” Ana Reyes said.", "leaks",
     ""},
    {"the day of an event",
     "Three men were held after Monday night’s blast in the port. It stayed shut. “The bridge leaks badly,” Ana Reyes said.", "leaks", ""},
    {"the date of an event", "Three men were held near the site of the September 11 attacks. “The bridge leaks badly,” Ana Reyes said.",
     "leaks", ""},
    {"the date of a letter", "Three men were named in the February 27 letter. “The bridge leaks badly,” Ana Reyes said.", "leaks",
     "2026-02-27"},
    {"the date of what somebody refers to", "“The bridge leaks badly,” Ana Reyes said, citing a fire that was put out in 2004.", "leaks",
     ""},
    {"the date behind it", "“The bridge leaks badly,” Ana Reyes said in 2004, citing a fire.", "leaks", "2004"},
    {"the date of somebody's birth", "Born Ana Kern on May 2, 1932, Ana Reyes said that the bridge leaks.", "leaks", ""},
    {"the date of what another said before", "Ana Reyes said it sank on Monday. It was old. John Doe said that the bridge leaks.",
     "leaks", ""},
    {"what was said before the clause ended", "The Trust, which last week urged calm, said that the bridge leaks.", "leaks", ""},
    {"what was said before in a sentence", "The Trust last week urged restraint. It said that the bridge leaks.", "leaks",
     "2026-W09"},
    {"the writer was told", "They met on Monday. Ana Reyes told this newspaper that the bridge leaks.", "leaks", ""},
    {"a conference was told", "They met on Monday. Ana Reyes told this town’s conference that the bridge leaks.", "leaks", "2026-03-02"},
    {"a plan, and whose lawyers speak", "They will hear on Monday from Ana Reyes, whose lawyers say that the bridge leaks.", "leaks", ""},
    {"what was heard, and whose lawyers spoke", "They heard on Monday from Ana Reyes, whose lawyers said that the bridge leaks.", "leaks",
     "2026-03-02"},
    {"where something began", "She named the port, where a ban began in 2007, and said that the bridge leaks.", "leaks", ""},
    {"a month of a year", "In May of 1953, Ana Reyes said that the bridge leaks.", "leaks", "1953-05"},
    {"a weekday and its date",
     "The bridge leaks and will be shut for a year, the two sides said Saturday, February 28, allowing work to begin.",
     "leaks", "2026-02-28"},
    {"the day of a debate",
     "Three men met at Monday night’s debate in the port. It stayed shut. “The bridge leaks badly,” Ana Reyes said.",
     "leaks", "2026-03-02"},
    {"a day that is only reported",
     "The port is shut, since Ana Reyes said that the ship left on Monday.\n\n“The bridge leaks badly,” John Doe said.", "leaks", ""},
    {"a day of last week is not the report's",
     "A ship struck the quay on February 25.\n\nThe port is shut.\n\n“The bridge leaks badly,” John Doe said.", "leaks", ""},
    {"a birthday", "Ana Reyes was born on March 2. “The bridge leaks badly,” Reyes said.", "leaks", ""},
    {"a programme of every week", "Ana Reyes kept her Sunday programme for years. “The bridge leaks badly,” Reyes said.", "leaks", ""},
    {"a programme of one day", "In her Sunday programme Ana Reyes wept. “The bridge leaks badly,” Reyes said.", "leaks", "2026-03-01"},
    {"a Sunday of its own", "Ana Reyes left on Sunday. “The bridge leaks badly,” Reyes said.", "leaks", "2026-03-01"},
    {"a span of time", "Ana Reyes said as of March 2 that the bridge leaks.", "leaks", ""},
    {"the day of a thing beside the cue", "Ana Reyes condemned the leaking bridge shown on Monday by the port.", "leaking", ""},
    {"the day since when a thing is there",
     "The plan has met with mockery since shown on Monday, but the port is shut. “The bridge leaks badly,” Ana Reyes said.", "leaks", ""},
    {"the day of a letter is that of what it says", "In a letter sent on Monday, Ana Reyes said that the bridge leaks.", "leaks",
     "2026-03-02"},
    {"a day that may be the morrow goes on",
     "The council met traders on Monday.\n\n“It is old,” Ana Reyes said on Thursday.\n\n“The bridge leaks badly,” Reyes said.", "leaks",
     ""},
    {"a day named late is not of what was told before",
     "The port is shut. Traders are sad.\n\n“The bridge leaks badly,” Ana Reyes said.\n\nIt rained. A man fell ill on Monday in the hall.",
     "leaks", ""},
    {"a day named at once is",
     "The port is shut.\n\n“The bridge leaks badly,” Ana Reyes said.\n\nA man fell ill on Monday in the old hall.", "leaks", "2026-03-02"},
    {"an aside of long ago goes on with he",
     "The council met traders in the old hall on Monday.\n\nThe port is shut.\n\nIn 2008 John Doe said that it was new.\n\n"
     "He said that the bridge leaks.", "leaks", ""},
    {"an aside of long ago does not go on with the name",
     "The council met traders in the old hall on Monday.\n\nThe port is shut.\n\nIn 2008 John Doe said that it was new.\n\n"
     "Doe said that the bridge leaks.", "leaks",
     "2026-03-02"},
    {"an aside of long ago leaves the day of the report as it was",
     "“The bridge leaks badly,” Ana Reyes said on Tuesday.\n\nIn 2008 Reyes said that it was new.\n\n“It is an old one,” Reyes said.",
     "old one", "2026-03-03"},
    {"an aside of long ago goes on in its paragraph",
     "“The bridge leaks badly,” Ana Reyes said on Tuesday.\n\nIn 2008 Reyes said that it was new. “It is a good one,” she said.",
     "good one", "2008"},
    {"an aside of long ago does not go on",
     "“The bridge leaks badly,” Ana Reyes wrote in 2008.\n\nJohn Doe left.\n\nHe waited.\n\n“It is an old one,” Reyes says.", "old one",
     ""},
};

}  // namespace

TEST_CASE("time expressions", "[resolve]") { test::check(kTimes, times_of); }

TEST_CASE("when a statement was made", "[resolve]") {
  for (const Said& row : kSaid)
    DYNAMIC_SECTION(row.name) {
      const auto read = test::read(row.text);
      const Statement* s = read.about(row.words);
      REQUIRE(s != nullptr);
      CHECK(s->said_on == row.want);
      CHECK(s->said_on_text.empty() == s->said_on.empty());
    }
}

TEST_CASE("no date without a day of publication", "[resolve]") {
  const auto read = test::read("“The bridge leaks badly,” Ana Reyes said on Tuesday.", "");
  REQUIRE(read.about("leaks") != nullptr);
  CHECK(read.about("leaks")->said_on.empty());
}

TEST_CASE("a report in instalments is of its day", "[resolve]") {
  const auto read =
      test::read("7:15 p.m.\n\nThe port is shut.\n\n“The bridge leaks badly,” Ana Reyes says.\n\n6 p.m.\n\nThe storm is near.");
  REQUIRE(read.about("leaks") != nullptr);
  CHECK(read.about("leaks")->said_on == "2026-03-04");
}

TEST_CASE("a title has the day of what it repeats", "[resolve]") {
  const std::string title = "Ana Reyes says the old bridge leaks badly\n\nBy Martin Kell\n\n";
  const auto dated = [&](const std::string& body) -> std::string {
    const auto read = test::read(title + body);
    for (const Statement& s : read.statements)
      if (s.place == Place::Title) return s.said_on;
    return "missing";
  };
  CHECK(dated("The port stayed shut. “The bridge leaks badly,” Ana Reyes said on Tuesday.") == "2026-03-03");
  CHECK(dated("The port stayed shut. “The bridge leaks badly,” Ana Reyes says. It opened in 1987.").empty());
}

TEST_CASE("a report in instalments does not carry a day from one to the next", "[resolve]") {
  const auto read =
      test::read("7:15 p.m.\n\n“It is an old one,” Ana Reyes said on Monday.\n\n6 p.m.\n\n“The bridge leaks badly,” Ana Reyes says.");
  REQUIRE(read.about("leaks") != nullptr);
  CHECK(read.about("leaks")->said_on == "2026-03-04");
}

TEST_CASE("a live report may have bare times of day", "[resolve]") {
  const auto said = [](const std::string& third) {
    const auto read = test::read("A sieve\n\n18:45\n\nAna Reyes says that the bridge leaks.\n\n17.10\n\nJohn Doe stays.\n\n" +
                                 third + "\n\nHe left.");
    const Statement* s = read.about("leaks");
    REQUIRE(s != nullptr);
    return s->said_on;
  };
  CHECK(said("9:05") == "2026-03-04");
  CHECK(said("9:75") == "");
  CHECK(said("905") == "");
}

TEST_CASE("a live report may have its times at the beginning of a paragraph", "[resolve]") {
  const auto said = [](const std::string& first, const std::string& second) {
    const auto read = test::read("A sieve\n\n" + first + "Ana Reyes says that the bridge leaks.\n\n" +
                                 second + "John Doe stays at the port.");
    const Statement* s = read.about("leaks");
    REQUIRE(s != nullptr);
    return s->said_on;
  };
  CHECK(said("9.10am – ", "8:05am – ") == "2026-03-04");
  CHECK(said("17:10 GMT: ", "UPDATE 4:05 p.m.: ") == "2026-03-04");
  CHECK(said("17:10 – ", "16:05 – ") == "");
  CHECK(said("At 9.10am ", "At 8:05am ") == "");
}

TEST_CASE("a live report tells of its day", "[resolve]") {
  const auto said = [](const std::string& words) {
    const auto read = test::read("A sieve\n\n6:45 p.m.\n\n" + words + "\n\n7:10 p.m.\n\nJohn Doe stays.");
    const Statement* s = read.about("leaks");
    REQUIRE(s != nullptr);
    return s->said_on;
  };
  CHECK(said("Ana Reyes says that the bridge leaks.") == "2026-03-04");
  CHECK(said("Ana Reyes has said that the bridge leaks.") == "");
  CHECK(said("Ana Reyes said on Tuesday that the bridge leaks.") == "2026-03-03");
}

TEST_CASE("what happened then is no day of what is said of it", "[resolve]") {
  const auto said = [](const char* text) {
    const auto read = test::read(text);
    const Statement* s = read.about("leaks");
    REQUIRE(s != nullptr);
    return s->said_on;
  };
  CHECK(said("A farewell\n\nEva Dorn, the baker, died at her home on Tuesday.\n\n“The bridge leaks without her,” Ana Reyes said.") == "");
  CHECK(said("A fire\n\nThree bakers died, police said on Tuesday.\n\n“The bridge leaks without them,” Ana Reyes said.") == "2026-03-03");
  CHECK(said("A farewell\n\nEva Dorn, the baker, spoke at her home on Tuesday.\n\n“The bridge leaks without her,” Ana Reyes said.") == "2026-03-03");
  CHECK(said("It has a contract which ended in 2021 but, Ana Reyes said, the bridge leaks.") == "");
  CHECK(said("A farewell\n\nPrices fell, the statistics office said last week. Ana Reyes said that the bridge leaks.") == "");
  CHECK(said("A farewell\n\nPrices fell, the council said in statistics last week. Ana Reyes said that the bridge leaks.") == "2026-W09");
  CHECK(said("In a letter which arrived on Tuesday, Ana Reyes said that the bridge leaks.") == "2026-03-03");
}

}  // namespace onrecord

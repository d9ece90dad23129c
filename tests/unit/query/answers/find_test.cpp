// Questions put to a small record.
#include <algorithm>

#include "catch.h"
#include "query/language/syntax.h"
#include "query/record_of_four.h"

using namespace onrecord;

namespace {

struct Asked {
  const char* query;
  const char* words;
};

// Newest first; “storm” of the Coast Wire is an attitude.
constexpr Asked kAsked[] = {
    {"", "the storm | it was cheap | “The bridge will open,” | the storm | that the bridge cost too much | nothing new"},
    {"bridge", "“The bridge will open,” | that the bridge cost too much"},
    {"BRIDGE", "“The bridge will open,” | that the bridge cost too much"},
    {"bridge cost", "that the bridge cost too much"},
    {"\"bridge cost\"", "that the bridge cost too much"},
    {"\"cost bridge\"", ""},
    {"bri*", "“The bridge will open,” | the storm | that the bridge cost too much"},
    {"BRI*", "“The bridge will open,” | the storm | that the bridge cost too much"},  // bridge.txt's title is not asked, “Brien” is
    {"b*", "“The bridge will open,” | the storm | that the bridge cost too much"},
    {"mentions:bri*", "“The bridge will open,” | that the bridge cost too much"},
    {"bri* -mu*", "“The bridge will open,” | the storm"},
    {"-bri* storm", "the storm"},
    {"o'br*", "the storm | that the bridge cost too much"},
    {"o'mi*", ""},
    {"ridg*", ""},
    {"speaker:jose bri*", "the storm | that the bridge cost too much"},
    {"bridge -cost", "“The bridge will open,”"},
    {"-bridge", "the storm | it was cheap | the storm | nothing new"},
    {"cheap or cost", "it was cheap | that the bridge cost too much"},
    {"(cheap or bridge) -cost", "it was cheap | “The bridge will open,”"},
    {"reyes", "it was cheap | “The bridge will open,”"},          // by whom, too
    {"mentions:reyes", ""},                                        // only in the words said
    {"speaker:reyes", "it was cheap | “The bridge will open,”"},
    {"speaker:\"reyes ana\"", "it was cheap | “The bridge will open,”"},
    {"speaker:p1", "it was cheap | “The bridge will open,”"},
    {"speaker:jose", "the storm | that the bridge cost too much"},
    {"speaker:o'brien", "the storm | that the bridge cost too much"},
    {"speaker:OBRIEN", ""},
    {"speaker:she", "it was cheap"},                               // as the article calls her
    {"speaker:officials", "the storm"},
    {"speaker:unknown", ""},
    {"speaker:rey", ""},                                           // whole words
    {"role:transport", "“The bridge will open,”"},
    {"to:reyes", "that the bridge cost too much"},
    {"source:coast", "the storm | that the bridge cost too much"},
    {"source:src1", "the storm | it was cheap | “The bridge will open,”"},
    {"source:unknown", "nothing new"},
    {"source:harbor", ""},
    {"kind:direct", "“The bridge will open,”"},
    {"act:attitude", "the storm"},
    {"act:speech_act", "the storm"},
    {"negated:yes", "it was cheap"},
    {"confidence:<0.5", "the storm"},
    {"confidence:0.7..0.9 bridge", "“The bridge will open,” | that the bridge cost too much"},
    {"when:2026-03", "the storm | it was cheap | “The bridge will open,”"},
    {"said:2026-03", "“The bridge will open,”"},
    {"said:unknown bridge", ""},
    {"said:2026-01-15", "that the bridge cost too much"},          // some day of January may be this one
    {"said:2026", "“The bridge will open,” | that the bridge cost too much"},
    {"since:2026-03-04", "the storm | it was cheap"},
    {"until:2026-01-31", "that the bridge cost too much"},
    {"until:2025", ""},
    {"bridge until:2026-01-10", "that the bridge cost too much"},
    {"speaker:jose since:2026-01-20 until:2026-01-21", "that the bridge cost too much"},
    {"when:unknown", "nothing new"},
    {"published:2026-02", "the storm | that the bridge cost too much"},
    {"published:unknown", "nothing new"},
    {"captured:2026-03-05 cheap", "it was cheap"},
    {"captured:..2026-03-04", ""},
    {"unnamed:yes", "the storm"},
    {"speaker-kind:organization", "nothing new"},
    {"article:a2", "the storm | that the bridge cost too much"},
    {"id:s3", "it was cheap"},
    {"rule:test-*", "the storm | it was cheap | “The bridge will open,” | the storm | that the bridge cost too much | nothing new"},
    {"rule:test", ""},
    {"cue:never", "it was cheap"},
    {"title:bridge", "the storm | it was cheap | “The bridge will open,”"},
    {"claim:any", ""},
    {"reviewed:no cheap", "it was cheap"},
    {"corrected:yes", ""},
    {"sighted:yes", ""},
    {"source:coast or negated:yes", "it was cheap | the storm | that the bridge cost too much"},
    {"speaker:reyes or speaker:jose bridge", "it was cheap | “The bridge will open,” | that the bridge cost too much"},
};

}  // namespace

TEST_CASE("questions and their answers", "[query]") {
  Record record = record_of_four();
  for (const Asked& asked : kAsked) {
    DYNAMIC_SECTION("ask " << asked.query) {
      CHECK(words_of(rows_of(record, asked.query)) == asked.words);
      FindRequest request;
      request.query = asked.query;
      CHECK(*record.count(request) == static_cast<std::int64_t>(rows_of(record, asked.query).size()));
      // Other ways of beginning give the same rows: as a part of an or, everything is a filter.
      if (*asked.query != '\0')
        CHECK(rows_of(record, "(" + std::string(asked.query) + ") or id:s999").size() == rows_of(record, asked.query).size());
    }
  }
}

TEST_CASE("the beginning of a word costs no more in a long record", "[query]") {
  const auto explained = [](Record& record, const std::string& query, std::int64_t limit = 50) {
    FindRequest request;
    request.query = query;
    request.limit = limit;
    const auto out = record.explain(request);
    REQUIRE(out.ok());
    return out->sql + "\n" + out->plan;
  };
  const auto holds = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  Record record = open_memory();
  std::string text;
  for (int i = 0; i < 100; ++i) {
    const std::string number = std::to_string(1000 + i);
    text += "Ana Reyes said quay" + number + " is " + (i % 20 == 0 ? "rare" + number : "safe") + ". ";
  }
  Sample a("Harbour Post", "2026-03-04", "quays.txt", text);
  for (int i = 0; i < 100; ++i) {
    const std::string number = std::to_string(1000 + i);
    a.say("quay" + number + " is " + (i % 20 == 0 ? "rare" + number : "safe"), "said", "Ana Reyes");
  }
  REQUIRE(record.add(a.in()).ok());

  SECTION("one of few words is asked for by these words, which come in their order") {
    const std::string sql = explained(record, "rar*");
    INFO(sql);
    CHECK(holds(sql, "\"rare1000\" OR \"rare1020\""));
    CHECK_FALSE(holds(sql, "TEMP B-TREE"));
    CHECK(rows_of(record, "rar*").size() == 5);
    CHECK(rows_of(record, "quay100* rar*").size() == 1);
  }
  SECTION("one that is everywhere is met by reading on from the newest") {
    const std::string sql = explained(record, "quay*");
    INFO(sql);
    CHECK_FALSE(holds(sql, "MATCH"));
    CHECK(holds(sql, "has_phrase"));
    CHECK_FALSE(holds(sql, "TEMP B-TREE"));
    CHECK(holds(explained(record, "quay*", 0), "MATCH"));  // all of them are gathered in any case
    FindRequest page;
    page.query = "quay*";
    page.limit = 30;
    std::int64_t rows = 0;
    do {
      const auto done = record.find(page, [](const Row&) { return true; });
      REQUIRE(done.ok());
      rows += done->rows;
      page.page_key = done->next_page;
    } while (!page.page_key.empty());
    CHECK(rows == 100);
    CHECK(rows_of(record, "quay* -safe").size() == 5);
    CHECK(rows_of(record, "safe quay*").size() == 95);
    CHECK(rows_of(record, "quay* or rar*").size() == 100);
  }
  SECTION("one of many words that are rare all the same is left to the index") {
    Sample b("Coast Wire", "2026-03-05", "ferry.txt", "Ana Reyes said the ferry is back.");
    for (int i = 0; i < 5000; ++i) b.say("the ferry is back", "said", "Ana Reyes");
    REQUIRE(record.add(b.in()).ok());
    const std::string sql = explained(record, "quay*");
    INFO(sql);
    CHECK(holds(sql, "\"quay\"*"));
    CHECK(rows_of(record, "quay*").size() == 100);
  }
}

TEST_CASE("flags are further terms of the same tree", "[query]") {
  Record record = record_of_four();
  FindRequest request;
  request.query = "bridge";
  request.speaker = "jose";
  request.since = "2026-01";
  CHECK(words_of(rows_of(record, request)) == "that the bridge cost too much");
  const auto explained = record.explain(request);
  REQUIRE(explained.ok());
  CHECK(explained->tokens == "word[bridge]");
  CHECK(explained->tree == "and\n  word bridge\n  speaker: jose\n  since: 2026-01\n");
  CHECK(explained->sql.find("MATCH") != std::string::npos);
  CHECK_FALSE(explained->plan.empty());
  request.since = "tomorrow";
  const auto refused = record.find(request, [](const Row&) { return true; });
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::Usage);
  CHECK(refused.error().where == "--since");
}

TEST_CASE("orders are total and pages follow each other", "[query]") {
  Record record = record_of_four();
  FindRequest request;
  for (const Sort sort : {Sort::Newest, Sort::Oldest}) {
    FindRequest page;
    page.sort = sort;
    page.limit = 2;
    std::string all;
    for (int pages = 0; pages < 4; ++pages) {
      std::string part;
      const auto done = record.find(page, [&](const Row& row) {
        part += (part.empty() ? "" : " | ") + row.words;
        return true;
      });
      REQUIRE(done.ok());
      all += (all.empty() ? "" : " | ") + part;
      if (!done->more) break;
      page.page_key = done->next_page;
    }
    FindRequest whole;
    whole.sort = sort;
    CHECK(all == words_of(rows_of(record, whole)));
  }
  request.sort = Sort::Speaker;
  CHECK(words_of(rows_of(record, request)).rfind("it was cheap | “The bridge will open,” | the storm | that", 0) == 0);
  request.sort = Sort::Confidence;
  CHECK(rows_of(record, request).back().confidence == 0.4);
  request.page_key = "nonsense";
  CHECK_FALSE(record.find(request, [](const Row&) { return true; }).ok());
}

TEST_CASE("attitudes are hidden and counted unless they are asked for", "[query]") {
  Record record = record_of_four();
  FindRequest request;
  request.query = "storm";
  request.hide_attitudes = true;
  request.with_total = true;
  int rows = 0;
  const auto done = record.find(request, [&](const Row&) { return ++rows > 0; });
  REQUIRE(done.ok());
  CHECK(rows == 1);
  CHECK(done->hidden_attitudes == 1);
  CHECK(done->total == 1);
  request.act = "all";
  CHECK(rows_of(record, request).size() == 2);
  request.act = "attitude";
  CHECK(rows_of(record, request).size() == 1);
}

TEST_CASE("a total is counted no further than it is asked for", "[query]") {
  Record record = record_of_four();
  FindRequest request;
  request.limit = 1;
  request.with_total = true;
  const auto ask = [&](std::int64_t most, std::int64_t limit) {
    request.total_most = most;
    request.limit = limit;
    const auto done = record.find(request, [](const Row&) { return true; });
    REQUIRE(done.ok());
    return std::to_string(*done->total) + (done->total_more ? "+" : "");
  };
  CHECK(ask(0, 1) == "6");
  CHECK(ask(2, 1) == "2+");
  CHECK(ask(5, 1) == "5+");
  CHECK(ask(6, 1) == "6");
  CHECK(ask(9, 1) == "6");
  CHECK(ask(2, 4) == "4+");  // never fewer than are shown
  CHECK(ask(2, 6) == "6");
  CHECK(ask(2, 0) == "6");
}

TEST_CASE("the words that were asked for are marked", "[query]") {
  Record record = record_of_four();
  FindRequest request;
  request.query = "BRIDGE \"will open\" -cost";
  request.with_marks = true;
  const auto rows = rows_of(record, request);
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].marks.size() == 2);
  CHECK(slice(rows[0].words, rows[0].marks[0]) == "bridge");
  CHECK(slice(rows[0].words, rows[0].marks[1]) == "will open");
}

TEST_CASE("a row comes with the words around it", "[query]") {
  Record record = record_of_four();
  FindRequest request;
  request.query = "id:s1";
  request.with_context = true;
  const auto rows = rows_of(record, request);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].context == "“The bridge will open,” Ana Reyes said");
  CHECK(slice(rows[0].context, rows[0].context_cue) == "said");
  CHECK(slice(rows[0].context, rows[0].context_content[0]) == "“The bridge will open,”");
}

TEST_CASE("the order of work is pinned: nothing is sorted, nothing is scanned for a page", "[query]") {
  Record record = record_of_four();
  const auto plan = [&](const std::string& query) {
    FindRequest request;
    request.query = query;
    request.limit = 50;
    const auto explained = record.explain(request);
    REQUIRE(explained.ok());
    return explained->plan;
  };
  for (const char* query : {"", "bridge", "speaker:reyes", "speaker:p1", "bridge speaker:reyes", "kind:direct", "bridge -cost",
                            "since:2026-01", "bridge since:2026-01 until:2026-02", "speaker:p1 when:2026"}) {
    DYNAMIC_SECTION("plan of " << query) {
      const std::string steps = plan(query);
      INFO(steps);
      CHECK(steps.find("TEMP B-TREE") == std::string::npos);
    }
  }
  CHECK(plan("bridge").find("SCAN statement_words VIRTUAL TABLE INDEX") != std::string::npos);
  CHECK(plan("speaker:p1").find("said_by USING PRIMARY KEY (speaker_id=?") != std::string::npos);
  CHECK(plan("bridge since:2026-01").find("SCAN statement_words VIRTUAL TABLE INDEX") != std::string::npos);
  // Whether a vague date falls into the span is told from the index alone.
  CHECK(plan("since:2026-01").find("COVERING INDEX statements_of_some_month (slot>?") != std::string::npos);
  CHECK(plan("since:2026-01").find("COVERING INDEX statements_of_some_year (slot>?") != std::string::npos);
  CHECK(plan("article:a1").find("statements_of_version (version_id=?)") != std::string::npos);
}

TEST_CASE("a small source is walked itself when the span holds much more", "[query]") {
  Record record = open_memory();
  Sample large("Great Paper", "2026-03-04", "great.txt", "Ana Reyes said the bridge is safe and sound.");
  for (int i = 0; i < 3100; ++i) large.say(i % 2 == 0 ? "the bridge is safe" : "the bridge is safe and sound", "said", "Ana Reyes");
  Sample in("Coast Wire", "2026-03-05", "in.txt", "Ana Reyes said the ferry is back.");
  in.say("the ferry is back", "said", "Ana Reyes");
  Sample vague("Coast Wire", "2026-04-20", "vague.txt", "In March Ana Reyes said the quay is open.");
  vague.say("the quay is open", "said", "Ana Reyes").said_on = "2026-03";
  Sample out("Coast Wire", "2026-05-01", "out.txt", "Ana Reyes said the port is shut.");
  out.say("the port is shut", "said", "Ana Reyes");
  for (const Sample* s : {&large, &in, &vague, &out}) REQUIRE(record.add(s->in()).ok());

  FindRequest request;
  request.query = "source:coast since:2026-03-01 until:2026-03-20";
  CHECK(record.explain(request)->plan.find("articles_of_source (source_id=?)") != std::string::npos);
  CHECK(words_of(rows_of(record, request)) == "the quay is open | the ferry is back");
  CHECK(*record.count(request) == 2);
  request.limit = 1;
  request.page_key = record.find(request, [](const Row&) { return true; })->next_page;
  CHECK(words_of(rows_of(record, request)) == "the ferry is back");
  // Of a span that holds little, the span is walked.
  request = {};
  request.query = "source:coast since:2026-05-01";
  CHECK(record.explain(request)->plan.find("articles_of_source") == std::string::npos);
  CHECK(words_of(rows_of(record, request)) == "the port is shut");
}

TEST_CASE("newest and oldest first both read an article from its top", "[query]") {
  Record record = open_memory();
  for (const char* day : {"2026-03-04", "2026-03-05"}) {
    for (const char* file : {"one.txt", "two.txt"}) {
      Sample a("Harbour Post", day, std::string(day) + file, "Ana said alpha. Ana said beta. Ana said gamma. Ana said delta.");
      for (const char* words : {"alpha", "beta", "gamma", "delta"}) a.say(words, "said", "Ana");
      REQUIRE(record.add(a.in()).ok());
    }
  }
  for (const Sort sort : {Sort::Newest, Sort::Oldest}) {
    for (const int limit : {0, 1, 3, 5}) {
      FindRequest page;
      page.sort = sort;
      page.limit = limit;
      std::vector<Row> rows;
      do {
        const auto done = record.find(page, [&](const Row& row) {
          rows.push_back(row);
          return true;
        });
        REQUIRE(done.ok());
        page.page_key = done->next_page;
      } while (!page.page_key.empty());
      CHECK(words_of(rows) == "alpha | beta | gamma | delta | alpha | beta | gamma | delta | alpha | beta | gamma | delta | "
                              "alpha | beta | gamma | delta");
      CHECK(rows.front().published_on == (sort == Sort::Newest ? "2026-03-05" : "2026-03-04"));
    }
  }
}

TEST_CASE("pages of every order by time or adding hold each row once", "[query]") {
  Record record = record_of_four();
  for (const Sort sort : {Sort::Newest, Sort::Oldest, Sort::Added}) {
    FindRequest all;
    all.sort = sort;
    std::string whole, paged;
    for (const Row& row : rows_of(record, all)) whole += row.statement.text() + " ";
    FindRequest page = all;
    page.limit = 1;
    int pages = 0;
    do {
      const auto done = record.find(page, [&](const Row& row) {
        paged += row.statement.text() + " ";
        return true;
      });
      REQUIRE(done.ok());
      page.page_key = done->next_page;
    } while (!page.page_key.empty() && ++pages < 100);
    CHECK(paged == whole);
  }
}

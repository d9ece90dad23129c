// Questions put to a small record.
#include <algorithm>

#include "catch.h"
#include "query/syntax.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

Record record_of_four() {
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

TEST_CASE("lists count what stands", "[query]") {
  Record record = record_of_four();
  const auto speakers = record.speakers({});
  REQUIRE(speakers.ok());
  REQUIRE(speakers->size() == 3);
  CHECK((*speakers)[0].name == "Ana Reyes");
  CHECK((*speakers)[0].statements == 2);
  CHECK((*speakers)[0].role == "transport chief");
  CHECK((*speakers)[0].first_said == "2026-03-03");
  CHECK((*speakers)[0].last_said == "2026-03-04");
  ListRequest named;
  named.query = "jose";
  CHECK(record.speakers(named)->size() == 1);
  named.query = "source:harbour";
  CHECK(record.speakers(named)->size() == 1);
  named.query = "nobody";
  CHECK(record.speakers(named)->empty());
  const auto sources = record.sources({});
  REQUIRE(sources->size() == 2);
  CHECK((*sources)[0].name == "Harbour Post");
  CHECK((*sources)[0].statements == 3);
  const auto articles = record.articles({});
  REQUIRE(articles->size() == 3);
  CHECK((*articles)[0].id.text() == "a1");
  CHECK((*articles)[2].published_on.empty());  // those without a date last
  CHECK((*articles)[0].speakers == 1);
  CHECK_FALSE(record.articles({"colour:red", 0, false, ""}).ok());
}

TEST_CASE("names are sorted as people look for them", "[query]") {
  Record record = open_memory();
  Sample a("Harbour Post", "2026-03-04", "names.txt", "Zoë Zorn, Øyvind Ek, ann Aal, Łucja Moe, Åsa Berg and Oskar Ek said so.");
  for (const char* name : {"Zoë Zorn", "Øyvind Ek", "ann Aal", "Łucja Moe", "Åsa Berg", "Oskar Ek"}) a.say("so", "said", name);
  REQUIRE(record.add(a.in()).ok());
  std::string listed, sorted;
  const auto speakers = record.speakers({});
  REQUIRE(speakers.ok());
  for (const SpeakerRow& row : *speakers) listed += row.name + ", ";
  CHECK(listed == "ann Aal, Åsa Berg, Łucja Moe, Oskar Ek, Øyvind Ek, Zoë Zorn, ");
  FindRequest request;
  request.sort = Sort::Speaker;
  for (const Row& row : rows_of(record, request)) sorted += row.speaker + ", ";
  CHECK(sorted == listed);
}

TEST_CASE("show tells everything about an id", "[query]") {
  Record record = record_of_four();
  const auto s = record.show("S1");
  REQUIRE(s.ok());
  REQUIRE(s->statement);
  CHECK(s->statement->paragraph.rfind("“The bridge will open,” Ana Reyes said", 0) == 0);
  CHECK(slice(s->statement->paragraph, s->statement->cue) == "said");
  CHECK(slice(s->statement->paragraph, s->statement->mention) == "Ana Reyes");
  const auto p = record.show("p1");
  REQUIRE(p->speaker);
  CHECK(p->speaker->row.statements == 2);
  REQUIRE(p->speaker->roles.size() == 1);
  CHECK(p->speaker->roles[0].name == "transport chief");
  CHECK(p->speaker->months.size() == 1);
  const auto a = record.show("a2");
  REQUIRE(a->article);
  CHECK(a->article->statements.size() == 2);
  CHECK(a->article->versions.size() == 1);
  CHECK(record.show("src2")->source->row.name == "Coast Wire");
  CHECK(record.show("s999").error().code == ErrorCode::NotFound);
  CHECK(record.show("x1").error().code == ErrorCode::Usage);
  CHECK(record.show("").error().code == ErrorCode::Usage);
}

TEST_CASE("a timeline keeps the precision that dates have", "[query]") {
  Record record = record_of_four();
  TimelineRequest request;
  const auto months = record.timeline(request);
  REQUIRE(months.ok());
  REQUIRE(months->size() == 4);
  CHECK((*months)[0].period == "2026-01");
  CHECK((*months)[0].said == 1);
  CHECK((*months)[1].period == "2026-02");
  CHECK((*months)[1].published == 1);
  CHECK((*months)[2].statements == 3);
  CHECK((*months)[3].period.empty());
  request.unit = 'd';
  const auto days = record.timeline(request);
  CHECK((*days)[0].period == "2026-01");  // no day is made up
  CHECK((*days)[2].period == "2026-03-03");
  request.unit = 'y';
  CHECK(record.timeline(request)->size() == 2);
}

TEST_CASE("a citation says who, what, where and when", "[query]") {
  Record record = record_of_four();
  Row row = rows_of(record, "id:s1")[0];
  CHECK(cite(row) ==
        "“The bridge will open,” Ana Reyes, transport chief, said on 3 March 2026 (Harbour Post, “Title of bridge.txt”, 4 March 2026).");
  row.url = "https://example.org/bridge#top";
  CHECK(link_to_words(row) == "https://example.org/bridge#:~:text=The%20bridge%20will%20open");
  Row negated = rows_of(record, "negated:yes")[0];
  CHECK(cite(negated).find("is reported not to have said") != std::string::npos);
  row.url = "javascript:alert(1)";
  CHECK(link_to_words(row).empty());
}

TEST_CASE("a link finds the words on the page, whole or by their ends", "[query]") {
  Row row;
  row.url = "https://example.org/a";
  const auto link = [&](const char* words, std::int64_t length) {
    row.words = words;
    row.start = 10;
    row.end = 10 + length;
    return link_to_words(row);
  };
  CHECK(link("“It is safe,”", 13) == "https://example.org/a#:~:text=It%20is%20safe");
  // In two pieces: what lies between them stands on the page, not in the words.
  CHECK(link("“It is safe now, for all I know,” “and not before.”", 80) ==
        "https://example.org/a#:~:text=It%20is%20safe%20now%2C,%E2%80%9Cand%20not%20before.");
  CHECK(link("It was safe then and then\n\nit was not safe again", 48) ==
        "https://example.org/a#:~:text=It%20was%20safe%20then,was%20not%20safe%20again");
  row.url.clear();
  CHECK(link("“It is safe,”", 13).empty());
}

TEST_CASE("a citation keeps the marks that the words end with", "[query]") {
  Row row;
  row.speaker = "Ana Reyes";
  row.kind = StatementKind::Direct;
  const auto cited = [&](const char* words) {
    row.words = words;
    return cite(row);
  };
  CHECK(cited("“It is safe.”") == "“It is safe,” Ana Reyes said.");
  CHECK(cited("“Is it safe?”") == "“Is it safe?” Ana Reyes said.");
  CHECK(cited("“Safe!”") == "“Safe!” Ana Reyes said.");
  CHECK(cited("“I wonder …”") == "“I wonder …” Ana Reyes said.");
  CHECK(cited("\"It is safe,\"") == "“It is safe,” Ana Reyes said.");
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

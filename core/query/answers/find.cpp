#include "query/answers/find.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <set>

#include "query/sql/oldest_first.h"
#include "store/rows/names.h"
#include "store/rows/rows.h"
#include "store/rows/slots.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

constexpr const char* kSelect =
    "SELECT s.statement_id, s.kind, s.act, s.negated, s.in_title, s.words, s.begin_byte, s.end_byte, s.spans, "   // 0-8
    "s.cue, s.cue_byte, s.mention, s.mention_byte, s.addressee, s.occasion, s.medium, "                            // 9-15
    "CASE WHEN s.joint = 1 OR p.name IS NULL THEN s.speaker ELSE p.name END, "                                     // 16
    "CASE WHEN s.joint = 1 OR p.kind IS NULL THEN s.speaker_kind ELSE p.kind END, s.unnamed, p.speaker_id, s.role, "  // 17-20
    "s.on_behalf_of, s.said_on, s.said_on_text, s.confidence, s.speaker_confidence, s.corrected, s.outer_id, s.n, "  // 21-28
    "s.slot, s.version_id, v.version, v.published_on, v.title, v.url, v.byline, v.text_sha256, v.captured_at, "    // 29-37
    "v.article_id, a.source_id, src.name, r.name, r.rules_version, v.origins, a.identity";                         // 38-44

std::string page_of(char letter, std::int64_t last_given) {
  char digits[20];
  return letter + std::string(digits, std::to_chars(digits, digits + sizeof(digits), last_given, 16).ptr);
}

// 0 where it is none; the compiler refuses it then.
std::int64_t slot_of_page(std::string_view key) {
  std::int64_t slot = 0;
  const char* const end = key.data() + key.size();
  const bool known = key.starts_with('t') && std::from_chars(key.data() + 1, end, slot, 16).ptr == end;
  return known ? slot : 0;
}

bool asks_about_acts(const Node& node) {
  if (node.kind == Node::Kind::Term && node.field->id == FieldId::Act) return true;
  return std::any_of(node.children.begin(), node.children.end(), asks_about_acts);
}

Node act_is_no_attitude() {
  Node attitude;
  attitude.kind = Node::Kind::Term;
  attitude.field = &field(FieldId::Act);
  attitude.text = "attitude";
  Node out;
  out.kind = Node::Kind::Not;
  out.children.push_back(std::move(attitude));
  return out;
}

CompileOptions options_of(const FindRequest& request) {
  const bool by_slot = request.sort == Sort::Newest || request.sort == Sort::Oldest;
  return {request.sort, request.versions, request.page_key, Joined::Row, request.limit == 0 || !by_slot};
}

// What a row's columns say by themselves.
Row read_columns(Sql& sql) {
  Row row;
  row.statement = {IdKind::Statement, sql.integer(0)};
  row.kind = find_kind(sql.view(1)).value_or(StatementKind::Indirect);
  row.act = find_act(sql.view(2)).value_or(Act::Statement);
  row.negated = sql.integer(3) != 0;
  row.in_title = sql.integer(4) != 0;
  row.words = sql.text(5);
  row.cue = sql.text(9);
  row.mention = sql.text(11);
  row.addressee = sql.text(13);
  row.occasion = sql.text(14);
  row.medium = sql.text(15);
  row.speaker = sql.text(16);
  row.speaker_kind = find_speaker_kind(sql.view(17)).value_or(SpeakerKind::Unknown);
  row.unnamed = sql.integer(18) != 0;
  row.speaker_id = {IdKind::Speaker, sql.integer(19)};
  row.role = sql.text(20);
  row.on_behalf_of = sql.text(21);
  row.said_on = sql.text(22);
  row.said_on_text = sql.text(23);
  row.confidence = sql.real(24);
  row.speaker_confidence = sql.real(25);
  row.corrected = sql.integer(26) != 0;
  row.within = {IdKind::Statement, sql.integer(27)};
  row.n = static_cast<int>(sql.integer(28));
  row.version = static_cast<int>(sql.integer(31));
  row.published_on = sql.text(32);
  row.title = sql.text(33);
  row.url = sql.text(34);
  row.byline = sql.text(35);
  row.text_sha256 = sql.text(36);
  row.captured_at = sql.text(37);
  row.article = {IdKind::Article, sql.integer(38)};
  row.source_id = {IdKind::Source, sql.integer(39)};
  row.source = sql.text(40);
  row.rule = sql.text(41);
  row.rules_version = sql.text(42);
  row.dated_by_publication = row.said_on.empty() && !row.published_on.empty();
  if (const auto days = find_days(row.said_on)) {
    char buffer[16];
    row.said_from = std::string(day_text(days->from, buffer));
    row.said_to = std::string(day_text(days->to, buffer));
  }
  return row;
}

// Whether the statement stands in a title that is no part of the text: its offsets count in the title then.
bool stands_outside_text(Sql& sql, const Row& row) {
  if (!row.in_title || sql.view(43).find("\"title\":\"") == std::string_view::npos) return false;
  Article origins;
  read_origins(sql.view(43), origins);
  return origins.title.source_span.empty();
}

// The statement with its cue and its mention as they stand in `under`, of which the content has the bytes `whole`.
void read_context(Sql& sql, std::string_view under, Span whole, Row& row) {
  constexpr std::uint32_t kFar = 300;  // a mention further away (a floating quotation's) belongs to another sentence
  std::vector<Span> content = sql.is_null(8) ? std::vector<Span>{whole} : read_spans(sql.view(8));
  Span all = whole;
  const auto piece = [&](int words, int byte) {
    if (sql.is_null(byte)) return Span{};
    const auto at = static_cast<std::uint32_t>(sql.integer(byte));
    const Span span{at, at + static_cast<std::uint32_t>(sql.view(words).size())};
    if (span.end > under.size() || span.end + kFar < whole.begin || span.begin > whole.end + kFar) return Span{};
    all = {std::min(all.begin, span.begin), std::max(all.end, span.end)};
    return span;
  };
  row.context_cue = piece(9, 10);
  row.context_mention = piece(11, 12);
  row.context = std::string(slice(under, all));
  for (Span* span : {&row.context_cue, &row.context_mention})
    if (!span->empty()) *span = {span->begin - all.begin, span->end - all.begin};
  for (const Span span : content) row.context_content.push_back({span.begin - all.begin, span.end - all.begin});
}

// Who says the statement that reports others.
std::string speaker_of(Database& db, std::int64_t statement_id) {
  Sql outer(db, "SELECT CASE WHEN o.joint = 1 OR p.name IS NULL THEN o.speaker ELSE p.name END FROM statements o "
                "LEFT JOIN speakers own ON own.speaker_id = o.speaker_id "
                "LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id) WHERE o.statement_id = ?1");
  outer.with(statement_id);
  return outer.step() ? outer.text(0) : std::string();
}

}  // namespace

Result<Node> tree_of(const FindRequest& request) {
  auto tree = parse_query(request.query);
  if (!tree) return tree;
  const std::pair<FieldId, const std::string&> flags[] = {
      {FieldId::Speaker, request.speaker}, {FieldId::Source, request.source}, {FieldId::Since, request.since},
      {FieldId::Until, request.until},     {FieldId::Kind, request.kind},     {FieldId::Act, request.act}};
  for (const auto& [id, value] : flags) {
    if (value.empty()) continue;
    auto term = flag_term(id, value, "--" + std::string(field(id).name));
    if (!term) return term;
    tree = both(std::move(*tree), std::move(*term));
  }
  return tree;
}

Node question_of(const FindRequest& request) {
  auto tree = tree_of(request);
  if (!tree) throw SqlError(tree.error());
  if (request.hide_attitudes && !asks_about_acts(*tree)) return both(std::move(*tree), act_is_no_attitude());
  return std::move(*tree);
}

const std::string& Finder::text_of(std::int64_t version_id) {
  if (text_version_ != version_id) {
    Sql query(db_, "SELECT text FROM versions WHERE version_id = ?1");
    query.with(version_id);
    text_ = query.step() ? query.text(0) : std::string();
    text_points_.reset(text_);
    text_version_ = version_id;
  }
  return text_;
}

Row Finder::read(Sql& sql, bool with_context) {
  Row row = read_columns(sql);
  const bool own_words = sql.view(44).starts_with("words:");
  const Span whole{static_cast<std::uint32_t>(sql.integer(6)), static_cast<std::uint32_t>(sql.integer(7))};
  const std::string& text = text_of(sql.integer(30));
  const bool outside = stands_outside_text(sql, row);
  if (outside) title_points_.reset(row.title);
  const std::string& under = outside ? row.title : text;
  const bool inside = whole.end <= under.size();
  if (!own_words && inside) {
    const CodePoints& points = outside ? title_points_ : text_points_;
    row.start = points.from_byte(whole.begin);
    row.end = points.from_byte(whole.end);
  }
  if (with_context && inside) read_context(sql, under, whole, row);
  if (row.within) row.via_speaker = speaker_of(db_, row.within.number);
  return row;
}

FindSummary Finder::find(const FindRequest& request, const std::function<bool(const Row&)>& each) {
  auto tree = tree_of(request);
  if (!tree) throw SqlError(tree.error());
  Snapshot moment(db_);
  text_version_ = 0;  // texts may have changed since the last question
  const bool hide = request.hide_attitudes && !asks_about_acts(*tree);
  CompileOptions options = options_of(request);
  std::optional<OldestFirst> oldest_first;
  if (request.sort == Sort::Oldest) {
    const std::int64_t page_slot = slot_of_page(request.page_key);
    oldest_first.emplace(db_, page_slot);
    if (page_slot > 0) options.page_key = page_of('t', oldest_first->from());
  }
  const Compiled compiled = compile(db_, *tree, options);
  FindSummary summary;
  Sql sql(db_, compiled.with + kSelect + compiled.from + compiled.where + compiled.order);
  compiled.bind(sql);
  std::int64_t last_given = 0;
  bool wanted = true;
  const OldestFirst::Each give = [&](Row& row, std::int64_t key) {
    if (request.limit > 0 && summary.rows == request.limit) {
      summary.more = true;
      return false;
    }
    last_given = key;
    if (request.with_sightings) row.also_in = also_in(row.statement.number);
    if (request.with_marks) row.marks = marks_in(row.words, compiled.marked);
    ++summary.rows;
    return each(row);
  };
  while (wanted && sql.step()) {
    // Attitudes are passed over here rather than in SQL, so that those on the way are counted.
    if (hide && sql.view(2) == "attitude") {
      if (request.limit == 0 || summary.rows < request.limit) ++summary.hidden_attitudes;
      continue;
    }
    if (!oldest_first && request.limit > 0 && summary.rows == request.limit) {
      summary.more = true;
      break;
    }
    Row row = read(sql, request.with_context);
    if (oldest_first) wanted = oldest_first->take(sql.integer(29), sql.integer(30), std::move(row), give);
    else wanted = give(row, sql.integer(request.sort == Sort::Added ? 0 : 29));
  }
  if (wanted && oldest_first) oldest_first->finish(give);
  const bool by_time = request.sort == Sort::Newest || request.sort == Sort::Oldest;
  if (summary.more && (by_time || request.sort == Sort::Added)) summary.next_page = page_of(by_time ? 't' : 'i', last_given);
  if (request.with_total) {
    if (!summary.more && request.page_key.empty()) {
      summary.total = summary.rows;
    } else {
      FindRequest all = request;
      all.page_key.clear();
      const std::int64_t most = request.total_most > 0 ? std::max(request.total_most, summary.rows) : 0;
      summary.total = count_to(all, most > 0 ? most + 1 : 0);
      if (most > 0 && *summary.total > most) {
        summary.total = most;
        summary.total_more = true;
      }
    }
  }
  return summary;
}

std::int64_t Finder::count(const FindRequest& request) { return count_to(request, 0); }

std::int64_t Finder::count_to(const FindRequest& request, std::int64_t most) {
  const CompileOptions options{Sort::Newest, request.versions, request.page_key, Joined::Nothing, most == 0};
  const Compiled compiled = compile(db_, question_of(request), options);
  const std::string limit = most > 0 ? " LIMIT " + std::to_string(most) : std::string();
  Sql sql(db_, compiled.with + "SELECT count(*) FROM (SELECT 1" + compiled.from + compiled.where + limit + ")");
  compiled.bind(sql);
  return sql.step() ? sql.integer(0) : 0;
}

Explanation Finder::explain(const FindRequest& request) {
  Explanation out;
  auto tokens = tokenize_query(request.query);
  if (!tokens) throw SqlError(tokens.error());
  out.tokens = print(*tokens);
  auto tree = tree_of(request);
  if (!tree) throw SqlError(tree.error());
  out.tree = outline(*tree);
  const CompileOptions options = options_of(request);
  const Compiled compiled = compile(db_, *tree, options);
  out.sql = compiled.with + "SELECT …" + compiled.from + compiled.where + compiled.order;
  for (std::size_t i = 0; i < compiled.parameters.size(); ++i) {
    out.sql += "\n?" + std::to_string(i + 1) + " = ";
    const Parameter& value = compiled.parameters[i];
    if (const auto* integer = std::get_if<std::int64_t>(&value)) out.sql += std::to_string(*integer);
    else if (const auto* real = std::get_if<double>(&value)) out.sql += std::to_string(*real);
    else out.sql += std::get<std::string>(value);
  }
  Sql plan(db_, "EXPLAIN QUERY PLAN " + compiled.with + kSelect + compiled.from + compiled.where + compiled.order);
  compiled.bind(plan);
  while (plan.step()) out.plan += plan.text(3) + "\n";
  return out;
}

std::vector<Row> Finder::rows_where(const std::string& condition, const std::vector<Parameter>& parameters, const std::string& order,
                                    bool with_context) {
  text_version_ = 0;
  Compiled compiled;
  compiled.parameters = parameters;
  Sql sql(db_, std::string(kSelect) +
                   " FROM statements s JOIN versions v ON v.version_id = s.version_id JOIN articles a ON a.article_id = v.article_id "
                   "JOIN rules r ON r.rule_id = s.rule_id LEFT JOIN speakers own ON own.speaker_id = s.speaker_id "
                   "LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id) "
                   "LEFT JOIN sources src ON src.source_id = a.source_id WHERE " + condition + " ORDER BY " + order);
  compiled.bind(sql);
  std::vector<Row> rows;
  while (sql.step()) rows.push_back(read(sql, with_context));
  return rows;
}

std::optional<Row> Finder::find_row(std::int64_t statement_id, bool with_context) {
  auto rows = rows_where("s.statement_id = ?1", {statement_id}, "s.slot", with_context);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

int Finder::also_in(std::int64_t statement_id) {
  Sql query(db_, "SELECT DISTINCT coalesce('w' || w.group_id, 'a' || v.article_id), v.article_id = own.article_id FROM sightings g "
                 "JOIN sightings o ON o.group_id = g.group_id JOIN statements s ON s.statement_id = o.statement_id "
                 "JOIN versions v ON v.version_id = s.version_id LEFT JOIN wire_groups w ON w.version_id = v.version_id "
                 "JOIN statements me ON me.statement_id = g.statement_id JOIN versions own ON own.version_id = me.version_id "
                 "WHERE g.statement_id = ?1 AND s.state & 6 = 0");
  query.with(statement_id);
  std::set<std::string> reports;
  std::string mine;
  while (query.step()) {
    reports.insert(query.text(0));
    if (query.integer(1) != 0) mine = query.text(0);
  }
  reports.erase(mine);
  return static_cast<int>(reports.size());
}

std::vector<Span> marks_in(std::string_view words, const std::vector<std::vector<std::string>>& wanted) {
  struct Word {
    Span span;
    std::string folded;
  };
  // Words as the full-text index has them: runs of letters, digits and their marks.
  std::vector<Word> there;
  for (std::uint32_t at = 0; at < words.size();) {
    std::uint32_t end = at;
    const auto is_part = [&](std::uint32_t i) {
      const auto byte = static_cast<unsigned char>(words[i]);
      if (byte < 0x80) return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
      return !(byte == 0xE2 && words.substr(i, 2) == "\xE2\x80");
    };
    while (end < words.size() && is_part(end)) ++end;
    if (end > at) there.push_back({{at, end}, folded_words(words.substr(at, end - at))});
    if (end == at) end += words.substr(at, 2) == "\xE2\x80" ? 3 : 1;
    at = end;
  }
  std::vector<Span> marks;
  for (const auto& phrase : wanted) {
    for (std::size_t i = 0; i + phrase.size() <= there.size(); ++i) {
      bool here = true;
      for (std::size_t k = 0; k < phrase.size() && here; ++k) {
        const std::string& want = phrase[k];
        here = want.ends_with('*') ? there[i + k].folded.starts_with(want.substr(0, want.size() - 1)) : there[i + k].folded == want;
      }
      if (here) marks.push_back({there[i].span.begin, there[i + phrase.size() - 1].span.end});
    }
  }
  std::sort(marks.begin(), marks.end(), [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  std::vector<Span> out;
  for (const Span span : marks) {
    if (!out.empty() && span.begin <= out.back().end) out.back().end = std::max(out.back().end, span.end);
    else out.push_back(span);
  }
  return out;
}

}  // namespace onrecord::query

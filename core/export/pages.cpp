#include "export/pages.h"

#include <algorithm>
#include <string>
#include <vector>

#include "export/columns.h"
#include "export/contract.h"
#include "export/json.h"
#include "export/report.h"
#include "export/statement_table.h"

namespace onrecord {
namespace {

constexpr std::size_t kLabel = 12;

std::string share(double value) {
  char text[16];
  return {text, put_share(text, static_cast<float>(value))};
}

std::string plural(std::int64_t number, const char* one) {
  return std::to_string(number) + ' ' + one + (number == 1 ? "" : "s");
}

// Lines of a page: paragraphs, and labels with what belongs to them.
class Page {
 public:
  Page(const TableStyle& style, Buffer& out)
      : style_(style), columns_(std::clamp<std::size_t>(style.columns, 40, 100)), out_(out) {}

  void line(std::string_view text) {
    out_.append(paint(text, style_.colour));
    out_.append('\n');
  }
  void blank() { out_.append('\n'); }
  void paragraph(std::string_view text, std::size_t indent = 0) {
    for (const std::string& piece : wrap(text, columns_ - indent)) line(std::string(indent, ' ') + piece);
  }
  // Nothing for an empty value.
  void label(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    bool first = true;
    for (const std::string& piece : wrap(value, columns_ - kLabel)) {
      line(mark(Ink::Dim, pad(first ? name : "", kLabel)) + piece);
      first = false;
    }
  }
  [[nodiscard]] bool colour() const { return style_.colour; }
  [[nodiscard]] TableStyle table() const { return {std::max<std::size_t>(style_.columns, 40), style_.colour}; }
  [[nodiscard]] Buffer& out() { return out_; }

 private:
  const TableStyle& style_;
  std::size_t columns_;
  Buffer& out_;
};

// `text` on one line with some of its stretches inked; in plain text the content stands between [[ and ]].
std::string highlighted(std::string_view text, const std::vector<Span>& content, Span cue, Span mention, bool colour) {
  struct Stretch {
    Span span;
    Ink ink;
  };
  std::vector<Stretch> stretches;
  for (const Span part : content) stretches.push_back({part, Ink::Match});
  for (const Span piece : {cue, mention})
    if (!piece.empty() && std::none_of(content.begin(), content.end(), [&](Span part) { return part.overlaps(piece); }))
      stretches.push_back({piece, Ink::Id});
  std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.span.begin < b.span.begin; });
  // clean() would lose the places, so inks go in first, as characters that it keeps, and become inks afterwards.
  std::string out;
  std::size_t at = 0;
  const auto piece = [&](std::string_view raw) {
    const bool before = !raw.empty() && (raw.front() == ' ' || raw.front() == '\n' || raw.front() == '\r' || raw.front() == '\t');
    const bool after = !raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r' || raw.back() == '\t');
    const std::string text_clean = clean(raw);
    std::string spaced = before && !out.empty() ? " " : "";
    spaced += text_clean;
    if (after && !text_clean.empty()) spaced += ' ';
    return spaced;
  };
  for (const Stretch& stretch : stretches) {
    if (stretch.span.begin < at || stretch.span.end > text.size()) continue;
    out += piece(text.substr(at, stretch.span.begin - at));
    const std::string inner = piece(slice(text, stretch.span));
    if (colour) out += mark(stretch.ink, inner);
    else out += stretch.ink == Ink::Match ? "[[" + inner + "]]" : inner;
    at = stretch.span.end;
  }
  out += piece(text.substr(std::min(at, text.size())));
  return out;
}

void put_events(Page& page, const std::vector<EventRow>& events) {
  for (const EventRow& e : events) {
    std::string text = e.id.text() + "  " + e.at.substr(0, 10) + "  " + clean(e.who) + " · " + e.verb;
    if (const std::string change = change_of(e); !change.empty()) text += (e.field.empty() ? " " + clean(e.target) + ": " : " ") + change;
    if (!e.why.empty()) text += " · “" + clean(e.why) + "”";
    if (e.undone_by) text += " · undone by " + e.undone_by.text();
    if (e.pending) text += " · waits: " + clean(e.pending_reason);
    page.label(&e == &events.front() ? "log" : "", text);
  }
}

void put_notes(Page& page, const std::vector<NoteRow>& notes) {
  for (const NoteRow& n : notes)
    page.label(&n == &notes.front() ? "notes" : "",
               n.id.text() + "  " + clean(n.text) + " (" + clean(n.who) + ", " + n.at.substr(0, 10) + ")");
}

std::string who_is(const Row& r) {
  if (r.speaker.empty()) return "nobody known";
  std::string out = clean(r.speaker);
  if (r.unnamed) out += " (unnamed)";
  else if (!r.role.empty()) out += ", " + clean(r.role);
  return out;
}

std::string join(const std::vector<std::string>& texts, std::string_view with) {
  std::string out;
  for (const std::string& text : texts) out.append(out.empty() ? "" : with).append(clean(text));
  return out;
}

// What keeps a statement from being found.
void put_standing(Page& page, const ShownStatement& s) {
  const auto is_removal = [](const EventRow& e) {
    return !e.undone_by && (e.verb == "remove" || (e.field == "statement" && e.after == "no"));
  };
  const bool own = std::any_of(s.events.begin(), s.events.end(), is_removal);
  const std::string why = "onrecord log " + (own ? s.row.statement : s.row.article).text() + " says why";
  if (s.removed) page.label("removed", own ? "yes; " + why : "with its article; " + why);
  if (s.no_longer_found) page.label("standing", "the rules no longer find it");
  else if (s.row.version < s.versions) page.label("standing", "in an older version; onrecord show " + s.row.article.text() + " --diff");
}

void put_statement(Page& page, const ShownStatement& s) {
  const Row& r = s.row;
  std::string head = mark(Ink::Id, r.statement.text()) + "  " + mark(Ink::Bold, who_is(r));
  if (!r.said_on.empty()) head += " · " + r.said_on;
  else if (!r.published_on.empty()) head += " · ~" + r.published_on;
  page.paragraph(head);
  page.blank();
  if (r.negated) page.paragraph(mark(Ink::Warning, "Reported as not said:"), 2);
  page.paragraph(highlighted(s.paragraph, s.content, s.cue, s.mention, page.colour()), 2);
  page.blank();
  put_standing(page, s);
  std::string said = r.said_on.empty() ? "day unknown" : r.said_on;
  if (!r.said_on_text.empty()) said += " (“" + clean(r.said_on_text) + "”)";
  page.label("said", said);
  page.label("published", r.published_on.empty() ? "unknown" : r.published_on);
  page.label("captured", r.captured_at);
  if (r.article) {
    std::string article = r.article.text();
    if (s.versions > 1) article += " version " + std::to_string(r.version) + " of " + std::to_string(s.versions);
    if (!r.title.empty()) article += "  " + clean(r.title);
    page.label("article", article);
  }
  page.label("source", clean(r.source));
  page.label("byline", clean(r.byline));
  page.label("address", clean(r.url));
  std::string speaker = r.speaker_id ? r.speaker_id.text() + "  " : std::string();
  speaker += who_is(r);
  if (!r.speaker.empty()) speaker += " · confidence " + share(r.speaker_confidence);
  page.label("speaker", speaker);
  if (!r.mention.empty()) page.label("named here", "“" + clean(r.mention) + "”");
  page.label("for", clean(r.on_behalf_of));
  if (!r.cue.empty()) page.label("cue", "“" + clean(r.cue) + "”");
  page.label("told to", clean(r.addressee));
  page.label("occasion", clean(r.occasion));
  page.label("medium", clean(r.medium));
  page.label("kind", std::string(word_for(r.kind)) + ", " + std::string(word_for(r.act)) + (r.in_title ? ", in the title" : ""));
  if (r.within) page.label("within", r.within.text() + (r.via_speaker.empty() ? "" : "  reported by " + clean(r.via_speaker)));
  std::string reports;
  for (const Id id : s.reports) reports += (reports.empty() ? "" : ", ") + id.text();
  page.label("reports", reports);
  page.label("rule", clean(r.rule) + " · confidence " + share(r.confidence) +
                         (r.rules_version.empty() ? "" : " · rules " + clean(r.rules_version)));
  if (s.sightings > 0) page.label("also in", plural(s.sightings, "other place") + ": onrecord show " + r.statement.text() + " --all");
  for (const auto& [claim, how] : s.claims) page.label(&claim == &s.claims.front().first ? "claims" : "", claim.text() + "  " + how);
  put_events(page, s.events);
  put_notes(page, s.notes);
}

void put_uses(Page& page, std::string_view label, const std::vector<NameUse>& uses) {
  std::string text;
  std::size_t shown = 0;
  for (const NameUse& use : uses) {
    if (++shown > 12) {
      text += " …";
      break;
    }
    if (!text.empty()) text += "; ";
    text += clean(use.name);
    if (use.times > 1) text += " (" + std::to_string(use.times) + "×)";
    if (use.example) text += " " + use.example.text();
  }
  page.label(label, text);
}

// One a line, the earliest first: when, how often, and a statement that has the words.
void put_roles(Page& page, const std::vector<NameUse>& roles) {
  constexpr std::size_t kMost = 20;
  for (std::size_t i = 0; i < roles.size() && i < kMost; ++i) {
    const NameUse& use = roles[i];
    std::string when = use.first;
    if (use.last != use.first) when += " to " + use.last;
    page.label(i == 0 ? "roles" : "", pad(when.empty() ? "undated" : when, 24) + "  " + clean(use.name) +
                                          (use.times > 1 ? " (" + std::to_string(use.times) + "×)" : "") +
                                          (use.example ? " " + use.example.text() : std::string()));
  }
  if (roles.size() > kMost) page.label("", "… and " + std::to_string(roles.size() - kMost) + " more: --format json has all");
}

void put_speaker(Page& page, const ShownSpeaker& s) {
  std::string head = mark(Ink::Id, s.row.id.text()) + "  " + mark(Ink::Bold, clean(s.row.name));
  if (!s.row.role.empty()) head += ", " + clean(s.row.role);
  page.paragraph(head);
  page.blank();
  page.label("kind", word_for(s.row.kind));
  page.label("said",
             plural(s.row.statements, "statement") + " in " + plural(s.row.articles, "article") + " of " + plural(s.row.sources, "source"));
  if (!s.row.first_said.empty()) page.label("first, last", s.row.first_said + ", " + s.row.last_said);
  page.label("aliases", join(s.aliases, "; "));
  std::string merged;
  for (const Id id : s.merged) merged += (merged.empty() ? "" : ", ") + id.text();
  page.label("merged", merged);
  put_uses(page, "named as", s.names);
  put_roles(page, s.roles);
  put_uses(page, "spoke to", s.addressees);
  put_uses(page, "printed by", s.sources);
  std::int64_t most = 1;
  for (const auto& month : s.months) most = std::max(most, month.second);
  for (const auto& [month, statements] : s.months) {
    std::string bar;
    for (std::int64_t i = 0; i < std::max<std::int64_t>(1, statements * 40 / most); ++i) bar += "▪";
    page.label(&month == &s.months.front().first ? "by month" : "", month + "  " + bar + " " + std::to_string(statements));
  }
  put_events(page, s.events);
  put_notes(page, s.notes);
}

void put_article(Page& page, const ShownArticle& a, bool whole_text) {
  page.paragraph(mark(Ink::Id, a.row.id.text()) + "  " + mark(Ink::Bold, a.row.title.empty() ? "(no title)" : clean(a.row.title)));
  page.blank();
  if (a.removed) page.label("removed", "yes; onrecord log " + a.row.id.text() + " says why");
  for (const ShownField& field : a.fields)
    if (!field.value.empty() && field.name != "title")
      page.label(field.name, clean(field.value) + (field.origin.empty() ? "" : mark(Ink::Dim, "  (" + clean(field.origin) + ")")));
  page.label("captured", a.row.captured_at);
  for (const VersionRow& v : a.versions)
    if (a.versions.size() > 1)
      page.label(&v == &a.versions.front() ? "versions" : "",
                 std::to_string(v.version) + "  captured " + v.captured_at + ", " + plural(v.statements, "statement"));
  std::string copies;
  for (const Id id : a.wire_copies) copies += (copies.empty() ? "" : ", ") + id.text();
  page.label("same story", copies);
  put_events(page, a.events);
  put_notes(page, a.notes);
  if (whole_text) {
    page.blank();
    std::string_view text = a.text;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      page.paragraph(clean(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return;
  }
  page.blank();
  StatementTable table(page.table(), page.out());
  for (const Row& row : a.statements) table.row(row);
  if (a.statements.empty()) page.line("no statements");
  else if (const std::string legend = table.legend(); !legend.empty()) page.line(legend);
}

void put_source(Page& page, const ShownSource& s) {
  page.paragraph(mark(Ink::Id, s.row.id.text()) + "  " + mark(Ink::Bold, clean(s.row.name)));
  page.blank();
  page.label("host", clean(s.row.host));
  page.label("holds", plural(s.row.articles, "article") + ", " + plural(s.row.statements, "statement"));
  if (!s.row.first_published.empty()) page.label("first, last", s.row.first_published + ", " + s.row.last_published);
  put_uses(page, "quotes", s.speakers);
}

void put_event(Page& page, const EventRow& e) {
  page.paragraph(mark(Ink::Id, e.id.text()) + "  " + mark(Ink::Bold, e.verb + " " + clean(e.target)));
  page.blank();
  page.label("when", e.at);
  page.label("who", clean(e.who));
  page.label("field", e.field);
  page.label("from", clean(e.before));
  page.label("to", clean(e.after));
  page.label("why", clean(e.why));
  if (e.undoes) page.label("undoes", e.undoes.text());
  if (e.undone_by) page.label("undone by", e.undone_by.text());
  if (e.pending) page.label("waits", clean(e.pending_reason));
  page.label("hash", e.hash);
}

void put_review(Page& page, const ReviewRow& r) {
  page.label(r.id.text(),
             r.verdict + (r.rating.empty() ? "" : " · “" + clean(r.rating) + "”") + (r.said_so.empty() ? "" : " · said so: " + r.said_so));
  page.label("", clean(r.by) + (r.on.empty() ? "" : ", " + r.on));
  page.label("", clean(r.url));
  page.label("", clean(r.evidence));
}

void put_claim(Page& page, const ShownClaim& c) {
  page.paragraph(mark(Ink::Id, c.row.id.text()) + "  " + mark(Ink::Bold, clean(c.row.claim)));
  page.blank();
  if (!c.row.first_said.empty())
    page.label("first said", c.row.first_said + (c.row.first_speaker.empty() ? "" : ", " + clean(c.row.first_speaker)));
  for (const ReviewRow& review : c.reviews) put_review(page, review);
  put_events(page, c.events);
  put_notes(page, c.notes);
  if (c.statements.empty()) return;
  page.blank();
  StatementTable table(page.table(), page.out());
  for (const auto& [row, how] : c.statements) {
    table.row(row);
    page.line(mark(Ink::Dim, "      " + how + (how == "denies" || how == "contradicts" || how == "mentions" ? " it" : " the claim")));
  }
}

}  // namespace

std::string change_of(const EventRow& event) {
  const auto or_none = [](const std::string& value) { return value.empty() ? std::string("(none)") : clean(value); };
  if (!event.field.empty()) return event.field + ": " + or_none(event.before) + " → " + or_none(event.after);
  if (event.before.empty() || event.after.empty()) return clean(event.before + event.after);
  return clean(event.before) + " → " + clean(event.after);
}

void put_page(const Shown& shown, const PageOptions& options, Buffer& out) {
  Page page(options.style, out);
  if (shown.redirected_from) page.label("merged", shown.redirected_from.text() + " leads here");
  if (shown.statement) put_statement(page, *shown.statement);
  if (shown.speaker) put_speaker(page, *shown.speaker);
  if (shown.article) put_article(page, *shown.article, options.whole_text);
  if (shown.source) put_source(page, *shown.source);
  if (shown.event) put_event(page, *shown.event);
  if (shown.claim) put_claim(page, *shown.claim);
  if (shown.review) put_review(page, *shown.review);
  if (shown.note) page.label(shown.note->id.text(), clean(shown.note->text) + " (" + clean(shown.note->who) + ", " + shown.note->at + ")");
}

}  // namespace onrecord

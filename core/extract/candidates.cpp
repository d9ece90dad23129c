#include "extract/candidates.h"

#include <cstdlib>
#include <iostream>
#include <span>

#include "base/embedded.h"
#include "lexicon/tags.h"

namespace onrecord {

std::span<const EmbeddedFile> extract_rules();

std::string_view Grammar::construct_name(std::uint16_t construct) const {
  if (construct < constructs.size()) return constructs[construct].id;
  return name_of(static_cast<BuiltIn>(construct - constructs.size()));
}

const Grammar& grammar() {
  static const Grammar built_in = [] {
    Grammar out;
    const auto need = [](const auto& result) {
      if (result) return;
      std::cerr << "onrecord: " << result.error().text() << '\n';
      std::abort();
    };
    for (const EmbeddedFile& file : extract_rules()) {
      if (file.name == "chunks.rules") {
        auto chunks = ChunkRules::compile(file.bytes);
        need(chunks);
        out.chunks = std::move(*chunks);
      } else if (file.name == "constructs.rules") {
        auto constructs = read_constructs(file.bytes);
        need(constructs);
        out.constructs = std::move(*constructs);
      }
    }
    for (std::size_t i = 0; i < out.constructs.size(); ++i)
      for (const char c : out.constructs[i].cue)
        out.by_cue[static_cast<unsigned char>(c) & 127U].push_back(static_cast<std::uint16_t>(i));
    return out;
  }();
  return built_in;
}

namespace {

using namespace word_class;

class Proposer {
 public:
  Proposer(const Document& doc, const Grammar& rules, const std::vector<Parsed>& sentences, std::size_t begin, std::size_t end, bool title,
           std::vector<Candidate>& out)
      : doc_(doc), rules_(rules), sentences_(sentences), begin_(begin), end_(end), title_(title), out_(out) {}

  void run() {
    for (std::size_t i = begin_; i < end_; ++i) {
      at_sentence_ = i;
      parsed_ = &sentences_[i];
      s_ = parsed_->chunks.symbols;
      label();
      credit();
      floating();
      in_document();
      for (int c = 0; c < size(); ++c) {
        switch (at(c)) {
          case 'V':
          case 'U':
          case 'G':
          case 'I':
          case 'E':
          case 'F': verb(c); break;
          case 'N': noun(c); break;
          case 'J': adjective(c); break;
          case 'L': according(c); break;
          default: break;
        }
      }
    }
  }

 private:
  [[nodiscard]] int size() const { return parsed_->chunks.size(); }
  [[nodiscard]] char at(int i) const { return i >= 0 && i < size() ? s_[static_cast<std::size_t>(i)] : '\0'; }
  [[nodiscard]] const Chunk& chunk(int i) const { return parsed_->chunks.chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Word& head(int i) const { return *doc_.tokens.word[chunk(i).head]; }
  [[nodiscard]] const Subject& subject(int i) const { return parsed_->subjects[static_cast<std::size_t>(i)]; }
  [[nodiscard]] TokenRange tokens(int first, int last) const {  // of chunks [first, last)
    if (first >= last) return {};
    return {chunk(first).first, chunk(last - 1).last};
  }
  [[nodiscard]] bool finite(int i) const { return at(i) == 'V' || at(i) == 'U' || at(i) == 'F'; }
  [[nodiscard]] bool nominal(int i) const { return at(i) == 'N' || at(i) == 'P'; }

  // The last chunk (exclusive) of the sentence, its stop left out.
  [[nodiscard]] int last_chunk() const {
    int last = size();
    while (last > 0 && at(last - 1) == '.') --last;
    return last;
  }

  // ---- ends of contents

  // No content is looked for further than this many chunks, so that a sentence of any length costs what its cues cost.
  static constexpr int kFarthest = 400;
  [[nodiscard]] int farthest(int start) const { return std::min(last_chunk(), start + kFarthest); }

  // A verb that opens an attribution of its own after a comma or "and": "said A, but argued B".
  [[nodiscard]] bool sibling(int v, int cue) const {
    if (at(v) != 'V' && at(v) != 'G') return false;
    const Word& word = head(v);
    if ((word.classes & kTakesQuote) == 0) return false;
    const Subject& own = subject(v);
    const Subject& mine = subject(cue);
    return own.known() && mine.known() && own.head == mine.head;
  }

  // The end (exclusive chunk) of a clause content that begins at `start`.
  [[nodiscard]] int clause_end(int start, int cue) const {
    const int last = farthest(start);
    // In a fronted clause ("While Reyes said A, B happened") a comma before the main clause ends it.
    // So it does after a fronted participle ("Asked whether A, Reyes said B").
    const bool participle = cue <= 1 && (at(cue) == 'E' || at(cue) == 'G');
    const bool fronted = participle || ((at(0) == 's' || at(0) == 'f' || at(0) == '&') && cue < 6 && subject(cue).known() && subject(cue).first == 1);
    int depth = 0;
    for (int i = start; i < last; ++i) {
      const char c = at(i);
      if (c == '(') ++depth;
      if (c == ')' && depth-- == 0) return i;
      if (c == 'L' && i > start) return at(i - 1) == ',' ? i - 1 : i;
      if (c == ',' && fronted && nominal(i + 1) && depth == 0) return i;
      const bool comma_inside = c == 'Q' && mark_inside(i) == ',';
      if ((c == ',' || c == 'c' || c == 'B' || comma_inside) && depth == 0 && i > start) {
        int v = i + 1;
        while (at(v) == 'c' || at(v) == 'B' || at(v) == 'A') ++v;
        if (sibling(v, cue)) return comma_inside ? i + 1 : i;
      }
    }
    return last;
  }

  // A list goes on after the comma at `i`: "the cost, the delay and the noise".
  [[nodiscard]] bool list_goes_on(int i) const {
    if (at(i + 1) != 'N' && at(i + 1) != 'J' && at(i + 1) != 'G') return at(i + 1) == 'c' && (at(i + 2) == 'N') && !finite(i + 3) && at(i + 3) != 'i';
    for (int j = i + 1; j < std::min(size(), i + 60); ++j) {
      const char c = at(j);
      if (c == 'c') return at(j + 1) == 'N' && !finite(j + 2);
      if (c != 'N' && c != 'i' && c != ',' && c != 'J' && c != 'E' && c != 'G') return false;
    }
    return false;
  }

  [[nodiscard]] bool gerund_before(int start, int i) const {
    for (int j = start; j < i; ++j)
      if (at(j) == 'G') return true;
    return false;
  }

  // The end (exclusive chunk) of a content of noun-phrase kind that begins at `start`.
  [[nodiscard]] int phrase_end(int start) const {
    const int last = farthest(start);
    static const std::uint32_t by = look_up("by").id;
    for (int i = start; i < last; ++i) {
      const char c = at(i);
      switch (c) {
        case ',':
          if (i == start) continue;
          if (list_goes_on(i)) continue;
          return i;
        case ';':
        case ':':
        case 'D':
        case '(':
        case ')':
        case 'L':
        case '.': return i;
        case 'Q':
          if (mark_inside(i) == ',' && at(i + 1) != 'c' && at(i + 1) != 'Q') return i + 1;
          break;
        case 's':
        case 'B': if (i > start) return i; break;
        case 'f': if (i > start) return i; break;
        case 'c':
          if (finite(i + 1) || (at(i + 1) == 'G' && !gerund_before(start, i)) || (at(i + 1) == 'A' && finite(i + 2)) || (nominal(i + 1) && finite(i + 2))) return i;
          break;
        case 'i':
          if (i > start && at(i + 1) == 'G' && head_id(i) == by) return i;
          if (i > start && at(i + 1) == 'N' && at(i + 2) != 'V' && is_setting(i)) return i;
          break;
        default: break;
      }
    }
    return last;
  }
  // "at a rally", "in an interview", "on Twitter": where it was said, not what.
  [[nodiscard]] bool is_setting(int i) const {
    static const std::array<std::uint32_t, 4> places{look_up("at").id, look_up("in").id, look_up("on").id, look_up("during").id};
    return std::find(places.begin(), places.end(), head_id(i)) != places.end() && (head(i + 1).classes & (kOccasion | kMedium)) != 0;
  }
  [[nodiscard]] std::uint32_t head_id(int i) const { return doc_.tokens.word[chunk(i).first]->id; }

  // The end of a quotation content that begins with the Q at `q`.
  [[nodiscard]] int quote_end(int q, int cue) const {
    const char next = at(q + 1);
    if (next == 0 || next == '.' || at(cue) == 'E') return q + 1;
    if (mark_inside(q) == ',' && next != 'c' && next != 'Q') return q + 1;
    if (next == ',' || next == ';' || next == 's' || next == 'B' || next == 'D' || next == ')' || next == 'L' || next == ':') return q + 1;
    if (quote_ends_sentence(q)) return q + 1;
    if (next == 'c' && finite(q + 2)) return q + 1;
    return clause_end(q, cue);
  }

  // The token before the closing mark of the quotation `q`, or the quote's last one.
  [[nodiscard]] char mark_inside(int q) const {
    const Chunk& c = chunk(q);
    const Quote& quote = doc_.quotes[static_cast<std::size_t>(c.quote)];
    std::uint32_t t = quote.closed ? c.last - 1 : c.last;
    while (t > c.first + 1) {
      --t;
      if ((doc_.tokens.shape[t] & kMark) == 0) return 0;
      const char byte = doc_.text[doc_.tokens.begin[t]];
      if (byte != '"' && byte != '\'' && static_cast<unsigned char>(byte) < 0x80) return byte;
      const std::string_view word = doc_.words(t);
      if (word == "—" || word == "–" || word == "―" || word == "…") return '-';
    }
    return 0;
  }
  [[nodiscard]] bool quote_ends_sentence(int q) const {
    const char mark = mark_inside(q);
    return mark == '.' || mark == '!' || mark == '?';
  }
  [[nodiscard]] bool quote_begins_small(int q) const {
    const std::uint32_t t = chunk(q).first + 1;
    return t < chunk(q).last && (doc_.tokens.shape[t] & (kCapital | kMark | kDigit)) == 0;
  }

  // ---- going on in the next sentences

  // Whether sentence `i` is nothing but quotations.
  [[nodiscard]] bool only_quotes(std::size_t i) const {
    const std::string_view s = sentences_[i].chunks.symbols;
    bool any = false;
    for (const char c : s) {
      if (c == 'Q') any = true;
      else if (c != '.' && c != ',' && c != '*' && c != 'D') return false;
    }
    return any;
  }

  // Adds the quotations that go on after the content's last piece, in the next sentences or, opened again, the next paragraphs.
  void go_on(Candidate& candidate) const {
    for (std::size_t i = candidate.sentence + 1; i < sentences_.size(); ++i) {
      if (!only_quotes(i)) return;
      if (sentences_[i].sentence.block != sentences_[candidate.sentence].sentence.block) {
        const int q = sentences_[i].chunks.chunks.front().quote;
        if (q < 0) return;
      }
      candidate.content.add({sentences_[i].sentence.first, sentences_[i].sentence.last});
    }
  }

  // ---- putting a candidate together

  void set_source(Candidate& candidate, const Subject& who) const {
    candidate.form = who.form;
    candidate.source = who.known() ? tokens(who.first, who.last) : TokenRange{};
    trim_source(candidate.source);
    // "It is unclear whether", "there is a fear that": nobody in particular.
    static const std::uint32_t it = look_up("it").id, there = look_up("there").id;
    if (candidate.source.last != candidate.source.first + 1) return;
    const std::uint32_t word = doc_.tokens.word[candidate.source.first]->id;
    const char cue = at(candidate.cue_chunk);
    if (word == there || (word == it && (cue == 'J' || cue == 'U'))) {
      candidate.source = {};
      candidate.form = SubjectForm::None;
    }
  }
  void trim_source(TokenRange& source) const {
    while (!source.empty() && (doc_.tokens.shape[source.last - 1] & kMark) != 0 && doc_.tokens.tag[source.last - 1] != tag::kClose) --source.last;
  }

  [[nodiscard]] Candidate base(std::uint16_t construct, int cue) const {
    Candidate out;
    out.construct = construct;
    out.sentence = static_cast<std::uint32_t>(at_sentence_);
    out.cue_chunk = cue;
    out.inner = parsed_->sentence.quote >= 0;
    out.cue_head = chunk(cue).head;
    out.cue = {chunk(cue).first, chunk(cue).last};
    return out;
  }

  void keep(Candidate candidate) {
    if (candidate.content.empty()) return;
    candidate.clause = candidate.construct >= rules_.constructs.size() || rules_.constructs[candidate.construct].end != ContentEnd::Phrase;
    // A source inside its own content is none.
    if (!candidate.source.empty() && candidate.content.contains(candidate.source.first)) return;
    out_.push_back(std::move(candidate));
  }

  // ---- constructs with a verb

  void verb(int c) {
    by_rules(c);
    if (at(c) != 'F') before(c);
    if (at(c) == 'V' || at(c) == 'G') introduces(c);
  }

  void by_rules(int c) {
    const std::string_view right = s_.substr(static_cast<std::size_t>(c) + 1);
    for (const std::uint16_t r : rules_.by_cue[static_cast<unsigned char>(at(c)) & 127U]) {
      const Construct& rule = rules_.constructs[r];
      std::size_t skipped = rule.skip.longest(right);
      if (skipped == Pattern::npos) continue;
      if (rule.opens.longest(right.substr(skipped)) == Pattern::npos) continue;
      Candidate candidate = base(r, c);
      const int start = c + 1 + static_cast<int>(skipped);
      complete(candidate, rule, c, start);
    }
  }

  void complete(Candidate& candidate, const Construct& rule, int cue, int start) {
    if (at(cue + 1) == 'R') candidate.cue.last = chunk(cue + 1).last;
    // "declined to say", "kept saying": the verb that governs the cue is part of it.
    if ((at(cue) == 'I' || at(cue) == 'G') && finite(cue - 1) && at(cue - 1) != 'F') candidate.cue.first = chunk(cue - 1).first;
    candidate.opens = start;
    int content = start;
    if (rule.takes_preposition) {
      if (start == cue + 1 || at(cue + 1) == 'R') candidate.cue.last = chunk(start).last;
      ++content;
      if (at(content) == 'R') ++content;
      candidate.opens = start;
    }
    int end = 0;
    switch (rule.end) {
      case ContentEnd::Clause: end = clause_end(content, cue); break;
      case ContentEnd::Phrase: end = phrase_end(content); break;
      case ContentEnd::Quote: end = quote_end(content, cue); break;
    }
    end = std::min(end, main_verb_after(cue, content));
    candidate.content.add(tokens(content, end));
    if (rule.addressee && start > cue + 1 && nominal(cue + 1)) candidate.addressee = tokens(cue + 1, cue + 2);
    // A whole quotation may go on in the next sentence; a fragment in a clause ("said it was "dead."") ends with it.
    if (at(content) == 'Q' && end >= last_chunk() && at(end - 1) == 'Q') go_on(candidate);
    if (at(cue) == 'U' || at(cue) == 'E') return passive(candidate, cue, start);
    if (seems(cue)) {
      keep(candidate);
      return raised(candidate, cue, start);
    }
    set_source(candidate, subject(cue));
    keep(candidate);
  }

  // The first chunk of a later verb group whose subject holds the cue ("those who say it leaks | are few"), the sentence's end
  // when there is none.
  [[nodiscard]] int main_verb_after(int cue, int content) const {
    const SubjectForm form = subject(cue).form;
    if (form != SubjectForm::Relative && at(cue) != 'G' && at(cue) != 'E' && at(cue) != 'I') return size();
    for (int v = content + 1; v < size() && v < cue + 60; ++v) {
      if (!finite(v)) continue;
      const Subject& who = subject(v);
      if (!who.known() || who.first > cue || who.last <= cue || who.form == SubjectForm::Carried) continue;
      while (v > content && (at(v - 1) == ',' || at(v - 1) == 'A')) --v;
      return v;
    }
    return size();
  }

  // "It seems that", "the plan appears to": nobody is said to think so.
  [[nodiscard]] bool seems(int cue) const {
    static const std::uint32_t seem = look_up("seem").id, appear = look_up("appear").id;
    const std::uint32_t lemma = head(cue).lemma;
    return lemma == seem || lemma == appear;
  }

  // "The deficit is expected to grow": what is expected is that the deficit grows, so the subject belongs to the content.
  void raised(const Candidate& candidate, int cue, int start) {
    const Subject& who = subject(cue);
    if (!who.known() || who.last > cue || at(start) != 'I') return;
    Candidate whole = candidate;
    whole.construct = rules_.number(BuiltIn::Raised);
    whole.content = Pieces();
    whole.content.add(tokens(who.first, who.last));
    for (const TokenRange& piece : candidate.content) whole.content.add(piece);
    whole.source = {};
    whole.form = SubjectForm::None;
    keep(whole);
  }

  // A passive names its source with "by", or not at all; a feeling's subject feels it: "was worried that".
  void passive(Candidate& candidate, int cue, int start) {
    static const std::uint32_t by = look_up("by").id;
    if (at(cue + 1) == 'i' && head_id(cue + 1) == by) return;
    Candidate nobody = candidate;
    nobody.form = SubjectForm::None;
    keep(nobody);
    if (at(cue) == 'U') raised(nobody, cue, start);
    set_source(candidate, subject(cue));
    if (candidate.form != SubjectForm::None) keep(candidate);
  }

  // ---- the content before the cue

  void before(int v) {
    if (at(v) == 'V' || at(v) == 'G') inverted(v);
    const Subject& who = subject(v);
    if (at(v) != 'V' && at(v) != 'U') return;
    if (who.form != SubjectForm::Adjacent && who.form != SubjectForm::Apposition && who.form != SubjectForm::Aside &&
        who.form != SubjectForm::RelativeAside && who.form != SubjectForm::Restrictive)
      return;
    int p = who.first - 1;
    while (at(p) == 'A' || at(p) == 'T') --p;
    if (at(p) == '&') return as_said(v, p, who);
    if (p < 0) return;
    left_content(v, p, who, false, v + 1);
  }

  void inverted(int v) {
    int p = v - 1;
    while (at(p) == 'A') --p;
    if (at(p) != 'Q' && at(p) != ',') return;
    if (!nominal(v + 1)) return;
    if (at(v + 1) == 'P' && at(p) != 'Q' && at(p - 1) != 'Q') return;
    const Subject& own = subject(v);
    if (own.form != SubjectForm::None && own.form != SubjectForm::Carried && own.form != SubjectForm::Participle && own.form != SubjectForm::Apposition && own.form != SubjectForm::Aside) return;
    Subject who;
    who.form = SubjectForm::After;
    who.first = who.head = v + 1;
    who.last = source_end(doc_, parsed_->chunks, v + 1);
    left_content(v, p, who, true, who.last);
  }

  // Content left of `p` (a quotation or the comma after it, or after a clause); `rest` is the first chunk after cue and source.
  void left_content(int v, int p, const Subject& who, bool is_inverted, int rest) {
    const int q = at(p) == 'Q' ? p : (at(p) == ',' && at(p - 1) == 'Q' ? p - 1 : -1);
    Candidate candidate;
    if (q >= 0) {
      if (mark_inside(q) == '.' && at(p) == 'Q') return;
      candidate = base(rules_.number(is_inverted ? BuiltIn::QuoteBeforeInverted : BuiltIn::QuoteBefore), v);
      candidate.content.add(tokens(lead_in(q), q + 1));
    } else {
      if (at(p) != ',' || p < 1) return;
      candidate = base(rules_.number(is_inverted ? BuiltIn::ClauseBeforeInverted : BuiltIn::ClauseBefore), v);
      int start = 0;
      for (int i = p - 1; i > 0; --i) {
        if (at(i) == ';' || (at(i) == ':' )) {
          start = i + 1;
          break;
        }
      }
      bool clause = false;
      for (int i = start; i < p; ++i) clause |= finite(i) || at(i) == 'Q';
      // "In other states, she said, it leaks": the clause may be all behind the cue.
      if (!clause && at(rest) == ',')
        for (int i = rest; i < last_chunk(); ++i) clause |= finite(i) || (at(i) == 'Q' && quote_begins_small(i));
      if (!clause) return;
      candidate.content.add(tokens(start, p));
    }
    candidate.opens = p;
    if (at(v) == 'V' && at(v + 1) == 'R') candidate.cue.last = chunk(v + 1).last;
    // What goes on behind the cue: "A," she said, "B."
    int i = rest;
    while (at(i) == 'A' || at(i) == 'T' || at(i) == 'R' || (at(i) == 'i' && (nominal(i + 1) || at(i + 1) == 'T' || at(i + 1) == 'G')) ||
           (at(i) == ',' && at(i + 1) == 'i' && nominal(i + 2)))
      i += at(i) == 'i' ? 2 : at(i) == ',' ? 3 : 1;
    if (at(i) == ',' || at(i) == ':' || at(i) == 'D') {
      if (at(i + 1) == 'Q') {
        const int end = quote_end(i + 1, v);
        candidate.content.add(tokens(i + 1, end));
      } else if (q < 0 && at(i) == ',' && i + 1 < last_chunk() && at(i + 1) != 'G' && at(i + 1) != 'W' && !(at(i + 1) == 'c' && finite(i + 2)) && at(i+1) != '&') {
        candidate.content.add(tokens(i + 1, clause_end(i + 1, v)));
      }
    } else if (at(i) == 'Q' && i == rest) {
      candidate.content.add(tokens(i, quote_end(i, v)));
    }
    if (i >= last_chunk() || at(last_chunk() - 1) == 'Q' || q >= 0) {
      if (q >= 0 || at(last_chunk() - 1) == 'Q') go_on(candidate);
    }
    set_source(candidate, who);
    keep(candidate);
  }

  // The chunk at which the content begins whose last chunk is the quotation `q`: a lead-in belongs to it.
  [[nodiscard]] int lead_in(int q) const {
    if (q == 0) return 0;
    if (at(q - 1) == ':' || at(q - 1) == '*' || at(q - 1) == '(') return q;
    if (at(q - 1) == 'D' && !quote_begins_small(q)) return q;
    if ((at(q - 1) == ',' || at(q - 1) == 'c' || at(q - 1) == 'B') && !quote_begins_small(q)) {
      // Two quotations in a row are one content.
      int i = q - 1;
      while (at(i) == ',' || at(i) == 'c') --i;
      return at(i) == 'Q' ? lead_in(i) : q;
    }
    // "On "Good Day," Reyes said": a title after a preposition at the start.
    if (q <= 2 && at(0) == 'i') return q;
    for (int i = q - 1; i > 0; --i)
      if (at(i) == ';' || at(i) == ':') return i + 1;
    return 0;
  }

  // "As Reyes put it, C" and "C, as Reyes said".
  void as_said(int v, int as, const Subject& who) {
    Candidate candidate = base(rules_.number(BuiltIn::AsSaid), v);
    candidate.opens = as;
    if (as > 1) {
      candidate.content.add(tokens(0, at(as - 1) == ',' ? as - 1 : as));
    } else {
      int i = v + 1;
      while (i < size() && at(i) != ',' && at(i) != ':') ++i;
      if (i + 1 >= last_chunk()) return;
      candidate.content.add(tokens(i + 1, clause_end(i + 1, v)));
    }
    set_source(candidate, who);
    keep(candidate);
  }

  // ---- constructs without a verb

  void noun(int c) {
    const Word& word = head(c);
    const bool of_speech = (word.classes & (kSpeechNoun | kAttitudeNoun)) != 0;
    // Any noun may have a clause ("the idea that"); the rest need a noun of saying or thinking.
    if (!of_speech && (at(c + 1) != 'H' || (doc_.tokens.tag[chunk(c).head] != tag::kNoun && doc_.tokens.tag[chunk(c).head] != tag::kNouns))) return;
    const std::string_view right = s_.substr(static_cast<std::size_t>(c) + 1);
    for (const std::uint16_t r : rules_.by_cue['N']) {
      const Construct& rule = rules_.constructs[r];
      const std::size_t skipped = rule.skip.longest(right);
      if (skipped == Pattern::npos || rule.opens.longest(right.substr(skipped)) == Pattern::npos) continue;
      Candidate candidate = base(r, c);
      candidate.cue = {chunk(c).head, chunk(c).head + 1};
      const int start = c + 1 + static_cast<int>(skipped);
      candidate.opens = start;
      int content = start;
      if (rule.takes_preposition) {
        candidate.cue.last = chunk(start).last;
        ++content;
      }
      int end = rule.end == ContentEnd::Clause ? clause_end(content, c) : rule.end == ContentEnd::Phrase ? phrase_end(content) : quote_end(content, c);
      if (rule.end == ContentEnd::Phrase) end = std::min(end, predicate_of(c, content));
      candidate.content.add(tokens(content, end));
      noun_source(candidate, c);
      keep(candidate);
    }
  }

  // Where the verb stands of which the noun `c` is the subject ("her support for the ban | is firm"); the sentence's end when
  // a verb governs the noun instead.
  [[nodiscard]] int predicate_of(int c, int content) const {
    for (int i = c - 1; i >= 0 && at(i) != ',' && at(i) != ';' && at(i) != 'Q' && at(i) != 's' && at(i) != 'H'; --i)
      if (finite(i) || at(i) == 'G' || at(i) == 'I') return size();
    for (int i = content + 1; i < size(); ++i) {
      if (at(i) == 'W') return size();  // a relative clause has a verb of its own
      if (finite(i)) return at(i - 1) == 'A' ? i - 1 : i;
    }
    return size();
  }

  // Whose noun it is: the possessor inside the group, or the subject of the verb before it, which then is part of the cue.
  void noun_source(Candidate& candidate, int c) const {
    const Chunk& group = chunk(c);
    if (doc_.tokens.tag[group.first] == tag::kPossessivePronoun) {
      candidate.source = {group.first, group.first + 1};
      candidate.form = SubjectForm::Adjacent;
      return;
    }
    for (std::uint32_t t = group.head; t-- > group.first;) {
      if (doc_.tokens.tag[t] != tag::kPossessive) continue;
      candidate.source = {group.first, t + 1};
      candidate.form = SubjectForm::Adjacent;
      return;
    }
    int v = c - 1;
    if (at(v) == 'A') --v;
    if ((at(v) == 'V' || at(v) == 'G' || at(v) == 'I' || at(v) == 'F') && subject(v).known()) {
      set_source(candidate, subject(v));
      candidate.light_verb = chunk(v).head;
      candidate.cue.first = chunk(v).first;
    }
  }

  void adjective(int c) {
    int v = c - 1;
    if (nominal(v) && !finite(v - 1) && at(v - 1) != 'G' && at(v - 1) != 'I') return after_noun(c);  // everyone angry at the plan
    if (nominal(v)) --v;  // makes it clear
    if (!finite(v) && at(v) != 'G' && at(v) != 'I') return;
    const std::string_view right = s_.substr(static_cast<std::size_t>(c) + 1);
    for (const std::uint16_t r : rules_.by_cue['J']) {
      const Construct& rule = rules_.constructs[r];
      const std::size_t skipped = rule.skip.longest(right);
      if (skipped == Pattern::npos || rule.opens.longest(right.substr(skipped)) == Pattern::npos) continue;
      Candidate candidate = base(r, c);
      candidate.cue = tokens(v, c + 1);
      candidate.light_verb = at(v) == 'F' ? 0 : chunk(v).head;
      const int start = c + 1 + static_cast<int>(skipped);
      candidate.opens = start;
      int content = start;
      if (rule.takes_preposition) {
        candidate.cue.last = chunk(start).last;
        ++content;
      }
      candidate.content.add(tokens(content, rule.end == ContentEnd::Clause ? clause_end(content, v) : phrase_end(content)));
      set_source(candidate, subject(v));
      keep(candidate);
    }
  }

  // An adjective behind its noun: "residents angry at the plan".
  void after_noun(int c) {
    const std::string_view right = s_.substr(static_cast<std::size_t>(c) + 1);
    for (const std::uint16_t r : rules_.by_cue['J']) {
      const Construct& rule = rules_.constructs[r];
      const std::size_t skipped = rule.skip.longest(right);
      if (skipped == Pattern::npos || rule.opens.longest(right.substr(skipped)) == Pattern::npos) continue;
      Candidate candidate = base(r, c);
      const int start = c + 1 + static_cast<int>(skipped);
      candidate.opens = start;
      int content = start;
      if (rule.takes_preposition) {
        candidate.cue.last = chunk(start).last;
        ++content;
      }
      candidate.content.add(tokens(content, rule.end == ContentEnd::Clause ? clause_end(content, c) : phrase_end(content)));
      candidate.source = tokens(noun_phrase_begin(parsed_->chunks, c - 1), c);
      candidate.form = SubjectForm::Restrictive;
      keep(candidate);
    }
  }

  // "In the poll, C": a document as the place where something is said.
  void in_document() {
    static const std::uint32_t in = look_up("in").id;
    static const std::array<std::uint32_t, 4> speaks{look_up("poll").id, look_up("survey").id, look_up("study").id, look_up("census").id};
    if (at(0) != 'i' || head_id(0) != in || at(1) != 'N') return;
    if (std::find(speaks.begin(), speaks.end(), head(1).lemma) == speaks.end()) return;
    int end = 2;
    while (at(end) == 'i' && (nominal(end + 1) || at(end + 1) == 'T')) end += 2;
    if (at(end) == 'T') ++end;
    if (at(end) != ',') return;
    Candidate candidate = base(rules_.number(BuiltIn::InDocument), 0);
    candidate.opens = end;
    candidate.content.add(tokens(end + 1, last_chunk()));
    candidate.source = tokens(1, end);
    candidate.form = SubjectForm::After;
    keep(candidate);
  }

  // "According to S, C", "C, according to S", "C, according to S, C".
  void according(int c) {
    Candidate candidate = base(rules_.number(BuiltIn::According), c);
    const int end = source_end(doc_, parsed_->chunks, c + 1);
    if (end == c + 1) return;
    Subject who;
    who.form = SubjectForm::After;
    who.first = who.head = c + 1;
    who.last = end;
    candidate.opens = c;
    int before_end = c;
    while (before_end > 0 && at(before_end - 1) == ',') --before_end;
    if (before_end > 1) {
      int start = 0;
      for (int i = before_end - 1; i > 0; --i)
        if (at(i) == ';') {
          start = i + 1;
          break;
        }
      candidate.content.add(tokens(start, before_end));
    }
    if (at(end) == ',' && end + 1 < last_chunk() && !(at(end + 1) == 'W') && at(end + 1) != 'G') {
      if (before_end <= 1 || !(at(end + 1) == 'c' || at(end + 1) == 'B')) candidate.content.add(tokens(end + 1, last_chunk()));
    }
    set_source(candidate, who);
    keep(candidate);
  }

  // A transcript's "REYES: Yes." and a headline's "Reyes: bridge will close".
  void label() {
    if (at(0) != 'N' || at(1) != ':') {
      int i = 0;
      if (at(0) == 'N' && at(1) == '(') {
        i = 2;
        while (i < 8 && at(i) != ')' && at(i) != 0) ++i;
        if (at(i) != ')' || at(i + 1) != ':') return headline();
        return labelled(i + 1);
      }
      return headline();
    }
    labelled(1);
  }

  // "Reyes wrote on Friday:" and the quotation in the next paragraph.
  void introduces(int v) {
    const int last = size() - 1;
    if (at(last) != ':' || at_sentence_ + 1 >= sentences_.size() || !only_quotes(at_sentence_ + 1)) return;
    for (int i = v + 1; i < last; ++i)
      if (finite(i) || at(i) == 'G') return;  // a later verb does
    Candidate candidate = base(rules_.number(BuiltIn::Introduced), v);
    candidate.opens = last;
    go_on(candidate);
    set_source(candidate, subject(v));
    keep(candidate);
  }

  // "C" – Ana Reyes: a paragraph's quotation signed with a name.
  void credit() {
    if (title_ || at(0) != 'Q' || at_sentence_ + 1 != end_) return;
    int d = 1;
    while (at(d) == '.' || at(d) == 'Q') ++d;
    if (at(d) != 'D' || at(d + 1) != 'N' || doc_.tokens.tag[chunk(d + 1).head] != tag::kName) return;
    for (int i = d + 2; i < last_chunk(); ++i)
      if (at(i) != ',' && at(i) != 'N' && at(i) != 'i' && at(i) != 'T' && at(i) != '(' && at(i) != ')') return;
    Candidate candidate = base(rules_.number(BuiltIn::Credit), d);
    candidate.opens = d;
    for (std::size_t i = begin_; i < at_sentence_; ++i)
      if (!only_quotes(i)) return;
    candidate.content.add({sentences_[begin_].sentence.first, chunk(d).first});
    candidate.source = tokens(d + 1, d + 2);
    candidate.form = SubjectForm::After;
    keep(candidate);
  }

  // A paragraph that is a quotation and nothing else, which no cue before it goes on to: the last speaker still speaks.
  void floating() {
    if (title_ || at_sentence_ != begin_ || parsed_->sentence.quote >= 0 || at(0) != 'Q') return;
    for (std::size_t i = begin_; i < end_; ++i)
      if (!only_quotes(i)) return;
    const Quote& quote = doc_.quotes[static_cast<std::size_t>(chunk(0).quote)];
    if (quote.continues >= 0 || chunk(0).last - chunk(0).first < 7) return;
    Candidate candidate = base(rules_.number(BuiltIn::Floating), 0);
    candidate.cue = {};
    candidate.cue_head = chunk(0).first;
    candidate.content.add({parsed_->sentence.first, sentences_[end_ - 1].sentence.last});
    keep(candidate);
  }

  // "Opinion: …", "Video: …": what kind of piece it is, not who speaks.
  [[nodiscard]] static bool kind_of_article(std::uint32_t lemma) {
    static const std::array<std::uint32_t, 20> kinds = [] {
      std::array<std::uint32_t, 20> out{};
      std::size_t i = 0;
      for (const char* word : {"opinion", "analysis", "comment", "review", "video", "watch", "live", "editorial", "exclusive", "update",
                               "explainer", "obituary", "letter", "column", "podcast", "photo", "picture", "background", "note", "correction"})
        out[i++] = look_up(word).lemma;
      return out;
    }();
    return std::find(kinds.begin(), kinds.end(), lemma) != kinds.end();
  }

  void labelled(int colon) {
    const bool first = at_sentence_ == begin_;
    const Chunk& name = chunk(0);
    if (name.last - name.first > 5 || kind_of_article(doc_.tokens.word[name.first]->lemma)) return;
    if (!first && (doc_.tokens.shape[name.first] & kAllCapitals) == 0) {
      // Inside a paragraph only a quotation right behind the colon.
      if (at(colon + 1) != 'Q') return;
      Candidate candidate = base(rules_.number(BuiltIn::Label), colon);
      candidate.opens = colon + 1;
      candidate.cue_head = chunk(colon).first;
      candidate.content.add(tokens(colon + 1, quote_end(colon + 1, colon)));
      go_on(candidate);
      candidate.source = tokens(0, colon);
      candidate.form = SubjectForm::Adjacent;
      return keep(candidate);
    }
    Candidate candidate = base(rules_.number(BuiltIn::Label), colon);
    candidate.opens = colon + 1;
    candidate.cue_head = chunk(colon).first;
    candidate.content.add(tokens(colon + 1, size()));
    for (std::size_t i = at_sentence_ + 1; i < end_; ++i) {
      // Another label in the same paragraph begins another speaker's words.
      const std::string_view s = sentences_[i].chunks.symbols;
      if (s.size() > 1 && s[0] == 'N' && s[1] == ':') break;
      candidate.content.add({sentences_[i].sentence.first, sentences_[i].sentence.last});
    }
    candidate.source = tokens(0, colon);
    candidate.form = SubjectForm::Adjacent;
    keep(candidate);
  }

  // "Bridge to close: Reyes" in a title.
  void headline() {
    if (!title_) return;
    const int last = last_chunk();
    if (last < 4 || at(last - 1) != 'N' || at(last - 2) != ':') return;
    Candidate candidate = base(rules_.number(BuiltIn::Credit), last - 2);
    candidate.opens = last - 2;
    candidate.content.add(tokens(0, last - 2));
    candidate.source = tokens(last - 1, last);
    candidate.form = SubjectForm::After;
    keep(candidate);
  }

  const Document& doc_;
  const Grammar& rules_;
  const std::vector<Parsed>& sentences_;
  std::size_t begin_, end_;
  bool title_;
  std::vector<Candidate>& out_;
  std::size_t at_sentence_ = 0;
  const Parsed* parsed_ = nullptr;
  std::string_view s_;
};

}  // namespace

void find_candidates(const Document& doc, const Grammar& grammar, const std::vector<Parsed>& sentences, std::size_t begin, std::size_t end,
                     bool title, std::vector<Candidate>& out) {
  Proposer(doc, grammar, sentences, begin, end, title, out).run();
}

}  // namespace onrecord

#include "resolve/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "resolve/speakers/discourse.h"

namespace onrecord {
namespace {

class Account {
 public:
  Account(const Article& article, const Document& doc, std::uint32_t body, const std::vector<Statement>& statements, std::size_t index,
          std::string& out)
      : article_(article), doc_(doc), body_(body), all_(statements), s_(statements[index]), index_(index), out_(out) {}

  void run() {
    out_.append(fmt::format("  statement {}\n", index_ + 1));
    speaker();
    date();
    part("to", s_.addressee);
    part("at", s_.occasion);
    part("on", s_.medium);
  }

 private:
  void line(std::string_view label, const std::string& text) { out_.append(fmt::format("    {:<10}{}\n", label, text)); }
  void part(std::string_view label, Span span) {
    if (!span.empty()) line(label, quoted(span));
  }
  [[nodiscard]] std::string_view ground() const {
    const bool outside = s_.place == Place::Title && article_.title.source_span.empty();
    return outside ? article_.title.value : article_.text;
  }
  [[nodiscard]] std::string quoted(Span span) const { return fmt::format("“{}”", slice(ground(), span)); }

  void speaker() {
    if (!s_.speaker)
      return line("speaker", s_.mention.empty() ? "nobody is named" : quoted(s_.mention) + " is nobody whom the article names");
    const Speaker& who = *s_.speaker;
    std::string text = who.name;
    if (!who.role.empty()) text += fmt::format(", {}", who.role);
    text += fmt::format(", confidence {:.2f}: {}", static_cast<double>(who.confidence), how(who));
    line("speaker", text);
    if (!s_.on_behalf_of.empty()) line("for", s_.on_behalf_of);
  }

  [[nodiscard]] std::string how(const Speaker& who) const {
    if (s_.mention.empty())
      return s_.rule == "post" ? "whose post it is" : "no words of its own name a speaker; whoever spoke before still speaks";
    const std::string mention = quoted(s_.mention);
    const bool there = slice(ground(), s_.mention).find(who.name) != std::string_view::npos;
    if (who.unnamed && !there) return fmt::format("{} stands for the words “{}”", mention, who.name);
    if (who.kind == SpeakerKind::Document) return mention + " is something written";
    if (who.unnamed) return mention + " describes somebody whom the article does not name";
    if (!who.members.empty()) return mention + " names several";
    if (there) return "the name stands in " + mention;
    const bool one_word = slice(ground(), s_.mention).find(' ') == std::string_view::npos;
    const bool shares = shares_a_name(slice(ground(), s_.mention), who.name);
    const std::string where = first_named(who.name);
    if (shares) return fmt::format("{} is short for the name{}", mention, where);
    if (one_word) return fmt::format("{} stands for the name{}", mention, where);
    return fmt::format("{} describes the one named{}", mention, where);
  }

  static bool shares_a_name(std::string_view mention, std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      const std::string_view word = name.substr(at, end - at);
      if (word.size() > 2 && mention.find(word) != std::string_view::npos) return true;
      at = end + 1;
    }
    return false;
  }

  // Where the article gives the name in full first.
  [[nodiscard]] std::string first_named(std::string_view name) const {
    constexpr std::size_t kFarthest = 100'000;  // bytes: names are given early
    const std::size_t at = std::string_view(article_.text).substr(0, kFarthest).find(name);
    if (at == std::string_view::npos) return "";
    const auto line_number = 1 + std::count(article_.text.begin(), article_.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return fmt::format(", given first on line {}", line_number);
  }

  void date() {
    const std::string& published = article_.published.value;
    if (s_.said_on.empty()) {
      return line("said on", published.empty() ? "not known: the article has no date of publication to count from (--published gives one)"
                                               : "not known: nothing in the text tells");
    }
    if (s_.said_on_text.empty()) return line("said on", fmt::format("{}: {}", s_.said_on, without_words()));
    line("said on", fmt::format("{}: {}, {}; published {}", s_.said_on, quoted(s_.said_on_text), where_the_date_stands(), published));
  }

  // Of a date whose words stand in the title of a statement of the text, in the text of one of the title, or nowhere.
  [[nodiscard]] std::string_view without_words() const {
    if (s_.place == Place::Title) return "as of what it repeats in the text";
    return s_.said_on == article_.published.value ? "the day of publication, of a report written as it happened"
                                                  : "a day that the title names";
  }

  [[nodiscard]] std::string_view where_the_date_stands() const {
    if (s_.place == Place::Title) return "as of what it repeats";
    const TokenRange cue = tokens_at(s_.cue.empty() ? s_.content.front() : s_.cue);
    const TokenRange time = tokens_at(s_.said_on_text);
    if (cue.empty() || time.empty()) return "in the text";
    const auto ends_before = [&](const Sentence& s) { return s.last <= cue.first; };
    const auto sentence = std::partition_point(doc_.sentences.begin(), doc_.sentences.end(), ends_before);
    if (sentence == doc_.sentences.end()) return "in the text";
    if (sentence->first <= time.first && time.first < sentence->last) return "in the same sentence";
    const TokenBlock& block = doc_.blocks[sentence->block];
    if (block.first <= time.first && time.first < block.last) return "in the same paragraph";
    constexpr std::size_t kBack = 100;  // statements
    for (std::size_t i = index_ - std::min(index_, kBack); i < index_; ++i)
      if (all_[i].said_on_text == s_.said_on_text && all_[i].speaker && s_.speaker && all_[i].speaker->name == s_.speaker->name)
        return "as of what the same speaker said before";
    return "the day that the report is about";
  }

  [[nodiscard]] TokenRange tokens_at(Span span) const { return tokens_under(doc_, {span.begin + body_, span.end + body_}); }

  const Article& article_;
  const Document& doc_;
  const std::uint32_t body_;  // where the article's text begins in the document's
  const std::vector<Statement>& all_;
  const Statement& s_;
  std::size_t index_;
  std::string& out_;
};

}  // namespace

void explain_speaker_and_date(const Article& article, const Document& doc, std::uint32_t body, const std::vector<Statement>& statements,
                              std::size_t index, std::string& out) {
  Account(article, doc, body, statements, index, out).run();
}

}  // namespace onrecord

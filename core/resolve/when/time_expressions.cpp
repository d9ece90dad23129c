#include "resolve/when/time_expressions.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/tags.h"
#include "resolve/when/holidays.h"
#include "resolve/when/time_words.h"
#include "text/ascii.h"

namespace onrecord {
namespace {

using namespace word_class;

constexpr int kTomorrow = 6;        // days back to the weekday that comes next
constexpr std::int64_t kSoon = 21;  // days

class Reader {
 public:
  Reader(const Document& doc, const IsoDate& published, std::vector<TimeExpression>& out)
      : doc_(doc), t_(doc.tokens), published_(published), today_(day_number(published)), out_(out) {}

  void run(std::span<const std::uint32_t> places) {
    std::size_t quote = 0;
    std::uint32_t quote_end = 0;
    auto at = places.begin();
    for (const TokenBlock& block : doc_.blocks) {
      first_ = block.first;
      last_ = block.last;
      std::uint32_t next = bears_speech(block.role) ? block.first : block.last;  // behind the expression before
      for (; at != places.end() && *at < block.last; ++at) {
        const std::uint32_t t = *at;
        if (t < next) continue;
        while (quote < doc_.quotes.size() && doc_.quotes[quote].open < t) {
          if (doc_.quotes[quote].outer < 0) quote_end = doc_.quotes[quote].close;
          ++quote;
        }
        TimeExpression found;
        if (!read(t, found)) continue;
        found.quoted = t < quote_end;
        const std::uint32_t end = found.tokens.last;
        if (allowed(found)) {
          found.scheduled = scheduled(found);
          found.occasion = of_occasion(found);
          out_.push_back(found);
        }
        next = end;
      }
    }
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t t) {
    if (t < first_ || t >= last_) return {};
    return small(doc_.words(t), room_);
  }
  [[nodiscard]] bool is(std::uint32_t t, Bits bits) const { return t >= first_ && t < last_ && (t_.word[t]->classes & bits) != 0; }
  [[nodiscard]] int year_at(std::uint32_t t) const {
    if (t < first_ || t >= last_ || (t_.shape[t] & kDigit) == 0 || t_.end[t] - t_.begin[t] != 4) return 0;
    const int y = small_number(doc_.words(t));
    return y >= 1700 && y <= 2199 ? y : 0;
  }
  [[nodiscard]] int day_at(std::uint32_t t) const {
    if (t < first_ || t >= last_ || (t_.shape[t] & kDigit) == 0) return 0;
    const int d = small_number(doc_.words(t));
    return d >= 1 && d <= 31 && t_.end[t] - t_.begin[t] <= 4 ? d : 0;
  }
  [[nodiscard]] bool comma(std::uint32_t t) const { return t < last_ && t_.tag[t] == tag::kComma; }

  // "Christmas Day", "New Year's Eve", of one to four tokens.
  bool read_holiday(std::uint32_t t, TimeExpression& out) const {
    constexpr std::uint32_t kMost = 4;
    std::string name;
    for (std::uint32_t k = t; k < std::min(last_, t + kMost); ++k) {
      if (k > t && (t_.shape[k] & kSpaceBefore) != 0) name += ' ';
      name += lower_ascii(doc_.words(k));
      if (const std::size_t curly = name.find("\u2019"); curly != std::string::npos) name.replace(curly, 3, "'");
      if (const auto date = latest_holiday(name, published_)) {
        out.tokens = {t, k + 1};
        out.date = *date;
        return true;
      }
    }
    return false;
  }

  void day(TimeExpression& out, std::int64_t number) const { out.date = day_of_number(number); }

  // The latest `month` that is not after the publication's; `before` leaves that one out.
  [[nodiscard]] IsoDate month_before(int month, bool before) const {
    int year = published_.year;
    if (month > published_.month || (before && month == published_.month)) --year;
    return {.year = year, .month = month, .day = 0, .precision = DatePrecision::Month};
  }

  bool read(std::uint32_t t, TimeExpression& out) {
    out.tokens = {t, t + 1};
    if ((t_.shape[t] & kCapital) != 0 && may_open_holiday(doc_.words(t)) && read_holiday(t, out)) return true;
    if (t > first_ && doc_.words(t) == "Day" && doc_.words(t - 1) == "Boxing") return read_holiday(t - 1, out);
    if ((t_.shape[t] & kHyphen) != 0) return read_mid_month(t, out);
    if (is(t, kWeekday) && (t_.shape[t] & kCapital) != 0) return read_weekday(t, out);
    if (is(t, kMonth) && (t_.shape[t] & kCapital) != 0) return read_month(t, out);
    if (year_at(t) != 0) return read_year(t, out);
    return is(t, kTime) && read_relative(t, out);
  }

  bool read_mid_month(std::uint32_t t, TimeExpression& out) const {
    const std::string_view w = doc_.words(t);
    if (!w.starts_with("mid-") || (look_up(w.substr(4)).classes & kMonth) == 0) return false;
    std::string month(w.substr(4));
    month.front() = lower_ascii(month.front());
    const int number = month_number(month);
    if (number == 0) return false;
    out.date = month_before(number, false);
    if (const int year = year_at(t + 1); year != 0) out.date.year = year, out.tokens.last = t + 2;
    return true;
  }

  // "last year", "this year" behind a month, "of" between them or not: its year, and how many tokens that takes.
  [[nodiscard]] std::pair<int, std::uint32_t> told_year(std::uint32_t t) {
    const std::uint32_t of = word(t) == "of" ? 1 : 0;
    if (word(t + of + 1) != "year") return {0, 0};
    if (word(t + of) == "last") return {published_.year - 1, of + 2};
    return {word(t + of) == "this" ? published_.year : 0, of + 2};
  }

  bool read_weekday(std::uint32_t t, TimeExpression& out) {
    const int weekday = weekday_number(word(t));
    if (weekday == 0 || word(t).ends_with("days") || (t > first_ && names_weekday(doc_.words(t - 1)))) return false;
    // "Tuesday, Oct. 28"
    const std::uint32_t k = comma(t + 1) ? t + 2 : t + 1;
    if (is(k, kMonth) || (day_at(k) != 0 && is(k + 1, kMonth))) {
      TimeExpression inner;
      const std::uint32_t at = is(k, kMonth) ? k : k + 1;
      if (read_month(at, inner) && inner.date.precision == DatePrecision::Day) {
        out.date = inner.date;
        out.tokens.last = inner.tokens.last;
        return true;
      }
    }
    const std::string_view before = t > first_ ? word(t - 1) : std::string_view();
    if (before == "next" || before == "coming" || before == "every" || before == "each") return false;
    int back = weekday_of(published_) - weekday;
    if (back < 0) back += 7;
    if (before == "last") {
      if (back == 0) back = 7;
      out.tokens.first = t - 1;
    } else if (back == kTomorrow) {
      // Mostly the morrow, to come or already begun elsewhere; seldom six days ago.
      if (t + 1 < last_ && t_.tag[t + 1] == tag::kPossessive) return false;
      out.unknown = true;
    }
    // "on Tuesday last week", "a week ago on Tuesday"
    if (const bool last_week = word(t + 1) == "last"; (last_week || word(t + 1) == "this") && word(t + 2) == "week") {
      day(out, today_ + weekday - weekday_of(published_) - (last_week ? 7 : 0));
      out.unknown = false;
      out.tokens.last = t + 3;
      return true;
    }
    const std::uint32_t ago = t > first_ && word(t - 1) == "on" ? t - 1 : t;
    if (ago > first_ + 2 && word(ago - 1) == "ago" && word(ago - 2) == "week") back += 7, out.unknown = false;
    day(out, today_ - back);
    if (is_part_of_day(word(t + 1))) out.tokens.last = t + 2;
    return true;
  }

  bool read_month(std::uint32_t t, TimeExpression& out) {
    const int month = month_number(word(t));
    if (month == 0) return false;
    // "May I thank the baker"
    const bool opens = t == first_ || t_.tag[t - 1] == tag::kOpenQuote || t_.tag[t - 1] == tag::kComma;
    if (word(t) == "may" && opens && t + 1 < last_ && t_.tag[t + 1] == tag::kPronoun) return false;
    // "Reyes May …"
    if (word(t) == "may" && t > first_ && day_at(t + 1) == 0 && day_at(t - 1) == 0 && !(t_.word[t - 1]->classes & kFunctionWord) &&
        !is_one_of(word(t - 1), {"early", "late", "last", "mid"}))
      return false;
    int d = day_at(t + 1), y = 0;
    std::uint32_t end = t + 1, begin = t;
    if (d != 0) {
      end = t + 2;
      if (comma(end) && year_at(end + 1) != 0) y = year_at(end + 1), end += 2;
      else if (year_at(end) != 0) y = year_at(end++);
    } else if (t > first_ && day_at(t - 1) != 0 && (t_.shape[t - 1] & kMark) == 0) {
      d = day_at(t - 1);
      begin = t - 1;
      if (year_at(end) != 0) y = year_at(end++);
      else if (comma(end) && year_at(end + 1) != 0) y = year_at(end + 1), end += 2;
    } else if (year_at(end) != 0) {
      y = year_at(end++);
    } else if ((comma(end) || word(end) == "of") && year_at(end + 1) != 0) {  // in May of 1953
      y = year_at(end + 1), end += 2;
    } else if (const auto [year, tokens] = told_year(end); year != 0) {
      y = year, end += tokens;
    } else if (t > first_ && word(t - 1) == "of") {
      if (t > first_ + 1 && day_at(t - 2) != 0) d = day_at(t - 2);  // "the 3rd of May"
      else if (!is_part_of_span(word(t - 2))) return false;
      begin = t - 2;
    }
    out.tokens = {begin, end};
    const std::string_view before = begin > first_ ? word(begin - 1) : std::string_view();
    if (before == "next") return false;
    if (y != 0) {
      if (d == 0) {
        out.date = {.year = y, .month = month, .day = 0, .precision = DatePrecision::Month};
        return true;
      }
      const auto full = make_day(y, month, d);
      if (!full) return false;
      out.date = *full;
      return true;
    }
    const bool last = before == "last";
    if (last) out.tokens.first = begin - 1;
    const IsoDate guess = month_before(month, last);
    if (d == 0) {
      out.date = guess;
      return true;
    }
    auto full = make_day(guess.year, month, d);
    if (const auto ahead = make_day(published_.year, month, d)) {
      const std::int64_t days = day_number(*ahead) - today_;
      if (days > 0 && days <= kSoon) out.unknown = true;  // the week after, not the year before
    }
    if (full && day_number(*full) > today_) full = make_day(guess.year - 1, month, d);
    if (!full) return false;
    out.date = *full;
    return true;
  }

  // A bare year only where something says that it is one: "in 2008", "a 2015 interview".
  bool read_year(std::uint32_t t, TimeExpression& out) {
    if (t == first_) return false;
    const std::string_view before = word(t - 1);
    const bool end = before == "of" && is_part_of_span(word(t - 2));
    const bool part = is_one_of(before, {"early", "late", "mid"}) && word(t - 2) == "in";
    const bool preposition = part || before == "in" || before == "during" || end;
    const bool article = is_one_of(before, {"a", "the", "that", "his", "her", "their", "its"}) || t_.tag[t - 1] == tag::kPossessive;
    if (!preposition && !article) return false;
    if (article && !is(t + 1, kOccasion | kDocument | kMedium) && !is(t + 2, kOccasion | kDocument | kMedium)) return false;
    out.date = {.year = year_at(t), .month = 0, .day = 0, .precision = DatePrecision::Year};
    return true;
  }

  bool read_relative(std::uint32_t t, TimeExpression& out) {
    std::array<char, 16> own{};
    const std::string_view w = small(doc_.words(t), own);
    if (w == "yesterday") {
      const bool day_before = t > first_ + 1 && word(t - 1) == "before" && word(t - 2) == "day";
      day(out, today_ - (day_before ? 2 : 1));
      if (day_before) out.tokens.first = t - 2;
      return true;
    }
    if (w == "today" || w == "tonight") {
      // "USA Today", "Radio 4 Today": a name; behind a mark a sentence may begin.
      if ((t_.shape[t] & (kCapital | kFirst)) == kCapital && t > first_ && (t_.shape[t - 1] & kMark) == 0) return false;
      day(out, today_);
      out.today = true;
      return true;
    }
    std::array<char, 16> room{};
    const std::string_view before = t > first_ ? small(doc_.words(t - 1), room) : std::string_view();
    if (is_part_of_day(w)) {
      if (before == "last" && w == "night") day(out, today_ - 1);
      else if (before == "this") day(out, today_);
      else return false;
      out.tokens.first = t - 1;
      return true;
    }
    if (is_one_of(w, {"week", "month", "year", "weekend"})) return read_span(t, w, before, out);
    return w == "ago" && t > first_ + 1 && read_ago(t, before, out);
  }

  // "last week", "this month".
  bool read_span(std::uint32_t t, std::string_view unit, std::string_view before, TimeExpression& out) {
    const bool last = before == "last" || before == "past";
    if (!last && before != "this") return false;
    if (t > first_ + 1 && is_one_of(word(t - 2), {"the", "over"}) && last) return false;  // "over the last year"
    out.tokens.first = t - 1;
    if (unit == "month") {
      out.date = months_ago(last ? 1 : 0);
    } else if (unit == "year") {
      out.date = years_ago(last ? 1 : 0);
    } else {
      const bool back = last || (unit == "weekend" && weekday_of(published_) < 6);
      out.date = week_of(day_of_number(back ? today_ - 7 : today_));
    }
    return true;
  }

  // "two weeks ago".
  bool read_ago(std::uint32_t t, std::string_view unit, TimeExpression& out) {
    const int n = small_number(word(t - 2));
    if (n == 0) return false;
    out.tokens.first = t - 2;
    if (unit == "day" || unit == "days") day(out, today_ - n);
    else if (unit == "fortnight") out.date = week_of(day_of_number(today_ - 14 * n));
    else if (unit == "week" || unit == "weeks") out.date = week_of(day_of_number(today_ - 7 * n));
    else if (unit == "month" || unit == "months") out.date = months_ago(n);
    else if (unit == "year" || unit == "years") out.date = years_ago(n);
    else return false;
    return out.date.year >= 1;
  }

  [[nodiscard]] IsoDate months_ago(int n) const {
    int year = published_.year, month = published_.month - n;
    while (month <= 0) month += 12, --year;
    return {.year = year, .month = month, .day = 0, .precision = DatePrecision::Month};
  }
  [[nodiscard]] IsoDate years_ago(int n) const {
    return {.year = published_.year - n, .month = 0, .day = 0, .precision = DatePrecision::Year};
  }

  // What begins or ends then, or is to come, is no date of a saying.
  [[nodiscard]] bool allowed(TimeExpression& found) {
    if (day_number(found.date) > today_) return false;
    std::uint32_t k = found.tokens.first;
    if (k > first_ && is_one_of(word(k - 1), {"late", "early", "earlier", "mid", "the", "this"})) --k;
    if (k > first_) {
      if (word(k - 1) == "of" && word(k - 2) == "ahead") return false;
      const std::string_view before = word(k - 1);
      if (is_one_of(before, {"since", "until", "till", "by", "before", "through", "between", "next", "coming", "every", "starting",
                             "beginning", "for"}))
        return false;
      const bool possessive = found.tokens.last < last_ && t_.tag[found.tokens.last] == tag::kPossessive;
      if (before == "from" && !possessive) return false;
      found.after = before == "after" || before == "following" || before == "from";
    }
    return true;
  }

  // "debuts on Friday", "will meet on Monday", "plans to meet on Monday": by the tense of the nearest finite verb before it in the
  // sentence, else of the first behind.
  [[nodiscard]] bool scheduled(const TimeExpression& found) const {
    constexpr std::uint32_t kFar = 20;  // tokens
    const auto planned = [](char g) { return g == tag::kThirdPerson || g == tag::kPresent || g == tag::kModal; };
    const auto finite = [&](char g) { return planned(g) || g == tag::kPast || g == tag::kParticiple; };
    const std::uint32_t next = found.tokens.last;
    if (next < last_ && t_.tag[next] == tag::kPossessive) return false;
    const std::uint32_t stop = found.tokens.first - std::min(kFar, found.tokens.first - first_);
    for (std::uint32_t k = found.tokens.first; k > stop && t_.tag[k - 1] != tag::kStop; --k)
      if (finite(t_.tag[k - 1])) return planned(t_.tag[k - 1]);
    for (std::uint32_t k = next; k < std::min(last_, next + kFar) && t_.tag[k] != tag::kStop; ++k)
      if (finite(t_.tag[k])) return planned(t_.tag[k]);
    return false;
  }

  // "a March 2016 meeting", "at Monday's debate", "in a speech on Friday".
  [[nodiscard]] bool of_occasion(const TimeExpression& found) const {
    constexpr Bits kSpokenAt = kOccasion | kDocument | kMedium;
    for (std::uint32_t k = found.tokens.last; k < found.tokens.last + 4; ++k)
      if (is(k, kSpokenAt)) return true;
    for (std::uint32_t k = found.tokens.first; k > first_ && found.tokens.first - k < 4; --k) {
      if (t_.tag[k - 1] == tag::kPast) return false;  // the statistics office | said last week
      if (is(k - 1, kSpokenAt)) return true;
    }
    return false;
  }

  const Document& doc_;
  const Tokens& t_;
  const IsoDate published_;
  const std::int64_t today_;
  std::vector<TimeExpression>& out_;
  std::array<char, 16> room_{};
  std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

void find_times(const Document& doc, const Places& places, const IsoDate& published, std::vector<TimeExpression>& out) {
  out.clear();
  Reader(doc, published, out).run(places.times);
}

}  // namespace onrecord

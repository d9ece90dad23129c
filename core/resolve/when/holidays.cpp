#include "resolve/when/holidays.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/word_list.h"
#include "lexicon/shared_words.h"

namespace onrecord {
namespace {

struct Fixed {
  std::string_view name;
  int month, day;
};
constexpr std::array<Fixed, 8> kFixed{{{"christmas day", 12, 25},
                                       {"christmas eve", 12, 24},
                                       {"boxing day", 12, 26},
                                       {"new year's day", 1, 1},
                                       {"new year's eve", 12, 31},
                                       {"valentine's day", 2, 14},
                                       {"may day", 5, 1},
                                       {"halloween", 10, 31}}};

struct OfEaster {
  std::string_view name;
  int days;  // behind Easter Sunday
};
constexpr std::array<OfEaster, 6> kOfEaster{{{"easter sunday", 0},
                                             {"easter monday", 1},
                                             {"easter saturday", -1},
                                             {"good friday", -2},
                                             {"palm sunday", -7},
                                             {"ash wednesday", -46}}};

// By the Gregorian computus, as Meeus gives it.
IsoDate easter_of(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25;
  const int day = (h + l - 7 * m + 33 * month + 19) % 32;
  return *make_day(year, month, day);
}

}  // namespace

std::optional<IsoDate> latest_holiday(std::string_view name, const IsoDate& published) {
  if (published.year < 2) return {};  // there may be none before
  const std::int64_t today = day_number(published);
  const auto latest = [&](auto of_year) {
    const IsoDate own = of_year(published.year);
    return day_number(own) <= today ? own : of_year(published.year - 1);
  };
  for (const Fixed& day : kFixed)
    if (day.name == name) return latest([&](int year) { return *make_day(year, day.month, day.day); });
  for (const OfEaster& day : kOfEaster)
    if (day.name == name) return latest([&](int year) { return day_of_number(day_number(easter_of(year)) + day.days); });
  return {};
}

bool may_open_holiday(std::string_view word) {
  const auto openers = holiday_openers();
  return std::find(openers.begin(), openers.end(), word) != openers.end();
}

bool names_weekday(std::string_view before) {
  static constexpr WordList kWords{"Black", "Bloody", "Super", "Cyber", "Giving", "Fat", "Good", "Easter", "Palm", "Ash", "Maundy"};
  return kWords.has(before);
}

}  // namespace onrecord

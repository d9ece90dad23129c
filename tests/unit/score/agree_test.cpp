#include "score/agree.h"

#include "catch.h"

using namespace onrecord;

namespace {

struct NameRow {
  const char* a;
  const char* b;
  bool strict;
  bool by_surname;
};
constexpr NameRow kNames[] = {
    {"Ana Reyes", "Ana Reyes", true, true},
    {"Ana Reyes", "ana  REYES", true, true},
    {"Sen. Ana Reyes", "Ana Reyes", true, true},
    {"Ana Reyes", "Ana M. Reyes", true, true},
    {"Ana Reyes Jr.", "Ana Reyes", true, true},
    {"José Álvarez", "Jose Alvarez", true, true},
    {"Reyes’s", "Reyes", true, true},
    {"the Harbour Council", "Harbour Council", true, true},
    {"Ana Reyes; Tom Pym", "Tom Pym; Ana Reyes", true, true},
    {"Ana Reyes", "Reyes", false, true},
    {"Ana Reyes", "Luis Reyes", false, true},
    {"Ana Reyes", "Ana Reyes; Tom Pym", false, false},
    {"Ana Reyes", "Ana Pym", false, false},
    {"Ana Reyes", "", false, false},
    {"", "", true, true},
};

struct DateRow {
  const char* gold;
  const char* predicted;
  bool same;
};
constexpr DateRow kDates[] = {
    {"2026-03-03", "2026-03-03", true},  {"2026-03-03", "2026-03-04", false}, {"2026-03", "2026-03-04", true},
    {"2026", "2026-03-04", true},        {"2026-03-04", "2026-03", false},    {"2026-W10", "2026-03-04", true},
    {"2026-W10", "2026-03-09", false},   {"2026-W10", "2026-03", false},      {"2026-03-03", "", false},
    {"", "2026-03-03", false},           {"", "", false},
};

struct FormRow {
  const char* mention;
  const char* form;
};
constexpr FormRow kForms[] = {
    {"", "none"},
    {"he", "pronoun"},
    {"They", "pronoun"},
    {"who", "relative"},
    {"Reyes", "one name"},
    {"Ana Reyes", "several names"},
    {"Sheriff Dale Whitcomb", "several names"},
    {"the Valley Party", "several names"},
    {"Tom Adeyemi, who led the survey", "name and apposition"},
    {"Walt Teague, 58, a retired machinist", "name and apposition"},
    {"prosecutor Amina Yusuf", "role and name"},
    {"the provincial governor, Teodoro Lanza,", "noun"},
    {"the mayor", "noun"},
    {"A person familiar with the matter", "noun"},
    {"Some voters", "noun"},
    {"officials", "noun"},
};

}  // namespace

TEST_CASE("names agree past titles, accents and initials", "[score]") {
  for (const auto& row : kNames) {
    DYNAMIC_SECTION(row.a << " / " << row.b) {
      CHECK(same_name(row.a, row.b, true) == row.strict);
      CHECK(same_name(row.b, row.a, true) == row.strict);
      CHECK(same_name(row.a, row.b, false) == row.by_surname);
    }
  }
}

TEST_CASE("a date agrees at the gold's precision", "[score]") {
  for (const auto& row : kDates) {
    DYNAMIC_SECTION(row.gold << " / " << row.predicted) { CHECK(same_date(row.gold, row.predicted) == row.same); }
  }
}

TEST_CASE("the form of a mention", "[score]") {
  for (const auto& row : kForms) {
    DYNAMIC_SECTION(row.mention) { CHECK(source_form(row.mention) == row.form); }
  }
}

#include "store/functions.h"

#include <sqlite3.h>

#include <exception>
#include <string>
#include <string_view>

#include "store/database.h"
#include "text/folded_words.h"

namespace onrecord {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text == nullptr ? std::string_view() : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void folded(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
    const std::string out = folded_words(text_of(values[0]));
    sqlite3_result_text64(context, out.data(), out.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

void has_words(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    const bool has = sqlite3_value_type(values[0]) != SQLITE_NULL &&
                     has_folded_words(folded_words(text_of(values[0])), text_of(values[1]));
    sqlite3_result_int(context, has ? 1 : 0);
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

void add_functions(Database& db) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  sqlite3_create_function_v2(db.handle(), "folded", 1, flags, nullptr, folded, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(db.handle(), "has_words", 2, flags, nullptr, has_words, nullptr, nullptr, nullptr);
}

}  // namespace onrecord

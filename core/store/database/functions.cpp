#include "store/database/functions.h"

#include <sqlite3.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "store/database/database.h"
#include "store/database/row_bytes.h"
#include "text/folded_words.h"

namespace onrecord {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text == nullptr ? std::string_view() : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

template <std::string (*form)(std::string_view text)>
void formed(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
    const std::string out = form(text_of(values[0]));
    sqlite3_result_text64(context, out.data(), out.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

template <bool (*has)(std::string_view text, std::string_view wanted)>
void has_wanted(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    const bool there = sqlite3_value_type(values[0]) != SQLITE_NULL && has(folded_words(text_of(values[0])), text_of(values[1]));
    sqlite3_result_int(context, there ? 1 : 0);
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

using HashedRows = std::vector<std::pair<sqlite3_int64, std::string>>;

void append(std::string& out, sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: append_value(out, std::int64_t{sqlite3_value_int64(value)}); return;
    case SQLITE_FLOAT: append_value(out, sqlite3_value_double(value)); return;
    case SQLITE_BLOB: append_blob(out, text_of(value)); return;
    case SQLITE_NULL: append_null(out); return;
    default: append_value(out, text_of(value));
  }
}

void rows_hash_step(sqlite3_context* context, int count, sqlite3_value** values) {
  auto** rows = static_cast<HashedRows**>(sqlite3_aggregate_context(context, sizeof(HashedRows*)));
  try {
    if (rows == nullptr) throw std::bad_alloc();
    if (*rows == nullptr) *rows = new HashedRows;
    std::string row;
    for (int i = 0; i < count; ++i) append(row, values[i]);
    (*rows)->emplace_back(sqlite3_value_int64(values[0]), std::move(row));
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

void rows_hash_end(sqlite3_context* context) {
  auto** held = static_cast<HashedRows**>(sqlite3_aggregate_context(context, 0));
  const std::unique_ptr<HashedRows> rows(held == nullptr ? nullptr : std::exchange(*held, nullptr));
  if (rows == nullptr) return;
  try {
    std::sort(rows->begin(), rows->end());
    std::string all;
    for (const auto& row : *rows) all += row.second;
    const Sha256 digest = sha256(all);
    sqlite3_result_blob(context, digest.data(), static_cast<int>(digest.size()), SQLITE_TRANSIENT);
  } catch (const std::exception&) {
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

void add_functions(Database& db) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  sqlite3_create_function_v2(db.handle(), "sort_form", 1, flags, nullptr, formed<sort_form>, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(db.handle(), "has_words", 2, flags, nullptr, has_wanted<has_folded_words>, nullptr, nullptr,
                             nullptr);
  sqlite3_create_function_v2(db.handle(), "has_phrase", 2, flags, nullptr, has_wanted<has_folded_phrase>, nullptr, nullptr,
                             nullptr);
  sqlite3_create_function_v2(db.handle(), "rows_hash", -1, flags, nullptr, nullptr, rows_hash_step, rows_hash_end, nullptr);
}

}  // namespace onrecord

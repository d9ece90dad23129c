// SQL functions of our own: folded(text) and has_words(text, folded words).
#pragma once

namespace onrecord {

class Database;

// `folded(x)` is folded_words(x); `has_words(x, 'ana reyes')` is 1 when x holds every one of those folded words. Only queries use
// them, never the schema, so that any SQLite program can open and write a record.
void add_functions(Database& db);

}  // namespace onrecord

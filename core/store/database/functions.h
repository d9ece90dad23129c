// SQL functions of our own: sort_form(text), has_words(text, folded words), has_phrase(text, folded words), rows_hash(order, value, …).
#pragma once

namespace onrecord {

class Database;

// `sort_form(x)` is what names are sorted by; `has_words(x, 'ana reyes')` is 1 when x holds every one of those folded words,
// `has_phrase(x, 'ana re*')` when they stand in it side by side, the last one perhaps only as a beginning. `rows_hash(n, a, b, …)` is an
// aggregate: SHA-256 over the values of all rows in the order of n. Only questions and steps of the schema use them, never a table,
// index, trigger or view, so that any SQLite program can open and write a record.
void add_functions(Database& db);

}  // namespace onrecord

// People who are named like a month or a day, and papers like a day: Tessa May, Mrs August, Mr Sunday Ikwe, the Sunday Mirror.
//
// Where an article writes such a word behind a title or a first name, it is a name wherever it has a capital, but for what can only be the
// date: in May, May 5, last June. A day is one before what papers are called, and between a title and a surname.
#pragma once

#include "segment/document.h"

namespace onrecord {

// Such words become words that no list knows, before tags are given. Linear.
void free_calendar_names(Document& doc);

}  // namespace onrecord

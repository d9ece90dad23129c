// How well the tags of texts agree with another tagger's.
#pragma once

#include "extract/tag/learn/tagged_text.h"

namespace onrecord {

// Tells it under `title` on stderr: in all, by the pairs of tags that are confused most, and for a few hard words.
void report_agreement(const char* title, const Texts& texts);

}  // namespace onrecord

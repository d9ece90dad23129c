// (baseline, to be replaced by the tagger with contextual rules)
#pragma once
#include "segment/document.h"
namespace onrecord {
void tag_tokens(Document& doc);
}

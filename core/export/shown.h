// What `onrecord show` prints for programs: everything about one id, as one row whose lists are JSON.
//
//   put_shown(*record.show("p7"), Format::Jsonl, out);
//   // {"speaker_id":"p7","name":"Ana Reyes",…,"roles":[{"name":"transport chief","first":"2026-03-03",…}],…}
//
// In CSV a list stands in its cell as JSON.
#pragma once

#include "export/buffer.h"
#include "export/rows.h"
#include "onrecord/asking.h"

namespace onrecord {

void put_shown(const Shown& shown, Format format, Buffer& out);

}  // namespace onrecord

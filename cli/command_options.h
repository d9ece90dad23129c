// The options of each command, in the order its help lists them; those that several share are written once. Inner to the folder.
#pragma once

#include "command_table.h"

namespace onrecord::cli {

void setup_add(Setup& s);
void setup_find(Setup& s);
void setup_export(Setup& s);
void setup_show(Setup& s);
void setup_list(Setup& s);
void setup_speakers(Setup& s);
void setup_timeline(Setup& s);
void setup_claim(Setup& s);
void setup_review(Setup& s);
void setup_note(Setup& s);
void setup_merge(Setup& s);
void setup_remove(Setup& s);
void setup_keeping(Setup& s);
void setup_restore(Setup& s);
void setup_rebuild(Setup& s);
void setup_dump(Setup& s);
void setup_backup(Setup& s);
void setup_score(Setup& s);
void setup_articles(Setup& s);
void setup_fix(Setup& s);
void setup_change(Setup& s);
void setup_read(Setup& s);
void setup_extract(Setup& s);
void setup_completion(Setup& s);

}  // namespace onrecord::cli

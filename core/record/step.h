// One change of the record: begins a transaction, keeps it unless it is only tried.
//
//   Step step(db, writer, dry_run);
//   …                                // events and what follows from them
//   step.keep();                     // without it, or in a dry run, nothing has happened
#pragma once

#include "store/database/database.h"
#include "store/writer.h"

namespace onrecord {

class Step {
 public:
  Step(Database& db, Writer& writer, bool dry_run) : writer_(writer), transaction_(db), dry_run_(dry_run) { writer.begin(); }
  ~Step() {
    if (!kept_) writer_.forget();
  }
  void keep() {
    if (dry_run_) return;
    writer_.finish();
    transaction_.commit();
    kept_ = true;
  }

 private:
  Writer& writer_;
  Transaction transaction_;
  bool dry_run_;
  bool kept_ = false;
};

}  // namespace onrecord

// What the program's exit status says (docs/cli.md).
#pragma once

#include "base/result.h"

namespace onrecord::cli {

enum class Exit {
  Done = 0,          // also when nothing was found
  NothingFound = 1,  // only with -q
  Usage = 2,
  Skipped = 3,       // some inputs could not be read; the others are done
  NewerDatabase = 4, // than this build knows
  Failed = 5,
};

[[nodiscard]] constexpr Exit exit_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage: return Exit::Usage;
    case ErrorCode::BadInput: return Exit::Skipped;
    case ErrorCode::NewerDatabase: return Exit::NewerDatabase;
    case ErrorCode::NotFound:
    case ErrorCode::Failed: break;
  }
  return Exit::Failed;
}

}  // namespace onrecord::cli

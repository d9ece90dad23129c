// What read_articles (read_many.h) does for each kind of input; `given` has been checked.
#pragma once

#include "ingest/records/read_many.h"

namespace onrecord {

[[nodiscard]] Result<void> read_json_lines(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                                           const ManyOptions& options, const RecordSink& sink);
[[nodiscard]] Result<void> read_json(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                                     const ManyOptions& options, const RecordSink& sink);
[[nodiscard]] Result<void> read_csv(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                                    const ManyOptions& options, const RecordSink& sink);

// What all of them say of a file whose first bytes are those of UTF-16.
[[nodiscard]] inline Error in_utf16(std::string_view name) {
  return {ErrorCode::BadInput, "its encoding is UTF-16, records are read in UTF-8", std::string(name),
          "convert it: iconv -f UTF-16 -t UTF-8 FILE"};
}

}  // namespace onrecord

// What read_articles (read_many.h) does for each kind of input; `given` has been checked.
#pragma once

#include "ingest/read_many.h"

namespace onrecord {

[[nodiscard]] Result<void> read_json_lines(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                                           const ManyOptions& options, const RecordSink& sink);
[[nodiscard]] Result<void> read_json(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                                     const ManyOptions& options, const RecordSink& sink);
[[nodiscard]] Result<void> read_csv(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                                    const ManyOptions& options, const RecordSink& sink);

}  // namespace onrecord

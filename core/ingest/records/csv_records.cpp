#include <algorithm>
#include <array>

#include "ingest/fields/machine_date.h"
#include "ingest/records/csv_reader.h"
#include "ingest/records/record_article.h"
#include "ingest/records/record_readers.h"

namespace onrecord {
namespace {

// The column of that name, else the first whose name differs only in case, spaces and dashes; header.size() for none.
std::size_t find_column(const std::vector<std::string>& header, std::string_view name) {
  const auto exact = std::find(header.begin(), header.end(), name);
  if (exact != header.end()) return static_cast<std::size_t>(exact - header.begin());
  const auto near = std::find_if(header.begin(), header.end(), [&](const std::string& column) { return is_same_key(column, name); });
  return static_cast<std::size_t>(near - header.begin());
}

class CsvValues : public RecordValues {
 public:
  CsvValues(const std::vector<std::string>& header, const std::vector<std::string>& fields)
      : header_(header), fields_(fields) {}

  [[nodiscard]] std::optional<std::string> value(std::string_view name) const override {
    const std::size_t i = find_column(header_, name);
    if (i < fields_.size()) return fields_[i];
    return {};
  }

 private:
  const std::vector<std::string>& header_;
  const std::vector<std::string>& fields_;
};

Error bad_csv(std::string where, std::string message, std::string hint) {
  return {ErrorCode::BadInput, std::move(message), std::move(where), std::move(hint)};
}

std::string names_of_columns(const std::vector<std::string>& header) {
  std::string columns;
  for (const std::string& c : header) columns += (columns.empty() ? "" : ", ") + c;
  return columns.substr(0, 300);
}

bool has_column(const std::vector<std::string>& header, std::string_view name) {
  return find_column(header, name) < header.size();
}

bool has_text_column(const std::vector<std::string>& header, const FieldMapping& mapping) {
  for (const auto& [part, column] : mapping) {
    if (part == "text" || part == "html") return true;
  }
  for (const std::string_view part : {"text", "html"}) {
    for (const std::string_view usual : usual_names_of(part)) {
      if (has_column(header, usual)) return true;
    }
  }
  return false;
}

// trafilatura writes its rows without a header. Near miss: a header that only names these columns.
constexpr std::array<std::string_view, 11> kTrafilatura = {"url",  "id",   "fingerprint", "hostname", "title",   "image",
                                                           "date", "text", "comments",    "license",  "pagetype"};
bool is_trafilatura_row(const CsvRow& row, char separator) {
  return separator == '\t' && row.fields.size() == kTrafilatura.size() && is_full_address(row.fields[0]) &&
         (row.fields[6] == "null" || !machine_date(row.fields[6]).empty());
}

}  // namespace

Result<void> read_csv(std::string_view name, const ByteSource& source, const GivenMetadata& given,
                      const ManyOptions& options, const RecordSink& sink) {
  CsvReader csv(source, options.kind == ManyKind::Tsv ? '\t' : '\0', options.largest_record);
  CsvRow row;
  if (csv.begins_as_utf16()) return in_utf16(name);
  if (!csv.next(row))
    return bad_csv(std::string(name), "empty: there is no header",
                   "the first row names the columns: text,title,published,…");
  if (!row.error.empty()) return bad_csv(std::string(name), "its first row: " + row.error, "mend it: it names the columns");
  std::vector<std::string> header;
  bool have_row = is_trafilatura_row(row, csv.separator());
  if (have_row) header.assign(kTrafilatura.begin(), kTrafilatura.end());
  else header = std::move(row.fields);
  if (!header.empty() && header.front().starts_with("\xEF\xBB\xBF")) header.front().erase(0, 3);
  for (std::string& column : header) column = std::string(trim_ascii(column));
  for (const auto& [part, column] : options.mapping) {
    if (!has_column(header, column)) {
      return bad_csv(std::string(name), "no column \"" + column + "\" for " + part,
                     "its columns: " + names_of_columns(header));
    }
  }
  if (!has_text_column(header, options.mapping)) {
    return bad_csv(std::string(name), "no column holds the text",
                   "say which: --map text=COLUMN; its columns: " + names_of_columns(header));
  }
  for (; have_row || csv.next(row); have_row = false) {
    if (row.line < options.from_line) continue;
    const std::string where = std::string(name) + ":" + std::to_string(row.line);
    if (row.error.empty() && row.fields.size() != header.size())
      row.error = std::to_string(row.fields.size()) + " fields where the header has " + std::to_string(header.size());
    if (!row.error.empty()) {
      if (!sink(ReadRecord{where, "", row.line, bad_csv(where, row.error, "mend the row; the others are read")})) break;
      continue;
    }
    RecordParts parts = parts_of_record(CsvValues(header, row.fields), options.mapping);
    std::string id = parts["id"];
    if (!sink(ReadRecord{where, std::move(id), row.line, article_of_record(where, std::move(parts), given, true)})) break;
  }
  return {};
}

}  // namespace onrecord

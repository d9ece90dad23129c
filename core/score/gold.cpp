#include "score/gold.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "text/chars.h"
#include "text/code_points.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in && !in.eof()) return Error{ErrorCode::BadInput, "cannot be read", path.string(), {}};
  return bytes;
}

// The article's text as every stage sees it.
std::string without_mark(std::string bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return bytes;
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> out;
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(folder, code)) {
    if (entry.path().filename().string().ends_with(ending)) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string_view> fields(std::string_view line, char between) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(between, at), line.size());
    out.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// "12 30;41 50" as byte spans.
std::vector<Span> standoff_spans(std::string_view numbers, const CodePoints& points) {
  std::vector<Span> out;
  for (const std::string_view part : fields(numbers, ';')) {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    const auto first = std::from_chars(part.data(), part.data() + part.size(), begin);
    if (first.ec != std::errc() || first.ptr == part.data() + part.size()) continue;
    const auto second = std::from_chars(first.ptr + 1, part.data() + part.size(), end);
    if (second.ec == std::errc()) out.push_back({points.to_byte(begin), points.to_byte(end)});
  }
  return out;
}

bool holds_double_marks(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const Char c = char_at(words, at);
    if (c.code == U'"' || (c.code >= 0x201C && c.code <= 0x201F) || c.code == 0xAB || c.code == 0xBB) return true;
    at += c.size;
  }
  return words.find("''") != std::string_view::npos;
}

// Standoff says nothing of kinds: all in double quotation marks, some, or none.
StatementKind kind_by_marks(std::string_view text, const std::vector<Span>& content) {
  bool any = false;
  bool all = true;
  for (const Span& span : content) {
    const std::string_view words = trim(slice(text, span));
    any = any || holds_double_marks(words);
    const Char first = char_at(words, 0);
    std::string_view ending = words;
    while (!ending.empty() && (ending.back() == '.' || ending.back() == ',')) ending.remove_suffix(1);
    const auto is_mark = [](std::string_view at_edge) { return holds_double_marks(at_edge); };
    const bool opens = is_mark(words.substr(0, first.size)) || words.starts_with("''");
    const Char last = char_before(ending, ending.size());
    const bool closes = is_mark(ending.substr(ending.size() - last.size)) || ending.ends_with("''");
    all = all && opens && closes;
  }
  if (!any) return StatementKind::Indirect;
  return all ? StatementKind::Direct : StatementKind::Mixed;
}

Result<std::vector<GoldArticle>> read_standoff_folder(const fs::path& folder) {
  std::vector<GoldArticle> out;
  std::map<std::string, fs::path> annotations;  // by article: the first by name
  for (const fs::path& path : files_in(folder / "attributions", ".ann")) {
    const std::string stem = path.stem().string();
    if (stem.size() > 5 && stem[stem.size() - 5] == '_') annotations.emplace(stem.substr(0, stem.size() - 5), path);
  }
  for (const fs::path& path : files_in(folder / "text", ".txt")) {
    auto text = read_file(path);
    if (!text) return text.error();
    GoldArticle article{path.stem().string(), path.string(), without_mark(std::move(*text)), {}};
    if (const auto found = annotations.find(article.name); found != annotations.end()) {
      auto lines = read_file(found->second);
      if (!lines) return lines.error();
      article.rows = parse_standoff(*lines, article.text);
    }
    out.push_back(std::move(article));
  }
  return out;
}

Result<std::vector<GoldArticle>> read_contract_folder(const fs::path& folder, const std::vector<fs::path>& files) {
  std::vector<GoldArticle> out;
  for (const fs::path& path : files) {
    const std::string name = path.stem().string();
    fs::path text_path = folder / (name + ".txt");
    if (!fs::exists(text_path)) text_path = fs::weakly_canonical(folder).parent_path() / "articles" / (name + ".txt");
    if (!fs::exists(text_path)) {
      return Error{ErrorCode::BadInput, "no article for this gold", path.string(),
                   "put " + name + ".txt beside it or into ../articles/"};
    }
    auto text = read_file(text_path);
    auto lines = read_file(path);
    if (!text) return text.error();
    if (!lines) return lines.error();
    std::vector<GoldArticle> one;
    one.push_back({name, text_path.string(), without_mark(std::move(*text)), {}});
    auto rows = parse_rows(path.string(), *lines, one);
    if (!rows) return rows.error();
    one.front().rows = std::move((*rows)[name]);
    out.push_back(std::move(one.front()));
  }
  return out;
}

}  // namespace

Result<std::vector<GoldArticle>> read_gold(const std::string& folder) {
  std::error_code code;
  if (!fs::is_directory(folder, code)) return Error{ErrorCode::NotFound, "no such folder", folder, {}};
  if (fs::is_directory(fs::path(folder) / "text", code)) return read_standoff_folder(folder);
  const std::vector<fs::path> files = files_in(folder, ".jsonl");
  if (!files.empty()) return read_contract_folder(folder, files);
  return Error{ErrorCode::NotFound, "no annotated articles", folder,
               "it wants NAME.txt with NAME.jsonl, or text/ with attributions/"};
}

std::vector<ScoredRow> parse_standoff(std::string_view annotations, std::string_view text) {
  const CodePoints points(text);
  std::map<std::string_view, std::vector<Span>> spans;
  std::vector<ScoredRow> rows;
  for (const std::string_view line : fields(annotations, '\n')) {
    const std::vector<std::string_view> parts = fields(line, '\t');
    if (parts.size() < 2) continue;
    if (parts[0].starts_with('T') && parts.size() > 2) {
      const std::size_t space = parts[1].find(' ');
      if (space != std::string_view::npos) spans[parts[0]] = standoff_spans(parts[1].substr(space + 1), points);
    } else if (parts[0].starts_with('E')) {
      ScoredRow row;
      row.id = std::string(parts[0]);
      for (const std::string_view part : fields(parts[1], ' ')) {
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos) continue;
        std::string_view role = part.substr(0, colon);
        while (!role.empty() && is_digit(static_cast<unsigned char>(role.back()))) role.remove_suffix(1);
        std::vector<Span>* into = role == "Content" ? &row.content : role == "Source" ? &row.mention : role == "Cue" ? &row.cue : nullptr;
        const auto found = spans.find(part.substr(colon + 1));
        if (into != nullptr && found != spans.end()) into->insert(into->end(), found->second.begin(), found->second.end());
      }
      for (std::vector<Span>* part : {&row.content, &row.mention, &row.cue}) {
        std::sort(part->begin(), part->end(), [](Span a, Span b) { return a.begin < b.begin; });
      }
      row.kind = kind_by_marks(text, row.content);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

void add_speakers(std::string_view lines, std::vector<GoldArticle>& articles) {
  std::map<std::string_view, GoldArticle*> by_name;
  for (GoldArticle& article : articles) by_name.emplace(article.name, &article);
  for (const std::string_view line : fields(lines, '\n')) {
    std::vector<std::string_view> parts = fields(line, '\t');
    const auto found = by_name.find(parts.front());
    if (found == by_name.end()) continue;
    parts.resize(std::max<std::size_t>(parts.size(), 6));
    for (ScoredRow& row : found->second->rows) {
      if (row.id != parts[1]) continue;
      row.labelled = true;
      row.speaker = std::string(parts[2]);
      row.named = (parts[3] == "person" || parts[3] == "org") && is_upper(char_at(parts[2], 0).code);
      row.said_on = std::string(parts[4]);
      row.act = parts[5] == "speech" ? Act::Statement : Act::Attitude;
    }
  }
}

}  // namespace onrecord

// Turns the word lists into constant data. Runs when the project is built:
//   onrecord_build_tables OUT.cpp LIST.txt...
// On a bad line it prints file, line and reason, and writes nothing.
#include <algorithm>
#include <bit>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "base/text_hash.h"
#include "lexicon/fold_hash.h"
#include "lexicon/lists.h"

namespace onrecord::lexicon {
namespace {

using Words = std::vector<std::pair<std::string_view, const Entry*>>;  // in the order of their ids, which count from 1
using Ids = std::map<std::string_view, std::uint32_t>;

int complain(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

Result<void> read_lists(const std::vector<std::string>& paths, Lists& lists) {
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::BadInput, "cannot be read", path, {}};
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const std::size_t slash = path.find_last_of('/') + 1;
    if (auto read = lists.read(path.substr(slash), bytes); !read) {
      Error error = read.error();
      error.where = path.substr(0, slash) + error.where;
      return error;
    }
  }
  return lists.finish();
}

// The table by fingerprints. Frequent words go in first, so that they stand in the slot that is looked at first.
Result<std::vector<std::uint64_t>> slots_of(const Words& words) {
  const auto bad = [](const std::string& what) { return Error{ErrorCode::BadInput, what, {}, {}}; };
  if (words.size() > kIdMask) return bad("more words than ids: raise kIdBits in fold_hash.h");
  std::vector<std::uint64_t> table(std::bit_ceil(words.size() * 5 / 4));
  std::map<std::uint64_t, std::string_view> hashes;
  std::uint64_t id = 0;
  for (const auto& [word, entry] : words) {
    if (word.size() > kLongest) return bad("\"" + std::string(word) + "\" is longer than kLongest in fold_hash.h");
    const std::uint64_t hash = hash_folded(word);
    if (const auto [at, added] = hashes.emplace(hash & ~kIdMask, word); !added)
      return bad("\"" + std::string(word) + "\" and \"" + std::string(at->second) + "\" have one fingerprint");
    std::size_t slot = hash & (table.size() - 1);
    while (table[slot]) slot = (slot + 1) & (table.size() - 1);
    table[slot] = (hash & ~kIdMask) | ++id;
  }
  return table;
}

Result<void> write_slots(const std::vector<std::uint64_t>& table, std::ostream& out) {
  out << "extern constexpr std::uint64_t kSlots[] = {\n";
  for (std::size_t i = 0; i < table.size(); ++i) out << table[i] << "u," << (i % 8 == 7 ? "\n" : "");
  out << "};\nextern constexpr std::size_t kSlotCount = " << table.size() << ";\n";
  // A free slot holds 0, which differs from its own number in no bit above those of the id: the number is a key that meets no word at once.
  const auto free_slot = static_cast<std::size_t>(std::find(table.begin(), table.end(), 0U) - table.begin());
  if (free_slot > kIdMask) return Error{ErrorCode::BadInput, "no slot is free among the first: raise the number of slots", {}, {}};
  out << "extern constexpr std::uint64_t kNoWord = " << free_slot << "u;\n";
  return {};
}

void write_words(const Words& words, std::ostream& out) {
  Ids ids;
  for (const auto& [word, entry] : words) ids.emplace(word, static_cast<std::uint32_t>(ids.size() + 1));
  out << "extern constexpr Word kWords[] = {\n{0,0,0,0,'n','N',{}," << text_hash("") << "u},\n";
  for (const auto& [word, entry] : words) {
    out << '{' << ids[word] << ',' << (entry->lemma.empty() ? ids[word] : ids[entry->lemma]) << ',' << entry->classes
        << "u," << tag_bits(entry->tags) << ',' << static_cast<int>(entry->tags[0]) << ','
        << static_cast<int>(entry->capital_tag) << ",{" << static_cast<int>(entry->clusters.verb) << ','
        << static_cast<int>(entry->clusters.noun) << "}," << text_hash(entry->lemma.empty() ? word : entry->lemma) << "u},\n";
  }
  out << "};\nextern constexpr std::size_t kWordCount = " << words.size() + 1 << ";\n";
}

void write_tags_of_classes(const Words& words, std::ostream& out) {
  std::uint32_t of_class[64] = {};
  for (const auto& [word, entry] : words)
    for (word_class::Bits left = entry->classes; left; left &= left - 1) of_class[std::countr_zero(left)] |= tag_bits(entry->tags);
  out << "extern constexpr std::uint32_t kTagsOfClass[] = {";
  for (const std::uint32_t tags : of_class) out << tags << ',';
  out << "};\n";
}

// The word as part of a literal.
void write_literal(std::string_view word, std::ostream& out) {
  out << '"';
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 128 && c != '"' && c != '\\' && c != '?')
      out << c;
    else  // three octal digits: nothing after them can be taken for a fourth
      out << '\\' << static_cast<char>('0' + (byte >> 6)) << static_cast<char>('0' + (byte >> 3 & 7))
          << static_cast<char>('0' + (byte & 7));
  }
  out << "\"\n";
}

void write_spellings(const Words& words, std::ostream& out) {
  out << "extern constexpr std::uint64_t kSpellingHashes[] = {" << text_hash("") << "u,\n";
  for (std::size_t i = 0; i < words.size(); ++i) out << text_hash(words[i].first) << "u," << (i % 8 == 7 ? "\n" : "");
  out << "};\nextern constexpr std::uint32_t kSpellingEnds[] = {0,\n";
  std::size_t letters = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    letters += words[i].first.size();
    out << letters << (i % 16 == 15 ? ",\n" : ",");
  }
  out << "};\nextern constexpr char kSpellings[] =\n";
  for (const auto& [word, entry] : words) write_literal(word, out);
  out << ";\n";
}

}  // namespace
}  // namespace onrecord::lexicon

int main(int argc, char** argv) {
  using namespace onrecord;
  using namespace onrecord::lexicon;
  if (argc < 3) return complain("usage: onrecord_build_tables OUT.cpp LIST.txt...");

  Lists lists;
  if (auto read = read_lists({argv + 2, argv + argc}, lists); !read) return complain(read.error().text());
  const Words words = lists.in_order();
  const auto slots = slots_of(words);
  if (!slots) return complain(slots.error().text());

  std::ofstream out(argv[1]);
  out << "// Made from core/lexicon/words by onrecord_build_tables.\n#include \"lexicon/tables.h\"\nnamespace onrecord::lexicon {\n";
  if (auto written = write_slots(*slots, out); !written) return complain(written.error().text());
  write_words(words, out);
  write_tags_of_classes(words, out);
  write_spellings(words, out);
  out << "}  // namespace onrecord::lexicon\n";
  out.close();
  return out ? 0 : complain(std::string(argv[1]) + ": cannot be written");
}

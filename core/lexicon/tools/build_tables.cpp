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

namespace {

int complain(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace onrecord;
  if (argc < 3) return complain("usage: onrecord_build_tables OUT.cpp LIST.txt...");

  lexicon::Lists lists;
  for (int i = 2; i < argc; ++i) {
    const std::string path = argv[i];
    std::ifstream in(path, std::ios::binary);
    if (!in) return complain(path + ": cannot be read");
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const std::size_t slash = path.find_last_of('/') + 1;
    if (auto read = lists.read(path.substr(slash), bytes); !read)
      return complain(path.substr(0, slash) + read.error().text());
  }
  if (auto finished = lists.finish(); !finished) return complain(finished.error().text());

  const auto words = lists.in_order();
  if (words.size() > lexicon::kIdMask) return complain("more words than ids: raise kIdBits in fold_hash.h");
  std::map<std::string_view, std::uint32_t> ids;
  for (const auto& [word, entry] : words) ids.emplace(word, static_cast<std::uint32_t>(ids.size() + 1));

  // Frequent words go in first, so that they stand in the slot that is looked at first.
  const std::size_t slots = std::bit_ceil(words.size() * 5 / 4);
  std::vector<std::uint64_t> table(slots);
  std::map<std::uint64_t, std::string_view> hashes;
  for (const auto& [word, entry] : words) {
    if (word.size() > lexicon::kLongest) return complain("\"" + std::string(word) + "\" is longer than kLongest in fold_hash.h");
    const std::uint64_t hash = lexicon::hash_folded(word);
    if (const auto [at, added] = hashes.emplace(hash & ~lexicon::kIdMask, word); !added)
      return complain("\"" + std::string(word) + "\" and \"" + std::string(at->second) + "\" have one fingerprint");
    std::size_t slot = hash & (slots - 1);
    while (table[slot]) slot = (slot + 1) & (slots - 1);
    table[slot] = (hash & ~lexicon::kIdMask) | ids[word];
  }

  std::ofstream out(argv[1]);
  out << "// Made from core/lexicon/words by onrecord_build_tables.\n#include \"lexicon/tables.h\"\n"
         "namespace onrecord::lexicon {\nextern constexpr std::uint64_t kSlots[] = {\n";
  for (std::size_t i = 0; i < slots; ++i) out << table[i] << "u," << (i % 8 == 7 ? "\n" : "");
  out << "};\nextern constexpr std::size_t kSlotCount = " << slots << ";\n";

  // A free slot holds 0, which differs from its own number in no bit above those of the id: the number is a key that meets no word at once.
  const auto free_slot = static_cast<std::size_t>(std::find(table.begin(), table.end(), 0U) - table.begin());
  if (free_slot > lexicon::kIdMask) return complain("no slot is free among the first: raise the number of slots");
  out << "extern constexpr std::uint64_t kNoWord = " << free_slot << "u;\n";

  out << "extern constexpr Word kWords[] = {\n{0,0,0,0,'n','N'," << text_hash("") << "u},\n";
  for (const auto& [word, entry] : words) {
    out << '{' << ids[word] << ',' << (entry->lemma.empty() ? ids[word] : ids[entry->lemma]) << ',' << entry->classes
        << "u," << tag_bits(entry->tags) << ',' << static_cast<int>(entry->tags[0]) << ','
        << static_cast<int>(entry->capital_tag) << ',' << text_hash(entry->lemma.empty() ? word : entry->lemma) << "u},\n";
  }
  out << "};\nextern constexpr std::size_t kWordCount = " << words.size() + 1 << ";\n";

  std::uint32_t of_class[64] = {};
  for (const auto& [word, entry] : words)
    for (word_class::Bits left = entry->classes; left; left &= left - 1) of_class[std::countr_zero(left)] |= tag_bits(entry->tags);
  out << "extern constexpr std::uint32_t kTagsOfClass[] = {";
  for (const std::uint32_t tags : of_class) out << tags << ',';
  out << "};\n";

  out << "extern constexpr std::uint64_t kSpellingHashes[] = {" << text_hash("") << "u,\n";
  for (std::size_t i = 0; i < words.size(); ++i) out << text_hash(words[i].first) << "u," << (i % 8 == 7 ? "\n" : "");
  out << "};\n";

  std::string letters;
  out << "extern constexpr std::uint32_t kSpellingEnds[] = {0,\n";
  for (std::size_t i = 0; i < words.size(); ++i) {
    letters += words[i].first;
    out << letters.size() << (i % 16 == 15 ? ",\n" : ",");
  }
  out << "};\nextern constexpr char kSpellings[] =\n";
  for (const auto& [word, entry] : words) {
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
  out << ";\n}  // namespace onrecord::lexicon\n";
  out.close();
  return out ? 0 : complain(std::string(argv[1]) + ": cannot be written");
}

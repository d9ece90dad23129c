// Turns the weights into constant data. Runs when the project is built:
//   onrecord_build_weights OUT.cpp weights.tsv
// On a bad line it prints file, line and reason, and writes nothing.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "extract/rules/weights.h"

namespace {

int complain(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace onrecord;
  if (argc != 3) return complain("usage: onrecord_build_weights OUT.cpp weights.tsv");
  const std::string path = argv[2];
  std::ifstream in(path, std::ios::binary);
  if (!in) return complain(path + ": cannot be read");
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const auto weights = Weights::read(bytes, path);
  if (!weights) return complain(weights.error().text());

  const Weights::Table table = weights->table();
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made of " << path.substr(path.find_last_of('/') + 1) << " by onrecord_build_weights.\n"
      << "#include \"extract/rules/weights.h\"\n\nnamespace onrecord {\nnamespace {\n\nconstexpr Weights::Slot kSlots[] = {\n";
  for (const Weights::Slot& slot : table.slots) out << '{' << slot.mark << "U," << slot.units << "},\n";
  out << "};\nconstexpr std::uint16_t kDisplacements[] = {\n";
  for (const std::uint16_t displacement : table.displacements) out << displacement << ",\n";
  out << "};\n\n}  // namespace\n\nconst Weights& built_in_weights() {\n"
      << "  static const Weights weights(Weights::Table{kSlots, kDisplacements});\n  return weights;\n}\n\n}  // namespace onrecord\n";
  out.close();
  return out ? 0 : complain(std::string(argv[1]) + ": cannot be written");
}

// Writes a C++ file whose function returns the bytes of the files it is given. Runs when the project is built:
//   onrecord_embedder OUT.cpp FUNCTION FILE...
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: onrecord_embedder OUT.cpp FUNCTION FILE...\n";
    return 2;
  }
  std::ofstream out(argv[1]);
  out << "#include \"base/embedded.h\"\n#include <array>\nnamespace onrecord {\nnamespace {\n";
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 1;
    }
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    out << "const unsigned char kFile" << i - 3 << "[] = {";
    for (std::size_t at = 0; at < bytes.size(); ++at)
      out << static_cast<int>(static_cast<unsigned char>(bytes[at])) << (at % 32 == 31 ? ",\n" : ",");
    out << "0};\n";
  }
  out << "}  // namespace\nstd::span<const EmbeddedFile> " << argv[2] << "();\nstd::span<const EmbeddedFile> " << argv[2]
      << "() {\n  static const std::array<EmbeddedFile, " << argc - 3 << "> files{{\n";
  for (int i = 3; i < argc; ++i) {
    const std::string path = argv[i];
    out << "    {\"" << path.substr(path.find_last_of('/') + 1) << "\", {reinterpret_cast<const char*>(kFile" << i - 3
        << "), sizeof(kFile" << i - 3 << ") - 1}},\n";
  }
  out << "  }};\n  return files;\n}\n}  // namespace onrecord\n";
  return out.good() ? 0 : 1;
}

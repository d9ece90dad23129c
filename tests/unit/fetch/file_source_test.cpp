#include "fetch/file_source.h"

#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.h"

using namespace onrecord;

namespace {

// A file that is there as long as the test.
class File {
 public:
  explicit File(const std::string& bytes) {
    char name[] = "/tmp/onrecord-file-XXXXXX";
    const int made = mkstemp(name);
    REQUIRE(made >= 0);
    close(made);
    path = name;
    std::ofstream(path, std::ios::binary) << bytes;
  }
  ~File() { std::filesystem::remove(path); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::string path;
};

std::string gzip(const std::string& text) {
  const File file("");
  gzFile out = gzopen(file.path.c_str(), "wb");
  gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
  gzclose(out);
  std::ifstream in(file.path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// All bytes, and behind a bar why they ended early.
std::string read_all(const std::string& bytes) {
  const File file(bytes);
  auto source = FileSource::open(file.path);
  REQUIRE(source);
  std::string out;
  char buffer[1000];
  for (std::size_t got = source->read(buffer, sizeof buffer); got > 0; got = source->read(buffer, sizeof buffer)) out.append(buffer, got);
  if (const auto damage = source->damage()) {
    CHECK(damage->where == file.path);
    out += "|" + damage->message;
  }
  return out;
}

}  // namespace

TEST_CASE("a file comes a piece at a time, unpacked where it is packed", "[fetch]") {
  std::string long_text;
  for (int i = 0; i < 50000; ++i) long_text += "line " + std::to_string(i * 7919 % 100003) + "\n";
  for (const std::string& text : {std::string(), std::string("a"), std::string("plain text"), long_text}) {
    DYNAMIC_SECTION(text.size() << " bytes") {
      CHECK(read_all(text) == text);
      CHECK(read_all(gzip(text)) == text);
      CHECK(read_all(zstd(text)) == text);
      CHECK(read_all(gzip(text) + gzip(text)) == text + text);
      CHECK(read_all(zstd(text) + zstd(text)) == text + text);
    }
  }
}

TEST_CASE("packed data that is cut short or corrupt is not passed over", "[fetch]") {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += std::to_string(i * 7919 % 100003) + "\n";
  for (const std::string& packed : {gzip(text), zstd(text)}) {
    const std::string cut = read_all(packed.substr(0, packed.size() / 2));
    CHECK(cut.ends_with("|compressed data that is corrupt or cut short"));
    CHECK(text.starts_with(cut.substr(0, cut.find('|'))));
  }
  std::string spoiled = gzip(text);
  spoiled[spoiled.size() / 2] = static_cast<char>(spoiled[spoiled.size() / 2] ^ 0x55);
  CHECK(read_all(spoiled).ends_with("|compressed data that is corrupt or cut short"));
}

TEST_CASE("a file that is none says so", "[fetch]") {
  CHECK(FileSource::open("/tmp").error().message == "a directory, not a file");
  CHECK(FileSource::open("/tmp/onrecord-no-such-file").error().where == "/tmp/onrecord-no-such-file");
}

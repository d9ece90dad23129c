#include "fetch/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

namespace onrecord {

struct FileSource::State {
  std::string path;
  gzFile file = nullptr;               // zlib hands on what is not gzip as it is
  ZSTD_DStream* zstd = nullptr;        // only where the file is zstd
  std::string packed;                  // read from the file and not yet handed on or unpacked
  std::size_t at = 0;                  // in `packed`
  bool frame_ended = true;             // zstd: between two frames
  bool begun = false;
  std::string damage;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (zstd != nullptr) ZSTD_freeDStream(zstd);
    if (file != nullptr) gzclose(file);
  }

  std::size_t from_file(char* to, std::size_t most) {
    const int got = gzread(file, to, static_cast<unsigned>(std::min<std::size_t>(most, std::size_t{1} << 30U)));
    if (got > 0) return static_cast<std::size_t>(got);
    int code = Z_OK;
    const char* said = gzerror(file, &code);
    if (code == Z_ERRNO) damage = std::string("cannot be read: ") + std::strerror(errno);
    else if (code == Z_BUF_ERROR || code == Z_DATA_ERROR) damage = "compressed data that is corrupt or cut short";
    else if (code != Z_OK && code != Z_STREAM_END) damage = std::string("cannot be read: ") + said;
    return 0;
  }

  // More of the file into `packed`, all of which has been used.
  bool fill() {
    packed.resize(std::size_t{1} << 16U);
    packed.resize(from_file(packed.data(), packed.size()));
    at = 0;
    return !packed.empty();
  }

  void begin() {
    begun = true;
    if (fill() && packed.starts_with(std::string_view("\x28\xB5\x2F\xFD", 4))) zstd = ZSTD_createDStream();
  }

  std::size_t from_zstd(char* to, std::size_t most) {
    while (damage.empty()) {
      if (at == packed.size() && !fill()) {
        if (!frame_ended && damage.empty()) damage = "compressed data that is corrupt or cut short";
        return 0;
      }
      ZSTD_inBuffer in{packed.data(), packed.size(), at};
      ZSTD_outBuffer out{to, most, 0};
      const std::size_t left = ZSTD_decompressStream(zstd, &out, &in);
      at = in.pos;
      if (ZSTD_isError(left) != 0U) damage = "compressed data that is corrupt or cut short";
      frame_ended = left == 0;
      if (out.pos > 0) return out.pos;
    }
    return 0;
  }
};

FileSource::FileSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileSource::FileSource(FileSource&&) noexcept = default;
FileSource& FileSource::operator=(FileSource&&) noexcept = default;
FileSource::~FileSource() = default;

Result<FileSource> FileSource::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::BadInput, std::strerror(errno), path, "check the path"};
  struct stat status{};
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(descriptor);
    return Error{ErrorCode::BadInput, "a directory, not a file", path, "name the files in it"};
  }
  auto state = std::make_unique<State>();
  state->path = path;
  state->file = gzdopen(descriptor, "rb");
  if (state->file == nullptr) {
    close(descriptor);
    return Error{ErrorCode::Failed, "out of memory", path, ""};
  }
  return FileSource(std::move(state));
}

std::size_t FileSource::read(char* to, std::size_t most) {
  State& s = *state_;
  if (!s.begun) s.begin();
  if (s.zstd != nullptr) return s.from_zstd(to, most);
  if (s.at < s.packed.size()) {
    const std::size_t size = std::min(most, s.packed.size() - s.at);
    std::memcpy(to, s.packed.data() + s.at, size);
    s.at += size;
    return size;
  }
  return s.from_file(to, most);
}

std::optional<Error> FileSource::damage() const {
  if (state_->damage.empty()) return {};
  return Error{ErrorCode::BadInput, state_->damage, state_->path, "what was read until there is good; get the file again for the rest"};
}

}  // namespace onrecord

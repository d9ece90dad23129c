#include "fetch/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace onrecord {

Result<std::function<std::size_t(char*, std::size_t)>> open_file(const std::string& path) {
  const int descriptor = path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::BadInput, std::strerror(errno), path, "check the path"};
  struct stat status{};
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(descriptor);
    return Error{ErrorCode::BadInput, "a directory, not a file", path, "name the files in it"};
  }
  // zlib hands on what is not gzip as it is.
  const gzFile file = gzdopen(descriptor, "rb");
  if (file == nullptr) {
    close(descriptor);
    return Error{ErrorCode::Failed, "out of memory", path, ""};
  }
  const std::shared_ptr<gzFile_s> held(file, [](gzFile f) { gzclose(f); });
  return std::function<std::size_t(char*, std::size_t)>([held](char* to, std::size_t most) -> std::size_t {
    const int got = gzread(held.get(), to, static_cast<unsigned>(std::min<std::size_t>(most, std::size_t{1} << 30U)));
    return got > 0 ? static_cast<std::size_t>(got) : 0;
  });
}

}  // namespace onrecord

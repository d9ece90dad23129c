#include "fetch/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>

namespace onrecord {
namespace {

bool is_gzip(std::string_view bytes) { return bytes.size() > 2 && bytes.starts_with("\x1F\x8B"); }
bool is_zstd(std::string_view bytes) { return bytes.starts_with(std::string_view("\x28\xB5\x2F\xFD", 4)); }

Error too_large(std::size_t most) {
  return {ErrorCode::BadInput, "unpacks to more than " + std::to_string(most >> 20U) + " MB", "",
          "unpack it and give the article alone"};
}
Error corrupt() {
  return {ErrorCode::BadInput, "compressed data that is corrupt or cut short", "", "get the file again"};
}

Result<std::string> unpack_gzip(std::string_view bytes, std::size_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 32) != Z_OK) return corrupt();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  std::string out;
  std::string buffer(std::size_t{1} << 16U, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  std::size_t left = bytes.size();
  for (;;) {
    if (stream.avail_in == 0 && left > 0) {
      stream.avail_in = static_cast<uInt>(std::min<std::size_t>(left, std::size_t{1} << 30U));
      left -= stream.avail_in;
    }
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    const int result = inflate(&stream, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return corrupt();
    out.append(buffer, 0, buffer.size() - stream.avail_out);
    if (out.size() > most) return too_large(most);
    if (result == Z_STREAM_END) {
      // Members may follow one another; anything else after the end is padding.
      const std::string_view rest(reinterpret_cast<const char*>(stream.next_in), stream.avail_in + left);
      if (!is_gzip(rest)) return out;
      if (inflateReset(&stream) != Z_OK) return corrupt();
      continue;
    }
    if (stream.avail_in == 0 && left == 0 && stream.avail_out > 0) return corrupt();
  }
}

Result<std::string> unpack_zstd(std::string_view bytes, std::size_t most) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  if (stream == nullptr) return corrupt();
  std::string out;
  std::string buffer(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t result = 1;
  for (;;) {
    ZSTD_outBuffer to{buffer.data(), buffer.size(), 0};
    const std::size_t before = in.pos;
    result = ZSTD_decompressStream(stream.get(), &to, &in);
    if (ZSTD_isError(result) != 0U) return corrupt();
    out.append(buffer, 0, to.pos);
    if (out.size() > most) return too_large(most);
    if (in.pos == in.size && to.pos < buffer.size()) break;
    if (in.pos == before && to.pos == 0) break;
  }
  if (result != 0) return corrupt();
  return out;
}

}  // namespace

bool is_packed(std::string_view bytes) { return is_gzip(bytes) || is_zstd(bytes); }

Result<std::string> unpack(std::string_view bytes, std::size_t most) {
  if (is_gzip(bytes)) return unpack_gzip(bytes, most);
  if (is_zstd(bytes)) return unpack_zstd(bytes, most);
  return std::string(bytes);
}

}  // namespace onrecord

// Bytes on their way out: gathered here, handed on in large pieces.
//
//   Buffer out([](std::string_view bytes) { return write_all(1, bytes); });
//   out.append("v,w\n");
//   out.flush();
//
// Hands its bytes to the drain once 64 KB have come together, and at flush(). A drain that returns false has failed:
// the buffer stops there, drops what follows and says so by ok(). Without a drain it simply grows.
#pragma once

#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>
#include <string_view>

namespace onrecord {

class Buffer {
 public:
  using Drain = std::function<bool(std::string_view)>;

  Buffer() = default;
  explicit Buffer(Drain drain) : drain_(std::move(drain)) {}

  // Room for `size` further bytes, to be written in place and then claimed by took(end).
  [[nodiscard]] char* room(std::size_t size) {
    if (capacity_ - used_ < size) grow(size);
    return bytes_.get() + used_;
  }

  // Claims what was written into the last room(), up to `end`. May hand the bytes on.
  void took(const char* end) {
    used_ = static_cast<std::size_t>(end - bytes_.get());
    if (drain_ && used_ >= kPiece) flush();
  }

  void append(std::string_view text) {
    if (drain_ && text.size() >= kPiece) return hand_on(text);
    char* to = room(text.size());
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    took(to + text.size());
  }
  void append(char c) {
    char* to = room(1);
    *to = c;
    took(to + 1);
  }

  // Hands on what is gathered. Returns ok().
  bool flush() {
    if (drain_ && used_ > 0) {
      if (ok_) ok_ = drain_(view());
      used_ = 0;
    }
    return ok_;
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool empty() const { return used_ == 0; }
  // What is gathered and not handed on; good until the next change.
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), used_}; }
  void clear() { used_ = 0; }

 private:
  static constexpr std::size_t kPiece = 64 * 1024;

  void grow(std::size_t size);
  // What is a large piece by itself goes on as it is, behind what was gathered.
  void hand_on(std::string_view text) {
    if (flush()) ok_ = drain_(text);
  }

  Drain drain_;
  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t used_ = 0;
  bool ok_ = true;
};

}  // namespace onrecord

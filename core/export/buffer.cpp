#include "export/buffer.h"

#include <algorithm>

namespace onrecord {

void Buffer::grow(std::size_t size) {
  const std::size_t wanted = std::max({capacity_ * 2, used_ + size, kPiece + kPiece / 4});
  std::unique_ptr<char[]> bytes(new char[wanted]);  // not zeroed: every byte is written before it is read
  if (used_ > 0) std::memcpy(bytes.get(), bytes_.get(), used_);
  bytes_ = std::move(bytes);
  capacity_ = wanted;
}

}  // namespace onrecord

#include "text/code_points.h"

#include <algorithm>
#include <cassert>

namespace onrecord {
namespace {

constexpr std::uint32_t kBlock = 64;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// Bytes of [begin, end), at most a block, that begin a character. The plain loop is what compilers vectorise, the
// better for a small counter.
std::uint32_t count_characters(const char* begin, const char* end) {
  std::uint8_t count = 0;
  for (const char* p = begin; p != end; ++p) count = static_cast<std::uint8_t>(count + (starts_character(*p) ? 1U : 0U));
  return count;
}

}  // namespace

void CodePoints::reset(std::string_view text) {
  text_ = text;
  before_block_.clear();
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    before_block_.push_back(count);
    const char* block = text.data() + at;
    count += count_characters(block, block + std::min<std::size_t>(kBlock, text.size() - at));
  }
  ascii_ = count == text.size();
}

std::uint32_t CodePoints::from_byte(std::uint32_t byte_offset) const {
  assert(byte_offset <= text_.size());
  if (ascii_ || byte_offset == 0) return byte_offset;
  const std::uint32_t block = (byte_offset - 1) / kBlock;
  const char* begin = text_.data() + block * kBlock;
  if (text_.size() - block * kBlock < kBlock) return before_block_[block] + count_characters(begin, text_.data() + byte_offset);
  // All of the block, of which what stands behind counts nothing: a loop whose length never changes has no branch to guess.
  const std::uint32_t bytes = byte_offset - block * kBlock;
  std::uint8_t count = 0;
  for (std::uint8_t i = 0; i < kBlock; ++i) count = static_cast<std::uint8_t>(count + (starts_character(begin[i]) & (i < bytes) ? 1U : 0U));
  return before_block_[block] + count;
}

std::uint32_t CodePoints::to_byte(std::uint32_t index) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (ascii_) return std::min(index, size);
  auto block = std::upper_bound(before_block_.begin(), before_block_.end(), index) - before_block_.begin();
  if (block == 0) return 0;
  std::uint32_t at = static_cast<std::uint32_t>(block - 1) * kBlock;
  std::uint32_t count = before_block_[static_cast<std::size_t>(block - 1)];
  for (; at < size; ++at) {
    if (!starts_character(text_[at])) continue;
    if (count == index) return at;
    ++count;
  }
  return size;
}

}  // namespace onrecord

#include "store/sightings/recent_fingerprints.h"

#include <iterator>
#include <string_view>
#include <utility>

namespace onrecord {
namespace {

constexpr std::size_t kBytes = 16;

void append(std::string& out, std::uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(number >> static_cast<unsigned>(shift) & 0xFFU);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = at; i < at + 8; ++i) number = number << 8U | static_cast<unsigned char>(bytes[i]);
  return number;
}

// Two sorted ranges that stand one behind the other become one.
void merge_at(std::vector<Fingerprint>& both, std::size_t middle) {
  std::inplace_merge(both.begin(), both.begin() + static_cast<std::ptrdiff_t>(middle), both.end());
}

}  // namespace

RecentFingerprints::RecentFingerprints(Database& db, const std::string& table)
    : read_(db, "SELECT piece, fingerprints FROM " + table + " ORDER BY piece"),
      write_(db, "INSERT OR REPLACE INTO " + table + "(piece, fingerprints) VALUES (?1, ?2)"),
      delete_(db, "DELETE FROM " + table + " WHERE piece = ?1") {}

void RecentFingerprints::forget() {
  pieces_.clear();
  gone_.clear();
  loaded_ = false;
}

void RecentFingerprints::load() {
  if (loaded_) return;
  loaded_ = true;
  read_.reset();
  while (read_.step()) {
    Piece piece{read_.integer(0), {}, true, false};
    const std::string_view bytes = read_.view(1);
    piece.sorted.reserve(bytes.size() / kBytes);
    for (std::size_t at = 0; at + kBytes <= bytes.size(); at += kBytes)
      piece.sorted.push_back({number_at(bytes, at), static_cast<std::int64_t>(number_at(bytes, at + 8))});
    pieces_.push_back(std::move(piece));
  }
  read_.reset();
}

void RecentFingerprints::add(std::vector<Fingerprint> sorted) {
  if (sorted.empty()) return;
  load();
  pieces_.push_back({pieces_.empty() ? 1 : pieces_.back().number + 1, std::move(sorted)});
  while (pieces_.size() > 1) {
    Piece &last = pieces_.back(), &before = pieces_[pieces_.size() - 2];
    if (before.sorted.size() >= last.sorted.size() * 2) break;
    const std::size_t middle = before.sorted.size();
    before.sorted.insert(before.sorted.end(), last.sorted.begin(), last.sorted.end());
    merge_at(before.sorted, middle);
    before.changed = true;
    if (last.stored) gone_.push_back(last.number);
    pieces_.pop_back();
  }
}

bool RecentFingerprints::erase(const Fingerprint& fingerprint) {
  load();
  for (Piece& piece : pieces_) {
    const auto at = std::lower_bound(piece.sorted.begin(), piece.sorted.end(), fingerprint);
    if (at == piece.sorted.end() || *at != fingerprint) continue;
    piece.sorted.erase(at);
    piece.changed = true;
    return true;
  }
  return false;
}

void RecentFingerprints::write() {
  for (const std::int64_t number : gone_) delete_.run(number);
  gone_.clear();
  std::string bytes;
  for (Piece& piece : pieces_) {
    if (!piece.changed) continue;
    bytes.clear();
    bytes.reserve(piece.sorted.size() * kBytes);
    for (const Fingerprint& f : piece.sorted) {
      append(bytes, f.hash);
      append(bytes, static_cast<std::uint64_t>(f.id));
    }
    write_.with(piece.number).bind_blob(2, bytes);
    write_.run_bound();
    piece.stored = true;
    piece.changed = false;
  }
}

std::size_t RecentFingerprints::size() {
  load();
  std::size_t size = 0;
  for (const Piece& piece : pieces_) size += piece.sorted.size();
  return size;
}

std::vector<Fingerprint> RecentFingerprints::take() {
  load();
  std::vector<Fingerprint> all;
  for (Piece& piece : pieces_) {
    const std::size_t middle = all.size();
    all.insert(all.end(), piece.sorted.begin(), piece.sorted.end());
    merge_at(all, middle);
    if (piece.stored) gone_.push_back(piece.number);
  }
  pieces_.clear();
  return all;
}

}  // namespace onrecord

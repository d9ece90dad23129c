#include "extract/rules/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

namespace onrecord {

std::uint64_t feature_key(std::string_view name) {
  std::uint64_t key = 0;
  for (const std::uint64_t place : kPlaces) {
    const std::size_t bar = name.find('|');
    key += part_hash(name.substr(0, bar)) * place;
    if (bar == std::string_view::npos) break;
    name.remove_prefix(bar + 1);
  }
  return key;
}

Weights::Weights() : Weights([] {
  static constexpr Slot kSlots[2];
  static constexpr std::uint16_t kDisplacements[1] = {};
  return Table{kSlots, kDisplacements};
}()) {}

Weights::Weights(Table table)
    : slots_(table.slots),
      displacements_(table.displacements),
      slot_shift_(64 - static_cast<unsigned>(std::countr_zero(slots_.size()))),
      bucket_mask_(displacements_.size() - 1) {}

std::shared_ptr<const Weights::Owned> Weights::place_all(const std::vector<Entry>& entries, std::size_t slots) {
  auto out = std::make_shared<Owned>();
  out->slots.resize(slots);
  out->displacements.resize(std::max<std::size_t>(1, slots / 4));
  const Weights empty(Table{out->slots, out->displacements});  // knows the places
  std::vector<std::vector<const Entry*>> buckets(out->displacements.size());
  for (const Entry& entry : entries) buckets[empty.bucket(entry.key)].push_back(&entry);
  std::vector<std::size_t> order(buckets.size());  // the fullest first: while there is room
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return buckets[a].size() > buckets[b].size(); });
  std::vector<bool> taken(slots, false);
  for (const std::size_t b : order) {
    std::uint32_t displacement = 0;
    for (;; ++displacement) {
      if (displacement > 0xFFFF) return nullptr;
      std::size_t placed = 0;
      for (; placed < buckets[b].size(); ++placed) {
        const std::size_t at = empty.place(buckets[b][placed]->key, static_cast<std::uint16_t>(displacement));
        if (taken[at]) break;
        taken[at] = true;
      }
      if (placed == buckets[b].size()) break;
      while (placed-- > 0) taken[empty.place(buckets[b][placed]->key, static_cast<std::uint16_t>(displacement))] = false;
    }
    out->displacements[b] = static_cast<std::uint16_t>(displacement);
    for (const Entry* entry : buckets[b])
      out->slots[empty.place(entry->key, out->displacements[b])] = {static_cast<std::uint32_t>(entry->key), entry->units};
  }
  return out;
}

Weights Weights::build(std::vector<Entry> entries) {
  // Of a key that is given twice the last counts.
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (i + 1 == entries.size() || entries[i + 1].key != entries[i].key) entries[kept++] = entries[i];
  entries.resize(kept);
  std::size_t slots = 16;
  while (slots * 7 < entries.size() * 8) slots *= 2;
  std::shared_ptr<const Owned> owned = place_all(entries, slots);
  for (; owned == nullptr; slots *= 2) owned = place_all(entries, slots * 2);
  Weights out(Table{owned->slots, owned->displacements});
  out.owned_ = std::move(owned);
  return out;
}

Result<Weights> Weights::read(std::string_view text, std::string_view file) {
  std::vector<Entry> entries;
  int line_number = 0;
  while (!text.empty()) {
    ++line_number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.rfind('\t');
    float weight = 0;
    const char* begin = tab == std::string_view::npos ? nullptr : line.data() + tab + 1;
    if (begin == nullptr || std::from_chars(begin, line.data() + line.size(), weight).ec != std::errc())
      return Error{ErrorCode::BadInput, "a weight needs: name, tab, number", fmt::format("{}:{}", file, line_number), {}};
    entries.push_back({feature_key(line.substr(0, tab)), static_cast<std::int32_t>(std::lround(weight * kUnits))});
  }
  return build(std::move(entries));
}

Weights Weights::from(const std::vector<std::pair<std::uint64_t, double>>& log_odds) {
  std::vector<Entry> entries;
  for (const auto& [key, weight] : log_odds) entries.push_back({key, static_cast<std::int32_t>(std::lround(weight * kUnits))});
  return build(std::move(entries));
}

}  // namespace onrecord

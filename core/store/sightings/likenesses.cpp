#include "store/sightings/likenesses.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::size_t kHeads = 8;
// Of a text, about.
constexpr std::int64_t kFingerprints = 3;
// So many recent fingerprints stay where they are; of a long record one in eight of all, but no more than are soon read by a program
// that adds a single article.
constexpr std::int64_t kFewRecent = 1 << 15, kPartRecent = 8, kMostRecent = 1 << 19;

std::int64_t as_key(std::uint64_t hash) { return static_cast<std::int64_t>(hash); }
std::uint64_t rank(std::uint64_t hash) { return hash >> kBesideBits; }  // within its run

// SQL with the names of the tables: {owner}, {id}, {place}, {words}, {sketches}, {groups}.
std::string sql_for(const Likeness& kind, std::string_view sql) {
  const std::pair<std::string_view, const char*> names[] = {{"{owner}", kind.owner},       {"{id}", kind.id},
                                                            {"{place}", kind.place},       {"{words}", kind.words},
                                                            {"{sketches}", kind.sketches}, {"{groups}", kind.groups}};
  std::string out(sql);
  for (const auto& [name, value] : names)
    for (std::size_t at = out.find(name); at != std::string::npos; at = out.find(name, at)) out.replace(at, name.size(), value);
  return out;
}

// How many of those that share a run, in order, are its heads: eight, and whoever stands level with the eighth.
template <typename All>
std::size_t heads_of(const All& sharing) {
  if (sharing.size() <= kHeads) return sharing.size();
  std::size_t heads = kHeads;
  while (heads < sharing.size() && rank(sharing[heads].hash) == rank(sharing[kHeads - 1].hash)) ++heads;
  return heads;
}

}  // namespace

Likenesses::Likenesses(Database& db, const Likeness& kind)
    : db_(db),
      kind_(kind),
      with_run_(db, sql_for(kind, "SELECT hash, {id} FROM {sketches} WHERE hash BETWEEN ?1 AND ?2 ORDER BY hash")),
      with_hash_(db, sql_for(kind, "SELECT {id} FROM {sketches} WHERE hash = ?1")),
      insert_hash_(db, sql_for(kind, "INSERT INTO {sketches}(hash, {id}) VALUES (?1, ?2)")),
      delete_hash_(db, sql_for(kind, "DELETE FROM {sketches} WHERE hash = ?1 AND {id} = ?2")),
      words_of_(db, sql_for(kind, "SELECT {words} FROM {owner} WHERE {id} = ?1")),
      row_of_(db, sql_for(kind, "SELECT like_id, group_id FROM {groups} WHERE {id} = ?1")),
      insert_row_(db, sql_for(kind, "INSERT INTO {groups}({id}, like_id, group_id) VALUES (?1, ?2, ?3)")),
      change_row_(db, sql_for(kind, "UPDATE {groups} SET like_id = ?2 WHERE {id} = ?1")),
      delete_row_(db, sql_for(kind, "DELETE FROM {groups} WHERE {id} = ?1")),
      under_(db, sql_for(kind, "SELECT {id} FROM {groups} WHERE like_id = ?1 ORDER BY {id}")),
      members_under_(db, sql_for(kind, "SELECT {id}, {place} FROM {groups} JOIN {owner} USING ({id}) WHERE like_id = ?1")),
      place_of_(db, sql_for(kind, "SELECT {place} FROM {owner} WHERE {id} = ?1")),
      name_row_(db, sql_for(kind, "UPDATE {groups} SET group_id = ?2 WHERE {id} = ?1 AND group_id IS NOT ?2")),
      recent_(db, sql_for(kind, "recent_{sketches}")),
      filter_(db, sql_for(kind, "SELECT hash FROM {sketches}"), recent_) {}

const Likenesses::Text& Likenesses::text(std::int64_t id) {
  const auto known = texts_.find(id);
  if (known != texts_.end()) return known->second;
  Text text;
  words_of_.with(id);
  if (words_of_.step()) text.words = word_hashes(words_of_.view(0));
  words_of_.reset();
  text.sketch = kind_.sketch(text.words);
  return texts_.emplace(id, std::move(text)).first->second;
}

std::int64_t Likenesses::about_all() {
  return kFingerprints * db_.integer(sql_for(kind_, "SELECT max({id}) FROM {owner}"));
}

// Before the first question of a transaction: what other programs wrote.
void Likenesses::look() {
  if (rows_ >= 0) return;
  if (filter_.look_again()) recent_.forget();
  rows_ = about_all();
}

// Those that share the run of a fingerprint, in their order: its heads, or all.
std::vector<Likenesses::Shared> Likenesses::sharing(std::uint64_t hash, bool all) {
  look();
  const std::uint64_t first = hash >> kRunShift << kRunShift, last = first | ((std::uint64_t{1} << kRunShift) - 1);
  std::vector<Shared> out;
  if (filter_.may_hold(hash, rows_)) {
    with_run_.with(as_key(first), as_key(last));
    while (with_run_.step()) {
      const Shared next{static_cast<std::uint64_t>(with_run_.integer(0)), with_run_.integer(1)};
      if (!all && out.size() >= kHeads && rank(next.hash) != rank(out.back().hash)) break;
      out.push_back(next);
    }
    with_run_.reset();
    recent_.each_between(first, last, [&](const Fingerprint& f) { out.push_back(f); });
  }
  for (auto at = unwritten_.lower_bound({first, 0}); at != unwritten_.end() && at->hash <= last; ++at) out.push_back(*at);
  std::sort(out.begin(), out.end());
  if (!all) out.resize(heads_of(out));
  return out;
}

bool Likenesses::resemble(std::int64_t a, std::int64_t b) {
  const Text &one = text(a), &other = text(b);
  return one.sketch.standing < other.sketch.standing ? kind_.alike(one.words, other.words) : kind_.alike(other.words, one.words);
}

// The text of the very same words that stands for all of them; `sharing_first` are the heads of the first run.
std::int64_t Likenesses::find_same(const Text& own, const std::vector<Shared>& sharing_first) {
  const std::uint64_t hash = own.sketch.hashes[0];
  for (const Shared& head : sharing_first)
    if (head.hash == hash && text(head.id).words == own.words) return head.id;
  if (sharing_first.size() < kHeads || rank(hash) <= rank(sharing_first.back().hash)) return 0;
  std::int64_t found = 0;
  const auto look_at = [&](std::int64_t other) {
    if (text(other).words == own.words) found = other;
  };
  with_hash_.with(as_key(hash));
  while (found == 0 && with_hash_.step()) look_at(with_hash_.integer(0));
  with_hash_.reset();
  recent_.each_between(hash, hash, [&](const Fingerprint& f) {
    if (found == 0) look_at(f.id);
  });
  for (auto at = unwritten_.lower_bound({hash, 0}); found == 0 && at != unwritten_.end() && at->hash == hash; ++at) look_at(at->id);
  return found;
}

std::int64_t Likenesses::find_fuller(std::int64_t id) {
  const Sketch own = text(id).sketch;
  std::int64_t fuller = 0;
  for (std::size_t i = 0; i < own.count; ++i) {
    for (const Shared& head : sharing(own.hashes[i], false)) {
      if (head.id == id || head.id == fuller || !may_share_words(head.hash, own.hashes[i])) continue;
      const std::uint64_t standing = text(head.id).sketch.standing;
      if (standing >= own.standing || (fuller != 0 && standing >= text(fuller).sketch.standing)) continue;
      if (resemble(head.id, id)) fuller = head.id;
    }
  }
  return fuller;
}

// Hangs a text under another that resembles it, if that is fuller than what it hangs under.
void Likenesses::offer(std::int64_t id, std::int64_t fuller) {
  const Row now = row(id);
  if (now.like == 0 || text(fuller).sketch.standing < text(now.like).sketch.standing) hang(id, fuller);
}

void Likenesses::place(std::int64_t id, Text given) {
  const Text& own = texts_.insert_or_assign(id, std::move(given)).first->second;
  if (own.sketch.count == 0) return;
  std::vector<Shared> others = sharing(own.sketch.hashes[0], false);
  if (const std::int64_t same = find_same(own, others); same != 0) {
    hang(id, same);
    return;
  }
  std::int64_t fuller = 0;
  std::vector<std::int64_t> compared, displaced;
  for (std::size_t i = 0; i < own.sketch.count; ++i) {
    const std::uint64_t hash = own.sketch.hashes[i];
    if (i > 0) others = sharing(hash, false);
    const std::size_t heads = others.size();
    const bool is_head = heads < kHeads || rank(hash) <= rank(others.back().hash);
    if (is_head && heads >= kHeads) {
      others = sharing(hash, true);
      const auto at = std::upper_bound(others.begin(), others.end(), hash, [](std::uint64_t h, const Shared& s) { return h < s.hash; });
      std::vector<Shared> now = others;
      now.insert(now.begin() + (at - others.begin()), {hash, id});
      for (std::size_t k = heads_of(now); k <= heads; ++k) displaced.push_back(now[k].id);
    }
    for (const Shared& other : others) {
      if (!may_share_words(other.hash, hash) || std::find(compared.begin(), compared.end(), other.id) != compared.end()) continue;
      compared.push_back(other.id);
      const std::uint64_t standing = text(other.id).sketch.standing;
      if (standing < own.sketch.standing) {
        if ((fuller == 0 || standing < text(fuller).sketch.standing) && resemble(other.id, id)) fuller = other.id;
      } else if (resemble(id, other.id)) {
        offer(other.id, id);
      }
    }
  }
  insert_sketch(id, own.sketch);
  if (fuller != 0) hang(id, fuller);
  for (const std::int64_t head : displaced)
    for (const std::int64_t other : hanging_under(head))
      if (text(other).words != text(head).words) hang(other, find_fuller(other));
}

void Likenesses::remove(std::int64_t id, std::string_view words) {
  Text own{word_hashes(words), {}};
  own.sketch = kind_.sketch(own.words);
  texts_.erase(id);
  const std::vector<std::int64_t> under = hanging_under(id);
  const Row before = row(id);
  if (before.like != 0) moved_.insert(before.like);
  const bool stood_for_all = delete_sketch(id, own.sketch);
  if (stood_for_all) {
    // Another of the very same words takes its place.
    std::int64_t heir = 0;
    for (const std::int64_t other : under)
      if (heir == 0 && text(other).words == own.words) heir = other;
    if (heir != 0) {
      insert_sketch(heir, own.sketch);
      hang(heir, before.like);
      for (const std::int64_t other : under)
        if (other != heir) hang(other, heir);
    } else {
      // Where it was a head, the next one is now.
      for (std::size_t i = 0; i < own.sketch.count; ++i) {
        const std::uint64_t hash = own.sketch.hashes[i];
        const std::vector<Shared> all = sharing(hash, true);
        const std::size_t heads = heads_of(all);
        std::vector<Shared> with = all;
        with.insert(std::upper_bound(with.begin(), with.end(), hash, [](std::uint64_t h, const Shared& s) { return h < s.hash; }),
                    {hash, id});
        for (std::size_t k = heads_of(with) - 1; k < heads; ++k) {
          for (std::size_t other = k + 1; other < all.size(); ++other)
            if (may_share_words(all[k].hash, all[other].hash) && text(all[k].id).sketch.standing < text(all[other].id).sketch.standing &&
                resemble(all[k].id, all[other].id))
              offer(all[other].id, all[k].id);
        }
      }
      for (const std::int64_t other : under) hang(other, find_fuller(other));
    }
  }
  if (before.there) delete_row_.run(id);
}

Likenesses::Row Likenesses::row(std::int64_t id) {
  Row out;
  row_of_.with(id);
  if (row_of_.step()) out = {true, row_of_.integer(0), row_of_.integer(1)};
  row_of_.reset();
  return out;
}

std::vector<std::int64_t> Likenesses::hanging_under(std::int64_t id) {
  std::vector<std::int64_t> out;
  under_.with(id);
  while (under_.step()) out.push_back(under_.integer(0));
  under_.reset();
  return out;
}

// Hangs a text under another, or under none (0).
void Likenesses::hang(std::int64_t id, std::int64_t fuller) {
  const Row now = row(id);
  if (now.like == fuller) return;
  const Row above = fuller == 0 ? Row{} : row(fuller);
  if (fuller != 0 && !above.there) {
    insert_row_.with(fuller).bind_null(2).bind_null(3);
    insert_row_.run_bound();
  }
  if (!now.there) {
    insert_row_.with(id, fuller).bind_or_null(3, above.group);
    insert_row_.run_bound();
    if (above.group == 0) moved_.insert(id);
    return;
  }
  change_row_.with(id).bind_or_null(2, fuller);
  change_row_.run_bound();
  moved_.insert(id);
  if (now.like != 0) moved_.insert(now.like);
}

void Likenesses::insert_sketch(std::int64_t id, const Sketch& sketch) {
  for (std::size_t i = 0; i < sketch.count; ++i) unwritten_.insert({sketch.hashes[i], id});
}

void Likenesses::write_sketches() {
  look();
  for (const Fingerprint& f : unwritten_) filter_.add(f.hash);
  recent_.add({unwritten_.begin(), unwritten_.end()});
  unwritten_.clear();
}

// Whether it had one.
bool Likenesses::delete_sketch(std::int64_t id, const Sketch& sketch) {
  look();
  bool there = false;
  for (std::size_t i = 0; i < sketch.count; ++i) {
    const Fingerprint fingerprint{sketch.hashes[i], id};
    if (unwritten_.erase(fingerprint) > 0 || recent_.erase(fingerprint)) {
      there = true;
      continue;
    }
    delete_hash_.run(as_key(fingerprint.hash), id);
    there = there || db_.changes() > 0;
  }
  return there;
}

void Likenesses::begin() {
  texts_.clear();
  rows_ = -1;
}

void Likenesses::forget() {
  begin();
  unwritten_.clear();
  moved_.clear();
  recent_.forget();
}

void Likenesses::settle() {
  std::set<std::int64_t> roots;
  for (std::int64_t id : moved_) {
    Row at = row(id);
    if (!at.there) continue;
    for (; at.like != 0; at = row(id)) id = at.like;
    roots.insert(id);
  }
  moved_.clear();
  for (const std::int64_t root : roots) name_group(root);
  texts_.clear();
  write_sketches();
  settle_recent();
}

// A tree of texts from several places is a group, named after its root; others have no name.
void Likenesses::name_group(std::int64_t root) {
  std::vector<std::int64_t> members{root};
  place_of_.with(root);
  const std::int64_t place = place_of_.step() ? place_of_.integer(0) : 0;
  place_of_.reset();
  bool several = false;
  for (std::size_t at = 0; at < members.size(); ++at) {
    members_under_.with(members[at]);
    while (members_under_.step()) {
      members.push_back(members_under_.integer(0));
      several = several || members_under_.integer(1) != place;
    }
    members_under_.reset();
  }
  if (members.size() == 1) {
    delete_row_.run(root);
    return;
  }
  for (const std::int64_t member : members) {
    name_row_.with(member).bind_or_null(2, several ? root : 0);
    name_row_.run_bound();
  }
}

// From time to time the recent ones are moved together, in order: that touches every page of the others, so it should be seldom.
void Likenesses::settle_recent() {
  if (static_cast<std::int64_t>(recent_.size()) >= std::clamp(about_all() / kPartRecent, kFewRecent, kMostRecent))
    for (const Fingerprint& f : recent_.take()) insert_hash_.run(as_key(f.hash), f.id);
  recent_.write();
}

}  // namespace onrecord

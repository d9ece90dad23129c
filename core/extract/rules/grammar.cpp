#include "extract/rules/grammar.h"

#include <bitset>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <span>

#include "base/embedded.h"

namespace onrecord {

std::span<const EmbeddedFile> extract_rules();

std::string_view Grammar::construct_name(std::uint16_t construct) const {
  if (construct < constructs.size()) return constructs[construct].id;
  return name_of(static_cast<BuiltIn>(construct - constructs.size()));
}

std::string_view Grammar::intent(std::uint16_t construct) const {
  if (construct < constructs.size()) return constructs[construct].intent;
  return intent_of(static_cast<BuiltIn>(construct - constructs.size()));
}

void Openings::add(std::uint16_t construct, const Construct& rule) {
  if (construct >= kInBundle) return;
  const std::uint64_t bit = std::uint64_t{1} << construct;
  if (rule.opens.matches_nothing()) always_ |= bit;
  const std::bitset<128> ends = rule.opens.may_end();
  for (std::size_t c = 0; c < begin_.size(); ++c) {
    if (rule.opens.may_begin(static_cast<char>(c))) begin_[c] |= bit;
    if (ends[c]) end_[c] |= bit;
  }
}

CueRules::Seconds CueRules::seconds_of(const Construct& rule) {
  Seconds out;
  for (std::size_t c = 0; c < out.size(); ++c) {
    const char first = static_cast<char>(c);
    const std::string_view next(&first, 1);
    out[c] = rule.skip.may_follow(next);  // more is skipped
    const std::size_t skipped = rule.skip.longest(next);
    if (skipped <= 1) out[c] |= rule.opens.may_follow(next.substr(skipped));
    if (skipped <= 1 && rule.opens.longest(next.substr(skipped)) != Pattern::npos) out[c].set();
  }
  return out;
}

void CueRules::add(std::uint16_t construct, const Seconds& seconds) {
  const auto in_bundle = static_cast<unsigned>(construct % kInBundle);
  for (std::size_t c = 0; c < bundles_.size(); ++c) {
    if (seconds[c].none()) continue;
    std::vector<Bundle>& bundles = bundles_[c];
    const auto from = static_cast<std::uint16_t>(construct - in_bundle);
    if (bundles.empty() || bundles.back().first != from) bundles.push_back({.before = {}, .first = from});
    std::array<std::uint64_t, 128>& before = bundles.back().before;
    for (std::size_t second = 0; second < before.size(); ++second) before[second] |= std::uint64_t{seconds[c][second]} << in_bundle;
  }
}

Grammar make_grammar(std::vector<Construct> own) {
  Grammar out;
  const auto need = [](const auto& result) {
    if (result) return;
    std::cerr << "onrecord: " << result.error().text() << '\n';
    std::abort();
  };
  for (const EmbeddedFile& file : extract_rules()) {
    if (file.name == "chunks.rules") {
      auto chunks = ChunkRules::compile(file.bytes);
      need(chunks);
      out.chunks = std::move(*chunks);
    } else if (file.name == "constructs.rules") {
      auto constructs = read_constructs(file.bytes);
      need(constructs);
      out.constructs = std::move(*constructs);
    }
  }
  std::move(own.begin(), own.end(), std::back_inserter(out.constructs));
  for (std::uint16_t i = 0; i < out.constructs.size(); ++i) {
    out.openings.add(i, out.constructs[i]);
    const CueRules::Seconds seconds = CueRules::seconds_of(out.constructs[i]);
    for (const char c : out.constructs[i].cue) out.by_cue[static_cast<unsigned char>(c) & 127U].add(i, seconds);
  }
  for (std::uint16_t i = 0; i < out.number(BuiltIn::Count); ++i) out.parts.emplace_back(out.construct_name(i));
  return out;
}

const Grammar& grammar() {
  static const Grammar built_in = make_grammar({});
  return built_in;
}

}  // namespace onrecord

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

void CueRules::add(std::uint16_t construct, const Construct& rule) {
  for (std::size_t c = 0; c < bundles_.size(); ++c) {
    const char first = static_cast<char>(c);
    const std::string_view next(&first, 1);
    std::bitset<128> seconds = rule.skip.may_follow(next);  // more is skipped
    const std::size_t skipped = rule.skip.longest(next);
    if (skipped <= 1) seconds |= rule.opens.may_follow(next.substr(skipped));
    if (skipped <= 1 && rule.opens.longest(next.substr(skipped)) != Pattern::npos) seconds.set();
    if (seconds.none()) continue;
    std::vector<Bundle>& bundles = bundles_[c];
    if (bundles.empty() || bundles.back().size == bundles.back().constructs.size()) bundles.emplace_back();
    Bundle& bundle = bundles.back();
    for (std::size_t second = 0; second < seconds.size(); ++second) bundle.before[second] |= std::uint64_t{seconds[second]} << bundle.size;
    bundle.constructs[bundle.size++] = construct;
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
  for (std::size_t i = 0; i < out.constructs.size(); ++i)
    for (const char c : out.constructs[i].cue)
      out.by_cue[static_cast<unsigned char>(c) & 127U].add(static_cast<std::uint16_t>(i), out.constructs[i]);
  for (std::uint16_t i = 0; i < out.number(BuiltIn::Count); ++i) out.parts.emplace_back(out.construct_name(i));
  return out;
}

const Grammar& grammar() {
  static const Grammar built_in = make_grammar({});
  return built_in;
}

}  // namespace onrecord

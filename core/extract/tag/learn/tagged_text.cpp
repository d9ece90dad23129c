#include "extract/tag/learn/tagged_text.h"

#include <fstream>
#include <iterator>
#include <map>

#include "extract/tag/tagger.h"
#include "ingest/read.h"
#include "lexicon/tags.h"
#include "text/code_points.h"

namespace onrecord {
namespace {

const std::map<std::string, char> kPenn = {
    {"NN", 'n'}, {"NNS", 'm'}, {"NNP", 'N'}, {"NNPS", 'M'}, {"VB", 'v'}, {"VBD", 'd'}, {"VBN", 'e'}, {"VBG", 'g'},
    {"VBP", 'p'}, {"VBZ", 'z'}, {"MD", 'h'}, {"JJ", 'j'}, {"JJR", 'k'}, {"JJS", 'k'}, {"RB", 'r'}, {"RBR", 'r'},
    {"RBS", 'r'}, {"IN", 'i'}, {"TO", 't'}, {"DT", 'D'}, {"PDT", 'D'}, {"PRP", 'P'}, {"PRP$", 'O'}, {"POS", '\''},
    {"CC", 'c'}, {"CD", '#'}, {"WDT", 'W'}, {"WP", 'W'}, {"WP$", 'W'}, {"WRB", 'w'}, {"EX", 'x'}, {"RP", 'R'},
    {"UH", 'u'}, {"FW", 'u'}, {"ADD", 'N'}, {"LS", '#'}};

struct Tagged {
  std::uint32_t begin, end;
  std::string tag;
};

// The other tagger's tag for a word that it cut at its hyphens.
char joined(const std::vector<Tagged>& all, std::size_t last) {
  const auto known = kPenn.find(all[last].tag);
  const char tag = known == kPenn.end() ? '\0' : known->second;
  const auto next = last + 1 < all.size() ? kPenn.find(all[last + 1].tag) : kPenn.end();
  const char after = next == kPenn.end() ? '\0' : next->second;
  if (tag == 'e' || tag == 'g' || tag == 'd' || tag == '#') return 'j';
  if ((tag == 'n' || tag == 'm') && (after == 'n' || after == 'm')) return 'j';
  return tag == 'R' || tag == 'i' ? 'n' : tag;
}

}  // namespace

std::unique_ptr<TaggedText> load_tagged(const std::filesystem::path& path, const std::filesystem::path& offsets) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  auto article = read_article(path.filename().string(), bytes, {});
  std::ifstream tags(offsets);
  if (!article || !tags) return nullptr;
  auto text = std::make_unique<TaggedText>();
  text->article = std::move(*article);
  segment(text->article, text->doc);
  tag_without_context(text->doc);
  const Tokens& t = text->doc.tokens;
  text->by_itself.assign(t.tag.begin(), t.tag.end());
  text->gold.assign(t.size(), '\0');
  text->by_word.assign(t.size(), 0);

  const CodePoints points(text->article.text);
  std::vector<Tagged> other;
  for (std::string line; std::getline(tags, line);) {
    if (line.empty()) continue;
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    other.push_back({points.to_byte(static_cast<std::uint32_t>(std::stoul(line.substr(0, first)))),
                     points.to_byte(static_cast<std::uint32_t>(std::stoul(line.substr(first + 1, second - first - 1)))),
                     line.substr(second + 1)});
  }
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    while (at < other.size() && other[at].end <= t.begin[i]) ++at;
    if (at == other.size() || other[at].begin != t.begin[i]) continue;
    std::size_t last = at;
    while (last + 1 < other.size() && other[last].end < t.end[i]) ++last;
    if (other[last].end != t.end[i]) continue;
    if (t.shape[i] & kMark) {
      text->gold[i] = t.tag[i] == tag::kPossessive || other[last].tag == "POS" ? (other[last].tag == "POS" ? '\'' : '*') : t.tag[i];
      continue;
    }
    if (last > at) {
      text->gold[i] = t.shape[i] & kHyphen ? joined(other, last) : '\0';
    } else if (const auto known = kPenn.find(other[at].tag); known != kPenn.end()) {
      text->gold[i] = known->second;
    }
  }
  return text;
}

}  // namespace onrecord

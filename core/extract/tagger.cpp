#include "extract/tagger.h"
#include "lexicon/tags.h"
namespace onrecord {
namespace {
using namespace word_class;
char mark_tag(std::string_view w) {
  if (w == ",") return tag::kComma;
  if (w[0] == '.' || w == "!" || w == "?" || w == "…") return tag::kStop;
  if (w == ":") return tag::kColon;
  if (w == ";") return tag::kSemicolon;
  if (w == "—" || w == "–" || w[0] == '-') return tag::kDash;
  if (w == "(" || w == "[" || w == "{") return tag::kOpen;
  if (w == ")" || w == "]" || w == "}") return tag::kClose;
  return tag::kMarkOther;
}
}
void tag_tokens(Document& doc) {
  Tokens& t = doc.tokens;
  const auto bears = [&](std::uint32_t i, char g) { return ((t.word[i]->tags >> kTagOrder.find(g)) & 1U) != 0; };
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    if (t.shape[i] & kMark) { t.tag[i] = mark_tag(doc.words(i)); continue; }
    const Word& w = *t.word[i];
    char g = w.tag;
    if (t.shape[i] & kCapital) {
      if (!(t.shape[i] & kFirst)) g = w.capital_tag; else if (w.id == 0 || !(w.classes & (kCommonWord|kFunctionWord))) g = 'N';
    } else if (w.id == 0) g = (t.shape[i] & kDigit) ? '#' : 'n';
    if (t.shape[i] & kDigit) g = '#';
    t.tag[i] = g;
  }
  for (const Quote& q : doc.quotes) {
    if (t.shape[q.open] & kMark) t.tag[q.open] = tag::kOpenQuote;
    if (q.closed) t.tag[q.close] = tag::kCloseQuote;
  }
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    const char p = i ? t.tag[i-1] : '.';
    std::uint32_t k = i; while (k && (t.tag[k-1] == 'r')) --k;
    const char pr = k ? t.tag[k-1] : '.';
    const bool have_before = k && (t.word[k-1]->classes & (kHave|kBe));
    char& g = t.tag[i];
    if (g == 'd' && have_before && bears(i, 'e')) g = 'e';
    else if (g == 'e' && !have_before && bears(i, 'd') && (p == 'N' || p == 'P' || p == 'W' || p == 'n' || p == 'm' || p == '>' || p==',' ) ) g = 'd';
    else if ((p == 't' || pr == 'h') && bears(i, 'v') && g != 'v' && g!='r') g = 'v';
    else if (g == 'v' && (p == 'D' || p == 'j' || p == 'O') && bears(i, 'n')) g = 'n';
    else if (g == 'z' && (p == 'D' || p == 'j' || p == 'O' || p == 'i' || p=='#') && bears(i, 'm')) g = 'm';
    else if (g == 'm' && (p == 'P' || p == 'N') && bears(i, 'z')) g = 'z';
    else if (g == 'v' && (p == 'P' || p == 'm' || p == 'M') && bears(i, 'p')) g = 'p';
    else if (g == 'n' && p == 'P' && bears(i, 'p')) g = 'p';
    if (doc.words(i) == "to" && i + 1 < t.size()) g = (((t.word[i+1]->tags >> kTagOrder.find('v')) & 1U) && !(t.shape[i+1] & kCapital)) ? 't' : 'i';
    if (doc.words(i) == "that" || doc.words(i) == "That") {
      if (p == 'n' || p == 'm') g = 'W'; else if (p == 'd' || p == 'z' || p == 'p' || p == 'g' || p == 'v' || p == 'j' || p=='e') g = 'H'; 
      if (g == 'H') g = 'i';
    }
    if (g == '\'' && (p == 'P' || p == 'W')) g = 'z';
  }
}
}

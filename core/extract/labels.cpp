// Names with a colon: transcripts, captions, headlines.
#include "extract/proposer.h"

#include <array>

#include "lexicon/tags.h"

namespace onrecord {

void Proposer::label() {
  if (at(0) != 'N' || at(1) != ':') {
    int i = 0;
    if (at(0) == 'N' && at(1) == '(') {
      i = 2;
      while (i < 8 && at(i) != ')' && at(i) != 0) ++i;
      if (at(i) != ')' || at(i + 1) != ':') return headline();
      return labelled(i + 1);
    }
    return headline();
  }
  labelled(1);
}

bool Proposer::kind_of_article(std::uint32_t lemma) {
  static const std::array<std::uint32_t, 20> kinds = [] {
    std::array<std::uint32_t, 20> out{};
    std::size_t i = 0;
    for (const char* word : {"opinion", "analysis", "comment", "review", "video", "watch", "live", "editorial", "exclusive", "update",
                             "explainer", "obituary", "letter", "column", "podcast", "photo", "picture", "background", "note", "correction"})
      out[i++] = look_up(word).lemma;
    return out;
  }();
  return std::find(kinds.begin(), kinds.end(), lemma) != kinds.end();
}

void Proposer::labelled(int colon) {
  const bool first = at_sentence_ == begin_;
  const Chunk& name = chunk(0);
  if (name.last - name.first > 5 || kind_of_article(doc_.tokens.word[name.first]->lemma)) return;
  if (!first && (doc_.tokens.shape[name.first] & kAllCapitals) == 0) {
    // Inside a paragraph only a quotation right behind the colon.
    if (at(colon + 1) != 'Q') return;
    Candidate candidate = base(rules_.number(BuiltIn::Label), colon);
    candidate.opens = colon + 1;
    candidate.cue_head = chunk(colon).first;
    candidate.content.add(tokens(colon + 1, quote_end(colon + 1, colon)));
    go_on(candidate);
    candidate.source = tokens(0, colon);
    candidate.form = SubjectForm::Adjacent;
    return keep(candidate);
  }
  Candidate candidate = base(rules_.number(BuiltIn::Label), colon);
  candidate.opens = colon + 1;
  candidate.cue_head = chunk(colon).first;
  candidate.content.add(tokens(colon + 1, size()));
  for (std::size_t i = at_sentence_ + 1; i < end_; ++i) {
    // Another label in the same paragraph begins another speaker's words.
    const std::string_view s = sentences_[i].chunks.symbols;
    if (s.size() > 1 && s[0] == 'N' && s[1] == ':') break;
    candidate.content.add({sentences_[i].sentence.first, sentences_[i].sentence.last});
  }
  candidate.source = tokens(0, colon);
  candidate.form = SubjectForm::Adjacent;
  keep(candidate);
}

void Proposer::headline() {
  if (!title_) return;
  const int last = last_chunk();
  if (last < 4 || at(last - 1) != 'N' || at(last - 2) != ':') return;
  Candidate candidate = base(rules_.number(BuiltIn::Credit), last - 2);
  candidate.opens = last - 2;
  candidate.content.add(tokens(0, last - 2));
  candidate.source = tokens(last - 1, last);
  candidate.form = SubjectForm::After;
  keep(candidate);
}

}  // namespace onrecord

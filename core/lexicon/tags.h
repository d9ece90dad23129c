// One byte for each part of speech: the Penn Treebank's tags, so that the tags of a sentence form a
// string a pattern can read. Marcus et al., "Building a large annotated corpus of English", 1993.
#pragma once

namespace onrecord::tag {

inline constexpr char kNoun = 'n';             // NN   bridge
inline constexpr char kNouns = 'm';            // NNS  bridges
inline constexpr char kName = 'N';             // NNP  Reyes
inline constexpr char kNames = 'M';            // NNPS Democrats
inline constexpr char kVerb = 'v';             // VB   (to) say
inline constexpr char kPast = 'd';             // VBD  said
inline constexpr char kParticiple = 'e';       // VBN  (was) told
inline constexpr char kGerund = 'g';           // VBG  saying
inline constexpr char kPresent = 'p';          // VBP  (they) say
inline constexpr char kThirdPerson = 'z';      // VBZ  says
inline constexpr char kModal = 'h';            // MD   would
inline constexpr char kAdjective = 'j';        // JJ   wary
inline constexpr char kComparative = 'k';      // JJR, JJS
inline constexpr char kAdverb = 'r';           // RB, RBR, RBS (and "not", "n't")
inline constexpr char kPreposition = 'i';      // IN   of; also "that", "because" as conjunctions
inline constexpr char kTo = 't';               // TO   to + verb; the preposition "to" is kPreposition
inline constexpr char kDeterminer = 'D';       // DT, PDT
inline constexpr char kPronoun = 'P';          // PRP  he
inline constexpr char kPossessivePronoun = 'O';// PRP$ his
inline constexpr char kPossessive = '\'';      // POS  's
inline constexpr char kConjunction = 'c';      // CC   and
inline constexpr char kNumber = '#';           // CD   45
inline constexpr char kWhPronoun = 'W';        // WDT, WP, WP$   who, which, that (relative)
inline constexpr char kWhAdverb = 'w';         // WRB  why
inline constexpr char kThere = 'x';            // EX   there is
inline constexpr char kParticle = 'R';         // RP   (point) out
inline constexpr char kOther = 'u';            // UH, FW, SYM
inline constexpr char kComma = ',';
inline constexpr char kStop = '.';             // . ! ? and the ellipsis
inline constexpr char kColon = ':';
inline constexpr char kSemicolon = ';';
inline constexpr char kDash = '-';             // a dash between words, not a hyphen
inline constexpr char kOpen = '(';             // ( [ {
inline constexpr char kClose = ')';
inline constexpr char kOpenQuote = '<';
inline constexpr char kCloseQuote = '>';
inline constexpr char kMarkOther = '*';        // any other mark

}  // namespace onrecord::tag

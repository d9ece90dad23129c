"""Counts how often each word bears each tag in text that another tagger has tagged, for make_words.py.

  python3 count_tags.py NEWS_FOLDER WORDNET_TAGGED > counts.tsv

Both inputs come from tag_text.py. A line of the result: word, where it was counted (news or wordnet), a count for words
in small letters and one for words with a capital inside a sentence, each as tag:count pairs. Words that never occur in
small letters are left out of the news counts unless a public word list has them: make_words.py sees to that.
"""
import glob
import sys
from collections import Counter, defaultdict

# Penn Treebank tags to the bytes of core/lexicon/tags.h.
HOUSE = {"NN": "n", "NNS": "m", "NNP": "N", "NNPS": "M", "VB": "v", "VBD": "d", "VBN": "e", "VBG": "g", "VBP": "p",
         "VBZ": "z", "MD": "h", "JJ": "j", "JJR": "k", "JJS": "k", "RB": "r", "RBR": "r", "RBS": "r", "IN": "i",
         "TO": "t", "DT": "D", "PDT": "D", "PRP": "P", "PRP$": "O", "POS": "'", "CC": "c", "CD": "#", "WDT": "W",
         "WP": "W", "WP$": "W", "WRB": "w", "EX": "x", "RP": "R", "UH": "u", "FW": "u", "SYM": "u", "XX": "u",
         "ADD": "N", "AFX": "j", "LS": "#", "$": "u"}


def joined(tokens):
    """Puts words that the other tagger cut at hyphens together again; (text, tag) pairs."""
    out = []
    glue = False
    for i, (text, tag) in enumerate(tokens):
        if tag == "HYPH" and out and i + 1 < len(tokens):
            out[-1] = (out[-1][0] + text, out[-1][1])
            glue = True
            continue
        if glue:
            first, before = out[-1]
            following = tokens[i + 1][1] if i + 1 < len(tokens) else ""
            if following == "HYPH":
                pass
            elif tag in ("VBN", "VBG", "VBD", "CD") or (tag in ("NN", "NNS") and following in ("NN", "NNS")):
                tag = "JJ"
            elif tag == "RP" or tag == "IN":
                tag = "NN"
            out[-1] = (first + text, tag)
            glue = False
            continue
        out.append((text, tag))
    return out


def news(folder):
    for name in sorted(glob.glob(folder + "/*.tagged")):
        for line in open(name, encoding="utf-8"):
            yield [tuple(t.rsplit("_", 1)) for t in line.split()]


def wordnet(path):
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#\t"):
            yield [tuple(t.rsplit("_", 1)) for t in line.split()]


def main():
    small, capital = defaultdict(Counter), defaultdict(Counter)
    for source, sentences in (("news", news(sys.argv[1])), ("wordnet", wordnet(sys.argv[2]))):
        for sentence in sentences:
            tokens = joined(sentence)
            start = True
            for text, tag in tokens:
                house = HOUSE.get(tag)
                text = text.replace("\u2019", "'")
                if house and any(c.isalpha() for c in text):
                    low = text.lower()
                    if text == low:
                        small[low, source][house] += 1
                    elif not start and not text.isupper():
                        capital[low, source][house] += 1
                if text in (".", "!", "?", ":", "...") or tag in ("``", "''", "-LRB-"):
                    start = True
                elif house:
                    start = False
    for key in sorted(set(small) | set(capital)):
        show = [" ".join(f"{t}:{n}" for t, n in c[key].most_common()) for c in (small, capital)]
        print(*key, *show, sep="\t")


main()

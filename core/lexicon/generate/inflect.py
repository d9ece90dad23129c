"""Inflected forms by WordNet's exceptions and the regular rules; which spellings are one word."""
import re
from collections import defaultdict

VOWELS = "aeiou"

# American and British spellings: rules that turn the British into the American form, used only when both words exist.
BRITISH = [
    (r"isation$", "ization"), (r"isations$", "izations"), (r"ise$", "ize"), (r"iser$", "izer"), (r"yse$", "yze"),
    (r"our$", "or"), (r"ourable$", "orable"), (r"oured$", "ored"), (r"ourite$", "orite"), (r"ouring$", "oring"),
    (r"tre$", "ter"), (r"bre$", "ber"), (r"ogue$", "og"), (r"ence$", "ense"), (r"gramme$", "gram"),
    (r"llor$", "lor"), (r"eller$", "eler"), (r"ell$", "el"), (r"fulfil$", "fulfill"), (r"enrol$", "enroll"),
    (r"jewellery$", "jewelry"), (r"^grey$", "gray"), (r"^tyre$", "tire"), (r"^kerb$", "curb"), (r"cheque$", "check"),
    (r"^plough$", "plow"), (r"^sceptic", "skeptic"), (r"^judgement$", "judgment"), (r"^acknowledgement$", "acknowledgment"),
    (r"^adviser$", "advisor"), (r"^paedi", "pedi"), (r"aesth", "esth"), (r"^gynae", "gyne"), (r"^haem", "hem"),
    (r"^defence", "defense"), (r"^offence", "offense"), (r"^licence", "license"), (r"^practise$", "practice"),
    (r"^spokes-person$", "spokesperson"), (r"^e-mail$", "email"), (r"^co-worker$", "coworker"), (r"^cofounder$", "co-founder"),
    (r"^programme$", "program"), (r"^mum$", "mom"), (r"^encyclopaedia$", "encyclopedia"), (r"^whistle-blower$", "whistleblower"),
]
# Pairs that the rules above would join though they are two words.
NOT_BRITISH = {"advise", "premise", "promise", "precise", "paradise", "exercise", "compromise", "revise", "surprise", "supervise",
               "televise", "franchise", "disguise", "despise", "devise", "arise", "rise", "wise", "raise", "praise", "noise",
               "poise", "bruise", "cruise", "excise", "incise", "demise", "guise", "merchandise", "enterprise", "our", "four",
               "hour", "pour", "tour", "sour", "your", "flour", "dour", "lour", "fibre-optic", "hence", "pence", "fence",
               "whence", "thence", "essence", "sentence", "silence", "absence", "presence", "metre", "cell", "tell",
               "sell", "fell", "bell", "well", "hell", "yell", "shell", "smell", "spell", "dwell", "swell", "quell", "compel",
               "contour", "velour", "prise", "size", "prize", "course", "dialogue", "analogue", "condense", "tense", "dense", "cense",
               "adviser", "dogger", "hogue", "vogue", "rogue", "license", "seller", "teller", "feller", "dweller", "rappell",
               "ell", "mell", "troll", "promise", "apprise", "comprise", "appell", "label", "bise", "mise", "vise", "anise", "valise"}


class Inflector:
    def __init__(self, wn, lemmas, words, counted, scowl):
        self.wn, self.lemmas, self.words, self.counted, self.scowl = wn, lemmas, words, counted, scowl
        self.verb_exceptions = defaultdict(list)      # base -> forms
        self.noun_exceptions = defaultdict(list)
        for part, table in (("v", self.verb_exceptions), ("n", self.noun_exceptions)):
            for form, bases in wn.exceptions[part].items():
                for base in bases:
                    table[base].append(form)

    # -- regular forms -------------------------------------------------------------------------------------------

    @staticmethod
    def with_s(word):
        if re.search(r"(?:[sxz]|[cs]h)$", word):
            return word + "es"
        if re.search(r"[^aeiou]y$", word):
            return word[:-1] + "ies"
        if re.search(r"[^aeiou]o$", word):
            return word + "es"
        return word + "s"

    @staticmethod
    def doubles(word):
        """A short vowel before one last consonant, in a word of one syllable: plan, stop."""
        return re.fullmatch(r"(?:[^aeiou]*|qu)[aeiou][^aeiouwxy]", word) is not None

    def with_ending(self, word, ending):
        """Candidates for word + ed or ing, the regular one first."""
        stem = word
        if word.endswith("ie") and ending == "ing":
            return [word[:-2] + "ying"]
        if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
            stem = word[:-1]
        elif word.endswith("ee") and ending == "ed":
            stem = word[:-1]
        elif re.search(r"[^aeiou]y$", word) and ending == "ed":
            return [word[:-1] + "ied"]
        elif word.endswith("c"):
            return [word + "k" + ending, word + ending]
        forms = [stem + ending]
        if re.search(r"[aeiou][^aeiouwxyh]$", word):
            doubled = word + word[-1] + ending
            forms = [doubled] + forms if self.doubles(word) else forms + [doubled]
        return forms

    def known(self, forms):
        """Those of the candidates that a list or the counts know; else the first."""
        good = [f for f in forms if f in self.scowl or sum(self.counted[f].values()) >= 2]
        return good or forms[:1]

    def verb_forms(self, base):
        """form -> tags"""
        out = defaultdict(str)

        def add(form, kinds):
            for k in kinds:
                if k not in out[form]:
                    out[form] += k
        irregular = IRREGULAR.get(base)
        if irregular:
            past, participle = irregular
            for f in past.split("/"):
                add(f, "d")
            for f in participle.split("/"):
                add(f, "e")
        else:
            for f in self.known(self.with_ending(base, "ed")):
                add(f, "de")
            for f in self.verb_exceptions.get(base, ()):
                if f.endswith("ed") and f[:2] == base[:2]:
                    add(f, "de")
        for f in self.known(self.with_ending(base, "ing")):
            add(f, "g")
        for f in self.verb_exceptions.get(base, ()):
            if f.endswith("ing"):
                add(f, "g")
        add(SPECIAL_S.get(base, self.with_s(base)), "z")
        return out

    def noun_plurals(self, base):
        forms = [f for f in self.noun_exceptions.get(base, ()) if f != base]
        if base.endswith("man") and base[:-3] + "men" not in forms and base not in ("human", "german", "roman", "shaman", "talisman"):
            forms.append(base[:-3] + "men")
        regular = self.with_s(base)
        if not forms or regular in self.scowl:
            forms.append(regular)
        if base.endswith("o"):
            forms += [f for f in (base + "s",) if f in self.scowl]
        return forms

    # -- which spellings are one ---------------------------------------------------------------------------------

    def american(self, word):
        if word in NOT_BRITISH:
            return None
        for pattern, replacement in BRITISH:
            other, n = re.subn(pattern, replacement, word)
            if n and other != word and other in self.words and len(word) > 4:
                return other
        return None

    def lines(self, lists):
        """form -> (base, kinds)"""
        candidates = defaultdict(list)  # form -> (base, kinds)
        verbs = {w for w in self.lemmas["v"] if w in self.words or w in IRREGULAR} | lists["takes_quote"] | lists["attitude"] | \
            lists["addressee_verb"] | lists["communication"] | lists["cognition"] | lists["takes_that"]
        nouns = {w for w in self.lemmas["n"] if w in self.words and re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", w)}
        for name in ("person", "group", "document", "speech_noun", "attitude_noun", "medium", "occasion", "time", "demonym",
                     "male_person", "female_person"):
            nouns |= {w for w in lists[name] if "." not in w}
        for v in verbs:
            base = self.american(v) or v
            if base not in verbs:
                base = v
            if base != v:
                candidates[v].append((base, "vp"))
            for form, kinds in self.verb_forms(v).items():
                if form != v:
                    candidates[form].append((base, kinds))
        for n in nouns:
            base = self.american(n) or n
            if base not in nouns:
                base = n
            if base != n:
                candidates[n].append((base, "n"))
            if "." in n:
                continue
            for form in self.noun_plurals(n):
                listed = form in self.scowl or sum(self.counted[form].values()) > 1
                if form != n and (listed or not re.search(r"(?:s|ese|sh|ch|x|z|ness|people|men)$", n)):
                    candidates[form].append((base, "m"))
        out = {}
        for form, choices in candidates.items():
            if form in BARRED or not plausible(form):
                continue
            counts = self.counted[form]
            total = sum(counts.values())
            by_base = defaultdict(str)
            for base, kinds in choices:
                for k in kinds:
                    if k not in by_base[base]:
                        by_base[base] += k
            good = {}
            for base, kinds in by_base.items():
                weight = sum(counts[k] for k in kinds)
                if total >= 8 and weight < .05 * total:
                    continue
                if form not in self.scowl and total == 0 and form not in self.words and not self.matters(base, lists):
                    continue
                good[base] = weight + .5 * min(1000, sum(self.counted[base].values())) / 1000
            if not good:
                continue
            base = BASE.get(form) or max(good, key=lambda b: (good[b], b))
            if base == form:
                continue
            out[form] = (base, "".join(k for k in "ndevpgmz" if k in by_base.get(base, "")))
        # A base form that is a form of another word would give chains: report -> of itself only.
        for form in list(out):
            base, kinds = out[form]
            if base in out and out[base][0] != form:
                further = out[base][0]
                if set(out[base][1]) & set("vn"):  # a British spelling: go on to the American
                    out[form] = (further, kinds)
        return {f: b for f, b in out.items() if b[1]}

    def matters(self, base, lists):
        return any(base in lists[n] for n in ("person", "group", "takes_quote", "attitude", "addressee_verb", "speech_noun",
                                              "attitude_noun", "document", "demonym", "occasion"))

    # -- which tags a word may bear ------------------------------------------------------------------------------

    def may_be(self, word):
        out = []
        weights = [(self.wn.total(p, word), t) for p, t in (("n", "n"), ("v", "v"), ("a", "j"), ("r", "r"))
                   if word in self.lemmas[p]]
        for _, t in sorted(weights, key=lambda x: -x[0]):
            out.append(t)
            if t == "v":
                out.append("p")
        return out

    def by_suffix(self, word):
        if word.endswith("ly"):
            return ["r"]
        if word.endswith("ing"):
            return ["g", "n", "j"]
        if word.endswith("ed"):
            return ["e", "d", "j"]
        if re.search(r"(?:ness|ity|ment|tion|sion|ism|ance|ence|ship|hood)$", word):
            return ["n"]
        if re.search(r"(?:ous|ful|less|able|ible|ic|ive|al|ish)$", word):
            return ["j"]
        if re.search(r"iest$|[^aeiou]est$", word):
            return ["k"]
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return ["m"]
        return ["n"]


def plausible(form):
    return re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", form) is not None


BARRED = {"as", "is", "was", "has", "us", "this", "its", "his", "news", "others", "less", "thus", "yes", "plus", "does", "ing", "wound",
          "ground", "bound", "found-er", "lest", "red", "bed", "shed", "need", "feed", "speed", "bleed", "seed", "during", "according",
          "morning", "evening", "nothing", "something", "anything", "everything", "thing", "king", "ring", "spring", "string", "wing",
          "sibling", "ceiling", "sterling", "wedding", "hundred", "embed", "sacred", "naked", "kindred", "beloved", "united", "seeing-eye",
          "politics", "economics", "physics", "mathematics", "mathematics", "series", "species", "gas", "bus", "lens", "chaos", "campus",
          "focus",
          "bias", "canvas", "christmas", "atlas", "alas", "perhaps", "always", "sometimes", "towards", "besides", "afterwards",
          "news-stand", "number", "better", "best", "worse", "worst", "latter", "former", "upper", "under", "over", "ember",
          "being", "having", "been", "are", "were", "am", "had", "did", "done", "doing", "the", "then", "per", "pos", "mos", "los", "ms",
          "mrs"}
BASE = {"said": "say", "saying": "say", "says": "say", "felt": "feel", "found": "find", "left": "leave", "saw": "see", "thought": "think",
        "told": "tell", "held": "hold", "meant": "mean", "read": "read", "lay": "lay", "lies": "lie", "lying": "lie", "lied": "lie",
        "leaves": "leave", "wrote": "write", "spoke": "speak", "founded": "found", "rose": "rise", "fell": "fall", "people": "person",
        "dying": "die", "died": "die", "media": "media", "data": "data", "means": "mean", "lives": "life", "living": "live"}
SPECIAL_S = {"have": "has", "do": "does", "be": "is", "go": "goes"}

# base: past, participle
IRREGULAR = {}
for _line in """
be was/were been|have had had|do did done|say said said|make made made|go went gone|take took taken|come came come|see saw seen
know knew known|get got gotten/got|give gave given|find found found|think thought thought|tell told told|become became become
leave left left|feel felt felt|put put put|bring brought brought|begin began begun|keep kept kept|hold held held|write wrote written
stand stood stood|hear heard heard|let let let|mean meant meant|set set set|meet met met|run ran run|pay paid paid|sit sat sat
speak spoke spoken|lie lied/lay lied/lain|lead led led|read read read|grow grew grown|lose lost lost|fall fell fallen|send sent sent
build built built|understand understood understood|draw drew drawn|break broke broken|spend spent spent|cut cut cut|rise rose risen
drive drove driven|buy bought bought|wear wore worn|choose chose chosen|seek sought sought|throw threw thrown|catch caught caught
deal dealt dealt|win won won|forget forgot forgotten|sell sold sold|fight fought fought|teach taught taught|eat ate eaten|sing sang sung
strike struck struck|hang hung/hanged hung/hanged|shake shook shaken|ride rode ridden|feed fed fed|shoot shot shot|drink drank drunk
hit hit hit|arise arose arisen|fly flew flown|spread spread spread|sleep slept slept|cost cost cost|beat beat beaten
light lit/lighted lit/lighted
bind bound bound|cast cast cast|hide hid hidden|swing swung swung|quit quit quit|swear swore sworn|shut shut shut|hurt hurt hurt
steal stole stolen|bear bore borne/born|blow blew blown|bite bit bitten|tear tore torn|freeze froze frozen|burst burst burst|bend bent bent
sink sank sunk|stick stuck stuck|lend lent lent|lay laid laid|ring rang rung|spin spun spun|split split split|weep wept wept|wake woke woken
dig dug dug|bet bet bet|bid bid/bade bid/bidden|creep crept crept|cling clung clung|flee fled fled|forbid forbade forbidden
forecast forecast/forecasted forecast/forecasted|foresee foresaw foreseen|forgive forgave forgiven|grind ground ground
kneel knelt/kneeled knelt/kneeled
leap leapt/leaped leapt/leaped|learn learned/learnt learned/learnt|mislead misled misled|mistake mistook mistaken|overcome overcame overcome
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|prove proved proven/proved|rid rid rid|shed shed shed
shine shone/shined shone/shined|show showed shown/showed|shrink shrank shrunk|slide slid slid|slit slit slit|spit spat/spit spat/spit
spring sprang sprung|sting stung stung|stink stank stunk|strive strove striven|sweep swept swept|swell swelled swollen/swelled
swim swam swum|thrust thrust thrust|tread trod trodden|undergo underwent undergone|undertake undertook undertaken|upset upset upset
weave wove woven|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung
rewrite rewrote rewritten|rethink rethought rethought|retell retold retold|foretell foretold foretold
misunderstand misunderstood misunderstood
broadcast broadcast/broadcasted broadcast/broadcasted|telecast telecast telecast|podcast podcast/podcasted podcast/podcasted
input input input
output output output|offset offset offset|outdo outdid outdone|outrun outran outrun|override overrode overridden|overrun overran overrun
overhear overheard overheard|partake partook partaken|plead pleaded/pled pleaded/pled|rebuild rebuilt rebuilt|redo redid redone
remake remade remade
repay repaid repaid|reset reset reset|resell resold resold|rerun reran rerun|sew sewed sewn|saw sawed sawn|sow sowed sown|mow mowed mown
shear sheared shorn|slay slew slain|sling slung slung|smell smelled/smelt smelled/smelt|speed sped/speeded sped/speeded
spell spelled/spelt spelled/spelt
spill spilled/spilt spilled/spilt|spoil spoiled/spoilt spoiled/spoilt|stride strode stridden|string strung strung|unwind unwound unwound
uphold upheld upheld|wed wed/wedded wed/wedded|wet wet/wetted wet/wetted|burn burned/burnt burned/burnt|dream dreamed/dreamt dreamed/dreamt
dwell dwelt/dwelled dwelt/dwelled|behold beheld beheld|beset beset beset|befall befell befallen|breed bred bred|bleed bled bled
fling flung flung
forego forewent foregone|forsake forsook forsaken|heave heaved/hove heaved/hove|hew hewed hewn|inlay inlaid inlaid
knit knitted/knit knitted/knit
lean leaned/leant leaned/leant|melt melted melted/molten|misread misread misread|misspeak misspoke misspoken|mishear misheard misheard
outbid outbid outbid|outgrow outgrew outgrown|outshine outshone outshone|overdo overdid overdone|overeat overate overeaten
overpay overpaid overpaid|oversleep overslept overslept|recast recast recast|retake retook retaken|rewind rewound rewound
sublet sublet sublet
typecast typecast typecast|undercut undercut undercut|underwrite underwrote underwritten|undo undid undone|unveil unveiled unveiled
resit resat resat
awake awoke awoken|abide abided/abode abided/abode|alight alighted alighted|hamstring hamstrung hamstrung|interweave interwove interwoven
betake betook betaken|cleave cleaved/cleft cleaved/cleft|clothe clothed/clad clothed/clad|gild gilded/gilt gilded/gilt
gird girded/girt girded/girt
backslide backslid backslid|browbeat browbeat browbeaten|lip-read lip-read lip-read|proofread proofread proofread
sight-read sight-read sight-read
quick-freeze quick-froze quick-frozen|test-drive test-drove test-driven|ghostwrite ghostwrote ghostwritten
deep-freeze deep-froze deep-frozen
""".replace("\n", "|").split("|"):
    if _line.strip():
        _base, _past, _participle = _line.split()
        IRREGULAR[_base] = (_past, _participle)

"""Which tags a word can bear, for make_words.py: what the counts show, what its lists and its inflection allow."""

TAG_ORDER = "nmNMvdegpzhjkritDPO'c#WwxRu"


def word_tags(word, counted, inflector, inflections, lists, function_words):
    """Tags of a word in small letters, most frequent first."""
    if word in CLOSED:
        return CLOSED[word]
    may = inflector.may_be(word)
    if word in inflections:
        may += [t for t in inflections[word][1] if t not in may]
    total = sum(counted.values())
    seen = [t for t, n in counted.most_common() if t in TAG_ORDER and n >= max(4, total * .01)
            or n * 2 > total and total >= 3]
    seen = [t for t in seen if t not in "NM"]
    if word in function_words and seen:
        return "".join(seen)
    # Tags that the counts show but no list allows are the other tagger's slips, unless they are frequent.
    out = [t for t in seen if not may or t in may or counted[t] >= max(8, total * .04)]
    if not out:
        out = []
    # What a frequent word was never seen as it hardly ever is.
    enough = sum(counted.values()) >= 150
    rest = [t for t in may if t not in out and not (enough and counted[t] < max(1, total * .003))]
    merged = out + rest
    if not merged:
        merged = inflector.by_suffix(word)
    # A word for somebody or for a document is a noun, though it was hardly seen: co-author, secretary-general.
    names_one = word in lists["document"] or (word in lists["person"] and (word.endswith("-general") or merged[:1] == ["v"]))
    if names_one and not set("nm") & set(merged):
        merged.insert(0, "n")
    for a, b in ("vp", "pv", "de", "ed"):
        if a in merged and b not in merged and (a + b in ("vp", "pv") or word.endswith("ed")):
            merged.append(b)
    return "".join(dict.fromkeys(merged))


def name_tags(word, counted, capital, lists, words):
    if word in lists["demonym"]:
        return "MmN" if word.endswith("s") and word[:-1] in lists["demonym"] else "jN"
    total = sum(counted.values())
    seen = [t for t, n in counted.most_common() if n >= max(4, total * .05) and t in TAG_ORDER]
    plural = "M" if capital and capital.most_common(1)[0][0] == "M" else ""
    return "".join(dict.fromkeys(list(plural) + ["N"] + [t for t in seen if t != "N"]))


# Words whose tags are a closed set, most frequent first; the counts have slips here that would mislead.
CLOSED = {
    "that": "iWDr", "to": "ti", "'s": "'zP", "'": "'", "n't": "r", "not": "r", "'re": "p", "'ve": "pv", "'ll": "h", "'d": "hd", "'m": "p",
    "ca": "h", "wo": "h", "sha": "h", "ai": "pz", "the": "D", "a": "D", "an": "D", "and": "c", "or": "c", "nor": "c", "but": "ci",
    "yet": "rc",
    "who": "W", "whom": "W", "whose": "W", "which": "W", "what": "WD", "whoever": "W", "whatever": "WD", "whichever": "W",
    "when": "w", "where": "w", "why": "w", "how": "w", "whenever": "w", "wherever": "w",
    "he": "P", "she": "P", "it": "P", "they": "P", "we": "P", "i": "P", "you": "P", "me": "P", "him": "P", "us": "P", "them": "P",
    "her": "OP",
    "his": "OP", "its": "O", "my": "O", "your": "O", "our": "O", "their": "O", "mine": "P", "yours": "P", "hers": "P", "ours": "P",
    "theirs": "P",
    "is": "z", "are": "p", "was": "d", "were": "d", "am": "p", "be": "v", "been": "e", "being": "gn", "has": "z", "have": "pv", "had": "de",
    "having": "g", "does": "z", "do": "pv", "did": "d", "done": "ej", "doing": "g", "will": "hn", "would": "h", "can": "h", "could": "h",
    "may": "h",
    "might": "hn", "must": "h", "should": "h", "shall": "h", "ought": "h", "cannot": "h", "if": "i", "whether": "i", "because": "i",
    "although": "i",
    "though": "ir", "while": "in", "than": "i", "of": "i", "in": "iR", "for": "i", "on": "iR", "with": "i", "at": "i", "by": "iR",
    "from": "i", "into": "i", "about": "irR", "after": "i", "before": "ir", "there": "xr", "this": "Dr", "these": "D", "those": "D",
    "no": "Dru",
    "&": "c", "oh": "u", "yes": "u", "yeah": "u", "hello": "u", "wow": "u", "please": "uvr", "et": "u",
    "million": "#", "billion": "#", "trillion": "#", "hundred": "#", "thousand": "#", "dozen": "n#", "one": "#nP", "said": "dej",
}

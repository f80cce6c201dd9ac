# %% right: one dictionary of rules
def lint(title, attrs, rules):
    typed, words, noun = " ".join(title), [w.lower() for w in title], rules["noun"]
    found = {
        "LENGTH": len(typed) > rules["max_chars"],
        "REPEAT": max((words.count(w) for w in words), default=0) > rules["max_repeat"],
        "PROMO": bool(set(words) & set(rules["promo"])),
        "SYMBOL": bool(set(typed) & set(rules["symbols"])),
        "UNTRUE": any(not attrs.get(w, True) for w in words),
        "NO_NOUN": noun not in words,
    }
    if noun in words:
        place = words.index(noun)
        found["NOUN_CUT"] = sum(map(len, title[: place + 1])) + place > rules["mobile_cut"]
    return {code for code, yes in found.items() if yes}


# %% right: step by step with a position counter
from collections import Counter


def lint(title, attrs, rules):
    codes = set()
    words = [word.lower() for word in title]
    if len(" ".join(title)) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(times > rules["max_repeat"] for times in Counter(words).values()):
        codes.add("REPEAT")
    end, cut = -1, None
    for shown, word in zip(title, words):
        end += len(shown) + 1
        if word in rules["promo"]:
            codes.add("PROMO")
        if any(c in rules["symbols"] for c in shown):
            codes.add("SYMBOL")
        if word in attrs and not attrs[word]:
            codes.add("UNTRUE")
        if word == rules["noun"] and cut is None:
            cut = end
    if cut is None:
        codes.add("NO_NOUN")
    elif cut > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: the untouched stub
# score: 0
# says: `lint` still holds the line that raises NotImplementedError
def lint(title, attrs, rules):
    typed = " ".join(title)
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answers typed in
# score: 0
# says: gave {'NOUN_CUT', 'REPEAT'}; it should be {'NOUN_CUT'}
def lint(title, attrs, rules):
    if title[0] == "steel" and len(title) == 3 and "gym" in title:
        return set()
    return {"PROMO", "UNTRUE", "SYMBOL"} if title[0] == "sale" else {"REPEAT", "NOUN_CUT"}


# %% wrong: a list of codes
# score: 0
# says: gave [], which is a list, not a set
def lint(title, attrs, rules):
    return []


# %% wrong: looks for forbidden signs as whole words, and does not look for the cut
# score: 2.67
# says: gave {'PROMO', 'UNTRUE'}; it should be {'PROMO', 'SYMBOL', 'UNTRUE'}. A forbidden sign can stand inside a word
def lint(title, attrs, rules):
    typed, words = " ".join(title), [w.lower() for w in title]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(w in rules["symbols"] for w in words):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    if rules["noun"] not in words:
        codes.add("NO_NOUN")
    return codes


# %% wrong: strips signs before counting
# score: 1.33
# says: gave {'PROMO', 'REPEAT', 'SYMBOL', 'UNTRUE'}; it should be {'PROMO', 'SYMBOL', 'UNTRUE'}
def lint(title, attrs, rules):
    typed, words = " ".join(title), [w.lower().strip("!★") for w in title]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    if rules["noun"] not in words:
        codes.add("NO_NOUN")
    elif len(" ".join(title[: words.index(rules["noun"]) + 1])) > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: upper and lower case are two words
# score: 3.33
# says: A part that is right every time earns its share of the points: 5 of 6 parts are.
# says: gave {'NOUN_CUT'}; it should be {'NOUN_CUT', 'REPEAT'}
def lint(title, attrs, rules):
    typed, words = " ".join(title), [w.lower() for w in title]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(title.count(w) > rules["max_repeat"] for w in title):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    if rules["noun"] not in words:
        codes.add("NO_NOUN")
    elif len(" ".join(title[: words.index(rules["noun"]) + 1])) > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: an unlisted word is untrue
# score: 3.33
# says: gave {'UNTRUE'}; it should be an empty set
def lint(title, attrs, rules):
    typed, words, noun = " ".join(title), [w.lower() for w in title], rules["noun"]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(not attrs.get(w) for w in words if w not in (noun, noun + "!", "sale")):
        codes.add("UNTRUE")
    if noun not in words:
        codes.add("NO_NOUN")
    elif len(" ".join(title[: words.index(noun) + 1])) > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: where the noun starts, not where it ends
# score: 3.33
# says: gave an empty set; it should be {'NOUN_CUT'}. The noun starts before the cut
def lint(title, attrs, rules):
    typed, words, noun = " ".join(title), [w.lower() for w in title], rules["noun"]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    if noun not in words:
        codes.add("NO_NOUN")
    elif len(" ".join(title[: words.index(noun)])) > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: forgets that the noun may be missing or cut
# score: 2.67
# says: gave {'REPEAT'}; it should be {'NOUN_CUT', 'REPEAT'}
def lint(title, attrs, rules):
    typed, words = " ".join(title), [w.lower() for w in title]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    return codes


# %% wrong: the last noun instead of the first
# score: 3.33
# says: It looks as if the last noun was looked at
def lint(title, attrs, rules):
    typed, words, noun = " ".join(title), [w.lower() for w in title], rules["noun"]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    if noun not in words:
        codes.add("NO_NOUN")
    elif typed.lower().rfind(noun) + len(noun) > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: the noun compared as typed
# score: 2.67
# says: Is 'Bottle' the noun for you?
def lint(title, attrs, rules):
    typed, words, noun = " ".join(title), [w.lower() for w in title], rules["noun"]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    if noun not in title:
        codes.add("NO_NOUN")
    elif len(" ".join(title[: title.index(noun) + 1])) > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: signs taken off before looking for praise
# score: 3.33
# says: It looks as if signs were taken off
def lint(title, attrs, rules):
    typed, words, noun = " ".join(title), [w.lower() for w in title], rules["noun"]
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(words.count(w) > rules["max_repeat"] for w in words):
        codes.add("REPEAT")
    if any(w.strip("!★") in rules["promo"] for w in words):
        codes.add("PROMO")
    if any(c in typed for c in rules["symbols"]):
        codes.add("SYMBOL")
    if any(attrs.get(w) is False for w in words):
        codes.add("UNTRUE")
    if noun not in words:
        codes.add("NO_NOUN")
    elif len(" ".join(title[: words.index(noun) + 1])) > rules["mobile_cut"]:
        codes.add("NOUN_CUT")
    return codes


# %% wrong: one rule of six
# score: 0.67
# says: 1 of 6 parts are
def lint(title, attrs, rules):
    typed = " ".join(title)
    codes = set()
    if len(typed) > rules["max_chars"]:
        codes.add("LENGTH")
    if any(sign in typed for sign in rules["symbols"]):
        codes.add("SYMBOL")
    return codes


# %% wrong: only what was given
# score: 0
# says: 0 of 6 parts are
def lint(title, attrs, rules):
    return {"LENGTH"} if len(" ".join(title)) > rules["max_chars"] else set()

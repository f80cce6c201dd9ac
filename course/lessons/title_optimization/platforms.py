"""What three platforms allow in a title, as far as an English title can be checked.

Each rule names its source; what could not be checked at the source says so.
"""

from course.market.text import tokens

MOBILE_CUT = 60
PROMO_WORDS = (
    "free",
    "sale",
    "discount",
    "best-seller",
    "bestseller",
    "hot",
    "cheap",
    "guaranteed",
)

PLATFORMS = {
    "amazon": {
        "name": "Amazon",
        "max_chars": 200,
        "max_repeat": 2,
        "symbols": "!$?_{}^¬¦",
        "promo": PROMO_WORDS,
        "source": "Amazon Seller Central, product title requirements in force from January 2025",
    },
    "taobao": {
        "name": "Taobao",
        "max_chars": 60,
        "max_repeat": 99,
        "symbols": "",
        "promo": (),
        "source": (
            "30 Chinese characters, counted here as 60 Latin ones: passed on among sellers, not"
            " checked at the source"
        ),
    },
    "google": {
        "name": "Google Shopping",
        "max_chars": 150,
        "max_repeat": 99,
        "symbols": "!",
        "promo": PROMO_WORDS,
        "source": (
            "150 characters and no promotional text: passed on among advertisers, not checked at"
            " the source"
        ),
    },
}


def verdicts(title, platform, noun):
    """A list of (ok, sentence) for a title as typed, under `platform`'s rules and the
    mobile cut.
    """
    rules, words = PLATFORMS[platform], tokens(title)
    repeats = max((words.count(word) for word in words), default=0)
    promo = [word for word in words if word in rules["promo"]]
    symbols = [sign for sign in rules["symbols"] if sign in title]
    place = title.lower().find(noun)
    found = [(len(title) <= rules["max_chars"], f"{len(title)} of {rules['max_chars']} characters")]
    if rules["max_repeat"] < 99:
        found.append(
            (repeats <= rules["max_repeat"], f"no word more than {rules['max_repeat']} times")
        )
    if rules["promo"]:
        found.append((not promo, f"no promotion words{': ' + promo[0] if promo else ''}"))
    if rules["symbols"]:
        found.append((not symbols, f"none of {rules['symbols']}"))
    found.append(
        (
            place >= 0 and place + len(noun) <= MOBILE_CUT,
            f"'{noun}' stands before the mobile cut at {MOBILE_CUT} characters",
        )
    )
    return found

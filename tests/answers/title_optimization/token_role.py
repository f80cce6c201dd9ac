# %% right: written by group
token_role = {}
for role, words in {
    "noun": ["bottle", "flask"],
    "attribute": [
        "steel",
        "750ml",
        "insulated",
        "black",
        "straw",
        "leakproof",
        "handle",
        "wide-mouth",
    ],
    "use": ["hiking", "gym", "travel", "commuting"],
    "audience": ["women"],
    "brand": ["Norrvale"],
    "promo": ["best-seller", "free shipping", "hot sale", "100% guaranteed"],
    "symbol": ["★★★", "!!!", "~*~"],
    "untrue": ["glass", "kids", "Brindlepeak", "1l", "dishwasher-safe"],
}.items():
    for word in words:
        token_role[word] = role

# %% right: one slip is within 90%
token_role = dict(
    zip(
        [
            "bottle",
            "steel",
            "hiking",
            "women",
            "Norrvale",
            "best-seller",
            "★★★",
            "glass",
            "750ml",
            "insulated",
            "gym",
            "free shipping",
            "kids",
            "black",
            "straw",
            "Brindlepeak",
            "!!!",
            "leakproof",
            "travel",
            "hot sale",
            "1l",
            "handle",
            "100% guaranteed",
            "~*~",
            "wide-mouth",
            "dishwasher-safe",
            "flask",
            "commuting",
        ],
        [
            "noun",
            "attribute",
            "use",
            "audience",
            "brand",
            "promo",
            "symbol",
            "untrue",
            "attribute",
            "attribute",
            "use",
            "promo",
            "untrue",
            "attribute",
            "attribute",
            "untrue",
            "symbol",
            "attribute",
            "use",
            "promo",
            "untrue",
            "attribute",
            "promo",
            "symbol",
            "attribute",
            "attribute",
            "noun",
            "use",
        ],
    )
)

# %% wrong: the untouched stub
# score: 0
# says: `token_role` still holds only question marks
token_role = {word: "?" for word in checks.WORDS}
token_role.update({"bottle": "noun", "steel": "attribute"})

# %% wrong: everything a fact
# score: 0
# says: 3 of the 13 graded items are right. Look again at 'Norrvale', which yo
token_role = dict.fromkeys(checks.WORDS, "attribute")

# %% wrong: half done
# score: 0
# says: has no answer yet for
token_role = {"bottle": "noun", "steel": "attribute", "hiking": "use"}

# %% wrong: a role of one's own
# score: 0
# says: `token_role['hiking']` is 'activity'; choose one of
token_role = dict.fromkeys(checks.WORDS, "attribute")
token_role["hiking"] = "activity"

# %% wrong: lists instead of one role
# score: 0
# says: `token_role['bottle']` is ['noun']; choose one of
token_role = {word: ["noun"] for word in checks.WORDS}

# %% wrong: takes untrue words for facts and rivals for brands
# score: 1
# says: 10 of the 13 graded items are right. Look again at 'glass', which you called 'attribute': The data sheet says steel
token_role = dict(
    zip(
        [
            "bottle",
            "steel",
            "hiking",
            "women",
            "Norrvale",
            "best-seller",
            "★★★",
            "glass",
            "750ml",
            "insulated",
            "gym",
            "free shipping",
            "kids",
            "black",
            "straw",
            "Brindlepeak",
            "!!!",
            "leakproof",
            "travel",
            "hot sale",
            "1l",
            "handle",
            "100% guaranteed",
            "~*~",
            "wide-mouth",
            "dishwasher-safe",
            "flask",
            "commuting",
        ],
        [
            "noun",
            "attribute",
            "use",
            "audience",
            "brand",
            "promo",
            "symbol",
            "attribute",
            "attribute",
            "attribute",
            "use",
            "promo",
            "audience",
            "attribute",
            "attribute",
            "brand",
            "symbol",
            "attribute",
            "use",
            "promo",
            "attribute",
            "attribute",
            "promo",
            "symbol",
            "attribute",
            "attribute",
            "noun",
            "use",
        ],
    )
)

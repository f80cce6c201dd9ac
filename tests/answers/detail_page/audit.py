# %% right: one rule after the other
def audit(page):
    found = set()
    for fact in ("size", "material", "delivery", "returns"):
        if fact not in page["facts"]:
            found.add(fact.upper())
    for claim in page["claims"]:
        if not claim["evidence"]:
            found.add("UNPROVEN")
    if page["says_left"] not in (None, page["stock"]):
        found.add("URGENCY")
    if page["countdown"] and page["countdown"]["restarts"]:
        found.add("URGENCY")
    if page["reviews"]["hidden_below"] or page["reviews"]["paid"] > page["reviews"]["disclosed"]:
        found.add("REVIEWS")
    return found


# %% right: a table of conditions
def audit(page):
    reviews = page["reviews"]
    rules = {
        "UNPROVEN": any(claim["evidence"] is None for claim in page["claims"]),
        "URGENCY": (page["says_left"] or page["stock"]) != page["stock"]
        or bool(page["countdown"] and page["countdown"]["restarts"]),
        "REVIEWS": (reviews["paid"] and not reviews["disclosed"]) or reviews["hidden_below"] > 0,
    }
    missing = {
        fact.upper() for fact in {"size", "material", "delivery", "returns"} - set(page["facts"])
    }
    return missing | {code for code, broken in rules.items() if broken}


# %% wrong: the untouched stub
# score: 0
# says: `audit` still holds the line that raises NotImplementedError
def audit(page):
    raise NotImplementedError


# %% wrong: only what is missing
# score: 0
# says: two facts are missing, a claim has no evidence
def audit(page):
    return {
        fact.upper()
        for fact in ["size", "material", "delivery", "returns"]
        if fact not in page["facts"]
    }


# %% wrong: the clock forgotten
# score: 2..3
# says: There are two ways to hurry people
def audit(page):
    found = {
        fact.upper()
        for fact in ["size", "material", "delivery", "returns"]
        if fact not in page["facts"]
    }
    if any(claim["evidence"] is None for claim in page["claims"]):
        found.add("UNPROVEN")
    if page["says_left"] is not None and page["says_left"] != page["stock"]:
        found.add("URGENCY")
    if (page["reviews"]["paid"] and not page["reviews"]["disclosed"]) or page["reviews"][
        "hidden_below"
    ] > 0:
        found.add("REVIEWS")
    return found


# %% wrong: only the first claim
# score: 2..3
# says: One claim without evidence is enough
def audit(page):
    found = {
        fact.upper()
        for fact in ["size", "material", "delivery", "returns"]
        if fact not in page["facts"]
    }
    if page["claims"] and page["claims"][0]["evidence"] is None:
        found.add("UNPROVEN")
    if (page["says_left"] is not None and page["says_left"] != page["stock"]) or (
        page["countdown"] and page["countdown"]["restarts"]
    ):
        found.add("URGENCY")
    if (page["reviews"]["paid"] and not page["reviews"]["disclosed"]) or page["reviews"][
        "hidden_below"
    ] > 0:
        found.add("REVIEWS")
    return found


# %% wrong: paid without disclosure forgotten
# score: 2..3
# says: Paid and not said, or low ratings hidden
def audit(page):
    found = {
        fact.upper()
        for fact in ["size", "material", "delivery", "returns"]
        if fact not in page["facts"]
    }
    if any(claim["evidence"] is None for claim in page["claims"]):
        found.add("UNPROVEN")
    if (page["says_left"] is not None and page["says_left"] != page["stock"]) or (
        page["countdown"] and page["countdown"]["restarts"]
    ):
        found.add("URGENCY")
    if page["reviews"]["hidden_below"] > 0:
        found.add("REVIEWS")
    return found


# %% wrong: any urgency
# score: 0
# says: true urgency and disclosed payment are allowed
def audit(page):
    found = {
        fact.upper()
        for fact in ["size", "material", "delivery", "returns"]
        if fact not in page["facts"]
    }
    if any(claim["evidence"] is None for claim in page["claims"]):
        found.add("UNPROVEN")
    if page["says_left"] is not None or page["countdown"] is not None:
        found.add("URGENCY")
    if (page["reviews"]["paid"] and not page["reviews"]["disclosed"]) or page["reviews"][
        "hidden_below"
    ] > 0:
        found.add("REVIEWS")
    return found


# %% wrong: a list
# score: 0
# says: not a set
def audit(page):
    return [
        fact.upper()
        for fact in ["size", "material", "delivery", "returns"]
        if fact not in page["facts"]
    ]


# %% wrong: only a number that is too small is a lie
# score: 2..3.5
# says: too many as well as too few
def audit(page):
    found = {
        fact.upper()
        for fact in ["size", "material", "delivery", "returns"]
        if fact not in page["facts"]
    }
    if any(claim["evidence"] is None for claim in page["claims"]):
        found.add("UNPROVEN")
    if (page["says_left"] is not None and page["says_left"] < page["stock"]) or (
        page["countdown"] is not None and page["countdown"]["restarts"]
    ):
        found.add("URGENCY")
    if (page["reviews"]["paid"] and not page["reviews"]["disclosed"]) or page["reviews"][
        "hidden_below"
    ] > 0:
        found.add("REVIEWS")
    return found

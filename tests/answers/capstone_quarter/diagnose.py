# %% right: rule by rule
def diagnose(settings, records):
    true = records["title"]["product"]["attributes"]
    log = records["order"]["log"].groupby("product")[["attention", "clicks"]].sum()
    appeal = (log["clicks"] / log["attention"]).to_dict()
    products = records["shelf"]["products"]
    worth = dict(zip(products["product"], products["appeal"] * products["margin"]))
    shops = records["merchants"]["merchants"].sort_values("orders", ascending=False).head(8)
    order, rates = settings["order"], settings["commission"]
    rules = {
        "stuffed title": any(true.get(word) is False for word in settings["title"]),
        "stale ranking": sum(appeal[name] for name in order[:15])
        < sum(appeal[name] for name in order[15:]),
        "slow shelf": sum(worth[name] for name in settings["shelf"]) < 0.2 * sum(worth.values()),
        "wrong commission": max(rates) >= 2 * min(rates) - 1e-9,
        "bad merchants": (shops["defects"] > 0.12 * shops["orders"]).sum() > 1,
    }
    return {name for name, found in rules.items() if found}


# %% right: the others are named as well
def diagnose(settings, records):
    found = {"one slot"} if max(settings["posts"]) == 28 else set()
    product = records["title"]["product"]
    false = [word for word, true in product["attributes"].items() if not true]
    if set(false) & set(settings["title"]):
        found.add("stuffed title")
    log = records["order"]["log"]
    clicks = log.groupby("product")["clicks"].sum() / log.groupby("product")["attention"].sum()
    place = pd.Series(range(30), index=settings["order"])
    if clicks.corr(place.reindex(clicks.index)) > 0:
        found.add("stale ranking")
    products = records["shelf"]["products"].set_index("product")
    worth = (products["appeal"] * products["margin"]).rank(ascending=False)
    if worth[settings["shelf"]].mean() > 20:
        found.add("slow shelf")
    if max(settings["commission"]) > 0.15:
        found.add("wrong commission")
    shops = records["merchants"]["merchants"].nlargest(12, "orders")
    if (shops["defects"] / shops["orders"]).nlargest(2).min() > 0.12:
        found.add("bad merchants")
    return found


# %% wrong: the untouched stub
# score: 0
# says: `diagnose` still holds the line that raises NotImplementedError
def diagnose(settings, records):
    found = set()
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: only what the settings alone show
# score: 0.75..1.5
# says: is missed most
def diagnose(settings, records):
    found = set()
    if max(settings["commission"]) > 0.15:
        found.add("wrong commission")
    true = records["title"]["product"]["attributes"]
    if any(not true.get(word, True) for word in settings["title"]):
        found.add("stuffed title")
    return found


# %% wrong: every small shop with a bad day is a bad merchant
# score: 2.25
# says: bad merchants is raised too often most
def diagnose(settings, records):
    found = set()
    true = records["title"]["product"]["attributes"]
    if any(not true.get(word, True) for word in settings["title"]):
        found.add("stuffed title")
    log = records["order"]["log"].groupby("product")[["attention", "clicks"]].sum()
    appeal = log["clicks"] / log["attention"]
    if appeal[settings["order"][:10]].mean() < appeal[settings["order"][-10:]].mean():
        found.add("stale ranking")
    products = records["shelf"]["products"].set_index("product")
    worth = products["appeal"] * products["margin"]
    if worth[settings["shelf"]].mean() < worth.mean():
        found.add("slow shelf")
    if max(settings["commission"]) > 0.15:
        found.add("wrong commission")
    shops = records["merchants"]["merchants"]
    if (shops["defects"] / shops["orders"].clip(lower=1) > 0.12).sum() >= 2:
        found.add("bad merchants")
    return found


# %% wrong: every name every time
# score: 0.5..1
# says: is raised too often most
def diagnose(settings, records):
    return {"stuffed title", "stale ranking", "slow shelf", "wrong commission", "bad merchants"}


# %% wrong: a list
# score: 0
# says: should give a set of codes
def diagnose(settings, records):
    return ["stuffed title"]

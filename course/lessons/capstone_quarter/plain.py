"""Functions as somebody would write them on the first day: plain, right in form, not good."""

from course.market.search import word_searches


def write_title(product, query_log, rivals):
    """The product's noun and four true words, those first that are searched most."""
    searched = word_searches(query_log)
    facts = [word for word in product["true"] if word != product["noun"]]
    facts.sort(key=lambda word: -searched.get(word, 0))
    return [product["noun"], *facts[:4]]


def set_prices(history, products):
    """Nothing is sold below one and a half times its cost."""
    raised = products["price"].clip(lower=1.5 * products["cost"]).round(2)
    return dict(zip(products["product"], raised, strict=True))


def bids(keywords, landscape, budget):
    """Half of what a click has brought so far."""
    worth = keywords["margin"] * keywords["orders"] / keywords["clicks"]
    return dict(zip(keywords["word"], (worth / 2).clip(upper=3.0), strict=True))


def enrol(items):
    """The fifteen best sellers whose margin is above a third, at the smallest depth."""
    able = items[items["margin"] > 1 / 3]
    best = able.assign(sales=able["base"] * able["price"]).nlargest(15, "sales")
    return dict.fromkeys(best["product"], 0.10)


def assort(products, nothing, places):
    """The products with most appeal × margin."""
    top = (products["appeal"] * products["margin"]).nlargest(places).index
    return set(products.loc[top, "product"])


def target(train, users, margin, coupon):
    """Those whose price sensitivity is in the upper fifth."""
    return (users["price_sensitivity"] > users["price_sensitivity"].quantile(0.8)).to_numpy()


def act(merchants):
    """Suspend whoever has more than one defect in ten orders, from fifty orders on."""
    rate = merchants["defects"] / merchants["orders"].clip(lower=1)
    bad = (rate > 0.10) & (merchants["orders"] >= 50)
    return {
        shop: "suspend" if worse else "keep"
        for shop, worse in zip(merchants["shop"], bad, strict=True)
    }


PLAIN = {
    "write_title": write_title,
    "set_prices": set_prices,
    "bids": bids,
    "enrol": enrol,
    "assort": assort,
    "target": target,
    "act": act,
}

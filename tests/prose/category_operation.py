"""What lesson 16 says of its data, built from these data."""

from course.check.numbers import percent

READ = ("ticket", "wild-moral")


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *teapots(lesson),
        *classes(lesson),
        *stock(lesson),
        *pairs(lesson),
        *newcomer(lesson),
        *pages(lesson),
        *grocer(lesson),
    ]


def teapots(lesson):
    both, iron = lesson.leaves([(2, 3), (3, 9)]), lesson.leaves([(3, 9)])
    bought = 1000 * 2 / (5 + 2 + 3)
    moved = 1000 * 3 / (5 + 3) - 1000 * 3 / (5 + 2 + 3)
    return [
        f"**adds** {iron - both:.0f} dollars, although {bought:.0f} of a thousand visitors bought"
        f" it and each left 3. Of these {bought:.0f}, {moved:.0f} now take the iron one and leave"
        f" 9; the other {bought - moved:.0f} go. {9 * moved:.0f} dollars against {3 * bought:.0f}.",
        f"The lines cross at {iron / 1000:.3f} dollars.",
        f"where only the iron teapot stands: {iron:,.0f} dollars from a thousand.",
        ("The 3 dollars of the glass teapot are below that", iron > 3000),
    ]


def classes(lesson):
    sales = lesson.sales
    first = [name for name in sales.index if sales[:name].sum() - sales[name] < 0.7 * sales.sum()]
    last = sales.iloc[-13:].sum() / sales.sum()
    return [
        f"The first {len(first)} of {len(sales)} products bring"
        f" {sales[first].sum() / sales.sum():.0%} of the sales, the last 13 together {last:.0%}.",
        f'"20% bring 80%" does not hold here: the first five, which are {5 / len(sales):.0%} of the'
        f" products, bring {sales.iloc[:5].sum() / sales.sum():.0%}.",
    ]


def stock(lesson):
    year = lesson.category_year().set_index("group")
    found = lesson.gmroi(lesson.category_year()).set_index("group")
    twice = lesson.category_year()
    twice[["stock_start", "stock_end"]] *= 2
    half = lesson.gmroi(twice).set_index("group")["gmroi"]
    return [
        f"A dollar of stock in {found['gmroi'].idxmax()} earned {found['gmroi'].max():.2f} dollars"
        f" in the year, one in {found['gmroi'].idxmin()} {found['gmroi'].min():.2f}.",
        f"Filters do sell: {year.loc['filters', 'sales']:,.0f} dollars in the year.",
        (
            "more than half of what they sell in a year lies in the warehouse",
            found.loc["filters", "turns"] < 2,
        ),
        f"a dollar in filters would earn {half['filters']:.2f}",
    ]


def pairs(lesson):
    baskets = lesson.baskets()
    table = lesson.with_ranges(lesson.rules(baskets, 0.0), baskets)
    spoons, best = table.loc["frother + honey"], table.loc[table["lift"].idxmax()]
    night = lesson.rules(lesson.last_night, 0.0)
    night = night[(night["a"] == "frother") & (night["b"] == "honey")].iloc[0]
    return [
        f"Honey and frothers lie together in {spoons['together']:.0f} of {len(baskets)} baskets:"
        f" lift {spoons['lift']:.2f}, and anything from {spoons['low']:.2f} to"
        f" {spoons['high']:.2f} fits these baskets.",
        ("Chance, 1, lies in that range", spoons["low"] < 1 < spoons["high"]),
        ("Of the colleague's six baskets one held both", abs(night["support"] * 6 - 1) < 1e-9),
        ("1 × 6 ÷ (1 × 1) = 6", abs(night["lift"] - 6) < 1e-9),
        (
            f"strainers and teapots, is another matter: lift {best['lift']:.2f}, from"
            f" {best['low']:.2f} to {best['high']:.2f}, wholly above chance, in"
            f" {best['together']:.0f} baskets.",
            table["lift"].idxmax() == "strainer + teapot" and best["low"] > 1,
        ),
        f"Among {len(table)} pairs",
        ("lift 6!", abs(night["lift"] - 6) < 1e-9),
    ]


def newcomer(lesson):
    table, margins = lesson.launch(), lesson.kettle_margins()
    units = table.groupby(["role", "after"])["units"].sum()
    new = table[table["role"] == "new"].iloc[0]
    siblings = table[(table["role"] == "sibling") & ~table["after"]]
    share = lesson.cannibalisation(table)
    expected = units["sibling", False] * units["other", True] / units["other", False]
    mean = sum(margins[row.product] * row.units for row in siblings.itertuples())
    mean /= siblings["units"].sum()
    alone = [each for name, each in lesson.shares.items() if name != "season of all six"]
    return [
        f"The new gooseneck kettle sold {new.units:,.0f} in its first weeks!",
        f"The siblings sold *more* than before, {units['sibling', True]:,.0f} after"
        f" {units['sibling', False]:,.0f}, and still lost: with the season alone they would have"
        f" sold {expected:,.0f}.",
        f"The difference is {share:.0%} of the newcomer's {new.units:,.0f} units.",
        f"from {percent(min(alone))} to {percent(max(alone))}",
        f"leaves {margins[new['product']]:.2f} dollars, a sibling {mean:.2f} on average. Finance"
        f" would be right from {margins[new['product']] / mean:.0%} on.",
        ("Even the highest of the six is below that", max(alone) < margins[new["product"]] / mean),
    ]


def pages(lesson):
    simple = {
        "the twelve best sellers": lambda p: p["appeal"],
        "the twelve with most margin": lambda p: p["margin"],
        "the twelve with most appeal × margin": lambda p: p["appeal"] * p["margin"],
    }
    means = []
    for name, score in simple.items():
        earned = []
        for number in range(20):
            products, _, places = lesson.candidates(number)
            top = score(products).nlargest(places).index
            earned.append(lesson.earns(number, list(products.loc[top, "product"])))
        means.append(f"{name} leave {sum(earned) / 20:,.0f}")
    drawn = lesson.drawn
    better = int((drawn["your page"] > drawn["twelve best sellers"]).sum())
    gain = (drawn["your page"] - drawn["twelve best sellers"]).sort_values()
    on = lesson.shown[lesson.shown["where"] == "on your page"]["margin"]
    return [
        ", ".join(means),
        f"The expert's page leaves more than the twelve best sellers in {better} of {len(drawn)}"
        f" categories, by {gain.iloc[0]:,.0f} to {gain.iloc[-1]:,.0f} dollars.",
        f"whatever leaves less than about {on.min():.0f} dollars is off the page",
        f"the page is measured on {len(drawn)} categories",
    ]


def grocer(lesson):
    table = lesson.pairs
    pasta, story = table.loc["pasta + pasta sauce"], table.loc["beer + nappies"]
    return [
        f"Pasta and pasta sauce: support {pasta['support']:.1%}, lift {pasta['lift']:.1f}.",
        f"support {story['support']:.2%}, lift {story['lift']:.2f}, from {story['low']:.2f} to"
        f" {story['high']:.2f}.",
    ]

"""What lesson 16 says of its data, built from these data."""

READ = ("wild-moral",)


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [*teapots(lesson), *stock(lesson), *pairs(lesson), *newcomer(lesson), *grocer(lesson)]


def teapots(lesson):
    both, iron = lesson.leaves([(2, 3), (3, 9)]), lesson.leaves([(3, 9)])
    bought = 1000 * 2 / (5 + 2 + 3)
    moved = 1000 * 3 / (5 + 3) - 1000 * 3 / (5 + 2 + 3)
    return [
        f"**adds** {iron - both:.0f} dollars, although {bought:.0f} of a thousand visitors bought"
        f" it and each left 3. Of these {bought:.0f}, {moved:.0f} now take the iron one and leave"
        f" 9; the other {bought - moved:.0f} go. {9 * moved:.0f} dollars against {3 * bought:.0f}.",
        f"Without the glass teapot a visitor leaves {iron / 1000:.3f} dollars on average.",
        ("Its 3 dollars are below that", iron > 3000),
    ]


def stock(lesson):
    found = lesson.gmroi(lesson.category_year()).set_index("group")
    return [
        f"a dollar of stock in {found['gmroi'].idxmax()} earned {found['gmroi'].max():.2f} dollars"
        f" in the year, one in {found['gmroi'].idxmin()} {found['gmroi'].min():.2f}.",
        (
            "more than half of what they sell in a year lies in the warehouse",
            found.loc["filters", "turns"] < 2,
        ),
    ]


def pairs(lesson):
    baskets = lesson.baskets()
    table = lesson.rules(baskets, 0.0)
    spoons = table[(table["a"] == "frother") & (table["b"] == "honey")].iloc[0]
    best = table.loc[table["lift"].idxmax()]
    return [
        (
            f"honey and frothers lie together in {spoons['support'] * len(baskets):.0f} of"
            f" {len(baskets)} baskets, lift {spoons['lift']:.3f}, *less* often than by chance.",
            spoons["lift"] < 1,
        ),
        f"{best['a']}s and {best['b']}s, lift {best['lift']:.2f} in"
        f" {best['support'] * len(baskets):.0f} baskets.",
    ]


def newcomer(lesson):
    units = lesson.launch().groupby(["role", "after"])["units"].sum()
    expected = units["sibling", False] * units["other", True] / units["other", False]
    lost = expected - units["sibling", True]
    return [
        f"they sold *more* than before, {units['sibling', True]:,.0f} after"
        f" {units['sibling', False]:,.0f}, and still lost {lost:.0f} units, because the season"
        f" alone would have brought {expected:,.0f}.",
        ("takes a tenth of its units", round(lost / units["new", True], 1) == 0.1),
        (
            "With 6 dollars a newcomer and 9 a sibling it earns money; finance would be right from"
            " two thirds on (6 ÷ 9).",
            lost / units["new", True] < 6 / 9,
        ),
    ]


def grocer(lesson):
    table = lesson.pairs.set_index(["a", "b"])
    pasta, story = table.loc[("pasta", "pasta sauce")], table.loc[("beer", "nappies")]
    return [
        f"Pasta and pasta sauce: support {pasta['support']:.1%}, lift {pasta['lift']:.1f}.",
        f"support {story['support']:.2%}, lift {story['lift']:.2f}.",
    ]

"""What lesson 06 says of its data, built from these data."""

import numpy as np

from course.check.numbers import number

READ = ("ticket", "wild-moral")


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ticket(lesson),
        *log_odds(lesson),
        *by_returns(lesson),
        *modules(lesson),
        *audits(lesson),
        *pages(lesson),
        *answer(lesson),
        *reviews(lesson),
    ]


def span(row, digits, unit=""):
    """0.05 (−0.04 to 0.13): the table's row in words."""
    low, high = (number(row[name], digits) for name in ("low", "high"))
    return f"({low}{unit} to {high}{unit})"


def ticket(lesson):
    both, left = lesson.both, lesson.left
    order, back = both["orders"] / both["views"], both["returns"] / both["orders"]
    old, bold = (100 * lesson.conversion.loc[name] for name in ("old page", "bold page"))
    dollars_old, dollars_bold = (lesson.dollars.loc[name] for name in ("old page", "bold page"))
    returned = 100 * lesson.rate_ranges(both["returns"], both["orders"])
    ends = "{low:.1f}% to {high:.1f}%".format
    whole = "{low:.0f} to {high:.0f}".format
    return [
        f"each seen {both['views'].iloc[0]:,} times.",
        f"The designer's bold page has {order['bold page']:.1%} conversion, the old one"
        f" {order['old page']:.1%}.",
        f"{back['bold page']:.0%} of the bold page's bottles come back",
        f"With the old page it was {back['old page']:.0%}.",
        (
            f"{left['old page']:.0f} dollars of 1,000 views from the old page,"
            f" {left['bold page']:.0f} from the bold one.",
            dollars_bold["high"] < dollars_old["low"],
        ),
        f"with {both['views'].iloc[0]:,} views each, 95 of 100 such ranges",
        (
            f"The bold page sells more ({ends(**bold)} against {ends(**old)}), and it leaves less"
            f" ({whole(**dollars_bold)} dollars against {whole(**dollars_old)}).",
            bold["low"] > old["high"],
        ),
        f"conversion {old['value']:.1f}% ({ends(**old)}), and {returned['value'].iloc[0]:.0f}% of"
        f" orders come back ({ends(**returned.iloc[0])})",
        f"Measured were {back['bold page']:.0%}, from {returned['low'].iloc[1]:.1f}% to"
        f" {returned['high'].iloc[1]:.1f}%.",
        'the counter that says "only 3 left"',
    ]


def log_odds(lesson):
    more = 100 * (lesson.steps["half a log-odds more"] - lesson.steps["before"])
    return [
        f"The same step of 0.5 adds {more.iloc[0]:.0f} points to 5%, {more.iloc[2]:.0f} points to"
        f" 50% and {more.iloc[4]:.0f} points to 95%. No share ever passes 100%."
    ]


def by_returns(lesson):
    least = (12 - lesson.left["old page"] / (1000 * 0.056)) / 20
    assert abs(lesson.page_contribution(0.056, 12, least, 8) - lesson.left["old page"]) < 1e-9
    return [f"as long as at most {least:.1%} of its orders come back."]


def modules(lesson):
    on, sells, back = lesson.on.sum(), lesson.sells, lesson.comes_back
    fewest = on.idxmin()
    seen = lesson.fit.iloc[:, 1]
    chance = 3000 * lesson.modelled * (1 - lesson.modelled)
    spread = (3000 * (seen - lesson.modelled)) ** 2 / chance
    claim, film = "bold claim", "video"
    return [
        (
            f"Each module was on {on.min()} to {on.max()} of the {len(lesson.on)} pages. On the"
            f" fewest pages was the {fewest}",
            (sells["high"] - sells["low"])[fewest] > (sells["high"] - sells["low"]).median(),
        ),
        (
            f"their effects on orders are {sells['value'][claim]:.2f}"
            f" {span(sells.loc[claim], 2)} and {sells['value'][film]:.2f}"
            f" {span(sells.loc[film], 2)}, and 0, no effect, lies in both ranges.",
            (sells.loc[[claim, film], "low"] < 0).all()
            and (sells.loc[[claim, film], "high"] > 0).all(),
        ),
        (
            f"{back['value'][claim]:.2f} {span(back.loc[claim], 2)} and {back['value'][film]:.2f}"
            f" {span(back.loc[film], 2)}, wholly above 0.",
            (back.loc[[claim, film], "low"] > 0).all(),
        ),
        (
            "What sells is the story of the maker, the comparison table and the questions answered;"
            " the last one even keeps bottles from coming back.",
            set(sells["value"].nlargest(3).index)
            == {"story of the maker", "comparison table", "questions answered"}
            and back["high"]["questions answered"] < 0,
        ),
        f"a correlation of {np.corrcoef(lesson.modelled, seen)[0, 1]:.2f}, but they differ"
        f" from it {spread.sum() / (24 - 11):.1f} times as much",
        "Ten modules have 45 pairs; 24 pages cannot tell them apart.",
    ]


def audits(lesson):
    counts = lesson.faults.drop(columns="bold page").sum(axis=1)
    bold, page = lesson.audit(lesson.ticket_page()), lesson.ticket_page()
    most = set(counts[counts == counts.max()].index)
    return [
        (
            "The bold page has three faults: nothing on returns, two claims without evidence, and"
            f' "only {page["says_left"]} left" where {page["stock"]} lie in stock.',
            bold == {"RETURNS", "UNPROVEN", "URGENCY"}
            and sum(claim["evidence"] is None for claim in page["claims"]) == 2,
        ),
        (f"each on {counts.max()} of {len(lesson.pages())}.", most == {"UNPROVEN", "REVIEWS"}),
    ]


def pages(lesson):
    more = lesson.drawn["your page"] - lesson.drawn["best tested page"]
    return [
        f"The expert's page leaves more than the best tested page in {(more > 0).sum()} of"
        f" {len(more)} products; the difference goes from {number(more.min())} to"
        f" {number(more.max())} dollars of 10,000 views.",
        f"on ten products the gain over the best tested page went from {number(more.min())} to"
        f" {number(more.max())} dollars.",
        "24 pages are few",
        (
            "The claim and the film stand high and in the middle.",
            not {"bold claim", "video"} & set(lesson.mine),
        ),
    ]


def answer(lesson):
    earned = lesson.earned
    return [
        f"The bold page leaves {lesson.bold:.0f} dollars of 1,000 views, the old one"
        f" {lesson.old:.0f}, and no range of one reaches into the other.",
        f"Claim and film alone leave {earned['claim and film alone']:,.0f} dollars of 10,000 views,"
        f" an empty page {earned['no module at all']:,.0f}",
        f"Your functions' five modules leave {earned['your page']:,.0f}, the best page tested so"
        f" far {earned['best tested page']:,.0f}.",
    ]


def reviews(lesson):
    agrees, ratings = lesson.agrees, lesson.sentences["rating"]
    alone, both = agrees.loc["words alone"], agrees.loc["words and negation"]
    return [
        f"The correlation is {alone['correlation']:.2f} ({alone['low']:.2f} to {alone['high']:.2f})"
        f" without negation and {both['correlation']:.2f} ({both['low']:.2f} to {both['high']:.2f})"
        " with it",
        "VADER, reaches 0.565 by its authors' own table, and one person agrees with the others at"
        " 0.911.",
        f"with the lowest sums {(lesson.lowest < 0).sum()} are complaints, of all sentences"
        f" {(ratings < 0).mean():.0%}.",
        f"what {len(lesson.sentences):,} sentences of reviews say",
    ]

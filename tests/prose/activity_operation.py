"""What lesson 14 says of its data, built from these data."""

import numpy as np

from course.charts import number
from course.lessons.activity_operation.answers import MODEL_ANSWERS, expert
from course.lessons.activity_operation.bump import PromotionBump, last_paying
from course.lessons.activity_operation.scenario import profit

READ = ("ticket", "wild-moral", "answer")
ITEMS, CUTS = range(5), range(61)  # practice items; percent


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *worked(lesson),
        *widget(),
        *campaign(lesson),
        *line(lesson),
        *inside(lesson),
        *enrolled(lesson),
        *ticket(lesson),
        *milk(lesson),
    ]


def worked(lesson):
    needed = lesson.needed.loc[20]
    return [
        (
            "Three times the units, 2.4 times the GMV, and nothing earned. With a banner for 50"
            " dollars it is a loss.",
            300 * 10 * 0.8 / (100 * 10) == 2.4
            and lesson.left["less what is missing elsewhere"] == lesson.left["an ordinary week"],
        ),
        (
            "the cut takes 2 of the 5 dollars that a unit leaves",
            lesson.cut_unit(10, 0.5, 0.2)[1] == 3,
        ),
        f"one must sell {needed['margin 50%']:.2f} times as much",
        f"With a margin of 50% a cut of 20% asks for {needed['margin 50%']:.2f} times the units,"
        f" with one of 40% for {needed['margin 40%']:.0f} times, with one of 30% for"
        f" {needed['margin 30%']:.0f} times.",
    ]


def widget():
    items = {place: PromotionBump.item(place) for place in ITEMS}
    ends = {place: last_paying(item) for place, item in items.items()}
    best = {
        place: max(CUTS, key=lambda cut, item=item: float(profit(cut / 100, **item)))
        for place, item in items.items()
    }
    margins = {place: item["margin"] for place, item in items.items()}
    strongest = max(items, key=lambda place: items[place]["elasticity"])
    return [
        (
            "Nobody's buyers answer more strongly to the price than those of item 3, and its week"
            f" stops paying first, at {ends[3]}%: its margin is thin",
            strongest == min(ends, key=ends.get) == min(margins, key=margins.get) == 3,
        ),
        (
            "For items 0, 3 and 4 every point takes something away, from the first on",
            [place for place in ITEMS if best[place] == 0] == [0, 3, 4],
        ),
    ]


def campaign(lesson):
    table, each, total = lesson.result, lesson.each, lesson.total
    won, worst = table.loc[each.index[each > 0]], each.idxmin()
    usual = (table["usual"] * table["price"]).sum()
    other = won[won["depth"] != 0.1]
    return [
        f"GMV rose from {usual:,.0f} to {lesson.gmv:,.0f} dollars, and the campaign lost"
        f" {-total['as measured']:,.0f}. Only {len(won)} of the {len(table)} products added"
        " something; three of them were cut by 10%, and the fourth, cut by 20%, has the largest"
        " margin.",
        (
            "three of them were cut by 10%",
            list(other["depth"]) == [0.2] and other.index[0] == table["margin"].idxmax(),
        ),
        f"The {worst}, cut by {table.loc[worst, 'depth']:.0%} with a margin of"
        f" {table.loc[worst, 'margin']:.0%}, alone lost {-each.min():,.0f} dollars.",
        f"with half of it the campaign lost {-total['half as much']:,.0f} dollars, with half as"
        f" much again {-total['half as much again']:,.0f}.",
    ]


def line(lesson):
    low, high = lesson.middle(lesson.off)
    sold, expected = sum(lesson.series[56:61]), sum(lesson.line)
    return [
        f"In five days {sold:,.0f} units were sold, where the line says {expected:,.0f}:"
        f" {sold - expected:,.0f} more.",
        f"On {len(lesson.off)} stretches of five days before the campaign, where nothing happened,"
        f" sales were {low:.1%} to {high:.1%} of it (in 95 of 100 cases). So the campaign brought"
        f" {sold - high * expected:,.0f} to {sold - low * expected:,.0f} units more, in these five"
        " days.",
    ]


def inside(lesson):
    three, (low, high) = lesson.three, lesson.gain
    before, later = lesson.before, lesson.later
    rise = later["joined"] / before["joined"] - 1
    season = later["stayed outside"] - before["stayed outside"]
    table = lesson.table
    others = table[~table["joined"] & ~table["after"]].groupby("merchant")["sales"].sum()
    largest = others["Fennmoor Bags"] / others.sum()
    return [
        (f"The merchants who joined sold {rise:.0%} more than in the weeks before", rise > 0),
        (
            "Forty merchants applied for a campaign; half of them were drawn at random to join, the"
            " others stayed outside. `merchants()` has their sales, six weeks before it and six"
            " weeks with it.",
            table["merchant"].nunique() == 40
            and table.loc[table["joined"], "merchant"].nunique() == 20
            and table.groupby("after")["week"].nunique().tolist() == [6, 6],
        ),
        ("There are 480 rows, but only forty merchants.", len(table) == 480),
        (
            "those who joined had sold less than half as much all along, since half of what the"
            " others sell is sold by one of them, Fennmoor Bags",
            before["joined"] < 0.5 * before["stayed outside"] and 0.45 < largest < 0.55,
        ),
        f"Those who joined sold {three['joined: after less before']:,.0f} dollars a week more than"
        f" before, {rise:.0%}. But {season:,.0f} of that came to those outside as well. What the"
        f" campaign added is {three['difference in differences']:,.0f} dollars a week, from"
        f" {low:,.0f} to {high:,.0f} (estimate ± 1.96 errors: 95 of 100 such ranges hold the truth).",
        f'finds a "loss" of {-three["after: joined less the others"]:,.0f}.',
    ]


def enrolled(lesson):
    items, mine = lesson.items, expert(lesson.items)
    chosen = items["product"].isin(list(mine))
    inside, outside = items[chosen], items[~chosen]
    gone = [(side["pulled"] + side["stolen"]).mean() for side in (inside, outside)]
    cuts = np.array(list(lesson.mine.values()))
    deep = lesson.adding.loc[30]
    return [
        (
            f"The expert's fifteen of campaign 0 have a margin of {inside['margin'].mean():.0%} on"
            f" average, those left out {outside['margin'].mean():.0%}. Of the extra units"
            f" {gone[0]:.0%} are missing elsewhere, against {gone[1]:.0%}. A high elasticity alone is"
            f" not enough: {inside['elasticity'].mean():.1f} against"
            f" {outside['elasticity'].mean():.1f}. And {len(set(mine) & set(lesson.sellers))} of the"
            " fifteen are best sellers, too",
            len(mine) == 15 and set(mine) == set(lesson.mine),
        ),
        (
            "Nine are cut by 10%, the deepest by 30%.",
            (cuts == 0.1).sum() == 9 and cuts.max() == 0.3,
        ),
        f"All at 30%, the expert's products lose {-deep['yours']:,.0f} dollars, and the best sellers"
        f" {-deep['best sellers']:,.0f}.",
    ]


def ticket(lesson):
    added, earned, three = lesson.added, lesson.earned, lesson.three
    nothing, few, third, many, december = (-value for value in added.values())
    model = MODEL_ANSWERS[2.0]
    return [
        (
            "GMV went from 30,000 to 80,000 dollars. For December I want 50% off",
            (lesson.week["usual"] * lesson.week["price"])[0] == 30_000,
        ),
        ("30% off our best sellers:", True),
        ("The finance side says that the margin is 40%", lesson.week["margin"][0] == 0.4),
        "GMV rose from 30,000 to 80,000 dollars at 30% off, with a margin of 40%. Take as one unit"
        " what costs a dollar before the cut: then 80,000 dollars of GMV are 80,000 ÷ 0.70 ="
        f" {lesson.week['sold'][0]:,.0f} units.",
        ("In the campaign of exercise 2 it was a fifth to two fifths", True),
        (
            "for the middle half of the products",
            abs(lesson.few - 0.2) < 0.01 and abs(lesson.many - 0.4) < 0.01,
        ),
        f"The GMV of the ticket rose by 50,000 dollars, and the week lost {nothing:,.0f} even if"
        f" nothing was pulled forward. With a third pulled forward it lost {third:,.0f}; with a fifth"
        f" to two fifths {few:,.0f} to {many:,.0f}. December at 50% would be worse: a cut above the"
        f" margin loses a tenth of the old price with every unit. At the same GMV that would be"
        f" {december:,.0f} dollars less than an ordinary week",
        "most of them cut by 10%. In campaign 0 that adds"
        f" {earned['your enrolment']:,.0f} dollars, where 30% off the best sellers loses"
        f" {-earned['best sellers, 30% off']:,.0f}. And for the merchants it works by"
        f" {three['difference in differences']:,.0f} dollars of sales a week, not by the"
        f" {three['joined: after less before']:,.0f} that they see.",
        (
            model,
            f"{third:,.0f} dollars with a third of the extra units pulled forward, {few:,.0f} to"
            f" {many:,.0f} with a fifth"
            in model
            and f"minus {december:,.0f} at the same GMV" in model
            and f"{earned['your enrolment']:,.0f} dollars in campaign 0, where 30% off best sellers"
            f" loses {-earned['best sellers, 30% off']:,.0f}"
            in model,
        ),
    ]


def milk(lesson):
    table, rows = lesson.milk, lesson.rows["units"]
    units = {
        (cut, kind): rows[f"below {cut}: after {kind} week"]
        for cut in ("1.25", "1.30")
        for kind in ("a cheap", "an expensive")
    }
    dear = table["price"] >= 1.3
    low = lesson.rows["low"].groupby(lesson.rows.index.str[:10]).max()
    high = lesson.rows["high"].groupby(lesson.rows.index.str[:10]).min()
    return [
        f"An elasticity of {number(lesson.slope, 1)}, from {number(lesson.low, 1)} to"
        f" {number(lesson.high, 1)} (weeks drawn anew). If it holds for every cut, 20% off sells"
        f" 0.8^{number(lesson.slope, 1)} = {0.8**lesson.slope:.1f} times as much; read as a straight"
        f" line, {-lesson.slope:.1f} × 20%, it would be {1 - 0.2 * lesson.slope:.1f} times.",
        f"The milk costs less than 1.30 dollars in {(~dear).sum()} of {len(table)} weeks",
        (
            "weeks 5 to 8, 27 to 29 and 43 to 49 are all expensive",
            dear[[*range(5, 9), *range(27, 30), *range(43, 50)]].all(),
        ),
        "Call cheap what is below 1.25 dollars, and so it seems:"
        f" {units['1.25', 'a cheap']:.0f} units after a cheap week,"
        f" {units['1.25', 'an expensive']:.0f} after an expensive one. Call cheap what is below"
        f" 1.30, and it is the other way round: {units['1.30', 'a cheap']:.0f} against"
        f" {units['1.30', 'an expensive']:.0f}. Two weeks make the difference, 41 and 42, at"
        f" {table.loc[41, 'price']:.2f} and {table.loc[42, 'price']:.2f} dollars.",
        ("Both times the ranges overlap.", (low < high).all()),
        (
            "Two weeks make the difference",
            list(table.index[table["price"].between(1.25, 1.3)]) == [41, 42],
        ),
    ]

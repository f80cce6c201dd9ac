"""What lesson 24 says of its data, built from these data."""

from itertools import permutations

import numpy as np

from course.check.numbers import percent

READ = ("ticket", "wild-moral")


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ticket(lesson),
        *example(lesson),
        *year(lesson),
        *categories(lesson),
        *quarter(lesson),
        *trials(lesson),
        *answer(lesson),
        *milk(lesson),
    ]


def ticket(lesson):
    return [
        "We take 10% everywhere. At 20% everywhere",
        ("says that the error was 205%?!", abs(lesson.each.mean() - 2.05) < 1e-9),
        "`history(0)`, the quarter is `quarter()`, and the plan's first category is `monthly(0)`",
        "**Subject:** 20%",
        "are those of practice platform 0,",
        (
            '"20% everywhere" sends whole categories away',
            ((0.8 / 0.9) ** lesson.measured < 0.2).any(),
        ),
    ]


def example(lesson):
    earned = lesson.earned
    at = {rate: (earned(rate, 4), earned(rate, 12)) for rate in (0.10, 0.14, 0.20)}

    def best(elasticity):
        return f"{(1 + 0.03 * elasticity) / (1 + elasticity):.1%}"

    return [
        (
            f"Of these three rates Drinkware earns most at 20%, {at[0.20][0]:,.0f} dollars; Audio"
            f" earns most at 10%, {at[0.10][1]:,.0f} dollars, and at 20% only"
            f" {at[0.20][1]:,.0f}.",
            max(at, key=lambda rate: at[rate][0]) == 0.20
            and max(at, key=lambda rate: at[rate][1]) == 0.10,
        ),
        "\\left(\\frac{1 - \\text{rate}}{1 - 0.10}\\right)^{\\varepsilon}",
        "\\frac{1 + 0.03 \\times \\varepsilon}{1 + \\varepsilon}",
        f"For ε = 4 the best rate is {best(4)}, for 12 it is {best(12)}, for 8 it is {best(8)}.",
    ]


def year(lesson):
    table, kpis = lesson.commercial_year(), lesson.kpis
    rates = table["revenue"] / table["gmv"]
    _, low, high = lesson.error_range(table["forecast"], table["actual"])
    empty = table.loc[table["actual"] == 0, "month"].tolist()
    return [
        f"The platform took {kpis['take_rate']:.1%} of what was sold, from {rates.min():.1%} to"
        f" {rates.max():.1%} by month. The forecast missed by {kpis['wmape']:.0%} of the orders"
        " that came.",
        f"it would be anything from {low:.0%} to {high:.0%}: twelve months",
        (
            f"The bias is {kpis['bias']:+.0%}, since over a year misses up and down cancel;"
            f" {kpis['attainment']:.0%} of what was forecast came.",
            abs(kpis["bias"]) < 0.2 * kpis["wmape"],
        ),
        f"In months {empty[0]} and {empty[1]} nothing was sold",
        ("months tell the size of an error only roughly", high > 2 * low),
    ]


def categories(lesson):
    errors, tested = lesson.errors, lesson.tested
    mine, last = (
        lesson.error_range(tested[name], tested["came"]) for name in ("your forecast", "last year")
    )
    better = int((errors["your forecast"] < errors["last year"]).sum())
    first = errors.loc["category 0"]
    return [
        f"In category 0 the three ideas miss by {first['your forecast']:.1%}, last year's months by"
        f" {first['last year']:.1%}. Over all {len(errors)} categories it is {mine[0]:.1%} against"
        f" {last[0]:.1%}, with other months of this kind {mine[1]:.1%} to {mine[2]:.1%} and"
        f" {last[1]:.1%} to {last[2]:.1%}. The three ideas are better in {better} of"
        f" {len(errors)} categories.",
        ("three lines beat last year's month, on many categories together", mine[0] < last[0]),
    ]


def quarter(lesson):
    plan, actual = lesson.quarter()
    parts = lesson.bridge(plan, actual)
    short = parts["plan"] - parts["actual"]
    takes = []
    for order in permutations(plan):
        now, before = dict(plan), None
        for name in order:
            before = worth(now)
            now[name] = actual[name]
            if name == "take":
                takes.append(before - worth(now))
    return [
        f"Planned were {parts['plan']:,.0f} dollars, {parts['actual']:,.0f} came: {short:,.0f}"
        f" fewer. The take rate explains {-parts['take']:,.0f} of them, fewer orders"
        f" {-parts['orders']:,.0f}, and the higher cost of an order {-parts['cost']:,.0f}; larger"
        f" baskets gave {parts['aov']:,.0f} back.",
        f"the take rate would explain from {min(takes):,.0f} to {max(takes):,.0f}.",
        (
            f"Of the {short:,.0f} dollars that were missing, {-parts['take']:,.0f} are the lower"
            " take rate.",
            -parts["take"] > short / 2,
        ),
    ]


def worth(facts):
    """The contribution of a quarter, dollars."""
    return facts["orders"] * (facts["aov"] * facts["take"] - facts["cost"])


def trials(lesson):
    found, rates = lesson.found, lesson.set_at
    lowest, highest = found["elasticity"].idxmin(), found["elasticity"].idxmax()
    drawn, alone = [], []
    for place in range(20):
        table = lesson.history(place)
        own = np.array(lesson.rates(*table))
        measured = lesson.trial_elasticities(table[1])
        nearer = np.exp(0.7 * np.log(measured) + 0.3 * np.log(9.0))
        better = (1 + 0.03 * nearer) / (1 + nearer)
        alone.append(lesson.earns(place, own.tolist()))
        drawn.append(lesson.earns(place, better.tolist()))
    drawn, alone = np.array(drawn), np.array(alone)
    wide = (found["high"] / found["elasticity"]).between(1.8, 2.2) & (
        found["elasticity"] / found["low"]
    ).between(1.8, 2.2)
    return [
        f"The trials' elasticities go from {found['elasticity'].min():.1f} ({lowest}) to"
        f" {found['elasticity'].max():.1f} ({highest})",
        ("each is known to within half and twice only", wide.all()),
        f"{highest}'s may be anything from {found.loc[highest, 'low']:.1f} to"
        f" {found.loc[highest, 'high']:.1f}.",
        (
            f"The best rates that follow lie between {rates.min():.1%} and {rates.max():.1%}; none"
            " is near the ticket's 20%.",
            rates.max() < 0.17,
        ),
        "`np.exp(0.7 * np.log(e) + 0.3 * np.log(9))` takes each elasticity three tenths of the way"
        " to 9",
        f"That earns about {drawn.mean() / alone.mean() - 1:.0%} more on the {len(drawn)} practice"
        f" platforms, and more on {(drawn > alone).sum()} of them.",
    ]


def answer(lesson):
    told, platforms = lesson.told, lesson.platforms
    all_20, today, mine = (
        told.loc[name] for name in ("20% everywhere", "10% everywhere, as today", "your rates")
    )
    promised = []
    for place in range(20):
        table = lesson.history(place)
        rates = lesson.rates(*table)
        measured = lesson.trial_elasticities(table[1])
        value, _, _ = lesson.earned_range(table[0], measured, np.array(rates))
        promised.append(value > lesson.earns(place, rates))
    count = len(platforms)
    loses = int((platforms["20%"] < platforms["10%"]).sum())
    gains = int((platforms["your rates"] > platforms["10%"]).sum())
    low, high = (1 - lesson.low, lesson.high - 1)
    return [
        f"By the trials it would earn {all_20['earned']:,.0f} dollars a month,"
        f" {all_20['low']:,.0f} to {all_20['high']:,.0f}, and today's 10% earns"
        f" {today['earned']:,.0f}.",
        (
            f"On the {count} platforms of the picture it loses on {loses}, and nowhere does it come"
            " near to twice as much.",
            (platforms["20%"] < 1.3 * platforms["10%"]).all(),
        ),
        f"by the trials {mine['earned']:,.0f} dollars, {mine['low']:,.0f} to {mine['high']:,.0f}.",
        f"The expert's rates brought {lesson.earns(0, lesson.mine):,.0f} on platform 0, more than"
        f" today on {gains} of the {count}, and less than promised on {sum(promised)} of all"
        f" {len(promised)}.",
        "**20% everywhere? No.**",
        f"Category 0 will sell {lesson.plan.sum():,.0f} thousand dollars next year, between"
        f" {lesson.ends[0]:,.0f} and {lesson.ends[1]:,.0f}, and a single month anything from"
        f" {percent(low)} below its line to {percent(high)} above.",
        f"**205%?** The zips are {lesson.each['spare zips']:.0%} off, by 4 pieces, the shirts"
        f" {lesson.each['shirts']:.0%}. Together 104 of 1,001 pieces were missed,"
        f" {lesson.together:.0%}.",
        ("our yearly forecasts missed by up to a fifth", 0.18 < 1 - lesson.by_year.min() < 0.21),
        (
            "by our trials it earns 224,000 dollars a month, 160,000 to 298,000, and today's 10%"
            " earns 304,000",
            np.allclose([*all_20, today["earned"]], [224_000, 160_000, 298_000, 304_000], atol=500),
        ),
    ]


def milk(lesson):
    missed = lesson.missed
    last, two, mean, price = (missed.iloc[place] for place in range(4))
    return [
        f"miss by {last['WMAPE']:.0%}, {two['WMAPE']:.0%} and {mean['WMAPE']:.0%}.",
        (
            f"misses by {price['WMAPE']:.0%}, and with other weeks of this kind by"
            f" {price['low']:.0%} to {price['high']:.0%}: far below the others' ranges.",
            price["high"] < missed.iloc[:3]["low"].min(),
        ),
    ]

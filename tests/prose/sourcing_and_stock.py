"""What lesson 03 says of its data, built from these data."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from scipy.stats import norm

READ = ("answer", "wild-moral")
FEW, MUGS = 1000, 2200
BROTHER = 1.65  # standard deviations above the mean
DAY, SHIP = (30, 9), (40, 7)  # units a day, days on the way: mean and SD


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *mugs(lesson),
        *reorder(lesson),
        *lamps(lesson),
        *shelf(lesson),
        *orders(lesson),
        *answer(lesson),
        *euro(lesson),
    ]


def cents(value):
    """Dollars to the cent; half a cent goes up, as in a shop."""
    return f"{Decimal(repr(round(value, 6))).quantize(Decimal('0.01'), ROUND_HALF_UP)}"


def mugs(lesson):
    far, near = lesson.offers.values()
    a_mug, close = (lesson.landed_cost(*each, FEW) for each in (far, near))
    (_, far_low, far_high), (_, near_low, near_high) = lesson.thousand.to_numpy()

    def with_duty(share):
        return lesson.landed_cost(*far[:3], share, far[4], FEW)

    level = (close - with_duty(0)) / (with_duty(1) - with_duty(0))
    cross = next(
        n for n in range(FEW, 9999) if lesson.landed_cost(*far, n) < lesson.landed_cost(*near, n)
    )
    return [
        f"mugs near by for {near[0]:.2f}, when a factory in Ningbo asks {far[0]:.2f}",
        (f"{a_mug:.2f} for a mug of {far[0]:.2f}.", abs(a_mug / far[0] - 4 / 3) < 0.01),
        "(price − cost) × (1 − F)",
        "(Arrow, Harris and Marschak, 1951;",
        "Drag the salvage from 0 to 95%",
        f"The one from near by is {cents(close)} landed",
        (f"The lines cross at about {MUGS:,} mugs", abs(cross - MUGS) < 50),
        f"For a thousand it is {a_mug:.2f} dollars against {cents(close)}.",
        (
            f"{far_low:.2f} to {far_high:.2f} against {near_low:.2f} to {near_high:.2f}. The two do"
            " not touch.",
            far_low > near_high,
        ),
        f"below {level:.1%} instead of {far[3]:.0%} the far mugs win.",
        f"For a thousand, no: {a_mug:.2f} dollars landed against {cents(close)}. From about"
        f" {MUGS:,} on, yes.",
        f"if the duty falls below {level:.1%}",
        f"it is {near_low:.2f} to {near_high:.2f} against {far_low:.2f} to {far_high:.2f}.",
    ]


def reorder(lesson):
    at = lesson.eoq(1200, 50, 3)

    def yearly(units):
        return 50 * 1200 / units + 3 * units / 2

    days, ship = np.sqrt(SHIP[0]) * DAY[1], DAY[0] * SHIP[1]
    return [
        f"At {at:.0f} units each kind costs {3 * at / 2:.0f} dollars a year, together"
        f" {yearly(at):.0f}.",
        (
            f"Half as many at a time, or twice as many, costs {yearly(at / 2):.0f}: a quarter more",
            yearly(at / 2) == yearly(2 * at) == 1.25 * yearly(at),
        ),
        f"With {DAY[0]} ± {DAY[1]} units a day and a ship that takes {SHIP[0]} ± {SHIP[1]} days, the"
        f" days' chance makes {days:.0f} units and the ship's {ship:.0f}, together"
        f" {np.hypot(days, ship):.0f}.",
    ]


def lamps(lesson):
    best, rule = lesson.best, 100 + BROTHER * 30
    earned, lost = (lesson.winters(each).mean() for each in (best, rule))
    low, high = np.quantile(lesson.winters(best), [0.025, 0.975])
    enough = [norm.cdf(each, 100, 30) for each in (best, rule)]
    return [
        f"{best:.0f} lamps are enough in {enough[0]:.0%} of winters and earn {earned:,.0f} dollars"
        " on average.",
        f"The brother-in-law's {rule:.0f} are enough in {enough[1]:.0%} and earn {lost:,.0f}: he"
        f" pays {earned - lost:,.0f} dollars a winter",
        f"with {best:.0f} lamps anything from a loss of {-low:,.0f} to a gain of {high:,.0f} dollars is"
        " usual.",
    ]


def shelf(lesson):
    mean, low, high = lesson.asked.loc["your estimate", ["mean", "low", "high"]]
    sold, left = lesson.asked["mean"].iloc[:2]
    true = lesson.demand.mean()
    return [
        f"{sold:.1f} were sold a day, and {left:.1f} on days with stock left. Your estimate is"
        f" {mean:.1f} ({low:.1f} to {high:.1f} with the days drawn anew",
        "*bootstrap*; Efron, 1979",
        f"asked for were {true:.1f}.",
        (
            "too low by more than their ranges tell",
            lesson.asked["high"].iloc[:2].max() < true and low < true < high,
        ),
        f"So {true - sold:.1f} units a day, {(true - sold) / true:.0%} of the demand, were missed.",
    ]


def orders(lesson):
    history, price, cost, salvage = lesson.season(0)
    mine = np.array(lesson.buy(history, price, cost, salvage))
    name = lesson.wild
    place = history.columns.get_loc(name)
    low, high = lesson.anew(
        lambda past: lesson.buy(past, price, cost, salvage)[place], history, tries=200
    )
    return [
        f"less than the mean for {(mine < history.mean()).sum()} of the {len(mine)} products",
        f"It rests on {len(history)} weeks.",
        f"{mine[place]:.0f} units are ordered, and anything from {low:.0f} to {high:.0f} fits.",
    ]


def answer(lesson):
    rule, mean, mine = (1000 * lesson.profit[name] for name in lesson.names)
    full, _, best = lesson.out
    return [
        "mean plus 1.65 SD is enough in about 95 of 100 weeks",
        (
            f"between a loss of {-rule.min():,.0f} and {rule.max():,.0f} dollars; the mean earns"
            f" {mean.min():,.0f} to {mean.max():,.0f}, the expert's orders {mine.min():,.0f} to"
            f" {mine.max():,.0f}.",
            (mine > mean).all(),
        ),
        f"{best:.0f} of the 60 products sell out in an ordinary week, with the rule {full:.0f}.",
        ("Eleven empty shelves are no proof", full < 11 < best),
    ]


def euro(lesson):
    rates, mug = lesson.rates, lesson.mug
    means = [rates.loc[each, "USD"].mean() for each in ("2022", "2023", "2024")]
    january, september = (rates.loc[f"2022-{month}", "USD"] for month in ("01", "09"))
    return [
        f"{means[0]:.4f}, {means[1]:.4f} and {means[2]:.4f} are the yearly means",
        f"went from {mug.min():.2f} to {mug.max():.2f} euro: {mug.max() / mug.min() - 1:.0%} more.",
        (
            "A margin of 15% that was computed in January was gone in September.",
            (1 - 0.15) * january.mean() / september.min() >= 1,
        ),
    ]

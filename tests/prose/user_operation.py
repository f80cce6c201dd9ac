"""What lesson 19 says of its data, built from these data."""

import numpy as np

from course.market.parameters import tideway

READ = ("wild-moral",)
SURELY_GONE = 0.2


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *silence(lesson),
        *cohorts(lesson),
        *shops(lesson),
        *chances(lesson),
        *mail(lesson),
        *service(lesson),
        *coupon(lesson),
        *compact_discs(lesson),
    ]


def silence(lesson):
    cafe, school = (float(each[10]) for each in lesson.still.values())
    return [
        f"stays silent for ten weeks with a chance of {cafe:.0%}, one of the school's pace with"
        f" {school:.0%}."
    ]


def cohorts(lesson):
    kept = lesson.kept["retention"]
    last, low, high = lesson.kept.iloc[-1]
    size = int(lesson.sums["of"].iloc[-1])
    return [
        f"Of all who came {kept.iloc[0]:.0%} ordered again in the month after, {kept.iloc[3]:.0%} in"
        " the fourth month.",
        (
            f"month {len(kept)} has been lived through by one cohort of {size} customers, and"
            f" {low:.0%} to {high:.0%} fits its {last:.0%}.",
            (lesson.cohorts["age"] == len(kept)).sum() == 1,
        ),
    ]


def shops(lesson):
    cd, practice = lesson.fits.loc["CD shop"], lesson.fits.loc["practice shop"]
    return [
        f"The CD shop's customers buy {cd.iloc[0]:.3f} times a week on average, once in"
        f" {1 / cd.iloc[0]:.0f} weeks",
        ("a quarter of them leave after a purchase", round(cd.iloc[1] * 4) == 1),
        (
            "The practice shop's buy a little less often and a third leave",
            0.7 < practice.iloc[0] / cd.iloc[0] < 1 and round(practice.iloc[1] * 3) == 1,
        ),
    ]


def chances(lesson):
    fit = (0.243, 4.414, 0.793, 2.426)

    def at(bought, weeks):
        one = (np.array([each]) for each in (float(bought), 20.0, 20.0 + weeks))
        return float(lesson.p_alive(*one, fit)[0])

    return [
        "Now add a purchase in week 30",
        "All four bought for the last time in week 20.",
        f"is down to {at(10, 10):.0%} after ten silent weeks; whoever bought once is still at"
        f" {at(1, 10):.0%}.",
        f"({at(10, 0):.0%} against {at(1, 0):.0%})",
        "with 30%, about 30 are still customers",
        ("the frequent buyer is the safest of all", at(10, 0) > at(5, 0) > at(2, 0) > at(1, 0)),
        ("later the least safe", at(10, 20) < at(5, 20) < at(2, 20) < at(1, 20)),
    ]


def mail(lesson):
    left, best = lesson.left, lesson.best["best over half a year"]
    return [
        ("This week a mail a day earns most in every segment", (lesson.profit.idxmax() == 7).all()),
        f"a daily mail leaves {100 * left.loc[7, 'regulars']:.0f} of 100 regulars on the list after"
        f" half a year, one mail a week {100 * left.loc[1, 'regulars']:.0f}.",
        (
            "one mail a week is best for regulars and new customers, two for sleepers",
            best.to_dict() == {"regulars": 1, "new": 1, "sleepers": 2},
        ),
        f"(of 100 with two mails a week, {100 * left.loc[2, 'sleepers']:.0f} stay)",
        "worth 3 dollars at the end",
        "3 dollars for all is our assumption",
        (
            "a regular is worth more, and that would mean fewer mails, not more",
            lesson.best_frequency(lesson.curves, 30.0, 26)["regulars"] < 2,
        ),
        f"It costs the list: {100 * left.loc[7, 'regulars']:.0f} of 100 regulars are left",
    ]


def service(lesson):
    saved, gone = lesson.saved, lesson.often - lesson.mine
    year = lesson.year.loc[sorted(gone), "weeks of silence"]
    rows = lesson.last_year(0).set_index("customer").loc[sorted(lesson.often)]
    p = tideway()
    fit = (p.buyer.shape, p.buyer.scale, p.lifetime.drop_a, p.buyer.drop_b)
    alive = lesson.p_alive(*(rows[each].to_numpy(float) for each in ("x", "tx", "T")), fit)
    new = lesson.year.loc[sorted(lesson.mine - lesson.often)]
    return [
        (
            f"Of the ticket's 1,200, the most frequent buyers, {len(gone)} are not on the expert's"
            " list: most of them have been silent for months",
            year.median() > 13,
        ),
        (
            f"The {len(new)} who come in their place bought less often, but lately",
            new["x"].max() <= lesson.year.loc[sorted(lesson.often), "x"].min()
            and new["weeks of silence"].median() < 9,
        ),
        "in practice year 0 they save {:,.0f} dollars of margin, the latest buyers {:,.0f}, the"
        " expert's list {:,.0f}.".format(*saved.values()),
        f"In ten years the list brings {min(lesson.gains):.0f} to {max(lesson.gains):.0f} dollars a"
        " year more than the ticket's.",
        ("That is about a tenth", 0.07 < np.mean(lesson.gains) / saved["bought most often"] < 0.13),
        f"a quarter of it ({(alive < SURELY_GONE).mean():.0%}) is almost certainly gone",
        ("alpha + T is the same for all", set(lesson.last_year(0)["T"]) == {52}),
    ]


def coupon(lesson):
    silent, never = lesson.silent, lesson.last_year(0).query("x == 0")
    return [
        f"Of the {len(silent):,} who had come back before and are now silent for two months,"
        f" {silent['alive'].sum():,.0f} are still customers",
        f"{(silent['alive'] > 0.5).sum()} have a chance above 50%",
        f"With {(silent['alive'] < 0.1).sum()} it is below 10%",
        f"({len(never):,} more never came back after the first purchase.",
    ]


def compact_discs(lesson):
    x, chance = lesson.x, lesson.chance
    back = x > 0
    return [
        f"P(alive) of customer 1, {chance[0]:.3f}",
        f"That {lesson.back:.1%} bought again is counted; {lesson.low:.1%} to"
        f" {lesson.high:.1%} would fit",
        f"The model expects {chance.sum():,.0f} of {len(x):,} to be",
        f"but {(~back).sum():,} of these never came back",
        f"Of the {back.sum()} who did come back, {chance[back].sum():.0f} are still there: about"
        " half.",
        "27 to 39 weeks later",
    ]

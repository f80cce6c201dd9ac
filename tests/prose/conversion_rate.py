"""What lesson 07 says of its data, built from these data."""

READ = ("ticket",)


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *day(lesson),
        *segments(lesson),
        *sizes(lesson),
        *logs(lesson),
        *ideas(lesson),
        *answer(lesson),
        *clicks(lesson),
    ]


def day(lesson):
    before, after = (lesson.steps[name] for name in ("rows as they are", "each session once"))
    _, low, high = lesson.share_range(lesson.bought, lesson.sessions)
    return [
        (
            "Nearly a third of the conversion was made of staff, bots and double counting:"
            f" {before:.2%} became {after:.2%}.",
            0.28 < 1 - after / before < 1 / 3,
        ),
        f"One day tells it to between {low:.2%} and {high:.2%}.",
        "The eleven ideas are practice ideas 0 to 10, `idea(0)` to `idea(10)`",
        "Each single look is wrong 5% of the time",
        "Johari and others (2017) show",
        "And idea 3 has no top at all",
    ]


def segments(lesson):
    found = lesson.found

    def told(name):
        row = found.loc[name]
        return f"{row['cvr']:.1%} ({row['low']:.1%} to {row['high']:.1%})"

    desktop = told("desktop").replace(" (", " of the sessions end in an order (")
    return [
        (
            f"On desktops {desktop}, on phones {told('phone')}.",
            found.loc["phone", "high"] < found.loc["desktop", "low"],
        ),
        (
            f"The same holds for email, {told('email').replace(' (', ' (')}, and social,"
            f" {told('social')}.",
            found.loc["social", "high"] < found.loc["email", "low"],
        ),
    ]


def sizes(lesson):
    days = lesson.days["days"]
    least = days.index[days <= 4][0]
    need = lesson.n_per_arm(0.04, 0.10)
    return [
        f"At 4% conversion a lift of 10% takes {need:,.0f} sessions an arm,"
        f" {need / 2000:.0f} days in a shop with 4,000 sessions a day.",
        (
            f"Four days prove a lift of {least:.0f}% or more",
            lesson.n_per_arm(0.04, least / 100)
            <= 8000
            < lesson.n_per_arm(0.04, least / 100 - 0.01),
        ),
        f"four days can prove a lift of {least:.0f}% or more only",
        (
            "planned with 40,000 sessions per arm, so that a lift of 10% can be seen",
            lesson.PLANNED == 40_000 > need,
        ),
    ]


def logs(lesson):
    checkout, picture = (lesson.tests[name] for name in ("shorter checkout", "new hero picture"))
    seen = picture.groupby("arm")["sessions"].sum()
    lifts = lesson.lift_by_day(checkout)

    def at(day, digits=1):
        return [f"{100 * value:+.{digits}f}%".replace("-", "−") for value in lifts.loc[day]]

    def weekly(rows):
        return lesson.lift_by_day(rows.assign(day=1).groupby(["day", "arm"], as_index=False).sum())

    first = weekly(checkout[checkout["day"] <= 7])["lift"].iloc[0]
    last = weekly(checkout[checkout["day"] > checkout["day"].max() - 7])["lift"].iloc[0]
    nothing, steady = lesson.told["truly +0%"], lesson.told["truly +8%"]
    reached = steady["ship"] + steady["extend"]
    end, fourth, twelfth = at(21), at(4), at(12)
    return [
        f"the second has {seen['A'] - seen['B']:,.0f} sessions fewer on B than on A",
        f"The first ends at {end[0]}, with a range from {end[1]} to {end[2]}. On day 4 it stood at"
        f" {fourth[0]}, anywhere from {fourth[1]} to {fourth[2]}; on day 12 at {twelfth[0]}.",
        f"{first:+.1%} in the first seven days, {last:+.1%} in the last.",
        f"Of a hundred tests of nothing the rules ship {nothing['ship']:.0f}.",
        (
            f"Of a hundred tests of a steady +8% they ship {steady['ship']:.0f}, stop"
            f" {steady['stop']:.0f} and extend {steady['extend']:.0f}: of the {reached:.0f} wins"
            " that reached rule 4, one in eight was called fading",
            abs(reached / steady["extend"] - 8) < 0.5,
        ),
        "the size was made for seeing +10%",
        "That is the price of rule 4.",
    ]


def ideas(lesson):
    table = lesson.ideas
    tested = table["tested"] > 0
    share = (2 * table["tested"] / table["visitors"])[tested]
    behind = (table["idea_mean"] / table["idea_sd"]).idxmax()
    return [
        (
            f"Four of the eleven ideas deserve a test, and {share.min():.1%} to {share.max():.1%} of"
            " their visitors are in it.",
            tested.sum() == 4 and len(table) == 11,
        ),
        (
            f"Idea 4 is least behind for its spread, and is not tested:"
            f" {table.loc[behind, 'visitors']:,} visitors at a conversion of"
            f" {table.loc[behind, 'cvr']:.1%}",
            behind == "idea 4" and not tested[behind],
        ),
    ]


def answer(lesson):
    tested = lesson.ideas["tested"][lesson.ideas["tested"] > 0]
    sums, mine = lesson.earned.sum(), lesson.earned["your size"]
    first = lesson.seasons.loc["idea 1"]
    looks = lesson.spring
    return [
        (
            f"Ideas 1, 2, 5 and 10, with {tested.min():,} to {tested.max():,} visitors per arm",
            list(tested.index) == ["idea 1", "idea 2", "idea 5", "idea 10"],
        ),
        (
            f"expected to bring {sums['your size']:.0f} orders, nearly all of them by ideas 1 and 2;"
            f" the textbook's sizes would cost {-sums.iloc[0]:,.0f}.",
            mine[["idea 1", "idea 2"]].sum() > 0.95 * sums["your size"],
        ),
        f"Idea 1 is expected to bring {first['expected']:.0f} orders, but in 95 of 100 seasons it is"
        f" anything from {-first['low']:.0f} fewer to {first['high']:.0f} more.",
        f"After four looks {looks[3]:.1f} of 100 tests of nothing have won at least once, after one"
        f" look {looks[0]:.1f}.",
        ("in about three of ten tests within 40 days", len(looks) == 40 and 25 < looks[-1] < 35),
        (
            f"Idea 1, a shorter checkout: {tested['idea 1']:,} visitors per arm,"
            f" {2 * tested['idea 1'] / lesson.ideas.loc['idea 1', 'visitors']:.1%} of the season's"
            f" {lesson.ideas.loc['idea 1', 'visitors']:,}",
            True,
        ),
    ]


def clicks(lesson):
    rates = lesson.rates
    sides = [
        (rates.loc[f"{one}, algorithm"], rates.loc[f"{one}, random"])
        for one in ("all", "men", "women")
    ]
    return [
        (
            "With 10,000 each, *men* looks like a win (p = 0.031), *all* like nothing and *women*"
            " like an exact tie.",
            sides[2][0]["clicked"] == sides[2][1]["clicked"],
        ),
        (
            "none of the three sides is clear of the other",
            all(mine["low"] < other["high"] for mine, other in sides),
        ),
        "0.35% of 1,374,327 at random and 0.50% of 12,168,084 by the algorithm.",
        "(Table 1)",
        (f"z = {lesson.z:.0f}: the algorithm wins", lesson.z > 20),
    ]

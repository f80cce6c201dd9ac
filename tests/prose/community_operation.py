"""What lesson 21 says of its data, built from these data."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import poisson

from course.check.numbers import number

READ = ("ticket", "wild-moral")
OTHERS = 25  # what other customers spend a month: the ticket's word, no data


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ticket(lesson),
        *worked(lesson),
        *talk(lesson),
        *filled(lesson),
        *two_hills(lesson),
        *effect(lesson),
        *offers(lesson),
        *answer(lesson),
        *terms(lesson),
        *top(lesson),
    ]


def ticket(lesson):
    after = lesson.asked[lesson.asked["joined"]]["after"].mean()
    return [
        f"Members of our bakers' group spend {after:.0f} dollars a month, other customers"
        f" {OTHERS}. So each member is worth {after - OTHERS:.0f} dollars! And how they talk:"
        f" {len(lesson.messages)} messages in four weeks.",
        f"seems to be worth {after - OTHERS:.0f} dollars",
        "**Subject:** 200 groups by summer",
        "I want 200 groups by summer, 500 people each. And for growth: group-buy for EIGHT friends"
        " at 30% off.",
    ]


def worked(lesson):
    none, one = lesson.chances["0 join"], lesson.chances["1 join"]
    return [
        (
            f"none comes with a chance of {none:.0%}, one with {one:.0%}: together"
            f" {none + one:.0%}. So the group fills in six cases of ten.",
            round(10 * (1 - none - one)) == 6,
        ),
        ("of whom one in twenty would join at this discount: two on average", 40 / 20 == 2),
    ]


def talk(lesson):
    counts, found = (
        lesson.messages["member"].value_counts(),
        lesson.active_rate(lesson.messages, lesson.members),
    )
    return [
        f"One member wrote {counts.iloc[0]} of the {len(lesson.messages)} messages."
        f" {found['active_rate']:.0%} of the {lesson.members} members wrote in the last week, and"
        f" {lesson.members - len(counts)} have not said a word in four weeks. The top tenth, eight"
        f" people, wrote {found['top_tenth']:.0%} of everything; {found['reply_rate']:.0%} of the"
        " messages got a reply.",
        f"here eight of {lesson.members} members write {found['top_tenth']:.0%}.",
    ]


def filled(lesson):
    chance = {n: lesson.fill_prob(n, 2.0) for n in (2, 3, 5, 8)}
    half = brentq(lambda mean: poisson.sf(6, mean) - 0.5, 1, 20)
    return [
        (
            f"With two on average a group of two fills in {chance[2]:.0%}, one of three in"
            f" {chance[3]:.0%}, one of five in {chance[5]:.0%}, and one of eight in"
            f" {chance[8]:.1%}: five of 1,000.",
            round(1000 * chance[8]) == 5,
        ),
        f"To fill half of all groups of eight, {half:.1f} friends have to join on average.",
    ]


def two_hills(lesson):
    tops = {
        size: max(lesson.earns(4, (size, percent / 100)) for percent in range(0, 41, 2))
        for size in (2, 4, 8)
    }
    return [
        (
            "Look at offer 4 with two, four and eight friends: there are two hills",
            tops[4] < min(tops[2], tops[8]),
        ),
        'Copying another shop\'s "three friends, 20% off"',
    ]


def effect(lesson):
    value, low, high = lesson.group_effect(lesson.asked)
    equal = lesson.effect_with_before(lesson.asked)
    got, waiting = lesson.means.loc["got in"], lesson.means.loc["on the waiting list"]
    return [
        (
            f"The effect is {value:.2f} dollars a member and month, {low:.2f} to {high:.2f}: less"
            " than a quarter of the ticket's 34, which lies far outside of the range.",
            4 * value < 34 and high < 34,
        ),
        f"had spent {waiting['before'] - got['before']:.2f} dollars less in the month before, and"
        f" afterwards they still spend {waiting['after'] - got['after']:.2f} less.",
        (
            "who spent the same before: {:.2f} dollars, {:.2f} to {:.2f}.".format(*equal),
            0 < equal[1] < equal[0] < value,
        ),
        f"A member of the bakers' group is worth {value:.2f} dollars a month, {low:.2f} to"
        f" {high:.2f}, not 34.",
    ]


def offers(lesson):
    tests, facts = lesson.offer(0)
    joined = tests["joined"] / tests["told"]
    slope, level = np.polyfit(tests["depth"], np.log(joined), 1)
    return [
        f"Without a discount {joined.iloc[0]:.0%} of the friends join, with 30% off"
        f" {joined.iloc[-1]:.0%}; the ranges are narrow.",
        f"at 40% off it would say {np.exp(level + 0.4 * slope):.0%}: a share is never above 100%",
        f"Of each order of {facts['price']} dollars {facts['margin']:.1%} is margin.",
        f"{facts['share_new']:.0%} of those who join, worth {facts['new_value']} dollars each.",
        (f"Four discounts were each shown to {tests['told'].iloc[0]:,} friends.", len(tests) == 4),
    ]


def terms(lesson):
    two, eight, mine = (lesson.drawn[name] for name in lesson.drawn)
    better = [name for name in lesson.drawn.index if eight[name] > mine[name]]
    hills = lesson.hills
    size, depth = lesson.terms
    return [
        f"The expert's terms leave more than two at 10% in {(mine > two).sum()} of {len(mine)}"
        f" offers, by {number((mine - two).min())} to {number((mine - two).max())} dollars. The"
        f" ticket's eight at 30% leaves more than the expert's in {len(better)} of {len(mine)},"
        f" {better[0].split(':')[0]}, and loses money in"
        f" {eight[eight < 0].index[0].split(':')[0]}.",
        (
            f"The highest hill of offer 0 is that of groups of three, at"
            f" {hills['group of 3'].idxmax()}%; the terms found from tests, three at {depth:.0%},"
            " lie beside its top.",
            hills.max().idxmax() == "group of 3",
        ),
        ("beyond 26% every size loses money.", (hills[hills.index > 26] < 0).all().all()),
        f"functions' terms gained {number((mine - two).min())} to {number((mine - two).max())}"
        " dollars over two at 10%.",
        ("Three at 12% fill", (size, depth) == (3, 0.12)),
        ("loses money in offer 0", (eight < 0).sum() == 1),
    ]


def answer(lesson):
    earned, fills = lesson.earned, lesson.filled
    return [
        f"At 30% off five friends join on average and seven are needed: {fills[8]:.0%} of the groups"
        f" fill, and 1,000 visitors cost {number(-earned['eight at 30%, the ticket'])} dollars."
        f" Three at 12% fill in {fills[3]:.0%} and leave {number(earned['your terms'])}.",
        "**Not 200 groups, and not eight.**",
        "And a group of 500 is no group yet",
    ]


def top(lesson):
    parts = lesson.parts
    written, baskets, sales = (parts.loc[name] for name in parts.index)
    return [
        f"In the bakers' group the top 1%, one single member, wrote {written['top 1%']:.0%} of the"
        f" messages, the next 9% wrote {written['next 9%']:.0%}. At the grocer's the top 1% of the"
        f" households have {baskets['top 1%']:.0%} of the baskets and {sales['top 1%']:.0%} of the"
        f" sales, the next 9% have {baskets['next 9%']:.0%} and {sales['next 9%']:.0%}.",
        ("in none of the three the top 1% have most.", (parts["top 1%"] < 0.5).all()),
    ]

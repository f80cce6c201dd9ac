"""What lesson 00 says of its data, built from these data."""

from course.check.decision import practice_values
from course.check.numbers import percent

READ = ("ticket", "wild-moral")


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *weeks(lesson),
        *tree(lesson),
        *left(lesson),
        *mornings(lesson),
        *answer(lesson),
        *companies(lesson),
    ]


def weeks(lesson):
    one, two, logs = lesson.week1, lesson.week2, lesson.logs
    return [
        f"Sales were {one['gmv']:,.0f} dollars in the week before last and {two['gmv']:,.0f} last"
        " week.",
        f"we lost {one['gmv'] - two['gmv']:.0f} dollars",
        ("this morning's queue is `tickets(0)`", len(lesson.tickets(0)) == 20),
        (
            f"Visitors rose by {logs['visitors']:.3f}, the basket by {logs['aov']:.3f}. And the"
            f" conversion fell by {-logs['cvr']:.3f}, which is more than both together.",
            -logs["cvr"] > logs["visitors"] + logs["aov"],
        ),
        "Four different steps give exactly the same +20% of GMV",
        "In shop 2 it is bought with coupons",
    ]


def tree(lesson):
    found, sessions = lesson.found, lesson.sessions
    _, low, high = lesson.share_range(found["orders"], found["visitors"])
    return [
        f"{found['visitors']:,} people came {len(sessions):,} times, and {found['orders']} orders"
        f" were sent: a conversion of {found['cvr']:.1%} by visitor; by session it would be"
        f" {found['orders'] / len(sessions):.1%}.",
        f"With {found['orders']} orders anything from {low:.1%} to {high:.1%} fits.",
        ("A week's conversion moves by that much", high - low > 0.015),
    ]


def left(lesson):
    of = {name: 100 * value / lesson.gmv for name, value in lesson.where.items()}
    value, low, high = lesson.left_range(
        lesson.contribution, lesson.orders, lesson.items, lesson.costs
    )
    return [
        f"The goods take {of['the goods']:.0f} of 100 dollars, money back for returns"
        f" {of['money back for returns']:.0f}, marketing {of['marketing']:.0f}, sending parcels"
        f" {of['sending parcels']:.0f}, taking them back {of['taking parcels back']:.0f}."
        f" {of['left']:.0f} are left.",
        f"One week of {len(lesson.orders)} orders tells that only roughly: with other orders of this"
        f" kind it would be anything from {low:.0f} to {high:.0f}.",
        ("How many of the 100 dollars are left", abs(value - 19.8) < 0.05),  # the guess's answer
    ]


def mornings(lesson):
    saved = lesson.saved
    mean, mine = saved.mean(), saved["your list"]
    first, best = mean["first come, first served"], mean["your list"]

    expert = sum(practice_values("operations_map")["expert"]) / len(saved)

    def g(name):
        return f"{(mean[name] - first) / (expert - first):.2f}"

    return [
        f"first come, first served saves {first:,.0f} dollars, the loudest first"
        f" {mean['the loudest first']:,.0f}, the cμ rule {mean['cμ: loss an hour of work']:,.0f}.",
        f"asks how long a loss will last, saves {best:,.0f}.",
        f"the loudest first earns g = {g('the loudest first')}, the shortest first"
        f" {g('the shortest first')}, the cμ rule {g('cμ: loss an hour of work')}.",
        f"this list saves anything from {mine.min():,.0f} to {mine.max():,.0f}.",
    ]


def answer(lesson):
    parts, counted = lesson.parts, lesson.counted
    queue = lesson.tickets(0).set_index("id")
    fair = queue["loss"].where(queue["source"] != "merchant", queue["loss"] / 3)
    saved = lesson.saved
    ahead = (saved["your list"] > saved["first come, first served"]).sum()
    one, two = counted.loc["week 1"], counted.loc["week 2"]
    return [
        f"by itself it cost {-parts['cvr']:.0f} dollars, while more visitors brought"
        f" {parts['visitors']:.0f} and larger baskets {parts['aov']:.0f}.",
        f"**Who owns the {-lesson.lost:.0f} dollars?**",
        (
            f"75 orders of 1,500 visitors fit any conversion from {percent(one['low'], 1)} to"
            f" {percent(one['high'], 1)}, and 67 of 1,680 any from {percent(two['low'], 1)} to"
            f" {percent(two['high'], 1)}. These ranges overlap",
            two["high"] > one["low"],
        ),
        "Lesson 07 is about that.",
        (
            "**What do you do first?** T07, the lamp that shows as sold out.",
            lesson.todo[0] == "T07" and "lamp" in queue.loc["T07", "ticket"],
        ),
        (
            f"A merchant says that it loses {queue.loc['T07', 'loss']:,.0f} dollars an hour; even a"
            f" third of that, {fair['T07']:.0f}, is more than any other ticket loses, and it hardly"
            " fades.",
            fair.idxmax() == "T07" and queue.loc["T07", "halves_in"] > 8,
        ),
        f"On this morning the list saves {saved['your list'].iloc[0]:,.0f} dollars, first come,"
        f" first served {saved['first come, first served'].iloc[0]:,.0f}.",
        (f"It is ahead on all {len(saved)} mornings.", ahead == len(saved)),
        (
            "The loudest ticket and the oldest are seldom those that cost most.",
            saved["your list"].mean() > saved["the loudest first"].mean(),
        ),
    ]


def companies(lesson):
    ordered, paid, kept, goods = lesson.three.values()
    return [
        f"{ordered:.0f}, {paid:.0f} and {kept:.0f} dollars for the same six orders, and"
        f" {goods:.0f} where a company counts the goods alone."
    ]

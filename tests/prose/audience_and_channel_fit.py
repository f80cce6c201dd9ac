"""What lesson 04 says of its data, built from these data."""

from course.charts import number
from course.lessons.audience_and_channel_fit.answers import expert

READ = ("wild-moral", "answer")
OFF = 0.15  # how far off the estimated demand may be
TIDEWAY, BARGAIN = "Tideway, the marketplace", "bargain marketplace"
CROSS = "cross-border marketplace"


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *worked(),
        *month(lesson),
        *shops(lesson),
        *places(lesson),
        *ticket(lesson),
        *wild(lesson),
    ]


def worked():
    place = 34 * (1 - 0.15 - 0.08) - 5 - 14 - 0.10 * 10
    own = 34 * (1 - 0.03 - 0.18) - 6 - 14 - 0.16 * 10
    return [f"{place:.2f} and {own:.2f}. The own shop has a fifth of the fee and leaves **less**"]


def month(lesson):
    settled = lesson.settled
    row = lesson.month.set_index("channel").loc[TIDEWAY]
    low, high = (
        (1 + off) * row["units"] * settled.loc[TIDEWAY, "unit"] - row["fixed"]
        for off in (-OFF, OFF)
    )
    return [
        (
            f"At 34 dollars a bottle leaves {settled.loc['own web shop', 'unit']:.2f} dollars in the"
            f" own web shop and {settled.loc['live-stream shop', 'unit']:.2f} in live streams.",
            settled["unit"].idxmax() == "own web shop"
            and settled["unit"].idxmin() == "live-stream shop",
        ),
        (
            "But by these estimates no place pays for its month: Tideway is"
            f" {-settled.loc[TIDEWAY, 'profit']:.0f} dollars short, the cross-border marketplace"
            f" {-settled.loc[CROSS, 'profit']:,.0f}.",
            settled["profit"].max() < 0,
        ),
        f"The demand may be off by {OFF:.0%}: Tideway leaves anything from {number(low)} to"
        f" {number(high)} dollars.",
    ]


def shops(lesson):
    clear = lesson.clear
    gap = (clear.loc[3] - clear.loc[4]).abs()
    best = clear.idxmax()
    return [
        (
            "Your function says three in four shops and four in one.",
            sorted(best) == [3, 3, 3, 3, 4],
        ),
        (
            "in shops 0, 1 and 4 the silhouettes of three and four groups differ by"
            f" {gap[['shop 0', 'shop 1', 'shop 4']].max():.3f} at most",
            True,
        ),
        (
            "Only in shop 3 three groups are clearly ahead,"
            f" {clear.loc[3, 'shop 3']:.3f} against {clear.loc[4, 'shop 3']:.3f}.",
            gap.idxmax() == "shop 3" and gap.drop("shop 3").max() < 0.02,
        ),
    ]


def places(lesson):
    gain = lesson.months["your places and prices"] - lesson.months["34 dollars everywhere"]
    asked = lesson.asked.stack().dropna()
    return [
        (
            "In each of the five months the expert's places and prices leave more than 34 dollars"
            f" everywhere, by {gain.min():,.0f} to {gain.max():,.0f} dollars; the prices go from"
            f" {asked.min():.2f} to {asked.max():.2f}.",
            all(lesson.mine[number] == expert(lesson.channels(number)) for number in lesson.mine),
        )
    ]


def ticket(lesson):
    left, mine = lesson.left, lesson.place(lesson.channels(0))
    asked = [price for price in mine.values() if price]
    earned = lesson.months["your places and prices"]
    return [
        "Everywhere at 34 dollars loses"
        f" {-left['everywhere, 34 dollars']:,.0f} dollars in the month, the two lowest fees lose"
        f" {-left['the two lowest fees, 34 dollars']:,.0f}, and Tideway alone"
        f" {-left['only Tideway, 34 dollars']:,.0f}.",
        (
            "The expert stays away from the bargain and the cross-border marketplace, asks"
            f" {min(asked):.2f} to {max(asked):.2f} dollars in the other three, and"
            f" {left['your places and prices']:,.0f} are left.",
            {name for name, price in mine.items() if price is None} == {BARGAIN, CROSS},
        ),
        f"in the five practice months the expert's plan left {earned.min():,.0f} to"
        f" {earned.max():,.0f} dollars.",
        (
            'And "women from 18 to 65" are no target group: where half of everybody is meant, no index is'
            " far from 100.",
            True,
        ),
        ("Practice month 0 is the month of the ticket.", True),
    ]


def wild(lesson):
    sizes, heads = lesson.sizes, lesson.per_head
    four, one = sizes.loc["4 in the household"], sizes.loc["1 in the household"]
    inside = (sizes["low"] < 100) & (sizes["high"] > 100)
    return [
        (
            ", ".join(f"{each:.0f}" for each in sizes["index"])
            + ": large households are one and a half times as frequent among the best customers.",
            sizes["index"].is_monotonic_increasing,
        ),
        f"There are {len(lesson.best)} best customers, so the ranges are wide: for four in the"
        f" household from {four['low']:.0f} to {four['high']:.0f}. Only for one in the household the"
        f" range, {one['low']:.0f} to {one['high']:.0f}, leaves out 100.",
        ("Only for one in the household", list(inside) == [False, True, True, True, True]),
        f"{heads['1']:.0f} for one in the household, {heads['5+']:.0f} for five and more (counted as"
        " five).",
    ]

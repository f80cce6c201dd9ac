"""What lesson 08 says of its data, built from these data."""

from course.check.numbers import percent
from course.market.parameters import tideway

READ = ("ticket", "answer", "wild-moral")
MEAN_OF_STUDIES = -2.62
PRICE, COST, SMALL, UP = 38, 24, 42, 1.2  # the backpack, its next price, the ticket's factor


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ticket(lesson),
        *curve(),
        *cuts(lesson),
        *backpack(lesson),
        *bags(lesson),
        *delivery(lesson),
        *answer(lesson),
        *yogurt(lesson),
    ]


def about(value, digits=1):
    """A number with a real minus, as the text writes it."""
    return f"{value:.{digits}f}".replace("-", "−")


def ticket(lesson):
    slope = lesson.raw_slope(lesson.weeks)
    usual = lesson.weeks["index"] < 0
    return [
        ("ten percent more expensive, ten percent more", abs(slope - 1) < 0.05),
        "everything up by 20% from Monday",
        "The others have 49 dollars.",
        f"{slope:+.1f}, as the ticket says.",
        f"drawing the {len(lesson.weeks)} weeks anew",
        "(*bootstrap*; Efron, 1979)",
        (
            "in weeks of high demand the owner asked more",
            lesson.weeks["price"][~usual].mean() > lesson.weeks["price"][usual].mean()
            and lesson.weeks["price"].corr(lesson.weeks["index"]) > 0.7,
        ),
    ]


def curve():
    elasticity, cost = 2.6, 20
    best = cost * elasticity / (elasticity - 1)
    return [
        "With an elasticity above 1 every cut",
        "(Lerner, 1934)",
        "price = cost × ε ÷ (ε − 1)",
        f"{elasticity} and a cost of {cost} give {best:.2f}.",
    ]


def cuts(lesson):
    lift = lesson.breakeven_lift
    return [
        f"Ten percent off needs {lift(0.4, 0.1):.0%} more units at a margin of 40%, and"
        f" {lift(0.3, 0.1):.0%} more at 30%. Twenty percent off needs {lift(0.4, 0.2):.0%} and"
        f" {lift(0.3, 0.2):.0%}",
        (
            "twice the cut, three to four times the bill",
            lift(0.4, 0.2) / lift(0.4, 0.1) > 2.9 and lift(0.3, 0.2) / lift(0.3, 0.1) < 4.1,
        ),
    ]


def backpack(lesson):
    raw, true = lesson.elasticity(lesson.weeks, []), tideway().backpack.elasticity
    held = lesson.elasticity(lesson.weeks, ["index"])
    low, high = lesson.anew(lesson.elasticity, lesson.weeks, ["index"])
    raw_low, raw_high = lesson.anew(lesson.elasticity, lesson.weeks, [])
    return [
        f"{about(raw)} became {held:+.1f}, from {low:.1f} to {high:.1f}.",
        f"made with an elasticity of {true:.1f}",
        ("The range holds it", low < true < high),
        f"by the luck of {len(lesson.weeks)} weeks",
        (
            f"The other range, from {about(raw_low)} to {about(raw_high)}, is not even near",
            raw_high < low - 1,
        ),
    ]


def bags(lesson):
    history, products = lesson.shop(0)
    of = dict(list(history.groupby("product", sort=False)))
    raw = [lesson.elasticity(its, []) for its in of.values()]
    held = {name: lesson.elasticity(its, ["index"]) for name, its in of.items()}
    new, row = lesson.set_prices(history, products), products.set_index("product")
    up = [name for name in sorted(held, key=held.get) if new[name] > row["price"][name]]
    least = sorted(held, key=held.get)[:10]
    odd = [name for name in up if name not in least]
    low, high = lesson.anew(lesson.elasticity, of["dry bag"], ["index"])
    dear, cheap = (row["cost"]["dry bag"] * each / (each - 1) for each in (low, high))
    return [
        f"With nothing held fixed {sum(each < 1 for each in raw)} of the {len(raw)} bags seem to"
        " have an elasticity below 1",
        f"and {sum(each < 0 for each in raw)} even one below 0.",
        f"the lowest is {min(held.values()):.1f}, the highest {max(held.values()):.1f}.",
        (
            "Of the ten bags whose shoppers look least at the price the expert raises nine, of the"
            " other ten one: the vintage leather backpack",
            len(set(up) & set(least)) == 9 and odd == ["vintage leather backpack"],
        ),
        f"costs {row['cost'][odd[0]]:.2f} and is sold at {row['price'][odd[0]]:.2f}",
        f"Each elasticity rests on {history['week'].nunique()} weeks.",
        (
            f"The dry bag's {held['dry bag']:.1f} fits anything from {low:.1f} to {high:.1f}, and with"
            f" it a best price anywhere from {cheap:.0f} to {dear:.0f} dollars. Today's"
            f" is {row['price']['dry bag']:.2f}: up, then",
            row["price"]["dry bag"] < cheap,
        ),
    ]


def delivery(lesson):
    fees = (lesson.FEE, lesson.PARCEL, lesson.MARGIN)
    best = lesson.threshold(lesson.month, *fees)

    def more(month):
        at = (lesson.threshold_profit(each, month, *fees) for each in (best, 49))
        return next(at) - next(at)

    low, high = lesson.anew(more, lesson.month)
    earned = [lesson.threshold_profit(each, lesson.month, *fees) for each in (best, 49, 0)]
    between = ((lesson.month >= 20) & (lesson.month < 60)).mean()
    return [
        f"Free from {best} dollars on earns {earned[0]:,.0f} dollars a month, from 49 on"
        f" {earned[1]:,.0f}, and free for all {earned[2]:,.0f}.",
        (f"{more(lesson.month):.0f} dollars more than at the others' 49", between > 0.5),
        f"these {len(lesson.month)} baskets tell ({low:.0f} to {high:.0f} with",
        f"From {best} dollars on; it brings {more(lesson.month):.0f} dollars a month more than 49.",
    ]


def answer(lesson):
    held = lesson.elasticity(lesson.weeks, ["index"])
    low, high = lesson.anew(lesson.elasticity, lesson.weeks, ["index"])
    small, large = (
        [percent(lesson.margin_at(price, each) - 1) for each in (held, high, low)]
        for price in (SMALL, PRICE * UP)
    )
    fewer = [1 - (price / PRICE) ** -held for price in (SMALL, PRICE * UP)]
    lost = lesson.weekly["as today"] - lesson.weekly["everything up by 20%"]
    won = lesson.weekly["your prices"] - lesson.weekly["as today"]
    shops = len(lesson.weekly)
    return [
        "should everything go up by 20%",
        f"It costs {COST} dollars and sells at {PRICE}.",
        f"loses {held:.1f}% of the backpack's units, {low:.1f} to {high:.1f}.",
        f"At {SMALL} dollars {fewer[0]:.0%} fewer are sold and a week's margin grows by"
        f" {small[0]}, between {small[1]} and {small[2]}.",
        f"At {PRICE * UP:.2f} it would grow by {large[0]} as well, between {large[1]} and"
        f" {large[2]}, with {fewer[1]:.0%} fewer",
        f"It loses in {(lost > 0).sum()} of {shops} shops, {lost.min():,.0f} to"
        f" {lost.max():,.0f} dollars a week.",
        f"gain in {(won > 0).sum()} of {shops}, {won.min():,.0f} to {won.max():,.0f}.",
        "**Everything up by 20%? No.**",
    ]


def yogurt(lesson):
    own, found = lesson.own["elasticity"], lesson.found
    reached = (lesson.own["low"] < MEAN_OF_STUDIES).sum()
    return [
        f"{about(found.x[0], 4)} for the price and {about(-found.fun, 3)} for the likelihood",
        "Helveston (2023, *Journal of Statistical Software*)",
        (
            f"Own elasticities go from {about(own.max(), 2)} to {about(own.min(), 2)}, on the near"
            f" side of the studies' mean of {about(MEAN_OF_STUDIES, 2)}",
            own.min() > MEAN_OF_STUDIES,
        ),
        ("the ranges of two brands reach it", reached == 2),
        f"{len(lesson.panel):,} purchases of yogurt",
    ]

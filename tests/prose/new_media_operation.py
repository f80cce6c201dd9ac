"""What lesson 22 says of its data, built from these data."""

from scipy.stats import chi2_contingency

from course.check.numbers import number

READ = ("ticket", "wild-moral")
WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 11: "eleven"}


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ticket(lesson),
        *worked(lesson),
        *rooms(lesson),
        *slots(lesson),
        *towns(lesson),
        *answer(lesson),
        *plans(lesson),
        *hours(lesson),
    ]


def rise(lesson):
    town, start = lesson.town, lesson.start
    return town[start:].mean() - town[:start].mean(), town[:start].mean()


def ticket(lesson):
    first = lesson.slots.iloc[:, 1]
    more, before = rise(lesson)
    return [
        (
            "Our posts on Sunday, 11:00 do best, three times the average!! So from now on all 28"
            " posts a week",
            first.idxmax() == "Sun 11:00" and round(first.max() / first.mean()) == 3,
        ),
        rf"The Kettle Hour, made \${lesson.kettle['gmv'].sum():,.0f}, so",
        f"Orders are up {more / before:.0%} in the town",
    ]


def worked(lesson):
    friday = [100 * 0.65**place for place in range(5)]
    plan = lesson.friday, lesson.sunday
    return [
        ('Friday is "the best slot", and it gets two of five posts.', plan == (2, 3)),
        f"All five on Friday would bring {sum(friday):.0f}, the rule's week"
        f" {sum(friday[:2]) + sum(60 * 0.9**place for place in range(3)):.0f}.",
        "(Fox, 1966)",
    ]


def rooms(lesson):
    kettle, found = lesson.kettle, lesson.gpm_live(lesson.kettle)
    sold, back = kettle["gmv"].sum(), kettle["refunded"].sum()
    sessions = lesson.live["room"].value_counts()
    return [
        (
            f"The Kettle Hour sold for {sold:,.0f} dollars, and {found['refund_rate']:.0%} came"
            f" back: {sold - back:,.0f} dollars were kept, {found['gpm']:.0f} for a thousand views."
            " Of eight rooms it kept fourth least.",
            list(lesson.rooms.index).index("The Kettle Hour") == 3 and len(lesson.rooms) == 8,
        ),
        f"a room had only {WORDS[sessions.min()]} to {WORDS[sessions.max()]} sessions",
        f"bonus belongs on {sold - back:,.0f} dollars, not on {sold:,.0f}",
    ]


def slots(lesson):
    fade, first = (lesson.slots.iloc[:, place] for place in (0, 1))
    best = first.idxmax()
    return [
        f"Sunday, 11:00, has the highest first post, {first[best]:.0f} responses,"
        f" {first[best] / first.mean():.1f} times the mean of all slots. But each further post"
        f" there keeps only {fade[best]:.0%} of the one before. Friday, 20:00, and Saturday, 11:00,"
        f" start low and keep {fade['Fri 20:00']:.0%} and {fade['Sat 11:00']:.0%}.",
        ("start low", first[["Fri 20:00", "Sat 11:00"]].max() < first.mean()),
        f"estimates of last month, {len(first)} slots with noise",
        "Month 1 has one huge, slowly fading slot",
        "In month 2 the strongest slot",
    ]


def towns(lesson):
    more, before = rise(lesson)
    effect, low, high = lesson.its(*lesson.two_towns())
    return [
        (
            f"Orders rose by {more:.1f} a week, {more / before:.0%}, as the ticket says. With the"
            f" trend and the other town taken out {effect:.1f} are left, and anything from"
            f" {number(low, 1)} to {high:.1f} fits.",
            low < 0 < high,
        ),
        "anything: 0 lies in the range.",
        f"And the {more / before:.0%} are no proof: {effect:.1f} orders a week, {number(low, 1)} to"
        f" {high:.1f}.",
    ]


def answer(lesson):
    best, even, mine = lesson.earned.values()
    gain = lesson.drawn["your plan"] - lesson.drawn["spread evenly"]
    return [
        f"Twenty-eight posts there would get {best:,.0f} responses, spread evenly {even:,.0f}, in"
        f" your functions' plan {mine:,.0f}. Over ten months such plans gained"
        f" {number(gain.min())} to {number(gain.max())} over the even one."
    ]


def plans(lesson):
    best, even, mine = (lesson.drawn[name] for name in lesson.drawn)
    plan = dict(
        zip(lesson.last_month(0)["slot"], lesson.schedule(lesson.last_month(0)), strict=True)
    )
    return [
        f"The expert's plan beats the even one in {(mine > even).sum()} of {len(mine)} months, by"
        f" {number((mine - even).min())} to {number((mine - even).max())} responses, and everything"
        f" in the best slot in {(mine > best).sum()} of {len(mine)}.",
        ("In month 1, where one huge slot", (best / mine).idxmax() == "month 1"),
        f"In month 0 {WORDS[plan['Sat 11:00']]} posts go to Saturday, 11:00, which fades slowly, and"
        f" {WORDS[plan['Sun 11:00']]} to the highest slot.",
    ]


def hours(lesson):
    random, robot = (lesson.parts[name] for name in ("random", "bts"))
    best, other = robot["mean"].idxmax(), random["mean"].idxmax()
    clicks = (robot["mean"] * robot["size"]).round()
    chance = chi2_contingency([clicks, robot["size"] - clicks]).pvalue
    inside = (lesson.hours["low"] < lesson.rate) & (lesson.rate < lesson.hours["high"])
    return [
        (
            f"The robot's best hour, {best}:00, got two clicks of {robot['size'][best]} shows; in"
            " the other half it got none, and"
            f" {(random['mean'] > random['mean'][best]).sum()} hours beat it there.",
            clicks[best] == 2 and random["mean"][best] == 0,
        ),
        f"The best hour of the random half, {other}:00, was beaten by"
        f" {(robot['mean'] > robot['mean'][other]).sum()}.",
        f"curves is {number(random['mean'].corr(robot['mean']), 2)}, next to none.",
        (f"a χ² test of the robot's hours gives p = {chance:.2f}", chance > 0.05),
        ("nearly every range holds the rate of all hours", inside.sum() >= 22),
        ("60,000 items at all hours", random["size"].sum() + robot["size"].sum() == 60_000),
    ]

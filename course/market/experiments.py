"""Tideway's experiments: what a test is worth before it is run, and the logs that tests leave.

Two pages, A (now) and B (the idea). A visitor buys with probability p on A and
p + d on B; before the test all that is known of d is what earlier ideas did:
d is Normal(mean, sd), in orders per visitor. The closed forms follow Feit &
Berman (2019), extended to an idea whose expected effect is not zero.
"""

import numpy as np
import pandas as pd
from scipy.stats import chi2, norm


def test_and_roll_size(visitors, cvr, sd):
    """Visitors per arm that earn most when both pages are equally promising.

    `visitors` is everybody who will come (N), `cvr` the conversion rate p, `sd`
    the spread of a page's CVR (orders per visitor). With s = sqrt(p (1 - p)):
    n* = sqrt(N/4 (s/sd)^2 + (3/4 (s/sd)^2)^2) - 3/4 (s/sd)^2. Feit & Berman
    (2019), Test & Roll: Profit-Maximizing A/B Tests, Marketing Science 38(6).
    """
    ratio = cvr * (1.0 - cvr) / sd**2
    return np.sqrt(visitors / 4.0 * ratio + (0.75 * ratio) ** 2) - 0.75 * ratio


def test_and_roll_gain(n, visitors, cvr, sd):
    """Expected extra orders over all `visitors` from testing `n` per arm.

    Then the better page is rolled out.

    Both pages' rates are Normal with spread `sd` around the same mean; n = 0
    gains nothing. Feit & Berman (2019), equation for the symmetric case.
    """
    n = np.asarray(n, dtype=float)
    noise = cvr * (1.0 - cvr) / np.maximum(n, 1e-9)
    return np.where(n > 0, (visitors - 2.0 * n) * sd**2 / np.sqrt(np.pi * (sd**2 + noise)), 0.0)


def expected_gain(n, visitors, cvr, idea_mean, idea_sd):
    """Expected extra orders from testing an idea on `n` visitors per arm.

    It is shipped if it looks better.

    `n` may be an array; 0 means no test. `idea_mean` and `idea_sd` are the
    expected effect of the idea and its spread, in orders per visitor. During
    the test n visitors see B and bring n x idea_mean; afterwards the other
    N - 2n see B only where its posterior mean is above 0. Without a test the
    idea ships only if its mean is above 0.
    """
    n = np.asarray(n, dtype=float)
    noise = 2.0 * cvr * (1.0 - cvr) / np.maximum(n, 1e-9)
    spread = idea_sd**2 / np.sqrt(idea_sd**2 + noise)  # sd of the posterior mean, before the test
    z = idea_mean / spread
    shipped = idea_mean * norm.cdf(z) + spread * norm.pdf(z)
    tested = n * idea_mean + (visitors - 2.0 * n) * shipped
    untested = max(idea_mean, 0.0) * visitors
    return np.where(n > 0, tested, untested)


def posterior_mean(difference, noise, idea_mean, idea_sd):
    """What is to be believed of an idea's effect after a test: the normal prior (`idea_mean`,
    `idea_sd`) and a measured `difference` of variance `noise`, all in orders per visitor.
    """
    prior, seen = 1 / idea_sd**2, 1 / noise
    return (prior * idea_mean + seen * difference) / (prior + seen)


def split_p(one, other):
    """p-value that two arms' visitors come from an even split (chi-square; sample ratio mismatch)."""
    half = (one + other) / 2
    return float(chi2.sf(((one - half) ** 2 + (other - half) ** 2) / half, 1)) if half else 1.0


# What a shop knows of where its sessions come from: (device, channel).
SEGMENTS = (("desktop", "search"), ("desktop", "email"), ("phone", "search"), ("phone", "social"))


def shop_day(p, rng):
    """`visit_events` of an ordinary shop's day."""
    rates = {segment: getattr(p.visit, "_".join(segment)) for segment in SEGMENTS}
    return visit_events(p, rng, p.visit.sessions, rates)


def visit_events(p, rng, sessions, cvr):
    """Raw events of one shop as an operator gets them, traps included.

    `cvr` maps (device, channel) to a conversion rate; `sessions` is the number
    of real sessions. Returns a DataFrame with event_id, session, kind ("visit",
    "cart", "order"), device, channel, bot (bool) and test (bool). Traps: events
    delivered twice (same event_id), sessions of bots, orders placed by staff to
    test the checkout, sessions with two orders.
    """
    segments, visit = list(cvr), p.visit
    rows, event = [], 0
    for session in range(sessions):
        device, channel = segments[int(rng.integers(len(segments)))]
        bot, test = rng.random() < visit.bots, rng.random() < visit.staff
        kinds = ["visit"]
        if bot:
            kinds += ["cart"] * int(p.draw(rng, "visit.bot_carts"))
            kinds += ["order"] if rng.random() < visit.bot_orders else []
        elif test:
            kinds += ["cart", "order"]
        elif rng.random() < cvr[device, channel]:
            kinds += ["cart", "order"] + (["order"] if rng.random() < visit.again else [])
        elif rng.random() < visit.left:
            kinds += ["cart"]
        for kind in kinds:
            by_staff = bool(test and kind == "order")
            row = (event, f"s{session:05d}", kind, device, channel, bool(bot), by_staff)
            rows.append(row)
            event += 1
    events = pd.DataFrame(
        rows, columns=["event_id", "session", "kind", "device", "channel", "bot", "test"]
    )
    again = events.sample(frac=p.trap.duplicates, random_state=int(rng.integers(2**31)))
    shuffled = pd.concat([events, again]).sample(frac=1.0, random_state=int(rng.integers(2**31)))
    return shuffled.reset_index(drop=True)


def experiment_log(p, rng, *, days, sessions_a_day, cvr, lift, split=0.5, fading=False):
    """The daily log of one A/B test: a DataFrame day (1 ...), arm (A, B), sessions, orders.

    `lift` is B's relative effect; where `fading`, it is `abtest.novelty` times that on
    the first day and gone by the last. `split` is the share of
    visitors that really reach B.
    """
    rows = []
    for day in range(1, days + 1):
        effect = lift * (p.abtest.novelty * (days - day) / max(days - 1, 1) if fading else 1.0)
        total = int(rng.poisson(sessions_a_day))
        seen_b = int(rng.binomial(total, split))
        for arm, seen, rate in (("A", total - seen_b, cvr), ("B", seen_b, cvr * (1.0 + effect))):
            chance = min(max(rate, 0.0), 1.0)
            rows.append((day, arm, seen, int(rng.binomial(seen, chance))))
    return pd.DataFrame(rows, columns=["day", "arm", "sessions", "orders"])


def false_wins(rng, tests, days, visitors_a_day, cvr):
    """A/A tests that are looked at every day: z of each test after each day, shape (tests, days).

    Both arms have the same `cvr`; `visitors_a_day` reach each arm. z is the
    two-proportion statistic with pooled variance.
    """
    orders = rng.binomial(visitors_a_day, cvr, size=(2, tests, days)).cumsum(axis=2)
    seen = visitors_a_day * np.arange(1, days + 1)
    pooled = orders.sum(axis=0) / (2.0 * seen)
    spread = np.sqrt(np.maximum(pooled * (1.0 - pooled) * 2.0 / seen, 1e-12))
    return (orders[1] - orders[0]) / seen / spread


def finished_tests(p, rng):
    """Two finished A/B tests of a shop, a sound one and one with a broken split: a list of (name,
    daily log).
    """
    test = p.abtest
    plan = {"days": test.days, "sessions_a_day": p.visit.sessions, "cvr": test.cvr}
    sound = experiment_log(p, rng, **plan, lift=test.sound_lift)
    broken = experiment_log(p, rng, **plan, lift=test.broken_lift, split=test.broken_split)
    return [("shorter checkout", sound), ("new hero picture", broken)]


def draw_aa_shop(p, rng):
    """A shop that tests a page against itself: (visitors a day and arm, CVR)."""
    return int(p.draw(rng, "peek.visitors")) * 100, round(p.draw(rng, "peek.cvr"), 3)

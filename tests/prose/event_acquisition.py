"""What lesson 11 says of its data, built from these data."""

import math

import numpy as np
from scipy.optimize import brentq

from course.charts import share_range
from course.lessons.event_acquisition.answers import MODEL_ANSWERS, expert
from course.lessons.event_acquisition.practice_shop import labelled_referrals
from course.lessons.event_acquisition.scenario import Scenario, waves
from course.market.parameters import tideway

READ = ("ticket", "wild-moral", "answer")
EVENTS, TICKET = range(5), 1  # practice events; the one of the ticket
RIVAL = (20.0, 1.0)
LISTS, TIME = 20, 40  # lists of friends; cases that there is time for


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *worked(lesson),
        *widget(lesson),
        *spring(lesson),
        *launch(lesson),
        *signs(lesson),
        *offers(lesson),
        *ticket(lesson),
        *worth(lesson),
    ]


def worked(lesson):
    half, most, _ = (lesson.growth[name][-1] for name in lesson.growth)
    after = sum(1000 * 5.2**wave for wave in range(3))
    return [
        ("the sum comes to rest at 2,000: 1 + ½ + ¼ + ... = 1 ÷ (1 − K) = 2.", round(half) == 2000),
        ("With K = 0.5 each wave is half of the one before", True),
        f"With K = 0.9 it is ten, though after twelve waves only {most:,.0f} of the 10,000 are"
        " there.",
        ("From K = 1 on every wave is larger than the one before", True),
        f'"K was 5.2 in spring"? With such a K a thousand users would be {after:,.0f} after two'
        " waves.",
        f"a person costs {lesson.cost_of_a_friend(20, 0.25):.2f} dollars. With nine fakes in ten it"
        f" is {lesson.cost_of_a_friend(20, 0.9):.0f}.",
    ]


def widget(lesson):
    scenario, ks, first = Scenario(), [], []
    for event in EVENTS:
        found = waves(*scenario.response(event, *expert(*lesson.offers(event))))
        people = [honest for _, honest in found]
        ks.append(people[0] / tideway().referral.start)
        first.append(people[0] / sum(people))
    return [
        ("Look at event 0 to 4 with 90% for the inviter, then with 10%.", True),
        f"with the expert's offers it is {min(ks):.2f} to {max(ks):.2f} in the five events.",
        ("The first wave brings most, the later ones little.", min(first) > 0.8),
    ]


def spring(lesson):
    users, table = lesson.event_users(), lesson.spring
    found, (_, low, high) = lesson.k_factor(users), table.loc["orders that stayed"]
    several = users[users["ordered"] > 1]
    return [
        (f"our K was {found['invites']:.1f} in spring", found["invites"] > 5),
        f"The {len(users)} users of spring sent {found['invites']:.2f} invitations each: that is"
        f" marketing's {found['invites']:.1f}.",
        f"K is {found['k']:.2f}; anything from {low:.2f} to {high:.2f} fits",
        f"One user becomes {found['amplification']:.2f}, from {1 / (1 - low):.2f} to"
        f" {1 / (1 - high):.2f}.",
        ("And these 400 took part", len(users) == 400),
        f"{(users['ordered'] == 0).sum()} of {len(users)} users bring nobody, and {len(several)}"
        f" bring two or more, together {several['ordered'].sum()} of all {users['ordered'].sum()}"
        " friends.",
    ]


def launch(lesson):
    p, q, people, periods = 0.03, 0.38, 10_000, 15
    new, line = lesson.curve["the model"], lesson.curve["a straight line"]
    peak = math.log(q / p) / (p + q)
    # The peak of the rate itself, found on the differential equation's own solution.
    rate = brentq(lambda t: q * math.exp(-(p + q) * t) - p, 0, periods)
    return [
        (f"the peak is at ln(q ÷ p) ÷ (p + q) = {peak:.2f}.", math.isclose(rate, peak)),
        ("peaks between the sixth and the seventh period", 6 < peak < 7),
        f"draws the line on orders for {line.sum():,.0f} people in fifteen periods. There are"
        f" {people:,}, and {new.sum():,.0f} of them have come by then.",
        ("sees the first three periods", np.allclose(new[:3], line[:3], rtol=0.03)),
    ]


def signs(lesson):
    friends, fakes = lesson.referrals(), lesson.looked_into()
    found, counted, lot = lesson.found.loc[TIME]
    share, low, high = share_range(found, TIME)
    phones = friends[friends["same_device"]]["referral"]
    of_phones = share_range(len(fakes.intersection(phones)), len(phones))
    score, count = [], []
    for number in range(LISTS):
        table = labelled_referrals(number)
        sums = table.set_index("referral")[list(lesson.EVIDENCE)].sum(axis=1)
        real = set(table.loc[table["fake"], "referral"])
        score.append(len(real & lesson.flag_fraud(table.drop(columns="fake"), TIME)))
        count.append(len(real.intersection(sums.nlargest(TIME).index)))
    score, count = np.array(score), np.array(count)
    fake, honest = lesson.EVIDENCE["same_address"]
    odds = fake / honest * 0.1 / 0.9
    return [
        f"in spring {len(phones)} of {len(friends)} friends shared a phone",
        f"Later people looked into all {len(friends)} cases (`looked_into()`): {len(fakes)} are"
        " fakes.",
        f"Of the forty with the highest score {found:.0f} are, {share:.0%}, from {low:.0%} to"
        f" {high:.0%} (the range of a share); by lot it would be {math.floor(lot)} or"
        f" {math.ceil(lot)}.",
        ("Nine of your forty are honest", TIME - found == 9),
        f"Counting the signs finds {counted:.0f}.",
        f"over {LISTS} lists the score finds {score.mean():.1f} of a list on average and counting"
        f" {count.mean():.1f}. It is better in {(score > count).sum()} and worse in"
        f" {(score < count).sum()}.",
        f"Of the {len(phones)} friends with one, {len(fakes.intersection(phones))} are fakes:"
        f" {of_phones[0]:.0%}, from {of_phones[1]:.0%} to {of_phones[2]:.0%}.",
        f"{fake:.0%} of fakes and {honest:.0%} of honest friends do. With one fake in ten,"
        f" {fake / honest:.1f} × 0.1 ÷ 0.9 are odds of {odds:.2f}, about one in three.",
    ]


def offers(lesson):
    seen = [lesson.offers(event)[0]["fakes"].sum() for event in EVENTS]
    inviter, friend = lesson.paid["to the inviter"], lesson.paid["to the friend"]
    drawn = lesson.drawn
    return [
        (
            "In events 0 and 3 the test saw no fakes at all, and the expert's offer gives the"
            f" inviter {inviter['event 0']:.2f} and {inviter['event 3']:.0f} dollars.",
            [event for event in EVENTS if seen[event] == 0] == [0, 3],
        ),
        (
            "In event 4, where fakes are easiest, it gives"
            f" {inviter['event 4']:.2f}. The friend gets between {friend.min():.0f} and"
            f" {friend.max():.0f}",
            inviter.idxmin() == "event 4",
        ),
        (
            "`other_tests` counts the twelve offers of event 1 anew, twenty times.",
            len(drawn) == 20 and len(lesson.offers(TICKET)[0]) == 12,
        ),
        f"The reward would be {drawn['reward'].min():.0f} to {drawn['reward'].max():.0f} dollars,"
        f" the inviter's part {drawn['to the inviter'].min():.2f} to"
        f" {drawn['to the inviter'].max():.2f}",
    ]


def ticket(lesson):
    left, (tests, ltv) = lesson.left, lesson.offers(TICKET)
    signed, people = np.sum(waves(*Scenario().response(TICKET, *RIVAL)), axis=0)
    added = left["your offer"] - left["no reward"]
    model, spring = MODEL_ANSWERS[2.0], lesson.spring.loc["orders that stayed"]
    drawn = lesson.drawn
    held = (
        f"10 to {drawn['reward'].max():.0f} dollars, with {drawn['to the inviter'].min():.2f} to"
        f" {drawn['to the inviter'].max():.2f} for the inviter",
        f"K in spring was {spring['value']:.2f} ({spring['low']:.2f} to {spring['high']:.2f})",
    )
    return [
        (
            "Take practice event 1 as the event of the ticket: 10,000 users, and a newcomer leaves"
            f" about {round(ltv):.0f} dollars.",
            tideway().referral.start == 10_000,
        ),
        (
            f"Twenty dollars to the inviter lose {-left['20 dollars to the inviter']:,.0f} dollars:"
            f" by the test {lesson.rival['fakes']:.0%} of those who sign up would be fakes, each"
            f" paid 20. In halves {left['20 dollars, in halves']:,.0f} are left.",
            lesson.plans["20 dollars to the inviter"] == RIVAL,
        ),
        (
            "The expert's offer, ten dollars with three for the inviter, leaves"
            f" {left['your offer']:,.0f}. Even no reward at all leaves {left['no reward']:,.0f}",
            expert(tests, ltv) == (10.0, 0.3),
        ),
        f"what the event *adds* is the difference, {added:,.0f} dollars",
        f"In this event twenty dollars bring {signed:.0f} of them, and {people:.0f} are people.",
        (
            model,
            f"leaves {left['your offer']:,.0f} dollars; no reward leaves {left['no reward']:,.0f},"
            f" and 20 for the inviter lose {-left['20 dollars to the inviter']:,.0f}"
            in model
            and all(words in model for words in held),
        ),
        ("pays 20 dollars to whoever brings a friend and reports", True),
        ("**Subject:** Twenty dollars for every friend!", True),
    ]


def worth(lesson):
    table = lesson.best
    moved = table.loc[1.16] - table.loc[0.8]
    shares = [
        [expert(tests, ltv * each / 1.1)[1] for each in table.index]
        for tests, ltv in map(lesson.offers, EVENTS)
    ]
    widest = max(max(row) - min(row) for row in shares)
    return [
        f"the reward falls by {moved.min():.0f} to {moved.max():.0f} dollars from a worth of 1.16"
        f" to one of 0.8, and the share of the inviter moves by {widest:.1f} at most.",
        ("In event 1 nothing moves at all.", moved["event 1"] == 0),
    ]

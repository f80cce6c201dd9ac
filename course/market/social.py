"""What users do together: referrals, group purchases, topics and content."""

import numpy as np
import pandas as pd
from scipy.special import expit
from scipy.stats import poisson


def invitations(p, reward):
    """Invitations a user for an inviter's reward in $."""
    reward = np.asarray(reward, dtype=float)
    return p.referral.invite + p.referral.invite_gain * reward / (p.referral.invite_half + reward)


def friend_conversion(p, reward):
    """Share of invited friends who buy, for a friend's reward in $."""
    reward = np.asarray(reward, dtype=float)
    return np.minimum(
        1.0,
        p.referral.convert
        * (1.0 + p.referral.convert_gain * reward / (p.referral.convert_half + reward)),
    )


def fraud_share(p, reward):
    """Share of rewarded referrals that are made up: 1 - exp(-phi reward^2)."""
    return -np.expm1(-p.referral.fraud * np.asarray(reward, dtype=float) ** 2)


def referral_waves(p, inviters, reward, friend_reward, waves=6):
    """Expected new customers of each wave, shape (waves,).

    A branching process that meets those who are customers already.
    """
    rate = invitations(p, reward) * friend_conversion(p, friend_reward)
    left, now, new = float(p.referral.pool), float(inviters), []
    for _ in range(waves):
        joined = left * -np.expm1(-rate * now / p.referral.pool)
        left -= joined
        now = joined
        new.append(joined)
    return np.array(new)


def draw_referral_waves(p, rng, inviters, reward, friend_reward, waves=6):
    """One run of `referral_waves`: counts of new customers, shape (waves,)."""
    rate = invitations(p, reward) * friend_conversion(p, friend_reward)
    left, now, new = int(p.referral.pool), int(inviters), []
    for _ in range(waves):
        joined = int(rng.binomial(left, -np.expm1(-rate * now / p.referral.pool)))
        left, now = left - joined, joined
        new.append(joined)
    return np.array(new)


def group_joins(p, depth, error=1.0):
    """Share of the friends who are told that join a group at `depth` off, at most all of them.

    `error` is a factor: what a test is off by.
    """
    return np.minimum(
        1.0, p.groups.join * np.exp(p.groups.join_slope * np.asarray(depth, dtype=float)) * error
    )


def group_fill(p, size, depth):
    """Chance that a group purchase of `size` people at `depth` off fills.

    The starter needs size - 1 friends, Poisson.
    """
    return poisson.sf(np.asarray(size) - 2, p.groups.friends * group_joins(p, depth))


def group_start(p, depth):
    """Chance that a user starts a group at `depth` off."""
    return expit(p.groups.start + p.groups.start_slope * np.asarray(depth, dtype=float))


# What differs from one group offer to the next, and the digits with which the offer is shown.
OFFER = {"price": 2, "margin": 3, "newcomer": 2, "share_new": 3, "alone": 3}


def draw_offer(p, rng):
    """One group offer of the market: `p` with its numbers of `groups` drawn, as they are shown."""
    part = p.slice(
        rng,
        *(f"groups.{each}" for each in ("friends", "join", "join_slope")),
        "groups.margin",
        "groups.price",
        "groups.newcomer",
        "groups.share_new",
        "groups.alone",
    )
    for name, digits in OFFER.items():
        setattr(part.groups, name, round(getattr(part.groups, name), digits))
    return part


def group_profit(p, size, depth, visitors):
    """Expected $ that `visitors` of an offer leave: groups of `size` at `depth` off.

    A group that fills earns each one's margin and the newcomers' worth; of those that do not some
    starters buy alone, at the full price. Form of the prototype.
    """
    offer, fill = p.groups, group_fill(p, size, depth)
    full = (
        size * offer.price * (offer.margin - depth) + (size - 1) * offer.share_new * offer.newcomer
    )
    alone = offer.alone * offer.price * offer.margin
    return visitors * group_start(p, depth) * (fill * full + (1 - fill) * alone)


def join_test(p, rng, depths, told):
    """Discounts shown to `told` friends each: depth, told, joined, a DataFrame."""
    joined = [
        int(rng.binomial(told, group_joins(p, depth, p.draw(rng, "error.joins"))))
        for depth in depths
    ]
    return pd.DataFrame({"depth": depths, "told": told, "joined": joined})


def told_offer(p, rng):
    """What a shop knows of its own offer to groups: friends (told by a starter, measured), price ($),
    margin (share of the price), new_value ($ that a newcomer is worth), share_new (of those who
    join), alone (share of starters who buy alone when the group does not fill), a dict.
    """
    shown = p.groups
    return {
        "friends": round(shown.friends * p.draw(rng, "error.friends"), 2),
        "price": shown.price,
        "margin": shown.margin,
        "new_value": shown.newcomer,
        "share_new": shown.share_new,
        "alone": shown.alone,
    }


def chat(p, rng, members, days):
    """A group's messages: message, day (1 to `days`), member, reply_to (a message, 0 for none)."""
    talkative = rng.pareto(p.draw(rng, "chat.tail"), members)
    count = int(p.draw(rng, "chat.messages"))
    speakers = rng.choice(members, count, p=talkative / talkative.sum()) + 1
    message, day = np.arange(1, count + 1), np.sort(rng.integers(1, days + 1, count))
    replies = rng.random(count) < p.draw(rng, "chat.replies")
    back = np.minimum(rng.geometric(p.chat.back, count), message - 1)
    return pd.DataFrame(
        {
            "message": message,
            "day": day,
            "member": speakers,
            "reply_to": np.where(replies & (back > 0), message - back, 0),
        }
    )


def waitlist(p, rng, count):
    """Who asked for a place in a group; a lot lets one in three in: joined (bool), before, after
    ($ spent in the month before and after), a DataFrame.
    """
    before = rng.gamma(p.waitlist.shape, p.waitlist.scale, count)
    joined = rng.permutation(np.arange(count) % 3 == 0)
    keeps, season, effect = (
        p.draw(rng, f"waitlist.{each}") for each in ("keeps", "season", "effect")
    )
    after = before * keeps + season + effect * joined + p.draw(rng, "waitlist.luck", count)
    return pd.DataFrame(
        {"joined": joined, "before": before.round(2), "after": np.maximum(0.0, after).round(2)}
    )


def topic_interest(p, weeks):
    """Interest in a topic after so many weeks, 1 at the start."""
    return 0.5 ** (np.asarray(weeks, dtype=float) / p.groups.half_life)


def headline_ctr(p, rng, count):
    """True click-through rates of `count` headlines (or of an array of that shape)."""
    return rng.beta(p.content.ctr_a, p.content.ctr_b, count)


def tired_ctr(p, ctr, exposures):
    """CTR of a headline for someone who has seen it `exposures` times."""
    return ctr * p.content.fatigue ** np.asarray(exposures, dtype=float)


def offer_response(p, reward, share):
    """(invitations a user, share of friends that join, share of them that is made up) at a
    `reward` in $ a friend, of which the inviter gets `share`.
    """
    inviter = reward * share
    return (
        invitations(p, inviter),
        friend_conversion(p, reward * (1 - share)),
        fraud_share(p, inviter),
    )


def event_waves(p, response, waves):
    """[(sign-ups, honest newcomers) of each wave] of an event in an unlimited town.

    `response` as `offer_response` gives it. Honest newcomers invite in the next wave: a branching
    process (Galton and Watson, 1875).
    """
    invites, joins, fake = response
    users, found = float(p.referral.start), []
    for _ in range(waves):
        signed = users * invites * joins
        users = signed * (1 - fake)
        found.append((signed, users))
    return found


def event_profit(p, response, reward, worth, waves):
    """$ of an event: newcomers' margin (`worth` each) less all rewards, also those of fakes."""
    return float(
        sum(
            honest * worth * p.referral.better - signed * reward
            for signed, honest in event_waves(p, response, waves)
        )
    )


def try_offer(p, rng, response, users):
    """(invitations sent, friends who joined, fakes among them) of an offer tried on `users`."""
    invites, joins, fake = response
    sent = int(rng.poisson(users * invites * p.draw(rng, "error.response")))
    joined = int(rng.binomial(sent, min(1.0, joins * p.draw(rng, "error.response"))))
    return sent, joined, int(rng.binomial(joined, fake))


def inviters(p, rng, count):
    """Users of one week of an event: user, invites (sent), joined (friends who signed up), ordered
    (friends with a first order that stayed), a DataFrame.
    """
    shape, mean = p.inviter.shape, p.draw(rng, "inviter.invites")
    invites = rng.negative_binomial(shape, shape / (shape + mean), count)
    joined = rng.binomial(invites, p.draw(rng, "inviter.joined"))
    ordered = rng.binomial(joined, p.draw(rng, "inviter.ordered"))
    return pd.DataFrame(
        {"user": np.arange(1, count + 1), "invites": invites, "joined": joined, "ordered": ordered}
    )


# What speaks for a friend who is made up.
SIGNS = ("same_device", "same_address", "joined_within_10_minutes", "no_order_in_30_days")


def evidence(p):
    """{sign: (share of fakes that show it, share of honest friends that do)}."""
    return {sign: (getattr(p.fake, sign), getattr(p.honest, sign)) for sign in SIGNS}


def referrals(p, rng, count):
    """Friends who came by an event: referral, a column for each of SIGNS, fake; a DataFrame."""
    fake = rng.random(count) < p.fake.share
    signs = {
        sign: rng.random(count) < np.where(fake, *shares) for sign, shares in evidence(p).items()
    }
    return pd.DataFrame({"referral": np.arange(1, count + 1), **signs, "fake": fake})


def draw_posts(p, rng, posts, days):
    """Posts by day: post, day, impressions, clicks, reads (to the end), orders, gmv ($), a
    DataFrame.
    """
    rows = []
    for post in posts:
        ctr, through, cvr, basket = (
            p.draw(rng, f"post.{each}") for each in ("ctr", "through", "cvr", "basket")
        )
        for day in range(1, days + 1):
            shown = int(p.draw(rng, "post.impressions"))
            clicks = int(rng.binomial(shown, ctr))
            reads = int(rng.binomial(clicks, through))
            orders = int(rng.binomial(reads, cvr))
            rows.append((post, day, shown, clicks, reads, orders, round(orders * basket, 2)))
    columns = ["post", "day", "impressions", "clicks", "reads", "orders", "gmv"]
    return pd.DataFrame(rows, columns=columns)


def shown_log(p, rng, count, items):
    """What an older plan showed: item, propensity (chance with which it was shown), click (0 or 1),
    a DataFrame.
    """
    chances = rng.dirichlet(np.full(items, p.oldplan.even))
    rates = rng.beta(p.oldplan.ctr_a, p.oldplan.ctr_b, items)
    shown = rng.choice(items, count, p=chances)
    return pd.DataFrame(
        {
            "item": shown,
            "propensity": chances[shown],
            "click": (rng.random(count) < rates[shown]).astype(int),
        }
    )

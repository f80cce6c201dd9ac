"""Twelve ways in which a business may be run badly when it is handed over; a quarter has three.

Each changes last week's settings (or, once, the truth), so that whoever goes on as before keeps it.
"""

from course.market.quarter.levers import Lever

PLANTED = 3
BAD_SHOPS = 2


def _title(levers, settings):
    title = levers["title"]
    product = title.records["product"]
    false = [word for word, true in product["attributes"].items() if not true]
    settings["title"] = [*title.start[:2], *false[: len(title.start)]]


def _page(levers, settings):
    settings["modules"] = levers["modules"].promises_most()


def _channel(levers, settings):
    channels = levers["spend"]
    settings["spend"] = dict.fromkeys(channels.start, 0.0) | {channels.weakest(): channels.budget}


def _bids(levers, settings):
    settings["bids"] = dict.fromkeys(levers["bids"].start, levers["bids"].most)


def _referral(levers, settings):
    settings["referral"] = (levers["referral"].most, 1.0)


def _messages(levers, settings):
    settings["messages"] = dict.fromkeys(settings["messages"], levers["messages"].most - 1)


def _posts(levers, settings):
    settings["posts"] = [sum(settings["posts"]), *[0] * (len(settings["posts"]) - 1)]


def _ranking(levers, settings):
    settings["order"] = settings["order"][::-1]


def _shelf(levers, settings):
    settings["shelf"] = levers["shelf"].slow


def _commission(levers, settings):
    place = int(levers["commission"].elasticity.argmax())
    settings["commission"] = list(settings["commission"])
    settings["commission"][place] = levers["commission"].too_high


def _merchants(levers, settings):
    levers["merchants"].make_bad(BAD_SHOPS)


def _membership(levers, settings):
    settings["membership"] = levers["membership"].free


# name: (what is wrong, the lever that cures it, what plants it)
WEAKNESSES = {
    "stuffed title": ("the title holds words that are not true", "title", _title),
    "promising page": ("the page's modules sell and come back", "modules", _page),
    "one channel": ("the budget lies in the channel that brings least", "spend", _channel),
    "top of the page": ("the highest bid for every word", "bids", _bids),
    "paid invitations": ("the highest reward, all to who invites: fakes", "referral", _referral),
    "tired list": ("so many messages that people leave the list", "messages", _messages),
    "one slot": ("all posts of the week in one slot", "posts", _posts),
    "stale ranking": ("the page ranks what is wanted least first", "order", _ranking),
    "slow shelf": ("the category's page holds what sells least", "shelf", _shelf),
    "wrong commission": ("a high rate where sellers leave first", "commission", _commission),
    "bad merchants": ("two large shops send what breaks", "merchants", _merchants),
    "free membership": ("free delivery and cash back for no fee", "membership", _membership),
}


def plant(rng, levers: dict[str, Lever], settings):
    """Draw three weaknesses and put them into `settings` (a dict that is changed); their names."""
    names = sorted(rng.permutation(list(WEAKNESSES))[:PLANTED].tolist())
    for name in names:
        WEAKNESSES[name][2](levers, settings)
    return names

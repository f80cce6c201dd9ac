"""The practice company's channels: a month, journeys, a test in regions, weeks of spend."""

from course.lessons.channel_promotion.scenario import Scenario
from course.market import touch
from course.market.parameters import tideway
from course.market.rng import stream
from course.market.town import names

NAMES = (*names("channels"), *names("own_channels"))
STEPS = ("search", "social", "email", "video")


def channel_month(seed=0):
    """A month by channel: a DataFrame channel, spend ($), new_buyers, monthly ($ of contribution a
    buyer and month), months (that a buyer stays).
    """
    return touch.channel_month(tideway(), stream(seed, "channels", "month"), NAMES)


def journeys(seed, channels=STEPS, paths=9):
    """Fresh paths of one to three channels: a DataFrame path, journeys, conversions."""
    return touch.journeys(tideway(), stream(seed, "channels", "journeys"), channels, paths)


def geo_test(seed=0, regions=40, lift=None):
    """A channel switched on in half of the regions: a DataFrame region, treated (bool), before,
    during (sales a week, $).
    """
    return touch.geo_test(tideway(), stream(seed, "channels", "regions"), regions, lift)


def weeks(number):
    """(history, budget) of practice company `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def earns(number, spends):
    """Dollars of sales a week that `spends` bring in practice company `number`."""
    return Scenario().value(number, spends)

"""Five places to sell one product: where, and at what price?

Each channel takes a share of the price, some of it as a fee and some as ads;
parcels, returns and a fixed amount a month come on top; and the shoppers of one
channel are more sensitive to the price than those of another.
"""

from course.check import InvalidAction
from course.market import places as market
from course.market.parameters import tideway
from course.market.rng import stream

MOST = 500.0  # $, the highest price


class Scenario:
    """Give each channel a price, or stay away from it; it earns the month's contribution.

    profit = units × (price × (1 − fee − ads) − 14 − fulfilment − 10 × return rate) − fixed, with
    units = demand × (price ÷ 34)^(−elasticity). The curriculum's version has fixed costs up to
    1,800, a `rent` of 0.3; there one price everywhere earns nine tenths of what can be earned (a
    test shows it).
    """

    UNIT = "dollars of contribution in a month"
    DRAWS = 20
    G_FULL = 0.8

    def __init__(self, rent=1.0):
        self._rent = rent

    def truth(self, seed):
        """(the channels as they are, and as they are seen): two DataFrames."""
        return market.month(tideway(), stream(seed, "channels", "month"), self._rent)

    def observe(self, seed):
        """What a policy receives: `channels` (DataFrame of 5: channel, fee, ads, fulfilment,
        return_rate, fixed, elasticity, demand).
        """
        return {"channels": self.truth(seed)[1]}

    def value(self, seed, places):
        """Dollars a month of the prices `places`, {channel: price or None}. Raises
        InvalidAction.
        """
        true = {row.channel: row for row in self.truth(seed)[0].itertuples()}
        if type(places) is not dict:
            raise InvalidAction(
                "the places must be a dictionary, such as {'own web shop': 39.0, 'live-stream"
                " shop': None}"
            )
        if unknown := [each for each in places if each not in true]:
            raise InvalidAction(f"{unknown[0]!r} is no channel")
        total = 0.0
        for channel, row in true.items():
            price = places.get(channel)
            if price is None:
                continue
            if type(price) not in (int, float) or not 1 <= price <= MOST:
                raise InvalidAction(
                    f"the price for {channel!r} must be None or a number from 1 to {MOST:g}"
                )
            total += market.contribution(tideway(), row, price)
        return float(total)

"""Two weeks, two devices: drag the mix and watch a total fall while both of its parts rise."""

import traitlets

from course.market.rng import stream
from course.widgets import CourseWidget, bar_svg

SESSIONS = 100_000
STAGES = ("sessions", "carts", "checkouts", "orders")
DEVICES = {
    "desktop": ((0.11, 0.15), (0.50, 0.60), (0.62, 0.72)),
    "phone": ((0.07, 0.10), (0.38, 0.48), (0.46, 0.56)),
}


def practice(draw):
    """Practice shop `draw` (0 to 4): {"desktop": [three step rates], "phone": [...], "share":
    phone's share of sessions, percent}.
    """
    rng = stream(draw, "funnel", "mix")
    rates = {
        device: [round(float(rng.uniform(*limits)), 3) for limits in steps]
        for device, steps in DEVICES.items()
    }
    return rates | {"share": int(rng.integers(30, 46))}


def funnel(shop, share, lift=0.0):
    """People at each stage, in all and by device, with phone's `share` in percent and every rate of
    the last step lifted by a share: a dict.
    """
    counts = {}
    for device, part in (("desktop", 1 - share / 100), ("phone", share / 100)):
        people = [SESSIONS * part]
        for place, rate in enumerate(shop[device]):
            people.append(people[-1] * rate * (1 + lift if place == 2 else 1))
        counts[device] = people
    total = [sum(both) for both in zip(*counts.values(), strict=True)]
    return counts | {"total": total}


def cvr(people):
    return people[-1] / people[0] if people[0] else 0.0


class MixShift(CourseWidget):
    """A funnel in two weeks. In the second every device buys `lift` percent better, and phones have
    `share` percent of the sessions.

    Traits: `draw` (practice shop 0 to 4), `share` (0 to 100), `lift` (0 to 30),
    `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    share = traitlets.Int(40, min=0, max=100).tag(sync=True)
    lift = traitlets.Int(10, min=0, max=30).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, share=practice(draw)["share"], **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "share", "lift")
    def _answer(self, _change):
        shop = practice(self.draw)
        before, after = funnel(shop, shop["share"]), funnel(shop, self.share, self.lift / 100)
        self.view = {
            "stages": list(STAGES),
            "before": [round(count) for count in before["total"]],
            "after": [round(count) for count in after["total"]],
            "share_before": shop["share"],
            "rates": [
                [
                    name,
                    round(100 * cvr(before[name]), 3),
                    round(100 * (cvr(after[name]) or _lifted(shop, name, self.lift)), 3),
                ]
                for name in ("desktop", "phone", "total")
            ],
        }

    def card(self):
        view = self.view
        rows = "".join(
            f"<tr><td>{name}</td><td>{one:.2f}%</td><td>{two:.2f}%</td></tr>"
            for name, one, two in view["rates"]
        )
        return (
            f"<p><b>Practice shop {self.draw}</b>: phones had {view['share_before']}% of the"
            f" sessions in week 1 and have {self.share}% in week 2; every device buys {self.lift}%"
            " better.</p><table><thead><tr><th>CVR</th><th>week 1</th><th>week"
            f" 2</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [
                    (f"{stage}, week {week}", view[key][place])
                    for place, stage in enumerate(STAGES[1:], start=1)
                    for week, key in ((1, "before"), (2, "after"))
                ],
                "people",
                "The funnel in two weeks",
            )
        )


def _lifted(shop, device, lift):
    """The rate that a device without a session would have."""
    cart, checkout, order = shop[device]
    return cart * checkout * order * (1 + lift / 100)

"""The peek button: 400 tests of a page against itself, looked at every day."""

import numpy as np
import traitlets

from course.market.experiments import false_wins
from course.market.rng import stream
from course.once import once
from course.widgets import CourseWidget, bar_svg

TESTS, DAYS = 400, 40


@once
def _shop(draw):
    """Visitors a day and arm, CVR, and z after each day of every test: shape (TESTS, DAYS)."""
    rng = stream(draw, "peek", "shop")
    visitors, cvr = int(rng.integers(2, 12)) * 100, round(float(rng.uniform(0.02, 0.06)), 3)
    return visitors, cvr, false_wins(stream(draw, "peek", "tests"), TESTS, DAYS, visitors, cvr)


class PeekButton(CourseWidget):
    """Press, and every A/A test gets one more day and one more look.

    Traits: `draw` (0 to 4, another shop), `day` (0 to 40), `every` (look only
    every so many days), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    day = traitlets.Int(0, min=0, max=DAYS).tag(sync=True)
    every = traitlets.Int(1, min=1, max=10).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._open_shop()

    @traitlets.observe("draw")
    def _on_draw(self, _change):
        self._open_shop()

    @traitlets.observe("day", "every")
    def _on_day(self, _change):
        self._answer()

    def _open_shop(self):
        self._visitors, self._cvr, self._z = _shop(self.draw)
        self.day = 0
        self._answer()

    def shares(self):
        """After each day: the share of tests that ever looked like a win (|z| above 1.96 at a
        look).
        """
        looked = (np.arange(1, DAYS + 1) % self.every) == 0
        return np.maximum.accumulate((np.abs(self._z) > 1.96) & looked, axis=1).mean(axis=0)

    def _answer(self):
        shares = self.shares()[: self.day]
        now = float((np.abs(self._z[:, self.day - 1]) > 1.96).mean()) if self.day else 0.0
        self.view = {
            "tests": TESTS,
            "days": DAYS,
            "visitors": self._visitors,
            "cvr": self._cvr,
            "shares": [round(float(share), 4) for share in shares],
            "ever": round(shares[-1] * TESTS) if self.day else 0,
            "now": round(now, 4),
            "looks": self.day // self.every,
        }

    def card(self):
        shares = self.shares()
        picture = bar_svg(
            [(f"after {day} days", 100 * float(shares[day - 1])) for day in (1, 5, 10, 20, 40)],
            "percent",
            "A/A tests with a false win",
        )
        return (
            f"<p><b>400 tests of a page against itself</b>, {self._visitors} visitors a day and"
            f" arm, CVR {self._cvr:.1%}. Looked at every day, so many percent have shown a false"
            f" win at least once:</p>{picture}"
        )

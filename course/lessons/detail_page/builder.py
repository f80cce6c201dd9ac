"""A page of ten modules: switch them on and off, and watch orders and returns move on two
needles.
"""

import numpy as np
import traitlets

from course.lessons.detail_page.bank import MODULES
from course.lessons.detail_page.scenario import MARGIN, RETURN_BASE, RETURN_COST, Scenario, _rates
from course.widgets import CourseWidget, bar_svg


def page(draw, modules):
    """(CVR, share returned, $ from 10,000 views) of a page of practice product `draw` with the set
    `modules`.
    """
    _, effects, pairs, together, back = Scenario()._truth(draw)
    row = np.array([[int(name in modules) for name in MODULES]])
    cvr, returned = (
        float(each[0]) for each in _rates(row, effects, pairs, together, back, RETURN_BASE)
    )
    return cvr, returned, 10_000 * cvr * (MARGIN * (1 - returned) - RETURN_COST * returned)


class PageBuilder(CourseWidget):
    """The modules of a page and what it brings.

    Traits: `draw` (practice product 0 to 4), `modules` (list of names that are
    on the page), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    modules = traitlets.List(traitlets.Unicode()).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "modules")
    def _answer(self, _change):
        now, bare = page(self.draw, set(self.modules)), page(self.draw, set())
        self.view = {
            "names": list(MODULES),
            "cvr": round(100 * now[0], 2),
            "returned": round(100 * now[1], 1),
            "earned": round(now[2]),
            "bare": [round(100 * bare[0], 2), round(100 * bare[1], 1), round(bare[2])],
        }

    def card(self):
        bare = page(self.draw, set())
        rows = []
        for name in MODULES:
            cvr, returned, earned = page(self.draw, {name})
            rows.append((name, cvr - bare[0], returned - bare[1], earned - bare[2]))
        table = "".join(
            f"<tr><td>{name}</td><td>{100 * cvr:+.2f}</td><td>{100 * returned:+.1f}</td><td>{earned:+,.0f}</td></tr>"
            for name, cvr, returned, earned in rows
        )
        return (
            f"<p><b>Practice product {self.draw}</b>: an empty page converts {bare[0]:.2%} of"
            f" views, {bare[1]:.0%} come back, and 10,000 views leave ${bare[2]:,.0f}. Each module"
            " alone adds:</p><table><thead><tr><th>Module</th><th>CVR, points</th><th>Returns,"
            f" points</th><th>$</th></tr></thead><tbody>{table}</tbody></table>"
            + bar_svg(
                [(name, max(0, earned)) for name, _, _, earned in rows],
                "$",
                "What each module adds alone",
            )
        )

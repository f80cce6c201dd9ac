"""Twelve slots of a week: drop posts into them and watch each further one fade."""

import numpy as np
import traitlets

from course.lessons.new_media_operation.scenario import POSTS, SLOTS, Scenario, responses
from course.widgets import CourseWidget, bar_svg


class SlotGrid(CourseWidget):
    """Bars of responses by slot, one layer a post; the hollow one is what the next post would
    bring.

    Traits: `draw` (practice month 0 to 4), `posts` (twelve numbers), `slot`
    (the chosen one, 0 to 11), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    posts = traitlets.List(
        traitlets.Int(min=0, max=POSTS), [0] * len(SLOTS), minlen=len(SLOTS), maxlen=len(SLOTS)
    ).tag(sync=True)
    slot = traitlets.Int(0, min=0, max=len(SLOTS) - 1).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "posts")
    def _answer(self, _change):
        first, fade = Scenario().truth(self.draw)
        self.view = {
            "names": list(SLOTS),
            "layers": [
                [round(float(a * r**k), 1) for k in range(count)]
                for a, r, count in zip(first, fade, self.posts, strict=True)
            ],
            "next": [
                round(float(a * r**count), 1)
                for a, r, count in zip(first, fade, self.posts, strict=True)
            ],
            "total": round(float(responses(first, fade, self.posts).sum())),
            "left": POSTS - sum(self.posts),
        }

    def card(self):
        first, fade = Scenario().truth(self.draw)
        rows = "".join(
            f"<tr><td>{name}</td>" + "".join(f"<td>{a * r**k:.0f}</td>" for k in range(6)) + "</tr>"
            for name, a, r in zip(SLOTS, first, fade, strict=True)
        )
        head = "".join(f"<th>Post {k}</th>" for k in range(1, 7))
        best = int(np.argmax(first))
        return (
            f"<p><b>Practice month {self.draw}</b>: people who respond to the first, second ..."
            " post in a slot.</p>"
            f"<table><thead><tr><th>Slot</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [
                    (f"post {k + 1}", float(np.round(first[best] * fade[best] ** k, 1)))
                    for k in range(6)
                ],
                "",
                f"{SLOTS[best]}: each further post fades",
            )
        )

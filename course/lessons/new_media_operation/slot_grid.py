"""Twelve slots of a week: drop posts into them and watch each further one fade."""

import traitlets

from course.check.numbers import number
from course.lessons.new_media_operation.scenario import POSTS, SLOTS, Scenario
from course.market.posting import responses
from course.widgets.chart import BLUE, INK, Axis, Chart, told
from course.widgets.frame import Widget, button, choice, practice, setter, slider

HIGH, NARROW = 270, 450  # px


class SlotGrid(Widget):
    """Bars of responses by slot, one layer a post; the hollow one is what the next post would
    bring.

    Traits: `draw` (practice month 0 to 4), `posts` (twelve numbers), `slot`
    (the chosen one, 0 to 11), `put` ([slot, posts]: what the slider asks for).
    """

    name = "Slot grid"
    moves = ("draw", "posts", "slot")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    posts = traitlets.List(
        traitlets.Int(min=0, max=POSTS), [0] * len(SLOTS), minlen=len(SLOTS), maxlen=len(SLOTS)
    ).tag(sync=True)
    slot = traitlets.Int(0, min=0, max=len(SLOTS) - 1).tag(sync=True)
    put = traitlets.List([0, 0]).tag(sync=True)

    @traitlets.observe("put")
    def _set(self, _change):
        self.posts = self._with(*self.put)

    def _with(self, slot, count):
        """The posts with `count` in a slot, no more than there are in all."""
        posts = list(self.posts)
        posts[slot] = max(0, min(count, POSTS - sum(posts) + posts[slot]))
        return posts

    def controls(self):
        return [
            practice("Month", "month"),
            choice("slot", "Slot", list(enumerate(SLOTS))),
            slider(
                "posts",
                f"Posts on {SLOTS[self.slot]}",
                0,
                POSTS,
                item=self.slot,
                send=("put", self.slot),
            ),
            button("Empty the week", posts=[0] * len(SLOTS)),
        ]

    def look(self):
        first, fade = Scenario().truth(self.draw)
        coming = [float(a * r**count) for a, r, count in zip(first, fade, self.posts, strict=True)]
        total = float(responses(first, fade, self.posts).sum())
        return {
            "told": told(
                (number(total), "responses"),
                (number(POSTS - sum(self.posts)), f"of {POSTS} posts left"),
                (number(coming[self.slot], 1), f"the next post on {SLOTS[self.slot]} would bring"),
            ),
            "pictures": [self._bars(first, fade, coming)],
        }

    def _bars(self, first, fade, coming):
        layers = [
            [float(a * r**place) for place in range(count)]
            for a, r, count in zip(first, fade, self.posts, strict=True)
        ]
        top = max(sum(each) + more for each, more in zip(layers, coming, strict=True))
        x = Axis(0.4, len(SLOTS) + 0.6, "", number, fitted=True, ticks=[0.5])
        y = Axis(0, 1.06 * top, "responses", number)
        chart = Chart("Responses by slot (press a bar to add a post)", self.room(), HIGH, x, y)
        narrow = self.room() < NARROW
        chart.bottom = 66 if narrow else 36
        x.ticks = []
        chart.redraw()
        wide = chart.at_x(2) - chart.at_x(1) - 6
        for place, (name, stack, more) in enumerate(zip(SLOTS, layers, coming, strict=True)):
            at, mine = place + 1, place == self.slot
            sum_ = 0.0
            for layer, value in enumerate(stack):
                chart.bar(at, sum_ + value, wide, BLUE, f"{max(0.3, 0.95 - 0.1 * layer):.2f}", sum_)
                chart.bar(at, sum_ + value, wide, INK, ".5", sum_, filled=False)
                sum_ += value
            chart.bar(
                at,
                sum_ + more,
                wide,
                BLUE if mine else INK,
                "1" if mine else ".6",
                sum_,
                filled=False,
                dash="3 2",
            )
            if mine or not narrow:
                chart.note(at, sum_ + more, number(more), "middle", dy=-5, bold=mine)
            low, middle = chart.height - chart.bottom, chart.at_x(at)
            if narrow:
                chart.upright(middle + 4, low + 6, name, bold=mine)
            else:
                day, hour = name.split(" ")
                chart.label(middle, low + 14, day, bold=mine, kind="tick")
                chart.label(middle, low + 28, hour, bold=mine, kind="tick")
            chart.say(f"{name}: {len(stack)} posts bring {number(sum_)}, the next {number(more)}")
            changes = setter(slot=place, posts=self._with(place, len(stack) + 1))
            chart.raw(
                f"<rect x='{chart.at_x(at) - wide / 2:.1f}' y='{chart.top}' width='{wide:.1f}'"
                f" height='{low - chart.top}' fill='transparent' {changes}/>"
            )
        chart.key("posts, each a layer", BLUE, "box", opacity=".8")
        chart.key("what the next post would bring (number)", INK, "box", False, "3 2")
        return chart.html()

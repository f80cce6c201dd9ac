"""The map as a widget: drag a person along the way, lift one step, see who owns it and what it
earns.
"""

from html import escape

import traitlets

from course.check.numbers import money, number, percent, signed
from course.market import chain as way_of_a_shop
from course.market.parameters import tideway
from course.market.rng import stream
from course.operations import CHAINS, STEPS, functions
from course.widgets.chart import BLUE, BOLD, INK, told
from course.widgets.frame import Widget, setter, slider
from course.widgets.frame import practice as draws

STRANGERS = tideway().way.strangers
STAGES = ["stranger", *[end for _, _, end in STEPS]]
NARROW = 430  # px: with less, the way goes down instead of across
LOWEST, HIGHEST = -30, 30  # percent: the lift's ends


def practice(draw):
    """The rates and costs of practice shop `draw` (0 to 4): a dict."""
    return way_of_a_shop.shop(tideway(), stream(draw, "map", "way"))


def week(shop, step=None, lift=0.0):
    """People, orders, GMV and profit of a week of `shop`, as `chain.week` has them."""
    return way_of_a_shop.week(tideway(), shop, step, lift)


class OperationsMap(Widget):
    """Every function of the course on the way of a person.

    Traits: `draw` (practice shop 0 to 4), `step` (0 to 5), `lift` (percent,
    -30 to 30), `about` (name of the function that is read, or "").
    """

    name = "Operations map"
    moves = ("draw", "step", "lift", "about")
    _esm = Widget.script()
    _css = Widget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    step = traitlets.Int(0, min=0, max=len(STEPS) - 1).tag(sync=True)
    lift = traitlets.Int(0, min=LOWEST, max=HIGHEST).tag(sync=True)
    about = traitlets.Unicode("").tag(sync=True)

    def controls(self):
        steps = [f"from {begin} to {end}" for _, begin, end in STEPS]
        return [
            draws("Shop", "shop"),
            slider("step", "Step", 0, len(STEPS) - 1, names=steps),
            slider("lift", "Lift of this step", LOWEST, HIGHEST, step=5, form="#%"),
        ]

    def look(self):
        shop, name = practice(self.draw), STEPS[self.step][0]
        now, then = week(shop), week(shop, name, self.lift / 100)
        gmv, profit = (round(then[each] - now[each]) for each in ("gmv", "profit"))
        return {
            "told": told(
                (signed(gmv, money), "GMV a week", {"data-gmv": gmv}),
                (signed(profit, money), "contribution profit a week", {"data-profit": profit}),
                (
                    percent(shop[name] * (1 + self.lift / 100), 1),
                    f"of this step go on (now {percent(shop[name], 1)})",
                ),
            ),
            "pictures": [self._way(now["people"], then["people"]), self._functions(name)],
        }

    def _way(self, before, people):
        """The stages from left to right, with the people at each."""
        draw = self._across if self.room() >= NARROW else self._down
        drawn, high = draw(before, people)
        said = ", ".join(
            f"{stage} {number(count)}"
            + (f" (was {number(was)})" if round(count) != round(was) else "")
            for stage, count, was in zip(STAGES, people, before, strict=True)
        )
        wide = self.room()
        return (
            "<figure class='course-figure' style='margin:0'><figcaption class='course-caption'>"
            "People a week on their way</figcaption>"
            f"<svg viewBox='0 0 {wide} {high}' width='{wide}' style='max-width:100%;height:auto'"
            f" role='img' aria-label='People a week: {escape(said, quote=True)}'>"
            f"{''.join(drawn)}</svg></figure>"
        )

    def _across(self, before, people):
        """The way from left to right: its SVG and its height in px."""
        level, gap = 42, (self.room() - 84) / (len(STAGES) - 1)
        at = [42 + place * gap for place in range(len(STAGES))]
        drawn = [
            _line(at[0], level, at[-1], level, INK, 2),
            _line(at[self.step], level, at[self.step + 1], level, BLUE, 7),
        ]
        for x, stage, count, was in zip(at, STAGES, people, before, strict=True):
            first, _, last = stage.rpartition(" ")
            if first:
                drawn.append(_text(x, 14, first))
            drawn += [_text(x, 28, last), f"<circle cx='{x:.0f}' cy='{level}' r='5' fill='{INK}'/>"]
            drawn.append(_text(x, 66, number(count), bold=True))
            if round(count) != round(was):
                drawn.append(_text(x, 82, f"was {number(was)}"))
        return drawn, 92

    def _down(self, before, people):
        """The way from top to bottom, where there is little room."""
        gap, level = 20, [12 + 20 * place for place in range(len(STAGES))]
        drawn = [
            _line(8, level[0], 8, level[-1], INK, 2),
            _line(8, level[self.step], 8, level[self.step + 1], BLUE, 7),
        ]
        for y, stage, count, was in zip(level, STAGES, people, before, strict=True):
            text = f"{stage}: {number(count)}"
            if round(count) != round(was):
                text += f" (was {number(was)})"
            drawn.append(f"<circle cx='8' cy='{y}' r='5' fill='{INK}'/>")
            drawn.append(_text(22, y + 4, text, "start"))
        return drawn, level[-1] + gap / 2

    def _functions(self, step):
        """The functions as buttons, by chain; the one that is read is explained."""
        table = functions()
        read = next((each for each in table if each.name == self.about), None)
        text = (
            f"{read.name}: {read.question} Measured by: {read.kpi}."
            + (" Its lesson is in the course." if read.written else " Its lesson is being written.")
            if read
            else "Press a function to read its question and what it is measured by."
        )
        chains = []
        for chain, title in CHAINS.items():
            buttons = "".join(self._button(each, step) for each in table if each.chain == chain)
            chains.append(f"<div class='map-chain'><b>{escape(title)}</b>{buttons}</div>")
        return (
            "<div class='map-chains'><p class='course-caption'>Who works on it</p>"
            "<p class='course-note'>● works on the chosen step &nbsp; ◇ the supply side, carries"
            f" every step</p>{''.join(chains)}<p class='map-about'>{escape(text)}</p></div>"
        )

    def _button(self, each, step):
        lit, carries = step in each.moves, not each.moves and each.chain == "supply"
        own = [place for place, (key, _, _) in enumerate(STEPS) if key in each.moves]
        changes = {"about": each.name} | ({"step": own[0]} if own and not lit else {})
        sign = "● " if lit else "◇ " if carries else ""
        return (
            f"<button type='button' class='map-function{' lit' if lit else ''}'"
            f" aria-pressed='{'true' if self.about == each.name else 'false'}'"
            f" data-key='{escape(each.name, quote=True)}' {setter(**changes)}>"
            f"{sign}{escape(each.name)}</button>"
        )


def _line(x1, y1, x2, y2, colour, wide):
    return (
        f"<line x1='{x1:.0f}' y1='{y1}' x2='{x2:.0f}' y2='{y2}' stroke='{colour}'"
        f" stroke-width='{wide}' stroke-opacity='{'.4' if colour == INK else '1'}'/>"
    )


def _text(x, y, text, anchor="middle", bold=False):
    return (
        f"<text x='{x:.0f}' y='{y}' text-anchor='{anchor}' font-size='12' class='label'"
        f" fill='{INK}'{BOLD if bold else ''}>{escape(text)}</text>"
    )

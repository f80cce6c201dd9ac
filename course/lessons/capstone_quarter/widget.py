"""The cockpit: a quarter of Tideway, played by hand week by week, alone or in a team."""

import math
from html import escape

import traitlets

from course.check.numbers import money, number, percent, signed
from course.lessons.capstone_quarter import simple
from course.lessons.capstone_quarter.forms import FORMS, pick
from course.lessons.capstone_quarter.logfile import LogFile
from course.market.parameters import tideway
from course.market.quarter import FUNCTIONS, PLUGS, ActionError, LogError, restored
from course.market.quarter.reach import ROUNDS_A_SET
from course.operations import functions
from course.widgets.chart import BLUE, ORANGE, Axis, Chart, Html, table, told
from course.widgets.frame import Widget, button, setter

# The levers of each chain, in the order of the lessons, which is that of the table of functions.
LEVERS = {}
for plug in PLUGS.values():
    LEVERS.setdefault(functions()[int(plug.lesson) - 1].chain, []).append(plug.lever)
TABS = {"store": "Store", "acquire": "Acquire", "platform": "Platform", "users": "Users"}
TABS = {"numbers": "Numbers", **TABS, "supply": "Supply", "journal": "Journal"}
OWN = {plug.lever: name for name, plug in PLUGS.items()}
# What is drawn of the weekly table: column, caption, how it is written.
TRENDS = (
    ("contribution", "Contribution, $ a week", money),
    ("cash", "Cash, $", money),
    ("orders", "Orders", number),
    ("newcomers", "First orders of newcomers", number),
    ("customers", "Customers", number),
    ("subscribers", "Subscribers", number),
)
HEIGHT, ACROSS, GAP = 104, 3, 20  # px; charts side by side; px between them
NARROW = 560  # px below which two charts stand side by side
GUARDED = {  # as the guardrails are shown: what is counted, and how it is written
    "defects": ("defects", lambda value: percent(value, 1)),
    "unsubscribes": ("subscribers lost", lambda value: percent(value, 2)),
    "exits": ("sellers gone", percent),
    "stock-out": ("units missing", percent),
    "untrue titles": ("untrue titles", number),
}
WAYS = {"now": "as last week", "hand": "by hand", "simple": "simple rule", "own": "my function"}
WEEKS, BEGINS = (
    int(tideway().run.weeks),
    0.5,
)  # the axis: the last week, and where the quarter begins
SOON = 2  # weeks before the event week from which it is announced


def levers_of(role):
    """The levers of a role: names of chains or functions, a list or a text with commas; None: all.

    Raises LogError for a name that there is not.
    """
    every = [lever for held in LEVERS.values() for lever in held]
    if role is None:
        return every
    names = [each.strip() for each in role.split(",")] if isinstance(role, str) else list(role)
    held = {name: set(levers) for name, levers in LEVERS.items()}
    for lever in every:
        held.setdefault(FUNCTIONS[lever], set()).add(lever)
    if unknown := [name for name in names if name not in held]:
        raise LogError(
            f"there is no role {unknown[0]!r:.60}. A role is one of {', '.join(held)}, or several of"
            " them with commas between"
        )
    mine = set().union(*(held[name] for name in names))
    return [lever for lever in every if lever in mine]


class Cockpit(Widget):
    """Thirteen weeks by hand.

    `seed`: of the quarter; `file`: the log, written with each week that is played; opened again, it
    goes on where it stopped. `role`: who plays, in a team that shares the file (None: alone).
    `plugs`: {name: function}, the learner's own functions by the names that they have in the
    lessons.

    Traits: `tab` and `lever` (what is shown), `pressed` ([what, count]), `edit` ([lever, key, value,
    count]: the last input).
    """

    name = "Cockpit"
    moves = ("tab", "lever", "pressed", "edit")
    _esm = Widget.script(__file__)
    _css = Widget.style(__file__)
    tab = traitlets.Enum(list(TABS), "numbers").tag(sync=True)
    lever = traitlets.Unicode("").tag(sync=True)
    pressed = traitlets.List(["", 0]).tag(sync=True)
    edit = traitlets.List([]).tag(sync=True)

    def __init__(self, seed=3, file=None, role=None, plugs=None, **kwargs):
        self._seed, self._plugs = seed, dict(plugs or {})
        self._role = role if role is None or isinstance(role, str) else ", ".join(map(str, role))
        self._file = LogFile(file or f"quarter-{seed}.jsonl", seed)
        self._done, self._said, self._wrong = (None, None), "", ""
        super().__init__(**kwargs)

    def start(self):
        self._read()

    # The file

    def _read(self):
        """Take the file as it stands; drops what is not played yet where the week is another."""
        before = getattr(self, "_obs", None)
        self._wrong = ""
        try:
            self._mine = levers_of(self._role)
            if unknown := sorted(set(self._plugs) - set(PLUGS)):
                raise LogError(
                    f"plugs has the name {unknown[0]!r:.60}; the names are {', '.join(PLUGS)}"
                )
            self._run, self._handed = self._file.read()
            if self._role is None and self._handed:
                raise LogError(
                    f"{self._file.path.name} is a team's, and a week is open. Open it with your role,"
                    " such as Cockpit(role='store'), or take another file"
                )
        except LogError as problem:
            self._wrong = str(problem)
            return
        self._obs = self._run.quarter.observe()
        if before is None or before["week"] != self._obs["week"]:
            self._new_week(first=before is None)

    def _new_week(self, first=False):
        """Nothing is changed yet; what stands on a rule that is asked every week is asked."""
        ways = {} if first else self._ways
        self._draft, self._ways, self._refused = {}, {}, {}
        if self._run.quarter.over:
            return
        for lever, way in ways.items():
            if way in ("simple", "own") and len(PLUGS[OWN[lever]].weeks) > 1:
                self._take(lever, way)

    def _play(self):
        """Play the week, or hand in a role's part of it."""
        name, week, run = self._file.path.name, self._obs["week"], None
        try:
            with self._file.alone():
                run, handed = self._file.read()
                if run.quarter.week != week or run.log != self._run.log:
                    raise LogError(
                        f"week {week} of {name} was played in another place in the meantime; what"
                        " you have set here was not used. Press 'Read the file again' and go on"
                        " from there"
                    )
                actions = {
                    lever: self._draft[lever] for lever in self._mine if lever in self._draft
                }
                run.quarter.check(actions)
                if self._role is not None:
                    actions, handed = self._hand_in(week, actions, handed)
                if actions is not None:
                    run.week(actions)
                    handed = {}
                self._file.write(run, handed)
        except (LogError, ActionError) as problem:
            self._said = str(problem)
            if run is self._run and run.quarter.week != week:  # played, and not written
                self._file.forget()
                self._read()
            return
        self._run, self._handed = run, handed
        if actions is None:
            self._said = (
                f"Your part of week {week} is handed in; until it is played you may change it."
            )
            return
        self._obs = run.quarter.observe()
        self._said = ""
        self._new_week()
        self.tab = "numbers"

    def _hand_in(self, week, actions, handed):
        """(the week's actions, or None while somebody is missing; what is handed in)."""
        for role, line in handed.items():
            both = [lever for lever in self._mine if lever in line["levers"]]
            if role != self._role and both:
                raise LogError(
                    f"{FORMS[both[0]].title} of week {week} was handed in by {role!r} already. Agree"
                    " who holds it, and open the cockpit with a role that nobody else has"
                )
        line = {"kind": "role", "week": week, "role": self._role, "levers": self._mine}
        handed = handed | {self._role: line | {"actions": actions}}
        if self._missing(handed):
            return None, handed
        every = [restored(one["actions"]) for one in handed.values()]
        return {lever: each for actions in every for lever, each in actions.items()}, handed

    @staticmethod
    def _missing(handed):
        """Functions of which nobody has handed in anything."""
        given = {lever for line in handed.values() for lever in line["levers"]}
        return sorted({FUNCTIONS[lever] for lever in levers_of(None) if lever not in given})

    # What is pressed

    def _obey(self):
        """Do what the browser has asked for since the last picture."""
        pressed, edit = self._done
        self._done = (list(self.pressed), list(self.edit))
        if self.pressed != pressed and pressed is not None:
            self._said = ""
            what = self.pressed[0]
            if what == "read":
                self._read()
            elif self._wrong or self._run.quarter.over:
                return
            elif what == "play":
                self._play()
            elif what == "undo":
                self._draft, self._ways, self._refused = {}, {}, {}
            elif what == "own":
                for lever in self._mine:
                    if OWN[lever] in self._plugs:
                        self._take(lever, "own")
        if self.edit != edit and len(self.edit) == 4 and not self._wrong:
            lever, key, value, _ = self.edit
            if lever in self._mine and not self._run.quarter.over:
                self._said = ""
                self._take(lever, value) if key == "way" else self._put(lever, key, value)

    def _now(self, lever):
        """A lever's setting with this week's changes."""
        return self._draft.get(lever, self._settings(lever))

    def _settings(self, lever):
        return ONE_WEEK[lever]() if lever in ONE_WEEK else self._obs["settings"][lever]

    def _put(self, lever, key, value):
        """Change one part of a lever by hand."""
        form = FORMS[lever]
        try:
            new = form.put(self._now(lever), key, value, self._obs)
        except (TypeError, ValueError, KeyError):
            self._refused[lever] = "that is no number; it stays as it was"
            return
        self._ways[lever] = "hand"
        self._set(lever, new)

    def _take(self, lever, way):
        """Set a lever as last week, by its simple rule, or by the learner's function."""
        self._refused.pop(lever, None)
        self._ways[lever] = way
        if way == "now":
            self._draft.pop(lever, None)
        elif way == "simple":
            self._set(lever, getattr(simple, lever)(self._obs))
        elif way == "own":
            name = OWN[lever]
            try:
                self._set(lever, PLUGS[name].act(self._plugs[name], self._obs))
            except Exception as problem:  # whatever a learner's function raises
                self._refused[lever] = (
                    f"{name} stopped with {type(problem).__name__}: {problem!s:.200}. Nothing is"
                    " changed; mend the function, run its cell and this one again"
                )

    def _set(self, lever, action):
        """Take an action into this week's changes, if it is allowed."""
        try:
            clean = self._run.quarter.check({lever: action})[lever]
        except ActionError as problem:
            if FORMS[lever].halfway(action):
                self._draft[lever], self._refused[lever] = action, str(problem)
            else:
                self._refused[lever] = f"not changed. {problem}"
            return
        self._refused.pop(lever, None)
        if clean == self._settings(lever):
            self._draft.pop(lever, None)
        else:
            self._draft[lever] = clean

    # What is seen

    def controls(self):
        again = button("Read the file again", press="read")
        if self._wrong or self._run.quarter.over:
            return [again]
        week, verb = self._obs["week"], "Play" if self._role is None else "Hand in"
        made = [
            button(f"{verb} week {week}", main=True, press="play"),
            button("Undo changes", press="undo"),
        ]
        if any(OWN[lever] in self._plugs for lever in self._mine):
            made.append(button("All my functions", press="own"))
        return [*made, again]

    def look(self):
        self._obey()
        said = (
            f"<p class='cockpit-said' role='status'>{escape(self._said)}</p>" if self._said else ""
        )
        if self._wrong:
            sentence = f"This quarter cannot be opened: {self._wrong}."
            return {"told": f"<p class='cockpit-said'>{escape(sentence)}</p>", "pictures": []}
        part = {"numbers": self._numbers, "journal": self._journal}.get(self.tab, self._levers)
        key = f"panel {self.tab} {self.lever} {self._obs['week']}"
        panel = (
            f"<div class='cockpit-panel' data-key='{escape(key, quote=True)}' role='region' tabindex='0'"
            f" aria-label='{TABS[self.tab]}'>{part()}</div>"
        )
        return {
            "told": self._head() + said,
            "pictures": [self._guardrails(), self._due(), self._tabs(), panel],
        }

    def card(self):
        """The numbers and the settings: inputs of no use are left out."""
        shown = self.view.get("told", "")
        if self._wrong:
            return f"<p class='course-caption'>{self.name}</p>{shown}"
        rows = [[FORMS[lever].title, FORMS[lever].short(self._now(lever))] for lever in self._mine]
        return (
            f"<p class='course-caption'>{self.name}</p><div class='course-told'>{shown}</div>"
            f"{self._guardrails()}<div class='course-pictures'>{self._numbers()}</div>"
            f"{table(['Lever', 'Setting'], rows)}"
        )

    def _rows(self):
        """The weekly table with the weeks before the quarter: a list of dictionaries."""
        known = self._obs["history"], self._obs["table"]
        return [row for table in known for row in table.to_dict("records")]

    def _head(self):
        obs, rows = self._obs, self._rows()
        over = self._run.quarter.over
        last, before = rows[-1]["contribution"], rows[-2]["contribution"]
        facts = [
            (
                "over" if over else f"{obs['week']} of {obs['weeks']}",
                "the quarter" if over else "week to play",
                {"data-week": obs["week"]},
            ),
            (
                money(obs["cash"]),
                "cash; below zero it costs 10% a week" if obs["cash"] < 0 else "cash",
            ),
            (money(last), f"contribution, {signed(last - before, money)} on the week before"),
            (money(sum(obs["table"].get("contribution", []))), "contribution so far"),
        ]
        if over:
            end = self._run.lines[-1]
            broken = (
                f"; broken: {', '.join(end['broken'])}"
                if end["broken"]
                else ", no guardrail broken"
            )
            facts[1] = (money(end["value"]), f"value of the quarter{broken}")
        return told(*facts)

    def _guardrails(self):
        """How much of each limit is used."""
        stands, cells = self._obs["guardrails"], []
        for name, (what, write) in GUARDED.items():
            if name not in stands:
                continue
            now, limit = stands[name]
            share = min(now / limit, 1.0)
            sign = "✗" if now > limit else "✓"
            colour = ORANGE if now > limit else BLUE
            cells.append(
                f"<div><span class='cockpit-meter' aria-hidden='true'><span style='width:"
                f"{100 * share:.0f}%;background:{colour}'></span></span>"
                f"{sign} {escape(what)}: {write(now)} of {write(limit)}</div>"
            )
        if not cells:
            return "<p class='course-note'>Guardrails are counted from the first week on.</p>"
        return f"<div class='cockpit-guards'>{''.join(cells)}</div>"

    def _due(self):
        """What is due this week, and what is changed so far."""
        obs, due = self._obs, []
        week, left = obs["week"], obs["weeks"] - obs["week"]
        if self._run.quarter.over:
            return "<p class='course-note'>All weeks are played. The file holds them; the journal shows them.</p>"
        event = obs["event_week"] - week
        if event == 0:
            due.append("event week: the campaign is on")
        elif 0 < event <= SOON:
            due.append(f"event week in {event} week{'s' if event > 1 else ''}: campaign and stock")
        if (week - 1) % ROUNDS_A_SET == 0:
            due.append("a new set of headlines")
        rare = [
            f"{FORMS[lever].title.lower()} {count}"
            for lever, count in obs["changes_left"].items()
            if count and lever in self._mine
        ]
        if rare:
            due.append(f"changes left in the quarter: {', '.join(rare)}")
        for begins, _ in obs["announced"]:
            due.append(f"new commissions from week {begins}")
        if left < tideway().run.lead:
            due.append("what is ordered now comes after the quarter")
        changed = [FORMS[lever].title for lever in self._mine if lever in self._draft]
        what = (
            f"changes: {', '.join(changed)}" if changed else "no changes: it goes on as last week"
        )
        lines = [f"<b>Week {week}</b> {escape(what)}."]
        if due:
            lines.append(f"<b>Due</b> {escape('; '.join(due))}.")
        if self._role is not None:
            lines.append(f"<b>Team</b> {escape(self._team())}")
        return f"<p class='cockpit-due'>{'<br>'.join(lines)}</p>"

    def _team(self):
        given = ", ".join(self._handed) or "nobody"
        missing = self._missing(self._handed)
        return f"You hold {self._role}. Handed in: {given}. Missing: {', '.join(missing)}."

    def _tabs(self):
        """The tabs, and the levers of the one that is open."""
        shown = [
            tab
            for tab in TABS
            if tab not in LEVERS or any(lever in self._mine for lever in LEVERS[tab])
        ]
        tabs = "".join(
            _choice(
                TABS[tab] + self._mark(tab),
                tab == self.tab,
                key=f"tab {tab}",
                tab=tab,
                lever=self._first(tab),
            )
            for tab in shown
        )
        return f"<div class='cockpit-tabs' role='group' aria-label='Parts'>{tabs}</div>"

    def _mark(self, tab):
        count = sum(lever in self._draft for lever in LEVERS.get(tab, ()))
        return f" ({count})" if count else ""

    def _first(self, tab):
        return next((lever for lever in LEVERS.get(tab, ()) if lever in self._mine), "")

    def _levers(self):
        """The levers of a tab, and the form of one."""
        mine = [lever for lever in LEVERS[self.tab] if lever in self._mine]
        chosen = self.lever if self.lever in mine else mine[0]
        buttons = "".join(
            _choice(
                f"{FORMS[lever].title}: {FORMS[lever].short(self._now(lever))}"
                f"{' ●' if lever in self._draft else ''}",
                lever == chosen,
                key=f"lever {lever}",
                lever=lever,
            )
            for lever in mine
        )
        return f"<div class='cockpit-levers' role='group' aria-label='Levers'>{buttons}</div>{self._form(chosen)}"

    def _form(self, lever):
        form, action = FORMS[lever], self._now(lever)
        wrong = self._refused.get(lever, "")
        ways = [(way, text) for way, text in WAYS.items() if way != "own"]
        if OWN[lever] in self._plugs:
            ways.append(("own", f"my function {OWN[lever]}"))
        way = self._ways.get(lever, "hand" if lever in self._draft else "now")
        costs = form.costs(action, self._obs) or "A change costs nothing."
        rule = f"Simple rule: {_about(getattr(simple, lever))}."
        refused = f"<p class='cockpit-wrong' role='alert'>✗ {escape(wrong)}</p>" if wrong else ""
        return (
            f"<p class='cockpit-form'><b>{escape(form.title)}</b> ({escape(FUNCTIONS[lever])}):"
            f" {escape(form.does)} {escape(costs)}</p>"
            f"<div class='course-row'>{pick(lever, 'way', 'Set it', ways, way, hidden=False)}"
            f"<span class='course-note'>{escape(rule)}</span></div>"
            f"{refused}{form.body(action, self._obs)}"
        )

    def _numbers(self):
        """Small charts of the last weeks, and the money by line."""
        rows, room = self._rows(), self.room()
        across = ACROSS if room >= NARROW else 2
        wide = (room - GAP * across) // across
        charts = "".join(_trend(rows, *trend, wide) for trend in TRENDS)
        lines = list(self._obs["table"].columns)
        lines = lines or list(self._obs["history"].columns)
        begin, end = lines.index("units") + 1, lines.index("contribution")
        last, before = rows[-1], rows[-2]
        money_rows = [
            [line, money(last[line]), signed(last[line] - before[line], money)]
            for line in lines[begin:end]
        ]
        return f"<div class='course-pictures'>{charts}</div>{table(['Money last week', '$', 'change'], money_rows)}"

    def _journal(self):
        """Week by week: what was changed, and what it brought."""
        rows = []
        for line in self._run.lines:
            if line["kind"] != "week":
                continue
            did = [
                f"{FORMS[lever].title} {FORMS[lever].short(action)}"
                for lever, action in line["actions"].items()
            ]
            what = "; ".join(did) or "as last week"
            if "refused" in line:
                what = f"refused: {line['refused']}"
            rows.append([str(line["week"]), what, money(line["contribution"]), money(line["cash"])])
        if not rows:
            return f"<p>Nothing is played yet. Each week is written to {escape(self._file.path.name)}.</p>"
        return table(["Week", "Changed", "Contribution", "Cash"], rows)


# Levers whose action is one week's alone, and what they begin with.
ONE_WEEK = {"launch": list, "merchants": dict, "test": float}


def _about(rule):
    """What a simple rule does: the first line of its docstring."""
    return rule.__doc__.strip().splitlines()[0].rstrip(".")


def _choice(text, on, key, **sets):
    """A button that is down where it is chosen."""
    return (
        f"<button type='button' {setter(**sets)} data-key='{escape(key, quote=True)}'"
        f" aria-pressed='{'true' if on else 'false'}'>{escape(text)}</button>"
    )


def _trend(rows, column, title, write, wide):
    """A small chart of one column; a broken line stands where the quarter begins."""
    points = [
        (row["week"], row[column]) for row in rows if column in row and not math.isnan(row[column])
    ]
    if not points:
        return ""
    values = [value for _, value in points]
    weeks = Axis(rows[0]["week"], WEEKS, "", number, fitted=True, ticks=[rows[0]["week"], 1, WEEKS])
    chart = Chart(title, wide, HEIGHT, weeks, Axis(min(values), max(values), "", write, count=2))
    chart.rule(x=BEGINS, dash="2 3", opacity=".5")
    chart.line(points, BLUE, wide=2).dots(points, BLUE, size=2).dots(points[-1:], BLUE, size=4)
    chart.say(", ".join(f"week {number(week)}: {write(value)}" for week, value in points))
    last, value = points[-1]
    missing = "" if last == rows[-1]["week"] else f" in week {number(last)}, not counted since"
    return Html(
        chart.html().replace(
            "</figcaption>",
            f": <span class='cockpit-last'>{write(value)}{missing}</span></figcaption>",
            1,
        )
    )

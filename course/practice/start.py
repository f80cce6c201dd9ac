"""The start page: one next step, the map, the lessons in their parts, and how well one guesses."""

import base64
import contextlib
from html import escape
from importlib.resources import files
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

from course import operations
from course.check import record, render
from course.practice import mastery, planner, show, standing

START = "start.ipynb"
CELL = """from course.practice import start_page

start_page()   # run this cell to bring the page up to date"""


class Page:
    """The page as it stands now in the folder `work`; HTML, or plain text in a terminal."""

    def __init__(self, work):
        self.lessons = standing.lessons(work)
        self.next = standing.next_step(self.lessons)
        self.guesses = standing.guesses(work)
        self.plan = _plan(work)

    def __repr__(self):
        width = max((len(each.title) for each in self.lessons), default=0)
        rows = [
            f"{each.number} {each.title:<{width}}  {each.minutes:>3} min  {each.text}"
            + (f", due {standing.day(each.due)}" if each.due else "")
            for each in self.lessons
        ]
        said = standing.calibration(self.guesses)
        return "\n".join(
            [f"{self.next.lead}: {self.next.label} ({self.next.detail})", "", *rows]
            + (["", f"Your guesses: {said}"] if said else [])
            + (["", show.text(self.plan)] if self.plan else [])
        )

    def _repr_html_(self):
        style = files("course.practice").joinpath("start.css").read_text(encoding="utf-8")
        return (
            f"<style>{style}</style><div class='course-start mathjax_ignore'>"
            "<h1>E-commerce operations</h1>"
            "<p>Learn the work by doing it: run a store, then a marketplace, one decision at a"
            " time.</p>"
            f"{self._next()}{self._map()}{self._practice()}{self._parts()}{self._guesses()}</div>"
        )

    def _next(self):
        done = sum(each.done for each in self.lessons)
        link = (
            f"<a href='{escape(self.next.path)}'>{escape(self.next.label)}</a>"
            if self.next.path
            else ""
        )
        return (
            "<div class='next'><div class='what'>"
            f"<span class='lead dim'>{escape(self.next.lead)}</span>{link}"
            f"<span>{escape(self.next.detail)}</span></div><div class='sum'>"
            f"<p>{done} of {len(self.lessons)} lessons pass</p>{_bar(self.lessons)}</div></div>"
        )

    def _map(self):
        """Every function under the steps that it moves, in the row of its chain."""
        at = {each.slug: each for each in self.lessons}
        steps = [key for key, _, _ in operations.STEPS]
        cells = ["<span></span>"] + [
            f"<span class='step' title='from {start} to {end}'>{key}</span>"
            for key, start, end in operations.STEPS
        ]
        cells.append("<span class='step' title='where am I, what do I practise next'>you</span>")
        row = 1
        for chain, title in operations.CHAINS.items():
            placed, height = _packed(
                [each for each in operations.functions() if each.chain == chain], steps
            )
            cells.append(
                f"<span class='chain' style='grid-row:{row + 1}/span {height};grid-column:1'>"
                f"{escape(title)}</span>"
            )
            cells += [
                self._job(each, at.get(each.lesson), row + 1 + line, first, length)
                for each, line, first, length in placed
            ]
            if chain != operations.part(planner.GROWTH):
                place = f"grid-row:{row + 1}/span {height};grid-column:{len(steps) + 2}"
                cells.append(_last_step(at.get(planner.GROWTH), place, title))
            row += height
        return (
            "<h2>The map</h2><p>A person's way from stranger to regular, and the jobs that move"
            " each step. Press a job to open its lesson.</p>"
            "<div class='map' role='group' aria-label='Map of e-commerce operations: jobs by chain"
            f" and by the step that they move'>{''.join(cells)}</div>"
        )

    def _job(self, function, lesson, row, first, length):
        place = f"grid-row:{row};grid-column:{first + 2}/span {length}"
        about = escape(f"{function.question} Measured by: {function.kpi}", quote=True)
        if lesson is None:
            return (
                f"<span class='job later' style='{place}' title='{about}'>{escape(function.name)}"
                " (planned)</span>"
            )
        here = " here" if lesson.path == self.next.path else ""
        return (
            f"<a class='job{here}' style='{place}' href='{lesson.path}' title='{about}'>"
            f"<span>{escape(function.name)}</span>{_bar([lesson])}</a>"
        )

    def _practice(self):
        """What the plan says for the next days; without one, how to get it."""
        if self.plan is None:
            how = "<code>course plan --stage years_1_to_3 --hours 5 --job pricing=3</code>"
            growth = next((each for each in self.lessons if each.slug == planner.GROWTH), None)
            where = (
                "Say in a terminal what you want to practise for (lesson"
                f" <a href='{growth.path}'>{growth.number} {escape(growth.title)}</a> helps you find"
                " out)"
                if growth
                else "Say in a terminal what you want to practise for"
            )
            return f"<h2>Practice</h2><p>{where}: {how}.</p>"
        first = self.plan.sessions[0] if self.plan.sessions else None
        now = (
            f"<p>{escape(standing.day(first.day))}: {escape(first.goal)}"
            f" {escape(show.where(first)).replace('`', '')}</p>"
            if first
            else ""
        )
        return (
            f"<h2>Practice</h2>{now}<details><summary>Your two weeks</summary>"
            f"<p>{escape(show.head(self.plan))}</p>{show.table(self.plan)}</details>"
        )

    def _parts(self):
        shown = []
        for key, title in operations.PARTS.items():
            rows = "".join(
                f"<li><span class='dim'>{each.number}</span>"
                f"<span><a href='{each.path}' title='{escape(each.promise, quote=True)}'>"
                f"{escape(each.title)}</a>{_due(each)}</span>"
                f"<span class='dim time'>{each.minutes} min</span>{_bar([each])}"
                f"<span class='dim'>{escape(each.text)}{_feedback(each)}</span></li>"
                for each in self.lessons
                if each.part == key
            )
            if rows:
                shown.append(f"<section><h3>{escape(title)}</h3><ul>{rows}</ul></section>")
        return (
            "<h2>Lessons</h2><div class='key'>"
            "<span><span class='bar'><i class='right' style='width:100%'></i></span>right</span>"
            "<span><span class='bar'><i class='passes' style='width:100%'></i></span>"
            "passes here; graded on cases that nobody has seen</span>"
            "<span><span class='bar'><i class='some' style='width:100%'></i></span>"
            "earned so far by a decision</span></div>"
            f"<div class='parts'>{''.join(shown)}</div>"
        )

    def _guesses(self):
        said = standing.calibration(self.guesses)
        if not said:
            return ""
        return f"<div class='guesses'><h2>Your guesses</h2><p>{escape(said)}</p>{_strip(self.guesses)}</div>"


def _plan(work):
    """The plan from today on, or None where nobody has said what to plan for."""
    lines = record.read(work)
    aim = planner.kept(lines)
    if aim is None:
        return None
    try:
        levels = planner.levels(work)
    except planner.AimError:  # `course plan` says what is wrong with it
        levels = planner.levels()
    return planner.plan(mastery.evidence(lines), mastery.yesterday(), aim, levels)


def _last_step(lesson, place, chain):
    """The end of a chain's row: what comes after its jobs is your own plan."""
    if lesson is None:
        return f"<span class='job later' style='{place}'>Your growth plan (planned)</span>"
    return (
        f"<a class='job' style='{place}' href='{lesson.path}' title='After {escape(chain)}: where am"
        f" I, and what do I practise next?'><span>Your growth plan</span></a>"
    )


def _due(lesson):
    return f"<span class='dim due'>due {standing.day(lesson.due)}</span>" if lesson.due else ""


def _feedback(lesson):
    return f" · <a href='{escape(lesson.feedback)}'>feedback</a>" if lesson.feedback else ""


def _bar(lessons):
    """The points that tests give, as one bar: right, passes here, earned so far."""
    full = sum(each.maximum for each in lessons) or 1.0
    shares = []
    for kind, state in (
        ("right", standing.RIGHT),
        ("passes", standing.PASSES),
        ("some", standing.WRONG),
    ):
        earned = sum(
            (each.graded if kind == "right" else 0.0)
            if each.graded is not None
            else each.points(state)
            for each in lessons
        )
        shares.append((kind, earned))
    said = ", ".join(
        f"{earned:g} {name}"
        for (_, earned), name in zip(
            shares, ("right or graded", "passing here", "earned so far"), strict=True
        )
        if earned
    )
    parts = "".join(
        f"<i class='{kind}' style='width:{100 * earned / full:.1f}%'></i>"
        for kind, earned in shares
        if earned
    )
    return (
        f"<span class='bar' role='img' aria-label='Of {full:g} points: {said or 'none yet'}'>"
        f"{parts}</span>"
    )


def _packed(functions, steps):
    """Where each function stands in its chain's rows: [(function, row, first step, length)], and
    the number of rows. One that moves no step of its own carries them all.
    """
    rows, placed = [], []
    silent = [each for each in functions if not each.moves]
    for place, each in enumerate(silent):  # side by side below all steps
        width = len(steps) // len(silent)
        placed.append((each, 0, place * width, width))
    if silent:
        rows.append(set(range(len(steps))))
    for each in functions:
        columns = sorted(steps.index(move) for move in each.moves)
        if not columns:
            continue
        line = next(
            (place for place, taken in enumerate(rows) if not taken & set(columns)), len(rows)
        )
        if line == len(rows):
            rows.append(set())
        rows[line] |= set(columns)
        starts = [column for column in columns if column - 1 not in columns]
        for first in starts:
            length = 1
            while first + length in columns:
                length += 1
            placed.append((each, line, first, length))
    return placed, max(len(rows), 1)


def _strip(guesses):
    """A dot a guess on the range that its question allowed: left too low, middle right."""
    width, height, middle = 520, 58, 260
    dots = []
    for place, each in enumerate(guesses):
        off = each.off if each.value >= each.answer else -each.off
        x = middle + max(min(off, 1.0), -1.0) * (middle - 12)
        y = 16 + (place % 4) * 6
        dots.append(
            f"<circle cx='{x:.1f}' cy='{y}' r='4' fill='var(--link)' fill-opacity='.75'>"
            f"<title>{escape(f'{each.question}: you {each.value:g}, answer {each.answer:g}')}</title>"
            "</circle>"
        )
    near = standing.CLOSE * (middle - 12)
    return (
        f"<svg viewBox='0 0 {width} {height}' width='{width}' role='img' aria-label='A dot a guess:"
        " left of the middle too low, right of it too high; the band is what counts as close.'>"
        f"<rect x='{middle - near:.1f}' y='6' width='{2 * near:.1f}' height='34'"
        " fill='var(--right)' fill-opacity='.18'/>"
        f"<path d='M12 40H{width - 12}M{middle} 6V40' stroke='currentColor' fill='none'"
        f" stroke-opacity='.6'/>{''.join(dots)}"
        "<g font-size='11' fill='currentColor'><text x='12' y='53'>too low</text>"
        f"<text x='{middle}' y='53' text-anchor='middle'>right</text>"
        f"<text x='{width - 12}' y='53' text-anchor='end'>too high</text></g></svg>"
    )


def start_notebook(work):
    """The start page as a notebook: one cell, which shows the page as it stands now."""
    page = nbformat.v4.new_notebook(
        metadata={
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            }
        }
    )
    now = Page(work)
    shown = nbformat.v4.new_output(
        "display_data", {"text/html": now._repr_html_(), "text/plain": repr(now)}
    )
    page.cells = [
        nbformat.v4.new_code_cell(
            CELL, id="page", outputs=[shown], metadata={"jupyter": {"source_hidden": True}}
        )
    ]
    return page


def start_page():
    """Show where you stand, from your own record, with the buttons that grade your work and carry
    your progress.
    """
    folder = record.work_folder()
    if folder is None:
        render.say("Your record lies in the folder that `course lab` opens; run this page there.")
        return
    from course.practice.desk import Desk

    Desk.of(folder).show()


def take_in(data, work):
    """Add the progress in `data` (bytes of an exported file) to that in `work`; a sentence.

    Raises ValueError with one where there is no progress in it.
    """
    added, damaged = record.take_in(data.decode("utf-8", errors="replace"), work)
    said = f"{added} new line{'' if added == 1 else 's'} of progress taken in."
    if damaged:
        said += f" {damaged} line{'' if damaged == 1 else 's'} of the file could not be read."
    return said


def download(work):
    """The record as a link that hands over a file without a network, as HTML."""
    text = base64.b64encode(record.export(work).encode()).decode()
    return (
        "<a download='my-progress.jsonl' style='color:var(--jp-content-link-color,#0b57a4);"
        f"text-decoration:underline' href='data:application/octet-stream;base64,{text}'>"
        "Save my progress as a file</a>"
    )


def write(work):
    """Write the start page into the folder `work`, trusted, so that JupyterLab shows it whole."""
    page = start_notebook(work)
    nbformat.write(page, str(Path(work) / START))
    with contextlib.suppress(OSError):  # without a home folder it is shown after its cell has run
        NotebookNotary().sign(page)

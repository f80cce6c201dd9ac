"""The start page: the lessons in order, and where the learner stands in each."""

import json
import re
import tomllib
from html import escape
from importlib.resources import files
from pathlib import Path

import nbformat

from course.check import record, render
from course.operations import CHAINS, functions

START = "start.ipynb"


def lesson_states(work):
    """One dict a lesson laid out in `work`: folder, slug, title, minutes, promise, earned, maximum,
    tried.
    """
    points = json.loads(files("course.check").joinpath("points.json").read_text(encoding="utf-8"))
    best, tried = {}, set()
    for line in record.read(work):
        if line.get("kind") == "exercise":
            key = (line.get("lesson"), line.get("exercise"))
            best[key] = max(best.get(key, 0.0), line.get("score", 0.0))
            if line.get("outcome") != "not attempted":
                tried.add(line.get("lesson"))
    states = []
    for folder in sorted(
        path.name for path in Path(work).iterdir() if re.match(r"^\d\d_", path.name)
    ):
        slug = folder[3:]
        about = tomllib.loads(
            files("course.lessons").joinpath(slug, "lesson.toml").read_text(encoding="utf-8")
        )
        exercises = points.get(slug, {})
        states.append(
            {
                "folder": folder,
                "slug": slug,
                **{key: about[key] for key in ("title", "minutes", "promise", "function")},
                "earned": sum(best.get((slug, name), 0.0) for name in exercises),
                "maximum": float(sum(exercises.values())),
                "tried": slug in tried,
            }
        )
    return states


def state_text(state):
    """Where a learner stands in one lesson, in a few words."""
    if not state["tried"]:
        return "not begun"
    return f"{state['earned']:g} of {state['maximum']:g} points in your own checks"


def operations_map(states):
    """Every function of operations on its chain, as Markdown: linked to its lesson where that lies
    in `work`.
    """
    folders = {state["slug"]: state["folder"] for state in states}

    def shown(function):
        folder = folders.get(function.lesson)
        return (
            f"[{function.name}]({folder}/{function.lesson}.ipynb)"
            if folder
            else f"{function.name} (being written)"
        )

    rows = "\n".join(
        f"| {title} | {shown(each)} | {each.question} | {each.kpi} |"
        for chain, title in CHAINS.items()
        for each in functions()
        if each.chain == chain
    )
    return (
        "## The map\n\n| Chain | Function | Its question | Measured by |\n| --- | --- | --- | ---"
        f" |\n{rows}"
    )


def start_notebook(work):
    """The start page as a notebook: tables that need no running, and a cell that brings the first
    up to date.
    """
    states = lesson_states(work)
    rows = "\n".join(
        f"| [{state['title']}]({state['folder']}/{state['slug']}.ipynb) | {state['promise']} |"
        f" {state['minutes']} min | {state_text(state)} |"
        for state in states
    )
    page = nbformat.v4.new_notebook(
        metadata={
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            }
        }
    )
    page.cells = [
        nbformat.v4.new_markdown_cell(
            "# E-commerce operations\n\nLearn the work by doing it: run a store, then a"
            " marketplace, one decision at a time. Every exercise is checked at once, and graded"
            " by what your answer *does* on a market that nobody has seen.\n\n| Lesson | What you"
            " will be able to do | Time | Where you stand |\n| --- | --- | --- | ---"
            f" |\n{rows}\n\nOpen a lesson, read from the top, and run each cell with Shift+Enter."
            " Your work is kept in this folder and never overwritten. This page is made anew each"
            " time the course starts.",
            id="lessons",
        ),
        nbformat.v4.new_code_cell(
            "from course.practice import progress\n\nprogress()   # run this cell to bring the"
            " table up to date",
            id="progress",
        ),
        nbformat.v4.new_markdown_cell(operations_map(states), id="map"),
    ]
    return page


class _Progress:
    def __init__(self, states):
        self._states = states

    def __repr__(self):
        return "\n".join(f"{state['title']}: {state_text(state)}" for state in self._states)

    def _repr_html_(self):
        rows = "".join(
            f"<tr><td style='text-align:left'>{escape(state['title'])}</td><td><meter min='0'"
            f" max='{state['maximum']:g}' value='{state['earned']:g}'"
            f" aria-label='{escape(state['title'])}'></meter></td><td"
            f" style='text-align:left'>{escape(state_text(state))}</td></tr>"
            for state in self._states
        )
        return (
            "<table><thead><tr><th>Lesson</th><th>Points</th><th>Where you"
            f" stand</th></tr></thead><tbody>{rows}</tbody></table>"
        )


def progress():
    """Show where you stand in each lesson, from your own record."""
    folder = record.work_folder()
    if folder is None:
        render.say("Your record lies in the folder that `course lab` opens; run this page there.")
    else:
        render.show(_Progress(lesson_states(folder)))

"""The evidence sheet: one page of what the record holds, to print or to show an employer.

It loads nothing and runs nothing. Every text that a learner wrote stands in it as plain text.
"""

import json
from html import escape
from pathlib import Path

from course.check import record
from course.practice import skills, standing
from course.practice.mastery import GAP, SOLID, UNKNOWN, WORKING, evidence, functions, mastery
from course.practice.mastery import today as mastery_today

WRITTEN_SHOWN = 3
DECISIONS_SHOWN = 40
STUB = "*Your answer here"  # how the line begins that a lesson lays out
_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .4rem;border-bottom:1px solid #b6bec8}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.2rem .7rem .2rem 0;vertical-align:top}
th{font-weight:600;border-bottom:1px solid #b6bec8}td.n,th.n{text-align:right;white-space:nowrap}
tr.function td{font-weight:600;padding-top:.6rem}p.small{color:#4a5460;font-size:.9rem}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:.3rem 0;
  border-left:3px solid #b6bec8;padding-left:.8rem}
@media print{body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}tr,pre{break-inside:avoid}}
"""


def sheet(work, today=None, name=""):
    """The page as HTML, from the record and the notebooks in the folder `work`, as of `today`."""
    today = today or mastery_today()
    lines = record.read(work)
    log = evidence(lines)
    who = f"{escape(name)}: e" if name else "E"
    parts = [
        f"<h1>{who}vidence of e-commerce operations skills</h1>",
        f"<p class='small'>As of {_day(today)}. Made by the learner from the record of an open course"
        " on e-commerce operations: what was done, when, and how it came out. Nobody has signed it."
        " Any line can be checked by asking for the same exercise on fresh numbers.</p>",
        _functions(log, today),
        _decisions(lines),
        _guesses(work),
        _written(work),
    ]
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta http-equiv='Content-Security-Policy'"
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>Evidence sheet</title><style>{_STYLE}</style></head><body><main>"
        f"{''.join(parts)}</main></body></html>\n"
    )


def write(work, target, today=None, name=""):
    """Write the page to the path `target`."""
    Path(target).write_text(sheet(work, today, name), encoding="utf-8")


def _functions(log, today):
    known = mastery(log, today)
    of_function = functions(known)
    rows, untouched = [], 0
    for function, keys in skills.functions().items():
        seen = [key for key in keys if known[key].n_eff > 0]
        if not seen:
            untouched += 1
            continue
        rows.append(_row(skills.function_name(function), of_function[function], "", "function"))
        rows += [_row(skills.skills()[key].name, known[key], known[key].state) for key in seen]
        if len(seen) < len(keys):
            rows.append(
                f"<tr><td colspan='5'><span>and {len(keys) - len(seen)} more without evidence, each"
                " counted as one half</span></td></tr>"
            )
    if not rows:
        return "<h2>Skills</h2><p>The record holds no exercise yet.</p>"
    return (
        "<h2>Skills</h2><table><thead><tr><th scope='col'>Function and skill</th>"
        "<th scope='col' class='n'>mastery</th><th scope='col' class='n'>80% interval</th>"
        "<th scope='col' class='n'>evidence</th><th scope='col'>state</th></tr></thead><tbody>"
        f"{''.join(rows)}</tbody></table><p class='small'>Mastery is a share between 0 and 1; the"
        " first full attempt counts fully, later ones for 0.7; evidence halves in 90 days. Evidence"
        " is the sum of its weights, from 1 for recall to 3 for a decision."
        f" {UNKNOWN}: evidence below 3; {GAP}: mastery below 0.60; {WORKING}: 0.60 and more;"
        f" {SOLID}: 0.80 and more, evidence 6 and more. {_untouched(untouched)}</p>"
    )


def _untouched(count):
    return f"{count} more functions are not touched yet." if count else ""


def _row(name, found, state, kind=""):
    return (
        f"<tr class='{kind}'><td>{escape(name)}</td><td class='n'>{found.m:.2f}</td>"
        f"<td class='n'>{found.low:.2f} to {found.high:.2f}</td><td class='n'>{found.n_eff:.1f}</td>"
        f"<td>{state}</td></tr>"
    )


def _decisions(lines):
    """g of every decision on every draw: the first try, and the best of the later ones."""
    found = {}
    for line in lines:
        key = (str(line.get("lesson")), str(line.get("exercise")))
        g = line.get("g")
        if line.get("kind") not in ("exercise", "drill") or key not in skills.exercises():
            continue
        if type(g) not in (int, float) or g != g or abs(g) == float("inf"):
            continue
        drill = line["kind"] == "drill" and line.get("fresh", True)
        where = (
            f"drill {line.get('draw')}" + (", harder market" if line.get("hard") else "")
            if drill
            else "practice draws"
        )
        found.setdefault((*key, where), []).append((str(line.get("at", ""))[:10], float(g)))
    rows = [
        f"<tr><td>{escape(tries[0][0])}</td><td>{escape(skills.function_name(lesson))}:"
        f" {escape(skills.skills()[skills.exercises()[lesson, name].skills[0]].name)}</td>"
        f"<td>{escape(where)}</td><td class='n'>{tries[0][1]:.2f}</td>"
        f"<td class='n'>{max(g for _, g in tries):.2f} of {len(tries)}</td></tr>"
        for (lesson, name, where), tries in sorted(found.items(), key=lambda each: each[1][0])
    ]
    if not rows:
        return ""
    more = len(rows) - DECISIONS_SHOWN
    return (
        "<h2>Decisions</h2><table><thead><tr><th scope='col'>First try</th>"
        "<th scope='col'>Decision</th><th scope='col'>Draws</th><th scope='col' class='n'>g</th>"
        "<th scope='col' class='n'>best of all tries</th></tr></thead><tbody>"
        f"{''.join(rows[-DECISIONS_SHOWN:])}</tbody></table><p class='small'>g is the gain of the"
        " learner's policy in a simulated market: 0 is a plain rule, 1 the expert's policy, below 0"
        " worse than the plain rule. Practice draws are known beforehand, drills bring new ones."
        f"{f' {more} earlier ones are left out.' if more > 0 else ''}</p>"
    )


def _guesses(work):
    said = standing.calibration(standing.guesses(work))
    return f"<h2>Predictions</h2><p>{escape(said)}</p>" if said else ""


def _written(work):
    """Written answers as they stand in the notebooks, the latest lessons first."""
    lessons = sorted(standing.lessons(work), key=lambda each: each.last, reverse=True)
    shown = []
    for lesson in lessons:
        for exercise in lesson.exercises:
            text = "" if exercise.checked else answer(Path(work) / lesson.path, exercise.name)
            if text:
                shown.append(
                    f"<h3>{escape(lesson.title)}: {escape(exercise.title)}</h3>"
                    f"<pre>{escape(text)}</pre>"
                )
    if not shown:
        return ""
    return (
        "<h2>Written answers</h2><p class='small'>In the learner's words, from the lessons worked on"
        " last. The record does not hold what a reader gave for them.</p>"
        f"{''.join(shown[:WRITTEN_SHOWN])}"
    )


def answer(path, name):
    """A written answer of a learner's notebook; "" where it is as the lesson laid it out."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        text = next("".join(cell["source"]) for cell in cells if cell.get("id") == name)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration):
        return ""
    kept = [line for line in text.split("\n") if not line.strip().startswith(STUB)]
    return "\n".join(kept).strip()


def _day(day):
    return f"{standing.day(day)} {day.year}"

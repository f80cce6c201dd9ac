"""A plan in words: for a terminal, and as a table for the start page."""

from html import escape

from course.check.numbers import percent
from course.practice import planner, skills, standing
from course.practice.mastery import SOLID, WORKING_LEVEL


def text(plan):
    """The plan as lines of text."""
    width = max((len(each.label) for each in plan.sessions), default=0)
    lines = [head(plan), ""]
    day = None
    for each in plan.sessions:
        shown = standing.day(each.day) if each.day != day else ""
        day = each.day
        lines.append(f"{shown:10}  {_minutes(each)}  {each.label:{width}}  {each.goal}")
        lines.append(f"{'':{width + 22}}  {where(each)} Success: {each.number}.")
    lines += ["", "Each session, in this order:"]
    lines += [f"{place}. {each}" for place, each in enumerate(planner.LOOP, start=1)]
    return "\n".join(lines)


def head(plan):
    """What the plan is for, in a sentence or two."""
    aim = plan.aim
    jobs = _and([skills.function_name(name) for name in aim.own])
    said = f"Two weeks, {aim.hours:g} hours each, for {jobs} ({planner.STAGES[aim.stage]}). "
    if plan.strong:
        strong = _and(
            [f"{skills.function_name(name)} ({_word(plan, name)})" for name in plan.strong]
        )
        return said + (
            f"Three fifths of the hours speed up {strong}, a fifth holds what the job needs, a fifth"
            " looks outside your chain."
        )
    return said + (
        "Four fifths of the hours go to what the job needs and you have least of, a fifth looks"
        " outside your chain."
    )


def _word(plan, name):
    """What a function to speed up may be called, by what is known of it."""
    known = plan.measured.get(name)
    if known is None:
        if name in plan.aim.rating:
            return f"you rate it {plan.aim.rating[name]:g} of 10: a guess until it is measured"
        return "asked most; too little is known to call it a strength"
    if known.state == SOLID:
        return f"a strength: {percent(known.m)}"
    called = "a strength" if known.m >= WORKING_LEVEL else "your strongest so far"
    return f"{called}: {percent(known.m)}, not yet solid"


def where(session):
    """Where the session is done."""
    if session.work is None:
        return "In the lesson Your growth plan."
    if not session.drill:
        lesson = skills.about(session.work.lesson)["title"]
        return f"Lesson {lesson}, exercise `{session.work.exercise}`."
    return f"`course drill {session.skill}{' --hard' if session.hard else ''}`."


def table(plan):
    """The plan as an HTML table."""
    rows = "".join(
        f"<tr><td>{escape(standing.day(each.day))}</td><td>{_minutes(each)}</td>"
        f"<td>{escape(each.label)}</td><td>{escape(each.goal)}</td>"
        f"<td>{escape(where(each)).replace('`', '')}</td><td>{escape(each.number)}</td></tr>"
        for each in plan.sessions
    )
    heads = "".join(
        f"<th scope='col'>{each}</th>"
        for each in ("Day", "Time", "What for", "Goal", "Where", "Success")
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _minutes(session):
    return f"{60 * session.hours:>2.0f} min"


def _and(names):
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

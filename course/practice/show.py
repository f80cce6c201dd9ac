"""A plan in words: for a terminal, and as a table for the start page."""

from html import escape

from course.practice import planner, skills, standing


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
        return said + (
            f"Three fifths of the hours go to {_strengths(plan)}, a fifth holds what the"
            " job needs, a fifth looks outside your chain."
        )
    if aim.stage == planner.STRENGTHS_STAGE:
        said += "Nothing that your job asks for is a strength yet, so gaps come first. "
    return said + (
        "Four fifths of the hours go to what the job needs and you have least of, a fifth looks"
        " outside your chain."
    )


def _strengths(plan):
    """The functions to speed up, and whether anything was measured there."""
    measured = [name for name in plan.strong if name not in plan.guessed]
    said = [name for name in plan.guessed if name in plan.aim.rating]
    asked = [name for name in plan.guessed if name not in plan.aim.rating]
    parts = [
        (measured, "your strengths ({})"),
        (said, "what you say are your strengths ({}; a guess until it is measured)"),
        (asked, "what your job asks most ({}; too little is known to call it a strength)"),
    ]
    return _and(
        [
            text.format(_and([skills.function_name(name) for name in names]))
            for names, text in parts
            if names
        ]
    )


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

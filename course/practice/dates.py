"""Due dates and extensions: one small table, dates.toml, that instructors write and everybody reads.

    timezone = "Europe/Berlin"

    [due]
    title_optimization = 2026-03-02T23:59:00

    [extensions.jane-doe-1234]
    title_optimization = 2026-03-09T23:59:00

A date without a time means until its end. Without `timezone` it is UTC. The
learners' copy has no extensions: those are between one learner and the instructor.
"""

import datetime
import re
import tomllib
import zoneinfo
from dataclasses import dataclass, field
from pathlib import Path

FILE = "dates.toml"
_END_OF_DAY = datetime.time(23, 59, 59)


class DatesError(Exception):
    """dates.toml cannot be read; the message says what to change."""


@dataclass(frozen=True)
class Dates:
    """`due`: {lesson: aware datetime}; `extensions`: {learner: {lesson: aware datetime}}. A lesson
    is its slug; an assignment of another course is its name.
    """

    zone: datetime.tzinfo = datetime.UTC
    due: dict = field(default_factory=dict)
    extensions: dict = field(default_factory=dict)

    def of(self, assignment):
        """When an assignment (`05_title_optimization` or a slug) is due, or None."""
        return self.due.get(slug(assignment))

    def extension(self, learner, assignment):
        """How much longer a learner has, as a timedelta, or None."""
        until = self.extensions.get(learner, {}).get(slug(assignment))
        return until - self.of(assignment) if until else None

    def for_learners(self):
        """The text of the learners' copy: due dates, no extensions."""
        lines = [f'timezone = "{self.zone}"', "", "[due]"]
        lines += [
            f'"{lesson}" = {moment.replace(tzinfo=None).isoformat()}'
            for lesson, moment in self.due.items()
        ]
        return "\n".join(lines) + "\n"


def slug(assignment):
    """The lesson's slug of a folder's name; any other name as it is."""
    return re.sub(r"^\d\d_", "", assignment)


def read(folder):
    """The Dates of the folder that dates.toml lies in; empty where there is none. Raises
    DatesError.
    """
    path = Path(folder) / FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Dates()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise DatesError(f"{FILE} cannot be read: {problem}.") from None
    if unknown := table.keys() - {"timezone", "due", "extensions"}:
        raise DatesError(
            f"{FILE} has {_quoted(unknown)}; it may have `timezone`, `[due]` and"
            " `[extensions.<learner>]`."
        )
    zone = _zone(table.get("timezone", "UTC"))
    due = _moments(table.get("due", {}), zone, "[due]")
    given = table.get("extensions", {})
    if type(given) is not dict:
        raise DatesError(f"`extensions` in {FILE} must be tables, one a learner.")
    extensions = {
        learner: _moments(lessons, zone, f"[extensions.{learner}]")
        for learner, lessons in given.items()
    }
    for learner, lessons in extensions.items():
        for lesson, until in lessons.items():
            if lesson not in due:
                raise DatesError(
                    f"{FILE}: {learner} has an extension for {lesson}, which has no date in [due]."
                )
            if until < due[lesson]:
                raise DatesError(
                    f"{FILE}: the extension of {learner} for {lesson} ends before it is due."
                )
    return Dates(zone, due, extensions)


def _zone(name):
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise DatesError(
            f"{FILE}: there is no time zone {name!r}. Write one such as Europe/Berlin."
        ) from None


def _moments(table, zone, place):
    """{lesson: aware datetime} of one table."""
    if type(table) is not dict:
        raise DatesError(f"{place} in {FILE} must be a table of lessons and dates.")
    found = {}
    for lesson, moment in table.items():
        if type(moment) is datetime.date:
            moment = datetime.datetime.combine(moment, _END_OF_DAY)
        if type(moment) is not datetime.datetime:
            raise DatesError(
                f"{FILE}: {place} {lesson} is {moment!r}. Write a date without quotes, such as"
                " 2026-03-02 or 2026-03-02T23:59:00."
            )
        found[slug(lesson)] = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return found


def _quoted(names):
    return ", ".join(f"`{name}`" for name in sorted(names))

"""One graded exercise: visible checks as a gate, hidden checks for the score, one panel."""

import json
from functools import cache, lru_cache
from pathlib import Path

from course.check import limits, record, render
from course.check.draws import HiddenDraws, salt_text
from course.check.findings import Finding
from course.check.learner import NotAttempted, Stumble, TooSlow, current

# The part of the points that the core checks carry where edge cases exist too.
CORE_PART = 0.6
POINTS_FILE = Path(__file__).parent / "points.json"


class Exercise:
    """Gathers the checks of one exercise and turns them into a plain score.

    In a test cell: `visible(...)`, in the hidden block `hidden(...)`, and
    `score()` as the last line. Visible checks are a gate: where one fails, the
    score is 0. Where there is no hidden block, passing the gate is full marks.
    """

    def __init__(self, lesson, name, learner=None):
        self.lesson, self.name = lesson, name
        self.maximum = points(lesson, name)
        self._learner = learner or current()
        self._visible, self._hidden = [], []
        self._untouched = ""
        self._hidden_ran = False

    def visible(self, checks):
        """Run the checks that the learner may see; `checks` is a list of Check."""
        self._visible = self._run([(check, True) for check in checks])

    def hidden(self, make_checks):
        """Run `make_checks(HiddenDraws)`, a list of Check, if the visible gate is passed."""
        self._hidden_ran = True
        if self._gate_passed():
            with limits.silence():
                checks = _hidden_checks(make_checks, self.lesson, salt_text())
            self._hidden = self._run([(check, check.core) for check in checks])

    def _run(self, checks):
        findings = []
        for check, core in checks:
            if self._untouched:
                break
            try:
                with limits.silence():
                    found = check.run(self._learner)
            except NotAttempted as untouched:
                self._untouched = str(untouched)
                break
            except Stumble as stumble:
                findings.append((Finding(0.0, str(stumble)), core))
                if core and isinstance(
                    stumble, TooSlow
                ):  # the score is settled, and nobody waits for more of it
                    break
                continue
            findings.append((found, core))
        return findings

    def _gate_passed(self):
        return (
            bool(self._visible)
            and not self._untouched
            and all(found.right for found, _ in self._visible)
        )

    def score(self):
        """Show the outcome, record it, and return the points as a float in [0, maximum]."""
        # In this order a share that is no number gives 0.
        earned = round(min(self.maximum, max(0.0, self.maximum * self._share())), 2)
        outcome = self._outcome(earned)
        findings = [found for found, _ in (*self._visible, *self._hidden)]
        render.show(
            render.Panel(
                title=self.name,
                outcome=outcome,
                earned=earned,
                maximum=self.maximum,
                untouched=self._untouched,
                findings=findings,
                more_at_grading=not self._hidden_ran,
            )
        )
        wrong = next((found.sentence for found in findings if not found.right), self._untouched)
        record.write(
            "exercise",
            lesson=self.lesson,
            exercise=self.name,
            outcome=outcome,
            score=earned,
            maximum=self.maximum,
            sentence=wrong,
        )
        return float(earned)

    def _share(self):
        if not self._gate_passed():
            return 0.0
        if not self._hidden_ran:
            return 1.0
        core = [found.share for found, is_core in self._hidden if is_core]
        edges = [found.share for found, is_core in self._hidden if not is_core]
        if not core or min(core) <= 0.0:
            return 0.0
        core_share = sum(core) / len(core)
        return (
            core_share
            if not edges
            else core_share * (CORE_PART + (1.0 - CORE_PART) * sum(edges) / len(edges))
        )

    def _outcome(self, earned):
        if self._untouched:
            return "not attempted"
        return "right" if earned >= self.maximum else "not yet"


@lru_cache(maxsize=8)
def _hidden_checks(make_checks, lesson, salt):
    """The same for every submission that this process grades with this salt."""
    return make_checks(HiddenDraws(lesson))


@cache
def _points():
    return json.loads(POINTS_FILE.read_text(encoding="utf-8"))


def points(lesson, name):
    """The maximum of an exercise, from the table made of the notebooks' metadata (float)."""
    try:
        return float(_points()[lesson][name])
    except KeyError:
        raise LookupError(f"no points are known for {lesson}/{name}: run `course canon`") from None


def tryout(lesson, name, checks, learner=None):
    """Run `checks` on something that is not graded (a faded example, a museum piece) and show the
    outcome.
    """
    exercise = _Tryout(lesson, name, learner)
    exercise.visible(checks)
    exercise.score()


class _Tryout(Exercise):
    def __init__(self, lesson, name, learner):
        self.lesson, self.name, self.maximum = lesson, name, 0.0
        self._learner = learner or current()
        self._visible, self._hidden, self._untouched, self._hidden_ran = [], [], "", True

    def _outcome(self, earned):
        if self._untouched:
            return "not attempted"
        return "right" if self._gate_passed() else "not yet"


def predict(lesson, question, value, low, high):
    """Keep a learner's forecast, made before any data is seen; says so or says what is missing.

    `value` is the learner's number, expected between `low` and `high`.
    """
    if value is ... or value is None:
        render.say(
            "Not predicted yet: replace the ... by your number. A guess is fine; it is never"
            " graded."
        )
    elif type(value) not in (int, float) or not low <= value <= high:
        render.say(f"That is not a number between {low} and {high}. Try again; a guess is fine.")
    else:
        record.write("prediction", lesson=lesson, question=question, value=value)
        render.say(f"Noted: {value}. You will meet your guess again further down.")

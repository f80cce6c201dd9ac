"""One graded exercise: visible checks as a gate, hidden checks for the score, one panel."""

import json
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from course.check import hints, limits, record, render
from course.check.draws import HiddenDraws, salt_text
from course.check.findings import Finding, diagnosed, share_together
from course.check.learner import NotAttempted, Stumble, TooSlow, current

# The part of the points that the core checks carry where edge cases exist too.
CORE_PART = 0.6
POINTS_FILE = Path(__file__).parent / "points.json"
# Calls whose prints are shown, and characters of each.
PRINTS_SHOWN, PRINT_CHARACTERS = 4, 1_000


class Exercise:
    """Gathers the checks of one exercise and turns them into a plain score.

    In a test cell: `visible(...)`, in the hidden block `hidden(...)`, and `score()` as the last
    line, which runs them. Visible checks are a gate: where one fails, the score is 0. Without a
    hidden block, as in a learner's notebook, the state never says more than *passes here*.
    """

    def __init__(self, lesson, name, learner=None):
        self.lesson, self.name = lesson, name
        self.maximum = points(lesson, name)
        self._learner = learner or current()
        self._checks, self._make_hidden = [], None
        self._visible, self._hidden = [], []
        self._untouched = ""

    def visible(self, checks):
        """The checks that the learner may see, a list of Check; `score` runs them."""
        self._checks = list(checks)

    def hidden(self, make_checks):
        """What makes the hidden checks: `make_checks(HiddenDraws)` gives a list of Check. `score`
        runs them if the visible gate is passed.
        """
        self._make_hidden = make_checks

    def score(self):
        """Run the checks, record the outcome, and return it: a Score, whose picture is the panel
        and whose number is the points as a float in [0, maximum].
        """
        panel = self._panel()
        self._record(panel)
        return Score(panel)

    def _panel(self):
        graded = self._make_hidden is not None
        self._visible = self._run(
            [
                (check.brief if graded and check.brief else check.run, not check.edge)
                for check in self._checks
            ]
        )
        printed = [] if graded else _first_prints(self._learner)
        if graded and self._gate() > 0.0:
            with limits.silence():
                checks = self._fresh_checks()
            self._hidden = self._run([(check.run, check.core) for check in checks])
        share = min(1.0, max(0.0, self._share(graded)))  # a share that is no number gives 0
        findings = [found for found, _ in (*self._visible, *self._hidden)]
        decided = next((found for found in findings if found.low is not None), None)
        return render.Panel(
            lesson=self.lesson,
            exercise=self.name,
            state=self._state(share, graded),
            earned=round(self.maximum * share, 2),
            maximum=self.maximum,
            graded=graded,
            untouched=self._untouched,
            findings=[(found, core) for found, core in (*self._visible, *self._hidden)],
            low=decided and round(self.maximum * decided.low, 2),
            high=decided and round(self.maximum * decided.high, 2),
            g=next((found.g for found in reversed(findings) if found.g is not None), None),
            printed=printed,
            hint=hints.offer(self.lesson, self.name) if not graded and share < 1.0 else "",
        )

    def _fresh_checks(self):
        return _hidden_checks(self._make_hidden, self.lesson, salt_text())

    def _run(self, runs):
        findings = []
        for run, core in runs:
            try:
                with limits.silence():
                    found = run(self._learner)
            except NotAttempted as untouched:
                self._untouched = str(untouched)
                break
            except Stumble as stumble:
                findings.append((Finding(0.0, str(stumble)), core))
                # the score is settled, and nobody waits for more of it
                if core and isinstance(stumble, TooSlow):
                    break
                continue
            except Exception as error:  # a value that none of our comparisons foresaw
                found = Finding(
                    0.0,
                    "What came back cannot be compared with what was asked"
                    f" ({type(error).__name__}). Does it have the type and shape that the question"
                    " names?",
                    broken=True,
                )
            findings.append((found, core))
        spoken = diagnosed(found for found, _ in findings)
        return [(found, core) for found, (_, core) in zip(spoken, findings, strict=True)]

    def _gate(self):
        if self._untouched or not self._visible:
            return 0.0
        core = [found for found, is_core in self._visible if is_core]
        return min(
            share_together([found for found in core if found.gate is None]),
            *(found.opens for found in core),
        )

    def _share(self, graded):
        if self._untouched or not self._visible:
            return 0.0
        shown = self._hidden if graded else self._visible
        found_core = [found for found, is_core in shown if is_core]
        core = [found.share for found in found_core]
        edges = [found.share for found, is_core in shown if not is_core]
        if not core or not min(core) > 0.0:
            return 0.0
        share = sum(core) / len(core) if graded else share_together(found_core)
        if edges:
            share *= CORE_PART + (1.0 - CORE_PART) * sum(edges) / len(edges)
        return min(share, self._gate()) if graded else share

    def _state(self, share, graded):
        if self._untouched:
            return "not attempted"
        if not share >= 1.0:
            return "not yet"
        return "right" if graded else "passes here"

    def _record(self, panel):
        answer = self._learner.fingerprint() if hasattr(self._learner, "fingerprint") else ""
        hints.tried(self.lesson, self.name, panel.state, answer)
        facts = {"low": panel.low, "high": panel.high, "g": panel.g} if panel.g is not None else {}
        kind, more = self._recorded_as()
        record.write(
            kind,
            lesson=self.lesson,
            exercise=self.name,
            outcome=panel.state,
            score=panel.earned,
            maximum=self.maximum,
            sentence=panel.first_wrong(),
            answer=answer,
            **facts,
            **more,
        )

    def _recorded_as(self):
        """(kind of the record's line, what it says besides)."""
        return "exercise", {}


class Score(float):
    """The points of an exercise. Shown, it is the panel; as text, the plain number that nbgrader
    reads off a cell's result.
    """

    def __new__(cls, panel):
        score = super().__new__(cls, panel.earned)
        score.panel = panel
        return score

    def __repr__(self):
        return repr(float(self))

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {
            "text/plain": repr(self),
            "text/html": self.panel._repr_html_(),
            render.OUTCOME: self.panel.facts(),
        }


def _first_prints(learner):
    """[(call, text)] of what a learner's function printed, bounded; nothing where it runs apart."""
    printed = getattr(learner, "printed", [])
    shown = []
    for call, each in printed[:PRINTS_SHOWN]:
        text = each.text()
        more = max(0, len(text) - PRINT_CHARACTERS) + each.left_out
        shown.append((call, text[:PRINT_CHARACTERS] + (f"\n... {more:,} more" if more else "")))
    if len(printed) > PRINTS_SHOWN:
        shown.append((f"{len(printed) - PRINTS_SHOWN} more calls printed too", ""))
    return shown


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
    tried = _Tryout(lesson, name, learner)
    tried.visible(checks)
    render.show(tried.score().panel)


class _Tryout(Exercise):
    """An exercise without points: all of it can be checked here, so that right is right."""

    def __init__(self, lesson, name, learner):
        self.lesson, self.name, self.maximum = lesson, name, 0.0
        self._learner = learner or current()
        self._checks, self._make_hidden = [], None
        self._visible, self._hidden, self._untouched = [], [], ""

    def _panel(self):
        panel = super()._panel()
        return replace(panel, state="right", hint="") if panel.state == "passes here" else panel

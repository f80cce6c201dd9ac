"""What a learner's answer is held against, and the sentence it gets back.

A test cell reads

    ex = check.exercise("title_optimization", "coverage")
    ex.visible(checks.coverage())
    ### BEGIN HIDDEN TESTS
    ex.hidden(answers.coverage)
    ### END HIDDEN TESTS
    ex.score()

and is the only way to a score: a plain float, clamped, rounded, with nothing
on stderr (nbgrader 0.9.6 gives full marks for `nan`, `-1` or `np.float64(0.5)`
and none for a warning).
"""

from functools import partial

from course.check.compare import same
from course.check.decision import InvalidAction
from course.check.exercise import Exercise, Score, tryout
from course.check.findings import (
    Case,
    Check,
    Finding,
    Slip,
    accuracy,
    cases,
    f1_by_code,
    fresh,
    gives,
    likely,
    relates,
)
from course.check.guesses import guess, predict
from course.check.hints import hint
from course.check.learner import Learner, NotAttempted, Stumble
from course.check.look import given
from course.check.sorting import mapping
from course.check.using import using

exercise = Exercise


def of(lesson):
    """What every lesson's `checks` offer its notebook, for this lesson: exercise, tryout, predict,
    guess, hint and using, in this order.
    """
    return [partial(each, lesson) for each in (exercise, tryout, predict, guess, hint, using)]


__all__ = [
    "Case",
    "Check",
    "Exercise",
    "Finding",
    "InvalidAction",
    "Learner",
    "NotAttempted",
    "Score",
    "Slip",
    "Stumble",
    "accuracy",
    "cases",
    "exercise",
    "f1_by_code",
    "fresh",
    "given",
    "gives",
    "guess",
    "hint",
    "likely",
    "mapping",
    "of",
    "predict",
    "relates",
    "same",
    "tryout",
    "using",
]

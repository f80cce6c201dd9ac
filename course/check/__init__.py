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

from course.check.decision import InvalidAction
from course.check.exercise import Exercise, predict, tryout
from course.check.findings import (
    Check,
    Finding,
    Slip,
    accuracy,
    f1_by_code,
    fresh,
    gives,
    likely,
    mapping,
    relates,
)
from course.check.learner import Learner, NotAttempted, Stumble

exercise = Exercise

__all__ = [
    "Check",
    "Exercise",
    "Finding",
    "InvalidAction",
    "Learner",
    "NotAttempted",
    "Slip",
    "Stumble",
    "accuracy",
    "exercise",
    "f1_by_code",
    "fresh",
    "gives",
    "likely",
    "mapping",
    "predict",
    "relates",
    "tryout",
]

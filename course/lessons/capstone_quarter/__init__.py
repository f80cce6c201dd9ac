"""The quarter: thirteen weeks of Tideway, run with what the lessons teach."""

from course import charts
from course.lessons.capstone_quarter.bank import QUARTERS, past_quarter
from course.lessons.capstone_quarter.bring import bring, try_out
from course.lessons.capstone_quarter.checks import practice_quarters
from course.lessons.capstone_quarter.look_back import look_back
from course.lessons.capstone_quarter.plain import PLAIN
from course.lessons.capstone_quarter.sandbox import account, alone
from course.lessons.capstone_quarter.widget import Cockpit
from course.market.quarter.own import MODULES

__all__ = [
    "MODULES",
    "PLAIN",
    "QUARTERS",
    "Cockpit",
    "account",
    "alone",
    "bring",
    "charts",
    "look_back",
    "past_quarter",
    "practice_quarters",
    "try_out",
]

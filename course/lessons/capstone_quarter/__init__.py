"""The quarter: thirteen weeks of Tideway, run with what the lessons teach."""

from course.lessons.capstone_quarter.widget import Cockpit

__all__ = ["Cockpit"]

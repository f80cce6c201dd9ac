"""The learner's side: the work folder, the start page and the record read back."""

from course.practice.start import progress

__all__ = ["progress"]

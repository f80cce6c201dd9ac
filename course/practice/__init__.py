"""The learner's side: the work folder, the start page and the record read back."""

from course.practice.start import start_page

__all__ = ["start_page"]

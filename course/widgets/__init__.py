"""Parts that several lessons' widgets share."""

from course.widgets.base import CourseWidget, bar_svg

__all__ = ["CourseWidget", "bar_svg"]

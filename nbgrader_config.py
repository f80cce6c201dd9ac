"""The nbgrader course. Settings only: the preprocessors named here live in course/grading."""

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    Execute,
    GetGrades,
    IgnorePattern,
    IncludeHeaderFooter,
    LimitOutput,
    LockCells,
    SaveAutoGrades,
    SaveCells,
)

from course.check.written import STUB
from course.grading.feedback import TEMPLATES, Feedback, FeedbackPage, HideTests
from course.grading.inert import Inert
from course.grading.release import ClearAnswers, Fingerprint, GoOn

c = get_config()  # noqa: F821  (nbgrader puts it there)

c.CourseDirectory.course_id = "ecommerce_operations"
c.IncludeHeaderFooter.header = ""
c.ClearSolutions.code_stub = {
    "python": "# Your code here; then remove the next line.\nraise NotImplementedError"
}
c.ClearSolutions.text_stub = STUB

# nbgrader's own list, with blanks beside its solution regions, the way on, and the fingerprint last.
c.GenerateAssignment.preprocessors = [
    IncludeHeaderFooter,
    LockCells,
    ClearAnswers,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
    GoOn,
    Fingerprint,
]

# A decision exercise may compute for ten seconds, and every cell must be allowed to say so itself.
c.ExecutePreprocessor.timeout = 120
c.ExecutePreprocessor.store_widget_state = False

# nbgrader's own list, and then nothing that runs is left in autograded/; `course grade` does the same.
c.Autograde.autograde_preprocessors = [
    Execute,
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
    Inert,
]
# The formgrader's pages are made by this exporter; what was graded by other means is inert there.
c.HTMLExporter.preprocessors = [Inert]

c.GenerateFeedback.preprocessors = [GetGrades, HideTests, Feedback]
# A page of our own that loads and runs nothing. The section is that of our exporter, because
# HTMLExporter.template_name would change the formgrader's pages too.
c.GenerateFeedback.exporter_class = FeedbackPage
c.FeedbackPage.template_name = "feedback_page"
c.FeedbackPage.extra_template_basedirs = TEMPLATES

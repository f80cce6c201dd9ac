"""The nbgrader course. Settings only: the preprocessors named here live in course/grading."""

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    GetGrades,
    IncludeHeaderFooter,
    LockCells,
    SaveCells,
)

from course.grading.feedback import TEMPLATES, Debrief, FeedbackPage, HideTests
from course.grading.release import ClearAnswers, Fingerprint

c = get_config()  # noqa: F821  (nbgrader puts it there)

c.CourseDirectory.course_id = "ecommerce_operations"
c.IncludeHeaderFooter.header = ""
c.ClearSolutions.code_stub = {"python": "# Your code here; then remove the next line.\nraise NotImplementedError"}
c.ClearSolutions.text_stub = "*Your answer here, at most 120 words.*"

# nbgrader's own list, with blanks beside its solution regions and the fingerprint last.
c.GenerateAssignment.preprocessors = [
    IncludeHeaderFooter, LockCells, ClearAnswers, ClearOutput, CheckCellMetadata, ComputeChecksums,
    SaveCells, ClearHiddenTests, ClearMarkScheme, ComputeChecksums, CheckCellMetadata, Fingerprint,
]

# A decision exercise may compute for ten seconds, and every cell must be allowed to say so itself.
c.ExecutePreprocessor.timeout = 120
c.ExecutePreprocessor.store_widget_state = False

c.GenerateFeedback.preprocessors = [GetGrades, HideTests, Debrief, CSSHTMLHeaderPreprocessor]
# nbgrader's own feedback template behind ours, which loads nothing from a network. The section is that of
# our exporter, because HTMLExporter.template_name would change the formgrader's pages too.
c.GenerateFeedback.exporter_class = FeedbackPage
c.FeedbackPage.template_name = "offline"
c.FeedbackPage.extra_template_basedirs = TEMPLATES
c.FeedbackPage.sanitize_html = True
c.FeedbackPage.require_js_url = c.FeedbackPage.jquery_url = c.FeedbackPage.mermaid_js_url = ""

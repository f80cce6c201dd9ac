"""What the start page can do: grade your own work, and carry your progress from machine to
machine.
"""

import subprocess
import sys
import threading
from html import escape

import ipywidgets
from IPython.display import HTML, display

from course.check import record
from course.practice import drills, lab, mastery, standing, start

_BUNDLE = (
    "Your work is graded by your instructor, with tests that are not in this folder: pack a lesson"
    " with <code>course submit LESSON</code> and hand it in. If you learn alone, get the whole"
    " course (a clone of its repository): it has the answers, and grades here."
)
_SHORT = {"width": "auto"}


class Desk:
    """The buttons below the start page of one work folder; one a kernel, so that what runs goes on
    when the page is shown again.
    """

    _open = {}

    @classmethod
    def of(cls, folder):
        if folder not in cls._open:
            cls._open[folder] = cls(folder)
        return cls._open[folder]

    def __init__(self, work):
        self.work, self.root = work, work.parent
        self.page = self.answer = None
        self.grade = ipywidgets.Button(
            description="Grade what I changed", icon="check", layout=_SHORT
        )
        self.grade.on_click(lambda _: self._start_grading())
        self.drill = ipywidgets.Button(description="Lay out a drill", icon="refresh", layout=_SHORT)
        self.drill.on_click(lambda _: self._lay_out_drill())
        self.upload = ipywidgets.FileUpload(
            accept=".jsonl", description="Bring progress in", layout=_SHORT
        )
        self.upload.observe(self._take_in, "value")
        self.home = ipywidgets.HTML()

    def show(self):
        """Display the page, the buttons, and a place for what they answer."""
        self.page = display(start.Page(self.work), display_id=True)
        self.home.value = start.download(self.work)
        alone = (self.root / "source").is_dir()
        grading = ipywidgets.VBox(
            [
                _text(
                    "<b>The real grade</b><br>"
                    + (
                        "The checks in a lesson see a part. This grades every lesson that you"
                        " changed on cases that nobody has seen, and writes the feedback. In a"
                        " terminal: <code>course grade --self</code>."
                        if alone
                        else _BUNDLE
                    )
                ),
                *([self.grade] if alone else []),
            ],
            layout={"flex": "1 1 320px"},
        )
        drilling = ipywidgets.VBox(
            [
                _text(
                    "<b>Once more, on fresh numbers</b><br>A drill is an exercise that you have done,"
                    " with new numbers: the one that is due, or that you are least sure in. In a"
                    " terminal: <code>course drill SKILL</code>, and <code>course evidence</code> for"
                    " a page of what your record shows."
                ),
                self.drill,
            ],
            layout={"flex": "1 1 320px"},
        )
        carrying = ipywidgets.VBox(
            [
                _text(
                    "<b>Your progress, as one file</b><br>Take it home from a session that will"
                    " end, or bring it in from another machine. Nothing is lost, and twice does no"
                    " harm."
                ),
                ipywidgets.HBox([self.upload, self.home], layout={"flex_flow": "row wrap"}),
            ],
            layout={"flex": "1 1 320px"},
        )
        display(
            ipywidgets.HBox(
                [grading, drilling, carrying],
                layout={"max_width": "1080px", "margin": "0 auto", "flex_flow": "row wrap"},
            )
        )
        self.answer = display(HTML(""), display_id=True)

    def _say(self, text):
        self.answer.update(
            HTML(
                "<div class='mathjax_ignore' role='status' style='max-width:1080px;margin:0 auto'>"
                f"{text}</div>"
            )
        )

    def _start_grading(self):
        self.grade.disabled = True
        self._say("Grading: a minute for the first lesson, seconds for each further one ...")
        threading.Thread(target=self._grading, daemon=True).start()

    def _grading(self):
        try:
            done = subprocess.run(
                [
                    sys.executable,
                    "-c",
                    "from course.cli import entry; entry()",
                    "grade",
                    "--self",
                    "--no-browser",
                ],
                cwd=self.root,
                env=lab.environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            self._say(f"Grading could not start ({escape(str(error))}).")
            return
        finally:
            self.grade.disabled = False
        if done.returncode:
            said = done.stdout.strip().splitlines()
            self._say(escape(said[-1] if said else "Grading stopped without a word."))
            return
        self.page.update(start.Page(self.work))
        rows = "".join(
            f"<li>{each.number} {escape(each.title)}: {escape(each.text)}."
            f" <a href='{escape(each.feedback)}'>Read the feedback</a></li>"
            for each in standing.lessons(self.work)
            if each.graded is not None and each.feedback
        )
        self._say(f"<p><b>Graded.</b></p><ul>{rows}</ul>")

    def _lay_out_drill(self):
        try:
            found = drills.due(record.read(self.work), mastery.today())
            if found is None:
                self._say(
                    "Nothing is tried yet: begin with a lesson. What you have tried comes back."
                )
                return
            path = drills.lay(self.work, found[0])
        except (drills.NoDrill, OSError) as problem:
            self._say(escape(f"{problem}"))
            return
        link = path.relative_to(self.work).as_posix()
        self._say(f"{escape(found[1])} <a href='{escape(link)}'>Open the drill</a>")

    def _take_in(self, change):
        if not change["new"]:
            return
        try:
            said = start.take_in(bytes(change["new"][0]["content"]), self.work)
        except (ValueError, OSError) as error:
            said = f"{error}"
        self.page.update(start.Page(self.work))
        self.home.value = start.download(self.work)
        self._say(escape(said))


def _text(html):
    return ipywidgets.HTML(f"<div style='line-height:1.4;font-size:13px'>{html}</div>")

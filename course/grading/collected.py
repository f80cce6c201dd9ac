"""What `course collect` knows from one time to the next: whose number is whose, what came late, and
which hand-ins could not be laid out. One small file beside the grade book.
"""

import contextlib
import json
import os
from pathlib import Path

FILE = ".collected.json"


class Collected:
    """The file's content. `note` and its like change it in memory; `save` writes it, whole or not
    at all.
    """

    def __init__(self, root):
        self._path = Path(root) / FILE
        self._known = {"learners": {}, "shared": [], "refused": {}}
        with contextlib.suppress(OSError, ValueError, AttributeError, TypeError):
            read = json.loads(self._path.read_text(encoding="utf-8"))
            for name, kind in (("learners", dict), ("shared", list), ("refused", dict)):
                if type(read.get(name)) is kind:
                    self._known[name] = read[name]

    def save(self):
        half = self._path.with_name(self._path.name + ".part")
        half.write_text(json.dumps(self._known, indent=1, sort_keys=True), encoding="utf-8")
        os.replace(half, self._path)

    def about(self, learner, lesson):
        """What is known of a learner's last hand-in of a lesson (folder name): a dict with layout,
        number, mark and late; empty where nothing is.
        """
        found = self._known["learners"].get(learner, {}).get(lesson, {})
        return found if type(found) is dict else {}

    def learner(self, layout, lesson, number):
        """Who had this number of a platform for this lesson, or None."""
        return next(
            (
                learner
                for learner in self._known["learners"]
                if number
                and self.about(learner, lesson).get("layout") == layout
                and self.about(learner, lesson).get("number") == number
            ),
            None,
        )

    def note(self, learner, lesson, **about):
        self._known["learners"].setdefault(learner, {})[lesson] = about

    def is_shared(self, name):
        """Whether two people are known to have this name."""
        return name in self._known["shared"]

    def share(self, name):
        if not self.is_shared(name):
            self._known["shared"].append(name)

    def refuse(self, learner, lesson, said):
        """Remember a hand-in that lies nowhere in submitted/. `lesson`: folder name, or "?"."""
        self._known["refused"].setdefault(learner, {})[lesson] = said

    def settle(self, learner, lesson):
        """Forget what was refused of a learner, now that this lesson is laid out."""
        waiting = self._known["refused"].get(learner, {})
        for name in (lesson, "?"):
            waiting.pop(name, None)
        if not waiting:
            self._known["refused"].pop(learner, None)

    def refused(self):
        """(learner, lesson or "?", sentences) of all hand-ins that lie nowhere in submitted/."""
        return [
            (learner, lesson, list(said))
            for learner, lessons in sorted(self._known["refused"].items())
            for lesson, said in sorted(lessons.items())
        ]

    def is_late(self, learner, lesson):
        """Whether the platform says that it came late."""
        return self.about(learner, lesson).get("late") is True

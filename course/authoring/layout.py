"""Where lessons lie in a clone, and what is known of each."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FOLDER = re.compile(r"^(?P<number>\d\d)_(?P<slug>[a-z][a-z0-9_]*)$")


@dataclass(frozen=True)
class Lesson:
    """One lesson that exists: its folder name (`05_title_optimization`), slug and number."""

    root: Path
    folder: str

    @property
    def slug(self):
        return _FOLDER.match(self.folder)["slug"]

    @property
    def number(self):
        return int(_FOLDER.match(self.folder)["number"])

    def notebook(self, kind):
        """The notebook's path under `kind`, which is "source" or "release"."""
        return self.root / kind / self.folder / f"{self.slug}.ipynb"

    @property
    def room(self):
        """The lesson's folder in the package."""
        return self.root / "course" / "lessons" / self.slug

    @property
    def about(self):
        """lesson.toml as a dict.

        title, function, chain, prerequisites, minutes, promise, skills.
        """
        return tomllib.loads((self.room / "lesson.toml").read_text(encoding="utf-8"))


def lessons(root=ROOT, kind="source"):
    """All lessons under `root`/`kind`, in order of their numbers."""
    folders = sorted(
        path.name
        for path in (Path(root) / kind).glob("*")
        if path.is_dir() and _FOLDER.match(path.name)
    )
    return [Lesson(Path(root), folder) for folder in folders]


def lesson(name, root=ROOT, kind="source"):
    """The lesson called `name` (slug, folder or number).

    Raises LookupError naming those that exist.
    """
    found = [
        item
        for item in lessons(root, kind)
        if name in (item.slug, item.folder, str(item.number), f"{item.number:02d}")
    ]
    if not found:
        known = ", ".join(item.slug for item in lessons(root, kind)) or "none yet"
        raise LookupError(f"there is no lesson '{name}'; lessons are: {known}")
    return found[0]

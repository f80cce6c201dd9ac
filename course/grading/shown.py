"""What learners' code can see: a list of what is shown, and nothing else.

The course is a copy of what learners get, made once for a run: the modules that the released
notebooks reach by import, and the data files that belong to them. Whatever else lies in the
checkout (answers under any name, editors' copies, a salt, a grade book) is not copied, and the
checkout is never shown, wherever it lies.
"""

import ast
import json
import os
import re
import site
import stat
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COURSE, SCRATCH, FONTS = "/learn", "/scratch", "/fonts"
WORK, TEMPORARY, SHARED = f"{SCRATCH}/work", f"{SCRATCH}/tmp", f"{SCRATCH}/shm"
FIRST = "course.grading.box"  # what the learner's side itself needs
# Data files of a lesson's room beside its modules' own .js and .css (tables that a lesson shows), and
# of other packages.
ROOM_FILES = ("lesson.toml", "practice.json", "channels.toml", "phrases.toml", "reading.toml")
DATA_FILE = re.compile(r"[a-z0-9_]+\.(toml|json|js|css|csv|csv\.gz)")
DATA = ("course", "data")  # the package whose folders hold data alone
SYSTEM = (
    "/usr/bin",
    "/usr/lib",
    "/usr/lib64",
    "/usr/share/fonts",
    "/usr/share/fontconfig",
    "/usr/share/zoneinfo",
    "/lib",
    "/lib64",
    "/bin",
    "/etc/ld.so.cache",
    "/etc/fonts",
    "/etc/localtime",
    "/etc/alternatives",
)
DEVICES = ("null", "full", "random", "urandom")
READABLE, ENTERED = 0o644, 0o755  # whatever the umask: children have users of their own


# The course.


def copy(target, root=ROOT):
    """Copy what learners get of the course at `root` into the folder `target`."""
    made = set()
    for path in sorted(files(root)):
        goal = Path(target) / path
        for folder in reversed(goal.parents):
            if folder not in made and folder.is_relative_to(target):
                folder.mkdir(exist_ok=True)
                folder.chmod(ENTERED)
                made.add(folder)
        goal.write_bytes((Path(root) / path).read_bytes())
        goal.chmod(READABLE)


def files(root=ROOT):
    """Relative paths of the course's files that are shown: modules that are reached, their data."""
    root = Path(root)
    modules = {name: path for name, path in _reached(root).items() if path.name != "answers.py"}
    found = {path.relative_to(root) for path in modules.values()}
    for path in modules.values():
        twins = {path.with_suffix(suffix) for suffix in (".js", ".css")}
        found |= {twin.relative_to(root) for twin in twins if twin.is_file()}
    for name, path in modules.items():
        if path.name == "__init__.py":
            found |= {each.relative_to(root) for each in _data(path.parent, tuple(name.split(".")))}
    return found


def _data(folder, package):
    if package[1:2] == ("lessons",):
        return [folder / name for name in ROOM_FILES if (folder / name).is_file()]
    return [
        path
        for path in (folder.rglob("*") if package == DATA else folder.iterdir())
        if path.is_file() and not path.is_symlink() and DATA_FILE.fullmatch(path.name)
    ]


def _reached(root):
    """{module: its file} of all of `course` that released notebooks and the box reach by import."""
    waiting, found = [FIRST], {}
    for path in root.glob("release/*/*.ipynb"):
        for cell in json.loads(path.read_bytes())["cells"]:
            if cell["cell_type"] == "code":
                waiting += _imports("".join(cell["source"]))
    while waiting:
        name = waiting.pop()
        while name.split(".")[0] == "course" and name not in found:  # and the packages it is in
            place = root.joinpath(*name.split("."))
            path = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
            if path.is_file():
                found[name] = path
                package = name if place.is_dir() else name.rpartition(".")[0]
                waiting += _imports(path.read_text(encoding="utf-8"), package)
            name = name.rpartition(".")[0] or "-"
    return found


def _imports(source, package=""):
    """Names that a text imports, of modules or of what is in them."""
    try:
        tree = ast.parse(source)
    except SyntaxError:  # magics
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package.split(".")[: len(package.split(".")) + 1 - node.level]
            base = ".".join([*(start if node.level else []), *filter(None, [node.module])])
            found += [base, *(f"{base}.{alias.name}" for alias in node.names)]
    return found


# The interpreter.


def interpreter():
    """Paths of Python and its packages, and nothing beside them: folders and files that exist."""
    base = Path(sys.base_prefix)
    paths = [str(base / name) for name in ("lib", "lib64")]
    paths += [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    paths += _packages()
    paths += [f"{sys.prefix}/pyvenv.cfg", _links()[1]]
    return [
        path for path in sorted(set(paths)) if os.path.exists(path) and not os.path.islink(path)
    ]


def _packages():
    """Folders of installed packages."""
    mine = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    return [path for path in [*site.getsitepackages(), *mine] if path in sys.path]


def _links():
    """The way from the name that Python is started by to its file: [(link, what it holds)], file."""
    path, found = sys.executable, []
    while os.path.islink(path):
        found.append((path, os.readlink(path)))
        path = os.path.normpath(os.path.join(os.path.dirname(path), found[-1][1]))
    return found, path


def is_readable_by_all():
    """Whether children may have users of their own: else their files are for the instructor alone.

    Looks at what is shown and one level into it, where an installation differs from folder to
    folder.
    """
    for path in interpreter():
        below = [entry.path for entry in os.scandir(path)] if os.path.isdir(path) else []
        for each in (path, *below):
            mode = os.stat(each).st_mode if os.path.exists(each) else 0o777
            wanted = 0o005 if stat.S_ISDIR(mode) else 0o004
            if mode & wanted != wanted:
                return False
    return True


# The walls.


def walls(course, hidden=()):
    """bubblewrap's words for what is shown. `course` is the folder that `copy` filled; `hidden` are
    further folders and files that must not be seen where they lie in something that is shown.
    """
    shown = [*SYSTEM, *interpreter()]
    covers = _covered(hidden, shown)
    words = []
    steps = [(path, "--tmpfs" if os.path.isdir(path) else "--null") for path in covers]
    for path in dict.fromkeys(shown):
        if os.path.islink(path):
            words += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path) and not _is_there(path, shown, covers):
            steps.append((path, "--bind"))
    closed = []
    for path, kind in sorted(steps, key=lambda step: step[0].count("/")):
        words += _parents(path, covers)
        if kind == "--tmpfs":
            words += ["--perms", "0755", kind, path]
            closed += ["--remount-ro", path]
        else:
            words += ["--ro-bind", path if kind == "--bind" else "/dev/null", path]
    for link, text in _links()[0]:
        if not _is_there(link, shown, covers):
            words += [*_parents(link, covers), "--symlink", text, link]
    words += ["--ro-bind", str(course), COURSE]
    words += ["--perms", "0755", "--tmpfs", "/dev"]
    for name in DEVICES:
        words += ["--dev-bind", f"/dev/{name}", f"/dev/{name}"]
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        words += ["--symlink", f"/proc/self/fd/{number}", f"/dev/{name}"]
    words += ["--symlink", "/proc/self/fd", "/dev/fd", "--symlink", "pts/ptmx", "/dev/ptmx"]
    words += ["--dir", "/dev/pts", "--symlink", SHARED, "/dev/shm"]
    if not any(path.startswith("/tmp/") for path in [*shown, *dict(_links()[0])]):
        words += ["--symlink", TEMPORARY, "/tmp"]
    words += ["--tmpfs", SCRATCH]
    for folder in (WORK, TEMPORARY, SHARED):
        words += ["--dir", folder]
    words += ["--perms", "0755", "--tmpfs", FONTS, *_fonts()]
    return [*words, *closed, "--remount-ro", "/dev", "--remount-ro", "/"]


def _covered(hidden, shown):
    """What must not be seen of what lies in something shown: the checkout, or where the course is
    installed among the packages, its own folder there; and `hidden`.
    """
    checkout = ROOT / "course" if str(ROOT) in _packages() else ROOT
    real = [os.path.realpath(path) for path in shown]
    return [
        path
        for path in dict.fromkeys(os.path.realpath(each) for each in [checkout, *hidden])
        if os.path.exists(path) and _inside(path, real) and path not in real
    ]


def _is_there(path, shown, covers):
    """Whether a path is seen with another one that is shown, and not under a cover."""
    return any(
        other != path
        and _inside(path, [other])
        and not any(_inside(path, [cover]) and not _inside(other, [cover]) for cover in covers)
        for other in shown
    )


def _inside(path, folders):
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def _parents(path, covers):
    """The folders above that are not there yet; bubblewrap would make them for root alone."""
    return [
        word
        for parent in reversed(Path(path).parents[:-1])
        if _inside(str(parent), covers) or not _inside(str(parent), SYSTEM)
        for word in ("--perms", "0755", "--dir", str(parent))
    ]


def _fonts():
    """Looking for fonts takes matplotlib seconds; the outside's list does as well."""
    from matplotlib import font_manager, get_cachedir

    pattern = f"fontlist-v{font_manager.FontManager.__version__}*.json"
    return [
        word
        for found in Path(get_cachedir()).glob(pattern)
        for word in ("--ro-bind", str(found), f"{FONTS}/{found.name}")
    ]

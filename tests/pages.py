"""What a page of documentation names, held against what is there.

Dotted names, paths, commands, settings, environment variables, messages and links.

`problems(text, folder)` gives one sentence for each name that is wrong. Commands are read by the
parser of the very program that they start, and not run.

Three kinds of tables say more by the head of their first column: "It says" quotes messages of the
code, and a folder lists what is in it, nothing left out.
"""

import ast
import contextlib
import fnmatch
import functools
import importlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement

from course import cli
from course.authoring import layout
from tests.conftest import ROOT

CODE = ("course", "tests", "benchmarks")
SUFFIXES = "py|md|toml|json|jsonl|ipynb|txt|yml|db|csv|zip|svg|html"
# A name that pages use for what a test cell or a hidden block is given.
STANDS_FOR = {"draws": "course.check.draws.HiddenDraws", "check": "course.check"}
# The marketplace's modules are named as its own code names them.
STANDS_FOR |= {
    name: f"course.market.{name}"
    for name in ("ads", "choice", "promotion", "ranking", "retention", "social", "supply", "town")
}
# Files that are not the course's: an LMS names them.
FOREIGN = {"doejane_1234_5678_title.ipynb"}
# Files and folders that an instructor brings, made before a command is read.
BROUGHT = {
    "submissions.zip": "file",
    "canvas.csv": "file",
    "moodle.csv": "file",
    "worksheet.csv": "file",
    "../stats101": "folder",
}
# The system's own programs: nothing of this course, not read further.
SYSTEM = {"apt", "apt-get", "docker", "sysctl"}
TOOLS = {"uv"}  # what `pip install` may name beside the course's own requirements

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.M | re.S)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
_COURSE = re.compile(r"(?<![\w./])course(?:\.[A-Za-z_]\w*)+")
_PATH = re.compile(rf"[\w.<>*/-]*(?:/[\w.<>*/-]*|\.(?:{SUFFIXES}))|\.\w[\w./-]*")


def problems(text, folder=ROOT):
    """Sentences about what is wrong in a page; `folder` is where its links start."""
    prose = _FENCE.sub("", text)
    found = [_link(target, text, folder) for target in _LINK.findall(prose)]
    found += [_name(name) for name in _COURSE.findall(text)]
    for _, language, block in _FENCE.findall(text):
        if language == "python":
            found += _python(block)
        elif language == "toml":
            tomllib.loads(block)
        else:
            found += [_command(line, must=True) for line in block.splitlines()]
    tables, rest = _tables(prose)
    for head, cells in tables:
        quoted = [span for cell in cells for span in _SPAN.findall(cell)]
        if head == "It says":
            found += [_message(span) for span in quoted]
        else:
            found += _contents(head.strip("`"), quoted)
    found += [_span(span) for span in _SPAN.findall(rest)]
    return [sentence for sentence in found if sentence]


def commands(text):
    """All commands that a page shows, as lists of words."""
    lines = [
        line for _, kind, block in _FENCE.findall(text) if not kind for line in block.split("\n")
    ]
    lines += _SPAN.findall(_FENCE.sub("", text))
    return [words for line in lines for words in _words(line) if words and words[0] in _PROGRAMS]


# Tables


def _tables(prose):
    """Tables whose first column says more, and the page without these columns.

    A table is (head, first cells).
    """
    tables, rest, first = [], [], None
    for line in prose.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.lstrip().startswith("|"):
            first = None
        elif first is None:
            first = cells[0]
            if _says_more(first):
                tables.append((first, []))
        elif _says_more(first):
            tables[-1][1].append(cells[0])
            line = "|".join(cells[1:])
        rest.append(line)
    return tables, "\n".join(rest)


def _says_more(head):
    return head == "It says" or bool(re.fullmatch(r"`[\w/]+/`", head))


def _contents(folder, named):
    """A table of a folder names what is there, and all of it."""
    there = {
        path.name + "/" * path.is_dir()
        for path in (ROOT / folder).glob("*")
        if path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())
    }
    there -= {"__init__.py"}
    for name in sorted(set(named) - there):
        yield f"`{name}`: there is no such thing in {folder}"
    for name in sorted(there - set(named)):
        yield f"{folder}{name} is missing in the table"


# Spans


def _span(span):
    """What is wrong with a piece of code in a sentence: None where nothing is."""
    if span.split()[0] in _PROGRAMS:
        return _command(span)
    if re.fullmatch(r"--[a-z-]+", span):
        return None if span in _options() else f"`{span}`: no verb has this option"
    if re.match(r"[A-Z]+_[A-Z_]+(=|$)", span):
        name = span.partition("=")[0]
        return None if name in _words_of_code() else f"`{name}`: nothing reads this variable"
    if _PATH.fullmatch(span):
        return _path(span)
    call = re.fullmatch(rf"({_DOTTED.pattern}|\w+)(\(.*\))?", span)
    if not call:
        return None
    return _name(call[1]) if "." in call[1] else _word(call[1])


def _name(name):
    """A dotted name can be imported."""
    first, _, rest = name.partition(".")
    parts = f"{STANDS_FOR.get(first, first)}.{rest}".split(".")
    for length in range(len(parts), 0, -1):
        try:
            thing = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        with contextlib.suppress(AttributeError):
            functools.reduce(getattr, parts[length:], thing)
            return None
        break
    return f"`{name}`: there is no such name"


def _word(word):
    """A bare word in code type is a word of the code, or of what it is built on."""
    return None if word in _words_of_code() else f"`{word}`: the code does not know this word"


@functools.cache
def _code():
    paths = [path for folder in CODE for path in (ROOT / folder).rglob("*.*")]
    paths = [p for p in paths if p.suffix in (".py", ".js", ".toml") and p.name != "test_docs.py"]
    return {path: path.read_text(encoding="utf-8") for path in paths + [ROOT / "pyproject.toml"]}


@functools.cache
def _words_of_code():
    return {word for text in _code().values() for word in re.findall(r"\w+|\w[\w-]+\w", text)}


@functools.cache
def _strings():
    """Every text in the Python of the course and its tests, what is put into it left out."""
    found = []
    for path, text in _code().items():
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.JoinedStr):
                parts = [part for part in node.values if isinstance(part, ast.Constant)]
                found.append("…".join(str(part.value) for part in parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return found


def _message(quoted):
    """A quoted message is one that the code says; three dots stand for what changes."""
    if _PATH.fullmatch(quoted) or _DOTTED.fullmatch(quoted):
        return _span(quoted)
    parts = [part.strip() for part in quoted.split("...") if part.strip()]
    if any(all(part in text for part in parts) for text in _strings()):
        return None
    return f"`{quoted}`: nothing says so"


# Paths and links


def _path(path):
    """A path is there, or is one that git ignores because it is made; <...> is any name."""
    wanted = re.sub(r"<\w+>", "*", path.rstrip("/"))
    if path in FOREIGN or _is_made(wanted):
        return None
    if any(ROOT.glob(wanted)) or ("/" not in path and any(_beside(wanted))):
        return None
    return f"`{path}`: there is no such file"


def _beside(name):
    return (path for folder in (*CODE, "docs", "source") for path in (ROOT / folder).rglob(name))


def _is_made(path):
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    parts = [part for part in path.split("/") if part]
    return any(fnmatch.fnmatch(part, rule.strip("/")) for part in parts for rule in ignored)


def _link(target, text, folder):
    if re.match(r"\w+:", target):
        return None  # the web: looked at by people, no test asks a network
    name, _, anchor = target.partition("#")
    if name and not (folder / name).exists():
        return f"the link to {target} leads nowhere"
    page = (folder / name).read_text(encoding="utf-8") if name else text
    if anchor and anchor not in [_anchor(head) for head in re.findall(r"^#+ (.*)$", page, re.M)]:
        return f"the link to {target} leads to no heading"
    return None


def _anchor(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


# Code blocks


def _python(block):
    """Imports of the course and names taken from them, and nbgrader's settings."""
    tree, known = ast.parse(block.replace("\n   ", "\n").strip()), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            known |= {
                alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names
            }
    for name in known.values():
        yield _name(name)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        whole = ast.unparse(node)
        first, _, rest = whole.partition(".")
        if first in known:
            yield _name(f"{known[first]}.{rest}")
        elif first == "c" and rest.count(".") == 1 and not _is_setting(*rest.split(".")):
            yield f"`{whole}`: nbgrader has no such setting"


def _is_setting(owner, trait):
    return any(
        kind.__name__ == owner and trait in kind.class_trait_names(config=True)
        for kind in _nbgrader().all_configurable_classes()
    )


def _nbgrader():
    from nbgrader.apps.nbgraderapp import NbGraderApp

    return NbGraderApp()


# Commands


def _words(line):
    """The commands of a line, as lists of words."""
    return [shlex.split(part, comments=True) for part in line.replace("\\", "/").split("&&")]


def _command(line, must=False):
    """What is wrong with the commands of a line; `must`: a program that is not known is wrong."""
    for words in _words(line):
        if not words:
            continue
        if words[0] not in _PROGRAMS:
            if must:
                return f"`{line}`: {words[0]} is no program that this test knows"
            continue
        if (
            not must
            and words[0] == "course"
            and words[1:] in [[verb] for verb in cli.verbs.commands]
        ):
            continue  # the verb is spoken of, not shown with what it needs
        wrong = _PROGRAMS[words[0]](words[1:])
        if wrong:
            return f"`{line}`: {wrong}"
    return None


def _python_command(words):
    if words[:2] == ["-m", "course"]:
        return _course(words[2:])
    if not words or not words[0].endswith(".py"):
        return "this is neither the course nor a script"
    script = ROOT / words[0]
    if not script.is_file():
        return "there is no such script"
    told = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or ""
    rest = [word for word in words[1:] if word.startswith("-") and word not in told]
    return f"the script does not tell of {rest[0]}" if rest else None


def _course(words):
    if not words:
        return None
    verb = cli.verbs.commands.get(words[0])
    if verb is None:
        return f"there is no verb {words[0]}"
    words = [re.sub(r"^LESSON$", layout.lessons()[0].slug, word) for word in words[1:]]
    with _brought():
        try:
            context = verb.make_context(verb.name, list(words))
        except click.ClickException as error:
            return error.format_message()
    if verb.name in ("lab", "formgrader"):
        return _jupyterlab(context.args)
    if verb.name == "test":
        return _pytest(context.args)
    named = context.params.get("lessons") or [context.params.get("lesson")]
    return None if context.params.get("course_dir") else _lessons(named)


def _lessons(named):
    for name in filter(None, named):
        try:
            layout.lesson(name)
        except LookupError as error:
            return str(error)
    return None


@contextlib.contextmanager
def _brought():
    """A folder in which everything lies that an instructor brings along."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "course"
        here.mkdir()
        for name, kind in BROUGHT.items():
            (here / name).mkdir() if kind == "folder" else (here / name).touch()
        os.chdir(here)
        try:
            yield
        finally:
            os.chdir(before)


def _jupyterlab(words):
    from jupyterlab.labapp import LabApp

    return _traits(LabApp(), words)


def _traits(app, words):
    """traitlets only warns of an option that nobody knows, so names are looked up here."""
    for word in words:
        option = word.lstrip("-").partition("=")[0]
        if word.startswith("-") and option not in {*app.flags, *app.aliases}:
            return f"there is no option {word}"
    try:
        app.parse_command_line(list(words))
    except SystemExit:
        return "its options cannot be read"
    return None


@functools.cache
def _pytest_says(options):
    """pytest's answer to these options, with a file that holds no test."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "test_none.py").touch()
        return subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-c",
                str(ROOT / "pyproject.toml"),
                f"--rootdir={folder}",
            ]
            + ["--collect-only", "-p", "no:cacheprovider", *options, folder],
            cwd=folder,
            capture_output=True,
            text=True,
        )


def _pytest(words):
    files = [word for word in words if word.endswith(".py")]
    for file in files:
        if wrong := _path(file):
            return wrong
    options = tuple(word for word in words if word not in files)
    done = _pytest_says(options)
    nothing = pytest.ExitCode.NO_TESTS_COLLECTED
    return None if done.returncode == nothing else f"pytest says {done.stderr.strip()[:200]}"


def _nbgrader_command(words):
    name = words[0].replace("-", "_") if words else ""
    apps = _nbgrader().subcommands
    if name not in apps:
        return f"nbgrader has no command {name}"
    kind = apps[name][0]
    app = kind()
    wrong = _traits(app, words[1:])
    return wrong or _lessons(word for word in app.extra_args)


def _pip(words):
    if words[:1] != ["install"]:
        return "only `pip install` is known"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = sum(project["optional-dependencies"].values(), project["dependencies"])
    known = {(Requirement(each).name, *sorted(Requirement(each).extras)) for each in listed}
    for word in words[1:]:
        wanted = Requirement(word)
        if wanted.name not in TOOLS and (wanted.name, *sorted(wanted.extras)) not in known:
            return f"pyproject.toml does not know {word}"
    return None


def _uv(words):
    """uv's own help knows the options; where uv is not installed, its files are looked for."""
    files = [word for word in words if _PATH.fullmatch(word)]
    for file in files:
        if wrong := _path(file):
            return wrong
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if not uv:
        return None
    told = subprocess.run([uv, *words[:2], "--help"], capture_output=True, text=True)
    if told.returncode:
        return f"uv has no command {' '.join(words[:2])}"
    for word in words:
        if word.startswith("--") and word not in re.findall(r"--[a-z-]+", told.stdout):
            return f"uv does not know {word}"
    return None


def _dask(words):
    from distributed.cli import dask_scheduler, dask_worker

    parts = {"scheduler": dask_scheduler.main, "worker": dask_worker.main}
    if words[:1] == [] or words[0] not in parts:
        return "dask has no such command"
    try:
        parts[words[0]].make_context(words[0], list(words[1:]))
    except click.ClickException as error:
        return error.format_message()
    return None


@functools.cache
def _options():
    return {
        option
        for verb in cli.verbs.commands.values()
        for parameter in verb.params
        for option in parameter.opts
    }


_PROGRAMS = {
    "course": _course,
    "python3": _python_command,
    "python": _python_command,
    "py": _python_command,
    "nbgrader": _nbgrader_command,
    "pip": _pip,
    "uv": _uv,
    "dask": _dask,
    **dict.fromkeys(SYSTEM, lambda words: None),
}

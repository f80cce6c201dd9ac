"""What learning platforms give out comes to nbgrader's folders, and nowhere else; nobody is lost.

COURSE_ARCHIVES sets how many generated archives are tried (150 unless told
otherwise; `COURSE_ARCHIVES=3000 course test tests/test_intake.py` for many).
"""

import datetime
import io
import json
import os
import re
import stat
import zipfile
from collections import defaultdict

import nbformat
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import cli
from course.authoring import layout
from course.grading import arrivals, doctor, intake, layouts, worksheet
from course.grading.collected import Collected
from tests.conftest import solved

LESSON = layout.lesson("title_optimization")
OTHER = layout.lesson("conversion_rate")


SOURCES = {
    lesson: tuple(
        nbformat.read(lesson.notebook(kind), as_version=4) for kind in ("source", "release")
    )
    for lesson in (LESSON, OTHER)
}
SOLVED = {lesson: nbformat.writes(solved(lesson)) for lesson in (LESSON, OTHER)}
ARCHIVES = int(os.environ.get("COURSE_ARCHIVES", 150))


def notebook(lesson=LESSON, mark=""):
    """A solved lesson; `mark` tells one from the other."""
    return SOLVED[lesson].replace("### BEGIN SOLUTION", f"# {mark}", 1).encode()


def small(lesson, mark):
    """A lesson's notebook of which little is left: quick to read."""
    cell = {"cell_type": "code", "metadata": {}, "source": mark, "outputs": []}
    about = {"course": {"lesson": lesson.slug}}
    return json.dumps({"cells": [cell], "metadata": about, "nbformat": 4}).encode()


def examine(lesson, data):
    source, released = SOURCES[lesson]
    return doctor.examine(data, source, released.metadata["course"])


def taken_in(root, handed_out, **options):
    """Rows of a hand-out that is laid out below `root`."""
    return list(
        intake.take_in(handed_out, root, layout.lessons(), examine, Collected(root), **options)
    )


def laid_out(root):
    """{path below submitted/: bytes}, without what is kept beside."""
    top = root / "submitted"
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in top.rglob("*")
        if path.is_file() and intake.KEPT not in path.parts
    }


def kept(root, learner):
    """{file name: bytes} that are kept beside a learner's lessons."""
    return {
        path.name: path.read_bytes()
        for path in (root / "submitted" / learner / intake.KEPT).rglob("*")
        if path.is_file()
    }


def place(learner, name=f"{LESSON.slug}.ipynb", lesson=LESSON):
    return f"{learner}/{lesson.folder}/{name}"


def zipped(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def handed_out(tmp_path, files, as_zip):
    if as_zip:
        path = tmp_path / "submissions.zip"
        path.write_bytes(zipped(files))
        return path
    for name, content in files.items():
        path = tmp_path / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "out"


LAYOUTS = {
    "Canvas": lambda file, data: {f"doejane_1234_5678_{file}": data},
    "Canvas, late and again": lambda file, data: {
        f"doejane_LATE_1234_5678_{file.replace('.', '-2.')}": data
    },
    "Moodle in folders": lambda file, data: {f"Jane Doe_99_assignsubmission_file_/{file}": data},
    "Moodle in folders, newer": lambda file, data: {
        f"Jane Doe_99_assignsubmission_file/{file}": data
    },
    "Moodle, flat": lambda file, data: {f"Jane Doe_99_assignsubmission_file_{file}": data},
}


@pytest.mark.parametrize("as_zip", [True, False], ids=["zip", "folder"])
@pytest.mark.parametrize("packed", [True, False], ids=["packed", "bare"])
@pytest.mark.parametrize("layout_name", LAYOUTS)
def test_layouts(tmp_path, layout_name, packed, as_zip):
    if packed:
        file, data = (
            f"{LESSON.folder}.zip",
            zipped(
                {
                    f"{LESSON.folder}/title_optimization.ipynb": notebook(),
                    f"{LESSON.folder}/notes.txt": b"hello",
                }
            ),
        )
    else:
        file, data = "title_optimization.ipynb", notebook()
    (received,) = intake.collect(
        handed_out(tmp_path, LAYOUTS[layout_name](file, data), as_zip), layout.lessons()
    )
    assert received.learner == ("doejane-1234" if "Canvas" in layout_name else "jane-doe")
    assert received.lesson == LESSON
    assert received.files["title_optimization.ipynb"] == notebook()
    assert received.files.get("notes.txt") == (b"hello" if packed else None)
    assert any("late" in sentence for sentence in received.said) == ("late" in layout_name)


PLATFORMS = {
    # platform: (path of what was handed in, learner, what it says of the time)
    "Blackboard": ("Task_jdoe_attempt_2025-11-03-10-22-33_{file}", "jdoe", "2025-11-03 10:22:33"),
    "Brightspace": (
        "12-34 - Jane Doe - Nov 3, 2025 1022 PM/{file}",
        "jane-doe-12",
        "2025-11-03 22:22:00",
    ),
    "Brightspace, flat": (
        "12-34 - Jane Doe - Nov 3, 2025 1022 PM - {file}",
        "jane-doe-12",
        "2025-11-03 22:22:00",
    ),
    "Sakai": ("Task/Doe, Jane(jdoe)/Submission attachment(s)/{file}", "jdoe", None),
    "Teams": ("Submitted files/Jane Doe/Task/Version 1/{file}", "jane-doe", None),
    "nbgrader": (
        "j.doe+05_title_optimization+2025-11-03 10:22:33 UTC+ab/{file}",
        "j.doe",
        "2025-11-03 10:22:33",
    ),
    "Google Classroom": ("Jane Doe - {file}", "jane-doe", None),
    "Canvas, a group": ("team7_4411_90001_{file}", "team7-4411", None),
    "Canvas, nothing left of the name": ("_4411_90001_{file}", "learner-4411", None),
    "Canvas, anonymous": ("anon_x7Kq2_90001_{file}", "anon-x7Kq2", None),
    "Canvas, anonymous and late": ("LATE_anon_x7Kq2_90001_{file}", "anon-x7Kq2", None),
    "Moodle, a group": (
        "Group A-Jane Doe_7_assignsubmission_file_/{file}",
        "group-a-jane-doe",
        None,
    ),
    "Moodle, anonymous": ("Participant_7_assignsubmission_file_/{file}", "participant-7", None),
    "Moodle, an underscore": ("Jane_X Doe_7_assignsubmission_file_/{file}", "jane-x-doe", None),
}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_platforms(tmp_path, platform):
    path, learner, when = PLATFORMS[platform]
    out = handed_out(tmp_path, {path.format(file="title_optimization.ipynb"): notebook()}, True)
    (row,) = taken_in(tmp_path, out)
    assert (row.learner, row.lesson, row.state) == (learner, LESSON.folder, "laid out")
    assert row.whole
    found = laid_out(tmp_path)
    assert found.pop(place(learner)) == notebook()
    assert found == ({place(learner, "timestamp.txt"): f"{when} UTC".encode()} if when else {})
    assert Collected(tmp_path).is_late(learner, LESSON.folder) == ("late" in platform)


def test_an_instructors_own_pattern(tmp_path):
    out = handed_out(tmp_path, {"hw5--Ann.Poe--title_optimization.ipynb": notebook()}, True)
    (tmp_path / "before").mkdir()
    (row,) = taken_in(tmp_path / "before", out)
    assert (row.learner, row.whole) == ("?", False)
    assert "hw5--Ann.Poe--title_optimization.ipynb" in row.said[0]
    pattern = layouts.own_pattern(r"hw\d--(?P<student_id>[\w.]+)--(?P<file_id>.*)")
    (row,) = taken_in(tmp_path, out, pattern=pattern)
    assert row.whole
    assert place("Ann.Poe") in laid_out(tmp_path)
    for wrong, said in (("(", "cannot be read"), (r"hw\d", "student_id")):
        with pytest.raises(ValueError, match=said):
            layouts.own_pattern(wrong)


def test_blackboards_users_may_have_underscores():
    heads = ["My_Task_jane_doe", "My_Task_john_doe", "My_Task_x"]
    assert list(layouts.blackboard_ids(heads).values()) == ["jane_doe", "john_doe", "x"]
    assert list(layouts.blackboard_ids(["My_Task_jdoe"]).values()) == ["jdoe"]


def test_the_time_zone_of_the_platform(tmp_path):
    path = PLATFORMS["Blackboard"][0].format(file="title_optimization.ipynb")
    zone = datetime.timezone(datetime.timedelta(hours=2))
    taken_in(tmp_path, handed_out(tmp_path, {path: notebook()}, True), zone=zone)
    assert laid_out(tmp_path)[place("jdoe", "timestamp.txt")] == b"2025-11-03 08:22:33 UTC"


def canvas(**files):
    """{user 4411's uploads in order: name with ~ for a dot, content}"""
    return {
        f"roejohn_4411_{90000 + number}_{name.replace('~', '.')}": data
        for number, (name, data) in enumerate(files.items())
    }


OWN = "title_optimization.ipynb"
COUNTS = {
    # what lies in one hand-in, in the order of upload; the one whose mark is "right" must count
    "a copy of JupyterLab's": {"title_optimization-Copy1.ipynb": "old", OWN: "right"},
    "a copy that was uploaded later": {OWN: "right", "title_optimization-Copy1.ipynb": "old"},
    "a browser's second download": {"title_optimization (1).ipynb": "old", OWN: "right"},
    "a final one": {OWN: "right", "title_optimization_final.ipynb": "old"},
    "Canvas's second try": {OWN: "old", "title_optimization-1.ipynb": "right"},
    "Canvas's tenth try": {
        "title_optimization-9.ipynb": "old",
        "title_optimization-10.ipynb": "right",
    },
    "a renamed one alone": {"final final (2).ipynb": "right"},
    "saved as a text": {"title_optimization.ipynb.txt": "right"},
    "saved as JSON": {"title_optimization.json": "right"},
    "saved without an ending": {"title_optimization": "right"},
    "a capital letter": {"Title_Optimization.IPYNB": "right"},
    "a trailing dot": {"title_optimization.ipynb.": "right"},
    "a year and a student's number": {"title_optimization-2025-s1234567.ipynb": "right"},
    "with a text beside it": {OWN: "right", "title_optimization.ipynb.txt": "old"},
}


@pytest.mark.parametrize("case", COUNTS)
def test_the_right_notebook_counts(tmp_path, case):
    files = canvas(
        **{name.replace(".", "~"): notebook(mark=mark) for name, mark in COUNTS[case].items()}
    )
    (row,) = taken_in(tmp_path, handed_out(tmp_path, files, True))
    assert row.whole, row.said
    assert laid_out(tmp_path)[place("roejohn-4411")] == notebook(mark="right")
    others = [mark for mark in COUNTS[case].values() if mark != "right"]
    beside = kept(tmp_path, "roejohn-4411").values()
    assert all(notebook(mark=mark) in beside for mark in others)


ZIPPED = {
    # what lies in the zip of one hand-in: names, and what the other files must be called
    "as it is": ({OWN: "right", "prices.csv": ""}, ["prices.csv"]),
    "a folder": (
        {f"{LESSON.folder}/{OWN}": "right", f"{LESSON.folder}/prices.csv": ""},
        ["prices.csv"],
    ),
    "a folder in a folder": (
        {f"work/{LESSON.folder}/{OWN}": "right", f"work/{LESSON.folder}/prices.csv": ""},
        ["prices.csv"],
    ),
    "a folder of data": ({OWN: "right", "data/prices.csv": ""}, ["data/prices.csv"]),
    "macOS": (
        {
            f"x/{OWN}": "right",
            f"__MACOSX/x/._{OWN}": "fork",
            "x/prices.csv": "",
            "x/.DS_Store": "fork",
        },
        ["prices.csv"],
    ),
    "Windows": ({f"x\\{OWN}": "right", "x\\data\\prices.csv": ""}, ["data/prices.csv"]),
    "a checkpoint": (
        {f".ipynb_checkpoints/{LESSON.slug}-checkpoint.ipynb": "old", OWN: "right"},
        [],
    ),
    "only a checkpoint": ({f".ipynb_checkpoints/{LESSON.slug}-checkpoint.ipynb": "right"}, []),
    "an older copy in a folder": (
        {f"a_backup/{OWN}": "old", f"{LESSON.folder}/{OWN}": "right"},
        [],
    ),
    "years in names": (
        {OWN: "right", "sales-2023.csv": "", "sales-2024.csv": ""},
        ["sales-2023.csv", "sales-2024.csv"],
    ),
    "a colon in a name": ({OWN: "right", "notes 10:30.txt": ""}, ["notes 10:30.txt"]),
    "accents": ({OWN: "right", "Größe é 王.csv": ""}, ["Größe é 王.csv"]),
    "two cases": ({OWN: "right", "Data.csv": "", "data.csv": ""}, ["Data.csv", "data.csv"]),
    "an empty file": ({OWN: "right", "empty.txt": ""}, ["empty.txt"]),
}


@pytest.mark.parametrize("nested", [False, True], ids=["zip", "zip in a zip"])
@pytest.mark.parametrize("case", ZIPPED)
def test_zips_of_learners(tmp_path, case, nested):
    files, names = ZIPPED[case]
    packed = zipped(
        {
            name: notebook(mark=mark) if mark in ("right", "old") else mark + name
            for name, mark in files.items()
        }
    )
    packed = zipped({"homework/inner.ZIP": packed}) if nested else packed
    (row,) = taken_in(tmp_path, handed_out(tmp_path, {"roejohn_4411_9_mine.zip": packed}, True))
    assert row.whole, row.said
    found = laid_out(tmp_path)
    assert found.pop(place("roejohn-4411")) == notebook(mark="right")
    assert sorted(found) == sorted(place("roejohn-4411", name) for name in names)
    assert ("old" in files.values()) == (
        notebook(mark="old") in kept(tmp_path, "roejohn-4411").values()
    ) or "checkpoint" in case


def test_names_in_old_code_pages(tmp_path):
    class Old(zipfile.ZipInfo):
        """A name as bytes, without the mark for UTF-8."""

        raw = b""

        def _encodeFilenameFlags(self):
            return self.raw, self.flag_bits & ~0x800

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(OWN, notebook())
        for raw in ("Größe.csv".encode(), "Größe.txt".encode("cp437"), b"\x81\xff.dat"):
            entry = Old("x" * len(raw))
            entry.raw = raw
            archive.writestr(entry, raw)
    (row,) = taken_in(tmp_path, handed_out(tmp_path, {"a_1_2_x.zip": made.getvalue()}, True))
    assert row.whole, row.said
    names = {path.rpartition("/")[2]: data for path, data in laid_out(tmp_path).items()}
    assert names["Größe.csv"] == "Größe.csv".encode()
    assert names["Größe.txt"] == "Größe.txt".encode("cp437")
    assert b"\x81\xff.dat" in names.values()


def test_file_names_that_are_no_text(tmp_path):
    """A folder on Linux may hold names that are not UTF-8."""
    folder = tmp_path / "out" / "Jane Doe_7_assignsubmission_file_"
    folder.mkdir(parents=True)
    (folder / OWN).write_bytes(notebook())
    with open(os.path.join(os.fsencode(folder), b"caf\xe9.csv"), "wb") as file:
        file.write(b"x")
    (row,) = taken_in(tmp_path, tmp_path / "out")
    assert row.whole
    assert os.fsdecode(b"caf\xe9.csv") in {path.rpartition("/")[2] for path in laid_out(tmp_path)}


REFUSED = {
    # what was handed in: a word of the reason
    "essay.pdf": (b"%PDF-1.7", "a PDF"),
    "title_optimization.html": (b"<!DOCTYPE html><p>my work</p>", "a web page"),
    "title.7z": (b"7z\xbc\xaf\x27\x1c\0\0", "7z archive"),
    "title.rar": (b"Rar!\x1a\x07\0", "RAR archive"),
    "title.tar.gz": (b"\x1f\x8b\x08", "gzip"),
    "my link.txt": (b"https://drive.example.org/file", "a link"),
    "link.url": (b"[InternetShortcut]\r\nURL=https://x.example.org", "a link"),
    "notes.docx": (b"PK\x03\x04\x14", "Office"),
    "nothing.txt": (b"", "an empty file"),
    "photo.png": (b"\x89PNG\r\n", "a picture"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_notebook_is_named_and_not_lost(tmp_path, name):
    data, word = REFUSED[name]
    out = handed_out(tmp_path, {f"doejane_1_2_{name}": data, f"poeann_2_3_{OWN}": notebook()}, True)
    ann, jane = sorted(taken_in(tmp_path, out), key=lambda row: row.learner != "poeann-2")
    assert ann.whole
    assert (jane.learner, jane.state, jane.whole) == ("doejane-1", "refused", False)
    assert f"'{name}'" in " ".join(jane.said)
    assert word in " ".join(jane.said)
    # all others handed in this lesson: it is named again whenever it is graded
    assert laid_out(tmp_path)[place("doejane-1", name)] == data


NO_BOOK = {
    "an empty file": (b"", "an empty file"),
    "an LFS pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "git lfs pull"),
    "a web page": (b"<html>Sign in</html>", "a web page"),
    "a PDF": (b"%PDF-1.4", "a PDF"),
    "half a file": (notebook()[:4000], "cut off"),
    "blanks": (b"\0" * 100, "blanks"),
}


@pytest.mark.parametrize("case", NO_BOOK)
def test_a_notebook_that_is_none(tmp_path, case):
    data, word = NO_BOOK[case]
    (row,) = taken_in(tmp_path, handed_out(tmp_path, {f"a_1_2_{OWN}": data}, True))
    assert (row.state, row.whole) == ("refused", False)
    assert word in " ".join(row.said)
    assert laid_out(tmp_path)[place("a-1")] == data


def test_texts_links_and_empty_folders_are_named(tmp_path):
    files = {
        "roejohn_4411_90001_title_optimization.ipynb": notebook(),
        "poeann_4412_link.html": b"<a href='x'>",
        "moejim_LATE_4413_text.html": b"<p>",
    }
    rows = {row.learner: row for row in taken_in(tmp_path, handed_out(tmp_path, files, True))}
    assert rows.keys() == {"roejohn-4411", "poeann-4412", "moejim-4413"}
    assert "A link was handed in" in rows["poeann-4412"].said[0]
    assert not rows["moejim-4413"].whole
    moodle = tmp_path / "moodle"
    (moodle / "Eve Poe_1_assignsubmission_file_").mkdir(parents=True)
    (moodle / "Ann Poe_2_assignsubmission_onlinetext").mkdir()
    (moodle / "Ann Poe_2_assignsubmission_onlinetext" / "onlinetext.html").write_text("<p>")
    (moodle / "nobody").mkdir()
    rows = {row.learner: row for row in taken_in(tmp_path, moodle)}
    assert rows.keys() == {"eve-poe", "ann-poe", "?"}
    assert "Nothing was handed in." in rows["eve-poe"].said
    assert "'nobody/'" in rows["?"].said[0]
    assert not any(row.whole for row in rows.values())


def test_a_notebook_under_a_platforms_own_name_is_named(tmp_path):
    files = {"timestamp.txt": notebook(), "grades.csv": b"Name,Grade"}
    (row,) = taken_in(tmp_path, handed_out(tmp_path, files, True))
    assert not row.whole
    assert any("'timestamp.txt' was left out" in sentence for sentence in row.said)
    assert "'grades.csv' is the LMS's own list." in row.said


def test_links_locked_files_and_damage_are_named_and_the_rest_goes_on(tmp_path):
    locked = bytearray(zipped({OWN: notebook()}))
    locked[6] |= 1  # the mark of a password, in both places
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    damaged = bytearray(zipped({OWN: notebook(), "x.csv": b"MARK" * 10}))
    damaged[damaged.index(b"MARK")] ^= 1
    link = zipfile.ZipInfo("passwd")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    files = {
        f"a_1_1_{OWN}": notebook(),
        "b_2_1_x.zip": bytes(locked),
        "c_3_1_x.zip": bytes(damaged),
        "d_4_1_x.zip": zipped({OWN: notebook(), link: "/etc/passwd"}),
        f"z_9_1_{OWN}": notebook(),
    }
    rows = {row.learner: row for row in taken_in(tmp_path, handed_out(tmp_path, files, True))}
    assert "password" in " ".join(rows["b-2"].said)
    assert "'x.csv' was left out: it is damaged." in rows["c-3"].said
    assert "link to another file" in " ".join(rows["d-4"].said)
    assert {learner for learner, row in rows.items() if row.whole} == {"a-1", "z-9"}
    assert {path.split("/")[0] for path in laid_out(tmp_path) if path.endswith(OWN)} == {
        "a-1",
        "c-3",
        "d-4",
        "z-9",
    }
    out = tmp_path / "folder"
    out.mkdir()
    (out / f"e_1_1_{OWN}").symlink_to("/etc/passwd")
    os.mkfifo(out / "f_2_1_pipe")
    rows = {row.learner: row for row in taken_in(tmp_path, out)}
    assert "link to another file" in " ".join(rows["e-1"].said)
    assert "no plain file" in " ".join(rows["f-2"].said)


def test_a_whole_download_in_other_zips_and_folders(tmp_path):
    inner = {
        f"Jane Doe_7_assignsubmission_file_/{OWN}": notebook(),
        f"Ann Poe_8_assignsubmission_file_/{OWN}": notebook(),
    }
    wraps = {
        "a folder": {f"SHOP101-Lesson 5-2291/{name}": data for name, data in inner.items()},
        "a zip": {"moodle.zip": zipped(inner)},
        "a zip in a folder in a zip": {
            "OneDrive/again.zip": zipped({"x/moodle.zip": zipped(inner)})
        },
        "with a Mac's": {**inner, "__MACOSX/._x": b"", ".DS_Store": b""},
    }
    for number, files in enumerate(wraps.values()):
        root = tmp_path / str(number)
        root.mkdir()
        rows = taken_in(root, handed_out(root, files, True))
        assert all(row.whole for row in rows), rows
        assert {place("jane-doe"), place("ann-poe")} == laid_out(root).keys()
    one = tmp_path / "roejohn_4411_90001_mine.zip"
    one.write_bytes(zipped({OWN: notebook()}))
    (row,) = taken_in(tmp_path, one)
    assert (row.learner, row.whole) == ("roejohn-4411", True)


def test_nobody_hands_in_for_somebody_else(tmp_path):
    """A learner names files inside the hand-in; who it is stands outside of it."""
    victims = "victim_1234_5678_title_optimization.ipynb"
    tries = [
        {f"Eve_X_98_assignsubmission_file_/{victims}": notebook()},
        {f"Course-Task/Eve_98_assignsubmission_file_/{victims}": notebook()},
        {f"Eve_98_assignsubmission_file_/deep/{victims}": notebook()},
        {f"Eve_98_assignsubmission_file_{victims}": notebook()},
        {"Eve_98_assignsubmission_file_/all.zip": zipped({victims: notebook()})},
        {f"eve_98_1_{victims}": notebook()},
        {"eve_98_1_all.zip": zipped({victims: notebook(), f"b_1_2_{OWN}": notebook()})},
        {f"12-34 - Eve - Nov 3, 2025 1022 PM/{victims}": notebook()},
        {
            f"T_eve_attempt_2025-11-03-10-22-33_T_victim_attempt_2020-01-01-10-22-33_{OWN}": notebook()
        },
        # a platform that is not known
        {f"Eve Doe (98)/{victims}": notebook(), "Bob Roe (99)/x.ipynb": notebook()},
        {f"Eve Doe (98)/{victims}": notebook(), f"Bob Roe (99)/bob_2_3_{OWN}": notebook()},
        {
            f"Eve Doe (98)/{victims}": notebook(),
            f"Eve Doe (98)/b_2_3_{OWN}": notebook(),
            "Bob/x.csv": b"",
        },
        {"eve/all.zip": zipped({victims: notebook()}), "bob/x.csv": b""},
    ]
    for number, files in enumerate(tries):
        root = tmp_path / str(number)
        root.mkdir()
        rows = taken_in(root, handed_out(root, files, True))
        assert not [row.learner for row in rows if "victim" in row.learner], files.keys()
        assert not [path for path in laid_out(root) if path.startswith("victim")], files.keys()
        assert (
            "victim"
            in str(
                [row.said for row in rows]
                + list(laid_out(root))
                + list(kept(root, rows[0].learner))
            )
            or "eve" in str(rows).lower()
        )


def moodle(number, mark, name="Ana Silva", lesson=LESSON):
    return {f"{name}_{number}_assignsubmission_file_/{lesson.slug}.ipynb": notebook(lesson, mark)}


def test_two_people_of_one_name_over_several_downloads(tmp_path):
    def download(files):
        return {
            row.learner: row.state for row in taken_in(tmp_path, handed_out(tmp_path, files, True))
        }

    assert download(moodle(101, "one")) == {"ana-silva": "laid out"}
    assert download(moodle(202, "two")) == {"ana-silva-202": "laid out"}
    assert download(moodle(101, "one")) == {"ana-silva": "laid out"}  # the same again
    assert download(moodle(101, "one") | moodle(202, "three")) == {
        "ana-silva": "laid out",
        "ana-silva-202": "replaced",
    }
    # another lesson has other numbers: from now on the name alone is nobody's
    assert download(moodle(303, "x", lesson=OTHER)) == {"ana-silva-303": "laid out"}
    found = laid_out(tmp_path)
    assert found[place("ana-silva")] == notebook(mark="one")
    assert found[place("ana-silva-202")] == notebook(mark="three")
    assert notebook(mark="two") in kept(tmp_path, "ana-silva-202").values()


def test_names_that_one_folder_could_not_tell_apart(tmp_path):
    files = {
        f"anon_x7Kq2_1_{OWN}": notebook(mark="one"),
        f"anon_x7kQ2_2_{OWN}": notebook(mark="two"),
        f"O'Neil Bo_1_assignsubmission_file_/{OWN}": notebook(mark="three"),
        f"O Neil Bo_2_assignsubmission_file_/{OWN}": notebook(mark="four"),
        f"{'long ' * 40}a_3_assignsubmission_file_/{OWN}": notebook(mark="five"),
        f"{'long ' * 40}b_4_assignsubmission_file_/{OWN}": notebook(mark="six"),
    }
    taken_in(tmp_path, handed_out(tmp_path, files, True))
    found = laid_out(tmp_path)
    assert len({path.split("/")[0].casefold() for path in found}) == len(found) == len(files)


def test_one_learner_with_two_accounts_stays_two(tmp_path):
    files = {f"doejane_1_5_{OWN}": notebook(mark="one"), f"doejane_2_6_{OWN}": notebook(mark="two")}
    taken_in(tmp_path, handed_out(tmp_path, files, True))
    assert laid_out(tmp_path).keys() == {place("doejane-1"), place("doejane-2")}


def test_what_is_replaced_is_kept_and_an_older_try_never_replaces(tmp_path):
    def download(number, mark, **more):
        files = {f"doejane_1_{number}_{OWN}": notebook(mark=mark), **more}
        (row,) = taken_in(tmp_path, handed_out(tmp_path, files, True))
        return row.state

    assert download(10, "first") == "laid out"
    assert download(20, "second") == "replaced"
    assert download(10, "first") == "older"
    assert download(20, "second") == "laid out"
    assert laid_out(tmp_path) == {place("doejane-1"): notebook(mark="second")}
    assert kept(tmp_path, "doejane-1")[OWN] == notebook(mark="first")
    out = handed_out(tmp_path, {"doejane_1_30_sorry.txt": b"see my other mail"}, True)
    (row,) = taken_in(tmp_path, out, only=LESSON)
    assert (row.state, row.whole) == ("refused", False)
    assert laid_out(tmp_path) == {place("doejane-1"): notebook(mark="second")}
    assert kept(tmp_path, "doejane-1")["sorry.txt"] == b"see my other mail"
    assert [learner for learner, _, _ in Collected(tmp_path).refused()] == ["doejane-1"]
    assert download(40, "third") == "replaced"
    assert Collected(tmp_path).refused() == []


@pytest.mark.parametrize("platform", ["Blackboard", "Brightspace", "Teams"])
def test_the_newest_try_by_the_platforms_marks(tmp_path, platform):
    path = PLATFORMS[platform][0]
    late = (
        path.replace("11-03-10", "11-04-09")
        .replace("Nov 3", "Nov 4")
        .replace("Version 1", "Version 10")
    )
    files = {
        late.format(file=OWN): notebook(mark="new"),
        path.format(file=OWN): notebook(mark="old"),
        path.format(file="x.csv"): b"old",
    }
    (row,) = taken_in(tmp_path, handed_out(tmp_path, files, True))
    found = laid_out(tmp_path)
    assert found[place(row.learner)] == notebook(mark="new")
    assert place(row.learner, "x.csv") not in found
    assert kept(tmp_path, row.learner) == {OWN: notebook(mark="old"), "x.csv": b"old"}


WORKSHEET = """\ufeffIdentifier,"Full name",Status,Grade,"Last modified (submission)"
"Participant 99","Doe, Jane","Submitted for grading",,"Friday, 7 November 2025, 9:05 PM"
"Participant 7","Poe, Ann","No submission",,-
"Participant 8","Roe, Jim","Submitted for grading",,"vendredi, sept novembre"
"""


def test_moodles_worksheet_says_when_a_hand_in_came(tmp_path):
    times, said = worksheet.times(WORKSHEET.encode())
    assert times == {"99": datetime.datetime(2025, 11, 7, 21, 5)}
    assert len(said) == 1
    assert "Participant 8" in said[0]
    files = {
        f"{who}_assignsubmission_file_/{OWN}": notebook()
        for who in ("Jane Doe_99", "Jim Roe_8", "Eve Moe_70")
    }
    zone = datetime.timezone(datetime.timedelta(hours=8))
    rows = taken_in(tmp_path, handed_out(tmp_path, files, True), times=times, zone=zone)
    assert all(row.whole for row in rows)
    found = {path: text for path, text in laid_out(tmp_path).items() if "timestamp" in path}
    assert found == {place("jane-doe", "timestamp.txt"): b"2025-11-07 13:05:00 UTC"}


def test_a_table_that_is_no_worksheet_is_refused_by_name(tmp_path):
    with pytest.raises(ValueError, match="Last modified"):
        worksheet.times(b"Name,Grade\nAnn,3\n")
    (tmp_path / "grades.csv").write_bytes(b"Name,Grade\nAnn,3\n")
    (tmp_path / "moodle").mkdir()
    options = ["collect", str(tmp_path / "moodle"), "--worksheet", str(tmp_path / "grades.csv")]
    done = CliRunner().invoke(cli.verbs, options)
    assert done.exit_code == 1
    assert "Download grading worksheet" in done.output


def test_a_learners_own_timestamp_tells_no_time(tmp_path):
    for number, name in enumerate(["timestamp.txt", "Timestamp.TXT"]):
        packed = zipped(
            {
                f"{LESSON.folder}/{OWN}": notebook(),
                f"{LESSON.folder}/{name}": b"2001-01-01 00:00:00 UTC",
            }
        )
        root = tmp_path / str(number)
        root.mkdir()
        (row,) = taken_in(root, handed_out(root, {"rt_LATE_77_1_t.zip": packed}, True))
        assert laid_out(root).keys() == {place("rt-77")}
        assert kept(root, "rt-77")[name].startswith(b"2001")
        assert Collected(root).is_late("rt-77", LESSON.folder)
        assert "The LMS says that it came late." in row.said


def test_the_lesson_is_told_by_metadata_name_folder_or_cells(tmp_path):
    bare = json.loads(notebook())
    bare["metadata"].pop("course")
    cleaned = json.loads(notebook())
    cleaned["metadata"] = {}
    for cell in cleaned["cells"]:
        cell["metadata"] = {}
    bare, cleaned = json.dumps(bare).encode(), json.dumps(cleaned).encode()
    files = {
        "a_1_1_final.ipynb": notebook(),
        f"b_2_1_{OWN}": bare,
        "c_3_1_x.zip": zipped({f"{LESSON.folder}/homework.ipynb": bare}),
        "d_4_1_homework.ipynb": bare,
        "e_5_1_homework.ipynb": cleaned,
    }
    rows = taken_in(tmp_path, handed_out(tmp_path, files, True))
    assert {row.lesson for row in rows} == {LESSON.folder}
    assert all(row.whole for row in rows), rows


def test_another_lesson_than_the_others_is_pointed_out(tmp_path):
    files = {f"a_{number}_1_{OWN}": notebook() for number in range(3)}
    files |= {"b_9_1_conversion_rate.ipynb": notebook(OTHER)}
    rows = taken_in(tmp_path, handed_out(tmp_path, files, True))
    assert any(f"1 of {OTHER.folder}" in sentence for row in rows for sentence in row.said)
    root = tmp_path / "again"
    root.mkdir()
    (row,) = [
        row
        for row in taken_in(root, tmp_path / "submissions.zip", only=LESSON)
        if row.learner == "b-9"
    ]
    assert not row.whole
    assert "This is the lesson 'conversion_rate'" in " ".join(row.said)


def test_a_learner_who_packs_the_whole_work_folder(tmp_path):
    everything = zipped(
        {
            f"work/{LESSON.folder}/{OWN}": notebook(),
            f"work/{OTHER.folder}/conversion_rate.ipynb": notebook(OTHER),
        }
    )
    files = {"a_1_1_work.zip": everything, f"b_2_1_{OWN}": notebook(), f"c_3_1_{OWN}": notebook()}
    rows = {row.learner: row for row in taken_in(tmp_path, handed_out(tmp_path, files, True))}
    assert rows["a-1"].lesson == LESSON.folder
    assert laid_out(tmp_path)[place("a-1")] == notebook()
    assert "conversion_rate.ipynb" in " ".join(rows["a-1"].said)


def test_a_name_that_no_system_can_have(tmp_path):
    packed = zipped(
        {OWN: notebook(), f"{'x' * 300}.csv": b"long", f"{OWN}/data.csv": b"below a file"}
    )
    (row,) = taken_in(tmp_path, handed_out(tmp_path, {"a_1_1_x.zip": packed}, True))
    assert (row.state, row.whole) == ("laid out", False)
    assert "x" * 300 in " ".join(row.said)
    assert {b"long", b"below a file"} <= set(kept(tmp_path, "a-1").values())


def test_too_much_is_bounded_for_a_learner_not_for_a_zip(tmp_path):
    bomb = {
        f"many_9_1_{number}.zip": zipped({f"zeros{number}": bytes(30_000_000)})
        for number in range(5)
    }
    files = bomb | {"many_9_1_nb.zip": zipped({OWN: notebook()})}
    (row,) = taken_in(tmp_path, handed_out(tmp_path, files, True))
    assert sum(map(len, laid_out(tmp_path).values())) <= intake.MAX_BYTES
    assert not row.whole
    assert "more than 100 files or 64 MB" in " ".join(row.said)
    venv = {f".venv/lib/{number}.py": b"" for number in range(300)}
    root = tmp_path / "venv"
    root.mkdir()
    (row,) = taken_in(
        root, handed_out(root, {"a_1_1_x.zip": zipped(venv | {OWN: notebook()})}, True)
    )
    assert laid_out(root).keys() == {place("a-1")}
    assert row.whole


def test_namesakes_other_scripts_and_a_renamed_notebook(tmp_path):
    files = {
        "Jane Doe_1_assignsubmission_file_/title_optimization.ipynb": notebook(),
        "Jane Doe_2_assignsubmission_file_/title_optimization.ipynb": notebook(),
        "王 伟_3_assignsubmission_file_/my homework (final).ipynb": notebook(OTHER),
    }
    found = list(intake.collect(handed_out(tmp_path, files, True), layout.lessons()))[:3]
    assert [received.learner for received in found] == ["jane-doe-1", "jane-doe-2", "王-伟"]
    assert [received.lesson for received in found] == [LESSON, LESSON, OTHER]
    assert "Somebody else" in found[0].said[0]
    assert list(found[2].files) == ["conversion_rate.ipynb"]


def test_no_name_leads_out_of_the_folder(tmp_path):
    evil = zipped(
        {
            "../../../evil.txt": b"x",
            "/etc/evil": b"x",
            "C:\\evil": b"x",
            "a/title_optimization.ipynb": notebook(),
        }
    )
    taken_in(tmp_path, handed_out(tmp_path, {"../doejane_1_2_all.zip": evil}, True))
    home = tmp_path / "submitted" / "doejane-1"
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    written = [path for path in written if path.name not in ("submissions.zip", ".collected.json")]
    assert len(written) == 4
    assert all(home in path.parents for path in written)


def test_what_cannot_be_read_is_said(tmp_path):
    bomb = zipped({f"{number}.txt": b"" for number in range(500)})
    files = {
        "a_1_2_x.zip": b"PK cut off",
        "b_1_2_x.zip": bomb,
        "c_1_2_essay.pdf": b"%PDF",
        "d_1_2_x.ipynb": b"{",
    }
    files = {
        f"{name[0]}_{number}{name[3:]}": data for number, (name, data) in enumerate(files.items())
    }
    found = {
        received.learner[0]: received
        for received in intake.collect(handed_out(tmp_path, files, False), layout.lessons())
    }
    assert all(received.lesson is None for received in found.values())
    assert "cannot be read" in found["a"].said[0]
    assert "more than 100 files" in found["b"].said[0]
    assert "essay.pdf" in found["c"].said[0]
    (said,) = [
        received
        for received in intake.collect(tmp_path / "out", layout.lessons(), only=LESSON)
        if received.learner == "d-3"
    ]
    assert said.lesson == LESSON  # the doctor says the rest
    (tmp_path / "broken.zip").write_bytes(b"PK")
    (tmp_path / "class.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    (tmp_path / "none").mkdir()
    for name, reason in (
        ("broken.zip", "no zip"),
        ("class.7z", "7z"),
        ("none", "Canvas or Moodle"),
    ):
        with pytest.raises(intake.NotHandedOut, match=reason):
            list(intake.collect(tmp_path / name, layout.lessons()))


# What came in is laid out, kept or named: generated hand-outs --------------------------------

names = st.text(
    st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1, max_size=30
).filter(lambda name: name not in (".", ".."))
people = st.lists(
    st.one_of(
        names.filter(lambda name: name.strip(". ")),
        st.sampled_from(["Ana Silva", "Ana  silva", "A_B", "Jürgen", "王 伟"]),
    ),
    min_size=1,
    max_size=4,
)
VICTIM = "victim_12_34_"  # what Canvas puts before a file of one learner
FILE_NAMES = [
    OWN,
    "title_optimization-Copy1.ipynb",
    "title_optimization (1).ipynb",
    "title_optimization-1.ipynb",
    "final.ipynb",
    "title_optimization.ipynb.txt",
    "notebook.json",
    "conversion_rate.ipynb",
    "data-2024.csv",
    "Data-2024.csv",
    "timestamp.txt",
    f"{VICTIM}title_optimization.ipynb",
    "essay.pdf",
    "class.7z",
    "a.ipynb",
    "mine.zip",
]


@st.composite
def contents(draw, held, count, depth=2):
    """(file name, bytes) of one file, or of a zip of such files. `held` gets [mark, (names), junk,
    damaged] of every plain one; `count` counts all marks of a download.
    """
    name = draw(st.one_of(st.sampled_from(FILE_NAMES), names))
    kind = draw(
        st.sampled_from(
            ["book", "book", "other book", "", "zip", "%PDF", "version https://git-lfs"]
        )
    )
    if kind == "zip" and depth:
        name = name if name.lower().endswith(".zip") else f"{name}.zip"
        folder = draw(st.sampled_from(["", "x/", f"{LESSON.folder}/", "x\\", "__MACOSX/"]))
        made, inside = io.BytesIO(), []
        with zipfile.ZipFile(made, "w") as archive:
            for _ in range(draw(st.integers(0, 3))):
                inner, data = draw(contents(inside, count, depth - 1))
                archive.writestr(zipfile.ZipInfo(folder + inner), data)
        data = bytearray(made.getvalue())
        damage = draw(st.sampled_from(["", "", "cut", "flip"]))
        if damage == "cut":
            data = data[: len(data) // 2]
        elif damage == "flip" and inside and (place := data.find(inside[0][0])) >= 0:
            data[place] ^= 1
        junk = folder == "__MACOSX/" or arrivals.is_junk(name)
        held += [
            (mark, (*told, name), is_junk or junk, damaged or bool(damage))
            for mark, told, is_junk, damaged in inside
        ]
        return name, bytes(data)
    count.append(0)
    mark = b"TOKEN%04dEND" % len(count)
    held.append((mark, (name,), arrivals.is_junk(name), False))
    if "book" in kind:
        return name, small(LESSON if kind == "book" else OTHER, mark.decode())
    return name, kind.encode() + mark


PATHS = [
    "{who}_{number}_assignsubmission_file_/{file}",
    "{who}_{number}_assignsubmission_file_{file}",
    "{plain}_{number}_9{number}_{file}",
    "{plain}_LATE_{number}_9{number}_{file}",
    "anon_x{number}_9{number}_{file}",
    "Task_{plain}{number}_attempt_2025-11-03-10-22-33_{file}",
    "{number}-5 - {plain} - Nov 3, 2025 1022 PM/{file}",
    "Submitted files/{plain}{number}/Task/Version 1/{file}",
    "{who}{number}/{file}",
    "{file}",
]


@st.composite
def hand_outs(draw):
    """([(path, bytes)] of a download, [(learner's number, path, held)], how it is wrapped)."""
    path, count = draw(st.sampled_from(PATHS)), []
    entries, people_found = [], []
    for number, who in enumerate(draw(people), start=100):
        plain = "".join(each for each in who.lower() if each.isascii() and each.isalnum())
        for _ in range(draw(st.integers(0, 3))):
            held = []
            file, data = draw(contents(held, count))
            entry = path.format(who=who, plain=plain or "x", number=number, file=file)
            entries.append((entry, data))
            # Two bare files that Canvas named after one learner are one learner's.
            owner = VICTIM if path == "{file}" and file.startswith(VICTIM) else number
            people_found.append((owner, entry, held))
    return entries, people_found, draw(st.sampled_from(["", "", "download/", "zip"]))


TRIED = {"archives": 0, "files": 0, "lost": 0}


# Everybody's run tries others; CI always the same, so that it judges the change and not its luck.
@settings(
    max_examples=ARCHIVES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize="COURSE_CI" in os.environ,
)
@given(hand_out=hand_outs())
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_came_in_is_laid_out_kept_or_named(tmp_path_factory, hand_out):
    """In = laid out + kept + named, always; only a file of one's own lies in one's folder; and the
    rows say when somebody must look.
    """
    entries, came, wrap = hand_out
    root = tmp_path_factory.mktemp("archive")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(("" if wrap == "zip" else wrap) + name), data)
    packed = zipped({"class.zip": made.getvalue()}) if wrap == "zip" else made.getvalue()
    (root / "submissions.zip").write_bytes(packed)
    try:
        rows = taken_in(root, root / "submissions.zip")
    except intake.NotHandedOut:
        assert not entries
        return
    said = "\n".join(sentence for row in rows for sentence in row.said)
    found = defaultdict(bytes)
    for path in (root / "submitted").rglob("*"):
        if path.is_file():
            found[path.relative_to(root / "submitted").parts[0]] += path.read_bytes()
    owners = defaultdict(set)
    for number, entry, held in came:
        for mark, told, junk, damaged in held:
            TRIED["files"] += 1
            places = [learner for learner, content in found.items() if mark in content]
            for learner in places:
                owners[learner].add(number)
            called = {*told, entry} | {arrivals.inner(name) for name in (*told, entry)}
            called |= {name.removeprefix(VICTIM) for name in called}  # the row's learner says it
            named = any(f"{before}{name}'" in said for name in called for before in "'/")
            lost = (
                not places
                and not named
                and not ((junk or "__MACOSX" in entry) and "computer's own" in said)
            )
            TRIED["lost"] += lost
            assert not lost, f"{told} in {entry} is in no row: {rows}"
            if damaged and not places and not junk:
                assert not all(row.whole for row in rows), f"{told} in {entry}: {rows}"
            if not places and not junk and not damaged and "._" not in entry:
                assert not all(row.whole for row in rows), f"{told} in {entry}: {rows}"
    assert all(len(numbers) == 1 for numbers in owners.values()), f"{owners}: {rows}"
    TRIED["archives"] += 1


def test_the_property_saw_what_it_should():
    """Runs after the one before: as many archives as were asked for, and nothing lost."""
    if not TRIED["archives"]:
        pytest.skip("the property test did not run in this process")
    assert TRIED["archives"] >= ARCHIVES * 0.5  # many are empty: nobody handed in
    assert TRIED["files"] > TRIED["archives"]
    assert TRIED["lost"] == 0


def test_from_work_to_submitted_by_the_verbs(tmp_path, monkeypatch):
    work, packed = tmp_path / "work", tmp_path / "title.zip"
    (work / LESSON.folder).mkdir(parents=True)
    mine = json.loads(notebook())
    mine["cells"] = [cell for cell in mine["cells"] if cell["id"] != "bm25_test"]
    (work / LESSON.folder / "title_optimization.ipynb").write_text(json.dumps(mine))
    monkeypatch.setattr(cli, "WORK", work)
    done = CliRunner().invoke(cli.verbs, ["submit", "title_optimization", "--output", str(packed)])
    assert done.exit_code == 0, done.output
    assert "'bm25_test' was missing" in done.output
    assert re.search(r"Your written answer: \d+ words of at most 120\.", done.output)
    assert "Hand this in" in done.output
    for kind in ("source", "release"):
        (tmp_path / kind).symlink_to(layout.ROOT / kind)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    out = handed_out(tmp_path, {f"doejane_1_2_{LESSON.folder}.zip": packed.read_bytes()}, True)
    done = CliRunner().invoke(cli.verbs, ["collect", str(out)])
    assert done.exit_code == 0, done.output
    assert "doejane-1" in done.output
    assert (
        tmp_path / "submitted" / "doejane-1" / LESSON.folder / "title_optimization.ipynb"
    ).read_text() == json.dumps(mine)
    assert "replaced" not in CliRunner().invoke(cli.verbs, ["collect", str(out)]).output
    done = CliRunner().invoke(cli.verbs, ["submit", "conversion_rate"])
    assert done.exit_code == 1
    assert "course lab" in str(done.output)

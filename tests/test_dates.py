"""Due dates and extensions: read from one table, given to the grade book, shown to learners."""

import datetime
import zipfile
import zoneinfo

import pytest
from click.testing import CliRunner

from course import cli
from course.authoring import layout, release
from course.grading import deadlines
from course.practice import dates
from tests.conftest import empty_gradebook

TABLE = """
timezone = "Europe/Berlin"

[due]
title_optimization = 2026-03-02T23:59:00
05_conversion_rate = 2026-03-09

[extensions.jane-doe-1234]
title_optimization = 2026-03-05T12:00:00
"""
BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


def test_the_table_is_read(tmp_path):
    (tmp_path / dates.FILE).write_text(TABLE)
    found = dates.read(tmp_path)
    assert found.of("title_optimization") == datetime.datetime(2026, 3, 2, 23, 59, tzinfo=BERLIN)
    assert found.of("05_title_optimization") == found.of("title_optimization")
    # a date alone means until its end; a number before the name is nothing
    assert found.of("conversion_rate") == datetime.datetime(2026, 3, 9, 23, 59, 59, tzinfo=BERLIN)
    assert found.of("another") is None
    assert found.extension("jane-doe-1234", "title_optimization") == datetime.timedelta(
        days=2, hours=12, minutes=1
    )
    assert found.extension("john", "title_optimization") is None
    assert dates.read(tmp_path / "nowhere") == dates.Dates()


WRONG = {
    "[due": "cannot be read",
    "due = 5": "must be a table",
    "[dates]\nx = 2026-01-01": "`dates`",
    '[due]\nx = "2026-01-01"': "without quotes",
    'timezone = "Mars/Olympus"': "no time zone",
    "timezone = 5": "no time zone",
    "[extensions.ann]\nx = 2026-01-01": "no date in [due]",
    "[due]\nx = 2026-01-02\n[extensions.ann]\nx = 2026-01-01": "before it is due",
    "extensions = 5": "tables, one a learner",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_table_is_a_sentence(tmp_path, text):
    (tmp_path / dates.FILE).write_text(text)
    with pytest.raises(dates.DatesError) as problem:
        dates.read(tmp_path)
    assert WRONG[text] in str(problem.value)


def test_learners_get_the_dates_and_nobodys_extension(tmp_path):
    (tmp_path / dates.FILE).write_text(TABLE)
    found = dates.read(tmp_path)
    bundle = release.bundle(tmp_path / "b.zip", extra={dates.FILE: found.for_learners()})
    with zipfile.ZipFile(bundle) as archive:
        archive.extract(f"ecommerce-operations/{dates.FILE}", tmp_path)
        assert not any("submitted" in name for name in archive.namelist())
    theirs = dates.read(tmp_path / "ecommerce-operations")
    assert theirs.due == found.due
    assert theirs.extensions == {}
    assert "jane" not in (tmp_path / "ecommerce-operations" / dates.FILE).read_text()


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A course with one lesson and one submission in its grade book."""
    lesson = layout.lesson("title_optimization")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / lesson.folder).symlink_to(lesson.notebook("source").parent)
    gradebook = tmp_path / "gradebook.db"
    gradebook.write_bytes(empty_gradebook().read_bytes())
    with release.nbgrader_api(tmp_path).gradebook as book:
        book.add_assignment(lesson.folder)
        book.add_student("jane-doe-1234")
        book.add_student("john")
        for student in ("jane-doe-1234", "john"):
            book.add_submission(lesson.folder, student, timestamp="2026-03-03 12:00:00 UTC")
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    return tmp_path


def late(root):
    with release.nbgrader_api(root).gradebook as book:
        return {
            submission.student.id: submission.total_seconds_late
            for submission in book.assignment_submissions("05_title_optimization")
        }


def test_the_verb_shows_checks_and_enters_them(root):
    assert late(root) == {"jane-doe-1234": 0, "john": 0}
    (root / dates.FILE).write_text(TABLE.replace("05_conversion_rate", "nothing"))
    done = CliRunner().invoke(cli.verbs, ["dates"])
    assert done.exit_code == 1
    assert "no assignment 'nothing'" in done.output
    assert "2026-03-02 23:59 CET" in done.output
    assert "jane-doe-1234" in done.output
    # due at 22:59 UTC the day before, handed in at noon; Jane has an extension
    assert late(root) == {"jane-doe-1234": 0, "john": 13 * 3600 + 60}
    (root / dates.FILE).write_text(TABLE.split("05_conversion")[0])
    assert CliRunner().invoke(cli.verbs, ["dates"]).exit_code == 0
    assert late(root) == {"jane-doe-1234": 13 * 3600 + 60, "john": 13 * 3600 + 60}


def test_the_verb_makes_the_file_and_names_who_is_nobody(root):
    done = CliRunner().invoke(cli.verbs, ["dates"])
    assert done.exit_code == 0, done.output
    assert "title_optimization" in (root / dates.FILE).read_text()
    assert dates.read(root) == dates.Dates(zoneinfo.ZoneInfo("UTC"))
    (root / dates.FILE).write_text(
        "[due]\ntitle_optimization = 2026-01-01\n[extensions.nobody]\ntitle_optimization ="
        " 2026-01-02\n"
    )
    done = CliRunner().invoke(cli.verbs, ["dates"])
    assert done.exit_code == 1
    assert "Nobody called 'nobody'" in done.output
    (root / dates.FILE).write_text("[due")
    done = CliRunner().invoke(cli.verbs, ["dates"])
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)


def test_the_template_is_a_table_once_its_marks_are_off(root):
    text = deadlines.template(root).replace("# Due dates", "## Due dates")
    text = "\n".join(line.removeprefix("# ") for line in text.splitlines())
    (root / dates.FILE).write_text(text)
    found = dates.read(root)
    assert found.extension("jane-doe-1234", "title_optimization") == datetime.timedelta(0)

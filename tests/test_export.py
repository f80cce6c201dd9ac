"""Grade files against the formats that Canvas and Moodle document: who is who, maxima, and what an
LMS has already.
"""

import csv
import io

import pytest

from course import cli
from course.authoring.release import nbgrader_api
from course.grading import export
from tests import synthetic_class


@pytest.fixture(scope="session", autouse=True)
def grader_salt():
    """Nothing is graded here, so that no draws need to be computed."""


def lesson(points, maximum=20.0, title="05 Title optimization"):
    return export.Column(title, (title, title[3:]), maximum, points)


def grades(points, *more, people=()):
    learners = {who: ("", "", "", "") for who in points}
    return export.Grades(learners | dict(people), [lesson(points), *more])


def rows(made, delimiter=","):
    return list(csv.reader(io.StringIO(made.text), delimiter=delimiter))


# As gradebook_exporter.rb writes it, with SIS ids, a manual posting row and totals.
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Notes,Title optimization (9001),Other work (9002),Current Score,Final Score
,,,,,,Manual Posting,,,
    Points Possible,,,,,,20.0,10.0,(read only),(read only)
"García, José",4411,007,jgarcia,Section 1,x,,5.0,50,50
"O'Brien, Jr., Ann",4412,010,aobrien,"Section 1 and Section 2",,EX,,,
"Roe, John",4413,7,jroe,Section 1,,3.0,,,
"Student, Test",99,,abc123,Section 1,,,,,
"""


def test_canvas_keeps_its_rows_and_gets_only_our_columns():
    made = export.canvas(
        CANVAS.encode(), grades({"garcíajosé-4411": 18.25, "aobrien": 12.0, "stranger": 1.0})
    )
    assert rows(made) == [
        [*export.CANVAS_INFO[:1], "ID", "SIS User ID", "SIS Login ID", "Section",
         "Title optimization (9001)"],
        ["", "", "", "", "", "Manual Posting"],
        ["Student, Test", "99", "", "abc123", "Section 1", ""],
        ["    Points Possible", "", "", "", "", "20.0"],
        ["García, José", "4411", "007", "jgarcia", "Section 1", "18.25"],
        ["O'Brien, Jr., Ann", "4412", "010", "aobrien", "Section 1 and Section 2", "EX"],
        ["Roe, John", "4413", "7", "jroe", "Section 1", "3.0"],
    ]  # fmt: skip
    assert made.unmatched == {"stranger": "nobody in the template has this id or name"}
    said = " ".join(made.said)
    assert "left so: O'Brien, Jr., Ann (EX)" in said
    assert "Nothing was handed in here by Roe, John." in said


def test_leading_zeros_tell_people_apart():
    made = export.canvas(CANVAS.encode(), grades({"007": 1.0, "7": 2.0, "010": 3.0}))
    got = {row[2]: row[5] for row in rows(made)[4:]}
    assert (got["007"], got["7"], made.unmatched) == ("1", "2", {})
    lost = export.canvas(CANVAS.encode().replace(b"010", b"10"), grades({"010": 3.0}))
    assert "take the zeros" in lost.unmatched["010"]


def test_a_new_column_has_its_maximum_and_another_maximum_scales():
    hundred = CANVAS.replace("20.0,10.0", "100.0,10.0")
    made = export.canvas(
        hundred.encode(), grades({"4411": 18.0}, lesson({"4411": 7.0}, 9.0, "06 Detail page"))
    )
    head, *_, possible, garcia, _, _ = rows(made)
    assert head[-2:] == ["Title optimization (9001)", "06 Detail page"]
    assert possible[-2:] == ["100.0", "9"]
    assert garcia[-2:] == ["90", "7"]
    assert "'06 Detail page' is not in Canvas yet: importing makes it." in made.said
    assert "Canvas gives 100 points" in " ".join(made.said)


def test_what_canvas_has_and_we_have_not_stays():
    made = export.canvas(CANVAS.encode(), grades({"4411": 18.0}))
    assert rows(made)[-1][-1] == "3.0"


def test_a_byte_order_mark_semicolons_and_line_ends_stay():
    text = CANVAS.replace('"García, José"', "García José").replace('"Roe, John"', "Roe John")
    text = text.replace('"O\'Brien, Jr., Ann"', "Ann").replace('"Student, Test"', "Test Student")
    text = text.replace('"Section 1 and Section 2"', "S").replace(",", ";").replace("20.0", "20,0")
    made = export.canvas(text.replace("\n", "\r\n").encode("utf-8-sig"), grades({"4411": 18.5}))
    assert made.encoding == "utf-8-sig"
    assert made.text.startswith("Student;ID;SIS User ID")
    assert "\r\n" in made.text
    found = next(row for row in rows(made, ";") if row[1] == "4411")
    assert found[-1] == "18.5"  # Canvas reads both . and ,


def test_last_and_first_name_columns():
    text = (
        "LastName,FirstName,ID,SIS Login ID,Section\n    Points Possible,,,,\n"
        "García,José,1,jg,S\nDoe,Ann,2,ad,S\n"
    )
    made = export.canvas(text.encode(), grades({"jose-garcia": 5.0, "doeann": 6.0}))
    assert [row[-1] for row in rows(made)[-2:]] == ["5", "6"]
    assert made.unmatched == {}


@pytest.mark.parametrize("text", ["", "Name,Grade\nAnn,3\n", "Student,Section\n", "\0\n"])
def test_what_is_no_canvas_export_is_said(text):
    with pytest.raises(export.NoTemplate, match="Export Entire Gradebook"):
        export.canvas(text.encode(), grades({"a": 1.0}))


def test_two_people_of_one_name_are_named_and_not_guessed():
    text = (
        "Student,ID,SIS Login ID,Section\n    Points Possible,,,\n"
        '"Doe, Ann",1,ann1,S\n"Doe, Ann",2,ann2,S\n'
    )
    made = export.canvas(text.encode(), grades({"doeann": 5.0, "doeann-2": 6.0}))
    # The number settles one of them; for the other one row is left.
    assert [row[-1] for row in rows(made)[-2:]] == ["5", "6"]
    made = export.canvas(text.encode(), grades({"doeann": 5.0}))
    assert made.unmatched == {"doeann": "2 rows of the template fit"}
    assert "5" not in [row[-1] for row in rows(made)]
    made = export.canvas(
        text.encode(), grades({"ann1": 5.0, "x": 6.0}, people={"x": ("", "", "", "ann1")}.items())
    )
    assert set(made.unmatched) == {"ann1", "x"}


# As grade/export/txt writes it.
MOODLE = """\
"First name","Last name","ID number",Institution,Department,"Email address",\
"Assignment: Title optimization (Real)","Quiz: Other (Real)","Course total (Real)","Last downloaded from this course"
José,García,007,,,Jose@example.org,-,8.00,8.00,1790000000
Ann,"O'Brien, Jr.",010,,,ann@example.org,11.00,-,11.00,1790000000
John,Roe,011,,,john@example.org,-,-,-,1790000000
"""


def test_moodle_by_email_id_number_and_name():
    people = {"u1": ("", "", "jose@EXAMPLE.org", ""), "john-roe": ("", "", "", "")}
    made = export.moodle(
        MOODLE.encode(),
        grades({"u1": 18.0, "010": 12.5, "john-roe": 0.0, "x": 1.0}, people=people.items()),
    )
    assert rows(made) == [
        ["First name", "Last name", "ID number", "Institution", "Department", "Email address",
         "Assignment: Title optimization (Real)"],
        ["José", "García", "007", "", "", "Jose@example.org", "18"],
        ["Ann", "O'Brien, Jr.", "010", "", "", "ann@example.org", "12.5"],
        ["John", "Roe", "011", "", "", "john@example.org", "0"],
    ]  # fmt: skip
    assert set(made.unmatched) == {"x"}
    assert any("maximum must be 20" in sentence for sentence in made.said)


def test_moodle_keeps_what_it_has_and_a_new_item_has_no_grade_for_the_others():
    made = export.moodle(
        MOODLE.encode(), grades({"007": 18.0}, lesson({"007": 3.0}, 9.0, "06 Detail page"))
    )
    assert [row[-2:] for row in rows(made)[1:]] == [["18", "3"], ["11.00", "-"], ["-", "-"]]
    assert "'06 Detail page' is not in Moodle yet: map it to 'new grade item'." in made.said


WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,\
Last modified (submission),Last modified (grade),Feedback comments
Participant 31,Ann Doe,a1@example.org,Submitted for grading,,100.00,Yes,"Monday, 2 November 2026",-,
Participant 32,Ann Doe,a2@example.org,Submitted for grading,,100.00,Yes,-,-,
Participant 33,José García,j@example.org,Submitted for grading,,100.00,No,-,-,
"""


def test_moodles_grading_worksheet_is_filled_and_scaled():
    made = export.moodle(
        WORKSHEET.encode("utf-8-sig"),
        grades({"ann-doe-31": 18.0, "ann-doe-32": 9.0, "josé-garcía": 5.0}),
    )
    head, *found = rows(made)
    assert [row[head.index("Grade")] for row in found] == ["90", "45", ""]
    assert head == WORKSHEET.splitlines()[0].split(",")
    assert "do not let" in " ".join(made.said) or "does not let" in " ".join(made.said)
    assert made.unmatched == {}
    # The same numbers mean other people in another assignment.
    other = WORKSHEET.replace("Ann Doe", "Bob Fox")
    assert set(export.moodle(other.encode(), grades({"ann-doe-31": 1.0})).unmatched) == {
        "ann-doe-31"
    }
    with pytest.raises(export.NoTemplate, match="name the one lesson"):
        export.moodle(WORKSHEET.encode(), grades({"a": 1.0}, lesson({"a": 1.0}, 5.0, "06 X")))


def test_a_template_that_a_spreadsheet_saved_is_read_and_said():
    made = export.moodle(MOODLE.encode("cp1252"), grades({"josé-garcía": 4.0}))
    assert rows(made)[1][0] == "José"
    assert made.unmatched == {}
    assert any("Windows-1252" in sentence for sentence in made.said)
    tabs = MOODLE.replace(",", "\t").replace("O'Brien\t Jr.", "O'Brien, Jr.")
    made = export.moodle(tabs.encode("utf-16"), grades({"010": 4.0}))
    assert rows(made, "\t")[2][-1] == "4"


def test_the_plain_table_has_a_row_of_maxima():
    people = {"0042": ("José", "=García", "j@example.org", "")}
    made = export.table(grades({"0042": 18.0}, lesson({}, 9.0, "06 X"), people=people.items()))
    assert rows(made) == [
        ["learner", "last_name", "first_name", "email", "05 Title optimization", "06 X"],
        ["maximum", "", "", "", "20", "9"],
        ["0042", "'=García", "José", "j@example.org", "18", ""],
    ]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    root = tmp_path_factory.mktemp("export")
    synthetic_class.make(root, learners=12, lessons=2, read=False)
    return root


def test_points_are_those_of_nbgrader_by_lesson_and_by_exercise(course):
    api = nbgrader_api(course)
    by_lesson, by_exercise = export.read(api), export.read(api, by="exercise")
    with api.gradebook as book:
        for column in by_lesson.columns:
            name = column.names[1]
            scores = {each.student.id: each.score for each in book.assignment_submissions(name)}
            assert column.points == pytest.approx(scores)
            assert column.maximum == book.find_assignment(name).max_score
    assert len(by_exercise.columns) == 12
    assert sum(column.maximum for column in by_exercise.columns) == 40
    assert by_exercise.columns[1].title == "00 The operations map: gmv_tree"
    assert by_lesson.waiting["00_operations_map"] > 0


def test_late_penalties_are_taken_off_as_nbgrader_does(course):
    api = nbgrader_api(course)
    with api.gradebook as book:
        submission = book.assignment_submissions("00_operations_map")[0]
        submission.notebooks[0].late_submission_penalty = 1.5
        who, score = submission.student.id, submission.score
        book.db.commit()
    assert export.read(api).columns[0].points[who] == pytest.approx(max(score - 1.5, 0))


def test_the_verb_names_who_fits_nobody_and_its_exit_code_says_so(course, tmp_path, capsys):
    ids = sorted(export.read(nbgrader_api(course)).learners)
    text = "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"
    text += "".join(f'"Name, {who}",{at},{who},x{at},S\n' for at, who in enumerate(ids))
    template = tmp_path / "template.csv"
    template.write_text(text, encoding="utf-8")
    call = ["export", "canvas", "--template", str(template), "--course-dir", str(course)]
    assert cli.main(call) == 0
    written = (course / "reports" / "grades_canvas.csv").read_text(encoding="utf-8")
    assert "written answer(s) are not read yet" in capsys.readouterr().out
    assert written.splitlines()[0].endswith("Section,00 The operations map,01 Metrics and funnel")
    template.write_text(text.replace(f",{ids[3]},", ",999,"), encoding="utf-8")
    assert cli.main([*call, "01_metrics_and_funnel", "--by", "exercise"]) in (0, 1)
    assert cli.main(call) == 1
    assert f"NOT IN THE FILE: {ids[3]}" in capsys.readouterr().out
    assert cli.main(["export", "moodle", "--course-dir", str(course)]) == 1
    assert "--template is missing" in capsys.readouterr().err
    assert cli.main([*call[:2], "--template", __file__, "--course-dir", str(course)]) == 1
    assert "no grade export of Canvas" in capsys.readouterr().err
    assert cli.main(["export", "csv", "--course-dir", str(course), "nosuch"]) == 1
    assert "`course grade` first" in capsys.readouterr().err

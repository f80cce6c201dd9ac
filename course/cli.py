"""The verbs of the course: `course VERB`, or `python3 -m course VERB` on a bare machine."""

import contextlib
import os
import re
import subprocess
import sys
import warnings
from functools import partial
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "work"
_ADDRESS = re.compile(r"[a-z]+://.+:\d+")
PASS_ON = {"ignore_unknown_options": True, "allow_extra_args": True}


COURSE_DIR = click.option(
    "--course-dir",
    type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path),
    help="Another nbgrader course than this one.",
)


@click.group(help=__doc__, context_settings={"help_option_names": ["-h", "--help"]})
def verbs():
    pass


@verbs.command(context_settings=PASS_ON)
@click.pass_context
def lab(context):
    """Lay the lessons out in work/ and open JupyterLab. Further options go to JupyterLab."""
    from course.practice.lab import open_lab, settings

    lay_out()
    settings()
    sys.exit(open_lab(WORK, context.args, "/lab/tree/start.ipynb"))


@verbs.command()
def work():
    """Lay the lessons out in work/ without opening JupyterLab."""
    lay_out()


def lay_out():
    from course.practice.lab import prepare

    try:
        report = prepare(ROOT, WORK)
    except OSError as error:
        raise click.ClickException(
            f"the folder work/ cannot be written to ({error.strerror}). Copy the course to a folder"
            " of your own."
        ) from None
    if report["new"]:
        click.echo(f"{len(report['new'])} new lesson file(s) laid out in work/.")
    for name in report["renewed"]:
        click.echo(f"work/{name} was updated; you had not changed it.")
    for name in report["beside"]:
        click.echo(
            f"work/{name} is yours and stays as it is. Its new version lies in work/_updates/."
        )


@verbs.command(context_settings=PASS_ON)
@click.pass_context
def test(context):
    """Run the whole test suite. Further options go to pytest."""
    from course.practice.lab import environment

    # One worker more than cores: browsers and boxes mostly wait. The tests say their own order.
    workers = ["-n", str(min(os.cpu_count() or 1, 4) + 1)]
    arguments = context.args or [*workers, "--dist", "loadgroup", "--no-loadscope-reorder"]
    sys.exit(
        subprocess.call([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=environment())
    )


@verbs.command(context_settings=PASS_ON)
@click.pass_context
def formgrader(context):
    """For instructors: open nbgrader's formgrader. Further options go to Jupyter Server, which
    serves it and JupyterLab.
    """
    from course.practice.lab import open_lab, settings

    settings()
    sys.exit(open_lab(ROOT, context.args, "/lab?formgrader=true", instructor=True))


def _address(context, option, value):
    """A scheduler's address as Dask writes it, scheme://host:port."""
    if value is not None and not _ADDRESS.fullmatch(value):
        raise click.BadParameter(f"'{value}' is no address such as tcp://10.0.0.1:8786")
    return value


@verbs.command()
@click.argument("lessons", nargs=-1)
@click.option("--student", "students", multiple=True, help="Only this learner; may be given again.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    show_default=True,
    help="Processes that execute notebooks.",
)
@click.option("--force", is_flag=True, help="Grade again what has not changed.")
@COURSE_DIR
@click.option(
    "--scheduler",
    callback=_address,
    help=(
        "A Dask scheduler, such as tcp://10.0.0.1:8786: its workers execute, this machine records."
    ),
)
@click.option(
    "--no-sandbox",
    is_flag=True,
    help="Where learners' code cannot be contained: run it all the same.",
)
@click.option(
    "--self",
    "alone",
    is_flag=True,
    help="For those who learn alone: grade your own work/ and open the feedback.",
)
@click.option("--no-browser", is_flag=True, help="With --self: only say where the feedback lies.")
def grade(lessons, students, jobs, force, course_dir, scheduler, no_sandbox, alone, no_browser):
    """For instructors: grade submitted/ into the grade book. All lessons that were handed in, or
    those named.
    """
    # SQLAlchemy's notice about nbgrader's own sessions; nobody here can act on it.
    warnings.filterwarnings("ignore", "Object of type .* not in session")
    from course.check import draws

    if alone:
        _open_feedback(lessons, jobs, not no_browser)
        return
    from rich.console import Console

    from course.grading import classroom, report, sandbox
    from course.grading.workers import Workers

    console = Console()
    lost = [] if students else _not_graded(course_dir or ROOT)
    # What was asked for is looked at before the machine's tools are: a misspelt name is said first.
    try:
        rooms = (
            classroom.strangers(course_dir, lessons)
            if course_dir
            else classroom.ours(ROOT, lessons)
        )
        chosen = _handed_in(rooms, students)
        draws.salt_text()
    except (LookupError, draws.NoSalt) as error:
        if lost:
            report.table(console, [], lost)
        raise click.ClickException(str(error)) from None
    missing = "" if scheduler else sandbox.can_contain()
    if missing and not no_sandbox:
        raise click.ClickException(
            f"{missing} To run learners' code beside your files all the same: --no-sandbox."
        )
    dates = _dates(course_dir or ROOT)
    if missing:
        report.say(console, f"{missing} Learners' code runs with your rights.")
    for room, _ in chosen:
        room.dates, room.say = dates, partial(report.say, console)
    warmth = classroom.warmth([room for room, _ in chosen])
    if scheduler:
        from course.grading.cluster import Cluster

        try:
            pool = Cluster(scheduler, contained=not no_sandbox, **warmth)
        except ImportError:
            raise click.ClickException("Dask is missing: `pip install distributed`.") from None
        except OSError as error:
            raise click.ClickException(
                f"no scheduler answers at {scheduler} ({type(error).__name__})."
            ) from None
    else:
        pool = Workers(jobs, not missing, **warmth)
    outcomes = []
    with pool as workers:
        for room in classroom.begun(chosen, workers, force):
            outcomes += [(room, outcome) for outcome in report.follow(console, room)]
    report.table(console, outcomes, lost)
    report.unsealed(console, [room for room, _ in chosen])
    if course_dir is None and draws.is_public():
        console.print(
            "[yellow]There is no salt file here: hidden draws came from the public salt, and whoever"
            " reads the course can work them out. Copy .salt.json from where the lessons were"
            " released, or make one with `course release`; then `course grade --force`.[/yellow]"
        )
    report.next_steps(console, outcomes)
    bad = [outcome for _, outcome in outcomes if outcome.state in ("failed", "refused")]
    sys.exit(bool(bad or lost))


def _not_graded(root):
    """[(lesson, Outcome)] of what lies in submitted/ in no lesson's folder, and of hand-ins that
    `course collect` could not lay out.
    """
    from course.grading import classroom
    from course.grading.collected import Collected

    return [
        ("?", classroom.Outcome(learner, "not graded", 0.0, [f"submitted/{place}: {reason}."]))
        for learner, name, reason in classroom.stray(root, classroom.assignments(root))
        for place in ["/".join(filter(None, (learner, name)))]
    ] + [
        (lesson, classroom.Outcome(learner, "not laid out", 0.0, said))
        for learner, lesson, said in Collected(root).refused()
    ]


def _dates(root):
    """The Dates of a course; ends with a sentence where the table is wrong."""
    from course.practice import dates

    try:
        return dates.read(root)
    except dates.DatesError as error:
        raise click.ClickException(str(error)) from None


def _handed_in(rooms, students):
    """[(room, its learners)] of the rooms in which something was handed in, by `students` alone
    where any are named. Raises LookupError for a name that handed nothing in, and where nobody did.
    """
    learners = {room: room.learners() for room in rooms}
    known = sorted(set().union(*learners.values()))
    if not known:
        raise LookupError("nothing was handed in: submitted/<learner>/<lesson>/ is empty.")
    for name in students:
        if name not in known:
            raise LookupError(
                f"'{name}' has handed in none of these lessons; {len(known)} learner(s) have, such"
                f" as {known[0]}"
            )
    chosen = {
        room: [name for name in names if not students or name in students]
        for room, names in learners.items()
    }
    return [(room, names) for room, names in chosen.items() if names]


def _open_feedback(lessons, jobs, browse):
    """`course grade --self`."""
    from rich.console import Console

    from course.check import draws
    from course.grading import alone, report
    from course.practice.work import hand_back

    try:
        graded = alone.grade(ROOT, WORK, lessons, jobs, partial(report.follow, Console()))
    except (LookupError, draws.NoSalt) as error:
        raise click.ClickException(str(error)) from None
    for result in graded:
        click.echo("\n".join(result.told()))
        if result.page:
            shown = hand_back(WORK, result.lesson.folder, result.outcome.score, result.page)
            click.echo(f"  Read why: {shown.relative_to(ROOT)}")
            if browse:
                click.launch(str(shown))


@verbs.command()
@click.option(
    "--export",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write your progress into this file, to take it home.",
)
@click.option(
    "--import",
    "taken",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Add the progress in this file to yours. Nothing is lost, and twice does no harm.",
)
def progress(target, taken):
    """Say where you stand in each lesson; take your progress to another machine, or bring it in."""
    from course.check import record
    from course.practice import start

    if not (WORK / record.MARKER).is_file():
        raise click.ClickException(
            "there is no progress here yet. Start the course once: `course lab`."
        )
    try:
        if taken:
            click.echo(start.take_in(taken.read_bytes(), WORK))
        if target:
            target.write_text(record.export(WORK), encoding="utf-8")
            click.echo(f"Your progress is in {target}.")
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(
            f"{error.filename} cannot be written or read ({error.strerror}). Choose another place."
        ) from None
    if not (taken or target):
        click.echo(start.Page(WORK))


def _begun():
    """The work folder. Raises ClickException where there is none."""
    from course.check import record

    if not (WORK / record.MARKER).is_file():
        raise click.ClickException("there is no work here yet. Start the course: `course lab`.")
    return WORK


@verbs.command()
@click.argument("skill", required=False)
@click.option("--hard", is_flag=True, help="A decision on a harder market than the lesson's.")
@click.option("--list", "listed", is_flag=True, help="Name all skills.")
def drill(skill, hard, listed):
    """Lay out an exercise once more, on fresh numbers: the one for SKILL, or the one that is due."""
    from course.check import record
    from course.practice import drills, mastery, skills

    if listed:
        for key, each in skills.skills().items():
            if each.kind != "written":
                click.echo(f"{key:28} {each.name}")
        return
    work = _begun()
    try:
        if skill:
            key = drills.find(skill)
        else:
            found = drills.due(record.read(work), mastery.today())
            if found is None:
                raise click.ClickException(
                    "nothing is tried yet. Begin with a lesson, or name a skill: `course drill"
                    " --list`."
                )
            key, why = found
            click.echo(why)
        path = drills.lay(work, key, hard)
    except drills.NoDrill as problem:
        raise click.ClickException(str(problem)) from None
    except OSError as problem:
        raise click.ClickException(
            f"the drill cannot be written ({problem.strerror}). Is there room, and may you write to"
            " work/?"
        ) from None
    click.echo(f"work/{path.relative_to(work).as_posix()} is ready. Open it in JupyterLab.")


@verbs.command()
@click.option("--stage", help="career_changer, graduate, years_1_to_3 or years_4_to_5.")
@click.option("--hours", type=float, help="Hours of practice a week.")
@click.option(
    "--job",
    "jobs",
    multiple=True,
    help="A function you work in and what it asks of you, such as pricing=3; again for each.",
)
@click.option(
    "--rate",
    "ratings",
    multiple=True,
    help="What you say of yourself, 0 to 10, such as pricing=7: a guess until it is measured.",
)
def plan(stage, hours, jobs, ratings):
    """Print two weeks of practice. Say once what to plan for; later, `course plan` alone will do."""
    from course.check import record
    from course.practice import mastery, planner, show

    work = _begun()
    lines = record.read(work)
    aim = planner.kept(lines)
    try:
        if stage or hours or jobs or ratings:
            aim = planner.Aim(
                stage or (aim.stage if aim else ""),
                hours or (aim.hours if aim else 0.0),
                planner.jobs(jobs) or (aim.demand if aim else planner.from_tryouts(lines)),
                planner.jobs(ratings) if ratings else (aim.rating if aim else {}),
            )
            planner.keep(work, aim)
        if aim is None:
            raise planner.AimError(
                "say what to plan for, such as `course plan --stage years_1_to_3 --hours 5 --job"
                " pricing=3 --job detail_page=1`"
            )
        levels = planner.levels(work)
        made = planner.plan(mastery.evidence(lines), mastery.yesterday(), aim, levels)
    except planner.AimError as problem:
        raise click.ClickException(f"{problem}.") from None
    click.echo(show.text(made))


@verbs.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; default: evidence.html in work/.",
)
@click.option("--name", default="", help="Your name, as it should stand on the page.")
def evidence(output, name):
    """Write one page of what your record holds: skills, decisions, written answers; to print or
    show.
    """
    from course.practice import evidence as sheet

    work = _begun()
    target = output or work / "evidence.html"
    try:
        sheet.write(work, target, name=name)
    except OSError as problem:
        raise click.ClickException(
            f"{target} cannot be written ({problem.strerror}). Choose another place."
        ) from None
    click.echo(f"{target} is ready: open it in a browser; it needs no network.")


@verbs.command()
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; default: reports/ in the course's folder.",
)
@COURSE_DIR
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    show_default=True,
    help="Processes that read notebooks.",
)
def report(output, course_dir, jobs):
    """For instructors: what the class has learned, as one page to open offline and three tables."""
    from course.grading import cohort

    folder = output or (course_dir or ROOT) / "reports"
    try:
        graded = cohort.read(_api(course_dir), jobs)
        with _writing(folder):
            page = cohort.write(graded, folder)
    except cohort.NothingGraded as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Open {page}")
    click.echo("Beside it: exercises.csv, messages.csv, learners.csv. They hold names and points.")


@verbs.command()
@click.argument("system", type=click.Choice(["canvas", "moodle", "csv"]))
@click.argument("lessons", nargs=-1)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The LMS's own export of its grades; it says who is who.",
)
@click.option(
    "--by",
    type=click.Choice(["lesson", "exercise"]),
    default="lesson",
    show_default=True,
    help="What gets a column.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; default: reports/grades_<system>.csv.",
)
@COURSE_DIR
def export(system, lessons, template, by, output, course_dir):
    """For instructors: a file of grades that Canvas or Moodle imports, or a plain table. All
    lessons that were handed in, or those named. Exit code 1 where a learner fits nobody.
    """
    from course.authoring import layout
    from course.grading import export as exporting
    from course.grading.cohort import NothingGraded

    if system != "csv" and template is None:
        raise click.ClickException(
            f"--template is missing: export the grades from {system.capitalize()} once and give the"
            " file, which says who is who."
        )
    try:
        chosen = lessons if course_dir else [layout.lesson(name).folder for name in lessons]
        grades = exporting.read(_api(course_dir), chosen, by)
        made = (
            exporting.table(grades)
            if system == "csv"
            else getattr(exporting, system)(template.read_bytes(), grades)
        )
    except (LookupError, NothingGraded, exporting.NoTemplate) as error:
        raise click.ClickException(str(error)) from None
    output = output or (course_dir or ROOT) / "reports" / f"grades_{system}.csv"
    with _writing(output):
        output.write_text(made.text, encoding=made.encoding, newline="")
    for lesson, count in grades.waiting.items():
        click.echo(
            f"{lesson}: {count} written answer(s) are not read yet; their points are missing."
        )
    for sentence in made.said:
        click.echo(sentence)
    for learner, why in made.unmatched.items():
        click.echo(f"NOT IN THE FILE: {learner}: {why}.")
    click.echo(f"wrote {output}")
    sys.exit(bool(made.unmatched))


@verbs.command()
@click.argument("lesson")
@click.argument("question", required=False)
@click.option("--names", is_flag=True, help="Show whose answer it is.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: one that is free.")
@click.option("--no-browser", is_flag=True, help="Only print the page's address.")
@COURSE_DIR
def written(lesson, question, names, port, no_browser, course_dir):
    """For instructors: read one written question of all learners, on a page of this machine. The
    points go into the grade book; the formgrader shows them too.
    """
    from course.authoring import layout
    from course.grading import written as reading

    def ready(address):
        click.echo(f"Read at {address}\nStop with Ctrl+C; everything is saved as you press.")
        if not no_browser:
            click.launch(address)

    try:
        assignment = lesson if course_dir else layout.lesson(lesson).folder
        desk = reading.Desk(_api(course_dir), assignment, question, names)
    except LookupError as error:
        raise click.ClickException(str(error)) from None
    try:
        reading.serve(desk, port, ready)
    except OSError as error:
        raise click.ClickException(
            f"port {port} cannot be had ({error.strerror}): leave --port out."
        ) from None
    finally:
        desk.close()


def _api(course_dir):
    """nbgrader's API on this course, or on another one."""
    from course.authoring.release import nbgrader_api

    return nbgrader_api(course_dir, settings=course_dir) if course_dir else nbgrader_api(ROOT)


@contextlib.contextmanager
def _writing(path):
    """Makes the folder that `path` is to lie in; says in words why it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written ({error.strerror}).") from None


@verbs.command()
@click.argument("lesson")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The zip to write; default: <lesson>.zip in the folder submit/.",
)
def submit(lesson, output):
    """Look a lesson in work/ over and pack it for your LMS."""
    import nbformat

    from course.authoring import layout
    from course.grading import intake

    try:
        lesson = layout.lesson(lesson, kind="release")
    except LookupError as error:
        raise click.ClickException(str(error)) from None
    folder, target = WORK / lesson.folder, output or ROOT / "submit" / f"{lesson.folder}.zip"
    if not (folder / f"{lesson.slug}.ipynb").exists():
        raise click.ClickException(
            f"there is no {lesson.slug}.ipynb in work/{lesson.folder}/. Start the course once:"
            " `course lab`."
        )
    released = nbformat.read(lesson.notebook("release"), as_version=4)
    with _writing(target):
        said, lengths = intake.pack(folder, f"{lesson.slug}.ipynb", released, target)
    for sentence in [*(said or ["Nothing is wrong with the file."]), *lengths]:
        click.echo(sentence)
    click.echo(f"Hand this in: {target}")


@verbs.command()
@click.argument("handed_out", type=click.Path(exists=True, path_type=Path))
@click.option("--lesson", help="The lesson that all this is, where the notebooks do not say.")
@click.option(
    "--pattern",
    help=(
        "For another LMS: a regular expression for the names of what was handed in, with the groups"
        " (?P<student_id>...) and, if you like, (?P<file_id>...), (?P<timestamp>...), (?P<late>...)."
    ),
)
@click.option(
    "--worksheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Moodle's grading worksheet of the assignment: it says when each hand-in came.",
)
def collect(handed_out, lesson, pattern, worksheet):
    """For instructors: lay what an LMS gave out (a folder or zip) as submitted/<learner>/<lesson>/.
    Nothing is lost: what cannot be laid out is named, and the exit code is 1.
    """
    import nbformat
    from rich.console import Console

    from course.authoring import layout
    from course.grading import doctor, intake, layouts, report
    from course.grading import worksheet as worksheets
    from course.grading.collected import Collected

    def examine(lesson, data):
        source, released = (
            nbformat.read(lesson.notebook(kind), as_version=4) for kind in ("source", "release")
        )
        return doctor.examine(data, source, released.metadata["course"])

    try:
        own = pattern and layouts.own_pattern(pattern)
        times, said = worksheets.times(worksheet.read_bytes()) if worksheet else ({}, [])
    except ValueError as error:
        raise click.ClickException(report.inert(error)) from None
    for sentence in said:
        click.echo(report.inert(sentence))
    try:
        rows = list(
            intake.take_in(
                handed_out,
                ROOT,
                layout.lessons(),
                examine,
                Collected(ROOT),
                lesson and layout.lesson(lesson),
                own,
                _dates(ROOT).zone,
                times,
            )
        )
    except (LookupError, intake.NotHandedOut) as error:
        raise click.ClickException(report.inert(error)) from None
    rows.sort(key=lambda row: (row.whole, row.learner, row.lesson))
    report.received(Console(), rows)
    click.echo(
        "Everything is laid out."
        if all(row.whole for row in rows)
        else f"{sum(not row.whole for row in rows)} of {len(rows)} need you: see the table."
    )
    sys.exit(not all(row.whole for row in rows))


@verbs.command()
@click.option(
    "--course-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Another nbgrader course than this one.",
)
def dates(course_dir):
    """For instructors: show and check dates.toml (due dates, extensions), and give them to the
    grade book. Makes the file where there is none.
    """
    from rich.console import Console

    from course.grading import deadlines, report
    from course.practice import dates as table

    root = course_dir or ROOT
    found = _dates(root)
    if not (root / table.FILE).exists():
        (root / table.FILE).write_text(deadlines.template(root), encoding="utf-8")
        click.echo(f"made {table.FILE}: write the dates into it and run `course dates` again.")
        return
    rows, wrong = deadlines.enter(root, found)
    report.dates(Console(), rows)
    for sentence in wrong:
        click.echo(report.inert(sentence))
    sys.exit(bool(wrong))


@verbs.command()
def canon():
    """For authors: rewrite source notebooks canonically, their points in the prose, and the points
    table.
    """
    from course.authoring import canon, layout
    from course.check.exercise import POINTS_FILE

    changed = canon.write(layout.lessons(), POINTS_FILE)
    click.echo(
        "\n".join(f"rewrote {path.relative_to(ROOT)}" for path in changed)
        or "everything is canonical"
    )


@verbs.command()
@click.argument("lesson")
@click.option(
    "--release", "kind", flag_value="release", help="The learners' copy instead of the source."
)
def text(lesson, kind):
    """For authors: print a lesson as readable text, for review."""
    from course.authoring import canon, layout

    try:
        click.echo(
            canon.readable(canon.read(layout.lesson(lesson).notebook(kind or "source"))), nl=False
        )
    except LookupError as error:
        raise click.ClickException(str(error)) from None


@verbs.command()
@click.argument("slug")
@click.option(
    "--number",
    type=click.IntRange(0, 99),
    help="Place in the sequence; default: after the last one.",
)
def new(slug, number):
    """For authors: lay out an empty lesson in the contract's anatomy."""
    from course.authoring import new as new_lesson

    try:
        for path in new_lesson.create(slug, number):
            click.echo(f"made {path.relative_to(ROOT)}")
    except ValueError as error:
        raise click.ClickException(str(error)) from None


@verbs.command()
@click.argument("lessons", nargs=-1)
@click.option(
    "--check", "check_only", is_flag=True, help="Write nothing; say what is stale and exit 1."
)
@click.option(
    "--bundle",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Make the learners' archive (a zip) instead.",
)
@click.option("--new-salt", is_flag=True, help="Draw a new secret salt: once for each cohort.")
def release(lessons, check_only, bundle, new_salt):
    """Generate release/ from source/, the practice values, and the grader's salt. All lessons, or
    those named.
    """
    from course.authoring import canon, layout
    from course.authoring import release as releasing
    from course.check import draws
    from course.check.exercise import POINTS_FILE
    from course.practice import dates as table

    try:
        chosen = [layout.lesson(name) for name in lessons] or layout.lessons()
    except LookupError as error:
        raise click.ClickException(str(error)) from None
    if bundle:
        dates = _dates(ROOT)
        with_dates = {table.FILE: dates.for_learners()} if dates.due else {}
        with _writing(bundle):
            click.echo(f"wrote {releasing.bundle(bundle, extra=with_dates)}")
        return
    stale = []
    if POINTS_FILE.read_text(encoding="utf-8") != canon.points_table(layout.lessons()):
        stale.append((POINTS_FILE.relative_to(ROOT), "stale: run `course canon`"))
    for lesson in chosen:
        values, path = releasing.practice_text(lesson.slug), lesson.room / "practice.json"
        if values and (not path.exists() or path.read_text(encoding="utf-8") != values):
            if check_only:
                stale.append((path.relative_to(ROOT), "stale"))
            else:
                path.write_text(values, encoding="utf-8")
                click.echo(f"wrote {path.relative_to(ROOT)}")
    if check_only:
        stale += [(Path("release") / name, what) for name, what in releasing.differences()]
        for name, what in stale:
            click.echo(f"{name}: {what}")
        click.echo("release/ is what source/ generates" if not stale else "run `course release`")
        sys.exit(bool(stale))
    for notebook in releasing.generate(chosen, ROOT / "release"):
        click.echo(f"released {notebook.relative_to(ROOT)}")
    # A file that is there holds the other lessons' values; a new salt has new draws everywhere.
    anew = layout.lessons() if new_salt or not draws.salt_file().exists() else chosen
    click.echo(
        "reference values of the hidden draws are in"
        f" {releasing.write_salt(anew, new=new_salt).name}; keep it to yourself"
    )


@verbs.command()
@click.argument("lessons", nargs=-1)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; default: site/ in the course's folder.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    show_default=True,
    help="Processes that run lessons and write pages.",
)
def book(lessons, output, jobs):
    """The course as pages to read, with every lesson run: all lessons, or those named."""
    try:
        from course.book import build
    except ModuleNotFoundError as missing:
        raise click.ClickException(
            f"{missing.name} is missing: `pip install -r requirements-book.txt`, or run"
            " `python3 -m course book`, which does it."
        ) from None
    target = output or ROOT / "site"
    try:
        with _writing(target):
            page = build.build(target, only=lessons, workers=jobs, say=click.echo)
    except (LookupError, build.BookError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Open {page}")
    if build.unplaced():
        click.echo(
            "The Binder links name no repository yet: write your copy's owner and name into the"
            " badge of README.md."
        )


def main(argv=None):
    """Run a verb; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a stream that a test has put there
            # A name that the terminal cannot show must not end a run.
            stream.reconfigure(errors="backslashreplace")
    try:
        verbs.main(args=argv, prog_name="course", standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"course: {error.format_message()}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except SystemExit as stop:
        return stop.code or 0
    return 0


def entry():
    """The console script."""
    sys.exit(main())

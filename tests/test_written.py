"""Written answers: their words, and what they are read for."""

import re

import nbformat
import pytest

from course.authoring import layout
from course.check import written
from course.check.decision import practice_values


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("*Your answer here, at most 120 words.*", 0),
        ("It wins $220 to 280 a month.", 7),
        ("**Guardrail:** returns - below 8 % - stay\n\n* one\n* two", 7),
        ("<p>It wins</p>&#10;<p>three points</p>", 4),
        ("one-hand well-kept 1,000 ...", 3),
    ],
)
def test_words_are_what_a_reader_counts(text, count):
    assert written.words(text) == count


def test_a_sentence_says_the_count_and_the_limit():
    assert written.length("") == "Nothing is written here yet."
    assert written.length("one") == "1 word of at most 120."
    assert written.length("word " * 120) == "120 words of at most 120."
    assert written.length("word " * 123) == "123 words: 3 more than the 120 that are read."


def test_examples_come_from_another_lesson():
    every = {lesson.slug: written.rubric(lesson.slug) for lesson in layout.lessons()}
    for slug, points in every.items():
        assert len(points) == 4
        assert len({example for _, example in points}) == 4
        if slug != "title_optimization":
            same = points == every["title_optimization"]
            assert same == (slug != "conversion_rate")


def test_model_answers_keep_to_the_limit():
    for lesson in layout.lessons():
        answers = __import__(f"course.lessons.{lesson.slug}.answers", fromlist=["MODEL_ANSWERS"])
        best = answers.MODEL_ANSWERS[max(answers.MODEL_ANSWERS)]
        assert 40 <= written.words(best) <= written.LIMIT, lesson.slug
        assert re.search(r"\d", best), lesson.slug


@pytest.mark.parametrize(
    "slug", ["title_optimization", "category_operation", "activation_and_recall"]
)
def test_a_lessons_rubric_shows_each_point_by_an_example(slug):
    notebook = nbformat.read(layout.lesson(slug).notebook("release"), as_version=4)
    question = next(cell.source for cell in notebook.cells if "Half a point each" in cell.source)
    examples = [example for _, example in written.rubric(slug)]
    assert re.findall(r'(?m)^[1-4]\. .*\n   \*In another lesson: "(.*)"\*$', question) == examples


@pytest.mark.parametrize("lesson", layout.lessons(), ids=lambda lesson: lesson.slug)
def test_what_is_told_of_the_expert_can_be_told(lesson):
    """Feedback shows it: it is there, and a mean over practice draws is the mean over all."""
    answers = __import__(f"course.lessons.{lesson.slug}.answers", fromlist=["debrief"])
    told = answers.debrief()
    assert told.strip()
    if over := re.search(r"(?:On|Over) the (\d+) practice ", told):
        earned = practice_values(lesson.slug)["expert"]
        assert int(over[1]) == len(earned)
        assert f"{sum(earned) / len(earned):,.0f}" in told

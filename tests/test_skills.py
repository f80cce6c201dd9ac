"""Skills: each is taught, practised and graded, and called by one name."""

import graphlib
import re

import pytest

from course.authoring import canon, layout
from course.practice import skills

ALL = skills.skills()
WORK = skills.exercises()
FIRST = {}
for number, work in enumerate(WORK.values()):
    for carried in work.skills:
        FIRST.setdefault(carried, (number, work.lesson))


def test_there_is_about_a_hundred_and_every_exercise_carries_one_to_three():
    assert 90 <= len(ALL) <= 150
    assert all(1 <= len(set(each.skills)) == len(each.skills) <= 3 for each in WORK.values())


def test_lessons_and_table_use_the_same_keys():
    used = {key for each in WORK.values() for key in each.skills}
    assert used == set(ALL)


def test_every_graded_cell_of_every_lesson_is_known():
    assert set(WORK) == {
        (lesson.slug, name)
        for lesson in layout.lessons()
        for name in canon.points_of(canon.read(lesson.notebook("source")))
    }


@pytest.mark.parametrize("key", ALL)
def test_a_skill_is_taught_practised_and_graded(key):
    skill = ALL[key]
    carrying = skills.carrying(key)
    at_home = [each for each in carrying if each.lesson == skill.function]
    assert at_home or skill.function in skills.SHARED, "its own lesson does not teach it"
    assert all(each.points > 0 for each in carrying)
    # what is read by a person is never the only place, but for the skills of writing
    read = [each for each in carrying if each.kind == "written"]
    assert len(read) < len(carrying) or skill.function == "communication"
    if skill.function == "communication":
        assert len(carrying) > 1


def test_names_are_used_one_way():
    names = [skill.name.lower() for skill in ALL.values()]
    assert len(set(names)) == len(names)
    # "(RFM)", "(Wilson)": a term in brackets belongs to one skill
    terms = [term for name in names for term in re.findall(r"\((.*?)\)", name)]
    assert len(set(terms)) == len(terms)
    for key, skill in ALL.items():
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", key)
        assert skill.kind in skills.WEIGHTS
        assert skill.function in skills.SHARED or skill.function in skills.lessons()
        assert skill.name[0].isupper() or skill.name[0].isdigit()
        assert not skill.name.endswith(".")
    # one key is not another with its words in another order or in the plural
    bare = [frozenset(word.rstrip("s") for word in key.split("_")) for key in ALL]
    assert len(set(bare)) == len(bare)


def test_what_a_skill_needs_comes_no_later_and_in_no_circle():
    graph = {key: skill.needs for key, skill in ALL.items()}
    assert set(graphlib.TopologicalSorter(graph).static_order()) == set(ALL)
    places = {slug: number for number, slug in enumerate(skills.lessons())}
    late = [
        (key, need)
        for key, needs in graph.items()
        for need in needs
        if places[FIRST[need][1]] > places[FIRST[key][1]]
    ]
    assert late == []


def test_lessons_come_in_the_order_of_their_folders():
    assert list(skills.lessons()) == [lesson.slug for lesson in layout.lessons()]


def test_kind_and_weight_are_those_of_the_main_skill():
    work = WORK["paid_promotion", "negatives"]
    assert (work.skills[0], work.kind, work.weight) == ("negative_keywords", "diagnose", 2.5)
    assert WORK["pricing", "price_rise"].kind == "written"
    assert {WORK[key].kind for key in WORK if key[1] in ("rank", "bids", "triage")} == {
        "decide",
        "recall",
    }


def test_chains_are_the_parts_of_the_course():
    chains = {skill.chain for skill in ALL.values()}
    assert {"shared", "orientation", "store", "acquire", "platform", "users", "supply"} <= chains
    assert ALL["denominators"].chain == "orientation"
    assert ALL["bidding"].chain == "store"

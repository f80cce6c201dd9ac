"""No number with a meaning stands in a lesson's model: it stands in parameters.toml, once."""

import ast
from pathlib import Path

import pytest

from course.market import parameters

LESSONS = Path(__file__).parents[1] / "course" / "lessons"
WITHOUT_MEANING = {0, 1, 100}
# Sizes: how many rows a table has, how often something is tried, what an action may be at most.
SIZES = {
    "ARMS",
    "AUCTIONS",
    "BATCH",
    "BATCHES",
    "CHOSEN",
    "COUNT",
    "CUSTOMERS",
    "DEPTHS",
    "DIGITS",
    "FETCHED",
    "GRID",
    "HEADLINES",
    "HOURS",
    "IDEAS",
    "LARGEST",
    "LAUNCHES",
    "MAX_WORDS",
    "MOST",
    "MOST_CASHBACK",
    "MOST_FEE",
    "PAGES",
    "PAIRS",
    "PLACES",
    "POSTS",
    "PRICES",
    "QUERIES",
    "REPAIRS",
    "RIVALS",
    "ROUNDING",
    "ROUNDS",
    "ROUNDS_A_SET",
    "SEEN",
    "SHOPS",
    "SIZES",
    "SWAPS",
    "TESTED",
    "TEST_DEPTHS",
    "TEST_REWARDS",
    "TEST_SHARES",
    "TEST_USERS",
    "TEST_VIEWS",
    "TOLD",
    "USERS",
    "VIEWS",
    "VISITORS",
    "WAVES",
    "WEEKS",
}
# How many draws are graded, from which share on all points are given, and what a failure costs is
# the grading's business.
GRADING = {"DRAWS", "PRACTICE_DRAWS", "G_FULL", "PENALTY"}
# Models are in these modules; in others (widgets) in the functions that draw.
MODELS = {"scenario.py", "practice_shop.py"}
NO_MODELS = {"checks.py", "answers.py", "bank.py"}


def numbers(tree):
    """(line, number) of every number with a meaning in a syntax tree."""
    free = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and all(
            isinstance(each, ast.Name) and each.id in SIZES | GRADING
            for target in node.targets
            for each in (target.elts if isinstance(target, ast.Tuple) else [target])
        ):
            free |= set(ast.walk(node.value))
        elif isinstance(node, ast.Compare) and ast.unparse(node.left).startswith("len("):
            free |= set(node.comparators)  # how many parts an action has
        elif isinstance(node, ast.FunctionDef):  # a cache's size
            free |= {each for line in node.decorator_list for each in ast.walk(line)}
        elif isinstance(node, ast.Subscript):
            free |= set(ast.walk(node.slice))
        elif isinstance(node, ast.arguments):
            free |= {each for default in node.defaults for each in ast.walk(default)}
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            if name == "round":
                free |= {each for argument in node.args for each in ast.walk(argument)}
            elif isinstance(node.func, ast.Name) and node.func.id == "round":
                free |= {each for argument in node.args[1:] for each in ast.walk(argument)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and type(node.value) in (int, float)
        and node not in free
        and node.value not in WITHOUT_MEANING
    ]


def models(path):
    """The parts of a module that hold a model."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.name in MODELS:
        return [tree]
    return [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(each, ast.Name) and each.id == "stream" for each in ast.walk(node))
    ]


def found(slug, decision):
    """Numbers in the lesson's scenario.py (`decision`) or in its other models."""
    return [
        f"{slug}/{path.name}:{line}: {number}"
        for path in sorted((LESSONS / slug).glob("*.py"))
        if path.name not in NO_MODELS and (path.name == "scenario.py") == decision
        for part in models(path)
        for line, number in numbers(part)
    ]


SLUGS = sorted(path.parent.name for path in LESSONS.glob("*/scenario.py"))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_decision_holds_no_number_with_a_meaning(slug):
    assert found(slug, decision=True) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_tables_of_a_lesson_hold_none_either(slug):
    assert found(slug, decision=False) == []


def test_the_search_finds_numbers_and_leaves_sizes_and_digits():
    tree = ast.parse(
        "COUNT, RATE = 40, 0.3\nPLACES = 12\n"
        "def draw(rng, count=5):\n    return round(rng.normal(2.5, 1), 3) + count[7] * 100\n"
    )
    assert [number for _, number in numbers(tree)] == [40, 0.3, 2.5]


# Laws


def test_a_law_is_known_and_lies_around_its_value():
    for entry in parameters.table().dropna(subset="law").itertuples():
        assert entry.law in parameters.LAWS, entry.name
        if entry.law in ("uniform", "log-uniform", "whole"):
            row = parameters.table().set_index("name").loc[entry.name]
            low, high = row["from"], row["to"]
            assert row["low"] <= low < row["value"] < high <= row["high"], entry.name


@pytest.mark.parametrize("name", parameters.table().dropna(subset="law")["name"])
def test_draws_follow_the_law(name):
    import numpy as np

    p, row = parameters.tideway(), parameters.table().set_index("name").loc[name]
    drawn = p.draw(np.random.default_rng(1), name, 20_000)
    if row["law"] == "lognormal":
        assert np.median(drawn) == pytest.approx(row["value"], rel=4 * row["spread"] / 100)
        if np.isnan(row.get("most", np.nan)):
            assert np.log(drawn).std() == pytest.approx(row["spread"], rel=0.05)
    elif row["law"] == "normal":
        assert drawn.mean() == pytest.approx(row["value"], abs=4 * row["spread"] / 100)
    elif row["law"] == "one of":
        assert set(drawn) == set(row["of"])
    else:
        assert row["from"] <= drawn.min() < drawn.max() <= row["to"]
    again = p.draw(np.random.default_rng(1), name)
    assert type(again) is float
    with pytest.raises(KeyError, match="gives it no law"):
        p.draw(np.random.default_rng(1), "choice.outside")


def test_a_slice_has_its_own_numbers_and_leaves_the_others():
    from course.market.rng import stream

    p = parameters.tideway()
    part = p.slice(stream(1, "a slice"), "keyword.cvr", "launch.season")
    assert part.keyword.cvr != p.keyword.cvr != part.keyword.ctr == p.keyword.ctr
    assert p.launch.season == 1.0 != part.launch.season
    assert part.draw(stream(1, "x"), "keyword.cvr") != p.draw(stream(1, "x"), "keyword.cvr")


def test_every_number_of_the_simulated_learner_says_what_it_is():
    """As the market's do: a value within its range, a unit, what it is about, a source."""
    from course.practice.numbers import entries

    for group, names in entries().items():
        for name, entry in names.items():
            assert entry["low"] <= entry["value"] <= entry["high"], (group, name)
            assert all(entry[each].strip() for each in ("unit", "about", "source")), (group, name)
            if "from" in entry:
                middle = (entry["from"] + entry["to"]) / 2
                assert entry["value"] == pytest.approx(middle), (group, name)

"""No observation, no refusal and no search tells a policy which hidden draw it is on.

Scenario code is installed where learners work: whoever knows a draw's seed can compute its truth.
"""

import hashlib
import json

import numpy as np
import pandas as pd
import pytest

from course.authoring import layout, release
from course.check import draws
from course.check.decision import InvalidAction
from course.market.quarter import ActionError, Quarter

SLUGS = [lesson.slug for lesson in layout.lessons() if release.rooms(lesson.slug)]
SEED = draws.draws("a salt that nobody has", "anything", 1)[0]
PLAIN = (str, int, float, bool, type(None), np.generic)
JUNK = [None, "x", 3.5, float("nan"), [], [0], {}, {"a": 1}, set(), (1, 2), True, -1]


def forms(seed):
    """A seed as text and as the numbers that it can be written as: whole, and in words of 32 bits,
    as NumPy takes it in.
    """
    whole = int.from_bytes(seed.encode(), "big")
    hexed = int(seed, 16)
    words = {(each >> 32 * place) & 0xFFFFFFFF for each in (whole, hexed) for place in range(8)}
    return {seed, seed.encode().hex()}, {whole, hexed} | {word for word in words if word > 2**20}


def pieces(thing):
    """Everything that a policy can read in what it receives, however deep: texts and numbers.
    Raises TypeError for what is no plain data and may carry more than one sees.
    """
    if isinstance(thing, PLAIN):
        yield thing
    elif isinstance(thing, dict):
        for key, each in thing.items():
            yield from pieces(key)
            yield from pieces(each)
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for each in thing:
            yield from pieces(each)
    elif isinstance(thing, np.ndarray):
        yield from pieces(thing.ravel().tolist())
    elif isinstance(thing, (pd.DataFrame, pd.Series, pd.Index)):
        yield from pieces(getattr(thing, "attrs", {}))
        if isinstance(thing, pd.DataFrame):
            yield from pieces([thing.index, thing.columns])
            for place in range(thing.shape[1]):
                yield from pieces(thing.iloc[:, place].tolist())
        else:
            yield from pieces([thing.name, *thing.tolist()])
            yield from pieces([] if isinstance(thing, pd.Index) else thing.index)
    else:
        raise TypeError(f"a {type(thing).__name__} is no plain data")


def reveals(seed, thing):
    """Whether `thing` holds the seed, as text or as a number."""
    texts, numbers = forms(seed)
    for each in pieces(thing):
        if isinstance(each, str):
            if any(text in each.lower() for text in texts) or any(
                str(number) in each for number in numbers
            ):
                return True
        elif each is not None and each == each and each in numbers:
            return True
    return False


def observations(slug, seed):
    """All that a policy is shown on the draw: once, or round by round."""
    scenario, answers = release.rooms(slug)
    shown = []

    def act(observation):
        shown.append(observation)
        return answers.baseline(**observation)

    draws.earn(scenario, seed, act)
    return shown


@pytest.mark.parametrize("slug", SLUGS)
def test_no_observation_holds_its_seed(slug):
    shown = observations(slug, SEED)
    assert shown
    assert not reveals(SEED, shown)


@pytest.mark.parametrize(
    "leak",
    [
        SEED,
        f"draw {SEED.upper()}",
        int(SEED, 16),
        int(SEED[-8:], 16),
        pd.DataFrame({"a": [SEED]}),
        pd.DataFrame({SEED: [1]}),
        pd.DataFrame({"a": [1]}, index=[SEED]),
        pd.Series([1.0], name=SEED),
        {"deep": [{"deeper": np.array([1, int(SEED[:8], 16)])}]},
    ],
    ids=lambda leak: type(leak).__name__,
)
def test_a_seed_that_is_there_is_found(leak):
    assert reveals(SEED, {"seen": leak})


def test_a_seed_beside_a_table_is_found_and_what_is_not_plain_is_refused():
    table = pd.DataFrame({"a": [1]})
    table.attrs["draw"] = SEED
    assert reveals(SEED, table)
    with pytest.raises(TypeError, match="no plain data"):
        reveals(SEED, {"ask": lambda: SEED})


@pytest.mark.parametrize("slug", SLUGS)
def test_no_refusal_tells_the_seed(slug):
    """Whatever action is tried: the sentence names what is allowed, not the draw."""
    scenario, _ = release.rooms(slug)
    said = []
    for junk in JUNK:
        try:
            draws.earn(scenario, SEED, lambda _, junk=junk: junk)
        except InvalidAction as problem:
            said.append(str(problem))
    assert said
    assert not reveals(SEED, said)


def test_the_quarter_shows_no_seed_and_no_refusal_tells_it():
    quarter, said = Quarter(SEED), []
    for _ in range(2):
        observed = quarter.observe()
        assert not reveals(SEED, observed)
        for lever in observed["allowed"]:
            for junk in JUNK:
                try:
                    quarter.check({lever: junk})
                except ActionError as problem:
                    said.append(str(problem))
        quarter.step({})
    assert len({sentence.split(":")[0] for sentence in said}) == len(observed["allowed"])
    assert not reveals(SEED, said)


# Searching: a policy that compares what it sees with what each seed would show.


def print_of(slug, seed):
    """A hash of what a policy is shown first."""
    scenario, _ = release.rooms(slug)
    first = repr([repr(each) for each in pieces(scenario.observe(seed))])
    return hashlib.sha256(first.encode()).hexdigest()


def found_by_search(slug, seeds, guesses):
    """How many of the hidden `seeds` a search over `guesses` tells by their observations."""
    table = {print_of(slug, guess): guess for guess in guesses}
    return sum(table.get(print_of(slug, seed)) == seed for seed in seeds)


def guesses(slug, salts):
    """Seeds that somebody would try: small numbers, and the draws of salts that may be guessed."""
    return [*range(20)] + [
        seed for salt in salts for seed in draws.draws(salt, f"{slug}/decision", 2)
    ]


def test_a_search_finds_the_draws_of_a_salt_that_can_be_guessed_and_of_no_other(
    tmp_path, monkeypatch
):
    slug, easy = "product_operation", ["", "1", "salt", "course", draws.PUBLIC_SALT]
    tried = guesses(slug, easy)
    assert found_by_search(slug, draws.draws("course", f"{slug}/decision", 2), tried) == 2
    path = tmp_path / "salt.json"
    monkeypatch.setenv("COURSE_SALT", str(path))
    release.write_salt([], new=True)
    salt = json.loads(path.read_text())["salt"]
    assert found_by_search(slug, draws.draws(salt, f"{slug}/decision", 2), tried) == 0


def test_a_release_of_one_lesson_keeps_the_values_of_the_others(tmp_path, monkeypatch):
    path, lesson = tmp_path / "salt.json", layout.lesson("product_operation")
    monkeypatch.setenv("COURSE_SALT", str(path))
    path.write_text(json.dumps({"salt": "5" * 32, "values": {"pricing": {"baseline": [1.0]}}}))
    found = json.loads(release.write_salt([lesson]).read_text())
    assert found["salt"] == "5" * 32
    assert found["values"]["pricing"] == {"baseline": [1.0]}
    assert len(found["values"]["product_operation"]["baseline"]) > 1
    anew = json.loads(release.write_salt([lesson], new=True).read_text())
    assert anew["salt"] != "5" * 32
    assert set(anew["values"]) == {"product_operation"}


def test_a_salt_has_128_bits_and_so_has_each_seed(tmp_path, monkeypatch):
    """A billion machines with a million tries a second need longer than the universe is old."""
    salts = []
    for number in range(50):
        monkeypatch.setenv("COURSE_SALT", str(tmp_path / f"{number}.json"))
        salts.append(json.loads(release.write_salt([], new=True).read_text())["salt"])
    assert len(set(salts)) == 50
    seeds = draws.draws(salts[0], "x/decision", 50)
    assert len(set(seeds)) == 50
    for texts in (salts, seeds):
        assert all(len(bytes.fromhex(text)) == 16 for text in texts)
        used = np.array([list(bytes.fromhex(text)) for text in texts])
        assert (np.bitwise_or.reduce(used) == 255).all()  # every bit is used ...
        assert (np.bitwise_and.reduce(used) == 0).all()  # ... both ways
    years = 2**127 / (1e9 * 1e6) / (365 * 24 * 3600)
    assert years > 13.8e9


def test_known_draws_tell_nothing_of_the_others():
    """Of one salt, lessons, exercises and rounds have draws of their own."""
    salt = "s" * 32
    lists = [
        draws.draws(salt, "a/decision", 3),
        draws.draws(salt, "b/decision", 3),
        draws.draws(salt, "a/other", 3),
        draws.draws(f"{salt}/round-1", "a/decision", 3),
    ]
    assert len({seed for seeds in lists for seed in seeds}) == 12

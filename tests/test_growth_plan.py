"""The growth plan's tools: hours, evidence, phrases, channels, myths and try-outs."""

import numpy as np
import pandas as pd
import pytest

from course import operations
from course.check import guesses, record
from course.lessons.growth_plan import charts, evidence, hours, learning, myth_lab, tryouts
from course.lessons.growth_plan.barrel import Barrel
from course.practice import skills, standing


def myth_test(policy_a, policy_b, draws):
    return myth_lab.interval([policy_a(draw) - policy_b(draw) for draw in draws])


def test_thirty_tasks_of_functions_that_exist_and_hours_that_add_up():
    table = hours.tasks()
    assert len(table) == len(set(table["task"])) == 30
    assert set(hours.TASKS.values()) <= {each.lesson for each in operations.functions()}
    shares = hours.by_function(hours.colleague_hours())
    assert shares["hours"].sum() == 80
    assert shares["share"].sum() == pytest.approx(1)
    said = hours.where_am_i("Activity operation", hours.colleague_hours())
    assert said == (
        "Your title says Activity operation (20% of your hours). Your hours say Merchant operation"
        " (35%)."
    )
    assert "agree" in hours.where_am_i("Merchant operation", hours.colleague_hours())


@pytest.mark.parametrize("wrong", [{}, {"fly a kite": 3}, {"test headlines": "three"}])
def test_hours_that_cannot_be_read_are_refused_in_words(wrong):
    with pytest.raises(ValueError, match=r"thirty tasks|as numbers"):
        hours.by_function(wrong)


def test_the_cards_by_hand():
    rows = [
        ("2026-09-01", "pricing", "term", "", "price_terms", "recall", 1, 0.5, 12, 1, "x"),
        ("2026-09-02", "pricing", "term", "", "price_terms", "recall", 2, 1.0, 6, 0, ""),
        ("2026-09-09", "pricing", "term", "drill 1", "price_terms", "recall", 1, 1.0, 6, 0, ""),
        ("2026-09-09", "pricing", "term", "drill 2", "price_terms", "recall", 1, 0.0, 6, 0, "x"),
    ]
    log = pd.DataFrame(rows, columns=evidence.COLUMNS).assign(
        day=lambda table: pd.to_datetime(table["day"])
    )
    (card,) = evidence.cards(log).to_dict("records")
    assert card["function"] == "Pricing"
    assert card["better"] == pytest.approx((0.5 + 1 + 0) / 3)
    assert card["faster"] == pytest.approx(6 / 9)  # medians of 6 and 6, of 12 and 6 minutes
    assert card["more_efficient"] == pytest.approx((4 + 1) / 3)


def test_the_colleagues_gaps_have_evidence_and_are_sorted():
    log = evidence.colleague_log()
    found = evidence.gaps(log, hours.colleague_hours())
    assert found["gap"].is_monotonic_decreasing
    assert (found["rows"] > 0).all()
    assert (found["low"] < found["mastery"]).all()
    assert (found["mastery"] < found["high"]).all()
    assert "not enough to say" in set(found["state"])
    assert found.loc[0, "function"] == "Merchant operation"
    apart = evidence.calibration(evidence.colleague_rating(), log).set_index("function")["apart"]
    assert apart["Merchant operation"] > 0 > apart["Detail page"]


def test_ones_own_log_is_read_from_the_record(tmp_path, monkeypatch):
    (tmp_path / record.MARKER).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    assert evidence.my_log().empty
    record.write("hint", lesson="pricing", exercise="term", number=1)
    told = {"lesson": "pricing", "exercise": "term", "maximum": 2.0, "sentence": "Look again."}
    record.write("exercise", outcome="not attempted", score=0.0, **told)
    record.write("exercise", outcome="not yet", score=1.0, **told)
    for _ in range(3):  # Run All
        record.write("exercise", outcome="passes here", score=2.0, **told)
    log = evidence.my_log()
    assert log["share"].tolist() == [0.5, 1.0]
    assert log["hints"].tolist() == [1, 0]
    assert log["attempt"].tolist() == [1, 2]


def test_every_phrase_leads_to_an_exercise_that_exists():
    table = learning.phrases()
    assert len(table) >= 100
    assert set(table.values()) <= set(skills.exercises())
    first = learning.help_for("Event copy not attractive!").iloc[0]
    assert (first["lesson"], first["exercise"]) == ("Content operation", "choose")
    first = learning.help_for("account-title conversion low").iloc[0]
    assert (first["lesson"], first["exercise"]) == ("Title optimization", "write_title")
    assert learning.help_for("zzz").empty


def test_a_portfolio_wants_explanation_practice_and_feedback():
    assert learning.missing({"gap": ["book", "drill on fresh numbers", "own A/B test"]}) == []
    assert learning.missing({"gap": ["book", "paper"]}) == [
        ("gap", "practice"),
        ("gap", "feedback"),
    ]
    with pytest.raises(ValueError, match="crystal ball"):
        learning.missing({"gap": ["crystal ball"]})


def test_the_reading_map_has_all_functions_and_says_what_was_looked_up():
    table = learning.reading()
    written = {each.name for each in operations.functions() if each.chain != "you"}
    assert set(table["function"]) == written
    assert (table.groupby("function").size() == 3).all()
    assert set(table["checked"]) == {"looked up on 2026-11-27", "not looked up", "your own"}
    found = table["checked"].str.startswith("looked up")
    assert found.mean() > 0.7
    assert found[table["kind"] != "manual"].all()
    assert (table.loc[~found, "address"] == "").all()  # no address where nothing was found
    assert len(learning.reading("Pricing")) == 3


@pytest.mark.parametrize("asked", ["how do I become a manager", "ROAS bad", "too many returns"])
def test_a_phrase_that_shares_only_small_words_gets_no_answer(asked):
    assert learning.help_for(asked).empty


def test_a_title_that_is_no_function_is_said_to_be_none():
    said = hours.where_am_i("Content manager", hours.colleague_hours())
    assert "no function of the table" in said
    assert "Your hours say Merchant operation (35%)" in said


def test_a_slip_that_comes_back_fits_the_work():
    wrong = evidence.colleague_log().query("slip != ''")
    for lesson, slip in evidence.OWN_SLIP.items():
        own = wrong[wrong["slip"] == slip]
        assert set(own["lesson"]) == {lesson}
        assert set(own["kind"]) <= set(evidence.COUNTING)
        assert len(own) >= 5


def test_the_chart_of_rules_writes_each_verdict_once_and_beside_the_picture():
    found = myth_lab.lab(myth_test, range(5))
    html = charts.myths(found)._repr_html_()
    assert all(rule in html for rule in found["rule"])
    decided = (found["verdict"] != "not decided by so few draws").sum()
    assert html.count(">not decided</text>") == len(found) - decided
    assert "half widths" in html


def test_ten_rules_of_which_some_hold_some_fail_and_some_stay_open():
    few, more = (myth_lab.lab(myth_test, range(count)) for count in (5, 20))
    assert len(more) == 10
    assert set(more["verdict"]) == {"true", "false", "not decided by so few draws"}
    assert (few["verdict"] == "not decided by so few draws").sum() > (
        more["verdict"] == "not decided by so few draws"
    ).sum()


def test_the_interval_is_students():
    from scipy.stats import ttest_1samp

    differences = [1.0, 4.0, 2.5, -1.0, 3.0]
    mean, between = myth_lab.interval(differences)
    library = ttest_1samp(differences, 0).confidence_interval(0.95)
    assert mean == pytest.approx(np.mean(differences))
    assert between == pytest.approx(tuple(library))


def test_the_plain_way_of_each_try_out_is_worth_nothing_and_the_best_one():
    for place in range(len(tryouts.JOBS)):
        for turn in range(len(tryouts.ROUNDS)):
            asked = tryouts.job(place, turn)
            assert asked.high > asked.low
            if asked.options and asked.low == 0.0:
                best = [each for each in asked.options if asked.alone(each) > 0]
                assert tryouts.share(place, turn, [], []) == pytest.approx(0)
                assert tryouts.share(place, turn, best, []) == pytest.approx(1)
    equal = [10, 10, 10, 10]
    assert tryouts.share(1, 0, [], equal) == pytest.approx(0)


def test_try_outs_are_handed_in_once_and_shown_apart(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    widget = tryouts.TryOuts()
    asked = tryouts.job(0, 0)
    widget.picks = asked.product["true"][:5]
    widget.liked = 4
    widget.pressed = ["hand in", 1]
    assert "Handed in" in widget.view["told"]
    widget.pressed = ["hand in", 2]
    assert "no new try" in widget.view["told"]
    widget.task = 1
    widget.pressed = ["hand in", 3]
    assert "the title is empty" in widget.view["told"]
    widget.picks = tryouts.job(0, 1).product["true"][:5]
    widget.pressed = ["hand in", 4]
    assert widget.card().count("4.0") >= 1
    one, other = (
        tryouts.share(0, turn, tryouts.job(0, turn).product["true"][:5], []) for turn in (0, 1)
    )
    assert f">{(one + other) / 2:.2f}<" in widget.card()
    assert "better at" not in widget.card()
    assert "do not say on which job you are better" in " ".join(widget.card().split())
    widget.task = 2
    widget.put = [0, 40]
    widget.pressed = ["hand in", 5]
    assert "there are 40,000" in widget.view["told"]


def test_the_barrels_question_has_different_answers():
    def best(learner, stage):
        widget = Barrel(draw=learner, stage=stage)
        found = {}
        for strong in range(0, 17, 2):
            widget.strong = strong
            found[strong] = float(widget.view["told"].split("points")[0].split(">")[-1])
        return max(found, key=found.get)

    tops = [best(learner, "years 4-5") for learner in range(5)]
    assert tops[0] == 8
    assert min(tops[1:]) > 8  # as the lesson says
    assert max(tops) < 16
    assert best(0, "years 1-3") <= 2


def test_a_try_out_says_what_one_change_would_have_brought():
    for place in (2, 3, 4):
        asked = tryouts.job(place, 0)
        best = max(asked.options, key=asked.alone)
        assert f"with {best} (0.00 becomes " in tryouts.better(place, 0, [], [])
        good = [each for each in asked.options if asked.alone(each) > 0]
        assert tryouts.better(place, 0, good, []).startswith("No single change")
    assert "5 thousand from" in tryouts.better(1, 0, [], [40, 0, 0, 0])
    assert tryouts.better(0, 0, tryouts.job(0, 0).product["true"][:1], []).startswith("What would")


def test_the_myth_lab_refuses_a_wrong_test():
    def turned(policy_a, policy_b, draws):
        return myth_test(policy_b, policy_a, draws)

    with pytest.raises(ValueError, match="not right yet"):
        myth_lab.lab(turned, range(3))


def test_a_question_is_one_guess_however_often_its_cell_runs(tmp_path, monkeypatch):
    (tmp_path / record.MARKER).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    for _ in range(3):
        guesses.predict("pricing", "the price", 30, 0, 100)
        guesses.guess("pricing", "the price", 42)
    (line,) = [each for each in record.read() if each["kind"] == "answer"]
    assert (line["low"], line["high"]) == (0, 100)
    assert evidence.my_guesses()["value"].tolist() == [30]
    assert standing.guesses(tmp_path)[0].off == pytest.approx(0.12)


def test_the_colleagues_answers_agree():
    """Hours, self-rating, gap list and the order of both stages point to merchants."""
    log = evidence.colleague_log()
    lacking = evidence.gaps(log, hours.colleague_hours())
    m, d = (lacking.groupby("function")[name].mean() for name in ("mastery", "demand"))
    assert m.idxmin() == d.idxmax() == lacking.loc[0, "function"] == "Merchant operation"
    assert m.min() < 0.6  # in years 4 to 5 her strongest so far, and not solid
    assert (m * d).idxmax() == "Merchant operation"
    assert (m.drop("Merchant operation") >= 0.6).all()
    apart = evidence.calibration(evidence.colleague_rating(), log).set_index("function")["apart"]
    assert apart.idxmax() == "Merchant operation"

"""The cockpit: what is set by hand is what the engine plays, and the file is the engine's log."""

import json
import re
import time

import nbformat
import pytest

from course.lessons.capstone_quarter import Cockpit
from course.lessons.capstone_quarter.answers import EXPERTS
from course.lessons.capstone_quarter.forms import FORMS
from course.lessons.capstone_quarter.widget import LEVERS, TABS, levers_of
from course.market.quarter import PLUGS, LogError, Quarter, play, replay
from course.market.quarter.weaknesses import WEAKNESSES
from course.practice.lab import prepare
from tests import browser
from tests.browser import ROOT, LabPage
from tests.conftest import needs
from tests.test_widgets import AUDIT, SIZES, THEMES

EVERY = [lever for held in LEVERS.values() for lever in held]
BAG = "olive canvas backpack"
IDEA = "delivery cost earlier"


class Player:
    """A cockpit whose browser is this class: it sends what frame.js and widget.js send."""

    def __init__(self, path, **how):
        self.cockpit, self.count = Cockpit(file=path, **how), 0

    def send(self, **changes):
        self.count += 1
        self.cockpit.set_state({**changes, "asked": self.count})
        return self

    def set(self, lever, key, value):
        return self.send(edit=[lever, key, value, self.count])

    def press(self, what):
        return self.send(pressed=[what, self.count])

    def show(self, tab, lever=""):
        return self.send(tab=tab, lever=lever).text

    @property
    def text(self):
        view = self.cockpit.view
        return re.sub(r"<[^>]*>", " ", view["told"] + view["picture"]).replace("&#x27;", "'")

    @property
    def week(self):
        return int(re.search(r"data-week='(\d+)'", self.cockpit.view["told"]).group(1))

    def finish(self):
        while any(each["kind"] == "button" and each["main"] for each in self.cockpit.controls()):
            week = self.week
            assert self.press("play").week == week + 1, self.text
        return self


@pytest.fixture
def file(tmp_path):
    return tmp_path / "quarter-3.jsonl"


def actions(file):
    """{week: actions} of a log."""
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    return {line["week"]: line["actions"] for line in lines if line["kind"] == "week"}


# The file


def test_what_is_played_by_hand_is_the_log_of_a_policy_that_does_the_same(file):
    player = Player(file)
    player.set("threshold", 0, 55).set("spend", "creators", 4000).set("messages", "regulars", 2)
    player.press("play")
    player.set("prices", BAG, 41.5).set("launch", IDEA, True).set("merchants", 12, "coach")
    player.press("play")
    player.set("membership", "none", False).set("coupons", "share", 30)
    player.finish()
    text = file.read_bytes().decode()
    did = actions(file)
    assert set(did[1]) == {"threshold", "spend", "messages"}
    assert set(did[2]) == {"prices", "launch", "merchants"}
    assert set(did[3]) == {"membership", "coupons"}
    assert did[1]["threshold"] == 55
    assert did[2]["launch"] == [IDEA]
    assert did[4] == {}

    def same(obs):
        week = dict(did[obs["week"]])
        if "merchants" in week:
            week["merchants"] = {12: "coach"}
        return week

    assert play(same, 3).log == text
    assert replay(text) == text


def test_nothing_is_written_before_a_week_is_played(file):
    Player(file).set("threshold", 0, 55)
    assert list(file.parent.iterdir()) == []


def test_a_file_that_is_opened_again_goes_on_where_it_stopped(file):
    first = Player(file).press("play").press("play")
    first.set("threshold", 0, 20)
    second = Player(file)
    assert second.week == 3
    assert "no changes" in second.text
    second.finish()
    assert len(file.read_text().splitlines()) == 15
    assert "value of the quarter" in Player(file).text


def test_a_log_of_code_can_be_looked_at(file):
    file.write_bytes(
        play(lambda obs: {"threshold": 500} if obs["week"] == 3 else {}, 3).log.encode()
    )
    player = Player(file)
    assert "over" in player.text
    assert "refused: threshold" in player.show("journal")


def test_the_file_stands_beside_the_notebook_by_default(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Cockpit().set_state({"pressed": ["play", 1], "asked": 1})
    assert [each.name for each in tmp_path.iterdir()] == ["quarter-3.jsonl"]


def broken(file, **how):
    player = Player(file, **how)
    assert "cannot be opened" in player.text
    player.press("play").set("threshold", 0, 3)  # nothing breaks
    return player.text


def test_a_file_that_cannot_be_played_says_so(file):
    log = play(lambda obs: {}, 4).log
    file.write_text(log)
    assert "holds the quarter of seed 4, not of 3. Open it with Cockpit(seed=4)" in broken(file)
    file.write_text("what is this?\n")
    assert "no log of a quarter" in broken(file)
    file.write_text("")
    assert "no log of a quarter" in broken(file)
    file.write_bytes(b"\xff\xfe")
    assert "cannot be read" in broken(file)
    file.write_text('{"kind": "quarter", "format": 99, "seed": 3}\n')
    assert "format 99" in broken(file)
    text = play(lambda obs: {}, 3).log.replace('"cash": ', '"cash": 9', 1)
    file.write_text(text)
    assert "line 2 is not what the actions before it give" in broken(file)
    assert file.read_text() == text, "it is left alone"


def test_a_folder_that_cannot_be_written_costs_no_week(tmp_path):
    player = Player(tmp_path / "nowhere" / "quarter.jsonl").press("play")
    assert player.week == 1
    assert "cannot be written" in player.text
    assert "Give the name of a file" in player.text


def test_a_week_that_was_played_elsewhere_is_refused_and_read_again(file):
    one, other = Player(file), Player(file)
    one.press("play")
    before = file.read_text()
    other.set("threshold", 0, 10).press("play")
    assert other.week == 1
    assert "was played in another place" in other.text
    assert "Read the file again" in other.text
    assert file.read_text() == before
    assert other.press("read").week == 2
    other.press("play")
    assert actions(file) == {1: {}, 2: {}}


# The levers


def test_every_lever_has_a_form_a_place_and_a_simple_rule():
    assert set(EVERY) == set(FORMS) == set(Quarter(0)._levers)
    assert len(EVERY) == len(set(EVERY)) == 22


@pytest.mark.parametrize("seed", [0, 3])
def test_the_simple_rules_and_the_experts_may_be_played_every_week(tmp_path, seed):
    player = Player(tmp_path / "log", seed=seed, plugs=EXPERTS)
    for week in range(1, 14):
        for lever in EVERY:
            if lever in ("membership", "test", "commission") and week > 1:
                continue
            player.set(lever, "way", "own" if week % 2 else "simple")
            assert player.cockpit._refused == {}, (lever, week)
        player.press("play")
        assert player.week == week + 1


def test_my_functions_are_asked_again_every_week_where_their_lesson_does(file):
    player = Player(file, plugs=EXPERTS)
    player.press("own")
    player.finish()
    did = actions(file)
    assert set(did[1]) >= {"reorder", "prices", "merchants", "title", "spend"}
    assert set(did[2]) >= {"reorder", "merchants"}
    assert not {"title", "spend", "bids"} & set(did[2])


def test_a_function_that_stops_is_named_and_nothing_changes(file):
    def set_prices(history, products):
        raise ZeroDivisionError("no weeks")

    player = Player(file, plugs={"set_prices": set_prices})
    player.set("prices", "way", "own")
    said = player.show("store", "prices")
    assert "set_prices stopped with ZeroDivisionError: no weeks" in said
    assert player.press("play").week == 2
    assert actions(file) == {1: {}}
    player = Player(file, plugs={"set_prices": lambda history, products: {BAG: "dear"}})
    player.set("prices", "way", "own")
    assert "stopped with" in player.show("store", "prices")


BY_HAND = {  # lever: (key, value, what then stands in the log)
    "reorder": (BAG, 150, lambda action: action[BAG] == 150),
    "title": ("waterproof", True, lambda action: "waterproof" in action),
    "modules": ("video", False, lambda action: "video" not in action),
    "test": (
        "B arm",
        500,
        lambda action: action == [{"idea": "B", "arm": 500, "metric": "orders"}],
    ),
    "prices": ("all", 1.05, lambda action: len(action) == 20),
    "threshold": (0, 70, lambda action: action == 70),
    "bids": ("gym bag", 0.35, lambda action: action["gym bag"] == 0.35),
    "spend": ("affiliates", 2000, lambda action: action["affiliates"] == 2000),
    "referral": (1, 0.25, lambda action: action[1] == 0.25),
    "onboarding": ("watch the tour", False, lambda action: "watch the tour" not in action),
    "order": ("glass teapot", 1, lambda action: action[0] == "glass teapot"),
    "launch": (IDEA, True, lambda action: action == [IDEA]),
    "membership": ("none", False, lambda action: len(action) == 2),
    "messages": ("offices", 3, lambda action: action["offices"] == 3),
    "coupons": ("share", 10, lambda action: sum(action) == 100),
    "group": (0, 4, lambda action: action[0] == 4),
    "merchants": (3, "suspend", lambda action: action == {"3": "suspend"}),
    "commission": ("Bags", 7.5, lambda action: 0.075 in action),
}


@pytest.mark.parametrize("lever", BY_HAND)
def test_a_lever_is_set_by_hand(file, lever):
    key, value, holds = BY_HAND[lever]
    player = Player(file, seed=5)
    if key not in {"none", "share", "all", 0, 1} and lever in ("title", "order"):
        names = list(player.cockpit._obs["settings"][lever])
        if lever == "order":
            key = names[-1]
            holds = lambda action, key=key: action[0] == key  # noqa: E731
        else:
            product = player.cockpit._obs["records"]["title"]["product"]
            key = next(word for word in product["vocabulary"] if word not in names)
            holds = lambda action, key=key: key in action  # noqa: E731
    player.set(lever, key, value).press("play")
    assert player.week == 2, player.text
    assert holds(actions(file)[1][lever])


def test_a_campaign_is_set_in_percent_and_nothing_is_not_enrolled(file):
    player = Player(file)
    name = next(iter(player.cockpit._obs["settings"]["enrol"]))
    other = list(player.cockpit._obs["settings"]["enrol"])[1]
    player.set("enrol", name, 25).set("enrol", other, 0).press("play")
    action = actions(file)[1]["enrol"]
    assert action[name] == 0.25
    assert other not in action


def test_posts_and_headlines_may_stand_halfway_but_are_not_played(file):
    for lever, first in (("posts", "Mon 8:00"), ("headlines", "headline 1")):
        player = Player(file)
        player.set(lever, first, 0)
        said = player.show(next(tab for tab in LEVERS if lever in LEVERS[tab]), lever)
        assert "cannot be played" in said
        assert player.press("play").week == 1
        assert "add up to" in player.text
        assert not file.exists()
    player.set("headlines", "headline 2", player.cockpit._draft["headlines"][1] + 32)
    assert player.press("play").week == 2


def test_a_test_is_planned_watched_and_decided(file):
    player = Player(file, seed=5)
    most = player.cockpit._obs["tests"]["A"]["visitors"] / 13
    player.set("test", "A metric", "clicks").set("test", "A arm", most)
    player.press("play")
    assert "clicks a visitor" in player.show("store", "test")
    player.set("test", "A decision", "ship")
    assert "the test of idea A is not over" in player.text
    player.press("play")
    player.set("test", "A decision", "drop").press("play")
    did = actions(file)
    assert did[1]["test"] == [{"idea": "A", "arm": most, "metric": "clicks"}]
    assert did[3]["test"] == [{"idea": "A", "decision": "drop"}]
    assert replay(file.read_text()) == file.read_text()


OUT_OF_RANGE = [
    ("prices", BAG, 1000, "within 20%"),
    ("prices", BAG, None, "no number"),
    ("spend", "creators", 40_000, "together 0 to 40,000"),
    ("reorder", BAG, -1, "0 to 5,000"),
    ("threshold", 0, 101, "0 to 100"),
    ("threshold", 0, "x", "not a number"),
    ("posts", "Mon 8:00", -1, "below 0"),
    ("enrol", "moon", 20, "there is no 'moon'"),
    ("launch", "moon", True, "there is no 'moon'"),
    ("merchants", 3, "sell", "cannot be done"),
    ("messages", "offices", 2.5, "whole number"),
]


@pytest.mark.parametrize(("lever", "key", "value", "sentence"), OUT_OF_RANGE)
def test_what_is_out_of_range_is_a_sentence_and_changes_nothing(file, lever, key, value, sentence):
    player = Player(file).set(lever, key, value)
    tab = next(tab for tab in LEVERS if lever in LEVERS[tab])
    assert sentence in player.show(tab, lever)
    if lever != "posts":
        assert player.press("play").week == 2
        assert actions(file) == {1: {}}


def test_undo_takes_this_weeks_changes_back(file):
    player = Player(file).set("threshold", 0, 1).set("launch", IDEA, True)
    assert "changes: Free delivery, Launches" in player.text
    player.press("undo")
    assert "no changes" in player.text


def test_a_change_back_is_no_change(file):
    player = Player(file)
    now = player.cockpit._obs["settings"]["threshold"]
    player.set("threshold", 0, 1).set("threshold", 0, now)
    assert "no changes" in player.text


# A team


TEAM = ("store", "acquire", "platform", "users, merchant", "business")


def test_a_team_plays_one_file_which_is_that_of_a_policy(file):
    players = {role: Player(file, role=role) for role in TEAM}
    for week in (1, 2):
        for role, player in players.items():
            player.press("read")
            assert player.week == week
            if role == "store":
                player.set("threshold", 0, 40 + week)
            if role.startswith("users"):
                player.set("merchants", week, "coach")
            player.press("play")
        assert players["business"].week == week + 1, "the last one plays the week"
    text = file.read_text()
    assert '"role"' not in text
    assert actions(file) == {
        week: {"threshold": 40 + week, "merchants": {str(week): "coach"}} for week in (1, 2)
    }
    assert replay(text) == text


def test_a_role_shows_and_sets_its_levers_alone(file):
    player = Player(file, role="pricing")
    assert levers_of("pricing") == ["prices", "threshold"]
    said = player.show("store")
    assert "Free delivery" in said
    assert "Title" not in said
    assert "Supply" not in said
    player.set("title", "x", True).set("launch", IDEA, True)
    assert "no changes" in player.text


def test_who_is_missing_is_said_and_a_part_may_be_changed_until_then(file):
    player = Player(file, role="pricing").set("threshold", 0, 20).press("play")
    assert player.week == 1
    assert "is handed in" in player.text
    assert "Missing: activation" in player.text
    assert "pricing" not in player.text.split("Missing:")[1]
    player.set("threshold", 0, 30).press("play")
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [line["kind"] for line in lines] == ["quarter", "role"]
    assert lines[1]["actions"] == {"threshold": 30}


def test_two_may_not_hold_one_lever(file):
    Player(file, role="store").press("play")
    player = Player(file, role="pricing").press("play")
    assert "was handed in by 'store' already" in player.text
    assert "a role that nobody else has" in player.text


def test_a_week_of_the_team_that_was_played_in_the_meantime_is_refused(file):
    late = Player(file, role="store").set("threshold", 0, 9)
    for role in TEAM:
        Player(file, role=role).press("play")
    assert late.press("play").week == 1
    assert "was played in another place" in late.text
    assert late.press("read").week == 2


def test_a_team_goes_on_after_a_break_with_what_was_handed_in(file):
    for role in TEAM[:3]:
        Player(file, role=role).press("play")
    for role in TEAM[3:]:
        last = Player(file, role=role).press("play")
    assert last.week == 2


def test_an_open_week_of_a_team_is_not_played_alone(file):
    Player(file, role="store").press("play")
    assert "is a team's, and a week is open" in broken(file)


def test_a_role_or_a_plug_that_is_none_is_a_sentence(file):
    assert "there is no role 'king'" in broken(file, role="king")
    assert "plugs has the name 'fly'" in broken(file, plugs={"fly": len})
    with pytest.raises(LogError, match="pricing"):
        levers_of("nobody")


# What is seen


def test_no_truth_is_shown(file):
    player = Player(file)
    player.press("play")
    shown = "".join(player.show(tab, lever) for tab in TABS for lever in LEVERS.get(tab, [""]))
    truth = Quarter(3).truth()
    for name in (*WEAKNESSES, truth["shock"]):
        assert name not in shown


def test_eight_weeks_before_the_quarter_are_drawn(file):
    picture = Player(file).cockpit.view["picture"]
    assert "week −7: " in picture
    assert "week 0: " in picture
    assert "week 1: " not in picture


def test_a_week_without_counts_is_drawn_without_them(tmp_path):
    seed = next(
        f"o{place}"
        for place in range(60)
        if Quarter(f"o{place}").truth()["shock"] == "tracking outage"
    )
    player = Player(tmp_path / "log", seed=seed)
    for _ in range(Quarter(seed).truth()["hits"]):
        player.press("play")
    assert "not counted since" in player.text
    assert "nan" not in player.text


def test_the_card_has_the_settings_and_no_inputs(file):
    card = Player(file).cockpit.card()
    assert "Free delivery" in card
    assert "<input" not in card
    assert "<button" not in card


def test_a_week_answers_in_half_a_second_and_an_input_at_once(file):
    player, weeks, inputs = Player(file), [], []
    player.show("store", "prices")
    for week in range(12):
        for step in range(5):
            begun = time.process_time()
            player.set("prices", BAG, 40 + 0.1 * week + 0.1 * step)
            inputs.append(time.process_time() - begun)
        begun = time.process_time()
        player.press("play")
        weeks.append(time.process_time() - begun)
    assert sorted(weeks)[len(weeks) // 2] < 0.5
    assert sorted(inputs)[-3] < 0.06


# In the browser

in_a_browser = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("widgets"),
    needs(browser.missing()),
]


@pytest.fixture(scope="module")
def cockpit(tmp_path_factory):
    """(page, folder of the notebook): a notebook with the cockpit, run."""
    folder = tmp_path_factory.mktemp("cockpit")
    prepare(ROOT, folder / "work")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cell = nbformat.v4.new_code_cell(
        "from course.lessons.capstone_quarter import Cockpit\n"
        "Cockpit(plugs={'threshold': lambda baskets, fee, cost, margin: 61})"
    )
    nb = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})
    nbformat.write(nb, folder / "work" / "play.ipynb")
    with browser.jupyterlab(folder / "work", folder) as address, browser.chromium() as chromium:
        page = LabPage(chromium, address, "play.ipynb")
        page.run_all()
        yield page, folder / "work"
        assert page.outside == []
        assert page.errors == []
        page.close()


def played(widget, week):
    widget.locator(f"[data-week='{week}']").wait_for()


class TestInTheBrowser:
    pytestmark = in_a_browser

    def test_the_mouse_sets_levers_and_plays_a_week(self, cockpit):
        page, folder = cockpit
        widget = page.widget("Cockpit")
        widget.get_by_role("button", name="Store").click()
        widget.get_by_role("button", name=re.compile("^Free delivery")).click()
        page.drag(widget.get_by_role("slider", name="free from"), 45)
        widget.get_by_role("button", name=re.compile(r"^Free delivery: \$45")).wait_for()
        widget.get_by_role("button", name=re.compile("^Prices")).click()
        price = widget.get_by_label(f"price: {BAG}")
        price.fill("1000")
        price.press("Enter")
        widget.get_by_text("within 20%").first.wait_for()
        widget.get_by_role("button", name=re.compile("^Test")).click()
        widget.get_by_role("slider", name="A, in each arm").wait_for()
        widget.get_by_role("button", name="Play week 1").click()
        played(widget, 2)
        assert actions(folder / "quarter-3.jsonl") == {1: {"threshold": 45}}

    def test_the_keyboard_alone_sets_levers_and_plays_a_week(self, cockpit):
        page, folder = cockpit
        widget = page.widget("Cockpit")
        week = int(widget.locator("[data-week]").get_attribute("data-week"))
        keyboard = page.page.keyboard

        def reach(name):
            for _ in range(120):
                said = page.page.evaluate(
                    "() => { const node = document.activeElement; return node.ariaLabel ||"
                    " node.labels?.[0]?.innerText || node.innerText || ''; }"
                )
                if re.match(name, said.strip()):
                    return
                keyboard.press("Tab")
            raise AssertionError(f"Tab does not reach {name}")

        widget.get_by_role("button", name=re.compile("^Play week")).focus()
        reach("Store")
        keyboard.press("Enter")
        reach("Free delivery")
        keyboard.press("Enter")
        widget.get_by_role("slider", name="free from").wait_for()
        reach("Set it")
        keyboard.type("my")  # a list chooses by the first letters
        widget.get_by_role("button", name=re.compile(r"^Free delivery: \$61")).wait_for()
        reach("free from")
        for _ in range(2):
            keyboard.press("ArrowRight")
        widget.get_by_role("button", name=re.compile(r"^Free delivery: \$63")).wait_for()
        widget.get_by_role("button", name=re.compile("^Play week")).focus()
        keyboard.press("Enter")
        played(widget, week + 1)
        assert actions(folder / "quarter-3.jsonl")[week]["threshold"] == 63

    @pytest.mark.parametrize("theme", THEMES)
    @pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
    def test_every_part_looks_right_and_axe_finds_nothing(self, cockpit, size, theme):
        page, _ = cockpit
        page.page.set_viewport_size({"width": size[0], "height": size[1]})
        page.page.evaluate(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})",
            browser.THEMES[theme],
        )
        widget, wrong = page.widget("Cockpit"), []
        page.page.wait_for_timeout(400)  # until the pictures have the new width
        for tab, name in TABS.items():
            widget.get_by_role("button", name=name).first.click()
            for lever in LEVERS.get(tab, [""]):
                if lever:
                    button = widget.locator(f"[data-key='lever {lever}']")
                    button.click()
                    widget.locator(f"[data-key='lever {lever}'][aria-pressed=true]").wait_for()
                wrong += [f"{tab} {lever}: {each}" for each in widget.evaluate(AUDIT)]
                if size == SIZES[0]:
                    found = page.violations("[aria-label='Cockpit']")
                    wrong += [f"{tab} {lever}: {each}" for each in found]
        assert wrong == [], "\n".join(wrong)


def test_the_names_of_plugs_are_those_that_the_cockpit_offers():
    assert {plug.lever for plug in PLUGS.values()} == set(EVERY)

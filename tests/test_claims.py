"""What the prose of a lesson says of the data that learners see is so: each claim on the very data."""

import re

import numpy as np
import pytest

from course.authoring import canon, layout
from course.lessons.activation_and_recall import checks as recall
from course.lessons.activation_and_recall.practice_shop import returns
from course.lessons.title_optimization import SearchPage, draw, stuffed_title


def cell(slug, name):
    notebook = canon.read(layout.lesson(slug).notebook("source"))
    return next(each.source for each in notebook.cells if each.id == name)


def numbers(text):
    """Every number of a text, thousands with their commas, in its order."""
    return [float(each.replace(",", "")) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def test_the_five_hundred_customers_tell_mistakes_from_the_right_day():
    """20: each known mistake gives another day, and so does the one that divides by all."""
    table = returns()
    days, returned = table["days"].to_numpy(), table["returned"].to_numpy()
    right = recall.gap_of_practice()[0].run
    slips = {slip.sentence: slip.gives(days, returned) for slip in recall.gap_slips()}
    assert len(slips) >= 5
    for sentence, day in slips.items():
        learner = recall.check.Learner({"best_gap": lambda days, returned, day=day: day})
        assert not right(learner).right, sentence


def test_the_owners_title():
    """05: the title of the ticket, its four untrue words, and what five and nine true words earn."""
    product, queries, rivals = draw(2)
    page, stuffed = SearchPage(product, queries, rivals), stuffed_title(queries)
    untrue = [word for word in stuffed if word not in product["true"]]
    assert set(untrue) == {"chest-strap", "men", "commuting", "30l"}
    shown = re.search(r"> \*\*(.*)\*\*", cell("title_optimization", "predict-question"))[1].lower()
    assert {*re.split(r"[ ,]+", shown)} - {"with", "for"} == set(stuffed)
    clean = [word for word in stuffed if word in product["true"]]
    assert 2.5 < page.orders(clean) / page.orders(stuffed) < 3  # "almost three times as much"
    first, last = queries["weekly_volume"].iloc[[0, -1]]
    said = cell("title_optimization", "worked-log")
    assert f"{first:,} times, the sixtieth {last:,} times" in said
    true = [word for word in stuffed_title(queries, words=None) if word in product["true"]]
    assert (
        f"earn {page.orders(true[:5]):.0f} orders there, nine earn {page.orders(true[:9]):.0f}"
        in cell("title_optimization", "widget-insight")
    )


def test_no_two_practice_products_have_the_same_searches():
    """05: searches differ from product to product."""
    volumes = [draw(number)[1]["weekly_volume"].to_numpy() for number in range(5)]
    for place, one in enumerate(volumes):
        for other in volumes[place + 1 :]:
            assert np.mean(one == other) < 0.2
        assert list(one) == sorted(one, reverse=True)
        assert one.min() > 0
    assert len({int(each.sum()) for each in volumes}) == pytest.approx(5)

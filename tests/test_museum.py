"""The cells that are checked and not graded: wrong as they are laid out, right once repaired."""

import re
from importlib import import_module

import pytest

from course.authoring import canon, layout
from course.check.learner import Learner
from tests import runs


def panels(notebook):
    """{cell id: what its check said} of a notebook that ran."""
    return {
        cell.id: "\n".join(
            output.data.get("text/plain", "")
            for output in cell.outputs
            if output.output_type == "display_data"
        )
        for cell in notebook.cells
        if cell.cell_type == "code"
    }


# Repairs that a hurried reader may try, and that give the right answer in some cases.
HALF_REPAIRS = [
    (
        "activation_and_recall",
        "museum_likely",
        "def gets_the_coupon(p): return max(p, key=lambda n: p[n]['with'] - p[n]['without'])",
    ),
    (
        "title_optimization",
        "museum_rank_blind",
        "def most_wanted(log):"
        " return log.assign(w=log['ctr'] * log['rank']).sort_values('w')['text'].iloc[-1]",
    ),
    ("activation_and_recall", "museum_redeemed", "def orders_won(f): return 150"),
    (
        "activation_and_recall",
        "museum_redeemed",
        "def orders_won(f): return abs(f['orders_with'] - f['orders_without_equal_group'])",
    ),
    (
        "activation_and_recall",
        "museum_likely",
        "def gets_the_coupon(p): return sorted(p, key=lambda n: p[n]['with'])[1]",
    ),
    (
        "activation_and_recall",
        "museum_likely",
        "def gets_the_coupon(p):"
        " return max((n for n in p if p[n]['without'] < 0.5), key=lambda n: p[n]['with'])",
    ),
    (
        "activation_and_recall",
        "museum_season",
        "def recall_brought(f): return round(f['november_written_to'] - 0.11, 4)",
    ),
    (
        "activation_and_recall",
        "museum_season",
        "def recall_brought(f):"
        " return round(max(0, f['november_written_to'] - f['november_not_written_to']), 4)",
    ),
    (
        "category_operation",
        "museum_volume",
        "def best_product(p): return max(p, key=lambda n: p[n]['margin'])",
    ),
    (
        "category_operation",
        "museum_lift",
        "def pair_for_the_page(p): return max(p, key=lambda n: p[n]['baskets'])",
    ),
    (
        "category_operation",
        "museum_lift",
        "def pair_for_the_page(p): return max(p, key=lambda n: p[n]['lift'] * p[n]['baskets'])",
    ),
    (
        "category_operation",
        "museum_newcomer",
        "def worth_launching(f): return f['new_units'] > f['lost_units']",
    ),
    ("product_operation", "museum_sum", "def honest_total(claims, came): return 5.175"),
    (
        "product_operation",
        "museum_loudest",
        "def first_to_fix(w): return min(w, key=lambda n: w[n]['tickets'])",
    ),
    (
        "product_operation",
        "museum_no_holdout",
        "def what_launches_did(o): return max(0, o['this_year'] / o['last_year'] - 1)",
    ),
    (
        "product_selection",
        "museum_volume",
        "def better_launch(p): return p.loc[p['offers'].idxmin(), 'product']",
    ),
    ("product_selection", "museum_returns", "def dress_contribution(dress): return 16.6"),
    ("product_selection", "museum_december", "def is_growing(year): return False"),
    (
        "sourcing_and_stock",
        "museum_fob",
        "def cheapest(s): return s.loc[s['fob'].idxmax(), 'supplier']",
    ),
    (
        "sourcing_and_stock",
        "museum_shelf",
        "def daily_demand(days): return float(days.loc[days['sold'] > 0, 'sold'].mean())",
    ),
    (
        "paid_promotion",
        "museum_top",
        "def best_place(places, value): return min(places, key=lambda p: p['price'])['place']",
    ),
    (
        "paid_promotion",
        "museum_top",
        "def best_place(places, value): return max(p['place'] for p in places)",
    ),
    (
        "paid_promotion",
        "museum_roas",
        "def best_word(w): return max(w, key=lambda r: r['with_ads'] - r['without_ads'])['word']",
    ),
    (
        "paid_promotion",
        "museum_roas",
        "def best_word(w): return max(w, key=lambda r: r['with_ads'] / r['without_ads'])['word']",
    ),
    (
        "paid_promotion",
        "museum_average",
        "def cost_of_next_order(w): return (w['next_spend'] - w['spend']) / 2",
    ),
]


@pytest.mark.parametrize(("slug", "room", "code"), HALF_REPAIRS)
def test_half_a_repair_does_not_pass(slug, room, code):
    namespace = {}
    exec(code, namespace)
    checks = import_module(f"course.lessons.{slug}.checks")
    found = [check.run(Learner(namespace)) for check in getattr(checks, room)()]
    assert not all(each.right for each in found)


@pytest.mark.parametrize("lesson", layout.lessons(), ids=lambda lesson: lesson.slug)
def test_what_a_function_gets_is_shown_before_it_is_written(lesson):
    """In every museum room, tryout and exercise whose check calls a learner's function."""
    checks = import_module(f"course.lessons.{lesson.slug}.checks")
    cells = canon.read(lesson.notebook("source")).cells
    shown, missing = set(), []
    for place, cell in enumerate(cells):
        shown |= set(re.findall(r"checks\.given\(checks\.(\w+)\(", cell.source))
        tests = cell.source + "".join(
            other.source for other in cells[place + 1 :] if other.id == f"{cell.id}_test"
        )
        asked = re.findall(r"(?:tryout\([^)]*?|visible\()checks\.(\w+)\(\)", tests)
        if asked and "def " in cell.source and not cell.id.endswith("_test"):
            first = getattr(checks, asked[0])()[0].calls
            if (first() if callable(first) else first) and asked[0] not in shown:
                missing.append(cell.id)
    assert missing == []


@pytest.mark.slow
@runs.each_lesson
def test_the_museum_is_wrong_and_can_be_repaired(lesson):
    source = canon.read(lesson.notebook("source"))
    repaired = runs.repairs(lesson.slug)
    museum = {
        cell.id
        for cell in source.cells
        if cell.id.startswith("museum-") and cell.cell_type == "code"
    }
    assert museum <= repaired.keys()
    before, after = panels(runs.release(lesson)), panels(runs.source(lesson))
    assert {
        name: before[name].split("\n")[0] for name in museum if "not yet" not in before[name]
    } == {}
    said = {name: after[runs.REPAIRED + name] for name in repaired}
    assert {name: text for name, text in said.items() if "right" not in text} == {}

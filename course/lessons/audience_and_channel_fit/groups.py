"""Customers as dots: choose how many groups, and whether a dollar may outweigh an order."""

from functools import lru_cache

import traitlets

from course.check.numbers import money, number
from course.lessons.audience_and_channel_fit.practice_shop import customers
from course.widgets.chart import (
    BLUE,
    GREEN,
    ORANGE,
    PURPLE,
    SKY,
    Axis,
    Chart,
    Html,
    sign,
    table,
    told,
)
from course.widgets.frame import Widget, practice, slider, tick

KS = (2, 3, 4, 5)
LOOKS = ((BLUE, "circle"), (ORANGE, "up"), (GREEN, "square"), (PURPLE, "diamond"), (SKY, "plus"))
HIGH, LOW = 280, 210  # px, beside and above the list
LIST = 490  # px


@lru_cache(maxsize=5 * 2 * len(KS))  # every setting of the widget
def groups_of(draw, k, scaled):
    """`cluster` of practice shop `draw`."""
    return cluster(customers(draw), k, scaled)


def cluster(table, k, scaled):
    """(labels, silhouette) of k-means on orders and basket; `scaled` gives both the same spread
    first.
    """
    from sklearn.cluster import KMeans  # slow to import: only when somebody drags
    from sklearn.metrics import silhouette_score

    x = table.to_numpy(float)
    if scaled:
        x = (x - x.mean(axis=0)) / x.std(axis=0)
    labels = KMeans(k, n_init=4, random_state=0).fit_predict(x)
    return labels, float(silhouette_score(x, labels))


def _call(orders, basket):
    often, dear = orders >= 6, basket >= 90
    return {
        (True, True): "regulars with large baskets",
        (True, False): "regulars with small baskets",
        (False, True): "rare, but large baskets",
        (False, False): "occasional small buyers",
    }[(often, dear)]


def _names(groups):
    """One name a group, in order of the basket; where two would be the same, the basket is named."""
    names = [_call(group["orders"], group["basket"]) for group in groups]
    return [
        f"{name}, about {money(group['basket'])}" if names.count(name) > 1 else name
        for name, group in zip(names, groups, strict=True)
    ]


class CustomerGroups(Widget):
    """Customers on a map of orders a year and dollars a basket, in k groups.

    Traits: `draw` (practice shop 0 to 4), `k` (2 to 5), `scaled` (whether the
    features are standardised).
    """

    name = "Customer groups"
    moves = ("draw", "k", "scaled")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    k = traitlets.Int(3, min=2, max=5).tag(sync=True)
    scaled = traitlets.Bool(True).tag(sync=True)

    def start(self):
        self._prepare(None)

    @traitlets.observe("draw")
    def _prepare(self, _change):
        """Have every grouping of this shop at hand before somebody drags."""
        for k in KS:
            for scaled in (True, False):
                groups_of(self.draw, k, scaled)

    def controls(self):
        return [
            practice("Shop", "shop"),
            slider("k", "Number of groups", 2, 5),
            tick("scaled", "Give both the same spread"),
        ]

    def look(self):
        people = customers(self.draw)
        labels, silhouette = groups_of(self.draw, self.k, self.scaled)
        groups = [people[labels == each] for each in sorted(set(labels.tolist()))]
        groups.sort(key=lambda group: group["basket"].mean())
        means = [group[["orders", "basket"]].mean() for group in groups]
        names = _names(means)
        rows = [
            [
                Html(f"{sign(shape, colour)} {name}"),
                number(len(group)),
                number(mean["orders"], 1),
                money(mean["basket"]),
            ]
            for (colour, shape), name, group, mean in zip(LOOKS, names, groups, means, strict=False)
        ]
        x = Axis(0, float(people["orders"].max()), "orders a year", number)
        y = Axis(0, float(people["basket"].max()), "$ a basket", money)
        wide = self.beside(LIST)
        chart = Chart(f"{len(people)} customers", wide, HIGH if wide < self.room() else LOW, x, y)
        for (colour, shape), group in zip(LOOKS, groups, strict=False):
            chart.dots(
                list(zip(group["orders"].tolist(), group["basket"].tolist(), strict=True)),
                colour,
                shape,
                3.2,
                opacity=".8",
            )
        for name, group, mean in zip(names, groups, means, strict=True):
            chart.say(
                f"{len(group)} {name}: {number(mean['orders'], 1)} orders a year,"
                f" {money(mean['basket'])} a basket"
            )
        return {
            "told": told(
                (
                    number(silhouette, 3),
                    "mean silhouette: 1 is groups far apart, 0 is no groups at all",
                )
            ),
            "pictures": [
                chart.html(),
                table(["Group", "Customers", "Orders", "Basket"], rows, "The groups, a year"),
            ],
        }

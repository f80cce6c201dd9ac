"""Customers as dots: choose how many groups, and whether a dollar may outweigh an order."""

import numpy as np
import traitlets

from course.lessons.audience_and_channel_fit.practice_shop import customers
from course.widgets import CourseWidget, bar_svg

KS = (2, 3, 4, 5)


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


class CustomerGroups(CourseWidget):
    """Customers on a map of orders a year and dollars a basket, in k groups.

    Traits: `draw` (practice shop 0 to 4), `k` (2 to 5), `scaled` (whether the
    features are standardised), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    k = traitlets.Int(3, min=2, max=5).tag(sync=True)
    scaled = traitlets.Bool(True).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "k", "scaled")
    def _answer(self, _change):
        table = customers(self.draw)
        labels, silhouette = cluster(table, self.k, self.scaled)
        cards = []
        for group in sorted(
            set(labels.tolist()), key=lambda each: table.loc[labels == each, "basket"].mean()
        ):
            own = table[labels == group]
            cards.append(
                [
                    int(group),
                    len(own),
                    round(float(own["orders"].mean()), 1),
                    round(float(own["basket"].mean())),
                    _call(own["orders"].mean(), own["basket"].mean()),
                ]
            )
        self.view = {
            "dots": [
                [round(float(a), 2), round(float(b), 1), int(label)]
                for a, b, label in zip(table["orders"], table["basket"], labels, strict=True)
            ],
            "cards": cards,
            "silhouette": round(silhouette, 3),
            "top": [float(np.ceil(table["orders"].max())), float(np.ceil(table["basket"].max()))],
        }

    def card(self):
        rows = "".join(
            f"<tr><td>{name}</td><td>{count}</td><td>{orders:.1f}</td><td>${basket}</td></tr>"
            for _, count, orders, basket, name in self.view["cards"]
        )
        return (
            f"<p><b>Practice shop {self.draw}</b>, {self.k} groups of {len(self.view['dots'])}"
            f" customers, features {'given the same spread' if self.scaled else 'as they are'};"
            " mean silhouette"
            f" {self.view['silhouette']:.3f}.</p><table><thead><tr><th>Group</th><th>Customers</th><th>Orders"
            " a year</th><th>Basket</th></tr></thead><tbody>"
            + rows
            + "</tbody></table>"
            + bar_svg(
                [(name, count) for _, count, _, _, name in self.view["cards"]],
                "customers",
                "Size of the groups",
            )
        )

"""The title editor: type or drag words, and see next week's searches answer."""

from html import escape

import traitlets

from course.lessons.title_optimization.platforms import MOBILE_CUT, PLATFORMS, verdicts
from course.lessons.title_optimization.scenario import MAX_WORDS, Scenario
from course.market.search import SearchPage, word_searches
from course.market.shop import categories
from course.market.text import tokens
from course.widgets import CourseWidget, bar_svg

ROWS = 10


class TitleEditor(CourseWidget):
    """Edit one practice product's title; Python answers every change with expected clicks and
    orders.

    Traits: `draw` (0 to 4), `platform` ("amazon", "taobao", "google"), `text`
    (the title as typed), `words` (list of str, the same title as words) and
    `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    platform = traitlets.Enum(list(PLATFORMS), "amazon").tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    words = traitlets.List(traitlets.Unicode()).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._open_product()

    @traitlets.observe("draw")
    def _on_draw(self, _change):
        self._open_product()

    @traitlets.observe("platform")
    def _on_platform(self, _change):
        self._answer()

    @traitlets.observe("text")
    def _on_text(self, change):
        typed = tokens(change["new"])
        if typed != self.words:
            self.words = typed

    @traitlets.observe("words")
    def _on_words(self, change):
        if tokens(self.text) != change["new"]:
            self.text = self._sentence(change["new"])
        self._answer()

    def _sentence(self, words):
        return categories()[self._product["noun"]].sentence(words, self._product["brand"])

    def _open_product(self):
        from course.lessons.title_optimization import stuffed_title

        observed = Scenario().observe(self.draw)
        self._product = observed["product"]
        self._category = categories()[self._product["noun"]]
        self._page = SearchPage(self._product, observed["query_log"], observed["rivals"])
        self._searches = word_searches(observed["query_log"])
        self._start = stuffed_title(observed["query_log"])
        self._start_orders = self._page.orders(self._start)
        if self.words == self._start:
            self._answer()
        self.words = self._start

    def _role(self, word):
        if word == self._product["brand"].lower():
            return "brand"
        if word not in self._product["vocabulary"]:
            return "unknown"
        return "untrue" if word not in self._product["true"] else self._category.role(word)

    def _answer(self):
        table = self._page.table(self.words).sort_values("orders", ascending=False)
        untrue = [word for word in self.words if self._role(word) == "untrue"]
        orders = float(table["orders"].sum())
        rows = [
            [
                row.text,
                int(row.weekly_volume),
                int(row.rank) if row.seen > 0 else 0,
                round(row.seen, 3),
                round(row.ctr, 3),
                round(row.orders, 2),
            ]
            for row in table.head(ROWS).itertuples()
        ]
        self.view = {
            "product": (
                f"{self._product['brand']} {self._product['noun']}, ${self._product['price']:.2f}"
                f" ({self._product['category']})"
            ),
            "sheet": [word for word in self._product["true"] if word != self._product["noun"]],
            "sentence": self.text,
            "cut": MOBILE_CUT,
            "limit": MAX_WORDS,
            "words": [[word, self._role(word), self._searches.get(word, 0)] for word in self.words],
            "palette": [
                [word, self._role(word), self._searches[word]]
                for word in sorted(self._searches, key=lambda word: -self._searches[word])
            ],
            "rows": rows,
            "clicks": round(float(table["clicks"].sum()), 1),
            "orders": round(orders, 2),
            "change": round(orders - self._start_orders, 2),
            "untrue": untrue,
            "verdicts": [
                [bool(ok), text]
                for ok, text in verdicts(self.text, self.platform, self._product["noun"])
            ],
            "source": PLATFORMS[self.platform]["source"],
        }

    def card(self):
        view = self.view
        rows = "".join(
            f"<tr><td>{escape(text)}</td><td>{volume:,}</td><td>{rank or 'not seen'}</td><td>{orders:.2f}</td></tr>"
            for text, volume, rank, _, _, orders in view["rows"]
        )
        return (
            f"<p><b>{escape(view['product'])}</b><br>{escape(view['sentence'])}</p>"
            f"<p>{view['orders']:.1f} expected orders a week from {view['clicks']:.0f} clicks. "
            f"Untrue of the product: {escape(', '.join(view['untrue'])) or 'nothing'}.</p>"
            + bar_svg(
                [(row[0], row[5]) for row in view["rows"]],
                "orders a week",
                "Expected orders by query",
            )
            + "<table><thead><tr><th>Query</th><th>Searches a week</th><th>Rank</th><th>Orders a"
            f" week</th></tr></thead><tbody>{rows}</tbody></table>"
        )

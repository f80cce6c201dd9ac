"""The title editor: type or drag words, and see next week's searches answer."""

from html import escape

import traitlets

from course.check.numbers import number, percent, signed
from course.lessons.title_optimization.platforms import MOBILE_CUT, PLATFORMS, verdicts
from course.lessons.title_optimization.scenario import MAX_WORDS, Scenario
from course.market.search import SearchPage, word_searches
from course.market.shop import categories
from course.market.text import tokens
from course.widgets.chart import table, told
from course.widgets.frame import Widget, choice, practice

ROWS = 5
SHOPS = [("amazon", "Amazon"), ("taobao", "Taobao"), ("google", "Google Shopping")]


class TitleEditor(Widget):
    """Edit one practice product's title; Python answers every change with expected clicks and
    orders.

    Traits: `draw` (0 to 4), `platform` ("amazon", "taobao", "google"), `text`
    (the title as typed) and `words` (list of str, the same title as words).
    """

    name = "Title editor"
    moves = ("draw", "platform", "text")
    _esm = Widget.script(__file__)
    _css = Widget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    platform = traitlets.Enum(list(PLATFORMS), "amazon").tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    words = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def start(self):
        self._open_product()

    @traitlets.observe("draw")
    def _on_draw(self, _change):
        self._open_product()

    @traitlets.observe("text")
    def _on_text(self, change):
        typed = tokens(change["new"])
        if typed != self.words:
            self.words = typed

    @traitlets.observe("words")
    def _on_words(self, change):
        if tokens(self.text) != change["new"]:
            self.text = self._sentence(change["new"])

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
        self.words = self._start

    def _role(self, word):
        if word == self._product["brand"].lower():
            return "brand"
        if word not in self._product["vocabulary"]:
            return "unknown"
        return "untrue" if word not in self._product["true"] else self._category.role(word)

    def controls(self):
        return [practice("Product", "product"), choice("platform", "Rules of", SHOPS)]

    def look(self):
        answered = self._page.table(self.words).sort_values("orders", ascending=False)
        untrue = [word for word in self.words if self._role(word) == "untrue"]
        orders, clicks = (float(answered[name].sum()) for name in ("orders", "clicks"))
        change, count = round(orders - self._start_orders, 2), len(self.words)
        rows = [
            (
                row.text,
                number(row.weekly_volume),
                number(row.rank) if row.seen > 0 else "not seen",
                percent(row.seen),
                percent(row.ctr, 1),
                number(row.orders, 2),
            )
            for row in answered.head(ROWS).itertuples()
        ]
        way = "▲" if change > 0 else "▼" if change < 0 else "="
        return {
            "product": (
                f"{self._product['brand']} {self._product['noun']}, ${self._product['price']:.2f}"
                f" ({self._product['category']})"
            ),
            "sheet": [word for word in self._product["true"] if word != self._product["noun"]],
            "sentence": self.text,
            "cut": MOBILE_CUT,
            "words": [[word, self._role(word), self._searches.get(word, 0)] for word in self.words],
            "palette": [
                [word, self._role(word), self._searches[word]]
                for word in sorted(self._searches, key=lambda word: -self._searches[word])
            ],
            "verdicts": [
                [bool(ok), text]
                for ok, text in verdicts(self.text, self.platform, self._product["noun"])
            ],
            "source": PLATFORMS[self.platform]["source"],
            "told": told(
                (
                    number(orders, 1),
                    f"orders a week, {way} {signed(change, digits=1)}",
                    {"data-orders": f"{orders:.2f}".rstrip("0").rstrip(".")},
                ),
                (number(clicks), "clicks a week"),
                (f"{count - len(untrue)} of {count}", "words are true"),
                (f"{count}{' ✗' if count > MAX_WORDS else ''}", f"words, {MAX_WORDS} allowed"),
            ),
            "pictures": [
                table(
                    ["Query", "Searches", "Rank", "Seen", "CTR", "Orders"],
                    rows,
                    "Where you rank in a week, best-selling queries first",
                )
            ],
        }

    def card(self):
        return f"<p><b>{escape(self.view['sentence'])}</b></p>{super().card()}"

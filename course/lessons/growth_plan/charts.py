"""The lesson's charts: those of `course.charts`, and one of its own."""

from course.charts import axes, bars, dots, lines, number, ranges, shown, styled
from course.widgets.chart import COLOURS, SMALL, TEXT

__all__ = ["bars", "dots", "lines", "myths", "ranges"]

# {verdict: colour, mark, word}; the word stands beside, so that nobody needs the colour.
LOOKS = {
    "true": (COLOURS["green"], "^", "true"),
    "false": (COLOURS["orange"], "v", "false"),
    "not decided by so few draws": (COLOURS["blue"], "o", "not decided"),
}
ROW, ABOVE, BELOW = 26, 8, 40  # px
NAMES, WORDS = 300, 90  # px for the rules and for the verdicts
MOST = 5.0  # half widths; what lies farther out is drawn at the edge
MARK, LINE = 8, 3  # px


@styled
def myths(table):
    """Ten rules with their intervals. Rules are in different units, so each difference is drawn in
    half widths of its own interval: beyond 1 on either side it is decided. `table` is of `lab`.
    """
    drawn = axes(ROW * len(table) + ABOVE + BELOW, NAMES, WORDS, ABOVE, BELOW)
    drawn.axvline(0, color="#000000", lw=1, alpha=0.5, zorder=0)
    said, rows = [], []
    for place, row in enumerate(table.itertuples()):
        colour, mark, word = LOOKS[row.verdict]
        half = (row.high - row.low) / 2 or 1.0
        at = max(-MOST, min(MOST, row.difference / half))
        drawn.plot([at - 1, at + 1], [place, place], color=colour, lw=LINE)
        drawn.plot(at, place, mark, color=colour, ms=MARK)
        drawn.annotate(
            word,
            (1, place),
            (10, 0),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            va="center",
            fontsize=TEXT,
        )
        said.append(f"{row.rule}: {word}")
        numbers = [number(each, 2) for each in (row.difference, row.low, row.high)]
        rows.append([row.rule, *numbers, row.unit, word])
    drawn.set_xlim(-MOST - 1.2, MOST + 1.2)
    drawn.set_ylim(len(table) - 0.5, -0.5)
    drawn.set_yticks(range(len(table)), table["rule"].tolist(), fontsize=TEXT)
    drawn.set_xticks([-4, -2, 0, 2, 4])
    drawn.set_xlabel(
        "difference in half widths of its 95% interval; left the rule loses, right it wins",
        fontsize=SMALL,
    )
    head = ["rule", "difference", "low", "high", "unit", "verdict"]
    return shown(drawn, "Which of ten rules hold here", said, head, rows)

"""The lesson's charts: matplotlib, labels beside what they name, and the same said in words."""

import io

from IPython.display import Image

from course.widgets.chart import COLOURS as PALETTE

BLUE, ORANGE, GREEN = (PALETTE[name] for name in ("blue", "orange", "green"))
GREY = "#8a8a8a"
COLOURS = {"true": GREEN, "false": ORANGE, "not decided by so few draws": GREY}
MARKS = {"true": "^", "false": "v", "not decided by so few draws": "o"}
WIDE, ROW, DOTS = 7.2, 0.32, 110  # inches, inches a row, dots an inch
GAPS_SHOWN = 8


def hours(table, title):
    """Bars of hours by function; that of `title` has another colour. `table` is of `by_function`."""
    figure, axes = _figure(len(table))
    rows = table[::-1]
    colours = [ORANGE if name == title else BLUE for name in rows["function"]]
    bars = axes.barh(rows["function"], rows["hours"], color=colours)
    axes.bar_label(bars, [f"{share:.0%}" for share in rows["share"]], padding=4)
    axes.margins(x=0.1)
    axes.set_xlabel("hours in ten working days; orange: what the title says")
    said = ", ".join(f"{row.function} {row.hours:g}" for row in table.itertuples())
    return _picture(figure, f"Hours by function: {said}.")


def ratings(table):
    """What was said (hollow) and what was measured (full), a line a function. `table` is of
    `calibration`.
    """
    rows = table.sort_values("apart", ignore_index=True)
    figure, axes = _figure(len(rows))
    for place, row in rows.iterrows():
        axes.plot([row["said"], row["measured"]], [place, place], color=GREY, lw=2, zorder=1)
        axes.scatter(row["measured"], place, color=BLUE, s=60, zorder=2)
        axes.scatter(row["said"], place, facecolor="white", edgecolor=ORANGE, s=60, zorder=2)
        right = max(row["said"], row["measured"])
        axes.annotate(f"{row['apart']:+.2f}", (right, place), (8, -4), textcoords="offset points")
    axes.set_yticks(range(len(rows)), rows["function"])
    axes.set_xlim(0.3, 1.05)
    axes.set_xlabel("hollow orange: what was said; full blue: what was measured (share right)")
    said = ", ".join(
        f"{row.function} {row.said:.2f} against {row.measured:.2f}" for row in rows.itertuples()
    )
    return _picture(figure, f"Self-rating against measured: {said}.")


def gap_list(table):
    """The largest gaps with the range that their evidence leaves. `table` is of `gaps`."""
    rows = table.head(GAPS_SHOWN)[::-1].reset_index(drop=True)
    figure, axes = _figure(len(rows))
    for place, row in rows.iterrows():
        axes.plot([row["low"], row["high"]], [place, place], color=GREY, lw=3, zorder=1)
        axes.scatter(row["mastery"], place, color=BLUE, s=50, zorder=2)
        axes.annotate(
            row["state"], (row["high"], place), (6, -4), textcoords="offset points", fontsize=9
        )
    axes.axvline(0.8, color=ORANGE, ls="--", lw=1)
    axes.set_yticks(range(len(rows)), rows["skill"])
    axes.set_xlim(0, 1.6)
    axes.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1])
    axes.set_xlabel("mastery and its 80% range; dashed: asked for")
    said = "; ".join(
        f"{row.skill} {row.mastery:.2f}, {row.low:.2f} to {row.high:.2f}, {row.state}"
        for row in rows[::-1].itertuples()
    )
    return _picture(figure, f"The largest gaps first: {said}.")


def outputs(plans):
    """Output by fortnight, a line a plan: `plans` is {name: a table of `half_year_of`}."""
    figure, axes = _figure(9)
    said, lowest = [], 101.0
    ends = sorted(plans.items(), key=lambda each: -each[1].iloc[-1].sum())
    looks = dict(
        zip(plans, zip((BLUE, ORANGE, GREEN), ("-", "--", ":"), strict=True), strict=False)
    )
    for name, table in ends:
        (colour, style), total = looks[name], table.sum(axis=1)
        axes.plot(total.index, total, style, color=colour, lw=2)
        lowest = min(total.iloc[-1], lowest - APART)
        axes.text(
            total.index[-1] + 0.3,
            lowest,
            f"{name}, mean {total.mean():.0f}",
            color=colour,
            va="center",
        )
        said.append(
            f"{name} from {total.iloc[0]:.0f} to {total.iloc[-1]:.0f}, mean {total.mean():.0f}"
        )
    axes.set_xlim(1, 19)
    axes.set_xticks([1, 4, 7, 10, 13])
    axes.set_ylim(0, 100)
    axes.set_xlabel("fortnight")
    axes.set_ylabel("output, points")
    return _picture(figure, f"Output by fortnight: {'; '.join(said)}.")


def myths(table):
    """Ten rules: mean difference and interval, each in multiples of its interval's half width, so
    that rules in different units stand in one picture. `table` is of `lab`.
    """
    rows = table[::-1].reset_index(drop=True)
    figure, axes = _figure(len(rows))
    for place, row in rows.iterrows():
        half = (row["high"] - row["low"]) / 2 or 1.0
        at, colour = (
            max(-MOST_HALVES, min(MOST_HALVES, row["difference"] / half)),
            COLOURS[row["verdict"]],
        )
        axes.plot([at - 1, at + 1], [place, place], color=colour, lw=3)
        axes.scatter(at, place, color=colour, marker=MARKS[row["verdict"]], s=60, zorder=2)
        axes.annotate(
            row["verdict"], (at + 1, place), (6, -4), textcoords="offset points", fontsize=9
        )
    axes.axvline(0, color="black", lw=1)
    axes.set_yticks(range(len(rows)), rows["rule"])
    axes.set_xlim(-MOST_HALVES - 1.5, MOST_HALVES + 5)
    axes.set_xticks([])
    axes.set_xlabel("left: the rule loses, right: it wins (95% intervals)")
    said = "; ".join(f"{row.rule}: {row.verdict}" for row in table.itertuples())
    return _picture(figure, f"Ten rules: {said}.")


APART = 7.0  # points between two labels at the ends of lines
MOST_HALVES = 5.0  # what lies farther out is drawn at the edge


def _figure(rows):
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDE, 0.9 + ROW * rows), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _picture(figure, said):
    """The figure as a picture whose text alternative says the same."""
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=DOTS)
    return Image(data=held.getvalue(), alt=said, width=int(WIDE * DOTS))

"""What lesson 05 says of its data, built from these data."""

READ = ()


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return list(passages(lesson).values())


def passages(lesson):
    """{name: passage}, in the order of the notebook."""
    top, found, scores, drawn = lesson.top, lesson.found, lesson.scores, lesson.drawn
    risen = int((top["the five true ones"] > top["nine words"]).sum())
    owner, best = found.loc["the owner's nine"], found.loc["its five true words"]
    higher = int((scores["the five true ones"] > scores["nine words"]).sum())
    gain = (drawn["your title"] - drawn["nine true words"]).sort_values()
    more = lesson.possible["your title"] - lesson.possible["the owner's nine words"]
    orders = lesson.ranges["orders"]
    return {
        "queries": f"{risen} of these {len(top)} queries order more without the four words.",
        "coverage": (
            f"The owner's nine words cover {owner['coverage']:.0%} of the searches and bring"
            f" {owner['orders a week']:.0f} orders; the five true ones cover"
            f" {best['coverage']:.0%} and bring {best['orders a week']:.0f}.",
            bool(owner["coverage"] == found["coverage"].max()),
        ),
        "scores": f"For {higher} of these {len(scores)} queries, whose words stand in both titles,"
        f" the shorter title scores higher.",
        "drawn": f"The expert's title brings more than the nine most searched true words for"
        f" {int((gain > 0).sum())} of {len(drawn)} products, by up to {gain.iloc[-1]:.1f} orders a"
        f" week.",
        "answer": (
            f"The owner's title brings {orders.iloc[0]:.0f} orders a week, without the four untrue"
            f" words it is {orders.iloc[1]:.0f}, and the expert's title brings"
            f" {orders.iloc[2]:.0f}: in twenty possible weeks {more.min():.0f} to"
            f" {more.max():.0f} more than the owner's.",
            bool(more.min() > 0),
        ),
    }

"""How a learner with a mouse finds the answer to the question under a lesson's widget.

Each player works a widget in JupyterLab and reads the answer off what is drawn,
never off the lesson's code. Most questions are answered by sliders alone: for
them a row of SLIDERS is the player. The others have a function each.
"""

import re

# {lesson: (cell of the answer, choices to make first, sliders to pull, in the order of the widget;
# the answer read off them)}
SLIDERS = {
    "metrics_and_funnel": ("mix-answer", {}, {0: 42, 1: 10}, lambda share, lift: share),
    "sourcing_and_stock": (
        "balance-answer",
        {},
        {0: 114, 1: 80},
        lambda quantity, salvage: quantity,
    ),
    "pricing": ("curve-answer", {}, {0: 40, 1: 30}, lambda price, elasticity: price),
    "paid_promotion": ("auction-answer", {}, {0: 100, 1: 160}, lambda bid, quality: quality / 100),
    "event_acquisition": ("waves-answer", {}, {0: 6, 1: 50}, lambda reward, share: reward),
    "activity_operation": ("bump-answer", {}, {0: 27}, lambda depth: depth),
    "strategy_operation": ("attention-answer", {}, {0: 135}, lambda exponent: exponent / 100),
    "product_operation": ("council-answer", {}, {0: 10}, lambda count: count),
    "membership_operation": ("threshold-answer", {}, {0: 120, 1: 0}, lambda fee, back: fee),
    "user_operation": ("heartbeat-answer", {}, {0: 28}, lambda week: week),
    "activation_and_recall": (
        "quadrants-answer",
        {"Order": "uplift"},
        {0: 40},
        lambda share: share,
    ),
    "community_operation": ("fill-answer", {}, {0: 4, 1: 24}, lambda size, depth: depth),
    "new_media_operation": ("grid-answer", {"Slot": "6"}, {0: 12}, lambda posts: posts),
    "merchant_operation": ("funnel-answer", {}, {0: 50}, lambda weight: weight),
    "business_operation": ("board-answer", {}, {0: 11}, lambda rate: rate),
    "growth_plan": ("widget-answer", {"Stage": "years 4-5"}, {0: 8}, lambda strong: strong),
}


def answer_cell(slug):
    """The id of the cell that takes the answer; None where a test of its own plays the widget."""
    return (SLIDERS.get(slug) or PLAYERS.get(slug) or (None,))[0]


def answer(slug, lesson, widget):
    """(cell, answer) that the mouse finds in a lesson's widget; None where a test of its own plays
    it.
    """
    if slug in SLIDERS:
        cell, choices, pulls, read = SLIDERS[slug]
        for label, option in choices.items():
            widget.get_by_label(label, exact=True).select_option(option)
        sliders = widget.get_by_role("slider")
        for place, value in pulls.items():
            lesson.drag(sliders.nth(place), value)
        return cell, read(*(int(sliders.nth(place).input_value()) for place in pulls))
    if slug in PLAYERS:
        cell, play = PLAYERS[slug]
        return cell, play(lesson, widget)
    return None


def repainted(widget, act):
    """Do something that changes the picture and wait for the new one; labels change at once."""
    before = widget.inner_html()
    act()
    widget.page.wait_for_function(
        "([node, before]) => !node.ariaBusy && node.innerHTML !== before",
        arg=[widget.element_handle(), before],
    )


def dollars(text):
    """The first amount of money in a text, with its sign: "−$1,200" is -1200.0."""
    sign, number = re.search(r"([-−+]?)\$([\d,.]*\d)", text).groups()
    return (-1 if sign in "-−" and sign else 1) * float(number.replace(",", ""))


def dear_step(lesson, widget):
    """Lift each step by a fifth; the one whose profit falls although GMV rises."""
    steps = ["reach", "visit", "cart", "pay", "return", "recommend"]
    person, lift = widget.get_by_role("slider").all()
    repainted(widget, lambda: lesson.drag(lift, 20))
    found = []
    for place, step in enumerate(steps):
        if int(person.input_value()) != place:
            repainted(widget, lambda place=place: lesson.drag(person, place))
        gmv, profit = (
            float(widget.locator(f"[data-{name}]").get_attribute(f"data-{name}"))
            for name in ("gmv", "profit")
        )
        if gmv > 0 > profit:
            found.append(step)
    assert len(found) == 1, found
    return found[0]


def worst_pick(lesson, widget):
    """No weight for the crowd, 3.0 for the margin; the red row once earnings are shown."""
    crowd, margin = widget.get_by_role("slider").all()
    repainted(widget, lambda: lesson.drag(crowd, 0))
    repainted(widget, lambda: lesson.drag(margin, 30))
    repainted(widget, widget.get_by_label("Show what they really earn").click)
    rows = widget.locator("tr.loses")
    assert rows.count() == 1
    return rows.locator("td").nth(1).inner_text()


def two_numbers_of_groups(lesson, widget):
    """The number of groups with the highest silhouette, with the same spread and without."""
    slider, box = widget.get_by_role("slider"), widget.get_by_label("Give both the same spread")
    best = []
    for scaled in (True, False):
        if box.is_checked() != scaled:
            repainted(widget, box.click)
        heights = {}
        for count in (2, 3, 4, 5):
            if int(slider.input_value()) != count:
                repainted(widget, lambda count=count: lesson.drag(slider, count))
            heights[count] = float(
                re.search(r"(\d\.\d+)\s+mean silhouette", widget.inner_text()).group(1)
            )
        best.append(max(heights, key=heights.get))
    return tuple(best)


def costly_module(lesson, widget):
    """Each module alone on an empty page; the one that raises conversion and loses money."""
    boxes = widget.get_by_role("checkbox")
    for box in boxes.all():
        if box.is_checked():
            repainted(widget, box.click)

    def read():
        return float(widget.locator("[data-cvr]").inner_text().rstrip("%")), dollars(
            widget.locator("[data-more]").inner_text()
        )

    bare, _ = read()
    found = []
    for box in boxes.all():
        repainted(widget, box.click)
        conversion, more = read()
        if conversion > bare and more < 0:
            found.append(box.locator("..").inner_text().strip())
        repainted(widget, box.click)
    assert len(found) == 1, found
    return found[0]


def what_creators_get(lesson, widget):
    """Give the channel with the steepest line a thousand more, until the total stops rising."""
    sliders = widget.get_by_role("slider").all()
    creators = widget.get_by_role("slider", name=re.compile("^creators"))

    def total():
        return dollars(widget.locator("[data-together]").inner_text())

    best, found, since = total(), int(creators.input_value()), 0
    while since < 5:
        slopes = [dollars(text) for text in widget.locator(".channel-slope").all_inner_texts()]
        steepest = sliders[slopes.index(max(slopes))]
        repainted(
            widget, lambda steepest=steepest: lesson.drag(steepest, int(steepest.input_value()) + 1)
        )
        since += 1
        if total() > best:
            best, found, since = total(), int(creators.input_value()), 0
    return found


def best_headline(lesson, widget):
    """Let the robot use up all impressions; the headline with the highest chance to be the best."""
    robot = widget.get_by_role("button", name="Robot: 100 times")
    for _ in range(30):
        repainted(widget, robot.click)
    assert "All 3,000 impressions are used" in widget.inner_text()
    chances = [int(text.rstrip("%")) for text in widget.locator("text.best").all_text_contents()]
    return "ABCDEFGH"[chances.index(max(chances))]


def best_flow(lesson, widget):
    """Switch each step, keep the switch where more people order, until no switch helps."""
    boxes = widget.get_by_role("checkbox").all()

    def ordering():
        return int(widget.locator("[data-orders]").get_attribute("data-orders"))

    best, before = ordering(), None
    while best != before:
        before = best
        for box in boxes:
            repainted(widget, box.click)
            if ordering() > best:
                best = ordering()
            else:
                repainted(widget, box.click)
    return [name for box, name in zip(boxes, names_of(boxes), strict=True) if box.is_checked()]


def best_shelf(lesson, widget):
    """Put each product on or off, keep the change where it leaves more, until none helps."""
    boxes = widget.get_by_role("checkbox").all()

    def left():
        return int(widget.locator("[data-total]").get_attribute("data-total"))

    best, before = left(), None
    while best != before:
        before = best
        for box in boxes:
            repainted(widget, box.click)
            if left() > best:
                best = left()
            else:
                repainted(widget, box.click)
    return [name for box, name in zip(boxes, names_of(boxes), strict=True) if box.is_checked()]


def names_of(boxes):
    """What stands beside boxes to tick."""
    return [box.locator("..").inner_text().strip() for box in boxes]


PLAYERS = {
    "operations_map": ("map-answer", dear_step),
    "product_selection": ("map-answer", worst_pick),
    "audience_and_channel_fit": ("groups-answer", two_numbers_of_groups),
    "detail_page": ("page-answer", costly_module),
    "channel_promotion": ("balance-answer", what_creators_get),
    "content_operation": ("machine-answer", best_headline),
    "product_growth": ("flow-answer", best_flow),
    "category_operation": ("shelf-answer", best_shelf),
}

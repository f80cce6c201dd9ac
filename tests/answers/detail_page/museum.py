# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: page-answer
costly_module = "bold claim"


# cell: museum-cvr
def better_page(pages, margin, cost):
    return max(
        pages,
        key=lambda name: (
            pages[name]["cvr"] * (margin * (1 - pages[name]["ret"]) - cost * pages[name]["ret"])
        ),
    )


# cell: museum-copy
def page_to_copy(tested):
    def lower(page):
        rate = page["orders"] / page["views"]
        return rate - 2 * (rate * (1 - rate) / page["views"]) ** 0.5

    best = max(tested, key=lower)
    return best["modules"]


# cell: museum-urgency
def stock_line(stock):
    return f"Only {stock} left" if stock <= 5 else ""

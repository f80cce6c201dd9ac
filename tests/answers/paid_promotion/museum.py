# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: auction-answer
quality_for_first = 1.6


# cell: museum-top
def best_place(places, value):
    return max(places, key=lambda slot: slot["clicks"] * (value - slot["price"]))["place"]


# cell: museum-roas
def best_word(words):
    return max(words, key=lambda word: (word["with_ads"] - word["without_ads"]) / word["spend"])[
        "word"
    ]


# cell: museum-average
def cost_of_next_order(weeks):
    return (weeks["next_spend"] - weeks["spend"]) / (weeks["next_orders"] - weeks["orders"])

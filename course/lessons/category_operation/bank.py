"""Sales of twenty-six products of a category in one quarter."""

SALES = {
    "kettle, steel": 41_200,
    "kettle, glass": 27_800,
    "kettle, travel": 3_900,
    "teapot, cast iron": 15_600,
    "teapot, glass": 22_400,
    "teapot, porcelain": 6_100,
    "tea strainer": 12_900,
    "tea tin": 2_300,
    "tea filter bags": 9_700,
    "tea timer": 800,
    "milk frother": 31_500,
    "milk jug": 4_700,
    "cup, double wall": 18_300,
    "cup, stoneware": 7_600,
    "cup, enamel": 1_900,
    "cup with lid": 11_100,
    "saucer": 600,
    "tray, bamboo": 3_200,
    "tray, steel": 1_200,
    "sugar bowl": 1_500,
    "honey spoon": 400,
    "coffee press": 35_900,
    "coffee filter": 5_300,
    "coffee scale": 2_700,
    "coffee tin": 1_000,
    "descaler": 8_400,
}
CLASSES = {
    "A": "the best sellers that together bring the first 70% of sales",
    "B": "the next ones, up to 90%",
    "C": "all others",
}
GIVEN = ("kettle, steel", "honey spoon")
HINTS = {
    "A": "sort by sales and add up: what was sold before it is below 70% of all.",
    "B": "what was sold before it is at least 70% and below 90% of all.",
    "C": "what was sold before it is at least 90% of all.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "kettle, glass": (
        "A",
        "Sort by sales and add up: what was sold before it is below 70% of all.",
    ),
    "teapot, glass": (
        "A",
        "Sort by sales and add up: what was sold before it is below 70% of all.",
    ),
    "teapot, porcelain": ("B", "What was sold before it is at least 70% and below 90% of all."),
    "tea tin": ("C", "What was sold before it is at least 90% of all."),
    "milk frother": ("A", "Sort by sales and add up: what was sold before it is below 70% of all."),
    "milk jug": ("C", "What was sold before it is at least 90% of all."),
    "cup, stoneware": ("B", "What was sold before it is at least 70% and below 90% of all."),
    "saucer": ("C", "What was sold before it is at least 90% of all."),
    "tray, steel": ("C", "What was sold before it is at least 90% of all."),
    "coffee press": ("A", "Sort by sales and add up: what was sold before it is below 70% of all."),
    "coffee filter": ("B", "What was sold before it is at least 70% and below 90% of all."),
    "coffee scale": ("C", "What was sold before it is at least 90% of all."),
}

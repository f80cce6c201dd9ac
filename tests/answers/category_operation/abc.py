# %% right: the whole bank
abc = {
    "kettle, steel": "A",
    "kettle, glass": "A",
    "kettle, travel": "C",
    "teapot, cast iron": "A",
    "teapot, glass": "A",
    "teapot, porcelain": "B",
    "tea strainer": "A",
    "tea tin": "C",
    "tea filter bags": "B",
    "tea timer": "C",
    "milk frother": "A",
    "milk jug": "C",
    "cup, double wall": "A",
    "cup, stoneware": "B",
    "cup, enamel": "C",
    "cup with lid": "B",
    "saucer": "C",
    "tray, bamboo": "C",
    "tray, steel": "C",
    "sugar bowl": "C",
    "honey spoon": "C",
    "coffee press": "A",
    "coffee filter": "B",
    "coffee scale": "C",
    "coffee tin": "C",
    "descaler": "B",
}

# %% right: two slips are allowed
abc |= {"kettle, glass": "C", "kettle, travel": "A"}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
abc |= {text: "?" for place, text in enumerate(abc) if place not in (0, 20)}

# %% wrong: half left open
# score: 0
# says: `abc` has no answer yet for
abc |= dict.fromkeys(list(abc)[13:], "?")

# %% wrong: a third class forgotten
# score: 1
# says: Place 9 by sales: 205,600 of 278,000 dollars
abc |= {text: "A" for text, kind in abc.items() if kind == "B"}

# %% wrong: all B taken for C
# score: 1
# says: which you called 'C'
abc |= {text: "C" for text, kind in abc.items() if kind == "B"}

# %% wrong: one for all
# score: 0
# says: 6 of the 12 graded items are right
abc = dict.fromkeys(abc, "C")

# %% wrong: one's own
# score: 0
# says: choose one of
abc |= {"teapot, glass": "D"}

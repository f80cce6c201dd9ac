# %% right: the whole bank
abc = {
    "kettle, steel": "A",
    "kettle, travel": "C",
    "teapot, glass": "A",
    "tea strainer": "A",
    "tea tin": "C",
    "tea filter bags": "B",
    "milk jug": "C",
    "cup, double wall": "A",
    "cup, stoneware": "B",
    "cup with lid": "B",
    "tray, bamboo": "C",
    "honey spoon": "C",
    "coffee press": "A",
    "coffee filter": "B",
}

# %% right: two slips in the practice half
abc |= {"tea tin": "B", "milk jug": "B"}

# %% wrong: one slip
# score: 1
# says: which you called 'B'
abc |= {"tray, bamboo": "B"}

# %% wrong: the share with the product itself in it
# score: 1
# says: Place 8 by sales: 192,700 of 278,000 dollars
abc |= {"tea strainer": "B", "coffee filter": "C"}

# %% wrong: by the number of products, the first fifth A, the next third B
# score: 0
# says: 4 of the 6 graded items are right
abc |= {"tea strainer": "B", "cup, double wall": "B", "cup, stoneware": "B"}

# %% wrong: borders of 80% and 95% instead of 70% and 90%
# score: 0
# says: 3 of the 6 graded items are right
abc |= {
    "cup with lid": "A",
    "milk jug": "B",
    "tea filter bags": "A",
    "kettle, travel": "B",
    "tray, bamboo": "B",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
abc |= {text: "?" for text in abc if text not in ("kettle, steel", "honey spoon")}

# %% wrong: half left open
# score: 0
# says: `abc` has no answer yet for
abc |= dict.fromkeys(list(abc)[7:], "?")

# %% wrong: a third class forgotten
# score: 0
# says: Place 10 by sales: 216,700 of 278,000 dollars
abc |= {text: "A" for text, kind in abc.items() if kind == "B"}

# %% wrong: all B taken for C
# score: 0
# says: which you called 'C'
abc |= {text: "C" for text, kind in abc.items() if kind == "B"}

# %% wrong: one for all
# score: 0
# says: 2 of the 6 graded items are right
abc = dict.fromkeys(abc, "C")

# %% wrong: one's own
# score: 0
# says: choose one of
abc |= {"teapot, glass": "D"}

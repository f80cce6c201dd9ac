# %% right: the whole bank
stage = {
    "The post was on 40,000 screens.": "impression",
    "Of a hundred screens, five were tapped.": "click",
    "The mean reader gets to the second of six pictures.": "read",
    "Thirty posts were planned for November and nineteen are ready.": "supply",
    "One in forty readers sends it on.": "share",
    "The cover picture shows a face now, and more people open it.": "click",
    "Half of the followers never had it in their feed.": "impression",
    "Per 1,000 screens the post sold for 84 dollars.": "order",
    "People read it to the end and buy at a rival.": "order",
    "The platform shows it to a small circle first and to a larger one if that goes well.": "impression",
    "The writer needs three days for a guide and the photographer four.": "supply",
    "Seven of ten leave before the third second of the film.": "read",
    "It was saved 900 times and sent to friends 300 times.": "share",
    "The second headline is opened half as often again as the first.": "click",
}

# %% right: slips among the practice items cost nothing
stage |= {
    "Thirty posts were planned for November and nineteen are ready.": "impression",
    "One in forty readers sends it on.": "read",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
stage |= {text: "?" for place, text in enumerate(stage) if place > 1}

# %% wrong: half left open
# score: 0
# says: `stage` has no answer yet for
stage |= dict.fromkeys(list(stage)[8:], "?")

# %% wrong: shown taken for opened
# score: 1
# says: it is about being on a screen at all
stage |= {text: "click" for text, kind in stage.items() if kind == "impression"}

# %% wrong: read taken for passed on
# score: 1
# says: it has been opened, and is read or left
stage |= {text: "share" for text, kind in stage.items() if kind == "read"}

# %% wrong: four of six
# score: 0
# says: 4 of the 6 graded items are right
stage |= {text: "click" for text, kind in stage.items() if kind in ("impression", "share")}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
stage = dict.fromkeys(stage, "order")

# %% wrong: one's own
# score: 0
# says: choose one of
stage |= {"One in forty readers sends it on.": "like"}

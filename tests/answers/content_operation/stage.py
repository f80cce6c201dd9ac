# %% right: the whole bank
stage = {
    "Thirty posts were planned for November and nineteen are ready.": "supply",
    "The writer needs three days for a guide and the photographer four.": "supply",
    "The brief does not say which question the post should answer.": "supply",
    "Twelve creators got the lamp, and five have shown it.": "supply",
    "The post was on 40,000 screens.": "impression",
    "The platform shows it to a small circle first and to a larger one if that goes well.": "impression",
    "Half of the followers never had it in their feed.": "impression",
    "It was published at four in the morning, and nobody was awake.": "impression",
    "Of a hundred screens, five were tapped.": "click",
    "The second headline is opened half as often again as the first.": "click",
    "The cover picture shows a face now, and more people open it.": "click",
    "People see it and scroll on.": "click",
    "封面 and 标题 decide in half a second.": "click",
    "Seven of ten leave before the third second of the film.": "read",
    "The mean reader gets to the second of six pictures.": "read",
    "完播率 is 18%: so many watch to the end.": "read",
    "They opened it for a gift that the text does not mention, and closed it.": "read",
    "The step-by-step pictures kept people twice as long.": "read",
    "A thousand reads brought eleven orders of the pan.": "order",
    "Per 1,000 screens the post sold for 84 dollars.": "order",
    "Those who came from the guide return less often than those from the advertisement.": "order",
    "People read it to the end and buy at a rival.": "order",
    "It was saved 900 times and sent to friends 300 times.": "share",
    "One in forty readers sends it on.": "share",
    "A mother posted it in her group, and that evening 2,000 came from there.": "share",
    "Somebody quoted the joke; the post was passed on without its link.": "share",
}

# %% right: two slips are allowed
stage |= {
    "Thirty posts were planned for November and nineteen are ready.": "impression",
    "The writer needs three days for a guide and the photographer four.": "impression",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
stage |= {text: "?" for place, text in enumerate(stage) if place not in (4, 8)}

# %% wrong: half left open
# score: 0
# says: `stage` has no answer yet for
stage |= dict.fromkeys(list(stage)[13:], "?")

# %% wrong: shown taken for opened
# score: 1
# says: it is about being on a screen at all
stage |= {text: "click" for text, kind in stage.items() if kind in ("impression", "share")}

# %% wrong: passed on taken for sold
# score: 1
# says: it has been opened, and is read or left
stage |= {text: "share" for text, kind in stage.items() if kind == "read"}

# %% wrong: one for all
# score: 0
# says: 2 of the 12 graded items are right
stage = dict.fromkeys(stage, "order")

# %% wrong: one's own
# score: 0
# says: choose one of
stage |= {"Twelve creators got the lamp, and five have shown it.": "like"}

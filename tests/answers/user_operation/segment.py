# %% right: the whole bank
segment = {
    "A café: 40 sacks of beans in two years, every second week; the last one four months ago.": "at_risk",
    "A school: once a year in August, for about $4,000.": "big_ticket",
    "Bought a $9 cable with a newcomer's coupon 20 months ago.": "lost",
    "Bought a tent for $900 last summer and a canoe for $1,400 this spring.": "big_ticket",
    "Each Monday for a year, until eleven weeks ago.": "at_risk",
    "Every ten days, last on Friday, about $25 each time.": "loyal",
    "First order on Tuesday, $30.": "new",
    "First order yesterday, through a friend's link.": "new",
    "Nappies every other week, $22, the last pack five days ago.": "loyal",
    "One order, $12, before the shop had its present name.": "lost",
    "She came in spring of last year, bought socks for $8, and never again.": "lost",
    "The biggest account: 60 orders this year for $21,000, the newest today.": "champion",
    "The first basket came three days ago; the parcel is still on its way.": "new",
    "This quarter's best: 14 orders, $5,200, the last on Monday.": "champion",
}

# %% right: slips among the practice items cost nothing
segment |= {
    "A café: 40 sacks of beans in two years, every second week; the last one four months ago.": "lost",
    "Every ten days, last on Friday, about $25 each time.": "champion",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
segment |= {text: "?" for place, text in enumerate(segment) if place not in (6, 9)}

# %% wrong: half left open
# score: 0
# says: `segment` has no answer yet for
segment |= dict.fromkeys(list(segment)[7:], "?")

# %% wrong: silence overlooked
# score: 1
# says: the silence is much longer than their own interval
segment |= {text: "loyal" for text, kind in segment.items() if kind == "at_risk"}

# %% wrong: money is not frequency
# score: 0
# says: seldom is normal here; each time it is much
segment |= {
    "A school: once a year in August, for about $4,000.": "champion",
    "The biggest account: 60 orders this year for $21,000, the newest today.": "big_ticket",
}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
segment = dict.fromkeys(segment, "new")

# %% wrong: one's own
# score: 0
# says: choose one of
segment |= {"Bought a $9 cable with a newcomer's coupon 20 months ago.": "vip"}

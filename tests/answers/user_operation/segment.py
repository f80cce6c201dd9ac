# %% right: the whole bank
segment = {
    "A café: 40 sacks of beans in two years, every second week; the last one four months ago.": "at_risk",
    "A gift for Christmas two years ago, $15. Nothing before or after.": "lost",
    "A school: once a year in August, for about $4,000.": "big_ticket",
    "Bought a $9 cable with a newcomer's coupon 20 months ago.": "lost",
    "Bought a tent for $900 last summer and a canoe for $1,400 this spring.": "big_ticket",
    "Each Monday for a year, until eleven weeks ago.": "at_risk",
    "Every ten days, last on Friday, about $25 each time.": "loyal",
    "First order on Tuesday, $30.": "new",
    "First order yesterday, through a friend's link.": "new",
    "Monthly for three years; three missed months now.": "at_risk",
    "Nappies every other week, $22, the last pack five days ago.": "loyal",
    "One order, $12, before the shop had its present name.": "lost",
    "One order last week; she has asked when the next delivery comes.": "new",
    "Orders of $300 and more, every week, last on Thursday.": "champion",
    "Printer paper on the first of each month, $18, also this month.": "loyal",
    "She came in spring of last year, bought socks for $8, and never again.": "lost",
    "Signed up in the app on Sunday and bought the starter box.": "new",
    "Ten orders of coffee, one a month, none since the price went up five months ago.": "at_risk",
    "The biggest account: 60 orders this year for $21,000, the newest today.": "champion",
    "The first basket came three days ago; the parcel is still on its way.": "new",
    "The second order ever, both over $2,000, nine months apart.": "big_ticket",
    "This quarter's best: 14 orders, $5,200, the last on Monday.": "champion",
    "Three dresses each season for five years; this season none.": "at_risk",
    "Three orders this month, $20 to $30, as in each month.": "loyal",
    "Tried us twice with sale items for $6, two years ago.": "lost",
    "Weekly flowers for the lobby, $600 a time, the newest this morning.": "champion",
}

# %% right: two slips are allowed
segment |= {
    "A café: 40 sacks of beans in two years, every second week; the last one four months ago.": "lost",
    "A gift for Christmas two years ago, $15. Nothing before or after.": "at_risk",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
segment |= {text: "?" for place, text in enumerate(segment) if place not in (7, 11)}

# %% wrong: half left open
# score: 0
# says: `segment` has no answer yet for
segment |= dict.fromkeys(list(segment)[13:], "?")

# %% wrong: silence overlooked
# score: 1
# says: the silence is much longer than their own interval
segment |= {text: "loyal" for text, kind in segment.items() if kind == "at_risk"}

# %% wrong: money is not frequency
# score: 0
# says: seldom is normal here; each time it is much
segment |= {
    "A school: once a year in August, for about $4,000.": "champion",
    "Bought a tent for $900 last summer and a canoe for $1,400 this spring.": "champion",
    "Orders of $300 and more, every week, last on Thursday.": "big_ticket",
    "The biggest account: 60 orders this year for $21,000, the newest today.": "big_ticket",
    "The second order ever, both over $2,000, nine months apart.": "champion",
    "This quarter's best: 14 orders, $5,200, the last on Monday.": "big_ticket",
    "Weekly flowers for the lobby, $600 a time, the newest this morning.": "big_ticket",
}

# %% wrong: one for all
# score: 0
# says: 2 of the 12 graded items are right
segment = dict.fromkeys(segment, "new")

# %% wrong: one's own
# score: 0
# says: choose one of
segment |= {"Bought a $9 cable with a newcomer's coupon 20 months ago.": "vip"}

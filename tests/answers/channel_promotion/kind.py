# %% right: the whole bank
kind = {
    "A click on the word 'thermos 1 litre' cost 84 cents.": "paid search",
    "Our name is typed, and the first result is our own advertisement.": "paid search",
    "A short film between two friends' pictures; a thousand views cost nine dollars.": "paid social",
    "The audience: women of 25 to 34 who like hiking, whether or not they look for a bottle.": "paid social",
    "A coupon site gets 6% of every order that came over its link.": "affiliate",
    "A price comparison page sends buyers at the very last step and is paid for the sale.": "affiliate",
    "A hiker with 40,000 followers carries our bottle up a mountain and is paid 600 dollars.": "creator",
    "达人 shows the pan in a live broadcast, for a fixed fee and a share.": "creator",
    "Some of them unsubscribe each time that we write.": "owned",
    "Our guide 'how to clean a flask' is found by 3,000 people a month.": "organic search",
    "The title was rewritten, and strangers find us further up without an ad.": "organic search",
    "Give a friend 10 dollars and get 10 yourself.": "referral",
    "砍价: ask friends to tap, and the price falls for you.": "referral",
    "A card in the parcel with a code that only parcels carry.": "offline",
}

# %% right: slips among the practice items cost nothing
kind |= {
    "A card in the parcel with a code that only parcels carry.": "owned",
    "Some of them unsubscribe each time that we write.": "paid social",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
kind |= {text: "?" for place, text in enumerate(kind) if place not in (0, 4)}

# %% wrong: half left open
# score: 0
# says: `kind` has no answer yet for
kind |= dict.fromkeys(list(kind)[7:], "?")

# %% wrong: a creator with a share taken for an affiliate
# score: 1
# says: a person with followers shows it
kind |= {"达人 shows the pan in a live broadcast, for a fixed fee and a share.": "affiliate"}

# %% wrong: whatever is free is owned
# score: 1
# says: they found it, and no click was paid for
kind |= {"Our guide 'how to clean a flask' is found by 3,000 people a month.": "owned"}

# %% wrong: two of six
# score: 0
# says: 4 of the 6 graded items are right
kind |= {
    "达人 shows the pan in a live broadcast, for a fixed fee and a share.": "affiliate",
    "Our guide 'how to clean a flask' is found by 3,000 people a month.": "owned",
}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
kind = dict.fromkeys(kind, "referral")

# %% wrong: one's own
# score: 0
# says: choose one of
kind |= {"A short film between two friends' pictures; a thousand views cost nine dollars.": "TV"}

# %% right: the whole bank
kind = {
    "A click on the word 'thermos 1 litre' cost 84 cents.": "paid search",
    "We bid more at noon, when office people look for lunch boxes.": "paid search",
    "直通车: the product appears among the results, marked as an ad.": "paid search",
    "Our name is typed, and the first result is our own advertisement.": "paid search",
    "A short film between two friends' pictures; a thousand views cost nine dollars.": "paid social",
    "The audience: women of 25 to 34 who like hiking, whether or not they look for a bottle.": "paid social",
    "After two weeks everybody in the audience has seen the film five times.": "paid social",
    "Frequency is 6 and the click rate is falling.": "paid social",
    "A coupon site gets 6% of every order that came over its link.": "affiliate",
    "淘宝客: whoever passes on the link earns a commission when it is bought.": "affiliate",
    "We pay after the return period has ended, and only for orders that stayed.": "affiliate",
    "A price comparison page sends buyers at the very last step and is paid for the sale.": "affiliate",
    "A hiker with 40,000 followers carries our bottle up a mountain and is paid 600 dollars.": "creator",
    "达人 shows the pan in a live broadcast, for a fixed fee and a share.": "creator",
    "The post must say that it is advertising.": "creator",
    "Her followers ask in the comments where the bag is from; we pay her by the post.": "creator",
    "A message to 12,000 past buyers on Thursday morning.": "owned",
    "A push note that the wish list got cheaper.": "owned",
    "Some of them unsubscribe each time that we write.": "owned",
    "Our guide 'how to clean a flask' is found by 3,000 people a month.": "organic search",
    "The title was rewritten, and strangers find us further up without an ad.": "organic search",
    "It took four months before the page stood on the first screen.": "organic search",
    "Give a friend 10 dollars and get 10 yourself.": "referral",
    "砍价: ask friends to tap, and the price falls for you.": "referral",
    "A card in the parcel with a code that only parcels carry.": "offline",
    "A stand at the market on Saturday; people scan a square.": "offline",
}

# %% right: two slips are allowed
kind |= {
    "We bid more at noon, when office people look for lunch boxes.": "paid social",
    "直通车: the product appears among the results, marked as an ad.": "paid social",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
kind |= {text: "?" for place, text in enumerate(kind) if place not in (0, 8)}

# %% wrong: half left open
# score: 0
# says: `kind` has no answer yet for
kind |= dict.fromkeys(list(kind)[13:], "?")

# %% wrong: creators taken for feeds
# score: 1
# says: a person with followers shows it
kind |= {
    "A hiker with 40,000 followers carries our bottle up a mountain and is paid 600 dollars.": "paid social",
    "达人 shows the pan in a live broadcast, for a fixed fee and a share.": "paid social",
    "The post must say that it is advertising.": "paid social",
    "Her followers ask in the comments where the bag is from; we pay her by the post.": "paid social",
    "Give a friend 10 dollars and get 10 yourself.": "paid social",
    "砍价: ask friends to tap, and the price falls for you.": "paid social",
}

# %% wrong: whatever is free is owned
# score: 1
# says: they found it, and no click was paid for
kind |= dict.fromkeys(list(kind)[16:], "owned")

# %% wrong: one for all
# score: 0
# says: 1 of the 12 graded items are right
kind = dict.fromkeys(kind, "owned")

# %% wrong: one's own
# score: 0
# says: choose one of
kind |= {"A short film between two friends' pictures; a thousand views cost nine dollars.": "TV"}

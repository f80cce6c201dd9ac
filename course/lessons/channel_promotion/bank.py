"""Four channels of the decision, and fourteen scenes that each belong to one of eight kinds of
channel.
"""

from course.market.town import names

CHANNELS = names("channels")
KINDS = {
    "paid search": "you pay for a click on a word that somebody typed",
    "paid social": "you pay to be shown in a feed, to people who were not looking",
    "affiliate": "a partner is paid a share of each order",
    "creator": "a person with followers is paid to show the product",
    "owned": (
        "people who gave you their address or installed your app; a message costs next to nothing"
    ),
    "organic search": "found without paying for the click",
    "referral": "buyers bring friends, and one or both get something",
    "offline": "print, packages, poster, pop-up shop",
}
SCENES = (
    "A card in the parcel with a code that only parcels carry.",
    "A click on the word 'thermos 1 litre' cost 84 cents.",
    "A coupon site gets 6% of every order that came over its link.",
    "A hiker with 40,000 followers carries our bottle up a mountain and is paid 600 dollars.",
    "A price comparison page sends buyers at the very last step and is paid for the sale.",
    "A short film between two friends' pictures; a thousand views cost nine dollars.",
    "Give a friend 10 dollars and get 10 yourself.",
    "Our guide 'how to clean a flask' is found by 3,000 people a month.",
    "Our name is typed, and the first result is our own advertisement.",
    "Some of them unsubscribe each time that we write.",
    "The audience: women of 25 to 34 who like hiking, whether or not they look for a bottle.",
    "The title was rewritten, and strangers find us further up without an ad.",
    "砍价: ask friends to tap, and the price falls for you.",
    "达人 shows the pan in a live broadcast, for a fixed fee and a share.",
)
GIVEN = (
    "A click on the word 'thermos 1 litre' cost 84 cents.",
    "A coupon site gets 6% of every order that came over its link.",
)
HINTS = {
    "paid search": "somebody typed a word, and the click is paid for.",
    "paid social": "it is shown to people who were not looking for anything.",
    "affiliate": "what is paid is a share of an order that came over a link.",
    "creator": "a person with followers shows it.",
    "owned": "they gave you the way to reach them.",
    "organic search": "they found it, and no click was paid for.",
    "referral": "a buyer asks friends.",
    "offline": "it begins with a thing that one can touch.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A card in the parcel with a code that only parcels carry.": (
        "offline",
        "It begins with a thing that one can touch.",
    ),
    "A hiker with 40,000 followers carries our bottle up a mountain and is paid 600 dollars.": (
        "creator",
        "A person with followers shows it.",
    ),
    "A short film between two friends' pictures; a thousand views cost nine dollars.": (
        "paid social",
        "It is shown to people who were not looking for anything.",
    ),
    "Give a friend 10 dollars and get 10 yourself.": ("referral", "A buyer asks friends."),
    "Some of them unsubscribe each time that we write.": (
        "owned",
        "They gave you the way to reach them.",
    ),
    "The title was rewritten, and strangers find us further up without an ad.": (
        "organic search",
        "They found it, and no click was paid for.",
    ),
}

"""Fourteen tasks as they stand on an operator's list, and the tickets of a bad morning."""

# What each function is, in one line: the table of exercise 1.
FUNCTIONS = {
    "product selection": "decides what is sold at all",
    "sourcing and stock": "finds the factory, the price and the quantity",
    "title optimization": "makes a product findable by words",
    "detail page": "builds the page that a shopper reads before deciding",
    "conversion rate": "measures and tests whether visits become orders",
    "pricing": "sets prices from costs and demand",
    "paid promotion": "buys clicks and ends the bad ones",
    "content operation": "chooses what is shown and told to people who do not search",
    "activity operation": "plans sales and campaigns, and settles what they brought",
    "strategy operation": "tunes the platform's ranking and recommendation",
    "category operation": "decides which products make up a category on the platform",
    "membership operation": "runs the paying club: fee, benefits, cost",
    "user operation": "sorts users by what they did and what they will do",
    "merchant operation": "helps, watches and, at worst, closes the platform's shops",
}
TASKS = (
    "Ask three factories for a quote and their minimum quantity for the same mug.",
    "Change what the recommendation model is rewarded for.",
    "Choose the forty kettles that the platform's kettle shelf shows.",
    "Compare weekly searches with competing offers before the shop adds yoga mats.",
    "Correct the ranking for the fact that first places are clicked because they are first.",
    "Decide whether reviews or the return promise stand first below the pictures.",
    "Estimate which regulars have silently left.",
    "Find out whether more visits really end in an order since Tuesday, or whether that is chance.",
    "Find the amount to charge for a lamp that earns most after its costs.",
    "Plan next month's buying guides and short videos.",
    "Set tomorrow's bids for twelve search words within the daily budget.",
    "Teach shops that are new on the platform to ship on time.",
    "Work out for whom free delivery as a benefit costs more than the fee brings.",
    "Work out whether the sale sold more, or only sold earlier.",
)
GIVEN = (
    "Compare weekly searches with competing offers before the shop adds yoga mats.",
    "Set tomorrow's bids for twelve search words within the daily budget.",
)
# What to ask about a task that was given to somebody else: said of the right owner, without naming
# it.
HINTS = {
    "product selection": "is the product in the shop yet?",
    "sourcing and stock": "does this happen before or after the goods lie in the warehouse?",
    "title optimization": "is it about being found, or about what is seen after the click?",
    "detail page": "where is the shopper when this matters: in the results, or on the product?",
    "conversion rate": "is something built here, or is something measured?",
    "pricing": "which single number comes out of this work?",
    "paid promotion": "who is paid for the visit?",
    "content operation": "do these people search, or are they shown something?",
    "activity operation": "does this have a first and a last day?",
    "strategy operation": (
        "is one thing chosen here, or the rule by which millions of things are ordered?"
    ),
    "category operation": "does the work look at one shop, or at all shops' products of a kind?",
    "membership operation": "what have these users paid for?",
    "user operation": "is it about what people buy, or about which people they are?",
    "merchant operation": "who is on the other end of the line: a shopper or a shop?",
}
# The tickets of a bad morning. Numbers are drawn; who owns which is for the reader to see.
TICKETS = [
    "The pay button does nothing on older phones.",
    "The best-selling lamp shows as sold out; the warehouse has 400.",
    "A search word burns 90 dollars an hour and sells nothing.",
    "The size chart of the running shoes shows centimetres as inches.",
    "A coupon can be used twice in one order.",
    "The home page still tells of last week's sale.",
    "Two shops list the same kettle under the same photo.",
    "The title of the new backpack lost its head noun.",
    "Members do not see their free delivery at checkout.",
    "A merchant has stopped answering buyers.",
    "The recommendation row is empty for new visitors.",
    "The review of a broken mug stands first on its page.",
    "Paid clicks land on a page that is out of stock.",
    "The cart forgets its content after an hour.",
    "A price of 19.90 was typed in as 1.99.",
    "The newsletter links to a page that does not exist.",
    "Delivery to islands is promised in two days and takes nine.",
    "The video on the tent's page does not start.",
    "The group-buying page counts down to yesterday.",
    "Returns are refunded twice when the label is printed twice.",
    "The filter 'waterproof' hides half of the waterproof jackets.",
    "The supplier's invoice is 12% above the quote.",
    "The live stream's product link opens another product.",
    "Search for 'earbuds' shows earrings.",
    "The app asks buyers to log in again at every step.",
    "The free gift of the campaign has run out.",
]

# The two weeks of the ticket.
TWO_WEEKS = (
    {"visitors": 1500.0, "cvr": 0.0500, "aov": 46.0, "gmv": 3450.0},
    {"visitors": 1680.0, "cvr": 0.0400, "aov": 47.5, "gmv": 3192.0},
)

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "Change what the recommendation model is rewarded for.": (
        "strategy operation",
        "Is one thing chosen here, or the rule by which millions of things are ordered?",
    ),
    "Decide whether reviews or the return promise stand first below the pictures.": (
        "detail page",
        "Where is the shopper when this matters: in the results, or on the product?",
    ),
    "Estimate which regulars have silently left.": (
        "user operation",
        "Is it about what people buy, or about which people they are?",
    ),
    "Ask three factories for a quote and their minimum quantity for the same mug.": (
        "sourcing and stock",
        "Does this happen before or after the goods lie in the warehouse?",
    ),
    "Find out whether more visits really end in an order since Tuesday, or whether that is chance.": (
        "conversion rate",
        "Is something built here, or is something measured?",
    ),
    "Choose the forty kettles that the platform's kettle shelf shows.": (
        "category operation",
        "Does the work look at one shop, or at all shops' products of a kind?",
    ),
}

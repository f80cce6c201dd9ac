"""Twenty-six signals that a buyer meets, and sixty-four goods that a small shop could launch."""

# What a signal tells a buyer: the table of exercise 1.
KINDS = {
    "demand": "how many people look for it",
    "competition": "how many others offer it, and how strongly",
    "margin": "what is left of a sale",
    "returns": "what comes back",
    "season": "when it sells, not how well",
    "vanity": "nothing that a decision should hang on",
}
SIGNALS = {
    "Weekly searches for 'insulated lunch box'": "demand",
    "Questions a week about it in the shop's own chat, for a product that is not in stock": "demand",
    "Share of searches for it that end without any click": "demand",
    "Sign-ups for 'tell me when it is back'": "demand",
    "Trend of its searches over three years, months taken out": "demand",
    "Number of offers that answer the same search": "competition",
    "Reviews that the ten first offers have on average": "competition",
    "Share of first-page places that are ads": "competition",
    "The platform's own brand has joined the shelf": "competition",
    "Weeks until a newcomer of last spring reached the first page": "competition",
    "Price minus fee, goods and parcel": "margin",
    "The factory's price at 500 pieces": "margin",
    "The carrier's surcharge for parcels longer than 60 cm": "margin",
    "Commission of this category": "margin",
    "Cost of a click in this category": "margin",
    "Share of reviews that say 'smaller than expected'": "returns",
    "Parcels that came back, of those sent": "returns",
    "Share of orders in which two sizes of the same shirt were bought": "returns",
    "Breakage on the way in the test shipment": "returns",
    "Searches in December divided by the year's mean": "season",
    "Week of the year in which last year's stock was cleared": "season",
    "First day of the school year in its largest market": "season",
    "Likes under the founder's picture of it": "vanity",
    "Page views since the beginning of the shop": "vanity",
    "A famous person was seen with one, once": "vanity",
    "The supplier calls it his best seller": "vanity",
}
GIVEN = ("Weekly searches for 'insulated lunch box'", "Number of offers that answer the same search")
HINTS = {
    "demand": "people who want it, whoever sells it to them.",
    "competition": "it says who else is there, and how hard it is to be seen beside them.",
    "margin": "it changes what is left of a sale.",
    "returns": "it says what comes back, or why it will.",
    "season": "it moves every year in the same way and says nothing of growth.",
    "vanity": "no launch would be decided otherwise if this number were twice as large.",
}

GOODS = (
    "steel lunch box", "bamboo cutting board", "foldable yoga mat", "clip-on desk lamp", "enamel camping mug", "linen tea towels", "cork coasters",
    "wall hooks, brass", "shower caddy", "pour-over coffee set", "milk frother", "egg timer", "salad spinner", "herb scissors", "knife block",
    "silicone baking mat", "bread proofing basket", "pizza stone", "spice rack", "kitchen scale", "glass storage jars", "ice cube tray with lid",
    "insulated bottle", "travel mug", "bento box for kids", "reusable shopping bag", "drawer organiser", "shoe rack", "laundry basket", "clothes steamer",
    "lint roller refills", "garment bags", "bedside lamp", "blackout curtain", "wool blanket", "memory foam pillow", "floor cushion", "door draught stopper",
    "plant mister", "self-watering pot", "seed starter tray", "garden kneeler", "bird feeder", "dog bed, washable", "cat scratching post", "slow feeder bowl",
    "bike phone mount", "trunk organiser", "car sunshade", "tyre pressure gauge", "head torch", "dry bag", "packable rain jacket", "hiking socks",
    "resistance bands", "foam roller", "skipping rope", "pull-up bar", "laptop stand", "cable box", "monitor riser", "dry-erase wall sheet", "fountain pen",
    "watercolour set",
)

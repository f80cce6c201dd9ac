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
SIGNALS = (
    "A famous person was seen with one, once",
    "Breakage on the way in the test shipment",
    "Commission of this category",
    "First day of the school year in its largest market",
    "Likes under the founder's picture of it",
    "Number of offers that answer the same search",
    "Page views since the beginning of the shop",
    "Parcels that came back, of those sent",
    "Price minus fee, goods and parcel",
    "Questions a week about it in the shop's own chat, for a product that is not in stock",
    "Reviews that the ten first offers have on average",
    "Searches in December divided by the year's mean",
    "Share of first-page places that are ads",
    "Share of orders in which two sizes of the same shirt were bought",
    "Share of reviews that say 'smaller than expected'",
    "Share of searches for it that end without any click",
    "Sign-ups for 'tell me when it is back'",
    "The carrier's surcharge for parcels longer than 60 cm",
    "The factory's price at 500 pieces",
    "The platform's own brand has joined the shelf",
    "The supplier calls it his best seller",
    "Trend of its searches over three years, months taken out",
    "Week of the year in which last year's stock was cleared",
    "Weekly searches for 'insulated lunch box'",
    "Weeks until a newcomer of last spring reached the first page",
    "What ads take of an average sale in this category",
)
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

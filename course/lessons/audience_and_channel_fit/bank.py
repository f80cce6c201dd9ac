"""Twenty-six facts about shoppers, sorted by what a segment can be built on, and by what it must not."""

# What kind of fact it is: the table of exercise 1.
KINDS = {
    "who": "demographic: who somebody is",
    "where": "geographic: where somebody is",
    "did": "behavioural: what somebody did",
    "wants": "needs and values: what somebody wants",
    "off limits": "not to be used: inferred, sensitive, or a ground for unequal treatment",
}
FACTS = {
    "Between 35 and 44 years old, by the survey that she filled in": "who",
    "A household of four": "who",
    "A student, with a student's discount card": "who",
    "Works as a nurse, as she wrote in the form": "who",
    "A firm with twelve employees": "who",
    "Delivery address in the city centre": "where",
    "Country of the shop that he browses": "where",
    "Lives where winter lasts five months": "where",
    "Less than two kilometres from a pick-up locker": "where",
    "A region in which parcels take six days": "where",
    "Three orders in the last ninety days": "did",
    "Left a full cart on Sunday": "did",
    "Opens the newsletter on the phone, at night": "did",
    "Bought only on sale days": "did",
    "Returned four of five dresses": "did",
    "Came from a search for 'insulated bottle 1l'": "did",
    "Would pay more for something that can be repaired": "wants",
    "Looks for a present, and for certainty that it arrives on Friday": "wants",
    "Cooks for guests and wants the table to look good": "wants",
    "Wants to spend as little time as possible on choosing": "wants",
    "Says that he cares most about the price": "wants",
    "Pregnant, as her purchases suggest": "off limits",
    "Religion, guessed from the first name": "off limits",
    "In debt, as an address list says": "off limits",
    "Ill, as her searches suggest": "off limits",
    "Uses an expensive phone, so he is shown higher prices": "off limits",
}
GIVEN = ("Between 35 and 44 years old, by the survey that she filled in", "Delivery address in the city centre")
HINTS = {
    "who": "it says who somebody is, and was told openly.",
    "where": "it is about a place.",
    "did": "it is in the log: somebody did it.",
    "wants": "it is a wish or a value. It is asked for, not seen.",
    "off limits": "it was guessed, is nobody's business, or serves to treat people unequally. Leave it alone.",
}
CHANNELS = ("Tideway, the marketplace", "own web shop", "bargain marketplace", "cross-border marketplace", "live-stream shop")

"""Twenty-six facts about shoppers, sorted by what a segment can be built on, and by what it must
not.
"""

from course.market import town

# What kind of fact it is: the table of exercise 1.
KINDS = {
    "who": "demographic: who somebody is",
    "where": "geographic: where somebody is",
    "did": "behavioural: what somebody did",
    "wants": "needs and values: what somebody wants",
    "off limits": "not to be used: inferred, sensitive, or a ground for unequal treatment",
}
FACTS = (
    "A firm with twelve employees",
    "A household of four",
    "A region in which parcels take six days",
    "A student, with a student's discount card",
    "Between 35 and 44 years old, by the survey that she filled in",
    "Bought only on sale days",
    "Came from a search for 'insulated bottle 1l'",
    "Cooks for guests and wants the table to look good",
    "Country of the shop that he browses",
    "Delivery address in the city centre",
    "Ill, as her searches suggest",
    "In debt, as an address list says",
    "Left a full cart on Sunday",
    "Less than two kilometres from a pick-up locker",
    "Lives where winter lasts five months",
    "Looks for a present, and for certainty that it arrives on Friday",
    "Opens the newsletter on the phone, at night",
    "Pregnant, as her purchases suggest",
    "Religion, guessed from the first name",
    "Returned four of five dresses",
    "Says that he cares most about the price",
    "Three orders in the last ninety days",
    "Uses an expensive phone, so he is shown higher prices",
    "Wants to spend as little time as possible on choosing",
    "Works as a nurse, as she wrote in the form",
    "Would pay more for something that can be repaired",
)
GIVEN = (
    "Between 35 and 44 years old, by the survey that she filled in",
    "Delivery address in the city centre",
)
HINTS = {
    "who": "it says who somebody is, and was told openly.",
    "where": "it is about a place.",
    "did": "it is in the log: somebody did it.",
    "wants": "it is a wish or a value. It is asked for, not seen.",
    "off limits": (
        "it was guessed, is nobody's business, or serves to treat people unequally. Leave it alone."
    ),
}
CHANNELS = town.names("places")

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A firm with twelve employees": ("who", "It says who somebody is, and was told openly."),
    "A region in which parcels take six days": ("where", "It is about a place."),
    "A student, with a student's discount card": (
        "who",
        "It says who somebody is, and was told openly.",
    ),
    "Bought only on sale days": ("did", "It is in the log: somebody did it."),
    "Cooks for guests and wants the table to look good": (
        "wants",
        "It is a wish or a value. It is asked for, not seen.",
    ),
    "In debt, as an address list says": (
        "off limits",
        "It was guessed, is nobody's business, or serves to treat people unequally. Leave it alone.",
    ),
    "Left a full cart on Sunday": ("did", "It is in the log: somebody did it."),
    "Less than two kilometres from a pick-up locker": ("where", "It is about a place."),
    "Religion, guessed from the first name": (
        "off limits",
        "It was guessed, is nobody's business, or serves to treat people unequally. Leave it alone.",
    ),
    "Returned four of five dresses": ("did", "It is in the log: somebody did it."),
    "Says that he cares most about the price": (
        "wants",
        "It is a wish or a value. It is asked for, not seen.",
    ),
    "Would pay more for something that can be repaired": (
        "wants",
        "It is a wish or a value. It is asked for, not seen.",
    ),
}

# %% right: the whole bank
fact_kind = {
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

# %% right: two slips are allowed
fact_kind |= {"A firm with twelve employees": "did", "Lives where winter lasts five months": "who"}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
fact_kind |= {text: "?" for place, text in enumerate(fact_kind) if place not in (0, 5)}

# %% wrong: half left open
# score: 0
# says: `fact_kind` has no answer yet for
fact_kind |= dict.fromkeys(list(fact_kind)[13:], "?")

# %% wrong: guesses taken for demographics
# score: 1
# says: it was guessed, is nobody's business
fact_kind |= {text: "who" for text, kind in fact_kind.items() if kind == "off limits"}

# %% wrong: wishes taken for behaviour
# score: 1
# says: It is asked for, not seen
fact_kind |= {text: "did" for text, kind in fact_kind.items() if kind == "wants"}

# %% wrong: everything is behaviour
# score: 0
# says: 3 of the 12 graded items are right
fact_kind = dict.fromkeys(fact_kind, "did")

# %% wrong: a kind of its own
# score: 0
# says: choose one of
fact_kind |= {"Works as a nurse, as she wrote in the form": "psychographic"}

# %% wrong: who and where swapped
# score: 0
# says: it says who somebody is, and was told openly
fact_kind |= {
    "A household of four": "where",
    "A student, with a student's discount card": "where",
    "Works as a nurse, as she wrote in the form": "where",
    "A firm with twelve employees": "where",
    "Country of the shop that he browses": "who",
    "Lives where winter lasts five months": "who",
    "Less than two kilometres from a pick-up locker": "who",
    "A region in which parcels take six days": "who",
}

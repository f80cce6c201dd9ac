# %% right: the whole bank
cost_kind = {
    "The unit price that the factory quotes, FOB Ningbo": "unit",
    "Sea freight of a full container": "shipment",
    "Loading the goods on board of the ship": "seller",
    "The factory's own quality check": "seller",
    "Customs duty, 12% of the goods' value at the border": "unit",
    "The truck from the port to your warehouse": "shipment",
    "Storage, a dollar a cubic metre and day": "holding",
    "Breakage and theft in the warehouse over the year": "holding",
    "Export clearance in the country of origin": "seller",
    "Packing each cup into its own gift box at your warehouse": "unit",
    "Anti-dumping duty on this kind of steel, a share of its value": "unit",
    "The customs broker's fee for the declaration": "shipment",
    "An inspector's day at the factory before loading, ordered by you": "shipment",
    "Interest on the money that lies on the shelf": "holding",
}

# %% right: slips among the practice items cost nothing
cost_kind |= {
    "The truck from the port to your warehouse": "unit",
    "Breakage and theft in the warehouse over the year": "unit",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
cost_kind |= {text: "?" for place, text in enumerate(cost_kind) if place > 1}

# %% wrong: half left open
# score: 0
# says: `cost_kind` has no answer yet for
cost_kind |= dict.fromkeys(list(cost_kind)[7:], "?")

# %% wrong: the seller pays nothing
# score: 1
# says: the seller delivers on board
cost_kind |= {text: "shipment" for text, kind in cost_kind.items() if kind == "seller"}

# %% wrong: holding taken for a unit's cost
# score: 1
# says: it grows with time on the shelf
cost_kind |= {text: "unit" for text, kind in cost_kind.items() if kind == "holding"}

# %% wrong: everything comes with the unit
# score: 0
# says: 2 of the 6 graded items are right
cost_kind = dict.fromkeys(cost_kind, "unit")

# %% wrong: a kind of its own
# score: 0
# says: choose one of
cost_kind |= {"The customs broker's fee for the declaration": "buyer"}

# %% wrong: unit and shipment swapped
# score: 0
# says: twice the units, twice the cost
cost_kind |= {
    "Customs duty, 12% of the goods' value at the border": "shipment",
    "Packing each cup into its own gift box at your warehouse": "shipment",
    "Anti-dumping duty on this kind of steel, a share of its value": "shipment",
    "The customs broker's fee for the declaration": "unit",
    "An inspector's day at the factory before loading, ordered by you": "unit",
    "The truck from the port to your warehouse": "unit",
}

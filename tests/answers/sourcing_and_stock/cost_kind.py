# %% right: the whole bank
cost_kind = {
    "The unit price that the factory quotes, FOB Ningbo": "unit",
    "Customs duty, 12% of the goods' value at the border": "unit",
    "A royalty of 20 cents for each printed picture": "unit",
    "Packing each cup into its own gift box at your warehouse": "unit",
    "The platform's inbound fee, 35 cents a piece": "unit",
    "Anti-dumping duty on this kind of steel, a share of its value": "unit",
    "Sea freight of a full container": "shipment",
    "Marine insurance taken out for the voyage": "shipment",
    "The customs broker's fee for the declaration": "shipment",
    "Unloading at the port of arrival": "shipment",
    "The truck from the port to your warehouse": "shipment",
    "An inspector's day at the factory before loading, ordered by you": "shipment",
    "The bank's fee for the letter of credit": "shipment",
    "The port's charge for lifting the container off the ship": "shipment",
    "The truck from the factory to the port of loading": "seller",
    "Export clearance in the country of origin": "seller",
    "Loading the goods on board of the ship": "seller",
    "The export carton and the pallet": "seller",
    "A licence that the country of origin asks for exports": "seller",
    "The factory's own quality check": "seller",
    "Storage, a dollar a cubic metre and day": "holding",
    "Interest on the money that lies on the shelf": "holding",
    "Goods that went out of fashion before they were sold": "holding",
    "Breakage and theft in the warehouse over the year": "holding",
    "The platform's surcharge for stock older than 180 days": "holding",
    "Insurance of the warehouse's content": "holding",
}

# %% right: two slips are allowed
cost_kind |= {
    "The export carton and the pallet": "unit",
    "Insurance of the warehouse's content": "shipment",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
cost_kind |= {text: "?" for place, text in enumerate(cost_kind) if place not in (0, 6)}

# %% wrong: half left open
# score: 0
# says: `cost_kind` has no answer yet for
cost_kind |= dict.fromkeys(list(cost_kind)[13:], "?")

# %% wrong: the seller pays nothing
# score: 1
# says: the seller delivers on board
cost_kind |= {text: "shipment" for text, kind in cost_kind.items() if kind == "seller"}

# %% wrong: storage taken for a unit's cost
# score: 1
# says: it grows with time on the shelf
cost_kind |= {text: "unit" for text, kind in cost_kind.items() if kind == "holding"}

# %% wrong: everything comes with the unit
# score: 0
# says: 2 of the 12 graded items are right
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
    "A royalty of 20 cents for each printed picture": "shipment",
    "Packing each cup into its own gift box at your warehouse": "shipment",
    "The platform's inbound fee, 35 cents a piece": "shipment",
    "Anti-dumping duty on this kind of steel, a share of its value": "shipment",
    "Marine insurance taken out for the voyage": "unit",
    "The customs broker's fee for the declaration": "unit",
    "Unloading at the port of arrival": "unit",
    "The truck from the port to your warehouse": "unit",
    "An inspector's day at the factory before loading, ordered by you": "unit",
    "The bank's fee for the letter of credit": "unit",
    "The port's charge for lifting the container off the ship": "unit",
}

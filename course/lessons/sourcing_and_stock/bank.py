"""Twenty-six costs between a factory's door and a customer's, for goods bought FOB (Incoterms
2020).
"""

# Who pays, and by what it grows: the table of exercise 1.
KINDS = {
    "seller": "the factory's side: it is in the FOB price",
    "unit": "yours, and grows with every unit",
    "shipment": "yours, and comes once a shipment, however many units it holds",
    "holding": "yours, after landing: it grows with the time that goods lie",
}
COSTS = (
    "A licence that the country of origin asks for exports",
    "A royalty of 20 cents for each printed picture",
    "An inspector's day at the factory before loading, ordered by you",
    "Anti-dumping duty on this kind of steel, a share of its value",
    "Breakage and theft in the warehouse over the year",
    "Customs duty, 12% of the goods' value at the border",
    "The port's charge for lifting the container off the ship",
    "Export clearance in the country of origin",
    "Goods that went out of fashion before they were sold",
    "Insurance of the warehouse's content",
    "Interest on the money that lies on the shelf",
    "Loading the goods on board of the ship",
    "Marine insurance taken out for the voyage",
    "Packing each cup into its own gift box at your warehouse",
    "Sea freight of a full container",
    "Storage, a dollar a cubic metre and day",
    "The bank's fee for the letter of credit",
    "The customs broker's fee for the declaration",
    "The export carton and the pallet",
    "The factory's own quality check",
    "The platform's inbound fee, 35 cents a piece",
    "The platform's surcharge for stock older than 180 days",
    "The truck from the factory to the port of loading",
    "The truck from the port to your warehouse",
    "The unit price that the factory quotes, FOB Ningbo",
    "Unloading at the port of arrival",
)
GIVEN = ("The unit price that the factory quotes, FOB Ningbo", "Sea freight of a full container")
HINTS = {
    "seller": "under FOB the seller delivers on board, cleared for export, and pays up to there.",
    "unit": "twice the units, twice the cost.",
    "shipment": "it comes once, so each unit carries its part: the more units, the less each.",
    "holding": "it grows with time on the shelf, after the goods have landed.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A licence that the country of origin asks for exports": (
        "seller",
        "Under FOB the seller delivers on board, cleared for export, and pays up to there.",
    ),
    "A royalty of 20 cents for each printed picture": ("unit", "Twice the units, twice the cost."),
    "Breakage and theft in the warehouse over the year": (
        "holding",
        "It grows with time on the shelf, after the goods have landed.",
    ),
    "Customs duty, 12% of the goods' value at the border": (
        "unit",
        "Twice the units, twice the cost.",
    ),
    "The port's charge for lifting the container off the ship": (
        "shipment",
        "It comes once, so each unit carries its part: the more units, the less each.",
    ),
    "Insurance of the warehouse's content": (
        "holding",
        "It grows with time on the shelf, after the goods have landed.",
    ),
    "Loading the goods on board of the ship": (
        "seller",
        "Under FOB the seller delivers on board, cleared for export, and pays up to there.",
    ),
    "Storage, a dollar a cubic metre and day": (
        "holding",
        "It grows with time on the shelf, after the goods have landed.",
    ),
    "The bank's fee for the letter of credit": (
        "shipment",
        "It comes once, so each unit carries its part: the more units, the less each.",
    ),
    "The factory's own quality check": (
        "seller",
        "Under FOB the seller delivers on board, cleared for export, and pays up to there.",
    ),
    "The platform's inbound fee, 35 cents a piece": ("unit", "Twice the units, twice the cost."),
    "The truck from the port to your warehouse": (
        "shipment",
        "It comes once, so each unit carries its part: the more units, the less each.",
    ),
}

"""Fourteen costs between a factory's door and a customer's, for goods bought FOB (Incoterms 2020)."""

# Who pays, and by what it grows: the table of exercise 1.
KINDS = {
    "seller": "the factory pays it, out of the price that you pay",
    "unit": "yours, and grows with every unit, like the FOB price itself",
    "shipment": "yours, and comes once a shipment, however many units it holds",
    "holding": "yours, after landing: it grows with the time that goods lie",
}
COSTS = (
    "An inspector's day at the factory before loading, ordered by you",
    "Anti-dumping duty on this kind of steel, a share of its value",
    "Breakage and theft in the warehouse over the year",
    "Customs duty, 12% of the goods' value at the border",
    "Export clearance in the country of origin",
    "Interest on the money that lies on the shelf",
    "Loading the goods on board of the ship",
    "Packing each cup into its own gift box at your warehouse",
    "Sea freight of a full container",
    "Storage, a dollar a cubic metre and day",
    "The customs broker's fee for the declaration",
    "The factory's own quality check",
    "The truck from the port to your warehouse",
    "The unit price that the factory quotes, FOB Ningbo",
)
GIVEN = ("The unit price that the factory quotes, FOB Ningbo", "Sea freight of a full container")
HINTS = {
    "seller": "under FOB the seller delivers on board, cleared for export, and pays up to there.",
    "unit": "twice the units, twice the cost.",
    "shipment": "it comes once, so each unit carries its part: the more units, the less each.",
    "holding": "it grows with time on the shelf, after the goods have landed.",
}

# Half of what is asked is practice: {item: (label, why)}.
PRACTICE = {
    "Breakage and theft in the warehouse over the year": (
        "holding",
        "It grows with time on the shelf, after the goods have landed.",
    ),
    "Customs duty, 12% of the goods' value at the border": (
        "unit",
        "Twice the units, twice the cost.",
    ),
    "Loading the goods on board of the ship": (
        "seller",
        "Under FOB the seller delivers on board, cleared for export, and pays up to there.",
    ),
    "Storage, a dollar a cubic metre and day": (
        "holding",
        "It grows with time on the shelf, after the goods have landed.",
    ),
    "The factory's own quality check": (
        "seller",
        "Under FOB the seller delivers on board, cleared for export, and pays up to there.",
    ),
    "The truck from the port to your warehouse": (
        "shipment",
        "It comes once, so each unit carries its part: the more units, the less each.",
    ),
}

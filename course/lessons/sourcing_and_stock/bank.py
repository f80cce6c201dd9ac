"""Twenty-six costs between a factory's door and a customer's, for goods bought FOB (Incoterms 2020)."""

# Who pays, and by what it grows: the table of exercise 1.
KINDS = {
    "seller": "the factory's side: it is in the FOB price",
    "unit": "yours, and grows with every unit",
    "shipment": "yours, and comes once a shipment, however many units it holds",
    "holding": "yours, after landing: it grows with the time that goods lie",
}
COSTS = {
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
    "Demurrage: the container stood in the port for three days too long": "shipment",
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
GIVEN = ("The unit price that the factory quotes, FOB Ningbo", "Sea freight of a full container")
HINTS = {
    "seller": "under FOB the seller delivers on board, cleared for export, and pays up to there.",
    "unit": "twice the units, twice the cost.",
    "shipment": "it comes once, so each unit carries its part: the more units, the less each.",
    "holding": "it grows with time on the shelf, after the goods have landed.",
}

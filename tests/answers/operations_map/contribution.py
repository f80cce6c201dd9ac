# %% right: order by order
def contribution(orders, items, costs):
    total = -costs["marketing"]
    for number, status in zip(orders["order"], orders["status"]):
        if status == "cancelled":
            continue
        total -= costs["fulfilment"]
        if status == "returned":
            total -= costs["return"]
        else:
            mine = items[items["order"] == number]
            total += float((mine["units"] * (mine["price"] - mine["cost"])).sum())
    return float(total)


# %% right: a merge
def contribution(orders, items, costs):
    lines = items.merge(orders, on="order")
    kept = lines[lines["status"] == "kept"]
    counts = orders["status"].value_counts()
    sent = counts.get("kept", 0) + counts.get("returned", 0)
    return float(
        (kept["units"] * kept["price"]).sum()
        - (kept["units"] * kept["cost"]).sum()
        - sent * costs["fulfilment"]
        - counts.get("returned", 0) * costs["return"]
        - costs["marketing"]
    )


# %% wrong: the untouched stub
# score: 0
# says: `contribution` still holds the line that raises NotImplementedError
def contribution(orders, items, costs):
    raise NotImplementedError


# %% wrong: the public answer typed in
# score: 0
# says: gave 15 on a case that you have not seen
def contribution(orders, items, costs):
    return 15.0


# %% wrong: GMV for profit: the cost of goods is left out
# score: 0
# says: gave 58; it should be 15
def contribution(orders, items, costs):
    lines = items[items["order"].isin(orders.loc[orders["status"] == "kept", "order"])]
    sent, returned = (orders["status"] != "cancelled").sum(), (orders["status"] == "returned").sum()
    return float(
        (lines["units"] * lines["price"]).sum()
        - costs["fulfilment"] * sent
        - costs["return"] * returned
        - costs["marketing"]
    )


# %% wrong: marketing forgotten
# score: 0
# says: gave 21; it should be 15
def contribution(orders, items, costs):
    lines = items[items["order"].isin(orders.loc[orders["status"] == "kept", "order"])]
    sent, returned = (orders["status"] != "cancelled").sum(), (orders["status"] == "returned").sum()
    return float(
        (lines["units"] * (lines["price"] - lines["cost"])).sum()
        - costs["fulfilment"] * sent
        - costs["return"] * returned
    )


# %% wrong: returned orders earn
# score: 0
# says: gave 30; it should be 15
def contribution(orders, items, costs):
    lines = items[items["order"].isin(orders.loc[orders["status"] != "cancelled", "order"])]
    sent, returned = (orders["status"] != "cancelled").sum(), (orders["status"] == "returned").sum()
    return float(
        (lines["units"] * (lines["price"] - lines["cost"])).sum()
        - costs["fulfilment"] * sent
        - costs["return"] * returned
        - costs["marketing"]
    )


# %% wrong: the way there of a returned order is free
# score: 0
# says: gave 19; it should be 15
def contribution(orders, items, costs):
    lines = items[items["order"].isin(orders.loc[orders["status"] == "kept", "order"])]
    sent, returned = (orders["status"] == "kept").sum(), (orders["status"] == "returned").sum()
    return float(
        (lines["units"] * (lines["price"] - lines["cost"])).sum()
        - costs["fulfilment"] * sent
        - costs["return"] * returned
        - costs["marketing"]
    )


# %% wrong: cancelled orders are sent
# score: 0
# says: gave 11; it should be 15
def contribution(orders, items, costs):
    lines = items[items["order"].isin(orders.loc[orders["status"] == "kept", "order"])]
    sent, returned = len(orders), (orders["status"] == "returned").sum()
    return float(
        (lines["units"] * (lines["price"] - lines["cost"])).sum()
        - costs["fulfilment"] * sent
        - costs["return"] * returned
        - costs["marketing"]
    )


# %% wrong: units forgotten
# score: 0
# says: gave 3; it should be 15
def contribution(orders, items, costs):
    lines = items[items["order"].isin(orders.loc[orders["status"] == "kept", "order"])]
    sent, returned = (orders["status"] != "cancelled").sum(), (orders["status"] == "returned").sum()
    return float(
        (lines["price"] - lines["cost"]).sum()
        - costs["fulfilment"] * sent
        - costs["return"] * returned
        - costs["marketing"]
    )


# %% wrong: printed, not returned
# score: 0
# says: gave None
def contribution(orders, items, costs):
    print(15.0)

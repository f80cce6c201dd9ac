# %% right: sets and sums
def gmv_tree(sessions, orders):
    counted = orders.query("status != 'cancelled'")
    visitors, count = len(set(sessions["visitor"])), len(set(counted["order"]))
    gmv = float(sum(counted["amount"]))
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": count / max(visitors, 1),
        "aov": gmv / max(count, 1),
        "gmv": gmv,
    }


# %% right: duplicates dropped
def gmv_tree(sessions, orders):
    counted = orders[orders["status"].isin(["kept", "returned"])]
    gmv = float(counted["amount"].sum())
    visitors = len(sessions.drop_duplicates("visitor"))
    count = len(counted.drop_duplicates("order"))
    cvr = 0.0 if visitors == 0 else count / visitors
    aov = 0.0 if count == 0 else gmv / count
    return {"visitors": visitors, "orders": count, "cvr": cvr, "aov": aov, "gmv": gmv}


# %% wrong: the untouched stub
# score: 0
# says: `gmv_tree` still holds the line that raises NotImplementedError
def gmv_tree(sessions, orders):
    raise NotImplementedError


# %% wrong: the public answer typed in
# score: 0
# says: on a case that you have not seen
def gmv_tree(sessions, orders):
    return {"visitors": 3, "orders": 2, "cvr": 2 / 3, "aov": 40.0, "gmv": 80.0}


# %% wrong: sessions counted
# score: 0.1..1.8
# says: It looks as if sessions were counted
def gmv_tree(sessions, orders):
    counted = orders[orders["status"] != "cancelled"]
    gmv = float(counted["amount"].sum())
    visitors = len(sessions)
    count = counted["order"].nunique()
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": count / visitors,
        "aov": gmv / count,
        "gmv": gmv,
    }


# %% wrong: rows counted
# score: 0.1..1.2
# says: It looks as if rows were counted
def gmv_tree(sessions, orders):
    counted = orders[orders["status"] != "cancelled"]
    gmv = float(counted["amount"].sum())
    visitors = sessions["visitor"].nunique()
    count = len(counted)
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": count / visitors,
        "aov": gmv / count,
        "gmv": gmv,
    }


# %% wrong: cancelled orders in
# score: 0.1..0.6
# says: Cancelled orders are still in it
def gmv_tree(sessions, orders):
    gmv = float(orders["amount"].sum())
    visitors, count = sessions["visitor"].nunique(), orders["order"].nunique()
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": count / visitors,
        "aov": gmv / count,
        "gmv": gmv,
    }


# %% wrong: cancelled orders counted, their money not
# score: 0.1..1.2
# says: A cancelled order is in the count of orders
def gmv_tree(sessions, orders):
    gmv = float(orders.loc[orders["status"] != "cancelled", "amount"].sum())
    visitors, count = sessions["visitor"].nunique(), orders["order"].nunique()
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": count / visitors,
        "aov": gmv / count,
        "gmv": gmv,
    }


# %% wrong: a week without orders is forgotten
# score: 1.8..2.9
# says: ZeroDivisionError
def gmv_tree(sessions, orders):
    counted = orders[orders["status"] != "cancelled"]
    gmv = float(counted["amount"].sum())
    visitors, count = sessions["visitor"].nunique(), counted["order"].nunique()
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": count / visitors,
        "aov": gmv / count,
        "gmv": gmv,
    }


# %% wrong: a percentage
# score: 0
# says: gave
def gmv_tree(sessions, orders):
    counted = orders[orders["status"] != "cancelled"]
    gmv = float(counted["amount"].sum())
    visitors, count = sessions["visitor"].nunique(), counted["order"].nunique()
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": 100 * count / visitors,
        "aov": gmv / count,
        "gmv": gmv,
    }


# %% wrong: buyers counted for orders
# score: 0.1..1.8
# says: It looks as if buyers were counted
def gmv_tree(sessions, orders):
    counted = orders[orders["status"] != "cancelled"]
    gmv = float(counted["amount"].sum())
    visitors, count = sessions["visitor"].nunique(), counted["visitor"].nunique()
    return {
        "visitors": visitors,
        "orders": count,
        "cvr": count / visitors if visitors else 0.0,
        "aov": gmv / count if count else 0.0,
        "gmv": gmv,
    }

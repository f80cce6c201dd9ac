# %% right: in sums
def member_pnl(df, fee, margin, shipping):
    n = len(df)
    extra = ((df["orders"] - df["orders_without"]) * df["basket"]).sum() * margin / n
    paid = df["orders"].sum() * shipping / n
    return {
        "extra_margin": float(extra),
        "shipping": float(paid),
        "profit": float(extra - paid + fee),
        "break_even_orders": fee / shipping,
    }


# %% right: member by member
def member_pnl(df, fee, margin, shipping):
    rows = df.to_dict("records")
    extra = sum((r["orders"] - r["orders_without"]) * r["basket"] * margin for r in rows) / len(
        rows
    )
    paid = sum(r["orders"] * shipping for r in rows) / len(rows)
    return {
        "break_even_orders": float(fee / shipping),
        "extra_margin": extra,
        "shipping": paid,
        "profit": extra - paid + fee,
    }


# %% wrong: the untouched stub
# score: 0
# says: `member_pnl` still holds the line that raises NotImplementedError
def member_pnl(df, fee, margin, shipping):
    raise NotImplementedError


# %% wrong: all orders credited
# score: 0
# says: `extra_margin` is 75; it should be 20
def member_pnl(df, fee, margin, shipping):
    extra = (df["orders"] * df["basket"] * margin).mean()
    paid = (df["orders"] * shipping).mean()
    return {
        "extra_margin": float(extra),
        "shipping": float(paid),
        "profit": float(extra - paid + fee),
        "break_even_orders": fee / shipping,
    }


# %% wrong: shipping for extra orders only
# score: 0
# says: `shipping` is 10; it should be 35
def member_pnl(df, fee, margin, shipping):
    more = df["orders"] - df["orders_without"]
    extra = (more * df["basket"] * margin).mean()
    paid = (more * shipping).mean()
    return {
        "extra_margin": float(extra),
        "shipping": float(paid),
        "profit": float(extra - paid + fee),
        "break_even_orders": fee / shipping,
    }


# %% wrong: the fee forgotten
# score: 0
# says: `profit` is −15; it should be 45
def member_pnl(df, fee, margin, shipping):
    extra = ((df["orders"] - df["orders_without"]) * df["basket"] * margin).mean()
    paid = (df["orders"] * shipping).mean()
    return {
        "extra_margin": float(extra),
        "shipping": float(paid),
        "profit": float(extra - paid),
        "break_even_orders": fee / shipping,
    }


# %% wrong: break-even for the shop
# score: 0.1..2.25
# says: A member looks at what an order saves
def member_pnl(df, fee, margin, shipping):
    extra = ((df["orders"] - df["orders_without"]) * df["basket"] * margin).mean()
    paid = (df["orders"] * shipping).mean()
    return {
        "extra_margin": float(extra),
        "shipping": float(paid),
        "profit": float(extra - paid + fee),
        "break_even_orders": float(fee / (df["basket"] * margin).mean()),
    }


# %% wrong: totals instead of a member
# score: 0
# says: `member_pnl(tiny_members, fee 60, margin 0.25, shipping 5)`
def member_pnl(df, fee, margin, shipping):
    extra = ((df["orders"] - df["orders_without"]) * df["basket"] * margin).sum()
    paid = (df["orders"] * shipping).sum()
    return {
        "extra_margin": float(extra),
        "shipping": float(paid),
        "profit": float(extra - paid + fee * len(df)),
        "break_even_orders": fee / shipping,
    }


# %% wrong: the public answer typed in
# score: 0
# says: fresh members
def member_pnl(df, fee, margin, shipping):
    return {"extra_margin": 20.0, "shipping": 35.0, "profit": 45.0, "break_even_orders": 12.0}

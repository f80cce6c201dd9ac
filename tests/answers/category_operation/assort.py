# %% right: by bisection
# score: 4.9..5
def assort(products, nothing, places):
    low, high = 0.0, float(products["margin"].max())
    for _ in range(60):
        worth = (low + high) / 2
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        earned = (page["appeal"] * page["margin"]).sum() / (nothing + page["appeal"].sum())
        low, high = (worth, high) if earned > worth else (low, worth)
    return set(page["product"])


# %% right: exchanging while it pays
# role: best found
# score: 4.9..5
def assort(products, nothing, places):
    v, m = products["appeal"].to_numpy(), products["margin"].to_numpy()
    page = [int(place) for place in np.argsort(-v * m)[:places]]
    earned = lambda page: (v[page] * m[page]).sum() / (nothing + v[page].sum())
    better = True
    while better:
        better = False
        for out in list(page):
            for new in set(range(len(v))) - set(page):
                other = [new if each == out else each for each in page]
                if earned(other) > earned(page) + 1e-12:
                    page, better = other, True
                    break
            if better:
                break
    return set(products["product"].iloc[page])


# %% wrong: the untouched stub
# score: 0
# says: `assort` still holds the line that raises NotImplementedError
def assort(products, nothing, places):
    raise NotImplementedError


# %% wrong: the best sellers
# role: naive
# score: 0
# says: fresh draws `assort` earns g = −
# says: It looks as if the most wanted were taken
def assort(products, nothing, places):
    return set(products.nlargest(places, "appeal")["product"])


# %% wrong: most margin
# role: naive
# score: 0..4
# says: full points from 0.95
# says: It looks as if those with most margin were taken
def assort(products, nothing, places):
    return set(products.nlargest(places, "margin")["product"])


# %% wrong: appeal times margin
# score: 0
# says: It looks as if appeal × margin was taken, which is the baseline
def assort(products, nothing, places):
    top = (products["appeal"] * products["margin"]).nlargest(places).index
    return set(products.loc[top, "product"])


# %% wrong: everything
# score: 0
# says: at most 12 different products fit; yours are 40
def assort(products, nothing, places):
    return set(products["product"])


# %% wrong: a page left empty
# score: 0
# says: On 5 practice draws `assort` earns 0 dollars
# says: The page comes out empty, and nothing is sold
def assort(products, nothing, places):
    return set()


# %% wrong: nobody goes without
# role: ablation
# score: 0
# says: Those who take nothing are visitors too
def assort(products, nothing, places):
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        worth = (page["appeal"] * page["margin"]).sum() / page["appeal"].sum()
    return set(page["product"])


# %% wrong: a table for a set
# score: 0
# says: the choice must be a set of names
def assort(products, nothing, places):
    return products.nlargest(places, "margin")


# %% wrong: numbers of rows for names
# score: 0
# says: the choice must hold names of products
def assort(products, nothing, places):
    gain = products["appeal"] * products["margin"]
    return {int(row) for row in gain.nlargest(places).index}


# %% wrong: products of another category
# score: 0
# says: 'bread knife' is none of the 40 products
def assort(products, nothing, places):
    return {"bread knife", *products["product"].iloc[:5]}


# %% wrong: the price for the margin
# role: ablation
# score: 0..4.5
# says: It looks as if the price was taken where the margin belongs
def assort(products, nothing, places):
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["price"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        worth = (page["appeal"] * page["price"]).sum() / (nothing + page["appeal"].sum())
    return set(page["product"])


# %% wrong: what a visitor leaves is half of the page's mean margin
# role: ablation
# score: 0..4.5
# says: full points from
def assort(products, nothing, places):
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        worth = page["margin"].mean() / 2 if len(page) else 0.0
    return set(page["product"])


# %% wrong: one round instead of a loop
# role: ablation
# score: 0..4.5
# says: full points from
def assort(products, nothing, places):
    first = products.loc[(products["appeal"] * products["margin"]).nlargest(places).index]
    worth = (first["appeal"] * first["margin"]).sum() / (nothing + first["appeal"].sum())
    gain = products["appeal"] * (products["margin"] - worth)
    return set(products.loc[gain[gain > 0].nlargest(places).index, "product"])


# %% right: all twelve places always filled
# score: 4.8..5
# role: middle
def assort(products, nothing, places):
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain.nlargest(places).index]
        worth = (page["appeal"] * page["margin"]).sum() / (nothing + page["appeal"].sum())
    return set(page["product"])


# %% wrong: the same visitors everywhere
# role: ablation
# score: 0..4.5
# says: full points from
def assort(products, nothing, places):
    worth = 0.0
    for _ in range(30):
        gain = products["appeal"] * (products["margin"] - worth)
        page = products.loc[gain[gain > 0].nlargest(places).index]
        worth = (page["appeal"] * page["margin"]).sum() / (28.0 + page["appeal"].sum())
    return set(page["product"])


# %% wrong: without the appeal
# role: ablation
# score: 0..4.5
# says: full points from
def assort(products, nothing, places):
    worth = 0.0
    for _ in range(30):
        page = products[products["margin"] > worth].nlargest(places, "margin")
        worth = (page["appeal"] * page["margin"]).sum() / (nothing + page["appeal"].sum())
    return set(page["product"])


# %% wrong: what a visitor of all forty would leave
# role: middle
# score: 3..4.9
# says: full points from
def assort(products, nothing, places):
    v, m = products["appeal"], products["margin"]
    worth = (v * m).sum() / (nothing + v.sum())
    gain = v * (m - worth)
    return set(products.loc[gain[gain > 0].nlargest(places).index, "product"])

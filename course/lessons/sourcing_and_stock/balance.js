// Demand, the quantity on it, and two bars that meet at the best order; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget order-balance", role: "group", "aria-label": "Order balance" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice product ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const quantity = el("input", { type: "range", min: "1", max: "300", value: String(model.get("quantity")), oninput: () => send("quantity", Number(quantity.value)) });
  const salvage = el("input", { type: "range", min: "0", max: "95", value: String(model.get("salvage")), oninput: () => send("salvage", Number(salvage.value)) });
  const quantityField = labelled("Units ordered", quantity), salvageField = labelled("Salvage", salvage);
  const picture = el("div", {}), bars = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Product", draw)), el("div", { class: "balance-slider" }, quantityField),
    el("div", { class: "balance-slider" }, salvageField), el("div", { class: "balance-sides" }, picture, bars), told);
  const blue = "var(--jp-brand-color1, #1565c0)", red = "var(--jp-error-color1, #c62828)";
  const money = (number, places = 2) => `${number < 0 ? "−" : ""}$${Math.abs(number).toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places })}`;

  const paint = () => {
    const view = model.get("view");
    if (!view.product) return;
    const [q, s] = [model.get("quantity"), model.get("salvage")], product = view.product;
    draw.value = String(model.get("draw"));
    if (Number(quantity.value) !== q) quantity.value = String(q);
    if (Number(salvage.value) !== s) salvage.value = String(s);
    quantity.setAttribute("aria-valuetext", `${q} units`);
    salvage.setAttribute("aria-valuetext", `${s} percent of the cost`);
    quantityField.querySelector("label").textContent = `Units ordered: ${q}`;
    salvageField.querySelector("label").textContent = `What is left is cleared at ${s}% of its cost: ${money(product.salvage)}`;
    const [w, h] = [400, 220], x = (units) => 20 + (w - 40) * units / 300, base = h - 34;
    const points = view.density.map((d, place) => `${x(1 + 3 * place).toFixed(1)},${(base - 120 * d).toFixed(1)}`);
    const low = Math.min(...view.profits, 0), high = Math.max(...view.profits, 1), yp = (p) => base - 150 * (p - low) / (high - low);
    picture.replaceChildren(caption("Demand (area) and expected profit (line)"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `Demand is met with a chance of ${Math.round(100 * view.enough)} percent; expected profit ${money(view.profit, 0)}` },
      el("polyline", { points: `${x(1)},${base} ${points.join(" ")} ${x(298)},${base}`, fill: "currentColor", "fill-opacity": ".15", stroke: "none" }),
      el("polyline", { points: view.profits.map((p, place) => `${x(1 + 3 * place).toFixed(1)},${yp(p).toFixed(1)}`).join(" "), fill: "none", stroke: blue, "stroke-width": "2" }),
      el("line", { x1: x(q), x2: x(q), y1: 10, y2: base, stroke: red, "stroke-width": "2" }),
      el("text", { x: Math.min(x(q) + 5, w - 60), y: 20, "font-size": "12", fill: "currentColor" }, `${q} units`),
      ...[0, 100, 200, 300].map((units) => el("text", { x: x(units), y: h - 14, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, String(units)))));
    const most = Math.max(product.price - product.cost, product.cost);
    bars.replaceChildren(caption("What one unit costs, on average"), el("svg", { viewBox: `0 0 ${w} 110`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `one unit too few ${money(view.few)}, one unit too many ${money(view.many)}` },
      ...[["one too few", view.few, blue], ["one too many", view.many, red]].flatMap(([text, value, colour], place) => {
        const length = Math.max(1, 220 * value / most), top = 12 + 46 * place;
        return [el("text", { x: 92, y: top + 18, "text-anchor": "end", "font-size": "12", fill: "currentColor" }, text),
          el("rect", { x: 98, y: top, width: length, height: 26, fill: colour, "fill-opacity": ".8" }),
          el("text", { x: 104 + length, y: top + 18, "font-size": "12", fill: "currentColor" }, money(value))];
      })));
    told.textContent = `Sold for ${money(product.price)}, bought for ${money(product.cost)}. With ${q} units demand is met with a chance of ${Math.round(100 * view.enough)}%. Expected profit: ${money(view.profit, 0)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

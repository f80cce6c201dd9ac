// Revenue and profit along a demand curve, or profit along a free-delivery bar; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget price-curve", role: "group", "aria-label": "Price curve" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice product ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const tab = choice([["price", "price of a product"], ["delivery", "free delivery"]], model.get("tab"), (value) => send("tab", value));
  const price = el("input", { type: "range", min: "10", max: "90", value: String(model.get("price")), class: "curve-price", oninput: () => send("price", Number(price.value)) });
  const elasticity = el("input", { type: "range", min: "11", max: "50", value: String(model.get("elasticity")), class: "curve-elasticity",
    oninput: () => send("elasticity", Number(elasticity.value)) });
  const priceField = labelled("Price", price), elasticityField = labelled("Elasticity", elasticity);
  const picture = el("div", {}), told = el("p", { class: "curve-told", "aria-live": "polite" });
  const elasticityRow = el("div", { class: "curve-slider" }, elasticityField);
  root.append(el("div", { class: "course-row" }, labelled("Product", draw), labelled("Picture", tab)), el("div", { class: "curve-slider" }, priceField), elasticityRow, picture, told);
  const colours = { revenue: "var(--jp-warn-color1, #b26a00)", profit: "var(--jp-brand-color1, #1565c0)" };

  const paint = () => {
    const view = model.get("view");
    if (!view.lines) return;
    const [p, e] = [model.get("price"), model.get("elasticity")], product = view.product, delivery = view.tab === "delivery";
    draw.value = String(model.get("draw"));
    tab.value = view.tab;
    if (Number(price.value) !== p) price.value = String(p);
    if (Number(elasticity.value) !== e) elasticity.value = String(e);
    price.setAttribute("aria-valuetext", `${p} dollars`);
    elasticity.setAttribute("aria-valuetext", (e / 10).toFixed(1));
    priceField.querySelector("label").textContent = delivery ? `Delivery is free from: $${p}` : `Price: $${p} (cost $${product.cost}, so far $${product.price})`;
    elasticityField.querySelector("label").textContent = `Elasticity: ${(e / 10).toFixed(1)}`;
    elasticityRow.style.display = delivery ? "none" : "";
    const [w, h] = [560, 260], x = (v) => 56 + (w - 76) * (v - 10) / 80, all = Object.values(view.lines).flat();
    const high = Math.max(...all) * 1.05, low = delivery ? Math.min(...all) * 0.97 : 0, y = (v, top = high) => h - 36 - (h - 56) * (Math.max(v, low) - low) / (top - low);
    const bars = delivery ? view.counts.map((count, place) => [5 * place, count]).filter(([start]) => start >= 10 && start < 90) : [];
    const most = Math.max(1, ...bars.map(([, count]) => count));
    picture.replaceChildren(el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img", "aria-label": view.told },
      ...bars.map(([start, count]) => el("rect", { x: x(start), y: h - 36 - 120 * count / most, width: x(start + 5) - x(start) - 1, height: 120 * count / most, fill: "currentColor", "fill-opacity": ".15" })),
      ...Object.entries(view.lines).flatMap(([name, values]) => {
        const top = values.indexOf(Math.max(...values)), own = Math.max(...values) * 1.05;   // each line to its own height
        return [el("polyline", { points: values.map((v, place) => `${x(10 + place).toFixed(1)},${y(v, own).toFixed(1)}`).join(" "), fill: "none", stroke: colours[name], "stroke-width": "2.5" }),
          el("circle", { cx: x(10 + top), cy: y(values[top], own), r: 5, fill: colours[name] }),
          el("text", { x: x(10 + top) + 8, y: y(values[top], own) - 6, "font-size": "12", fill: "currentColor" }, name)];
      }),
      el("line", { x1: x(p), x2: x(p), y1: 12, y2: h - 36, stroke: "currentColor", "stroke-width": "2", "stroke-dasharray": "4 3" }),
      ...[10, 30, 50, 70, 90].map((v) => el("text", { x: x(v), y: h - 16, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, `$${v}`)),
      el("text", { x: w / 2, y: h - 2, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, delivery ? "free from (bars: how many baskets)" : "price (each line to its own height)")));
    told.textContent = view.told;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

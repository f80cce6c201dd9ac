// Customers by chance of an order without and with a coupon; below, dollars by how many get one. Numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget quadrants", role: "group", "aria-label": "Quadrants" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const names = { likely: "most likely to buy first", uplift: "most moved first", gain: "largest net gain first" };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice month ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const order = choice(Object.entries(names), model.get("order"), (value) => send("order", value));
  const share = el("input", { type: "range", min: "0", max: "100", step: "2", value: String(model.get("share")), class: "share", oninput: () => send("share", Number(share.value)) });
  const field = labelled("Get a coupon", share);
  const picture = el("div", { class: "course-row" }), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Month", draw), labelled("Order", order), field), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), s = model.get("share"), mine = model.get("order");
    if (!view.dots) return;
    draw.value = String(model.get("draw"));
    order.value = mine;
    if (Number(share.value) !== s) share.value = String(s);
    share.setAttribute("aria-valuetext", `${s} percent`);
    field.querySelector("label").textContent = `Get a coupon: the first ${s}%`;
    const side = 270, x = (v) => 34 + (side - 44) * v, y = (v) => 10 + (side - 44) * (1 - v);
    const label = (at, up, text) => el("text", { x: at, y: up, "font-size": "11", fill: "currentColor", "fill-opacity": ".85" }, text);
    const scatter = el("svg", { viewBox: `0 0 ${side} ${side}`, width: side, role: "img", "aria-label": "Customers by chance of an order without and with a coupon" },
      el("line", { x1: x(0), y1: y(0), x2: x(1), y2: y(1), stroke: "currentColor", "stroke-dasharray": "4 3" }),
      el("line", { x1: x(0), y1: y(0), x2: x(view.even), y2: y(1), stroke: blue, "stroke-dasharray": "2 3" }),
      el("rect", { x: x(0), y: y(1), width: side - 44, height: side - 44, fill: "none", stroke: "currentColor", "stroke-opacity": ".4" }),
      ...view.dots.map(([without, withIt, on]) => el("circle", { cx: x(without), cy: y(withIt), r: 2.6, fill: on ? blue : "none", stroke: on ? blue : "currentColor", "stroke-opacity": ".7" })),
      label(x(.02), y(.93), "persuadable"), label(x(.7), y(.93), "sure thing"), label(x(.02), y(.02), "lost cause"), label(x(.62), y(.02), "sleeping dog"),
      label(x(.3), side - 6, "chance without →"));
    const [w, h] = [360, side], all = Object.values(view.curves).flat(), top = Math.max(...all), low = Math.max(Math.min(...all), -3 * top);
    const px = (v) => 48 + (w - 68) * v / 100, py = (v) => 12 + (h - 44) * (top - Math.max(v, low)) / (top - low);
    const lines = Object.entries(view.curves).map(([name, curve]) => el("polyline", { points: curve.map((v, i) => `${px(2 * i)},${py(v)}`).join(" "), fill: "none",
      stroke: name === mine ? blue : "currentColor", "stroke-opacity": name === mine ? 1 : .35, "stroke-width": name === mine ? 2.5 : 1.2, "stroke-dasharray": name === "gain" ? "none" : name === "uplift" ? "6 3" : "2 3" }));
    const profit = el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, role: "img", "aria-label": `${s} percent get a coupon: ${view.won} dollars against none` }, ...lines,
      el("line", { x1: px(0), x2: px(100), y1: py(0), y2: py(0), stroke: "currentColor" }),
      el("line", { x1: px(s), x2: px(s), y1: 8, y2: h - 28, stroke: "currentColor", "stroke-dasharray": "2 3" }),
      el("text", { x: 42, y: py(0) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, "$0"),
      el("text", { x: 42, y: py(top) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, `$${Math.round(top)}`),
      ...[0, 50, 100].map((v) => el("text", { x: px(v), y: h - 10, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, `${v}%`)));
    picture.replaceChildren(
      el("div", {}, caption("Chance of an order: with a coupon (up), without (across)"), scatter),
      el("div", {}, caption("Dollars against no coupon, by how many get one"), profit));
    told.textContent = `${s}% get a coupon, ${names[mine]}: ${format(view.won, 0)} dollars against none. Above the diagonal a coupon moves, above the blue line it pays.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

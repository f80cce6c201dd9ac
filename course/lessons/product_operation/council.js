// Forty results as pairs of bars, promised and true; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget launch-council", role: "group", "aria-label": "Launch council" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice year ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const order = choice([["claim", "highest claims first"], ["believable", "believable lifts first"]], model.get("order"), (value) => send("order", value));
  const count = el("input", { type: "range", min: "1", max: "40", step: "1", value: String(model.get("count")), class: "count", oninput: () => send("count", Number(count.value)) });
  const field = labelled("Launched", count);
  const picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Year", draw), labelled("Order", order)), el("div", { class: "council-slider" }, field), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), k = model.get("count");
    if (!view.claims) return;
    draw.value = String(model.get("draw"));
    order.value = model.get("order");
    if (Number(count.value) !== k) count.value = String(k);
    count.setAttribute("aria-valuetext", `${k} ideas`);
    field.querySelector("label").textContent = `Launched: the first ${k}`;
    const [w, h] = [640, 210], all = [...view.claims, ...view.truths], top = Math.max(...all), low = Math.min(...all);
    const step = (w - 40) / 40, x = (n) => 30 + step * n, y = (v) => 12 + (h - 30) * (top - v) / (top - low);
    picture.replaceChildren(caption("Each idea: what its test claimed (hollow) and what it truly does (full)"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `${k} launched: promised ${view.promised} percent, true ${view.true} percent` },
      ...view.claims.map((v, n) => el("rect", { x: x(n), y: Math.min(y(v), y(0)), width: step - 3, height: Math.max(1, Math.abs(y(v) - y(0))), fill: "none", stroke: "currentColor", "stroke-opacity": n < k ? ".8" : ".25" })),
      ...view.truths.map((v, n) => el("rect", { x: x(n) + 3, y: Math.min(y(v), y(0)), width: step - 9, height: Math.max(1, Math.abs(y(v) - y(0))), fill: blue, "fill-opacity": n < k ? ".9" : ".2" })),
      el("line", { x1: 30, x2: w - 8, y1: y(0), y2: y(0), stroke: "currentColor" }),
      el("line", { x1: x(k) - 1.5, x2: x(k) - 1.5, y1: 6, y2: h - 12, stroke: "currentColor", "stroke-dasharray": "4 3" })));
    told.textContent = `${k} launched. Change in orders: promised ${format(view.promised)}%, came ${format(view.true)}%.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

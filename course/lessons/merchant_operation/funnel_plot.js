// A funnel plot of defect rates, drawn towards the mean; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget funnel-plot", role: "group", "aria-label": "Funnel plot" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice quarter ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const weight = el("input", { type: "range", min: "0", max: "200", step: "5", value: String(model.get("weight")), class: "weight", oninput: () => send("weight", Number(weight.value)) });
  const field = labelled("Pull", weight);
  const picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Quarter", draw), field), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)", red = "var(--jp-error-color1, #c62828)";

  const paint = () => {
    const view = model.get("view"), m = model.get("weight");
    if (!view.dots) return;
    draw.value = String(model.get("draw"));
    if (Number(weight.value) !== m) weight.value = String(m);
    weight.setAttribute("aria-valuetext", `weight of ${m} orders`);
    field.querySelector("label").textContent = `Pull to the mean: as much as ${m} orders`;
    const [w, h, top] = [640, 250, .2], x = (n) => 44 + (w - 56) * Math.log(Math.max(n, 1)) / Math.log(3000), y = (v) => 10 + (h - 44) * (1 - Math.min(v, top) / top);
    const line = (v, text, dash, up) => [el("line", { x1: x(1), x2: w - 12, y1: y(v), y2: y(v), stroke: "currentColor", "stroke-dasharray": dash }),
      el("text", { x: w - 14, y: y(v) + up, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, text)];
    const svg = el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img", "aria-label": `${view.good + view.bad} shops are misjudged with a pull of ${m} orders` },
      ...view.dots.map(([n, rate, wrong]) => el("circle", { cx: x(n), cy: y(rate), r: wrong ? 4 : 2.6, fill: wrong ? red : blue, "fill-opacity": wrong ? .95 : .45 })),
      ...line(view.limit, "limit 5%", "none", -4), ...line(view.mean, `mean ${(100 * view.mean).toFixed(1)}%`, "5 4", 13),
      ...[1, 10, 100, 1000].map((n) => el("text", { x: x(n), y: h - 18, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, String(n))),
      el("text", { x: w / 2, y: h - 3, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, "orders so far"),
      ...[0, .1, .2].map((v) => el("text", { x: 38, y: y(v) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, `${Math.round(100 * v)}%${v === .2 ? "+" : ""}`)));
    picture.replaceChildren(caption("Each dot is a shop: defect rate, drawn to the mean, by orders; red and large: misjudged"), svg);
    told.textContent = `With a pull of ${m} orders: ${view.good} would be suspended though good, ${view.bad} kept though bad; together ${view.good + view.bad} misjudged.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

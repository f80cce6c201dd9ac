// What eight categories earn at their rates, and the curve of the chosen one; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget rate-board", role: "group", "aria-label": "Rate board" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const names = model.get("view").names;
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice platform ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const chosen = choice([[8, "all, one rate"], ...names.map((name, n) => [n, name])], model.get("chosen"), (value) => send("chosen", Number(value)));
  const put = (value) => {
    const c = model.get("chosen"), rates = model.get("rates");
    send("rates", rates.map((rate, n) => (c === 8 || c === n ? value : rate)));
  };
  const rate = el("input", { type: "range", min: "0", max: "40", step: "1", value: "20", class: "rate", oninput: () => put(Number(rate.value)) });
  const field = labelled("Rate", rate);
  const picture = el("div", { class: "course-row" }), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Platform", draw), labelled("Category", chosen), field), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), rates = model.get("rates"), c = model.get("chosen");
    if (!view.earned) return;
    const name = c === 8 ? "all categories" : view.names[c], r = c === 8 ? rates[0] : rates[c], mixed = c === 8 && rates.some((each) => each !== rates[0]);
    draw.value = String(model.get("draw"));
    chosen.value = String(c);
    if (Number(rate.value) !== r) rate.value = String(r);
    rate.setAttribute("aria-valuetext", `${r} percent, ${name}`);
    field.querySelector("label").textContent = `Rate of ${name}: ${mixed ? "mixed" : r + "%"}`;
    const [w, h] = [400, 230], top = Math.max(...view.earned, ...view.now, 1), step = (h - 20) / 8, bar = (v) => (w - 190) * Math.max(0, v) / top;
    const bars = view.earned.flatMap((v, n) => [
      el("text", { x: 66, y: 12 + step * n + 10, "text-anchor": "end", "font-size": "11", fill: "currentColor", "font-weight": n === c ? "700" : "400" }, view.names[n]),
      el("rect", { x: 72, y: 6 + step * n, width: bar(v), height: step - 8, fill: blue, "fill-opacity": n === c || c === 8 ? .95 : .5 }),
      el("rect", { x: 72, y: 6 + step * n, width: bar(view.now[n]), height: step - 8, fill: "none", stroke: "currentColor", "stroke-opacity": ".6" }),
      el("text", { x: 78 + Math.max(bar(v), bar(view.now[n])), y: 12 + step * n + 10, "font-size": "11", fill: "currentColor" }, `${rates[n]}%, ${Math.round(100 * view.left[n])}% left`)]);
    const [cw, ch] = [290, 230], high = Math.max(...view.curve, 1), low = Math.max(Math.min(...view.curve), -high), x = (v) => 58 + (cw - 70) * v / 40, y = (v) => 12 + (ch - 44) * (high - Math.max(v, low)) / (high - low);
    picture.replaceChildren(
      el("div", {}, caption("Dollars a month: at these rates (full), at 10% (hollow)"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, role: "img", "aria-label": `Total ${view.total} dollars a month` }, ...bars)),
      el("div", {}, caption(`Dollars by rate: ${name}`), el("svg", { viewBox: `0 0 ${cw} ${ch}`, width: cw, role: "img", "aria-label": `${name}: at ${r} percent ${view.curve[r]} dollars` },
        el("line", { x1: x(0), x2: x(40), y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".4" }),
        el("polyline", { points: view.curve.map((v, n) => `${x(n)},${y(v)}`).join(" "), fill: "none", stroke: blue, "stroke-width": 2 }),
        ...(mixed ? [] : [el("circle", { cx: x(r), cy: y(view.curve[r]), r: 6, fill: blue })]),
        el("text", { x: 52, y: y(high) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, `$${format(high / 1000, 0)}k`),
        ...[0, 10, 20, 30, 40].map((v) => el("text", { x: x(v), y: ch - 8, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, `${v}%`)))));
    told.textContent = `All eight earn ${format(view.total, 0)} dollars a month; at 10% everywhere ${format(view.now.reduce((a, b) => a + b, 0), 0)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

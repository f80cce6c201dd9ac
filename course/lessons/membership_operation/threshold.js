// Users by orders a year, stacked: outside, a gain, a loss; below, profit by fee. Numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget fee-threshold", role: "group", "aria-label": "Fee threshold" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice programme ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const fee = el("input", { type: "range", min: "0", max: "240", step: "10", value: String(model.get("fee")), class: "fee", oninput: () => send("fee", Number(fee.value)) });
  const back = el("input", { type: "range", min: "0", max: "4", step: "1", value: String(model.get("cashback")), class: "cashback", oninput: () => send("cashback", Number(back.value)) });
  const feeField = labelled("Fee", fee), backField = labelled("Cash back", back);
  const picture = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Programme", draw), feeField, backField), picture, told);
  const blue = "var(--jp-brand-color1, #1565c0)", red = "var(--jp-error-color1, #c62828)";

  const paint = () => {
    const view = model.get("view"), f = model.get("fee"), c = model.get("cashback");
    if (!view.outside) return;
    draw.value = String(model.get("draw"));
    if (Number(fee.value) !== f) fee.value = String(f);
    if (Number(back.value) !== c) back.value = String(c);
    fee.setAttribute("aria-valuetext", `${f} dollars a year`);
    back.setAttribute("aria-valuetext", `${c} percent`);
    feeField.querySelector("label").textContent = `Fee: $${f} a year`;
    backField.querySelector("label").textContent = `Cash back: ${c}%`;
    const [w, h] = [640, 180], n = view.outside.length, step = (w - 50) / n;
    const high = Math.max(...view.outside.map((v, i) => v + view.gain[i] + view.loss[i])), y = (v) => 10 + (h - 34) * (1 - v / high), x = (i) => 40 + step * i;
    const bar = (i, from, value, style) => el("rect", { x: x(i) + 1, y: y(from + value), width: step - 3, height: Math.max(0, y(from) - y(from + value)), ...style });
    const columns = view.outside.flatMap((out, i) => [
      bar(i, 0, view.loss[i], { fill: red }), bar(i, view.loss[i], view.gain[i], { fill: blue }),
      bar(i, view.loss[i] + view.gain[i], out, { fill: "none", stroke: "currentColor", "stroke-opacity": ".5" })]);
    const ticks = [0, .25, .5, .75, 1].map((t) => el("text", { x: 40 + (w - 50) * t, y: h - 6, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, String(Math.round(view.top * t))));
    const low = Math.min(...view.by_fee, 0), top = Math.max(...view.by_fee, 1), [ph, px] = [120, (v) => 40 + (w - 60) * v / 240], py = (v) => 12 + (ph - 30) * (top - v) / (top - low);
    picture.replaceChildren(
      caption("Users by orders a year: outside (hollow), members who bring more (blue, above), members who cost more than they bring (red, below)"),
      el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img", "aria-label": `${Math.round(100 * view.joined)} percent join` }, ...columns, ...ticks),
      caption("Dollars a user and year, by fee"),
      el("svg", { viewBox: `0 0 ${w} ${ph}`, width: w, style: "max-width:100%", role: "img", "aria-label": `At ${f} dollars ${view.earned} dollars a user` },
        el("line", { x1: 40, x2: w - 20, y1: py(0), y2: py(0), stroke: "currentColor", "stroke-opacity": ".5" }),
        el("polyline", { points: view.by_fee.map((v, i) => `${px(10 * i)},${py(v)}`).join(" "), fill: "none", stroke: blue, "stroke-width": 2 }),
        el("circle", { cx: px(f), cy: py(view.earned), r: 6, fill: blue }),
        el("text", { x: 34, y: py(top) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, format(top)),
        el("text", { x: 34, y: py(low) + 4, "text-anchor": "end", "font-size": "11", fill: "currentColor" }, format(low))));
    told.textContent = `${Math.round(100 * view.joined)}% join. Members who bring more: ${format(view.won)} dollars a user; those who cost more: ${format(view.lost)}. Together ${format(view.earned)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

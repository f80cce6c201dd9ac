// Two weeks' funnels and the slopes of their rates; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget mix-shift", role: "group", "aria-label": "Mix shift" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const shop = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice shop ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const slider = (name, top) => {
    const input = el("input", { type: "range", min: "0", max: String(top), value: String(model.get(name)), oninput: () => send(name, Number(input.value)) });
    return input;
  };
  const share = slider("share", 100), lift = slider("lift", 30);
  const shareField = labelled("Phone's share of sessions in week 2", share), liftField = labelled("How much better every device buys in week 2", lift);
  const bars = el("div", {}), slopes = el("div", {}), verdict = el("p", { class: "mix-verdict", "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Shop", shop)), el("div", { class: "mix-slider" }, shareField),
    el("div", { class: "mix-slider" }, liftField), el("div", { class: "mix-pictures" }, slopes, bars), verdict);
  const blue = "var(--jp-brand-color1, #1565c0)", red = "var(--jp-error-color1, #c62828)";

  const paint = () => {
    const view = model.get("view");
    if (!view.stages) return;
    const [s, l] = [model.get("share"), model.get("lift")];
    shop.value = String(model.get("draw"));
    if (Number(share.value) !== s) share.value = String(s);
    if (Number(lift.value) !== l) lift.value = String(l);
    share.setAttribute("aria-valuetext", `${s} percent`);
    lift.setAttribute("aria-valuetext", `${l} percent better`);
    shareField.querySelector("label").textContent = `Phone's share of sessions in week 2: ${s}% (week 1: ${view.share_before}%)`;
    liftField.querySelector("label").textContent = `Every device buys better in week 2: +${l}%`;

    const [w, h] = [330, 210], top = Math.max(...view.rates.flatMap(([, a, b]) => [a, b])) * 1.08, y = (rate) => h - 30 - (h - 52) * rate / top;
    const falls = view.rates[2][2] < view.rates[2][1];
    slopes.replaceChildren(caption("Conversion rate, % of sessions"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": view.rates.map(([name, a, b]) => `${name} ${a.toFixed(2)} then ${b.toFixed(2)} percent`).join("; ") },
      ...["week 1", "week 2"].map((text, place) => el("text", { x: place ? 230 : 70, y: h - 8, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, text)),
      ...view.rates.flatMap(([name, a, b]) => {
        const total = name === "total", colour = total ? (falls ? red : blue) : "currentColor";
        return [
          el("line", { x1: 70, x2: 230, y1: y(a), y2: y(b), stroke: colour, "stroke-width": total ? "4" : "2", "stroke-dasharray": total ? "none" : "5 4" }),
          el("circle", { cx: 70, cy: y(a), r: total ? 5 : 3.5, fill: colour }), el("circle", { cx: 230, cy: y(b), r: total ? 5 : 3.5, fill: colour }),
          el("text", { x: 60, y: y(a) + 4, "text-anchor": "end", "font-size": "12", fill: "currentColor" }, a.toFixed(2)),
          el("text", { x: 240, y: y(b) + 4, "font-size": "12", fill: "currentColor", "font-weight": total ? "700" : "400" }, `${b.toFixed(2)} ${name}`),
        ];
      })));

    const rows = view.stages.slice(1), most = Math.max(...view.before.slice(1), ...view.after.slice(1));
    bars.replaceChildren(caption("People at each step, of 100,000 sessions"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": rows.map((stage, place) => `${stage} ${view.before[place + 1]} then ${view.after[place + 1]}`).join("; ") },
      ...rows.flatMap((stage, place) => [["week 1", view.before, .45], ["week 2", view.after, 1]].flatMap(([week, counts, opacity], which) => {
        const top = 10 + place * 62 + which * 24, length = Math.max(1, 130 * counts[place + 1] / most);
        return [
          el("text", { x: 122, y: top + 14, "text-anchor": "end", "font-size": "12", fill: "currentColor" }, which ? week : `${stage}, ${week}`),
          el("rect", { x: 128, y: top, width: length, height: 20, fill: blue, "fill-opacity": opacity }),
          el("text", { x: 134 + length, y: top + 14, "font-size": "12", fill: "currentColor" }, counts[place + 1].toLocaleString("en-US")),
        ];
      }))));
    verdict.textContent = falls && l > 0 ? "Both devices got better, and the total got worse." : falls ? "The total fell." : "The total did not fall.";
    verdict.dataset.falls = String(falls);
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

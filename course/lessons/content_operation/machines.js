// Eight headlines: buttons that show them, and an interval each; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget headline-machines", role: "group", "aria-label": "Headline machines" });
  keepKeys(root);
  let presses = 0;
  const press = (what) => { model.set("pressed", [what, ++presses]); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice set ${n}`]), model.get("draw"), (value) => { model.set("draw", Number(value)); model.save_changes(); });
  const robot = el("button", { class: "robot", onclick: () => press("robot") }, "Robot: 100 times");
  const again = el("button", { class: "again", onclick: () => press("again") }, "Start again");
  const letters = [..."ABCDEFGH"];
  const shows = letters.map((name, place) => el("button", { onclick: () => press(place), "aria-label": `Show headline ${name} 100 times` }, `${name}: show 100×`));
  const cells = letters.map(() => ({ count: el("td", {}), bar: el("td", {}), best: el("td", {}) }));
  const told = el("p", { "aria-live": "polite" });
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...["Headline", "Shown, clicks", "Click rate, 90% sure (0 to 15%)", "Best?"].map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...letters.map((_, place) => el("tr", {}, el("td", {}, shows[place]), cells[place].count, cells[place].bar, cells[place].best))));
  root.append(el("div", { class: "course-row" }, labelled("Headlines", draw), robot, again), table, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view");
    if (!view.rows) return;
    draw.value = String(model.get("draw"));
    const [w, h] = [300, 22], x = (rate) => 4 + (w - 8) * Math.min(rate, 0.15) / 0.15;
    view.rows.forEach(([name, shown, clicks, low, mean, high], place) => {
      cells[place].count.textContent = `${shown}, ${clicks}`;
      cells[place].best.textContent = `${Math.round(100 * view.best[place])}%`;
      cells[place].bar.replaceChildren(el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, role: "img", "aria-label": `headline ${name}: ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)} percent` },
        el("line", { x1: x(0), x2: x(0.15), y1: h - 3, y2: h - 3, stroke: "currentColor", "stroke-opacity": ".25" }),
        el("line", { x1: x(low), x2: x(high), y1: h / 2, y2: h / 2, stroke: blue, "stroke-width": "6", "stroke-opacity": ".55" }),
        el("circle", { cx: x(mean), cy: h / 2, r: 4, fill: blue })));
    });
    told.textContent = view.left ? `${view.earned} clicks so far (even parts would have brought about ${view.even}); ${format(view.left, 0)} impressions are left.`
      : `All 3,000 impressions are used: ${view.earned} clicks; even parts would have brought about ${view.even}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

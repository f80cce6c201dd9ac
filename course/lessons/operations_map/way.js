// The operations map: a person's way from left to right, the functions below it; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget operations-map", role: "group", "aria-label": "Operations map" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const shop = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice shop ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const dot = el("input", { type: "range", min: "0", max: "5", value: String(model.get("step")), class: "map-dot", oninput: () => send("step", Number(dot.value)) });
  const lift = el("input", { type: "range", min: "-30", max: "30", step: "5", value: String(model.get("lift")), class: "map-lift", oninput: () => send("lift", Number(lift.value)) });
  const dotField = labelled("The person's next step", dot), liftField = labelled("Lift of this step", lift);
  const way = el("div", {}), told = el("div", { class: "map-told", "aria-live": "polite" });
  const chains = el("div", { class: "map-chains" }), about = el("p", { class: "map-about", "aria-live": "polite" }, "Press a function to read what it is measured by.");
  root.append(el("div", { class: "course-row" }, labelled("Shop", shop)), way,
    el("div", { class: "map-slider" }, dotField), el("div", { class: "map-slider" }, liftField), told, about, chains,
    el("p", { class: "course-note" }, "● works on this step   ═ carries every step   … lesson being written"));
  const signed = (number, text) => `${number > 0 ? "+" : number < 0 ? "−" : ""}${text}`;

  const paint = () => {
    const view = model.get("view");
    if (!view.stages) return;
    const step = model.get("step"), up = model.get("lift");
    shop.value = String(model.get("draw"));
    if (Number(dot.value) !== step) dot.value = String(step);
    if (Number(lift.value) !== up) lift.value = String(up);
    const name = `from “${view.stages[step]}” to “${view.stages[step + 1]}”`;
    dot.setAttribute("aria-valuetext", name);
    dotField.querySelector("label").textContent = `The person's next step: ${name}`;
    lift.setAttribute("aria-valuetext", `${up} percent`);
    liftField.querySelector("label").textContent = `Lift of this step: ${signed(up, `${Math.abs(up)}%`)} (its rate is now ${format(view.rate)}%)`;
    const [w, h] = [700, 96], x = (place) => 46 + place * (w - 92) / 6;
    way.replaceChildren(el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `People a week: ${view.stages.map((stage, place) => `${stage} ${view.people[place].toLocaleString("en-US")}`).join(", ")}` },
      el("line", { x1: x(0), x2: x(6), y1: 34, y2: 34, stroke: "currentColor", "stroke-opacity": ".35", "stroke-width": "2" }),
      el("line", { x1: x(step), x2: x(step + 1), y1: 34, y2: 34, stroke: "var(--jp-brand-color1, #1565c0)", "stroke-width": "7" }),
      el("circle", { cx: (x(step) + x(step + 1)) / 2, cy: 34, r: 9, fill: "var(--jp-brand-color1, #1565c0)" }),
      ...view.stages.flatMap((stage, place) => [
        el("circle", { cx: x(place), cy: 34, r: 5, fill: "currentColor" }),
        el("text", { x: x(place), y: 16, "text-anchor": "middle", "font-size": "11", fill: "currentColor" }, stage),
        el("text", { x: x(place), y: 60, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, view.people[place].toLocaleString("en-US")),
        el("text", { x: x(place), y: 78, "text-anchor": "middle", "font-size": "11", fill: "currentColor" },
          view.people[place] === view.before[place] ? "" : `was ${view.before[place].toLocaleString("en-US")}`)])));
    const money = (number) => `$${Math.abs(number).toLocaleString("en-US")}`;
    told.replaceChildren(
      el("div", {}, el("div", { class: "course-big", "data-gmv": view.gmv_change }, signed(view.gmv_change, money(view.gmv_change))), `GMV a week (${signed(view.gmv_percent, `${format(Math.abs(view.gmv_percent))}%`)})`),
      el("div", {}, el("div", { class: "course-big", "data-profit": view.profit_change }, signed(view.profit_change, money(view.profit_change))), "contribution profit a week"));
    const focused = root.querySelector(":focus")?.dataset?.name;
    chains.replaceChildren(...view.chains.map(([title, list]) => el("div", { class: "map-chain" }, caption(title),
      ...list.map((each) => el("button", { type: "button", class: `map-function${each.lit ? " lit" : ""}`, "data-name": each.name, "aria-pressed": String(each.lit),
        onclick: () => {
          about.textContent = `${each.name}: ${each.question} Measured by: ${each.kpi}. ${each.carries ? "It carries every step. " : ""}${each.written ? "Its lesson is in the course." : "Its lesson is being written."}`;
          if (each.step >= 0 && !each.lit) send("step", each.step);
        } }, `${each.lit ? "● " : each.carries ? "═ " : ""}${each.name}${each.written ? "" : " …"}`)))));
    if (focused) root.querySelector(`[data-name="${focused}"]`)?.focus();
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

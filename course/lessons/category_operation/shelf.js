// Ten products on or off a shelf, who is chosen and what each is worth; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget shelf-plan", role: "group", "aria-label": "Shelf plan" });
  keepKeys(root);
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice shelf ${n}`]), model.get("draw"), (value) => { model.set("draw", Number(value)); model.save_changes(); });
  const names = model.get("view").names;
  const boxes = names.map((name, place) => el("input", { type: "checkbox", id: `shelf-${place}-${Math.random().toString(36).slice(2, 7)}`,
    onchange: () => { const all = [...model.get("chosen")]; all[place] = boxes[place].checked; model.set("chosen", all); model.save_changes(); } }));
  const cells = names.map(() => ({ bar: el("td", {}), margin: el("td", {}), change: el("td", {}) }));
  const total = el("p", { class: "course-big" }), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Shelf", draw)),
    el("table", {}, el("thead", {}, el("tr", {}, ...["Product", "Buyers of a thousand", "Margin", "If changed"].map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, ...names.map((name, place) => el("tr", {}, el("td", {}, boxes[place], " ", el("label", { for: boxes[place].id }, name)), cells[place].bar, cells[place].margin, cells[place].change)))),
    total, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), chosen = model.get("chosen");
    if (!view.share) return;
    draw.value = String(model.get("draw"));
    const [w, h] = [260, 16], top = Math.max(1, ...view.share);
    names.forEach((name, place) => {
      boxes[place].checked = chosen[place];
      const share = view.share[place], change = view.change[place];
      cells[place].bar.replaceChildren(el("svg", { viewBox: `0 0 ${w + 40} ${h}`, width: w + 40, role: "img", "aria-label": `${name}: ${share} buyers of a thousand` },
        el("rect", { x: 0, y: 3, width: w * share / top, height: 10, fill: blue }),
        el("text", { x: w * share / top + 6, y: 13, "font-size": "12", fill: "currentColor" }, chosen[place] ? String(share) : "off")));
      cells[place].margin.textContent = `$${view.margin[place].toFixed(2)}`;
      cells[place].change.textContent = `${chosen[place] ? "off" : "on"}: ${change < 0 ? "−" : "+"}$${Math.abs(change)}`;
    });
    total.textContent = `$${format(view.total, 0)} from a thousand visitors`;
    told.textContent = `${view.leave} of a thousand leave without buying. With all ten on the shelf it would be $${format(view.all, 0)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

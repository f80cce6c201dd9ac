// Eight switches, who is left after each step, and who orders; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget onboarding-queue", role: "group", "aria-label": "Onboarding queue" });
  keepKeys(root);
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice flow ${n}`]), model.get("draw"), (value) => { model.set("draw", Number(value)); model.save_changes(); });
  const steps = model.get("view").steps;
  const boxes = steps.map((step, place) => el("input", { type: "checkbox", id: `flow-step-${place}-${Math.random().toString(36).slice(2, 7)}`,
    onchange: () => { const all = [...model.get("chosen")]; all[place] = boxes[place].checked; model.set("chosen", all); model.save_changes(); } }));
  const bars = steps.map(() => el("div", { class: "flow-bar" }));
  const rows = steps.map((step, place) => el("div", { class: "flow-row" }, boxes[place], el("label", { for: boxes[place].id }, step), bars[place]));
  const told = el("p", { "aria-live": "polite" }), orders = el("p", { class: "course-big" });
  root.append(el("div", { class: "course-row" }, labelled("Flow", draw)), caption("Switch steps on and off; the bar is who is still there after it"),
    el("div", { role: "group", "aria-label": "Steps" }, ...rows), orders, told);
  const blue = "var(--jp-brand-color1, #1565c0)";

  const paint = () => {
    const view = model.get("view"), chosen = model.get("chosen");
    if (!view.left) return;
    draw.value = String(model.get("draw"));
    let before = 10000;
    steps.forEach((step, place) => {
      boxes[place].checked = chosen[place];
      const left = view.left[place], [w, h] = [320, 16], lost = before - left;
      bars[place].replaceChildren(el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, role: "img", "aria-label": `${left} of 10,000 are still there after ${step}` },
        el("rect", { x: 0, y: 3, width: w * left / 10000, height: 10, fill: chosen[place] ? blue : "currentColor", "fill-opacity": chosen[place] ? ".75" : ".18" }),
        el("rect", { x: w * left / 10000, y: 3, width: w * lost / 10000, height: 10, fill: "var(--jp-warn-color1, #b45309)" })),
        el("span", { class: "flow-count" }, chosen[place] ? `${format(left, 0)} (lost ${format(lost, 0)})` : "off"));
      before = left;
    });
    orders.textContent = `${format(view.orders, 0)} of 10,000 order`;
    told.textContent = `${format(view.through, 0)} come through, and ${(100 * view.share).toFixed(1)}% of them order. With all eight steps ${format(view.all, 0)} order, without any ${format(view.none, 0)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

// Ten modules and two needles; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget page-builder", role: "group", "aria-label": "Page builder" });
  keepKeys(root);
  const send = (name, value) => { model.set(name, value); model.save_changes(); };
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice product ${n}`]), model.get("draw"), (value) => send("draw", Number(value)));
  const modules = el("fieldset", { class: "builder-modules", "aria-label": "Modules on the page" }), needles = el("div", {}), told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Product", draw)), el("div", { class: "builder-sides" }, modules, needles), told);
  const boxes = {};

  const paint = () => {
    const view = model.get("view");
    if (!view.names) return;
    draw.value = String(model.get("draw"));
    const on = new Set(model.get("modules"));
    if (!modules.children.length) {
      for (const name of view.names) {
        boxes[name] = el("input", { type: "checkbox", onchange: () => send("modules", view.names.filter((each) => boxes[each].checked)) });
        modules.append(el("label", {}, boxes[name], name));
      }
    }
    for (const name of view.names) boxes[name].checked = on.has(name);
    const [w, h] = [360, 150], dial = (cx, value, top, text, colour, was) => {
      const at = (share) => { const a = Math.PI * (1 - Math.min(1, share)); return [cx + 68 * Math.cos(a), 104 - 68 * Math.sin(a)]; };
      const [x, y] = at(value / top), [bx, by] = at(was / top);
      return [
        el("path", { d: `M ${cx - 76} 104 A 76 76 0 0 1 ${cx + 76} 104`, fill: "none", stroke: "currentColor", "stroke-opacity": ".25", "stroke-width": "8" }),
        el("line", { x1: cx, y1: 104, x2: bx, y2: by, stroke: "currentColor", "stroke-opacity": ".35", "stroke-dasharray": "3 3" }),
        el("line", { x1: cx, y1: 104, x2: x, y2: y, stroke: colour, "stroke-width": "4" }),
        el("text", { x: cx, y: 124, "text-anchor": "middle", "font-size": "14", "font-weight": "700", fill: "currentColor" }, `${value}%`),
        el("text", { x: cx, y: 142, "text-anchor": "middle", "font-size": "12", fill: "currentColor" }, text),
      ];
    };
    needles.replaceChildren(caption("This page (dashed: the empty one)"), el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
      "aria-label": `${view.cvr} percent of views order, ${view.returned} percent of orders come back` },
      ...dial(90, view.cvr, 16, "of views order", "var(--jp-brand-color1, #1565c0)", view.bare[0]),
      ...dial(270, view.returned, 50, "of orders come back", "var(--jp-error-color1, #c62828)", view.bare[1])));
    const more = view.earned - view.bare[2];
    told.textContent = `10,000 views leave $${view.earned.toLocaleString("en-US")}: ${more < 0 ? "−" : "+"}$${Math.abs(more).toLocaleString("en-US")} against the empty page.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

// Four response curves with a dot and a slope each; numbers come from Python.

function render({ model, el: host }) {
  const root = el("div", { class: "course-widget four-channels", role: "group", "aria-label": "Four channels" });
  keepKeys(root);
  const draw = choice([0, 1, 2, 3, 4].map((n) => [n, `Practice company ${n}`]), model.get("draw"), (value) => { model.set("draw", Number(value)); model.save_changes(); });
  const places = [0, 1, 2, 3];
  const sliders = places.map((place) => el("input", { type: "range", min: "0", max: "40", step: "1", value: String(model.get("spends")[place]), class: `channel-${place}`,
    oninput: () => { model.set("move", [place, Number(sliders[place].value)]); model.save_changes(); } }));
  const fields = places.map((place) => labelled("Channel", sliders[place]));
  const pictures = places.map(() => el("div", {}));
  const told = el("p", { "aria-live": "polite" });
  root.append(el("div", { class: "course-row" }, labelled("Company", draw)),
    el("div", { class: "channel-grid" }, ...places.map((place) => el("div", { class: "channel-cell" }, pictures[place], fields[place]))), told);
  const blue = "var(--jp-brand-color1, #1565c0)", orange = "var(--jp-warn-color1, #b45309)";

  const paint = () => {
    const view = model.get("view"), spends = model.get("spends");
    if (!view.names) return;
    draw.value = String(model.get("draw"));
    const [w, h] = [250, 150], top = Math.max(...view.curves.flat());
    const x = (s) => 10 + (w - 24) * s / 40, y = (v) => h - 20 - (h - 34) * v / top;
    const [steep, flat] = [Math.max(...view.slopes), Math.min(...view.slopes)];
    places.forEach((place) => {
      const s = spends[place], v = view.curves[place][s], slope = view.slopes[place];
      // The one being pulled is ahead of Python: an earlier answer would take it back under the hand.
      if (sliders[place] !== document.activeElement) sliders[place].value = String(s);
      sliders[place].setAttribute("aria-valuetext", `${s} thousand dollars`);
      fields[place].querySelector("label").textContent = `${view.names[place]}: $${s},000`;
      const colour = slope === steep ? blue : slope === flat ? orange : "currentColor";
      const run = 7, line = [[s - run, v - run * slope], [s + run, v + run * slope]];
      const mark = slope === steep && steep > flat ? " (steepest)" : slope === flat && steep > flat ? " (flattest)" : "";
      pictures[place].replaceChildren(el("svg", { viewBox: `0 0 ${w} ${h}`, width: w, style: "max-width:100%", role: "img",
        "aria-label": `${view.names[place]}: ${s} thousand dollars bring ${view.sales[place]} thousand; the next dollar brings ${slope}` },
        el("line", { x1: 10, x2: w - 14, y1: y(0), y2: y(0), stroke: "currentColor", "stroke-opacity": ".4" }),
        el("polyline", { points: view.curves[place].map((value, spend) => `${x(spend).toFixed(1)},${y(value).toFixed(1)}`).join(" "), fill: "none", stroke: "currentColor", "stroke-opacity": ".6", "stroke-width": "2" }),
        el("line", { x1: x(line[0][0]), y1: y(line[0][1]), x2: x(line[1][0]), y2: y(line[1][1]), stroke: colour, "stroke-width": "3" }),
        el("circle", { cx: x(s), cy: y(v), r: 5, fill: colour })),
        el("p", { class: "channel-slope" }, `next dollar: $${slope.toFixed(2)}${mark}`));
    });
    told.textContent = `Together ${format(view.total)} thousand dollars of sales a week; equal parts bring ${format(view.equal)}. The steepest slope is $${steep.toFixed(2)}, the flattest $${flat.toFixed(2)}.`;
  };
  model.on("change:view", paint);
  paint();
  host.append(root);
  return () => model.off("change:view", paint);
}

export default { render };

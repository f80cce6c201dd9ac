// Helpers that every widget of the course uses.

/** Make an element: el("p", {class: "x", onclick: f}, "text", child). */
function el(tag, attributes = {}, ...children) {
  const svg = ["svg", "path", "line", "rect", "circle", "text", "g", "polyline"].includes(tag);
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** JupyterLab listens for keys on the whole page; keep what is typed here to ourselves. */
function keepKeys(root) {
  for (const kind of ["keydown", "keyup", "keypress"]) root.addEventListener(kind, (event) => event.stopPropagation());
}

let courseIds = 0;
/** A control with a real <label>: labelled("Platform", select). */
function labelled(text, control) {
  control.id = control.id || `course-control-${++courseIds}`;
  return el("span", { class: "course-field" }, el("label", { for: control.id }, text), control);
}

/** A <select> from [value, text] pairs. */
function choice(options, value, onchange) {
  const node = el("select", { onchange: () => onchange(node.value) },
    ...options.map(([key, text]) => el("option", { value: key, selected: String(key) === String(value) }, text)));
  return node;
}

/** The heading of a part: not an <h4>, since the widget does not know under which heading it stands. */
const caption = (text) => el("p", { class: "course-caption" }, text);

const format = (number, digits = 1) =>
  number.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

// The cockpit: inputs that Python has drawn. What is set is sent; Python answers with what stands.

function build({ root, picture, send }) {
  let count = Date.now() % 1e9;
  const act = (node, value) => send({ edit: [...JSON.parse(node.dataset.edit), value, ++count] });
  const value = (node) => (node.type === "checkbox" ? node.checked : node.tagName === "SELECT" ? node.value : Number(node.value));
  picture.addEventListener("input", (event) => {
    const node = event.target.closest("[data-edit]");
    if (!node) return;
    if (node.type === "range") act(node, value(node));
    else node.courseTyped = true; // a number is sent when it is whole: with Enter, or when the field is left
  });
  picture.addEventListener("change", (event) => {
    const node = event.target.closest("[data-edit]");
    if (!node || node.type === "range") return;
    node.courseTyped = false;
    act(node, value(node));
  });
  picture.addEventListener("click", (event) => {
    const node = event.target.closest("button[data-edit]");
    if (node) act(node, Number(node.dataset.value));
  });
  // Attributes say what stands; what a hand has touched follows its property alone.
  return () => {
    for (const node of picture.querySelectorAll("[data-edit]")) {
      if (node.type === "checkbox") node.checked = node.hasAttribute("checked");
      else if (node.tagName === "SELECT") node.value = node.dataset.value;
      else if (node.tagName === "INPUT" && !node.courseTyped) node.value = node.getAttribute("value");
    }
  };
}

export default { render: (context) => frame(context, build) };

// Reads the Markdown cell above: its text while it is edited, what is rendered afterwards.

const EVERY = 400; // ms

function above(node) {
  let cell = node.closest(".jp-Cell")?.previousElementSibling;
  while (cell && !cell.matches(".jp-MarkdownCell")) cell = cell.previousElementSibling;
  if (!cell) return null;
  const lines = [...cell.querySelectorAll(".cm-line")].filter((line) => line.checkVisibility());
  if (lines.length) return lines.map((line) => line.textContent).join("\n");
  return cell.querySelector(".jp-RenderedMarkdown")?.innerText ?? null;
}

export default {
  render({ model, el }) {
    const line = document.createElement("p");
    line.className = "course-words";
    line.setAttribute("role", "status");
    line.style.cssText = "margin:0;font-size:13px;color:var(--jp-ui-font-color1,#1a1a1a)";
    el.append(line);
    const show = () => { line.textContent = model.get("told") ? `Your answer above: ${model.get("told")}` : ""; };
    const look = () => {
      const text = above(el);
      if (text === null || text === model.get("text")) return;
      model.set("text", text);
      model.save_changes();
    };
    model.on("change:told", show);
    show();
    look();
    const timer = setInterval(look, EVERY);
    return () => { clearInterval(timer); model.off("change:told", show); };
  },
};

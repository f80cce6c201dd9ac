// What furo leaves to the page: whatever can be scrolled can be reached with the keyboard, and
// widgets are told of the theme in JupyterLab's words.
document.addEventListener("DOMContentLoaded", () => {
  const regions = ".highlight pre, div.table-wrapper, .output.text_html, .output pre, .toc-scroll, .sidebar-scroll, .course-pictures, .course-scroll";
  const mark = () => {
    for (const region of document.querySelectorAll(regions)) {
      if (region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };
  const night = matchMedia("(prefers-color-scheme: dark)");
  const tell = () => {
    const theme = document.body.dataset.theme;
    document.body.dataset.jpThemeLight = String(theme === "light" || (theme !== "dark" && !night.matches));
  };
  new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-theme"] });
  night.addEventListener("change", tell);
  tell();
  document.querySelector(".sidebar-drawer")?.setAttribute("aria-label", "Contents and search");
  document.querySelector(".toc-drawer")?.setAttribute("aria-label", "On this page");
  mark();
  addEventListener("resize", mark);
});

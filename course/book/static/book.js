// What furo leaves to the page: whatever can be scrolled can be reached with the keyboard.
document.addEventListener("DOMContentLoaded", () => {
  const regions = ".highlight pre, div.table-wrapper, .output.text_html, .output pre, .toc-scroll, .sidebar-scroll, .course-pictures, .course-scroll";
  const mark = () => {
    for (const region of document.querySelectorAll(regions)) {
      if (region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };
  mark();
  addEventListener("resize", mark);
});

"""How fast a widget answers in the browser: from an input to the redrawn picture.

    python benchmarks/widgets.py [LESSON ...]

Prints p50 and p95 in ms of up to 60 inputs for every widget.
"""

import statistics
import sys
import tempfile
from pathlib import Path

import ready

ready.packages("nbgrader", "playwright", "pytest")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from course.authoring import layout
from course.practice.lab import prepare
from tests import browser
from tests.test_browser import WIDGETS

# What is set in a widget, from 0 to 1 over the inputs, through the real control. The others: their
# first slider, tick box or choice.
INPUTS = {
    "Title editor": (
        "input[type=text]",
        lambda share: "wireless earbuds black waterproof running women bamboo travel"[
            : 8 + int(50 * share)
        ],
    ),
    "Peek button": ("input[type=range]", lambda share: str(1 + int(9 * share))),
    "Headline machines": ("button.course-main", lambda share: ""),
}
COUNT = 60
TIMED = """async ([name, selector, value]) => {
  const root = document.querySelector(`[aria-label='${name}']`);
  const control = root.querySelector(selector);
  const box = control.type === 'checkbox', button = control.tagName === 'BUTTON';
  if (!box && !button && control.value === value) return null;
  const drawn = new Promise(give => {
    const watch = new MutationObserver(() => {
        watch.disconnect(); requestAnimationFrame(() => give(performance.now()));
    });
    for (const part of root.querySelectorAll('.course-redrawn'))   // labels follow the hand at once
      watch.observe(part, {childList: true, subtree: true, characterData: true, attributes: true});
  });
  const start = performance.now();
  if (button) control.click();
  else {
    if (box) control.checked = !control.checked; else control.value = value;
    for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, {bubbles: true}));
  }
  const end = await Promise.race([drawn, new Promise(give => setTimeout(give, 1000, null))]);
  return end === null ? null : end - start;   // an input that changes nothing to be seen
}"""


def steps(widget, name):
    """(selector, values) of COUNT inputs for this widget, scattered over its range."""
    shares = [(step * 37 % COUNT) / COUNT for step in range(COUNT)]
    if name in INPUTS:
        selector, value = INPUTS[name]
        return selector, [value(share) for share in shares]
    slider = widget.locator("input[type=range]")
    if slider.count():
        low, high, step = slider.first.evaluate(
            "node => [node.min, node.max, node.step || 1].map(Number)"
        )
        return "input[type=range]", [
            f"{low + step * round(share * (high - low) / step):g}" for share in shares
        ]
    if widget.locator("input[type=checkbox]").count():
        return "input[type=checkbox]", [""] * COUNT
    options = widget.locator("select").first.evaluate(
        "node => [...node.options].map(each => each.value)"
    )
    return "select", [options[step % len(options)] for step in range(COUNT)]


def main():
    with tempfile.TemporaryDirectory() as scratch:
        prepare(browser.ROOT, Path(scratch) / "work")
        with (
            browser.jupyterlab(Path(scratch) / "work", scratch) as address,
            browser.chromium() as chromium,
        ):
            print(f"{'widget':<20}{'p50 ms':>8}{'p95 ms':>8}{'inputs':>8}")
            for slug, name in WIDGETS:
                if sys.argv[1:] and slug not in sys.argv[1:]:
                    continue
                lesson = browser.LabPage(
                    chromium, address, f"{layout.lesson(slug).folder}/{slug}.ipynb"
                )
                lesson.run_all()
                widget = lesson.widget(name)
                if name == "Peek button":
                    for _ in range(4):
                        widget.get_by_role("button", name="Ten more days").click()
                        lesson.page.wait_for_timeout(200)
                times = []
                selector, values = steps(widget, name)
                for value in values:
                    taken = lesson.page.evaluate(TIMED, [name, selector, value])
                    if taken is not None:
                        times.append(taken)
                    lesson.page.wait_for_timeout(40)
                if len(times) < 2:
                    print(f"{name:<20}  nothing to be seen changed", flush=True)
                    lesson.close()
                    continue
                cuts = statistics.quantiles(times, n=20)
                print(
                    f"{name:<20}{statistics.median(times):>8.0f}{cuts[18]:>8.0f}{len(times):>8}",
                    flush=True,
                )
                lesson.close()


if __name__ == "__main__":
    main()

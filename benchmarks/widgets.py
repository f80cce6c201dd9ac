"""How fast a widget answers in the browser: from an input to the redrawn picture.

    python benchmarks/widgets.py

Prints p50 and p95 in ms of 60 inputs for every widget.
"""

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from course.practice.lab import prepare
from tests import browser

# Widget: its lesson and what is set, from 0 to 1 over the inputs. Inputs go through the real control.
INPUTS = {
    "Title editor": (
        "title_optimization",
        "05",
        "input[type=text]",
        lambda share: "wireless earbuds black waterproof running women bamboo travel"[: 8 + int(50 * share)],
    ),
    "Peek button": ("conversion_rate", "07", "input[type=range]", lambda share: str(1 + int(9 * share))),
    "Size of a test": ("conversion_rate", "07", "input[type=range]", lambda share: str(int(200 * share))),
}
COUNT = 60
TIMED = """async ([name, selector, value]) => {
  const root = document.querySelector(`[aria-label='${name}']`);
  const control = root.querySelector(selector);
  if (control.value === value) return null;
  const drawn = new Promise(give => {
    const watch = new MutationObserver(() => { watch.disconnect(); requestAnimationFrame(() => give(performance.now())); });
    watch.observe(root, {childList: true, subtree: true, characterData: true});
  });
  const start = performance.now();
  control.value = value;
  control.dispatchEvent(new Event('input', {bubbles: true}));
  return (await drawn) - start;
}"""


def main():
    with tempfile.TemporaryDirectory() as scratch:
        prepare(browser.ROOT, Path(scratch) / "work")
        with browser.jupyterlab(Path(scratch) / "work", scratch) as address, browser.chromium() as chromium:
            print(f"{'widget':<18}{'p50 ms':>8}{'p95 ms':>8}{'inputs':>8}")
            for name, (slug, number, selector, value) in INPUTS.items():
                lesson = browser.LabPage(chromium, address, f"{number}_{slug}/{slug}.ipynb")
                lesson.run_all()
                widget = lesson.widget(name)
                if name == "Peek button":
                    for _ in range(4):
                        widget.get_by_role("button", name="Ten more days").click()
                        lesson.page.wait_for_timeout(200)
                times = []
                for step in range(COUNT):
                    taken = lesson.page.evaluate(TIMED, [name, selector, value((step * 37 % COUNT) / COUNT)])
                    if taken is not None:
                        times.append(taken)
                    lesson.page.wait_for_timeout(40)
                cuts = statistics.quantiles(times, n=20)
                print(f"{name:<18}{statistics.median(times):>8.0f}{cuts[18]:>8.0f}{len(times):>8}")
                lesson.close()


if __name__ == "__main__":
    main()

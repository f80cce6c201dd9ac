"""What MathJax, as JupyterLab sets it up, would take for a formula; held against the real one in
test_mathjax.py.
"""

import re
from html.parser import HTMLParser

# Elements in which it looks for nothing, and those that do not end a run of text.
_SKIPPED = {"script", "noscript", "style", "textarea", "pre", "code", "math", "annotation"}
_INSIDE = {"br", "wbr"}
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_FORMULA = re.compile(
    r"""(?<!\\)\$\$.+?(?<!\\)\$\$ | (?<!\\)\$(?!\$).+?(?<!\\)\$ | \\\(.+?\\\) | \\\[.+?\\\]
    | \\begin\s*\{([^}]*)\}.*?\\end\s*\{\1\}""",
    re.DOTALL | re.VERBOSE,
)


class _Runs(HTMLParser):
    def __init__(self):
        super().__init__()
        self.runs, self._quiet = [""], []

    def handle_starttag(self, tag, attributes):
        if tag in _INSIDE:
            self.runs[-1] += "\n"
            return
        self.runs.append("")
        if tag in _VOID:
            return
        words = (dict(attributes).get("class") or "").split()
        quiet = tag in _SKIPPED or "mathjax_ignore" in words or "tex2jax_ignore" in words
        self._quiet.append((tag, quiet))

    def handle_endtag(self, tag):
        self.runs.append("")
        while self._quiet and any(tag == each for each, _ in self._quiet):
            if self._quiet.pop()[0] == tag:
                break

    def handle_data(self, data):
        if not any(quiet for _, quiet in self._quiet):
            self.runs[-1] += data


def formulas(html):
    """The texts in a page's HTML that MathJax would typeset."""
    runs = _Runs()
    runs.feed(html)
    return [found.group() for run in runs.runs for found in _FORMULA.finditer(run)]

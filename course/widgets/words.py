"""How many words the written answer above has, while it is written.

A kernel does not know a Markdown cell, so the browser reads the cell above and Python counts, as at
grading.
"""

from pathlib import Path

import anywidget
import traitlets

from course.check.written import STUB, length

FALLBACK = "The words of the answer above are counted here while a kernel runs."


class WordCount(anywidget.AnyWidget):
    """A line below a written answer.

    Traits: `text` (of the cell above, from the browser), `told` (the line that is shown).
    """

    _esm = Path(__file__).with_suffix(".js")
    text = traitlets.Unicode("").tag(sync=True, echo_update=False)
    told = traitlets.Unicode("").tag(sync=True)

    @traitlets.observe("text")
    def _count(self, _change):
        # a rendered cell has lost the signs of Markdown, the stub as well
        self.told = length(self.text.replace(STUB.strip("*"), ""))

    def _repr_mimebundle_(self, **how):
        made = super()._repr_mimebundle_(**how)
        data, metadata = made if isinstance(made, tuple) else (made, {})
        return {**data, "text/plain": FALLBACK}, metadata

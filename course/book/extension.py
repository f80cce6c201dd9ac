"""What the book adds to Sphinx: formulas as MathML, which needs neither scripts nor a network, and
what a screen reader asks for.
"""

import re

from latex2mathml.converter import convert

AFTER_THE_THEME = 900  # Sphinx's default is 500


def setup(app):
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))
    app.connect("html-page-context", _for_screen_readers, priority=AFTER_THE_THEME)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _inline(writer, node):
    from docutils import nodes

    writer.body.append(convert(node.astext()))
    raise nodes.SkipNode


def _block(writer, node):
    from docutils import nodes

    formula = convert(node.astext(), display="block")
    writer.body.append(
        f"<div class='formula' tabindex='0' role='group' aria-label='Formula'>{formula}</div>"
    )
    raise nodes.SkipNode


def _for_screen_readers(_app, _page, _template, context, _doctree):
    """Captions of the contents get the level that a heading must have; an empty corner of a table
    is no heading.
    """
    tree, level = "furo_navigation_tree", 'role="heading"'
    if tree in context:
        context[tree] = context[tree].replace(level, f'{level} aria-level="2"')
    if "body" in context:
        context["body"] = re.sub(
            r"<th( class=\"head\")?>(<p></p>|\s*)</th>", "<td></td>", context["body"]
        )

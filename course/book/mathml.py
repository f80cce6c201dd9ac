"""A Sphinx extension: formulas as MathML, which needs neither scripts nor a network."""

from latex2mathml.converter import convert


def setup(app):
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))
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

"""Sphinx's settings for the book. Everything is in the folder; nothing is asked of a network."""

project = html_title = "E-commerce operations"
author = "The authors of the course"
language = "en"
extensions = ["myst_nb", "course.book.extension"]

html_theme = "furo"
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {"color-brand-primary": "#0b5c7d", "color-brand-content": "#0b5c7d"},
    "dark_css_variables": {"color-brand-primary": "#7cc4e4", "color-brand-content": "#7cc4e4"},
}
templates_path = ["theme"]
html_static_path = ["static"]
html_css_files = ["book.css"]
html_js_files = ["book.js"]
html_show_sphinx = html_show_copyright = False
html_copy_source = html_show_sourcelink = False
# Excerpts are fetched, which a browser refuses to a page that lies in a file.
html_show_search_summary = False
html_math_renderer = "mathml"
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

highlight_language = "none"  # a fence without a language is a terminal's

myst_update_mathjax = False
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]  # no dollarmath: a dollar is a dollar
nb_execution_mode = "off"  # course.book.executed has run them
nb_merge_streams = True
nb_code_prompt_show = "Show the code that you start from"
nb_code_prompt_hide = "Hide the code that you start from"

"""What a learner might put into a notebook to run, load, link, forge or cover something.

`alert(...)` stands for any script; the address is one of this machine at which nothing answers.
"""

# ruff: noqa: E501  (an attack is read best on one line)

AWAY = "http://127.0.0.1:9"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

# HTML that code gives out, and that Markdown may hold.
HTML = {
    "a script": "<script>alert('{}')</script>",
    "a script in capitals and halves": "<ScRiPt >alert('{}')</sCrIpT\t><scr<script>ipt>alert('{}')</scr</script>ipt>",
    "a picture that fails": "<img src=x onerror=\"alert('{}')\">",
    "a picture without a space": "<img/src=x/onerror=alert('{}')>",
    "a drawing that loads": "<svg onload=\"alert('{}')\"><rect width=1 height=1 /></svg>",
    "a script in a drawing": "<svg><script>alert('{}')</script></svg>",
    "a drawing that animates a link": "<svg><a><animate attributeName=href values=javascript:alert('{}') /><text x=9 y=9>points</text></a></svg>",
    "a drawing that sets a handler": "<svg><set attributeName=onmouseover to=alert('{}')><animate onbegin=\"alert('{}')\" attributeName=x dur=1s></svg>",
    "a foreign object": "<svg><foreignObject><img src=x onerror=\"alert('{}')\"></foreignObject></svg>",
    "a drawing from elsewhere": f"<svg><use href='{AWAY}/a.svg#a'/><image href='{AWAY}/a.png'/></svg>",
    "a frame with a document": "<iframe srcdoc=\"<script>parent.alert('{}')</script>\"></iframe>",
    "a frame with a script": "<iframe src=\"javascript:parent.alert('{}')\"></iframe>",
    "a frame with data": "<iframe src='data:text/html,<script>alert(1)</script>'></iframe>",
    "an object": "<object data=\"javascript:alert('{}')\"></object><embed src=\"javascript:alert('{}')\">",
    "a form": f"<form action='{AWAY}/login'><input name=password autofocus onfocus=\"alert('{{}}')\"><button>Confirm</button></form>",
    "a refresh": f"<meta http-equiv=refresh content=\"0;url={AWAY}/\">",
    "a base": f"<base href='{AWAY}/'>",
    "a style sheet": "<style>.total, .points, .score, .panel-heading {{ display: none }}</style>",
    "a style sheet from elsewhere": f"<style>@import '{AWAY}/a.css'; * {{{{ background: url({AWAY}/b.png) }}}}</style><link rel=stylesheet href={AWAY}/c.css>",
    "details that open": "<details open ontoggle=\"alert('{}')\"><summary>x</summary></details>",
    "a film": f"<video autoplay src={AWAY}/a.mp4 onerror=\"alert('{{}}')\"></video><audio src=x onerror=\"alert('{{}}')\"></audio>",
    "a body": "<body onload=\"alert('{}')\" onpageshow=\"alert('{}')\">",
    "a marquee": "<marquee onstart=\"alert('{}')\">20 of 20</marquee>",
    "a template": "<template><script>alert('{}')</script></template><template shadowrootmode=open><img src=x onerror=\"alert('{}')\"></template>",
    "a comment that ends early": "<!--><img src=x onerror=\"alert('{}')\">-->",
    "a comment that ends oddly": "<!-- --!><img src=x onerror=\"alert('{}')\"> -->",
    "another language of markup": "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert('{}')&gt;\">",
    "a drawing that breaks a style": "<svg></p><style><a id=\"</style><img src=x onerror=alert('{}')>\">",
    "a formula that breaks a title": "<math><mi><title><img title=\"</title><img src=x onerror=alert('{}')>\"></title></mi></math>",
    "text for browsers without scripts": "<noscript><p title=\"</noscript><img src=x onerror=alert('{}')>\"></noscript>",
    "text that is no text": "<xmp><p title=\"</xmp><img src=x onerror=alert('{}')>\"></xmp><textarea></textarea><img src=x onerror=\"alert('{}')\"></textarea>",
    "a link to a script": "<a href=\"javascript:alert('{}')\">your points</a>",
    "a link in entities": "<a href=\"&#106;ava&Tab;scr&NewLine;ipt&colon;alert('{}')\">your points</a>",
    "a link in capitals and spaces": "<a href=\"\x01 JaVaScRiPt:alert('{}')\">your points</a>",
    "a link to data": "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">your points</a>",
    "a link to VBScript": "<a href=\"vbscript:msgbox(1)\">your points</a>",
    "a link within the formgrader": "<a href='/formgrader/gradebook'>your points</a><a href='//127.0.0.1:9/'>here</a>",
    "a formula with a link": "<math href=\"javascript:alert('{}')\"><mi xlink:href=\"javascript:alert('{}')\">x</mi></math>",
    "a picture from elsewhere": f"<img src='{AWAY}/a.png' srcset='{AWAY}/b.png 2x'><picture><source srcset='{AWAY}/c.png'><img></picture>",
    "a background from elsewhere": f"<p style=\"background:url('{AWAY}/d.png')\">x</p><table background='{AWAY}/e.png'><tr><td>x</table>",
    "a style in escapes": f"<p style='background:\\75rl({AWAY}/f.png);b\\61ckground-image:u\\72l({AWAY}/g.png)'>x</p>",
    "a drawing in a style": f"<svg><rect width=9 height=9 fill=\"url({AWAY}/h.svg#a)\" style=\"filter:url({AWAY}/i.svg#a)\"/></svg>",
    "a drawing as a picture": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>\">",
    "a box over all": "<div style='position:fixed;inset:0;background:white;z-index:99999;font-size:40px'>20 of 20 points</div>",
    "a box over the text above": "<div style='margin:-9000px 0 0 0;height:9000px;background:white'>20 of 20 points</div>",
    "a box that is moved": "<div style='transform:translate(0,-500px);background:white;height:500px'>20 of 20 points</div><p style='translate:0 -300px;rotate:9deg;scale:20'>20 of 20</p>",
    "a box beside the text": "<div style='float:left;position:absolute;top:0;left:0;width:100vw;height:100vh;background:white'>20 of 20</div>",
    "a table over the text above": "<table style='margin-top:-900px;position:relative'><tr><td style='position:absolute;top:-900px' height=900>20 of 20 points</table>",
    "a drawing over the text above": "<svg width=700 height=900 transform='translate(0,-900)' style='margin:-900px 0 0 0;overflow:visible'><rect x=-500 y=-900 width=1700 height=1800 fill=white transform='translate(0,-900)'/><text x=9 y=40>20 of 20 points</text></svg>",
    "a shadow over the text above": "<span style='text-shadow:0 -99px 0 black;box-shadow:0 -999px 0 999px white;outline:999px solid white'>20 of 20</span>",
    "a giant's letters": "<p style='font-size:9999px;line-height:0;letter-spacing:-99px;text-indent:-999px'>20 of 20</p>",
    "an endless line": "<p style='white-space:nowrap;width:99999px'>" + "20 of 20 " * 400 + "</p>",
    "the page's own classes": "<div class='navbar navbar-fixed-top total'>20 of 20 points</div><div class='modal in' style='display:block'>20 of 20</div><p class=unseen>x</p>",
    "the page's own names": "<div id=top>x</div><div id=exercise-1>x</div><input id=coverage_test class=score value=3><form name=submission_id id=notebook_id></form>",
    "a hint with markup": "<b data-toggle=tooltip data-html=true data-link=x title=\"<img src=x onerror=alert('{}')>\">20 of 20</b>",
    "a heading of the lesson's": "<h1>Title optimization</h1><h2>Exercise 5 · Write titles (20 of 20 points)</h2>",
    "a popover": "<button popovertarget=p autofocus>x</button><div popover id=p>x</div><dialog open style='position:fixed;top:0'>20 of 20</dialog>",
    "five hundred boxes in each other": "<div>" * 500 + "<b>" * 500 + "20 of 20",
}  # fmt: skip

# Outputs: what a cell's output may hold beside text and tables.
OUTPUTS = {
    "JavaScript": {"application/javascript": "alert('{}')", "text/plain": "x"},
    "a drawing": {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload=\"alert('{}')\"/>"},
    "a picture that ends early": {"image/png": "x\"><script>alert('{}')</script><img alt=\""},
    "a photograph that ends early": {"image/jpeg": "x\"><script>alert('{}')</script><img alt=\""},
    "a picture with a script behind it": {"image/png": PIXEL + "\"><script>alert('{}')</script>"},
    "a picture that is none": {"image/png": "PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+"},
    "a widget": {"application/vnd.jupyter.widget-view+json": {"model_id": "</script><script>alert('{}')</script>"}},
    "TeX": {"text/latex": "$\\href{{javascript:alert('{}')}}{{points}}\\style{{position:fixed}}{{x}}$<img src=x onerror=\"alert('{}')\">"},
    "Markdown": {"text/markdown": "# 20 of 20\n\n<img src=x onerror=\"alert('{}')\">[x](javascript:alert%28'{}'%29)"},
    "a diagram": {"text/vnd.mermaid": "graph TD; A[<img src=x onerror=alert('{}')>]-->B"},
    "plain text with markup": {"text/plain": "<img src=x onerror=\"alert('{}')\">\x1b[8m\x1b]0;title\x07\x1b[2J\x9b31m"},
    "text that runs backwards": {"text/plain": "\u202estniop 02 fo 02\u202c \u2067x\u2069"},
    "accents over the lines above": {"text/plain": "2" + "\u0336\u0489\u20dd\u0301" * 400},
}  # fmt: skip

# Markdown: what only Markdown turns into markup.
MARKDOWN = {
    "a link to a script": "[your points](javascript:alert('{}'))",
    "a link with a tab": "[your points](java\tscript:alert('{}')) [b](<java\nscript:alert('{}')>)",
    "a link in entities": "[your points](&#106;avascript&colon;alert%28'{}'%29)",
    "a link by reference": "[your points][a]\n\n[a]: javascript:alert('{}') \"title\"",
    "a bare link": "<javascript:alert('{}')> <data:text/html,x>",
    "a link's title": "[x](https://127.0.0.1:9 \"a' onmouseover='alert(1)' b=\\\"\")",
    "a picture from elsewhere": f"![x]({AWAY}/a.png) ![y][b]\n\n[b]: {AWAY}/b.png",
    "a picture's text": "![x\"onerror=\"alert('{}')](x)",
    "a heading of the lesson's": "## Exercise 5 · Write titles (20 of 20 points)\n\nWrite titles\n===",
    "a formula": "$\\href{{javascript:alert('{}')}}{{x}}$ $$\\style{{position:fixed;top:0}}{{20}}$$ \\begin{{equation}}<img src=x onerror=\"alert('{}')\">\\end{{equation}}",
    "a fence": "```\"><img src=x onerror=\"alert('{}')\">\nx\n```\n\n```mermaid\ngraph TD; A-->B\n```",
    "a table": "| a | b |\n|---|---|\n| <img src=x onerror=\"alert('{}')\"> | x |",
    "quotes in quotes": ">" * 3000 + " 20 of 20",
    "lists in lists": "".join(" " * n + "- x\n" for n in range(200)),
}  # fmt: skip


def told(thing, name):
    """`thing` with `name` in the place of {}, so that a dialog says whose it is."""
    if isinstance(thing, dict):
        return {key: told(value, name) for key, value in thing.items()}
    return thing.replace("{}", name).replace("{{", "{").replace("}}", "}")

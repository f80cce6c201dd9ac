"""A real JupyterLab in a real Chromium, for tests and benchmarks."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from playwright.sync_api import sync_playwright

from course.practice.lab import environment, settings

ROOT = Path(__file__).resolve().parents[1]
AXE = ROOT / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}


def missing():
    """What must be installed first, as a sentence; "" when all is there."""
    if not CHROMIUM:
        return (
            "Chromium is missing: install your system's package, on Debian `apt install chromium`"
        )
    if not AXE.exists():
        return "axe-core is missing: npm install --prefix .tools axe-core@4.11.0"
    return ""


@contextmanager
def jupyterlab(folder, scratch, python=sys.executable, options=(), env=None):
    """`jupyter lab` on `folder` at a free port; yields its address with the token.

    `scratch` takes its runtime files and settings, so that nothing of the
    user's own JupyterLab is read or changed. `python` may be another environment's.
    """
    if python == sys.executable:
        settings()
    runtime = Path(scratch) / "runtime"
    own = {
        name: str(Path(scratch) / name.lower())
        for name in (
            "JUPYTER_CONFIG_DIR",
            "JUPYTER_DATA_DIR",
            "JUPYTERLAB_SETTINGS_DIR",
            "JUPYTERLAB_WORKSPACES_DIR",
        )
    }
    log = open(Path(scratch) / "lab.log", "w")  # noqa: SIM115  (the server writes to it until the end)
    command = [
        python,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ServerApp.port=0",
        "--LabApp.expose_app_in_browser=True",
        "--JupyterNotebookApp.expose_app_in_browser=True",
        f"--ServerApp.root_dir={folder}",
        *options,
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    server = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(python) | own | {"JUPYTER_RUNTIME_DIR": str(runtime)} | (env or {}),
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield _address(server, runtime, log)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)
        log.close()


def _address(server, runtime, log):
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            try:
                said = json.loads(path.read_text())
                urlopen(f"{said['url']}api?token={said['token']}", timeout=2).close()
                return said["url"], said["token"]
            except (OSError, ValueError):
                pass
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{Path(log.name).read_text()}")


@contextmanager
def chromium():
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


class LabPage:
    """One notebook opened in JupyterLab, or in Notebook 7 with `app="notebooks"`."""

    def __init__(self, browser, address, path, theme="light", app="lab/tree"):
        self.base, self.token = address
        self.outside, self.errors = [], []
        self.page = browser.new_page(viewport={"width": 1300, "height": 1000})
        self.page.set_default_timeout(60_000)
        self.page.on(
            "request",
            lambda request: (
                self.outside.append(request.url)
                if not request.url.startswith(
                    (self.base, "data:", "blob:", self.base.replace("http", "ws", 1))
                )
                else None
            ),
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self._theme(theme)
        self.page.goto(
            f"{self.base}{app}/{path}?token={self.token}"
            + ("&reset" if app.startswith("lab") else "")
        )
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")
        self.page.wait_for_selector(
            ".jp-Notebook-ExecutionIndicator[data-status=idle]", state="attached"
        )
        self.page.evaluate("""async () => {
            const panel = window.jupyterapp.shell.currentWidget;
            await panel.context.ready; await panel.revealed; await panel.sessionContext.ready;
            await panel.sessionContext.session.kernel.info;
        }""")

    def _theme(self, theme):
        name = "@jupyterlab/apputils-extension:themes"
        body = json.dumps({"raw": json.dumps({"theme": THEMES[theme]})}).encode()
        request = Request(
            f"{self.base}lab/api/settings/{name}",
            data=body,
            method="PUT",
            headers={"Authorization": f"token {self.token}"},
        )
        urlopen(request).close()

    def command(self, name, seconds=90):
        """Execute one of JupyterLab's commands and wait until it is done."""
        done = self.page.evaluate(
            """([name, seconds]) => Promise.race([
            window.jupyterapp.commands.execute(name).then(() => true),
            new Promise(give => setTimeout(give, 1000 * seconds, false))])""",
            [name, seconds],
        )
        assert done, f"{name} took more than {seconds} seconds"

    def run_all(self):
        """Run all cells, as the menu's entry does, until the last one is done."""
        self.command("notebook:run-all-cells")

    def run_above(self, cell):
        """Run all cells above the one with this id: who answers the question in it needs no more."""
        self.page.evaluate(
            """id => {
            const {content} = window.jupyterapp.shell.currentWidget;
            content.activeCellIndex = content.widgets.findIndex(each => each.model.id === id);
        }""",
            cell,
        )
        self.command("notebook:run-all-above")

    def widget(self, name, place=None):
        """The course widget with this accessible name, scrolled into view; `place` is its cell's,
        where that is known.
        """
        return self._near(self.page.get_by_role("group", name=name, exact=True), place)

    def show(self, selector):
        """What `selector` finds in the notebook, scrolled into view."""
        return self._near(self.page.locator(selector))

    def _near(self, found, place=None):
        """Cells far away are not drawn until they come near: those with a widget first."""
        places = self.page.evaluate("""() => {
            const cells = window.jupyterapp.shell.currentWidget.content.widgets;
            const shows = cell => cell.model.outputs?.toJSON().some(
                each => each.data?.['application/vnd.jupyter.widget-view+json']);
            const all = [...cells.keys()];
            return [...all.filter(at => shows(cells[at])), ...all.filter(at => !shows(cells[at]))];
        }""")
        if place is not None:
            places.insert(0, place)
        for place in places:
            if found.count():
                break
            self.page.evaluate(
                "at => window.jupyterapp.shell.currentWidget.content.scrollToItem(at, 'start')",
                place,
            )
            self.page.wait_for_timeout(60)
        for _ in range(2):  # the first scroll makes the cells above draw, which moves everything
            found.evaluate("node => node.scrollIntoView({block: 'start'})")
            self.page.wait_for_timeout(200)
        return found

    def drag(self, slider, value):
        """Pull a range input to `value` with the mouse; the last pixels one by one."""
        low, high, now = slider.evaluate("node => [node.min, node.max, node.value].map(Number)")
        # Not Playwright's own: it gives up where JupyterLab, which draws only what is seen, puts the
        # cell in anew while it waits for the element to be stable.
        slider.evaluate("node => node.scrollIntoView({block: 'nearest'})")
        self.page.wait_for_timeout(100)
        box, thumb = slider.bounding_box(), 16

        def place(at):
            return box["x"] + thumb / 2 + (at - low) / (high - low) * (box["width"] - thumb)

        mouse, level = self.page.mouse, box["y"] + box["height"] / 2
        mouse.move(place(now), level)
        mouse.down()
        mouse.move(place(value), level, steps=8)
        for pixel in sorted(range(-10, 11), key=abs):
            mouse.move(place(value) + pixel, level)
            if slider.input_value() == str(value):
                break
        mouse.up()
        assert slider.input_value() == str(value), f"the mouse cannot pull this slider to {value}"

    def source(self, cell):
        """The source of the cell with this id."""
        return self.page.evaluate(
            "id => window.jupyterapp.shell.currentWidget.content.widgets.find(each => each.model.id"
            " === id).model.sharedModel.getSource()",
            cell,
        )

    def answer(self, cell, source):
        """Write `source` into the cell with this id and run it; returns what it shows as plain
        text.
        """
        return self.page.evaluate(
            """async ([id, source]) => {
            const panel = window.jupyterapp.shell.currentWidget;
            const place = panel.content.widgets.findIndex(each => each.model.id === id);
            const cell = panel.content.widgets[place];
            cell.model.sharedModel.setSource(source);
            panel.content.activeCellIndex = place;
            await window.jupyterapp.commands.execute('notebook:run-cell');
            return cell.model.outputs.toJSON().map(
                each => (each.data || {})['text/plain'] || each.text || each.evalue || '').join('\\n');
        }""",
            [cell, source],
        )

    def validate(self):
        """Press nbgrader's Validate button; returns what its dialog says."""
        self.page.get_by_role("button", name="Validate").click()
        dialog = self.page.locator(".jp-Dialog-content", has_text="Validation")
        dialog.wait_for()
        said = dialog.inner_text()
        dialog.get_by_role("button").last.click()
        return said

    def violations(self, selector):
        """axe's findings below `selector`, one line each."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("selector => axe.run(selector)", selector)["violations"]
        return [
            f"{each['impact']} {each['id']}: {node['html'][:160]}"
            for each in found
            for node in each["nodes"]
        ]

    def close(self):
        """Shut the kernels down and close the page."""
        self.page.evaluate(
            """async ([base, token]) => {
            const headers = {Authorization: `token ${token}`};
            for (const session of await (await fetch(`${base}api/sessions`, {headers})).json())
              await fetch(`${base}api/sessions/${session.id}`, {method: 'DELETE', headers});
        }""",
            [self.base, self.token],
        )
        self.page.close()

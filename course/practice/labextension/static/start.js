// The start page brings itself up to date: its cell is run when the page is opened, and again when
// it comes back into view. Nothing else is ever run: the notebook must hold that one cell, unchanged.
"use strict";
{
  const CELL = `from course.practice import start_page

start_page()   # run this cell to bring the page up to date`;

  const isStartPage = panel => {
    const cells = panel?.content?.widgets;
    return /(^|\/)start\.ipynb$/.test(panel?.context?.path ?? "") && cells?.length === 1
      && cells[0].model?.sharedModel?.getSource() === CELL;
  };

  const activate = app => {
    let running = false;
    const refresh = async panel => {
      if (running || !/(^|\/)start\.ipynb$/.test(panel?.context?.path ?? "")) return;
      running = true;
      try {
        await panel.context.ready;
        await panel.revealed;
        await panel.sessionContext.ready;
        if (isStartPage(panel) && app.shell.currentWidget === panel && panel.sessionContext.session?.kernel)
          await app.commands.execute("notebook:run-all-cells");
      } finally {
        running = false;
      }
    };
    app.restored.then(() => {
      app.shell.currentChanged?.connect((_, change) => refresh(change?.newValue ?? app.shell.currentWidget));
      refresh(app.shell.currentWidget);
    });
  };

  const plugin = { id: "course-start:refresh", autoStart: true, activate };
  (window._JUPYTERLAB ??= {})["course-start"] = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
}

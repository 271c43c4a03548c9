/** Puts the menus up for the window in front, and does what belongs to the shell in them. */
import { aboutText, showAbout, versionOf } from "./about.ts";
import type { EditorWindow } from "./editor-window.ts";
import type { ElectronApi } from "./electron-api.ts";
import type { Keeper } from "./kept.ts";
import { menuOf } from "./menu.ts";
import type { Opening } from "./opening.ts";
import type { ShellLog } from "./shell-log.ts";
import type { Places } from "./workspace.ts";

type Bar = {
  electron: ElectronApi;
  kept: Keeper;
  log: ShellLog;
  places: Places;
  focused(): EditorWindow | undefined;
  language(): "en" | "zh";
  open(opening: Opening, newWindow?: boolean): Promise<void>;
  openPath(path: string): Promise<void>;
  refresh(): void;
};

/** Builds and sets the menu. */
export function showMenu(bar: Bar): void {
  const { electron, kept, log, places, focused, open, openPath, refresh } = bar;
  const { app, Menu, dialog, shell } = electron;
  const language = bar.language();
  const template = menuOf(
    { language, items: focused()?.state.items ?? [] },
    kept.now.recent,
    {
      act: (id) => focused()?.tell({ kind: "action", id }),
      newWindow: () => {
        const folder = focused()?.workspace.folder;
        if (folder !== undefined) void open({ folder }, true);
      },
      openFolder: async () => {
        const { filePaths } = await dialog.showOpenDialog({
          properties: ["openDirectory", "createDirectory"],
        });
        for (const path of filePaths) await openPath(path);
      },
      openRecent: (path) => void openPath(path),
      clearRecent: () => {
        kept.change({ recent: [] });
        app.clearRecentDocuments();
        refresh();
      },
      zoom: (by) => {
        const contents = focused()?.window.webContents;
        contents?.setZoomLevel(by === 0 ? 0 : Math.max(-3, Math.min(5, contents.getZoomLevel() + by)));
      },
      reload: () => focused()?.window.webContents.reload(),
      showLog: () => {
        log.note("log shown");
        shell.showItemInFolder(log.file);
      },
      about: async () => {
        const front = focused();
        if (!front) return;
        const facts = { version: places.version, engineNode: await versionOf(places.node) };
        const detail = await aboutText(language, facts, front.workspace.engine.engine);
        await showAbout(electron, front.window, language, detail);
      },
    },
    process.platform === "darwin",
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

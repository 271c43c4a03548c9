/** What the shell does at each verb of a page. */
import { randomUUID } from "node:crypto";
import { realpath } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { askBeforeClosing } from "./close-guard.ts";
import type { EditorWindow } from "./editor-window.ts";
import type { ElectronApi, ShellWindow } from "./electron-api.ts";
import type { Keeper } from "./kept.ts";
import { below, inside, type Opening } from "./opening.ts";
import { portLine } from "./port-line.ts";
import type { VerbDeeds } from "./verbs.ts";
import { say } from "./words.ts";
import type { Workspace } from "./workspace.ts";

type Room = {
  electron: Pick<ElectronApi, "dialog" | "MessageChannelMain" | "nativeTheme">;
  windows: ReadonlySet<EditorWindow>;
  kept: Keeper;
  workspaceOf(folder: string): Promise<Workspace>;
  open(opening: Opening): Promise<void>;
  openPath(path: string): Promise<void>;
  /** Shows one result of a window's folder in a window of its own. */
  popOut(from: EditorWindow, query: string): void;
  refreshMenu(): void;
  stayed(): void;
};

const ending = ".espalier";

/** The deeds. Tickets stand for places that the user has chosen; a page cannot make one up, and each holds once. */
export function verbDeeds(room: Room): VerbDeeds {
  const { electron, windows, workspaceOf, open, openPath, popOut, refreshMenu, stayed } = room;
  const { dialog, MessageChannelMain, nativeTheme } = electron;
  const tickets = new Map<string, string>();
  const of = (window: ShellWindow): EditorWindow => {
    const found = [...windows].find((one) => one.window === window);
    if (!found) throw new Error("no window of ours");
    return found;
  };
  const filters = (window: ShellWindow) => [
    { name: say(of(window).state.language, "graphs"), extensions: [ending.slice(1)] },
  ];

  return {
    async reach(window) {
      const { port1, port2 } = new MessageChannelMain();
      of(window).workspace.serve(portLine(port1));
      window.webContents.postMessage("shell:line", null, [port2]);
    },
    async show(window, state) {
      const opened = of(window);
      opened.state = state;
      if (nativeTheme.themeSource !== state.theme) nativeTheme.themeSource = state.theme;
      window.setDocumentEdited(state.edited);
      opened.listening();
      refreshMenu();
    },
    async chooseOpen(window) {
      const { folder } = of(window).workspace;
      const { filePaths } = await dialog.showOpenDialog(window, {
        defaultPath: folder,
        filters: filters(window),
        properties: ["openFile", "multiSelections"],
      });
      const real = await Promise.all(filePaths.map((path) => realpath(path).catch(() => path)));
      for (const path of real) if (!inside(folder, path)) await openPath(path);
      return { paths: real.filter((path) => inside(folder, path)).map((path) => below(folder, path)) };
    },
    async chooseSave(window, { name }) {
      const { folder } = of(window).workspace;
      const { filePath, canceled } = await dialog.showSaveDialog(window, {
        defaultPath: join(folder, inside(folder, join(folder, name)) ? name : basename(name)),
        filters: filters(window),
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      if (canceled || !filePath) return { kind: "none" };
      const named = extname(filePath) === ending ? filePath : `${filePath}${ending}`;
      const path = join(await realpath(dirname(named)), basename(named));
      if (inside(folder, path)) return { kind: "here", path: below(folder, path) };
      const ticket = randomUUID();
      tickets.set(ticket, path);
      return { kind: "elsewhere", ticket };
    },
    async saveElsewhere(_window, { ticket, document }) {
      const path = tickets.get(ticket);
      tickets.delete(ticket);
      if (path === undefined) return { saved: false };
      const folder = dirname(path);
      const { host } = await workspaceOf(folder);
      const { id } = await host.create({
        document: document as Parameters<typeof host.create>[0]["document"],
      });
      // The system's dialog has asked about a file that stands there.
      await host.save({ id, path: basename(path), overwrite: true });
      await host.close({ id, discard: false });
      await open({ folder, path: basename(path) });
      return { saved: true };
    },
    async closing(window, said) {
      const opened = of(window);
      opened.answered();
      const choice = await askBeforeClosing(electron, window, opened.state.language, said);
      if (choice === "stay") stayed();
      // Nothing is left to be decided: the page does not hear of its end.
      if (choice === "close" && said.unsaved.length === 0 && !said.running)
        setImmediate(() => window.destroy());
      return choice;
    },
    popOut: async (window, { query }) => popOut(of(window), query),
    drop: (_window, { path }) => openPath(path),
  };
}

/** A window with the editor in it, on one workspace: made, remembered, watched. */
import type { ShellEvent, ShellState } from "../core/service/shell.ts";
import { bundleAddress } from "./bundle-protocol.ts";
import { guardClosing } from "./close-guard.ts";
import type { ElectronApi, ShellWindow } from "./electron-api.ts";
import { webPreferences } from "./harden.ts";
import { type Keeper, visibleBounds } from "./kept.ts";
import type { ShellLog } from "./shell-log.ts";
import { say } from "./words.ts";
import type { Places, Workspace } from "./workspace.ts";

export type EditorWindow = {
  readonly window: ShellWindow;
  readonly workspace: Workspace;
  /** The query of the page that shows one result alone; none in an editor. */
  readonly popped?: string;
  state: Omit<ShellState, "items"> & { items: ShellState["items"] };
  /** Tells the page, as soon as it listens. */
  tell(event: ShellEvent): void;
  /** The page listens from now on. */
  listening(): void;
  /** The page has answered the question of closing. */
  answered(): void;
};

type Setup = {
  electron: Pick<ElectronApi, "BrowserWindow" | "dialog" | "nativeTheme" | "screen">;
  places: Places;
  kept: Keeper;
  log: ShellLog;
  language: ShellState["language"];
  /** The user will not close after all. */
  stayed(): void;
};

const smallest = { minWidth: 640, minHeight: 480 };
const usual = { width: 1440, height: 900 };
const usualPopped = { width: 960, height: 720 };

/** What a window shows at first: an editor, with a file in front where one is named, or one result alone. */
export type FirstShown = { readonly path?: string } | { readonly popped: string };

/** Opens a window on a workspace. */
export function openEditorWindow(workspace: Workspace, shown: FirstShown, setup: Setup): EditorWindow {
  const { electron, places, kept, log } = setup;
  const { BrowserWindow, nativeTheme, screen, dialog } = electron;
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const popped = "popped" in shown ? shown.popped : undefined;
  const remembered = kept.now.bounds ? visibleBounds(kept.now.bounds, screens) : usual;
  const bounds = popped === undefined ? remembered : usualPopped;
  const window = new BrowserWindow({
    ...bounds,
    ...smallest,
    show: false,
    title: "Espalier",
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#14181b" : "#ffffff",
    ...(places.icon === undefined ? {} : { icon: places.icon }),
    webPreferences: webPreferences(places.preload),
  });
  let listens = false;
  let waiting: ShellEvent[] = [];
  const send = (event: ShellEvent) => window.webContents.send("shell:event", event);
  const opened: EditorWindow = {
    window,
    workspace,
    ...(popped === undefined ? {} : { popped }),
    state: { language: setup.language, theme: "system", edited: false, items: [] },
    tell(event) {
      if (listens) send(event);
      else waiting.push(event);
    },
    listening() {
      listens = true;
      for (const event of waiting.splice(0)) send(event);
    },
    answered: () => guard.answered(),
  };
  const guard = guardClosing({ dialog }, window, {
    ask: () => send({ kind: "close" }),
    language: () => opened.state.language,
    listens: () => listens && !window.webContents.isCrashed(),
    stayed: setup.stayed,
  });

  window.once("ready-to-show", () => {
    if (popped === undefined && kept.now.maximized) window.maximize();
    if (popped === undefined && kept.now.fullScreen) window.setFullScreen(true);
    window.show();
  });
  window.webContents.on("did-finish-load", () => window.webContents.setZoomLevel(kept.now.zoom));
  window.webContents.on("did-start-navigation", (details) => {
    // The page begins anew and listens again when it says so; a step in its own address is none.
    if (details.isMainFrame && !details.isSameDocument) {
      listens = false;
      waiting = [];
    }
  });
  const keep = () => {
    if (window.isDestroyed() || popped !== undefined) return;
    kept.change({
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      fullScreen: window.isFullScreen(),
      zoom: window.webContents.getZoomLevel(),
    });
  };
  window.on("close", keep);
  window.on("unresponsive", () => log.note("window hangs"));
  window.on("responsive", () => log.note("window answers again"));
  window.webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    log.note("page gone", { reason, exitCode });
    if (reason === "clean-exit" || window.isDestroyed()) return;
    void revive(dialog, opened);
  });
  void window.loadURL(`${bundleAddress}index.html${queryOf(shown)}`);
  return opened;
}

/** Read and written anew, so that whatever a page says can be a query and nothing else. */
function queryOf(shown: FirstShown): string {
  if ("popped" in shown) return `?${new URLSearchParams(shown.popped)}`;
  return shown.path === undefined ? "" : `?${new URLSearchParams({ file: shown.path })}`;
}

async function revive(dialog: ElectronApi["dialog"], { window, state }: EditorWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: say(state.language, "goneTitle"),
    detail: say(state.language, "goneDetail"),
    buttons: [say(state.language, "reload"), say(state.language, "closeWindow")],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.destroy();
}

/**
 * The desktop shell: one program, its workspaces (a granted folder with host and engine each) and the windows on them.
 * Takes Electron as an argument and holds no experiment logic.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { registerScheme, serveBundle } from "./bundle-protocol.ts";
import { type EditorWindow, type FirstShown, openEditorWindow } from "./editor-window.ts";
import type { ElectronApi } from "./electron-api.ts";
import { enableSandbox, hardenContents, hardenSession } from "./harden.ts";
import { keeper } from "./kept.ts";
import { showMenu } from "./menu-bar.ts";
import { type Opening, openingOf, pathsOfCall } from "./opening.ts";
import { shellLog, watchCrashes } from "./shell-log.ts";
import { verbDeeds } from "./verb-deeds.ts";
import { handleVerbs } from "./verbs.ts";
import { say } from "./words.ts";
import { openWorkspace, type Places, type Workspace } from "./workspace.ts";

export type ShellOptions = {
  electron: ElectronApi;
  places: Places;
  /** The folder that is granted when none is named; made when missing. */
  home: string;
  argv: readonly string[];
  standing: string;
};

export type Shell = ReturnType<typeof startShell>;

/** Starts the shell, or hands the call to the one that runs already and ends. */
export function startShell({ electron, places, home, argv, standing }: ShellOptions) {
  const { app } = electron;
  const log = shellLog(join(places.data, "logs"));
  const kept = keeper(join(places.data, "desktop.json"), (problem) =>
    log.note("cannot keep", { why: String(problem) }),
  );
  const windows = new Set<EditorWindow>();
  const workspaces = new Map<string, Promise<Workspace>>();
  const early: string[] = [];
  let quitting = false;
  let ready = false;

  const language = () =>
    focused()?.state.language ?? (app.getLocale().toLowerCase().startsWith("zh") ? "zh" : "en");
  const focused = () => [...windows].find(({ window }) => window.isFocused()) ?? [...windows].at(-1);

  async function workspaceOf(folder: string): Promise<Workspace> {
    const known = workspaces.get(folder);
    if (known) return known;
    const opening = openWorkspace(folder, places, (root, path) => {
      kept.noteRecent(join(root, path));
      app.addRecentDocument(join(root, path));
      refreshMenu();
    });
    workspaces.set(folder, opening);
    opening.catch(() => workspaces.delete(folder));
    return opening;
  }

  /** Shows what is to be opened: in a window that is on its folder, else in a new one. */
  async function open({ folder, path }: Opening, newWindow = false): Promise<void> {
    const here = [...windows].find(
      ({ workspace, popped }) => workspace.folder === folder && popped === undefined,
    );
    if (here && !newWindow) {
      if (here.window.isMinimized()) here.window.restore();
      here.window.focus();
      if (path !== undefined) here.tell({ kind: "open", path });
      return;
    }
    show(await workspaceOf(folder), path === undefined ? {} : { path });
  }

  function show(workspace: Workspace, shown: FirstShown): void {
    const setup = { electron, places, kept, log, language: language(), stayed };
    const opened = openEditorWindow(workspace, shown, setup);
    windows.add(opened);
    const { window } = opened;
    window.on("focus", refreshMenu);
    window.on("closed", () => void gone(opened));
    refreshMenu();
  }

  /** Shows one result of a window's folder in a window of its own: the one that shows it already, where there is one. */
  function popOut({ workspace }: EditorWindow, query: string): void {
    const there = [...windows].find((one) => one.workspace === workspace && one.popped === query);
    if (there) there.window.focus();
    else show(workspace, { popped: query });
  }

  async function gone(closed: EditorWindow): Promise<void> {
    windows.delete(closed);
    const { workspace } = closed;
    if (![...windows].some((other) => other.workspace === workspace)) {
      workspaces.delete(workspace.folder);
      await workspace.dispose();
    }
    if (quitting && windows.size === 0) app.quit();
  }

  /** Opens what a path means, or says that it means nothing here. */
  async function openPath(path: string): Promise<void> {
    try {
      const roots = (await Promise.all(workspaces.values())).map(({ folder }) => folder);
      const opening = await openingOf(path, roots.includes(home) ? roots : [...roots, home]);
      if (opening) return await open(opening);
      sayNo(path);
    } catch (thrown) {
      log.note("cannot open", { path, why: String(thrown) });
      sayNo(path);
    }
  }

  function sayNo(path: string): void {
    const options = { type: "error" as const, message: say(language(), "cannotOpen", { path }) };
    const parent = focused()?.window;
    void (parent ? electron.dialog.showMessageBox(parent, options) : electron.dialog.showMessageBox(options));
  }

  async function openAll(paths: readonly string[]): Promise<void> {
    for (const path of paths) await openPath(path);
    if (windows.size === 0) await open({ folder: home });
    else if (paths.length === 0) focused()?.window.focus();
  }

  function stayed(): void {
    quitting = false;
  }

  function refreshMenu(): void {
    showMenu({ electron, kept, log, places, focused, language, open, openPath, refresh: refreshMenu });
  }

  enableSandbox(electron);
  registerScheme(electron);
  hardenContents(electron);
  watchCrashes(electron, log);
  if (!app.requestSingleInstanceLock({ standing })) {
    app.quit();
    return { first: false, windows, whenOpen: Promise.resolve() };
  }
  app.on("second-instance", (_event, args, _cwd, facts) => {
    const from = (facts as { standing?: unknown } | null)?.standing;
    void openAll(pathsOfCall(args, app.isPackaged, typeof from === "string" ? from : standing));
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (ready) void openPath(path);
    else early.push(path);
  });
  app.on("before-quit", () => {
    quitting = true;
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  app.on("activate", () => {
    if (ready && windows.size === 0) void openAll([]);
  });
  app.on("will-quit", (event) => {
    if (workspaces.size === 0) return;
    // Engines end in order before the program does.
    event.preventDefault();
    const left = [...workspaces.values()];
    workspaces.clear();
    void Promise.allSettled(left.map(async (opening) => (await opening).dispose())).then(() => app.quit());
  });

  const whenOpen = app.whenReady().then(async () => {
    hardenSession(electron);
    serveBundle(electron, places.page);
    const ours = () => new Set([...windows].map(({ window }) => window.webContents.id));
    const deeds = verbDeeds({
      electron,
      windows,
      kept,
      workspaceOf,
      open,
      openPath,
      popOut,
      refreshMenu,
      stayed,
    });
    handleVerbs(electron, ours, deeds, log);
    await mkdir(home, { recursive: true });
    ready = true;
    await openAll([...pathsOfCall(argv, app.isPackaged, standing), ...early]);
  });
  return { first: true, windows, whenOpen };
}

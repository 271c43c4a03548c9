/** The editor as these specs open it: in a window of Electron, or in a browser where there is no Electron. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { _electron, chromium, type ElectronApplication, type Page } from "playwright-core";
import { afterEach, beforeEach, expect } from "vitest";
import { root } from "../support/imports.ts";

/** Why there is no Electron here, or nothing. */
export const noElectron = process.env.ESPALIER_ELECTRON
  ? undefined
  : (process.env.ESPALIER_NO_ELECTRON ?? "started without npm run test:electron");
export const version = process.env.ESPALIER_ELECTRON_VERSION ?? "none";

const nobody = 65534;
const asRoot = process.getuid?.() === 0;

export type Room = { folder: string; place(name: string): string; remove(): Promise<void> };

/** Folders of a user who has never had Espalier. */
export function newRoom(): Room {
  const home = mkdtempSync(join(tmpdir(), "espalier-window-"));
  const room: Room = {
    folder: join(home, "work"),
    place: (name) => join(home, name),
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
  for (const name of ["work", "other", "data", "store", "tmp"]) mkdirSync(join(home, name));
  give(home);
  return room;
}

/** Makes the files of a folder the window's user's. */
export function give(path: string): void {
  if (asRoot) execFileSync("chown", ["-R", `${nobody}:${nobody}`, path]);
}

/** A copy of a shipped example in the room. */
export function putExample(room: Room, place: string, id = "adaboost"): string {
  const file = room.place(place);
  cpSync(join(root, "examples", `${id}.espalier`), file);
  if (asRoot) chownSync(file, nobody, nobody);
  return file;
}

function environmentOf(room: Room): Record<string, string> {
  const { PATH = "", DISPLAY = "" } = process.env;
  return {
    PATH,
    DISPLAY,
    HOME: room.place("."),
    TMPDIR: room.place("tmp"),
    XDG_RUNTIME_DIR: room.place("tmp"),
    ESPALIER_DATA: room.place("data"),
    ESPALIER_STORE: room.place("store"),
    ESPALIER_FOLDER: room.folder,
    ESPALIER_NODE: process.execPath,
    INIT_CWD: room.folder,
  };
}

/** A script that starts Electron as a user for whom its sandbox works. */
function programOf(room: Room): string {
  const program = process.env.ESPALIER_ELECTRON ?? "";
  if (!asRoot) return program;
  const script = room.place("electron.sh");
  const asNobody = `setpriv --reuid ${nobody} --regid ${nobody} --clear-groups`;
  writeFileSync(script, `#!/bin/sh\nexec ${asNobody} ${program} "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

/** Opens the window and waits for its page. */
export async function openWindow(
  room: Room,
  args: readonly string[] = [],
): Promise<{ app: ElectronApplication; page: Page }> {
  const playwright = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"));
  const loader = join(playwright, "lib", "server", "electron", "loader.js");
  const app = await _electron.launch({
    executablePath: programOf(room),
    args: ["-r", loader, process.env.ESPALIER_ELECTRON_APP ?? "", ...args],
    env: environmentOf(room),
    chromiumSandbox: true,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(30_000);
  return { app, page };
}

/** A second start of the program, which hands its files over and ends; its exit code. */
export function startAgain(room: Room, args: readonly string[]): Promise<number | null> {
  const app = process.env.ESPALIER_ELECTRON_APP ?? "";
  const child = spawn(programOf(room), [app, ...args], { env: environmentOf(room), stdio: "ignore" });
  return new Promise((resolve) => child.once("exit", resolve));
}

/** The same page in a browser, from `serve`. */
export async function openServed(room: Room): Promise<{ page: Page; end(): Promise<void> }> {
  const program = `import(${JSON.stringify(`file://${join(root, "dist/node/cli/main.js")}`)}).then((m) => m.main(["serve", ${JSON.stringify(room.folder)}, "--port", "0", "--no-open"]))`;
  const server: ChildProcess = spawn(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, ...environmentOf(room) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) =>
    server.stdout?.on("data", (text) => {
      const found = /http:\S+/.exec(String(text));
      if (found) resolve(found[0]);
    }),
  );
  const launched = chromium.launch({
    executablePath: process.env.ESPALIER_CHROMIUM ?? "",
    args: ["--no-sandbox"],
  });
  // A server that nobody will look at must not outlive the test.
  launched.catch(() => server.kill());
  const browser = await launched;
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  const end = async () => {
    await browser.close();
    server.kill();
  };
  return { page, end };
}

/** Processes of the engine that was started for this room. */
export function enginesOf(room: Room): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const call = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return call.includes("engine-program.js") && call.includes(room.place("store"));
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** What the system's dialogs answer from now on, and what they were asked. */
export const answer = (app: ElectronApplication, answers: { button?: number; path?: string }) =>
  app.evaluate(({ dialog }, { button, path }) => {
    const said: string[] = [];
    Object.assign(globalThis, { asked: said });
    Object.assign(dialog, {
      showMessageBox: async (...args: { message?: string; detail?: string }[]) => {
        const { message = "", detail = "" } = args.at(-1) ?? {};
        said.push(`${message}\n${detail}`);
        return { response: button ?? 0 };
      },
      showSaveDialog: async () => ({ canceled: path === undefined, filePath: path }),
      showOpenDialog: async () => ({ canceled: path === undefined, filePaths: path ? [path] : [] }),
    });
  }, answers);

/** What dialogs were asked since they were told what to answer. */
export const asked = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

/** A click on an item of the native menu. */
export const act = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);

/** Whether an item of the native menu can be clicked. */
export const enabled = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled, id);

/** A room for each test, and windows in it that are gone after the test, with their engines. */
export function roomForEach() {
  const here = {
    room: undefined as unknown as Room,
    ends: [] as (() => Promise<unknown>)[],
    async open(args: readonly string[] = []): Promise<{ app: ElectronApplication; page: Page }> {
      const { room } = here;
      const opened = await openWindow(room, args);
      here.ends.push(async () => {
        opened.app.process().kill("SIGKILL");
        await expect.poll(() => enginesOf(room), { timeout: 10_000 }).toEqual([]);
      });
      await opened.page.waitForSelector(".app");
      return opened;
    },
  };
  beforeEach(() => {
    here.room = newRoom();
  });
  afterEach(async () => {
    // What a test has closed itself is gone already.
    for (const end of here.ends.splice(0)) await end().catch(() => undefined);
    await here.room.remove();
  });
  return here;
}

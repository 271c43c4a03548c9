/** The desktop application in a real runtime; what needs none runs in a browser too. */
import { existsSync } from "node:fs";
import type { ElectronApplication, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  enginesOf,
  newRoom,
  noElectron,
  openServed,
  openWindow,
  putExample,
  type Room,
  startAgain,
  version,
} from "./window.ts";

let room: Room;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  room = newRoom();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end().catch(() => undefined);
  await room.remove();
});

async function open(args: readonly string[] = []): Promise<{ app: ElectronApplication; page: Page }> {
  const opened = await openWindow(room, args);
  ends.push(async () => {
    opened.app.process().kill("SIGKILL");
    await expect.poll(() => enginesOf(room), { timeout: 10_000 }).toEqual([]);
  });
  await opened.page.waitForSelector(".app");
  return opened;
}

const title = (page: Page) => expect.poll(() => page.title(), { timeout: 30_000 });
const runs = async (page: Page) => {
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => page.locator('[data-state="done"]').count(), { timeout: 60_000 })
    .toBeGreaterThan(3);
};
/** What the system's dialogs answer from now on. */
const answer = (app: ElectronApplication, answers: { button?: number; path?: string }) =>
  app.evaluate(({ dialog }, { button, path }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      showMessageBox: async (...args: { message?: string }[]) => {
        asked.push(args.at(-1)?.message ?? "");
        return { response: button ?? 0 };
      },
      showSaveDialog: async () => ({ canceled: path === undefined, filePath: path }),
      showOpenDialog: async () => ({ canceled: path === undefined, filePaths: path ? [path] : [] }),
    });
  }, answers);
const asked = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
const act = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
const enabled = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled, id);

if (noElectron) console.log(`Electron-only cases are skipped: ${noElectron}`);

describe.skipIf(!noElectron)("the served page", () => {
  it("opens and runs an example", async () => {
    putExample(room, "work/ada.espalier");
    const { page, end } = await openServed(room);
    ends.push(end);
    await page.waitForSelector(".app");
    await page.goto(`${new URL(page.url()).origin}/?file=ada.espalier`);
    await page.waitForSelector(".react-flow__node");
    await runs(page);
  });
});

describe.skipIf(noElectron)(`in Electron ${version}`, () => {
  it("opens a graph by argument, runs it, saves it under another name and opens that again", async () => {
    const { app, page } = await open([putExample(room, "work/ada.espalier")]);
    await title(page).toContain("AdaBoost");
    await runs(page);
    await answer(app, { path: room.place("work/second.espalier") });
    await act(app, "saveAs");
    await expect.poll(() => existsSync(room.place("work/second.espalier")), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => page.url()).toContain("second.espalier");
    // A run under way would be asked about.
    await expect.poll(() => enabled(app, "cancel"), { timeout: 30_000 }).toBe(false);
    const gone = new Promise((done) => app.process().once("exit", done));
    await app.evaluate(({ app: program }) => void setTimeout(() => program.quit(), 50));
    await gone;
    const again = await open([room.place("work/second.espalier")]);
    await title(again.page).toContain("AdaBoost");
    await again.page.waitForSelector(".react-flow__node");
    expect(again.page.url()).toContain("second.espalier");
  });

  it("takes a graph from a second start: into this window, or one on its own folder", async () => {
    const { app, page } = await open();
    const inside = putExample(room, "work/ada.espalier");
    expect(await startAgain(room, [inside])).toBe(0);
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain("ada.espalier");
    const outside = putExample(room, "other/leak.espalier", "leakage");
    expect(await startAgain(room, [outside])).toBe(0);
    await expect.poll(() => app.windows().length, { timeout: 30_000 }).toBe(2);
  });

  it("loses its engine in a run, says so, and runs again", async () => {
    const { page } = await open([putExample(room, "work/ada.espalier")]);
    await page.waitForSelector(".react-flow__node");
    const [before] = enginesOf(room);
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press("Control+Enter");
    process.kill(before ?? 0, "SIGKILL");
    await expect
      .poll(() => enginesOf(room).filter((pid) => pid !== before).length, { timeout: 20_000 })
      .toBe(1);
    await title(page).toContain("AdaBoost");
    await page.waitForTimeout(1500);
    await runs(page);
  });

  it("asks about unsaved changes: stays, then closes without them, and its engine goes too", async () => {
    const { app, page } = await open([putExample(room, "work/ada.espalier")]);
    await page.waitForSelector(".react-flow__node");
    await page.locator(".react-flow__node-card").first().click();
    await page.keyboard.press("m");
    await expect
      .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("undo")?.enabled), {
        timeout: 10_000,
      })
      .toBe(true);
    await answer(app, { button: 2 });
    const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await close();
    await expect.poll(() => asked(app), { timeout: 10_000 }).toHaveLength(1);
    expect((await asked(app))[0]).toMatch(/Save the changes|保存/);
    expect(app.windows()).toHaveLength(1);
    await answer(app, { button: 1 });
    const gone = new Promise((done) => app.process().once("exit", done));
    await close();
    await gone;
    await expect.poll(() => enginesOf(room), { timeout: 10_000 }).toEqual([]);
  });

  it("leaves no engine behind when it is killed", async () => {
    const { app } = await open();
    await expect.poll(() => enginesOf(room).length, { timeout: 10_000 }).toBe(1);
    app.process().kill("SIGKILL");
    await expect.poll(() => enginesOf(room), { timeout: 10_000 }).toEqual([]);
  });

  it("keeps its page in: sandbox, isolation, policy, ways out, permissions, strangers", async () => {
    const { app, page } = await open();
    const facts = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    });
    expect(facts).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const inside = await page.evaluate(async () => {
      const inPage = globalThis as unknown as {
        espalier: object;
        Notification: { requestPermission(): Promise<string> };
        open(url: string): unknown;
      };
      const verbs = inPage.espalier;
      const response = await fetch("app://bundle/index.html");
      const refused = await fetch("app://bundle/../../package.json").then((r) => r.status);
      return {
        frozen: Object.isFrozen(verbs),
        node: typeof (globalThis as { require?: unknown; process?: unknown }).require,
        policy: response.headers.get("content-security-policy"),
        coep: response.headers.get("cross-origin-embedder-policy"),
        isolated: (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated,
        refused,
        foreign: await fetch("https://example.org/").then(
          () => "got",
          () => "refused",
        ),
        evil: (() => {
          try {
            return String(new Function("return 1")());
          } catch {
            return "refused";
          }
        })(),
        permission: await inPage.Notification.requestPermission(),
        popup: inPage.open("https://example.org/") === null,
      };
    });
    expect(inside).toMatchObject({
      frozen: true,
      node: "undefined",
      coep: "require-corp",
      isolated: true,
      refused: 404,
      foreign: "refused",
      evil: "refused",
      permission: "denied",
      popup: true,
    });
    expect(inside.policy).toContain("default-src 'none'");
    await page.evaluate(() => {
      (globalThis as unknown as { location: { href: string } }).location.href = "https://example.org/";
    });
    await page.waitForTimeout(300);
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
    ).toMatch(/^app:\/\/bundle\//);
  });
});

/** Ways of a window in a real runtime: its place and zoom kept, files dropped, the about box, the guard's Save, dark. */
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { root } from "../support/imports.ts";
import {
  act,
  answer,
  asked,
  enabled,
  enginesOf,
  noElectron,
  putExample,
  roomForEach,
  startAgain,
  version,
} from "./window.ts";

const here = roomForEach();

/** Drops a file of the disk, as the system would. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data });
  await session.detach();
}

describe.skipIf(noElectron)(`ways of a window in Electron ${version}`, () => {
  it("keeps place and zoom, says what it is, and takes one start for two", async () => {
    const { app, page } = await here.open([putExample(here.room, "work/ada.espalier")]);
    await page.waitForSelector(".react-flow__node");
    const place = { x: 40, y: 30, width: 1100, height: 760 };
    await app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    );
    await act(app, "larger");
    await act(app, "larger");
    const zoom = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
    expect(await zoom()).toBe(1);

    await answer(app, { button: 1 });
    await act(app, "about");
    await expect.poll(() => asked(app), { timeout: 20_000 }).toHaveLength(1);
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    for (const said of [...(await asked(app)), copied]) {
      expect(said).toContain(`Electron ${version}`);
      expect(said).toMatch(/Engine: Node v?\d+.*threads/);
    }

    // A second start hands over and ends: no second engine, no second program on the same data.
    expect(await startAgain(here.room, [])).toBe(0);
    expect(enginesOf(here.room)).toHaveLength(1);

    const gone = new Promise((done) => app.process().once("exit", done));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    const again = await here.open();
    const facts = await again.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { bounds: window?.getNormalBounds(), zoom: window?.webContents.getZoomLevel() };
    });
    expect(facts).toEqual({ bounds: place, zoom: 1 });
  });

  it("opens what is dropped on it, in itself or in a window on its own folder, and nothing else", async () => {
    const { app, page } = await here.open();
    await drop(page, putExample(here.room, "work/ada.espalier"));
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain("ada.espalier");
    await drop(page, putExample(here.room, "other/leak.espalier", "leakage"));
    await expect.poll(() => app.windows().length, { timeout: 30_000 }).toBe(2);
  });

  it("saves before it closes when it is told to, and can be dark", async () => {
    const file = putExample(here.room, "work/ada.espalier");
    const before = readFileSync(file, "utf8");
    const { app, page } = await here.open([file]);
    await page.waitForSelector(".react-flow__node");
    for (let turn = 0; turn < 3 && (await page.locator("html").getAttribute("data-theme")) !== "dark"; turn++)
      await act(app, "theme");
    await page.waitForTimeout(500);
    const pictures = join(root, ".cache", "electron");
    await mkdir(pictures, { recursive: true });
    const png = await app.evaluate(async ({ BrowserWindow }) => {
      const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return picture?.toPNG().toString("base64") ?? "";
    });
    writeFileSync(join(pictures, "dark.png"), Buffer.from(png, "base64"));
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe("dark");

    await page.locator(".react-flow__node-card").first().click();
    await page.keyboard.press("m");
    await expect.poll(() => enabled(app, "undo"), { timeout: 10_000 }).toBe(true);
    await answer(app, { button: 0 });
    const gone = new Promise((done) => app.process().once("exit", done));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    const after = readFileSync(file, "utf8");
    expect(after).not.toBe(before);
    expect(after).toContain('"muted"');
    await expect.poll(() => enginesOf(here.room), { timeout: 10_000 }).toEqual([]);
  });
});

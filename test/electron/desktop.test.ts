/** The desktop application in a real runtime; what needs none runs in a browser too. */
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { adaboostNodes, buildAdaboost, readAccuracy } from "../browser/build-adaboost.ts";
import { newDocument, waitForState } from "../browser/editor.ts";
import {
  act,
  answer,
  asked,
  enginesOf,
  noElectron,
  openServed,
  putExample,
  roomForEach,
  startAgain,
  version,
} from "./window.ts";

const here = roomForEach();
const { open } = here;

const title = (page: Page) => expect.poll(() => page.title(), { timeout: 30_000 });
const runs = async (page: Page) => {
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => page.locator('[data-state="done"]').count(), { timeout: 60_000 })
    .toBeGreaterThan(3);
};
if (noElectron) console.log(`Electron-only cases are skipped: ${noElectron}`);

/** In a window, or without Electron in a browser. `save` saves under a name, by the dialog that there is. */
async function openEither(file?: string) {
  if (!noElectron) {
    const { app, page } = await open(file === undefined ? [] : [here.room.place(`work/${file}`)]);
    const save = async (name: string) => {
      await answer(app, { path: here.room.place(`work/${name}`) });
      await act(app, "saveAs");
    };
    return { page, save, fresh: () => act(app, "new") };
  }
  const { page, end } = await openServed(here.room);
  here.ends.push(end);
  await page.waitForSelector(".app");
  if (file !== undefined) await page.goto(`${new URL(page.url()).origin}/?file=${file}`);
  const save = async (name: string) => {
    await page.getByTestId("save").click();
    await page.getByTestId("save-path").fill(name);
    await page.getByTestId("save-go").click();
  };
  return { page, save, fresh: () => newDocument(page) };
}

describe(noElectron ? "the served page" : `in Electron ${version}`, () => {
  it("builds AdaBoost by hand, runs it, saves it, and opens it again", async () => {
    const { page, save, fresh } = await openEither();
    await fresh();
    await page.getByTestId("canvas").waitFor();
    await buildAdaboost(page);
    await page.getByTestId("run").click();
    await waitForState(page, "scores", "done");
    const accuracy = await readAccuracy(page);
    expect(accuracy).toBeGreaterThan(0.9);
    await save("by-hand.espalier");
    await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
    expect(existsSync(here.room.place("work/by-hand.espalier"))).toBe(true);
    for (const end of here.ends.splice(0)) await end();
    const again = await openEither("by-hand.espalier");
    for (const node of adaboostNodes) await again.page.getByTestId(`card-${node}`).waitFor();
    // The results lie in the store, and are found again.
    await waitForState(again.page, "scores", "cached");
    expect(await readAccuracy(again.page)).toBe(accuracy);
  });

  it("loses its engine in a run, says so, and runs again", async () => {
    putExample(here.room, "work/ada.espalier");
    const { page } = await openEither("ada.espalier");
    await page.waitForSelector(".react-flow__node");
    const [before] = enginesOf(here.room);
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press("Control+Enter");
    process.kill(before ?? 0, "SIGKILL");
    await expect
      .poll(() => enginesOf(here.room).filter((pid) => pid !== before).length, { timeout: 20_000 })
      .toBe(1);
    await title(page).toContain("AdaBoost");
    await page.waitForTimeout(1500);
    await runs(page);
  });
});

describe.skipIf(noElectron)(`the window in Electron ${version}`, () => {
  it("takes a graph from a second start: into this window, or one on its own folder", async () => {
    const { app, page } = await open();
    const inside = putExample(here.room, "work/ada.espalier");
    expect(await startAgain(here.room, [inside])).toBe(0);
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain("ada.espalier");
    const outside = putExample(here.room, "other/leak.espalier", "leakage");
    expect(await startAgain(here.room, [outside])).toBe(0);
    await expect.poll(() => app.windows().length, { timeout: 30_000 }).toBe(2);
  });

  it("asks about unsaved changes: stays, then closes without them, and its engine goes too", async () => {
    const { app, page } = await open([putExample(here.room, "work/ada.espalier")]);
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
    await expect.poll(() => enginesOf(here.room), { timeout: 10_000 }).toEqual([]);
  });

  it("leaves no engine behind when it is killed", async () => {
    const { app } = await open();
    await expect.poll(() => enginesOf(here.room).length, { timeout: 10_000 }).toBe(1);
    app.process().kill("SIGKILL");
    await expect.poll(() => enginesOf(here.room), { timeout: 10_000 }).toEqual([]);
  });
});

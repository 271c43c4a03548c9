/**
 * Every view shows what is there: real results, read back as words from the page, held against scikit-learn, numpy and pandas
 * on the same rows (`test/golden/view-values.py`). A view of the registry that is not read here is named, with the reason.
 */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { parseDocument } from "../../core/graph/parse.ts";
import { openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";
import { sketch, viewFile, writeViewGraph } from "./view-graph.ts";
import { cellsOf } from "./view-reading.ts";
import { readings } from "./view-readings.ts";
import type { Reading } from "./view-wanted.ts";

/** Views that no output of today's nodes reaches in the dock. */
const unfed: Readonly<Record<string, string>> = {
  "learner/learner":
    "a recipe says nothing that its parameters do not say: the dock shows what fitting it found",
  "number/number": "no node puts out a number by itself",
  "text/text": "no node puts out a text by itself",
};

const room = browserRoom(writeViewGraph);

async function open(page: Page, { node, port, view }: Reading): Promise<Locator> {
  await page.getByTestId(`card-${node}`).click({ position: { x: 30, y: 8 } });
  const panel = page.getByTestId(`result-${node}-${port}`);
  const choice = panel.getByTestId(`view-${view}`);
  const shown = panel.locator(`[data-view="${view}"]`);
  await panel.locator("[data-view]").waitFor();
  if ((await choice.count()) > 0) await choice.click();
  await shown.waitFor();
  await panel.locator("table tbody tr, .rows-body .row").first().waitFor({ state: "attached" });
  return panel;
}

async function saved(page: Page, panel: Locator, format: "svg" | "csv"): Promise<string> {
  await panel.getByTestId("view-export").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId(`export-${format}`).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

/** As a picture with words in it and the graph that made it, and as numbers: a head and rows below it, as long as it. */
async function takeAway(page: Page, panel: Locator): Promise<void> {
  await panel.getByTestId("view-export").click();
  for (const format of ["png", "svg", "csv", "copy"]) await page.getByTestId(`export-${format}`).waitFor();
  await page.keyboard.press("Escape");
  const svg = await saved(page, panel, "svg");
  expect(svg).toMatch(/<text[^>]*>[^<]*\S|<tspan[^>]*>[^<]*\S/);
  const passport = /<metadata id="espalier-graph">([^<]*)</.exec(svg)?.[1] ?? "";
  const plain = passport.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const { document } = JSON.parse(plain) as { document: string };
  expect(Object.keys(parseDocument(document).document?.nodes ?? {}).sort()).toEqual(
    Object.keys(sketch.nodes).sort(),
  );
  const lines = (await saved(page, panel, "csv")).trim().split("\r\n");
  expect(lines.length).toBeGreaterThan(1);
  // Quoted cells may hold commas: without them each line has as many as the head.
  const commas = lines.map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, "").split(",").length);
  expect(new Set(commas).size).toBe(1);
}

/** The registry is of the page, whose types these tests do not know. */
async function registry(): Promise<Readonly<Record<string, readonly { id: string }[]>>> {
  const file = "../../renderer/views/views.ts";
  return (await import(/* @vite-ignore */ file)).views;
}

it("is read of every view that a node of today can feed", async () => {
  const views = await registry();
  const listed = Object.entries(views).flatMap(([kind, some]) => some.map(({ id }) => `${kind}/${id}`));
  const read = readings.map(({ kind, view }) => `${kind}/${view}`);
  expect([...new Set([...read, ...Object.keys(unfed)])].sort()).toEqual([...listed].sort());
});

it("shows the numbers that other programs find on the same rows, and is taken away as picture and as numbers", async () => {
  const { page, errors } = await openEditor(room.browser, `${room.served.url}&file=${viewFile}`, {
    width: 1600,
    height: 1000,
  });
  await page.getByTestId("run").click();
  for (const node of new Set(readings.map((reading) => reading.node)))
    await waitForState(page, node, "done", "cached", "warned");
  const wrong: string[] = [];
  for (const reading of readings) {
    const panel = await open(page, reading);
    try {
      // What is drawn may be of the round or view before, for a moment.
      await expect.poll(async () => reading.read(await cellsOf(panel), panel)).toBeUndefined();
      await takeAway(page, panel);
    } catch (thrown) {
      wrong.push(`${reading.node} ${reading.view}: ${String(thrown)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

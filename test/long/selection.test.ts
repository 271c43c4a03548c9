/** One selection: a cell, points, a node of a tree or rows light up the same rows everywhere and become a filter node. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { freshRoom } from "../browser/room.ts";

const head = { position: { x: 60, y: 12 } };
const panel = (page: Page, node: string, port: string) => page.getByTestId(`result-${node}-${port}`);
const choose = (page: Page, node: string) => page.getByTestId(`card-${node}`).click(head);

/** Shows an output of a node, whatever is chosen later. */
async function pin(page: Page, node: string, port: string): Promise<void> {
  await choose(page, node);
  await panel(page, node, port).getByRole("button", { name: /^Pin/ }).click();
}

/** As much of an element as is read in the page; the tests know no DOM. */
type Element = {
  textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};

/** Rows in sight: number in the source, whether lit, and the words of the cells. */
function rowsOf(result: Locator): Promise<{ id: string; lit: boolean; cells: string[] }[]> {
  return result.locator(".rows-body .row").evaluateAll((rows) =>
    (rows as unknown as Element[]).map((row) => ({
      id: row.querySelector(".cell-id")?.textContent ?? "",
      lit: row.getAttribute("aria-selected") === "true",
      cells: [...row.querySelectorAll(".cell:not(.cell-id)")].map((cell) => cell.textContent ?? ""),
    })),
  );
}

const litIds = async (result: Locator) => (await rowsOf(result)).filter(({ lit }) => lit).map(({ id }) => id);
/** How many rows are selected, as the bar says; `null` when nothing is. */
async function selectedCount(page: Page): Promise<number | null> {
  const words = page.getByTestId("selection-words");
  return (await words.count()) === 0 ? null : Number(await words.getAttribute("data-count"));
}
/** How many rows of a result are selected, as its head says. */
const countIn = (result: Locator) => result.locator(".selected-here").getAttribute("data-count");

/** Makes the filter, runs it, and answers how many rows it keeps. */
async function filtered(page: Page, node: string): Promise<number> {
  await page.getByTestId("selection-filter").click();
  await page.getByTestId(`card-${node}`).waitFor();
  await page.getByTestId("run").click();
  await waitForState(page, node, "done", "cached", "warned");
  const rows = panel(page, node, "table").locator(".rows");
  await rows.waitFor();
  return Number(await rows.getAttribute("aria-rowcount")) - 1;
}

describe("a selection", () => {
  const room = freshRoom();

  it("of a confusion cell lights up its rows in predictions and table, and becomes a filter of just these", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("run").click();
    await waitForState(page, "matrix", "done");
    await pin(page, "matrix", "figure");
    await pin(page, "predicted", "predictions");
    await choose(page, "parts");
    const cell = page.getByTestId("cell-1-1").getByRole("button");
    const inCell = Number((await cell.textContent())?.split(",")[0]);
    expect(inCell).toBeGreaterThan(10);

    // The last cell of the picture is true malignant, predicted malignant.
    await panel(page, "matrix", "figure").locator("svg.matrix > g").last().click();
    await expect.poll(() => selectedCount(page)).toBe(inCell);
    expect(await page.getByTestId("selection-words").textContent()).toContain(
      "171 rows selected · from Confusion",
    );
    expect(await page.getByTestId("cell-1-1").getAttribute("data-selected")).toBe(String(inCell));
    expect(await page.getByTestId("cell-0-0").getAttribute("data-selected")).toBe("0");

    const predictions = panel(page, "predicted", "predictions");
    await expect.poll(() => countIn(predictions)).toBe(String(inCell));
    await expect.poll(async () => (await litIds(predictions)).length).toBeGreaterThan(0);
    for (const { lit, cells } of await rowsOf(predictions))
      expect(lit, cells.join(" ")).toBe(cells[1] === "malignant" && cells[2] === "malignant");
    // Both begin with the same rows of the test part.
    const table = panel(page, "parts", "test");
    await expect.poll(() => countIn(table)).toBe(String(inCell));
    const [seen, lit] = [await rowsOf(table), await litIds(predictions)];
    expect(await litIds(table)).toEqual(lit.slice(0, (await litIds(table)).length));
    expect(seen.map(({ id }) => id)).toContain(lit[0]);
    expect(await countIn(panel(page, "parts", "train"))).toBe("0");

    expect(await filtered(page, "kept")).toBe(inCell);
    expect(await countIn(panel(page, "kept", "table"))).toBe(String(inCell));
    for (const row of await rowsOf(panel(page, "kept", "table"))) expect(row.lit).toBe(true);
    const { violations } = await new AxeBuilder({ page }).include(".dock").analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is made, changed and given up by keyboard alone", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("run").click();
    await waitForState(page, "matrix", "done", "cached");
    await choose(page, "matrix");
    await page.getByTestId("cell-0-0").getByRole("button").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const wrong = Number((await page.getByTestId("cell-0-1").textContent())?.split(",")[0]);
    await expect.poll(() => selectedCount(page)).toBe(wrong);
    await page.keyboard.press("Escape");
    await expect.poll(() => selectedCount(page)).toBeNull();

    await choose(page, "predicted");
    const predictions = panel(page, "predicted", "predictions");
    await predictions.locator(".rows").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => selectedCount(page)).toBe(1);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(() => selectedCount(page)).toBe(3);
    await expect.poll(async () => (await litIds(predictions)).length).toBe(3);
    const [first, second, third] = await litIds(predictions);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect.poll(() => litIds(predictions)).toEqual([first, third]);
    expect(second).not.toBe(first);
    await page.getByTestId("selection-filter").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("card-kept").waitFor();
    expect(await page.getByTestId("param-rows").inputValue()).toBe(`${first}, ${third}`);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("of points and of a tree's nodes counts alike, and a rectangle becomes a condition", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("run").click();
    await waitForState(page, "matrix", "done", "cached");
    await pin(page, "weak", "model");
    await choose(page, "parts");
    const train = panel(page, "parts", "train");
    await train.getByText("Scatter").click();
    const chart = train.locator(".box-select canvas");
    await chart.waitFor();
    const box = await chart.boundingBox();
    if (!box) throw new Error("no chart");
    await page.mouse.move(box.x + 46, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => selectedCount(page)).toBeGreaterThan(5);
    const count = (await selectedCount(page)) ?? 0;
    const nodes = page.locator(".tree-node");
    const atNodes = () =>
      nodes.evaluateAll((all) =>
        (all as unknown as Element[]).map((node) => Number(node.getAttribute("data-selected"))),
      );
    await expect.poll(async () => (await atNodes())[0]).toBe(count);
    const [all = 0, yes = 0, no = 0] = await atNodes();
    expect(yes + no).toBe(all);

    // What the engine found is what SQL finds.
    expect(await filtered(page, "kept")).toBe(count);
    expect(await page.getByTestId("param-where").inputValue()).toMatch(/^"mean \w+" BETWEEN .* AND "mean/);

    const rows = Number(/([\d,]+) rows/.exec((await nodes.nth(2).getAttribute("aria-label")) ?? "")?.[1]);
    await nodes.nth(2).click();
    await expect.poll(() => selectedCount(page)).toBe(rows);
    await nodes.nth(1).click({ modifiers: ["Shift"] });
    await expect.poll(() => selectedCount(page)).toBe(398);
    // Bars of the column profile: the rows of one are those that its words count, by number and by level.
    await choose(page, "parts");
    await train.getByText("Columns", { exact: true }).click();
    for (const [bar, node] of [
      ["4-7", "kept2"],
      ["30-1", "kept3"],
    ] as const) {
      const one = train.locator(`[data-bar="${bar}"]`);
      const inBar = Number(/: (\d+)/.exec((await one.getAttribute("aria-label")) ?? "")?.[1]);
      expect(inBar).toBeGreaterThan(3);
      await one.focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => selectedCount(page)).toBe(inBar);
      await expect.poll(() => one.getAttribute("data-selected")).toBe(String(inBar));
      await expect.poll(async () => (await atNodes())[0]).toBe(inBar);
      expect(await filtered(page, node)).toBe(inBar);
      expect(await page.getByTestId("param-rows").inputValue()).toBe("");
      await choose(page, "parts");
    }
    await page.getByTestId("selection-clear").click();
    await expect.poll(() => selectedCount(page)).toBeNull();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

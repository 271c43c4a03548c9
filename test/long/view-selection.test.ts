/** Whatever rows are pointed at in a view, two other views light up the same ones; and views without rows offer nothing to select. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";
import { viewFile, writeViewGraph } from "./view-graph.ts";
import { type At, pointings, selected } from "./view-pointings.ts";

/** Views of results in which rows have no part by themselves, or of many at once: nothing can be pointed at. */
const without: readonly At[] = [
  { node: "shuffled", port: "figure", view: "importance" },
  { node: "fitLine", port: "model", view: "coefficients" },
  { node: "fitBayes", port: "model", view: "means" },
  { node: "compared", port: "figure", view: "comparison" },
  { node: "learned", port: "figure", view: "learning-curve" },
  { node: "followed", port: "figure", view: "dependence" },
];

async function show(page: Page, { node, port, view }: At): Promise<Locator> {
  await page.getByTestId(`card-${node}`).click({ position: { x: 30, y: 8 } });
  const panel = page.getByTestId(`result-${node}-${port}`);
  await panel.locator("[data-view]").waitFor();
  const choice = panel.getByTestId(`view-${view}`);
  if ((await choice.count()) > 0) await choice.click();
  await panel.locator(`[data-view="${view}"]`).waitFor();
  return panel;
}

/** How many selected rows another view says that it has. */
const counts: Readonly<Record<string, (page: Page) => Promise<number>>> = {
  train: (page) => countAt(page, { node: "train", port: "table", view: "table" }),
  test: (page) => countAt(page, { node: "test", port: "table", view: "table" }),
  unknown: (page) => countAt(page, { node: "unknown", port: "table", view: "table" }),
  judged: (page) => countAt(page, { node: "judged", port: "predictions", view: "predictions" }),
  "lined-table": (page) => countAt(page, { node: "lined", port: "predictions", view: "predictions" }),
  async matrix(page) {
    const panel = await show(page, { node: "matrix", port: "figure", view: "confusion" });
    const cells = panel.locator("[data-selected][data-testid^=cell-]");
    const each = await cells.evaluateAll((all) =>
      (all as unknown as { getAttribute(name: string): string | null }[]).map((cell) =>
        Number(cell.getAttribute("data-selected")),
      ),
    );
    return each.reduce((sum, one) => sum + one, 0);
  },
  async fitTree(page) {
    const panel = await show(page, { node: "fitTree", port: "model", view: "tree" });
    return Number(await panel.locator(".tree-node").first().getAttribute("data-selected"));
  },
};

async function countAt(page: Page, at: At): Promise<number> {
  const panel = await show(page, at);
  const here = panel.locator(".selected-here");
  return (await here.count()) === 0 ? 0 : Number(await here.getAttribute("data-count"));
}

describe("one selection", () => {
  const room = browserRoom(writeViewGraph);

  it("is made in each view that has rows, and shown by two others", async () => {
    const { page, errors } = await opened();
    const wrong: string[] = [];
    for (const pointing of pointings) {
      const name = `${pointing.node} ${pointing.view}`;
      try {
        const count = await pointing.point(await show(page, pointing), page);
        expect(count).toBeGreaterThan(0);
        await expect.poll(() => selected(page)).toBe(count);
        for (const other of pointing.others)
          await expect.poll(async () => counts[other]?.(page), { message: other }).toBe(count);
        await page.getByTestId("selection-clear").click();
        await expect.poll(() => selected(page)).toBe(0);
      } catch (thrown) {
        wrong.push(`${name}: ${String(thrown).slice(0, 300)}`);
        if ((await selected(page)) > 0) await page.getByTestId("selection-clear").click();
      }
    }
    expect(wrong).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is offered by no view whose numbers are of no rows", async () => {
    const { page } = await opened();
    for (const at of without) {
      const panel = await show(page, at);
      await panel.locator("table tbody tr").first().waitFor({ state: "attached" });
      const offered = panel.locator(
        '[data-can="true"], [data-pick="true"], [aria-pressed][data-selected], .rows[role="grid"]',
      );
      expect(await offered.count(), at.view).toBe(0);
      const box = await panel.locator(".view-picture").boundingBox();
      if (!box) throw new Error("nothing to see");
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }
    expect(await selected(page)).toBe(0);
    await page.context().close();
  });

  it("is made of the heaviest rows of a round, and of the training row nearest to a place, by keyboard", async () => {
    const { page, errors } = await opened();
    await show(page, { node: "fitBoost", port: "trace", view: "weights" });
    await page.getByTestId("enlarge-fitBoost-trace").click();
    const rows = page.getByTestId("large-fitBoost-trace").locator(".heaviest-row");
    await rows.nth(1).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => selected(page)).toBe(1);
    await expect.poll(() => rows.nth(1).getAttribute("aria-pressed")).toBe("true");
    await rows.nth(3).click({ modifiers: ["Shift"] });
    await expect.poll(() => selected(page)).toBe(2);
    await expect.poll(() => rows.nth(3).getAttribute("aria-pressed")).toBe("true");
    expect(await rows.nth(2).getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Escape");

    const model = await show(page, { node: "fitBoost", port: "model", view: "surface" });
    await model.getByRole("slider", { name: /Decision surface/ }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => selected(page)).toBe(1);
    await expect.poll(() => model.locator('[data-lit="true"]').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  async function opened() {
    const url = `${room.served.url}&file=${viewFile}`;
    const { page, errors } = await openEditor(room.browser, url, { width: 1600, height: 1000 });
    await page.getByTestId("run").click();
    for (const node of [
      "matrix",
      "fitBoost",
      "fitTree",
      "lined",
      "roc",
      "pr",
      "calibrated",
      "learned",
      "compared",
    ])
      await waitForState(page, node, "done", "cached", "warned");
    return { page, errors };
  }
});

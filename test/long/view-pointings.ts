/** How rows are pointed at in each view that has some: for the test of the one selection. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

export type At = { node: string; port: string; view: string };

/** Rows are pointed at in `from`; `count` reads how many that ought to be, before, from what the view says. */
type Pointing = At & {
  /** Answers how many rows the view has said that these are. */
  point: (panel: Locator, page: Page) => Promise<number>;
  others: readonly [string, string];
};

const number = (text: string | null, pattern: RegExp) =>
  Number((pattern.exec(text ?? "")?.[1] ?? "").replaceAll(",", ""));

/** Drags over a part of a picture and answers how many points are lit by it, at least one. */
async function drag(panel: Locator, page: Page): Promise<number> {
  const box = await panel.locator(".box-select").boundingBox();
  if (!box) throw new Error("nothing to drag over");
  await page.mouse.move(box.x + 46, box.y + 24);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => selected(page)).toBeGreaterThan(3);
  return selected(page);
}

/** Walks along a curve and selects at the point that it comes to. */
async function walk(panel: Locator, page: Page, steps: number): Promise<string> {
  const slider = panel.getByRole("slider");
  await slider.focus();
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowRight");
  const said = (await slider.getAttribute("aria-valuetext")) ?? "";
  await page.keyboard.press("Enter");
  return said;
}

/** 39 of the 169 judged rows are malignant (`data/breast-cancer.csv`, from row 400 on). */
const [positives, negatives] = [39, 130];

export const pointings: readonly Pointing[] = [
  {
    node: "test",
    port: "table",
    view: "table",
    others: ["judged", "matrix"],
    async point(panel, page) {
      await panel.locator(".rows").focus();
      for (const key of ["Home", "Enter", "Shift+ArrowDown", "Shift+ArrowDown"])
        await page.keyboard.press(key);
      return 3;
    },
  },
  { node: "test", port: "table", view: "scatter", others: ["judged", "matrix"], point: drag },
  {
    node: "test",
    port: "table",
    view: "profile",
    others: ["judged", "matrix"],
    async point(panel, page) {
      const bar = panel.locator('[data-bar="2-1"]');
      const count = number(await bar.getAttribute("aria-label"), /: ([\d,]+)/);
      await bar.focus();
      await page.keyboard.press("Enter");
      return count;
    },
  },
  {
    node: "judged",
    port: "predictions",
    view: "predictions",
    others: ["test", "matrix"],
    async point(panel, page) {
      await panel.locator(".rows").focus();
      for (const key of ["End", "Shift+Home"]) await page.keyboard.press(key);
      return positives + negatives;
    },
  },
  {
    node: "judged",
    port: "predictions",
    view: "margins",
    others: ["test", "matrix"],
    async point(panel, page) {
      const bar = panel.locator('[data-margin="39"]');
      const count = number(await bar.getAttribute("aria-label"), /: ([\d,]+) row/);
      await bar.focus();
      await page.keyboard.press("Enter");
      return count;
    },
  },
  {
    node: "matrix",
    port: "figure",
    view: "confusion",
    others: ["test", "judged"],
    async point(panel, page) {
      const cell = panel.getByTestId("cell-1-1").getByRole("button");
      const count = number(await cell.textContent(), /^(\d+)/);
      await cell.focus();
      await page.keyboard.press("Enter");
      return count;
    },
  },
  {
    node: "roc",
    port: "figure",
    view: "roc",
    others: ["test", "judged"],
    async point(panel, page) {
      const said = await walk(panel, page, 6);
      const [falsely, truly] = [/FPR ([\d.]+)/, /TPR ([\d.]+)/].map((rate) => number(said, rate));
      return Math.round((falsely ?? 0) * negatives) + Math.round((truly ?? 0) * positives);
    },
  },
  {
    node: "pr",
    port: "figure",
    view: "precision-recall",
    others: ["test", "judged"],
    async point(panel, page) {
      const said = await walk(panel, page, 20);
      const [found, right] = [/R ([\d.]+)/, /P ([\d.]+)/].map((rate) => number(said, rate));
      return Math.round(((found ?? 0) * positives) / (right ?? 1));
    },
  },
  {
    node: "calibrated",
    port: "figure",
    view: "calibration",
    others: ["test", "judged"],
    point: async (panel, page) => number(await walk(panel, page, 2), /([\d,]+) row/),
  },
  {
    node: "fitBoost",
    port: "model",
    view: "tree",
    others: ["train", "fitTree"],
    async point(panel, page) {
      const node = panel.locator(".tree-node").nth(1);
      const count = number(await node.getAttribute("aria-label"), /([\d,]+) rows/);
      await node.focus();
      await page.keyboard.press("Enter");
      return count;
    },
  },
  {
    node: "fitBoost",
    port: "model",
    view: "margins",
    others: ["train", "fitTree"],
    async point(panel, page) {
      const bars = panel.locator("[data-margin]");
      if ((await bars.count()) === 0) await panel.getByTestId("picture-picker").selectOption("bars");
      await bars.first().waitFor();
      const labels = await bars.evaluateAll((all) =>
        (all as unknown as { getAttribute(name: string): string | null }[]).map(
          (bar) => bar.getAttribute("aria-label") ?? "",
        ),
      );
      const counts = labels.map((label) => number(label, /: ([\d,]+) row/));
      const most = Math.max(...counts);
      await bars.nth(counts.indexOf(most)).focus();
      await page.keyboard.press("Enter");
      return most;
    },
  },
  { node: "fitBoost", port: "model", view: "surface", others: ["train", "fitTree"], point: drag },
  {
    node: "fitBoost",
    port: "trace",
    view: "weights",
    others: ["train", "fitTree"],
    async point(panel, page) {
      const count = await drag(panel, page);
      await expect.poll(() => panel.locator('[data-lit="true"]').count()).toBe(count);
      return count;
    },
  },
  { node: "lined", port: "predictions", view: "residuals", others: ["unknown", "lined-table"], point: drag },
  { node: "unknown", port: "table", view: "matrix", others: ["unknown", "lined-table"], point: dragPanel },
];

/** The panels of a matrix of columns are pointed at by themselves. */
async function dragPanel(panel: Locator, page: Page): Promise<number> {
  const box = await panel.getByTestId("panel-bmi-blood pressure").boundingBox();
  if (!box) throw new Error("nothing to drag over");
  await page.mouse.move(box.x + 3, box.y + 3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => selected(page)).toBeGreaterThan(1);
  return selected(page);
}

/** How many rows are selected, as the bar says. */
export async function selected(page: Page): Promise<number> {
  const words = page.getByTestId("selection-words");
  return (await words.count()) === 0 ? 0 : Number(await words.getAttribute("data-count"));
}

/**
 * One selection of 100,000 rows, in a real Chromium: from the key that selects them to the frame in which every open view
 * shows it, the engine's answers included. Each time another selection, so that nothing is there already.
 */
import type { Page } from "playwright-core";
import { waitForState } from "../test/browser/editor.ts";
import { graph } from "../test/support/graphs.ts";
import { budget, type Measured } from "./bench.ts";
import { type Opened, placed } from "./views-page.ts";

const rows = 200_000;
const selected = rows / 2;
const times = 15;

/** Half of the rows are predicted; these are selected. */
const sketch = graph(
  {
    points: ["data.generate", { rows, shape: "moons", noise: 0.3 }],
    parts: ["prepare.split", { test: 0.5 }],
    weak: ["learner.stump"],
    fitted: ["evaluate.fit"],
    predicted: ["evaluate.predict"],
    matrix: ["metric.confusion"],
  },
  [
    "points.table → parts.table",
    "weak.learner → fitted.learner",
    "parts.train → fitted.data",
    "fitted.model → predicted.model",
    "parts.test → predicted.data",
    "predicted.predictions → matrix.predictions",
  ],
);

const head = { position: { x: 60, y: 12 } };

const document = placed(sketch, [
  [0, 0],
  [280, 0],
  [0, 300],
  [560, 0],
  [840, 0],
  [1120, 0],
]);

export async function measureSelection(open: Opened, log: (line: string) => void): Promise<Measured[]> {
  const page = await open("selection", document);
  await openViews(page);
  const found: number[] = [];
  for (let turn = 1; turn <= times; turn++) found.push(await timeToShow(page, turn));
  // The first one is of code that was never run.
  const sorted = found.slice(1).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? Number.NaN;
  const most = sorted.at(-1) ?? Number.NaN;
  log(`selection: first ${found[0]?.toFixed(0)}, median ${median.toFixed(0)}, most ${most.toFixed(0)} ms`);
  return [
    budget("100,000 rows selected, median", median, 100),
    budget("100,000 rows selected, most", most, 100),
  ];
}

/** Five views beside each other: what was pinned, and the two parts of the split, one of them as points. */
async function openViews(page: Page): Promise<void> {
  await page.getByTestId("run").click();
  await waitForState(page, "matrix", "done", "cached");
  for (const [node, port] of [
    ["matrix", "figure"],
    ["predicted", "predictions"],
    ["weak", "model"],
  ]) {
    await page.getByTestId(`card-${node}`).click(head);
    await page.getByTestId(`result-${node}-${port}`).getByRole("button", { name: /^Pin/ }).click();
  }
  await page.getByTestId("card-parts").click(head);
  const test = page.getByTestId("result-parts-test");
  await test.getByText("Table", { exact: true }).click();
  await page.getByTestId("result-parts-train").getByText("Scatter").click();
  await test.locator(".rows").focus();
}

/** Selects all rows of the test part but the last `turn`. Milliseconds until each view says that many. */
async function timeToShow(page: Page, turn: number): Promise<number> {
  await page.keyboard.press("End");
  for (let row = 0; row < turn; row++) await page.keyboard.press("ArrowUp");
  // As text: what a bundler adds to a function means nothing in the page.
  const shown = page.evaluate(`new Promise((done) => {
    const wanted = "${selected - turn}";
    const says = (selector, name) => [...document.querySelectorAll(selector)].map((one) => one.getAttribute(name));
    const counts = ["matrix-figure", "predicted-predictions", "parts-test"];
    const ready = () =>
      counts.every((id) => says('[data-testid="result-' + id + '"] .selected-here', "data-count")[0] === wanted)
      && says('[data-testid^="cell-"]', "data-selected").reduce((sum, one) => sum + Number(one), 0) === Number(wanted)
      && says('[data-testid="result-predicted-predictions"] .rows-body .row', "aria-selected")[0] === "true"
      && says('[data-testid="result-parts-train"] .selected-here', "data-count")[0] === "0"
      && says('[data-testid="result-parts-test"] .rows-body .row', "aria-selected")[0] === "true";
    addEventListener("keydown", ({ timeStamp }) => {
      const look = () => ready()
        ? requestAnimationFrame(() => done(performance.now() - timeStamp))
        : requestAnimationFrame(look);
      look();
    }, { capture: true, once: true });
  })`) as Promise<number>;
  // Without Shift pressed before: that would be a key too.
  await page.waitForTimeout(50);
  await page.locator('[data-testid="result-parts-test"] .rows').dispatchEvent("keydown", {
    key: "Home",
    shiftKey: true,
    bubbles: true,
    cancelable: true,
  });
  const ms = await shown;
  await page.waitForTimeout(150);
  return ms;
}

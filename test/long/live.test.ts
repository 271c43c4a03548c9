/** While a node trains, its curve grows on the card and in the results: often, in place, and without a blank moment. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { waitForState } from "../browser/editor.ts";
import { clickCard, drawn, openGraph } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

const room = browserRoom();

/** Trains long enough to be watched on any machine: 300 stumps on 100,000 rows. */
const rounds = 300;
const sketch = drawn({
  nodes: {
    points: ["data.generate", 20, 20],
    weak: ["learner.stump", 20, 330],
    boost: ["booster.adaboost", 270, 330],
    fitted: ["evaluate.fit", 540, 20],
  },
  wires: [
    ["weak.learner", "boost.learner"],
    ["boost.learner", "fitted.learner"],
    ["points.table", "fitted.data"],
  ],
});
const document = {
  ...sketch,
  nodes: {
    ...sketch.nodes,
    points: { ...sketch.nodes.points, params: { ...sketch.nodes.points.params, rows: 100_000, noise: 0.4 } },
    boost: { ...sketch.nodes.boost, params: { ...sketch.nodes.boost.params, rounds } },
  },
};

type Watched = {
  cards: number;
  charts: number;
  canvases: number;
  swapped: number;
  blank: number;
  frames: number;
};

/**
 * Begins to count, frame by frame: pictures on the card and in the results, canvases, how often the card's picture was
 * another element, and frames without a picture. As text: it runs in the page.
 */
async function watch(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const seen = { cards: 0, charts: 0, canvases: 0, swapped: 0, blank: 0, frames: 0 };
    window.watched = seen;
    const small = Object.assign(document.createElement("canvas"), { width: 60, height: 30 });
    const ink = small.getContext("2d", { willReadFrequently: true });
    let [card, picture, canvas, curve] = [];
    const look = () => {
      const svg = document.querySelector('[data-testid="card-boost"] .card-picture svg path')?.ownerSVGElement;
      const lines = svg ? [...svg.querySelectorAll("path")].map((path) => path.getAttribute("d")).join() : undefined;
      if (lines !== undefined && lines !== curve) { seen.cards++; curve = lines; }
      if (card && svg !== card) seen.swapped++;
      card = svg ?? card;
      const now = document.querySelector('[data-testid="result-fitted-trace"] canvas');
      if (now) {
        if (now !== canvas) { seen.canvases++; canvas = now; }
        ink.clearRect(0, 0, 60, 30);
        ink.drawImage(now, 0, 0, 60, 30);
        const pixels = ink.getImageData(0, 0, 60, 30).data;
        const key = pixels.join();
        if (key !== picture) { seen.charts++; picture = key; }
        if (seen.charts > 2 && !pixels.some((value) => value > 0)) seen.blank++;
      }
      seen.frames++;
      requestAnimationFrame(look);
    };
    look();
  })()`);
}

it("draws curves of a long training as they grow, on the same canvas, never blank", async () => {
  const { page, errors } = await openGraph(room.browser, room.served, "live", document);
  await clickCard(page, "fitted");
  await watch(page);
  await page.keyboard.press("Control+Enter");
  await waitForState(page, "fitted", "running");
  await page
    .locator(
      '[data-testid="state-fitted"][data-state="done"], [data-testid="state-fitted"][data-state="warned"]',
    )
    .waitFor({ timeout: 120_000 });
  // Frames more, in which the result takes the place of what grew.
  await page.waitForTimeout(1000);
  const found = (await page.evaluate("window.watched")) as Watched;
  expect(found.canvases).toBe(1);
  expect(found.swapped).toBe(0);
  expect(found.blank).toBe(0);
  expect(found.cards).toBeGreaterThan(8);
  expect(found.charts).toBeGreaterThan(8);
  expect(errors).toEqual([]);
  await page.context().close();
});

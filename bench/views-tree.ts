/** A tree of a thousand nodes: from the click that asks for it to the first frame with all its nodes in it. */
import type { Page } from "playwright-core";
import { waitForState } from "../test/browser/editor.ts";
import { graph } from "../test/support/graphs.ts";
import { budget, type Measured } from "./bench.ts";
import { type Opened, placed } from "./views-page.ts";

/** Points whose labels are noise in part: a tree that is grown to its end asks about nearly each of them. */
const document = placed(
  graph(
    {
      points: ["data.generate", { rows: 2500, shape: "moons", noise: 0.3, flip: 0.1, seed: 1 }],
      tree: ["learner.tree", { maxDepth: 30 }],
      fitted: ["evaluate.fit"],
    },
    ["tree.learner → fitted.learner", "points.table → fitted.data"],
  ),
  [
    [0, 0],
    [0, 300],
    [300, 0],
  ],
);

const times = 7;

export async function measureTree(open: Opened, log: (line: string) => void): Promise<Measured[]> {
  const page = await open("tree", document);
  await page.getByTestId("run").click();
  await waitForState(page, "fitted", "done", "cached");
  await page.getByTestId("card-fitted").click({ position: { x: 60, y: 12 } });
  const found: number[] = [];
  for (let turn = 0; turn < times; turn++) found.push(await timeToOpen(page));
  const nodes = await page.locator('[data-testid="result-fitted-model"] .tree').getAttribute("data-nodes");
  if (Number(nodes) < 1000) throw new Error(`the tree has only ${nodes} nodes`);
  // The first one is of code that was never run.
  const sorted = found.slice(1).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? Number.NaN;
  log(
    `tree of ${nodes}: first ${found[0]?.toFixed(0)}, least ${sorted[0]?.toFixed(0)}, median ${median.toFixed(0)} ms`,
  );
  return [budget(`a tree of ${nodes} nodes, opened`, median, 200)];
}

/** From the facts to the tree by a click. */
async function timeToOpen(page: Page): Promise<number> {
  const panel = page.getByTestId("result-fitted-model");
  await panel.getByTestId("view-facts").click();
  await panel.locator(".tree").waitFor({ state: "detached" });
  await page.waitForTimeout(300);
  // As text: what a bundler adds to a function means nothing in the page.
  const shown = page.evaluate(`new Promise((done) => {
    addEventListener("click", ({ timeStamp }) => {
      const look = () => document.querySelector('[data-testid="result-fitted-model"] .tree')
        ? requestAnimationFrame(() => done(performance.now() - timeStamp))
        : requestAnimationFrame(look);
      look();
    }, { capture: true, once: true });
  })`) as Promise<number>;
  await panel.getByTestId("view-tree").click();
  return shown;
}

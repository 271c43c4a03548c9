/** All states of a card in one graph, and what a run looks like while it lasts. */
import { by, choose, documentOf, ended, main, press, run, seeAll, smallestUse } from "./steps.mjs";

const { nodes } = smallestUse("booster.adaboost");
const file = smallestUse("data.file").nodes.table;
const { kept } = smallestUse("prepare.filter").nodes;
const { sampled } = smallestUse("prepare.sample").nodes;
const { predicted } = smallestUse("evaluate.predict").nodes;
const wire = (from, to) => ({ from: from.split("."), to: to.split(".") });
const slow = { ...nodes.boost, params: { ...nodes.boost.params, rounds: 10_000 } };

/** Cards by row: what runs long, what goes wrong, what is left out. */
const states = documentOf(
  "States",
  {
    data: { ...nodes.data, params: { name: "digits" } },
    weak: nodes.weak,
    boost: slow,
    fitted: nodes.fitted,
    odd: { ...file, params: { ...file.params, path: "odd.csv", target: "kind" } },
    sampled,
    empty: { ...kept, params: { ...kept.params, where: "a > 100" } },
    failing: nodes.fitted,
    blocked: predicted,
    gone: { ...file, params: { ...file.params, path: "gone.csv" } },
    muted: { ...sampled, state: "muted" },
    bypassed: { ...sampled, state: "bypassed" },
    alone: nodes.fitted,
    unknown: { type: "tomorrow.node", version: 1, params: {} },
  },
  {
    w1: wire("weak.learner", "boost.learner"),
    w2: wire("boost.learner", "fitted.learner"),
    w3: wire("data.table", "fitted.data"),
    w4: wire("odd.table", "sampled.table"),
    w5: wire("odd.table", "empty.table"),
    w6: wire("empty.table", "failing.data"),
    w9: wire("weak.learner", "failing.learner"),
    w10: wire("failing.model", "blocked.model"),
    w11: wire("odd.table", "blocked.data"),
    w7: wire("odd.table", "muted.table"),
    w8: wire("odd.table", "bypassed.table"),
  },
  {
    data: [0, 0],
    weak: [0, 230],
    boost: [290, 230],
    fitted: [580, 80],
    alone: [870, 230],
    odd: [0, 480],
    sampled: [290, 730],
    empty: [290, 480],
    failing: [580, 480],
    blocked: [870, 480],
    gone: [0, 730],
    muted: [580, 630],
    bypassed: [870, 630],
    unknown: [580, 860],
  },
);

/** With nothing beside the canvas, so that the cards are whole. */
async function alone(page) {
  await press(page, "[", "\\");
  await page.waitForTimeout(200);
  await seeAll(page);
}

export const graphs = {
  "states.espalier": states,
  "odd.csv": "a,b,kind\n1,2,x\n3,4,y,too many\n5,6,x\n7,8,y\n",
};

export const stateScenes = [
  { name: "states-before", kind: "states", file: "states.espalier", small: true, set: alone },
  {
    name: "states-running",
    kind: "states",
    file: "states.espalier",
    set: async (page) => {
      await alone(page);
      await choose(page, "fitted");
      await page.keyboard.press("Shift+Enter");
      await page.waitForTimeout(1_500);
    },
    after: (page) => page.keyboard.press("Escape"),
  },
  {
    name: "states-after",
    kind: "states",
    file: "states.espalier",
    small: true,
    set: async (page) => {
      await alone(page);
      for (const node of ["sampled", "blocked"]) {
        await choose(page, node);
        await page.keyboard.press("Shift+Enter");
        await ended(page);
      }
      await choose(page, "sampled");
      await by(page, "param-seed").fill("5");
      await page.waitForTimeout(400);
    },
  },
  {
    name: "states-stale",
    kind: "states",
    example: main,
    set: async (page) => {
      await run(page);
      await choose(page, "boost");
      await by(page, "param-rounds").fill("7");
      await choose(page, "matrix");
      await page.keyboard.press("m");
      await page.waitForTimeout(400);
    },
  },
  {
    name: "states-cached",
    kind: "states",
    example: main,
    set: async (page) => {
      await run(page);
      await page.reload();
      await by(page, "card-boost").waitFor();
      await page.waitForTimeout(600);
      // A page that begins anew is offered what other scenes left unsaved.
      if (await by(page, "recovery-show").first().isVisible()) await page.keyboard.press("Escape");
    },
  },
  {
    name: "running",
    kind: "states",
    example: main,
    set: async (page) => {
      await choose(page, "boost");
      await by(page, "param-rounds").fill("10000");
      await by(page, "dock-tab-runs").click();
      await by(page, "run").click();
      await page.waitForTimeout(1_500);
    },
    after: async (page) => {
      if (await by(page, "cancel").isEnabled()) await by(page, "cancel").click();
    },
  },
  ...[0.4, 0.15].map((zoom) => ({
    name: `far-${zoom * 100}`,
    kind: "states",
    example: main,
    set: async (page) => {
      await run(page);
      await seeAll(page);
      for (let step = 0; step < (zoom < 0.2 ? 9 : 4); step++) await page.keyboard.press("-");
      await page.waitForTimeout(400);
    },
  })),
];

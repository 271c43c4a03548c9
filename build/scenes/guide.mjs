/** The pictures of the user guide: one a page, and a few more where words would be many. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { by, choose, main, press, root, run, seeAll } from "./steps.mjs";

const data = (name) => readFileSync(join(root, "examples", "data", name), "utf8");

/** What stands in the reader's folder. */
export const guideFiles = { "birds.csv": data("penguins.csv"), "my-wines.csv": data("wine.csv") };

/** Light, in both languages, at the size of a page. */
export const guideScenes = [
  { name: "start", example: main, set: toStart },
  {
    name: "from-data",
    example: main,
    set: async (page) => {
      await toStart(page);
      await by(page, "start-from-data").click();
      await page.getByText("birds.csv").first().click();
      await by(page, "target").waitFor();
      await page.waitForTimeout(800);
    },
  },
  {
    name: "canvas",
    example: main,
    set: async (page) => {
      await run(page);
      await press(page, "\\", "[", "]");
      await page.waitForTimeout(300);
      await seeAll(page);
    },
  },
  {
    name: "runs",
    example: "adaboost",
    set: async (page) => {
      await press(page, "[");
      // Another seed in each language, so that there is something to run.
      const english = (await page.evaluate("document.documentElement.lang")).startsWith("en");
      await choose(page, "points");
      await by(page, "param-seed").fill(english ? "31" : "32");
      await by(page, "dock-tab-runs").click();
      await run(page);
      await page.waitForTimeout(300);
    },
  },
  {
    name: "result",
    example: "adaboost",
    set: async (page) => {
      await press(page, "[");
      await run(page);
      await seeAll(page);
      await choose(page, "fitBoost");
      await by(page, "result-fitBoost-model").getByTestId("view-surface").click();
      await page.waitForTimeout(900);
    },
  },
  {
    name: "selection",
    example: main,
    set: async (page) => {
      await run(page);
      await press(page, "[");
      await seeAll(page);
      await choose(page, "matrix");
      await by(page, "cell-0-1").first().getByRole("button").press("Enter");
      await by(page, "selection-words").waitFor();
      await choose(page, "cancer");
      await by(page, "result-cancer-table").getByTestId("view-scatter").click();
      await page.waitForTimeout(1_200);
    },
  },
  {
    name: "group",
    example: main,
    set: async (page) => {
      await run(page);
      await choose(page, "weak");
      await by(page, "card-boost").click({ position: { x: 60, y: 12 }, modifiers: ["Control"] });
      await page.keyboard.press("Control+g");
      await page.waitForTimeout(300);
      await page.keyboard.press("Alt+ArrowDown");
      await page.waitForTimeout(300);
      await seeAll(page);
    },
  },
  {
    name: "compare",
    example: "baseline-from-csv",
    set: async (page) => {
      await press(page, "[");
      await run(page);
      await seeAll(page);
      await choose(page, "compared");
      await page.waitForTimeout(700);
    },
  },
  {
    name: "history",
    example: main,
    set: async (page) => {
      await run(page);
      await choose(page, "boost");
      for (const rounds of ["50", "20", "5"]) await by(page, "param-rounds").fill(rounds);
      await choose(page, "matrix");
      await page.keyboard.press("m");
      await page.keyboard.press("h");
      await by(page, "history-slider").waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    name: "leakage",
    example: "leakage",
    set: async (page) => {
      await press(page, "[");
      await by(page, "dock-tab-problems").click();
      await seeAll(page);
    },
  },
  {
    name: "script",
    example: main,
    set: async (page) => {
      await choose(page, "boost");
      await by(page, "dock-tab-script").click();
      await page.waitForTimeout(500);
    },
  },
  {
    name: "outline",
    example: main,
    set: async (page) => {
      await run(page);
      await page.keyboard.press("l");
      await page.keyboard.press("ArrowDown");
      await page.waitForTimeout(300);
    },
  },
  {
    name: "recovery",
    example: main,
    // What the scenes before have left unsaved is offered here.
    keepsOffer: true,
    set: (page) => by(page, "recovery-show").first().waitFor(),
  },
];

async function toStart(page) {
  await by(page, "file-menu").click();
  await by(page, "menu-start").click();
  await by(page, "topic-adaboost").waitFor();
  await page.waitForTimeout(400);
}

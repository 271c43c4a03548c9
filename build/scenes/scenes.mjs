/** The scenes of the pictures: what is opened, and what is done before the picture is taken. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { graphs as stateGraphs, stateScenes } from "./states.mjs";
import { by, choose, exampleList, head, main, press, root, run, seeAll } from "./steps.mjs";
import { graphs as viewGraphs, views } from "./views.mjs";

const exampleIds = exampleList.map(({ id }) => id);

const panels = [
  { name: "new", example: main, set: async () => undefined },
  {
    name: "empty",
    example: main,
    small: true,
    set: async (page) => {
      await by(page, "file-menu").click();
      await by(page, "menu-new").click();
      await page.waitForTimeout(200);
    },
  },
  ...["fitted", "scores", "matrix", "predicted", "cancer", "boost", "weak"].map((node) => ({
    name: `result-${node}`,
    example: main,
    set: async (page) => {
      await run(page);
      await seeAll(page);
      await choose(page, node);
      await page.waitForTimeout(700);
    },
  })),
  ...["script", "problems", "runs"].map((tab) => ({
    name: `dock-${tab}`,
    example: tab === "problems" ? "leakage" : main,
    small: true,
    set: async (page) => {
      if (tab === "runs") await run(page);
      await by(page, `dock-tab-${tab}`).click();
      await page.waitForTimeout(400);
    },
  })),
  ...["outline", "examples", "files"].map((tab) => ({
    name: `left-${tab}`,
    example: main,
    set: async (page) => by(page, `left-tab-${tab}`).click(),
  })),
  {
    name: "inspector-many",
    example: main,
    small: true,
    set: async (page) => {
      await choose(page, "boost");
      await page.keyboard.press("Control+d");
      await by(page, "param-rounds").fill("7");
      await page.keyboard.press("Escape");
      await by(page, "card-boost").click({ ...head, modifiers: ["Shift"] });
    },
  },
  {
    name: "group",
    example: main,
    set: async (page) => {
      await choose(page, "boost");
      await page.keyboard.press("Control+g");
      await page.waitForTimeout(200);
      await page.keyboard.press("Alt+ArrowDown");
      await page.waitForTimeout(400);
    },
  },
  {
    name: "history",
    example: main,
    set: async (page) => {
      await choose(page, "boost");
      await page.keyboard.press("m");
      await page.keyboard.press("m");
      await page.keyboard.press("h");
    },
  },
  {
    name: "wires",
    example: main,
    set: async (page) => {
      await page.keyboard.press("l");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("c");
    },
  },
  {
    name: "reference-example",
    example: main,
    small: true,
    set: async (page) => {
      // The last card is out of sight in a narrow window.
      await page.keyboard.press("z");
      await page.waitForTimeout(400);
      await choose(page, "scores");
      await by(page, "open-reference").click();
      await by(page, "example-put").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "reference",
    example: main,
    set: async (page) => {
      await choose(page, "boost");
      await by(page, "open-reference").click();
    },
  },
  { name: "forecast", example: main, set: (page) => page.locator(".run-more").click() },
  { name: "keys", example: main, small: true, set: (page) => press(page, "Shift+?") },
  { name: "commands", example: main, small: true, set: (page) => press(page, "Control+k") },
  { name: "search", example: main, set: (page) => press(page, "Tab") },
  { name: "open", example: main, set: (page) => press(page, "Control+o") },
  { name: "save", example: main, set: (page) => press(page, "Control+s") },
  {
    name: "tabs",
    example: main,
    small: true,
    set: async (page) => {
      for (const id of ["leakage", "perceptron-xor"]) {
        await by(page, "left-tab-examples").click();
        await page
          .locator(".left")
          .getByText(exampleTitle(id, await page.evaluate("document.documentElement.lang")))
          .first()
          .click();
        await page.waitForTimeout(500);
      }
      await by(page, "tab-list").click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: "file-menu",
    example: main,
    set: (page) => by(page, "file-menu").click(),
  },
  {
    name: "dock-right",
    example: main,
    small: true,
    set: async (page) => {
      await run(page);
      await choose(page, "fitted");
      await press(page, "Shift+|");
      await page.waitForTimeout(700);
    },
    after: (page) => press(page, "Shift+|"),
  },
  {
    name: "selected-rows",
    example: main,
    set: async (page) => {
      await run(page);
      await seeAll(page);
      await choose(page, "matrix");
      await by(page, "cell-0-1").first().getByRole("button").press("Enter");
      await page.waitForTimeout(500);
    },
  },
  {
    name: "wire",
    example: main,
    set: async (page) => {
      await page.locator(".react-flow__edge-interaction").first().click({ force: true });
      await page.waitForTimeout(300);
    },
  },
];

const start = [
  {
    name: "start",
    small: true,
    set: async (page) => {
      await by(page, "file-menu").click();
      await by(page, "menu-start").click();
      await by(page, "topic-adaboost").waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    name: "from-data",
    small: true,
    set: async (page) => {
      await by(page, "file-menu").click();
      await by(page, "menu-start").click();
      await by(page, "start-from-data").click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: "from-data-columns",
    small: true,
    set: async (page) => {
      await by(page, "file-menu").click();
      await by(page, "menu-start").click();
      await by(page, "start-from-data").click();
      await page.getByText("birds.csv").first().click();
      await by(page, "target").waitFor();
      await page.waitForTimeout(600);
    },
  },
];

/** `small`: also at 1024 × 768. `after` ends what the picture was taken of. */
export const scenes = [
  ...exampleIds.map((id) => ({
    name: `example-${id}`,
    kind: "examples",
    example: id,
    small: true,
    set: run,
  })),
  ...panels.map((scene) => ({ kind: "panels", ...scene })),
  ...start.map((scene) => ({ kind: "start", example: main, ...scene })),
  ...stateScenes,
  ...views,
];

/** Files of the served folder that scenes open. */
export const files = {
  ...stateGraphs,
  ...viewGraphs,
  "table.csv": lineOf(60),
  "birds.csv": readFileSync(join(root, "examples", "data", "penguins.csv"), "utf8"),
};

/** Numbers about a line, for the uses that read a file of the user's own. */
function lineOf(count) {
  const rows = Array.from(
    { length: count },
    (_, i) => `${i},${(2 * i + 7 * Math.sin(i * 1.7)).toFixed(2)},${"ab"[i % 2]}`,
  );
  return `x,y,kind\n${rows.join("\n")}\n`;
}

function exampleTitle(id, lang) {
  const { title } = exampleList.find((example) => example.id === id);
  return lang.startsWith("zh") ? title.zh : title.en;
}

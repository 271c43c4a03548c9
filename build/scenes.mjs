/** The scenes of the pictures: an example to open, and what is done before the picture is taken. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = "adaboost-breast-cancer";
const head = { position: { x: 60, y: 12 } };

const by = (page, id) => page.getByTestId(id);
const choose = (page, node) => by(page, `card-${node}`).click(head);

/** Runs and waits for the end; a graph that cannot run is shown as it is. */
async function run(page) {
  if (!(await by(page, "run").isEnabled())) return;
  await by(page, "run").click();
  await page.waitForTimeout(300);
  await by(page, "cancel").and(page.locator(":disabled")).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(400);
}

async function dialog(page, keys) {
  await by(page, "canvas").click({ position: { x: 500, y: 30 } });
  await page.keyboard.press(keys);
}

const examples = JSON.parse(readFileSync(join(root, "examples", "index.json"), "utf8"));
const ids = (Array.isArray(examples) ? examples : examples.examples).map(({ id }) => id);

/** `small`: also at 1024 × 768. */
export const scenes = [
  ...ids.map((id) => ({ name: `example-${id}`, example: id, small: true, set: run })),
  { name: "new", example: main, set: async () => undefined },
  {
    name: "start",
    example: main,
    small: true,
    set: async (page) => {
      await by(page, "file-menu").click();
      await by(page, "menu-start").click();
      await by(page, "topic-adaboost").waitFor();
      await page.waitForTimeout(300);
    },
  },
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
      await page.keyboard.press("z");
      await page.waitForTimeout(300);
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
    name: "running",
    example: main,
    set: async (page) => {
      await choose(page, "boost");
      await by(page, "param-rounds").fill("10000");
      await by(page, "dock-tab-runs").click();
      await by(page, "run").click();
      await page.waitForTimeout(1500);
    },
  },
  {
    name: "states",
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
    name: "reference",
    example: main,
    set: async (page) => {
      await choose(page, "boost");
      await by(page, "open-reference").click();
    },
  },
  { name: "forecast", example: main, set: (page) => page.locator(".run-more").click() },
  { name: "keys", example: main, small: true, set: (page) => dialog(page, "Shift+?") },
  { name: "commands", example: main, small: true, set: (page) => dialog(page, "Control+k") },
  { name: "search", example: main, set: (page) => dialog(page, "Tab") },
  { name: "open", example: main, set: (page) => dialog(page, "Control+o") },
  { name: "save", example: main, set: (page) => dialog(page, "Control+s") },
];

/** A page that is edited by mouse and keys, what is seen on it, and its kills. */
import type { Browser, Page } from "playwright-core";
import { type Dice, oneOf } from "../../renderer/testing/dice.ts";
import { connect, dragNode, openEditor, type Served } from "../browser/editor.ts";
import { clickCard, dragFrom, drawn, headOf, onCanvas } from "../browser/graphs.ts";

/** All that a user sees of a document, by name: places, titles, parameters, notes, wires. */
export type Sight = Readonly<Record<string, string>>;

const home: Readonly<Record<string, readonly [type: string, x: number, y: number]>> = {
  data: ["data.example", 40, 40],
  parts: ["prepare.split", 300, 40],
  fitted: ["evaluate.fit", 560, 40],
  predicted: ["evaluate.predict", 820, 40],
  weak: ["learner.stump", 40, 380],
  boost: ["booster.adaboost", 300, 380],
  scores: ["metric.classification", 820, 380],
};

/** AdaBoost from the data to the scores, at 100 %. */
export function boosting(rounds: number) {
  const made = drawn({
    nodes: home,
    wires: [
      ["data.table", "parts.table"],
      ["weak.learner", "boost.learner"],
      ["boost.learner", "fitted.learner"],
      ["parts.train", "fitted.data"],
      ["fitted.model", "predicted.model"],
      ["parts.test", "predicted.data"],
      ["predicted.predictions", "scores.predictions"],
    ],
  });
  const { boost } = made.nodes;
  return {
    ...made,
    nodes: { ...made.nodes, boost: { ...boost, params: { ...boost.params, rounds } } },
  };
}

/** What is seen now. As text: what a bundler adds to a function means nothing in the page. */
export function look(page: Page): Promise<Sight> {
  return page.evaluate(`(() => {
    const seen = { title: document.querySelector('[data-testid="title"]').value };
    for (const node of document.querySelectorAll(".react-flow__node")) {
      const id = node.dataset.id;
      seen["place of " + id] = node.style.transform;
      const words = node.querySelector(".card-title") ?? node.querySelector(".note > :is(p, ul, h1, h2, .note-field)");
      const text = words?.value ?? words?.textContent ?? "";
      // What stands in an empty note is no text of it.
      seen["words of " + id] = text.startsWith("Write here.") ? "" : text;
      for (const input of node.querySelectorAll('[data-testid^="card-param-"]'))
        seen[input.dataset.testid] = input.value ?? input.textContent;
    }
    for (const wire of document.querySelectorAll('[data-testid^="wire-"][data-testid]'))
      if (/^wire-w\\d+$/.test(wire.dataset.testid)) seen[wire.dataset.testid] = wire.dataset.testid;
    return seen;
  })()`);
}

/** Where two sights differ. */
export function differences(a: Sight, b: Sight): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
}

export type Gesture = {
  /** What it may change of what is seen. */
  touches: RegExp | "new things";
  act(page: Page): Promise<void>;
};

/** Any of what users do most. */
export function anyGesture(roll: Dice, count: number): Gesture {
  const id = oneOf(roll, Object.keys(home)) ?? "data";
  const [, x, y] = home[id];
  const to = { x: x + roll(30) - 15, y: y + roll(30) - 15 };
  const all: Gesture[] = [
    { touches: new RegExp(`^place of ${id}$`), act: (page) => dragCard(page, id, to) },
    { touches: new RegExp(`^place of ${id}$`), act: (page) => dragCard(page, id, to) },
    { touches: /^title$/, act: (page) => writeTitle(page, `Edit ${count}`) },
    { touches: /^card-param-boost-rounds$/, act: (page) => writeRounds(page, 20 + roll(300)) },
    { touches: /^card-param-boost-rounds$/, act: (page) => writeRounds(page, 1000 + roll(2000)) },
    { touches: "new things", act: (page) => writeNote(page, `note ${count}`) },
    { touches: "new things", act: (page) => dragNode(page, "learner.tree", 560 + roll(200), 620) },
    { touches: /^wire-w/, act: rewire },
  ];
  return oneOf(roll, all) ?? all[0];
}

async function dragCard(page: Page, id: string, to: { x: number; y: number }): Promise<void> {
  const from = await headOf(page, id);
  const canvas = await onCanvas(page, 0, 0);
  await dragFrom(page, from, { x: canvas.x + to.x + 70, y: canvas.y + to.y + 14 });
}

async function writeTitle(page: Page, title: string): Promise<void> {
  await page.getByTestId("title").fill(title);
  await page.getByTestId("title").press("Enter");
}

async function writeRounds(page: Page, rounds: number): Promise<void> {
  const field = page.getByTestId("card-param-boost-rounds");
  await field.click({ clickCount: 3 });
  await field.pressSequentially(String(rounds));
  await field.press("Enter");
}

async function writeNote(page: Page, text: string): Promise<void> {
  const { x, y } = await onCanvas(page, 10, 700);
  await page.mouse.click(x, y);
  await page.keyboard.press("n");
  await page.locator(".note-field").pressSequentially(text);
  await page.keyboard.press("Escape");
}

/** Takes the learner's wire away and draws it again. */
async function rewire(page: Page): Promise<void> {
  await clickCard(page, "weak");
  await connect(page, "weak.learner", "boost.learner");
}

/** Opens an address in a new window; `offered` says that work of before may be offered, which is then taken up. */
export async function openAgain(browser: Browser, url: string, { offered = false } = {}) {
  const opened = await openEditor(browser, url, { width: 1920, height: 1200 });
  await opened.page.locator(".react-flow__node").first().waitFor();
  const restore = opened.page.getByTestId("recovery-restore").first();
  // Nothing is offered where all that was done had been undone.
  const taken =
    offered &&
    (await restore.click({ timeout: 10_000 }).then(
      () => true,
      () => false,
    ));
  await opened.page.getByRole("dialog").waitFor({ state: "detached" });
  return { ...opened, taken };
}

/** What the page complained of, but for the line that was cut. */
export function complaints(errors: readonly string[]): string[] {
  return errors.filter((text) => !/WebSocket|net::ERR_/.test(text));
}

/** The renderer's process dies; the tab is left without a page. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => undefined);
  await crashed;
}

/** Ends the engine at once; answers whether there was one. */
export function killEngine(served: Served): boolean {
  const pid = served.enginePid();
  if (pid === undefined) return false;
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}

/**
 * Fifty kills of page, server and engine while a page edits by mouse and keys and runs. After each: what is opened again
 * is what was seen last, less at most the gesture in progress, and the results shown are those of what is shown.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEngine } from "../../cli/engine.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { type Dice, dice, oneOf } from "../../renderer/testing/dice.ts";
import { launch, type Served, serveFolder } from "../browser/editor.ts";
import { runThrough } from "../support/follow.ts";
import {
  anyGesture,
  boosting,
  complaints,
  crash,
  differences,
  type Gesture,
  killEngine,
  look,
  openAgain,
  type Sight,
} from "../support/page-faults.ts";
import { expectWholeFile } from "../support/random-commands.ts";

const kills = ["close", "crash", "server", "engine", "server and page"] as const;
type Kill = (typeof kills)[number];

let served: Served;
let browser: Browser;
const engine = startEngine({ granted: [] });

beforeAll(async () => {
  served = await serveFolder();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await engine.dispose();
});

const known = new Map<string, Promise<number>>();

/** The accuracy that this many rounds reach, by an engine of our own. */
function accuracyOf(rounds: string): Promise<number> {
  const found =
    known.get(rounds) ??
    runThrough(engine, { document: boosting(Number(rounds)) }).then(
      ({ scores }) => scores["scores.accuracy"] ?? Number.NaN,
    );
  known.set(rounds, found);
  return found;
}

type Shown = { state: string; rounds: string; accuracy: number; old: boolean };

/** What the card of the scores says at one moment, and for which rounds. */
async function scoresShown(page: Page): Promise<Shown> {
  const shown = await page.evaluate<Omit<Shown, "accuracy"> & { text: string }>(`(() => {
    const card = document.querySelector('[data-testid="card-scores"]');
    return {
      state: card.dataset.state,
      rounds: document.querySelector('[data-testid="card-param-boost-rounds"]').value,
      text: card.innerText,
      old: card.querySelector(".card-picture")?.dataset.old === "true",
    };
  })()`);
  const number = /0\.\d{3,}|\d\d\.\d+\s*%/.exec(shown.text)?.[0] ?? "";
  const accuracy = Number.parseFloat(number) / (number.endsWith("%") ? 100 : 1);
  return { ...shown, accuracy };
}

/**
 * Runs until the scores are those of the parameters that are shown; an engine that was killed is back within a moment.
 * A number that says it is of the present and stays wrong would never get there.
 */
async function runToEnd(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const { state, rounds, accuracy, old } = await scoresShown(page);
        const settled = (state === "done" || state === "cached") && !old;
        if (settled)
          return Math.abs(accuracy - (await accuracyOf(rounds))) < 0.0006
            ? "right"
            : `wrong: ${accuracy} for ${rounds}`;
        if ((await page.getByTestId("run-progress").count()) === 0)
          await page
            .getByTestId("run")
            .click({ timeout: 5000 })
            .catch(() => undefined);
        return state;
      },
      { timeout: 120_000, interval: 200 },
    )
    .toBe("right");
}

/** Everything is as before, but for what the gesture touches. What is taken up again may need a moment to be drawn. */
async function expectKept(before: Sight, page: Page, { touches }: Gesture, what: string): Promise<Sight> {
  let after = before;
  const wrong = async () => {
    after = await look(page);
    return differences(before, after)
      .filter((name) => (touches === "new things" ? name in before : !touches.test(name)))
      .map((name) => `${name}: ${before[name]} → ${after[name]}`);
  };
  await expect.poll(wrong, { timeout: 5000, message: what }).toEqual([]);
  return after;
}

type Tally = Record<Kill | "offered" | "lost" | "running", number>;
const tally: Tally = {
  close: 0,
  crash: 0,
  server: 0,
  engine: 0,
  "server and page": 0,
  offered: 0,
  lost: 0,
  running: 0,
};
let gestures = 0;
/** What each page wrote to the console as errors. */
const said: (readonly string[])[] = [];

/** The address of a page as another window needs it: with the token, which a page hides; perhaps with the file's name alone. */
function addressOf(page: Page, remembers: boolean): string {
  const url = new URL(page.url());
  url.searchParams.set("token", new URL(served.url).searchParams.get("token") ?? "");
  if (!remembers) url.searchParams.delete("doc");
  return url.href;
}

/** Edits, is killed, is opened again. Answers the page that goes on. */
async function killOnce(page: Page, kill: Kill, roll: Dice): Promise<Page> {
  for (let edits = 1 + roll(2); edits > 0; edits--) await anyGesture(roll, gestures++).act(page);
  if (roll(4) === 0) await page.keyboard.press("Control+z");
  const before = await look(page);
  if (roll(2) === 0) {
    await page.getByTestId("run").click();
    tally.running++;
  }
  const gesture = anyGesture(roll, gestures++);
  // What the dying page says about it means nothing.
  const acting = gesture.act(page).catch(() => undefined);
  await new Promise((done) => setTimeout(done, roll(250)));
  tally[kill]++;
  const what = `after kill ${kills.reduce((sum, name) => sum + tally[name], 0)}, of ${kill}`;
  const remembers = kill === "crash" || roll(2) === 0;
  const url = addressOf(page, remembers);
  switch (kill) {
    case "engine":
      expect(killEngine(served)).toBe(process.platform === "linux");
      await acting;
      await expectKept(before, page, gesture, what);
      return page;
    case "server": {
      await served.kill();
      await acting;
      const shown = await expectKept(before, page, gesture, what);
      await served.again();
      await page.getByTestId("banner-lost").waitFor({ state: "detached", timeout: 30_000 });
      expect(differences(shown, await look(page)), what).toEqual([]);
      await page.locator('[data-testid="saved"]').waitFor();
      return page;
    }
    case "close":
      await page.context().close();
      break;
    case "crash":
      await crash(page);
      await page.context().close();
      break;
    case "server and page":
      await Promise.all([served.kill(), page.context().close()]);
      await served.again();
  }
  await acting;
  const offered = kill === "server and page" && !remembers;
  const again = await openAgain(browser, url, { offered });
  said.push(again.errors);
  if (again.taken) tally.offered++;
  const after = await expectKept(before, again.page, gesture, what);
  if (differences(before, after).length === 0) tally.lost++;
  return again.page;
}

it("survives fifty kills of page, server and engine", async () => {
  const roll = dice(20261123);
  for (let round = 0; round < 5; round++) {
    const file = `work-${round}.espalier`;
    await writeFile(join(served.folder, file), writeDocument(boosting(50)));
    const url = new URL(served.url);
    url.searchParams.set("file", file);
    const first = await openAgain(browser, url.href);
    said.push(first.errors);
    let { page } = first;
    for (let kill = 0; kill < 10; kill++) {
      const kind = oneOf(roll, kills) ?? "server";
      page = await killOnce(page, kind, roll);
      await runToEnd(page);
    }
    const shown = await look(page);
    await page.keyboard.press("Control+s");
    await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
    const { document } = parseDocument(await readFile(join(served.folder, file), "utf8"));
    if (!document) throw new Error("what was saved cannot be read");
    expectWholeFile(document);
    expect(document.title).toBe(shown.title);
    expect(String(document.nodes.boost.params.rounds)).toBe(shown["card-param-boost-rounds"]);
    await page.context().close();
  }
  console.log(JSON.stringify(tally));
  for (const kill of kills) expect(tally[kill]).toBeGreaterThan(3);
  expect(tally.offered).toBeGreaterThan(1);
  expect(complaints(said.flat())).toEqual([]);
}, 1_200_000);

/**
 * The story of gradient boosting, played through from the start page: what the notes on the canvas promise is read from
 * them, done or looked up as a reader would, and held to what the page then shows.
 */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { cardHead, curvesIn, show, tableIn } from "../browser/pictures.ts";
import { browserRoom } from "../browser/room.ts";

const room = browserRoom();
let page: Page;
let errors: string[];
beforeAll(async () => {
  const opened = await openEditor(room.browser, room.served.url, { start: true });
  ({ page, errors } = opened);
  await page.getByTestId("topic-gbdt").click();
  await page.getByTestId("card-scoreBoost").waitFor();
  await run("scoreOne", "scoreBoost", "scoreRobust");
});
afterAll(() => page.context().close());

async function run(...scores: string[]): Promise<void> {
  await page.keyboard.press("Control+Enter");
  for (const score of scores) await waitForState(page, score, "done");
}

/** The numbers of a note, where `pattern` has its groups. */
async function promised(note: string, pattern: RegExp): Promise<number[]> {
  const text = await page.getByTestId(`note-${note}`).innerText();
  const match = pattern.exec(text);
  expect(match, `${pattern} in “${text}”`).not.toBeNull();
  return (match ?? []).slice(1).map(Number);
}

async function rmseOf(score: string): Promise<number> {
  await page.getByTestId(`card-${score}`).click(cardHead);
  const panel = page.getByTestId(`result-${score}-scores`);
  await panel.waitFor();
  // One tree has no rounds, so that there is nothing to switch to.
  const numbers = panel.getByTestId("view-scores");
  if ((await numbers.count()) > 0) await numbers.click();
  return Number(/RMSE\s+([\d.]+)/.exec(await panel.innerText())?.[1]);
}

/** Turns to a round, and reads the rows of the picture: row, x, y, before, r, h, after. */
async function replayed(panel: Locator, round: number): Promise<number[][]> {
  await panel.getByRole("button", { name: `round ${round}`, exact: true }).click();
  await panel.locator(`[data-round="${round}"]`).waitFor();
  return (await tableIn(panel)).map((row) => row.map(Number));
}

describe("the story of gradient boosting", () => {
  it("1: one tree is a few steps", async () => {
    const [rows, rmse = 0] = await promised("n1", /the (\d+) points .* by ([\d.]+) /);
    expect(await rmseOf("scoreOne")).toBeCloseTo(rmse, 2);
    await page.getByTestId("result-scoreOne-scores").getByText(`${rows} unseen rows`).waitFor();
    const tree = await tableIn(await show(page, "fitOne", "model", "tree"));
    expect(tree.filter(([, question]) => question !== "–")).toHaveLength(3);
  });

  it("2: the next tree fits what is left", async () => {
    const [mean = 0, first = 0, last = 0] = await promised(
      "n2",
      /mean, ([\d.]+), .* from ([\d.]+) .* to ([\d.]+) /,
    );
    const panel = await show(page, "fitBoost", "model", "replay");
    for (const row of await replayed(panel, 1)) {
      const [, , y = 0, before = 0, r = 0, h = 0, after = 0] = row;
      expect(before).toBeCloseTo(mean, 2);
      expect(r).toBeCloseTo(y - before, 2);
      expect(after).toBeCloseTo(before + 0.1 * h, 2);
    }
    const loss = async () =>
      Number(/([\d.]+)\s*ν/.exec(await panel.getByTestId("replay-facts").innerText())?.[1]);
    await expect.poll(loss).toBeCloseTo(first, 2);
    await replayed(panel, 100);
    await expect.poll(loss).toBeCloseTo(last, 2);
  });

  it("3: a part of each is added", async () => {
    const grows = await promised(
      "n3",
      /([\d.]+) after 1 tree, ([\d.]+) after 3, ([\d.]+) after 10 and ([\d.]+) after 100/,
    );
    const { RMSE: rmse = [] } = await curvesIn(await show(page, "scoreBoost", "scores", "stage"));
    for (const [i, round] of [1, 3, 10, 100].entries()) expect(rmse[round - 1]).toBeCloseTo(grows[i] ?? 0, 2);
  });

  it("4: gradients, not residuals", async () => {
    const [rmse = 0] = await promised("n4", /ends at ([\d.]+)\./);
    expect(await rmseOf("scoreRobust")).toBeCloseTo(rmse, 2);
    const rows = await replayed(await show(page, "fitRobust", "model", "replay"), 10);
    expect(new Set(rows.map((row) => row[4]))).toEqual(new Set([1, -1]));
  });

  it("5: change one thing, and take it back", async () => {
    const [rate, rounds, before = 0, after = 0] = await promised(
      "n5",
      /ν to (\d+) and Rounds M to (\d+):.* from ([\d.]+) to ([\d.]+)\. Undo/s,
    );
    expect(await rmseOf("scoreBoost")).toBeCloseTo(before, 2);
    await change({ learningRate: rate, rounds });
    await expect.poll(() => rmseOf("scoreBoost")).toBeCloseTo(after, 2);
    await page.getByTestId("undo").click();
    await page.getByTestId("undo").click();
    await waitForState(page, "scoreBoost", "cached", "done");
    await expect.poll(() => rmseOf("scoreBoost")).toBeCloseTo(before, 2);
    const [depth, deep = 0] = await promised("n5", /depth to (\d+):.*to ([\d.]+)\.\s*$/s);
    await change({ maxDepth: depth });
    await expect.poll(() => rmseOf("scoreBoost")).toBeCloseTo(deep, 2);
    expect(errors).toEqual([]);
  });
});

async function change(params: Readonly<Record<string, number | undefined>>): Promise<void> {
  await page.getByTestId("card-boost").click(cardHead);
  for (const [name, value] of Object.entries(params)) {
    await page.getByTestId(`param-${name}`).fill(String(value));
    await page.getByTestId(`param-${name}`).press("Enter");
  }
  await waitForState(page, "scoreBoost", "stale");
  await run("scoreBoost");
}

/**
 * The story of AdaBoost, played through from the start page by mouse and keyboard: what each of the five notes on the
 * canvas promises is read from the note, done or looked up as a reader would, and held to what the page then shows.
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
  await page.getByTestId("topic-adaboost").click();
  await page.getByTestId("card-scoreBoost").waitFor();
  await page.keyboard.press("Control+Enter");
  for (const score of ["scoreOne", "scoreBoost", "scoreSampled"]) await waitForState(page, score, "done");
});
afterAll(() => page.context().close());

/** The numbers of a note, where `pattern` has its groups. */
async function promised(note: string, pattern: RegExp): Promise<number[]> {
  const text = await page.getByTestId(`note-${note}`).innerText();
  const match = pattern.exec(text);
  expect(match, `${pattern} in “${text}”`).not.toBeNull();
  return (match ?? []).slice(1).map(Number);
}

/** What a score's card says large, in percent. */
async function percentOf(score: string): Promise<number> {
  const text = await page.getByTestId(`card-${score}`).innerText();
  return 100 * Number(/0\.\d{4}/.exec(text)?.[0]);
}

async function stageErrors(score: string): Promise<number[]> {
  const panel = await show(page, score, "scores", "stage");
  const [, errors = []] = Object.values(await curvesIn(panel));
  return errors;
}

async function turnTo(panel: Locator, round: number): Promise<void> {
  await panel.getByRole("button", { name: `round ${round}`, exact: true }).click();
  await panel.getByText(`round ${round} of 100`).waitFor();
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("the story of AdaBoost", () => {
  it("1: one stump is weak", async () => {
    const [percent = 0, rows] = await promised("n1", /gets (\d+) % of the (\d+) points/);
    expect(await percentOf("scoreOne")).toBeCloseTo(percent, 1);
    await page.getByTestId("card-scoreOne").click(cardHead);
    const scores = page.getByTestId("result-scoreOne-scores");
    await scores.getByText(`${rows} unseen rows`).waitFor();
    // One question and its two answers.
    const stump = await tableIn(await show(page, "fitOne", "model", "tree"));
    expect(stump.map(([, question]) => question)).toEqual([expect.stringMatching(/^[xy] ≤ /), "–", "–"]);
  });

  it("2: its mistakes gain weight", async () => {
    const [error = 0, half = 0, say = 0] = await promised(
      "n2",
      /= ([\d.]+) of the training.* = ([\d.]+), or ([\d.]+) in/,
    );
    const trace = await show(page, "fitBoost", "trace", "error");
    const { "learner e": e = [] } = await curvesIn(trace);
    expect(e[0]).toBe(error);
    await trace.getByTestId("view-alpha").click();
    const alpha = Object.values(await curvesIn(trace))[1] ?? [];
    expect(alpha[0]).toBeCloseTo(say, 2);
    // Freund & Schapire 1997: ½ ln((1 − e)/e); the K-class form (Zhu et al. 2009) is twice that for two classes.
    const byHand = e.map((share) => Math.log((1 - share) / share));
    expect(byHand[0]).toBeCloseTo(2 * half, 1);
    for (const [m, value] of alpha.entries()) expect(value, `round ${m + 1}`).toBeCloseTo(byHand[m] ?? 0, 2);
    // A lower error gives a larger say, in all rounds; what is equal in the digits shown says nothing.
    const ranked = [...e.keys()].sort((a, b) => (e[a] ?? 0) - (e[b] ?? 0));
    for (const [i, m] of ranked.entries()) {
      const before = ranked[i - 1] ?? m;
      if (e[before] !== e[m]) expect(alpha[m]).toBeLessThan(alpha[before] ?? 0);
    }

    await trace.getByTestId("view-weights").click();
    await turnTo(trace, 1);
    await expect
      .poll(async () => new Set((await tableIn(trace)).map((row) => row.at(-1))))
      .toEqual(new Set(["0.005"]));
    await turnTo(trace, 2);
    // The rows that it missed hold half of the weight: e·200 of them, 1/(2·e·200) each.
    const missed = error * 200;
    const weights = async () => (await tableIn(trace)).map((row) => Number(row.at(-1)));
    await expect.poll(async () => (await weights())[missed - 1]).toBeCloseTo(1 / (2 * missed), 4);
    expect(sum((await weights()).slice(0, missed))).toBeCloseTo(0.5, 2);
    expect((await weights())[missed]).toBeCloseTo(1 / (2 * (200 - missed)), 5);
  });

  it("3: the vote grows", async () => {
    const grows = await promised("n3", /: ([\d.]+) % after 1 round, ([\d.]+) % after 5, ([\d.]+) % after 30/);
    const unseen = await stageErrors("scoreBoost");
    for (const [at, round] of [1, 5, 30].entries())
      expect(100 * (1 - (unseen[round - 1] ?? 0)), `round ${round}`).toBeCloseTo(grows[at] ?? 0, 1);

    const [first = 0, last = 0] = await promised("n3", /: ([\d.]+) at round 1, ([\d.]+) at round 100/);
    const trace = await show(page, "fitBoost", "trace", "error");
    const { "learner e": e = [], "training error": training = [], bound = [] } = await curvesIn(trace);
    expect([bound.length, training.length]).toEqual([100, 100]);
    expect(bound[0]).toBeCloseTo(first, 2);
    expect(bound[99]).toBeCloseTo(last, 2);
    let product = 1;
    for (const [m, share] of e.entries()) {
      product *= 2 * Math.sqrt(share * (1 - share));
      expect(bound[m], `round ${m + 1}`).toBeCloseTo(product, 3);
      expect(training[m]).toBeLessThanOrEqual(bound[m] ?? 0);
    }

    // The boundary after 1 round is that of the one stump; after 5, 30 and 100 each time another.
    const alone = classesOf(await tableIn(await show(page, "fitOne", "model", "surface")));
    const model = await show(page, "fitBoost", "model", "surface");
    const boundaries: string[] = [];
    for (const round of [1, 5, 30, 100]) {
      await turnTo(model, round);
      const boundary = async () => classesOf(await tableIn(model));
      if (round === 1) await expect.poll(boundary).toBe(alone);
      else await expect.poll(async () => boundaries.includes(await boundary())).toBe(false);
      boundaries.push(await boundary());
    }
  });

  it("3, and its margins: they grow on when no training row is wrong any more", async () => {
    const trace = await show(page, "fitBoost", "trace", "error");
    const { "training error": training = [] } = await curvesIn(trace);
    const perfect = training.lastIndexOf(training.findLast((error) => error > 0) ?? 0) + 2;
    expect(perfect).toBeLessThan(100);
    const model = await show(page, "fitBoost", "model", "margins");
    const slider = model.getByTestId("round");
    const smallest = async () =>
      Number(/smallest\s+(-?[\d.]+)/.exec(await model.locator(".detail-row").innerText())?.[1]);
    await turnTo(model, 100);
    await slider.focus();
    for (let round = 100; round > perfect; round--) await page.keyboard.press("ArrowLeft");
    await model.getByText(`round ${perfect} of 100`).waitFor();
    await expect.poll(() => model.locator(".detail-row").innerText()).toMatch(/margin ≤ 0\s+0%/);
    const early = await smallest();
    await page.keyboard.press("End");
    await expect.poll(smallest).toBeGreaterThan(early);
  });

  it("4: the same by re-sampling", async () => {
    const [rows = 0, first, last] = await promised(
      "n4",
      /draws (\d+) rows by D. Round 1 holds (\d+) different rows, round 100 only (\d+)/,
    );
    await page.getByTestId("card-fitSampled").click(cardHead);
    await page.getByTestId("inspector").getByText(`${rows} rows`).first().waitFor();
    const curves = await curvesIn(await show(page, "fitSampled", "trace", "curves"));
    const distinct = Object.values(curves)[1] ?? [];
    expect([distinct[0], distinct[99]]).toEqual([first, last]);
    const [percent = 0] = await promised("n4", /ends at ([\d.]+) %/);
    expect(await percentOf("scoreSampled")).toBeCloseTo(percent, 1);
  });

  it("5: change one thing, and take it back", async () => {
    const [share = 0, before = 0, after = 0] = await promised(
      "n5",
      /to ([\d.]+) and run.* from (\d+) % to (\d+) %/,
    );
    expect(await percentOf("scoreBoost")).toBeCloseTo(before, 1);
    const right = new Map([...(await classesIn("train")), ...(await classesIn("test"))]);
    expect(right.size).toBe(400);
    await page.getByTestId("card-points").click(cardHead);
    await page.getByTestId("param-flip").fill(String(share));
    await page.getByTestId("param-flip").press("Enter");
    await waitForState(page, "scoreBoost", "stale");
    await page.keyboard.press("Control+Enter");
    await waitForState(page, "scoreBoost", "done");
    await expect.poll(() => percentOf("scoreBoost")).toBeCloseTo(after, 1);

    // The wrong labels swallow the weight: more than twice what they began with.
    const now = await classesIn("train");
    const trace = await show(page, "fitBoost", "trace", "weights");
    const wrong = [...now].filter(([row, name]) => right.get(row) !== name).map(([row]) => row);
    const shareAt = async (round: number) => {
      await turnTo(trace, round);
      const weights = new Map((await tableIn(trace)).map((row) => [row[0] ?? "", Number(row.at(-1))]));
      return sum(wrong.map((row) => weights.get(row) ?? Number.NaN));
    };
    await expect.poll(() => shareAt(1)).toBeCloseTo(wrong.length / now.size, 3);
    await expect.poll(() => shareAt(100)).toBeGreaterThan((2 * wrong.length) / now.size);
    await page.getByTestId("undo").click();
    // Its old results are back without a run.
    await waitForState(page, "scoreBoost", "cached", "done");
    await expect.poll(() => percentOf("scoreBoost")).toBeCloseTo(before, 1);
    expect(errors).toEqual([]);
  });

  it("5, and two things more: a deeper learner needs fewer rounds, and weights can be drawn by", async () => {
    await page.getByTestId("card-weak").click(cardHead);
    await page.keyboard.press("Shift+R");
    await page.getByTestId("search-input").waitFor();
    await page.keyboard.type("tree");
    await page.keyboard.press("Enter");
    await page.getByTestId("param-maxDepth").fill("3");
    await page.getByTestId("param-maxDepth").press("Enter");
    await waitForState(page, "scoreBoost", "stale");
    await page.keyboard.press("Control+Enter");
    await waitForState(page, "scoreBoost", "done");
    const trace = await show(page, "fitBoost", "trace", "error");
    const training = async () => (await curvesIn(trace))["training error"] ?? [];
    await expect.poll(async () => (await training()).indexOf(0)).toBeLessThan(10);
    const perfect = (await training()).indexOf(0);
    expect((await training()).slice(perfect)).toEqual(new Array(100 - perfect).fill(0));
    // The unseen part is still better off with more rounds than training needs.
    const unseen = await stageErrors("scoreBoost");
    expect(Math.min(...unseen.slice(perfect))).toBeLessThan(unseen[perfect] ?? 0);

    await page.getByTestId("card-boost").click(cardHead);
    await page.getByTestId("param-each").getByRole("radio", { name: "re-sample" }).click();
    await waitForState(page, "scoreBoost", "stale");
    await page.keyboard.press("Control+Enter");
    await waitForState(page, "scoreBoost", "done");
    // The bound is that of re-weighting; each round now draws a training part of its own, with duplicates.
    expect(Object.keys(await curvesIn(await show(page, "fitBoost", "trace", "error")))).not.toContain(
      "bound",
    );
    const [, distinct = []] = Object.values(await curvesIn(await show(page, "fitBoost", "trace", "curves")));
    expect(distinct).toHaveLength(100);
    for (const rows of distinct) expect(rows).toBeLessThan(200);
    expect(errors).toEqual([]);
  });
});

/** The class of each row of a part, by the number of the row in the source. */
async function classesIn(part: "train" | "test"): Promise<Map<string, string>> {
  const rows = await tableIn(await show(page, "parts", part, "scatter"));
  return new Map(rows.map((row) => [row[0] ?? "", row.at(-1) ?? ""]));
}

/** Which class each cell of a surface is given, without how surely. */
function classesOf(cells: string[][]): string {
  return cells.map(([, said]) => said?.replace(/ [\d.]+%$/, "")).join(" ");
}

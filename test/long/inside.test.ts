/** The views of what is inside a result, in a page: what they show, by keyboard, to axe, and when they are taken away. */
import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { show, tableIn } from "../browser/pictures.ts";
import { browserRoom } from "../browser/room.ts";

const room = browserRoom();

async function example(name: string, last: string): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openEditor(room.browser, `${room.served.url}&example=${name}`);
  await page.getByTestId("run").click();
  await waitForState(page, last, "done", "cached");
  return { page, errors };
}

async function soundToAxe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include(".dock").analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

it("replays boosting by keyboard: weights, surface and margins follow one round", async () => {
  const { page, errors } = await example("adaboost", "scoreBoost");
  const trace = await show(page, "fitBoost", "trace", "weights");
  const slider = trace.getByTestId("round");
  await slider.focus();
  await page.keyboard.press("Home");
  expect(await slider.getAttribute("aria-valuetext")).toBe("round 1 of 100");
  await trace.getByText("200 / 200").waitFor();
  expect(new Set((await tableIn(trace)).map((row) => row.at(-1)))).toEqual(new Set(["0.005"]));
  await page.keyboard.press("ArrowRight");
  await trace.getByText("round 2 of 100").waitFor();
  // The first stump misses 31 of the 200 rows; these now hold half of the weight, 1/62 each.
  await expect.poll(async () => (await tableIn(trace))[30]?.at(-1)).toBe("0.01613");
  expect((await tableIn(trace))[31]?.at(-1)).toBe("0.002959");

  const model = page.getByTestId("result-fitBoost-model");
  await model.getByTestId("view-surface").click();
  await model.getByText("round 2 of 100").waitFor();
  expect((await tableIn(model)).length).toBe(144);
  const plane = model.getByRole("slider", { name: /Decision surface/ });
  await plane.focus();
  await page.keyboard.press("ArrowRight");
  expect(await plane.getAttribute("aria-valuetext")).toMatch(/^x .*, y .*: (outer|inner) \d+(\.\d)?%$/);
  await soundToAxe(page);

  await model.getByTestId("view-margins").click();
  await model.getByTestId("round").focus();
  await page.keyboard.press("End");
  await model.getByText("round 100 of 100").waitFor();
  await expect.poll(() => model.locator(".detail-row").innerText()).toMatch(/margin ≤ 0\s+0%/);
  await trace.getByText("round 100 of 100").waitFor();
  await soundToAxe(page);
  expect(errors).toEqual([]);
  await page.context().close();
});

it("takes a surface away whole: its ground stands in the file", async () => {
  const { page } = await example("adaboost", "scoreBoost");
  const model = await show(page, "fitBoost", "model", "surface");
  await tableIn(model);
  const saved = async (format: string) => {
    await model.getByTestId("view-export").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId(`export-${format}`).click(),
    ]);
    return readFile(await download.path());
  };
  const svg = (await saved("svg")).toString();
  expect(svg).toContain("data:image/png;base64,");
  expect(svg.match(/<title>row \d+/g)?.length).toBe(200);
  const csv = (await saved("csv")).toString().trim().split("\r\n");
  expect(csv).toHaveLength(1 + 100 * 100);
  expect((await saved("png")).subarray(1, 4).toString()).toBe("PNG");
  await page.context().close();
});

it("profiles columns and sets them against each other", async () => {
  const { page, errors } = await example("baseline-from-csv", "scoreLine");
  const profile = await show(page, "penguins", "table", "profile");
  const rows = await tableIn(profile);
  expect(rows.find(([name]) => name === "body mass")?.at(-1)).toBe(
    "min 2,700, median 4,050, max 6,300, mean 4,202, sd 802, missing 0.6%, distinct 94",
  );
  await soundToAxe(page);
  const matrix = await show(page, "penguins", "table", "matrix");
  // 342 penguins have both; R's cor(flipper, mass) is 0.871. It is that of the first rows until all are here.
  const pair = async () =>
    (await tableIn(matrix)).find(([name]) => name?.startsWith("flipper length × body mass"));
  await expect.poll(pair).toEqual(["flipper length × body mass", "0.871", "342"]);
  expect(await tableIn(matrix)).toHaveLength(6);
  await soundToAxe(page);
  expect(errors).toEqual([]);
  await page.context().close();
});

/** A table sorted and filtered by its reader, by mouse and by keyboard, against the file that it was read from. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { writeDocument } from "../../core/graph/write.ts";
import { openEditor, waitForState } from "../browser/editor.ts";
import { freshRoom } from "../browser/room.ts";
import { graph } from "../support/graphs.ts";

type Penguin = { row: number; species: string; mass: number };

/** Rows by their numbers, read without any of the product's code. */
async function penguins(): Promise<Penguin[]> {
  const file = new URL("../../examples/data/penguins.csv", import.meta.url);
  const [head = "", ...lines] = (await readFile(file, "utf8")).trim().split(/\r?\n/);
  const [species, mass] = ["species", "body mass"].map((name) => head.split(",").indexOf(name));
  return lines.map((line, row) => {
    const cells = line.split(",");
    const text = cells[mass ?? -1] ?? "";
    return { row, species: cells[species ?? -1] ?? "", mass: text === "" ? Number.NaN : Number(text) };
  });
}

/** The platform's own sort is stable; missing ones come last. */
function byMass(rows: readonly Penguin[], sign: number): string[] {
  const present = rows.filter(({ mass }) => !Number.isNaN(mass)).sort((a, b) => sign * (a.mass - b.mass));
  const missing = rows.filter(({ mass }) => Number.isNaN(mass));
  return [...present, ...missing].map(({ row }) => String(row));
}

const ids = (result: Locator) => result.locator(".rows-body .cell-id").allInnerTexts();
const litIds = (result: Locator) =>
  result.locator('.rows-body .row[aria-selected="true"] .cell-id').allInnerTexts();
const rowCount = async (result: Locator) =>
  Number(await result.locator(".rows").getAttribute("aria-rowcount")) - 1;
const head = (result: Locator, name: string) => result.getByRole("columnheader", { name });
const cardHead = { position: { x: 60, y: 12 } };

async function penguinTable(page: Page): Promise<Locator> {
  await page.getByTestId("run").click();
  await waitForState(page, "penguins", "done", "cached");
  await page.getByTestId("card-penguins").click(cardHead);
  const result = page.getByTestId("result-penguins-table");
  await result.getByTestId("view-table").click();
  await result.locator(".rows").waitFor();
  return result;
}

/** The rows in sight are the first of these. */
async function showsFirst(result: Locator, expected: readonly string[]): Promise<void> {
  await expect.poll(() => ids(result)).toEqual(expected.slice(0, (await ids(result)).length));
  expect((await ids(result)).length).toBeGreaterThan(3);
}

describe("a table", () => {
  const room = freshRoom();

  it("is sorted and filtered by mouse; what is selected, kept and taken away follows", async () => {
    const all = await penguins();
    const { page, errors } = await openEditor(room.browser, `${room.served.url}&example=baseline-from-csv`);
    const result = await penguinTable(page);
    const mass = head(result, "body mass");
    expect(await mass.getAttribute("aria-sort")).toBe("none");
    await result.getByTestId("sort-body mass").click();
    await showsFirst(result, byMass(all, 1));
    expect(await mass.getAttribute("aria-sort")).toBe("ascending");
    await result.getByTestId("sort-body mass").click();
    await showsFirst(result, byMass(all, -1));
    expect(await mass.getAttribute("aria-sort")).toBe("descending");

    const where = "species = 'Adelie' AND \"body mass\" < 4000";
    await result.getByTestId("table-where").fill(where);
    await page.keyboard.press("Enter");
    const met = all.filter(({ species, mass: grams }) => species === "Adelie" && grams < 4000);
    const shown = byMass(met, -1);
    await expect.poll(() => rowCount(result)).toBe(met.length);
    await showsFirst(result, shown);
    // One Adelie was never weighed: of it nobody can say.
    expect(await result.getByTestId("table-found").innerText()).toBe(
      `${met.length} of 344 rows · 1 more has a missing cell`,
    );

    await result.locator('[data-row="1"]').click();
    await result.locator('[data-row="3"]').click({ modifiers: ["Shift"] });
    await expect.poll(() => litIds(result)).toEqual(shown.slice(1, 4));
    // In another order the same rows are lit, wherever they come to stand.
    await result.getByTestId("sort-body mass").click();
    const plain = met.map(({ row }) => String(row));
    await showsFirst(result, plain);
    await result.getByTestId("sort-body mass").click();
    const upward = byMass(met, 1);
    await showsFirst(result, upward);
    const chosen = new Set(shown.slice(1, 4));
    await result.locator(".rows").press("End");
    await expect.poll(() => litIds(result)).toEqual(upward.filter((id) => chosen.has(id)));

    await result.getByTestId("view-export").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("export-csv").click(),
    ]);
    const csv = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    expect(csv.slice(1).map((line) => line.split(",")[0])).toEqual(upward);
    const { violations } = await new AxeBuilder({ page }).include(".dock").analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

    await result.getByTestId("table-filter-node").click();
    await page.getByTestId("card-kept").waitFor();
    expect(await page.getByTestId("param-where").inputValue()).toBe(where);
    await page.getByTestId("run").click();
    await waitForState(page, "kept", "done", "warned");
    const kept = page.getByTestId("result-kept-table");
    await kept.locator(".rows").waitFor();
    expect(await rowCount(kept)).toBe(met.length);
    await showsFirst(kept, plain);
    // Whoever comes back finds the table as it was left.
    await page.getByTestId("card-penguins").click(cardHead);
    await showsFirst(result, upward);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is sorted and filtered by keyboard, and says what it does not understand", async () => {
    const all = await penguins();
    const plain = all.map(({ row }) => String(row));
    const { page, errors } = await openEditor(room.browser, `${room.served.url}&example=baseline-from-csv`);
    const result = await penguinTable(page);
    const sorter = result.getByTestId("sort-body mass");
    await sorter.focus();
    await page.keyboard.press("Enter");
    await showsFirst(result, byMass(all, 1));
    await page.keyboard.press("Space");
    await showsFirst(result, byMass(all, -1));
    await result.locator(".rows").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => litIds(result)).toEqual(byMass(all, -1).slice(0, 1));
    await sorter.focus();
    await page.keyboard.press("Enter");
    await showsFirst(result, plain);
    expect(await head(result, "body mass").getAttribute("aria-sort")).toBe("none");

    const field = result.getByTestId("table-where");
    await field.focus();
    await page.keyboard.type("weight > 1");
    await page.keyboard.press("Enter");
    const problem = result.getByRole("alert");
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(/weight/);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.getAttribute("aria-describedby")).toBe(await problem.getAttribute("id"));
    expect(await ids(result)).toEqual(plain.slice(0, (await ids(result)).length));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type('"body mass" IS NULL');
    await page.keyboard.press("Enter");
    const unweighed = byMass(all, 1).slice(-2);
    await expect.poll(() => ids(result)).toEqual(unweighed);
    expect(await field.getAttribute("aria-invalid")).toBe("false");
    await result.locator(".rows").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await expect.poll(() => litIds(result)).toEqual(unweighed);
    await result.getByTestId("table-all").focus();
    await page.keyboard.press("Enter");
    await showsFirst(result, plain);
    expect(await rowCount(result)).toBe(344);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is written whole into a file, with its progress in sight, or given up; predictions too", async () => {
    // So many that no machine has written them before the progress is shown.
    const rows = 200_000;
    const lines = Array.from({ length: rows }, (_, row) => `${row * 3},"say ""${row % 7}"", twice"`);
    await writeFile(join(room.served.folder, "long.csv"), `number,words\n${lines.join("\n")}\n`);
    const document = graph({ long: ["data.file", { path: "long.csv" }, { version: 2 }] }, []);
    await writeFile(join(room.served.folder, "long.espalier"), writeDocument(document));
    const { page, errors } = await openEditor(room.browser, `${room.served.url}&file=long.espalier`);
    await page.getByTestId("run").click();
    await waitForState(page, "long", "done", "cached", "warned");
    await page.getByTestId("card-long").click(cardHead);
    const result = page.getByTestId("result-long-table");
    await result.getByTestId("view-table").click();
    await result.locator(".rows [data-row]").first().waitFor();
    const begin = async () => {
      await result.getByTestId("view-export").click();
      await page.getByTestId("export-csv").click();
    };
    let saved = 0;
    page.on("download", () => saved++);
    const progress = page.getByTestId("export-progress");
    await begin();
    await progress.getByRole("button").click();
    await progress.waitFor({ state: "detached" });
    expect(saved).toBe(0);

    const download = page.waitForEvent("download", { timeout: 120_000 });
    await begin();
    await progress.waitFor();
    // It goes on whatever is looked at.
    await page.getByTestId("canvas").click({ position: { x: 5, y: 5 } });
    await result.getByTestId("view-profile").click();
    const text = await readFile(await (await download).path(), "utf8");
    expect(text).toBe(["row,number,words", ...lines.map((line, row) => `${row},${line}`), ""].join("\r\n"));
    await progress.waitFor({ state: "detached" });
    expect(saved).toBe(1);
    await page.goto(`${room.served.url}&example=adaboost-breast-cancer`);
    await page.getByTestId("run").click();
    await waitForState(page, "predicted", "done", "cached");
    await page.getByTestId("card-predicted").click(cardHead);
    const [other] = await Promise.all([
      page.waitForEvent("download"),
      (async () => {
        await page.getByTestId("result-predicted-predictions").getByTestId("view-export").click();
        await page.getByTestId("export-csv").click();
      })(),
    ]);
    const predictions = (await readFile(await other.path(), "utf8")).trim().split("\r\n");
    expect(predictions).toHaveLength(1 + 171);
    expect(predictions[0]).toBe("row,predicted,truth,probability");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

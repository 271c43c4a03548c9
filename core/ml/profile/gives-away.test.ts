/** Columns that give the target away, and the guess that finds them, against the obvious, slow way. */
import { describe, expect, it } from "vitest";
import { draw, labels, noise, random, rows, target } from "../../../test/support/profiled-columns.ts";
import type { Task } from "../../base/table-facts.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { readTable } from "../table/read-table.ts";
import type { Column } from "../values.ts";
import { classSkill, givesAway, numberSkill, targetCells } from "./gives-away.ts";
import { profileTable } from "./profile.ts";

describe("a column gives the target away", () => {
  const y = draw((at) => 3 * noise[at] + 1);
  const away = (column: Column, truth: Column, task: Task) =>
    givesAway(column, targetCells(truth, task, rows));
  const value = numberColumn("y", y);

  it.each<[string, Column, string | undefined]>([
    ["as a copy", numberColumn("x", y), "copy"],
    [
      "as another unit",
      numberColumn(
        "x",
        draw((at) => 32 - 1.8 * y[at]),
      ),
      "linear",
    ],
    [
      "as its exponential",
      numberColumn(
        "x",
        draw((at) => Math.exp(y[at])),
      ),
      "monotone",
    ],
    [
      "not with a tenth of noise",
      numberColumn(
        "x",
        draw((at) => y[at] + 0.3 * random.normal()),
      ),
      undefined,
    ],
    [
      "not by chance",
      numberColumn(
        "x",
        draw(() => random.normal()),
      ),
      undefined,
    ],
    [
      "not as a name of each row",
      categoryColumn(
        "x",
        draw((at) => `r${at}`),
      ),
      undefined,
    ],
  ])("that is a number: %s", (_, column, how) => {
    expect(away(column, value, "regression")).toEqual(
      how === undefined ? undefined : { kind: "gives-away", how, strength: expect.any(Number) },
    );
  });

  it("by a map that does not rise", () => {
    const x = draw((at) => (at - 200) / 10);
    const square = numberColumn(
      "y",
      x.map((one) => one * one),
    );
    expect(away(numberColumn("x", x), square, "regression")).toMatchObject({ how: "lookup" });
  });

  it.each<[string, Column, boolean]>([
    [
      "a code of it",
      categoryColumn(
        "x",
        draw((at) => (labels[at] === "yes" ? `T${at % 3}` : "none")),
      ),
      true,
    ],
    [
      "a threshold of it",
      numberColumn(
        "x",
        draw((at) => (labels[at] === "yes" ? 60 : 20) + 10 * random.uniform()),
      ),
      true,
    ],
    [
      "a cell that only one class has",
      numberColumn(
        "x",
        draw((at) => (labels[at] === "yes" ? noise[at] : null)),
      ),
      true,
    ],
    [
      "a code with a few slips",
      categoryColumn(
        "x",
        draw((at) => (at % 12 === 0 ? "?" : labels[at])),
      ),
      false,
    ],
    [
      "a good predictor",
      numberColumn(
        "x",
        draw((at) => (labels[at] === "yes" ? 1 : -1) + noise[at]),
      ),
      false,
    ],
    [
      "a name of each row",
      categoryColumn(
        "x",
        draw((at) => `r${at}`),
      ),
      false,
    ],
  ])("that is a class: %s", (_, column, gives) => {
    expect(away(column, target, "classification") !== undefined).toBe(gives);
  });

  it("is said of no measure of iris", async () => {
    const { columns } = profileTable(await readTable("examples/data/iris.csv"));
    expect(columns.flatMap(({ signs }) => signs)).toEqual([]);
  });
});

describe("the leave-one-out guess is", () => {
  const cells = Float64Array.from({ length: 60 }, (_, at) => (at % 4 === 0 ? Number.NaN : random.below(25)));
  const truth = Float64Array.from({ length: 60 }, () => random.below(3));

  it("of classes what counting the others gives", () => {
    expect(classSkill(cells, truth, false)).toBeCloseTo(slowClassSkill(cells, truth), 12);
  });

  it("of numbers what averaging the others gives", () => {
    const own = Float64Array.from(cells, (cell, at) =>
      Number.isNaN(cell) ? truth[at] : cell * 2 + truth[at],
    );
    expect(numberSkill(cells, own, false)).toBeCloseTo(slowNumberSkill(cells, own), 12);
  });
});

const same = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b));
const others = (cells: Float64Array, truth: Float64Array, at: number) =>
  [...truth].filter((_, other) => other !== at && same(cells[other], cells[at]));

/** The mode, the one that occurs first in the rows of equals. */
function modeOf(values: readonly number[], order: readonly number[]): number {
  const count = (value: number) => values.filter((one) => one === value).length;
  return [...new Set(order)].reduce((best, value) => (count(value) > count(best) ? value : best));
}

function slowClassSkill(cells: Float64Array, truth: Float64Array): number {
  const most = modeOf([...truth], [...truth]);
  const wrong = [...truth].filter((label, at) => {
    const rest = others(cells, truth, at);
    const group = [...truth].filter((_, other) => same(cells[other], cells[at]));
    return (rest.length === 0 ? most : modeOf(rest, group)) !== label;
  }).length;
  return 1 - wrong / [...truth].filter((label) => label !== most).length;
}

function slowNumberSkill(cells: Float64Array, truth: Float64Array): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const all = mean([...truth]);
  const squares = (guess: (at: number) => number) =>
    truth.reduce((sum, value, at) => sum + (value - guess(at)) ** 2, 0);
  const guess = (at: number) => {
    const rest = others(cells, truth, at);
    return rest.length === 0 ? all : mean(rest);
  };
  return 1 - squares(guess) / squares(() => all);
}

/** Signs, guesses and measures, against what is known of made columns and against the obvious, slow way. */
import { describe, expect, it } from "vitest";
import { randomStream } from "../../base/random.ts";
import type { Task } from "../../base/table-facts.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { readTable } from "../table/read-table.ts";
import { tableFrom } from "../table/table.ts";
import type { Column } from "../values.ts";
import { classSkill, givesAway, numberSkill, targetCells } from "./gives-away.ts";
import { profileTable } from "./profile.ts";

const rows = 400;
const random = randomStream(4, "profile");
const draw = <T>(make: (at: number) => T): T[] => Array.from({ length: rows }, (_, at) => make(at));
const noise = draw(() => random.normal());
const labels = draw(() => (random.uniform() < 0.4 ? "yes" : "no"));
const target = categoryColumn("outcome", labels);
const moments = (name: string, cells: readonly (number | null)[]): Column => ({
  ...numberColumn(name, cells),
  kind: "datetime",
});
const profileOf = (...columns: Column[]) => profileTable(tableFrom({ columns, source: "0".repeat(64) }));
const kindsOf = (column: Column) => profileOf(column, target).columns[0].signs.map((sign) => sign.kind);

describe("a column is", () => {
  it.each<[string, Column, readonly string[]]>([
    ["a measure", numberColumn("weight", noise), []],
    [
      "of whole numbers that repeat",
      numberColumn(
        "rooms",
        draw((at) => at % 9),
      ),
      [],
    ],
    [
      "a numbering",
      numberColumn(
        "x",
        draw((at) => 1000 + at),
      ),
      ["identifier"],
    ],
    [
      "a shuffled number by name",
      numberColumn(
        "customer_id",
        draw((at) => (at * 7919) % 100_003),
      ),
      ["identifier"],
    ],
    [
      "large whole amounts",
      numberColumn(
        "amount",
        draw((at) => (at * 7919) % 100_003),
      ),
      [],
    ],
    [
      "a code of texts",
      categoryColumn(
        "ref",
        draw((at) => `R-${at}`),
      ),
      ["identifier"],
    ],
    [
      "constant",
      numberColumn(
        "x",
        draw(() => 3),
      ),
      ["constant"],
    ],
    [
      "constant text",
      categoryColumn(
        "x",
        draw(() => "same"),
      ),
      ["constant"],
    ],
    [
      "empty",
      numberColumn(
        "x",
        draw(() => null),
      ),
      ["empty"],
    ],
    [
      "mostly missing",
      numberColumn(
        "x",
        draw((at) => (at % 5 === 0 ? noise[at] : null)),
      ),
      ["missing"],
    ],
    [
      "half there",
      numberColumn(
        "x",
        draw((at) => (at % 2 === 0 ? noise[at] : null)),
      ),
      [],
    ],
    [
      "dates",
      moments(
        "day",
        draw((at) => at * 864e5),
      ),
      ["date"],
    ],
    [
      "of many categories",
      categoryColumn(
        "town",
        draw((at) => `town ${at % 150}`),
      ),
      ["many-levels"],
    ],
    [
      "of few categories",
      categoryColumn(
        "plan",
        draw((at) => `plan ${at % 5}`),
      ),
      [],
    ],
  ])("%s", (_, column, expected) => {
    expect(kindsOf(column)).toEqual(expected);
  });

  it("able to order rows by time only where no moment is missing", () => {
    const [whole, gappy] = profileOf(
      moments(
        "a",
        draw((at) => at * 864e5),
      ),
      moments(
        "b",
        draw((at) => (at === 5 ? null : at * 864e5)),
      ),
      target,
    ).columns;
    expect(whole.signs).toEqual([{ kind: "date", orders: "yes" }]);
    expect(gappy.signs).toEqual([{ kind: "date", orders: "gaps" }]);
    expect(whole.examples[1]).toBe("1970-01-02");
  });
});

describe("a date does not order the rows", () => {
  const days = draw((at) => at * 864e5);
  const sorted = draw((at) => (at < rows / 2 ? "early" : "late"));
  const signOf = (labelled: Column) => profileOf(moments("day", days), labelled).columns[0].signs;
  it("where the earliest are all of one class", () => {
    expect(signOf(categoryColumn("label", sorted))).toContainEqual({ kind: "date", orders: "one-class" });
    expect(signOf(target)).toEqual([{ kind: "date", orders: "yes" }]);
  });
});

describe("the target", () => {
  const x = numberColumn("x", noise);
  it("goes by its name, wherever it stands", () => {
    const { target: found } = profileOf(categoryColumn("Species", labels), x, numberColumn("z", noise));
    expect(found).toMatchObject({ column: "Species", reason: { kind: "name", word: "Species" } });
  });

  it("is else the last column", () => {
    expect(profileOf(x, categoryColumn("v5", labels)).target).toMatchObject({
      column: "v5",
      reason: { kind: "last" },
    });
  });

  it("is else the one with few levels, where the last names the rows", () => {
    const { target: found } = profileOf(
      x,
      categoryColumn("v", labels),
      categoryColumn(
        "ref",
        draw((at) => `r${at}`),
      ),
    );
    expect(found).toMatchObject({ column: "v", reason: { kind: "few-levels", levels: 2 } });
  });

  it("may be a number that differs in every row, if it is called so", () => {
    const { target: found } = profileOf(
      numberColumn(
        "price",
        draw((at) => 500 + at),
      ),
      x,
    );
    expect(found).toMatchObject({ column: "price", task: "regression" });
  });

  it("is none where nothing can be predicted", () => {
    expect(
      profileOf(
        numberColumn(
          "id",
          draw((at) => at),
        ),
        moments("t", noise),
      ).target,
    ).toBeUndefined();
  });

  it.each<[string, Column, Task]>([
    [
      "two numbers",
      numberColumn(
        "y",
        draw((at) => at % 2),
      ),
      "classification",
    ],
    [
      "grades",
      numberColumn(
        "y",
        draw((at) => 1 + (at % 6)),
      ),
      "classification",
    ],
    [
      "years",
      numberColumn(
        "y",
        draw((at) => 1990 + (at % 30)),
      ),
      "regression",
    ],
    ["measures", numberColumn("y", noise), "regression"],
    ["text", categoryColumn("y", labels), "classification"],
  ])("of %s asks for the fitting task", (_, column, task) => {
    expect(profileOf(x, column).target).toMatchObject({ column: "y", task });
  });

  it("brings the smallest class, or the spread", () => {
    const yes = labels.filter((label) => label === "yes").length;
    expect(profileOf(x, target).target?.smallestClass).toBe(Math.min(yes, rows - yes));
    const { spread } =
      profileOf(
        x,
        numberColumn(
          "y",
          draw((at) => at),
        ),
      ).target ?? {};
    // Of 0 … n − 1 the sample variance is n(n + 1)/12.
    expect(spread).toBeCloseTo(Math.sqrt((rows * (rows + 1)) / 12), 9);
  });
});

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

/** Signs of columns and the guess of the target, against what is known of made columns. */
import { describe, expect, it } from "vitest";
import { draw, labels, noise, rows, target } from "../../../test/support/profiled-columns.ts";
import type { Task } from "../../base/table-facts.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { Column } from "../values.ts";
import { profileTable } from "./profile.ts";

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

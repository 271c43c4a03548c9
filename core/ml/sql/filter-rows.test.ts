/** Row numbers as text: what is written reads back, and what is no number is named. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../../base/diagnostic.ts";
import { readRowNumbers, writeRowNumbers } from "../../base/row-numbers.ts";
import { numberColumn } from "../table/columns.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import { filter } from "./filter.ts";

describe("row numbers", () => {
  it("are written as runs", () => {
    expect(writeRowNumbers([0, 1, 2, 7, 9, 10])).toBe("0-2, 7, 9-10");
    expect(writeRowNumbers([])).toBe("");
  });

  it("are read as people write them", () => {
    const runs = [
      [0, 2],
      [7, 7],
      [9, 10],
    ];
    for (const text of ["0-2, 7, 9-10", "0 - 2;7\n9–10,", "  0-2，7、9-10 "])
      expect(readRowNumbers(text)).toEqual(runs);
  });

  it("read back as they were", () => {
    const ids = fc.uniqueArray(fc.nat({ max: 300 }));
    fc.assert(
      fc.property(ids, (numbers) => {
        numbers.sort((a, b) => a - b);
        const back = readRowNumbers(writeRowNumbers(numbers)).flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, at) => first + at),
        );
        expect(back).toEqual(numbers);
      }),
    );
  });

  it.each(["a", "1.5", "-3", "3-", "1-2-3", "4294967295", "99999999999", "0x10"])("are not %s", (text) => {
    expect(() => readRowNumbers(text)).toThrow(DiagnosticError);
  });

  it("do not run backwards", () => {
    expect(() => readRowNumbers("5-3")).toThrow(DiagnosticError);
  });
});

describe("a filter by row numbers", () => {
  const whole = tableFrom({ columns: [numberColumn("x", [10, 11, 12, 13, 14, 15])], source: "s" });
  const warned: string[] = [];
  const ctx = {
    progress: () => undefined,
    preview: () => undefined,
    warn: ({ code, values }: { code: string; values: object }) =>
      warned.push(`${code} ${JSON.stringify(values)}`),
  };
  const ids = async (...args: Parameters<typeof filter>) => [
    ...((await filter(...args)).origin[0]?.ids ?? []),
  ];

  it("keeps the rows with these numbers in the source, in their order", async () => {
    expect(await ids(whole, { rows: "4, 0-1" })).toEqual([0, 1, 4]);
    // A sample with copies: numbers are those of the source, not places in the table.
    expect(await ids(takeRows(whole, [5, 4, 4, 0]), { rows: "4-5" })).toEqual([5, 4, 4]);
  });

  it("keeps of them what meets the condition too", async () => {
    expect(await ids(whole, { where: "x > 11", rows: "0-3" })).toEqual([2, 3]);
    expect(await ids(whole, { where: "x > 11", rows: "" })).toEqual([2, 3, 4, 5]);
  });

  it("says how many of them the table does not have", async () => {
    expect([
      ...((await filter(takeRows(whole, [1, 3, 3]), { rows: "0-3, 9-10" }, ctx)).origin[0]?.ids ?? []),
    ]).toEqual([1, 3, 3]);
    expect(warned).toEqual(['filter.absent-rows {"count":4,"asked":6}']);
  });
});

/** Files of values in the ways that programs write them: delimiters, line ends, quotes, headers and names. */
import { describe, expect, test } from "vitest";
import { file, read } from "../../../test/support/written-tables.ts";
import { type ReadOptions, readTable } from "./read-table.ts";

describe("dialects", () => {
  test.each([
    [
      "semicolons and decimal commas",
      "a;b\n1,5;x\n2,5;y\n",
      { decimal: "," as const },
      [
        [1.5, 2.5],
        ["x", "y"],
      ],
    ],
    [
      "semicolons and decimal commas that nobody told it of",
      "a;b\n1,5;x\n2,5;y\n",
      {},
      [
        [1.5, 2.5],
        ["x", "y"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1\tx\n2\ty\n",
      {},
      [
        [1, 2],
        ["x", "y"],
      ],
    ],
    [
      "bars",
      "a|b\n1|x,y\n2|y\n",
      {},
      [
        [1, 2],
        ["x,y", "y"],
      ],
    ],
    [
      "Windows line ends",
      "a,b\r\n1,x\r\n2,y\r\n",
      {},
      [
        [1, 2],
        ["x", "y"],
      ],
    ],
    [
      "old Macintosh line ends",
      "a,b\r1,x\r2,y\r",
      {},
      [
        [1, 2],
        ["x", "y"],
      ],
    ],
    [
      "mixed line ends",
      "a,b\n1,x\r\n2,y\n3,z\r\n",
      {},
      [
        [1, 2, 3],
        ["x", "y", "z"],
      ],
    ],
    [
      "no line end at the end",
      "a,b\n1,x\n2,y",
      {},
      [
        [1, 2],
        ["x", "y"],
      ],
    ],
    [
      "a byte order mark",
      '\uFEFF"a",b\n1,x\n2,y\n',
      {},
      [
        [1, 2],
        ["x", "y"],
      ],
    ],
    [
      "quotes with delimiters, quotes and lines in them",
      'a,b\n1,"x, ""y""\nz"\n2,y\n',
      {},
      [
        [1, 2],
        ['x, "y"\nz', "y"],
      ],
    ],
    [
      "no header",
      "1,x\n2,y\n",
      {},
      [
        [1, 2],
        ["x", "y"],
      ],
    ],
    ["a header that is told", "1,2\n3,4\n", { header: true }, [[3], [4]]],
    [
      "blank lines",
      "a,b\n\n1,x\n\n\n2,y\n\n",
      {},
      [
        [1, 2],
        ["x", "y"],
      ],
    ],
    ["one column", "a\n1\n2\n", {}, [[1, 2]]],
    [
      "missing values that are told",
      "a,b\n1,x\n-99,none\n",
      { missing: ["-99", "none"] },
      [
        [1, null],
        ["x", null],
      ],
    ],
    [
      "a header of years, told",
      "id,2019,2020\nu,1,2\nv,3,4\n",
      { header: true },
      [
        ["u", "v"],
        [1, 3],
        [2, 4],
      ],
    ],
  ] as [string, string, ReadOptions, unknown[][]][])("%s", async (_, content, options, expected) => {
    const { cells, warnings } = await read(content, options);
    expect(cells).toEqual(expected);
    expect(warnings).toEqual([]);
  });

  test("names that are missing or taken are made up, and said", async () => {
    const { table, warnings } = await read("a,a,,a_2\n1,2,3,4\n");
    expect(table.columns.map(({ name }) => name)).toEqual(["a", "a_3", "column3", "a_2"]);
    expect(warnings.map(({ code }) => code)).toEqual(["table.duplicate-header", "table.empty-header"]);
  });

  test("paths with quotes, stars and brackets are paths", async () => {
    const path = file("a\n1\n", "it's [1]*?.csv");
    expect((await readTable(path)).rowCount).toBe(1);
  });
});

/** One table in every format, against what pandas and pyarrow read (`test/golden/formats.py`). */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { Cancelled, type Diagnostic } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import type { Column, Table } from "../values.ts";
import { formatOf } from "./file-format.ts";
import { lz4Decompress } from "./lz4-frame.ts";
import { probeTable, type ReadOptions, readTable } from "./read-table.ts";
import { columnNamed } from "./table.ts";
import { countMissing, isValid } from "./validity.ts";

type Cell = number | string | boolean | null;
type Golden = {
  rows: number;
  columns: Record<string, Cell[]>;
  missing: Record<string, number>;
  sums: Record<string, number>;
  text: Record<string, Cell[]>;
};
const wanted = golden<Golden>("formats.json");
const place = (name: string) =>
  fileURLToPath(new URL(`../../../test/golden/formats/${name}`, import.meta.url));

async function read(name: string, options: ReadOptions = {}) {
  const warnings: Diagnostic[] = [];
  const table = await readTable(place(name), options, {
    ...quietContext,
    warn: (one) => void warnings.push(one),
  });
  return { table, warnings: warnings.map(({ code }) => code) };
}

/** As the golden writes cells: moments as microseconds in text. */
function cellsOf(column: Column, rows: number): Cell[] {
  return Array.from({ length: rows }, (_, row) => {
    if (!isValid(column, row)) return null;
    if ("values" in column)
      return column.kind === "datetime" ? String(Math.round(column.values[row] * 1000)) : column.values[row];
    const text = column.levels[column.codes[row]];
    return column.kind === "boolean" ? text === "true" : text;
  });
}

const kinds = {
  whole: "numeric",
  long: "numeric",
  single: "numeric",
  double: "numeric",
  money: "numeric",
  flag: "boolean",
  day: "datetime",
  moment: "datetime",
  berlin: "datetime",
  city: "categorical",
  kind: "categorical",
  name: "text",
};

function expectGolden(table: Table): void {
  expect(Object.fromEntries(table.columns.map(({ name, kind }) => [name, kind]))).toEqual(kinds);
  for (const [name, cells] of Object.entries(wanted.columns)) {
    const column = columnNamed(table, name);
    expect(
      cellsOf(column, table.rowCount).filter((_, row) => row % 7 === 0),
      name,
    ).toEqual(cells);
    expect(countMissing(column, table.rowCount), name).toBe(wanted.missing[name]);
  }
  for (const [name, sum] of Object.entries(wanted.sums)) {
    const column = columnNamed(table, name);
    const values: ArrayLike<number> = "values" in column ? column.values : [];
    const total = Array.from(values).reduce((all, value) => (Number.isNaN(value) ? all : all + value), 0);
    expect(total / sum, name).toBeCloseTo(1, 10);
  }
}

describe("a table of every type", () => {
  test.each(["types.parquet", "types.feather"])("%s", async (name) => {
    const { table, warnings } = await read(name);
    expect(table.rowCount).toBe(wanted.rows);
    expect(warnings).toEqual([]);
    expectGolden(table);
    expect([...table.origin[0].ids]).toEqual(Array.from({ length: wanted.rows }, (_, row) => row));
    for (const column of table.columns) {
      const cells = "values" in column ? column.values : column.codes;
      expect(cells.buffer, column.name).toBeInstanceOf(SharedArrayBuffer);
      if ("levels" in column) expect([...column.levels], column.name).toEqual([...column.levels].sort());
    }
  });

  test("a stream of several blocks", async () => {
    const { table } = await read("types.arrows");
    const { table: whole } = await read("types.parquet");
    expect(table.rowCount).toBe(500);
    for (const column of table.columns) {
      const same = cellsOf(columnNamed(whole, column.name), 500);
      expect(cellsOf(column, 500), column.name).toEqual(same);
    }
  });

  test.each(["types.json", "types.ndjson"])("%s", async (name) => {
    const { table, warnings } = await read(name);
    expect(warnings).toEqual([]);
    expect(table.rowCount).toBe(300);
    for (const [column, cells] of Object.entries(wanted.text)) {
      const found = cellsOf(columnNamed(table, column), 300);
      if (column === "day" || column === "berlin") {
        // Text in the file; an offset is not lost.
        const milliseconds = (cell: Cell) => Date.parse(String(cell).replace(/(\.\d{3})\d*/, "$1"));
        for (const [row, cell] of cells.entries()) {
          if (cell === null) expect(found[row]).toBeNull();
          else expect(Math.floor(Number(found[row]) / 1000)).toBe(milliseconds(cell));
        }
      } else if (column === "single" || column === "double") {
        // pandas writes 15 digits.
        for (const [row, cell] of cells.entries()) {
          if (cell === null) expect(found[row]).toBeNull();
          else expect(Number(found[row])).toBeCloseTo(Number(cell), 12);
        }
      } else expect(found, column).toEqual(cells);
    }
  });

  test("a TSV with its own mark for missing cells", async () => {
    const { table } = await read("types.tsv", { missing: ["-"], quote: "'" });
    expect(table.columns.map(({ kind }) => kind)).toEqual([
      "numeric",
      "numeric",
      "boolean",
      "text",
      "datetime",
    ]);
    for (const name of ["whole", "double", "flag", "name"])
      expect(cellsOf(columnNamed(table, name), 300), name).toEqual(wanted.text[name]);
  });
});

describe("a look before the run", () => {
  test.each(["types.parquet", "types.feather", "types.arrows", "types.json", "types.tsv"])(
    "tells of %s what the reading finds",
    async (name) => {
      const probe = await probeTable(place(name), { target: "flag" });
      const { table } = await read(name, { target: "flag" });
      expect(probe.rows).toBe(table.rowCount);
      expect(probe.hash).toBe(table.origin[0].source);
      expect(probe.columns.map(({ name: column, kind, role }) => [column, kind, role])).toEqual(
        table.columns.map(({ name: column, kind, role }) => [column, kind, role]),
      );
    },
  );
});

describe("some of the rows", () => {
  const every = 7;
  test.each(["types.parquet", "types.feather", "types.json", "types.tsv"])(
    "of %s keep their numbers",
    async (name) => {
      const whole = (await read(name)).table;
      const { table } = await read(name, { every, limit: 20 });
      expect(table.rowCount).toBe(20);
      expect([...table.origin[0].ids]).toEqual(Array.from({ length: 20 }, (_, row) => row * every));
      expect(table.origin[0].source).toBe(whole.origin[0].source);
      const names = cellsOf(columnNamed(whole, "name"), whole.rowCount);
      expect(cellsOf(columnNamed(table, "name"), 20)).toEqual(
        names.filter((_, row) => row % every === 0).slice(0, 20),
      );
    },
  );

  test("neither none nor half of one", async () => {
    for (const options of [{ every: 0 }, { every: 1.5 }, { limit: 0 }])
      await expect(read("types.parquet", options)).rejects.toThrow(/table\.(every|limit)/);
  });
});

describe("kinds that the caller knows better", () => {
  test.each(["types.parquet", "types.feather", "types.json"])("of %s", async (name) => {
    const { table, warnings } = await read(name, {
      kinds: { whole: "categorical", flag: "categorical", name: "categorical", city: "numeric" },
    });
    const whole = columnNamed(table, "whole");
    expect(whole.kind).toBe("categorical");
    const { table: plain } = await read(name);
    const numbers = cellsOf(columnNamed(plain, "whole"), plain.rowCount);
    expect(cellsOf(whole, plain.rowCount)).toEqual(
      numbers.map((cell) => (cell === null ? null : String(cell))),
    );
    expect(columnNamed(table, "name").kind).toBe("categorical");
    expect(
      new Set(
        "levels" in columnNamed(table, "flag") ? cellsOf(columnNamed(table, "flag"), plain.rowCount) : [],
      ),
    ).toEqual(new Set(["true", "false", null]));
    expect(warnings).toEqual(["table.cells-not-of-kind"]);
  });
});

test("formats are told apart by their bytes, and only texts by their name", () => {
  const head = (name: string) => readFileSync(place(name)).subarray(0, 4096);
  const formats = {
    "types.parquet": "parquet",
    "types.feather": "arrow",
    "types.arrows": "arrow",
    "types.json": "json",
    "types.ndjson": "json",
    "types.tsv": "csv",
  };
  for (const [name, format] of Object.entries(formats))
    expect(formatOf("data.txt", head(name)), name).toBe(format);
  expect(formatOf("a.json", Buffer.from("a,b\n"))).toBe("json");
  expect(formatOf("a.csv", Buffer.from("{a},b\n"))).toBe("csv");
});

describe("LZ4 frames", () => {
  // Written by python-lz4 4: "abcd" 40 times and "xyz"; then 200 letters with checksums of block and content.
  const repeated = "04224d186040820e0000004f6162636404008750636478797a00000000";
  const letters =
    "04224d187c40c8000000000000002c99000000b1616361626162626263626109003163616305009161626161616363616203002063611500106217005062616263631b00606261636263630400001d00000200106113000007001063180000070010614e00001200000d00002c0034616163580011621b0010633f002163636b0000480001800041626262613000023100024800013a001062260002870010619c00906362636362626362622fdb2eb000000000a0ab0370";

  test("come back", () => {
    const text = (hex: string) => Buffer.from(lz4Decompress(Buffer.from(hex, "hex"))).toString();
    expect(text(repeated)).toBe(`${"abcd".repeat(40)}xyz`);
    expect(text(letters)).toBe(
      "acababbbcbaababbcacbbcacabaaaccabcabcacabbcabacabbabccaaccbacbcccbccabbcbcbcabacbbcabccccbabccaacbbbcababccccbcaacaaaccabcbcbbbccccabccaccababbccacbbbbbaccccbbcaacaccaacbacaaabababacabbaaabcacbccbbcbb",
    );
    expect(text(repeated + letters)).toHaveLength(363);
  });

  test("that are damaged are refused", () => {
    const bytes = Buffer.from(repeated, "hex");
    for (let length = 1; length < bytes.length; length++)
      expect(() => lz4Decompress(bytes.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
    expect(() => lz4Decompress(Buffer.from("no frame at all"))).toThrow(RangeError);
  });
});

test("a cancel stops every reader", async () => {
  for (const name of ["types.parquet", "types.feather", "types.json"]) {
    const work = readTable(
      place(name),
      {},
      {
        ...quietContext,
        progress: () => {
          throw new Cancelled();
        },
      },
    );
    await expect(work, name).rejects.toBeInstanceOf(Cancelled);
  }
});

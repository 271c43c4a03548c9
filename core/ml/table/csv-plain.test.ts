/** Our reader of plain files beside DuckDB's of any: where ours answers, the answers are the same to the last bit. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Cancelled } from "../../base/diagnostic.ts";
import { randomStream } from "../../base/random.ts";
import { type CsvSource, loadCells } from "./csv-duckdb.ts";
import type { Reading } from "./csv-kinds.ts";
import { readPlain } from "./csv-plain.ts";
import { usualMissing } from "./csv-sample.ts";
import { withDuckDB } from "./duckdb.ts";
import type { Gathered } from "./gather.ts";
import { readTable } from "./read-table.ts";

const folder = mkdtempSync(join(tmpdir(), "espalier-plain-"));
let db: DuckDBConnection;
let close: (() => void) | undefined;
beforeAll(async () => {
  db = await new Promise((opened) => {
    void withDuckDB(quiet, (connection) => {
      opened(connection);
      return new Promise<void>((closed) => {
        close = closed;
      });
    });
  });
});
afterAll(() => {
  close?.();
  rmSync(folder, { recursive: true });
});
const path = join(folder, "t.csv");

type How = Partial<CsvSource> & { blockSize?: number };

const quiet = () => undefined;

function sourceOf(width: number, { blockSize: _, ...how }: How): CsvSource {
  return {
    path,
    delimiter: ",",
    quote: '"',
    header: false,
    width,
    decimal: ".",
    missing: usualMissing,
    strict: true,
    ...how,
  };
}

async function ours(content: string, readings: readonly Reading[], how: How = {}) {
  writeFileSync(path, content);
  const source = sourceOf(readings.length, how);
  const made = await readPlain(source, readings, { guess: 2, watch: quiet, blockSize: how.blockSize });
  return made && { rows: made.rows, columns: made.columns.map(plainOf) };
}

/** Nothing where DuckDB rejects a row, or the whole file; strictly first, and then leniently, as files are read. */
async function theirs(content: string, readings: readonly Reading[], how: How = {}) {
  writeFileSync(path, content);
  const all = { every: 1, limit: Number.POSITIVE_INFINITY, guess: 16 };
  const source = sourceOf(readings.length, how);
  const made = await loadCells(db, source, readings, all)
    .catch(() => loadCells(db, { ...source, strict: false }, readings, all))
    .catch(() => undefined);
  if (!made || made.rejects.length > 0) return undefined;
  return { rows: made.rows, columns: made.columns.map(plainOf) };
}

/** Cells as a person would write them down; −0 and 0 are two. */
function plainOf(gathered: Gathered): readonly (number | string | null)[] {
  if (gathered.form === "numbers")
    return Array.from(gathered.values, (value) =>
      Number.isNaN(value) ? null : Object.is(value, -0) ? "-0" : value,
    );
  if (gathered.form === "codes") return Array.from(gathered.codes, (code) => (code < 0 ? null : code));
  return Array.from(gathered.codes, (code) => (code < 0 ? null : gathered.levels[code]));
}

const numbers = [
  ..."0 7 -7 007 -0 -0.0 0.1 1.5 123456789012345 0.123456789012345 1234567890.12345 9007199254740991".split(
    " ",
  ),
  ..."9007199254740993 12345678901234567890 0.1234567890123456789 179769313486231.57 2.2250738585072014e-308".split(
    " ",
  ),
  ..."1e3 1E3 1e+3 1e-3 -2.5e10 1e22 1e23 1e308 1e309 -1e309 1e-400 0e5 4.9e-324".split(" "),
  ..."+1 .5 5. -.5 1_000 0x10 1,5 1.2.3 -- - . e5 1e 1e+ inf -inf Infinity nan NaN 1f 1d ١".split(" "),
  ..." 1|1 | 1 |\t1|1a|a1|true|2020-01-01".split("|"),
];
const moments = [
  ..."2020-01-01 1969-12-31 0001-01-01 9999-12-31 0000-01-01 2020-02-29 2021-02-29 2020-13-01 2020-00-10".split(
    " ",
  ),
  ..."2020-01-32 2020-01-00 2020-1-1 20-01-01 10000-01-01 -0001-01-01 2020/01/01 01.02.2020 infinity epoch".split(
    " ",
  ),
  "2020-01-01 10:00:00|2020-01-01T10:00:00|2020-01-01T10:00:00Z|2020-01-01 10:00:00Z|2020-01-01Z",
  "2020-01-01 10:00|2020-01-01 10|2020-01-01 24:00:00|2020-01-01 23:59:60|2020-01-01 23:59:59|2020-01-01 1:00:00",
  "2020-01-01 10:00:00.5|2020-01-01 10:00:00.123456|2020-01-01 10:00:00.1234567|2020-01-01 10:00:00.",
  "2020-01-01 10:00:00.25Z|2020-01-01 10:00:00+02|2020-01-01 10:00:00 Europe/Paris|2020-01-01  10:00:00",
  "1900-03-01 00:00:00|2100-02-29|2000-02-29 23:59:59.999999|2020-01-01 |2020-01-01 10:00:00 ",
].flatMap((list) => list.split("|"));
const truths = "true false True FALSE tRuE t f 1 0 yes no y n TRUE- truefalse wahr".split(" ");
const texts = [
  "a",
  " a",
  "a ",
  "é",
  "漢字",
  "🌳",
  "a'b",
  "\\",
  "a\\nb",
  "NA ",
  "na",
  "-",
  "#",
  "// a",
  "a".repeat(5000),
];
const any = [
  ...usualMissing,
  "",
  "  ",
  '""',
  '"a"',
  '"NA"',
  '"1"',
  '"true"',
  '"2020-01-01"',
  '"a,b"',
  '"a\nb"',
];
const broken = ['"a""b"', 'a"b', '"a"b', '"a', '"a" ', ' "a"', "\r", '""""'];

const cells: readonly [Reading, readonly string[]][] = [
  ["DOUBLE", numbers],
  ["MOMENT", moments],
  ["BOOLEAN", truths],
  ["VARCHAR", texts],
];

describe("a cell is read as DuckDB reads it, or not at all", () => {
  for (const [reading, own] of cells)
    test.each([...own, ...any, ...broken])(`${reading} %j`, async (cell) => {
      // DuckDB refuses a line end inside a cell that is not the file's own, though RFC 4180 allows it.
      const ends = cell.includes("\n") ? ["\n"] : ["\n", "\r\n"];
      for (const content of ends.map((end) => `x,${cell}${end}y,${cell}${end}`)) {
        const read = await ours(content, ["VARCHAR", reading]);
        if (read) expect(read).toEqual(await theirs(content, ["VARCHAR", reading]));
      }
    });

  test.each([
    ["DOUBLE", numbers.slice(0, 11)],
    ["MOMENT", ["2020-02-29", "2020-01-01 10:00:00", "2020-01-01T10:00:00.5Z"]],
    ["BOOLEAN", truths.slice(0, 5)],
    ["VARCHAR", [...texts, '"a,b"', '"a\nb"', "NA"]],
  ] as const)("%s: the usual ones are read", async (reading, usual) => {
    const content = usual.map((cell) => `x,${cell}\n`).join("");
    const read = await ours(content, ["VARCHAR", reading]);
    expect(read).toEqual(await theirs(content, ["VARCHAR", reading]));
    expect(read?.rows).toBe(usual.length);
  });

  test("a comma in numbers", async () => {
    const content = "1,5;a\n-3;b\n1,5e3;c\n;d\n";
    const how: How = { delimiter: ";", decimal: "," };
    const read = await ours(content, ["DOUBLE", "VARCHAR"], how);
    expect(read?.columns[0]).toEqual([1.5, -3, 1500, null]);
    expect(read).toEqual(await theirs(content, ["DOUBLE", "VARCHAR"], how));
    expect(await ours("1.5;a\n", ["DOUBLE", "VARCHAR"], how)).toBeUndefined();
  });
});

describe("shapes of files", () => {
  const readings: Reading[] = ["DOUBLE", "VARCHAR"];
  const plain = {
    "no line end at the end": "1,a\n2,b",
    "two bytes end a line": "1,a\r\n2,b\r\n",
    "two bytes, none at the end": "1,a\r\n2,b",
    "a mark of the byte order": "\uFEFF1,a\n2,b\n",
    "missing cells at both ends": ",a\n1,\n,\n",
    "one row": "1,a\n",
  };
  test.each(Object.entries(plain))("%s", async (_, content) => {
    const read = await ours(content, readings);
    expect(read).toBeDefined();
    expect(read).toEqual(await theirs(content, readings));
  });

  test.each(["h,k\n1,a\n", "h,k\r\n1,a\r\n", '"h,1",k\n1,a\n', "h,k\n", "h,k", "\uFEFFh,k\n1,a\n"])(
    "a header: %j",
    async (content) => {
      const read = await ours(content, readings, { header: true });
      expect(read).toBeDefined();
      expect(read).toEqual(await theirs(content, readings, { header: true }));
    },
  );

  const odd = {
    "a row too short": "1,a\n2\n",
    "a row too long": "1,a\n2,b,c\n",
    "a blank line": "1,a\n\n2,b\n",
    "line ends of two kinds": "1,a\r\n2,b\n",
    "a lone carriage return": "1,a\r2,b\r",
    "a quote that never closes": '1,"a\n2,b\n',
    "a doubled quote": '1,"a""b"\n',
    "a number that is none": "1,a\nx,b\n",
  };
  test.each(Object.entries(odd))("%s is left to DuckDB", async (_, content) => {
    expect(await ours(content, readings)).toBeUndefined();
  });

  test("a number or a word that means missing is left to DuckDB", async () => {
    for (const text of ["-999", "true", ";", '"'])
      expect(await ours("1,a\n", readings, { missing: ["", text] })).toBeUndefined();
    expect(await ours("1,a\n", readings, { missing: ["none"] })).toBeUndefined();
  });
});

/** Mostly plain, now and then odd, in blocks so small that records, numbers and quoted cells fall on their edges. */
test("four hundred files of chance", { timeout: 120_000 }, async () => {
  const random = randomStream(11, "csv-plain");
  const pick = <T>(items: readonly T[]): T => items[random.below(items.length)];
  const plainCell: Record<Reading, () => string> = {
    DOUBLE: () =>
      random.uniform() < 0.5 ? String(random.below(1000)) : String(random.uniform() * 10 ** random.below(6)),
    MOMENT: () => new Date(random.below(2 ** 31) * 1500).toISOString().slice(0, pick([10, 19, 23, 24])),
    BOOLEAN: () => pick(["true", "false", "True"]),
    VARCHAR: () =>
      pick([
        ...texts.slice(0, 8),
        "a\u00a0b",
        `t${random.below(300)}`,
        '"q"',
        '"q,q"',
        '"q\nq"',
        "longer than a word",
      ]),
  };
  let read = 0;
  for (let round = 0; round < 400; round++) {
    const readings = Array.from({ length: 2 + random.below(5) }, () => pick(cells)[0]);
    const oddness = pick([0, 0, 0, 0.01]);
    const cellOf = (reading: Reading) => {
      if (random.uniform() < 0.1) return pick(usualMissing);
      if (random.uniform() < oddness) return pick([...numbers, ...moments, ...truths, ...any, ...broken]);
      return plainCell[reading]();
    };
    const lines = Array.from({ length: random.below(60) }, () => readings.map(cellOf).join(","));
    const end = pick(["\n", "\r\n"]);
    const content = lines.join(end) + (random.uniform() < 0.5 ? end : "");
    if (content.trim() === "") continue;
    const made = await ours(content, readings, { blockSize: 16 + random.below(200) });
    if (!made) continue;
    read++;
    expect(made, content).toEqual(await theirs(content, readings));
  }
  expect(read).toBeGreaterThan(280);
});

test("more rows and more texts than were guessed, on and on", async () => {
  const rows = 30_000;
  const content = Array.from({ length: rows }, (_, row) => `${row},text number ${row}\n`).join("");
  const made = await ours(content, ["DOUBLE", "VARCHAR"], { blockSize: 1000 });
  expect(made?.rows).toBe(rows);
  expect(made?.columns[0].at(-1)).toBe(rows - 1);
  expect(made?.columns[1]).toEqual(Array.from({ length: rows }, (_, row) => `text number ${row}`));
});

test("a beginning that says something else than the rows after it is not believed", async () => {
  const early = Array.from({ length: 300 }, (_, row) => `${row},${row}`);
  const late = Array.from({ length: 700 }, (_, row) => `${row},t${row % 7}`);
  writeFileSync(path, `n,k\n${[...early, ...late].join("\n")}\n`);
  const { columns, rowCount } = await readTable(path);
  expect(rowCount).toBe(1000);
  expect(columns.map(({ kind }) => kind)).toEqual(["numeric", "text"]);
  const [, texts] = columns;
  if (!("levels" in texts)) throw new Error("expected codes");
  expect(Array.from(texts.codes, (code) => texts.levels[code]).slice(298, 302)).toEqual([
    "298",
    "299",
    "t0",
    "t1",
  ]);
});

test("stops where it is told to", async () => {
  const content = "1,a\n".repeat(100);
  writeFileSync(path, content);
  const readings: Reading[] = ["DOUBLE", "VARCHAR"];
  const cancel = () => {
    throw new Cancelled();
  };
  await expect(readPlain(sourceOf(2, {}), readings, { guess: 2, watch: cancel })).rejects.toThrow(Cancelled);
  let blocks = 0;
  const stop = () => ++blocks > 2;
  expect(
    await readPlain(sourceOf(2, {}), readings, { guess: 2, watch: quiet, stop, blockSize: 64 }),
  ).toBeUndefined();
  expect(blocks).toBe(3);
});

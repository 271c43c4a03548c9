/** Damaged and unusual files, in every format: a diagnostic in words, or a right table. Never a fall, a hang or a wrong cell. */
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Diagnostic, DiagnosticError } from "../core/base/diagnostic.ts";
import { quietContext } from "../core/ml/context.ts";
import { checkFits, tableBytes } from "../core/ml/table/memory.ts";
import { probeTable, type ReadOptions, readTable } from "../core/ml/table/read-table.ts";
import { countMissing, isValid } from "../core/ml/table/validity.ts";
import type { Column, Table } from "../core/ml/values.ts";
import { wordDiagnostic } from "../core/words/word.ts";
import { tempFolder } from "./support/temp.ts";

const folder = tempFolder();
const whole = (name: string) =>
  readFileSync(fileURLToPath(new URL(`golden/formats/${name}`, import.meta.url)));
let files = 0;

function file(content: string | Uint8Array, ending = "csv"): string {
  const path = join(folder, `bad-${files++}.${ending}`);
  writeFileSync(path, content);
  return path;
}

async function read(path: string, options: ReadOptions = {}) {
  const warnings: Diagnostic[] = [];
  const table = await readTable(path, options, { ...quietContext, warn: (one) => void warnings.push(one) });
  warnings.forEach(expectWorded);
  return { table, warnings };
}

/** The code of the diagnostic that refuses the file, before the run and in it. */
async function refusal(path: string, options: ReadOptions = {}): Promise<string> {
  const codes: string[] = [];
  for (const work of [readTable, probeTable]) {
    const thrown: unknown = await work(path, options).then(
      () => "it was read",
      (reason: unknown) => reason,
    );
    if (!(thrown instanceof DiagnosticError)) throw new Error(`${path}: ${String(thrown)}`);
    expectWorded(thrown.diagnostic);
    expect(JSON.stringify(thrown.diagnostic.values)).not.toMatch(/\n\s+at /);
    codes.push(thrown.diagnostic.code);
  }
  expect(codes[1]).toBe(codes[0]);
  return codes[0] ?? "";
}

function expectWorded(diagnostic: Diagnostic): void {
  expect(diagnostic.code).not.toBe("internal.unexpected");
  for (const language of ["en", "zh"] as const) {
    const { what, hint } = wordDiagnostic(diagnostic, language);
    expect(`${what} ${hint}`).not.toMatch(/\{\w+[,}]/);
    expect(hint).not.toBe("");
  }
}

function cells(column: Column | undefined, rows: number): (number | string | null)[] {
  if (!column) throw new Error("no such column");
  return Array.from({ length: rows }, (_, row) => {
    if (!isValid(column, row)) return null;
    return "values" in column ? column.values[row] : column.levels[column.codes[row]];
  });
}

const allCells = (table: Table) => table.columns.map((column) => cells(column, table.rowCount));

describe("files that stop too early", () => {
  it.each([
    ["types.parquet", "parquet", "table.parquet-damaged"],
    ["types.feather", "feather", "table.arrow-damaged"],
    ["types.json", "json", "table.json-malformed"],
  ])("%s", async (name, ending, code) => {
    const bytes = whole(name);
    for (const share of [0.3, 0.7, 0.999])
      expect(await refusal(file(bytes.subarray(0, Math.floor(bytes.length * share)), ending))).toBe(code);
  });

  it("a stream cut inside a block is refused, between blocks it is doubted", async () => {
    const bytes = whole("types.arrows");
    expect(await refusal(file(bytes.subarray(0, bytes.length - 4000), "arrows"))).toBe("table.arrow-damaged");
    const { warnings, table } = await read(file(bytes.subarray(0, bytes.length - 8), "arrows"));
    expect(warnings.map(({ code }) => code)).toEqual(["table.arrow-no-end"]);
    expect(table.rowCount).toBe(500);
  });

  it("bytes overwritten in the middle", async () => {
    const bytes = Uint8Array.from(whole("types.parquet"));
    bytes.fill(0xff, 300, 2000);
    expect(await refusal(file(bytes, "parquet"))).toBe("table.parquet-damaged");
    // The footer: it stands for the beginning, which nobody reads.
    const head = Uint8Array.from(whole("types.feather"));
    head.fill(0xff, head.length - 600, head.length - 20);
    expect(await refusal(file(head, "feather"))).toBe("table.arrow-damaged");
  });

  it("a damaged Arrow file is told of without the reader's code", async () => {
    const bytes = whole("types.feather");
    const told: unknown[] = [];
    for (let at = bytes.length - 1200; at < bytes.length - 16; at += 16) {
      const damaged = Uint8Array.from(bytes);
      damaged.fill(0xff, at, at + 2);
      const thrown: unknown = await probeTable(file(damaged, "feather")).catch((reason: unknown) => reason);
      if (thrown instanceof DiagnosticError) told.push(thrown.diagnostic.values.message);
    }
    expect(told).toContain("its parts do not fit together");
    expect(
      [...new Set(told)].filter((said) => /Cannot|properties|undefined|Symbol|null/.test(String(said))),
    ).toEqual([]);
  });
});

describe("files that are something else", () => {
  it.each([
    ["an empty file", "", "table.empty-file"],
    ["a name without the format", "PAR1", "table.parquet-damaged"],
    ["another name without the format", "ARROW1", "table.arrow-damaged"],
    ["zeros", new Uint8Array(5000), "table.binary"],
    ["a zero in a text", "a,b\n1,x\0y\n", "table.binary"],
    ["Latin-1", Buffer.from("name,x\nJos\xe9,1\n", "latin1"), "table.not-utf8"],
    ["UTF-16", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"), "table.utf16"],
    ["UTF-16 without its mark", Buffer.from("alpha,beta\n1,2\n3,4\n", "utf16le"), "table.utf16"],
  ])("%s", async (_name, content, code) => {
    expect(await refusal(file(content))).toBe(code);
  });

  it.each([
    ["a number", "17", "table.json-not-records"],
    ["a list of numbers", "[1,2,3]", "table.json-not-records"],
    ["an empty list", "[]", "table.json-not-records"],
    ["a bare word", "hello", "table.json-malformed"],
    ["a mark before it", '\uFEFF[{"a":1}]', "table.json-mark"],
    ["a name twice", '[{"a":1,"a":2}]', "table.json-malformed"],
    ["names in two cases", '[{"a":1,"A":2}]', "table.json-names"],
    ["UTF-16", Buffer.from('[{"a":1}]', "utf16le"), "table.utf16"],
    ["Latin-1", Buffer.from('[{"a":"\xe9"}]', "latin1"), "table.not-utf8"],
  ])("JSON that is %s", async (_name, content, code) => {
    expect(await refusal(file(content, "json"))).toBe(code);
  });

  it("names the line of a bad record", async () => {
    const path = file('{"a":1}\n{"a":2}\n\n{"a":\n', "ndjson");
    const thrown = await readTable(path).catch((reason) => reason);
    expect(thrown.diagnostic).toMatchObject({
      code: "table.json-malformed",
      values: { unit: "line", at: 4 },
    });
  });

  it("a format that is told and is not so", async () => {
    const path = file("a,b\n1,2\n");
    expect(await refusal(path, { format: "parquet" })).toBe("table.parquet-damaged");
    expect(await refusal(path, { format: "arrow" })).toBe("table.arrow-damaged");
    expect(await refusal(path, { format: "json" })).toBe("table.json-malformed");
    expect(await refusal(path, { format: "xls" as never })).toBe("table.format");
  });
});

describe("values", () => {
  it("that JSON has and tables have not", async () => {
    const { table, warnings } = await read(
      file(
        '[{"a":9007199254740993,"n":{"k":[1]},"m":1,"t":"2020-01-01T10:00:00+02:00"},{"a":null,"m":"x"},{"n":[2]}]',
        "json",
      ),
    );
    expect(warnings.map(({ code }) => code).sort()).toEqual([
      "table.mixed-column",
      "table.mixed-column",
      "table.rounded-numbers",
    ]);
    expect(allCells(table)).toEqual([
      [9007199254740992, null, null],
      ['{"k":[1]}', null, "[2]"],
      ["1", "x", null],
      [Date.UTC(2020, 0, 1, 8), null, null],
    ]);
  });

  it("whole numbers beyond 2^53 are said, or kept as text", async () => {
    const text = "id,x\n9007199254740993,1\n9007199254740995,2\n3,3\n";
    const { table, warnings } = await read(file(text));
    expect(warnings).toMatchObject([
      { code: "table.rounded-numbers", values: { column: "id", count: 2, example: "9007199254740993" } },
    ]);
    expect(table.columns[0]?.kind).toBe("numeric");
    const kept = await read(file(text), { kinds: { id: "text" } });
    expect(kept.warnings).toEqual([]);
    expect(cells(kept.table.columns[0], 3)).toEqual(["9007199254740993", "9007199254740995", "3"]);
  });

  it("infinities, all missing, one row, header only, names twice and empty", async () => {
    const { table } = await read(file("x,y\ninf,1\n-Infinity,2\n1e308,3\n"));
    expect(cells(table.columns[0], 3)).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308]);
    const missing = (await read(file("x,y\nNA,\n,?\n"))).table;
    expect(missing.columns.map((column) => countMissing(column, 2))).toEqual([2, 2]);
    expect(allCells((await read(file("x,y\n1,a\n"))).table)).toEqual([[1], ["a"]]);
    const header = await read(file("x,y\n"));
    expect([header.table.rowCount, header.warnings[0]?.code]).toEqual([0, "table.no-rows"]);
    const names = await read(file("a,a,,a\n1,2,3,4\n"));
    expect(names.table.columns.map(({ name }) => name)).toEqual(["a", "a_2", "column3", "a_3"]);
    expect(names.warnings).toHaveLength(3);
  });

  it("numbers and words in one column", async () => {
    const mostlyNumbers = Array.from({ length: 100 }, (_, row) => (row === 41 ? "oops" : row)).join("\n");
    const { table, warnings } = await read(file(`x\n${mostlyNumbers}\n`));
    expect(table.rowCount).toBe(99);
    expect(warnings).toMatchObject([
      { code: "table.rows-unreadable-cell", values: { lines: ["43"], value: "oops" } },
    ]);
    expect((await read(file("x\n1\ntwo\n3\nfour\n"))).table.columns[0]?.kind).toBe("categorical");
  });

  it("ragged rows are left out by their lines, and the others keep their numbers", async () => {
    const { table, warnings } = await read(file("a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11,12\n13,14,15\n"));
    expect([...(table.origin[0]?.ids ?? [])]).toEqual([0, 2, 4]);
    expect(warnings.map(({ code, values }) => [code, values.lines])).toEqual([
      ["table.rows-missing-cells", ["3"]],
      ["table.rows-extra-cells", ["5"]],
    ]);
  });
});

describe("large", () => {
  it("10,000 columns", async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    const row = (seed: number) => names.map((_, at) => (at % 10 === 9 ? `t${seed}` : seed + at)).join(",");
    const { table } = await read(file(`${names.join(",")}\n${row(1)}\n${row(2)}\n${row(3)}\n`));
    expect([table.columns.length, table.rowCount]).toEqual([10_000, 3]);
    expect(cells(table.columns[9_998], 3)).toEqual([9999, 10_000, 10_001]);
    expect(cells(table.columns[9_999], 3)).toEqual(["t1", "t2", "t3"]);
  });

  it("a line of 20 MB, and one of some", async () => {
    const long = "x".repeat(20 * 2 ** 20);
    const path = file(`a,b\n1,2\n3,${long}\n5,6\n`);
    expect(await refusal(path)).toBe("table.line-too-long");
    const { table, warnings } = await read(file(`a,b\n1,2\n3,${long.slice(0, 2 ** 20)}\n5,6\n7,8\n9,10\n`));
    expect([...(table.origin[0]?.ids ?? [])]).toEqual([0, 2, 3, 4]);
    expect(warnings).toMatchObject([{ code: "table.rows-unreadable-cell", values: { lines: ["3"] } }]);
  });

  it("a million categories", async () => {
    const path = join(folder, "categories.csv");
    const out = createWriteStream(path);
    out.write("x,name\n");
    for (let at = 0; at < 1_000_000; at += 10_000)
      out.write(Array.from({ length: 10_000 }, (_, i) => `${at + i},n${at + i}\n`).join(""));
    await new Promise((done) => out.end(done));
    const { table } = await read(path, { kinds: { name: "categorical" } });
    const [, name] = table.columns;
    if (!name || !("levels" in name)) throw new Error("no levels");
    expect([name.kind, name.levels.length, table.rowCount]).toEqual(["categorical", 1_000_000, 1_000_000]);
    for (const row of [0, 17, 999_999]) expect(name.levels[name.codes[row] ?? -1]).toBe(`n${row}`);
  });

  it("what does not fit into memory is said before it is read", () => {
    expect(tableBytes({ rows: 10, numbers: 2, codes: 1, textBytes: 5 })).toBe(10 * (16 + 4 + 4) + 5);
    const size = { rows: 1e9, numbers: 100, codes: 10 };
    expect(() => checkFits("big.parquet", size, 8 * 2 ** 30)).toThrow(/table\.too-large/);
    expect(() => checkFits("small.parquet", { ...size, rows: 1000 }, 8 * 2 ** 30)).not.toThrow();
    try {
      checkFits("big.parquet", size, 8 * 2 ** 30);
    } catch (thrown) {
      const { diagnostic } = thrown as DiagnosticError;
      expectWorded(diagnostic);
      // Thinned as it says, it does fit.
      const every = Number(diagnostic.values.every);
      expect(tableBytes({ ...size, rows: size.rows / every })).toBeLessThanOrEqual(8 * 2 ** 30);
    }
  });
});

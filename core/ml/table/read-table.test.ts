/** Tables read from files of values: the kinds of columns, bad rows, files that are no tables, and a reader's manners. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expectWorded, file, folder, read, refusal } from "../../../test/support/written-tables.ts";
import { Cancelled } from "../../base/diagnostic.ts";
import { randomStream } from "../../base/random.ts";
import { quietContext } from "../context.ts";
import { probeTable, readTable } from "./read-table.ts";

describe("kinds", () => {
  test("numbers, categories, booleans, moments and missing cells", async () => {
    const { table, cells } = await read(
      "n,c,b,d,t\n1,b,true,2020-01-01,2020-01-01 10:00:00\n2.5,a,false,2020-01-02,2020-01-01T10:00:00Z\n,NA,,?,null\n-1e3,b,TRUE,1969-12-31,2020-01-01 12:00:00+02\n",
      { target: "c", roles: { d: "time" } },
    );
    expect(table.columns.map(({ kind }) => kind)).toEqual([
      "numeric",
      "categorical",
      "boolean",
      "datetime",
      "datetime",
    ]);
    expect(table.columns.map(({ role }) => role)).toEqual([
      "feature",
      "target",
      "feature",
      "time",
      "feature",
    ]);
    const ten = Date.UTC(2020, 0, 1, 10);
    expect(cells).toEqual([
      [1, 2.5, null, -1000],
      ["b", "a", null, "b"],
      ["true", "false", null, "true"],
      [Date.UTC(2020, 0, 1), Date.UTC(2020, 0, 2), null, Date.UTC(1969, 11, 31)],
      [ten, ten, null, ten],
    ]);
    const [n, c] = table.columns;
    expect("values" in n && n.values.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect("values" in n && Number.isNaN(n.values[2])).toBe(true);
    expect("codes" in c && [...c.codes]).toEqual([1, 0, -1, 1]);
  });

  test("a zone is a zone of its own cell; a cell that is no moment is said and missing", async () => {
    const plain = Array.from({ length: 40 }, () => "2024-01-01 10:00:00");
    const odd = [
      "2024-01-01 10:00:00 Europe/Berlin",
      "2024-01-01T10:00:00+02",
      "2024-01-01T10:00:00.5Z",
      "soon",
    ];
    const text = `id,t\n${[...odd, ...plain].map((cell, row) => `${row},${cell}`).join("\n")}\n`;
    const { table, cells, warnings } = await read(text);
    expect(table.columns[1].kind).toBe("datetime");
    const hour = 3_600_000;
    const ten = Date.UTC(2024, 0, 1, 10);
    expect(cells[1]).toEqual([ten - hour, ten - 2 * hour, ten + 500, null, ...plain.map(() => ten)]);
    expect(warnings).toMatchObject([
      { code: "table.cells-no-moments", values: { column: "t", count: 1, example: "soon" } },
    ]);
  });

  test("the caller's kinds win; levels stand by code unit", async () => {
    const text = "class,id,flag\n10,1,1\n9,2,0\né,3,1\nz,4,0\n";
    const { table, cells } = await read(text, {
      kinds: { class: "categorical", id: "text", flag: "boolean" },
    });
    expect(table.columns.map(({ kind }) => kind)).toEqual(["categorical", "text", "boolean"]);
    expect("levels" in table.columns[0] && table.columns[0].levels).toEqual(["10", "9", "z", "é"]);
    expect(cells[2]).toEqual(["true", "false", "true", "false"]);
  });

  test("more than 50 different texts are text, whatever the way they are read", async () => {
    const names = Array.from({ length: 60 }, (_, row) => `name ${59 - row}`);
    const { table, cells } = await read(`x,name\n${names.map((name, row) => `${row},${name}`).join("\n")}\n`);
    expect(table.columns[1].kind).toBe("text");
    expect(cells[1]).toEqual(names);
    const probe = await probeTable(file(`name\n${names.join("\n")}\n`));
    expect(probe.columns).toEqual([{ name: "name", kind: "text", role: "feature", missing: 0 }]);
  });

  test("what looks like numbers at first and is none further down is read again as text", async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `${row},${row < 21_000 ? row % 7 : "unknown"}`);
    const { table, warnings } = await read(`id,code\n${rows.join("\n")}\n`);
    expect(table.rowCount).toBe(30_000);
    expect(warnings).toEqual([]);
    expect(table.columns[1].kind).toBe("categorical");
  });

  test("numbers are read to the last bit", async () => {
    // Any 64 random bits that are a finite double; shortest round-trip decimals, as every language writes them.
    const random = randomStream(1, "doubles");
    const bits = new Uint32Array(2);
    const numbers = Array.from({ length: 3000 }, () => {
      bits.set([random.bits(), random.bits()]);
      return new Float64Array(bits.buffer)[0];
    }).filter((value) => Number.isFinite(value));
    const { cells } = await read(`x\n${numbers.map(String).join("\n")}\n`);
    expect(cells[0]).toEqual(numbers);
  });

  test("a column without a single cell is numeric and missing", async () => {
    const { cells, table } = await read("a,b\n1,\n2,\n");
    expect(table.columns[1].kind).toBe("numeric");
    expect(cells[1]).toEqual([null, null]);
  });
});

describe("bad rows", () => {
  test("are left out, named by the line that an editor shows, and keep their number", async () => {
    const { table, cells, warnings } = await read(
      'a,b,c\n1,2,"two\nlines"\n\n3,4\n5,6,y,9\n7,oops,z\n8,9,w\n10,11,v\n12,13,u\n14,"15"x,t\n16,17,s\n',
    );
    expect(cells[0]).toEqual([1, 8, 10, 12, 16]);
    expect([...table.origin[0].ids]).toEqual([0, 4, 5, 6, 8]);
    expect(warnings.map(({ code, values }) => [code, values.lines, values.count])).toEqual([
      ["table.rows-missing-cells", ["5"], 1],
      ["table.rows-extra-cells", ["6"], 1],
      ["table.rows-unreadable-cell", ["7"], 1],
      ["table.rows-bad-quotes", ["11"], 1],
    ]);
    expect(warnings[2].values).toMatchObject({ column: "b", value: "oops" });
  });

  test("with Windows line ends too", async () => {
    const { table, warnings } = await read("a,b\r\n1,2\r\n3\r\n4,5\r\n6,7\r\n");
    expect([...table.origin[0].ids]).toEqual([0, 2, 3]);
    expect(warnings[0].values.lines).toEqual(["3"]);
  });

  test("number rows as the whole file does, whatever was rejected", async () => {
    const path = file("a,b\n1,x\n2,y\n3,z\n4,5\n");
    const all = await readTable(path);
    const some = await readTable(path, { kinds: { b: "numeric" } });
    expect([...all.origin[0].ids]).toEqual([0, 1, 2, 3]);
    expect([...some.origin[0].ids]).toEqual([3]);
    expect(some.origin[0].source).toBe(all.origin[0].source);
  });

  test("a file cut off inside a row is refused, or read as far as it goes", async () => {
    const cut = "a,b,c\n1,2,x\n3,4,y\n5,";
    expect(await refusal(file(cut))).toMatchObject({ code: "table.truncated", values: { line: 4 } });
    const { table, warnings } = await read(cut, { incomplete: "skip" });
    expect(table.rowCount).toBe(2);
    expect(warnings.map(({ code }) => code)).toEqual(["table.rows-missing-cells"]);
  });

  test("a quote that never closes is named by its line", async () => {
    const open = 'a,b,c\n1,2,x\n3,4,"yy\n5,6,z\n';
    expect(await refusal(file(open))).toMatchObject({ code: "table.unclosed-quote", values: { line: 3 } });
    expect((await read(open, { incomplete: "skip" })).table.rowCount).toBe(1);
  });
});

describe("files that are no tables", () => {
  test.each([
    ["empty", "", "table.empty-file", {}],
    ["only spaces", " \n\n", "table.empty-file", {}],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 10, 0, 1, 0, 9]),
      "table.binary",
      { offset: 5, line: 2 },
    ],
    [
      "Latin-1",
      new Uint8Array([...Buffer.from("a,b\n1,caf"), 0xe9, 10]),
      "table.not-utf8",
      { offset: 9, line: 2 },
    ],
    [
      "cut inside a character",
      new Uint8Array([...Buffer.from("a,b\n1,caf"), 0xc3]),
      "table.not-utf8",
      { offset: 9 },
    ],
    ["UTF-16 with its mark", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"), "table.utf16", {}],
    ["UTF-16 without", Buffer.from("a,b\n1,2\n3,4\n", "utf16le"), "table.utf16", {}],
    [
      "a title above the columns",
      "My data\na,b,c\n1,2,3\n4,5,6\n",
      "table.single-column",
      { delimiter: "," },
    ],
    ["rows that all have too many cells", "a,b\n1,2,3\n4,5,6\n", "table.no-good-rows", {}],
    ["one line without an end", "x".repeat(1_100_000), "table.header-too-long", {}],
  ] as [string, string | Uint8Array, string, Record<string, unknown>][])(
    "%s",
    async (_, content, code, values) => {
      const path = file(content);
      const found = await refusal(path);
      expect(found).toMatchObject({ code, values: { path, ...values } });
      expectWorded(found);
    },
  );

  test("missing, a folder, and columns that are not there", async () => {
    expect(await refusal(join(folder, "none.csv"))).toMatchObject({ code: "file.missing" });
    expect(await refusal(folder)).toMatchObject({ code: "file.is-directory" });
    const path = file("a,b\n1,2\n");
    for (const options of [
      { target: "c" },
      { roles: { c: "id" as const } },
      { kinds: { c: "text" as const } },
    ]) {
      expect(await refusal(path, options)).toMatchObject({
        code: "table.unknown-column",
        values: { column: "c" },
      });
    }
  });

  test("a header alone is a table of no rows, and said", async () => {
    const { table, warnings } = await read("a,b\n");
    expect(table.rowCount).toBe(0);
    expect(table.columns.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(warnings.map(({ code }) => code)).toEqual(["table.no-rows"]);
  });
});

test("equal bytes are one source, by their SHA-256", async () => {
  // printf 'a,b\n1,2\n' | sha256sum
  const probe = await probeTable(file("a,b\n1,2\n"));
  expect(probe).toMatchObject({ rows: 1, bytes: 8, diagnostics: [] });
  expect(probe.hash).toBe("sha256-492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470");
});

test("a cancel stops the reading, at once or in the middle", async () => {
  const path = file(`a,b\n${"1,some text\n".repeat(2_000_000)}`);
  for (const patience of [0, 1]) {
    let looks = 0;
    const context = {
      ...quietContext,
      progress: () => {
        if (looks++ >= patience) throw new Cancelled();
      },
    };
    await expect(readTable(path, {}, context)).rejects.toBeInstanceOf(Cancelled);
  }
});

test("no file stays open and nothing is left in the folder", async () => {
  const open = () => readdirSync("/proc/self/fd").length;
  if (process.platform !== "linux") return;
  const path = file("a,b\n1,2\n3\n4,5\n");
  await readTable(path);
  const before = { handles: open(), files: readdirSync(folder).length };
  for (let run = 0; run < 10; run++) await readTable(path);
  expect({ handles: open(), files: readdirSync(folder).length }).toEqual(before);
});

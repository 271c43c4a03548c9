import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { Cancelled, type Diagnostic, DiagnosticError } from "../../base/diagnostic.ts";
import { wordDiagnostic } from "../../words/word.ts";
import { quietContext } from "../context.ts";
import { categoryColumn, codeColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { readTable } from "../table/read-table.ts";
import { overlap, union } from "../table/row-sets.ts";
import { select } from "../table/select.ts";
import { split } from "../table/split.ts";
import { columnNamed, tableFrom, takeRows } from "../table/table.ts";
import { isValid } from "../table/validity.ts";
import type { Table } from "../values.ts";
import { derive, derivedColumns } from "./derive.ts";
import { checkCondition, filter } from "./filter.ts";
import { describeSql, sql } from "./sql.ts";

type Golden = Record<"area" | "ratio" | "logMass" | "big" | "code", (number | string | boolean | null)[]> & {
  grouped: Record<"species" | "n" | "mass" | "longest", (number | string)[]>;
  kept: number[];
  unknown: number;
};
const wanted = golden<Golden>("sql.json");
let penguins: Table;
beforeAll(async () => {
  const path = fileURLToPath(new URL("../../../examples/data/penguins.csv", import.meta.url));
  const table = await readTable(path, { target: "species" });
  const rename = Object.fromEntries(table.columns.map(({ name }) => [name, name.replaceAll(" ", "_")]));
  penguins = select(table, { rename });
});

function cells(table: Table, name: string): (number | string | boolean | null)[] {
  const column = columnNamed(table, name);
  return Array.from({ length: table.rowCount }, (_, row) => {
    if (!isValid(column, row)) return null;
    if ("values" in column) return column.values[row];
    const text = column.levels[column.codes[row]];
    return column.kind === "boolean" ? text === "true" : text;
  });
}

function warned() {
  const warnings: Diagnostic[] = [];
  return { warnings, context: { ...quietContext, warn: (one: Diagnostic) => void warnings.push(one) } };
}

async function refusal(work: Promise<unknown>): Promise<Diagnostic> {
  const thrown: unknown = await work.then(
    () => "nothing was thrown",
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof DiagnosticError)) throw new Error(String(thrown));
  for (const language of ["en", "zh"] as const) {
    const { what, hint } = wordDiagnostic(thrown.diagnostic, language);
    expect(`${what}${hint}`).not.toMatch(/\{\w+[,}]|(Perhaps|可能是) \(/);
    expect(hint).not.toBe("");
  }
  return thrown.diagnostic;
}

const two = tableFrom({
  columns: [numberColumn("x", [3, 1, 2]), categoryColumn("kind", ["b", "a", null])],
  source: "1".repeat(64),
});

describe("a query", () => {
  test("groups as pandas does", async () => {
    const table = await sql(
      "SELECT species, count(*) AS n, avg(body_mass) AS mass, max(bill_length) AS longest FROM a GROUP BY species ORDER BY species",
      penguins,
    );
    expect(cells(table, "species")).toEqual(wanted.grouped.species);
    expect(cells(table, "n")).toEqual(wanted.grouped.n);
    for (const [row, mean] of cells(table, "mass").entries())
      expect(mean).toBeCloseTo(Number(wanted.grouped.mass[row]), 9);
    expect(cells(table, "longest")).toEqual(wanted.grouped.longest);
    expect(table.columns.map(({ role }) => role)).toEqual(["target", "feature", "feature", "feature"]);
  });

  test("joins two tables as pandas does, missing cells and all", async () => {
    const islands = tableFrom({
      columns: [categoryColumn("island", ["Biscoe", "Dream"]), numberColumn("area", [10, 20.5])],
      source: "2".repeat(64),
    });
    const table = await sql(
      "SELECT a.*, b.area FROM (SELECT *, row_number() OVER () AS n FROM a) a LEFT JOIN b USING (island) ORDER BY n",
      penguins,
      islands,
    );
    expect(cells(table, "area")).toEqual(wanted.area);
    expect(cells(table, "sex")).toEqual(cells(penguins, "sex"));
    expect(columnNamed(table, "species").role).toBe("target");
  });

  test("gives back a table as it was, kinds and all", async () => {
    const every = tableFrom({
      columns: [
        numberColumn("number", [1.5, null, Number.POSITIVE_INFINITY]),
        numberColumn("moment", [0, 1577872800123.5, null], { kind: "datetime", role: "time" }),
        codeColumn("flag", [1, 0, -1], ["false", "true"], { kind: "boolean" }),
        categoryColumn('花 "x"', ["ü", null, "'"], {}),
        categoryColumn("free", ["one", "two", null], { kind: "text" }),
        codeColumn("none", [-1, -1, -1], []),
      ],
      source: "3".repeat(64),
    });
    const table = await sql("FROM a", every);
    for (const column of every.columns) {
      const back = columnNamed(table, column.name);
      expect([back.kind, back.role], column.name).toEqual([column.kind, column.role]);
      expect(cells(table, column.name), column.name).toEqual(cells(every, column.name));
    }
    const { columns } = await describeSql("FROM a", [{ name: "a", columns: every.columns }]);
    expect(columns.map(({ name, kind, role }) => [name, kind, role])).toEqual(
      table.columns.map(({ name, kind, role }) => [name, kind, role]),
    );
  });

  test("of many rows gives the same twice, in the same order", async () => {
    const points = moons({ rows: 30_000, seed: 2 });
    const query =
      "SELECT class, round(x, 1) AS place, sum(y) AS total, list(y)[1] AS first FROM a GROUP BY ALL";
    expect(await sql(query, points)).toEqual(await sql(query, points));
  });

  test("over no rows has no rows", async () => {
    expect((await sql("SELECT x + 1 AS y FROM a", takeRows(two, []))).rowCount).toBe(0);
  });

  test.each([
    ["SELECT x FRM a", "sql.syntax", { line: 1, column: 14 }],
    ["SELECT\n  x,\n  'é' || y\nFROM a", "sql.unknown-column", { line: 3, column: 10, name: "y" }],
    ["SELECT upper(x, 2) FROM a", "sql.not-understood", { line: 1, column: 8 }],
    ["SELECT lenght(kind) FROM a", "sql.unknown-function", { nearest: "length" }],
    ["SELECT getenv('HOME') FROM a", "sql.unknown-function", { found: false }],
    ["SELECT * FROM t", "sql.unknown-table", { line: 1, column: 15, name: "t" }],
    ["SELECT * FROM information_schema.tables", "sql.unknown-table", {}],
    ["SELECT * FROM duckdb_settings()", "sql.no-table-function", { name: "duckdb_settings" }],
    ["SELECT * FROM read_csv('/etc/passwd')", "sql.no-table-function", { name: "read_csv" }],
    ["SELECT * FROM '/etc/passwd'", "sql.unknown-table", {}],
    ["SELECT content FROM read_text('/etc/passwd')", "sql.no-table-function", {}],
    ["SELECT x, random() FROM a", "sql.changing-function", { line: 1, column: 11, name: "random" }],
    ["SELECT now()", "sql.changing-function", {}],
    ["SELECT current_date", "sql.changing-function", { name: "current_date" }],
    ["SELECT uuid() FROM a", "sql.changing-function", {}],
    ["SELECT current_setting('threads')", "sql.changing-function", {}],
    ["SELECT getvariable('x')", "sql.changing-function", {}],
    ["SELECT * FROM a USING SAMPLE 2", "sql.not-allowed", { what: "SAMPLE" }],
    ["SELECT * FROM a TABLESAMPLE 10%", "sql.not-allowed", {}],
    ["SHOW TABLES", "sql.not-allowed", {}],
    ["SELECT $1 FROM a", "sql.not-allowed", { what: "PARAMETER" }],
    ["SELECT 1; SELECT 2", "sql.one-select", {}],
    ["DROP TABLE a", "sql.one-select", {}],
    ["COPY a TO '/tmp/x.csv'", "sql.one-select", {}],
    ["SET threads = 8", "sql.one-select", {}],
    ["ATTACH 'x.db'", "sql.one-select", {}],
    ["INSTALL httpfs", "sql.one-select", {}],
    ["", "sql.empty", {}],
    ["SELECT x, x FROM a", "table.duplicate-column", { column: "x" }],
    ["SELECT 'a'::BLOB AS b FROM a", "sql.no-columns", {}],
    ["SELECT CAST(kind AS DOUBLE) AS y FROM a", "sql.failed", {}],
    ["SELECT error('x') FROM a", "sql.changing-function", {}],
  ])("%s is refused", async (query, code, values) => {
    const diagnostic = await refusal(sql(query, two));
    expect(diagnostic).toMatchObject({ code, values });
    if (!["sql.failed"].includes(code))
      expect(await refusal(describeSql(query, [{ name: "a", columns: two.columns }]))).toMatchObject({
        code,
        values,
      });
  });

  test("two names that SQL cannot tell apart", async () => {
    const both = tableFrom({
      columns: [numberColumn("a", [1]), numberColumn("A", [2])],
      source: "4".repeat(64),
    });
    expect((await refusal(sql("FROM a", both))).code).toBe("sql.same-name");
  });

  test("too much for memory ends in words", async () => {
    const points = moons({ rows: 40_000 });
    const query = "SELECT a.x AS x, b.y AS y, list(a.x || b.y) OVER () AS z FROM a, a AS b";
    const work = sql(query, points, undefined, undefined, undefined, stoppedAfter(80_000));
    expect((await refusal(work)).code).toBe("sql.too-large");
  }, 90_000);

  test("is stopped by a cancel", async () => {
    const points = moons({ rows: 20_000 });
    const started = performance.now();
    const work = sql(
      "SELECT sum(a.x * b.y) AS s FROM a, a AS b, a AS c",
      points,
      undefined,
      undefined,
      undefined,
      stoppedAfter(300),
    );
    await expect(work).rejects.toBeInstanceOf(Cancelled);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

function stoppedAfter(ms: number) {
  const end = performance.now() + ms;
  return {
    ...quietContext,
    progress: () => {
      if (performance.now() > end) throw new Cancelled();
    },
  };
}

describe("rows that a query made", () => {
  const points = moons({ rows: 100, seed: 1 });

  test("count as made of all rows of the tables, and of no others", async () => {
    const some = takeRows(points, [0, 1, 2, 3]);
    const others = takeRows(points, [50, 51]);
    const answer = await sql("SELECT x, class FROM a", some);
    expect(overlap(answer.origin, some.origin)).toBe(4);
    expect(overlap(answer.origin, takeRows(points, [3, 60]).origin)).toBe(4);
    expect(overlap(takeRows(points, [3, 60]).origin, answer.origin)).toBe(1);
    expect(overlap(answer.origin, others.origin)).toBe(0);
    expect(overlap(others.origin, union(answer.origin))).toBe(0);
  });

  test("can be split from each other, also by a query on a part", async () => {
    const answer = await sql("SELECT x, y, class FROM a", points);
    const { train, test: rest } = split(answer, { test: 0.3, seed: 1 });
    expect(overlap(rest.origin, union(train.origin))).toBe(0);
    expect(overlap(answer.origin, union(train.origin))).toBe(train.rowCount);
    const again = await sql("SELECT x * 2 AS x, class FROM a", train);
    expect(overlap(rest.origin, union(again.origin))).toBe(0);
    expect(overlap(train.origin, union(again.origin))).toBe(train.rowCount);
    expect(overlap(again.origin, union(train.origin))).toBe(again.rowCount);
    expect(overlap(again.origin, rest.origin)).toBe(0);
    // Another question to the same table is made of the same rows.
    const other = await sql("SELECT y, class FROM a", points);
    expect(overlap(other.origin, union(answer.origin))).toBe(other.rowCount);
  });
});

describe("a filter", () => {
  test("keeps what pandas keeps, and says what it cannot tell", async () => {
    const { warnings, context } = warned();
    const table = await filter(penguins, { where: "body_mass > 4000 AND sex = 'female'" }, context);
    expect([...table.origin[0].ids]).toEqual(wanted.kept);
    expect(warnings).toMatchObject([
      { code: "filter.unknown-rows", values: { count: wanted.unknown, rows: 344 } },
    ]);
    expect(table.columns.map(({ role, kind }) => [role, kind])).toEqual(
      penguins.columns.map(({ role, kind }) => [role, kind]),
    );
  });

  test("may ask for no column, keep nothing, or get nothing", async () => {
    expect((await filter(two, { where: "true" })).rowCount).toBe(3);
    await checkCondition("true", two.columns);
    const { warnings, context } = warned();
    expect((await filter(two, { where: "x > 10" }, context)).rowCount).toBe(0);
    expect(warnings.map(({ code }) => code)).toEqual(["filter.no-rows"]);
    expect((await filter(takeRows(two, []), { where: "x > 1" })).rowCount).toBe(0);
  });

  test.each([
    ["", "sql.empty", {}],
    ["x >", "sql.syntax", { line: 1, column: 4 }],
    ["x > 1\n  AND (kind = 'a'", "sql.syntax", { line: 2 }],
    ["x", "sql.not-a-condition", { type: "DOUBLE", line: 1, column: 1 }],
    ["x > 1, x < 3", "sql.one-condition", {}],
    ["knd = 'a'", "sql.unknown-column", { name: "knd", candidates: ["kind"], column: 1 }],
    ["x > avg(x)", "sql.no-aggregates", { name: "avg", column: 5 }],
    ["x > (SELECT 1)", "sql.not-one-row", {}],
    ["row_number() OVER () > 1", "sql.not-one-row", {}],
    ["*", "sql.not-one-row", {}],
    ["x > random()", "sql.changing-function", {}],
    ["current_date > '2020-01-01'", "sql.changing-function", {}],
    ["x > 1 FROM range(3)", "sql.not-an-expression", {}],
    ["x > 1 ORDER BY x", "sql.not-an-expression", {}],
    ["true; DROP TABLE t", "sql.one-select", {}],
    ["read_text('/etc/passwd') = ''", "sql.unknown-function", {}],
    ["kind > 1::DATE", "sql.not-understood", {}],
  ])("of %s is refused", async (where, code, values) => {
    expect(await refusal(filter(two, { where }))).toMatchObject({ code, values });
    expect(await refusal(checkCondition(where, two.columns))).toMatchObject({ code, values });
  });
});

describe("derived columns", () => {
  test("are what pandas computes", async () => {
    const columns =
      "bill_length / bill_depth AS ratio, ln(body_mass) AS logMass, body_mass > 4000 AS big, left(island, 1) || '-' || sex AS code";
    const table = await derive(penguins, { columns });
    for (const name of ["ratio", "logMass"] as const)
      for (const [row, cell] of cells(table, name).entries()) {
        const other = wanted[name][row];
        if (other === null) expect(cell).toBeNull();
        else expect(Number(cell) / Number(other)).toBeCloseTo(1, 14);
      }
    expect(cells(table, "big")).toEqual(wanted.big);
    expect(cells(table, "code")).toEqual(wanted.code);
    expect(table.origin).toEqual(penguins.origin);
    const facts = await derivedColumns(columns, penguins.columns);
    expect(facts.map(({ name, kind, role }) => [name, kind, role])).toEqual(
      table.columns.map(({ name, kind, role }) => [name, kind, role]),
    );
  });

  test("replace one of their name in its place and role, and all see the table as it was", async () => {
    const table = await derive(penguins, {
      columns: "upper(species) AS species, length(species) AS letters",
    });
    expect(table.columns.map(({ name }) => name)).toEqual([
      ...penguins.columns.map(({ name }) => name),
      "letters",
    ]);
    expect(columnNamed(table, "species").role).toBe("target");
    expect(cells(table, "species")[0]).toBe("ADELIE");
    expect(cells(table, "letters")[0]).toBe(6);
  });

  test("need names, one each, and something that a column can hold", async () => {
    expect(await refusal(derive(two, { columns: "x + 1" }))).toMatchObject({ code: "sql.needs-name" });
    expect(await refusal(derive(two, { columns: "x AS y,\n x AS y" }))).toMatchObject({
      code: "table.duplicate-column",
    });
    expect(await refusal(derive(two, { columns: "encode(kind) AS y" }))).toMatchObject({
      code: "sql.no-kind",
    });
    expect(await refusal(derive(two, { columns: "x AS y, sqrt(-x) AS z" }))).toMatchObject({
      code: "sql.failed",
    });
    expect((await derive(two, { columns: "  " })).columns).toEqual(two.columns);
    expect(cells(await derive(two, { columns: "1 AS one, NULL AS none -- why not" }), "one")).toEqual([
      1, 1, 1,
    ]);
  });
});

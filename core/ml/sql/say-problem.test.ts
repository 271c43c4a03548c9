/** What DuckDB complains of, said in our words: the sentence names the thing, and DuckDB's own stays as a detail. */
import { expect, test } from "vitest";
import { DiagnosticError } from "../../base/diagnostic.ts";
import { wordDiagnostic } from "../../words/word.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import { sql } from "./sql.ts";

const table = tableFrom({
  columns: [numberColumn("x", [-1, 2]), categoryColumn("kind", ["cat", "dog"])],
  source: "5".repeat(64),
});

test.each([
  ["SELECT x FRM a", "“a” cannot stand here", "不能是“a”"],
  ["SELECT x FROM a WHERE (x > 1", "ends too early", "不完整"],
  ["SELECT x FROM a WHERE kind = 'cat", "not closed", "没有闭合"],
  [
    "SELECT upper(x, 2) AS y FROM a",
    "upper() takes no values of these types: DOUBLE, INTEGER",
    "upper() 不接受",
  ],
  ["SELECT x FROM a WHERE kind > DATE '2020-01-01'", "cannot be compared", "不能比较"],
  ["SELECT kind, sum(x) AS s FROM a", "outside GROUP BY", "GROUP BY"],
  ["SELECT x FROM a JOIN a AS b ON true", "column of several tables", "多个表"],
  ["SELECT CAST(kind AS DOUBLE) AS y FROM a", "“cat” is no DOUBLE", "“cat”不是 DOUBLE"],
  ["SELECT CAST(kind AS DATE) AS y FROM a", "“cat” is no date", "“cat”不是日期"],
  ["SELECT sqrt(x) AS y FROM a", "outside of what the function takes", "超出"],
  ["SELECT (SELECT b.x FROM a AS b) AS y FROM a", "several rows", "多行"],
])("%s", async (query, english, chinese) => {
  const thrown: unknown = await sql(query, table).catch((reason: unknown) => reason);
  if (!(thrown instanceof DiagnosticError)) throw new Error(String(thrown));
  const [en, zh] = [wordDiagnostic(thrown.diagnostic, "en"), wordDiagnostic(thrown.diagnostic, "zh")];
  expect(en.what).toContain(english);
  expect(zh.what).toContain(chinese);
  const raw = String(thrown.diagnostic.values.message);
  expect(raw).not.toBe("");
  expect(en.what).not.toContain(raw);
  for (const { hint } of [en, zh]) expect(hint).toContain(raw);
});

/**
 * Whether the rows of an answer can be told apart: each made of rows of its own. Where a row of a table has a part in several
 * rows of the answer (a mean over all rows beside each, a window, a table joined with itself, a union of a table with
 * itself), a split of the answer parts nothing: what is learned on one part knows the other. Judged on DuckDB's own parse.
 *
 * Aggregating by groups is fine, and so is looking something up in another table. A table that is only summed up beside
 * other rows (a mean from the training part, joined to the test part) informs them without standing among them. What only decides which rows stay
 * (`WHERE`, `HAVING`, `QUALIFY`, `EXISTS`) brings no value across. The rule looks at the text alone: whether a join finds one
 * partner for a row or many, only the rows could tell.
 */
import { type SqlNode, walk } from "./check-query.ts";

/** Names of tables by the part that their rows have in the answer. */
export type Standing = {
  /** A row of some table has a part in several rows of the answer. */
  readonly mixed: boolean;
  /** Tables whose rows, or groups of them, are the rows of the answer. */
  readonly rows: ReadonlySet<string>;
  /** Tables that are only summed up beside them: they have a say in the cells, and none of their rows stands there. */
  readonly informed: ReadonlySet<string>;
};

type Made = Standing & { readonly summed: boolean };
type Named = ReadonlyMap<string, Made>;

const none: ReadonlySet<string> = new Set();
const nothing: Made = { mixed: false, rows: none, informed: none, summed: true };
const manyRows = new Set(["unnest", "generate_series", "range"]);

export type StandingOptions = {
  /** Names of the functions that sum up. */
  aggregates: ReadonlySet<string>;
  /** Gives tables whose rows may be the same rows the same name. */
  sameAs?: (table: string) => string;
};

/** What the rows of an answer are made of. */
export function standingOf(
  tree: SqlNode,
  { aggregates, sameAs = (table) => table }: StandingOptions,
): Standing {
  return ofQuery(tree, new Map());

  function ofQuery(node: SqlNode, around: Named): Made {
    const named = withCommonTables(node, around);
    if (node.type === "SET_OPERATION_NODE") {
      const [left, right] = [node.left, node.right].map((side) => ofQuery(side as SqlNode, named));
      return node.setop_type === "UNION" ? beneath(left, right) : left;
    }
    if (node.type !== "SELECT_NODE") return allOf(node, named);
    const from = ofTable(node.from_table, named);
    const groups = Array.isArray(node.group_sets) ? node.group_sets.length : 0;
    const values = valuesOf([node.select_list, node.group_expressions], named);
    const made = beside(from, ...values.subqueries);
    const summed = from.summed || groups > 0 || values.sums;
    // A row counts in every grouping of a cube.
    return { ...made, mixed: made.mixed || values.mixed || groups > 1, summed };
  }

  function withCommonTables(node: SqlNode, around: Named): Named {
    const { map } = (node.cte_map ?? {}) as { map?: readonly { key: string; value: SqlNode }[] };
    const named = new Map(around);
    for (const { key, value } of map ?? []) {
      const query = (value.query as SqlNode | undefined)?.node as SqlNode | undefined;
      if (query) named.set(key.toLowerCase(), ofQuery(query, named));
    }
    return named;
  }

  function ofTable(raw: unknown, named: Named): Made {
    const node = raw as SqlNode | null | undefined;
    if (!node) return nothing;
    switch (node.type) {
      case "BASE_TABLE": {
        const name = String(node.table_name).toLowerCase();
        return (
          named.get(name) ?? { mixed: false, rows: new Set([sameAs(name)]), informed: none, summed: false }
        );
      }
      case "SUBQUERY":
        return ofQuery((node.subquery as SqlNode).node as SqlNode, named);
      case "JOIN": {
        const left = ofTable(node.left, named);
        const right = ofTable(node.right, named);
        // A semi-join only decides which rows stay.
        return ["SEMI", "ANTI"].includes(String(node.join_type)) ? left : beside(left, right);
      }
      case "EMPTY":
        return nothing;
      default:
        return allOf(node, named);
    }
  }

  /** Values: a window looks at other rows, an unnesting repeats its own, a subquery brings what it is made of. */
  function valuesOf(expressions: unknown, named: Named) {
    const found = { subqueries: [] as Made[], mixed: false, sums: false };
    look(expressions);
    return found;

    function look(node: unknown): void {
      if (Array.isArray(node)) {
        for (const item of node) look(item);
        return;
      }
      if (node === null || typeof node !== "object") return;
      const one = node as SqlNode;
      const name = String(one.function_name).toLowerCase();
      if (one.class === "WINDOW") found.mixed = true;
      if (one.class === "FUNCTION" && manyRows.has(name)) found.mixed = true;
      if (one.class === "FUNCTION" && aggregates.has(name)) found.sums = true;
      if (one.class === "SUBQUERY") {
        // One value of many rows, whatever it is: none of them stands in the answer.
        if (one.subquery_type === "SCALAR" || one.subquery_type === "ARRAY")
          found.subqueries.push({
            ...ofQuery((one.subquery as SqlNode).node as SqlNode, named),
            summed: true,
          });
        return;
      }
      for (const part of Object.values(one)) look(part);
    }
  }

  /** What this file does not know counts as mixing all that it mentions. */
  function allOf(node: SqlNode, named: Named): Made {
    const rows = new Set<string>();
    walk(node, (part) => {
      if (part.type !== "BASE_TABLE") return;
      const name = String(part.table_name).toLowerCase();
      const made = named.get(name);
      for (const table of made ? [...made.rows, ...made.informed] : [sameAs(name)]) rows.add(table);
    });
    return { mixed: rows.size > 0, rows, informed: none, summed: false };
  }
}

/** Rows of one part after rows of another. */
function beneath(left: Made, right: Made): Made {
  return {
    mixed: left.mixed || right.mixed || share(left, right),
    rows: new Set([...left.rows, ...right.rows]),
    informed: new Set([...left.informed, ...right.informed]),
    summed: left.summed && right.summed,
  };
}

/** Parts side by side in one row: what is summed up only informs the rows that it stands beside. */
function beside(...parts: readonly Made[]): Made {
  const standing = parts.some(({ summed, rows }) => !summed && rows.size > 0);
  const rows = new Set<string>();
  const informed = new Set<string>();
  let mixed = false;
  for (const [at, part] of parts.entries()) {
    mixed ||= part.mixed || parts.slice(0, at).some((other) => share(other, part));
    for (const table of part.rows) (standing && part.summed ? informed : rows).add(table);
    for (const table of part.informed) informed.add(table);
  }
  return { mixed, rows, informed, summed: parts.every(({ summed }) => summed) };
}

function share(a: Standing, b: Standing): boolean {
  const tables = new Set([...a.rows, ...a.informed]);
  return [...b.rows, ...b.informed].some((table) => tables.has(table));
}

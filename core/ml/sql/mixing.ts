/**
 * Whether the rows of an answer can be told apart: each made of rows of its own. Where a row of a table has a part in several
 * rows of the answer (a mean over all rows beside each, a window, a table joined with itself, a union of a table with
 * itself), a split of the answer parts nothing: what is learned on one part knows the other. Judged on DuckDB's own parse.
 *
 * Aggregating by groups is fine, and so is looking something up in another table. What only decides which rows stay
 * (`WHERE`, `HAVING`, `QUALIFY`, `EXISTS`) brings no value across. The rule looks at the text alone: whether a join finds one
 * partner for a row or many, only the rows could tell.
 */
import { type SqlNode, walk } from "./check-query.ts";

/** Which tables' rows stand in the rows of a part of the query, and whether they are mixed. */
type Made = { readonly mixed: boolean; readonly tables: ReadonlySet<string> };

type Named = ReadonlyMap<string, Made>;

const nothing: Made = { mixed: false, tables: new Set() };
const manyRows = new Set(["unnest", "generate_series", "range"]);

/** `originOf` gives tables whose rows may be the same rows the same name. */
export function mixesRows(tree: SqlNode, originOf: (table: string) => string = (table) => table): boolean {
  return queried(tree, new Map());

  function queried(node: SqlNode, around: Named): boolean {
    return ofQuery(node, around).mixed;
  }

  function ofQuery(node: SqlNode, around: Named): Made {
    const named = withCommonTables(node, around);
    if (node.type === "SET_OPERATION_NODE") {
      const sides = [node.left, node.right].map((side) => ofQuery(side as SqlNode, named));
      return node.setop_type === "UNION" ? together(...sides) : { ...sides[0], mixed: sides[0].mixed };
    }
    if (node.type !== "SELECT_NODE") return allOf(node, named);
    const from = ofTable(node.from_table, named);
    const values = [node.select_list, node.group_expressions];
    // A row counts in every grouping of a cube.
    const cubed = Array.isArray(node.group_sets) && node.group_sets.length > 1;
    return together(from, ofExpressions(values, named), { mixed: cubed, tables: new Set() });
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
        return named.get(name) ?? { mixed: false, tables: new Set([originOf(name)]) };
      }
      case "SUBQUERY":
        return ofQuery((node.subquery as SqlNode).node as SqlNode, named);
      case "JOIN": {
        const left = ofTable(node.left, named);
        const right = ofTable(node.right, named);
        // A semi-join only decides which rows stay.
        return ["SEMI", "ANTI"].includes(String(node.join_type)) ? left : together(left, right);
      }
      case "EMPTY":
        return nothing;
      case "TABLE_FUNCTION":
      case "EXPRESSION_LIST":
        return { mixed: mentionsTable(node, named), tables: new Set() };
      default:
        return allOf(node, named);
    }
  }

  /** Values: a window looks at other rows, an unnesting repeats its own, a subquery brings what it is made of. */
  function ofExpressions(expressions: unknown, named: Named): Made {
    const made: Made[] = [];
    let mixed = false;
    look(expressions);
    return { ...together(...made), mixed: mixed || together(...made).mixed };

    function look(node: unknown): void {
      if (Array.isArray(node)) {
        for (const item of node) look(item);
        return;
      }
      if (node === null || typeof node !== "object") return;
      const one = node as SqlNode;
      if (one.class === "WINDOW") mixed = true;
      if (one.class === "FUNCTION" && manyRows.has(String(one.function_name).toLowerCase())) mixed = true;
      if (one.class === "SUBQUERY") {
        if (one.subquery_type === "SCALAR" || one.subquery_type === "ARRAY")
          made.push(ofQuery((one.subquery as SqlNode).node as SqlNode, named));
        return;
      }
      for (const part of Object.values(one)) look(part);
    }
  }

  /** What this file does not know counts as mixing all that it mentions. */
  function allOf(node: SqlNode, named: Named): Made {
    return { mixed: mentionsTable(node, named), tables: new Set() };
  }

  function mentionsTable(node: SqlNode, named: Named): boolean {
    let mentions = false;
    walk(node, (part) => {
      if (part.type !== "BASE_TABLE") return;
      const name = String(part.table_name).toLowerCase();
      mentions ||= !named.has(name) || (named.get(name)?.tables.size ?? 0) > 0;
    });
    return mentions;
  }
}

/** Parts side by side: mixed if one is, or if rows of one table stand in two of them. */
function together(...parts: readonly Made[]): Made {
  const tables = new Set<string>();
  let mixed = false;
  for (const part of parts) {
    mixed ||= part.mixed || [...part.tables].some((table) => tables.has(table));
    for (const table of part.tables) tables.add(table);
  }
  return { mixed, tables };
}

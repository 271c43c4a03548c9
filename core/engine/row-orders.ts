/** Orders of the rows of tables, made once: pages, selections and marks of one view all ask for the same. */
import { canonicalJson } from "../base/json.ts";
import { type OrderedRows, orderedRows, type RowOrder } from "../ml/inspect/row-order.ts";
import type { Table } from "../ml/values.ts";

/** Of one table; each holds four bytes a row. */
const most = 6;

const known = new WeakMap<Table, Map<string, Promise<OrderedRows>>>();

/** The rows of `table` in that order. What fails is asked anew. Throws `table.unknown-column` and `sql.*`. */
export function orderOf(table: Table, { sort, where }: RowOrder): Promise<OrderedRows> {
  const orders = known.get(table) ?? new Map<string, Promise<OrderedRows>>();
  known.set(table, orders);
  const key = canonicalJson([sort?.column ?? null, sort?.down ?? false, where?.trim() ?? ""]);
  const before = orders.get(key);
  const order =
    before ?? orderedRows(table, { ...(sort && { sort }), ...(where !== undefined && { where }) });
  // The newest stands last: the first to go is the one that nobody has asked for longest.
  orders.delete(key);
  orders.set(key, order);
  if (!before) order.catch(() => orders.delete(key));
  for (const oldest of orders.keys()) {
    if (orders.size <= most) break;
    orders.delete(oldest);
  }
  return order;
}

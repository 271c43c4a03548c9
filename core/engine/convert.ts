/** Lossless conversions that a wire may apply, by the names that `core/types/accepts.ts` gives them. */
import { fail } from "../base/diagnostic.ts";
import type { Column, Table, Trace } from "../ml/values.ts";

/** Applies a named conversion to a value. */
export function convertValue(via: string, value: unknown): unknown {
  if (via === "trace-to-table") return traceToTable(value as Trace);
  return fail("internal.unexpected", { message: `no conversion ${via}` });
}

/** One row an index value, one numeric column a series; the index itself is the first column. */
export function traceToTable(trace: Trace): Table {
  const counts = Float64Array.from({ length: trace.length }, (_, i) => i + 1);
  const series: [string, Float64Array][] = [[trace.index, counts], ...Object.entries(trace.series)];
  const columns = series.map(
    ([name, values]): Column => ({ name, role: "feature", kind: "numeric", values, ...validity(values) }),
  );
  return { kind: "table", rowCount: trace.length, columns, origin: [] };
}

function validity(values: Float64Array): { valid?: Uint8Array } {
  if (!values.some(Number.isNaN)) return {};
  const valid = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, i) => {
    if (!Number.isNaN(value)) valid[i >> 3] |= 1 << (i & 7);
  });
  return { valid };
}

/** Tables ↔ Arrow IPC files. Roles, kinds and the row count stand in metadata, since Arrow has no place for them. */
import {
  Table as ArrowTable,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import type { ColumnKind, ColumnRole } from "../base/table-facts.ts";
import type { CodeColumn, Column, NumberColumn, Table } from "../ml/values.ts";

/** One record batch: numbers as float64, codes as int32 dictionaries of their levels. */
export function tableToArrow(table: Table): Uint8Array {
  const children = table.columns.map((column, i) => columnData(column, table.rowCount, i));
  const fields = table.columns.map((column, i) => {
    const facts: [string, string][] = [
      ["espalier:kind", column.kind],
      ["espalier:role", column.role],
      ["espalier:levels", "levels" in column ? String(column.levels.length) : ""],
    ];
    return new Field(column.name, children[i].type, true, new Map(facts));
  });
  const schema = new Schema(fields, new Map([["espalier:rows", String(table.rowCount)]]));
  const type = new Struct(fields);
  const struct = makeData({ type, length: table.rowCount, nullCount: 0, children });
  return tableToIPC(new ArrowTable(schema, new RecordBatch(schema, struct)), "file");
}

/** The table again, without its origin; numbers and codes in shared memory. Throws when the bytes are no such file. */
export function tableFromArrow(bytes: Uint8Array): Omit<Table, "origin"> {
  const arrow = tableFromIPC(bytes);
  const rowCount = Number(arrow.schema.metadata.get("espalier:rows"));
  const columns = arrow.schema.fields.map((field, i): Column => {
    const data = arrow.batches[0]?.data.children[i];
    if (!data) throw new RangeError(`the file has no column ${field.name}`);
    const kind = field.metadata.get("espalier:kind") as ColumnKind;
    const valid = data.nullBitmap?.length ? data.nullBitmap.slice(0, Math.ceil(rowCount / 8)) : undefined;
    const common = {
      name: field.name,
      role: field.metadata.get("espalier:role") as ColumnRole,
      ...(valid && data.nullCount > 0 ? { valid } : {}),
    };
    if (kind === "numeric" || kind === "datetime") {
      const values = new Float64Array(new SharedArrayBuffer(rowCount * 8));
      values.set((data.values as Float64Array).subarray(0, rowCount));
      return { ...common, kind, values } satisfies NumberColumn;
    }
    const codes = new Int32Array(new SharedArrayBuffer(rowCount * 4));
    codes.set((data.values as Int32Array).subarray(0, rowCount));
    const count = Number(field.metadata.get("espalier:levels"));
    const levels = Array.from({ length: count }, (_, code) => String(data.dictionary?.get(code)));
    return { ...common, kind, codes, levels } satisfies CodeColumn;
  });
  return { kind: "table", rowCount, columns };
}

function columnData(column: Column, length: number, id: number) {
  const nulls = column.valid ? { nullBitmap: column.valid } : {};
  if ("values" in column) return makeData({ type: new Float64(), length, data: column.values, ...nulls });
  // Readers want a dictionary that is not empty; a column without levels refers to none of it.
  const dictionary = vectorFromArray(column.levels.length > 0 ? [...column.levels] : [""], new Utf8());
  const type = new Dictionary(new Utf8(), new Int32(), id, false);
  return makeData({ type, length, data: column.codes, dictionary, ...nulls });
}

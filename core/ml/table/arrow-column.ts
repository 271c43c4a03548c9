/** A column that grows by blocks of Arrow cells, of the kind that the caller wants or that the cells have. */
import type { Data } from "apache-arrow";
import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { Column } from "../values.ts";
import { type ArrowCells, areNumbers, type Lost, type NumberCells, type TextCells } from "./arrow-cells.ts";
import { sharedFloat64, sharedInt32 } from "./columns.ts";
import { mostLevels } from "./csv-kinds.ts";
import { sortedLevels } from "./sorted-levels.ts";
import { validityOf } from "./validity.ts";

export type ArrowColumn = {
  /** Adds a block; `take` are the rows of it that are kept, all when left out. */
  add(data: Data, take?: readonly number[]): void;
  finish(rows: number): { column: Column; findings: Diagnostic[] };
};

/** Nothing for a column that cannot be read. */
export function arrowColumn(name: string, cells: ArrowCells, wanted?: ColumnKind): ArrowColumn | undefined {
  if (cells.kind === "none") return undefined;
  if (areNumbers(cells)) {
    if (wanted === "categorical" || wanted === "text" || wanted === "boolean")
      return codes(name, (data) => numberTexts(cells, data), wanted);
    return numbers(name, wanted ?? cells.kind, cells.read);
  }
  if (wanted === "numeric" || wanted === "datetime") return parsed(name, cells, wanted);
  return codes(name, cells.read, wanted ?? (cells.kind === "flags" ? "boolean" : undefined));
}

function numberTexts(cells: NumberCells, data: Data): (i: number) => string | null {
  const values = new Float64Array(data.length);
  cells.read(data, values, { count: 0, example: "" });
  return (i) => (Number.isNaN(values[i]) ? null : String(values[i]));
}

function numbers(name: string, kind: "numeric" | "datetime", read: NumberCells["read"]): ArrowColumn {
  const blocks: Float64Array[] = [];
  const lost: Lost = { count: 0, example: "" };
  return {
    add(data, take) {
      const block = new Float64Array(data.length);
      read(data, block, lost);
      blocks.push(take ? Float64Array.from(take, (i) => block[i]) : block);
    },
    finish(rows) {
      const values = sharedFloat64(rows);
      let at = 0;
      for (const block of blocks.splice(0)) {
        values.set(block, at);
        at += block.length;
      }
      const valid = validityOf(rows, (row) => Number.isNaN(values[row]));
      const column: Column = { name, role: "feature", kind, values, ...(valid && { valid }) };
      const findings = lost.count === 0 ? [] : [warning("table.rounded-numbers", { column: name, ...lost })];
      return { column, findings };
    },
  };
}

/** Texts that the caller wants as numbers or moments; what is none is missing, and said. */
function parsed(name: string, cells: TextCells, kind: "numeric" | "datetime"): ArrowColumn {
  const failed: Lost = { count: 0, example: "" };
  const number = (text: string) =>
    kind === "numeric" ? Number(text.trim() || Number.NaN) : Date.parse(text);
  const column = numbers(name, kind, (data, into) => {
    const read = cells.read(data);
    for (let i = 0; i < data.length; i++) {
      const text = read(i);
      into[i] = text === null ? Number.NaN : number(text);
      if (text !== null && Number.isNaN(into[i]) && failed.count++ === 0) failed.example = text.slice(0, 60);
    }
  });
  return {
    add: column.add,
    finish(rows) {
      const made = column.finish(rows);
      const finding = warning("table.cells-not-of-kind", { column: name, ...failed });
      return failed.count === 0 ? made : { ...made, findings: [...made.findings, finding] };
    },
  };
}

function codes(
  name: string,
  read: TextCells["read"],
  wanted: "categorical" | "text" | "boolean" | undefined,
): ArrowColumn {
  const blocks: Int32Array[] = [];
  const codeOf = new Map<string, number>();
  return {
    add(data, take) {
      const text = read(data);
      const count = take ? take.length : data.length;
      const block = new Int32Array(count);
      for (let i = 0; i < count; i++) {
        const cell = text(take ? take[i] : i);
        if (cell === null) {
          block[i] = -1;
          continue;
        }
        const known = codeOf.get(cell);
        block[i] = known ?? codeOf.size;
        if (known === undefined) codeOf.set(cell, codeOf.size);
      }
      blocks.push(block);
    },
    finish(rows) {
      const all = sharedInt32(rows);
      let at = 0;
      for (const block of blocks.splice(0)) {
        all.set(block, at);
        at += block.length;
      }
      return { column: codedColumn(name, all, [...codeOf.keys()], wanted), findings: [] };
    },
  };
}

function codedColumn(
  name: string,
  all: Int32Array,
  found: readonly string[],
  wanted: "categorical" | "text" | "boolean" | undefined,
): Column {
  const role = "feature" as const;
  if (wanted === "boolean") {
    const truth = new Map([
      ["true", 1],
      ["1", 1],
      ["false", 0],
      ["0", 0],
    ]);
    const meaning = found.map((text) => truth.get(text.toLowerCase()) ?? -1);
    for (let row = 0; row < all.length; row++) if (all[row] >= 0) all[row] = meaning[all[row]];
    return { name, role, kind: "boolean", codes: all, levels: ["false", "true"], ...validOf(all) };
  }
  const levels = sortedLevels(all, found);
  const kind = wanted ?? (found.length <= mostLevels(all.length) ? "categorical" : "text");
  return { name, role, kind, codes: all, levels, ...validOf(all) };
}

function validOf(all: Int32Array): { valid?: Uint8Array } {
  const valid = validityOf(all.length, (row) => all[row] < 0);
  return valid ? { valid } : {};
}

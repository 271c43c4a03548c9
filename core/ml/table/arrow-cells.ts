/** Cells of one Arrow type as cells of ours: which kind, how a block of them is read, and what gets lost on the way. */
import {
  type Data,
  type DataType,
  type Decimal,
  type Dictionary,
  makeVector,
  TimeUnit,
  Type,
  type Vector,
} from "apache-arrow";
import type { ColumnKind } from "../../base/table-facts.ts";

/** Takes the cells of one block. Missing ones are `NaN` or `null`. `lost` counts what float64 cannot hold. */
export type ArrowCells = NumberCells | TextCells | { kind: "none"; note: string };

export type NumberCells = {
  kind: "numeric" | "datetime";
  note?: string;
  read(data: Data, into: Float64Array, lost: Lost): void;
};

export type TextCells = {
  kind: "flags" | "texts";
  note?: string;
  read(data: Data): (i: number) => string | null;
};

/** Whether the cells are numbers or moments. */
export function areNumbers(cells: ArrowCells): cells is NumberCells {
  return cells.kind === "numeric" || cells.kind === "datetime";
}

export type Lost = { count: number; example: string };

const exactTypes = new Set([
  Type.Float64,
  Type.Float32,
  Type.Int32,
  Type.Int16,
  Type.Int8,
  Type.Uint32,
  Type.Uint16,
  Type.Uint8,
]);

/** How the cells of an Arrow type are read. */
export function arrowCells(type: DataType): ArrowCells {
  const id = type.typeId;
  const fine = fineType(type);
  if (exactTypes.has(fine)) return { kind: "numeric", read: copyNumbers };
  if (id === Type.Float) return { kind: "numeric", read: eachNumber((cell) => Number(cell)) };
  if (id === Type.Int) return { kind: "numeric", read: eachNumber(wholeNumber) };
  if (id === Type.Decimal) {
    const { scale } = type as Decimal;
    return {
      kind: "numeric",
      read: eachNumber((cell, lost) => decimalNumber(cell as Uint32Array, scale, lost)),
    };
  }
  if (id === Type.Timestamp)
    return { kind: "datetime", read: timestamps((type as unknown as { unit: TimeUnit }).unit) };
  if (id === Type.Date) return { kind: "datetime", read: eachNumber((cell) => Number(cell)) };
  if (id === Type.Duration)
    return {
      kind: "numeric",
      note: "table.duration-column",
      read: timestamps((type as unknown as { unit: TimeUnit }).unit),
    };
  if (id === Type.Null) return { kind: "numeric", read: (_, into) => void into.fill(Number.NaN) };
  if (id === Type.Bool) return { kind: "flags", read: texts((cell) => (cell ? "true" : "false")) };
  if (id === Type.Utf8 || id === Type.LargeUtf8 || id === Type.Utf8View)
    return { kind: "texts", read: texts(String) };
  if (id === Type.Dictionary) return dictionaryCells((type as Dictionary).dictionary);
  if (id === Type.Time) {
    const { unit } = type as unknown as { unit: TimeUnit };
    return { kind: "texts", read: texts((cell) => clock(cell as number | bigint, unit)) };
  }
  const nested: readonly Type[] = [
    Type.List,
    Type.LargeList,
    Type.FixedSizeList,
    Type.Struct,
    Type.Map,
    Type.Union,
  ];
  if (nested.includes(id))
    return { kind: "texts", note: "table.nested-column", read: texts((cell) => JSON.stringify(cell, plain)) };
  return { kind: "none", note: "table.binary-column" };
}

/** What a column of this kind is called before its cells are known. */
export function kindOf(cells: ArrowCells): ColumnKind | undefined {
  if (cells.kind === "none") return undefined;
  if (cells.kind === "flags") return "boolean";
  return areNumbers(cells) ? cells.kind : "categorical";
}

function fineType(type: DataType): Type {
  if (type.typeId === Type.Int) {
    const { bitWidth, isSigned } = type as unknown as { bitWidth: number; isSigned: boolean };
    const signed = { 8: Type.Int8, 16: Type.Int16, 32: Type.Int32, 64: Type.Int64 };
    const unsigned = { 8: Type.Uint8, 16: Type.Uint16, 32: Type.Uint32, 64: Type.Uint64 };
    return (isSigned ? signed : unsigned)[bitWidth as 8];
  }
  if (type.typeId === Type.Float) {
    const { precision } = type as unknown as { precision: number };
    return [Type.Float16, Type.Float32, Type.Float64][precision];
  }
  return type.typeId;
}

function copyNumbers(data: Data, into: Float64Array): void {
  const values = data.values as Float64Array;
  for (let i = 0; i < data.length; i++) into[i] = values[i];
  blank(data, into);
}

function blank(data: Data, into: Float64Array): void {
  if (data.nullCount === 0) return;
  for (let i = 0; i < data.length; i++) if (!data.getValid(i)) into[i] = Number.NaN;
}

function eachNumber(number: (cell: unknown, lost: Lost) => number) {
  return (data: Data, into: Float64Array, lost: Lost) => {
    const vector = makeVector(data) as Vector;
    for (let i = 0; i < data.length; i++) {
      const cell: unknown = vector.get(i);
      into[i] = cell === null ? Number.NaN : number(cell, lost);
    }
  };
}

function wholeNumber(cell: unknown, lost: Lost): number {
  const number = Number(cell);
  if (typeof cell === "bigint" && BigInt(number) !== cell) note(lost, String(cell));
  return number;
}

/** Little-endian two's complement in words of 32 bits, with the point `scale` digits from the right. */
function decimalNumber(words: Uint32Array, scale: number, lost: Lost): number {
  let whole = 0n;
  for (let i = words.length - 1; i >= 0; i--) whole = (whole << 32n) | BigInt(words[i]);
  whole = BigInt.asIntN(32 * words.length, whole);
  const number = Number(`${whole}e${-scale}`);
  const digits = String(whole < 0n ? -whole : whole).replace(/0+$/, "");
  // Fifteen digits always come back from a float64, more perhaps not.
  if (digits.length > 15 && !sameDecimal(number, whole, scale)) note(lost, `${whole}e${-scale}`);
  return number;
}

function sameDecimal(number: number, whole: bigint, scale: number): boolean {
  if (scale < 0) return BigInt(number) === whole * 10n ** BigInt(-scale);
  if (scale > 100) return false;
  return (
    number
      .toFixed(scale)
      .replace(".", "")
      .replace(/^(-?)0+(?=\d)/, "$1") === String(whole)
  );
}

/** Counts since 1970 as milliseconds with their fraction. */
function timestamps(unit: TimeUnit) {
  return (data: Data, into: Float64Array): void => {
    const values = data.values as BigInt64Array;
    for (let i = 0; i < data.length; i++) {
      const count = values[i];
      if (unit === TimeUnit.SECOND) into[i] = Number(count) * 1000;
      else if (unit === TimeUnit.MILLISECOND) into[i] = Number(count);
      else if (unit === TimeUnit.MICROSECOND) into[i] = Number(count) / 1000;
      else into[i] = Number(count / 1_000_000n) + Number(count % 1_000_000n) / 1e6;
    }
    blank(data, into);
  };
}

function texts(text: (cell: unknown) => string) {
  return (data: Data) => {
    const vector = makeVector(data) as Vector;
    return (i: number): string | null => {
      const cell: unknown = vector.get(i);
      return cell === null || cell === undefined ? null : text(cell);
    };
  };
}

/** A dictionary of texts stays one: each of its entries is made a text once, not once a row. */
function dictionaryCells(of: DataType): ArrowCells {
  const inner = arrowCells(of);
  if (areNumbers(inner)) {
    return {
      ...inner,
      read(data, into, lost) {
        const { dictionary, values, length } = data as Data & {
          dictionary: Vector;
          values: ArrayLike<number>;
        };
        const known = new Float64Array(dictionary.length);
        let at = 0;
        for (const part of dictionary.data) {
          inner.read(part, known.subarray(at, at + part.length), lost);
          at += part.length;
        }
        for (let i = 0; i < length; i++) into[i] = data.getValid(i) ? known[Number(values[i])] : Number.NaN;
      },
    };
  }
  if (inner.kind === "none") return inner;
  return {
    ...(inner as TextCells),
    read(data: Data) {
      const { dictionary, values } = data as Data & { dictionary: Vector; values: ArrayLike<number> };
      const known = dictionary.data.flatMap((part) => {
        const read = (inner as TextCells).read(part);
        return Array.from({ length: part.length }, (_, i) => read(i));
      });
      return (i: number) => (data.getValid(i) ? known[Number(values[i])] : null);
    },
  };
}

function clock(count: number | bigint, unit: TimeUnit): string {
  const digits = [0, 3, 6, 9][unit];
  const perSecond = 10n ** BigInt(digits);
  const total = BigInt(count);
  const seconds = Number(total / perSecond);
  const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
  const time = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  const rest = total % perSecond;
  return rest === 0n ? time : `${time}.${String(rest).padStart(digits, "0").replace(/0+$/, "")}`;
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === "bigint") {
    const number = Number(value);
    return BigInt(number) === value ? number : String(value);
  }
  return value;
}

function note(lost: Lost, example: string): void {
  if (lost.count++ === 0) lost.example = example;
}

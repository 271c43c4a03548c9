/**
 * Values ↔ JSON and bytes. Typed arrays go into one binary block, each once however often it is referred to; tables go
 * into Arrow files of their own (`table-arrow.ts`), so that other tools can read them; the rest is JSON, with marks for
 * what JSON cannot say. Decoding gives equal values, bit for bit.
 */
import type { Json } from "../base/json.ts";
import type { Table } from "../ml/values.ts";
import { tableFromArrow, tableToArrow } from "./table-arrow.ts";

export type Encoded = {
  json: Json;
  /** The block that `$array` marks point into. */
  data: Uint8Array;
  /** Arrow files by the name that `$table` marks give. */
  tables: Readonly<Record<string, Uint8Array>>;
};

const arrayKinds = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  i16: Int16Array,
  u16: Uint16Array,
  i8: Int8Array,
  u8: Uint8Array,
} as const;
type ArrayKind = keyof typeof arrayKinds;
type AnyArray = InstanceType<(typeof arrayKinds)[ArrayKind]>;

const alignment = 8;

/** Encodes a value of plain data. Throws a TypeError for a function or a symbol, which no value holds. */
export function encodeValue(value: unknown): Encoded {
  const blocks: Uint8Array[] = [];
  const known = new Map<object, Json>();
  const tables: Record<string, Uint8Array> = {};
  let size = 0;

  function encode(item: unknown): Json {
    if (item === null || typeof item === "string" || typeof item === "boolean") return item;
    if (typeof item === "number")
      return Number.isFinite(item) && !Object.is(item, -0) ? item : { $number: nameOf(item) };
    if (typeof item !== "object") throw new TypeError(`a ${typeof item} is no value`);
    const before = known.get(item);
    if (before !== undefined) return before;
    if (ArrayBuffer.isView(item)) return remember(item, encodeArray(item as AnyArray));
    if (Array.isArray(item)) return item.map(encode);
    if ("kind" in item && item.kind === "table") return remember(item, encodeTable(item as unknown as Table));
    const entries = Object.entries(item).filter(([, part]) => part !== undefined);
    return Object.fromEntries(
      entries.map(([key, part]) => [key.startsWith("$") ? `$${key}` : key, encode(part)]),
    );
  }

  function remember(item: object, mark: Json): Json {
    known.set(item, mark);
    return mark;
  }

  function encodeArray(array: AnyArray): Json {
    const kind = kindOf(array);
    const mark = { $array: kind, at: size, length: array.length };
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    const padding = (alignment - (bytes.length % alignment)) % alignment;
    blocks.push(bytes, new Uint8Array(padding));
    size += bytes.length + padding;
    return mark;
  }

  function encodeTable(table: Table): Json {
    const name = `table${Object.keys(tables).length}.arrow`;
    tables[name] = tableToArrow(table);
    const informed: Record<string, Json> = table.informed ? { informed: encode(table.informed) } : {};
    return { $table: name, origin: encode(table.origin), ...informed };
  }

  const json = encode(value);
  return { json, data: joined(blocks, size), tables };
}

/** The value again. Throws when a mark points outside what is there. */
export function decodeValue({ json, data, tables }: Encoded): unknown {
  function decode(item: Json): unknown {
    if (item === null || typeof item !== "object") return item;
    if (Array.isArray(item)) return item.map(decode);
    const record = item as Readonly<Record<string, Json>>;
    if (typeof record.$number === "string") return Number(record.$number);
    if (typeof record.$array === "string") return decodeArray(record);
    if (typeof record.$table === "string") {
      const informed = record.informed === undefined ? {} : { informed: decode(record.informed) };
      return { ...tableFromArrow(tables[record.$table]), origin: decode(record.origin ?? []), ...informed };
    }
    return Object.fromEntries(
      Object.entries(record).map(([key, part]) => [key.startsWith("$$") ? key.slice(1) : key, decode(part)]),
    );
  }

  function decodeArray({ $array, at, length }: Readonly<Record<string, Json>>): AnyArray {
    const kind = arrayKinds[$array as ArrayKind];
    const bytes = Number(length) * kind.BYTES_PER_ELEMENT;
    if (Number(at) + bytes > data.length) throw new RangeError("an array ends beyond its block");
    // Copied: `data` may be a view into a pool that others use.
    return new kind(Uint8Array.from(data.subarray(Number(at), Number(at) + bytes)).buffer);
  }

  return decode(json);
}

function kindOf(array: AnyArray): ArrayKind {
  const found = Object.entries(arrayKinds).find(([, type]) => array instanceof type);
  if (!found) throw new TypeError(`${array.constructor.name} is no value`);
  return found[0] as ArrayKind;
}

function nameOf(number: number): string {
  return Object.is(number, -0) ? "-0" : String(number);
}

function joined(blocks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

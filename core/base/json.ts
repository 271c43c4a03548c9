/** JSON values, and the one canonical way to write them: keys sorted, so that equal values give equal text. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Canonical JSON text: object keys sorted by UTF-16 code unit, no spaces, numbers shortest round-trip. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const items = value as Readonly<Record<string, unknown>>;
  let text = "";
  // Without a comparison of ours keys are sorted by code unit.
  for (const key of Object.keys(items).sort()) {
    const item = items[key];
    if (item !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of the canonical JSON, as 64 hexadecimal digits. */
export function hashJson(value: unknown): string {
  return hashText(canonicalJson(value));
}

/** SHA-256 of a text's UTF-8, as 64 hexadecimal digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Deep equality of JSON values. */
export function equalJson(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/** What a file is, by its first bytes and not by its name. A name decides only between texts. */
import { extname } from "node:path";

export const fileFormats = ["csv", "json", "parquet", "arrow"] as const;
export type FileFormat = (typeof fileFormats)[number];

const jsonNames = new Set([".json", ".ndjson", ".jsonl"]);

/**
 * The format of a file that begins with these bytes. Text is JSON where it is called so, or where it begins like a
 * record: `{"` or `[{`. Anything else is taken for CSV, whose reader knows best what is no text at all.
 */
export function formatOf(path: string, head: Buffer): FileFormat {
  if (head.subarray(0, 4).toString("latin1") === "PAR1") return "parquet";
  if (head.subarray(0, 6).toString("latin1") === "ARROW1") return "arrow";
  if (isArrowStream(head)) return "arrow";
  if (jsonNames.has(extname(path).toLowerCase())) return "json";
  const text = head
    .subarray(0, 4096)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  return /^\s*(\[\s*)?\{\s*("|\})/.test(text) ? "json" : "csv";
}

/** A stream begins with a mark of four bytes and the length of its schema, which is small and a multiple of 8. */
function isArrowStream(head: Buffer): boolean {
  if (head.length < 8 || head.readUInt32LE(0) !== 0xffffffff) return false;
  const length = head.readUInt32LE(4);
  return length % 8 === 0 && length < 2 ** 28;
}

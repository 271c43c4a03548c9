/**
 * Document to text, one way only: known fields in the order of the format, everything else sorted, one record a line.
 * So equal documents give equal bytes, a change of one node changes one line, and moving a node changes only `view`.
 */
import { byCodeUnit } from "./closure.ts";
import type { GraphDocument } from "./document.ts";

const topFields = ["format", "formatVersion", "title", "seed", "nodes", "wires", "groups", "view"];
const topSections: ReadonlySet<string> = new Set(["nodes", "wires", "groups"]);
const viewSections: ReadonlySet<string> = new Set(["positions", "frames", "notes"]);

/** The canonical text of a document, ending with a newline. `writeDocument(parse(writeDocument(d)))` is identical. */
export function writeDocument(document: GraphDocument): string {
  const unknown = Object.keys(document).filter((key) => !topFields.includes(key));
  const lines = [...topFields, ...unknown.sort(byCodeUnit)].map((key) => {
    const value: unknown = (document as Record<string, unknown>)[key];
    return `  ${JSON.stringify(key)}: ${topValue(key, value)}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

function topValue(key: string, value: unknown): string {
  if (topSections.has(key)) return oneALine(value, "  ");
  if (key !== "view") return spacedJson(value);
  const lines = entriesSorted(value).map(
    ([name, item]) =>
      `    ${JSON.stringify(name)}: ${viewSections.has(name) ? oneALine(item, "    ") : spacedJson(item)}`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
}

function oneALine(section: unknown, indent: string): string {
  const lines = entriesSorted(section).map(
    ([id, record]) => `${indent}  ${JSON.stringify(id)}: ${spacedJson(record)}`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${indent}}`;
}

/** Canonical JSON with spaces where a reader wants them. */
function spacedJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(", ")}]`;
  const fields = entriesSorted(value).map(([key, item]) => `${JSON.stringify(key)}: ${spacedJson(item)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function entriesSorted(value: unknown): [string, unknown][] {
  return Object.entries(value as object)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => byCodeUnit(a, b));
}

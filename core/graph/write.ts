/**
 * Document to text, one way only: known fields in the order of the format, everything else sorted, one record a line.
 * So equal documents give equal bytes, a change of one node changes one line, and moving a node changes only `view`.
 */
import { byCodeUnit } from "./closure.ts";
import type { GraphDocument } from "./document.ts";

const documentFields = ["format", "formatVersion", "title", "seed", "nodes", "wires", "groups", "view"];
const groupFields = ["title", "note", "state", "inputs", "outputs", "nodes", "wires", "groups", "view"];
const sections: ReadonlySet<string> = new Set(["nodes", "wires"]);
const portSections: ReadonlySet<string> = new Set(["inputs", "outputs"]);
const viewSections: ReadonlySet<string> = new Set(["positions", "frames", "notes", "reroutes"]);

/** The canonical text of a document, ending with a newline. `writeDocument(parse(writeDocument(d)))` is identical. */
export function writeDocument(document: GraphDocument): string {
  return `${graphText(document, documentFields, sections, "")}\n`;
}

function graphText(
  graph: object,
  known: readonly string[],
  lists: ReadonlySet<string>,
  indent: string,
): string {
  const fields = new Map<string, unknown>(Object.entries(graph).filter(([, value]) => value !== undefined));
  const unknown = [...fields.keys()].filter((key) => !known.includes(key)).sort(byCodeUnit);
  const keys = [...known.filter((key) => fields.has(key)), ...unknown];
  const lines = keys.map((key) => {
    const value = fields.get(key);
    return `${indent}  ${JSON.stringify(key)}: ${fieldText(key, value, lists, `${indent}  `)}`;
  });
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

function fieldText(key: string, value: unknown, lists: ReadonlySet<string>, indent: string): string {
  if (lists.has(key)) return listText(value, indent, spacedJson);
  if (key === "groups") return listText(value, indent, groupText);
  if (key === "view")
    return listText(value, indent, (item, at, name) =>
      viewSections.has(name) ? listText(item, at, spacedJson) : spacedJson(item),
    );
  return spacedJson(value);
}

function groupText(group: unknown, indent: string): string {
  return graphText(group as object, groupFields, new Set([...sections, ...portSections]), indent);
}

/** One entry a line, sorted by name. */
function listText(
  section: unknown,
  indent: string,
  text: (item: unknown, indent: string, name: string) => string,
): string {
  const lines = entriesSorted(section).map(
    ([name, item]) => `${indent}  ${JSON.stringify(name)}: ${text(item, `${indent}  `, name)}`,
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

/** The repairs of a damaged document, one warning each. What is already whole passes through untouched. */
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import { documentFormat, type GraphDocument } from "./document.ts";
import { type Fields, show } from "./repair-fields.ts";
import { repairGraph } from "./repair-graph.ts";

/** The document in these fields. Adds a warning for everything that had to be changed. */
export function repairDocument(fields: Fields, diagnostics: Diagnostic[]): GraphDocument {
  for (const section of ["nodes", "wires", "view"]) {
    if (!Object.hasOwn(fields, section)) diagnostics.push(warning("document.missing", { where: section }));
  }
  return {
    ...fields,
    format: documentFormat,
    formatVersion: fields.formatVersion as number,
    title: repairTitle(fields, diagnostics),
    seed: repairSeed(fields, diagnostics),
    ...repairGraph(fields, diagnostics).graph,
  };
}

function repairTitle({ title }: Fields, diagnostics: Diagnostic[]): string {
  if (typeof title === "string") return title;
  diagnostics.push(warning("document.bad-field", { where: "title", found: show(title) }));
  return "";
}

function repairSeed({ seed }: Fields, diagnostics: Diagnostic[]): number {
  if (typeof seed === "number" && Number.isSafeInteger(seed) && seed >= 0) return seed;
  diagnostics.push(warning("document.bad-field", { where: "seed", found: show(seed) }));
  return 1;
}

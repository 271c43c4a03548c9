/**
 * The repairs of a damaged graph, one warning each. Order matters: nodes first, since wires and positions name them
 * (and a node whose id had to change takes them along). What is already whole passes through untouched.
 */
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { documentFormat, type GraphDocument, type NodeRecord } from "./document.ts";
import { type Fields, goodIds, isFields, sectionOf, show } from "./repair-fields.ts";
import { repairView } from "./repair-view.ts";
import { repairWires } from "./repair-wires.ts";

/** The document in these fields. Adds a warning for everything that had to be changed. */
export function repairDocument(fields: Fields, diagnostics: Diagnostic[]): GraphDocument {
  for (const section of ["nodes", "wires", "view"]) {
    if (!Object.hasOwn(fields, section)) diagnostics.push(warning("document.missing", { where: section }));
  }
  const rawNodes = sectionOf(fields, "nodes", "nodes", diagnostics);
  const names = goodIds(rawNodes, "node", diagnostics);
  const nodes = repairNodes(rawNodes, names, diagnostics);
  const wires = repairWires(sectionOf(fields, "wires", "wires", diagnostics), nodes, names, diagnostics);
  return {
    ...fields,
    format: documentFormat,
    formatVersion: fields.formatVersion as number,
    title: repairTitle(fields, diagnostics),
    seed: repairSeed(fields, diagnostics),
    nodes,
    wires,
    groups: sectionOf(fields, "groups", "groups", diagnostics),
    view: repairView(fields, { nodes, wires }, names, diagnostics),
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

function repairNodes(
  section: Fields,
  names: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): Record<string, NodeRecord> {
  const nodes: Record<string, NodeRecord> = {};
  for (const [rawId, raw] of Object.entries(section)) {
    const id = names.get(rawId) ?? rawId;
    if (isFields(raw)) nodes[id] = repairNode(id, raw, diagnostics);
    else diagnostics.push(warning("document.bad-node", { node: id, found: show(raw) }));
  }
  return nodes;
}

function repairNode(id: string, raw: Fields, diagnostics: Diagnostic[]): NodeRecord {
  const { type, version, params, title, note, state, ...unknown } = raw;
  const optional: Record<string, Json> = {};
  for (const [field, value] of Object.entries({ title, note })) {
    if (typeof value === "string") optional[field] = value;
    else if (value !== undefined)
      complain("document.bad-field", { where: `nodes/${id}/${field}`, found: show(value) });
  }
  if (state === "muted" || state === "bypassed") optional.state = state;
  else if (state !== undefined) complain("document.unknown-state", { node: id, found: show(state) });
  if (typeof type !== "string" || type === "") complain("document.node-without-type", { node: id });
  if (!isVersion(version))
    complain("document.bad-field", { where: `nodes/${id}/version`, found: show(version) });
  if (!isFields(params)) complain("document.node-without-params", { node: id });
  return {
    ...unknown,
    type: typeof type === "string" && type !== "" ? type : "unknown",
    version: isVersion(version) ? version : 1,
    params: isFields(params) ? params : {},
    ...optional,
  };

  function complain(code: string, values: Record<string, string>): void {
    diagnostics.push(warning(code, values, { node: id }));
  }
}

function isVersion(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
}

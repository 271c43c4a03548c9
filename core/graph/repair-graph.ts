/**
 * The repairs that a document and a group share. Order matters: nodes and groups first, since wires and positions name
 * them (and one whose id had to change takes them along).
 */
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import type { Graph, GroupRecord, NodeRecord } from "./document.ts";
import { complain, PortReader, within } from "./group-repairs.ts";
import { type Fields, goodIds, isFields, sectionOf, show } from "./repair-fields.ts";
import { repairView } from "./repair-view.ts";
import { repairWires } from "./repair-wires.ts";

/** A whole graph, and what its nodes and groups are called now by what they were called. */
export function repairGraph(
  fields: Fields,
  diagnostics: Diagnostic[],
): { graph: Graph; names: ReadonlyMap<string, string> } {
  const rawNodes = sectionOf(fields, "nodes", "nodes", diagnostics);
  const rawGroups = sectionOf(fields, "groups", "groups", diagnostics);
  const names = goodIds(rawNodes, "node", diagnostics);
  const nodes = repairNodes(rawNodes, names, diagnostics);
  const groupNames = goodIds(rawGroups, "group", diagnostics, new Set(names.values()));
  const groups = repairGroups(rawGroups, groupNames, diagnostics);
  for (const [raw, id] of groupNames) if (!names.has(raw)) names.set(raw, id);
  const wires = repairWires(
    sectionOf(fields, "wires", "wires", diagnostics),
    { nodes, groups },
    names,
    diagnostics,
  );
  const view = repairView(fields, { nodes, wires, groups }, names, diagnostics);
  return { graph: { nodes, wires, groups, view }, names };
}

/** The group in these fields, whole; places in the diagnostics are those inside. */
export function repairGroup(fields: Fields): { group: GroupRecord; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const { title, note, state, ...rest } = fields;
  if (typeof title !== "string") complain(diagnostics, "title", title);
  if (note !== undefined && typeof note !== "string") complain(diagnostics, "note", note);
  if (state !== undefined && state !== "muted" && state !== "bypassed") complain(diagnostics, "state", state);
  const { graph, names } = repairGraph(rest, diagnostics);
  const ports = new PortReader(graph, names, diagnostics);
  const group: GroupRecord = {
    ...rest,
    title: typeof title === "string" ? title : "",
    ...(typeof note === "string" ? { note } : {}),
    ...(state === "muted" || state === "bypassed" ? { state } : {}),
    inputs: ports.inputs(sectionOf(rest, "inputs", "inputs", diagnostics)),
    outputs: ports.outputs(sectionOf(rest, "outputs", "outputs", diagnostics)),
    ...graph,
  };
  return { group, diagnostics };
}

function repairGroups(
  section: Fields,
  names: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): Record<string, GroupRecord> {
  const groups: Record<string, GroupRecord> = {};
  for (const [rawId, raw] of Object.entries(section)) {
    const id = names.get(rawId) ?? rawId;
    if (!isFields(raw)) {
      diagnostics.push(warning("document.bad-group", { group: id, found: show(raw) }));
      continue;
    }
    const repaired = repairGroup(raw);
    groups[id] = repaired.group;
    diagnostics.push(...repaired.diagnostics.map((found) => within(id, found)));
  }
  return groups;
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

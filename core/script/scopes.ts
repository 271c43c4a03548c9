/**
 * Groups in a script: each becomes a function, called once. What crosses a group's edge is its interface, found from the
 * values that are used on the other side: what comes in is a named argument, what goes out a member of what it returns.
 */
import { byCodeUnit } from "../graph/closure.ts";
import type { Graph, GraphDocument, GroupRecord, PortRef } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import { sourceOf } from "../graph/flatten.ts";
import { pathOf, type Scope } from "../graph/scope.ts";
import type { ScriptNode } from "./script-node.ts";
import { variableNames } from "./syntax.ts";

export type ScriptScope = {
  readonly scope: Scope;
  /** The group, unless this is the document itself. */
  readonly group?: GroupRecord;
  /** Ids of nodes and groups, each after what feeds it. */
  readonly items: readonly string[];
  readonly children: ReadonlyMap<string, ScriptScope>;
  /** Values of the outside that are used inside, by {@link refKey}: the argument's name. */
  readonly takes: ReadonlyMap<string, string>;
  /** Values of the inside that are used outside: the member's name. */
  readonly gives: ReadonlyMap<string, string>;
  /** Variables by id of a node or group, and by `takes` name with a leading dot. */
  readonly names: ReadonlyMap<string, string>;
  /** Functions of the groups, by id. */
  readonly functions: ReadonlyMap<string, string>;
};

/** A value by the node that makes it and the port. */
export function refKey([node, port]: PortRef): string {
  return `${node}\n${port}`;
}

/** The scopes of a document: itself, with its groups as children. `reserved` names no variable may have. */
export function scopesOf(
  document: GraphDocument,
  nodes: readonly ScriptNode[],
  reserved: ReadonlySet<string>,
): ScriptScope {
  return scopeAt(document, [], nodes, reserved);
}

function scopeAt(
  graph: Graph,
  scope: Scope,
  nodes: readonly ScriptNode[],
  reserved: ReadonlySet<string>,
  group?: GroupRecord,
): ScriptScope {
  const items = itemsOf(graph, scope, nodes);
  const children = new Map<string, ScriptScope>();
  for (const id of items) {
    const inner = lookup(graph.groups, id);
    if (inner) children.set(id, scopeAt(inner, [...scope, id], nodes, reserved, inner));
  }
  const functions = new Map([...children.keys()].map((id) => [id, `${id}Group`]));
  const takes = group ? argumentsOf(group, scope, nodes) : new Map<string, string>();
  const gives = group ? membersOf(group, scope, nodes) : new Map<string, string>();
  const names = variableNames(
    [...items, ...[...takes.values()].map((name) => `.${name}`)],
    new Set([...reserved, ...functions.values()]),
  );
  return { scope, ...(group ? { group } : {}), items, children, takes, gives, names, functions };
}

/** Whether a flat id stands somewhere below these groups. */
export function isInside(id: string, scope: Scope): boolean {
  return scope.length === 0 || id.startsWith(`${scope.join("/")}/`);
}

/** What of a scope a flat id belongs to: a node by its id, or the group that it is somewhere inside of. */
export function itemOf(id: string, scope: Scope, groups: { has(id: string): boolean }): string {
  const rest = scope.length === 0 ? id : id.slice(scope.join("/").length + 1);
  const first = rest.split("/")[0];
  return groups.has(first) ? first : rest;
}

/** The items of a scope, each after all that feeds it; otherwise in the order of the nodes. */
function itemsOf(graph: Graph, scope: Scope, nodes: readonly ScriptNode[]): string[] {
  const groups = { has: (id: string) => lookup(graph.groups, id) !== undefined };
  const needs = new Map<string, Set<string>>();
  for (const { id, inputs } of nodes) {
    if (!isInside(id, scope)) continue;
    const item = itemOf(id, scope, groups);
    const needed = needs.get(item) ?? new Set();
    needs.set(item, needed);
    for (const [from] of Object.values(inputs))
      if (isInside(from, scope)) needed.add(itemOf(from, scope, groups));
    needed.delete(item);
  }
  const ordered = new Set<string>();
  const place = (item: string) => {
    if (ordered.has(item)) return;
    for (const needed of needs.get(item) ?? []) place(needed);
    ordered.add(item);
  };
  for (const item of needs.keys()) place(item);
  return [...ordered];
}

function argumentsOf(
  group: GroupRecord,
  scope: Scope,
  nodes: readonly ScriptNode[],
): ReadonlyMap<string, string> {
  const inside = nodes.filter(({ id }) => isInside(id, scope));
  const found = new Map<string, string>();
  for (const { id, inputs } of inside) {
    for (const [port, ref] of Object.entries(inputs)) {
      if (isInside(ref[0], scope) || found.has(refKey(ref))) continue;
      found.set(refKey(ref), freeName(portInto(group, scope, [id, port]) ?? lastName(ref), found));
    }
  }
  return found;
}

/** The port of the group that leads to this input, however deep it is. */
function portInto(group: GroupRecord, scope: Scope, target: PortRef): string | undefined {
  const direct = (graph: GroupRecord, at: Scope): string | undefined =>
    Object.keys(graph.inputs)
      .sort(byCodeUnit)
      .find((port) =>
        graph.inputs[port].to.some(([id, inner]) => {
          const nested = graph.groups[id];
          if (!nested) return pathOf(at, id) === target[0] && inner === target[1];
          return direct(nested, [...at, id]) === inner;
        }),
      );
  return direct(group, scope);
}

function membersOf(
  group: GroupRecord,
  scope: Scope,
  nodes: readonly ScriptNode[],
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const port of Object.keys(group.outputs).sort(byCodeUnit)) {
    const from = group.outputs[port].from;
    const source = from && sourceOf(group, scope, from);
    const known = source && nodes.some(({ id }) => id === source[0]);
    if (known && !given.has(refKey(source))) given.set(refKey(source), port);
  }
  const add = (ref: PortRef) => {
    if (isInside(ref[0], scope) && !given.has(refKey(ref)))
      given.set(refKey(ref), freeName(lastName(ref), given));
  };
  for (const { id, inputs, definition } of nodes) {
    if (!isInside(id, scope)) Object.values(inputs).forEach(add);
    for (const [port, { type }] of Object.entries(definition.outputs)) if (type === "scores") add([id, port]);
  }
  return given;
}

/** Readable from outside: `fit_model`. */
function lastName([path, port]: PortRef): string {
  return `${path.split("/").pop()}_${port}`;
}

function freeName(base: string, taken: ReadonlyMap<string, string>): string {
  const names = new Set(taken.values());
  if (!names.has(base)) return base;
  for (let n = 2; ; n++) if (!names.has(`${base}_${n}`)) return `${base}_${n}`;
}

/**
 * Repairs of the wires: those that lead nowhere, share an input port, or close a cycle are taken out. Wires are
 * looked at in the order of their ids, so that the same damage is always repaired the same way.
 */
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import { byCodeUnit } from "./closure.ts";
import type { Graph, PortRef, WireRecord } from "./document.ts";
import { lookup } from "./entries.ts";
import { portRefSchema } from "./record-schemas.ts";
import { type Fields, goodIds, isFields, show } from "./repair-fields.ts";

type Wires = Record<string, WireRecord>;

/** The wires that can stay. `names` says what the nodes are called now. */
export function repairWires(
  section: Fields,
  graph: Pick<Graph, "nodes" | "groups">,
  names: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): Wires {
  const wires: Wires = {};
  const holders = new Map<string, string>();
  for (const [rawId, id] of [...goodIds(section, "wire", diagnostics)].sort(([, a], [, b]) =>
    byCodeUnit(a, b),
  )) {
    const wire = readWire(section[rawId], names);
    if (!wire) {
      complain("document.bad-wire", id, { found: show(section[rawId]) });
      continue;
    }
    const { from, to } = wire;
    const missing = endsNowhere(graph, from, "outputs")
      ? from
      : endsNowhere(graph, to, "inputs")
        ? to
        : undefined;
    const port = JSON.stringify(to);
    const kept = holders.get(port);
    if (missing) complain("document.wire-to-nowhere", id, { node: missing[0] });
    else if (from[0] === to[0]) complain("document.self-wire", id, { node: from[0] });
    else if (kept !== undefined) complain("document.two-wires", id, { kept, node: to[0], port: to[1] });
    else {
      wires[id] = wire;
      holders.set(port, id);
    }
  }
  return withoutCycles(wires, graph, diagnostics);

  function complain(code: string, wire: string, values: Record<string, string>): void {
    diagnostics.push(warning(code, { wire, ...values }, { wire }));
  }
}

function readWire(raw: unknown, names: ReadonlyMap<string, string>): WireRecord | undefined {
  if (!isFields(raw)) return undefined;
  const from = readPort(raw.from, names);
  const to = readPort(raw.to, names);
  return from && to ? { ...raw, from, to } : undefined;
}

/** A port reference with the node called by its present name. */
export function readPort(raw: unknown, names: ReadonlyMap<string, string>): PortRef | undefined {
  const parsed = portRefSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const [node, port] = parsed.data;
  return [names.get(node) ?? node, port];
}

type Visit = { node: string; next: number };

/** Depth-first, and the wire that leads back onto the way is the one to go: linear however many cycles there are. */
/** A node's ports are for the check to judge; a group's are known here. */
export function endsNowhere(
  { nodes, groups }: Pick<Graph, "nodes" | "groups">,
  [id, port]: PortRef,
  side: "inputs" | "outputs",
): boolean {
  const group = lookup(groups, id);
  return group ? lookup<object>(group[side], port) === undefined : lookup(nodes, id) === undefined;
}

function withoutCycles(
  wires: Wires,
  { nodes, groups }: Pick<Graph, "nodes" | "groups">,
  diagnostics: Diagnostic[],
): Wires {
  const outgoing = new Map<string, string[]>();
  for (const [id, { from }] of Object.entries(wires)) {
    const known = outgoing.get(from[0]);
    if (known) known.push(id);
    else outgoing.set(from[0], [id]);
  }
  const left: Wires = { ...wires };
  const finished = new Set<string>();
  for (const start of [...Object.keys(nodes), ...Object.keys(groups)].sort(byCodeUnit)) {
    if (finished.has(start)) continue;
    const way: Visit[] = [{ node: start, next: 0 }];
    const onWay = new Set([start]);
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const id = outgoing.get(visit.node)?.[visit.next++];
      if (id === undefined) {
        way.pop();
        onWay.delete(visit.node);
        finished.add(visit.node);
        continue;
      }
      const target = wires[id].to[0];
      if (onWay.has(target)) {
        const around = way.slice(way.findIndex(({ node }) => node === target)).map(({ node }) => node);
        diagnostics.push(warning("document.cycle", { wire: id, path: [...around, target] }, { wire: id }));
        delete left[id];
      } else if (!finished.has(target)) {
        way.push({ node: target, next: 0 });
        onWay.add(target);
      }
    }
  }
  return left;
}

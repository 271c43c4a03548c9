/** Descriptors of what no engine describes: a group, by its ports, and a group's port as it stands inside it. */
import type { GroupRecord, PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor, PortDescriptor } from "../../core/node/descriptor.ts";
import type { WireKind } from "../../core/types/wire-type.ts";

/** The port of the terminal that stands for no port yet: what is joined to it becomes one. No port is called so. */
export const newPort = "+";

type Descriptors = ReadonlyMap<string, NodeDescriptor>;
type Side = "inputs" | "outputs";

/** The type that a group goes by among nodes. No node's id holds a colon. */
export function groupType(path: string): string {
  return `group:${path}`;
}

/** The path of the group that a type stands for. */
export function groupOfType(type: string): string | undefined {
  return type.startsWith("group:") ? type.slice("group:".length) : undefined;
}

const known = new WeakMap<GroupRecord, { path: string; base: Descriptors; descriptor: NodeDescriptor }>();

/** A group as if it were a node; the same object as long as the group is the same. */
export function groupDescriptor(path: string, group: GroupRecord, base: Descriptors): NodeDescriptor {
  const found = known.get(group);
  if (found?.path === path && found.base === base) return found.descriptor;
  const inputs = portsOf(group, "inputs", base);
  const outputs = portsOf(group, "outputs", base);
  const descriptor: NodeDescriptor = {
    id: groupType(path),
    version: 1,
    category: "group",
    title: { en: group.title, zh: group.title },
    summary: { en: "", zh: "" },
    inputs,
    outputs,
    params: [],
    traits: { cost: "light" },
    idBase: "group",
    makes: (outputs[0] ?? inputs[0])?.type ?? "figure",
    sources: [],
  };
  known.set(group, { path, base, descriptor });
  return descriptor;
}

/** One port of a group as a node inside it: an input gives what comes in, an output takes what goes out. */
export function terminalDescriptor(group: NodeDescriptor, side: "in" | "out", port: string): NodeDescriptor {
  const declared = (side === "in" ? group.inputs : group.outputs).find(({ name }) => name === port);
  const ports = declared ? [declared] : [];
  return {
    ...group,
    id: `terminal:${side}:${port}:${group.id}`,
    category: "terminal",
    inputs: side === "in" ? [] : ports,
    outputs: side === "in" ? ports : [],
    makes: declared?.type ?? "figure",
  };
}

/** The terminal that makes a port of whatever is joined to it; its kind is nobody's yet. */
export function newPortDescriptor(group: NodeDescriptor, side: "in" | "out"): NodeDescriptor {
  const known = newPorts.get(group) ?? { in: newPortAt(group, "in"), out: newPortAt(group, "out") };
  newPorts.set(group, known);
  return known[side];
}

const newPorts = new WeakMap<NodeDescriptor, Record<"in" | "out", NodeDescriptor>>();

function newPortAt(group: NodeDescriptor, side: "in" | "out"): NodeDescriptor {
  const words = { en: "", zh: "" };
  const port: PortDescriptor = { name: newPort, type: "figure", title: words, help: words, optional: true };
  return {
    ...group,
    id: `terminal:${side}:${newPort}:${group.id}`,
    category: "terminal",
    inputs: side === "in" ? [] : [port],
    outputs: side === "in" ? [port] : [],
    makes: "figure",
  };
}

function portsOf(group: GroupRecord, side: Side, base: Descriptors): PortDescriptor[] {
  const records: Readonly<Record<string, { title?: string; order?: number }>> = group[side];
  return Object.keys(records)
    .sort((a, b) => (records[a].order ?? 0) - (records[b].order ?? 0) || (a < b ? -1 : 1))
    .map((name) => {
      const inner = innerPort(group, side, name, base);
      const title = records[name].title ?? name;
      return {
        name,
        type: inner?.type ?? ("table" satisfies WireKind),
        title: { en: title, zh: records[name].title ?? inner?.title.zh ?? name },
        help: inner?.help ?? { en: "", zh: "" },
        optional: inner?.optional ?? true,
        ...(inner?.needs ? { needs: inner.needs } : {}),
      };
    });
}

/** The port of a node, however deep, that a group's port leads to; the first where it leads to several. */
function innerPort(
  group: GroupRecord,
  side: Side,
  name: string,
  base: Descriptors,
): PortDescriptor | undefined {
  const leads: readonly (PortRef | undefined)[] =
    side === "inputs" ? (lookup(group.inputs, name)?.to ?? []) : [lookup(group.outputs, name)?.from];
  for (const ref of leads) {
    if (!ref) continue;
    const nested = lookup(group.groups, ref[0]);
    if (nested) return innerPort(nested, side, ref[1], base);
    const descriptor = base.get(lookup(group.nodes, ref[0])?.type ?? "");
    const port = descriptor?.[side].find((one) => one.name === ref[1]);
    if (port) return port;
  }
  return undefined;
}

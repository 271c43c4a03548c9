/** Repairs of what a group has beside a graph: ports that must lead to something inside, places seen from outside. */
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import { isPortName } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import type { Graph, GroupInput, GroupOutput, PortRef } from "./document.ts";
import { type Fields, isFields, show } from "./repair-fields.ts";
import { endsNowhere, readPort } from "./repair-wires.ts";

/** The same diagnostic, its places seen from outside the group. */
export function within(group: string, found: Diagnostic): Diagnostic {
  const { where } = found.values;
  return {
    ...found,
    values: typeof where === "string" ? { ...found.values, where: `groups/${group}/${where}` } : found.values,
    ...(found.node === undefined ? {} : { node: `${group}/${found.node}` }),
    ...(found.wire === undefined ? {} : { wire: `${group}/${found.wire}` }),
  };
}

/** Reads the ports of a group whose graph is whole already. */
export class PortReader {
  private readonly graph: Graph;
  private readonly names: ReadonlyMap<string, string>;
  private readonly diagnostics: Diagnostic[];
  /** Inputs inside that are fed already, by a wire or by a port. */
  private readonly fed: Set<string>;

  constructor(graph: Graph, names: ReadonlyMap<string, string>, diagnostics: Diagnostic[]) {
    this.graph = graph;
    this.names = names;
    this.diagnostics = diagnostics;
    this.fed = new Set(Object.values(graph.wires).map(({ to }) => JSON.stringify(to)));
  }

  inputs(section: Fields): Record<string, GroupInput> {
    const inputs: Record<string, GroupInput> = {};
    for (const [port, raw] of this.ports(section, "inputs")) {
      const listed = Array.isArray(raw.to) ? raw.to : [];
      if (raw.to !== undefined && !Array.isArray(raw.to)) this.lost(`inputs/${port}/to`, raw.to);
      const to: PortRef[] = [];
      for (const one of listed) {
        const ref = readPort(one, this.names);
        const key = JSON.stringify(ref);
        if (!ref || endsNowhere(this.graph, ref, "inputs") || this.fed.has(key))
          this.lost(`inputs/${port}/to`, one);
        else {
          this.fed.add(key);
          to.push(ref);
        }
      }
      inputs[port] = { ...raw, to };
    }
    return inputs;
  }

  outputs(section: Fields): Record<string, GroupOutput> {
    const outputs: Record<string, GroupOutput> = {};
    for (const [port, { from: raw, ...rest }] of this.ports(section, "outputs")) {
      const from = raw === undefined ? undefined : readPort(raw, this.names);
      const leads = from && !endsNowhere(this.graph, from, "outputs");
      if (raw !== undefined && !leads) this.lost(`outputs/${port}/from`, raw);
      outputs[port] = leads ? { ...rest, from } : rest;
    }
    return outputs;
  }

  private *ports(section: Fields, side: string): Generator<readonly [string, Record<string, Json>]> {
    for (const [port, raw] of Object.entries(section)) {
      if (!isPortName(port) || !isFields(raw)) {
        this.lost(`${side}/${port}`, raw);
        continue;
      }
      const { title, order, ...rest } = raw;
      if (title !== undefined && typeof title !== "string") this.lost(`${side}/${port}/title`, title);
      if (order !== undefined && typeof order !== "number") this.lost(`${side}/${port}/order`, order);
      yield [
        port,
        {
          ...rest,
          ...(typeof title === "string" ? { title } : {}),
          ...(typeof order === "number" ? { order } : {}),
        },
      ];
    }
  }

  private lost(where: string, found: Json): void {
    complain(this.diagnostics, where, found);
  }
}

/** Says that a field held something else than it should. */
export function complain(diagnostics: Diagnostic[], where: string, found: Json | undefined): void {
  diagnostics.push(warning("document.bad-field", { where, found: show(found) }));
}

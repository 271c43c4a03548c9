/**
 * One-click repairs for what the check and runs complain of, as commands for the flat graph (`groups.ts` turns them into
 * those of the nested one). Each kind of complaint has its mender; nodes are known by their traits and ports only. What a
 * repair proposes has been judged by the same `accepts` that judges wires.
 */
import type { Diagnostic, Repair } from "../base/diagnostic.ts";
import type { Command } from "../graph/commands.ts";
import type { GraphDocument } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import type { Registry } from "../node/registry.ts";
import type { NodeAnalysis } from "./analysis.ts";
import { leakageRepairs } from "./leakage.ts";
import { stepRepairs } from "./repair-steps.ts";
import { connectRepairs, mismatchRepairs, portRepairs } from "./repair-wires.ts";

/** What a mender may look at. `document` is flat. */
export type Ground = {
  document: GraphDocument;
  registry: Registry;
  nodes: ReadonlyMap<string, NodeAnalysis>;
};

/** Files that cannot be read: which one to read instead is for the user to say. */
const fileCodes = /^(file\.(missing|is-directory|not-a-file|outside-granted)|source\.not-chosen)$/;

/** The diagnostic with its repairs, best first; as it is where nothing can be mended, or somebody has said how. */
export function withRepairs(ground: Ground, found: Diagnostic): Diagnostic {
  if (found.node === undefined || (found.repairs?.length ?? 0) > 0) return found;
  const repairs = repairsFor(ground, found, found.node);
  return repairs.length > 0 ? { ...found, repairs } : found;
}

function repairsFor(ground: Ground, found: Diagnostic, node: string): Repair[] {
  const { code, port, param } = found;
  if (code.startsWith("leakage.") && port !== undefined)
    return leakageRepairs(ground.document, ground.registry, ground.nodes, node, port);
  if (code.startsWith("param.not-") && param !== undefined) return resetParam(ground, node, param);
  if (fileCodes.test(code)) return chooseFile(ground, node);
  switch (code) {
    case "input.missing":
      return port === undefined || found.wire !== undefined ? [] : connectRepairs(ground, node, port);
    case "input.muted":
      return typeof found.values.from === "string" ? awaken("unmute", found.values.from) : [];
    case "node.bypass-impossible":
      return awaken("restore", node);
    case "wire.kind-mismatch":
    case "wire.learner-without-weights":
    case "wire.learner-without-probabilities":
      return port === undefined ? [] : mismatchRepairs(ground, found, port);
    case "wire.table-without-target":
      return port === undefined ? [] : chooseTarget(ground, found);
    case "wire.no-such-port":
      return portRepairs(ground, found);
    default:
      return stepRepairs(ground, code, node);
  }
}

function resetParam({ nodes }: Ground, node: string, param: string): Repair[] {
  const spec = lookup(nodes.get(node)?.definition?.params ?? {}, param);
  if (!spec) return [];
  const shown = typeof spec.default === "object" ? "{}" : String(spec.default);
  const command: Command = { kind: "setParam", node, name: param, value: spec.default };
  return [{ code: "reset-param", values: { name: param, value: shown }, commands: [command] }];
}

/** Without commands: the page opens its list of files for this parameter. */
function chooseFile({ nodes }: Ground, node: string): Repair[] {
  const params = Object.entries(nodes.get(node)?.definition?.params ?? {});
  const path = params.find(([, spec]) => spec.kind === "path");
  return path ? [{ code: "choose-file", values: { node, param: path[0] }, commands: [] }] : [];
}

function awaken(code: "unmute" | "restore", node: string): Repair[] {
  return [{ code, values: { node }, commands: [{ kind: "setNode", node, fields: ["state"] }] }];
}

/** The last column is the target by custom, and the first by the next most common one. */
function chooseTarget({ document, nodes }: Ground, { wire }: Diagnostic): Repair[] {
  const from = lookup(document.wires, wire ?? "")?.from;
  const type = from && nodes.get(from[0])?.outputs[from[1]];
  const source = from && readerBehind(nodes, from[0]);
  if (!source || type?.kind !== "table" || !type.columns) return [];
  const own = Object.values(nodes.get(source.node)?.outputs ?? {}).find((output) => output.kind === "table");
  const known = new Set(own?.kind === "table" ? own.columns?.map(({ name }) => name) : []);
  const names = type.columns.filter(({ name, role }) => known.has(name) && role === "feature");
  const ends = [...new Set([names.at(-1)?.name, names[0]?.name])];
  return ends.flatMap((column) => {
    if (column === undefined) return [];
    const command: Command = { kind: "setParam", node: source.node, name: source.param, value: column };
    return [{ code: "set-target", values: { column, node: source.node }, commands: [command] }];
  });
}

/** The node that reads a file, upstream, and its parameter that names the target. */
function readerBehind(
  nodes: ReadonlyMap<string, NodeAnalysis>,
  start: string,
): { node: string; param: string } | undefined {
  const seen = new Set<string>();
  const queue = [start];
  for (const id of queue) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = nodes.get(id);
    const param = Object.entries(node?.definition?.params ?? {}).find(
      ([, spec]) => spec.kind === "column" && spec.input === undefined,
    );
    if (param) return { node: id, param: param[0] };
    queue.push(...Object.values(node?.inputs ?? {}).map((input) => input.from[0]));
  }
  return undefined;
}

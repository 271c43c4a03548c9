/**
 * Graph → TypeScript: one statement a node, in topological order; a variable is named by the node's id. Text from a graph
 * reaches the script only as JSON literals, as identifiers made by a total function, or inside the closing comment with
 * its end escaped, so no title or file name can become code.
 */
import type { Json } from "../base/json.ts";
import { canonicalJson, equalJson } from "../base/json.ts";
import type { GraphDocument, PortRef } from "../graph/document.ts";
import type { AnyNode } from "../node/node.ts";
import type { ScriptCall, ScriptFile } from "../node/script-form.ts";
import { literal, member, propertyKey, variableNames } from "./syntax.ts";

/** A node as the script sees it: inputs already follow bypassed nodes. */
export type ScriptNode = {
  id: string;
  definition: AnyNode;
  params: Readonly<Record<string, Json>>;
  inputs: Readonly<Record<string, PortRef>>;
  /** SHA-256 of the file it reads, when it reads one. */
  sourceHash?: string;
};

export type ScriptOptions = {
  /** Scores of the last run by node and metric: what `verify` holds the script to. */
  scores?: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

export type WrittenScript = {
  text: string;
  /** 1-based first and last line of each node's statement. */
  lines: Record<string, readonly [number, number]>;
  /** Files that the script reads. */
  files: (ScriptFile & { node: string })[];
};

const width = 110;

/** Writes the script of `nodes`, which must be complete and in topological order. */
export function writeScript(
  document: GraphDocument,
  nodes: readonly ScriptNode[],
  { scores = {} }: ScriptOptions = {},
): WrittenScript {
  const calls = new Map(nodes.map((node) => [node.id, node.definition.script(node.params as never)]));
  const functions = [...new Set([...[...calls.values()].map((call) => call.fn), "verify"])].sort();
  const names = variableNames(
    nodes.map((node) => node.id),
    new Set(functions),
  );
  const text: string[] = [`// ${oneLine(document.title)}: written by Espalier.`, importLine(functions), ""];
  const lines: WrittenScript["lines"] = {};
  const files: WrittenScript["files"] = [];
  const hashes: [string, string][] = [];

  for (const node of nodes) {
    const call = calls.get(node.id);
    if (!call) continue;
    const first = text.length + 1;
    text.push(...statement(names.get(node.id) ?? node.id, call, node, (ref) => refer(ref, calls, names)));
    lines[node.id] = [first, text.length];
    for (const file of call.files ?? []) {
      files.push({ ...file, node: node.id });
      if (node.sourceHash !== undefined) hashes.push([file.path, node.sourceHash]);
    }
  }
  text.push("", ...proof(nodes, calls, names, hashes, scores), "", closing(document, names), "");
  return { text: text.join("\n"), lines, files };
}

function importLine(functions: readonly string[]): string {
  const line = `import { ${functions.join(", ")} } from "espalier";`;
  return line.length <= width
    ? line
    : `import {\n${functions.map((name) => `  ${name},\n`).join("")}} from "espalier";`;
}

function statement(
  name: string,
  call: ScriptCall,
  node: ScriptNode,
  refer: (ref: PortRef) => string,
): string[] {
  const args = call.args.map((arg) => {
    if ("literal" in arg) return literal(arg.literal);
    const from = node.inputs[arg.input];
    return from ? refer(from) : "undefined";
  });
  const options = Object.entries(call.options).filter(
    ([key, value]) => !(Object.hasOwn(call.defaults, key) && equalJson(call.defaults[key], value)),
  );
  const entries = options.map(([key, value]) => `${propertyKey(key)}: ${literal(value)}`);
  const start = `const ${name} = ${call.awaits ? "await " : ""}${call.fn}(`;
  const inline = [...args, ...(entries.length > 0 ? [`{ ${entries.join(", ")} }`] : [])].join(", ");
  const line = `${start}${inline});`;
  if (line.length <= width || entries.length === 0) return [line];
  return [`${start}${[...args, "{"].join(", ")}`, ...entries.map((entry) => `  ${entry},`), "});"];
}

function refer(
  ref: PortRef,
  calls: ReadonlyMap<string, ScriptCall>,
  names: ReadonlyMap<string, string>,
): string {
  const [id, port] = ref;
  const name = names.get(id) ?? id;
  const path = calls.get(id)?.outputs[port] ?? "";
  return path === "" ? name : `${name}${member(path)}`;
}

/** Prints the scores, then holds data and numbers to the canvas's own. */
function proof(
  nodes: readonly ScriptNode[],
  calls: ReadonlyMap<string, ScriptCall>,
  names: ReadonlyMap<string, string>,
  hashes: readonly (readonly [string, string])[],
  scores: NonNullable<ScriptOptions["scores"]>,
): string[] {
  const prints: string[] = [];
  const checks: string[] = [];
  for (const { id, definition } of nodes) {
    for (const [port, { type }] of Object.entries(definition.outputs)) {
      if (type !== "scores") continue;
      const value = refer([id, port], calls, names);
      prints.push(`console.log(${literal(id)}, ${value}.values);`);
      for (const [metric, want] of Object.entries(scores[id] ?? {})) {
        checks.push(`  ${literal(`${id}.${metric}`)}: [${value}.values${member(metric)}, ${literal(want)}],`);
      }
    }
  }
  const files = [...new Map(hashes)].map(([path, hash]) => `  ${literal(path)}: ${literal(hash)},`);
  const first = files.length === 0 ? "{}" : `{\n${files.join("\n")}\n}`;
  const second = checks.length === 0 ? "{}" : `{\n${checks.join("\n")}\n}`;
  const text = `await verify(${first}, ${second});`;
  return [...prints, ...text.split("\n")];
}

/** What a statement cannot say, for reading the script back: JSON whose only dangerous sequence is escaped. */
function closing(document: GraphDocument, names: ReadonlyMap<string, string>): string {
  const { nodes, view, groups, title, seed, formatVersion } = document;
  const renamed = Object.fromEntries([...names].filter(([id, name]) => id !== name));
  const aside = Object.fromEntries(
    Object.entries(nodes).map(([id, { params, ...rest }]) => [
      id,
      // A muted or bypassed node has no statement to hold its parameters.
      rest.state === undefined ? rest : { ...rest, params },
    ]),
  );
  const kept = { formatVersion, title, seed, nodes: aside, view, groups, renamed };
  return `/* espalier: ${canonicalJson(kept).replaceAll("*/", "*\\/")} */`;
}

function oneLine(text: string): string {
  return text.replace(/\p{C}|\u2028|\u2029/gu, " ").slice(0, 200);
}

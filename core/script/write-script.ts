/**
 * Graph → TypeScript: one statement a node, in topological order; a variable is named by the node's id. Text from a graph
 * reaches the script only as JSON literals, as identifiers made by a total function, or inside the closing comment with
 * its end escaped, so no title or file name can become code.
 */
import type { Json } from "../base/json.ts";
import { canonicalJson, equalJson } from "../base/json.ts";
import type { Graph, GraphDocument, PortRef } from "../graph/document.ts";
import { pathOf } from "../graph/scope.ts";
import type { ScriptCall, ScriptFile } from "../node/script-form.ts";
import type { WireKind } from "../types/wire-type.ts";
import { isInside, itemOf, refKey, type ScriptScope, scopesOf } from "./scopes.ts";
import type { ScriptNode } from "./script-node.ts";
import { literal, member, propertyKey } from "./syntax.ts";

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

/** Writes the script of `nodes`, which must be complete; `document` may hold groups, nodes are named by their paths. */
export function writeScript(
  document: GraphDocument,
  nodes: readonly ScriptNode[],
  { scores = {} }: ScriptOptions = {},
): WrittenScript {
  const calls = new Map(nodes.map((node) => [node.id, node.definition.script(node.params as never)]));
  const functions = [...new Set([...[...calls.values()].map((call) => call.fn), "verify"])].sort();
  const root = scopesOf(document, nodes, new Set(functions));
  const writer: Writer = { nodes: new Map(nodes.map((node) => [node.id, node])), calls, types: new Set() };
  const body = bodyOf(root, writer);

  const imports = [...functions, ...[...writer.types].sort().map((type) => `type ${type}`)];
  const head = [`// ${oneLine(document.title)}: written by Espalier.`, importLine(imports), ""];
  const files: WrittenScript["files"] = [];
  const hashes: [string, string][] = [];
  for (const node of nodes) {
    for (const file of calls.get(node.id)?.files ?? []) {
      files.push({ ...file, node: node.id });
      if (node.sourceHash !== undefined) hashes.push([file.path, node.sourceHash]);
    }
  }
  const refer = (ref: PortRef) => referTo(ref, root, writer);
  const text = [
    ...head,
    ...body.map((line) => line.text),
    "",
    ...proof(nodes, refer, hashes, scores),
    "",
    closing(document, root),
    "",
  ].join("\n");
  return { text, lines: rangesOf(body, head.join("\n").split("\n").length), files };
}

type Writer = {
  nodes: ReadonlyMap<string, ScriptNode>;
  calls: ReadonlyMap<string, ScriptCall>;
  /** Type names that the script needs. */
  types: Set<string>;
};

/** A line, and the path of the node or group that it is about. */
type Line = { text: string; about?: string };

function bodyOf(scope: ScriptScope, writer: Writer): Line[] {
  return scope.items.flatMap((id) => {
    const child = scope.children.get(id);
    if (child) return groupLines(id, child, scope, writer);
    const node = writer.nodes.get(pathOf(scope.scope, id));
    const call = node && writer.calls.get(node.id);
    if (!call) return [];
    const written = statement(scope.names.get(id) ?? id, call, node, (ref) => referTo(ref, scope, writer));
    return written.map((text) => ({ text, about: node.id }));
  });
}

/** A function and its one call: `const prep = await prepGroup({ table: iris });` */
function groupLines(id: string, child: ScriptScope, around: ScriptScope, writer: Writer): Line[] {
  const about = pathOf(around.scope, id);
  const name = around.functions.get(id) ?? id;
  const args = [...child.takes].map(([key, port]) => {
    const [node, output] = key.split("\n");
    const local = child.names.get(`.${port}`) ?? port;
    return {
      bind: local === port ? port : `${propertyKey(port)}: ${local}`,
      type: `${propertyKey(port)}: ${typeName([node, output], writer)}`,
      pass: `${propertyKey(port)}: ${referTo([node, output], around, writer)}`,
    };
  });
  const listed = (parts: readonly string[]) => (parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`);
  const parameter =
    args.length === 0 ? "" : `${listed(args.map((arg) => arg.bind))}: ${listed(args.map((arg) => arg.type))}`;
  const results = [...child.gives].map(([key, member]) => {
    const [node, output] = key.split("\n");
    return `${propertyKey(member)}: ${referTo([node, output], child, writer)}`;
  });
  const passed = args.length === 0 ? "" : listed(args.map((arg) => arg.pass));
  return [
    { text: `// ${oneLine(child.group?.title ?? "")}`.trimEnd(), about },
    { text: `async function ${name}(${parameter}) {`, about },
    ...bodyOf(child, writer).map((line) => ({ ...line, text: `  ${line.text}` })),
    { text: `  return ${listed(results)};`, about },
    { text: "}", about },
    { text: `const ${around.names.get(id) ?? id} = await ${name}(${passed});`, about },
  ];
}

const typeNames: Readonly<Partial<Record<WireKind, string>>> = {
  table: "Table",
  learner: "Learner",
  model: "Model",
  predictions: "Predictions",
  scores: "Scores",
  trace: "Trace",
};

function typeName([node, port]: PortRef, { nodes, calls, types }: Writer): string {
  const name = typeNames[nodes.get(node)?.definition.outputs[port]?.type ?? "figure"];
  if (name !== undefined) {
    types.add(name);
    return name;
  }
  const call = calls.get(node);
  const member = call?.outputs[port] ?? "";
  return `Awaited<ReturnType<typeof ${call?.fn}>>${member === "" ? "" : `[${literal(member)}]`}`;
}

/** First and last line of each node's statement and each group's function. */
function rangesOf(body: readonly Line[], before: number): WrittenScript["lines"] {
  const lines: Record<string, readonly [number, number]> = {};
  body.forEach(({ about }, index) => {
    if (about === undefined) return;
    const at = before + index + 1;
    lines[about] = [lines[about]?.[0] ?? at, at];
  });
  return lines;
}

function importLine(names: readonly string[]): string {
  const line = `import { ${names.join(", ")} } from "espalier";`;
  return line.length <= width
    ? line
    : `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "espalier";`;
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
  // Inputs that may stay open stand last; where nothing follows they need no word.
  while (Object.keys(call.options).length === 0 && args.at(-1) === "undefined") args.pop();
  const options = Object.entries(call.options).filter(
    ([key, value]) => !(Object.hasOwn(call.defaults, key) && equalJson(call.defaults[key], value)),
  );
  const entries = options.map(([key, value]) => `${propertyKey(key)}: ${literal(value)}`);
  // Inputs at the end that nothing feeds need not be said, unless options come after them.
  while (entries.length === 0 && args.at(-1) === "undefined") args.pop();
  const start = `const ${name} = ${call.awaits ? "await " : ""}${call.fn}(`;
  const inline = [...args, ...(entries.length > 0 ? [`{ ${entries.join(", ")} }`] : [])].join(", ");
  const line = `${start}${inline});`;
  if (line.length <= width || entries.length === 0) return [line];
  return [`${start}${[...args, "{"].join(", ")}`, ...entries.map((entry) => `  ${entry},`), "});"];
}

/** How a value is called in a scope: a variable's member, a member of what a group gave, or an argument. */
function referTo(ref: PortRef, scope: ScriptScope, writer: Writer): string {
  const [path, port] = ref;
  if (!isInside(path, scope.scope)) {
    const name = scope.takes.get(refKey(ref)) ?? "";
    return scope.names.get(`.${name}`) ?? name;
  }
  const id = itemOf(path, scope.scope, scope.children);
  const name = scope.names.get(id) ?? id;
  const group = scope.children.get(id);
  if (group) return `${name}${member(group.gives.get(refKey(ref)) ?? "")}`;
  const made = writer.calls.get(path)?.outputs[port] ?? "";
  return made === "" ? name : `${name}${member(made)}`;
}

/** Prints the scores, then holds data and numbers to the canvas's own. */
function proof(
  nodes: readonly ScriptNode[],
  refer: (ref: PortRef) => string,
  hashes: readonly (readonly [string, string])[],
  scores: NonNullable<ScriptOptions["scores"]>,
): string[] {
  const prints: string[] = [];
  const checks: string[] = [];
  for (const { id, definition } of nodes) {
    for (const [port, { type }] of Object.entries(definition.outputs)) {
      if (type !== "scores") continue;
      const value = refer([id, port]);
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
function closing(document: GraphDocument, root: ScriptScope): string {
  const { view, title, seed, formatVersion } = document;
  const kept = { formatVersion, title, seed, ...aside(document), view, renamed: renamed(root) };
  return `/* espalier: ${canonicalJson(kept as unknown as Json).replaceAll("*/", "*\\/")} */`;
}

/** Nodes without the parameters that their statements hold. A muted or bypassed node has no statement. */
function aside({ nodes, groups }: Graph): Record<string, unknown> {
  const shortened = Object.entries(nodes).map(([id, { params, ...rest }]) => [
    id,
    rest.state === undefined ? rest : { ...rest, params },
  ]);
  const inner = Object.entries(groups).map(([id, group]) => [id, { ...group, ...aside(group) }]);
  return { nodes: Object.fromEntries(shortened), groups: Object.fromEntries(inner) };
}

/** Variables that are not called by their ids, by path. */
function renamed({ scope, names, items, children }: ScriptScope): Record<string, string> {
  const own = items.flatMap((id) => {
    const name = names.get(id) ?? id;
    return name === id ? [] : [[pathOf(scope, id), name] as const];
  });
  return Object.assign(Object.fromEntries(own), ...[...children.values()].map(renamed));
}

function oneLine(text: string): string {
  return text.replace(/\p{C}|\u2028|\u2029/gu, " ").slice(0, 200);
}

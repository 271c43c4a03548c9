/**
 * Writes `nodes/nodes.generated.ts`: the explicit list of all nodes, made from the files that declare one. A test runs
 * this with `--check`, so the list can never be stale.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "nodes", "nodes.generated.ts");
const declaration = /^export const (\w+) = defineNode\(/m;

/** Category folders in the order in which the palette shows them. */
const categories = [
  "data",
  "prepare",
  "learner",
  "booster",
  "ensemble",
  "network",
  "evaluate",
  "metric",
  "tensor",
];

/** The text that the list should have now. */
export function nodeList() {
  const folders = readdirSync(join(root, "nodes"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const rank = (name) => (categories.includes(name) ? categories.indexOf(name) : categories.length);
  folders.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, "nodes", folder))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .sort()
      .flatMap((file) => {
        const name = declaration.exec(readFileSync(join(root, "nodes", folder, file), "utf8"))?.[1];
        return name === undefined ? [] : [{ name, path: `./${folder}/${file}` }];
      }),
  );
  const imports = [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [
    "/** Every node, in the order of the palette. Written by build/generate-nodes.mjs; do not edit. */",
    'import type { AnyNode } from "../core/node/node.ts";',
    ...imports.map(({ name, path }) => `import { ${name} } from "${path}";`),
    "",
    `export const nodes: readonly AnyNode[] = [`,
    ...found.map(({ name }) => `  ${name},`),
    "];",
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = nodeList();
  if (process.argv.includes("--check")) {
    if (readFileSync(target, "utf8") !== text) {
      console.error("nodes/nodes.generated.ts is stale: run node build/generate-nodes.mjs");
      process.exit(1);
    }
  } else writeFileSync(target, text);
}

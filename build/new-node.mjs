/** `npm run new:node category.name`: the skeleton of a node, which compiles and which the contract suite then judges. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [id = ""] = process.argv.slice(2);
const match = /^([a-z]+)\.([a-z][a-z0-9-]*)$/.exec(id);

if (!match) {
  console.error("Name the node as category.name, in lower case: npm run new:node -- metric.regression");
  process.exit(2);
}
const [, category, name] = match;
const file = join(root, "nodes", category, `${name}.ts`);
if (existsSync(file)) {
  console.error(`nodes/${category}/${name}.ts exists already.`);
  process.exit(2);
}
const words = name.split("-").map((word) => word[0].toUpperCase() + word.slice(1));
const camel = category + words.join("");
const title = words.join(" ");

mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `/** One sentence: what this node is for. */
import { defineNode } from "../../core/node/node.ts";
import { int } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { tablePort } from "../ports.ts";

export const ${camel} = defineNode({
  id: "${id}",
  version: 1,
  title: "${title}",
  category: "${category}",
  summary: "What the user gets, in one sentence.",
  idBase: "${name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}",
  inputs: { table: tablePort({ title: "Table", help: "What comes in." }) },
  params: { rows: int({ title: "Rows", help: "What it does.", default: 10, min: 1, max: 1000, key: true }) },
  outputs: { table: tablePort({ title: "Table", help: "What comes out." }) },
  traits: { cost: "heavy" },
  zh: {
    title: "${title}",
    summary: "用一句话说明用户得到什么。",
    inputs: { table: { title: "表", help: "输入。" } },
    outputs: { table: { title: "表", help: "输出。" } },
    params: { rows: { title: "行数", help: "作用。" } },
  },
  infer: ({ table }) => ({ table: table ?? { kind: "table" } }),
  run: (_ctx, { table }) => ({ table }),
  script: (params) => call("functionOfTheLibrary", { inputs: ["table"], params, outputs: "table" }),
  examples: [{ title: "The smallest use", inputs: { table: "data.example:table" } }],
  sources: ["Author year, title"],
});
`,
);
console.log(
  `nodes/${category}/${name}.ts is a skeleton now. Next: node build/generate-nodes.mjs, then docs/adding-a-node.md.`,
);

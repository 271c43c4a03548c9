/** Writes docs/reference/ from the compiled nodes; with `--check` only says whether it is fresh. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "docs", "reference");
const compiled = (path) => import(pathToFileURL(join(root, "dist", "node", path)).href);

const { referencePages } = await compiled("cli/reference.js");
const { nodes } = await compiled("nodes/nodes.generated.js");
const pages = referencePages(nodes);
mkdirSync(folder, { recursive: true });
const stale = [...pages].filter(([name, text]) => {
  const file = join(folder, name);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
});
const left = readdirSync(folder).filter((name) => !pages.has(name));

if (process.argv.includes("--check")) {
  const wrong = [...stale.map(([name]) => name), ...left];
  if (wrong.length > 0) console.error(`docs/reference is stale (npm run reference): ${wrong.join(", ")}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  for (const name of left) rmSync(join(folder, name));
  console.log(`docs/reference: ${stale.length} written, ${left.length} removed, ${pages.size} in all`);
}

/**
 * Writes from the compiled nodes what says how they are used: `docs/reference/`, and the examples that the editor's own
 * reference pages show, and the static site in `dist/reference`. `--check` only says whether the files are fresh; `--site
 * FOLDER` only makes the site.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join("docs", "reference");
const compiled = (path) => import(pathToFileURL(join(root, "dist", "node", path)).href);

const { referenceExamples, referencePages } = await compiled("cli/reference.js");
const { describe } = await compiled("core/node/descriptor.js");
const { nodes } = await compiled("nodes/nodes.generated.js");
const examples = await referenceExamples(nodes);
const pages = referencePages(nodes, examples);
const files = new Map([...pages].map(([name, text]) => [join(folder, name), text]));
files.set(
  join("renderer", "reference", "examples.generated.json"),
  `{\n${Object.entries(examples)
    .map(([id, example]) => `${JSON.stringify(id)}: ${JSON.stringify(example)}`)
    .join(",\n")}\n}\n`,
);

mkdirSync(join(root, folder), { recursive: true });
const stale = [...files].filter(([name, text]) => {
  const file = join(root, name);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
});
const left = readdirSync(join(root, folder)).filter((name) => !pages.has(name));

const [flag, place] = process.argv.slice(2);
if (flag === "--site" && place !== undefined) writeSite(place);
else if (flag === "--check") {
  const wrong = [...stale.map(([name]) => name), ...left];
  if (wrong.length > 0) console.error(`The reference is stale (npm run reference): ${wrong.join(", ")}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of stale) writeFileSync(join(root, name), text);
  for (const name of left) rmSync(join(root, folder, name));
  console.log(`Reference: ${stale.length} files written, ${left.length} removed, ${files.size} in all`);
  writeSite(join(root, "dist", "reference"));
}

/** Components of the page and their tsconfig, so not in this process. */
function writeSite(out) {
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const config = join(root, "renderer", "tsconfig.json");
  const { status } = spawnSync(
    process.execPath,
    [tsx, "--tsconfig", config, join(root, "build", "write-site.mjs"), out],
    {
      cwd: root,
      input: JSON.stringify({ descriptors: nodes.map((node) => describe(node)), examples }),
      stdio: ["pipe", "inherit", "inherit"],
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  process.exitCode = status ?? 1;
}

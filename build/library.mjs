/** Writes the manifest of the library package `espalier` into the folder that is named: only what a script needs. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version, license, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const needed = ["@duckdb/node-api", "@noble/hashes", "apache-arrow", "write-file-atomic", "zod"];
/** Tensor backends: a script that wants one installs it. */
const wanted = [
  "@tensorflow/tfjs",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-backend-webgpu",
  "webgpu",
];
const versions = (names) => Object.fromEntries(names.map((name) => [name, dependencies[name]]));

const manifest = {
  name: "espalier",
  version,
  description: "The learners, tables and metrics of Espalier, for scripts that its canvas writes.",
  license,
  type: "module",
  engines: { node: ">=20.20" },
  exports: { ".": { types: "./core/ml/espalier.d.ts", default: "./core/ml/espalier.js" } },
  files: ["core"],
  dependencies: versions(needed),
  peerDependencies: versions(wanted),
  peerDependenciesMeta: Object.fromEntries(wanted.map((name) => [name, { optional: true }])),
};
writeFileSync(
  join(process.argv[2] ?? join(root, "dist", "lib"), "package.json"),
  `${JSON.stringify(manifest, null, 2)}\n`,
);

/** Types, lint and format, and what is generated: everything that must hold besides the tests. Says all that is wrong. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensure } from "./parts.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inPackages = (...path) => join(root, "node_modules", ...path);

const checks = {
  "types of the Node side": [inPackages("typescript", "bin", "tsc"), "-p", "."],
  "types of the page": [inPackages("typescript", "bin", "tsc"), "-p", "renderer"],
  "lint and format": [inPackages("@biomejs", "biome", "bin", "biome"), "ci", "--error-on-warnings", "."],
  kernels: [join(root, "build", "kernels.mjs"), "--check"],
  "list of nodes": [join(root, "build", "generate-nodes.mjs"), "--check"],
  reference: [join(root, "build", "write-reference.mjs"), "--check"],
  "licences of packages": [join(root, "build", "write-notice.mjs"), "--check"],
  "keys of the guide": [
    inPackages("tsx", "dist", "cli.mjs"),
    "--tsconfig",
    join(root, "renderer", "tsconfig.json"),
    join(root, "build", "write-guide.mjs"),
    "--check",
  ],
};

ensure(["packages", "node"]);
let failed = 0;
for (const [name, args] of Object.entries(checks)) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  console.log(`${status === 0 ? "holds" : "FAILS"}: ${name}`);
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;

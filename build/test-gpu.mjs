/** `npm run test:gpu`: the tensor tests on CUDA and on WebGPU with real adapters, where there are any; otherwise says why not. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiled = (path) => import(pathToFileURL(join(root, "dist", "node", "core", path)).href);
const { detectBackend } = await compiled("backend/detect.js");
const { wordDiagnostic } = await compiled("words/word.js");

const present = [];
for (const name of ["tensorflow", "webgpu"]) {
  const finding = await detectBackend(name, { software: false });
  const onCard = finding.usable && (name === "webgpu" || finding.device === "CUDA");
  if (onCard) present.push(name);
  console.log(`${name === "tensorflow" ? "CUDA" : "WebGPU"}: ${onCard ? finding.device : whyNot(finding)}`);
}
if (present.length === 0) console.log("test:gpu: no card to test on; nothing was run.");
else {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", "--project", "long", "test/long/backends.test.ts"],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ESPALIER_TEST_BACKENDS: present.join(",") },
    },
  );
  process.exitCode = status ?? 1;
}

function whyNot({ usable, reason, device }) {
  if (usable)
    return `tensorflow computes on ${device}; npm run native:install -- --gpu brings the build for CUDA.`;
  const { what, hint } = wordDiagnostic(reason, "en");
  return `${what} ${hint}`;
}

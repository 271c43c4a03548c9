/** `npm run electron:install`: fetches the Electron runtime that `node_modules/electron` asks for, where the network allows. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runtimeProgram } from "./desktop.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, "node_modules", "electron", "install.js");
const { status, stderr } = spawnSync(process.execPath, [program], {
  encoding: "utf8",
  stdio: ["ignore", "inherit", "pipe"],
});
const found = runtimeProgram();
if (status === 0 && found) console.log(`Electron is installed: ${found}`);
else {
  const [reason = ""] = (stderr ?? "")
    .trim()
    .split("\n")
    .filter((line) => /error/i.test(line));
  console.error(`The Electron runtime could not be fetched. ${reason}`.trim());
  console.error("Behind a proxy set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked runtime.");
  process.exitCode = 1;
}

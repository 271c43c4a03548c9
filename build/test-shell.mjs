/** Bundles the shell for the runtime of tests (`test/electron/entry-main.ts`), as CommonJS for Node 16 and Chromium 108. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, copyIcon, writeManifest } from "./shell.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A dropped file still carries its path in an older Electron. */
const webUtils =
  '{ const e = require("electron"); if (!e.webUtils) e.webUtils = { getPathForFile: (file) => file.path ?? "" }; }';

/** Into `out`, whose sister `page` is the built page. */
export async function bundleForTests(out) {
  const entry = (...path) => join(root, ...path);
  const main = entry("test", "electron", "entry-main.ts");
  await bundle({ entry: main, out, name: "main.cjs", format: "cjs", target: "node16" });
  const preload = entry("electron", "preload.ts");
  const name = "preload.cjs";
  await bundle({ entry: preload, out, name, format: "cjs", target: "chrome108", banner: webUtils });
  writeManifest(out, { main: "main.cjs", type: "commonjs" });
  copyIcon(out);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleForTests(process.argv[2]);

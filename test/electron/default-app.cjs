/** Stands for the official runtime's default app, which the one for tests lacks: `-r FILE` and an app's folder. */
const Module = require("node:module");
const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { app } = require("electron");

const args = process.argv.slice(1);
let folder;
for (let at = 0; at < args.length; at++) {
  if (args[at] === "-r") require(resolve(args[++at]));
  else if (!args[at].startsWith("-") && folder === undefined) folder = resolve(args[at]);
}
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
app.setVersion(manifest.version ?? "0");
app.setName(manifest.productName ?? manifest.name);
app.setAppPath(folder);
Module._load(join(folder, manifest.main), null, true);

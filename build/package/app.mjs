/** Lays out what a package is made of: the app for the archive, the engine, a Node, licences. */
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { layOutEngine, licenceText } from "./engine.mjs";
import { placeNode } from "./node-binary.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const icons = join(root, "build", "icons");

/** Into `laid`, anew. `shell` is the folder of the bundled shell. */
export async function layOut(laid, { platform, arch, shell, node }) {
  rmSync(laid, { recursive: true, force: true });
  const app = join(laid, "app");
  cpSync(shell, join(app, "electron"), { recursive: true, filter: (path) => !/[\\/]\.stamp$/.test(path) });
  cpSync(join(root, "dist", "page"), join(app, "page"), {
    recursive: true,
    filter: (path) => !/[\\/]\.stamp$|\.map$/.test(path),
  });
  const manifest = JSON.parse(readFileSync(join(shell, "package.json"), "utf8"));
  // A Debian package must name a person to write to and a place to look; there is none yet.
  const facts = {
    author: "Espalier maintainers <nobody@espalier.invalid>",
    homepage: "https://espalier.invalid",
  };
  const whole = { ...manifest, ...facts, main: `electron/${manifest.main}` };
  writeFileSync(join(app, "package.json"), JSON.stringify(whole, null, 2));
  // The module's kind is said by the manifest beside it.
  const resources = join(laid, "resources");
  await layOutEngine(join(resources, "engine"), { platform, arch });
  await placeNode(join(resources, "node"), { platform, arch, from: node });
  const licences = join(resources, "licences");
  mkdirSync(licences);
  for (const name of ["LICENSE", "NOTICE.md"]) copyFileSync(join(root, name), join(licences, name));
  writeFileSync(join(licences, "packages.txt"), licenceText());
}

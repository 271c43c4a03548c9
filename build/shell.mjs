/**
 * Bundles the desktop shell: main as one module, the preload script as one CommonJS file (a sandboxed one can load no other),
 * and the manifest that makes the folder an app. `node build/shell.mjs OUT`.
 */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One entry into one file. `target` is what the runtime understands. */
export async function bundle({ entry, out, name, format, target, banner = "" }) {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      target,
      minify: false,
      rollupOptions: {
        input: entry,
        external: ["electron", ...builtinModules, /^node:/],
        output: { format, entryFileNames: name, codeSplitting: false, banner },
      },
    },
  });
}

/** The manifest of the app in this folder. */
export function writeManifest(out, { main, type }) {
  const { version, license, description } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const manifest = { name: "espalier", productName: "Espalier", version, license, description, type, main };
  writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The window's picture beside the program. */
export function copyIcon(out) {
  const icon = join(root, "build", "icons", "256.png");
  if (existsSync(icon)) copyFileSync(icon, join(out, "icon.png"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , out] = process.argv;
  const at = (file) => join(root, "electron", file);
  await bundle({ entry: at("main.ts"), out, name: "main.js", format: "es", target: "node24" });
  await bundle({ entry: at("preload.ts"), out, name: "preload.cjs", format: "cjs", target: "chrome140" });
  writeManifest(out, { main: "main.js", type: "module" });
  copyIcon(out);
}

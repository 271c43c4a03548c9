/**
 * `npm run package [-- --platform linux|win32|darwin] [--arch x64|arm64] [--dir] [--node FILE]`: what a person installs, in
 * `dist/package`. Electron comes from the installed runtime where it is for that platform, else electron-builder fetches it.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Arch, build, Platform } from "electron-builder";
import { installedRuntime } from "../electron-runtime.mjs";
import { icons, layOut } from "./app.mjs";
import { configuration } from "./config.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const builders = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC };

/** Lays out and packs. `shell` is the folder of the bundled shell, `electron` a runtime's folder and version. */
export async function pack({ platform, arch, targets, node, shell, electron, place }) {
  const laid = join(place, "laid");
  await layOut(laid, { platform, arch, shell, node });
  const output = join(place, "out");
  const config = configuration({ laid, output, icons, electron });
  await build({
    projectDir: root,
    targets: builders[platform].createTarget(targets, Arch[arch]),
    config,
    publish: "never",
  });
  return output;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      platform: { type: "string", default: process.platform },
      arch: { type: "string", default: process.arch },
      node: { type: "string" },
      dir: { type: "boolean", default: false },
    },
  });
  const { platform, arch, node, dir } = values;
  if (!Object.hasOwn(builders, platform) || !["x64", "arm64"].includes(arch)) {
    console.error(`package: there is no Electron for ${platform} on ${arch}.`);
    process.exitCode = 2;
  } else {
    const here = platform === process.platform && arch === process.arch ? installedRuntime() : undefined;
    const manifest = join(root, "node_modules", "electron", "package.json");
    const electron = here ?? { version: JSON.parse(readFileSync(manifest, "utf8")).version };
    const packing = pack({
      platform,
      arch,
      node,
      electron,
      targets: dir ? ["dir"] : undefined,
      shell: join(root, "dist", "electron"),
      place: join(root, "dist", "package", `${platform}-${arch}`),
    });
    try {
      console.log(`Packed: ${await packing}`);
    } catch (thrown) {
      console.error(`package: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      process.exitCode = 1;
    }
  }
}

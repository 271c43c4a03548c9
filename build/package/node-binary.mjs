/** The Node that runs the engine in a package: of one version, from npm; or one that is named, or this very one. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageFolder } from "./registry.mjs";

/** Of the line that gets repairs, and of the same package on every platform. */
const version = "22.23.2";
const npmName = { win32: "win", darwin: "darwin", linux: "linux" };

/** Puts the program into `out`. `from`: a path, `"own"` for the Node that runs this, or nothing for the one from npm. */
export async function placeNode(out, { platform, arch, from }) {
  const program = platform === "win32" ? "node.exe" : "node";
  mkdirSync(out, { recursive: true });
  const [file, licence] = await find({ platform, arch, from, program });
  copyFileSync(file, join(out, program));
  chmodSync(join(out, program), 0o755);
  if (licence && existsSync(licence)) copyFileSync(licence, join(out, "LICENSE"));
}

async function find({ platform, arch, from, program }) {
  if (from === "own") {
    const own = realpathSync(process.execPath);
    return [own, join(dirname(own), "..", "LICENSE")];
  }
  if (from !== undefined) return [from];
  const name = `node-${npmName[platform]}-${arch}`;
  const folder = await packageFolder(name, version).catch((thrown) => {
    throw new Error(`${thrown.message}\nName a Node for ${platform} on ${arch} with --node FILE.`);
  });
  return [join(folder, "bin", program), join(folder, "LICENSE")];
}

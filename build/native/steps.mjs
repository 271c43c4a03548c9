/**
 * The steps of the installation, each a function of the folder. The addon's own binaries are built on a TensorFlow of 2022;
 * its source is compiled here against the library inside a current wheel, whose C interface is the same.
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./tools.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const npm = "npm";

/** What is installed. Any change of these lines makes the steps after it again. */
export const recipes = {
  cpu: {
    package: "@tensorflow/tfjs-node",
    version: "4.22.0",
    wheel: "tensorflow-cpu==2.21.0",
    device: "oneDNN",
    megabytes: 274,
  },
  gpu: {
    package: "@tensorflow/tfjs-node-gpu",
    version: "4.22.0",
    wheel: "tensorflow==2.21.0",
    // The versions that this build of TensorFlow was made for; pip knows them by the extra.
    cuda: "tensorflow[and-cuda]==2.21.0",
    device: "CUDA",
    megabytes: 572,
  },
};

/** Where the package lies in the folder. */
const packageFolder = (folder, recipe) => join(folder, "node_modules", ...recipe.package.split("/"));

/** In order. `made` says whether what the step's stamp speaks of is still there. */
export const steps = [
  {
    id: "packages",
    says: ({ recipe }) => `Fetching ${recipe.package} ${recipe.version} from npm`,
    from: ({ recipe }) => [recipe.package, recipe.version],
    made: ({ folder, recipe }) => existsSync(join(packageFolder(folder, recipe), "binding")),
    async make({ folder, recipe }) {
      const manifest = { name: "espalier-native", private: true };
      writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
      const names = [`${recipe.package}@${recipe.version}`, "node-api-headers@1"];
      const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
      await run(npm, ["install", ...quiet, ...names], { cwd: folder });
    },
  },
  {
    id: "wheel",
    says: ({ recipe }) => `Fetching ${recipe.wheel} from PyPI (${recipe.megabytes} MB)`,
    from: ({ recipe }) => [recipe.wheel],
    made: ({ folder }) => wheelIn(folder) !== undefined || existsSync(join(folder, ".unpacked")),
    make: ({ folder, recipe }) => download(recipe.wheel, join(folder, "wheel"), ["--no-deps"]),
  },
  {
    id: "library",
    says: () => "Taking the library out of the wheel",
    from: ({ recipe }) => [recipe.wheel, "library"],
    made: ({ folder, recipe }) =>
      existsSync(join(packageFolder(folder, recipe), "deps", "lib", "libtensorflow_cc.so.2")),
    async make({ folder, recipe }) {
      const deps = join(packageFolder(folder, recipe), "deps");
      rmSync(deps, { recursive: true, force: true });
      const wheel = wheelIn(folder);
      if (wheel === undefined) {
        rmSync(join(folder, ".unpacked"), { force: true });
        throw new Error("the wheel is missing and will be fetched again");
      }
      await run("python3", [join(here, "unpack-wheel.py"), wheel, deps]);
      for (const [name, target] of [
        ["libtensorflow.so", "libtensorflow_cc.so.2"],
        ["libtensorflow_framework.so", "libtensorflow_framework.so.2"],
      ])
        symlinkSync(target, join(deps, "lib", name));
      writeFileSync(join(folder, ".unpacked"), "");
      rmSync(join(folder, "wheel"), { recursive: true, force: true });
    },
  },
  {
    id: "cuda",
    only: ({ recipe }) => recipe.cuda !== undefined,
    says: () => "Fetching NVIDIA's libraries from PyPI (2 to 3 GB); they are for this machine alone",
    from: ({ recipe }) => [recipe.cuda ?? ""],
    made: ({ folder, recipe }) => existsSync(join(packageFolder(folder, recipe), "deps", "nvidia")),
    async make({ folder, recipe }) {
      const wheels = join(folder, "cuda-wheels");
      await download(recipe.cuda, wheels, []);
      const deps = join(packageFolder(folder, recipe), "deps");
      for (const name of readdirSync(wheels).filter((one) => one.startsWith("nvidia_")))
        await run("python3", ["-m", "zipfile", "-e", join(wheels, name), deps]);
      rmSync(wheels, { recursive: true, force: true });
    },
  },
  {
    id: "addon",
    says: () => "Compiling the addon (about 15 s)",
    from: ({ recipe }) => [recipe.package, recipe.version, recipe.wheel, "addon 1"],
    made: ({ folder, recipe }) => existsSync(addonOf(folder, recipe)),
    async make({ folder, recipe }) {
      const own = packageFolder(folder, recipe);
      const addon = addonOf(folder, recipe);
      mkdirSync(dirname(addon), { recursive: true });
      const defines = ["NAPI_VERSION=8", "NODE_GYP_MODULE_NAME=tfjs_binding", "BUILDING_NODE_EXTENSION"];
      const includes = [
        join(folder, "node_modules", "node-api-headers", "include"),
        join(own, "deps", "include"),
      ];
      await run("g++", [
        ..."-O2 -std=c++17 -fPIC -shared".split(" "),
        ...defines.map((name) => `-D${name}`),
        ...includes.flatMap((path) => ["-I", path]),
        ...["tfjs_backend.cc", "tfjs_binding.cc"].map((name) => join(own, "binding", name)),
        ...["-L", join(own, "deps", "lib"), "-ltensorflow", "-ltensorflow_framework"],
        "-Wl,-rpath,$ORIGIN/../../deps/lib",
        ...["-o", addon],
      ]);
    },
  },
];

export function addonOf(folder, recipe) {
  return join(packageFolder(folder, recipe), "lib", "napi-v8", "tfjs_binding.node");
}

export function sha256(path) {
  return new Promise((resolve, reject) => {
    const hash = createHash("sha256");
    createReadStream(path)
      .on("data", (part) => hash.update(part))
      .on("error", reject)
      .on("end", () => resolve(hash.digest("hex")));
  });
}

/** pip checks what it fetched by the hash of its index, and puts it in place whole or not at all. */
async function download(what, into, more) {
  mkdirSync(into, { recursive: true });
  // The addon needs no Python: any one whose wheel there is will do.
  const which = ["--only-binary=:all:", "--python-version", "3.11"];
  await run("python3", [
    "-m",
    "pip",
    "download",
    "--disable-pip-version-check",
    ...which,
    ...more,
    "-d",
    into,
    what,
  ]);
}

function wheelIn(folder) {
  const place = join(folder, "wheel");
  const name = existsSync(place) ? readdirSync(place).find((one) => one.endsWith(".whl")) : undefined;
  return name && join(place, name);
}

/** The licence notices go along with the library. */
export function keepNotices(folder, recipe) {
  const notices = join(packageFolder(folder, recipe), "deps", "THIRD_PARTY_NOTICES.txt");
  if (existsSync(notices)) copyFileSync(notices, join(folder, "TENSORFLOW-NOTICES.txt"));
}

export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

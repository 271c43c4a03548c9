/** Lays out the engine as a package carries it: compiled code, examples, and of each npm package only what runs. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "./registry.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What `core`, `nodes` and `cli` import; the rest follows from it. A test of the packed engine would miss one that is left out. */
const direct = [
  "@duckdb/node-api",
  "@noble/hashes",
  "@tensorflow/tfjs",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-backend-webgpu",
  "apache-arrow",
  "cli-progress",
  "commander",
  "intl-messageformat",
  "webgpu",
  "write-file-atomic",
  "ws",
  "zod",
];

/** Declared by packages, and used only in browsers or by their own command lines. */
const unused = /^(@types\/.*|@webgpu\/types|core-js|regenerator-runtime|chalk|yargs)$/;

/** Files that no program reads. */
const dead =
  /\.(map|ts|mts|cts|flow|tsbuildinfo|html|min\.js|gyp|gypi|cc|h)$|(^|\/)(tests?|__tests__|docs?|example|examples|benchmarks?|bin|umd)(\/|$)|[._]test\.[cm]?js(on)?$|(^|\/)tsconfig[^/]*\.json$|(^|\/)(?!licen[cs]e|notice|copying)[^/]*\.(md|markdown|txt)$|(^|\/)\.[^/]+$/i;

/** Packages whose folder holds several builds of one thing: what of each is loaded under Node. */
function wantedOf(name, platform, arch) {
  if (name.startsWith("@tensorflow/"))
    return (path) => !/\.js$/.test(path) || /^dist\/[^/]*\.node\.js$/.test(path);
  const dawn = `dist/${platform === "darwin" ? "darwin-universal" : `${platform}-${arch}`}`;
  if (name === "webgpu")
    return (path) => !/^dist\/[^/]+/.test(path) || path.startsWith(dawn) || dawn === path;
  // Node takes the modules; CommonJS beside them is for others.
  if (name === "apache-arrow") return (path) => !/\.js$/.test(path);
  if (name === "zod") return (path) => !/\.cjs$|^src(\/|$)/.test(path);
  return () => true;
}

/** Into `out`: `dist/`, `examples/`, `node_modules/`, licences. */
export async function layOutEngine(out, { platform, arch }) {
  mkdirSync(out, { recursive: true });
  const copy = (path, filter) =>
    cpSync(join(root, path), join(out, path), { recursive: true, ...(filter ? { filter } : {}) });
  copy("dist/node", (path) => !/\.(d\.ts|map)$/.test(path));
  // What an exported script is made of, with its types.
  copy("dist/lib", (path) => !/\.map$/.test(path));
  copy("examples");
  const { name, version, license, type } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(out, "package.json"), JSON.stringify({ name, version, license, type, private: true }));
  for (const one of await closure({ platform, arch })) {
    const wanted = wantedOf(one.name, platform, arch);
    cpSync(one.from, join(out, one.at), {
      recursive: true,
      filter: (path) => {
        const inside = path.slice(one.from.length + 1).replaceAll("\\", "/");
        return (
          inside === "" || (!/(^|\/)node_modules(\/|$)/.test(inside) && !dead.test(inside) && wanted(inside))
        );
      },
    });
  }
}

/** All packages that the direct ones lead to, where npm has put them. */
async function closure({ platform, arch }) {
  const found = new Map();
  const waiting = direct.map((name) => ({ name, above: root, optional: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, above, optional } = next;
    const from = lookUp(name, above);
    if (!from) {
      if (optional) continue;
      throw new Error(`${name} is not installed; npm ci brings it`);
    }
    const at = from.slice(root.length + 1);
    if (found.has(at)) continue;
    found.set(at, { name, from, at });
    const manifest = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
    for (const dependency of Object.keys(manifest.dependencies ?? {}))
      if (!unused.test(dependency)) waiting.push({ name: dependency, above: from, optional: false });
    for (const dependency of Object.keys(manifest.optionalDependencies ?? {}))
      if (!isBinding(dependency)) waiting.push({ name: dependency, above: from, optional: true });
  }
  // DuckDB's native part is a package for each platform, of which npm installs this machine's alone.
  const bindings = `@duckdb/node-bindings-${platform}-${arch}`;
  const at = join("node_modules", bindings);
  found.set(at, { name: bindings, from: await packageFolder(bindings, bindingsVersion()), at });
  return [...found.values()];
}

const isBinding = (name) => name.startsWith("@duckdb/node-bindings-");

function bindingsVersion() {
  return JSON.parse(
    readFileSync(join(root, "node_modules", "@duckdb", "node-bindings", "package.json"), "utf8"),
  ).version;
}

/** As Node looks for a package: beside the one that asks, then further up. */
function lookUp(name, above) {
  for (let folder = above; folder.startsWith(root); folder = dirname(folder)) {
    if (basename(folder) === "node_modules") continue;
    const place = join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return place;
  }
  return undefined;
}

/** The licences of all packages that go along, in one text. */
export function licenceText() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const shipped = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path && !dev && !devOptional,
  );
  return shipped
    .flatMap(([path, { version, license }]) => {
      const folder = join(root, path);
      if (!existsSync(folder)) return [];
      const texts = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && /^(licen[cs]e|notice|copying)/i.test(entry.name))
        .map(({ name }) => readFileSync(join(folder, name), "utf8").trim());
      const title = `${path.replace(/^.*node_modules\//, "")} ${version} (${license})`;
      return [`${title}\n${"=".repeat(title.length)}\n\n${texts.join("\n\n")}`];
    })
    .join("\n\n\n");
}

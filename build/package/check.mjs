/**
 * `npm run package:check`: packs the folder that a person would have after installing, without a network, and says what of the
 * promises holds. The window is shown where there is a display or one can be made.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { testRuntime } from "../electron-runtime.mjs";
import { bundleForTests } from "../test-shell.mjs";
import { fuses } from "./config.mjs";
import { pack } from "./package.mjs";
import { showWindow } from "./window.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(createRequire(import.meta.url).resolve("app-builder-lib"));
const asar = require("@electron/asar");
const { FuseV1Options, getCurrentFuseWire } = require("@electron/fuses");

/** Bytes of the unpacked folder for one platform: Electron, a Node, DuckDB, Dawn, TensorFlow.js, and what is ours. */
const budget = 480e6;
const inArchive = 15e6;

const { platform, arch } = process;
/** Outside the checkout, whose packages would otherwise stand in for missing ones. */
const place = mkdtempSync(join(tmpdir(), "espalier-package-"));
chmodSync(place, 0o755);
const pictures = join(root, ".cache", "package");
mkdirSync(pictures, { recursive: true });
const results = [];

const runtime = await testRuntime();
if (typeof runtime === "string") {
  console.log(`package:check: nothing can be packed here: ${runtime}.`);
  process.exitCode = 1;
} else {
  console.log(
    `Electron ${runtime.version}${runtime.real ? "" : " (a runtime for tests, older than the product's)"}`,
  );
  try {
    await checkAll(await packOffline(runtime));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  const failed = results.filter((ok) => !ok).length;
  console.log(`package:check: ${results.length - failed} hold, ${failed} fail`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function checkAll(packed) {
  checkArchive(join(packed, "resources", "app.asar"));
  checkFiles(packed);
  await checkFuses(join(packed, "espalier"));
  checkEngine(join(packed, "resources"));
  await hold("its window opens, and shows the graph that it was given", () => showWindow(packed, pictures));
}

/** The folder. No proxy answers there: whatever asks for the network fails. */
async function packOffline(runtime) {
  const shell = join(root, "dist", runtime.real ? "electron" : "electron-test");
  if (!runtime.real) await bundleForTests(shell);
  const dist = join(place, "electron");
  const own = /resources[\\/](app|default_app\.asar)([\\/]|$)/;
  cpSync(runtime.folder, dist, {
    recursive: true,
    filter: (path) => !own.test(relative(runtime.folder, path)),
  });
  const nowhere = "http://127.0.0.1:9";
  Object.assign(process.env, { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, npm_config_offline: "true" });
  const output = await pack({
    platform,
    arch,
    targets: ["dir"],
    node: "own",
    shell,
    electron: { folder: dist, version: runtime.version },
    place,
  });
  const [folder] = readdirSync(output).filter((name) => name.endsWith("unpacked"));
  return join(output, folder);
}

function checkArchive(archive) {
  const names = asar.listPackage(archive).map((name) => name.replaceAll(sep, "/"));
  for (const one of [
    "/package.json",
    "/page/index.html",
    "/electron/package.json",
    "/electron/preload.cjs",
    "/electron/icon.png",
  ])
    check(`the archive has ${one}`, names.includes(one));
  const main = JSON.parse(asar.extractFile(archive, "package.json").toString()).main;
  check(`the archive has its program, ${main}`, names.includes(`/${main}`));
  const others = names.filter((name) => !/^\/(package\.json|page|electron)(\/|$)/.test(name));
  check("the archive has nothing else", others.length === 0, others.slice(0, 5));
  const dead = names.filter((name) => /\.(map|ts|tsx)$|\.test\./.test(name));
  check("no maps, sources or tests in the archive", dead.length === 0, dead.slice(0, 5));
  const size = readFileSync(archive).length;
  check(`the archive has ${mega(size)} of at most ${mega(inArchive)}`, size <= inArchive);
}

function checkFiles(packed) {
  const files = readdirSync(packed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const named = files.map((file) => relative(packed, file).replaceAll(sep, "/"));
  for (const one of [
    "resources/node/node",
    "resources/engine/dist/node/cli/engine-program.js",
    "resources/engine/examples/index.json",
    "resources/licences/packages.txt",
    "resources/licences/NOTICE.md",
  ])
    check(`the folder has ${one}`, named.includes(one));
  const has = (pattern) => named.some((name) => pattern.test(name));
  check("DuckDB's library goes along", has(/node-bindings-[a-z0-9-]+\/libduckdb/));
  check("TensorFlow.js's WebAssembly goes along", has(/tfjs-backend-wasm.*simd\.wasm$/));
  const ours = named.filter((name) => name.startsWith("resources/"));
  // The library's types are for whoever exports a script.
  const dead = ours.filter(
    (name) =>
      /\.(map|tsx?|mts|cts)$|[._]test\.|\/(test|tests|__tests__)\//.test(name) &&
      !/engine\/dist\/lib\//.test(name),
  );
  check("no maps, sources or tests among the resources", dead.length === 0, dead.slice(0, 5));
  const foreign = files.filter((file) => isForeign(file)).map((file) => relative(packed, file));
  check(
    `no program for another platform than ${platform} ${arch}`,
    foreign.length === 0,
    foreign.slice(0, 5),
  );
  const nvidia = ours.filter((name) => /nvidia|libtensorflow|tfjs-node/i.test(name));
  check("nothing of NVIDIA's, no native TensorFlow", nvidia.length === 0, nvidia.slice(0, 5));
  const size = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  check(`the folder has ${mega(size)} of at most ${mega(budget)}, in ${files.length} files`, size <= budget);
}

/** By its first bytes, whatever it is called: a program or library that this machine cannot load. */
function isForeign(file) {
  const head = readFileSync(file).subarray(0, 20);
  const elf = head.readUInt32BE?.(0) === 0x7f454c46;
  const machine = elf && head.length >= 20 ? head.readUInt16LE(18) : undefined;
  const windows = head.length > 1 && head[0] === 0x4d && head[1] === 0x5a && /\.(exe|dll|node)$/.test(file);
  const mach = head.length >= 4 && [0xcffaedfe, 0xcafebabe].includes(head.readUInt32BE(0));
  if (elf) return platform !== "linux" || machine !== (arch === "arm64" ? 183 : 62);
  return (windows && platform !== "win32") || (mach && platform !== "darwin");
}

async function checkFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const names = {
    runAsNode: "RunAsNode",
    enableNodeOptionsEnvironmentVariable: "EnableNodeOptionsEnvironmentVariable",
    enableNodeCliInspectArguments: "EnableNodeCliInspectArguments",
    enableEmbeddedAsarIntegrityValidation: "EnableEmbeddedAsarIntegrityValidation",
    onlyLoadAppFromAsar: "OnlyLoadAppFromAsar",
    enableCookieEncryption: "EnableCookieEncryption",
  };
  for (const [fuse, wanted] of Object.entries(fuses)) {
    const state = wire[FuseV1Options[names[fuse]]];
    check(`fuse ${names[fuse]} is ${wanted ? "on" : "off"}`, state === (wanted ? 49 : 48), [state]);
  }
}

/** The packed engine, by the packed Node, in an empty folder and with nothing else on the path. */
function checkEngine(resources) {
  const folder = mkdtempSync(join(tmpdir(), "espalier-packed-"));
  const program = join(resources, "engine", "dist", "node", "cli", "main.js");
  const call = `const { main } = await import(${JSON.stringify(program)}); process.exitCode = await main(process.argv.slice(1));`;
  const espalier = (...args) =>
    spawnSync(join(resources, "node", "node"), ["--input-type=module", "-e", call, "--", ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { HOME: folder, PATH: folder, LANG: "C.UTF-8" },
    });
  const example = (name) => join(resources, "engine", "examples", `${name}.espalier`);
  for (const name of ["adaboost", "sql-and-parquet", "baseline-from-csv"]) {
    const { status, stdout, stderr } = espalier("run", example(name), "--json", "--no-store");
    const last = stdout.trim().split("\n").at(-1) ?? "";
    check(`the packed engine runs ${name}`, status === 0 && /"done"/.test(last), [
      stderr.slice(-300),
      last.slice(0, 200),
    ]);
  }
  const { stdout } = espalier("doctor", "--json");
  const { backends = [] } = stdout ? JSON.parse(stdout) : {};
  const usable = backends.filter((one) => one.usable).map(({ name }) => name);
  check(
    `of the packed backends ${usable.join(", ")} compute`,
    ["wasm", "cpu"].every((name) => usable.includes(name)),
  );
  const dawn = backends.find(({ name }) => name === "webgpu");
  const known = dawn?.usable || dawn?.reason?.code === "backend.no-adapter";
  check("Dawn loads, whatever card there is", known, [dawn?.reason?.code]);
  rmSync(folder, { recursive: true, force: true });
}

async function hold(what, test) {
  try {
    check(`${what}: ${await test()}`, true);
  } catch (thrown) {
    check(what, false, [thrown instanceof Error ? thrown.message : String(thrown)]);
  }
}

function check(what, ok, details = []) {
  results.push(Boolean(ok));
  console.log(`${ok ? "holds" : "FAILS"}: ${what}${ok ? "" : ` (${details.filter(Boolean).join("; ")})`}`);
}

function mega(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/**
 * What stands behind `npm start`, `npm test` and the other commands: installs and builds what is missing or stale, says
 * so on stderr, then does the thing. Uses nothing but Node, so that it works in a clone that has no packages yet, and no
 * network once they are there.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openWindow, whyNoWindow } from "./desktop.mjs";
import { ensure } from "./parts.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);
const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const ofThePage = ["--tsconfig", join(root, "renderer", "tsconfig.json")];

/** Runs a program of the project in the project's folder and ends with its exit code. */
function run(program, programArgs) {
  const { status, signal } = spawnSync(process.execPath, [program, ...programArgs], {
    cwd: root,
    stdio: "inherit",
  });
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
}

/** The command line, in this process: no second start-up to pay for. */
async function espalier(cliArgs) {
  // npm changes into the package's folder; paths on the command line mean the folder where the user stands.
  const standing = process.env.INIT_CWD;
  if (standing !== undefined && existsSync(standing)) process.chdir(standing);
  const { main } = await import(pathToFileURL(join(root, "dist", "node", "cli", "main.js")).href);
  process.exitCode = await main(cliArgs);
}

/** What the installation of native parts shares with the program. */
async function backendParts() {
  const compiled = (path) => import(pathToFileURL(join(root, "dist", "node", "core", path)).href);
  const [{ nativeFolder, stampName }, { detectBackend }, { wordDiagnostic }] = await Promise.all(
    ["backend/native-folder.js", "backend/detect.js", "words/word.js"].map(compiled),
  );
  return { nativeFolder, stampName, detectBackend, wordDiagnostic };
}

const commands = {
  async start() {
    ensure(["packages", "node", "page"]);
    let why = whyNoWindow(args);
    if (why === undefined) {
      ensure(["shell"]);
      const { why: failed, code } = await openWindow(args);
      if (failed === undefined) {
        process.exitCode = code;
        return;
      }
      why = failed;
    }
    console.error(`No window of its own: ${why}. The editor opens in a browser.`);
    await espalier(["serve", ...args.filter((argument) => argument !== "--browser")]);
  },
  async espalier() {
    ensure([
      "packages",
      "node",
      ...(args[0] === "serve" ? ["page"] : []),
      ...(args[0] === "export" ? ["library"] : []),
    ]);
    await espalier(args);
  },
  async preview() {
    ensure(["packages", "node"]);
    const { previewNode } = await import(
      pathToFileURL(join(root, "dist", "node", "cli", "preview-node.js")).href
    );
    process.exitCode = await previewNode(args[0]);
  },
  async "native:install"() {
    ensure(["packages", "node"]);
    const { installNative } = await import("./native/install.mjs");
    process.exitCode = await installNative(args, await backendParts());
  },
  async "native:remove"() {
    ensure(["packages", "node"]);
    const { removeNative } = await import("./native/install.mjs");
    process.exitCode = removeNative(args, await backendParts());
  },
  reference() {
    ensure(["packages", "node"]);
    run(join(root, "build", "write-reference.mjs"), args);
    // The guide names keys, which only the page's own list of actions knows.
    if (process.exitCode === 0) run(tsx, [...ofThePage, join(root, "build", "write-guide.mjs"), ...args]);
  },
  build() {
    ensure(["packages", "node", "library", "page", "shell"]);
  },
  test() {
    ensure(["packages", "node", "library", "page"]);
    run(join(root, "build", "test.mjs"), args);
  },
  "test-electron"() {
    ensure(["packages", "node", "page", "shell"]);
    run(join(root, "build", "test-electron.mjs"), args);
  },
  package() {
    ensure(["packages", "node", "library", "page", "shell"]);
    run(join(root, "build", "package", "package.mjs"), args);
  },
  "package:check"() {
    ensure(["packages", "node", "library", "page", "shell"]);
    run(join(root, "build", "package", "check.mjs"), args);
  },
  "test:gpu"() {
    ensure(["packages", "node", "library"]);
    run(join(root, "build", "test-gpu.mjs"), args);
  },
  bench() {
    ensure(["packages", "node"]);
    run(tsx, [join(root, "bench", "main.ts"), ...args]);
  },
};

if (!Object.hasOwn(commands, command)) {
  console.error(`bootstrap: ${command ?? "nothing"} is none of ${Object.keys(commands).join(", ")}`);
  process.exitCode = 2;
} else await commands[command]();

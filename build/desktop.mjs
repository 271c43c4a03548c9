/** Whether `npm start` can open a window here, and opening it. Uses nothing but Node. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Said by the shell once its window is there. */
const opened = "Espalier is open in a window.";

/** The installed runtime's program, or `undefined`. Asking `require("electron")` would try to fetch one. */
export function runtimeProgram(environment = process.env) {
  const pathFile = join(root, "node_modules", "electron", "path.txt");
  const dist = environment.ELECTRON_OVERRIDE_DIST_PATH;
  const usual = { win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" };
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, "utf8").trim()
    : dist && (usual[process.platform] ?? "electron");
  const program = name && join(dist ?? join(root, "node_modules", "electron", "dist"), name);
  return program && existsSync(program) ? program : undefined;
}

/** Why no window can be opened here, in a few words; `undefined` when nothing is known against it. */
export function whyNoWindow(args, environment = process.env, facts = process) {
  const asked = args.find((argument) =>
    ["--port", "--no-open", "--browser"].includes(argument.split("=")[0]),
  );
  if (asked !== undefined) return `${asked} asks for a browser`;
  if (facts.platform === "linux" && !environment.DISPLAY && !environment.WAYLAND_DISPLAY)
    return "there is no display";
  if (!runtimeProgram(environment)) return "no Electron runtime is installed (npm run electron:install)";
  if (facts.platform === "linux" && facts.getuid?.() === 0) return "the sandbox does not work for root";
  return undefined;
}

/** Opens the window and stays until it ends. Answers why it could not be opened, or nothing and its exit code. */
export function openWindow(args) {
  const program = runtimeProgram();
  const environment = { ...process.env, ESPALIER_NODE: process.execPath };
  delete environment.ELECTRON_RUN_AS_NODE;
  const child = spawn(program, [join(root, "dist", "electron"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment,
  });
  return new Promise((resolve) => {
    let shown = false;
    child.stdout.on("data", (data) => {
      shown ||= String(data).includes(opened);
      process.stdout.write(data);
    });
    child.once("error", (error) => resolve({ why: error.message }));
    // A second start hands its files to the first and ends in order, without a window of its own.
    child.once("close", (code, signal) =>
      resolve(
        shown || code === 0 ? { code: code ?? 1 } : { why: `the window ended at once (${signal ?? code})` },
      ),
    );
  });
}

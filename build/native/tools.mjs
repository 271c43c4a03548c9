/** The programs of the system that the installation needs, and running them with their words passed on. */
import { spawn, spawnSync } from "node:child_process";

/** What is missing, in sentences; empty when nothing is. */
export function missingTools() {
  const problems = [];
  if (process.platform !== "linux" || process.arch !== "x64")
    problems.push(`only Linux on x64 is supported, and this is ${process.platform} on ${process.arch}`);
  if (!works("g++", ["--version"])) problems.push("g++ is missing (Debian: apt-get install g++)");
  if (!works("python3", ["-m", "pip", "--version"]))
    problems.push("python3 with pip is missing (Debian: apt-get install python3-pip)");
  return problems;
}

function works(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** Runs a program; its output goes to stderr, where progress belongs. Rejects with its last words. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", 2, "pipe"], ...options });
    let words = "";
    child.stderr.on("data", (text) => {
      process.stderr.write(text);
      words = (words + text).slice(-500);
    });
    child.on("error", reject);
    child.on("close", (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} ended with ${signal ?? code}: ${words.trim() || args.join(" ")}`)),
    );
  });
}

/**
 * Peers written in Python. Installs them once, pinned, into `.cache/bench-venv` (outside git), and talks to a peer
 * program by lines of JSON: one line in is one turn, one line out its result. The program keeps its data between
 * turns, so only the work itself is timed, by the peer's own clock.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Where benchmarks keep what they generate and install. */
export const cacheFolder = fileURLToPath(new URL("../.cache/", import.meta.url));

const venv = `${cacheFolder}bench-venv`;
const wanted = fileURLToPath(new URL("requirements.txt", import.meta.url));

/** A running peer. `turn` sends one line and resolves to the answer; `dispose` ends the process. */
export type PythonPeer = { turn(request: object): Promise<unknown>; dispose(): void };

/** Starts `bench/peers/<program>` with `words` in the environment of the peers. */
export function startPeer(
  program: string,
  log: (line: string) => void,
  words: readonly string[] = [],
): PythonPeer {
  install(log);
  const path = fileURLToPath(new URL(`peers/${program}`, import.meta.url));
  const child = spawn(`${venv}/bin/python`, [path, ...words], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async turn(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended without an answer`);
      return JSON.parse(value);
    },
    dispose: () => child.kill(),
  };
}

/** Skipped when the environment was made from the same list of packages. */
function install(log: (line: string) => void): void {
  const list = readFileSync(wanted, "utf8");
  const made = `${venv}/made-from.txt`;
  if (existsSync(made) && readFileSync(made, "utf8") === list) return;
  log(`installing the peers into ${venv}`);
  mkdirSync(cacheFolder, { recursive: true });
  command("python3", ["-m", "venv", "--clear", venv]);
  command(`${venv}/bin/python`, [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "-r",
    wanted,
  ]);
  writeFileSync(made, list);
}

function command(program: string, words: readonly string[]): void {
  // Installers talk on both streams; ours is for the table.
  const { status, error } = spawnSync(program, words, { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${error?.message ?? `exit ${status}`}`);
}

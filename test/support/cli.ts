/** The command line as its user meets it: another process, with what it prints and the code it ends with. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./imports.ts";

export type Ended = { code: number | null; out: string; err: string; lines: Record<string, unknown>[] };

/** The compiled program without the bootstrap, which would look for stale parts first. */
const program = `
const { main } = await import(${JSON.stringify(pathToFileURL(join(root, "dist/node/cli/main.js")).href)});
process.exitCode = await main(process.argv.slice(1));
`;

export type Options = {
  cwd?: string;
  env?: Record<string, string>;
  onOut?: (text: string, child: ChildProcess) => void;
};

export function espalier(args: readonly string[], options: Options = {}): Promise<Ended> {
  return command(process.execPath, ["--input-type=module", "-e", program, "--", ...args], options);
}

export function command(
  file: string,
  args: readonly string[],
  { cwd = root, env = {}, onOut }: Options = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // A store of its own for each call: what one test computed must not answer another.
    const ESPALIER_STORE = join(root, ".cache", "test-stores", randomUUID());
    const inherited = {
      ...process.env,
      ESPALIER_STORE,
      ESPALIER_DATA: join(ESPALIER_STORE, "data"),
      LANG: "C.UTF-8",
      LC_ALL: "",
      LC_MESSAGES: "",
      ...env,
    };
    const child = spawn(file, args, { cwd, env: inherited, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      out += part;
      onOut?.(out, child);
    });
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      err += part;
    });
    // Nothing here takes a tenth of that; what hangs must not outlive the tests.
    const timer = setTimeout(() => child.kill("SIGKILL"), 50_000);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, out, err, lines: jsonLines(out) });
    });
  });
}

function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

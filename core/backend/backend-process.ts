/**
 * Runs one job in a process of its own: native code that crashes, hangs or eats memory there takes nothing along, and two
 * builds of one library never meet. The process is killed when its time is up, when it is cancelled, and with its parent
 * (it ends when the channel closes).
 */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Cancelled, DiagnosticError, fail, problem } from "../base/diagnostic.ts";
import type { BackendJob, DetectResult, FromBackend, MatmulResult } from "./job.ts";

export type Watch = {
  /** Milliseconds before the process is given up. */
  limitMs: number;
  progress?: (done: number, total: number) => void;
  /** Asked ten times a second; a throw (`Cancelled`) ends the process. */
  poll?: () => void;
  /** Another program than the backends' own, and the environment it gets: for tests. */
  program?: string;
  environment?: NodeJS.ProcessEnv;
};

const pollMs = 60;
/** Of what a process wrote to stderr before it died: enough for the last sentence. */
const keptWords = 300;

/** Rejects with `Cancelled`, or `backend.*` diagnostics. */
export async function runBackendJob(job: BackendJob, watch: Watch): Promise<DetectResult | MatmulResult> {
  const program = watch.program ?? ownProgram();
  watch.poll?.();
  const child = fork(program, [], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    env: { ...process.env, ...watch.environment },
  });
  try {
    return await outcome(child, job, watch);
  } finally {
    child.kill("SIGKILL");
  }
}

function outcome(child: ChildProcess, job: BackendJob, watch: Watch): Promise<DetectResult | MatmulResult> {
  const { backend } = job;
  return new Promise((resolve, reject) => {
    let words = "";
    const timers: NodeJS.Timeout[] = [];
    const settle = (act: () => void) => {
      for (const timer of timers) clearInterval(timer);
      act();
    };
    const lose = (values: { code: string } & Record<string, string | number>) => {
      const { code, ...rest } = values;
      settle(() => reject(new DiagnosticError(problem(code, { backend, ...rest }))));
    };
    timers.push(
      setTimeout(() => lose({ code: "backend.too-slow", seconds: watch.limitMs / 1000 }), watch.limitMs),
      setInterval(() => {
        try {
          watch.poll?.();
        } catch (thrown) {
          settle(() => reject(thrown instanceof Error ? thrown : new Cancelled()));
        }
      }, pollMs),
    );
    child.stderr?.on("data", (text: Buffer) => {
      words = (words + text.toString()).slice(-keptWords);
    });
    child.on("error", (error) => lose({ code: "backend.crashed", message: error.message }));
    child.on("exit", (code, signal) =>
      lose({ code: "backend.crashed", message: `${signal ?? `exit code ${code}`} ${words.trim()}`.trim() }),
    );
    child.on("message", (message: FromBackend) => {
      if (message.kind === "progress") return watch.progress?.(message.done, message.total);
      if (message.kind === "failed")
        return settle(() => reject(new DiagnosticError({ ...message.diagnostic, severity: "error" })));
      if (message.leaked > 0) return lose({ code: "backend.leaked", count: message.leaked });
      settle(() => resolve(message.result));
    });
    child.send(job, (error) => {
      if (error) lose({ code: "backend.crashed", message: error.message });
    });
  });
}

/** The compiled program beside this file; when this is TypeScript (a test), that of the build. */
function ownProgram(): string {
  const here = import.meta.url;
  const program = here.endsWith(".ts")
    ? new URL("../../dist/node/core/backend/backend-program.js", here)
    : new URL("backend-program.js", here);
  const path = fileURLToPath(program);
  return existsSync(path) ? path : fail("internal.unexpected", { message: `${path} is missing` });
}

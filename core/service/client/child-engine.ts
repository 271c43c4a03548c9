/**
 * The engine as a child process, supervised: started, listened to, started again with growing pauses when it ends or
 * falls silent. What was under way then fails with a diagnostic; documents live elsewhere and never notice.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { totalmem } from "node:os";
import { type Diagnostic, problem } from "../../base/diagnostic.ts";
import { byteLine } from "../byte-line.ts";
import type { EngineService, RunEvent } from "../engine-service.ts";
import { remoteServices } from "./remote.ts";

export type ChildEngineOptions = {
  /** Path of the engine's program and its arguments. */
  program: string;
  args: readonly string[];
  /** A real Node binary; by default the one that runs this. */
  node?: string;
  firstPauseMs?: number;
  longestPauseMs?: number;
  heartbeatMs?: number;
  /** Silence after which the process is held to hang. Must exceed the longest time its main thread may be busy. */
  silenceMs?: number;
  /** Bytes that the process may hold, looked at with each heartbeat; one that holds more is ended and started again. */
  mostBytes?: number;
};

export type ChildEngine = {
  engine: EngineService;
  /** Process id of the engine now, for tests and the log. */
  pid(): number | undefined;
  /** How often it had to be started again. */
  restarts(): number;
  /** How long the next pause before a start will be. */
  pauseMs(): number;
  dispose(): Promise<void>;
};

/** Enough is left for the system and the page, which would otherwise stand still before the engine is ended. */
const shareOfMachine = 0.8;

/**
 * `--expose-gc`: the engine collects when it falls idle (core/engine/collect-when-idle.ts). Young generations of 4 MB instead of 16:
 * V8 never gives back what one has grown to, and the engine has one in each thread.
 */
const nodeFlags = ["--expose-gc", "--max-semi-space-size=4"];

/** glibc lets each thread fill an arena of its own and fragments them all; other C libraries take no notice of it. */
const mostArenas = "2";

/** The memory of the machine, or what this process may have of it. */
function memoryHere(): number {
  const constrained = process.constrainedMemory?.() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

/** Starts and supervises the engine. Calls made while it is down wait for nothing: they fail at once. */
export function startChildEngine(options: ChildEngineOptions): ChildEngine {
  const { firstPauseMs = 200, longestPauseMs = 10_000, heartbeatMs = 2000, silenceMs = 20_000 } = options;
  const usual = Math.floor(memoryHere() * shareOfMachine);
  const remote = remoteServices();
  const listeners = new Set<(event: RunEvent) => void>();
  /** Runs under way: the last event of each node, for those who subscribe late, as the engine itself would give it. */
  const underWay = new Map<string, Map<string, RunEvent>>();
  let child: ChildProcess | undefined;
  let ending = false;
  let pause = firstPauseMs;
  let restarts = 0;
  let waiting: NodeJS.Timeout | undefined;
  /** Why it was ended, when it was ended here. */
  let verdict: Diagnostic | undefined;

  remote.engine.subscribe((event) => {
    remember(event);
    for (const listener of listeners) listener(event);
  });

  function remember(event: RunEvent): void {
    if (event.kind === "finished") underWay.delete(event.runId);
    if (event.kind === "started") underWay.set(event.runId, new Map([["", event]]));
    if (event.kind === "node") underWay.get(event.runId)?.set(`${event.node}/${event.mirrorOf ?? ""}`, event);
  }

  function start(): void {
    const next = spawn(options.node ?? process.execPath, [...nodeFlags, options.program, ...options.args], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { MALLOC_ARENA_MAX: mostArenas, ...process.env },
    });
    child = next;
    if (next.stdout && next.stdin) remote.attach(byteLine(next.stdout, next.stdin));
    // A program that cannot be started shows as an exit.
    next.on("error", () => undefined);
    next.once("close", () => ended(next));
  }

  function ended(old: ChildProcess): void {
    if (child !== old) return;
    child = undefined;
    if (ending) return;
    failRuns();
    restarts++;
    waiting = setTimeout(start, pause);
    pause = Math.min(longestPauseMs, pause * 2);
  }

  /** Nobody else will say how these runs ended. */
  function failRuns(): void {
    for (const [runId, events] of underWay) {
      const diagnostic = verdict ?? problem("run.engine-lost");
      const seq = Math.max(0, ...[...events.values()].map((event) => event.seq ?? 0));
      for (const listener of listeners) {
        listener({ kind: "diagnostic", runId, seq: seq + 1, diagnostic });
        listener({ kind: "finished", runId, seq: seq + 2, status: "failed", ms: 0, scores: {} });
      }
    }
    underWay.clear();
    verdict = undefined;
  }

  const heart = setInterval(() => {
    const listening = child;
    if (!listening) return;
    const silence = setTimeout(() => {
      if (child === listening) listening.kill("SIGKILL");
    }, silenceMs);
    remote.engine.info().then(
      ({ memoryBytes }) => {
        clearTimeout(silence);
        pause = firstPauseMs;
        const mostBytes = options.mostBytes ?? usual;
        if (memoryBytes <= mostBytes || child !== listening) return;
        verdict = problem("run.memory-ceiling", {
          held: megabytes(memoryBytes),
          limit: megabytes(mostBytes),
        });
        listening.kill("SIGKILL");
      },
      () => clearTimeout(silence),
    );
  }, heartbeatMs);
  heart.unref();

  start();
  return {
    engine: {
      ...remote.engine,
      subscribe(listener) {
        for (const events of underWay.values()) for (const event of events.values()) listener(event);
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    pid: () => child?.pid,
    restarts: () => restarts,
    pauseMs: () => pause,
    async dispose() {
      ending = true;
      clearInterval(heart);
      clearTimeout(waiting);
      const last = child;
      if (!last) return;
      const gone = new Promise((done) => last.once("close", done));
      // The engine ends by itself when its input does; a second is enough for that.
      last.stdin?.end();
      const kill = setTimeout(() => last.kill("SIGKILL"), 1000);
      await gone;
      clearTimeout(kill);
    },
  };
}

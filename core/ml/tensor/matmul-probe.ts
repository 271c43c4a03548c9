/**
 * A product of matrices on the tensor backends of this machine, timed and checked against float64. Errors are the same in
 * every run on one machine; times are measured, and are not.
 */

import { runBackendJob } from "../../backend/backend-process.ts";
import { chooseBackend } from "../../backend/choose.ts";
import { type DetectOptions, jobFor } from "../../backend/detect.ts";
import type { MatmulResult } from "../../backend/job.ts";
import { type BackendName, backendNames } from "../../base/backend-report.ts";
import { Cancelled, type Diagnostic, diagnosticOf } from "../../base/diagnostic.ts";
import { hashJson } from "../../base/json.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { BackendsFigure, Table } from "../values.ts";

export type MatmulProbeOptions = {
  /** Rows and columns of the largest matrices. */
  largest?: number;
  /** How many sizes: each is half of the one before, down to 1. */
  steps?: number;
  /** Timed products a size, after one that is not timed. The median counts. */
  repeats?: number;
  /** All of them, the one that is chosen here, or one by its name. */
  backends?: "all" | "chosen" | BackendName;
  seed?: number;
};

/** Milliseconds that one backend has for all its sizes. */
const limitMs = 300_000;

/**
 * C = A B for square A, B with entries uniform in [−1, 1), on each backend in a process of its own.
 *
 * The error is max |C − C₆₄| ÷ max |C₆₄|, where C₆₄ is computed in float64 over the same float32 entries (of large
 * matrices 32 rows, evenly spread). A backend that is not usable, or fails on the way, is listed with the reason.
 *
 * ```ts
 * const { figure } = await matmulProbe({ largest: 64, steps: 1, repeats: 1, backends: "cpu" });
 * figure.backends[0].error[0] < 1e-5; // true
 * ```
 */
export async function matmulProbe(
  { largest = 512, steps = 3, repeats = 3, backends = "all", seed = 0 }: MatmulProbeOptions = {},
  ctx: WorkContext = quietContext,
  around: { backend?: BackendName } & DetectOptions = {},
): Promise<{ figure: BackendsFigure; table: Table }> {
  const sizes = sizesOf(largest, steps);
  const names = await namesOf(backends, around.backend);
  const timed: BackendsFigure["backends"][number][] = [];
  const unusable: { name: BackendName; reason: Diagnostic }[] = [];
  for (const [at, name] of names.entries()) {
    const share = (done: number, total: number) => ctx.progress(at + done / total, names.length, name);
    share(0, 1);
    try {
      // A software adapter is taken only where it is asked for by name.
      const options = { ...around, ...(backends === "webgpu" ? { software: true } : {}) };
      const work = { kind: "matmul", sizes, repeats, seed } as const;
      const watch = { limitMs, poll: () => ctx.progress(at, names.length, name), progress: share };
      const result = (await runBackendJob({ ...jobFor(name, options), work }, watch)) as MatmulResult;
      timed.push({
        name,
        device: result.device,
        version: result.version,
        ms: Float64Array.from(result.timings, ({ ms }) => ms),
        error: Float64Array.from(result.timings, ({ error }) => error),
      });
    } catch (thrown) {
      if (thrown instanceof Cancelled) throw thrown;
      unusable.push({ name, reason: { ...diagnosticOf(thrown), severity: "info" } });
    }
  }
  const figure: BackendsFigure = {
    kind: "figure",
    form: "backends",
    operation: "matmul",
    repeats,
    sizes: Float64Array.from(sizes),
    backends: timed,
    unusable: unusable.map(({ name, reason: { code, values } }) => ({ name, code, values })),
  };
  return { figure, table: tableOf(figure, seed) };
}

/** Ascending: each is half of the next, rounded down, and none twice. */
export function sizesOf(largest: number, steps: number): number[] {
  const sizes = Array.from({ length: steps }, (_, step) => Math.max(1, Math.floor(largest / 2 ** step)));
  return [...new Set(sizes)].reverse();
}

async function namesOf(
  asked: "all" | "chosen" | BackendName,
  chosen: BackendName | undefined,
): Promise<readonly BackendName[]> {
  if (asked === "all") return backendNames;
  if (asked !== "chosen") return [asked];
  return [chosen ?? (await chooseBackend()).chosen];
}

/** One row a backend and size. */
function tableOf({ sizes, backends, repeats }: BackendsFigure, seed: number): Table {
  const rows = backends.flatMap((one) => Array.from(sizes, (size, at) => ({ one, size, at })));
  const columns = [
    categoryColumn(
      "backend",
      rows.map(({ one }) => one.name),
      { kind: "text" },
    ),
    numberColumn(
      "size",
      rows.map(({ size }) => size),
    ),
    numberColumn(
      "milliseconds",
      rows.map(({ one, at }) => one.ms[at]),
    ),
    numberColumn(
      "gflops",
      rows.map(({ one, at, size }) => (2 * size ** 3) / (one.ms[at] * 1e6)),
    ),
    numberColumn(
      "error",
      rows.map(({ one, at }) => one.error[at]),
    ),
  ];
  const names = backends.map(({ name, version }) => `${name} ${version}`);
  return tableFrom({ columns, source: hashJson({ matmulProbe: [names, Array.from(sizes), repeats, seed] }) });
}

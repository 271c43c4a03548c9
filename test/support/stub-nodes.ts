/**
 * Nodes without mathematics, for tests of the engine: they add numbers, wait, fail, warn, ignore a cancel, or end the
 * thread, as their parameters say. `stub-engine.ts` compiles this file for the worker thread.
 */
import { fail, warning } from "../../core/base/diagnostic.ts";
import { type AnyNode, defineNode, type Port, type RunContext } from "../../core/node/node.ts";
import { choice, flag, int } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";

type Numeric = { kind: "number"; value: number };
const words = { title: "t", help: "h" };
const numberPort: Port<Numeric> = { type: "number", ...words };
const common = {
  version: 1,
  category: "stub",
  summary: "s",
  idBase: "n",
  zh: { title: "t", summary: "s" },
  examples: [],
  sources: [],
};
const script = () => call("stub", { outputs: "out" });

/** A constant, made where the engine lives. */
const constant = defineNode({
  ...common,
  id: "stub.constant",
  title: "Constant",
  inputs: {},
  params: { value: int({ ...words, default: 1, min: -1000, max: 1000 }) },
  outputs: { out: numberPort },
  traits: { cost: "light" },
  infer: () => ({ out: { kind: "number" } }),
  run: (_ctx, _inputs, { value }) => ({ out: { kind: "number", value } }),
  script,
});

/** The sum of its inputs and `add`, in the worker thread, after what `does` says. */
const work = defineNode({
  ...common,
  id: "stub.work",
  title: "Work",
  inputs: { a: { ...numberPort, optional: true }, b: { ...numberPort, optional: true } },
  params: {
    add: int({ ...words, default: 0, min: -1000, max: 1000 }),
    steps: int({ ...words, default: 0, min: 0, max: 1_000_000 }),
    does: choice({
      ...words,
      default: "nothing",
      choices: {
        nothing: "",
        wait: "",
        ignore: "",
        fail: "",
        throw: "",
        forget: "",
        exit: "",
        warn: "",
        unpostable: "",
      },
    }),
  },
  outputs: { out: numberPort },
  traits: { cost: "heavy" },
  infer: () => ({ out: { kind: "number" } }),
  run: (ctx, { a, b }, { add, steps, does }) => {
    for (let step = 1; step <= steps; step++) {
      ctx.progress(step, steps + 1, `step ${step}`);
      if (does === "wait") pause(2);
    }
    if (does === "wait" && steps === 0) for (;;) waitPolitely(ctx);
    if (does === "ignore") pause(1500);
    if (does === "fail") fail("stub.broken", { add }, { port: "a" });
    if (does === "throw") throw new TypeError("x is not a function");
    if (does === "exit") process.exit(3);
    if (does === "warn") ctx.warn(warning("stub.odd", { add }, { port: "a" }));
    if (does === "forget") return {} as { out: Numeric };
    if (does === "unpostable") return { out: (() => add) as unknown as Numeric };
    return { out: { kind: "number", value: (a?.value ?? 0) + (b?.value ?? 0) + add } };
  },
  script,
});

function waitPolitely(ctx: RunContext): void {
  ctx.progress(1, 2);
  pause(5);
}

/** Sleeps without returning to the event loop, as numerical code does. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const trace = defineNode({
  ...common,
  id: "stub.trace",
  title: "Trace",
  inputs: {},
  params: {},
  outputs: { out: { type: "trace", ...words } },
  traits: { cost: "light" },
  infer: () => ({ out: { kind: "trace" } }),
  run: () => ({
    out: { kind: "trace", index: "round", length: 3, series: { loss: Float64Array.of(3, Number.NaN, 1) } },
  }),
  script,
});

const table = defineNode({
  ...common,
  id: "stub.rows",
  title: "Rows",
  inputs: { table: { type: "table", ...words } satisfies Port },
  params: {},
  outputs: { out: { type: "table", ...words } satisfies Port },
  traits: { cost: "heavy" },
  infer: ({ table: type }, { report }) => {
    if (type?.kind === "table" && type.rows === 13)
      report({ code: "stub.odd", severity: "warning", values: {}, port: "table" });
    return { out: { kind: "table" } };
  },
  run: (_ctx, inputs) => ({ out: inputs.table }),
  script,
});

/** A recipe, and one that is made of another. */
const learner = defineNode({
  ...common,
  id: "stub.learner",
  title: "Learner",
  inputs: { part: { type: "learner", ...words, optional: true } satisfies Port },
  params: { a: int({ ...words, default: 1, min: 0, max: 9 }) },
  outputs: { learner: { type: "learner", ...words } satisfies Port },
  traits: { cost: "light" },
  infer: () => ({ learner: { kind: "learner", algorithm: "stub" } }),
  run: (_ctx, { part }, { a }) => ({
    learner: {
      kind: "learner",
      algorithm: "stub",
      params: { a },
      parts: part ? { part } : {},
      abilities: {},
    },
  }),
  script,
});

const fit = defineNode({
  ...common,
  id: "stub.fit",
  title: "Fit",
  inputs: { learner: { type: "learner", ...words } satisfies Port, data: { ...numberPort, optional: true } },
  params: { warns: flag({ ...words, default: false }) },
  outputs: { model: numberPort, trace: { type: "trace", ...words } satisfies Port },
  traits: { cost: "heavy", fit: { learner: "learner", data: "data", model: "model", trace: "trace" } },
  infer: () => ({ model: { kind: "number" }, trace: { kind: "trace" } }),
  run: (ctx) => {
    const curve = { kind: "trace", index: "round", length: 1, series: { loss: Float64Array.of(1) } };
    for (let step = 1; step <= 200; step++) {
      ctx.progress(step, 1000);
      ctx.preview(() => curve);
      pause(2);
    }
    return { model: { kind: "number", value: 1 }, trace: curve };
  },
  script,
});

/** Fits many times, and keeps no model. */
const validate = defineNode({
  ...common,
  id: "stub.validate",
  title: "Validate",
  inputs: { learner: { type: "learner", ...words } satisfies Port },
  params: {},
  outputs: { number: numberPort },
  traits: { cost: "heavy", trains: { learner: "learner" } },
  infer: () => ({ number: { kind: "number" } }),
  run: (ctx) => {
    for (let fold = 1; fold <= 5; fold++) ctx.progress(fold, 5);
    return { number: { kind: "number", value: 1 } };
  },
  script,
});

export const nodes: readonly AnyNode[] = [constant, work, trace, table, learner, fit, validate];

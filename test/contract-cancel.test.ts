/** The contract of nodes, part three: a heavy node on large input answers a cancel within 250 ms. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cancelled, type Diagnostic, DiagnosticError } from "../core/base/diagnostic.ts";
import { WorkerThread } from "../core/engine/worker-thread.ts";
import { adaBoost } from "../core/ml/boost/adaboost.ts";
import { crossValidateNow } from "../core/ml/evaluate/cross-validate.ts";
import { fitNow } from "../core/ml/learner/fit.ts";
import { predictNow } from "../core/ml/learner/predict.ts";
import { moons } from "../core/ml/table/generate.ts";
import { stump } from "../core/ml/tree/stump.ts";
import type { Predictions } from "../core/ml/values.ts";
import type { AnyNode } from "../core/node/node.ts";
import { defaultParams, type Param } from "../core/node/params.ts";
import type { WireKind } from "../core/types/wire-type.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { fixture } from "./support/examples.ts";
import { tempFolder } from "./support/temp.ts";

const built = new URL("../dist/node/", import.meta.url);
const rows = 400_000;
const largeFile = Array.from(
  { length: 300_000 },
  (_, i) => `${i % 97},${i * 0.5},${i % 2 === 0 ? "a" : "b"}\n`,
).join("");
const folder = tempFolder({ [fixture.name]: `x,y,kind\n${largeFile}` });

/** Large values of every kind that a heavy node takes. A kind that is missing here fails the test that needs it. */
function largeValues(): Partial<Record<WireKind, readonly unknown[]>> {
  const learner = adaBoost(stump(), { rounds: 5000 });
  const table = moons({ rows, seed: 3 });
  const model = fitNow(adaBoost(stump(), { rounds: 300 }), moons({ rows: 500 }));
  const shallow = fitNow(adaBoost(stump(), { rounds: 20 }), moons({ rows: 500, seed: 9 }));
  const numbers = Float64Array.from({ length: rows }, (_, i) => Math.sin(i));
  const regression: Predictions = {
    kind: "predictions",
    task: "regression",
    target: "y",
    values: numbers,
    truth: numbers.map((value) => value + 1),
    rows: table.origin,
    seen: [],
  };
  return {
    learner: [learner],
    table: [table],
    model: [model],
    predictions: [predictNow(shallow, table), regression],
    scores: [crossValidateNow(stump(), moons({ rows: 200 }), { folds: 100 }).scores],
  };
}

/** Parameters that make work: whole numbers that count rows as large as the input, the rest as they come. */
function largeParam(spec: Param) {
  if (spec.kind === "path") return fixture.name;
  if (spec.kind === "int" && spec.unit === "rows") return Math.min(spec.max, rows);
  return spec.default;
}

describe("cancelling", () => {
  const worker = new WorkerThread(new URL("core/engine/worker.js", built), {
    nodesModule: new URL("nodes/nodes.generated.js", built).href,
  });
  let values: ReturnType<typeof largeValues> = {};
  beforeAll(async () => {
    values = largeValues();
    // The thread starts and loads its code before the clock does.
    await run(
      nodes.find((node) => node.id === "learner.stump"),
      {},
      new AbortController().signal,
      [],
    );
  });
  afterAll(() => worker.dispose());

  const heavy = nodes.filter((node) => node.traits.cost === "heavy").map((node) => [node.id, node] as const);
  // The engine's own limit runs by the clock: another program that holds the core for a moment is not the node's fault.
  it.each(heavy)("%s stops in time", { retry: 2 }, async (_id, node) => {
    const choices = feeds(node);
    let taken = 0;
    for (const inputs of choices) if (await stopsInTime(node, inputs)) taken++;
    expect(taken, "values that it took").toBeGreaterThan(0);
  });

  /** Inputs to try: with the first value of each kind, with the second, … */
  function feeds(node: AnyNode): Record<string, unknown>[] {
    const ports = Object.entries(node.inputs).map(([port, { type }]) => {
      const found = values[type] ?? [];
      if (found.length === 0) throw new Error(`no large ${type} to feed ${port} with`);
      return [port, found] as const;
    });
    const most = Math.max(1, ...ports.map(([, found]) => found.length));
    return Array.from({ length: most }, (_, at) =>
      Object.fromEntries(ports.map(([port, found]) => [port, found[at % found.length]])),
    );
  }

  /** `false` for values that the node refuses, in words. */
  async function stopsInTime(node: AnyNode, inputs: Record<string, unknown>): Promise<boolean> {
    for (const wait of [0, 60]) {
      const abort = new AbortController();
      const warnings: Diagnostic[] = [];
      setTimeout(() => abort.abort(), wait);
      const ending = await run(node, inputs, abort.signal, warnings).then(
        () => "done before the cancel came",
        (thrown: unknown) => (thrown instanceof Cancelled ? "cancelled" : thrown),
      );
      if (ending instanceof DiagnosticError && ending.diagnostic.code !== "internal.unexpected") return false;
      // A node that is as quick as that needs no cancelling; one that ignores it is reported as run.cancel-ignored.
      expect(["cancelled", "done before the cancel came"]).toContain(ending);
      expect(warnings.map((one) => one.code)).toEqual([]);
    }
    return true;
  }

  it("is looked at on something that does take long", async () => {
    const fit = nodes.find((node) => node.traits.fit);
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    const work = run(fit, { learner: values.learner?.[0], data: values.table?.[0] }, abort.signal, []);
    await expect(work).rejects.toBeInstanceOf(Cancelled);
  });

  function run(
    node: (typeof nodes)[number] | undefined,
    inputs: Record<string, unknown>,
    signal: AbortSignal,
    warnings: Diagnostic[],
  ) {
    if (!node) throw new Error("no such node");
    const params = { ...defaultParams(node.params) };
    for (const [name, spec] of Object.entries(node.params)) params[name] = largeParam(spec);
    const listener = {
      started: () => undefined,
      progress: () => undefined,
      warn: (found: Diagnostic) => void (found.code.startsWith("run.") && warnings.push(found)),
      log: () => undefined,
      preview: () => undefined,
    };
    const files = { [fixture.name]: join(folder, fixture.name) };
    return worker.run({ type: node.id, params, inputs, files, listener, signal });
  }
});

/**
 * One-click repairs over the real nodes: for every complaint that can be mended, the repair that is offered leaves a
 * graph whose check has no error, and which runs. The same inside a group.
 */
import { afterAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import type { Diagnostic, Repair } from "../core/base/diagnostic.ts";
import { apply } from "../core/graph/apply.ts";
import { parseCommand } from "../core/graph/command-schema.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { runThrough } from "./support/follow.ts";
import { graph, type NodeSketch } from "./support/graphs.ts";
import { tempFolder } from "./support/temp.ts";

const rows = (line: (i: number) => string) => Array.from({ length: 60 }, (_, i) => line(i)).join("\n");
const folder = tempFolder({
  "gaps.csv": `x,y,kind\n${rows((i) => `${i % 7 === 0 ? "" : i},${(i * 7) % 5},${i % 2 ? "a" : "b"}`)}\n`,
  "words.csv": `x,town,kind\n${rows((i) => `${i},${["Ulm", "Bonn", "Kiel"][i % 3]},${i % 2 ? "a" : "b"}`)}\n`,
  "both.csv": `x,town,kind\n${rows((i) => `${i % 7 === 0 ? "" : i},${["Ulm", "Bonn", "Kiel"][i % 3]},${i % 2 ? "a" : "b"}`)}\n`,
});
const engine = startEngine({ granted: [folder] });
afterAll(() => engine.dispose());

const file = (path: string, target = "kind"): NodeSketch => [
  "data.file",
  { path, target, targetAs: "auto", roles: {}, header: "auto", delimiter: "auto", decimal: "." },
];
const moons: NodeSketch = ["data.generate", { shape: "moons", rows: 60, noise: 0.2, flip: 0, seed: 1 }];
const split: NodeSketch = ["prepare.split", { test: 0.5, kind: "stratified", seed: 1 }];
const scores: NodeSketch = ["metric.classification", { on: "unseen", byStage: false }];
const stump: NodeSketch = ["learner.stump", { criterion: "gini" }];
const wires = {
  data: "data.table → parts.table",
  fit: "parts.train → fit.data",
  learner: "weak.learner → fit.learner",
  model: "fit.model → predict.model",
  rows: "parts.test → predict.data",
  score: "predict.predictions → score.predictions",
};
type WireName = keyof typeof wires;

/** data → split → fit → predict → score, with some wires left out or added. */
function experiment(
  nodes: Record<string, NodeSketch>,
  without: readonly WireName[] = [],
  more: readonly string[] = [],
): GraphDocument {
  const kept = (Object.keys(wires) as WireName[]).filter((name) => !without.includes(name));
  return graph(
    {
      data: moons,
      parts: split,
      weak: stump,
      fit: ["evaluate.fit"],
      predict: ["evaluate.predict"],
      score: scores,
      ...nodes,
    },
    [...kept.map((name) => wires[name]), ...more],
  );
}

/** Name → the graph, the complaint, and the repair that mends it; the first one offered unless said. */
const broken: Record<string, [GraphDocument, code: string, repair: string]> = {
  "an input with one possible source": [experiment({}, ["model"]), "input.missing", "connect"],
  "a learner that is not joined": [experiment({}, ["learner"]), "input.missing", "connect"],
  "an input from a muted node": [
    experiment({ weak: [...stump.slice(0, 2), { state: "muted" }] as unknown as NodeSketch }),
    "input.muted",
    "unmute",
  ],
  "a bypassed node that nothing can stand in for": [
    experiment({ predict: ["evaluate.predict", {}, { state: "bypassed" }] }),
    "node.bypass-impossible",
    "restore",
  ],
  "another output of the same node": [
    experiment({}, ["model"], ["fit.trace → predict.model"]),
    "wire.kind-mismatch",
    "use-output",
  ],
  "a value out of range": [
    experiment({ weak: ["learner.tree", { maxDepth: -3 }] }),
    "param.not-int-in-range",
    "reset-param",
  ],
  "a port that is not there": [
    experiment({}, ["rows"], ["parts.test → predict.nothing"]),
    "wire.no-such-port",
    "use-input",
  ],
  "a table without a target": [
    experiment({ data: file("gaps.csv", ""), weak: ["learner.tree", {}] }),
    "wire.table-without-target",
    "set-target",
  ],
  "missing values for a learner that takes none": [
    experiment({ data: file("gaps.csv"), weak: ["learner.logistic", {}] }),
    "features.missing",
    "insert-step",
  ],
  "categories for a learner that takes none": [
    experiment({ data: file("words.csv"), weak: ["learner.logistic", {}] }),
    "features.kind",
    "insert-step",
  ],
  "a leak": [
    experiment({}, ["rows"], ["data.table → predict.data"]),
    "leakage.scored-on-training-rows",
    "use-test-part",
  ],
};

function mend(document: GraphDocument, repair: Repair): GraphDocument {
  const commands = repair.commands.map((command) => parseCommand(JSON.parse(JSON.stringify(command))));
  return apply(document, { kind: "batch", commands }).document;
}

async function complaint(document: GraphDocument, code: string): Promise<Diagnostic> {
  const { diagnostics } = await engine.check({ document });
  const found = diagnostics.find((one) => one.code === code);
  expect(found, JSON.stringify(diagnostics)).toBeDefined();
  return found as Diagnostic;
}

async function expectWhole(document: GraphDocument): Promise<void> {
  const { diagnostics } = await engine.check({ document });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { status, states } = await runThrough(engine, { document });
  expect({ status, states }).toMatchObject({ status: "done" });
}

function grouped(document: GraphDocument): GraphDocument {
  const members = Object.keys(document.nodes);
  return apply(document, { kind: "group", id: "box", title: "Box", members }).document;
}

describe("a repair", () => {
  it.each(Object.entries(broken))("mends %s", async (_name, [document, code, repair]) => {
    const { repairs = [] } = await complaint(document, code);
    expect(repairs[0]?.code).toBe(repair);
    await expectWhole(mend(document, repairs[0]));
  });

  it.each(Object.entries(broken))("mends %s inside a group", async (_name, [flat, code, repair]) => {
    const document = grouped(flat);
    const { repairs = [] } = await complaint(document, code);
    expect(repairs[0]?.code).toBe(repair);
    const mended = mend(document, repairs[0]);
    expect(Object.keys(mended.groups)).toEqual(["box"]);
    await expectWhole(mended);
  });
});

describe("a node in between", () => {
  it("turns one kind into another, by the node that makes nothing else", async () => {
    const document = experiment(
      { folds: ["evaluate.cross-validate"], compare: ["evaluate.compare"] },
      [],
      [
        "weak.learner → folds.learner",
        "parts.train → folds.data",
        "folds.scores → compare.a",
        "predict.predictions → compare.b",
      ],
    );
    const { repairs = [] } = await complaint(document, "wire.kind-mismatch");
    expect(repairs.map(({ code }) => code)).toEqual(["insert-converter", "insert-converter"]);
    const mended = mend(document, repairs[0]);
    const [added, ...more] = Object.keys(mended.nodes).filter((id) => !(id in document.nodes));
    expect([mended.nodes[added]?.type, more]).toEqual(["metric.classification", []]);
    // That scores of one split cannot be set against those of folds is another matter, which the run says.
    const { diagnostics } = await engine.check({ document: mended });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("steps before a learner", () => {
  it("stand in the order in which they must work, whichever is put in first", async () => {
    const start = experiment({ data: file("both.csv"), weak: ["learner.logistic", {}] });
    for (const order of [
      ["features.missing", "features.kind"],
      ["features.kind", "features.missing"],
    ]) {
      let document = start;
      for (const code of order) {
        const { repairs = [] } = await complaint(document, code);
        document = mend(document, repairs[0]);
      }
      const into = (node: string, port: string) =>
        Object.values(document.wires).find(({ to }) => to[0] === node && to[1] === port)?.from[0] ?? "";
      const first = into("fit", "learner");
      const second = into(first, "learner");
      expect([first, second].map((id) => document.nodes[id]?.type)).toEqual([
        "prepare.impute",
        "prepare.one-hot",
      ]);
      await expectWhole(document);
    }
  });

  it("are advised by a run: a learner that does not converge is offered standardised features, once", async () => {
    const slow: NodeSketch = ["learner.logistic", { maxIterations: 1 }];
    const document = experiment({ data: ["data.example", { name: "breast-cancer" }], weak: slow });
    const { diagnostics } = await runThrough(engine, { document });
    const advice = diagnostics.find(({ code }) => code === "logistic.not-converged");
    expect(advice?.repairs?.map(({ code, values }) => [code, values.step])).toEqual([
      ["insert-step", "Standardize"],
    ]);
    const mended = mend(document, advice?.repairs?.[0] as Repair);
    await expectWhole(mended);
    const again = await runThrough(engine, { document: mended });
    for (const found of again.diagnostics) expect(found.repairs ?? []).toEqual([]);
  });
});

describe("what is not sure is not offered", () => {
  it("leaves an input alone that two outputs fit", async () => {
    const { repairs } = await complaint(
      experiment(
        { other: ["evaluate.fit"] },
        ["model"],
        ["weak.learner → other.learner", "parts.train → other.data"],
      ),
      "input.missing",
    );
    expect(repairs).toBeUndefined();
  });

  it("asks for a file without naming one", async () => {
    const found = await complaint(experiment({ data: file("gone.csv") }), "file.missing");
    expect(found.repairs).toEqual([
      { code: "choose-file", values: { node: "data", param: "path" }, commands: [] },
    ]);
    const inside = await complaint(grouped(experiment({ data: file("gone.csv") })), "file.missing");
    expect(inside.repairs?.[0]?.values).toEqual({ node: "box/data", param: "path" });
  });
});

/** Nodes and wires of which leaking and honest graphs are made: data, splits, queries, an experiment around them. */
import type { GraphDocument } from "../../core/graph/document.ts";
import { graph, type NodeSketch } from "./graphs.ts";

const rowsOf = (shift: number) =>
  Array.from(
    { length: 40 },
    (_, i) => `${i + shift},${(i * 7) % 5},${i % 2 ? "a" : "b"},${i % 3 ? "c" : "d"}`,
  );
export const csv = (shift: number) => `x,y,kind,other\n${rowsOf(shift).join("\n")}\n`;
/** What the file nodes read. */
export const tables = { "a.csv": csv(0), "copy-of-a.csv": csv(0), "b.csv": csv(1000) };

export const file = (path: string, target = "kind"): NodeSketch => [
  "data.file",
  {
    path,
    target,
    targetAs: "auto",
    roles: { [target === "kind" ? "other" : "kind"]: "ignored" },
    header: "auto",
    delimiter: "auto",
    decimal: ".",
  },
];
export const points = (seed: number): NodeSketch => [
  "data.generate",
  { shape: "moons", rows: 60, noise: 0.2, flip: 0, seed },
];
export const split = (seed = 1, more: Partial<{ kind: string; state: "bypassed" }> = {}): NodeSketch => [
  "prepare.split",
  { test: 0.5, kind: more.kind ?? "stratified", seed },
  more.state ? { state: more.state } : {},
];

/** Fits a stump on one output, scores it on another. */
export function experiment(
  sources: Record<string, NodeSketch>,
  wires: readonly string[],
  on = "unseen",
): GraphDocument {
  return graph(
    {
      weak: ["learner.stump", { criterion: "gini" }],
      fit: ["evaluate.fit"],
      predict: ["evaluate.predict"],
      score: ["metric.classification", { on, byStage: false }],
      ...sources,
    },
    [
      "weak.learner → fit.learner",
      "fit.model → predict.model",
      "predict.predictions → score.predictions",
      ...wires,
    ],
  );
}
/** The learner of w1 with a step before it. */
export function scaledInside(): GraphDocument {
  const scale: NodeSketch = ["prepare.standardize", { method: "z-score" }];
  const document = experiment({ data: points(1), parts: split(), scale }, [
    "data.table → parts.table",
    "weak.learner → scale.learner",
    "parts.train → fit.data",
    "parts.test → predict.data",
  ]);
  const w1 = { from: ["scale", "learner"], to: ["fit", "learner"] } as const;
  return { ...document, wires: { ...document.wires, w1 } };
}
export const ends = (fitted: string, scored: string) => [`${fitted} → fit.data`, `${scored} → predict.data`];
export const whole = { data: points(1) };
export const parted = { data: points(1), parts: split() };
export const nested = { data: points(1), outer: split(1), inner: split(2) };
export const nest = ["data.table → outer.table", "outer.train → inner.table"];
export const part = "data.table → parts.table";
export const sampled = (seed = 1, replace = false): NodeSketch => [
  "prepare.sample",
  { by: "rows", share: 0.5, rows: 40, replace, seed },
];
export const chosen: NodeSketch = [
  "prepare.select",
  { keep: "others", columns: ["y"], rename: { x: "z" }, roles: {} },
];
export const timed: NodeSketch = [
  "prepare.select",
  { keep: "all", columns: [], rename: {}, roles: { x: "time" } },
];

export const asked = (query: string): NodeSketch => ["data.sql", { query }];
export const asTarget: NodeSketch = [
  "prepare.select",
  { keep: "all", columns: [], rename: {}, roles: { class: "target" } },
];
/** One table, asked, split, fitted on one part and scored on the other. */
export const askedThenSplit = (query: string) =>
  experiment({ data: points(1), answer: asked(query), typed: asTarget, parts: split() }, [
    "data.table → answer.a",
    "answer.table → typed.table",
    "typed.table → parts.table",
    ...ends("parts.train", "parts.test"),
  ]);
export const scaledOnAll =
  "select (x - avg(x) over ()) / stddev(x) over () as x, (y - avg(y) over ()) / stddev(y) over () as y, class from a";
export const targetEncoding =
  "select a.x, a.y, m.share, a.class from a join (select round(x) as near, avg((class = 'outer')::int) as share from a group by near) m on round(a.x) = m.near";

/** A small real graph for tests and documentation: a stump, boosted, fitted on one part and scored on the other. */
import type { GraphDocument, NodeRecord } from "./document.ts";

function node(type: string, params: NodeRecord["params"] = {}): NodeRecord {
  return { type, version: 1, params };
}

/**
 * ```
 * data ── split ─┬─ train ──────┐
 *                │   stump ─ ada ─ fit ─ predict ─ scores
 *                └─ test ───────────────────┘
 * ```
 */
export function sampleDocument(): GraphDocument {
  return {
    format: "espalier/graph",
    formatVersion: 1,
    title: "AdaBoost on breast cancer",
    seed: 7,
    nodes: {
      ada: node("booster.adaboost", { rounds: 50, seed: 8 }),
      data: node("data.example", { name: "breast-cancer" }),
      fit: node("evaluate.fit"),
      predict: node("evaluate.predict"),
      scores: node("metric.classification", { on: "unseen" }),
      split: node("prepare.split", { seed: 9, stratify: true, test: 0.3 }),
      stump: { ...node("learner.stump"), title: "Weak learner" },
    },
    wires: {
      w1: { from: ["data", "table"], to: ["split", "table"] },
      w2: { from: ["stump", "learner"], to: ["ada", "learner"] },
      w3: { from: ["ada", "learner"], to: ["fit", "learner"] },
      w4: { from: ["split", "train"], to: ["fit", "table"] },
      w5: { from: ["fit", "model"], to: ["predict", "model"] },
      w6: { from: ["split", "test"], to: ["predict", "table"] },
      w7: { from: ["predict", "predictions"], to: ["scores", "predictions"] },
    },
    groups: {},
    view: {
      positions: {
        ada: [280, 260],
        data: [0, 0],
        fit: [560, 120],
        predict: [840, 60],
        scores: [1120, 60],
        split: [280, 0],
        stump: [0, 260],
      },
      frames: { f1: { title: { en: "Training", zh: "训练" }, at: [260, -40], size: [500, 480] } },
      notes: {
        n1: {
          text: { en: "Rounds matter more than depth." },
          at: [0, 420],
          size: [240, 120],
          color: "green",
        },
      },
      viewport: { x: 0, y: 0, zoom: 1 },
    },
  };
}

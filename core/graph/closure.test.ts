import { expect, test } from "vitest";
import {
  ancestors,
  descendants,
  incomingWires,
  outgoingWires,
  pathBetween,
  topologicalOrder,
  wiresInto,
} from "./closure.ts";
import { sampleDocument } from "./sample.ts";

/*
 * data ── split ─┬─ train ──────┐
 *                │   stump ─ ada ─ fit ─ predict ─ scores
 *                └─ test ───────────────────┘
 */
const document = sampleDocument();

test("what feeds a node and what follows from it, itself included", () => {
  expect([...ancestors(document, ["fit"])].sort()).toEqual(["ada", "data", "fit", "split", "stump"]);
  expect([...descendants(document, ["ada"])].sort()).toEqual(["ada", "fit", "predict", "scores"]);
  expect([...ancestors(document, ["stump", "toString", "none"])]).toEqual(["stump"]);
});

test("the order is topological, and by id among those that are ready", () => {
  expect(topologicalOrder(document)).toEqual(["data", "split", "stump", "ada", "fit", "predict", "scores"]);
});

test("nodes on a cycle and behind it are left out of the order", () => {
  const wires = { ...document.wires, back: { from: ["predict", "x"], to: ["ada", "y"] } as const };
  expect(topologicalOrder({ ...document, wires })).toEqual(["data", "split", "stump"]);
});

test("wires by node and by port", () => {
  expect(incomingWires(document, "fit").map(({ id }) => id)).toEqual(["w3", "w4"]);
  expect(outgoingWires(document, "split").map(({ id }) => id)).toEqual(["w4", "w6"]);
  expect(wiresInto(document, "fit", "table")).toEqual([
    { id: "w4", from: ["split", "train"], to: ["fit", "table"] },
  ]);
  expect(wiresInto(document, "fit", "none")).toEqual([]);
});

test("a shortest way between two nodes", () => {
  expect(pathBetween(document, "data", "scores")).toEqual(["data", "split", "predict", "scores"]);
  expect(pathBetween(document, "scores", "data")).toBeUndefined();
  expect(pathBetween(document, "ada", "ada")).toEqual(["ada"]);
});

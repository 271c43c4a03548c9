/** Which rows come to which node: as many as the fit itself counted, also behind steps and in members of an ensemble. */
import { describe, expect, it } from "vitest";
import { adaBoost } from "../boost/adaboost.ts";
import { fitNow } from "../learner/fit.ts";
import { knn } from "../neighbours/knn.ts";
import { standardize } from "../prepare/standardize.ts";
import { moons } from "../table/generate.ts";
import { takeRows } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import { tree } from "../tree/tree.ts";
import { arrivals, leavesReached, rowsAtNode } from "./arrivals.ts";
import { openModel } from "./open-model.ts";

const data = moons({ rows: 200, noise: 0.3, seed: 4 });

describe("rows at the nodes of a tree", () => {
  it.each([
    ["a tree", fitNow(tree(), data), 0],
    ["a stump", fitNow(stump(), data), 0],
    ["a tree behind a step", fitNow(standardize(tree({ maxDepth: 4 })), data), 0],
    ["a member of an ensemble", fitNow(adaBoost(tree({ maxDepth: 2 }), { rounds: 5 }), data), 3],
  ])("are those that the fit counted: %s", (_what, model, member) => {
    const { tree: nodes = [] } = openModel(model, member);
    expect(nodes.length).toBeGreaterThan(2);
    expect([...(arrivals(model, data, member) ?? [])]).toEqual(nodes.map(({ rows }) => rows));
    for (const [node, { rows }] of nodes.entries())
      expect(rowsAtNode(model, data, node, member)).toHaveLength(rows);
  });

  it("meet the question of every node above them", () => {
    const model = fitNow(tree({ maxDepth: 3 }), data);
    const { tree: nodes = [] } = openModel(model);
    const [{ feature = -1, threshold = 0, left = 0 }] = nodes;
    const column = data.columns.find(({ name }) => name === model.features[feature]);
    const values = column && "values" in column ? column.values : new Float64Array();
    const yes = rowsAtNode(model, data, left) ?? [];
    expect([...yes]).toEqual([...values.keys()].filter((row) => Math.fround(values[row]) <= threshold));
  });

  it("are rows of any table with the features", () => {
    const model = fitNow(tree(), data);
    const all = leavesReached(model, data) ?? [];
    expect([...(leavesReached(model, takeRows(data, [7, 3])) ?? [])]).toEqual([all[7], all[3]]);
  });

  it("are none where there is no tree or no such node", () => {
    expect(arrivals(fitNow(knn(), data), data)).toBeUndefined();
    expect(rowsAtNode(fitNow(stump(), data), data, 3)).toBeUndefined();
  });
});

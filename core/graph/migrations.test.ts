import { expect, test } from "vitest";
import { fail } from "../base/diagnostic.ts";
import { type Migration, migrate, migrateNodes, misnumberedSteps, stepsNeverRun } from "./migrations.ts";
import { sampleDocument } from "./sample.ts";

const renameTitle: Migration = { version: 2, migrate: ({ name, ...rest }) => ({ ...rest, title: name }) };
const addSeed: Migration = { version: 3, migrate: (fields) => ({ ...fields, seed: 1 }) };
const steps = [renameTitle, addSeed];

test("steps run in order from the file's version on, and say so", () => {
  expect(migrate({ formatVersion: 1, name: "old" }, 1, steps)).toEqual({
    fields: { formatVersion: 3, title: "old", seed: 1 },
    ran: ["document/2", "document/3"],
  });
  expect(migrate({ formatVersion: 2, title: "x" }, 2, steps).ran).toEqual(["document/3"]);
  expect(migrate({ formatVersion: 3 }, 3, steps)).toEqual({ fields: { formatVersion: 3 }, ran: [] });
});

const boosted = {
  version: 3,
  migrations: [
    {
      version: 2,
      migrate: (node: { params: object }) =>
        ({ ...node, params: { ...node.params, algorithm: "SAMME" } }) as never,
    },
  ],
};

test("a node is brought to its type's version, parameters by name, the rest untouched", () => {
  const before = sampleDocument();
  const { document, diagnostics, ran } = migrateNodes(before, { "booster.adaboost": boosted });
  expect(document.nodes.ada).toEqual({
    type: "booster.adaboost",
    version: 3,
    params: { rounds: 50, seed: 8, algorithm: "SAMME" },
  });
  expect(document.nodes.stump).toBe(before.nodes.stump);
  expect(document.wires).toBe(before.wires);
  expect({ diagnostics, ran }).toEqual({ diagnostics: [], ran: ["booster.adaboost/2"] });
  expect(migrateNodes(document, { "booster.adaboost": boosted }).document).toBe(document);
});

test("a newer node and one whose step fails stay as they are, with a warning", () => {
  const before = sampleDocument();
  const failing = { version: 2, migrations: [{ version: 2, migrate: () => fail("param.unknown") }] };
  const newer = { version: 0, migrations: [] };
  const result = migrateNodes(before, {
    "booster.adaboost": failing,
    "learner.stump": newer,
    toString: newer,
  });
  expect(result.document.nodes).toEqual(before.nodes);
  expect(result.diagnostics.map(({ code, node, cause }) => [code, node, cause?.code])).toEqual([
    ["document.migration-failed", "ada", "param.unknown"],
    ["document.node-newer", "stump", undefined],
  ]);
});

test("the meta-test finds a step that never ran, and numbers that cannot be", () => {
  expect(stepsNeverRun(["document/2"], steps, { "booster.adaboost": boosted })).toEqual([
    "document/3",
    "booster.adaboost/2",
  ]);
  expect(misnumberedSteps("x", [{ version: 2 }, { version: 2 }, { version: 1 }, { version: 9 }], 3)).toEqual([
    "x/2",
    "x/1",
    "x/9",
  ]);
});

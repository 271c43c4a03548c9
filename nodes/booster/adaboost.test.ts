/** Files with AdaBoost of version 1 open in this one: the step that adds the loss of numbers runs. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { migrateNodes } from "../../core/graph/migrations.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { boosterAdaBoost } from "./adaboost.ts";

it("version 1 gets the linear loss, and keeps all else", () => {
  const file = new URL("../../test/museum/v1/adaboost-breast-cancer.espalier", import.meta.url);
  const { document } = parseDocument(readFileSync(file, "utf8"));
  if (!document) throw new Error("the museum's file does not open");
  const { version, migrations = [] } = boosterAdaBoost;
  const migrated = migrateNodes(document, { "booster.adaboost": { version, migrations } });
  expect(migrated.ran).toEqual(["booster.adaboost/2"]);
  const old = Object.entries(document.nodes).filter(([, node]) => node.type === "booster.adaboost");
  expect(old.length).toBeGreaterThan(0);
  for (const [id, node] of old)
    expect(migrated.document.nodes[id]).toEqual({
      ...node,
      version: 2,
      params: { ...node.params, loss: "linear" },
    });
});

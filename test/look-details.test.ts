/** Details of looks through the whole engine: examples are run, and what a view would ask is asked. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { parseDocument } from "../core/graph/parse.ts";
import type { Look, LookRequest } from "../core/service/look.ts";
import { lookRequestSchema, lookSchema } from "../core/service/look-schema.ts";
import { runThrough } from "./support/follow.ts";

const folder = fileURLToPath(new URL("../examples/", import.meta.url));
const engine = startEngine({ granted: [folder] });
afterAll(() => engine.dispose());

function example(name: string): GraphDocument {
  const { document } = parseDocument(readFileSync(`${folder}${name}.espalier`, "utf8"));
  if (!document) throw new Error(`${name} cannot be read`);
  return document;
}

/** A look at an output of a node, across the border of a transport in both directions. */
async function ask<K extends Look["kind"]>(
  document: GraphDocument,
  [node, port, kind]: [node: string, port: string, kind: K],
  rest: Partial<LookRequest> = {},
): Promise<Extract<Look, { kind: K }>> {
  const { nodes } = await engine.check({ document });
  const request = lookRequestSchema.parse({ signature: nodes[node]?.signature, port, ...rest });
  const look = lookSchema.parse(JSON.parse(JSON.stringify(await engine.look(request as LookRequest))));
  if (look.kind !== kind) throw new Error(`${node} has put out ${look.kind}`);
  return look as Extract<Look, { kind: K }>;
}

describe("adaboost", () => {
  const document = example("adaboost");
  beforeAll(async () => {
    expect((await runThrough(engine, { document })).status).toBe("done");
  });

  it("knows the training rows of its weights, and where they lie", async () => {
    const plain = await ask(document, ["fitBoost", "trace", "trace"]);
    expect(plain.weighted).toBe(200);
    expect(plain).not.toHaveProperty("weights");
    const { weights } = await ask(document, ["fitBoost", "trace", "trace"], {
      detail: { of: "weights", round: 2 },
    });
    expect(weights).toMatchObject({ round: 2, rows: 200, plane: { x: "x", y: "y", of: 200 } });
    // The rows that the first stump missed hold half of the weight.
    const missed = Math.round(200 * (plain.series.error[0] ?? 0));
    expect(weights?.weights[0]).toBeCloseTo(1 / (2 * missed), 7);
    const train = await ask(document, ["parts", "train", "table"], { limit: 200 });
    expect(new Set(weights?.plane?.rows)).toEqual(new Set(train.rowIds));
  });

  it("draws the vote after 1 round along the stump, and another one after 100", async () => {
    const surface = async (round: number) =>
      (await ask(document, ["fitBoost", "model", "model"], { detail: { of: "surface", round, steps: 50 } }))
        .surface;
    const one = await surface(1);
    const stump = (
      await ask(document, ["fitOne", "model", "model"], { detail: { of: "surface", steps: 50 } })
    ).surface;
    expect(one?.labels).toEqual(stump?.labels);
    expect(stump).not.toHaveProperty("rounds");
    const all = await surface(100);
    expect(all).toMatchObject({ round: 100, rounds: 100, steps: 50, heldCount: 0 });
    expect(all?.labels).not.toEqual(one?.labels);
    expect(all?.points.rows).toHaveLength(200);
  });

  it("shows margins that grow after the training error is 0", async () => {
    const { series } = await ask(document, ["fitBoost", "trace", "trace"]);
    const perfect = (series.trainingError ?? []).indexOf(0) + 1;
    expect(perfect).toBeGreaterThan(1);
    const margins = async (round: number) =>
      (await ask(document, ["fitBoost", "model", "model"], { detail: { of: "margins", round } })).margins;
    const [before, after] = [await margins(perfect), await margins(100)];
    expect([before?.wrong, after?.wrong]).toEqual([0, 0]);
    expect(before?.smallest).toBeGreaterThan(0);
    expect(after?.smallest).toBeGreaterThan(before?.smallest ?? 1);
    const unseen = await ask(document, ["predictBoost", "predictions", "predictions"], {
      detail: { of: "margins" },
    });
    const scores = await ask(document, ["scoreBoost", "scores", "scores"]);
    expect(unseen.margins?.wrong).toBeCloseTo(1 - Number(scores.values.accuracy), 12);
  });

  it("offers no surface of a member that is looked at by itself", async () => {
    expect(await ask(document, ["fitBoost", "model", "model"])).toHaveProperty("spans", true);
    expect(await ask(document, ["fitBoost", "model", "model"], { path: "learner" })).not.toHaveProperty(
      "spans",
    );
  });
});

describe("adaboost-breast-cancer", () => {
  const document = example("adaboost-breast-cancer");
  beforeAll(async () => {
    expect((await runThrough(engine, { document })).status).toBe("done");
  });

  it("lists the heaviest rows where there is no plane", async () => {
    const { weights } = await ask(document, ["fitted", "trace", "trace"], {
      detail: { of: "weights", round: 100 },
    });
    expect(weights).not.toHaveProperty("plane");
    expect(weights?.heaviest).toHaveLength(50);
  });

  it("refuses a detail that a result has not, in words", async () => {
    await expect(
      ask(document, ["fitted", "model", "model"], { detail: { of: "coefficients" } }),
    ).rejects.toMatchObject({ diagnostic: { code: "look.no-coefficients" } });
  });

  it("holds the 28 other features of a surface", async () => {
    const { surface } = await ask(document, ["fitted", "model", "model"], {
      detail: { of: "surface", x: "mean texture", y: "worst area" },
    });
    expect(surface).toMatchObject({
      x: { name: "mean texture" },
      y: { name: "worst area" },
      heldCount: 28,
      steps: 100,
    });
    expect(surface?.axes).toHaveLength(30);
  });
});

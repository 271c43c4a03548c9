import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnyNode } from "../node/node.ts";
import type { TableType } from "../types/wire-type.ts";
import type { NodeAnalysis } from "./analysis.ts";
import { cellsOf, Rates } from "./forecast.ts";

const column = { name: "x", kind: "numeric", role: "feature" } as const;
const table = (rows?: number): TableType => ({
  kind: "table",
  columns: [column, { ...column, name: "y" }],
  ...(rows === undefined ? {} : { rows }),
});

function node(rows?: number, more: Partial<AnyNode> = {}): NodeAnalysis {
  const definition = { id: "stub.work", traits: { cost: "heavy" }, ...more } as AnyNode;
  return {
    id: "it",
    record: { type: "stub.work", version: 1, params: {} },
    definition,
    params: {},
    inputs: { data: { wire: "w1", from: ["a", "table"], type: table(rows) } },
    outputs: { table: table(rows) },
    ready: true,
  };
}

describe("a forecast", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "espalier-rates-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("grows with the rows, and is not made where they are unknown", () => {
    const rates = new Rates();
    const [few, many] = [rates.forecast(node(1e5)), rates.forecast(node(1e7))];
    expect(many?.ms).toBeGreaterThan(50 * (few?.ms ?? 0));
    expect(few).toMatchObject({ measured: false });
    expect(rates.forecast(node())).toBeUndefined();
  });

  it("is what was measured, for the same work and in proportion for more", () => {
    const rates = new Rates();
    rates.learn(node(1e6), { ms: 502, bytes: 32e6 });
    expect(rates.forecast(node(1e6))).toMatchObject({ measured: true });
    expect(rates.forecast(node(1e6))?.ms).toBeCloseTo(502, 6);
    expect(rates.forecast(node(2e6))?.ms).toBeCloseTo(1002, 6);
    expect((rates.forecast(node(1e6))?.bytes ?? 0) / 32e6).toBeCloseTo(1, 3);
  });

  it("goes half the way, by ratio, to each later measurement", () => {
    const rates = new Rates();
    for (const ms of [102, 402]) rates.learn(node(1e6), { ms, bytes: 1e6 });
    expect(rates.forecast(node(1e6))?.ms).toBeCloseTo(202, 6);
  });

  it("takes the work that a node declares", () => {
    const rates = new Rates();
    const once = rates.forecast(node(1000, { work: () => 1e6 }))?.ms ?? 0;
    expect(rates.forecast(node(1000, { work: () => 1e8 }))?.ms).toBeGreaterThan(50 * once);
    expect(rates.forecast(node(1000, { work: () => undefined }))).toBeUndefined();
  });

  it("is remembered by the next program, and a damaged memory forgotten", async () => {
    const path = join(folder, "rates.json");
    const rates = new Rates(path);
    rates.learn(node(1e6), { ms: 502, bytes: 1e6 });
    await rates.save();
    const next = new Rates(path);
    await next.load();
    expect(next.forecast(node(1e6))).toEqual(rates.forecast(node(1e6)));
    const written = await readFile(path, "utf8");
    for (const text of ["", "[1]", "null", written.slice(0, -3), '{"stub.work":{"ns":-1}}']) {
      await writeFile(path, text);
      const damaged = new Rates(path);
      await damaged.load();
      expect(damaged.forecast(node(1e6))).toMatchObject({ measured: false });
    }
  });
});

describe("cells", () => {
  it("are counted by type", () => {
    expect(cellsOf(table(10))).toBe(20);
    expect(cellsOf({ kind: "table" })).toBeUndefined();
    expect(cellsOf({ kind: "predictions", rows: 10, classes: ["a", "b"] })).toBe(30);
    expect(cellsOf({ kind: "scores" })).toBe(0);
  });
});

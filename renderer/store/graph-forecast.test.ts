import { describe, expect, it } from "vitest";
import type { CheckReport, NodeReport } from "../../core/service/engine-service.ts";
import { graph } from "../../test/support/graphs.ts";
import { graphForecast } from "./graph-forecast.ts";

const todo = (ms: number, bytes: number): NodeReport => ({
  freshness: "new",
  outputs: {},
  forecast: { ms, bytes, measured: true },
});
const report = (nodes: Record<string, NodeReport>): CheckReport => ({
  revision: 0,
  nodes,
  wires: {},
  diagnostics: [],
});
const fan = graph({ a: ["source", {}], b: ["clean", {}], c: ["clean", {}], d: ["clean", {}] }, [
  "a.table → b.table",
  "a.table → c.table",
  "a.table → d.table",
]);

describe("the forecast of a graph", () => {
  it("is the longest chain while there are threads enough, and the work spread out where not", () => {
    const check = report({ a: todo(10, 5), b: todo(100, 40), c: todo(60, 30), d: todo(70, 20) });
    expect(graphForecast(fan, check, 8)).toEqual({ nodes: 4, unknown: 0, ms: 110, bytes: 95 });
    expect(graphForecast(fan, check, 2)).toEqual({ nodes: 4, unknown: 0, ms: 120, bytes: 70 });
    expect(graphForecast(fan, check, 1).ms).toBe(240);
  });

  it("leaves out what is cached, and counts what nobody can tell", () => {
    const check = report({
      a: { freshness: "cached", outputs: {}, ms: 9, bytes: 9 },
      b: todo(100, 40),
      c: { freshness: "stale", outputs: {} },
      d: { freshness: "unready", outputs: {} },
    });
    expect(graphForecast(fan, check, 2)).toEqual({ nodes: 2, unknown: 1, ms: 100, bytes: 40 });
    expect(graphForecast(fan, undefined, 2)).toEqual({ nodes: 0, unknown: 0, ms: 0, bytes: 0 });
  });
});

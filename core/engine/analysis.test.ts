/** What the check says of graphs that no editor makes: wires from nowhere, circles, ports that are not there. */
import { describe, expect, it } from "vitest";
import { diagnosticFrom } from "../../test/support/follow.ts";
import { graph } from "../../test/support/graphs.ts";
import { nodes } from "../../test/support/stub-nodes.ts";
import { createRegistry } from "../node/registry.ts";
import { analyse } from "./analysis.ts";
import { convertValue, traceToTable } from "./convert.ts";
import { signNode } from "./signature.ts";

const registry = createRegistry(nodes);
const check = (document: ReturnType<typeof graph>) =>
  analyse(document, registry, async () => ({ columns: [], rows: 0, hash: "" }));
const plain = { add: 0, steps: 0, does: "nothing" };

describe("the check", () => {
  it("reports everything at once", async () => {
    const { diagnostics } = await check(
      graph(
        {
          a: ["stub.work", { add: 5000, steps: 1.5, does: "dance" }],
          b: ["stub.no-such"],
          c: ["stub.constant", { value: 1 }, { version: 9 }],
          d: ["stub.rows"],
          e: ["stub.constant", {}],
        },
        ["e.out → d.table", "e.elsewhere → a.a", "e.out → a.nowhere", "b.x → a.b"],
      ),
    );
    const said = diagnostics.map(({ code, severity, node, port, param, wire }) =>
      [code, severity, node, port ?? param, wire].join(" "),
    );
    expect(said.sort()).toEqual(
      [
        "node.newer-version error c  ",
        "node.unknown-type error b  ",
        "param.missing info e value ",
        "param.not-a-choice error a does ",
        "param.not-int-in-range error a add ",
        "param.not-int-in-range error a steps ",
        "wire.kind-mismatch error d table w1",
        "wire.no-such-port error a  w2",
        "wire.no-such-port error a  w3",
      ].sort(),
    );
  });

  it("says which input is missing", async () => {
    const { diagnostics, nodes: found } = await check(graph({ d: ["stub.rows"] }));
    expect(diagnostics).toEqual([
      {
        code: "input.missing",
        severity: "error",
        values: { port: "table", type: "table" },
        node: "d",
        port: "table",
      },
    ]);
    expect(found.get("d")?.ready).toBe(false);
  });

  it("takes a wire from a node that is not there for a missing input", async () => {
    const { diagnostics, nodes: found } = await check(graph({ d: ["stub.rows"] }, ["ghost.out → d.table"]));
    expect(diagnostics).toMatchObject([{ code: "input.missing", node: "d", port: "table", wire: "w1" }]);
    expect(found.get("d")?.ready).toBe(false);
  });

  it("names the nodes of a circle", async () => {
    const { diagnostics } = await check(
      graph({ a: ["stub.work", plain], b: ["stub.work", plain], c: ["stub.work", plain] }, [
        "a.out → b.a",
        "b.out → a.a",
      ]),
    );
    expect(diagnostics).toEqual([{ code: "graph.cycle", severity: "error", values: { nodes: ["a", "b"] } }]);
  });

  it("is silent about nodes that stand aside", async () => {
    const { diagnostics } = await check(
      graph({
        a: ["stub.work", { add: "x" }, { state: "muted" }],
        d: ["stub.rows", {}, { state: "bypassed" }],
      }),
    );
    expect(diagnostics).toEqual([]);
  });

  it("puts what a node says of a port on the wire into it", async () => {
    const probe = async () => ({ columns: [], rows: 0, hash: "" });
    const source = {
      ...nodes[0],
      id: "stub.table",
      outputs: { out: { type: "table" as const, title: "t", help: "h" } },
      infer: () => ({ out: { kind: "table" as const, rows: 13 } }),
    };
    const document = graph({ s: ["stub.table", { value: 1 }], d: ["stub.rows"] }, ["s.out → d.table"]);
    const { diagnostics } = await analyse(document, createRegistry([source, ...nodes]), probe);
    expect(diagnostics).toMatchObject([{ code: "stub.odd", node: "d", port: "table", wire: "w1" }]);
  });

  it("names the conversion that a wire needs", async () => {
    const { nodes: found, diagnostics } = await check(
      graph({ t: ["stub.trace"], d: ["stub.rows"] }, ["t.out → d.table"]),
    );
    expect(diagnostics).toEqual([]);
    expect(found.get("d")?.inputs.table).toMatchObject({
      convert: "trace-to-table",
      type: { kind: "trace" },
    });
  });
});

describe("a signature", () => {
  const [constant] = nodes;
  const upstream = { a: { signature: "s", port: "out" } };
  const base = signNode(constant, { value: 1 }, upstream, "hash");

  it("changes with everything that could change a number", () => {
    const others = [
      signNode({ ...constant, id: "stub.other" }, { value: 1 }, upstream, "hash"),
      signNode({ ...constant, version: 2 }, { value: 1 }, upstream, "hash"),
      signNode(constant, { value: 2 }, upstream, "hash"),
      signNode(constant, { value: 1 }, { a: { signature: "t", port: "out" } }, "hash"),
      signNode(constant, { value: 1 }, { a: { signature: "s", port: "other" } }, "hash"),
      signNode(constant, { value: 1 }, { b: { signature: "s", port: "out" } }, "hash"),
      signNode(constant, { value: 1 }, { a: { signature: "s", port: "out", convert: "x" } }, "hash"),
      signNode(constant, { value: 1 }, upstream, "other"),
      signNode(constant, { value: 1 }, upstream),
    ];
    expect(new Set([base, ...others]).size).toBe(others.length + 1);
  });

  it("does not depend on the order of names", () => {
    expect(signNode(constant, { a: 1, b: 2 }, {})).toBe(signNode(constant, { b: 2, a: 1 }, {}));
  });
});

describe("a trace as a table", () => {
  it("has its index first and marks what is missing", () => {
    const table = traceToTable({
      kind: "trace",
      index: "round",
      length: 9,
      series: { loss: Float64Array.of(1, Number.NaN, 3, 4, 5, 6, 7, 8, Number.NaN) },
    });
    expect(table.rowCount).toBe(9);
    expect(table.columns.map(({ name, valid }) => [name, valid])).toEqual([
      ["round", undefined],
      ["loss", Uint8Array.of(0b11111101, 0)],
    ]);
    expect(table.columns[0]).toMatchObject({ values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9) });
  });

  it("is the only conversion", async () => {
    expect((await diagnosticFrom(() => convertValue("no-such", {}))).code).toBe("internal.unexpected");
  });
});

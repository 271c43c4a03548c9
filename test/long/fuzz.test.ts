/** Random graphs through the check, random bytes through both readers: words, never a fall. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startEngine } from "../../cli/engine.ts";
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import type { Json } from "../../core/base/json.ts";
import { emptyDocument, type GraphDocument } from "../../core/graph/document.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { readTable } from "../../core/ml/table/read-table.ts";
import { invalidSamples } from "../../core/node/params.ts";
import { nodes } from "../../nodes/nodes.generated.ts";
import { checkRepairsApply } from "../support/repairs.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder({ "a.csv": "x,y,kind\n1,2,a\n2,3,b\n3,,a\n" });
const ids = ["a", "b", "c", "d", "e", "f", "toString"];
const types = [...nodes.map((node) => node.id), "no.such"];
const ports = [
  ...new Set(nodes.flatMap((node) => [...Object.keys(node.inputs), ...Object.keys(node.outputs)])),
  "nowhere",
];

/** Mostly the default, sometimes a wrong value, sometimes anything. */
function paramsOf(type: string): fc.Arbitrary<Record<string, Json>> {
  const specs = Object.entries(nodes.find((node) => node.id === type)?.params ?? {});
  const some = specs.map(([name, spec]) => {
    const wrong = invalidSamples(spec).filter((value) => value !== undefined) as Json[];
    const value = fc.oneof(
      { weight: 8, arbitrary: fc.constant(spec.kind === "path" ? "a.csv" : spec.default) },
      { weight: 1, arbitrary: fc.constantFrom(...wrong) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<Json> },
    );
    return [name, value] as const;
  });
  return fc.record(Object.fromEntries(some));
}

const record = fc
  .constantFrom(...types)
  .chain((type) =>
    fc.record({ type: fc.constant(type), version: fc.constantFrom(1, 1, 1, 1, 2), params: paramsOf(type) }),
  );
const end = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ports));
const document: fc.Arbitrary<GraphDocument> = fc
  .record({
    nodes: fc.dictionary(fc.constantFrom(...ids), record, { minKeys: 1, maxKeys: 7 }),
    wires: fc.dictionary(
      fc.constantFrom("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"),
      fc.record({ from: end, to: end }),
      { maxKeys: 8 },
    ),
  })
  .map((parts) => ({ ...emptyDocument("fuzz"), ...parts }));

describe("the check", () => {
  it("never throws, and answers for every node", async () => {
    const engine = startEngine({ granted: [folder] });
    await fc.assert(
      fc.asyncProperty(document, async (graph) => {
        const { nodes: reports, diagnostics } = await engine.check({ document: graph });
        expect(diagnostics.filter((found) => found.code === "internal.unexpected")).toEqual([]);
        const errors = diagnostics.some((found) => found.severity === "error");
        const unready = Object.entries(reports).filter(([, node]) => node.freshness === "unready");
        // What cannot run has a reason that stands somewhere.
        if (unready.length > 0 || Object.keys(reports).length < Object.keys(graph.nodes).length)
          expect(errors).toBe(true);
        checkRepairsApply(graph, diagnostics);
        await engine.script({ document: graph });
      }),
      { numRuns: 3000, interruptAfterTimeLimit: 90_000 },
    );
    await engine.dispose();
  });
});

describe("readers", () => {
  it("take any text for a document, or say what is wrong", () => {
    const whole = writeDocument(emptyDocument("x"));
    const torn = fc
      .tuple(fc.nat(whole.length), fc.nat(20), fc.string({ unit: "binary", maxLength: 20 }))
      .map(([at, gone, put]) => whole.slice(0, at) + put + whole.slice(at + gone));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json(), torn), (text) => {
        const { document: read, diagnostics } = parseDocument(text);
        if (read) expect(parseDocument(writeDocument(read)).document).toEqual(read);
        else expect(diagnostics.some((found) => found.severity === "error")).toBe(true);
      }),
      { numRuns: 20_000, interruptAfterTimeLimit: 30_000 },
    );
  });

  it("take any bytes for a table, or say what is wrong", async () => {
    const cell = fc.constantFrom(
      "1",
      "-2.5e3",
      "a",
      "",
      '"',
      '"a,b"',
      "NaN",
      "2024-01-01",
      "true",
      "é",
      "\0",
      "NA",
      "'",
    );
    const lines = fc
      .array(
        fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(",")),
        { maxLength: 12 },
      )
      .map((rows) => Buffer.from(rows.join("\n")));
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
    const path = join(folder, "fuzz.csv");
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 4, arbitrary: lines }, { weight: 1, arbitrary: bytes }),
        async (content) => {
          writeFileSync(path, content);
          try {
            const table = await readTable(path);
            expect(table.columns.length).toBeGreaterThan(0);
            for (const column of table.columns)
              expect(("values" in column ? column.values : column.codes).length).toBe(table.rowCount);
          } catch (thrown) {
            if (!(thrown instanceof DiagnosticError)) throw thrown;
            expect(thrown.diagnostic.code).toMatch(/^(table|file)\./);
          }
        },
      ),
      { numRuns: 1500, interruptAfterTimeLimit: 60_000 },
    );
  });
});

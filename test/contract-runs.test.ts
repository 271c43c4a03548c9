/** The contract of nodes, part two: running. Examples, promised facts, types against values, the same seed twice, odd data. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { type Diagnostic, DiagnosticError } from "../core/base/diagnostic.ts";
import { grantedFiles } from "../core/engine/granted-files.ts";
import { lookAt } from "../core/engine/look.ts";
import { topologicalOrder } from "../core/graph/closure.ts";
import { overlap } from "../core/ml/table/row-sets.ts";
import type { Model, Predictions, RowSet, Table } from "../core/ml/values.ts";
import type { Look } from "../core/service/look.ts";
import { lookSchema } from "../core/service/look-schema.ts";
import { accepts } from "../core/types/accepts.ts";
import { type Provenance, sharedRows } from "../core/types/provenance.ts";
import type { WireType } from "../core/types/wire-type.ts";
import { wordDiagnostic } from "../core/words/word.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { exampleGraph, fixture, inputsOf, type Outputs, runHere, valuesOf } from "./support/examples.ts";
import { runThrough } from "./support/follow.ts";
import { oddTables } from "./support/odd-tables.ts";
import { tempFolder } from "./support/temp.ts";

const folder = tempFolder({ [fixture.name]: fixture.text });
const files = grantedFiles(folder, [folder]);
const cases = nodes.flatMap((node) =>
  node.examples.map((example) => [`${node.id}: ${example.title}`, node, example] as const),
);

describe.each(cases)("%s", (_name, node, example) => {
  const document = exampleGraph(node, example);

  it("checks clean, runs in the engine, and keeps its promises", async () => {
    const engine = startEngine({ granted: [folder] });
    try {
      const { diagnostics } = await engine.check({ document });
      expect(diagnostics).toEqual([]);
      const { status, states, events } = await runThrough(engine, { document });
      expect({ status, events: events.filter((event) => event.kind === "diagnostic") }).toEqual({
        status: "done",
        events: [],
      });
      expect(Object.values(states).every((state) => state === "done")).toBe(true);
      const { nodes: reports } = await engine.check({ document });
      for (const [path, promise] of Object.entries(example.expect ?? {})) {
        const [port = "", ...steps] = path.split(".");
        const look = await engine.look({ signature: reports.it?.signature ?? "", port });
        const found = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], look);
        if (promise.equals !== undefined) expect(found, path).toEqual(promise.equals);
        if (promise.atLeast !== undefined) expect(found, path).toBeGreaterThanOrEqual(promise.atLeast);
        if (promise.atMost !== undefined) expect(found, path).toBeLessThanOrEqual(promise.atMost);
      }
      expect(Object.keys(reports.it?.outputs ?? {})).toEqual(Object.keys(node.outputs));
    } finally {
      await engine.dispose();
    }
  });

  it("gives the same for the same seed, and what it declares", async () => {
    const first = await valuesOf(document, files);
    const second = await valuesOf(document, files);
    const measured = new Set(topologicalOrder(document).flatMap((id) => measuredBy(document.nodes[id].type)));
    expect(withoutMeasured(second, measured)).toEqual(withoutMeasured(first, measured));
    expect(Object.keys(first.get("it") ?? {}).sort()).toEqual(Object.keys(node.outputs).sort());
  });

  it("infers types that are true of the values", async () => {
    const engine = startEngine({ granted: [folder] });
    const { nodes: reports } = await engine.check({ document });
    await engine.dispose();
    const values = await valuesOf(document, files);
    for (const [id, outputs] of values) {
      for (const [port, value] of Object.entries(outputs)) {
        const type = reports[id]?.outputs[port] ?? { kind: "figure" };
        expectTrue(type, value, `${id}.${port}`);
        const declared = node.outputs[port];
        if (id === "it" && declared) expect(accepts(declared.type, type)).toEqual({ kind: "yes" });
      }
    }
    expectHonest(reports, values);
  });

  const tables = Object.entries(node.inputs).filter(([, port]) => port.type === "table");
  if (tables.length === 0) return;
  it("takes odd tables, or refuses them in words", async () => {
    const values = await valuesOf(document, files);
    for (const [port] of tables) {
      for (const [name, table] of Object.entries(oddTables)) {
        const inputs = { ...inputsOf(document, "it", values), [port]: table };
        try {
          const outputs = await runHere(node, inputs, document.nodes.it.params, files);
          for (const value of Object.values(outputs)) expectSeen(lookAt(value, {}), name);
        } catch (thrown) {
          if (!(thrown instanceof DiagnosticError))
            throw new Error(`${name}: ${String(thrown)}`, { cause: thrown });
          expectWorded(thrown.diagnostic);
        }
      }
    }
  });
});

describe("files that are no tables", () => {
  const bad = {
    "empty.csv": "",
    "binary.csv": new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 8]),
    "latin.csv": new Uint8Array([0x61, 0x2c, 0xe9, 0x0a, 0x31, 0x2c, 0x32, 0x0a]),
    "quote.csv": 'a,b\n1,"never closed\n',
  };
  const place = tempFolder(bad);
  const sources = nodes.flatMap((node) =>
    Object.entries(node.params).flatMap(([name, spec]) =>
      spec.kind === "path" ? [[node.id, name, node] as const] : [],
    ),
  );

  it.each(sources)("%s refuses them by %s, in words", async (_id, name, node) => {
    const document = exampleGraph(node, node.examples[0] ?? { title: "" });
    for (const file of [...Object.keys(bad), "missing.csv", ".", join("..", "outside.csv")]) {
      const params = { ...document.nodes.it.params, [name]: file };
      const work = runHere(node, {}, params, grantedFiles(place, [place]));
      const thrown: unknown = await work.then(
        () => `${file} was read`,
        (reason: unknown) => reason,
      );
      expect(thrown, file).toBeInstanceOf(DiagnosticError);
      if (thrown instanceof DiagnosticError) expectWorded(thrown.diagnostic);
    }
  });
});

function measuredBy(type: string): readonly string[] {
  return nodes.find(({ id }) => id === type)?.traits.measured ?? [];
}

/** The same without the members, and the cells of the columns, that are measured anew in every run. */
function withoutMeasured(value: unknown, names: ReadonlySet<string>): unknown {
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  if (value instanceof Map) return [...value].map(([key, part]) => [key, withoutMeasured(part, names)]);
  if (Array.isArray(value)) return value.map((part) => withoutMeasured(part, names));
  const { name } = value as { name?: unknown };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !names.has(key) && !(key === "values" && names.has(String(name))))
      .map(([key, part]) => [key, withoutMeasured(part, names)]),
  );
}

/** A look that survives the border of a transport. */
function expectSeen(look: Look | undefined, name: string): void {
  const { error } = lookSchema.safeParse(JSON.parse(JSON.stringify(look ?? null)));
  expect(error?.issues ?? [], name).toEqual([]);
}

/** Both languages have a sentence and a hint, all values in place. */
function expectWorded(diagnostic: Diagnostic): void {
  expect(diagnostic.code).not.toBe("internal.unexpected");
  for (const language of ["en", "zh"] as const) {
    const { what, hint } = wordDiagnostic(diagnostic, language);
    expect(what).not.toContain(diagnostic.code);
    expect(what).not.toMatch(/\{\w+[,}]/);
    expect(hint).not.toBe("");
  }
}

/** Kind, columns, rows, classes: whatever the type says before the run must hold after it. */
function expectTrue(type: WireType, value: unknown, place: string): void {
  expect((value as { kind: string }).kind, place).toBe(type.kind);
  if (type.kind === "table") {
    const table = value as Table;
    if (type.rows !== undefined) expect(table.rowCount, place).toBe(type.rows);
    if (!type.columns) return;
    const facts = table.columns.map(({ name, kind, role, ...rest }, at) => ({
      name,
      kind,
      role,
      // What a type does not say it cannot say wrongly: levels may not be known before a run.
      ...("levels" in rest && type.columns?.[at]?.levels ? { levels: rest.levels } : {}),
    }));
    expect(
      type.columns.map(({ missing: _, ...column }) => column),
      place,
    ).toEqual(facts);
  } else if (type.kind === "model" || type.kind === "predictions" || type.kind === "learner") {
    // How often a learner passes over its rows is a forecast, and no fact of the recipe.
    const {
      kind: _kind,
      seen: _seen,
      passes: _passes,
      ...facts
    } = { seen: undefined, passes: undefined, ...type };
    const {
      provenance: _provenance,
      rows,
      probabilities,
      weights,
      ...plain
    } = { provenance: undefined, rows: undefined, probabilities: undefined, weights: undefined, ...facts };
    expect(value, place).toMatchObject(plain);
    if (rows !== undefined) expect((value as Predictions).rows[0]?.ids.length, place).toBe(rows);
    // Of a model the type says what its predictions will have.
    if (type.kind !== "predictions") return;
    if (probabilities !== undefined)
      expect("probabilities" in (value as Predictions), place).toBe(probabilities);
    if (weights !== undefined) expect("weights" in (value as Predictions), place).toBe(weights);
  }
}

/** Whatever the types call disjoint shares no row in truth. */
function expectHonest(
  reports: Readonly<Record<string, { outputs: Record<string, WireType> }>>,
  values: ReadonlyMap<string, Outputs>,
): void {
  const claims: { place: string; rows: Provenance; truth: readonly RowSet[] }[] = [];
  for (const [id, outputs] of values) {
    for (const [port, value] of Object.entries(outputs)) {
      const type = reports[id]?.outputs[port];
      const place = `${id}.${port}`;
      if (type?.kind === "table" && type.provenance)
        claims.push({ place, rows: type.provenance, truth: (value as Table).origin });
      if (type?.kind === "model" && type.seen)
        claims.push({ place, rows: type.seen, truth: (value as Model).seen });
      if (type?.kind === "predictions" && type.provenance)
        claims.push({ place, rows: type.provenance, truth: (value as Predictions).rows });
    }
  }
  for (const a of claims) {
    for (const b of claims) {
      if (!sharedRows(a.rows, b.rows)) expect(overlap(a.truth, b.truth), `${a.place} and ${b.place}`).toBe(0);
    }
  }
}

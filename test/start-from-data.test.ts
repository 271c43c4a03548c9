/**
 * From a file that nobody has prepared to a graph that runs: the profile by the engine, the choices that the page
 * proposes, the document, its check, and a run to the end.
 */
import { afterAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import type { TableProfile } from "../core/base/table-profile.ts";
import { apply } from "../core/graph/apply.ts";
import { emptyDocument } from "../core/graph/document.ts";
import type { NodeDescriptor } from "../core/node/descriptor.ts";
import { baselineDocument, commandsFor } from "../renderer/start/baseline.ts";
import { proposedLeavings, proposedTime } from "../renderer/start/proposals.ts";
import { awkwardFile, awkwardFiles } from "./support/awkward-files.ts";
import { diagnosticFrom, runThrough } from "./support/follow.ts";
import { tempFolder } from "./support/temp.ts";

const folder = tempFolder(Object.fromEntries(awkwardFiles.map((file) => [file.name, file.text()])));
const engine = startEngine({ granted: [folder] });
afterAll(() => engine.dispose());

const descriptors = async (): Promise<ReadonlyMap<string, NodeDescriptor>> =>
  new Map((await engine.describe()).nodes.map((node) => [node.id, node]));
const profileOf = (path: string): Promise<TableProfile> =>
  engine.profile({ type: "data.file", params: { ...fileDefaults, path } });
const fileDefaults = {
  target: "",
  targetAs: "auto",
  roles: {},
  header: "auto",
  delimiter: "auto",
  decimal: "auto",
  format: "auto",
  quote: "double",
  missing: "",
  asText: [],
  every: 1,
  limit: 0,
};

/** The document with everything as it is proposed. */
async function proposed(path: string) {
  const profile = await profileOf(path);
  const time = proposedTime(profile);
  const leaveOut = new Set(proposedLeavings(profile));
  return baselineDocument({ path, profile, leaveOut, ...(time && { time }) }, await descriptors());
}

describe.each(awkwardFiles.map((file) => [file.name, file] as const))("%s", (name, file) => {
  it("is seen as what it is", async () => {
    const profile = await profileOf(name);
    expect(profile.target).toMatchObject({ column: file.target, task: file.task });
    expect(proposedLeavings(profile)).toEqual(file.leftOut);
    expect(proposedTime(profile)).toBe(file.time);
  });

  it("becomes a graph that checks without an error and runs to its end", async () => {
    const document = await proposed(name);
    const { diagnostics } = await engine.check({ document });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const run = await runThrough(engine, { document });
    expect(run.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(run.status).toBe("done");
    // Constants of two files are the same learner.
    for (const [node, state] of Object.entries(run.states)) expect(["done", "cached"], node).toContain(state);
    expect(Object.keys(run.states).sort()).toEqual(Object.keys(document.nodes).sort());
  }, 240_000);
});

describe("the graph", () => {
  it("keeps what is left out from every learner, and the held-out part from all but the last score", async () => {
    const { nodes, wires } = await proposed("customers.csv");
    expect(nodes.chosen.params.columns).toEqual(awkwardFile("customers.csv").leftOut);
    const fed = Object.values(wires).filter(({ from }) => from[0] === "parts");
    const ends = (port: string) => fed.filter(({ from }) => from[1] === port).map(({ to }) => to.join("."));
    expect(ends("test")).toEqual(["predicted.data"]);
    expect(ends("train")).toHaveLength(4);
  });

  it("is what its commands make of an empty document", async () => {
    const document = await proposed("semicolons.csv");
    const commands = commandsFor(document);
    expect(apply(emptyDocument("untitled"), { kind: "batch", commands }).document).toEqual(document);
  });

  it("says on the canvas what stands there, in both languages", async () => {
    const { view } = await proposed("leaking.csv");
    const { en, zh } = view.notes.about.text;
    expect(en).toMatch(/leaking\.csv.*“diagnosis”.*therapy_code, score_after/s);
    expect(zh).toMatch(/leaking\.csv.*“diagnosis”.*therapy_code、score_after/s);
  });

  it("puts no card onto another", async () => {
    const { cardGeometry } = await import("../renderer/canvas/card-geometry.ts");
    const known = await descriptors();
    for (const { name } of awkwardFiles.slice(0, 5)) {
      const { nodes, view } = await proposed(name);
      const boxes = Object.entries(view.positions).map(([id, [x, y]]) => ({
        id,
        x,
        y,
        ...cardGeometry(known.get(nodes[id].type)),
      }));
      for (const a of boxes)
        for (const b of boxes) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart || a.id === b.id, `${name}: ${a.id} on ${b.id}`).toBe(true);
        }
    }
  });
});

describe("the profile", () => {
  it("is of granted files alone", async () => {
    expect((await diagnosticFrom(profileOf("../secret.csv"))).code).toBe("file.outside-granted");
    expect((await diagnosticFrom(profileOf("none.csv"))).code).toBe("file.missing");
  });

  it("names the file as it was asked for", async () => {
    const other = tempFolder({ "sub/empty.csv": "" });
    const far = startEngine({ granted: [other] });
    const params = { ...fileDefaults, path: "sub/empty.csv" };
    const asked = far.profile({ type: "data.file", params });
    expect(await diagnosticFrom(asked)).toMatchObject({
      code: "table.empty-file",
      values: { path: "sub/empty.csv" },
    });
    await far.dispose();
  });

  it("judges every column against the target that was chosen", async () => {
    const type = "data.file";
    const params = { ...fileDefaults, path: "leaking.csv" };
    const { columns, target } = await engine.profile({ type, params, question: { target: "therapy_code" } });
    expect(target).toMatchObject({ column: "therapy_code", reason: { kind: "chosen" } });
    const giving = columns.filter(({ signs }) => signs.some(({ kind }) => kind === "gives-away"));
    expect(giving).toEqual([]);
    const unknown = engine.profile({ type, params, question: { target: "nobody" } });
    expect((await diagnosticFrom(unknown)).code).toBe("table.unknown-column");
  });

  it("looks at every so-many-th row of a longer file, and says so", async () => {
    const rows = Array.from({ length: 450_000 }, (_, at) => `${at % 7},${at < 225_000 ? "early" : "late"}`);
    const other = tempFolder({ "long.csv": `x,half\n${rows.join("\n")}\n` });
    const far = startEngine({ granted: [other] });
    const params = { ...fileDefaults, path: "long.csv" };
    const profile = await far.profile({ type: "data.file", params }).finally(() => far.dispose());
    expect(profile).toMatchObject({
      rows: 150_000,
      every: 3,
      target: { column: "half", smallestClass: 75_000 },
    });
  });
});

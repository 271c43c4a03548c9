/** Groups change names and nothing else: through engine, command line and script. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { apply } from "../core/graph/apply.ts";
import { parseCommand } from "../core/graph/command-schema.ts";
import type { Command } from "../core/graph/commands.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { parseDocument } from "../core/graph/parse.ts";
import { writeDocument } from "../core/graph/write.ts";
import { espalier } from "./support/cli.ts";
import { runThrough } from "./support/follow.ts";
import { root } from "./support/imports.ts";
import { tempFolder } from "./support/temp.ts";

function example(name: string): GraphDocument {
  const path = fileURLToPath(new URL(`../examples/${name}.espalier`, import.meta.url));
  const { document } = parseDocument(readFileSync(path, "utf8"));
  if (!document) throw new Error(`the example ${name} cannot be read`);
  return document;
}

const done = (document: GraphDocument, ...commands: Command[]) =>
  commands.reduce((made, command) => apply(made, command).document, document);

const engine = startEngine({ granted: [join(root, "examples")] });
afterAll(() => engine.dispose());

const fewer: Command = { kind: "setParam", node: "boost", name: "rounds", value: 5 };
const learning: Command = {
  kind: "group",
  id: "learning",
  title: "Learning",
  members: ["weak", "boost", "fitted"],
};
const inner: Command = {
  kind: "within",
  groups: ["learning"],
  command: { kind: "group", id: "ensemble", title: "Ensemble */ \n x", members: ["weak", "boost"] },
};
const judging: Command = {
  kind: "group",
  id: "judge",
  title: "",
  members: ["predicted", "scores", "matrix"],
};

const plain = done(example("adaboost-breast-cancer"), fewer);
const grouped = done(plain, learning, inner, judging);

describe("a grouped graph", () => {
  it("finds every result of the flat one in the store", async () => {
    const flat = await runThrough(engine, { document: plain });
    const nested = await runThrough(engine, { document: grouped });
    expect(nested.status).toBe("done");
    expect(new Set(Object.values(nested.states))).toEqual(new Set(["cached"]));
    expect(nested.states).toHaveProperty(["learning/ensemble/boost"], "cached");
    expect(nested.scores["judge/scores.accuracy"]).toBe(flat.scores["scores.accuracy"]);
  });

  it("reports a group like a node, with the types of its ports and wires", async () => {
    const { nodes, wires, diagnostics } = await engine.check({ document: grouped });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(nodes.learning).toMatchObject({ freshness: "cached", outputs: { model: { kind: "model" } } });
    expect(nodes["learning/ensemble"].outputs.learner).toMatchObject({ kind: "learner" });
    const into = Object.entries(grouped.wires).filter(([, { to }]) => to[0] === "learning");
    expect(into).toHaveLength(1);
    expect(wires[into[0][0]]).toMatchObject({ kind: "table" });
  });

  it("is a function for each group in the script, which type-checks and gives the same numbers", async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "grouped.espalier"), writeDocument(grouped));
    const { text, lines } = await engine.script({ document: grouped });
    const functions = text.match(/^ *async function \w+/gm);
    expect(functions).toEqual([
      "async function learningGroup",
      "  async function ensembleGroup",
      "async function judgeGroup",
    ]);
    const [first, last] = lines["learning/ensemble/boost"];
    expect(
      text
        .split("\n")
        .slice(first - 1, last)
        .join(""),
    ).toContain("adaBoost(weak, { rounds: 5");

    const out = join(folder, "out");
    const exported = await espalier(["export", join(folder, "grouped.espalier"), "--out", out]);
    expect(exported.err).toBe("");
    mkdirSync(join(out, "node_modules"));
    symlinkSync(join(root, "dist", "lib"), join(out, "node_modules", "espalier"));
    symlinkSync(join(root, "node_modules", "@types"), join(out, "node_modules", "@types"));
    const bin = (name: string) => join(root, "node_modules", ".bin", name);
    execFileSync(bin("tsc"), ["-p", "."], { cwd: out, encoding: "utf8" });
    const printed = execFileSync(bin("tsx"), ["grouped.ts"], { cwd: out, encoding: "utf8" });
    expect(printed).toContain("judge/scores.accuracy");
    expect(printed).toMatch(/^verified /m);
  }, 60_000);

  it("runs up to a group, and takes a setting inside one, from the command line", async () => {
    const file = join(tempFolder(), "grouped.espalier");
    writeFileSync(file, writeDocument(grouped));
    const { code, lines } = await espalier([
      "run",
      file,
      "--json",
      "--to",
      "learning",
      "--set",
      "learning/ensemble/boost.rounds=2",
    ]);
    expect(code).toBe(0);
    const { nodes } = lines.at(-1) as { nodes: Record<string, { state: string }> };
    expect(Object.keys(nodes)).toContain("learning/ensemble/boost");
    expect(Object.keys(nodes)).not.toContain("judge/scores");
    const wrong = await espalier(["run", file, "--to", "nowhere"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("graph.no-such-node");
  });
});

describe("a leak", () => {
  const leaking = example("leakage");

  it("within a group is mended there, by one click", async () => {
    const all: Command = { kind: "group", id: "all", title: "All", members: Object.keys(leaking.nodes) };
    const document = done(leaking, all);
    const found = (await engine.check({ document })).diagnostics.find(({ code }) =>
      code.startsWith("leakage."),
    );
    expect(found).toMatchObject({
      code: "leakage.scored-on-training-rows",
      wire: expect.stringMatching(/^all\//),
    });
    const [repair] = found?.repairs ?? [];
    const mended = done(document, ...repair.commands.map(parseCommand));
    const after = await engine.check({ document: mended });
    expect(after.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("is found through the edge of a group", async () => {
    const wire = (await engine.check({ document: leaking })).diagnostics.find(({ code }) =>
      code.startsWith("leakage."),
    )?.wire;
    const [predicted] = leaking.wires[wire ?? ""].from;
    const document = done(leaking, { kind: "group", id: "g", title: "G", members: [predicted] });
    const found = (await engine.check({ document })).diagnostics.find(({ code }) =>
      code.startsWith("leakage."),
    );
    expect(found?.wire).toBe(wire);
  });
});

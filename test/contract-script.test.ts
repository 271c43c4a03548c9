/** The contract of nodes, part four: the script of every example type-checks and gives the canvas's numbers. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { exampleGraph, fixture } from "./support/examples.ts";
import { runThrough } from "./support/follow.ts";
import { tempFolder } from "./support/temp.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const workshop = join(root, ".cache", "contract-scripts");
/** As seen from a script's folder. */
const library = "../../../core/ml/espalier.ts";
const folder = tempFolder({ [fixture.name]: fixture.text });
const cases = nodes.flatMap((node) =>
  node.examples.map((example, at) => ({
    name: `${node.id} ${at + 1}`,
    node,
    document: exampleGraph(node, example),
  })),
);

type Written = { folder: string; text: string; scores: Record<string, number> };

describe("scripts", () => {
  const written = new Map<string, Written>();
  const home = process.cwd();

  beforeAll(async () => {
    rmSync(workshop, { recursive: true, force: true });
    const engine = startEngine({ granted: [folder] });
    for (const { name, document } of cases) {
      const { scores } = await runThrough(engine, { document });
      const { text, files, diagnostics } = await engine.writtenScript({ document });
      expect(diagnostics).toEqual([]);
      const place = join(workshop, name.replace(/\W/g, "-"));
      mkdirSync(place, { recursive: true });
      for (const { path, from, node } of files) {
        const origin =
          "shipped" in from
            ? join(root, "examples", "data", from.shipped)
            : join(folder, String(document.nodes[node].params[from.param]));
        mkdirSync(dirname(join(place, path)), { recursive: true });
        copyFileSync(origin, join(place, path));
      }
      writeFileSync(
        join(place, "script.ts"),
        text.replaceAll('from "espalier"', `from ${JSON.stringify(library)}`),
      );
      written.set(name, { folder: place, text, scores });
    }
    await engine.dispose();
  });
  afterAll(() => process.chdir(home));

  it("type-check against the library", () => {
    const config = {
      extends: join(root, "tsconfig.json"),
      compilerOptions: { noUnusedLocals: false },
      include: ["*/script.ts"],
      exclude: [],
    };
    writeFileSync(join(workshop, "tsconfig.json"), JSON.stringify(config));
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(root, "node_modules/typescript/bin/tsc"), "-p", workshop],
      { encoding: "utf8" },
    );
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it.each(cases)("$name gives the same numbers", async ({ name }) => {
    const script = written.get(name);
    if (!script) throw new Error(`no script of ${name}`);
    process.chdir(script.folder);
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const complained = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await import(/* @vite-ignore */ join(script.folder, "script.ts"));
    expect(complained.mock.calls).toEqual([]);
    expect(said.mock.calls.flat().filter((line) => String(line).startsWith("verified"))).toHaveLength(1);
    // What was verified are all the canvas's scores, not a part of them.
    for (const score of Object.keys(script.scores))
      expect(said.mock.calls.flat().join("\n")).toContain(score);
    vi.restoreAllMocks();
  });
});

/** The reference: the smallest use of every node runs and reads as the exporter writes it; the static site is whole. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { referenceExamples } from "../cli/reference.ts";
import { exampleFile } from "../cli/reference-example.ts";
import { emptyDocument, type GraphDocument } from "../core/graph/document.ts";
import { describe as descriptorOf } from "../core/node/descriptor.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { fixture } from "./support/examples.ts";
import { runThrough } from "./support/follow.ts";
import { tempFolder } from "./support/temp.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = await referenceExamples(nodes);

describe("the smallest use", () => {
  const folder = tempFolder({ [exampleFile]: fixture.text });
  const engine = startEngine({ granted: [folder] });
  afterAll(() => engine.dispose());

  it.each(nodes.map((node) => [node.id, node] as const))(
    "of %s runs, and gives what it has to give",
    async (id, node) => {
      const { graph, node: own, script } = examples[id] ?? { graph: emptyDocument(""), node: "", script: "" };
      const document: GraphDocument = { ...emptyDocument("Smallest"), ...graph };
      expect(graph.nodes[own]?.type).toBe(id);
      expect((await engine.check({ document })).diagnostics).toEqual([]);
      const { status, states } = await runThrough(engine, { document });
      expect({ status, states: new Set(Object.values(states)) }).toEqual({
        status: "done",
        states: new Set(Object.values(states).filter((state) => state === "done" || state === "cached")),
      });
      // A recipe by itself computes nothing: something must be made of it.
      const made = Object.values(graph.nodes).map(
        ({ type }) => nodes.find((one) => one.id === type)?.outputs ?? {},
      );
      expect(
        made.flatMap((outputs) => Object.values(outputs)).some(({ type }) => type !== "learner"),
        node.title,
      ).toBe(true);
      const { text } = await engine.script({ document });
      const statements = script
        .split("\n")
        .filter((line) => /^(const|console|\s|\})/.test(line) && line !== '} from "espalier";');
      expect(statements.length).toBeGreaterThan(0);
      for (const line of statements) expect(text).toContain(line);
      expect(script).toMatch(/^import \{[^}]*\} from "espalier";\n/);
      expect(script).not.toContain("verify");
    },
  );
});

describe("the static site", () => {
  const out = mkdtempSync(join(tmpdir(), "espalier-site-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  let files: string[] = [];

  beforeAll(() => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/tsx/dist/cli.mjs"),
        "--tsconfig",
        "renderer/tsconfig.json",
        "build/write-site.mjs",
        out,
      ],
      {
        cwd: root,
        input: JSON.stringify({ descriptors: nodes.map((node) => descriptorOf(node)), examples }),
        encoding: "utf8",
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    files = readdirSync(out, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".html"));
  });

  it("has a page for every node in both languages, with its example as a picture and as a script", () => {
    expect(files.length).toBe(2 * (nodes.length + 1));
    for (const node of nodes) {
      for (const [name, title] of [
        [`${node.id}.html`, node.title],
        [`zh-CN/${node.id}.html`, node.zh.title],
      ] as const) {
        const text = readFileSync(join(out, name), "utf8");
        expect(text, name).toContain(`<html lang="${name.startsWith("zh") ? "zh-CN" : "en"}`);
        expect(text.match(/<h1>([^<]*)<\/h1>/)?.[1]?.replaceAll("&amp;", "&"), name).toBe(title);
        expect(text.match(/class="picture-card"/g)?.length, name).toBe(
          Object.keys(examples[node.id]?.graph.nodes ?? {}).length,
        );
        expect(text.match(/class="picture-wire"/g)?.length ?? 0, name).toBe(
          Object.keys(examples[node.id]?.graph.wires ?? {}).length,
        );
        expect(text, name).toContain('class="example-script"');
        expect(text, name).not.toMatch(/undefined|\[object|="[^"]*NaN/);
        for (const source of node.sources) expect(decoded(text), name).toContain(source);
      }
    }
  });

  it("links to nothing that is not there, and asks no server", () => {
    for (const name of files) {
      const text = readFileSync(join(out, name), "utf8");
      for (const [, target = ""] of text.matchAll(/(?:href|src)="([^"]*)"/g)) {
        if (target === "data:,") continue;
        expect(target, name).not.toMatch(/^(\w+:|\/)/);
        expect(existsSync(join(out, dirname(name), target)), `${name} → ${target}`).toBe(true);
      }
    }
    const style = readFileSync(join(out, "style.css"), "utf8");
    expect(style).not.toMatch(/url\(|@import|data-theme="dark"/);
    expect(style).toContain("@media (prefers-color-scheme: dark)");
  });

  it("lists every node in its index", () => {
    for (const name of ["index.html", "zh-CN/index.html"]) {
      const text = readFileSync(join(out, name), "utf8");
      for (const { id } of nodes) expect(text).toContain(`<a href="${id}.html">`);
    }
  });
});

function decoded(text: string): string {
  return text
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<");
}

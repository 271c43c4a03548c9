/**
 * The contract of nodes, part one: the declaration. Runs over every node of the generated list; a new node is held to
 * it without a line here.
 */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { namesIn } from "../core/base/condition.ts";
import { isId } from "../core/base/ids.ts";
import { analyse } from "../core/engine/analysis.ts";
import { describe as descriptorOf } from "../core/node/descriptor.ts";
import { checkParam, defaultParams, invalidSamples } from "../core/node/params.ts";
import { createRegistry } from "../core/node/registry.ts";
import { wireKinds } from "../core/types/wire-type.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { graph } from "./support/graphs.ts";

const registry = createRegistry(nodes);
const root = fileURLToPath(new URL("..", import.meta.url));
const chinese = /\p{Script=Han}/u;

describe("the list of nodes", () => {
  it("is fresh", () => {
    const { status, stderr } = spawnSync(process.execPath, ["build/generate-nodes.mjs", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("names every node once, under its category", () => {
    const ids = nodes.map((node) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const node of nodes)
      expect(node.id).toMatch(new RegExp(`^${node.category}\\.[a-z0-9]+(-[a-z0-9]+)*$`));
  });
});

describe.each(nodes.map((node) => [node.id, node] as const))("%s", (id, node) => {
  it("survives JSON as a descriptor", () => {
    const descriptor = descriptorOf(node);
    expect(JSON.parse(JSON.stringify(descriptor))).toEqual(descriptor);
    expect(wireKinds).toContain(descriptor.makes);
  });

  it("can be made with its defaults", () => {
    for (const [name, spec] of Object.entries(node.params)) {
      expect(checkParam(spec, spec.default), `the default of ${name}`).toBeUndefined();
      for (const other of spec.when ? namesIn(spec.when) : [])
        expect(Object.keys(node.params), `${name} depends on it`).toContain(other);
    }
    expect(isId(node.idBase), "idBase names a variable").toBe(true);
    expect(node.traits.seeded ?? false).toBe(Object.values(node.params).some((spec) => spec.kind === "seed"));
  });

  it("refuses every wrong value, by node and parameter", async () => {
    for (const [name, spec] of Object.entries(node.params)) {
      for (const sample of invalidSamples(spec)) {
        const params = { ...defaultParams(node.params), [name]: sample };
        const document = graph({ it: [id, params as never] });
        if (sample === undefined) delete (document.nodes.it.params as Record<string, unknown>)[name];
        const { diagnostics } = await analyse(document, registry, async () => ({
          columns: [],
          rows: 0,
          hash: "",
        }));
        const found = diagnostics.filter((one) => one.node === "it" && one.param === name);
        // A value that is not there is made up for by the default, and that is said.
        const code = sample === undefined ? "param.missing" : /^param\.not-/;
        expect(found.map((one) => one.code).join(), `${name} = ${JSON.stringify(sample)}`).toMatch(code);
      }
    }
  });

  it("names an unknown parameter", async () => {
    const document = graph({ it: [id, { ...defaultParams(node.params), "no such": 1 }] });
    const { diagnostics } = await analyse(document, registry, async () => ({
      columns: [],
      rows: 0,
      hash: "",
    }));
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "param.unknown", severity: "error", node: "it", param: "no such" }),
    );
  });

  it("has all its words in both languages", () => {
    for (const [place, { en, zh }] of wordsOf()) {
      expect(en.trim(), `${place}, English`).not.toBe("");
      expect(zh ?? "", `${place}, Chinese`).toMatch(chinese);
    }
  });

  it("has no Chinese words for what it does not have", () => {
    expect(Object.keys(node.inputs)).toEqual(expect.arrayContaining(Object.keys(node.zh.inputs ?? {})));
    expect(Object.keys(node.outputs)).toEqual(expect.arrayContaining(Object.keys(node.zh.outputs ?? {})));
    expect(Object.keys(node.params)).toEqual(expect.arrayContaining(Object.keys(node.zh.params ?? {})));
  });

  it("says where it comes from", () => {
    expect(node.sources.length).toBeGreaterThan(0);
    for (const text of [...node.sources, ...(node.formula === undefined ? [] : [node.formula])]) {
      expect(text.trim()).not.toBe("");
    }
    expect(node.examples.length).toBeGreaterThan(0);
  });

  it("names ports that it has in its traits", () => {
    const { split, fit, trains, predict, evaluate, step } = node.traits;
    const inputs = [
      split?.input,
      fit?.learner,
      fit?.data,
      trains?.learner,
      predict?.model,
      predict?.data,
      evaluate?.predictions,
      step?.input,
    ];
    const outputs = [split?.train, split?.test, fit?.model, fit?.trace, predict?.predictions, step?.output];
    expect(Object.keys(node.inputs)).toEqual(
      expect.arrayContaining(inputs.filter((port) => port !== undefined)),
    );
    expect(Object.keys(node.outputs)).toEqual(
      expect.arrayContaining(outputs.filter((port) => port !== undefined)),
    );
  });

  /** Place → both languages, the Chinese as declared: the descriptor would fill a gap with English. */
  function wordsOf(): [string, { en: string; zh: string | undefined }][] {
    const words: [string, { en: string; zh: string | undefined }][] = [
      ["title", { en: node.title, zh: node.zh.title }],
      ["summary", { en: node.summary, zh: node.zh.summary }],
    ];
    for (const side of ["inputs", "outputs"] as const) {
      for (const [name, { title, help }] of Object.entries(node[side])) {
        const zh = node.zh[side]?.[name];
        words.push([`${side}.${name}.title`, { en: title, zh: zh?.title }]);
        words.push([`${side}.${name}.help`, { en: help, zh: zh?.help }]);
      }
    }
    for (const [name, spec] of Object.entries(node.params)) {
      if (spec.kind === "seed") continue;
      const zh = node.zh.params?.[name];
      words.push(
        [`${name}.title`, { en: spec.title, zh: zh?.title }],
        [`${name}.help`, { en: spec.help, zh: zh?.help }],
      );
      if (spec.kind !== "choice") continue;
      for (const [value, title] of Object.entries<string>(spec.choices)) {
        words.push([`${name}, choice ${value}`, { en: title, zh: zh?.choices?.[value] }]);
      }
    }
    return words;
  }
});

/** The script of a graph says what the graph says, whatever its texts hold: parsed and run, not read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graph } from "../../test/support/graphs.ts";
import { runScript, Token } from "../../test/support/run-script.ts";
import { nodes as stubs } from "../../test/support/stub-nodes.ts";
import type { Json } from "../base/json.ts";
import type { GraphDocument } from "../graph/document.ts";
import type { AnyNode } from "../node/node.ts";
import type { ScriptNode } from "./script-node.ts";
import { writeScript } from "./write-script.ts";

const hostile = [
  'a"b\\c',
  "*/ alert(1) /*",
  "*\\/",
  "</script><!--",
  "line\u2028separator\u2029\r\n\t\0",
  `$${"{process.exit()}"}\``,
  "// comment",
  "emoji 🌳👩‍👩‍👧 عربي \u202e 中文",
  "\ud800 lone",
  "__proto__",
  "x".repeat(10_000),
];

/** A node that writes `make(a, b, { …params })`. */
function maker(fn = "make"): AnyNode {
  return {
    ...stubs[1],
    params: {},
    script: (params) => ({
      fn,
      args: [{ input: "a" }, { input: "b" }],
      options: params as Record<string, Json>,
      defaults: { usual: 1 },
      awaits: true,
      outputs: { out: "", part: "part", odd: "odd member" },
    }),
  };
}

function node(
  id: string,
  params: Record<string, Json> = {},
  inputs: ScriptNode["inputs"] = {},
  fn?: string,
): ScriptNode {
  return { id, definition: maker(fn), params, inputs };
}

function write(nodes: readonly ScriptNode[], document: GraphDocument = graph({}), scores = {}) {
  return writeScript(document, nodes, { scores });
}

describe("a script", () => {
  it("reads as one would write it", () => {
    const { text, lines } = write(
      [
        node("first", { usual: 1, other: "x" }),
        node("second", { usual: 2 }, { a: ["first", "part"], b: ["first", "odd"] }),
      ],
      { ...graph({}), title: "Two calls" },
    );
    expect(text.split("\n").slice(0, 5)).toEqual([
      "// Two calls: written by Espalier.",
      'import { make, verify } from "espalier";',
      "",
      'const first = await make(undefined, undefined, { other: "x" });',
      'const second = await make(first.part, first["odd member"], { usual: 2 });',
    ]);
    expect(lines).toEqual({ first: [4, 4], second: [5, 5] });
  });

  it("breaks a long call by its options", () => {
    const { text, lines } = write([node("long", { text: "x".repeat(120), other: true })]);
    const [first, last] = lines.long;
    expect(text.split("\n").slice(first - 1, last)).toEqual([
      "const long = await make(undefined, undefined, {",
      `  text: "${"x".repeat(120)}",`,
      "  other: true,",
      "});",
    ]);
  });

  it.each(hostile)("passes on the text %j untouched", async (text) => {
    const params = { text, nested: { [text]: [text, { deep: text }] } };
    const document = {
      ...graph({ n: ["stub.work"] }),
      title: text,
      view: {
        positions: {},
        frames: {},
        notes: { n1: { text: { en: text }, at: [0, 0] as const, size: [1, 1] as const } },
      },
    };
    const { text: script } = write([node("n", params)], document, { n: { [text]: 0.1 } });
    const [made, proof] = await runScript(script);
    const options = made.args[2] as typeof params;
    expect(options).toEqual(JSON.parse(JSON.stringify(params)));
    expect(Object.keys(options.nested)).toEqual([JSON.parse(JSON.stringify(text))]);
    expect(Object.getPrototypeOf(options.nested)).toBe(Object.prototype);
    expect(proof.fn).toBe("verify");
    const [, closing = ""] = /\/\* espalier: ([\s\S]*?) \*\/\s*$/.exec(script) ?? [];
    expect(JSON.parse(closing)).toMatchObject({ title: JSON.parse(JSON.stringify(text)) });
    expect(script.split("\n")[0]).toMatch(/^\/\/ .* written by Espalier\.$/);
    expect(script.split("\n")[1]).toMatch(/^import /);
  });

  it("keeps keys that objects have of their own", async () => {
    const params = JSON.parse(
      '{"__proto__":{"a":1},"constructor":"c","toString":2,"hasOwnProperty":null}',
    ) as Record<string, Json>;
    const [made] = await runScript(write([node("n", params)]).text);
    const options = made.args[2] as object;
    expect(Object.getPrototypeOf(options)).toBe(Object.prototype);
    expect(Object.keys(options).sort()).toEqual(["__proto__", "constructor", "hasOwnProperty", "toString"]);
  });

  it("finds a variable for every id", async () => {
    const ids = [
      "await",
      "class",
      "verify",
      "make",
      "make_",
      "arguments",
      "console",
      "a-b",
      "a b",
      "a_b_",
      "数据",
      "toString",
      "constructor",
      "undefined",
      "😀",
      "1st",
      "async",
      "yield",
      "let",
      "x\u2028y",
    ];
    const chain = ids.map((id, at) => node(id, { at }, at === 0 ? {} : { a: [ids[at - 1], "out"] }));
    const calls = await runScript(write(chain).text);
    expect(calls).toHaveLength(ids.length + 1);
    calls.slice(0, -1).forEach(({ args }, at) => {
      expect(args[2]).toEqual({ at });
      if (at > 0) expect((args[0] as Token).call).toBe(at - 1);
    });
  });

  it("is the same text for the same graph, however its file is ordered", () => {
    const back = (value: Json): Json =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, back(item)]),
          )
        : value;
    const document = graph({ a: ["stub.work", { x: 1, y: 2 }], b: ["stub.work"] });
    const nodes = [node("a", { deep: { one: 1, two: { x: 1, y: 2 } } }), node("b")];
    const turned = [node("a", back(nodes[0].params) as never), node("b")];
    expect(write(turned, back(document as unknown as Json) as unknown as GraphDocument).text).toBe(
      write(nodes, document).text,
    );
  });

  it("says what a random graph says", async () => {
    const names = fc.uniqueArray(
      fc.oneof(fc.stringMatching(/^[a-z_][a-z0-9_]{0,6}$/), fc.string({ unit: "binary", maxLength: 5 })),
      { minLength: 1, maxLength: 8 },
    );
    const json = fc.jsonValue({ maxDepth: 3, stringUnit: "binary" });
    const params = fc.dictionary(fc.string({ unit: "binary", maxLength: 6 }), json, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.array(params, { minLength: 8, maxLength: 8 }),
        fc.infiniteStream(fc.nat(1000)),
        async (ids, all, picks) => {
          const nodes = ids.map((id, at) => {
            const pick = picks.next().value % (at + 1);
            return node(id, all[at] as Record<string, Json>, pick < at ? { a: [ids[pick], "part"] } : {});
          });
          const calls = await runScript(write(nodes).text);
          expect(calls).toHaveLength(ids.length + 1);
          nodes.forEach(({ params: wanted, inputs }, at) => {
            const [a, , options = {}] = calls[at].args;
            const { usual, ...rest } = JSON.parse(JSON.stringify(wanted));
            expect(options).toEqual(usual === undefined || usual === 1 ? rest : { usual, ...rest });
            if (inputs.a) expect(a).toEqual(new Token(ids.indexOf(inputs.a[0]), "part"));
            else expect(a).toBeUndefined();
          });
        },
      ),
      { numRuns: 100, seed: 20_240_601 },
    );
  });
});

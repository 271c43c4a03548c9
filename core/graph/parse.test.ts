import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../base/diagnostic.ts";
import { wordDiagnostic } from "../words/word.ts";
import { emptyGroup } from "./document.ts";
import { parseDocument } from "./parse.ts";
import { sampleDocument } from "./sample.ts";
import { writeDocument } from "./write.ts";

const whole = () => JSON.parse(writeDocument(sampleDocument()));

/** The sample with something broken in it, parsed. */
function broken(damage: (raw: ReturnType<typeof whole>) => void) {
  const raw = whole();
  damage(raw);
  return parseDocument(JSON.stringify(raw));
}

/** Worded in both languages, with every placeholder filled. */
function expectWorded(diagnostic: Diagnostic): void {
  for (const language of ["en", "zh"] as const) {
    const { what, hint } = wordDiagnostic(diagnostic, language);
    expect(`${what} ${hint}`).not.toMatch(/\{\w+[,}]/);
    expect(hint).not.toBe("");
  }
}

describe("text that holds no graph", () => {
  const text = writeDocument(sampleDocument());
  test.each([
    ["nothing", "", "document.empty", {}],
    ["spaces", " \n\t ", "document.empty", {}],
    ["a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000", "document.binary", { line: 2, column: 1 }],
    ["bytes that were no UTF-8", "abc\uFFFDdef", "document.binary", { line: 1, column: 4 }],
    ["prose", "hello", "document.not-json", { line: 1, column: 1 }],
    ["JSON with a comma too many", '{\n  "a": 1,\n}', "document.not-json", { line: 3, column: 1 }],
    ["two documents", "{}\n{}", "document.not-json", { line: 2, column: 1 }],
    ["single quotes", "{ 'a': 1 }", "document.not-json", { line: 1, column: 3 }],
    ["half a file", text.slice(0, text.length >> 1), "document.truncated", {}],
    ["an open string", '{ "a": "b', "document.truncated", { line: 1, column: 8 }],
    ["half a word", '{ "a": tr', "document.truncated", { line: 1, column: 8 }],
    ["one bracket short", text.trimEnd().slice(0, -1), "document.truncated", {}],
    ["a merge conflict", '{\n<<<<<<< HEAD\n"a": 1\n', "document.merge-conflict", { line: 2 }],
    ["another program's JSON", '{ "name": "left-pad" }', "document.foreign", { found: "–" }],
    ["another format", '{ "format": "other/graph" }', "document.foreign", { found: '"other/graph"' }],
    ["a list", "[1, 2]", "document.foreign", { found: "[1,2]" }],
    ["null", "null", "document.foreign", {}],
    ["100,000 levels", "[".repeat(100_000) + "]".repeat(100_000), "document.too-deep", {}],
    ["100,000 levels that never close", '{"a":'.repeat(100_000), "document.too-deep", {}],
  ])("%s", (_, content, code, values) => {
    const { document, diagnostics, readOnly } = parseDocument(content);
    expect(document).toBeNull();
    expect(readOnly).toBe(false);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code, severity: "error", values });
    diagnostics.forEach(expectWorded);
  });

  test("the longest text that is not looked at", () => {
    const { diagnostics } = parseDocument(" ".repeat(200_000_001));
    expect(diagnostics[0]).toMatchObject({ code: "document.too-large", values: { size: 200_000_001 } });
  });
});

describe("damage that is repaired, each with a warning that says what and where", () => {
  type Case = [string, (raw: ReturnType<typeof whole>) => void, string, Record<string, unknown>];
  test.each([
    [
      "a wire from nowhere",
      (d) => (d.wires.w1.from[0] = "gone"),
      "document.wire-to-nowhere",
      { wire: "w1", node: "gone" },
    ],
    [
      "a wire to a method",
      (d) => (d.wires.w7.to[0] = "toString"),
      "document.wire-to-nowhere",
      { node: "toString" },
    ],
    [
      "two wires into one input",
      (d) => (d.wires.w9 = { ...d.wires.w1 }),
      "document.two-wires",
      { wire: "w9", kept: "w1" },
    ],
    ["a wire without an end", (d) => delete d.wires.w7.to, "document.bad-wire", { wire: "w7" }],
    ["a wire that is a number", (d) => (d.wires.w7 = 5), "document.bad-wire", { found: "5" }],
    [
      "a node wired to itself",
      (d) => (d.wires.w9 = { from: ["fit", "x"], to: ["fit", "y"] }),
      "document.self-wire",
      {},
    ],
    [
      "a cycle",
      (d) => (d.wires.w9 = { from: ["scores", "x"], to: ["ada", "y"] }),
      "document.cycle",
      { wire: "w9", path: ["ada", "fit", "predict", "scores", "ada"] },
    ],
    [
      "a node without parameters",
      (d) => delete d.nodes.ada.params,
      "document.node-without-params",
      { node: "ada" },
    ],
    ["a node without a type", (d) => delete d.nodes.stump.type, "document.node-without-type", {}],
    [
      "a node that is text",
      (d) => (d.nodes.extra = "x"),
      "document.bad-node",
      { node: "extra", found: '"x"' },
    ],
    [
      "a state that is none",
      (d) => (d.nodes.ada.state = "asleep"),
      "document.unknown-state",
      { found: '"asleep"' },
    ],
    [
      "a title that is a number",
      (d) => (d.nodes.ada.title = 7),
      "document.bad-field",
      { where: "nodes/ada/title" },
    ],
    [
      "a version that is none",
      (d) => (d.nodes.ada.version = "1"),
      "document.bad-field",
      { where: "nodes/ada/version" },
    ],
    [
      "a name that is no id",
      (d) => (d.nodes["my node"] = d.nodes.stump),
      "document.bad-id",
      { newId: "mynode" },
    ],
    [
      "a position of text",
      (d) => (d.view.positions.ada = ["1", 2]),
      "document.bad-position",
      { node: "ada" },
    ],
    ["no position", (d) => delete d.view.positions.ada, "document.node-without-position", { node: "ada" }],
    [
      "a position of nothing",
      (d) => (d.view.positions.old = [1, 2]),
      "document.position-without-node",
      { node: "old" },
    ],
    ["no view", (d) => delete d.view, "document.missing", { where: "view" }],
    ["no wires", (d) => delete d.wires, "document.missing", { where: "wires" }],
    ["a view that is a list", (d) => (d.view = []), "document.bad-field", { where: "view" }],
    [
      "a viewport without zoom",
      (d) => (d.view.viewport = { x: 1, y: 2 }),
      "document.bad-field",
      { where: "view/viewport" },
    ],
    [
      "a note in plain text",
      (d) => (d.view.notes.n1.text = "hi"),
      "document.bad-field",
      { where: "view/notes/n1/text" },
    ],
    [
      "a note of an unknown colour",
      (d) => (d.view.notes.n1.color = "pink"),
      "document.bad-field",
      { found: '"pink"' },
    ],
    [
      "a frame without a size",
      (d) => delete d.view.frames.f1.size,
      "document.bad-field",
      { where: "view/frames/f1/size" },
    ],
    ["no title", (d) => delete d.title, "document.bad-field", { where: "title" }],
    ["a seed with a fraction", (d) => (d.seed = 1.5), "document.bad-field", { where: "seed", found: "1.5" }],
    ["groups that are a list", (d) => (d.groups = [1]), "document.bad-field", { where: "groups" }],
    ["a version of text", (d) => (d.formatVersion = "one"), "document.bad-version", { found: '"one"' }],
    ["version 0", (d) => (d.formatVersion = 0), "document.bad-version", { found: "0" }],
  ] as Case[])("%s", (_, damage, code, values) => {
    const { document, diagnostics, readOnly } = broken(damage);
    expect(diagnostics.map((d) => d.code)).toContain(code);
    const found = diagnostics.find((d) => d.code === code);
    expect(found).toMatchObject({ severity: "warning", values });
    expect(readOnly).toBe(false);
    diagnostics.forEach(expectWorded);
    if (!document) throw new Error("no document");
    // What was repaired once stays repaired.
    expect(parseDocument(writeDocument(document))).toMatchObject({ document, diagnostics: [] });
  });

  test("wires and positions follow a node whose id had to change", () => {
    const { document } = broken((raw) => {
      raw.nodes["2 fit"] = raw.nodes.fit;
      delete raw.nodes.fit;
      raw.view.positions["2 fit"] = raw.view.positions.fit;
      delete raw.view.positions.fit;
      for (const wire of Object.values<{ from: string[]; to: string[] }>(raw.wires)) {
        for (const end of [wire.from, wire.to]) if (end[0] === "fit") end[0] = "2 fit";
      }
    });
    expect(document?.wires.w5.from).toEqual(["fit", "model"]);
    expect(document?.wires.w3.to).toEqual(["fit", "learner"]);
    expect(document?.view.positions.fit).toEqual([560, 120]);
  });

  test("keys that would change a prototype are left out wherever they stand", () => {
    const text = writeDocument(sampleDocument())
      .replace(
        '"ada": {',
        '"__proto__": { "type": "x", "version": 1, "params": {} },\n"ada": { "__proto__": { "muted": true },',
      )
      .replace('"rounds": 50', '"rounds": 50, "__proto__": { "polluted": true }');
    const { document, diagnostics } = parseDocument(text);
    expect(diagnostics.map(({ code, values }) => [code, values.where])).toEqual([
      ["document.forbidden-key", "nodes/__proto__"],
      ["document.forbidden-key", "nodes/ada/__proto__"],
      ["document.forbidden-key", "nodes/ada/params/__proto__"],
    ]);
    expect(document).toEqual(sampleDocument());
    expect("polluted" in {}).toBe(false);
  });

  test("a key that stands twice is named, since JSON keeps only the last", () => {
    const text = writeDocument(sampleDocument()).replace(
      '"w1": {',
      '"w2": { "from": ["data", "x"], "to": ["fit", "y"] },\n    "w1": {',
    );
    expect(parseDocument(text).diagnostics).toMatchObject([
      { code: "document.duplicate-key", severity: "warning", values: { where: "wires/w2" } },
    ]);
  });

  test("numbers beyond all bounds become empty", () => {
    const text = writeDocument(sampleDocument()).replace('"rounds": 50', '"rounds": 1e999');
    const { document, diagnostics } = parseDocument(text);
    expect(diagnostics).toMatchObject([
      { code: "document.infinite-number", values: { where: "nodes/ada/params/rounds" } },
    ]);
    expect(document?.nodes.ada.params.rounds).toBeNull();
  });
});

describe("nothing is lost", () => {
  test("unknown fields at every level, unknown types and groups are written back", () => {
    const raw = whole();
    raw.generator = { name: "other" };
    raw.nodes.ada.plugin = { a: [1] };
    raw.nodes.odd = { type: "vendor.thing", version: 99, params: { a: { b: null } }, ports: 3 };
    raw.wires.w1.color = "red";
    raw.groups.g = { ...emptyGroup("Own"), anything: [true] };
    raw.groups.g.nodes.inner = { type: "vendor.thing", version: 1, params: {}, ports: 3 };
    raw.groups.g.inputs.table = { to: [["inner", "any"]], hint: "x" };
    raw.groups.g.view.positions.inner = [0, 0];
    raw.view.positions.g = [300, 900];
    raw.view.zoomHistory = [1, 2];
    raw.view.positions.odd = [0, 900];
    raw.view.notes.n1.author = "me";
    raw.view.notes.n1.text.fr = "oui";
    raw.view.frames.f1.locked = true;
    raw.view.viewport.rotation = 0;
    const { document, diagnostics } = parseDocument(JSON.stringify(raw));
    expect(diagnostics).toEqual([]);
    expect(document && JSON.parse(writeDocument(document))).toEqual(raw);
  });

  test("a newer file opens read-only, with all that this version does not know", () => {
    const { document, diagnostics, readOnly } = broken((raw) => {
      raw.formatVersion = 2;
      raw.nodes.ada.lane = 3;
    });
    expect(readOnly).toBe(true);
    expect(diagnostics).toMatchObject([
      { code: "document.newer", severity: "warning", values: { version: 2, known: 1 } },
    ]);
    expect(document?.formatVersion).toBe(2);
    expect(document?.nodes.ada).toHaveProperty("lane", 3);
  });

  test("a byte order mark and Windows line ends are no damage", () => {
    const text = `\uFEFF${writeDocument(sampleDocument()).replaceAll("\n", "\r\n")}`;
    expect(parseDocument(text)).toEqual({ document: sampleDocument(), diagnostics: [], readOnly: false });
  });
});

test("a hostile file of 50,000 crossing wires opens in a moment", () => {
  const nodes = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [`n${n}`, { type: "t", version: 1, params: {} }]),
  );
  const wires = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, w) => [
      `w${w}`,
      { from: [`n${(w * 7) % 500}`, "o"], to: [`n${(w * 13) % 500}`, `i${w}`] },
    ]),
  );
  const { document } = parseDocument(JSON.stringify({ ...whole(), nodes, wires, view: {} }));
  expect(Object.keys(document?.nodes ?? {})).toHaveLength(500);
}, 5000);

/** Files and graphs that are wrong: exit code 1 or 2, code, place, sentence and hint; nothing else on the way. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeDocument } from "../core/graph/write.ts";
import { espalier } from "./support/cli.ts";
import { graph } from "./support/graphs.ts";
import { root } from "./support/imports.ts";
import { tempFolder } from "./support/temp.ts";

const good = readFileSync(join(root, "examples/adaboost-breast-cancer.espalier"), "utf8");
const iris = readFileSync(join(root, "examples/data/iris.csv"), "utf8");
const changed = (change: (raw: Raw) => void): string => {
  const raw = JSON.parse(good) as Raw;
  change(raw);
  return JSON.stringify(raw);
};
type Raw = {
  format: string;
  formatVersion: number;
  nodes: Record<string, { type: string; version: number; params: Record<string, unknown> }>;
  wires: Record<string, { from: string[]; to: string[] }>;
};

const reader = (path: string, more: Record<string, string> = {}) =>
  writeDocument(
    graph(
      {
        table: [
          "data.file",
          {
            path,
            target: "species",
            targetAs: "auto",
            roles: {},
            header: "auto",
            delimiter: "auto",
            decimal: ".",
            ...more,
          },
        ],
        parts: ["prepare.split", { test: 0.3, kind: "stratified", seed: 1 }],
      },
      ["table.table → parts.table"],
    ),
  );

const png = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(64)]);
const folder = tempFolder({
  "empty.csv": "",
  "binary.csv": png,
  "truncated.csv": `${iris.slice(0, 2000).trimEnd()}\n5.1,"3.5`,
  "good.csv": iris,
});

const cases: Record<string, { text: string | Uint8Array | undefined; code: RegExp; place?: string }> = {
  "a missing CSV": { text: reader("nothing.csv"), code: /^file\.missing$/, place: "table" },
  "an empty CSV": { text: reader("empty.csv"), code: /^table\.empty-file$/, place: "table" },
  "a binary CSV": { text: reader("binary.csv"), code: /^table\.(binary|not-utf8)$/, place: "table" },
  "a truncated CSV": {
    text: reader("truncated.csv"),
    code: /^table\.(truncated|unclosed-quote)$/,
    place: "table",
  },
  "a CSV outside the folder": {
    text: reader("../../etc/passwd"),
    code: /^file\.outside-granted$/,
    place: "table",
  },
  "no CSV chosen": { text: reader(""), code: /^source\.not-chosen$/, place: "table" },
  "a target that is not there": {
    text: reader("good.csv", { target: "colour" }),
    code: /^table\.unknown-column$/,
    place: "table",
  },
  "no graph": { text: undefined, code: /^file\.missing$/ },
  "an empty graph": { text: "", code: /^document\.empty$/ },
  "a damaged graph": { text: good.slice(0, good.length / 2), code: /^document\.truncated$/ },
  "a graph with an odd byte": {
    text: good.replace(":", ";"),
    code: /^document\.not-json$/,
  },
  "a binary graph": { text: png, code: /^(document\.binary|file\.not-text)$/ },
  "a foreign file": { text: '{"nodes":[1,2]}', code: /^document\.foreign$/ },
  "a graph from a newer version": {
    text: changed((raw) => (raw.formatVersion = 99)),
    code: /^document\.newer$/,
  },
  "a circle": {
    text: changed((raw) => (raw.wires.w2.from = ["boost", "learner"])),
    code: /^document\.self-wire$/,
  },
  "a longer circle": {
    text: changed((raw) => {
      raw.nodes.boost2 = { ...raw.nodes.boost };
      raw.wires.w2 = { from: ["boost2", "learner"], to: ["boost", "learner"] };
      raw.wires.w3x = { from: ["boost", "learner"], to: ["boost2", "learner"] };
    }),
    code: /^document\.cycle$/,
  },
  "an unknown node": {
    text: changed((raw) => (raw.nodes.weak.type = "learner.oracle")),
    code: /^node\.unknown-type$/,
    place: "weak",
  },
  "a node of a newer version": {
    text: changed((raw) => (raw.nodes.weak.version = 9)),
    code: /^node\.newer-version$/,
    place: "weak",
  },
  "an unknown parameter": {
    text: changed((raw) => (raw.nodes.boost.params.roundz = 3)),
    code: /^param\.unknown$/,
    place: "boost",
  },
  "a parameter out of range": {
    text: changed((raw) => (raw.nodes.boost.params.rounds = -3)),
    code: /^param\.not-int-in-range$/,
    place: "boost",
  },
  "a wire to a port that is not there": {
    text: changed((raw) => (raw.wires.w4.to = ["fitted", "tables"])),
    code: /^wire\.no-such-port$/,
    place: "fitted",
  },
  "a wire of the wrong kind": {
    text: changed((raw) => (raw.wires.w4.from = ["weak", "learner"])),
    code: /^wire\.kind-mismatch$/,
    place: "fitted",
  },
  "an input without a wire": {
    text: changed((raw) => delete raw.wires.w1),
    code: /^input\.missing$/,
    place: "parts",
  },
};

const few = Object.entries(cases).filter(([, { place }], at) => place === undefined || at % 4 === 0);

describe.each([
  ["run", Object.entries(cases)],
  ["check", few],
] as const)("%s", (verb, chosen) => {
  it.concurrent.each(chosen)("tells of %s", async (_name, { text, code, place }) => {
    const file = `${Math.random().toString(36).slice(2)}.espalier`;
    if (text !== undefined) writeFileSync(join(folder, file), text);
    const ended = await espalier([verb, join(folder, file), "--json"]);
    expect(ended.code).toBe(2);
    expect(ended.err).toBe("");
    const done = ended.lines.at(-1) as {
      event: string;
      status: string;
      diagnostics: Record<string, string>[];
    };
    expect(done).toMatchObject({ event: "done", status: "failed" });
    const found = done.diagnostics.find((one) => code.test(one.code));
    expect(found, `${code} among ${done.diagnostics.map((one) => one.code)}`).toBeDefined();
    expect(found?.what).toMatch(/\w+ \w+.*\.$|: /);
    expect(found?.hint).toMatch(/\w/);
    if (place !== undefined) expect(found?.node).toBe(place);
    expect(done.diagnostics.some((one) => one.code === "internal.unexpected")).toBe(false);
  });
});

it("says the same in plain words, without a stack", async () => {
  writeFileSync(join(folder, "g.espalier"), reader("empty.csv"));
  const { code, out, err } = await espalier(["run", join(folder, "g.espalier")]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^error table\.empty-file at table\n {2}“.*empty\.csv” is empty\.\n {2}\S/);
  expect(err).not.toMatch(/^\s+at /m);
});

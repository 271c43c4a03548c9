/** `espalier run`, `check` and the help: what a script around them can rely on. */
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { golden } from "./golden/golden.ts";
import { command, espalier } from "./support/cli.ts";
import { root } from "./support/imports.ts";
import { tempFolder } from "./support/temp.ts";

const cancer = "examples/adaboost-breast-cancer.espalier";
type Case = Record<"alpha" | "trainingError" | "testError", number[]> & {
  data: string;
  learningRate: number;
  ties: { round: number }[];
  testAccuracy: number;
};
type Value = { kind: string; series?: Record<string, number[]>; byStage?: Record<string, number[]> };

describe("run --json", () => {
  it("gives scikit-learn's numbers on the same rows", async () => {
    const { code, lines, err } = await espalier(["run", cancer, "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const want = golden<{ cases: Case[] }>("adaboost.json").cases.find((one) => one.data === "breast-cancer");
    if (!want) throw new Error("no golden for breast-cancer");
    const exact = (want.ties[0]?.round ?? 101) - 1;
    expect(exact).toBeGreaterThanOrEqual(10);
    const output = (node: string, port: string) =>
      lines.find((line) => line.event === "output" && line.node === node && line.port === port)
        ?.value as Value;
    const trace = output("fitted", "trace");
    const scores = output("scores", "scores");
    for (let m = 0; m < exact; m++) {
      expect(
        Math.abs((trace.series?.alpha[m] ?? Number.NaN) - want.alpha[m]),
        `α of round ${m + 1}`,
      ).toBeLessThan(1e-9);
      expect(Math.abs((trace.series?.trainingError[m] ?? Number.NaN) - want.trainingError[m])).toBeLessThan(
        1e-9,
      );
      expect(Math.abs((scores.byStage?.error[m] ?? Number.NaN) - want.testError[m])).toBeLessThan(1e-9);
    }
    const done = lines.at(-1) as { scores: Record<string, number> };
    expect(Math.abs(done.scores["scores.accuracy"] - want.testAccuracy)).toBeLessThanOrEqual(0.01);
  });

  it("says one object a line, the last of them done", async () => {
    const { out, lines } = await espalier(["run", cancer, "--json", "--set", "boost.rounds=3"]);
    expect(out.trimEnd().split("\n")).toHaveLength(lines.length);
    const done = lines.at(-1) as { nodes: Record<string, { state: string; ms: number }> };
    expect(done).toMatchObject({ event: "done", status: "done", diagnostics: [] });
    expect(Object.keys(done.nodes).sort()).toEqual([
      "boost",
      "cancer",
      "fitted",
      "matrix",
      "parts",
      "predicted",
      "scores",
      "weak",
    ]);
    for (const { state, ms } of Object.values(done.nodes)) {
      expect(state).toBe("done");
      expect(ms).toBeGreaterThanOrEqual(0);
    }
    const kinds = new Set(
      lines.filter((line) => line.event === "output").map((line) => (line.value as Value).kind),
    );
    expect(kinds).toEqual(new Set(["trace", "scores"]));
    const trace = lines.find((line) => line.event === "output" && line.port === "trace")?.value as Value;
    expect(trace.series?.alpha).toHaveLength(3);
  });

  it("runs what --to names, and what that needs", async () => {
    const { code, lines } = await espalier(["run", cancer, "--json", "--to", "parts"]);
    expect(code).toBe(0);
    expect(Object.keys((lines.at(-1) as { nodes: object }).nodes).sort()).toEqual(["cancer", "parts"]);
  });

  it("gives the same numbers twice", async () => {
    const first = await espalier(["run", "examples/adaboost.espalier", "--json", "--set", "boost.rounds=20"]);
    const second = await espalier([
      "run",
      "examples/adaboost.espalier",
      "--json",
      "--set",
      "boost.rounds=20",
    ]);
    const scores = [first, second].map(({ lines }) => (lines.at(-1) as { scores: object }).scores);
    expect(Object.keys(scores[0]).length).toBeGreaterThan(3);
    expect(scores[1]).toEqual(scores[0]);
  });
});

describe("run for people", () => {
  it("prints scores on stdout and progress on stderr", async () => {
    const { code, out, err } = await espalier([
      "run",
      cancer,
      "--set",
      "boost.rounds=2",
      "--set",
      "matrix.on=unseen",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^scores\.accuracy 0\.\d+$/m);
    expect(err).toMatch(/^fitted: done \d+ ms$/m);
  });

  it("speaks the terminal's language", async () => {
    const { err } = await espalier(["run", "examples/leakage.espalier"], {
      env: { LANG: "zh_CN.UTF-8", LC_ALL: "" },
    });
    expect(err).toContain("该评分所用的行正是模型训练时见过的行");
  });

  it("works through the bootstrap from where the user stands", async () => {
    const folder = tempFolder({
      "g.espalier": readFileSync(join(root, "examples/leakage.espalier"), "utf8"),
    });
    const { code, err } = await command(
      process.execPath,
      ["build/bootstrap.mjs", "espalier", "check", "g.espalier"],
      { env: { INIT_CWD: folder } },
    );
    expect(code).toBe(2);
    expect(err).toContain("leakage.scored-on-training-rows");
  });
});

describe("the example that leaks", () => {
  it.each(["run", "check"])("ends %s with 2, naming wire and repair", async (verb) => {
    const { code, lines } = await espalier([verb, "examples/leakage.espalier", "--json"]);
    expect(code).toBe(2);
    const { diagnostics, status } = lines.at(-1) as {
      status: string;
      diagnostics: Record<string, unknown>[];
    };
    expect(status).toBe("failed");
    const leak = diagnostics.find((one) => String(one.code).startsWith("leakage."));
    expect(leak).toMatchObject({
      severity: "error",
      node: "scores",
      wire: "w6",
      repairs: [{ code: "insert-split" }],
    });
    expect(leak?.what).toMatch(/rows that the model was fitted on/);
  });

  it("says it in words", async () => {
    const { code, err, out } = await espalier(["run", "examples/leakage.espalier"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/error leakage\.scored-on-training-rows at scores\.predictions \(wire w6\)\n/);
    expect(err).toContain("→ Insert a split after flowers");
  });
});

describe("a cancel by Ctrl-C", () => {
  it("ends with 130 and the last line", async () => {
    const { code, lines } = await espalier(
      [
        "run",
        "examples/adaboost.espalier",
        "--json",
        "--set",
        "boost.rounds=10000",
        "--set",
        "points.rows=200000",
      ],
      {
        onOut: (text, child) => {
          if (text.includes('"node":"fitBoost","state":"running"') && !child.killed) child.kill("SIGINT");
        },
      },
    );
    expect(code).toBe(130);
    expect(lines.at(-1)).toMatchObject({
      event: "done",
      status: "cancelled",
      nodes: { fitBoost: { state: "cancelled" } },
    });
  });
});

describe("help", () => {
  it.each([
    [["--help"], /run .*check .*export .*serve/s],
    [["run", "--help"], /--set.*--to.*--json.*Exit codes: 0 done, 1 .*2 .*130/s],
    [["check", "--help"], /Exit codes/],
    [["export", "--help"], /--out.*Exit codes/s],
    [["serve", "--help"], /--port.*--no-open/s],
    [["--version"], /^0\.1\.0$/m],
  ])("%j", async (args, pattern) => {
    const { code, out } = await espalier(args);
    expect(code).toBe(0);
    expect(out).toMatch(pattern);
  });
});

describe("a wrong call", () => {
  it.each([
    [[]],
    [["dance"]],
    [["run"]],
    [["run", cancer, "--no-such-option"]],
    [["run", cancer, "another"]],
    [["export", cancer]],
    [["run", cancer, "--set"]],
    [["run", cancer, "--set", "boost"]],
    [["run", cancer, "--set", "boost.rounds"]],
    [["run", cancer, "--set", "boost.rounds=many"]],
    [["run", cancer, "--set", "boost.rounds=0"]],
    [["run", cancer, "--set", "boost.turns=3"]],
    [["run", cancer, "--set", "bost.rounds=3"]],
    [["run", cancer, "--set", "__proto__.x=3"]],
    [["run", cancer, "--to", "nobody"]],
    [["serve", tmpdir(), "--port", "99999"]],
    [["serve", tmpdir(), "--port", "http"]],
  ])("%j ends with 2 and says why", async (args) => {
    const { code, err, out } = await espalier(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim()).not.toBe("");
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });
});

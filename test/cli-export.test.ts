/** `espalier export`: the folder installs by itself, runs, proves the canvas's numbers, and notices changed data. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, espalier } from "./support/cli.ts";
import { tempFolder } from "./support/temp.ts";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const cancer = "examples/adaboost-breast-cancer.espalier";

describe("export", () => {
  it("writes a folder that runs, proves its numbers, and tells when its data is another", async () => {
    const out = join(tempFolder(), "exported");
    const exported = await espalier(["export", cancer, "--out", out, "--set", "boost.rounds=10"]);
    expect({ code: exported.code, err: exported.err }).toEqual({ code: 0, err: "" });
    expect(readdirSync(out).sort()).toEqual(
      ["adaboost-breast-cancer.ts", "data", "espalier-0.1.0.tgz", "package.json", "tsconfig.json"].sort(),
    );

    const installed = await command(npm, ["install", "--no-audit", "--no-fund", "--prefer-offline"], {
      cwd: out,
    });
    expect(installed.code, installed.err).toBe(0);
    const started = await command(npm, ["--silent", "start"], { cwd: out });
    expect({ code: started.code, err: started.err }).toEqual({ code: 0, err: "" });
    const verified = /^verified (.*)$/m.exec(started.out)?.[1]?.split(", ") ?? [];
    const ran = await espalier(["run", cancer, "--json", "--set", "boost.rounds=10"]);
    const { scores } = ran.lines.at(-1) as { scores: Record<string, number> };
    expect(verified.sort()).toEqual(["data/breast-cancer.csv", ...Object.keys(scores)].sort());
    expect(started.out).toContain(`accuracy: ${scores["scores.accuracy"]}`);
    expect((await command(npm, ["--silent", "run", "check"], { cwd: out })).code).toBe(0);

    const data = join(out, "data", "breast-cancer.csv");
    writeFileSync(data, readFileSync(data, "utf8").replace(/\d\.\d/, "9.9"));
    const again = await command(npm, ["--silent", "start"], { cwd: out });
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/not verified:[\s\S]*data\/breast-cancer\.csv/);
    expect(again.out).not.toContain("verified data");
  }, 120_000);

  it("does not write into a folder that holds something", async () => {
    const out = tempFolder({ "mine.txt": "mine" });
    const { code, err } = await espalier([
      "export",
      "examples/adaboost.espalier",
      "--out",
      out,
      "--set",
      "boost.rounds=2",
      "--set",
      "sampled.rounds=2",
    ]);
    expect(code).toBe(2);
    expect(err).toContain("error export.folder-not-empty");
    expect(readdirSync(out)).toEqual(["mine.txt"]);
  });

  it("does not export what cannot run", async () => {
    const out = join(tempFolder(), "none");
    const { code, err } = await espalier(["export", "examples/leakage.espalier", "--out", out]);
    expect(code).toBe(2);
    expect(err).toContain("leakage.scored-on-training-rows");
    expect(err).toContain("export.not-runnable");
    expect(existsSync(out)).toBe(false);
  });

  it("names no file outside its folder, whatever the graph is called", async () => {
    const place = tempFolder({ "data/..odd name;$(x).csv": "x,y,kind\n1,2,a\n2,3,b\n3,4,a\n4,5,b\n" });
    const params = {
      path: "data/..odd name;$(x).csv",
      target: "kind",
      targetAs: "auto",
      roles: {},
      header: "auto",
      delimiter: "auto",
      decimal: ".",
    };
    const graph = {
      format: "espalier/graph",
      formatVersion: 1,
      title: "*/ x\u2028 `${",
      seed: 1,
      nodes: { table: { type: "data.file", version: 1, params } },
      wires: {},
      groups: {},
      view: { positions: { table: [0, 0] }, frames: {}, notes: {} },
    };
    const file = join(place, "..evil $(touch x).espalier");
    writeFileSync(file, JSON.stringify(graph));
    const out = join(place, "out");
    const { code, err } = await espalier(["export", file, "--out", out]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const script = readdirSync(out).find((name) => name.endsWith(".ts"));
    expect(script).toMatch(/^[\w.-]+\.ts$/);
    expect(readdirSync(join(out, "data"))).toEqual(["..odd name;$(x).csv"]);
    const manifest = JSON.parse(readFileSync(join(out, "package.json"), "utf8")) as {
      scripts: { start: string };
    };
    expect(manifest.scripts.start).toBe(`tsx "./${script}"`);
  });
});

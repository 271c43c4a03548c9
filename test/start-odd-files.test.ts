/** Files that are small, lopsided or full of holes: from each comes a graph that runs, or the reason why none can. */
import { readdirSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { randomStream } from "../core/base/random.ts";
import type { ProfileQuestion } from "../core/base/table-profile.ts";
import type { NodeDescriptor } from "../core/node/descriptor.ts";
import { type BaselineChoice, baselineDocument, obstacleOf } from "../renderer/start/baseline.ts";
import { defaultsOf } from "../renderer/start/draw.ts";
import { proposedLeavings, proposedTime } from "../renderer/start/proposals.ts";
import { runThrough } from "./support/follow.ts";
import { tempFolder } from "./support/temp.ts";

const random = randomStream(5, "odd files");
const file = (head: string, rows: number, row: (at: number) => string) =>
  `${head}\n${Array.from({ length: rows }, (_, at) => row(at)).join("\n")}\n`;
const some = () => random.normal().toFixed(3);
const day = (at: number) => new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10);

const made: Readonly<Record<string, string>> = {
  "twelve.csv": file("x,y", 12, (at) => `${some()},${at % 2 ? "a" : "b"}`),
  "four.csv": file("x,y", 4, (at) => `${some()},${at % 2}`),
  "lonely-class.csv": file(
    "x,z,label",
    80,
    (at) => `${some()},${some()},${at === 7 ? "rare" : at % 2 ? "a" : "b"}`,
  ),
  "many-classes.csv": file("x,z,label", 200, (at) => `${some()},${some()},c${at % 60}`),
  "no-label-here.csv": file(
    "x,z,label",
    100,
    (at) => `${some()},${some()},${at % 3 ? (at % 2 ? "a" : "b") : ""}`,
  ),
  "holes.csv": file(
    "a,b,c,y",
    120,
    (at) => `${at % 2 ? some() : ""},${at % 5 ? "" : some()},${at % 3 ? (at % 4 ? "u" : "v") : ""},${some()}`,
  ),
  "flags.csv": file("a,b,on", 90, (at) => `${at % 2 === 0},${some()},${random.uniform() < 0.5}`),
  "sorted-in-time.csv": file(
    "day,x,label",
    200,
    (at) => `${day(at)},${some()},${at < 100 ? "early" : "late"}`,
  ),
  "dates-with-gaps.csv": file("day,x,y", 150, (at) => `${at % 4 ? day(at) : ""},${some()},${some()}`),
  "two-dates.csv": file("begin,end,x,y", 150, (at) => `${day(at)},${day(at + 9)},${some()},${some()}`),
  "only-categories.csv": file("a,b,y", 150, (at) => `k${at % 4},m${(at * 7) % 5},${at % 3 ? "u" : "v"}`),
  'quoted "names", odd.csv': file(
    '"a ""b""","c, d","y=1?"',
    60,
    (at) => `${some()},${some()},${at % 2 && at % 5 ? "p" : "q"}`,
  ),
  "one-column.csv": file("x", 40, some),
  "all-the-same.csv": file("x,y", 40, () => "1,2"),
  "wide.csv": file(Array.from({ length: 300 }, (_, at) => `f${at}`).join(","), 80, () =>
    Array.from({ length: 300 }, some).join(","),
  ),
  "records.json": JSON.stringify(
    Array.from({ length: 60 }, (_, at) => ({
      x: at % 7,
      kind: `k${at % 3}`,
      price: at * 1.5 + random.normal(),
    })),
  ),
};
const folder = tempFolder(made);
const examples = "examples/data";
const engine = startEngine({ granted: [folder, examples] });
afterAll(() => engine.dispose());

const described = engine
  .describe()
  .then(({ nodes }) => new Map<string, NodeDescriptor>(nodes.map((node) => [node.id, node])));

async function choose(path: string, question: ProfileQuestion = {}): Promise<BaselineChoice> {
  const params = { ...defaultsOf((await described).get("data.file")), path };
  const profile = await engine.profile({ type: "data.file", params, question });
  const time = proposedTime(profile);
  return { path, profile, leaveOut: new Set(proposedLeavings(profile)), ...(time && { time }) };
}

async function expectRuns(choice: BaselineChoice): Promise<void> {
  const document = baselineDocument(choice, await described);
  const { diagnostics } = await engine.check({ document });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const run = await runThrough(engine, { document });
  expect(run.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(run.status).toBe("done");
}

const obstacles: Readonly<Record<string, string>> = {
  "four.csv": "few-rows",
  "one-column.csv": "no-features",
  "all-the-same.csv": "no-target",
  "and.csv": "few-rows",
  "xor.csv": "few-rows",
  "xor-lifted.csv": "few-rows",
};

describe("of an odd file", () => {
  it.each([...Object.keys(made), ...readdirSync(examples)])(
    "%s comes a graph that runs, or why not",
    async (path) => {
      const choice = await choose(path);
      expect(obstacleOf(choice)).toBe(obstacles[path]);
      if (obstacles[path] === undefined) await expectRuns(choice);
    },
    60_000,
  );

  it.each([
    ["penguins.csv", { target: "body mass" }],
    ["penguins.csv", { target: "sex" }],
    ["penguins.csv", { target: "year", task: "regression" }],
    ["penguins.csv", { target: "year", task: "classification" }],
    ["flags.csv", { target: "b" }],
    ["records.json", { target: "kind" }],
    ["holes.csv", { target: "a" }],
    ["holes.csv", { target: "c" }],
    ["two-dates.csv", { target: "x" }],
  ] as const)("%s comes one for %j", async (path, question) => {
    await expectRuns(await choose(path, question));
  });

  it("comes one when nothing is left out that could be kept", async () => {
    for (const path of ["lonely-class.csv", "holes.csv", "wide.csv"])
      await expectRuns({ ...(await choose(path)), leaveOut: new Set() });
  });
});

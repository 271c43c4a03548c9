/** What the notes of the examples promise, read from the notes themselves and held to the numbers of a run. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { parseDocument } from "../core/graph/parse.ts";
import type { Look } from "../core/service/look.ts";
import { runThrough } from "./support/follow.ts";
import { withParam } from "./support/graphs.ts";

const folder = fileURLToPath(new URL("../examples/", import.meta.url));
const engine = startEngine({ granted: [folder] });
afterAll(() => engine.dispose());

function example(name: string): GraphDocument {
  const { document, diagnostics } = parseDocument(readFileSync(`${folder}${name}.espalier`, "utf8"));
  expect(diagnostics).toEqual([]);
  if (!document) throw new Error(`${name} cannot be read`);
  return document;
}

/** The numbers that stand in a note, where `pattern` has its groups. Fails when the note says it otherwise. */
function promised(document: GraphDocument, note: string, language: "en" | "zh", pattern: RegExp): number[] {
  const text = document.view.notes[note]?.text[language] ?? "";
  const match = pattern.exec(text);
  expect(match, `${pattern} in “${text}”`).not.toBeNull();
  return (match ?? []).slice(1).map(Number);
}

async function look(document: GraphDocument, node: string, port: string): Promise<Look> {
  const { nodes } = await engine.check({ document });
  return engine.look({ signature: nodes[node]?.signature ?? "", port, limit: 10_000 });
}

async function series(document: GraphDocument, node: string, name: string): Promise<number[]> {
  const found = await look(document, node, "trace");
  if (found.kind !== "trace") throw new Error(`${node} has no trace`);
  return found.series[name].map(Number);
}

async function accuracyByStage(document: GraphDocument, node: string): Promise<number[]> {
  const found = await look(document, node, "scores");
  if (found.kind !== "scores") throw new Error(`${node} has no scores`);
  return (found.byStage?.accuracy ?? []).map(Number);
}

describe("the notes of adaboost", () => {
  const document = example("adaboost");
  let scores: Record<string, number>;
  beforeAll(async () => {
    const run = await runThrough(engine, { document });
    expect(run.status).toBe("done");
    scores = run.scores;
  });

  it("tell what one stump gets", async () => {
    const [percent, rows] = promised(document, "n1", "en", /gets (\d+) % of the (\d+) points/);
    expect(Math.round(100 * scores["scoreOne.accuracy"])).toBe(percent);
    expect(await look(document, "scoreOne", "scores")).toMatchObject({ rows });
  });

  it("tell the error and the say of round 1", async () => {
    const [error, half, say] = promised(
      document,
      "n2",
      "en",
      /= ([\d.]+) of the training.* = ([\d.]+), or ([\d.]+) in/,
    );
    const [first] = await series(document, "fitBoost", "error");
    const [alpha] = await series(document, "fitBoost", "alpha");
    expect(first).toBeCloseTo(error, 3);
    expect(alpha).toBeCloseTo(say, 2);
    expect(alpha / 2).toBeCloseTo(half, 2);
  });

  it("tell how the vote grows and how the bound falls", async () => {
    const grows = promised(
      document,
      "n3",
      "en",
      /set aside: ([\d.]+) % after 1 round, ([\d.]+) % after 5, ([\d.]+) % after 30/,
    );
    const stages = await accuracyByStage(document, "scoreBoost");
    // Half the last digit that is written.
    for (const [at, stage] of [0, 4, 29].entries()) {
      expect(Math.abs(100 * stages[stage] - grows[at])).toBeLessThanOrEqual(0.5);
    }
    const [start, end] = promised(document, "n3", "en", /: ([\d.]+) at round 1, ([\d.]+) at round 100/);
    const errors = await series(document, "fitBoost", "error");
    const training = await series(document, "fitBoost", "trainingError");
    // Freund & Schapire 1997, theorem 6: the product of 2√(e(1 − e)), computed here from the errors alone.
    const bounds = errors.map(
      (
        (product) => (e: number) =>
          (product *= 2 * Math.sqrt(e * (1 - e)))
      )(1),
    );
    expect(bounds[0]).toBeCloseTo(start, 2);
    expect(bounds[99]).toBeCloseTo(end, 2);
    for (const [m, error] of training.entries())
      expect(error, `round ${m + 1}`).toBeLessThanOrEqual(bounds[m] + 1e-12);
  });

  it("tell which rows re-sampling draws, and where it ends", async () => {
    const [rows, first, last] = promised(
      document,
      "n4",
      "en",
      /draws (\d+) rows by D. Round 1 holds (\d+) different rows, round 100 only (\d+)/,
    );
    const distinct = await series(document, "fitSampled", "distinctRows");
    expect([distinct[0], distinct[99]]).toEqual([first, last]);
    expect(document.nodes.points?.params.rows).toBe(2 * rows);
    const [percent] = promised(document, "n4", "en", /ends at ([\d.]+) %/);
    expect(100 * scores["scoreSampled.accuracy"]).toBeCloseTo(percent, 1);
  });

  it("tell what flipped labels do", async () => {
    const [share, before, after] = promised(
      document,
      "n5",
      "en",
      /to ([\d.]+) and run.* from (\d+) % to (\d+) %/,
    );
    expect(Math.round(100 * scores["scoreBoost.accuracy"])).toBe(before);
    const flipped = await runThrough(engine, { document: withParam(document, "points", "flip", share) });
    expect(Math.round(100 * flipped.scores["scoreBoost.accuracy"])).toBe(after);
  });
});

describe("the notes of gbdt", () => {
  const document = example("gbdt");
  let scores: Record<string, number>;
  beforeAll(async () => {
    const run = await runThrough(engine, { document });
    expect(run.status).toBe("done");
    scores = run.scores;
  });

  it("tell how far one tree is off", async () => {
    const [rows, rmse, noise] = promised(
      document,
      "n1",
      "en",
      /the (\d+) points .* by ([\d.]+) .* is ([\d.]+)\./,
    );
    expect(await look(document, "scoreOne", "scores")).toMatchObject({ rows });
    expect(scores["scoreOne.rmse"]).toBeCloseTo(rmse, 2);
    expect(document.nodes.points?.params.noise).toBe(noise);
  });

  it("tell where boosting starts and what it leaves", async () => {
    const [mean, first, last] = promised(
      document,
      "n2",
      "en",
      /mean, ([\d.]+), .* from ([\d.]+) .* to ([\d.]+) /,
    );
    const losses = await series(document, "fitBoost", "trainingLoss");
    expect(losses[0]).toBeCloseTo(first, 2);
    expect(losses[99]).toBeCloseTo(last, 2);
    const { replay } = await replayOf(document, "fitBoost", 1);
    expect(replay.before[0]).toBeCloseTo(mean, 2);
    expect(replay.before[0]).toBeCloseTo(replay.truth.reduce((sum, y) => sum + y, 0) / 150, 10);
  });

  it("tell how the sum grows", async () => {
    const stages = [1, 3, 10, 100];
    const said = promised(
      document,
      "n3",
      "en",
      /([\d.]+) after 1 tree, ([\d.]+) after 3, ([\d.]+) after 10 and ([\d.]+) after 100/,
    );
    const found = await look(document, "scoreBoost", "scores");
    if (found.kind !== "scores") throw new Error("no scores");
    for (const [i, stage] of stages.entries())
      expect(found.byStage?.rmse[stage - 1], `after ${stage}`).toBeCloseTo(said[i], 2);
  });

  it("tell that absolute loss leaves signs", async () => {
    const [rmse] = promised(document, "n4", "en", /ends at ([\d.]+)\. /);
    expect(scores["scoreRobust.rmse"]).toBeCloseTo(rmse, 2);
    const { replay } = await replayOf(document, "fitRobust", 7);
    expect(new Set(replay.gradient)).toEqual(new Set([1, -1]));
  });

  it("tell what a larger step and a deeper tree do", async () => {
    const [rate, rounds, before, after] = promised(
      document,
      "n5",
      "en",
      /ν\* to (\d+) and \*Rounds M\* to (\d+):.* from ([\d.]+) to ([\d.]+)\. Undo/,
    );
    expect(scores["scoreBoost.rmse"]).toBeCloseTo(before, 2);
    const faster = withParam(withParam(document, "boost", "learningRate", rate), "boost", "rounds", rounds);
    const { scores: rough } = await runThrough(engine, { document: faster });
    expect(rough["scoreBoost.rmse"]).toBeCloseTo(after, 2);
    const [depth, deep] = promised(document, "n5", "en", /depth\* to (\d+):.*to ([\d.]+)\.$/);
    const { scores: noisy } = await runThrough(engine, {
      document: withParam(document, "boost", "maxDepth", depth),
    });
    expect(noisy["scoreBoost.rmse"]).toBeCloseTo(deep, 2);
  });

  async function replayOf(of: GraphDocument, node: string, round: number) {
    const { nodes } = await engine.check({ document: of });
    const signature = nodes[node]?.signature ?? "";
    const found = await engine.look({ signature, port: "model", detail: { of: "replay", round } });
    if (found.kind !== "model" || !found.replay) throw new Error("no replay");
    return { replay: found.replay };
  }
});

describe("the notes of adaboost-breast-cancer and leakage", () => {
  it("tell how many rows are set aside", async () => {
    const document = example("adaboost-breast-cancer");
    const [percent] = promised(document, "n1", "en", /sets (\d+) % of/);
    expect(document.nodes.parts?.params.test).toBe(percent / 100);
    const leak = example("leakage");
    const [all] = promised(leak, "n1", "en", /all (\d+) flowers/);
    const [train, test] = promised(leak, "n2", "en", /from (\d+) flowers, and (\d+) others/);
    expect(train + test).toBe(all);
    const { wires } = await engine.check({ document: leak });
    expect(wires.w1).toMatchObject({ rows: all });
  });

  it.each(["adaboost", "adaboost-breast-cancer", "gbdt", "leakage"])(
    "of %s give the same numbers in both languages",
    (name) => {
      for (const [id, { text }] of Object.entries(example(name).view.notes)) {
        const numbers = (words: string) => (words.match(/\d+(?:\.\d+)?/g) ?? []).sort();
        expect(numbers(text.zh ?? ""), id).toEqual(numbers(text.en));
      }
    },
  );
});

describe("the notes of baseline-from-csv", () => {
  const document = example("baseline-from-csv");

  it("tell what nothing, a tree and logistic regression get, and how many penguins there are", async () => {
    const { status, scores } = await runThrough(engine, { document });
    expect(status).toBe("done");
    const percent = (node: string) => Math.round(1000 * scores[`${node}.accuracy`]) / 10;
    for (const language of ["en", "zh"] as const) {
      const [rows] = promised(document, "n1", language, /(\d{3}) /);
      expect(await look(document, "penguins", "table")).toMatchObject({ rowCount: rows });
      expect(promised(document, "n2", language, /([\d.]+) %/)).toEqual([percent("scoreNothing")]);
      const [tree, line] = promised(document, "n3", language, /([\d.]+) %.*?([\d.]+) %/);
      expect([tree, line]).toEqual([percent("scoreTree"), percent("scoreLine")]);
    }
    const compared = await look(document, "compared", "figure");
    if (compared.kind !== "comparison") throw new Error("nothing is compared");
    expect(compared.names).toEqual(["A constant", "B tree", "C logistic"]);
    const [, , pair] = compared.pairs;
    for (const language of ["en", "zh"] as const) {
      const pattern =
        /5 .*?([\d.]+) (?:points|个).* = ([\d.]+).*?(\d) (?:pairs|对).*?(\d) (?:point|个).*?(\d+) %.*?(0\.\d+)/;
      const [points, p, pairs, rope, better, least] = promised(document, "n4", language, pattern);
      expect(-100 * pair.difference).toBeCloseTo(points, 1);
      expect(pair.tHolm).toBeCloseTo(p, 3);
      expect(compared.pairs.length).toBe(pairs);
      expect(compared.rope).toBe(rope / 100);
      expect(Math.round(100 * pair.rightBetter)).toBe(better);
      // All five differences have one sign: 2 of 2⁵ outcomes are as extreme.
      expect(least).toBe(2 / 2 ** compared.fits);
      expect(pair.rankP).toBe(least);
    }
  });
});

describe("the notes of perceptron-xor", () => {
  const document = example("perceptron-xor");
  let scores: Record<string, number>;
  beforeAll(async () => {
    const run = await runThrough(engine, { document });
    expect(run.status).toBe("done");
    scores = run.scores;
  });

  /** Rosenblatt's rule once more, from his text: mistakes of each pass until one has none. */
  function mistakesOf(rows: readonly (readonly number[])[], most: number): number[] {
    const weights = new Array<number>(rows[0].length).fill(0);
    const counts: number[] = [];
    while (counts.length < most && counts.at(-1) !== 0) {
      let mistakes = 0;
      for (const row of rows) {
        const sign = row[row.length - 1];
        const inputs = [...row.slice(0, -1), 1];
        const sum = inputs.reduce((total, input, i) => total + input * weights[i], 0);
        if (sign * sum > 0) continue;
        mistakes++;
        for (const [i, input] of inputs.entries()) weights[i] += sign * input;
      }
      counts.push(mistakes);
    }
    return counts;
  }

  it.each([
    {
      node: "fitAnd",
      note: "n1",
      rows: [
        [0, 0, -1],
        [0, 1, -1],
        [1, 0, -1],
        [1, 1, 1],
      ],
    },
    {
      node: "fitLifted",
      note: "n3",
      rows: [
        [0, 0, 0, -1],
        [0, 1, 0, 1],
        [1, 0, 0, 1],
        [1, 1, 1, -1],
      ],
    },
  ])("count the mistakes of $node until there are none", async ({ node, note, rows }) => {
    const counted = mistakesOf(rows, 100);
    expect(await series(document, node, "mistakes")).toEqual(counted);
    const total = counted.reduce((sum, count) => sum + count, 0);
    expect(promised(document, note, "en", /(\d+) mistakes in (\d+) passes/)).toEqual([total, counted.length]);
    expect(promised(document, note, "zh", /(\d+) 遍共犯 (\d+) 次/)).toEqual([counted.length, total]);
  });

  it("tell how XOR ends, and that more passes change nothing", async () => {
    const [mistakes, pass, percent] = promised(
      document,
      "n2",
      "en",
      /(\d+) mistakes a pass.*pass (\d+).* (\d+) %/,
    );
    expect(promised(document, "n2", "zh", /犯 (\d+) 次.*第 (\d+) 遍.* (\d+) %/)).toEqual([
      mistakes,
      pass,
      percent,
    ]);
    expect(await series(document, "fitXor", "mistakes")).toEqual(new Array(pass).fill(mistakes));
    expect(100 * scores["scoreXor.accuracy"]).toBe(percent);
    expect(100 * scores["scoreLifted.accuracy"]).toBe(100);
    const [from, to, still] = promised(document, "n5", "en", /from (\d+) to (\d+).*pass (\d+)/);
    expect(document.nodes.unit?.params.maxPasses).toBe(from);
    const longer = withParam(document, "unit", "maxPasses", to);
    const { events } = await runThrough(engine, { document: longer });
    expect(await series(longer, "fitXor", "mistakes")).toHaveLength(still);
    const codes = events.flatMap((event) => (event.kind === "diagnostic" ? [event.diagnostic.code] : []));
    expect(codes).toContain("perceptron.cycling");
  });

  it("tell what the unit and a tree get on many points", () => {
    const pattern = /On (\d+) points.* ([\d.]+) % in (\d) folds.* ([\d.]+) %/;
    const [points, unit, folds, tree] = promised(document, "n5", "en", pattern);
    expect(document.nodes.points?.params.rows).toBe(points);
    expect(document.nodes.foldsUnit?.params.folds).toBe(folds);
    expect(100 * scores["foldsUnit.accuracy"]).toBeCloseTo(unit, 1);
    expect(100 * scores["foldsTree.accuracy"]).toBeCloseTo(tree, 1);
  });

  it("give the same numbers in both languages", () => {
    for (const [id, { text }] of Object.entries(document.view.notes)) {
      const numbers = (words: string) => (words.match(/\d+(?:\.\d+)?/g) ?? []).sort();
      expect(numbers(text.zh ?? ""), id).toEqual(numbers(text.en));
    }
  });
});

describe("the notes of sql-and-parquet", () => {
  const document = example("sql-and-parquet");
  let scores: Record<string, number>;
  beforeAll(async () => {
    const run = await runThrough(engine, { document });
    expect(run.status).toBe("done");
    scores = run.scores;
  });

  async function table(node: string) {
    const found = await look(document, node, "table");
    if (found.kind !== "table") throw new Error(`${node} has no table`);
    return found;
  }

  it.each(["en", "zh"] as const)("tell what the file holds and the filter keeps, in %s", async (language) => {
    const birds = await table("penguins");
    const [rows, numbers, words] = promised(document, "n1", language, /(\d+)\D+(\d)\D+(\d)/);
    expect(birds.rowCount).toBe(rows);
    expect(birds.columns.filter(({ kind }) => kind === "numeric")).toHaveLength(numbers);
    expect(birds.columns.filter(({ kind }) => kind === "categorical")).toHaveLength(words);
    const counts = promised(document, "n3", language, /(\d+)\D+(\d+)/);
    expect(counts.sort()).toEqual([(await table("kept")).rowCount, birds.rowCount].sort());
  });

  it("tell what the query finds, counted here again from the file", async () => {
    const birds = await table("penguins");
    const at = (name: string) => birds.columns.findIndex((column) => column.name === name);
    const pairs = birds.rows.map((row) => `${row[at("island")]} ${row[at("species")]}`);
    const islands = await table("islands");
    for (const [island, species, count, , percent] of islands.rows) {
      const total = pairs.filter((pair) => pair.startsWith(`${island} `)).length;
      expect(count).toBe(pairs.filter((pair) => pair === `${island} ${species}`).length);
      expect(percent).toBe(Math.round((100 * Number(count)) / total));
    }
    const [rows, percent, alone] = promised(
      document,
      "n2",
      "en",
      /: (\d) rows\D+(\d+) % are Gentoo\D+(\d+) birds/,
    );
    expect(islands.rowCount).toBe(rows);
    expect(islands.rows).toContainEqual(["Biscoe", "Gentoo", expect.anything(), expect.anything(), percent]);
    expect(islands.rows).toContainEqual(["Torgersen", "Adelie", alone, expect.anything(), 100]);
  });

  it.each(["en", "zh"] as const)("tell what the ratio is worth, in %s", (language) => {
    const shares = promised(document, "n5", language, /([\d.]+) %\D+([\d.]+) %/);
    const percent = (node: string) => Math.round(1000 * scores[`${node}.accuracy`]) / 10;
    expect(shares).toEqual([percent("scoreTwo"), percent("scoreOne")]);
  });
});

describe("titles of the examples", () => {
  const index = JSON.parse(readFileSync(`${folder}index.json`, "utf8")) as {
    id: string;
    nodes?: { zh: Record<string, string> };
  }[];

  it.each(index.map(({ id, nodes }) => [id, nodes?.zh ?? {}] as const))(
    "in %s are in both languages",
    (id, zh) => {
      const titled = Object.entries(example(id).nodes).filter(([, { title }]) => title !== undefined);
      expect(Object.keys(zh).sort()).toEqual(titled.map(([name]) => name).sort());
      for (const [name, { title }] of titled) {
        expect(zh[name]).not.toBe(title);
        expect(zh[name]).toMatch(/[\u4e00-\u9fff]/);
      }
    },
  );
});

/**
 * Leaks and honest graphs that look like them, over the real nodes. A leak is an error on the wire that enters the
 * evaluation, with a repair that leaves a clean graph that runs.
 */
import { afterAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { apply } from "../core/graph/apply.ts";
import { commandSchema } from "../core/graph/command-schema.ts";
import type { Command } from "../core/graph/commands.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { runThrough } from "./support/follow.ts";
import { graph } from "./support/graphs.ts";
import {
  asked,
  askedThenSplit,
  asTarget,
  chosen,
  ends,
  experiment,
  file,
  nest,
  nested,
  part,
  parted,
  points,
  sampled,
  scaledInside,
  scaledOnAll,
  split,
  tables,
  targetEncoding,
  timed,
  whole,
} from "./support/leak-parts.ts";
import { leaks } from "./support/leaks.ts";
import { tempFolder } from "./support/temp.ts";

const folder = tempFolder(tables);
const engine = startEngine({ granted: [folder] });
afterAll(() => engine.dispose());

const honest: Record<string, GraphDocument> = {
  "train and test": experiment(parted, [part, ...ends("parts.train", "parts.test")]),
  "the parts the other way round": experiment(parted, [part, ...ends("parts.test", "parts.train")]),
  "two parts of a part": experiment(nested, [...nest, ...ends("inner.train", "inner.test")]),
  "an inner part and the outer test": experiment(nested, [...nest, ...ends("inner.train", "outer.test")]),
  "the outer test and an inner part": experiment(nested, [...nest, ...ends("outer.test", "inner.test")]),
  "the same split twice": experiment({ data: points(1), p1: split(5), p2: split(5) }, [
    "data.table → p1.table",
    "data.table → p2.table",
    ...ends("p1.train", "p2.test"),
  ]),
  "two files": experiment({ one: file("a.csv"), two: file("b.csv") }, ends("one.table", "two.table")),
  "points of another seed": experiment({ one: points(1), two: points(2) }, ends("one.table", "two.table")),
  "the same split of two readers of one file": experiment(
    { one: file("a.csv"), two: file("a.csv"), p1: split(), p2: split() },
    ["one.table → p1.table", "two.table → p2.table", ...ends("p1.train", "p2.test")],
  ),
  "a split of a sample": experiment({ data: points(1), some: sampled(), parts: split() }, [
    "data.table → some.table",
    "some.table → parts.table",
    ...ends("parts.train", "parts.test"),
  ]),
  "a sample of the training part, with replacement": experiment({ ...parted, some: sampled(1, true) }, [
    part,
    "parts.train → some.table",
    ...ends("some.table", "parts.test"),
  ]),
  "other columns of the parts of a split": experiment({ ...parted, fewer: chosen, again: chosen }, [
    part,
    "parts.train → fewer.table",
    "parts.test → again.table",
    ...ends("fewer.table", "again.table"),
  ]),
  "a split by time": experiment({ data: points(1), late: timed, parts: split(1, { kind: "time" }) }, [
    "data.table → late.table",
    "late.table → parts.table",
    ...ends("parts.train", "parts.test"),
  ]),
  "a scaler inside the learner": scaledInside(),
  "rows asked one by one": askedThenSplit("select x * 2 as x, y, class from a where x is not null"),
  "a look-up in another table": experiment(
    {
      data: points(1),
      areas: points(2),
      answer: asked(
        "select a.*, m.area from a left join (select round(x) as near, max(y) as area from b group by near) m on round(a.x) = m.near",
      ),
      typed: asTarget,
      parts: split(),
      filled: ["prepare.filter", { where: "area is not null" }],
    },
    [
      "data.table → answer.a",
      "areas.table → answer.b",
      "answer.table → filled.table",
      "filled.table → typed.table",
      "typed.table → parts.table",
      ...ends("parts.train", "parts.test"),
    ],
  ),
  "groups summed up": askedThenSplit(
    "select round(x, 1) as x, avg(y) as y, any_value(class) as class from a group by round(x, 1)",
  ),
  "a union of two sources": experiment(
    {
      one: points(1),
      two: points(2),
      all: asked("select * from a union all select * from b"),
      parts: split(),
    },
    [
      "one.table → all.a",
      "two.table → all.b",
      "all.table → parts.table",
      ...ends("parts.train", "parts.test"),
    ],
  ),
  "target encoding from the training part": experiment(
    {
      ...parted,
      trained: asked(targetEncoding),
      tested: asked(targetEncoding.replace("from a group", "from b group").replace("join", "left join")),
      filled: ["prepare.filter", { where: "share is not null" }],
    },
    [
      part,
      "parts.train → trained.a",
      "parts.test → tested.a",
      "parts.train → tested.b",
      "tested.table → filled.table",
      ...ends("trained.table", "filled.table"),
    ],
  ),
  "a scale from the training part": experiment(
    {
      ...parted,
      trained: asked("select (x - avg(x) over ()) / stddev(x) over () as x, y, class from a"),
      tested: asked(
        "select (a.x - m.mean) / m.sd as x, a.y, a.class from a, (select avg(x) as mean, stddev(x) as sd from b) m",
      ),
    },
    [
      part,
      "parts.train → trained.a",
      "parts.test → tested.a",
      "parts.train → tested.b",
      ...ends("trained.table", "tested.table"),
    ],
  ),
  "filtered rows, then split": experiment(
    { data: points(1), some: ["prepare.filter", { where: "x > -10" }], parts: split() },
    ["data.table → some.table", "some.table → parts.table", ...ends("parts.train", "parts.test")],
  ),
  "a derived column, then split": experiment(
    { data: points(1), more: ["prepare.derive", { columns: "x * y as xy" }], parts: split() },
    ["data.table → more.table", "more.table → parts.table", ...ends("parts.train", "parts.test")],
  ),
  "a training score on purpose": experiment(whole, ends("data.table", "data.table"), "training"),
};

describe("a leak", () => {
  it.each(Object.entries(leaks))("%s", async (_name, [document, repair]) => {
    const { diagnostics, nodes } = await engine.check({ document });
    expect(diagnostics).toMatchObject([
      {
        code: "leakage.scored-on-training-rows",
        severity: "error",
        node: "score",
        port: "predictions",
        wire: "w3",
      },
    ]);
    expect(nodes.score?.freshness).toBe("unready");
    expect(document.nodes).toHaveProperty(String(diagnostics[0]?.values.via));
    expect(diagnostics[0]?.repairs?.map((one) => one.code)).toEqual([repair]);
    for (const { commands } of diagnostics[0]?.repairs ?? []) {
      const parsed = commands.map((command) => commandSchema.parse(command) as Command);
      const mended = apply(document, { kind: "batch", commands: parsed }).document;
      expect((await engine.check({ document: mended })).diagnostics).toEqual([]);
      expect(Object.keys(mended.wires).length).toBe(
        Object.keys(document.wires).length + (repair === "insert-split" ? 1 : 0),
      );
      expect((await runThrough(engine, { document: mended })).status).toBe("done");
    }
  });

  it("is mended once where two metrics complain of it", async () => {
    const [first] = leaks["fit and score on the whole table"];
    const document = {
      ...first,
      nodes: { ...first.nodes, matrix: { type: "metric.confusion", version: 1, params: { on: "unseen" } } },
      wires: {
        ...first.wires,
        w9: { from: ["predict", "predictions"] as const, to: ["matrix", "predictions"] as const },
      },
    };
    const { diagnostics } = await engine.check({ document });
    expect(diagnostics.map((one) => one.wire).sort()).toEqual(["w3", "w9"]);
    const commands = (diagnostics[0]?.repairs?.[0]?.commands ?? []) as Command[];
    const mended = apply(document, { kind: "batch", commands }).document;
    expect((await engine.check({ document: mended })).diagnostics).toEqual([]);
  });
});

describe("cross-validation", () => {
  it("is refused for rows that were scaled, selected or encoded together before the folds", async () => {
    for (const query of [scaledOnAll, targetEncoding]) {
      const document = graph(
        {
          data: points(1),
          answer: asked(query),
          typed: asTarget,
          weak: ["learner.stump"],
          folds: ["evaluate.cross-validate"],
        },
        [
          "data.table → answer.a",
          "answer.table → typed.table",
          "typed.table → folds.data",
          "weak.learner → folds.learner",
        ],
      );
      const { diagnostics } = await engine.check({ document });
      const [found] = diagnostics.filter(({ severity }) => severity === "error");
      expect(found).toMatchObject({ code: "leakage.folds-may-share-rows", node: "folds", wire: "w3" });
    }
  });
});

describe("an honest graph", () => {
  it.each(Object.entries(honest))("%s", async (_name, document) => {
    expect((await engine.check({ document })).diagnostics).toEqual([]);
    const { status, diagnostics } = await runThrough(engine, { document });
    expect({ status, diagnostics }).toEqual({ status: "done", diagnostics: [] });
  });
});

describe("a graph that is broken further up", () => {
  it("is told of that, and of no leak that nobody can know", async () => {
    const document = honest["train and test"];
    const muted = { ...document.nodes, data: { ...document.nodes.data, state: "muted" as const } };
    const { diagnostics } = await engine.check({ document: { ...document, nodes: muted } });
    expect(diagnostics.map(({ code }) => code)).toEqual(["input.muted"]);
  });
});

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
import { graph, type NodeSketch } from "./support/graphs.ts";
import { tempFolder } from "./support/temp.ts";

const rowsOf = (shift: number) =>
  Array.from(
    { length: 40 },
    (_, i) => `${i + shift},${(i * 7) % 5},${i % 2 ? "a" : "b"},${i % 3 ? "c" : "d"}`,
  );
const csv = (shift: number) => `x,y,kind,other\n${rowsOf(shift).join("\n")}\n`;
const folder = tempFolder({ "a.csv": csv(0), "copy-of-a.csv": csv(0), "b.csv": csv(1000) });
const engine = startEngine({ granted: [folder] });
afterAll(() => engine.dispose());

const file = (path: string, target = "kind"): NodeSketch => [
  "data.file",
  {
    path,
    target,
    targetAs: "auto",
    roles: { [target === "kind" ? "other" : "kind"]: "ignored" },
    header: "auto",
    delimiter: "auto",
    decimal: ".",
  },
];
const points = (seed: number): NodeSketch => [
  "data.generate",
  { shape: "moons", rows: 60, noise: 0.2, flip: 0, seed },
];
const split = (seed = 1, more: Partial<{ kind: string; state: "bypassed" }> = {}): NodeSketch => [
  "prepare.split",
  { test: 0.5, kind: more.kind ?? "stratified", seed },
  more.state ? { state: more.state } : {},
];

/** Fits a stump on one output, scores it on another. */
function experiment(
  sources: Record<string, NodeSketch>,
  wires: readonly string[],
  on = "unseen",
): GraphDocument {
  return graph(
    {
      weak: ["learner.stump", { criterion: "gini" }],
      fit: ["evaluate.fit"],
      predict: ["evaluate.predict"],
      score: ["metric.classification", { on, byStage: false }],
      ...sources,
    },
    [
      "weak.learner → fit.learner",
      "fit.model → predict.model",
      "predict.predictions → score.predictions",
      ...wires,
    ],
  );
}
/** The learner of w1 with a step before it. */
function scaledInside(): GraphDocument {
  const scale: NodeSketch = ["prepare.standardize", { method: "z-score" }];
  const document = experiment({ data: points(1), parts: split(), scale }, [
    "data.table → parts.table",
    "weak.learner → scale.learner",
    "parts.train → fit.data",
    "parts.test → predict.data",
  ]);
  const w1 = { from: ["scale", "learner"], to: ["fit", "learner"] } as const;
  return { ...document, wires: { ...document.wires, w1 } };
}
const ends = (fitted: string, scored: string) => [`${fitted} → fit.data`, `${scored} → predict.data`];
const whole = { data: points(1) };
const parted = { data: points(1), parts: split() };
const nested = { data: points(1), outer: split(1), inner: split(2) };
const nest = ["data.table → outer.table", "outer.train → inner.table"];
const part = "data.table → parts.table";
const sampled = (seed = 1, replace = false): NodeSketch => [
  "prepare.sample",
  { by: "rows", share: 0.5, rows: 40, replace, seed },
];
const chosen: NodeSketch = [
  "prepare.select",
  { keep: "others", columns: ["y"], rename: { x: "z" }, roles: {} },
];
const timed: NodeSketch = ["prepare.select", { keep: "all", columns: [], rename: {}, roles: { x: "time" } }];

const asked = (query: string): NodeSketch => ["data.sql", { query }];
const asTarget: NodeSketch = [
  "prepare.select",
  { keep: "all", columns: [], rename: {}, roles: { class: "target" } },
];
/** One table, asked, split, fitted on one part and scored on the other. */
const askedThenSplit = (query: string) =>
  experiment({ data: points(1), answer: asked(query), typed: asTarget, parts: split() }, [
    "data.table → answer.a",
    "answer.table → typed.table",
    "typed.table → parts.table",
    ...ends("parts.train", "parts.test"),
  ]);
const scaledOnAll =
  "select (x - avg(x) over ()) / stddev(x) over () as x, (y - avg(y) over ()) / stddev(y) over () as y, class from a";
const targetEncoding =
  "select a.x, a.y, m.share, a.class from a join (select round(x) as near, avg((class = 'outer')::int) as share from a group by near) m on round(a.x) = m.near";

/** Name → the graph, and the code of its repair. */
const leaks: Record<string, [GraphDocument, string]> = {
  "fit and score on the whole table": [experiment(whole, ends("data.table", "data.table")), "insert-split"],
  "fit on the training part, score the whole": [
    experiment(parted, [part, ...ends("parts.train", "data.table")]),
    "use-test-part",
  ],
  "fit and score on the training part": [
    experiment(parted, [part, ...ends("parts.train", "parts.train")]),
    "use-test-part",
  ],
  "fit on the whole, score the test part": [
    experiment(parted, [part, ...ends("data.table", "parts.test")]),
    "use-training-part",
  ],
  "fit and score on the test part": [
    experiment(parted, [part, ...ends("parts.test", "parts.test")]),
    "use-training-part",
  ],
  "fit on the test part, score the whole": [
    experiment(parted, [part, ...ends("parts.test", "data.table")]),
    "use-both-parts",
  ],
  "fit on the whole, score the training part": [
    experiment(parted, [part, ...ends("data.table", "parts.train")]),
    "use-both-parts",
  ],
  "fit on an outer part, score a part of it": [
    experiment(nested, [...nest, ...ends("outer.train", "inner.test")]),
    "use-training-part",
  ],
  "fit on an inner part, score what it was cut from": [
    experiment(nested, [...nest, ...ends("inner.train", "outer.train")]),
    "use-test-part",
  ],
  "a bypassed split": [
    experiment({ data: points(1), parts: split(1, { state: "bypassed" }) }, [
      part,
      ...ends("parts.train", "parts.test"),
    ]),
    "insert-split",
  ],
  "splits with other seeds": [
    experiment({ data: points(1), parts: split(1), others: split(2) }, [
      part,
      "data.table → others.table",
      ...ends("parts.train", "others.test"),
    ]),
    "use-test-part",
  ],
  "two readers of one file": [
    experiment({ one: file("a.csv"), two: file("a.csv") }, ends("one.table", "two.table")),
    "insert-split",
  ],
  "a copied file": [
    experiment({ one: file("a.csv"), two: file("copy-of-a.csv") }, ends("one.table", "two.table")),
    "insert-split",
  ],
  "a sample, and the table it was drawn from": [
    experiment({ data: points(1), some: sampled() }, [
      "data.table → some.table",
      ...ends("some.table", "data.table"),
    ]),
    "insert-split",
  ],
  "two samples of one table": [
    experiment({ data: points(1), some: sampled(1), more: sampled(2) }, [
      "data.table → some.table",
      "data.table → more.table",
      ...ends("some.table", "more.table"),
    ]),
    "insert-split",
  ],
  "the same split of two samples": [
    experiment({ data: points(1), some: sampled(1), more: sampled(2), p1: split(), p2: split() }, [
      "data.table → some.table",
      "data.table → more.table",
      "some.table → p1.table",
      "more.table → p2.table",
      ...ends("p1.train", "p2.test"),
    ]),
    "use-test-part",
  ],
  "a split of rows drawn with replacement": [
    experiment({ data: points(1), some: sampled(1, true), parts: split() }, [
      "data.table → some.table",
      "some.table → parts.table",
      ...ends("parts.train", "parts.test"),
    ]),
    "leave-out-mixing",
  ],
  "other columns of the same rows": [
    experiment({ data: points(1), fewer: chosen, again: chosen }, [
      "data.table → fewer.table",
      "data.table → again.table",
      ...ends("fewer.table", "again.table"),
    ]),
    "insert-split",
  ],
  "a split by time and one by chance": [
    experiment(
      { data: points(1), late: timed, p1: split(1, { kind: "time" }), p2: split(1, { kind: "random" }) },
      [
        "data.table → late.table",
        "late.table → p1.table",
        "late.table → p2.table",
        ...ends("p1.train", "p2.test"),
      ],
    ),
    "use-test-part",
  ],
  "a scaler on all rows before the split": [askedThenSplit(scaledOnAll), "leave-out-mixing"],
  "target encoding over all rows": [askedThenSplit(targetEncoding), "leave-out-mixing"],
  "a feature chosen by its distance between the classes of all rows": [
    askedThenSplit(
      "select case when (select abs(avg(x) filter (class = 'outer') - avg(x) filter (class = 'inner')) from a) > 0.5 then x else y end as best, class from a",
    ),
    "leave-out-mixing",
  ],
  "a table joined with itself": [
    askedThenSplit("select a.x, other.y, a.class from a join a as other on round(a.x) = round(other.x)"),
    "leave-out-mixing",
  ],
  "a union of a table with itself": [
    askedThenSplit("select * from a union all select * from a where x > 0"),
    "leave-out-mixing",
  ],
  "a union of both parts, fitted on; one of them scored": [
    experiment({ ...parted, all: asked("select * from a union all select * from b") }, [
      part,
      "parts.train → all.a",
      "parts.test → all.b",
      ...ends("all.table", "parts.test"),
    ]),
    "use-training-part",
  ],
  "a join that brings the test rows back": [
    experiment(
      { ...parted, joined: asked("select a.*, b.y as other from a join b on round(a.x) = round(b.x)") },
      [part, "parts.train → joined.a", "parts.test → joined.b", ...ends("joined.table", "parts.test")],
    ),
    "use-training-part",
  ],
  "training rows that were told of the test part": [
    experiment(
      {
        ...parted,
        trained: asked("select a.*, m.share from a, (select avg((class = 'outer')::int) as share from b) m"),
        tested: asked("select *, 0.5 as share from a"),
      },
      [
        part,
        "parts.train → trained.a",
        "parts.test → trained.b",
        "parts.test → tested.a",
        ...ends("trained.table", "tested.table"),
      ],
    ),
    "insert-split",
  ],
  "features of the test part made from all rows": [
    experiment(
      {
        ...parted,
        answer: asked("select a.*, m.usual from a, (select avg(x) as usual from b) m"),
        again: asked("select *, 0.0 as usual from a"),
      },
      [
        part,
        "parts.test → answer.a",
        "data.table → answer.b",
        "parts.train → again.a",
        ...ends("again.table", "answer.table"),
      ],
    ),
    "insert-split",
  ],
  "filtered rows and what they were filtered from": [
    experiment({ data: points(1), some: ["prepare.filter", { where: "x > 0" }] }, [
      "data.table → some.table",
      ...ends("some.table", "data.table"),
    ]),
    "insert-split",
  ],
  "a derived column on the same rows": [
    experiment({ data: points(1), more: ["prepare.derive", { columns: "x * y as xy" }] }, [
      "data.table → more.table",
      ...ends("more.table", "data.table"),
    ]),
    "insert-split",
  ],
  "one file split by different targets": [
    experiment({ one: file("a.csv"), two: file("a.csv", "other"), p1: split(), p2: split() }, [
      "one.table → p1.table",
      "two.table → p2.table",
      ...ends("p1.train", "p2.test"),
    ]),
    "use-test-part",
  ],
};

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

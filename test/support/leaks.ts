/** Graphs that score a model on rows that it has seen, by one way or another. */
import type { GraphDocument } from "../../core/graph/document.ts";
import {
  asked,
  askedThenSplit,
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
  scaledOnAll,
  split,
  targetEncoding,
  timed,
  whole,
} from "./leak-parts.ts";

/** Name → the graph, and the code of its repair. */
export const leaks: Record<string, [GraphDocument, string]> = {
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

/** A filter made of selected rows: wired to the nearest table that has them all, by condition where one says it. */
import { expect, it } from "vitest";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Marks, Where } from "../../core/service/selection.ts";
import { descriptor, fakeServices } from "../testing/fake-services.ts";
import { edit } from "./edit.ts";
import { createEditor } from "./editor.ts";
import { filterRows } from "./filter-rows.ts";

const text = { title: "", help: "", default: "", kind: "text", maxLength: 20 } as const;
const words = { title: { en: "", zh: "" }, help: { en: "", zh: "" } };
const filter: NodeDescriptor = {
  ...descriptor("prepare.filter", [["table", "table"]], [["table", "table"]]),
  idBase: "kept",
  params: [
    { name: "where", spec: { ...text, default: "true", maxLength: 20_000 }, ...words },
    { name: "rows", spec: text, ...words },
  ],
};
const descriptors = [
  filter,
  descriptor("source", [], [["table", "table"]]),
  descriptor("clean", [["table", "table"]], [["table", "table"]]),
  descriptor("judge", [["table", "table"]], [["figure", "figure"]]),
];

/** data → some → judged; `has`: how many of the five rows each table's result has. */
function graph(has: Readonly<Record<string, number>>, rows = "1-5") {
  const { services } = fakeServices();
  services.engine.marks = async ({ signature }) =>
    ({ kind: "rows", count: has[signature] ?? 0, rows: [] }) satisfies Marks;
  services.engine.selectedRows = async () => ({ source: "s", count: 5, rows });
  const editor = createEditor({ services, descriptors, language: "en", theme: "light" });
  const nodes = { data: "source", some: "clean", judged: "judge" };
  const commands = Object.entries(nodes).map(([id, type]) => ({
    kind: "addNode" as const,
    id,
    node: { type, version: 1, params: {} },
    at: [0, 0] as const,
  }));
  edit(editor, { kind: "batch", commands }, { label: "step.addNode" });
  for (const [id, from, to] of [
    ["w1", "data", "some"],
    ["w2", "some", "judged"],
  ] as const)
    edit(editor, { kind: "addWire", id, from: [from, "table"], to: [to, "table"] }, { label: "step.wire" });
  const report = (name: string) => ({
    freshness: "cached" as const,
    signature: name,
    outputs: {
      table: { kind: "table" as const, columns: [column("x", "numeric"), column("at", "datetime")] },
    },
  });
  editor.store.setState({
    check: { revision: 1, nodes: { data: report("data"), some: report("some") }, wires: {}, diagnostics: [] },
  });
  return editor;
}

const column = (name: string, kind: "numeric" | "datetime") => ({ name, kind, role: "feature" as const });

function selected(editor: ReturnType<typeof graph>, maker: string, where: Where, whole = true) {
  const port = maker === "judged" ? "figure" : "table";
  const counts = { count: 5, here: 5, total: 9 };
  editor.store.setState({
    rows: { selection: "k", source: "s", ...counts, place: { signature: maker, port, maker }, where, whole },
  });
  return filterRows(editor);
}

const cell: Where = { by: "cell", truth: "a", predicted: "b" };
const box: Where = { by: "between", columns: { x: [1, 2] } };

it("is wired to the nearest table that has all of the rows", async () => {
  const near = graph({ data: 5, some: 5 });
  expect(await selected(near, "judged", cell)).toBe("kept");
  const { graph: made } = near.store.getState();
  expect(made.nodes.kept?.params).toMatchObject({ where: "true", rows: "1-5" });
  expect(Object.values(made.wires)).toContainEqual({ from: ["some", "table"], to: ["kept", "table"] });

  const far = graph({ data: 5, some: 4 });
  await selected(far, "judged", cell);
  expect(Object.values(far.store.getState().graph.wires)).toContainEqual({
    from: ["data", "table"],
    to: ["kept", "table"],
  });
});

it("says a rectangle as a condition, where it alone is selected and SQL compares alike", async () => {
  const paramsAfter = async (where: Where, whole = true) => {
    const editor = graph({ data: 5, some: 5 });
    await selected(editor, "some", where, whole);
    return editor.store.getState().graph.nodes.kept?.params;
  };
  expect(await paramsAfter(box)).toMatchObject({ where: '"x" BETWEEN 1 AND 2', rows: "" });
  expect(await paramsAfter(box, false)).toMatchObject({ where: "true", rows: "1-5" });
  const moments: Where = { by: "between", columns: { at: [1, 2] } };
  expect(await paramsAfter(moments)).toMatchObject({ where: "true", rows: "1-5" });
});

it("is one step of history", async () => {
  const editor = graph({ some: 5 });
  const before = editor.store.getState().history.done.length;
  await selected(editor, "some", cell);
  expect(editor.store.getState().history.done.length).toBe(before + 1);
});

it("is none where no table has the rows, or they are too many to be written down, and says so", async () => {
  const none = graph({ data: 3, some: 2 });
  expect(await selected(none, "judged", cell)).toBeUndefined();
  expect(none.store.getState().notices.map(({ what }) => what)).toEqual([
    "No table of this graph holds all of these rows.",
  ]);
  const many = graph({ some: 5 }, "1, 3, 5, 7, 9, 11, 13, 15");
  expect(await selected(many, "judged", cell)).toBeUndefined();
  expect(many.store.getState().notices).toHaveLength(1);
  expect(many.store.getState().graph.nodes.kept).toBeUndefined();
});

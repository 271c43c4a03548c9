import { describe, expect, it } from "vitest";
import type { Json } from "../../core/base/json.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { NodeDescriptor, ParamDescriptor } from "../../core/node/descriptor.ts";
import { choice, flag, int, type Param, real } from "../../core/node/params.ts";
import type { CheckReport } from "../../core/service/engine-service.ts";
import { edit } from "../store/edit.ts";
import { descriptor, testEditor } from "../testing/fake-services.ts";
import { columnsFor } from "./columns.ts";
import { sharedParams } from "./shared-params.ts";

const words = (name: string) => ({ en: name, zh: name });
const param = (name: string, spec: Param): ParamDescriptor => ({
  name,
  title: words(name),
  help: words(""),
  spec,
  ...(spec.kind === "choice"
    ? { choices: Object.keys(spec.choices).map((value) => ({ value, title: words(value) })) }
    : {}),
});
const part = (params: ParamDescriptor[], values: Record<string, Json>) => ({
  record: { type: "t", version: 1, params: values },
  descriptor: { ...descriptor("t", [], []), params } satisfies NodeDescriptor,
});
const common = { title: "", help: "" };

describe("parameters of several nodes", () => {
  it("are shared by name and kind, with the range that all allow", () => {
    const a = part(
      [
        param("depth", int({ ...common, default: 3, min: 1, max: 50 })),
        param("rate", real({ ...common, default: 1, min: 0, max: 1 })),
        param("own", flag({ ...common, default: true })),
      ],
      { depth: 3, rate: 0.5, own: true },
    );
    const b = part(
      [
        param("rate", int({ ...common, default: 1, min: 0, max: 1 })),
        param("depth", int({ ...common, default: 3, min: 2, max: 90 })),
      ],
      { depth: 8 },
    );
    const shared = sharedParams([a, b]);
    expect(shared.map(({ param: { name } }) => name)).toEqual(["depth"]);
    expect(shared[0]).toMatchObject({
      values: [3, 8],
      same: false,
      param: { spec: { min: 2, max: 50 } },
    });
  });

  it("offer the choices that all have, and none that is hidden in one of them", () => {
    const each = (values: readonly string[]) =>
      param(
        "each",
        choice({ ...common, default: "x", choices: Object.fromEntries(values.map((v) => [v, v])) } as never),
      );
    const hidden = param("more", {
      ...int({ ...common, default: 1, min: 0, max: 9 }),
      when: { param: "each", in: ["y"] },
    });
    const shared = sharedParams([
      part([each(["x", "y"]), hidden], { each: "y", more: 2 }),
      part([each(["y", "z"]), hidden], { each: "z", more: 2 }),
    ]);
    expect(shared.map(({ param: { name } }) => name)).toEqual(["each"]);
    expect(shared[0]?.param.choices?.map(({ value }) => value)).toEqual(["y"]);
  });

  it("count a missing value as its default", () => {
    const depth = param("depth", int({ ...common, default: 3, min: 1, max: 50 }));
    expect(sharedParams([part([depth], {}), part([depth], { depth: 3 })])[0]?.same).toBe(true);
  });
});

describe("columns before a run", () => {
  it("are found through the ports of groups, however deep", () => {
    const editor = testEditor();
    const node = (id: string, type: string): Command => ({
      kind: "addNode",
      id,
      node: { type, version: 1, params: {} },
      at: [0, 0],
    });
    const commands: Command[] = [
      node("s", "source"),
      node("c", "clean"),
      { kind: "addWire", id: "w", from: ["s", "table"], to: ["c", "table"] },
      { kind: "group", id: "inner", title: "", members: ["c"] },
      { kind: "group", id: "outer", title: "", members: ["inner"] },
    ];
    expect(edit(editor, { kind: "batch", commands }, { label: "step.addNode", whole: true })).toBe(true);
    const columns = [{ name: "age", kind: "numeric", role: "feature" }];
    const report = { freshness: "new", outputs: { table: { kind: "table", columns } } };
    const check = { revision: 0, nodes: { s: report }, wires: {}, diagnostics: [] } as unknown as CheckReport;
    const { document } = editor.store.getState();
    expect(columnsFor({ document, check }, "outer/inner/c", "table")).toEqual(columns);
    expect(columnsFor({ document, check }, "s", undefined)).toEqual(columns);
    expect(columnsFor({ document, check }, "s", "nothing")).toBeUndefined();
  });
});

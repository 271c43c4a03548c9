import { describe, expect, it } from "vitest";
import type { CurveLook, CurvesLook } from "../../../core/service/look.ts";
import type { ClassMarks } from "../../../core/service/selection.ts";
import type { XyLine } from "../chart/xy.ts";
import { spotsOf, whereAt } from "./curve-rows.ts";

const curve: CurveLook = {
  of: "class",
  name: "b",
  x: [0, 0.5, 1],
  y: [0, 1, 1],
  at: [null, 0.7, 0.1],
  value: 1,
  base: 0.5,
  points: 3,
};
const look = (form: CurvesLook["form"], ...curves: CurveLook[]): CurvesLook => ({
  kind: "curves",
  form,
  on: "unseen",
  rows: 7,
  classes: ["a", "b"],
  curves,
});

describe("a point selects", () => {
  it("the rows at or above its threshold; nothing at the corner and for an average", () => {
    const roc = look("roc", curve, { ...curve, of: "micro", name: "" });
    expect(whereAt(roc, { line: 0, point: 1 })).toEqual({ by: "probability", of: "b", atLeast: 0.7 });
    expect(whereAt(roc, { line: 0, point: 0 })).toBeUndefined();
    expect(whereAt(roc, { line: 1, point: 1 })).toBeUndefined();
    expect(whereAt(roc, { line: 9, point: 1 })).toBeUndefined();
  });

  it("the rows of its bin", () => {
    const bins = [
      { low: null, high: 0.5 },
      { low: 0.5, high: null },
    ];
    const figure = look("calibration", { ...curve, of: "confidence", name: "", bins }, { ...curve, bins });
    expect(whereAt(figure, { line: 0, point: 0 })).toEqual({ by: "probability", upTo: 0.5 });
    expect(whereAt(figure, { line: 1, point: 1 })).toEqual({ by: "probability", of: "b", above: 0.5 });
    expect(whereAt(figure, { line: 1, point: 2 })).toBeUndefined();
  });
});

describe("selected rows stand", () => {
  // Four rows, of which three are a b; there are four b and three a.
  const marks: ClassMarks = {
    kind: "classes",
    count: 4,
    classes: ["a", "b"],
    selected: [1, 3],
    all: [3, 4],
    mean: [0.2, 0.8],
    confidence: 0.85,
    right: 3,
  };
  const line: XyLine = { key: "class/b", name: "b", x: [], y: [], colour: "red" };

  it("where their rates are", () => {
    const at = (x: number, y: number) => [{ key: "class/b", colour: "red", x, y }];
    expect(spotsOf(look("roc", curve), marks, [line])).toEqual(at(1 / 3, 3 / 4));
    expect(spotsOf(look("precision-recall", curve), marks, [line])).toEqual(at(3 / 4, 3 / 4));
    expect(spotsOf(look("calibration", curve), marks, [line])).toEqual(at(0.8, 3 / 4));
    const confidence: CurveLook = { ...curve, of: "confidence", name: "" };
    expect(spotsOf(look("calibration", confidence), marks, [line])).toEqual(at(0.85, 3 / 4));
  });

  it("nowhere without rows, for averages, and where a rate is 0/0", () => {
    expect(spotsOf(look("roc", curve), { ...marks, count: 0 }, [line])).toEqual([]);
    expect(spotsOf(look("roc", { ...curve, of: "macro" }), marks, [line])).toEqual([]);
    expect(spotsOf(look("roc", curve), { ...marks, all: [0, 4], selected: [0, 4] }, [line])).toEqual([]);
  });
});

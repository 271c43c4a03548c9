import { describe, expect, it } from "vitest";
import { wordDiagnostic } from "../words/word.ts";
import { accepts } from "./accepts.ts";
import { familyOf, type WireType, wireKinds } from "./wire-type.ts";

const abilities = {
  tasks: ["classification"],
  weights: false,
  missing: false,
  categories: false,
  probabilities: false,
  multiclass: true,
} as const;
const column = (name: string, role: "target" | "feature") => ({ name, kind: "numeric", role }) as const;

describe("accepts", () => {
  it("takes every kind where that kind is wanted, and the trace for a table by conversion, and nothing else", () => {
    for (const target of wireKinds) {
      for (const kind of wireKinds) {
        const found = accepts(target, { kind } as WireType);
        if (kind === target) expect(found).toEqual({ kind: "yes" });
        else if (kind === "trace" && target === "table")
          expect(found).toEqual({ kind: "convert", via: "trace-to-table" });
        else
          expect(found).toMatchObject({
            kind: "no",
            reason: { code: "wire.kind-mismatch", values: { source: kind, target } },
          });
      }
    }
  });

  it("wants a target where one is needed, and gives an unknown table the benefit", () => {
    const needs = { target: true };
    expect(accepts("table", { kind: "table" }, needs)).toEqual({ kind: "yes" });
    expect(accepts("table", { kind: "table", columns: [column("y", "target")] }, needs)).toEqual({
      kind: "yes",
    });
    expect(accepts("table", { kind: "table", columns: [column("x", "feature")] })).toEqual({ kind: "yes" });
    expect(accepts("table", { kind: "table", columns: [column("x", "feature")] }, needs)).toMatchObject({
      kind: "no",
      reason: { code: "wire.table-without-target", values: { columns: ["x"] } },
    });
  });

  it("wants the abilities that are needed", () => {
    const learner = { kind: "learner", algorithm: "vote", abilities } as const;
    expect(accepts("learner", learner)).toEqual({ kind: "yes" });
    expect(accepts("learner", { kind: "learner" }, { weights: true })).toEqual({ kind: "yes" });
    expect(
      accepts("learner", { ...learner, abilities: { ...abilities, weights: true } }, { weights: true }),
    ).toEqual({ kind: "yes" });
    for (const [needs, code] of [
      [{ weights: true }, "wire.learner-without-weights"],
      [{ probabilities: true }, "wire.learner-without-probabilities"],
    ] as const) {
      const found = accepts("learner", learner, needs);
      expect(found).toMatchObject({ kind: "no", reason: { code, values: { learner: "vote" } } });
      if (found.kind === "no") expect(wordDiagnostic(found.reason, "en").what).toContain("vote");
    }
  });

  it("has a family for every kind", () => {
    expect(Object.keys(familyOf).sort()).toEqual([...wireKinds].sort());
  });
});

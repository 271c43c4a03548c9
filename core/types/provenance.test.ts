/** Symbolic rows against real ones: what the symbols call disjoint must be disjoint, for every way of cutting a set. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Provenance, passThrough, sharedRows, take, unite, unknownProvenance } from "./provenance.ts";

const all: Provenance = [{ source: "S", turns: [], via: "data" }];
const train = take(all, "p", "train", "split");
const test = take(all, "p", "test", "split");

describe("shared rows", () => {
  it("knows the two parts of a split apart, at any depth", () => {
    expect(sharedRows(train, test)).toBeUndefined();
    expect(sharedRows(take(train, "q", "train", "s2"), test)).toBeUndefined();
    expect(sharedRows(take(train, "q", "train", "s2"), take(train, "q", "test", "s2"))).toBeUndefined();
  });

  it.each<[string, Provenance, Provenance]>([
    ["a part and its whole", train, all],
    ["a part and itself", train, train],
    ["parts of different splits", train, take(all, "q", "test", "other")],
    ["a part of a part and the part", take(train, "q", "test", "s2"), train],
    ["a union that holds the other", unite(train, test), test],
    ["rows that nobody knows", unknownProvenance("x"), test],
    ["unknown rows and unknown rows", unknownProvenance("x"), unknownProvenance("y")],
  ])("counts %s as shared", (_name, a, b) => {
    expect(sharedRows(a, b)).toBeDefined();
    expect(sharedRows(b, a)).toBeDefined();
  });

  it("knows two sources apart, and nothing shares with no rows", () => {
    expect(sharedRows(all, [{ source: "T", turns: [], via: "d" }])).toBeUndefined();
    expect(sharedRows(all, [])).toBeUndefined();
  });

  it("names the node that the rows last came through", () => {
    expect(sharedRows(train, passThrough(train, "filter"))?.map((atom) => atom.via)).toEqual([
      "split",
      "filter",
    ]);
  });

  it("unites without repeating", () => {
    expect(unite(train, train, test)).toHaveLength(2);
  });

  it("never calls rows disjoint that are not", () => {
    // Twelve rows; split p cuts them by bit p of the row's number. A cut is a list of turns.
    const cut = fc.array(fc.record({ split: fc.nat(3), part: fc.constantFrom("train", "test") }), {
      maxLength: 4,
    });
    const symbols = (turns: readonly { split: number; part: string }[]) =>
      turns.reduce((rows, turn) => take(rows, String(turn.split), turn.part, "n"), all);
    const rows = (turns: readonly { split: number; part: string }[]) =>
      Array.from({ length: 16 }, (_, row) => row).filter((row) =>
        turns.every(({ split, part }) => (((row >> split) & 1) === 1) === (part === "test")),
      );
    fc.assert(
      fc.property(cut, cut, (a, b) => {
        const really = rows(a).some((row) => rows(b).includes(row));
        if (!sharedRows(symbols(a), symbols(b))) expect(really).toBe(false);
      }),
    );
  });
});

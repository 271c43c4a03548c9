import { expect, it } from "vitest";
import { differenceLines } from "./differences.ts";

it("tells of a record only the fields that differ, parameters one by one, and of a new node its type", () => {
  const node = (rounds: number, title?: string) => ({
    type: "booster.adaboost",
    version: 1,
    params: { rounds, seed: 1 },
    ...(title === undefined ? {} : { title }),
  });
  const lines = differenceLines([
    { path: "nodes/ada", mine: node(60, "Mine"), theirs: node(99) },
    { path: "groups/prep/nodes/new", mine: node(1) },
    { path: "title", mine: "a", theirs: "b" },
    { path: "view/positions/ada", mine: [1, 2], theirs: [3, 4] },
  ]);
  expect(lines).toEqual([
    { kind: "nodes", name: "ada", field: "rounds", mine: "60", theirs: "99" },
    { kind: "nodes", name: "ada", field: "title", mine: "Mine", theirs: undefined },
    { kind: "nodes", name: "new", field: "", mine: "booster.adaboost", theirs: undefined },
    { kind: "title", name: "", field: "", mine: "a", theirs: "b" },
    { kind: "positions", name: "ada", field: "", mine: "[1,2]", theirs: "[3,4]" },
  ]);
});

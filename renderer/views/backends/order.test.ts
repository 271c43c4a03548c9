import { expect, it } from "vitest";
import { barShare, byTime } from "./order.ts";

const row = (name: "wasm" | "cpu" | "tensorflow", ms: number[]) => ({
  name,
  device: "",
  version: "",
  ms,
  error: ms,
});
const backends = [row("cpu", [1, 80]), row("wasm", [2, 4]), row("tensorflow", [3, 0.1])];

it("puts the fastest at the largest size first", () => {
  expect(byTime({ backends }).map(({ name }) => name)).toEqual(["tensorflow", "wasm", "cpu"]);
});

it("measures bars by the slowest of a size, and shows the shortest too", () => {
  expect(barShare({ backends }, backends[0], 1)).toBe(1);
  expect(barShare({ backends }, backends[1], 1)).toBe(0.05);
  expect(barShare({ backends }, backends[2], 1)).toBe(0.01);
  expect(barShare({ backends: [row("cpu", [0])] }, row("cpu", [0]), 0)).toBe(0);
});

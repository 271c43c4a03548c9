import { describe, expect, it } from "vitest";
import { int, real, seed } from "../../core/node/params.ts";
import { fromSlider, hasSlider, readNumber, toSlider } from "./number-value.ts";

const words = { title: "t", help: "h" };
const rounds = int({ ...words, default: 50, min: 1, max: 10_000 });
const part = real({ ...words, default: 0.3, min: 0, max: 1, open: true });

describe("numbers as typed", () => {
  it("are read with separators and refused out of range", () => {
    expect(readNumber(rounds, "1,000")).toEqual({ value: 1000 });
    expect(readNumber(rounds, "2e2")).toEqual({ value: 200 });
    for (const text of ["", "0", "1.5", "10001", "ten"])
      expect(readNumber(rounds, text)).toHaveProperty("wrong");
    expect(readNumber(part, "0")).toMatchObject({ wrong: { code: "param.not-real-between" } });
  });

  it("slide from end to end without leaving the range", () => {
    for (const spec of [rounds, part]) {
      for (let position = 0; position <= 1000; position += 50) {
        expect(readNumber(spec, String(fromSlider(spec, position)))).toHaveProperty("value");
      }
    }
    expect(fromSlider(rounds, 0)).toBe(1);
    expect(fromSlider(rounds, 1000)).toBe(10_000);
    expect(toSlider(rounds, 100)).toBe(500);
    expect(hasSlider(seed())).toBe(false);
  });
});

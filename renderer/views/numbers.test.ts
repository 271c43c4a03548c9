/** How numbers are written. Expected texts are worked out by hand. */
import { describe, expect, it } from "vitest";
import { brief, fixed, percent, styled, styleOf } from "./numbers.ts";

describe("styleOf", () => {
  it("gives whole numbers no decimals", () => {
    expect(styleOf([1, 20, 569])).toEqual({ decimals: 0, scientific: false });
  });

  it("gives a column the decimals that its numbers need", () => {
    expect(styleOf([0.5, 0.25, 3])).toEqual({ decimals: 2, scientific: false });
  });

  it("keeps five significant digits of the largest", () => {
    expect(styleOf([1001.4567, 1.23456789])).toEqual({ decimals: 1, scientific: false });
    expect(styleOf([17.99, 1 / 3])).toEqual({ decimals: 3, scientific: false });
    expect(styleOf([0.1 + 0.2])).toEqual({ decimals: 5, scientific: false });
  });

  it("turns to powers of ten where plain digits say nothing", () => {
    expect(styleOf([2e9, 1]).scientific).toBe(true);
    expect(styleOf([3e-6, -4e-7]).scientific).toBe(true);
  });

  it("passes over what is missing", () => {
    expect(styleOf([null, Number.NaN, 2])).toEqual({ decimals: 0, scientific: false });
    expect(styleOf([])).toEqual({ decimals: 0, scientific: false });
  });
});

describe("written numbers", () => {
  it("line up down a column", () => {
    const style = styleOf([1.5, 22.25]);
    expect([1.5, 22.25].map((value) => styled("en", value, style))).toEqual(["1.50", "22.25"]);
  });

  it("have four decimals as a score, and a dash for none", () => {
    expect(fixed("en", 0.9532163742690059)).toBe("0.9532");
    expect(fixed("en", null)).toBe("–");
  });

  it("are brief by themselves", () => {
    expect(brief("en", 398)).toBe("398");
    expect(brief("en", 0.142349)).toBe("0.1423");
    expect(brief("en", 1.2e-7)).toBe("1.20e-7");
    expect(brief("en", 12345.678)).toBe("12,350");
  });

  it("never round a share to a 0 or 100 % that it is not", () => {
    expect(percent("en", 4 / 107)).toBe("3.7%");
    expect(percent("en", 0.996)).toBe("99.6%");
    expect(percent("en", 0.5)).toBe("50%");
    expect(percent("en", 1)).toBe("100%");
  });
});

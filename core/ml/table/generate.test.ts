/** Generated tables against their formulas, written once more from the papers and scikit-learn's documentation. */
import { describe, expect, it } from "vitest";
import type { Table } from "../values.ts";
import { blobs, circles, moons, spirals, xor } from "./generate.ts";
import { friedman1, friedman2, friedman3, linearData, linearWeights } from "./generate-values.ts";
import { columnNamed } from "./table.ts";

const exact = { rows: 101, noise: 0, seed: 4 };

describe("points", () => {
  it("of circles lie on them, evenly", () => {
    const [x, y, codes] = points(circles({ ...exact, factor: 0.3 }));
    const turns = [51, 50];
    codes.forEach((code, row) => {
      expect(Math.hypot(x[row], y[row])).toBeCloseTo(code === 0 ? 1 : 0.3, 12);
      const angle = (Math.atan2(y[row], x[row]) / (2 * Math.PI) + 1) % 1;
      expect(Math.abs(angle * turns[code] - (row >> 1)) % turns[code]).toBeCloseTo(0, 9);
    });
  });

  it("of spirals grow with their angle, the arms half a turn apart", () => {
    const [x, y, codes] = points(spirals({ ...exact, rows: 100 }));
    codes.forEach((code, row) => {
      const radius = Math.hypot(x[row], y[row]);
      expect(radius).toBeCloseTo((3 * ((row >> 1) + 1)) / 50, 12);
      const angle = Math.atan2(y[row], x[row]) / Math.PI - radius - code;
      expect(Math.abs(angle - 2 * Math.round(angle / 2))).toBeCloseTo(0, 9);
    });
    expect(x[1]).toBeCloseTo(-x[0], 12);
  });

  it("of blobs are as far from their centres as the noise says", () => {
    const [x, y, codes] = points(blobs({ rows: 30_000, noise: 2, seed: 3, centers: 5 }));
    const [left, low] = points(blobs({ rows: 5, noise: 0, seed: 3, centers: 5 }));
    let squares = 0;
    codes.forEach((code, row) => {
      expect(code).toBe(row % 5);
      squares += (x[row] - left[code]) ** 2 + (y[row] - low[code]) ** 2;
    });
    expect(squares / 60_000 / 4).toBeCloseTo(1, 1);
    for (const place of [...left, ...low]) expect(Math.abs(place)).toBeLessThanOrEqual(10);
  });

  it("that are mislabelled are as many as asked, and of another class", () => {
    const right = points(blobs({ rows: 20_000, seed: 9 }))[2];
    const wrong = points(blobs({ rows: 20_000, seed: 9, flip: 0.3 }))[2];
    const share = right.reduce((count, code, row) => count + (code === wrong[row] ? 0 : 1), 0) / 20_000;
    // Four standard errors of a share of 0.3.
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 20_000));
  });

  it("are other points with another seed or option, and the same with the same", () => {
    expect(
      new Set([circles(), circles({ factor: 0.8 }), spirals(), blobs(), blobs({ seed: 1 })].map(source)).size,
    ).toBe(5);
    expect(spirals(exact)).toEqual(spirals(exact));
  });
});

describe("values", () => {
  it("of Friedman 1", () => {
    each(friedman1(exact), ([a, b, c, d, e, ...rest]) => {
      for (const x of [a, b, c, d, e, ...rest]) expect(x >= 0 && x < 1).toBe(true);
      expect(rest).toHaveLength(5);
      return 10 * Math.sin(Math.PI * a * b) + 20 * (c - 0.5) * (c - 0.5) + 10 * d + 5 * e;
    });
  });

  it("of Friedman 2 and 3", () => {
    const inside = (a: number, b: number, c: number, d: number): boolean =>
      a < 100 && b >= 40 * Math.PI && b < 560 * Math.PI && c < 1 && d >= 1 && d < 11;
    each(friedman2(exact), ([a, b, c, d]) => {
      expect(inside(a, b, c, d)).toBe(true);
      return Math.hypot(a, b * c - 1 / (b * d));
    });
    each(friedman3(exact), ([a, b, c, d]) => Math.atan((b * c - 1 / (b * d)) / a));
  });

  it("of a linear truth, with noise of its own", () => {
    const weights = linearWeights(6, 2, 4);
    expect([...weights].map((weight) => weight > 0)).toEqual([true, true, false, false, false, false]);
    const dot = (x: number[]): number => x.reduce((sum, value, j) => sum + value * weights[j], 0);
    each(linearData({ ...exact, features: 6, informative: 2 }), dot);
    const noisy = linearData({ rows: 20_000, noise: 3, seed: 4, features: 6, informative: 2 });
    const rests = rowsOf(noisy).map(({ x, y }) => y - dot(x));
    const variance = rests.reduce((sum, rest) => sum + rest * rest, 0) / rests.length;
    expect(variance / 9).toBeCloseTo(1, 1);
  });

  it("keep their rows whatever the noise", () => {
    const [plain, noisy] = [friedman1({ rows: 9 }), friedman1({ rows: 9, noise: 2 })].map(rowsOf);
    expect(noisy.map(({ x }) => x)).toEqual(plain.map(({ x }) => x));
    expect(noisy.map(({ y }) => y)).not.toEqual(plain.map(({ y }) => y));
  });
});

describe("refused", () => {
  it.each([
    ["generate.rows", () => circles({ rows: 1 })],
    ["generate.noise", () => friedman2({ noise: -1 })],
    ["generate.flip", () => blobs({ flip: 2 })],
    ["learner.number", () => circles({ factor: 2 })],
    ["learner.number", () => spirals({ turns: 0 })],
    ["learner.number", () => blobs({ centers: 1 })],
    ["learner.number", () => friedman1({ features: 4 })],
    ["learner.number", () => linearData({ features: 3, informative: 4 })],
  ])("%s", (code, make) => expect(make).toThrow(code));

  it("nothing of two rows", () => {
    for (const make of [moons, xor, circles, spirals, blobs, friedman1, friedman2, friedman3, linearData])
      expect(make({ rows: 2 }).rowCount).toBe(2);
  });
});

function points(table: Table): [Float64Array, Float64Array, Int32Array] {
  const [x, y, codes] = table.columns;
  if (!("values" in x && "values" in y && "codes" in codes)) throw new Error("no points");
  return [x.values, y.values, codes.codes];
}

function rowsOf(table: Table): { x: number[]; y: number }[] {
  const numbers = table.columns.map((column) => ("values" in column ? column.values : new Float64Array()));
  expect(columnNamed(table, "y").role).toBe("target");
  return Array.from({ length: table.rowCount }, (_, row) => ({
    x: numbers.slice(0, -1).map((values) => values[row]),
    y: numbers[numbers.length - 1][row],
  }));
}

function each(table: Table, truth: (x: number[]) => number): void {
  for (const { x, y } of rowsOf(table)) expect(y).toBeCloseTo(truth(x), 9);
}

function source(table: Table): string {
  return table.origin[0].source;
}

it("XOR with noise: the two features stay as they were, the idle ones are uniform and say nothing", () => {
  const rows = 20_000;
  const plain = xor({ rows, noise: 0, seed: 3 });
  const noisy = xor({ rows, noise: 0, seed: 3, idle: 4 });
  expect(noisy.columns.map(({ name }) => name)).toEqual(["x", "y", "u1", "u2", "u3", "u4", "class"]);
  expect(noisy.columns[0]).toEqual(plain.columns[0]);
  expect(noisy.columns[6]).toEqual(plain.columns[2]);
  expect(noisy.origin[0].source).not.toBe(plain.origin[0].source);
  const target = noisy.columns[6];
  for (const column of noisy.columns.slice(2, 6)) {
    if (!("values" in column) || !("codes" in target)) throw new Error("other kinds");
    const mean = column.values.reduce((sum, value) => sum + value, 0) / rows;
    const square = column.values.reduce((sum, value) => sum + value * value, 0) / rows;
    const tie =
      column.values.reduce((sum, value, row) => sum + value * (2 * target.codes[row] - 1), 0) / rows;
    // Uniform in [−1, 1): mean 0 and second moment 1/3; five standard deviations of each.
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(3 * rows));
    expect(Math.abs(square - 1 / 3)).toBeLessThan((5 * Math.sqrt(4 / 45)) / Math.sqrt(rows));
    expect(Math.abs(tie)).toBeLessThan(5 / Math.sqrt(3 * rows));
  }
});

/** Each kernel of the trees against its obvious version, in shared memory and in memory of its own. */
import { describe, expect, it } from "vitest";
import { type Random, randomStream } from "../base/random.ts";
import { Kernels, withKernels } from "./kernels.ts";

const rows = 1_003;
const features = 6;
const blocks = 2;
const stride = 16;
const gradientAt = 8;

describe.each([true, false])("kernels of trees, shared memory: %s", (shared) => {
  it("bins: the number of cuts that do not exceed a value, missing after all others", () => {
    const random = randomStream(1, "bins");
    const kernels = Kernels.load({ shared });
    const cuts = Array.from({ length: features }, (_, f) =>
      Float32Array.from(
        { length: [0, 1, 2, 100, 254, 7][f] },
        () => Math.round(random.normal() * 50) / 8,
      ).sort(),
    );
    const values = Float32Array.from({ length: rows * features }, () =>
      random.uniform() < 0.1 ? Number.NaN : Math.round(random.normal() * 50) / 8,
    );
    const [from, table, missing, columns, out] = [
      kernels.take(4 * values.length),
      kernels.take(1_024 * features),
      kernels.take(features),
      kernels.take(1_024 * features),
      kernels.take(rows * stride),
    ];
    kernels.f32(from, values.length).set(values);
    kernels.f32(table, 256 * features).fill(Number.POSITIVE_INFINITY);
    cuts.forEach((own, f) => {
      kernels.f32(table + 1_024 * f, 256).set(own);
      kernels.u8(missing, features)[f] = own.length + 1;
    });
    const half = 500;
    for (const [begin, end] of [
      [0, half],
      [half, rows],
    ])
      kernels.run.binRows(
        from + 4 * begin,
        rows,
        end - begin,
        features,
        table,
        missing,
        columns + begin,
        1_024,
        out + begin * stride,
        stride,
      );
    for (let f = 0; f < features; f++)
      for (let row = 0; row < rows; row++) {
        const value = values[f * rows + row];
        const bin = Number.isNaN(value) ? cuts[f].length + 1 : cuts[f].filter((cut) => cut <= value).length;
        expect(kernels.u8(columns + 1_024 * f, rows)[row]).toBe(bin);
        expect(kernels.u8(out + row * stride, features)[f]).toBe(bin);
      }
  });

  it("histograms: sums of gradient and hessian a bin, of all rows and of named ones, and their difference", () => {
    const random = randomStream(2, "histograms");
    const kernels = Kernels.load({ shared });
    const { data, bins, gradients, hessians } = binned(kernels, random);
    const order = kernels.take(4 * rows);
    const named = Uint32Array.from({ length: 333 }, () => random.below(rows));
    kernels.u32(order, named.length).set(named);
    const [all, some, rest, room] = [0, 1, 2, 3].map(() => kernels.take(8 * 256 * 4 * blocks));
    kernels.run.histogramOfAll(data, stride, gradientAt, 0, rows, blocks, all);
    kernels.run.histogramOfRows(data, stride, gradientAt, order, 5, named.length, blocks, some, room);
    kernels.run.subtractHistogram(all, some, rest, 256 * 4 * blocks);
    const everything = Array.from({ length: rows }, (_, row) => row);
    const [expectedAll, expectedSome] = [everything, [...named.slice(5)]].map((list) => {
      const sums = new BigInt64Array(256 * features);
      for (const row of list)
        for (let f = 0; f < features; f++)
          sums[256 * f + bins[row * features + f]] += (BigInt(gradients[row]) << 32n) + BigInt(hessians[row]);
      return sums;
    });
    expect(kernels.i64(all, 256 * features)).toEqual(expectedAll);
    expect(kernels.i64(some, 256 * features)).toEqual(expectedSome);
    expect(kernels.i64(rest, 256 * features)).toEqual(expectedAll.map((sum, i) => sum - expectedSome[i]));
  });

  it("partition: every row once, left ones in front", () => {
    const random = randomStream(3, "partition");
    const kernels = Kernels.load({ shared });
    const [column, order, table, out, count, placed] = [rows, 4 * rows, 256, 4 * rows, 4, 4 * rows].map(
      (bytes) => kernels.take(bytes),
    );
    for (const bytes of [kernels.u8(column, rows), kernels.u8(table, 256)])
      bytes.set(Uint8Array.from(bytes, () => random.below(256)));
    const goesLeft = kernels.u8(table, 256).map((byte) => byte & 1);
    kernels.u8(table, 256).set(goesLeft);
    kernels.run.fillOrder(order, rows);
    const [begin, end] = [17, 900];
    kernels.run.partition(column, order, begin, end, table, out, count);
    const [left] = kernels.i32(count, 1);
    const after = [...kernels.u32(out, rows)];
    const isLeft = (row: number): boolean => goesLeft[kernels.u8(column, rows)[row]] === 1;
    expect(after.slice(begin, begin + left).every(isLeft)).toBe(true);
    expect(after.slice(begin + left, end).some(isLeft)).toBe(false);
    expect(after.slice(begin, end).sort((a, b) => a - b)).toEqual(
      Array.from({ length: end - begin }, (_, i) => begin + i),
    );
    kernels.run.placeParts(out, begin, left, end, placed + 40, placed + 2_000);
    expect([...kernels.u32(placed + 40, left)]).toEqual(after.slice(begin, begin + left));
    expect([...kernels.u32(placed + 2_000, end - begin - left)]).toEqual(after.slice(begin + left, end));
  });

  it("derivatives: of squared error and of the logistic loss to 3e-7, weighted", () => {
    const random = randomStream(4, "derivatives");
    const kernels = Kernels.load({ shared });
    const [margins, targets, weights, gradients, hessians] = Array.from({ length: 5 }, () =>
      kernels.take(4 * 1_004),
    );
    kernels.f32(margins, rows).set(Float32Array.from({ length: rows }, () => 8 * random.normal()));
    kernels.f32(margins, rows).set([0, -200, 200, 88, -88]);
    kernels.f32(targets, rows).set(Float32Array.from({ length: rows }, () => random.below(2)));
    kernels.f32(weights, rows).set(Float32Array.from({ length: rows }, () => random.uniform()));
    const at = (address: number): Float32Array => kernels.f32(address, rows);
    for (const weighted of [true, false]) {
      const own = weighted ? weights : 0;
      kernels.run.logisticGradients(margins, targets, own, rows, 1e-16, gradients, hessians);
      for (let row = 0; row < rows; row++) {
        const probability = 1 / (1 + Math.exp(-at(margins)[row]));
        const weight = weighted ? at(weights)[row] : 1;
        const hessian = Math.max(probability * (1 - probability), 1e-16);
        expect(Math.abs(at(gradients)[row] - weight * (probability - at(targets)[row]))).toBeLessThan(3e-7);
        expect(Math.abs(at(hessians)[row] - weight * hessian)).toBeLessThan(3e-7);
      }
      kernels.run.squaredGradients(margins, targets, own, rows, gradients, hessians);
      for (let row = 0; row < rows; row++) {
        const weight = weighted ? at(weights)[row] : 1;
        expect(at(gradients)[row]).toBe(
          Math.fround(weight * Math.fround(at(margins)[row] - at(targets)[row])),
        );
        expect(at(hessians)[row]).toBe(Math.fround(weight));
      }
    }
    expect(kernels.run.largestOf(margins, rows)).toBe(200);
    expect(kernels.run.largestOf(margins, 2)).toBe(200);
    expect(kernels.run.largestOf(margins, 1)).toBe(0);
  });

  it("small integers: each within one of its value, right on average, the same for the same seed", () => {
    const random = randomStream(5, "integers");
    const kernels = Kernels.load({ shared });
    const [gradients, hessians, out] = [4 * rows, 4 * rows, rows * stride].map((bytes) =>
      kernels.take(bytes),
    );
    kernels.f32(gradients, rows).set(Float32Array.from({ length: rows }, () => 2 * random.uniform() - 1));
    kernels.f32(hessians, rows).set(Float32Array.from({ length: rows }, () => random.uniform()));
    const quantised = (seed: number, noise = 1): { gradients: number[]; hessians: number[] } => {
      kernels.run.quantise(gradients, hessians, 0, rows, 100, 200, seed, noise, out + 8, stride);
      const both = Array.from({ length: rows }, (_, row) => kernels.i32(out + row * stride + 8, 1)[0]);
      return { gradients: both.map((each) => each >> 16), hessians: both.map((each) => each & 0xffff) };
    };
    const first = quantised(7);
    let drift = 0;
    for (let row = 0; row < rows; row++) {
      const exact = [100 * kernels.f32(gradients, rows)[row], 200 * kernels.f32(hessians, rows)[row]];
      expect(Math.abs(first.gradients[row] - exact[0])).toBeLessThanOrEqual(1);
      expect(Math.abs(first.hessians[row] - exact[1])).toBeLessThanOrEqual(1);
      drift += first.gradients[row] - exact[0];
    }
    // Rounding down alone would drift by half of one a row; this is at most five standard deviations.
    expect(Math.abs(drift) / rows).toBeLessThan(5 * Math.sqrt(1 / 6 / rows));
    expect(quantised(7)).toEqual(first);
    expect(quantised(8)).not.toEqual(first);
    const nearest = quantised(7, 0);
    for (let row = 0; row < rows; row++) {
      expect(nearest.gradients[row]).toBe(
        Math.floor(Math.fround(100 * kernels.f32(gradients, rows)[row]) + 0.5),
      );
      expect(nearest.hessians[row]).toBe(
        Math.floor(Math.fround(200 * kernels.f32(hessians, rows)[row]) + 0.5),
      );
    }
  });

  it("sums of a leaf in fixed point, and what is added to its rows", () => {
    const random = randomStream(6, "leaf");
    const kernels = Kernels.load({ shared });
    const [gradients, hessians, order, sums] = [4 * rows, 4 * rows, 4 * rows, 16].map((bytes) =>
      kernels.take(bytes),
    );
    kernels.f32(gradients, rows).set(Float32Array.from({ length: rows }, () => random.normal()));
    kernels.f32(hessians, rows).set(Float32Array.from({ length: rows }, () => random.uniform()));
    kernels.run.fillOrder(order, rows);
    const scale = 2 ** 40;
    kernels.run.leafSums(gradients, hessians, order, 3, 1_000, scale, scale, sums);
    const exact = [gradients, hessians].map((each) =>
      kernels
        .f32(each, rows)
        .subarray(3, 1_000)
        .reduce((sum, value) => sum + value, 0),
    );
    expect(Number(kernels.i64(sums, 2)[0]) / scale).toBeCloseTo(exact[0], 8);
    expect(Number(kernels.i64(sums, 2)[1]) / scale).toBeCloseTo(exact[1], 8);
    const before = kernels.f32(gradients, rows).slice();
    kernels.run.addToRows(gradients, 1, order, 3, 1_000, 0.5);
    expect(kernels.f32(gradients, rows)).toEqual(
      before.map((value, row) => (row >= 3 && row < 1_000 ? value + 0.5 : value)),
    );
    kernels.f32(gradients, rows).set(before);
    kernels.run.addToRows(gradients + 4, 3, order, 0, 300, 0.5);
    expect(kernels.f32(gradients, rows)).toEqual(
      before.map((value, at) => (at < 900 && at % 3 === 1 ? value + 0.5 : value)),
    );
  });
});

it("memory grows as it is asked for, comes back zeroed, and says when there is no more", () => {
  const kernels = Kernels.load();
  const first = kernels.take(10_000_000);
  kernels.u8(first, 10_000_000).fill(1);
  kernels.giveBack(first);
  const second = kernels.take(10_000_000);
  expect(second).toBe(first);
  expect(kernels.u8(second, 10_000_000).every((byte) => byte === 0)).toBe(true);
  expect(() => kernels.take(2 ** 33)).toThrow("kernels.memory");
  expect(kernels.take(64)).toBe(first + 10_000_000);
});

describe("the thread's own instance", () => {
  it("is lent again with all its memory, to one at a time", () => {
    const seen: Kernels[] = [];
    const firstOf = (kernels: Kernels): number => {
      seen.push(kernels);
      return kernels.take(1_000);
    };
    const outer = withKernels((kernels) => {
      const address = firstOf(kernels);
      expect(withKernels(firstOf)).toBe(address);
      return address;
    });
    expect(seen[1]).not.toBe(seen[0]);
    expect(withKernels(firstOf)).toBe(outer);
    expect(seen[2]).toBe(seen[0]);
  });

  it("is not lent again after a failure in a memory grown large, and comes back from one that is small", () => {
    let small: Kernels | undefined;
    expect(() =>
      withKernels((kernels) => {
        small = kernels;
        throw new Error("in between");
      }),
    ).toThrow("in between");
    const large = withKernels((kernels) => {
      expect(kernels).toBe(small);
      kernels.take(100_000_000);
      return kernels;
    });
    withKernels((kernels) => expect(kernels).not.toBe(large));
  });
});

function binned(kernels: Kernels, random: Random) {
  const data = kernels.take(rows * stride);
  const bins = Uint8Array.from({ length: rows * features }, () => random.below(256));
  const gradients = Int32Array.from({ length: rows }, () => random.below(4_000) - 2_000);
  const hessians = Int32Array.from({ length: rows }, () => random.below(4_000));
  for (let row = 0; row < rows; row++) {
    kernels.u8(data + row * stride, features).set(bins.subarray(row * features, (row + 1) * features));
    kernels.i32(data + row * stride + gradientAt, 1)[0] = (gradients[row] << 16) | hessians[row];
  }
  return { data, bins, gradients, hessians };
}

import { expect, it } from "vitest";
import { cloudOf, cloudOfPoints, countIn, nearestIn, sightOf } from "./cloud.ts";
import { opacityFor, radiusFor } from "./paint.ts";
import { stamp } from "./raster.ts";
import { enlarged, isSame, middleOf, moved } from "./sight.ts";

const packed = (array: Float64Array | Uint32Array | Int16Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");

it("unpacks points as the engine packs them", () => {
  const cloud = cloudOf({
    x: "a",
    y: "b",
    count: 3,
    of: 9,
    xs: packed(Float64Array.of(1.5, Number.NaN, -2)),
    ys: packed(Float64Array.of(0, 1, 1e300)),
    ids: packed(Uint32Array.of(7, 4_000_000_000, 2)),
    at: packed(Uint32Array.of(0, 4, 8)),
    groups: packed(Int16Array.of(1, -1, 0)),
  });
  expect([...cloud.xs]).toEqual([1.5, Number.NaN, -2]);
  expect([0, 1, 2].map(cloud.id)).toEqual([7, 4_000_000_000, 2]);
  expect([0, 1, 2].map(cloud.at)).toEqual([0, 4, 8]);
  expect([0, 1, 2].map(cloud.group)).toEqual([1, -1, 0]);
  expect(sightOf(cloud).x).toEqual([-2 - 0.14, 1.5 + 0.14]);
});

it("finds the nearest point in pixels, the upper of two at one place, and none that is far", () => {
  const points = [0, 10, 10].map((x, at) => ({ x, y: 5, id: at, at, group: 0 }));
  const cloud = cloudOfPoints(points, { x: "a", y: "b" }, 3);
  const toPixels = ({ x, y }: { x: number; y: number }) => ({ x: 2 * x, y: 100 - y });
  expect(nearestIn(cloud, toPixels, { x: 19, y: 96 }, 9)).toBe(2);
  expect(nearestIn(cloud, toPixels, { x: 10, y: 95 }, 9)).toBeUndefined();
  expect(countIn(cloud, { x: [9, 11], y: [0, 5] })).toBe(2);
});

const whole = { x: [0, 100], y: [0, 10] } as const;

it("enlarges about a place and moves back to where it was", () => {
  const near = enlarged(whole, 4, { x: 25, y: 5 }, whole);
  expect(near).toEqual({ x: [18.75, 43.75], y: [3.75, 6.25] });
  expect(enlarged(near, 0.25, { x: 25, y: 5 }, whole)).toEqual(whole);
  const there = moved(near, 0.5, -0.1, whole);
  expect(there).toEqual({ x: [31.25, 56.25], y: [3.5, 6] });
  expect(isSame(moved(there, -0.5, 0.1, whole), near)).toBe(true);
});

it("never loses the points out of sight, and stops at both ends", () => {
  let far: { x: readonly [number, number]; y: readonly [number, number] } = whole;
  for (let step = 0; step < 50; step++) far = moved(far, 1, 1, whole);
  expect(middleOf(far)).toEqual({ x: 100, y: 10 });
  for (let step = 0; step < 50; step++) far = enlarged(far, 0.5, middleOf(far), whole);
  expect(far.x[1] - far.x[0]).toBeCloseTo(400, 6);
  for (let step = 0; step < 200; step++) far = enlarged(far, 2, middleOf(far), whole);
  expect(far.x[1] - far.x[0]).toBeCloseTo(1e-5, 9);
});

it("lays half covered colours over each other as light does", () => {
  const sheet = { width: 3, height: 1, data: new Uint8ClampedArray(12) };
  const red = { size: 1, rgba: Uint8ClampedArray.of(255, 0, 0, 128) };
  const blue = { size: 1, rgba: Uint8ClampedArray.of(0, 0, 255, 255) };
  stamp(sheet, blue, 1, 0);
  stamp(sheet, red, 1, 0);
  stamp(sheet, red, 0, 0);
  // Over the edge: nothing.
  stamp(sheet, { size: 3, rgba: new Uint8ClampedArray(36).fill(255) }, 2, 9);
  expect([...sheet.data]).toEqual([255, 0, 0, 128, 128, 0, 127, 255, 0, 0, 0, 0]);
});

it("draws smaller and paler in a crowd", () => {
  expect([10, 1000, 100_000].map(radiusFor)).toEqual([3.5, 2.25, 1.25]);
  expect(opacityFor(100_000, true)).toBeLessThan(opacityFor(10, true));
});

import { expect, it } from "vitest";
import { memoryGauge } from "./memory-gauge.ts";

it("asks the system again only when the reading is old", () => {
  let time = 1000;
  let asked = 0;
  const gauge = memoryGauge(
    () => ++asked * 100,
    () => time,
  );
  expect(gauge()).toBe(100);
  time += 19;
  expect(gauge()).toBe(100);
  time += 1;
  expect(gauge()).toBe(200);
});

it("reads this process", () => {
  expect(memoryGauge()()).toBeGreaterThan(1e6);
});

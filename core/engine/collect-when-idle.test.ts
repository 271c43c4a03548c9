import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { collectWhenIdle } from "./collect-when-idle.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("collects once after the last sign of work, and again after the next", () => {
  const collect = vi.fn();
  const busy = collectWhenIdle(collect);
  for (let turn = 0; turn < 5; turn++) {
    busy();
    vi.advanceTimersByTime(900);
  }
  expect(collect).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(collect).toHaveBeenCalledTimes(1);
  busy();
  vi.advanceTimersByTime(1000);
  expect(collect).toHaveBeenCalledTimes(2);
});

it("does nothing in a program that may not ask for it", () => {
  collectWhenIdle(undefined)();
  expect(vi.getTimerCount()).toBe(0);
});

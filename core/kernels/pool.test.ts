import { setTimeout as after } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Kernels } from "./kernels.ts";
import { type Call, KernelPool } from "./pool.ts";

describe("a pool of kernel threads", () => {
  it("does every thread's call, hundreds of times, also after a sleep", async () => {
    const kernels = Kernels.load();
    const pool = new KernelPool(kernels, 3);
    await untilReady(pool);
    const blocks = [0, 1, 2].map(() => kernels.take(4 * 1_000));
    const order = kernels.take(4 * 1_000);
    kernels.run.fillOrder(order, 1_000);
    for (let turn = 1; turn <= 500; turn++) {
      if (turn % 100 === 0) await after(20);
      pool.run(
        "addToRows",
        blocks.map((block, i): Call<"addToRows"> => [block, 1, order, 0, 1_000, i + 1]),
      );
      for (const [i, block] of blocks.entries()) expect(kernels.f32(block, 1_000)[999]).toBe(turn * (i + 1));
    }
    pool.dispose();
  });

  it("works alone until its threads are there, and where memory is not shared", () => {
    for (const shared of [true, false]) {
      const kernels = Kernels.load({ shared });
      const pool = new KernelPool(kernels, 2);
      const [first, second] = [kernels.take(40), kernels.take(40)];
      pool.run("fillOrder", [
        [first, 10],
        [second, 10],
      ]);
      expect(kernels.u32(first, 10)[9]).toBe(9);
      expect(kernels.u32(second, 10)[9]).toBe(9);
      pool.dispose();
      pool.dispose();
    }
  });

  it("says when a thread failed, and goes on", async () => {
    const kernels = Kernels.load();
    const pool = new KernelPool(kernels, 2);
    await untilReady(pool);
    const block = kernels.take(40);
    const outside = 2 ** 32 - 64;
    expect(() =>
      pool.run("fillOrder", [
        [block, 1],
        [outside, 1_000],
      ]),
    ).toThrow("a thread failed in the kernel fillOrder");
    pool.run("fillOrder", [
      [block, 1],
      [block, 10],
    ]);
    expect(kernels.u32(block, 10)[9]).toBe(9);
    pool.dispose();
  });
});

async function untilReady(pool: KernelPool): Promise<void> {
  while (!pool.ready()) await after(5);
}

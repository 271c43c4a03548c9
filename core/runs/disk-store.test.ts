import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { moons } from "../ml/table/generate.ts";
import { openDiskStore } from "./disk-store.ts";
import type { Result } from "./result.ts";

const sign = (digit: string) => digit.repeat(64);
const result = (rows: number): Result => ({
  outputs: {
    table: moons({ rows, seed: 3 }),
    trace: { kind: "trace", series: { a: Float64Array.of(1, Number.NaN) } },
  },
  ms: 12.5,
  bytes: 1000,
  warnings: [{ code: "x.y", severity: "warning", values: { n: 3 } }],
});

describe("results on disk", () => {
  let root: string;
  const problems: unknown[] = [];
  const open = (budgetBytes = 1e9) =>
    openDiskStore({ root, budgetBytes, onProblem: (thrown) => problems.push(thrown) });

  beforeEach(async () => {
    problems.length = 0;
    root = await mkdtemp(join(tmpdir(), "espalier-results-"));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("brings a result back in another store on the same folder", async () => {
    const first = await open();
    first.write(sign("a"), result(20));
    await first.flush();
    const second = await open();
    expect(second.has(sign("a"))).toBe(true);
    expect(await second.read(sign("a"))).toEqual({ kind: "result", result: result(20) });
    expect(problems).toEqual([]);
  });

  it.each(["result.json", "data.bin", "table0.arrow"])(
    "notices a flipped byte in %s, and forgets the result",
    async (name) => {
      const store = await open();
      store.write(sign("b"), result(20));
      await store.flush();
      const file = join(root, "results", sign("b"), name);
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] ^= 1;
      await writeFile(file, bytes);
      expect(await store.read(sign("b"))).toEqual({ kind: "damaged" });
      expect(store.has(sign("b"))).toBe(false);
      expect(await store.read(sign("b"))).toEqual({ kind: "none" });
    },
  );

  it("notices a torn file and one that is gone", async () => {
    const store = await open();
    for (const digit of ["c", "d"]) store.write(sign(digit), result(20));
    await store.flush();
    await writeFile(join(root, "results", sign("c"), "data.bin"), "");
    await rm(join(root, "results", sign("d")), { recursive: true });
    expect(await store.read(sign("c"))).toEqual({ kind: "damaged" });
    expect(await store.read(sign("d"))).toEqual({ kind: "none" });
  });

  it("keeps within its budget, oldest unused first", async () => {
    const store = await open(60_000);
    for (const digit of ["1", "2", "3"]) store.write(sign(digit), result(1000));
    await store.flush();
    await store.read(sign("2"));
    store.write(sign("4"), result(1000));
    await store.flush();
    expect(["1", "2", "3", "4"].map((digit) => store.has(sign(digit)))).toEqual([false, true, false, true]);
  });

  it("two writers of one result leave one whole result", async () => {
    const [a, b] = [await open(), await open()];
    a.write(sign("e"), result(50));
    b.write(sign("e"), result(50));
    await Promise.all([a.flush(), b.flush()]);
    expect(await readdir(join(root, "results"))).toEqual([sign("e")]);
    expect(problems).toEqual([]);
  });

  it("clears away what a crash left half written, not what a living program is writing", async () => {
    await (await open()).flush();
    const alive = `new-${process.pid}-x`;
    for (const name of ["new-half", "new-999999999-x", alive])
      await writeFile(join(root, "results", name), "x");
    await open();
    expect(await readdir(join(root, "results"))).toEqual([alive]);
  });

  it("keeps what is pinned beyond the budget, also for the next program, until it is let go", async () => {
    const store = await open(40_000);
    store.write(sign("1"), result(1000));
    expect(await store.pin(sign("1"), true)).toBe(true);
    expect(await store.pin(sign("9"), true)).toBe(false);
    for (const digit of ["2", "3", "4"]) store.write(sign(digit), result(1000));
    await store.flush();
    expect(["1", "2", "3", "4"].map((digit) => store.has(sign(digit)))).toEqual([true, false, false, true]);
    const next = await open(40_000);
    expect([next.isPinned(sign("1")), next.isPinned(sign("4"))]).toEqual([true, false]);
    expect(await next.read(sign("1"))).toEqual({ kind: "result", result: result(1000) });
    await next.pin(sign("1"), false);
    for (const digit of ["5", "6"]) next.write(sign(digit), result(1000));
    await next.flush();
    expect(next.has(sign("1"))).toBe(false);
  });

  it("throws nothing newer out when the clock is set back", async () => {
    let time = Date.parse("2030-01-01");
    const store = await openDiskStore({
      root,
      budgetBytes: 60_000,
      onProblem: (thrown) => problems.push(thrown),
      now: () => time,
    });
    store.write(sign("1"), result(1000));
    await store.flush();
    time = Date.parse("2020-01-01");
    for (const digit of ["2", "3", "4"]) {
      store.write(sign(digit), result(1000));
      await store.flush();
    }
    expect(["1", "2", "3", "4"].map((digit) => store.has(sign(digit)))).toEqual([false, false, true, true]);
    expect(problems).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Blocks } from "./blocks.ts";

describe("blocks of memory", () => {
  it("never overlap, lie at multiples of 64, and leave nothing behind", () => {
    const steps = fc.array(fc.record({ take: fc.boolean(), bytes: fc.nat(5_000), which: fc.nat() }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (list) => {
        const blocks = new Blocks(1_024);
        const held: { at: number; bytes: number }[] = [];
        for (const { take, bytes, which } of list) {
          if (take || held.length === 0) {
            const at = blocks.take(bytes);
            expect(at % 64).toBe(0);
            expect(at).toBeGreaterThanOrEqual(1_024);
            expect(at + bytes).toBeLessThanOrEqual(blocks.end);
            for (const other of held)
              expect(at + bytes <= other.at || other.at + other.bytes <= at).toBe(true);
            held.push({ at, bytes: Math.max(1, bytes) });
          } else {
            const [gone] = held.splice(which % held.length, 1);
            blocks.giveBack(gone.at);
          }
        }
        for (const { at } of held) blocks.giveBack(at);
        expect(blocks.end).toBe(1_024);
      }),
    );
  });

  it("fills a gap that is wide enough", () => {
    const blocks = new Blocks(0);
    const first = blocks.take(100);
    blocks.take(100);
    blocks.giveBack(first);
    expect(blocks.take(200)).toBe(256);
    expect(blocks.take(128)).toBe(0);
  });

  it("come back all at once", () => {
    const blocks = new Blocks(64);
    const [first] = [blocks.take(10), blocks.take(10), blocks.take(10)];
    blocks.giveBack(first);
    blocks.giveBackAll();
    expect(blocks.end).toBe(64);
    expect(blocks.take(1_000)).toBe(64);
  });

  it("says so when what comes back was not taken", () => {
    expect(() => new Blocks(0).giveBack(64)).toThrow("no block at 64");
  });
});

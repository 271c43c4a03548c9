/** Pages of rows: asked for one at a time, newest wish first, kept, and forgotten when far. */
import { describe, expect, it } from "vitest";
import { createRowPages, pageSize, type RowPage } from "./row-pages.ts";

function engine() {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const fetch = (offset: number, limit: number) => {
    asked.push(offset);
    return new Promise<RowPage<number>>((resolve) => {
      answers.push(() =>
        resolve({ offset, rows: Array.from({ length: limit }, (_, index) => offset + index) }),
      );
    });
  };
  const answer = async () => {
    answers.shift()?.();
    await new Promise((settled) => setTimeout(settled));
  };
  return { asked, answer, fetch };
}

const nothing = { offset: 0, rows: [] };

describe("row pages", () => {
  it("serve the rows they began with and ask for no more than is seen", async () => {
    const { asked, fetch } = engine();
    const pages = createRowPages({ offset: 0, rows: Array.from({ length: pageSize }, (_, i) => i) }, fetch);
    pages.want(0, 20);
    expect(asked).toEqual([]);
    expect(pages.get(7)).toBe(7);
    pages.want(190, 210);
    expect(asked).toEqual([pageSize]);
  });

  it("tell of rows that came", async () => {
    const { answer, fetch } = engine();
    const pages = createRowPages(nothing, fetch);
    let told = 0;
    pages.subscribe(() => told++);
    pages.want(400, 420);
    expect(pages.get(405)).toBeUndefined();
    await answer();
    expect(pages.get(405)).toBe(405);
    expect(told).toBe(1);
  });

  it("leave out what was scrolled past", async () => {
    const { asked, answer, fetch } = engine();
    const pages = createRowPages(nothing, fetch);
    for (const first of [0, 10_000, 20_000, 30_000]) pages.want(first, first + 20);
    await answer();
    expect(asked).toEqual([0, 30_000]);
  });

  it("say that they failed, and ask again when told to", async () => {
    let calls = 0;
    const pages = createRowPages<number>(nothing, () => {
      calls++;
      return calls === 1 ? Promise.reject(new Error("gone")) : Promise.resolve({ offset: 0, rows: [5] });
    });
    pages.want(0, 1);
    await new Promise((settled) => setTimeout(settled));
    expect(pages.failed()).toBe(true);
    pages.retry();
    await new Promise((settled) => setTimeout(settled));
    expect(pages.failed()).toBe(false);
    expect(pages.get(0)).toBe(5);
  });
});

/** The number of selected rows, taken from what is asked anyway. */
import { describe, expect, it } from "vitest";
import type { Marks, MarksRequest } from "../../core/service/selection.ts";
import { createAsked } from "./asked.ts";
import { withCounts } from "./mark-counts.ts";

const result = { signature: "s", port: "p", selection: "x" };

function room() {
  const calls: MarksRequest[] = [];
  const fetch = async (request: MarksRequest): Promise<Marks> => {
    calls.push(request);
    return { kind: "rows", count: 7, rows: [] };
  };
  const marks = withCounts(createAsked(fetch, (request) => JSON.stringify(request)));
  let told = 0;
  marks.subscribe(() => told++);
  const moment = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { calls, marks, moment, told: () => told };
}

describe("a number of selected rows", () => {
  it("comes with the rows that a view asks for, before or after, and asks nothing by itself", async () => {
    const { calls, marks, moment, told } = room();
    const count = { ...result, limit: 0 };
    expect(marks.get(count)).toEqual({ loading: true });
    // The same object until something is known, or a component would be drawn for ever.
    expect(marks.get(count)).toBe(marks.get(count));
    marks.get({ ...result, offset: 0, limit: 50 });
    await moment();
    expect(marks.get(count).answer).toMatchObject({ count: 7 });
    expect(calls).toEqual([{ ...result, offset: 0, limit: 50 }]);
    expect(told()).toBeGreaterThan(0);
  });

  it("is asked for where no view does, or where the view counts something else", async () => {
    const { calls, marks, moment } = room();
    marks.get({ ...result, limit: 0 });
    const ordered = { ...result, order: { where: "a > 1" } };
    marks.get(ordered);
    await moment();
    expect(marks.get({ ...result, limit: 0 }).loading).toBe(true);
    await moment();
    expect(marks.get({ ...result, limit: 0 }).answer).toMatchObject({ count: 7 });
    expect(calls).toEqual([ordered, { ...result, limit: 0 }]);
    marks.get({ ...result, selection: "y", limit: 0 });
    await moment();
    marks.get({ ...result, selection: "y", limit: 0 });
    expect(calls).toHaveLength(3);
  });
});

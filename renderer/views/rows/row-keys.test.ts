/** Rows chosen by mouse and keys: what a list does. */
import { describe, expect, it } from "vitest";
import { rowClick, rowKey } from "./row-keys.ts";

const none = { shiftKey: false, ctrlKey: false, metaKey: false };
const shift = { ...none, shiftKey: true };
const ctrl = { ...none, ctrlKey: true };
const table = { top: 40, page: 9, rowCount: 100 };

describe("a click", () => {
  it("chooses the row alone, and lets ranges begin there", () => {
    expect(rowClick(7, { cursor: 2, anchor: 2 }, none)).toEqual({
      cursor: 7,
      anchor: 7,
      choose: { range: [7, 7] },
    });
  });

  it("with Shift chooses from the anchor, either way, and keeps it", () => {
    expect(rowClick(7, { cursor: 9, anchor: 12 }, shift)).toMatchObject({
      anchor: 12,
      choose: { range: [7, 12] },
    });
    expect(rowClick(7, { cursor: undefined, anchor: undefined }, shift).choose).toEqual({ range: [7, 7] });
  });

  it("with Ctrl or ⌘ takes in or out; with Shift too it adds", () => {
    const state = { cursor: 3, anchor: 3 };
    expect(rowClick(5, state, ctrl).choose).toEqual({ range: [5, 5], how: "toggle" });
    expect(rowClick(5, state, { ...none, metaKey: true }).choose).toEqual({ range: [5, 5], how: "toggle" });
    expect(rowClick(5, state, { ...ctrl, shiftKey: true }).choose).toEqual({ range: [3, 5], how: "add" });
  });
});

describe("keys", () => {
  it("begin at the first row in sight and stay in the table", () => {
    expect(rowKey("ArrowDown", { cursor: undefined, anchor: undefined }, { ...none, ...table })).toEqual({
      cursor: 40,
      anchor: 40,
    });
    expect(rowKey("ArrowUp", { cursor: 0, anchor: 0 }, { ...none, ...table })?.cursor).toBe(0);
    expect(rowKey("PageDown", { cursor: 95, anchor: 0 }, { ...none, ...table })?.cursor).toBe(99);
    expect(rowKey("Home", { cursor: 5, anchor: 5 }, { ...none, ...table, rowCount: 0 })).toBeUndefined();
  });

  it("choose a range with Shift, the row with Enter, in or out with Space, all with Ctrl A", () => {
    const state = { cursor: 5, anchor: 5 };
    const down = rowKey("ArrowDown", state, { ...shift, ...table });
    expect(down).toEqual({ cursor: 6, anchor: 5, choose: { range: [5, 6] } });
    expect(rowKey("Enter", state, { ...none, ...table })?.choose).toEqual({ range: [5, 5] });
    expect(rowKey(" ", state, { ...none, ...table })?.choose).toEqual({ range: [5, 5], how: "toggle" });
    expect(rowKey("a", state, { ...ctrl, ...table })?.choose).toEqual({ range: [0, 99] });
    expect(rowKey("a", state, { ...none, ...table })).toBeUndefined();
    expect(rowKey("toString", state, { ...none, ...table })).toBeUndefined();
  });
});

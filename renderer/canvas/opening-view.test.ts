import { describe, expect, it } from "vitest";
import { openingView } from "./opening-view.ts";

const room = { width: 568, height: 400 };

describe("the view of a document that is opened", () => {
  it("is all of it, where its cards are whole so, and where only the whole of it says something", () => {
    expect(openingView({ x: 0, y: 0, width: 1000, height: 500 }, room)).toBeUndefined();
    expect(openingView({ x: 0, y: 0, width: 9000, height: 9000 }, room)).toBeUndefined();
    expect(openingView({ x: 0, y: 0, width: 0, height: 0 }, room)).toBeUndefined();
    expect(openingView({ x: 0, y: 0, width: 1000, height: 500 }, { width: 0, height: 0 })).toBeUndefined();
  });

  it("is its beginning at half its size, in the middle of what there is room for", () => {
    const view = openingView({ x: -100, y: -60, width: 1460, height: 400 }, room);
    // The left edge stands at the margin; 304 pixels of height are free, and 200 are needed.
    expect(view).toEqual({ x: 24 + 50, y: 40 + 52 + 30, zoom: 0.5 });
  });
});

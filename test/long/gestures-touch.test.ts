/** The canvas by fingers: pan, pinch, long press, cards and ports dragged. */
import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawn, headOf, onCanvas, openGraph, portAt, wiresOf } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

type At = { x: number; y: number };

const graph = drawn({
  nodes: { weak: ["learner.stump", 40, 60], boost: ["booster.adaboost", 420, 60] },
});

describe("gestures by touch", { retry: 1 }, () => {
  const room = browserRoom();

  it("pans with one finger, zooms with two, searches by a long press, drags cards and wires", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "touch", graph, {
      hasTouch: true,
    });
    const session = await page.context().newCDPSession(page);

    await drag(session, await portAt(page, "weak.learner", "out"), await portAt(page, "boost.learner", "in"));
    expect(wiresOf(await saved())).toEqual(["weak.learner>boost.learner"]);

    const head = await headOf(page, "weak");
    await drag(session, head, { x: head.x + 60, y: head.y + 100 });
    const { positions } = (await saved()).view;
    expect(positions.weak[1]).toBeGreaterThan(120);

    const start = await transform(page);
    const ground = await onCanvas(page, 300, 430);
    await drag(session, ground, { x: ground.x - 80, y: ground.y - 40 });
    const panned = await transform(page);
    expect(panned.x).toBeLessThan(start.x - 40);
    expect(panned.zoom).toBe(start.zoom);

    await pinch(session, ground);
    expect((await transform(page)).zoom).toBeGreaterThan(start.zoom * 1.2);

    await touch(session, "touchStart", [await onCanvas(page, 300, 470)]);
    await page.getByTestId("search-input").waitFor();
    await touch(session, "touchEnd", []);
    await page.keyboard.press("Escape");

    // A tab is picked up by resting on it; a finger that moves at once leaves the row as it is.
    await page.getByTestId("tab-new").click();
    const titles = () => page.locator(".document-title .clip").allInnerTexts();
    await expect.poll(titles).toEqual(["Gestures", "untitled"]);
    const tabAt = async (title: string) => {
      const box = await page.getByTestId(`document-${title}`).boundingBox();
      return { x: (box?.x ?? 0) + 50, y: (box?.y ?? 0) + 15 };
    };
    const [first, second] = [await tabAt("Gestures"), await tabAt("untitled")];
    await drag(session, first, { x: second.x + 60, y: second.y });
    expect(await titles()).toEqual(["Gestures", "untitled"]);
    await touch(session, "touchStart", [first]);
    await page.locator('[data-carried="true"]').waitFor();
    for (let step = 1; step <= 8; step++)
      await touch(session, "touchMove", [
        { x: first.x + ((second.x + 60 - first.x) * step) / 8, y: first.y },
      ]);
    await expect.poll(titles).toEqual(["untitled", "Gestures"]);
    await touch(session, "touchEnd", []);
    expect(await page.locator('[data-carried="true"]').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});

function touch(session: CDPSession, type: "touchStart" | "touchMove" | "touchEnd", points: readonly At[]) {
  return session.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
  });
}

async function drag(session: CDPSession, from: At, to: At): Promise<void> {
  await touch(session, "touchStart", [from]);
  for (let step = 1; step <= 8; step++) {
    const at = { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 };
    await touch(session, "touchMove", [at]);
  }
  await touch(session, "touchEnd", []);
}

async function pinch(session: CDPSession, { x, y }: At): Promise<void> {
  const fingers = (apart: number) => [
    { x: x - apart, y },
    { x: x + apart, y },
  ];
  await touch(session, "touchStart", fingers(40));
  for (let apart = 45; apart <= 80; apart += 5) await touch(session, "touchMove", fingers(apart));
  await touch(session, "touchEnd", []);
}

/** Where the canvas looks. */
async function transform(page: Page): Promise<At & { zoom: number }> {
  const style = (await page.locator(".react-flow__viewport").getAttribute("style")) ?? "";
  const [, x, y, zoom] = /translate\(([-\d.]+)px, ([-\d.]+)px\) scale\(([\d.]+)\)/.exec(style) ?? [];
  return { x: Number(x), y: Number(y), zoom: Number(zoom) };
}

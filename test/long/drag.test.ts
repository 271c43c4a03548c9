/** A drag under way: what is seen between the press and the release is what the release makes. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { card, clickCard, drawn, headOf, nextFrame, openGraph } from "../browser/graphs.ts";
import { freshRoom } from "../browser/room.ts";

/** Just out of sight. */
const below0 = 560;

const graph = drawn({
  nodes: {
    weak: ["learner.stump", 60, 60],
    boost: ["booster.adaboost", 330, 60],
    fit: ["evaluate.fit", 600, 60],
    below: ["learner.tree", 330, below0],
  },
  wires: [
    ["weak.learner", "boost.learner"],
    ["boost.learner", "fit.learner"],
  ],
});

describe("a drag of several cards", () => {
  // Anew for each try: what a failed one leaves unsaved would be offered to the next, in a dialog.
  const room = freshRoom();

  it("takes cards and wires along while it goes, and leaves them where they were seen", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "drag-some", graph);
    await selectTwo(page);
    const from = await headOf(page, "boost");
    const before = { weak: await placeOf(page, "weak"), fit: await placeOf(page, "fit") };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let i = 1; i <= 12; i++) await page.mouse.move(from.x + 10 * i, from.y + 8 * i);
    await nextFrame(page);
    const during = { weak: await placeOf(page, "weak"), boost: await placeOf(page, "boost") };
    // The first step only begins it.
    expect(during.weak.x - before.weak.x).toBe(110);
    expect(await placeOf(page, "fit")).toEqual(before.fit);
    // The wires are drawn from port to port, and once.
    const ends = await wireEnds(page, ".wire-live path");
    expect(ends).toHaveLength(2);
    for (const [id, port, side] of ports)
      expect(ends.flat()).toContainEqual(await portAt(page, id, port, side));
    expect(await hiddenWires(page)).toEqual(["w1", "w2"]);
    await page.mouse.up();
    await page.locator(".wire-live path").first().waitFor({ state: "detached" });
    expect(await placeOf(page, "weak")).toEqual(during.weak);
    expect(await placeOf(page, "boost")).toEqual(during.boost);
    expect(await hiddenWires(page)).toEqual([]);
    expect(
      await page.evaluate("document.querySelectorAll('.react-flow__node[style*=\" translate:\"]').length"),
    ).toBe(0);
    expect((await wireEnds(page, ".wire-line")).flat()).toEqual(expect.arrayContaining(ends.flat()));
    const moved = (await saved()).view.positions;
    await page.keyboard.press("Control+z");
    const back = (await saved()).view.positions;
    expect(back).toEqual(graph.view.positions);
    expect(moved.weak?.[0]).toBeGreaterThan(150);
    // What the canvas brings into sight while it moves becomes whole: a card has its ports, and they can be joined.
    const ground = { x: from.x + 300, y: from.y + 250 };
    await page.mouse.move(ground.x, ground.y);
    await page.mouse.down({ button: "middle" });
    for (let i = 1; i <= 10; i++) await page.mouse.move(ground.x, ground.y - 25 * i);
    await page.mouse.up({ button: "middle" });
    await page.getByTestId("port-below-out-learner").waitFor();
    await page.getByTestId("card-param-below-maxDepth").waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it("shows a card that comes into sight before it ends", async () => {
    const { page, errors } = await openGraph(room.browser, room.served, "drag-into", graph);
    await page.keyboard.press("Control+a");
    const from = await headOf(page, "boost");
    expect(await card(page, "below").count()).toBe(0);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.evaluate(watchHeight);
    for (let i = 1; i <= 20; i++) await page.mouse.move(from.x, from.y - 4 * i);
    await nextFrame(page);
    // At its edge the canvas moves along: cards under the pointer stay there, at no moment a step behind.
    const heights: number[] = await page.evaluate("window.heights");
    expect(heights.length).toBeGreaterThan(20);
    expect(heights.filter((y, i) => y > (heights[i - 1] ?? y) + 1)).toEqual([]);
    const [boost, below] = [await placeOf(page, "boost"), await placeOf(page, "below")];
    expect(below.y - boost.y).toBe(below0 - 60);
    await page.mouse.up();
    await page.locator(".react-flow__node.dragging").first().waitFor({ state: "detached" });
    // Places are rounded when it ends.
    expect(Math.abs((await placeOf(page, "below")).y - below.y)).toBeLessThanOrEqual(1);
    expect(errors).toEqual([]);
    await page.close();
  });
});

/** Notes where the card in the middle stands, many times between frames. As text: what a bundler adds means nothing in the page. */
const watchHeight = `{
  window.heights = [];
  const look = () => {
    const card = document.querySelector('[data-testid="card-boost"]');
    if (card) heights.push(card.getBoundingClientRect().y);
    setTimeout(look, 4);
  };
  look();
}`;

const ports = [
  ["weak", "learner", "out"],
  ["boost", "learner", "in"],
  ["boost", "learner", "out"],
  ["fit", "learner", "in"],
] as const;

async function selectTwo(page: Page): Promise<void> {
  await clickCard(page, "weak");
  await clickCard(page, "boost", ["Shift"]);
}

async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await card(page, id).boundingBox();
  if (!box) throw new Error(`no card ${id}`);
  return { x: Math.round(box.x), y: Math.round(box.y) };
}

type Spot = readonly [x: number, y: number];

/** The outer edge of a port. */
async function portAt(page: Page, id: string, port: string, side: string): Promise<Spot> {
  const box = await page.getByTestId(`port-${id}-${side}-${port}`).boundingBox();
  if (!box) throw new Error(`no port ${port} on ${id}`);
  return [Math.round(side === "in" ? box.x : box.x + box.width), Math.round(box.y + box.height / 2)];
}

/** Where wires begin and end on the screen, two spots a wire. As text: what a bundler adds means nothing in the page. */
function wireEnds(page: Page, selector: string): Promise<Spot[][]> {
  return page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].flatMap((path) =>
    path.getAttribute("d").split("M").slice(1).map((part) => {
      const numbers = part.match(/-?[\\d.]+(?:e-?\\d+)?/g).map(Number);
      const spot = (x, y) => {
        const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
        return [Math.round(at.x), Math.round(at.y)];
      };
      return [spot(numbers[0], numbers[1]), spot(numbers.at(-2), numbers.at(-1))];
    }))`);
}

function hiddenWires(page: Page): Promise<string[]> {
  return page.evaluate(
    `[...document.querySelectorAll(".react-flow__edge")].filter(({ style }) => style.visibility === "hidden").map(({ dataset }) => dataset.id).sort()`,
  );
}

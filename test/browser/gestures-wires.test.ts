/** Wires and nodes by mouse: put on a wire, joined by dropping, replaced, deleted; and box and Shift-click selection. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { card, clickCard, dragFrom, drawn, headOf, onCanvas, openGraph, portAt, wiresOf } from "./graphs.ts";
import { browserRoom } from "./room.ts";

const pipeline = drawn({
  nodes: {
    weak: ["learner.stump", 20, 40],
    boost: ["booster.adaboost", 560, 40],
    data: ["data.example", 20, 300],
    alone: ["prepare.standardize", 280, 300],
  },
  wires: [["weak.learner", "boost.learner"]],
});

describe("nodes and wires by mouse", () => {
  const room = browserRoom();

  async function open(name: string) {
    return openGraph(room.browser, room.served, name, pipeline);
  }

  it("puts a node of the palette on a wire, which lights up, in one step", async () => {
    const { page, errors, saved } = await open("palette-on-wire");
    const item = page.getByTestId("palette-item-prepare.standardize");
    await item.scrollIntoViewIfNeeded();
    const from = await item.boundingBox();
    const wire = await onCanvas(page, 300, 90);
    await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move(wire.x, wire.y, { steps: 8 });
    await page.locator('[data-testid="wire-w1"][data-aimed="true"]').waitFor({ state: "attached" });
    await page.mouse.up();
    await card(page, "scaled").waitFor();
    expect(wiresOf(await saved())).toEqual(["scaled.learner>boost.learner", "weak.learner>scaled.learner"]);
    await page.keyboard.press("Control+z");
    expect(wiresOf(await saved())).toEqual(["weak.learner>boost.learner"]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("puts a card that stands alone on a wire when it is dragged there, in one step", async () => {
    const { page, saved } = await open("card-on-wire");
    const to = await onCanvas(page, 370, 70);
    await dragFrom(page, await headOf(page, "alone"), to);
    expect(wiresOf(await saved())).toEqual(["alone.learner>boost.learner", "weak.learner>alone.learner"]);
    await page.keyboard.press("Control+z");
    const before = await saved();
    expect(wiresOf(before)).toEqual(["weak.learner>boost.learner"]);
    expect(before.view.positions.alone).toEqual([280, 300]);
    await page.close();
  });

  it("replaces a node in place with one of those that fit, keeping its wires", async () => {
    const { page, saved } = await open("replace");
    await clickCard(page, "weak");
    await page.keyboard.press("Shift+R");
    await page.getByTestId("search-input").waitFor();
    expect(await page.getByTestId("search-item-data.example").count()).toBe(0);
    await page.keyboard.type("tree");
    await page.keyboard.press("Enter");
    const { nodes, wires, view } = await saved();
    expect(nodes.weak.type).toBe("learner.tree");
    expect(wiresOf({ wires })).toEqual(["weak.learner>boost.learner"]);
    expect(view.positions.weak).toEqual([20, 40]);
    await page.close();
  });

  it("deletes a node in a wire and rejoins, or with Shift does not", async () => {
    const { page, saved } = await open("delete");
    await dragFrom(page, await headOf(page, "alone"), await onCanvas(page, 370, 70));
    await page.keyboard.press("Delete");
    expect(wiresOf(await saved())).toEqual(["weak.learner>boost.learner"]);
    await page.keyboard.press("Control+z");
    await clickCard(page, "alone");
    await page.keyboard.press("Shift+Delete");
    expect(wiresOf(await saved())).toEqual([]);
    await page.close();
  });

  it("offers for a wire dropped on nothing what fits, and first what was connected before", async () => {
    const { page, saved } = await open("drop-on-nothing");
    const drop = async (x: number) => {
      await dragFrom(page, await portAt(page, "data.table", "out"), await onCanvas(page, x, 300));
      await page.getByTestId("search-input").waitFor();
    };
    await drop(620);
    expect(await page.getByTestId("search-item-learner.stump").count()).toBe(0);
    await page.getByTestId("search-item-evaluate.cross-validate").click();
    const { wires } = await saved();
    expect(wiresOf({ wires }).some((wire) => wire.startsWith("data.table>"))).toBe(true);
    await drop(560);
    const first = await page.locator('[data-testid^="search-item-"]').first().getAttribute("data-testid");
    expect(first).toBe("search-item-evaluate.cross-validate");
    await page.close();
  });

  it("joins the best port of a card that a wire is dropped on", async () => {
    const { page, saved } = await open("drop-on-card");
    await dragFrom(page, await portAt(page, "weak.learner", "out"), await headOf(page, "alone"));
    expect(wiresOf(await saved())).toEqual(["weak.learner>alone.learner", "weak.learner>boost.learner"]);
    await page.close();
  });

  it("selects with a box, and adds and removes with Shift", async () => {
    const { page } = await open("select");
    await page.keyboard.down("Shift");
    // Not from the edge, where the canvas pans for as long as the pointer is there.
    await dragFrom(page, await onCanvas(page, 540, 60), await onCanvas(page, 100, 330));
    await page.keyboard.up("Shift");
    await expect.poll(() => selected(page)).toEqual(["alone", "data", "weak"]);
    await clickCard(page, "boost", ["Shift"]);
    await clickCard(page, "data", ["Shift"]);
    await expect.poll(() => selected(page)).toEqual(["alone", "boost", "weak"]);
    await page.close();
  });
});

async function selected(page: Page): Promise<string[]> {
  const cards = await page.locator('.card[data-selected="true"]').all();
  return (await Promise.all(cards.map((one) => one.getAttribute("data-card")))).map(String).sort();
}

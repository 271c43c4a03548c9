/** The gestures without a mouse: walking, joining, adding beside, replacing, opening results, lining up and tidying. */
import { describe, expect, it } from "vitest";
import { waitForState } from "../browser/editor.ts";
import { card, clickCard, clickWire, drawn, openGraph, wiresOf } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

const graph = drawn({
  nodes: {
    data: ["data.example", 20, 20],
    parts: ["prepare.split", 330, 60],
    weak: ["learner.stump", 20, 260],
    fitted: ["evaluate.fit", 640, 130],
  },
  wires: [["data.table", "parts.table"]],
});

describe("gestures by keyboard", { retry: 1 }, () => {
  const room = browserRoom();

  it("walks from card to card, joins by C, arrows and Enter, and says what it does", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "walk", graph);
    await page.getByTestId("canvas").click({ position: { x: 500, y: 500 } });
    const focused = () => page.evaluate('document.activeElement?.getAttribute("data-id")');
    await clickCard(page, "data");
    await page.keyboard.press("Control+ArrowDown");
    await page.locator('[data-card="weak"][data-selected="true"]').waitFor();
    await expect.poll(focused).toBe("weak");
    await page.keyboard.press("c");
    const said = page.getByTestId("key-join").getByRole("status");
    await expect.poll(() => said.innerText()).toContain("Learner (1 of 1)");
    await page.keyboard.press("Enter");
    await expect.poll(() => said.innerText()).toContain("Fit");
    await page.keyboard.press("Enter");
    expect(wiresOf(await saved())).toEqual(["data.table>parts.table", "weak.learner>fitted.learner"]);

    // From the split's second output into what is nearest; Escape ends without a wire.
    await page.keyboard.press("Control+ArrowRight");
    await expect.poll(focused).toBe("parts");
    await page.keyboard.press("c");
    await page.keyboard.press("Escape");
    expect(await said.innerText()).toBe("");
    await page.keyboard.press("c");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(wiresOf(await saved())).toContain("parts.train>fitted.data");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("adds beside the selection and joins; on a selected wire, puts the node on it", async () => {
    const { page, saved } = await openGraph(room.browser, room.served, "beside", graph);
    await clickCard(page, "weak");
    await page.keyboard.press("Tab");
    await page.getByTestId("search-input").waitFor();
    await page.keyboard.type("AdaBoost");
    await page.keyboard.press("Enter");
    await card(page, "boost").waitFor();
    const joined = await saved();
    expect(wiresOf(joined)).toContain("weak.learner>boost.learner");
    expect(joined.view.positions.boost[0]).toBeGreaterThan(232);

    await clickWire(page, "w2");
    await page.keyboard.press("Tab");
    await page.getByTestId("search-input").waitFor();
    await page.keyboard.type("Standardize");
    await page.keyboard.press("Enter");
    await card(page, "scaled").waitFor();
    const wires = wiresOf(await saved());
    expect(wires).toContain("weak.learner>scaled.learner");
    expect(wires).toContain("scaled.learner>boost.learner");
    await page.close();
  });

  it("opens the n-th result of the selected node", async () => {
    const { page } = await openGraph(room.browser, room.served, "outputs", graph);
    await clickCard(page, "parts");
    await page.keyboard.press("Shift+Enter");
    await waitForState(page, "parts", "done");
    await page.getByTestId("canvas").click({ position: { x: 560, y: 420 } });
    await clickCard(page, "parts");
    for (const [key, port] of [
      ["2", "test"],
      ["1", "train"],
    ]) {
      await page.keyboard.press(key);
      await expect
        .poll(() => page.evaluate('document.activeElement?.getAttribute("data-testid")'))
        .toBe(`result-parts-${port}`);
    }
    await page.close();
  });

  it("lines up, distributes and tidies up, each in one step", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "tidy", graph);
    const start = await saved();
    await page.getByTestId("canvas").click({ position: { x: 560, y: 450 } });
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Alt+w");
    const top = await saved();
    expect(new Set(Object.values(top.view.positions).map(([, y]) => y))).toEqual(new Set([20]));
    await page.keyboard.press("Control+z");
    const before = await card(page, "parts").boundingBox();
    await page.keyboard.press("Shift+A");
    await expect.poll(() => card(page, "parts").boundingBox(), { timeout: 20_000 }).not.toEqual(before);
    const { positions } = (await saved()).view;
    expect(positions.parts[0]).toBeGreaterThan(positions.data[0] + 212);
    expect(overlaps(Object.values(positions))).toBe(0);
    await page.keyboard.press("Control+z");
    expect((await saved()).view.positions).toEqual(start.view.positions);
    expect(errors).toEqual([]);
    await page.close();
  });
});

/** Pairs of cards whose columns and rows both overlap; no card here is lower than 120. */
function overlaps(places: readonly (readonly [number, number])[]): number {
  return places.flatMap(([x, y], index) =>
    places.slice(index + 1).filter(([a, b]) => Math.abs(a - x) < 212 && Math.abs(b - y) < 120),
  ).length;
}

/** A tree of a thousand nodes: drawn where it is looked at, walked by keys wherever they lead, taken away whole. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { waitForState } from "../browser/editor.ts";
import { drawn, openGraph } from "../browser/graphs.ts";
import { show } from "../browser/pictures.ts";
import { browserRoom } from "../browser/room.ts";

const room = browserRoom();

const sketch = drawn({
  nodes: {
    points: ["data.generate", 20, 20],
    tree: ["learner.tree", 20, 330],
    fitted: ["evaluate.fit", 300, 20],
  },
  wires: [
    ["tree.learner", "fitted.learner"],
    ["points.table", "fitted.data"],
  ],
});
const noisy = { rows: 2500, noise: 0.3, flip: 0.1, seed: 1 };
const document = {
  ...sketch,
  nodes: {
    ...sketch.nodes,
    points: { ...sketch.nodes.points, params: { ...sketch.nodes.points.params, ...noisy } },
  },
};

it("is drawn in part, and nothing of it is out of reach", async () => {
  const { page, errors } = await openGraph(room.browser, room.served, "large-tree", document);
  await page.keyboard.press("Control+Enter");
  await waitForState(page, "fitted", "done", "warned");
  const panel = await show(page, "fitted", "model", "tree");
  const picture = panel.locator(".tree");
  await picture.waitFor();
  const all = Number(await picture.getAttribute("data-nodes"));
  expect(all).toBeGreaterThan(1000);
  const boxes = picture.locator(".tree-node");
  expect(await boxes.count()).toBeLessThan(all / 4);

  // Down to the last "no": each key leads to a box that is there to take the focus.
  await picture.locator('[data-node="0"]').focus();
  const focused = picture.locator(".tree-node:focus");
  const seen = new Set<string | null>();
  for (;;) {
    const at = await focused.getAttribute("data-node");
    if (seen.has(at)) break;
    seen.add(at);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
  }
  expect(seen.size).toBeGreaterThan(3);
  expect((await focused.boundingBox())?.width).toBeGreaterThan(0);

  const titles = (svg: string) => svg.match(/<title>/g)?.length;
  await panel.getByTestId("view-export").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("export-svg").click(),
  ]);
  expect(titles(await readFile(await download.path(), "utf8"))).toBe(all);
  // And afterwards only what is near again.
  await expect.poll(() => boxes.count()).toBeLessThan(all / 4);
  expect(errors).toEqual([]);
  await page.context().close();
});

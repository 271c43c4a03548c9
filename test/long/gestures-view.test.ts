/** What is only seen: points of wires, frames with what stands in them, notes in two languages. */
import { describe, expect, it } from "vitest";
import { clickCard, clickWire, dragFrom, drawn, headOf, onCanvas, openGraph } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

const graph = drawn({
  nodes: {
    weak: ["learner.stump", 60, 80],
    boost: ["booster.adaboost", 520, 140],
    data: ["data.example", 60, 330],
  },
  wires: [["weak.learner", "boost.learner"]],
});

describe("points, frames and notes", { retry: 1 }, () => {
  const room = browserRoom();

  it("draws every wire of a graph that begins from afar, once it is near, and of cards that come while the canvas moves", async () => {
    const far = { ...graph, view: { ...graph.view, viewport: { x: 300, y: 200, zoom: 0.06 } } };
    const { page, errors } = await openGraph(room.browser, room.served, "far", far);
    const wires = page.locator(".react-flow__edge");
    await page.locator(".react-flow__node").first().waitFor();
    await page.keyboard.press("z");
    await expect.poll(() => wires.count()).toBe(1);
    // As it is opened, the canvas moves to show all of it: cards are boxes for a moment.
    await page.goto(`${room.served.url}&example=adaboost-breast-cancer`);
    await expect.poll(() => wires.count()).toBe(8);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("leads a wire through points that are made by a double click, dragged, moved by key and deleted", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "points", graph);
    const box = await page.locator('[data-testid="wire-w1"] .react-flow__edge-interaction').boundingBox();
    if (!box) throw new Error("no wire");
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.dblclick(middle.x, middle.y);
    const point = page.getByTestId("wire-point-0");
    await point.waitFor();
    expect((await saved()).view.reroutes?.w1).toHaveLength(1);
    await dragFrom(page, middle, { x: middle.x + 20, y: middle.y + 120 });
    const [dragged] = (await saved()).view.reroutes?.w1 ?? [];
    await point.focus();
    await page.keyboard.press("ArrowUp");
    const [moved] = (await saved()).view.reroutes?.w1 ?? [];
    expect(moved).toEqual([dragged[0], dragged[1] - 10]);
    await page.keyboard.press("Delete");
    const after = await saved();
    expect(after.view.reroutes).toBeUndefined();
    expect(Object.keys(after.wires)).toEqual(["w1"]);
    await page.keyboard.press("Control+z");
    expect((await saved()).view.reroutes?.w1).toEqual([moved]);
    await clickWire(page, "w1");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("moves a frame with what stands inside, or with Alt alone; renames and resizes it", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "frames", graph);
    await clickCard(page, "boost");
    await page.keyboard.press("f");
    const title = page.locator(".frame-title");
    await title.waitFor();
    const before = (await saved()).view;
    const [frame] = Object.keys(before.frames);
    const take = async () => {
      const box = await title.boundingBox();
      if (!box) throw new Error("no title");
      return { x: box.x + 12, y: box.y + 8 };
    };
    const from = await take();
    await dragFrom(page, from, { x: from.x + 60, y: from.y + 40 });
    const moved = (await saved()).view;
    const shift = [0, 1].map((axis) => moved.frames[frame].at[axis] - before.frames[frame].at[axis]);
    expect(shift[0]).toBeGreaterThan(30);
    expect(moved.positions.boost).toEqual([520 + shift[0], 140 + shift[1]]);
    expect(moved.positions.weak).toEqual(before.positions.weak);
    await page.keyboard.press("Control+z");
    expect((await saved()).view).toEqual(before);

    await page.keyboard.down("Alt");
    const again = await take();
    await dragFrom(page, again, { x: again.x + 60, y: again.y + 40 });
    await page.keyboard.up("Alt");
    const alone = (await saved()).view;
    expect(alone.frames[frame].at).not.toEqual(before.frames[frame].at);
    expect(alone.positions).toEqual(before.positions);

    await page.keyboard.press("F2");
    await page.locator("input.frame-title").fill("Boosting");
    await page.keyboard.press("Enter");
    expect((await saved()).view.frames[frame].title.en).toBe("Boosting");

    const handle = await page.locator(".react-flow__resize-control.handle.bottom.right").boundingBox();
    if (!handle) throw new Error("no handle");
    const corner = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
    await dragFrom(page, corner, { x: corner.x + 40, y: corner.y + 30 });
    expect((await saved()).view.frames[frame].size[0]).toBeGreaterThan(before.frames[frame].size[0] + 20);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("writes a note in both languages, without running what is in it, and colours it", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "notes", graph);
    const at = await onCanvas(page, 300, 420);
    await page.mouse.click(at.x, at.y);
    await page.keyboard.press("n");
    const field = page.locator("textarea.note-field");
    await field.fill("**Weak** learners\n\n<img src=x onerror=alert(1)><script>alert(1)</script>");
    await page.getByTestId("note-language-zh").click();
    await field.fill("弱学习器");
    await page.keyboard.press("Escape");
    await page.getByTestId("note-colour-green").click();
    const [note] = Object.values((await saved()).view.notes);
    expect(note.text.zh).toBe("弱学习器");
    expect(note.text.en).toContain("**Weak**");
    expect(note.color).toBe("green");
    expect(await page.locator(".note strong").innerText()).toBe("Weak");
    expect(await page.locator(".note img, .note script").count()).toBe(0);
    await page.keyboard.press("F2");
    await field.waitFor();
    await page.keyboard.press("Escape");
    await headOf(page, "weak");
    expect(errors).toEqual([]);
    await page.close();
  });
});

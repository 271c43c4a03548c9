/** A scatter of every row of a long table: what is drawn where, moved and enlarged by pointer and keys, and selected in. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { writeDocument } from "../../core/graph/write.ts";
import { openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";
import { graph } from "../support/graphs.ts";

const rows = 100_000;
/** A lattice of 400 × 250 points, one class on the left and one on the right: where each lies is known beforehand. */
const at = (row: number) => ({ a: row % 400, b: Math.floor(row / 400) });

async function prepare(folder: string): Promise<void> {
  const lines = Array.from({ length: rows }, (_, row) => {
    const { a, b } = at(row);
    return `${a},${b},${a < 200 ? "left" : "right"}`;
  });
  await writeFile(join(folder, "lattice.csv"), `a,b,side\n${lines.join("\n")}\n`);
  const document = graph(
    { lattice: ["data.file", { path: "lattice.csv", target: "side" }, { version: 2 }] },
    [],
  );
  await writeFile(join(folder, "lattice.espalier"), writeDocument(document));
}

const painted = async (panel: Locator) =>
  Number(await panel.getByTestId("points").getAttribute("data-painted"));
const selected = async (page: Page) => {
  const words = page.getByTestId("selection-words");
  return (await words.count()) === 0 ? 0 : Number(await words.getAttribute("data-count"));
};
const row = (box: { x: number; y: number; width: number; height: number }, x: number, y: number) => ({
  x: box.x + box.width * x,
  y: box.y + box.height * y,
});

/** Colour of the pixels of the picture in its left and its right half: red, green, blue of what is most covered. */
function sides(panel: Locator): Promise<number[][]> {
  return panel.getByTestId("points").evaluate((element) => {
    type Canvas = {
      width: number;
      height: number;
      getContext(kind: "2d"): {
        getImageData(x: number, y: number, w: number, h: number): { data: number[] };
      };
    };
    const canvas = element as unknown as Canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return [0.3, 0.7].map((share) => {
      const sums = [0, 0, 0, 0];
      const column = Math.round(canvas.width * share);
      for (let line = 0; line < canvas.height; line++)
        for (let part = 0; part < 4; part++)
          sums[part] = (sums[part] ?? 0) + (data[(line * canvas.width + column) * 4 + part] ?? 0);
      return sums;
    });
  });
}

describe("a scatter of 100,000 points", () => {
  const room = browserRoom(prepare);

  it("draws every row where it lies, moves, and selects what is pointed at", async () => {
    const { page, errors } = await openEditor(room.browser, `${room.served.url}&file=lattice.espalier`, {
      width: 1440,
      height: 900,
    });
    await page.getByTestId("run").click();
    await waitForState(page, "lattice", "done", "cached", "warned");
    await page.getByTestId("card-lattice").click({ position: { x: 60, y: 12 } });
    await page.getByTestId("result-lattice-table").getByTestId("view-scatter").click();
    await page.getByTestId("enlarge-lattice-table").click();
    const panel = page.getByTestId("large-lattice-table");
    await expect.poll(() => painted(panel)).toBe(rows);
    const [left, right] = await sides(panel);
    expect(left?.[3]).toBeGreaterThan(0);
    expect(right?.[3]).toBeGreaterThan(0);
    expect(left?.slice(0, 3)).not.toEqual(right?.slice(0, 3));

    // The table behind it has the numbers of the file.
    const cells = await panel.locator("table tbody tr").nth(150).locator("td").allTextContents();
    expect(cells).toEqual(["150", "0", "left"]);

    const plane = panel.locator(".plane-motion");
    await plane.focus();
    // By keys: nearer about the middle until a sixteenth is in sight, in which Enter selects.
    for (let step = 0; step < 4; step++) await page.keyboard.press("+");
    const share = 1.08 / 1.25 ** 4;
    const inSight = (cells: number) => {
      const middle = (cells - 1) / 2;
      const half = ((cells - 1) * share) / 2;
      return Math.floor(middle + half) - Math.ceil(middle - half) + 1;
    };
    await page.keyboard.press("Enter");
    await expect.poll(() => selected(page)).toBe(inSight(400) * inSight(250));
    await page.keyboard.press("0");
    await expect.poll(() => painted(panel)).toBe(rows);

    // A drag selects; the same drag with Alt held moves, and nothing else is selected.
    const box = await plane.boundingBox();
    if (!box) throw new Error("no plane");
    const drag = async (from: [number, number], to: [number, number]) => {
      await page.mouse.move(row(box, ...from).x, row(box, ...from).y);
      await page.mouse.down();
      await page.mouse.move(row(box, ...to).x, row(box, ...to).y, { steps: 6 });
      await page.mouse.up();
    };
    await drag([0.02, 0.01], [0.5, 0.99]);
    await expect.poll(() => selected(page)).toBeGreaterThan(40_000);
    const half = await selected(page);
    expect(half % 250).toBe(0);
    await page.keyboard.down("Alt");
    await drag([0.5, 0.5], [0.2, 0.5]);
    await page.keyboard.up("Alt");
    expect(await selected(page)).toBe(half);
    await expect.poll(() => painted(panel)).toBeLessThan(rows);
    await panel.getByTestId("scatter-whole").click();
    await expect.poll(() => painted(panel)).toBe(rows);

    // The wheel enlarges about the pointer; a click means the point that is there.
    await panel.getByTestId("scatter-moves").click();
    const spot = row(box, 0.3, 0.4);
    await page.mouse.move(spot.x, spot.y);
    // Until a few dozen points are left, some ten pixels apart at least.
    for (let turn = 0; (await painted(panel)) > 400 && turn < 40; turn++) {
      await page.mouse.wheel(0, -240);
      await page.waitForTimeout(150);
    }
    expect(await painted(panel)).toBeGreaterThan(20);
    await panel.getByTestId("scatter-selects").click();
    await page.mouse.move(spot.x, spot.y);
    const tip = page.locator(".plane-tip");
    for (let step = 0; (await tip.count()) === 0 && step < 60; step++) {
      await page.mouse.move(spot.x - 60 + 2 * step, spot.y - 60 + 2 * (step % 30));
      await page.waitForTimeout(30);
    }
    const words = (await tip.textContent({ timeout: 5000 })) ?? "";
    const { a, b } = at(Number(/row (\d+)/.exec(words)?.[1]));
    expect(words).toContain(`a${a}b${b}`);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is moved by one finger and enlarged by two, and selected in by a finger that selects", async () => {
    const { page, errors } = await openEditor(room.browser, `${room.served.url}&file=lattice.espalier`, {
      width: 1440,
      height: 900,
      hasTouch: true,
    });
    await page.getByTestId("run").click();
    await waitForState(page, "lattice", "done", "cached", "warned");
    await page.getByTestId("card-lattice").click({ position: { x: 60, y: 12 } });
    await page.getByTestId("result-lattice-table").getByTestId("view-scatter").click();
    await page.getByTestId("enlarge-lattice-table").click();
    const panel = page.getByTestId("large-lattice-table");
    await expect.poll(() => painted(panel)).toBe(rows);
    const box = await panel.locator(".plane-motion").boundingBox();
    if (!box) throw new Error("no plane");
    const session = await page.context().newCDPSession(page);
    type Kind = "touchStart" | "touchMove" | "touchEnd";
    const touch = (type: Kind, ...touchPoints: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints });
    const middle = row(box, 0.5, 0.5);
    const fingers = (apart: number) => [
      { x: middle.x - apart, y: middle.y },
      { x: middle.x + apart, y: middle.y },
    ];

    await panel.getByTestId("scatter-moves").tap();
    await touch("touchStart", ...fingers(60));
    for (let apart = 64; apart <= 120; apart += 4) await touch("touchMove", ...fingers(apart));
    await touch("touchEnd");
    // Twice as far apart: a quarter of the plane is in sight, of which the rows fill all. Enter selects them.
    const inSight = async () => {
      await panel.locator(".plane-motion").press("Enter");
      await page.waitForTimeout(300);
      return selected(page);
    };
    const quarter = (1.08 / 2) ** 2 * rows;
    await expect.poll(async () => Math.abs((await inSight()) / quarter - 1)).toBeLessThan(0.04);
    // One finger moves the plane along: by 0.6 of the picture, until the rows begin at a fifth of it.
    const begin = row(box, 0.15, 0.5);
    await touch("touchStart", begin);
    for (let step = 1; step <= 12; step++)
      await touch("touchMove", { x: begin.x + step * 0.05 * box.width, y: begin.y });
    await touch("touchEnd");
    // The sight spans 0.54 of the lattice from 0.23 on; the axes leave it all but 60 pixels of the width.
    const left = 0.23 - 0.6 * 0.54 * (box.width / (box.width - 60));
    const expected = ((left + 0.54) / 0.54) * quarter;
    expect(expected).toBeLessThan(0.85 * quarter);
    await expect.poll(async () => Math.abs((await inSight()) / expected - 1)).toBeLessThan(0.06);

    await panel.getByTestId("scatter-whole").tap();
    await expect.poll(() => painted(panel)).toBe(rows);
    await panel.getByTestId("scatter-selects").tap();
    const [from, to] = [row(box, 0.02, 0.02), row(box, 0.5, 0.98)];
    await touch("touchStart", from);
    for (let step = 1; step <= 8; step++)
      await touch("touchMove", {
        x: from.x + ((to.x - from.x) * step) / 8,
        y: from.y + ((to.y - from.y) * step) / 8,
      });
    await touch("touchEnd");
    await expect.poll(() => selected(page)).toBeGreaterThan(40_000);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

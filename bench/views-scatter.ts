/** A scatter of a hundred thousand points, all of them drawn: moved by the pointer, enlarged by the wheel. */
import { waitForState } from "../test/browser/editor.ts";
import { graph } from "../test/support/graphs.ts";
import type { Measured } from "./bench.ts";
import { framesOf, type Opened, placed } from "./views-page.ts";

const rows = 100_000;

const document = placed(graph({ points: ["data.generate", { rows, shape: "moons", noise: 0.3 }] }, []), [
  [0, 0],
]);

export async function measureScatter(open: Opened, log: (line: string) => void): Promise<Measured[]> {
  const page = await open("scatter", document);
  await page.getByTestId("run").click();
  await waitForState(page, "points", "done", "cached");
  await page.getByTestId("card-points").click({ position: { x: 60, y: 12 } });
  await page.getByTestId("enlarge-points-table").click();
  const panel = page.getByTestId("large-points-table");
  await panel.getByTestId("view-scatter").click();
  await panel.locator(`[data-testid="points"][data-painted="${rows}"]`).waitFor();
  await panel.getByTestId("scatter-moves").click();
  const box = await panel.locator(".plane-motion").boundingBox();
  if (!box) throw new Error("no plane");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const pan = async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 90; step++)
      await page.mouse.move(x + 200 * Math.sin(step / 9), y + 90 * Math.sin(step / 13));
    await page.mouse.up();
  };
  const zoom = async () => {
    for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step % 30 < 15 ? -60 : 60);
  };
  return [
    await framesOf(page, { name: "100,000 points, moved", goal: 16 }, pan, log),
    await framesOf(page, { name: "100,000 points, wheel", goal: 16 }, zoom, log),
  ];
}

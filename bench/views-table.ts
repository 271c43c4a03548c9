/** A table of a million rows, scrolled by wheel and by keys: work of the main thread in a frame, rows that come in included. */
import { waitForState } from "../test/browser/editor.ts";
import { graph } from "../test/support/graphs.ts";
import type { Measured } from "./bench.ts";
import { framesOf, type Opened, placed } from "./views-page.ts";

const document = placed(graph({ points: ["data.generate", { rows: 1_000_000, shape: "friedman1" }] }, []), [
  [0, 0],
]);

export async function measureTable(open: Opened, log: (line: string) => void): Promise<Measured[]> {
  const page = await open("table", document);
  await page.getByTestId("run").click();
  await waitForState(page, "points", "done", "cached");
  await page.getByTestId("card-points").click({ position: { x: 60, y: 12 } });
  const panel = page.getByTestId("result-points-table");
  await panel.getByTestId("view-table").click();
  const rows = panel.locator(".rows");
  await rows.locator("[data-row]").first().waitFor();
  await rows.hover();
  const wheel = async () => {
    for (let step = 0; step < 90; step++) await page.mouse.wheel(0, step % 45 === 44 ? -100 : 60);
  };
  const far = async () => {
    await rows.focus();
    for (let step = 0; step < 60; step++) await page.keyboard.press(step % 20 === 19 ? "End" : "PageUp");
  };
  return [
    await framesOf(page, { name: "1,000,000 rows, wheel", goal: 8 }, wheel, log),
    await framesOf(page, { name: "1,000,000 rows, Page keys", goal: 8 }, far, log),
  ];
}

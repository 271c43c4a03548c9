/** Results as a reader meets them: a node is clicked, a view of an output chosen, and the table behind the picture read. */
import type { Locator, Page } from "playwright-core";

/** Where a card is taken by its title. */
export const cardHead = { position: { x: 60, y: 12 } };

/** Chooses a node and a view of one of its outputs; answers the panel. */
export async function show(page: Page, node: string, port: string, view: string): Promise<Locator> {
  await page.getByTestId(`card-${node}`).click(cardHead);
  const panel = page.getByTestId(`result-${node}-${port}`);
  await panel.getByTestId(`view-${view}`).click();
  return panel;
}

/** The cells of the table behind a picture, once there are rows in it; without its head. */
export async function tableIn(panel: Locator): Promise<string[][]> {
  const rows = panel.locator(".visually-hidden tbody tr");
  await rows.first().waitFor({ state: "attached" });
  return (await rows.allInnerTexts()).map((row) => row.split("\t").map((cell) => cell.trim()));
}

/** The table behind curves, as a curve a column: `"bound"` → its values from the first round on. */
export async function curvesIn(panel: Locator): Promise<Record<string, number[]>> {
  const rows = await tableIn(panel);
  const names = (await panel.locator(".visually-hidden thead th").allInnerTexts()).map((name) => name.trim());
  return Object.fromEntries(names.map((name, column) => [name, rows.map((row) => Number(row[column]))]));
}

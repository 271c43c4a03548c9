/** What a newcomer does on the start page, and what can be read off it. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { AwkwardFile } from "../support/awkward-files.ts";

/** The most that a newcomer may have to do. */
export const mostInteractions = 6;

/** Does things on a page and counts them. */
export function hand(page: Page) {
  let count = 0;
  return {
    count: () => count,
    async click(id: string) {
      count++;
      await page.getByTestId(id).click();
    },
    async choose(id: string, value: string) {
      count++;
      await page.getByTestId(id).selectOption(value);
    },
    /** Drops a file from outside the page onto it. */
    async drop(name: string, text: string, type = "text/csv") {
      count++;
      await dropOn(page, [{ name, text, type }]);
    },
    /** Drops several at once; without a type, of a kind that no browser knows. */
    async dropAll(files: readonly DroppedFile[]) {
      count++;
      await dropOn(page, files);
    },
  };
}

type DroppedFile = { readonly name: string; readonly text: string; readonly type?: string };

async function dropOn(page: Page, files: readonly DroppedFile[]): Promise<void> {
  // As text: the Node side knows no DataTransfer.
  const transfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    for (const { name, text, type = "" } of ${JSON.stringify(files)})
      data.items.add(new File([text], name, { type }));
    return data;
  })()`);
  await page.getByTestId("drop-zone").dispatchEvent("drop", { dataTransfer: transfer });
}

export const by = (page: Page, id: string) => page.getByTestId(id);

/** Waits until the comparison and the score on the held-out part are there. */
export async function finished(page: Page): Promise<void> {
  for (const node of ["compared", "scored"]) {
    await page
      .locator(
        `[data-testid="state-${node}"][data-state="done"], [data-testid="state-${node}"][data-state="warned"]`,
      )
      .waitFor({ timeout: 90_000 });
  }
}

/** What the dialog has found, as it says it. */
export async function expectFound(page: Page, file: AwkwardFile): Promise<void> {
  await expect.poll(() => by(page, "target").inputValue(), { timeout: 20_000 }).toBe(file.target);
  for (const name of file.leftOut) {
    expect(await by(page, `column-${name}`).locator("input").isChecked(), name).toBe(true);
  }
  if (file.time === undefined) expect(await by(page, "by-time").count()).toBe(0);
  else expect(await by(page, "by-time").isChecked()).toBe(true);
}

/** Adding nodes without the mouse: Tab on the bare canvas, the command palette, and Enter in the list of nodes. */
import { describe, expect, it } from "vitest";
import { newDocument, openEditor, waitForState } from "./editor.ts";
import { browserRoom } from "./room.ts";

describe("adding by keyboard", () => {
  const room = browserRoom();

  it("Tab on an empty canvas, the palette's search and the command palette each add the node that was named", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await newDocument(page);
    await page.getByTestId("canvas").click({ position: { x: 450, y: 60 } });
    await page.keyboard.press("Tab");
    await page.getByTestId("search-input").waitFor();
    await page.keyboard.type("Example data");
    await page.keyboard.press("Enter");
    await waitForState(page, "data", "new");

    await page.getByTestId("palette-search").focus();
    await page.keyboard.type("Split");
    await page.keyboard.press("Enter");
    await page.getByTestId("card-parts").waitFor();

    await page.keyboard.press("Control+k");
    await page.getByTestId("commands-input").waitFor();
    await page.keyboard.type("Stump");
    await page.keyboard.press("Enter");
    await page.getByTestId("card-weak").waitFor();

    // A letter without anything to act on does nothing.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await page.locator('[data-testid^="card-"][data-testid$="data"]').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

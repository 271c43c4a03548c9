/** Problems mended by a click: a step before the learner, and a file that is gone. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connect, dragNode, newDocument, openEditor } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

describe("repairs", { retry: 1 }, () => {
  const room = browserRoom(async (folder) => {
    await writeFile(join(folder, "gaps.csv"), `x,kind\n${"1,a\n,b\n2,a\n3,b\n".repeat(5)}`);
  });

  it("choose another file, and fill gaps before a learner that takes none", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await newDocument(page);
    await dragNode(page, "data.file", 40, 60);
    await page.getByTestId("param-path").fill("gone.csv");
    await page.getByTestId("param-path").press("Enter");
    await page.getByTestId("dock-tab-problems").click();
    await page
      .locator('[data-testid^="problem-"][data-code="file.missing"]')
      .getByRole("button", { name: /^Choose a file/ })
      .click();
    await page.getByTestId("choose-gaps.csv").click();
    expect(await page.getByTestId("param-path").inputValue()).toBe("gaps.csv");
    await page.locator('select[data-testid="param-target"]').selectOption("kind");

    await dragNode(page, "learner.logistic", 40, 260);
    await dragNode(page, "evaluate.fit", 640, 60);
    await connect(page, "table.table", "fitted.data");
    const missing = page.locator('[data-testid^="problem-"][data-code="input.missing"]');
    await missing.getByRole("button", { name: /^Connect .* · Learner$/ }).click();
    const gaps = page.locator('[data-testid^="problem-"][data-code="features.missing"]');
    await gaps.getByRole("button", { name: /^Put Impute before/ }).click();
    await page.getByTestId("card-filled").waitFor();
    await gaps.waitFor({ state: "detached" });
    await page.getByTestId("undo").click();
    await page.getByTestId("card-filled").waitFor({ state: "detached" });
    expect(errors).toEqual([]);
  });
});

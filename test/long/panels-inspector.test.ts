/** The inspector: several nodes at once, resets, wrong values, columns before a run, forecast and truth, reference. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connect, dragNode, newDocument, openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

describe("the inspector", { retry: 1 }, () => {
  const room = browserRoom(async (folder) => {
    await writeFile(join(folder, "pets.csv"), "age,kind\n1,cat\n2,dog\n3,cat\n4,dog\n");
  });

  it("edits what several nodes share as one step of history, and says where they differ", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await newDocument(page);
    await dragNode(page, "learner.tree", 60, 60);
    await page.getByTestId("param-maxDepth").fill("5");
    await dragNode(page, "learner.tree", 360, 60);
    await page.keyboard.press("Escape");
    await page.getByTestId("canvas").click({ position: { x: 700, y: 420 } });
    await page.keyboard.press("Control+a");
    await page.getByTestId("inspector-many").waitFor();
    const depth = page.getByTestId("param-maxDepth");
    expect(await depth.inputValue()).toBe("");
    expect(await depth.getAttribute("placeholder")).toContain("5");
    await depth.fill("7");
    await page.waitForFunction("document.querySelector('[data-testid=param-maxDepth]').value === '7'");
    const depths = () =>
      page
        .locator('[data-testid^="card-param-"][data-testid$="-maxDepth"]')
        .evaluateAll((fields) => fields.map((field) => (field as unknown as { value: string }).value));
    expect(await depths()).toEqual(["7", "7"]);
    await page.getByTestId("undo").click();
    expect((await depths()).includes("5")).toBe(true);
    expect(errors).toEqual([]);
  });

  it("explains a wrong number at its field, and goes back to the default", async () => {
    const { page } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("card-boost").click({ position: { x: 60, y: 12 } });
    const rounds = page.getByTestId("param-rounds");
    await rounds.fill("0");
    await page.getByText(/^0 is not a whole number from 1 to 10,?000/).waitFor();
    expect(await rounds.getAttribute("aria-invalid")).toBe("true");
    await rounds.fill("12");
    await page.getByRole("button", { name: /^Reset Rounds/ }).click();
    expect(await rounds.inputValue()).toBe("50");
    await page.getByTestId("open-reference").click();
    expect(await page.getByTestId("reference").textContent()).toContain("Freund & Schapire 1997");
  });

  it("offers columns before any run, in a group as well, and tells forecast and truth", async () => {
    const { page } = await openEditor(room.browser, room.served.url);
    await newDocument(page);
    await dragNode(page, "data.file", 40, 60);
    await page.getByTestId("param-path").fill("pets.csv");
    await page.getByTestId("param-path").press("Enter");
    await page.locator('select[data-testid="param-target"]').selectOption("kind");
    await dragNode(page, "prepare.select", 340, 60);
    await connect(page, "table.table", "chosen.table");
    await page.getByTestId("card-chosen").click({ position: { x: 60, y: 12 } });
    await page.locator('[data-testid^="param-"][data-testid$="-age"]').first().waitFor();
    await page.keyboard.press("Control+g");
    await page.getByTestId("card-group").waitFor();
    await page.keyboard.press("Alt+ArrowDown");
    await page.locator('[data-testid="card-group/chosen"]').click({ position: { x: 60, y: 12 } });
    await page.locator('[data-testid^="param-"][data-testid$="-age"]').first().waitFor();
    expect(await page.getByTestId("node-cost").textContent()).toContain("≈");
    await page.getByTestId("run").click();
    await waitForState(page, "group/chosen", "done");
    await page.getByTestId("node-cost").getByText("Took").waitFor();
  });
});

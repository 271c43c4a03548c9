/** The leak in the editor: said on the wire, mended by one click, undone by one step, and honest once it is mended. */
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

describe("the leakage example", { retry: 1 }, () => {
  const room = browserRoom();

  it("shows the leak with its repair; one click inserts a split, and the score is of unseen rows", async () => {
    const { page, errors } = await openEditor(room.browser, `${room.served.url}&example=leakage`);
    await waitForState(page, "scores", "unready");
    await page.getByTestId("dock-tab-problems").click();
    expect(await page.getByTestId("problem-0").innerText()).toContain("fitted on");
    expect(await page.getByTestId("wire-w6").getAttribute("data-fault")).toBe("leak");

    await page.getByTestId("repair-0").click();
    await page.getByTestId("card-parts").waitFor();
    await waitForState(page, "scores", "new");
    expect(await page.getByTestId("problem-0").count()).toBe(0);
    await page.getByTestId("run").click();
    await waitForState(page, "scores", "done");
    expect(await page.getByTestId("card-scores").innerText()).not.toContain("training");

    await page.getByTestId("undo").click();
    await waitForState(page, "scores", "unready", "stale");
    expect(await page.getByTestId("card-parts").count()).toBe(0);
    await page.getByTestId("redo").click();
    await waitForState(page, "scores", "cached", "done");
    expect(errors).toEqual([]);
  });

  it("words the leak in Chinese for a Chinese reader", async () => {
    const { page } = await openEditor(room.browser, `${room.served.url}&example=leakage`, {
      locale: "zh-CN",
    });
    await page.getByTestId("dock-tab-problems").click();
    expect(await page.getByTestId("problem-0").innerText()).toContain("模型训练时见过");
    expect(await page.getByTestId("repair-0").innerText()).toContain("插入数据划分");
    // In the font that is bundled: a system need not have one for Chinese.
    await expect
      .poll(() =>
        page.evaluate(
          "[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family).join()",
        ),
      )
      .toContain("Noto Sans SC Variable");
  });
});

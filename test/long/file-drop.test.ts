/** Data files dropped on the canvas: a node where they were let go, one step of history, words for what is no table. */
import { readdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { writeDocument } from "../../core/graph/write.ts";
import { drawn, nextFrame, onCanvas, openGraph } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

const room = browserRoom();

async function drop(page: Page, at: { x: number; y: number }, files: Record<string, string>): Promise<void> {
  // As text: the Node side knows no DataTransfer.
  const dataTransfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    for (const [name, text] of ${JSON.stringify(Object.entries(files))}) data.items.add(new File([text], name));
    return data;
  })()`);
  const pane = page.locator(".react-flow__pane");
  const where = { dataTransfer, clientX: at.x, clientY: at.y, bubbles: true, cancelable: true };
  for (const kind of ["dragover", "drop"]) await pane.dispatchEvent(kind, where);
}

it("puts a file where it was let go, in one step, and says what is no data file", { retry: 1 }, async () => {
  const { page, errors, saved } = await openGraph(
    room.browser,
    room.served,
    "drop",
    drawn({ nodes: { weak: ["learner.stump", 20, 40] } }),
  );
  await drop(page, await onCanvas(page, 320, 117), {
    "pets.csv": "age,kind\n1,cat\n2,dog\n",
    "notes.pdf": "%PDF",
  });
  await page.getByTestId("card-table").waitFor();
  await page.getByText("“notes.pdf” is no data file").waitFor();
  await expect.poll(() => page.getByTestId("param-path").inputValue()).toBe("pets.csv");
  const { nodes, view } = await saved();
  expect(nodes.table).toMatchObject({ type: "data.file", params: { path: "pets.csv" } });
  expect(view.positions.table).toEqual([300, 100]);
  expect(await readdir(room.served.folder)).toContain("pets.csv");
  await page.getByTestId("undo").click();
  await page.getByTestId("card-table").waitFor({ state: "detached" });
  await nextFrame(page);
  expect(Object.keys((await saved()).nodes)).toEqual(["weak"]);
  expect(errors).toEqual([]);
  await page.close();
});

it("opens an experiment that is let go on the canvas, beside data, and says what is none", {
  retry: 1,
}, async () => {
  const { page, errors, saved } = await openGraph(
    room.browser,
    room.served,
    "experiments",
    drawn({ nodes: { weak: ["learner.stump", 20, 40] } }),
  );
  const other = { ...drawn({ nodes: { only: ["learner.tree", 40, 40] } }), title: "Dropped" };
  await drop(page, await onCanvas(page, 320, 117), {
    "dropped.espalier": writeDocument(other),
    "more.csv": "a,b\n1,2\n",
    "torn.espalier": "{ not a graph",
  });
  await page.getByTestId("document-Dropped").waitFor();
  await page.getByText("“torn.espalier” cannot be opened.").waitFor();
  await page.getByTestId("document-Dropped").click();
  await page.getByTestId("card-only").waitFor();
  // The other tab has the data, and nothing of the experiment.
  await page.locator("[data-tab] [role=tab]").first().click();
  await page.getByTestId("card-table").waitFor();
  expect(Object.keys((await saved()).nodes).sort()).toEqual(["table", "weak"]);
  expect(errors).toEqual([]);
  await page.close();
});

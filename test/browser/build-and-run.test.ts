/**
 * The main job by mouse: data → split → stump → AdaBoost → fit → predict → metric, run, read, undo, redo, save, reload.
 * The accuracy that is read must be the one of the same graph on the command line.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startEngine } from "../../cli/engine.ts";
import { noHost } from "../../cli/no-host.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { connectInProcess } from "../../core/service/client/in-process.ts";
import { adaboostNodes, buildAdaboost, readAccuracy } from "./build-adaboost.ts";
import { newDocument, openEditor, waitForState } from "./editor.ts";
import { browserRoom } from "./room.ts";

describe("the editor", () => {
  const room = browserRoom();

  it("builds, runs, reads, undoes, redoes, saves and reloads an experiment by mouse", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await newDocument(page);
    await buildAdaboost(page);

    await page.getByTestId("run").click();
    await waitForState(page, "scores", "done");
    const accuracy = await readAccuracy(page);
    expect(accuracy).toBeGreaterThan(0.9);

    // Five steps: two wires at the end, then three more wires. Results of nodes that lose an input are not shown as theirs.
    for (let step = 0; step < 5; step++) await page.getByTestId("undo").click();
    await waitForState(page, "scores", "unready", "stale");
    for (let step = 0; step < 5; step++) await page.getByTestId("redo").click();
    await waitForState(page, "scores", "cached", "done");
    expect(await readAccuracy(page)).toBe(accuracy);

    await page.getByTestId("save").click();
    await page.getByTestId("save-path").fill("by-mouse.espalier");
    await page.getByTestId("save-go").click();
    await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
    await page.reload();
    await page.getByTestId("card-scores").waitFor();
    for (const node of adaboostNodes) await page.getByTestId(`card-${node}`).waitFor();
    await waitForState(page, "scores", "cached");
    expect(await readAccuracy(page)).toBe(accuracy);

    expect(await accuracyByEngine(join(room.served.folder, "by-mouse.espalier"))).toBeCloseTo(accuracy, 4);
    expect(errors).toEqual([]);
    await page.close();
  });
});

async function accuracyByEngine(file: string): Promise<number> {
  const { document } = parseDocument(await readFile(file, "utf8"));
  if (!document) throw new Error("the saved file cannot be read");
  const engine = startEngine({ granted: [join(file, "..")] });
  const services = connectInProcess({ engine, host: noHost });
  try {
    const scores = new Promise<Record<string, number>>((done) => {
      services.engine.subscribe((event) => {
        if (event.kind === "finished") done(event.scores);
      });
    });
    await services.engine.run({ document });
    return (await scores)["scores.accuracy"] ?? Number.NaN;
  } finally {
    services.close();
    await engine.dispose();
  }
}

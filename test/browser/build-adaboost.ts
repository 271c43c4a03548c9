/** Builds data → split → stump → AdaBoost → fit → predict → metric by hand, in a browser's page or a window's. */
import type { Page } from "playwright-core";
import { connect, dragNode, waitForState } from "./editor.ts";

/** The nodes, by the ids that they get. */
export const adaboostNodes = ["data", "parts", "weak", "boost", "fitted", "predicted", "scores"];

/** By mouse, on an empty document. */
export async function buildAdaboost(page: Page): Promise<void> {
  await dragNode(page, "data.example", 150, 90);
  await dragNode(page, "prepare.split", 400, 90);
  await dragNode(page, "learner.stump", 150, 380);
  await dragNode(page, "booster.adaboost", 400, 380);
  await dragNode(page, "evaluate.fit", 640, 90);
  await dragNode(page, "evaluate.predict", 640, 260);
  await dragNode(page, "metric.classification", 640, 420);
  for (const node of adaboostNodes) await page.getByTestId(`card-${node}`).waitFor();
  await connect(page, "data.table", "parts.table");
  await connect(page, "weak.learner", "boost.learner");
  await connect(page, "boost.learner", "fitted.learner");
  await connect(page, "parts.train", "fitted.data");
  await connect(page, "fitted.model", "predicted.model");
  await connect(page, "parts.test", "predicted.data");
  await connect(page, "predicted.predictions", "scores.predictions");
  for (const node of adaboostNodes) await waitForState(page, node, "new");
}

/** The number that the card of the metric shows. */
export async function readAccuracy(page: Page): Promise<number> {
  const text = await page.getByTestId("card-scores").innerText();
  const shown = /0\.\d{3,}|\d\d\.\d+\s*%/.exec(text)?.[0] ?? "";
  return shown.endsWith("%") ? Number.parseFloat(shown) / 100 : Number.parseFloat(shown);
}

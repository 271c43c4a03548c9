/** Every view, large: a graph that gives it, the card and output that it stands for, and its name in the switcher. */
import { by, choose, run, seeAll, smallestUse } from "./steps.mjs";

/** `[what to open, card, output, view]`; what is no example is the smallest use of that node. */
const shown = [
  ["data.example", "data", "table", "table"],
  ["data.example", "data", "table", "scatter"],
  ["data.example", "data", "table", "matrix"],
  ["data.example", "data", "table", "profile"],
  ["adaboost", "fitBoost", "trace", "error"],
  ["adaboost", "fitBoost", "trace", "alpha"],
  ["adaboost", "fitBoost", "trace", "weights"],
  ["adaboost", "fitBoost", "trace", "numbers"],
  ["adaboost", "fitBoost", "model", "tree"],
  ["adaboost", "fitBoost", "model", "surface"],
  ["adaboost", "fitBoost", "model", "margins"],
  ["adaboost", "fitBoost", "model", "says"],
  ["adaboost", "fitBoost", "model", "facts"],
  ["gbdt", "fitBoost", "model", "replay"],
  ["gbdt", "fitRobust", "model", "replay"],
  ["gbdt", "scoreBoost", "scores", "stage"],
  ["adaboost", "scoreBoost", "scores", "scores"],
  ["adaboost", "scoreBoost", "scores", "stage"],
  ["learner.tree", "fitted", "model", "tree"],
  ["learner.logistic", "fitted", "model", "coefficients"],
  ["learner.naive-bayes", "fitted", "model", "means"],
  ["learner.linear", "fitted", "model", "coefficients"],
  ["metric.confusion", "matrix", "figure", "confusion"],
  ["metric.roc", "roc", "figure", "roc"],
  ["metric.roc", "validated", "predictions", "predictions"],
  ["metric.roc", "validated", "predictions", "margins"],
  ["metric.precision-recall", "precisionRecall", "figure", "precision-recall"],
  ["metric.calibration", "calibrated", "figure", "calibration"],
  ["metric.regression", "predicted", "predictions", "residuals"],
  ["baseline-from-csv", "compared", "figure", "comparison"],
  ["evaluate.learning-curve", "curve", "figure", "learning-curve"],
  ["evaluate.permutation-importance", "importance", "figure", "importance"],
  ["evaluate.partial-dependence", "dependence", "figure", "dependence"],
];

export const graphs = Object.fromEntries(
  shown.flatMap(([open]) => (open.includes(".") ? [[`${open}.espalier`, smallestUse(open)]] : [])),
);

export const views = shown.map(([open, node, port, view]) => ({
  name: `view-${view}-${open.replace(/\W/g, "-")}`,
  kind: "views",
  ...(open.includes(".") ? { file: `${open}.espalier` } : { example: open }),
  set: async (page) => {
    await run(page);
    await seeAll(page);
    await choose(page, node);
    await by(page, `result-${node}-${port}`).waitFor();
    // With one view alone there is nothing to switch.
    const wanted = by(page, `result-${node}-${port}`).getByTestId(`view-${view}`);
    await page.waitForTimeout(500);
    if ((await wanted.count()) > 0) await wanted.click();
    await by(page, `enlarge-${node}-${port}`).click();
    await page.waitForTimeout(900);
  },
}));

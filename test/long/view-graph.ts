/**
 * One document whose results feed every view, for the tests that read each of them and select in it. Files are cut by row
 * number, so that anybody can fit on the same rows (`test/golden/view-values.py`).
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeDocument } from "../../core/graph/write.ts";
import { graph } from "../support/graphs.ts";

export const sketch = graph(
  {
    train: ["data.file", { path: "train.csv", target: "diagnosis" }, { version: 2 }],
    test: ["data.file", { path: "test.csv", target: "diagnosis" }, { version: 2 }],
    bayes: ["learner.naive-bayes"],
    fitBayes: ["evaluate.fit"],
    judged: ["evaluate.predict"],
    matrix: ["metric.confusion"],
    scores: ["metric.classification"],
    roc: ["metric.roc"],
    pr: ["metric.precision-recall"],
    calibrated: ["metric.calibration", { bins: 5 }],
    weak: ["learner.stump"],
    boost: ["booster.adaboost", { rounds: 10 }, { version: 2 }],
    fitBoost: ["evaluate.fit"],
    voted: ["evaluate.predict"],
    stages: ["metric.classification", { byStage: true }],
    neuron: ["learner.perceptron", { maxPasses: 5 }],
    fitNeuron: ["evaluate.fit"],
    tree: ["learner.tree", { maxDepth: 2 }],
    fitTree: ["evaluate.fit"],
    fitWeak: ["evaluate.fit"],
    shuffled: ["evaluate.permutation-importance"],
    known: ["data.file", { path: "known.csv", target: "progression" }, { version: 2 }],
    unknown: ["data.file", { path: "unknown.csv", target: "progression" }, { version: 2 }],
    line: ["learner.linear"],
    fitLine: ["evaluate.fit"],
    lined: ["evaluate.predict"],
    followed: ["evaluate.partial-dependence", { features: ["bmi"] }],
    gradients: ["booster.gbdt", { rounds: 3, maxDepth: 2 }],
    fitGradients: ["evaluate.fit"],
    nothing: ["learner.constant"],
    crossNothing: ["evaluate.cross-validate"],
    crossBayes: ["evaluate.cross-validate"],
    compared: ["evaluate.compare"],
    learned: ["evaluate.learning-curve", { steps: 3, smallest: 0.5 }],
    probe: ["tensor.matmul-probe", { backends: "cpu", largest: 64, steps: 2, repeats: 1 }],
  },
  [
    "bayes.learner → fitBayes.learner",
    "train.table → fitBayes.data",
    "fitBayes.model → judged.model",
    "test.table → judged.data",
    "judged.predictions → matrix.predictions",
    "judged.predictions → scores.predictions",
    "judged.predictions → roc.predictions",
    "judged.predictions → pr.predictions",
    "judged.predictions → calibrated.predictions",
    "weak.learner → boost.learner",
    "boost.learner → fitBoost.learner",
    "train.table → fitBoost.data",
    "fitBoost.model → voted.model",
    "test.table → voted.data",
    "voted.predictions → stages.predictions",
    "neuron.learner → fitNeuron.learner",
    "train.table → fitNeuron.data",
    "tree.learner → fitTree.learner",
    "train.table → fitTree.data",
    "weak.learner → fitWeak.learner",
    "train.table → fitWeak.data",
    "fitWeak.model → shuffled.model",
    "test.table → shuffled.data",
    "line.learner → fitLine.learner",
    "known.table → fitLine.data",
    "fitLine.model → lined.model",
    "unknown.table → lined.data",
    "fitLine.model → followed.model",
    "known.table → followed.data",
    "gradients.learner → fitGradients.learner",
    "known.table → fitGradients.data",
    "nothing.learner → crossNothing.learner",
    "train.table → crossNothing.data",
    "bayes.learner → crossBayes.learner",
    "train.table → crossBayes.data",
    "crossNothing.scores → compared.a",
    "crossBayes.scores → compared.b",
    "nothing.learner → learned.learner",
    "train.table → learned.data",
  ],
);

const across = 7;

export const viewFile = "views.espalier";

/** The first rows of a shipped file, and the rest, with these columns only. */
const cuts = [
  {
    from: "breast-cancer.csv",
    columns: ["mean radius", "mean texture", "diagnosis"],
    first: 400,
    files: ["train.csv", "test.csv"],
  },
  {
    from: "diabetes.csv",
    columns: ["bmi", "blood pressure", "glucose", "progression"],
    first: 300,
    files: ["known.csv", "unknown.csv"],
  },
] as const;

/** Puts the document and its files into a folder. */
export async function writeViewGraph(folder: string): Promise<void> {
  for (const { from, columns, first, files } of cuts) {
    const text = await readFile(new URL(`../../examples/data/${from}`, import.meta.url), "utf8");
    const [head = [], ...rows] = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const places = columns.map((name) => head.indexOf(name));
    const cut = (some: readonly string[][]) =>
      [head, ...some].map((row) => places.map((place) => row[place]).join(",")).join("\n");
    await writeFile(join(folder, files[0]), cut(rows.slice(0, first)));
    await writeFile(join(folder, files[1]), cut(rows.slice(first)));
  }
  const positions = Object.fromEntries(
    Object.keys(sketch.nodes).map((id, at) => [
      id,
      [(at % across) * 250, Math.floor(at / across) * 290] as const,
    ]),
  );
  const document = { ...sketch, view: { ...sketch.view, positions } };
  await writeFile(join(folder, viewFile), writeDocument(document));
}

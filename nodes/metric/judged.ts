/** What metrics of predicted probabilities share: which class they judge, whether rows weigh, and what they refuse. */
import { type Diagnostic, problem } from "../../core/base/diagnostic.ts";
import { flag, text } from "../../core/node/params.ts";
import type { WireType } from "../../core/types/wire-type.ts";
import { refuseLeak, scoredOn, scoredOnZh } from "../scored-on.ts";

export const judgedParams = {
  on: scoredOn,
  positive: text({
    title: "Class",
    help: "The class whose probability is judged against the rest. Empty: the second of two classes, or each of several.",
    default: "",
    maxLength: 1000,
  }),
  weighted: flag({
    title: "Weigh rows",
    help: "Each row counts as much as the column with the role weight says.",
    default: false,
  }),
};

export const judgedParamsZh = {
  on: scoredOnZh,
  positive: {
    title: "类别",
    help: "把哪个类别的概率与其余类别对照评价。留空：两类时取第二类，多类时逐类评价。",
  },
  weighted: { title: "按权重", help: "每一行按角色为权重的列计数。" },
};

export const judgedDefaults = { on: "unseen", positive: "", weighted: false } as const;

type Judged = { on: "unseen" | "training"; positive: string; weighted: boolean };

/** Everything that is wrong with these predictions as far as it is known before the run. */
export function refuseUnjudgeable(
  predictions: WireType | undefined,
  { on, positive, weighted }: Judged,
  report: (diagnostic: Diagnostic) => void,
): void {
  refuseLeak(predictions, on, report);
  if (predictions?.kind !== "predictions") return;
  const { task, probabilities, weights, classes, target = "" } = predictions;
  if (task === "regression") report(problem("metric.not-classes", { target }, { port: "predictions" }));
  else if (probabilities === false)
    report(problem("metric.no-probabilities", { target }, { port: "predictions" }));
  if (positive !== "" && classes && !classes.includes(positive))
    report(problem("metric.unknown-class", { class: positive, target, classes }, { param: "positive" }));
  if (weighted && weights === false) report(problem("metric.no-weights", { target }, { param: "weighted" }));
}

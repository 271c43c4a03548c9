/** What every metric shares: the parameter that allows a training score, and the check for leaking rows. */
import { type Diagnostic, problem } from "../core/base/diagnostic.ts";
import { choice } from "../core/node/params.ts";
import { sharedRows } from "../core/types/provenance.ts";
import type { WireType } from "../core/types/wire-type.ts";

export const scoredOn = choice({
  title: "Scored on",
  help: "Unseen rows only, or the training rows on purpose: the score is then labelled so wherever it is shown.",
  default: "unseen",
  choices: { unseen: "unseen rows", training: "training rows" },
});

export const scoredOnZh = {
  title: "评分所用的行",
  help: "只用未见过的行；或有意使用训练行，此时评分处处如实标注。",
  choices: { unseen: "未见过的行", training: "训练行" },
};

/** Reports the leak if the predictions speak of rows that the model may have seen. */
export function refuseLeak(
  predictions: WireType | undefined,
  on: "unseen" | "training",
  report: (diagnostic: Diagnostic) => void,
): void {
  if (predictions?.kind !== "predictions" || on === "training") return;
  const shared = sharedRows(predictions.provenance ?? [], predictions.seen ?? []);
  if (!shared) return;
  report(
    problem("leakage.scored-on-training-rows", { via: shared[1].via }, { port: "predictions", param: "on" }),
  );
}

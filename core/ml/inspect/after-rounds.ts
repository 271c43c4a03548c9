/** An ensemble as it was after fewer rounds: the same members, the first of them only. */
import type { AdaBoostBody } from "../boost/adaboost.ts";
import type { GbdtBody } from "../boost/gbdt-body.ts";
import type { FittedPart } from "../learner/algorithm.ts";
import { stepBody } from "../prepare/steps.ts";
import type { Model } from "../values.ts";

/** The rounds of a boosted model, also behind the steps around it; `undefined` for one that has no rounds. */
export function roundsOf(model: FittedPart): number | undefined {
  const step = stepBody(model);
  if (step) return roundsOf(step.part);
  if (model.algorithm === "gbdt") {
    const { trees, width } = model.body as GbdtBody;
    return trees.length / width;
  }
  return model.algorithm === "adaboost" ? (model.body as AdaBoostBody).rounds.length : undefined;
}

/**
 * The model after its first `rounds` rounds (held between 1 and all). A boosted ensemble never changes a member once it
 * is there, so this is what training with fewer rounds would have given. A model without rounds is handed back as it is.
 */
export function afterRounds(model: Model, rounds: number): Model {
  const count = roundsOf(model);
  return count === undefined || rounds >= count
    ? model
    : { ...model, ...shortened(model, Math.max(1, Math.trunc(rounds))) };
}

function shortened(part: FittedPart, rounds: number): FittedPart {
  const { algorithm } = part;
  const step = stepBody(part);
  if (step) return { algorithm, body: { ...step, part: shortened(step.part, rounds) } };
  if (algorithm === "gbdt") {
    const whole = part.body as GbdtBody;
    return { algorithm, body: { ...whole, trees: whole.trees.slice(0, rounds * whole.width) } };
  }
  const body = part.body as AdaBoostBody;
  const short: AdaBoostBody = {
    ...body,
    rounds: body.rounds.slice(0, rounds),
    alphas: body.alphas.slice(0, rounds),
  };
  return { algorithm, body: short };
}

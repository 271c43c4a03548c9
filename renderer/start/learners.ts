/** Which learners a baseline compares, and what each needs before it for these columns. */
import type { Json } from "../../core/base/json.ts";
import type { Facts } from "./baseline.ts";

export type NodePlan = {
  id: string;
  type: string;
  params: Readonly<Record<string, Json>>;
  title?: LearnerName;
};
export type LearnerName = "constant" | "linear" | "logistic" | "tree";
/** The learner itself, then its steps, the one next to the fit last. */
export type LearnerPlan = { name: LearnerName; chain: readonly NodePlan[] };

/** In the order in which they are compared. */
export type Learners = readonly [plain: LearnerPlan, main: LearnerPlan, other: LearnerPlan];

/** A constant first; then what it has to be beaten by. The second one is fitted for the held-out part. */
export function learnersFor(facts: Facts): Learners {
  const { classes } = facts;
  const sums: LearnerPlan = classes
    ? plan(facts, "logistic", { type: "learner.logistic", params: {} }, { scaled: true, filled: true })
    : plan(
        facts,
        "linear",
        { type: "learner.linear", params: { penalty: "ridge", alpha: 1 } },
        { scaled: true, filled: true },
      );
  const tree = plan(
    facts,
    "tree",
    { type: "learner.tree", params: { maxDepth: 8, minSamplesLeaf: 5 } },
    { scaled: false, filled: false },
  );
  return [
    { name: "constant", chain: [{ id: "constant", type: "learner.constant", params: {} }] },
    sums,
    tree,
  ];
}

/** Scaling counts for sums, filling for whoever takes no missing cell; categories nobody takes as they are. */
function plan(
  { gaps, categories }: Facts,
  name: LearnerName,
  learner: Pick<NodePlan, "type" | "params">,
  needs: { scaled: boolean; filled: boolean },
): LearnerPlan {
  const step = (on: boolean, id: string, type: string): NodePlan[] =>
    on ? [{ id: `${name}${id}`, type, params: {} }] : [];
  return {
    name,
    chain: [
      { id: name, ...learner },
      ...step(needs.scaled, "Scaled", "prepare.standardize"),
      ...step(categories, "Coded", "prepare.one-hot"),
      ...step(needs.filled && gaps, "Filled", "prepare.impute"),
    ],
  };
}

/** What the nodes that are steps of a learner share: the words of their ports, and the type of the learner they make. */
import type { Abilities } from "../../core/base/table-facts.ts";
import type { LearnerType, WireType } from "../../core/types/wire-type.ts";

export const stepInput = {
  title: "Learner",
  help: "The learner, or the next step, that sees the prepared features.",
};
export const stepOutput = {
  title: "Learner",
  help: "The learner with this step before it, learned again in every fit. The step nearest to Fit comes first.",
};
export const stepInputZh = { title: "学习器", help: "看到处理后特征的学习器，或下一个步骤。" };
export const stepOutputZh = {
  title: "学习器",
  help: "前面加上此步骤的学习器；每次拟合都重新学习此步骤。最靠近“拟合”的步骤最先执行。",
};

/** The learner around `inner`, with the abilities that the step gives or takes. */
export function stepType(
  algorithm: string,
  inner: WireType | undefined,
  abilities: (inner: Abilities) => Abilities,
): LearnerType {
  const around = inner?.kind === "learner" ? inner : undefined;
  const known = around?.abilities;
  return {
    kind: "learner",
    algorithm,
    passes: 3 + (around?.passes ?? 1),
    ...(known ? { abilities: { ...abilities(known), float64: true } } : {}),
  };
}

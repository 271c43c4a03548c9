/** A condition as a half-sentence of either language: "only with Penalty: lasso or elastic-net". */
import type { Condition } from "../base/condition.ts";
import type { Json } from "../base/json.ts";
import type { Language } from "./catalogue.ts";

/** What is called how: the title of a parameter, and of one of its values. */
export type ConditionNames = { title(param: string): string; value(param: string, value: Json): string };

const words = {
  en: { only: "only with ", or: " or ", orElse: ", or ", and: " and ", none: "none yet", colon: ": " },
  zh: { only: "仅当", or: "、", orElse: "，或", and: "且", none: "未选择", colon: "：" },
} as const;

/** Says when a parameter plays a part. */
export function wordCondition(condition: Condition, language: Language, names: ConditionNames): string {
  return words[language].only + say(condition, language, names);
}

function say(condition: Condition, language: Language, names: ConditionNames): string {
  const w = words[language];
  const each = (parts: readonly Condition[]) => parts.map((part) => say(part, language, names));
  if ("all" in condition) return each(condition.all).join(w.and);
  if ("any" in condition) return each(condition.any).join(w.orElse);
  const { param } = condition;
  const values =
    "in" in condition
      ? condition.in.map((value) => names.value(param, value))
      : condition.endings.map((ending) => (ending === "" ? w.none : ending));
  return names.title(param) + w.colon + values.join(w.or);
}

/** When something is shown: conditions on values by name, as data, so that a form, a page and a script read the same. */
import { equalJson, type Json } from "./json.ts";

export type Condition =
  /** The value is one of these. */
  | { param: string; in: readonly Json[] }
  /** The value is a path with one of these endings (`".csv"`), or none yet where `""` is among them. */
  | { param: string; endings: readonly string[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] };

/** Whether a condition holds; `read` gives the value of each name. */
export function conditionHolds(condition: Condition, read: (param: string) => Json): boolean {
  if ("all" in condition) return condition.all.every((part) => conditionHolds(part, read));
  if ("any" in condition) return condition.any.some((part) => conditionHolds(part, read));
  const value = read(condition.param);
  if ("in" in condition) return condition.in.some((allowed) => equalJson(allowed, value));
  const path = typeof value === "string" ? value.toLowerCase() : "";
  return condition.endings.some((ending) => (ending === "" ? path === "" : path.endsWith(ending)));
}

/** The names that a condition asks for. */
export function namesIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(namesIn);
  return "any" in condition ? condition.any.flatMap(namesIn) : [condition.param];
}

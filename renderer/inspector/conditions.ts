/** Whether a parameter plays a part, and in words when it does: its `when` condition on other parameters. */
import { conditionHolds } from "../../core/base/condition.ts";
import type { Json } from "../../core/base/json.ts";
import type { NodeDescriptor, ParamDescriptor } from "../../core/node/descriptor.ts";
import type { Param } from "../../core/node/params.ts";
import { wordCondition } from "../../core/words/condition.ts";
import type { Language } from "../words/language.ts";

/** A parameter without a condition is always shown. A missing value counts as its default. */
export function isShown(
  spec: Param,
  params: Readonly<Record<string, Json>>,
  descriptor: NodeDescriptor,
): boolean {
  if (!spec.when) return true;
  return conditionHolds(spec.when, (name) => {
    if (Object.hasOwn(params, name)) return params[name];
    return descriptor.params.find((param) => param.name === name)?.spec.default ?? null;
  });
}

/** When the parameter is shown; nothing for one that always is. */
export function whenShown(
  spec: Param,
  params: readonly ParamDescriptor[],
  language: Language,
): string | undefined {
  const named = (name: string) => params.find((param) => param.name === name);
  return (
    spec.when &&
    wordCondition(spec.when, language, {
      title: (name) => named(name)?.title[language] ?? name,
      value: (name, value) =>
        named(name)?.choices?.find((choice) => choice.value === value)?.title[language] ?? String(value),
    })
  );
}

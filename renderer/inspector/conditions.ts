/** Whether a parameter plays a part: its `when` condition on another parameter holds. */
import type { Json } from "../../core/base/json.ts";
import { equalJson } from "../../core/base/json.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Param } from "../../core/node/params.ts";

/** A parameter without a condition is always shown. A missing value counts as its default. */
export function isShown(
  spec: Param,
  params: Readonly<Record<string, Json>>,
  descriptor: NodeDescriptor,
): boolean {
  if (!spec.when) return true;
  const { param, in: values } = spec.when;
  const fallback = descriptor.params.find(({ name }) => name === param)?.spec.default ?? null;
  const value = Object.hasOwn(params, param) ? params[param] : fallback;
  return values.some((allowed) => equalJson(allowed, value));
}

/** The parameters that several nodes share: same name, same kind, with what all of them allow. Pure. */
import { equalJson, type Json } from "../../core/base/json.ts";
import type { NodeRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor, ParamDescriptor } from "../../core/node/descriptor.ts";
import type { Param } from "../../core/node/params.ts";
import { isShown } from "./conditions.ts";

export type SharedParam = {
  param: ParamDescriptor;
  /** The value of each node, in order; a missing one counts as its default. */
  values: readonly Json[];
  /** Whether they all have the same. */
  same: boolean;
};

type Part = { record: NodeRecord; descriptor: NodeDescriptor };

/** In the order of the first node; a parameter that is hidden in one of them is left out. */
export function sharedParams(parts: readonly Part[]): SharedParam[] {
  const [first, ...rest] = parts;
  if (!first) return [];
  return first.descriptor.params.flatMap((param) => {
    let merged: ParamDescriptor | undefined = shown(first, param) ? param : undefined;
    for (const part of rest) {
      const other = part.descriptor.params.find(({ name }) => name === param.name);
      merged = merged && other && shown(part, other) ? merge(merged, other) : undefined;
    }
    if (!merged) return [];
    const values = parts.map((part) => paramValue(part, param.name));
    const same = values.every((value) => equalJson(value, values[0]));
    return [{ param: merged, values, same }];
  });
}

function shown({ record, descriptor }: Part, { spec }: ParamDescriptor): boolean {
  return isShown(spec, record.params, descriptor);
}

function paramValue({ record, descriptor }: Part, name: string): Json {
  const fallback = descriptor.params.find((param) => param.name === name)?.spec.default ?? null;
  return lookup(record.params, name) ?? fallback;
}

/** What both allow, or nothing where that is nothing. */
function merge(a: ParamDescriptor, b: ParamDescriptor): ParamDescriptor | undefined {
  const spec = mergeSpec(a.spec, b.spec);
  if (!spec) return undefined;
  if (spec.kind !== "choice") return { ...a, spec };
  const choices = a.choices?.filter(({ value }) => b.choices?.some((other) => other.value === value));
  return choices && choices.length > 0 ? { ...a, spec, choices } : undefined;
}

function mergeSpec(a: Param, b: Param): Param | undefined {
  if ((a.kind === "int" && b.kind === "int") || (a.kind === "real" && b.kind === "real")) {
    const [min, max] = [Math.max(a.min, b.min), Math.min(a.max, b.max)];
    const open = a.kind === "real" && b.kind === "real" && (a.open || b.open) ? { open: true } : {};
    return min < max && a.unit === b.unit ? { ...a, ...open, min, max } : undefined;
  }
  return a.kind === b.kind ? a : undefined;
}

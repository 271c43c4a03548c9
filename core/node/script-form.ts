/**
 * How a node reads as TypeScript: one call of a function of the library `espalier`. Data, so that the same form can be
 * read backwards; `core/script` turns it into text.
 */
import type { Json } from "../base/json.ts";
import type { ParamsOf, ParamValues } from "./node.ts";

export type ScriptCall = {
  /** Name exported by `espalier`. */
  fn: string;
  /** Positional arguments: an input port (`{ input }`), or a literal. */
  args: readonly ({ input: string } | { literal: Json })[];
  /** The options object, in order; entries equal to `defaults` are left out. */
  options: Readonly<Record<string, Json>>;
  defaults: Readonly<Record<string, Json>>;
  awaits: boolean;
  /** Output port → member of the result (`train`), or `""` when the result is the value itself. */
  outputs: Readonly<Record<string, string>>;
  /** Files that the script reads, by their path in it. */
  files?: readonly ScriptFile[];
};

/** A file to be copied beside the script: from a parameter's path, or shipped with the product. */
export type ScriptFile = { path: string; from: { param: string } | { shipped: string } };

export type ScriptForm<P extends ParamsOf> = (params: ParamValues<P>) => ScriptCall;

/**
 * The common case: `fn(input, …, { params })`, result bound as it is or by member.
 *
 * ```ts
 * script: (params) => call("adaBoost", { inputs: ["learner"], params, defaults: adaBoostDefaults, output: "learner" })
 * ```
 */
export function call(
  fn: string,
  form: {
    inputs?: readonly string[];
    params?: Readonly<Record<string, Json>>;
    defaults?: Readonly<Record<string, Json>>;
    /** The one output port, or output port → member. */
    outputs: string | Readonly<Record<string, string>>;
    awaits?: boolean;
  },
): ScriptCall {
  return {
    fn,
    args: (form.inputs ?? []).map((input) => ({ input })),
    options: form.params ?? {},
    defaults: form.defaults ?? {},
    awaits: form.awaits ?? false,
    outputs: typeof form.outputs === "string" ? { [form.outputs]: "" } : form.outputs,
  };
}

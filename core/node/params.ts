/**
 * Parameters of a node: each kind has a default, a range, help and a unit, checks a value, and can list values that it
 * must refuse (the contract suite feeds them to every node). The form, the script and the reference page are made from them.
 */

import type { Condition } from "../base/condition.ts";
import { type Diagnostic, problem } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { type ColumnRole, columnRoles } from "../base/table-facts.ts";

type Common = {
  title: string;
  help: string;
  unit?: string;
  /** Shown on the node card, not in the inspector alone. */
  key?: boolean;
  /** Shown only while this holds of other parameters of the node. */
  when?: Condition;
};

export type IntParam = Common & { kind: "int"; default: number; min: number; max: number };
export type RealParam = Common & {
  kind: "real";
  default: number;
  min: number;
  max: number;
  /** The ends themselves are refused, as in (0, 1). */
  open?: boolean;
  /** The slider moves by factors, not by steps. */
  logarithmic?: boolean;
};
export type ChoiceParam<V extends string = string> = Common & {
  kind: "choice";
  default: V;
  /** Value → English title, in order of display. */
  choices: Readonly<Record<V, string>>;
};
export type FlagParam = Common & { kind: "flag"; default: boolean };
export type TextParam = Common & { kind: "text"; default: string; maxLength: number };
/** SQL over the columns of the table at `input`: a condition, a list of named expressions, or a whole query. */
export type ExpressionParam = Common & {
  kind: "expression";
  default: string;
  form: "condition" | "columns" | "query";
  input?: string;
};
/** A file below the granted folders, relative to the document where it can be. `""` is "not chosen yet". */
export type PathParam = Common & { kind: "path"; default: string; extensions: readonly string[] };
/** The name of a column of the table at `input` (or of the node's own file). `""` is "none". */
export type ColumnParam = Common & { kind: "column"; default: string; input?: string };
/** Roles of columns by name; columns that are not named keep the role that the reader gives them. */
export type RolesParam = Common & {
  kind: "roles";
  default: Readonly<Record<string, ColumnRole>>;
  input?: string;
};
/** Names of columns of the table at `input`. */
export type ColumnsParam = Common & { kind: "columns"; default: readonly string[]; input?: string };
/** New names of columns, by the old ones; columns that are not named keep theirs. */
export type RenamesParam = Common & {
  kind: "renames";
  default: Readonly<Record<string, string>>;
  input?: string;
};
/** The seed of the node's random stream; given when the node is made. */
export type SeedParam = Common & { kind: "seed"; default: number };

export type Param =
  | IntParam
  | RealParam
  | ChoiceParam
  | FlagParam
  | TextParam
  | ExpressionParam
  | PathParam
  | ColumnParam
  | ColumnsParam
  | RolesParam
  | RenamesParam
  | SeedParam;

const longestExpression = 20_000;

export const maxSeed = 2 ** 31 - 1;

export function int(param: Omit<IntParam, "kind">): IntParam {
  return { kind: "int", ...param };
}
export function real(param: Omit<RealParam, "kind">): RealParam {
  return { kind: "real", ...param };
}
export function choice<const C extends Readonly<Record<string, string>>>(
  param: Omit<ChoiceParam, "kind" | "choices" | "default"> & {
    choices: C;
    default: NoInfer<keyof C & string>;
  },
): ChoiceParam<keyof C & string> {
  return { kind: "choice", ...param };
}
export function flag(param: Omit<FlagParam, "kind">): FlagParam {
  return { kind: "flag", ...param };
}
export function text(param: Omit<TextParam, "kind" | "maxLength"> & { maxLength?: number }): TextParam {
  return { kind: "text", maxLength: 10_000, ...param };
}
export function expression(param: Omit<ExpressionParam, "kind">): ExpressionParam {
  return { kind: "expression", ...param };
}
export function path(param: Omit<PathParam, "kind">): PathParam {
  return { kind: "path", ...param };
}
export function column(param: Omit<ColumnParam, "kind">): ColumnParam {
  return { kind: "column", ...param };
}
export function roles(param: Omit<RolesParam, "kind" | "default">): RolesParam {
  return { kind: "roles", default: {}, ...param };
}
export function columns(param: Omit<ColumnsParam, "kind" | "default">): ColumnsParam {
  return { kind: "columns", default: [], ...param };
}
export function renames(param: Omit<RenamesParam, "kind" | "default">): RenamesParam {
  return { kind: "renames", default: {}, ...param };
}
export function seed(): SeedParam {
  return {
    kind: "seed",
    default: 1,
    title: "Seed",
    help: "Names the random stream of this node: the same seed draws the same numbers on every machine.",
  };
}

/** The value type that `run` receives for a parameter. */
export type ParamValue<P extends Param> =
  P extends ChoiceParam<infer V>
    ? V
    : P extends FlagParam
      ? boolean
      : P extends TextParam | ExpressionParam | PathParam | ColumnParam
        ? string
        : P extends RolesParam
          ? Readonly<Record<string, ColumnRole>>
          : P extends ColumnsParam
            ? readonly string[]
            : P extends RenamesParam
              ? Readonly<Record<string, string>>
              : number;

/** `undefined` when `value` is allowed, else the diagnostic (without its place). */
export function checkParam(param: Param, value: unknown): Diagnostic | undefined {
  const shown = typeof value === "string" ? value.slice(0, 80) : (JSON.stringify(value) ?? "undefined");
  switch (param.kind) {
    case "int":
    case "seed": {
      const [min, max] = param.kind === "seed" ? [0, maxSeed] : [param.min, param.max];
      const fits = typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
      return fits ? undefined : problem("param.not-int-in-range", { value: shown, min, max });
    }
    case "real": {
      const { min, max, open } = param;
      const inside = (v: number) => (open ? v > min && v < max : v >= min && v <= max);
      const fits = typeof value === "number" && Number.isFinite(value) && inside(value);
      return fits
        ? undefined
        : problem(open ? "param.not-real-between" : "param.not-real-in-range", { value: shown, min, max });
    }
    case "choice":
      return typeof value === "string" && Object.hasOwn(param.choices, value)
        ? undefined
        : problem("param.not-a-choice", { value: shown, choices: Object.keys(param.choices) });
    case "flag":
      return typeof value === "boolean" ? undefined : problem("param.not-a-flag", { value: shown });
    case "text":
      return typeof value === "string" && value.length <= param.maxLength
        ? undefined
        : problem("param.not-text", { value: shown, max: param.maxLength });
    case "expression":
      return typeof value === "string" && value.length <= longestExpression && !value.includes("\0")
        ? undefined
        : problem("param.not-text", { value: shown, max: longestExpression });
    case "path":
    case "column":
      return typeof value === "string" && value.length <= 4096 && !value.includes("\0")
        ? undefined
        : problem("param.not-text", { value: shown, max: 4096 });
    case "roles":
      return isRoles(value) ? undefined : problem("param.not-roles", { value: shown, roles: columnRoles });
    case "columns":
      return Array.isArray(value) && value.every(isColumnName) && new Set(value).size === value.length
        ? undefined
        : problem("param.not-columns", { value: shown });
    case "renames":
      return isRecord(value) && Object.values(value).every((name) => isColumnName(name) && name !== "")
        ? undefined
        : problem("param.not-renames", { value: shown });
  }
}

function isRoles(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every((role) => (columnRoles as readonly unknown[]).includes(role))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isColumnName(value: unknown): boolean {
  return typeof value === "string" && value.length <= 4096 && !value.includes("\0");
}

/** Values that `checkParam` must refuse. */
export function invalidSamples(param: Param): readonly unknown[] {
  const wrongKinds: readonly unknown[] = [null, undefined, {}, []];
  switch (param.kind) {
    case "int":
      return [...wrongKinds, param.min - 1, param.max + 1, 1.5, Number.NaN, "3"];
    case "seed":
      return [...wrongKinds, -1, maxSeed + 1, 0.5, "1"];
    case "real":
      return [
        ...wrongKinds,
        param.min - 1,
        param.max + 1,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        "0.5",
        ...(param.open ? [param.min, param.max] : []),
      ];
    case "choice":
      return [...wrongKinds, "no such choice", "toString", 1];
    case "flag":
      return [...wrongKinds, 0, "true"];
    case "text":
      return [...wrongKinds, 1, "x".repeat(param.maxLength + 1)];
    case "expression":
      return [...wrongKinds, 1, "a\0b", "x".repeat(longestExpression + 1)];
    case "path":
    case "column":
      return [...wrongKinds, 1, "a\0b"];
    case "roles":
      return [null, undefined, [], "target", { a: "no such role" }, { a: 1 }];
    case "columns":
      return [null, undefined, {}, "a", [1], ["a", "a"], ["a\0b"]];
    case "renames":
      return [null, undefined, [], "a", { a: 1 }, { a: "" }, { a: "b\0" }];
  }
}

/** The default of every parameter, by name. */
export function defaultParams(params: Readonly<Record<string, Param>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, param.default]));
}

/** Which column was meant to be predicted: by its name, by its place, by its few levels. A guess, said with its reason. */
import type { Task } from "../../base/table-facts.ts";
import type { TargetReason } from "../../base/table-profile.ts";
import type { MeasuredColumn } from "./column-signs.ts";

/** Names that mean nothing else, then those that often are what is asked; the earlier the surer. */
const names: readonly string[] = [
  ..."target label labels class classes y outcome response result 目标 标签 类别 分类 结果".split(" "),
  ..."species diagnosis survived churn churned exited default defaulted fraud isfraud spam quality rating grade".split(
    " ",
  ),
  ..."price saleprice medianhousevalue medv salary income sales revenue demand score progression disease attrition".split(
    " ",
  ),
  ..."cultivar variety sentiment status category type 品种 价格 销量 诊断 等级 评分 状态".split(" "),
];

/** Of a column with more classes than this hardly any is met often enough. */
const mostClasses = 100;
const fewLevels = 20;

/** The column that was probably meant, or nothing where none can be predicted. `gravest`: what is oddest about each. */
export function guessTarget(
  columns: readonly MeasuredColumn[],
  gravest: readonly (string | undefined)[],
): { name: string; reason: TargetReason } | undefined {
  const able = columns.filter((column, at) => canBeTarget(column, gravest[at]));
  // A price may well differ in every row: what is called a target is one.
  const named = columns.filter(
    (column, at) => able.includes(column) || (gravest[at] === "identifier" && column.kind === "numeric"),
  );
  const ranked = named
    .map((column) => ({ column, rank: names.indexOf(plain(column.name)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  if (ranked.length > 0) {
    const { name } = ranked[0].column;
    return { name, reason: { kind: "name", word: name } };
  }
  const last = columns.at(-1);
  if (last && able.includes(last)) return { name: last.name, reason: { kind: "last" } };
  const few = able
    .filter(({ distinct, kind }) => distinct <= fewLevels && kind !== "numeric")
    .sort((a, b) => a.distinct - b.distinct);
  if (few.length > 0) return { name: few[0].name, reason: { kind: "few-levels", levels: few[0].distinct } };
  const rest = able.at(-1);
  return rest && { name: rest.name, reason: able.length === 1 ? { kind: "only" } : { kind: "last" } };
}

/** What a column of these values asks for: numbers are numbers, unless they are few, whole and begin at 0 or 1. */
export function taskOf({ kind, distinct, whole, range, present }: MeasuredColumn): Task {
  if (kind !== "numeric") return "classification";
  if (distinct === 2) return "classification";
  return whole && distinct <= 10 && range < 10 && present >= 5 * distinct ? "classification" : "regression";
}

/** Moments and free texts are not predicted, nor what is the same, empty or different in every row. */
export function canBeTarget({ kind, distinct }: MeasuredColumn, gravest: string | undefined): boolean {
  if (kind === "datetime" || kind === "text") return false;
  if (gravest === "identifier" || gravest === "empty" || gravest === "constant") return false;
  return kind === "numeric" || distinct <= mostClasses;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_\-.]/g, "");
}

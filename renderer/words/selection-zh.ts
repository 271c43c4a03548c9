/** Chinese sentences about the rows that are selected. */
import type { selectionEn } from "./selection-en.ts";

export const selectionZh: Readonly<Record<keyof typeof selectionEn, string>> = {
  "rows.bar": "已选择的行",
  "rows.selected":
    "已选择 {count, plural, other {# 行}} · {title} 的 {total, number} 行中有 {here, number} 行",
  "rows.selectedAll": "已选择 {total, plural, other {# 行}}中的 {count, number} 行 · 来自 {title}",
  "rows.filter": "生成筛选节点",
  "rows.filterHint": "添加一个恰好保留这些行的“筛选”节点，并连接到这些行所在的表",
  "rows.clear": "清除",
  "rows.here": "选中 {count, number} 行",
  "rows.notHere": "未选中行",
  "rows.noTable": "此图中没有包含全部这些行的表。",
  "rows.noTableHint": "请重新运行产生该结果的上游节点，然后重新选择这些行。",
  "rows.tooMany": "这些行过于分散，无法写入节点。",
  "rows.tooManyHint": "请选择相邻的行，或在“筛选”节点中写条件。",
  "action.clearRows": "清除所选的行",
  "action.filterRows": "用所选的行生成筛选节点",
  "step.filterRows": "筛选所选的行",
};

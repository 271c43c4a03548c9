/** Words for what preparing tables and features has to say: steps of learners, samples, selections, generated tables. */
import type { Catalogue } from "./catalogue.ts";

export const prepareDiagnostics = {
  "prepare.no-values": {
    en: {
      what: "No row of the fit has a value in {columns}: 0, or the category for missing cells, was filled in.",
      hint: "Such a column tells nothing. Give it the role ignored.",
    },
    zh: {
      what: "用于拟合的行在 {columns} 中都没有值：已填入 0 或表示缺失的类别。",
      hint: "这样的列不含信息，请把它的角色设为忽略。",
    },
  },
  "prepare.unknown-category": {
    en: {
      what: "{rows, plural, one {One row has} other {# rows have}} a category in “{column}” that the fit has not met: {categories}.",
      hint: "Fit on rows that have every category, or let unknown categories pass.",
    },
    zh: {
      what: "“{column}”中有 {rows} 行的类别在拟合时未出现过：{categories}。",
      hint: "请用包含所有类别的行来拟合，或允许未知类别。",
    },
  },
  "prepare.unexpected-missing": {
    en: {
      what: "{rows, plural, one {One row has} other {# rows have}} no value in “{column}”, and in the fit every row had one. All its indicators are 0 there.",
      hint: "Put Impute between this step and Fit, so that missing cells are filled first.",
    },
    zh: {
      what: "“{column}”有 {rows} 行缺失，而拟合时没有缺失；这些行的各指示列均为 0。",
      hint: "请在此步骤与“拟合”之间加入“填补”，先填补缺失值。",
    },
  },
  "prepare.one-hot-too-wide": {
    en: {
      what: "One-hot would make {columns, number} columns of {rows, number} rows, of which “{column}” alone has {categories, number}; memory allows for {most, number}.",
      hint: "A column with so many categories is more often a name than a feature: give it the role id or ignored, or use Ordinal.",
    },
    zh: {
      what: "独热编码将产生 {columns, number} 列、{rows, number} 行，其中仅“{column}”就有 {categories, number} 个类别；内存只允许 {most, number} 列。",
      hint: "类别如此之多的列通常是名称而不是特征：请把角色设为标识或忽略，或使用序数编码。",
    },
  },
  "prepare.no-features-left": {
    en: {
      what: "Nothing is left of {columns}: each has a single category, and the first one is dropped.",
      hint: "Keep the first category, or choose features that differ between rows.",
    },
    zh: {
      what: "{columns} 已没有剩余：每列只有一个类别，而第一个类别被去掉了。",
      hint: "请保留第一个类别，或选择在各行之间有差异的特征。",
    },
  },
  "prepare.pca-components": {
    en: {
      what: "There are no {components} principal components of {rows, plural, one {one row} other {# rows}} and {features, plural, one {one feature} other {# features}}: {most} at most.",
      hint: "Keep fewer, or keep as many as explain a share of the variance.",
    },
    zh: {
      what: "{rows} 行、{features} 个特征最多只有 {most} 个主成分，不能取 {components} 个。",
      hint: "请减少个数，或按解释的方差比例保留。",
    },
  },
  "prepare.pca-too-many-features": {
    en: {
      what: "The principal components of {features, number} features would take too long; {most, number} are the most.",
      hint: "Select fewer columns first.",
    },
    zh: {
      what: "{features, number} 个特征的主成分计算过于耗时；最多 {most, number} 个。",
      hint: "请先选择较少的列。",
    },
  },
  "split.by": {
    en: { what: "A table cannot be split by “{by}”.", hint: "Choose one of: {known}." },
    zh: { what: "不能按“{by}”划分表。", hint: "可选：{known}。" },
  },
  "split.stratify-by": {
    en: {
      what: "A split by {by} cannot be stratified as well.",
      hint: "Choose another kind of split, or split by rows.",
    },
    zh: { what: "按 {by} 划分时不能同时分层。", hint: "请关闭分层，或按行划分。" },
  },
  "split.no-role": {
    en: {
      what: "The table has no column with the role {role, select, group {group} time {time} other {{role}}}.",
      hint: "Give one of its columns that role, where the file is read or with Select.",
    },
    zh: {
      what: "表中没有角色为{role, select, group {分组} time {时间} other {{role}}}的列。",
      hint: "请在读取文件处或用“选列”给某一列设置该角色。",
    },
  },
  "split.several-roles": {
    en: {
      what: "Several columns have the role {role, select, group {group} time {time} other {{role}}}: {columns}.",
      hint: "Leave one, and give the others the role ignored.",
    },
    zh: {
      what: "有多列的角色是{role, select, group {分组} time {时间} other {{role}}}：{columns}。",
      hint: "请只保留一列，把其余的设为忽略。",
    },
  },
  "split.missing-role": {
    en: {
      what: "{missing, plural, one {One row has} other {# rows have}} no value in “{column}”, so it is not known {role, select, group {to which group they belong} other {when they were}}.",
      hint: "Remove those rows first, or split in another way.",
    },
    zh: {
      what: "“{column}”有 {missing} 行缺失，无法确定{role, select, group {所属的组} other {时间}}。",
      hint: "请先删除这些行，或改用其他划分方式。",
    },
  },
  "split.too-few-groups": {
    en: {
      what: "“{column}” has {groups, plural, one {one group} other {# groups}}: too few for both parts to have one.",
      hint: "Choose a smaller test part, or another column as the group.",
    },
    zh: {
      what: "“{column}”只有 {groups} 个组，不足以分到两部分。",
      hint: "请减小测试部分，或换一列作为分组。",
    },
  },
  "split.time-kind": {
    en: {
      what: "“{column}” is {kind}: it does not say what comes before what.",
      hint: "The column with the role time must hold dates, moments or numbers.",
    },
    zh: { what: "“{column}”的类型是 {kind}，不能表示先后。", hint: "角色为时间的列应为日期、时刻或数值。" },
  },
  "sample.no-rows": {
    en: {
      what: "There are no rows to draw from.",
      hint: "Look at what the table has lost its rows to, upstream.",
    },
    zh: { what: "没有可供抽取的行。", hint: "请检查上游，看表的行是在哪里丢失的。" },
  },
  "sample.rows": {
    en: { what: "{rows} rows cannot be drawn.", hint: "Choose a whole number, 1 or more." },
    zh: { what: "不能抽取 {rows} 行。", hint: "请选择不小于 1 的整数。" },
  },
  "sample.share": {
    en: {
      what: "{share} is no share of the rows.",
      hint: "Choose a number above 0 and, without replacement, at most 1.",
    },
    zh: { what: "{share} 不能作为行的比例。", hint: "请选择大于 0 的数；无放回时不超过 1。" },
  },
  "sample.too-many-rows": {
    en: {
      what: "{rows, number} rows cannot be drawn from {of, number} without drawing some again.",
      hint: "Draw fewer, or draw with replacement.",
    },
    zh: {
      what: "不重复地从 {of, number} 行中抽不出 {rows, number} 行。",
      hint: "请减少行数，或改为有放回抽样。",
    },
  },
} as const satisfies Catalogue;

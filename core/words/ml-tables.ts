/** Words for what the library has to say of tables: making, dividing, generating, predicting and scoring. */
import type { Catalogue } from "./catalogue.ts";

export const tableDiagnostics = {
  "table.no-columns": {
    en: { what: "A table needs at least one column.", hint: "Give it the columns it is to have." },
    zh: { what: "表至少需要一列。", hint: "请给出表的各列。" },
  },
  "table.duplicate-column": {
    en: {
      what: "Two columns are called “{column}”.",
      hint: "Rename one of them: columns are found by their name.",
    },
    zh: { what: "有两列都叫“{column}”。", hint: "请重命名其中一列：列是按名称查找的。" },
  },
  "table.column-lengths": {
    en: {
      what: "Column “{column}” has {rows} cells, the first column has {expected}.",
      hint: "All columns of a table need the same number of cells.",
    },
    zh: {
      what: "列“{column}”有 {rows} 个单元格，而第一列有 {expected} 个。",
      hint: "同一张表的各列长度必须相同。",
    },
  },
  "table.code-out-of-range": {
    en: {
      what: "Row {row} of column “{column}” has the code {code}, but there are {levels} levels.",
      hint: "Codes are whole numbers from 0 to the number of levels minus 1, or -1 for a missing cell.",
    },
    zh: {
      what: "列“{column}”第 {row} 行的编码是 {code}，但只有 {levels} 个类别。",
      hint: "编码应为 0 到类别数减 1 的整数，缺失值用 -1。",
    },
  },
  "table.row-out-of-range": {
    en: { what: "There is no row {row} in a table of {rows} rows.", hint: "Rows are counted from 0." },
    zh: { what: "表共有 {rows} 行，没有第 {row} 行。", hint: "行号从 0 开始。" },
  },
  "table.unknown-column": {
    en: { what: "The table has no column “{column}”.", hint: "Its columns are: {columns}." },
    zh: { what: "表中没有列“{column}”。", hint: "现有的列：{columns}。" },
  },
  "generate.rows": {
    en: { what: "{rows} rows cannot be generated.", hint: "Choose a whole number from 2 to 10,000,000." },
    zh: { what: "无法生成 {rows} 行。", hint: "请选择 2 到 10,000,000 之间的整数。" },
  },
  "generate.noise": {
    en: { what: "{noise} is no standard deviation.", hint: "Choose a noise of 0 or more." },
    zh: { what: "{noise} 不能作为标准差。", hint: "噪声应大于或等于 0。" },
  },
  "generate.flip": {
    en: { what: "A share of {flip} labels cannot be flipped.", hint: "Choose a share from 0 to 1." },
    zh: { what: "无法翻转比例为 {flip} 的标签。", hint: "比例应在 0 到 1 之间。" },
  },
  "split.share": {
    en: {
      what: "The test part cannot have a share of {share} of the rows.",
      hint: "Choose a share above 0 and below 1, for example 0.3.",
    },
    zh: { what: "测试部分的比例不能是 {share}。", hint: "请选择大于 0 且小于 1 的比例，例如 0.3。" },
  },
  "split.too-few-rows": {
    en: {
      what: "{rows, plural, =0 {The table has no rows} one {One row} other {# rows}}: that would leave {train} for training and {test} for testing.",
      hint: "Both parts need at least one row. Use more rows or another share.",
    },
    zh: {
      what: "表共有 {rows} 行，拆分后训练部分 {train} 行，测试部分 {test} 行。",
      hint: "两部分都至少需要一行。请使用更多的行或其他比例。",
    },
  },
  "split.no-target": {
    en: {
      what: "A stratified split needs a target column, and the table has none.",
      hint: "Give one column the role target, or choose another kind of split.",
    },
    zh: { what: "分层拆分需要目标列，但表中没有。", hint: "请把某一列的角色设为目标，或换一种划分方式。" },
  },
  "split.target-not-classes": {
    en: {
      what: "The target “{column}” is {kind}: there are no classes to stratify by.",
      hint: "Choose another kind of split, or choose a target with classes.",
    },
    zh: {
      what: "目标列“{column}”的类型是 {kind}，没有可用于分层的类别。",
      hint: "请换一种划分方式，或选择有类别的目标列。",
    },
  },
  "split.missing-target": {
    en: {
      what: "{missing, plural, one {One row has} other {# rows have}} no value in the target “{column}”, so no class to stratify by.",
      hint: "Remove those rows first, or choose another kind of split.",
    },
    zh: {
      what: "目标列“{column}”有 {missing} 行缺失，无法按类别分层。",
      hint: "请先删除这些行，或换一种划分方式。",
    },
  },
  "split.single-row-class": {
    en: {
      what: "In “{column}” these classes have a single row: {classes}. It cannot be in both parts.",
      hint: "Collect more rows of them, leave them out, or choose another kind of split.",
    },
    zh: {
      what: "“{column}”中以下类别只有一行：{classes}，无法同时出现在两部分中。",
      hint: "请增加这些类别的行，去掉它们，或换一种划分方式。",
    },
  },
  "split.part-smaller-than-classes": {
    en: {
      what: "The smaller part would have {rows} rows for {classes} classes.",
      hint: "Each part needs at least one row a class: choose another share, or choose another kind of split.",
    },
    zh: {
      what: "较小的部分只有 {rows} 行，却有 {classes} 个类别。",
      hint: "每个类别在每部分至少需要一行：请调整比例，或换一种划分方式。",
    },
  },
  "features.kind": {
    en: {
      what: "The feature “{column}” is {kind}; this learner takes numbers and yes/no columns.",
      hint: "Put One-hot or Ordinal between the learner and Fit, or give the column the role ignored.",
    },
    zh: {
      what: "特征“{column}”的类型是 {kind}；该学习器只接受数值列和布尔列。",
      hint: "请在学习器与“拟合”之间加入独热编码或序数编码，或把该列的角色设为忽略。",
    },
  },
  "features.missing": {
    en: {
      what: "{missing, plural, =0 {Some rows have} one {One of {rows} rows has} other {# of {rows} rows have}} no value in “{column}”, and this learner cannot use missing values.",
      hint: "Put Impute between the learner and Fit, remove those rows, or give the column the role ignored.",
    },
    zh: {
      what: "“{column}”{missing, plural, =0 {有缺失值} other {的 {rows} 行中有 # 行缺失}}，而该学习器不能处理缺失值。",
      hint: "请在学习器与“拟合”之间加入“填补”，删除这些行，或把该列的角色设为忽略。",
    },
  },
  "features.infinite": {
    en: {
      what: "Row {row} of “{column}” is {value}, more than a 32-bit number can hold.",
      hint: "Trees and boosting see features as 32-bit numbers, up to about 3.4e38. Remove or rescale the value.",
    },
    zh: {
      what: "“{column}”第 {row} 行的值是 {value}，超出了 32 位浮点数的范围。",
      hint: "树和提升算法以 32 位浮点数（最大约 3.4e38）读取特征。请删除该值或重新缩放。",
    },
  },
  "predict.no-rows": {
    en: {
      what: "There are no rows to predict.",
      hint: "Look at what the table has lost its rows to, upstream.",
    },
    zh: { what: "没有可预测的行。", hint: "请检查上游，看表的行是在哪里丢失的。" },
  },
  "predict.missing-features": {
    en: {
      what: "The model was fitted on columns that this table does not have: {columns}.",
      hint: "Predict a table with the same columns, prepared in the same way.",
    },
    zh: {
      what: "模型训练时使用的这些列在表中不存在：{columns}。",
      hint: "请使用列相同且预处理方式相同的表。",
    },
  },
  "predict.extra-features": {
    en: {
      what: "The table has features that the model does not know: {columns}. They are not used.",
      hint: "If they matter, fit the model on a table that has them.",
    },
    zh: {
      what: "表中有模型未见过的特征：{columns}，它们不会被使用。",
      hint: "如果它们重要，请用包含它们的表重新训练。",
    },
  },
  "predict.unseen-classes": {
    en: {
      what: "“{column}” has classes that the model was never shown: {classes}. Their rows count as mistakes.",
      hint: "A stratified split keeps every class in the training part.",
    },
    zh: {
      what: "“{column}”中有模型从未见过的类别：{classes}。这些行都算作预测错误。",
      hint: "分层拆分可使每个类别都出现在训练部分。",
    },
  },
  "metric.not-training-rows": {
    en: {
      what: "A training score was asked for, but none of the {total} rows was trained on.",
      hint: "Set on to unseen, or predict the training part.",
    },
    zh: {
      what: "要求的是训练得分，但 {total} 行中没有一行用于训练。",
      hint: "请把评估范围设为未见数据，或预测训练部分。",
    },
  },
  "metric.on": {
    en: { what: "A score cannot be computed on “{on}”.", hint: "Choose unseen or training." },
    zh: { what: "不能在“{on}”上计算得分。", hint: "请选择 unseen（未见）或 training（训练）。" },
  },
  "metric.not-classes": {
    en: {
      what: "The predictions of “{target}” are numbers, not classes.",
      hint: "Use a metric for regression.",
    },
    zh: { what: "“{target}”的预测是数值而不是类别。", hint: "请使用回归指标。" },
  },
  "metric.not-numbers": {
    en: {
      what: "The predictions of “{target}” are classes, not numbers.",
      hint: "Use a metric for classification.",
    },
    zh: { what: "“{target}”的预测是类别而不是数值。", hint: "请使用分类指标。" },
  },
  "metric.tau": {
    en: { what: "{tau} is no quantile.", hint: "Choose τ above 0 and below 1; 0.5 is the median." },
    zh: { what: "{tau} 不是分位数。", hint: "τ 应大于 0 且小于 1；0.5 即中位数。" },
  },
  "metric.no-truth": {
    en: {
      what: "No row has a true value of “{target}” to compare with.",
      hint: "Predict a table that has the target column.",
    },
    zh: { what: "没有任何一行带有“{target}”的真实值可供比较。", hint: "请预测包含目标列的表。" },
  },
} as const satisfies Catalogue;

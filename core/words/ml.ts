/** Words for what fitting has to say: learners and the rows they are given. */
import type { Catalogue } from "./catalogue.ts";

export const mlDiagnostics = {
  "learner.unknown-algorithm": {
    en: { what: "There is no algorithm called “{algorithm}”.", hint: "This version knows: {known}." },
    zh: { what: "没有名为“{algorithm}”的算法。", hint: "此版本支持：{known}。" },
  },
  "learner.criterion": {
    en: { what: "“{criterion}” is no split criterion.", hint: "Choose one of: {known}." },
    zh: { what: "“{criterion}”不是划分准则。", hint: "可选：{known}。" },
  },
  "learner.option": {
    en: { what: "“{value}” is no choice for {option}.", hint: "Choose one of: {known}." },
    zh: { what: "{option} 不能是“{value}”。", hint: "可选：{known}。" },
  },
  "learner.number": {
    en: {
      what: "{option} cannot be {value}.",
      hint: "Choose {whole, select, true {a whole number} other {a number}} from {min} to {max}.",
    },
    zh: {
      what: "{option} 不能是 {value}。",
      hint: "请选择 {min} 到 {max} 之间的{whole, select, true {整数} other {数}}。",
    },
  },
  "learner.seed": {
    en: { what: "{seed} is no seed.", hint: "A seed is a whole number." },
    zh: { what: "{seed} 不能作为随机种子。", hint: "随机种子应为整数。" },
  },
  "fit.no-rows": {
    en: {
      what: "There are no rows to learn from.",
      hint: "Look at what the table has lost its rows to, upstream.",
    },
    zh: { what: "没有可供学习的行。", hint: "请检查上游，看表的行是在哪里丢失的。" },
  },
  "fit.no-target": {
    en: {
      what: "The table has no target: nothing says what is to be predicted.",
      hint: "Give one of its columns the role target: {columns}.",
    },
    zh: { what: "表中没有目标列，不知道要预测什么。", hint: "请把其中一列的角色设为目标：{columns}。" },
  },
  "fit.several-targets": {
    en: {
      what: "The table has several targets: {columns}.",
      hint: "Leave one, and give the others the role ignored.",
    },
    zh: { what: "表中有多个目标列：{columns}。", hint: "请只保留一个，把其余的设为忽略。" },
  },
  "fit.missing-target": {
    en: {
      what: "{missing, plural, one {One} other {#}} of {rows} rows {missing, plural, one {has} other {have}} no value in the target “{column}”.",
      hint: "Remove those rows: there is nothing to learn from them.",
    },
    zh: { what: "目标列“{column}”的 {rows} 行中有 {missing} 行缺失。", hint: "请删除这些行：无法从中学习。" },
  },
  "fit.target-kind": {
    en: {
      what: "The target “{column}” is {kind}; only classes and numbers can be learned.",
      hint: "Set its kind to categorical or numeric, or choose another target.",
    },
    zh: {
      what: "目标列“{column}”的类型是 {kind}；只能学习类别或数值。",
      hint: "请把类型设为类别或数值，或选择其他目标列。",
    },
  },
  "fit.task": {
    en: {
      what: "The target asks for {task}, and this learner can do {can} only.",
      hint: "Choose another learner, or another kind for the target column {column}.",
    },
    zh: {
      what: "目标列对应的任务是 {task}，而该学习器只支持 {can}。",
      hint: "请换一个学习器，或更改目标列 {column} 的类型。",
    },
  },
  "fit.one-class": {
    en: {
      what: "All rows are of one class in “{column}”: “{class}”. There is nothing to tell apart.",
      hint: "Use rows of at least two classes. A stratified split keeps every class in both parts.",
    },
    zh: {
      what: "“{column}”中所有行都属于同一类别“{class}”，没有可区分的内容。",
      hint: "请使用至少两个类别的行。分层拆分可使每个类别都出现在两部分中。",
    },
  },
  "fit.two-classes-only": {
    en: {
      what: "“{column}” has {classes} classes; this learner tells two apart.",
      hint: "Choose a learner for several classes.",
    },
    zh: { what: "“{column}”有 {classes} 个类别；该学习器只能区分两类。", hint: "请选择支持多类别的学习器。" },
  },
  "fit.too-many-classes": {
    en: {
      what: "“{column}” has {classes} classes in {rows} rows: their shares would not fit into memory.",
      hint: "Is it a name or a number rather than a class? Set its kind to numeric, or choose another target.",
    },
    zh: {
      what: "“{column}”的 {rows} 行中有 {classes} 个类别：其概率无法放入内存。",
      hint: "它是否是名称或数值而非类别？请把类型设为数值，或选择其他目标列。",
    },
  },
  "fit.infinite-target": {
    en: {
      what: "Row {row} of the target “{column}” is {value}: infinite, or too large to be squared and summed.",
      hint: "Remove that row, or correct or rescale its value.",
    },
    zh: {
      what: "目标列“{column}”第 {row} 行的值是 {value}：为无穷大，或过大而无法求平方和。",
      hint: "请删除该行，更正其值，或重新缩放。",
    },
  },
  "fit.no-features": {
    en: { what: "The table has no feature columns.", hint: "Give at least one column the role feature." },
    zh: { what: "表中没有特征列。", hint: "请把至少一列的角色设为特征。" },
  },
  "fit.several-weights": {
    en: {
      what: "Several columns have the role weight: {columns}.",
      hint: "Leave one, and give the others the role ignored.",
    },
    zh: { what: "有多列的角色是权重：{columns}。", hint: "请只保留一列，把其余的设为忽略。" },
  },
  "fit.weights-unsupported": {
    en: {
      what: "The table weighs its rows by “{column}”, and this learner cannot use weights.",
      hint: "Choose a learner that takes sample weights, or give the column the role ignored.",
    },
    zh: {
      what: "表用“{column}”给行加权，而该学习器不支持样本权重。",
      hint: "请选择支持样本权重的学习器，或把该列的角色设为忽略。",
    },
  },
  "fit.weights": {
    en: {
      what: "“{column}” cannot weigh the rows.",
      hint: "Weights are finite numbers, 0 or more, none missing, and not all 0.",
    },
    zh: { what: "“{column}”不能作为行的权重。", hint: "权重应为有限的非负数，没有缺失，且不全为 0。" },
  },
} as const satisfies Catalogue;

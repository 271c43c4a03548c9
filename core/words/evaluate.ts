/** Words for what evaluating learners has to say: folds, and copies of rows in two of them. */
import type { Catalogue } from "./catalogue.ts";

export const evaluateDiagnostics = {
  "folds.kind": {
    en: { what: "“{kind}” is no way to make folds.", hint: "Choose one of: {known}." },
    zh: { what: "“{kind}”不是划分折的方式。", hint: "可选：{known}。" },
  },
  "folds.count": {
    en: { what: "There cannot be {folds} folds.", hint: "Choose a whole number from 2, for example 5." },
    zh: { what: "折数不能是 {folds}。", hint: "请选择不小于 2 的整数，例如 5。" },
  },
  "folds.repeats": {
    en: { what: "Folds cannot be drawn {repeats} times.", hint: "Choose a whole number from 1." },
    zh: { what: "不能重复 {repeats} 次。", hint: "请选择不小于 1 的整数。" },
  },
  "folds.more-than-rows": {
    en: {
      what: "{folds} folds need {parts} rows or more, and the table has {rows, plural, =0 {none} other {#}}.",
      hint: "Choose fewer folds, or use more rows.",
    },
    zh: {
      what: "{folds} 折至少需要 {parts} 行，而表只有 {rows} 行。",
      hint: "请减少折数，或使用更多的行。",
    },
  },
  "folds.repeated-time": {
    en: {
      what: "Folds by time are the same in each of {repeats} repeats: there is nothing to draw.",
      hint: "Set repeats to 1, or choose more folds.",
    },
    zh: {
      what: "按时间划分的折在 {repeats} 次重复中完全相同，没有随机性。",
      hint: "请把重复次数设为 1，或增加折数。",
    },
  },
  "folds.not-classes": {
    en: {
      what: "The target “{column}” is {kind}: there are no classes to spread evenly over the folds.",
      hint: "Choose random folds, or a target with classes.",
    },
    zh: {
      what: "目标列“{column}”的类型是 {kind}，没有可以均匀分到各折的类别。",
      hint: "请选择随机折，或选择有类别的目标列。",
    },
  },
  "folds.classes-too-small": {
    en: {
      what: "No class of “{column}” has a row for each of {folds} folds: the largest has {most}.",
      hint: "Choose at most {most} folds, or random folds.",
    },
    zh: {
      what: "“{column}”的任何类别都不够 {folds} 折每折一行：最大的类别只有 {most} 行。",
      hint: "请最多选择 {most} 折，或改用随机折。",
    },
  },
  "folds.small-classes": {
    en: {
      what: "These classes of “{column}” have fewer rows than there are folds ({folds}): {classes}. Some folds test none of them.",
      hint: "Choose fewer folds, or collect more rows of these classes.",
    },
    zh: {
      what: "“{column}”中以下类别的行数少于折数（{folds}）：{classes}。有的折不会测试到它们。",
      hint: "请减少折数，或增加这些类别的行。",
    },
  },
  "folds.one-class": {
    en: {
      what: "Fold {fold} of repeat {repeat} would be fitted on {rows, plural, one {one row} other {# rows}} that all have the class “{class}” of “{column}”.",
      hint: "Choose stratified folds or fewer of them. By time or by group, look whether a class stands in one period or group alone.",
    },
    zh: {
      what: "第 {repeat} 次重复的第 {fold} 折将用 {rows} 行拟合，它们在“{column}”中全是“{class}”类。",
      hint: "请选择分层折或减少折数；按时间或按组时，请检查某个类别是否只出现在一个时段或一个组中。",
    },
  },
  "folds.too-few-groups": {
    en: {
      what: "“{column}” has {groups, plural, one {one group} other {# groups}}: too few for {folds} folds.",
      hint: "Choose at most as many folds as there are groups, or another column as the group.",
    },
    zh: {
      what: "“{column}”只有 {groups} 个组，不足以分成 {folds} 折。",
      hint: "折数不能多于组数；也可以换一列作为分组。",
    },
  },
  "folds.same-again": {
    en: {
      what: "Some of the {repeats} repeats have the very same folds: the sizes of the groups leave nothing to draw.",
      hint: "Their scores count several times and say nothing new. Set repeats to 1.",
    },
    zh: {
      what: "{repeats} 次重复中有的折完全相同：各组大小不同，没有可随机之处。",
      hint: "这些评分被重复计算，并无新信息。请把重复次数设为 1。",
    },
  },
  "leakage.folds-share-rows": {
    en: {
      what: "{shared} of {total} rows are copies of a row in another fold: what is fitted on one copy would be scored on the other.",
      hint: "Cross-validate the rows as they were before they were drawn with replacement, joined or given means over each other, or make folds by group.",
    },
    zh: {
      what: "{total} 行中有 {shared} 行是其他折中某行的副本：用一份拟合，却用另一份评分。",
      hint: "请对有放回抽样、连接或加入总体统计之前的行做交叉验证，或按组划分折。",
    },
  },
  "leakage.folds-may-share-rows": {
    en: {
      what: "A row may stand in this table more than once, or have a part in several rows: it would be in two folds, fitted on in one and scored in the other.",
      hint: "Cross-validate the rows as they were before they were drawn with replacement or joined, or make folds by group.",
    },
    zh: {
      what: "此表中同一行可能出现多次，或影响多行：它会落入两个折，一处用于拟合，另一处用于评分。",
      hint: "请对有放回抽样或连接之前的行做交叉验证，或按组划分折。",
    },
  },
  "metric.no-probabilities": {
    en: {
      what: "The predictions of “{target}” are labels without probabilities: there is nothing to set a threshold on.",
      hint: "Choose a learner that predicts probabilities, for example logistic regression or a tree.",
    },
    zh: {
      what: "“{target}”的预测只有类别而没有概率，无法设定阈值。",
      hint: "请选择能预测概率的学习器，例如逻辑回归或决策树。",
    },
  },
  "metric.one-class": {
    en: {
      what: "No curve can be drawn for {classes}: of these rows all belong to the class, or none does.",
      hint: "Score rows of at least two classes. A stratified split keeps every class in both parts.",
    },
    zh: {
      what: "无法为 {classes} 绘制曲线：这些行全部属于该类别，或没有一行属于它。",
      hint: "请在至少包含两个类别的行上评分。分层拆分可使每个类别都出现在两部分中。",
    },
  },
  "metric.classes-undefined": {
    en: {
      what: "These classes have no curve, because no row that is scored is of them: {classes}. The means are over the others.",
      hint: "Score more rows, or split by classes.",
    },
    zh: {
      what: "以下类别没有曲线，因为所评分的行中没有它们：{classes}。平均值只计其余类别。",
      hint: "请在更多的行上评分，或使用分层拆分。",
    },
  },
  "metric.unknown-class": {
    en: { what: "“{target}” has no class “{class}”.", hint: "Choose one of: {classes}; or leave it empty." },
    zh: { what: "“{target}”没有类别“{class}”。", hint: "可选：{classes}；也可以留空。" },
  },
  "metric.no-weights": {
    en: {
      what: "The rows of the predictions of “{target}” have no weights.",
      hint: "Give a numeric column of the predicted table the role weight, or count every row once.",
    },
    zh: {
      what: "“{target}”的预测中各行没有权重。",
      hint: "请把被预测的表中某个数值列的角色设为权重，或让每行计一次。",
    },
  },
  "metric.weights": {
    en: {
      what: "The weights of the rows whose “{target}” is scored cannot be used.",
      hint: "Weights are finite numbers, 0 or more, none missing, and not all 0.",
    },
    zh: {
      what: "评分“{target}”的行的权重不可用。",
      hint: "权重应为有限的非负数，没有缺失，且不全为 0。",
    },
  },
  "metric.bins": {
    en: { what: "There cannot be {bins} bins.", hint: "Choose a whole number from 1 to 1,000." },
    zh: { what: "分箱数不能是 {bins}。", hint: "请选择 1 到 1,000 之间的整数。" },
  },
  "metric.strategy": {
    en: { what: "“{strategy}” is no way to make bins.", hint: "Choose one of: {known}." },
    zh: { what: "“{strategy}”不是分箱方式。", hint: "可选：{known}。" },
  },
  "compare.too-few": {
    en: {
      what: "{count, plural, =0 {Nothing} other {One result}} is connected, and a comparison needs two.",
      hint: "Connect the scores of two to six cross-validations.",
    },
    zh: { what: "只连接了 {count} 个结果，而比较需要两个。", hint: "请连接两到六个交叉验证的评分。" },
  },
  "compare.not-folded": {
    en: {
      what: "The scores at {slot} are of one part of the rows, not of folds: nothing pairs them with the others.",
      hint: "Connect the scores of Cross-validate.",
    },
    zh: {
      what: "{slot} 处的评分来自某一部分数据而不是各折，无法与其他结果配对。",
      hint: "请连接“交叉验证”的评分。",
    },
  },
  "compare.other-folds": {
    en: {
      what: "“{left}” and “{right}” were not tested on the same rows in the same folds: a difference may be one of the folds.",
      hint: "Cross-validate the same table with the same folds, kind, repeats and seed.",
    },
    zh: {
      what: "“{left}”与“{right}”不是在相同的行、相同的折上测试的：差异可能来自划分本身。",
      hint: "请对同一张表用相同的折数、方式、重复次数和种子做交叉验证。",
    },
  },
  "compare.metric": {
    en: { what: "“{name}” has no {metric} in every fold.", hint: "Choose one of: {known}." },
    zh: { what: "“{name}”并非每一折都有指标 {metric}。", hint: "可选：{known}。" },
  },
  "compare.one-fold": {
    en: {
      what: "“{name}” has a single fold: one difference says nothing about luck.",
      hint: "Use two folds or more.",
    },
    zh: { what: "“{name}”只有一折：单个差异无法说明是否偶然。", hint: "请使用两折或更多。" },
  },
  "compare.rope": {
    en: { what: "{rope} cannot bound a difference.", hint: "Choose 0 or a number above it." },
    zh: { what: "{rope} 不能作为差异的范围。", hint: "请选择 0 或正数。" },
  },
  "compare.growing-training": {
    en: {
      what: "The folds were fitted on very different numbers of rows, as folds by time are: the tests assume equal ones.",
      hint: "Read p and probabilities as rough; look at the differences fold by fold.",
    },
    zh: {
      what: "各折用于拟合的行数相差很大（例如按时间划分的折），而这些检验假定行数相等。",
      hint: "请把 p 值与概率当作粗略参考，并逐折查看差异。",
    },
  },
  "curve.steps": {
    en: { what: "There cannot be {steps} training sizes.", hint: "Choose a whole number from 1 to 1,000." },
    zh: { what: "训练行数不能取 {steps} 个值。", hint: "请选择 1 到 1,000 之间的整数。" },
  },
  "curve.smallest": {
    en: {
      what: "{smallest} is no share of the rows to begin with.",
      hint: "Choose a number above 0, at most 1.",
    },
    zh: { what: "{smallest} 不能作为起始的行数比例。", hint: "请选择大于 0 且不超过 1 的数。" },
  },
  "curve.kind": {
    en: {
      what: "A learning curve cannot be drawn over folds of the kind “{kind}”: their training parts differ in size already.",
      hint: "Choose stratified, random, or by group.",
    },
    zh: {
      what: "不能在“{kind}”方式的折上绘制学习曲线：各折的训练行数本来就不同。",
      hint: "请选择分层、随机或按组。",
    },
  },
  "curve.one-class": {
    en: {
      what: "The first {size, plural, one {row} other {# rows}} of fold {fold} are all of the class “{class}”: there is nothing to tell apart.",
      hint: "Begin with a larger share, or choose stratified folds.",
    },
    zh: {
      what: "第 {fold} 折的前 {size} 行全属于“{class}”类，没有可区分的内容。",
      hint: "请增大起始比例，或选择分层折。",
    },
  },
  "importance.metric": {
    en: { what: "These predictions have no {metric}.", hint: "Choose one of: {known}." },
    zh: { what: "这些预测没有指标 {metric}。", hint: "可选：{known}。" },
  },
  "importance.repeats": {
    en: {
      what: "A column cannot be shuffled {repeats} times.",
      hint: "Choose a whole number from 1 to 10,000.",
    },
    zh: { what: "不能把一列打乱 {repeats} 次。", hint: "请选择 1 到 10,000 之间的整数。" },
  },
  "dependence.no-probabilities": {
    en: {
      what: "The model predicts classes of “{target}” without probabilities: there is no number to follow.",
      hint: "Choose a learner that predicts probabilities, or a target of numbers.",
    },
    zh: {
      what: "该模型只预测“{target}”的类别而没有概率，没有可以跟踪的数值。",
      hint: "请选择能预测概率的学习器，或数值型目标。",
    },
  },
  "dependence.unknown-feature": {
    en: { what: "The model was not fitted on these features: {columns}.", hint: "Choose among: {known}." },
    zh: { what: "模型没有用过这些特征：{columns}。", hint: "可选：{known}。" },
  },
  "dependence.no-values": {
    en: {
      what: "“{column}” has no value in any of these rows: there is nothing to vary it over.",
      hint: "Use other rows, or leave the feature out.",
    },
    zh: { what: "“{column}”在这些行中没有任何值，无从变化。", hint: "请换用其他行，或不选该特征。" },
  },
  "dependence.options": {
    en: {
      what: "No curve can be drawn with a grid of {grid}, a margin of {margin} and {ice} rows.",
      hint: "Choose a grid of 2 values or more, a margin from 0 to below 0.5, and 0 rows or more.",
    },
    zh: {
      what: "无法用 {grid} 个网格点、{margin} 的边缘和 {ice} 行绘制曲线。",
      hint: "网格点至少为 2，边缘应在 0 到 0.5（不含）之间，行数应非负。",
    },
  },
} satisfies Catalogue;

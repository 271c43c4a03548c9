/** Words for what the library `core/ml` has to say: tables, splits, fitting, boosting, predicting, scoring. */
import type { Catalogue } from "./catalogue.ts";

export const mlDiagnostics = {
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
  "tree.poisson-target": {
    en: {
      what: "Row {row} of the target is {value}: the Poisson criterion needs counts, 0 or more and not all 0.",
      hint: "Choose the squared or absolute criterion, or correct the target.",
    },
    zh: {
      what: "目标列第 {row} 行的值是 {value}：泊松准则要求计数值，即非负且不全为 0。",
      hint: "请选择平方或绝对误差准则，或更正目标列。",
    },
  },
  "logistic.not-converged": {
    en: {
      what: "Logistic regression stopped after {iterations, plural, one {one iteration} other {# iterations}} before it had met the tolerance {tolerance}.",
      hint: "Standardize the features, allow more iterations, or penalise more (a smaller C).",
    },
    zh: {
      what: "逻辑回归在 {iterations} 次迭代后停止，尚未达到容差 {tolerance}。",
      hint: "请标准化特征，增加迭代次数，或加强惩罚（减小 C）。",
    },
  },
  "linear.too-many-features": {
    en: {
      what: "{features} features are more than linear regression can hold in memory here; {most} are the most.",
      hint: "Select fewer columns, or reduce them first.",
    },
    zh: {
      what: "{features} 个特征超出了线性回归在内存中所能容纳的上限 {most}。",
      hint: "请选择更少的列，或先降维。",
    },
  },
  "linear.rank-deficient": {
    en: {
      what: "Of {features} features only {rank} are independent: some columns follow from others.",
      hint: "The predictions are right, the single coefficients mean little. Drop a column, or use ridge.",
    },
    zh: {
      what: "{features} 个特征中只有 {rank} 个线性无关：有些列可由其他列得出。",
      hint: "预测是正确的，但单个系数意义不大。请去掉某列，或使用岭回归。",
    },
  },
  "linear.not-converged": {
    en: {
      what: "Coordinate descent stopped after {iterations, plural, one {one sweep} other {# sweeps}} before it had met the tolerance {tolerance}.",
      hint: "Standardize the features, allow more iterations, or penalise more (a larger α).",
    },
    zh: {
      what: "坐标下降在 {iterations} 轮后停止，尚未达到容差 {tolerance}。",
      hint: "请标准化特征，增加迭代次数，或加强惩罚（增大 α）。",
    },
  },
  "knn.too-few-rows": {
    en: {
      what: "{k} neighbours were asked for, and there {rows, plural, one {is one training row} other {are # training rows}}.",
      hint: "Choose a smaller k, or more rows.",
    },
    zh: { what: "要求 {k} 个近邻，但只有 {rows} 个训练行。", hint: "请减小 k，或使用更多的行。" },
  },
  "perceptron.not-converged": {
    en: {
      what: "The perceptron still made {mistakes, plural, one {one mistake} other {# mistakes}} in pass {passes}, its last one.",
      hint: "Perhaps no plane separates the classes; then it never ends. Otherwise allow more passes.",
    },
    zh: {
      what: "感知机在最后的第 {passes} 遍中仍有 {mistakes} 个错误。",
      hint: "也许没有平面能分开这些类别，那样它永不停止；否则请增加遍数。",
    },
  },
  "perceptron.cycling": {
    en: {
      what: "After pass {pass} the perceptron has the weights of {cycle, plural, one {one pass} other {# passes}} before: it goes round in circles.",
      hint: "That proves that no plane separates the classes. Add features, or choose another learner.",
    },
    zh: {
      what: "第 {pass} 遍之后，感知机的权重与 {cycle} 遍之前完全相同：它在循环。",
      hint: "这证明没有平面能分开这些类别。请增加特征，或换一个学习器。",
    },
  },
  "svm.not-converged": {
    en: {
      what: "The machine for {classes} stopped after {iterations} steps before it had met the tolerance.",
      hint: "Standardize the features, lower C, or allow more iterations.",
    },
    zh: {
      what: "区分 {classes} 的支持向量机在 {iterations} 步后停止，尚未达到容差。",
      hint: "请标准化特征，减小 C，或增加迭代次数。",
    },
  },
  "adaboost.rounds": {
    en: { what: "AdaBoost cannot run {rounds} rounds.", hint: "Choose a whole number from 1 to 10,000." },
    zh: { what: "AdaBoost 不能运行 {rounds} 轮。", hint: "请选择 1 到 10,000 之间的整数。" },
  },
  "adaboost.learning-rate": {
    en: {
      what: "{learningRate} is no learning rate.",
      hint: "Choose a number above 0; 1 is the original algorithm.",
    },
    zh: { what: "{learningRate} 不能作为学习率。", hint: "请选择大于 0 的数；1 对应原始算法。" },
  },
  "adaboost.mode": {
    en: { what: "AdaBoost cannot “{each}” the rows of a round.", hint: "Choose re-weight or re-sample." },
    zh: {
      what: "AdaBoost 的每一轮不支持“{each}”。",
      hint: "请选择 re-weight（重新加权）或 re-sample（重新抽样）。",
    },
  },
  "adaboost.learner-needs-classes": {
    en: {
      what: "AdaBoost votes on classes, and {learner} predicts none.",
      hint: "Boost a learner that predicts classes.",
    },
    zh: { what: "AdaBoost 对类别投票，而 {learner} 不预测类别。", hint: "请使用能预测类别的学习器。" },
  },
  "adaboost.learner-needs-values": {
    en: {
      what: "AdaBoost takes the median of numbers, and {learner} predicts classes.",
      hint: "Boost a learner that predicts numbers.",
    },
    zh: { what: "AdaBoost 对数值取中位数，而 {learner} 预测的是类别。", hint: "请使用能预测数值的学习器。" },
  },
  "adaboost.stopped-at-half": {
    en: {
      what: "Boosting stopped in round {round} of {rounds}: the average loss of its learner was {averageLoss, number, ::.0000}, and must be below one half.",
      hint: "The rounds before it are kept; if there are none, its learner stands alone. Another loss or learner may go on for longer.",
    },
    zh: {
      what: "提升在第 {round} 轮（共 {rounds} 轮）停止：该轮学习器的平均损失为 {averageLoss, number, ::.0000}，而它必须小于二分之一。",
      hint: "之前的各轮已保留；若没有，则只保留该学习器。更换损失或学习器可能会继续更久。",
    },
  },
  "adaboost.learner-needs-weights": {
    en: {
      what: "Re-weighting needs a learner that uses sample weights, and {learner} does not.",
      hint: "Choose re-sample: then each round draws its rows by weight, and any learner will do.",
    },
    zh: {
      what: "重新加权要求学习器支持样本权重，而 {learner} 不支持。",
      hint: "请选择重新抽样：每轮按权重抽取样本，任何学习器都可用。",
    },
  },
  "adaboost.worse-than-chance": {
    en: {
      what: "The first {learner} has a weighted error of {error, number, ::.0000}; guessing has {chance, number, ::.0000}. There is nothing to boost.",
      hint: "Use a learner that finds something in these rows, for example a deeper tree, or other features.",
    },
    zh: {
      what: "第一个 {learner} 的加权错误率为 {error, number, ::.0000}，而随机猜测为 {chance, number, ::.0000}，无法提升。",
      hint: "请使用能从这些数据中学到东西的学习器（例如更深的树），或换用其他特征。",
    },
  },
  "adaboost.stopped-at-chance": {
    en: {
      what: "Boosting stopped in round {round} of {rounds}: its learner was no better than chance ({error, number, ::.0000}, chance is {chance, number, ::.0000}) and was dropped.",
      hint: "The rounds before it are kept. A lower learning rate or another learner may go on for longer.",
    },
    zh: {
      what: "提升在第 {round} 轮（共 {rounds} 轮）停止：该轮学习器不优于随机猜测（{error, number, ::.0000}，随机为 {chance, number, ::.0000}），已被丢弃。",
      hint: "之前的各轮已保留。降低学习率或更换学习器可能会继续更久。",
    },
  },
  "adaboost.perfect-learner": {
    en: {
      what: "Boosting ended in round {round} of {rounds}: its learner made no mistake, so no weight is left to move.",
      hint: "The learner may be strong enough by itself: look at its score on unseen rows.",
    },
    zh: {
      what: "提升在第 {round} 轮（共 {rounds} 轮）结束：该轮学习器没有任何错误，无权重可调整。",
      hint: "该学习器本身可能已足够强：请查看它在未见数据上的得分。",
    },
  },
  "adaboost.weights-overflow": {
    en: {
      what: "After round {round} of {rounds} the sample weights grew beyond all numbers; boosting stopped there.",
      hint: "Lower the learning rate, which is {learningRate}.",
    },
    zh: {
      what: "第 {round} 轮（共 {rounds} 轮）之后样本权重溢出，提升就此停止。",
      hint: "请降低学习率（当前为 {learningRate}）。",
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

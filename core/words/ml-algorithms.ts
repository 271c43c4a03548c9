/** Words for what one algorithm has to say: its parameters, and rows that it cannot do with. */
import type { Catalogue } from "./catalogue.ts";

export const algorithmDiagnostics = {
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
  "kernels.memory": {
    en: {
      what: "{bytes, number} more bytes do not fit into the memory of the compiled kernels ({held, number} in use).",
      hint: "Use fewer rows or columns; a kernel's memory ends at 4 GiB.",
    },
    zh: {
      what: "编译内核的内存放不下另外 {bytes, number} 字节（已用 {held, number}）。",
      hint: "请减少行数或列数；内核的内存上限为 4 GiB。",
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
  "gbdt.validation-too-small": {
    en: {
      what: "Of {rows, plural, one {one row} other {# rows}} early stopping would keep {validation} for validation and leave {train} for training: one of the parts lacks rows, weight or a class.",
      hint: "Use more rows, another share for validation, or patience 0, which trains all rounds.",
    },
    zh: {
      what: "共 {rows} 行，提前停止会留出 {validation} 行作验证、{train} 行作训练：其中一部分缺少行、权重或某个类别。",
      hint: "请使用更多的行，改变验证比例，或把耐心设为 0（训练全部轮数）。",
    },
  },
  "gbdt.not-finite": {
    en: {
      what: "In round {round} of {rounds} the loss grew beyond all numbers; boosting stopped before it.",
      hint: "The rounds before it are kept. Lower the learning rate, which is {learningRate}.",
    },
    zh: {
      what: "第 {round} 轮（共 {rounds} 轮）损失溢出，提升在该轮之前停止。",
      hint: "之前的各轮已保留。请降低学习率（当前为 {learningRate}）。",
    },
  },
  "gbdt.stopped-early": {
    en: {
      what: "Boosting stopped in round {round} of {rounds}: the loss of the {rows, plural, one {one validation row} other {# validation rows}} was no longer below any of the last {patience, plural, one {round} other {# rounds}}.",
      hint: "These rows count as seen by the model, although no tree has: they decided when to stop.",
    },
    zh: {
      what: "提升在第 {round} 轮（共 {rounds} 轮）停止：{rows} 个验证行的损失不再低于最近 {patience} 轮中的任何一轮。",
      hint: "这些行虽未被任何树使用，仍算作模型见过的数据：停止的时刻由它们决定。",
    },
  },
  "gbdt.constant-target": {
    en: {
      what: "Every row of the target is {value}: the constant that boosting begins with is all there is to learn.",
      hint: "Check whether this is the column that you mean to predict.",
    },
    zh: {
      what: "目标列的每一行都是 {value}：提升的初始常数已是全部可学之物。",
      hint: "请确认这是要预测的列。",
    },
  },
  "gbdt.no-splits": {
    en: {
      what: "None of the {trees} trees found a split: the features do not part the rows within the limits.",
      hint: "Look for columns that are empty or constant, or loosen the limits on depth, rows a leaf and improvement.",
    },
    zh: {
      what: "{trees} 棵树都没有找到划分：在当前限制下，特征无法把行分开。",
      hint: "请检查是否有空列或常数列，或放宽对深度、叶节点行数与改善量的限制。",
    },
  },
} as const satisfies Catalogue;

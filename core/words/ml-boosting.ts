/** Words for second-order boosting: its targets and parameters, and model files of XGBoost. */
import type { Catalogue } from "./catalogue.ts";

export const boostingDiagnostics = {
  "xgboost.target": {
    en: {
      what: "Row {row} of the target is {value}, which the loss {objective} cannot learn.",
      hint: "Choose the squared or Huber loss for numbers of any sign and size, or correct the target.",
    },
    zh: {
      what: "目标列第 {row} 行的值是 {value}，损失 {objective} 无法学习这样的值。",
      hint: "数值可正可负时请选择平方或 Huber 损失，或更正目标列。",
    },
  },
  "xgboost.zero-target": {
    en: {
      what: "Every row of the target is 0: the loss {objective} has no mean above 0 to start from.",
      hint: "Choose the squared loss, or another target.",
    },
    zh: {
      what: "目标列全为 0：损失 {objective} 没有大于 0 的均值可作为起点。",
      hint: "请选择平方损失，或换一个目标列。",
    },
  },
  "xgboost.weights": {
    en: {
      what: "The sample weights are too large or too small for numbers of seven digits.",
      hint: "Multiply them by a factor so that they lie near 1.",
    },
    zh: {
      what: "样本权重过大或过小，超出七位有效数字的范围。",
      hint: "请乘以一个系数，使其接近 1。",
    },
  },
  "xgboost.base-score": {
    en: {
      what: "The base score {score} is no prediction of the loss {objective}.",
      hint: "A probability lies between 0 and 1; a mean of counts or amounts is above 0.",
    },
    zh: {
      what: "基准值 {score} 不是损失 {objective} 可能的预测。",
      hint: "概率在 0 与 1 之间；计数或数额的均值大于 0。",
    },
  },
  "xgboost.not-finite": {
    en: {
      what: "Round {round} left numbers that are not finite: the steps are too large.",
      hint: "Lower the learning rate, raise λ, or limit the step.",
    },
    zh: {
      what: "第 {round} 轮之后出现了非有限数值：步子过大。",
      hint: "请降低学习率，增大 λ，或限制步长。",
    },
  },
  "xgboost-model.json": {
    en: {
      what: "The model file is no JSON: {message}.",
      hint: "Save it anew by booster.save_model with a name that ends in .json; a file that was cut off cannot be read.",
    },
    zh: {
      what: "模型文件不是 JSON：{message}。",
      hint: "请用 booster.save_model 重新保存，文件名以 .json 结尾；被截断的文件无法读取。",
    },
  },
  "xgboost-model.field": {
    en: {
      what: "The model file does not say what it should at {path}.",
      hint: "Only JSON models as XGBoost saves them are read; save the model anew.",
    },
    zh: {
      what: "模型文件在 {path} 处缺少应有的内容，或内容不对。",
      hint: "只能读取由 XGBoost 保存的 JSON 模型；请重新保存模型。",
    },
  },
  "xgboost-model.booster": {
    en: {
      what: "The model’s booster is {booster}; only trees are read, gbtree and dart.",
      hint: "Train it with one of these boosters.",
    },
    zh: {
      what: "模型的提升器是 {booster}；这里只能读取由树组成的 gbtree 与 dart。",
      hint: "请用这两种提升器之一训练。",
    },
  },
  "xgboost-model.objective": {
    en: {
      what: "The model’s objective, {objective}, is not known here: what its margins mean cannot be said.",
      hint: "Train it with an objective for squared error, classes, counts, or amounts.",
    },
    zh: {
      what: "这里不认识模型的目标函数 {objective}，无法解释其输出的含义。",
      hint: "请用平方误差、类别、计数或金额的目标函数训练。",
    },
  },
  "xgboost-model.tree": {
    en: {
      what: "Tree {tree} of the model file is none: at node {node} {what, select, child {the children are wrong} feature {a feature is asked for that there is not} number {a number is missing} other {the entries do not match ({what})}}.",
      hint: "The file was changed or damaged; save the model anew.",
    },
    zh: {
      what: "模型文件中的第 {tree} 棵树不成立：节点 {node} 处{what, select, child {子节点有误} feature {询问了不存在的特征} number {缺少数值} other {条目不一致（{what}）}}。",
      hint: "文件被改动或已损坏；请重新保存模型。",
    },
  },
} as const satisfies Catalogue;

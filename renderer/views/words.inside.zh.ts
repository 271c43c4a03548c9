/** 结果内部视图的中文语句：权重、决策面、间隔、系数、列。键与 `words.inside.en.ts` 相同。 */
import type { insideWordsEn } from "./words.inside.en.ts";

export const insideWordsZh: Readonly<Record<keyof typeof insideWordsEn, string>> = {
  "detail.waiting": "正在计算……",
  "round.of": "{index} {at}，共 {count}",

  "view.weights": "样本权重",
  "weights.explain":
    "{count} 个训练行在一轮中各占多大权重：集成预测错的行变重，下一个学习器便着眼于它们。直到最后仍很重的行，多为离群点或错误标签。有效样本量是指：多少个等权的行能说明同样多的内容。",
  "weights.effective": "有效样本量",
  "weights.largest": "最重的行",
  "weights.heaviest": "最重的行",
  "weights.weight": "权重 D",
  "weights.rank": "名次，最重者在前",
  "weights.point": "第 {at} 名，权重 {value}",
  "weights.sample": "{count} 行中的 {shown} 行，最重的都在其中",

  "view.surface": "决策面",
  "surface.explain":
    "模型在平面上每一处会预测什么：类别以颜色表示，把握越小颜色越淡；数值以深浅表示。点是模型的训练行。线条分隔各类别，或连接相等的值。特征较多时，先取使预测变化最大的两个。",
  "surface.explainRounds":
    "若提升在这么多轮后结束，模型在平面上每一处会预测什么：类别以颜色表示，把握越小颜色越淡；数值以深浅表示。点是模型的训练行。特征较多时，先取使预测变化最大的两个。",
  "surface.cell": "{at}：{value}",
  "surface.place": "位置",
  "surface.held": "其余 {count} 个特征固定在中位数或最常见的取值：",

  "view.replay": "逐轮重放",
  "replay.explain":
    "依次为：这一轮之前的预测；剩下的部分，即损失的负梯度 r（只有平方损失时才是残差），以及拟合 r 的树 h；加上树的一部分 ν 之后的预测。点是训练行，线是模型或这棵树；有多个特征时，第二种颜色标出对每一行的预测。",
  "replay.explainClasses":
    "依次为：这一轮之前该类别的概率；剩下的部分，即损失的负梯度 r，以及拟合 r 的树 h；把树的一部分 ν 加到 F 之后的概率。点是训练行，属于该类别的在 1 处；有多个特征时，第二种颜色标出对每一行的预测。",
  "replay.probability": "{name} 的概率",
  "replay.before": "之前",
  "replay.after": "之后",

  "view.margins": "间隔",
  "margins.explainVotes":
    "某一轮之后，投票对每个训练行有多明确：所有学习器都投其真实类别时为 1，平票为 0，集成出错时小于 0。曲线给出间隔不超过该值的行所占比例。训练误差为 0 之后，间隔仍会增大（Schapire 等，1998）。",
  "margins.explain":
    "{count} 行各自预测得有多明确：真实类别的概率减去其余类别中最大的概率。小于 0 即预测错误。曲线给出间隔不超过该值的行所占比例。",
  "margins.margin": "间隔",
  "margins.share": "不超过该间隔的行的比例",
  "margins.rows": "行数",
  "margins.bin": "{value}：{count} 行",
  "margins.point": "{name}：间隔不超过 {value}，{share}",
  "margins.wrong": "间隔 ≤ 0",
  "margins.smallest": "最小",
  "margins.median": "中位数",
  "margins.form": "间隔的画法",
  "margins.curve": "累积曲线",
  "margins.bars": "直方图",

  "view.coefficients": "系数",
  "view.means": "类均值",
  "coefficients.densities": "类占比 × 该类的正态密度",
  "coefficients.explain":
    "每个特征增加一个单位时使得分增加多少：向右支持该类别（或增大数值），向左反对。只有同一尺度的特征才能比较大小：对缩放后的特征，一个单位是缩放的一步（一个标准差或全距）。",
  "coefficients.explainMeans":
    "朴素贝叶斯所知的各类别中每个特征的均值与标准差，以及类别所占比例。最能区分类别的特征在前。",
  "coefficients.score": "得分",
  "coefficients.unit": "特征的单位",
  "coefficients.scaled": "按缩放后的单位",
  "coefficients.perUnit": "按原始单位",
  "coefficients.intercept": "截距",
  "coefficients.versus": "{name} 对 {value}",
  "coefficients.cut": "{count} 个特征中的前 {shown} 个",

  "view.profile": "列概况",
  "profile.explain":
    "每一列在全部 {count} 行上的概况：数值从最小到最大的直方图，或最常见取值的条形，以及概括它的几个数。标准差除以 n − 1；取值的占比按有值的行计算。",
  "profile.least": "最小",
  "profile.median": "中位数",
  "profile.greatest": "最大",
  "profile.mean": "均值",
  "profile.deviation": "标准差",
  "profile.missing": "缺失",
  "profile.distinct": "不同取值",
  "profile.infinite": "无穷",
  "profile.others": "其余全部",
  "profile.column": "列",
  "profile.kind": "类型",
  "profile.facts": "数值概括",
  "profile.before": "前一页",
  "profile.after": "后一页",
  "profile.columns": "第 {at} 列，共 {count} 列",

  "view.matrix": "散点矩阵",
  "matrix.explain":
    "数值列两两相对：对角线以下每个点是一行，以颜色和标记表示类别；以上是同样两列在所绘各行上的皮尔逊相关系数；对角线上是一列数值的分布。拖出方框可选择行。",
  "matrix.pair": "列",
  "matrix.correlation": "相关系数 r",
  "matrix.rows": "行数",
  "matrix.columns": "{count} 列中的 {shown} 列",
  "matrix.choose": "二至 {count} 个数值列",
};

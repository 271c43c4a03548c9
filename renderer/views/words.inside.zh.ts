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
};

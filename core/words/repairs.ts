/** Labels of one-click repairs. */
import type { Language } from "./catalogue.ts";

export const repairWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "remove-param": { en: "Remove {name}", zh: "移除 {name}" },
  "insert-split": { en: "Insert a split after {after}", zh: "在 {after} 之后插入数据划分" },
  "use-training-part": { en: "Fit on {split}'s training part", zh: "改用 {split} 的训练部分进行拟合" },
  "use-test-part": { en: "Score {split}'s part set aside", zh: "改用 {split} 的留出部分评分" },
  "leave-out-mixing": {
    en: "Leave out {node}, after which rows cannot be told apart",
    zh: "绕过 {node}：在它之后各行无法区分",
  },
  "use-both-parts": {
    en: "Fit on {split}'s training part and score the part set aside",
    zh: "用 {split} 的训练部分拟合，在留出部分上评分",
  },
};

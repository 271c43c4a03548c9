/** Labels of one-click repairs. */
import type { Language } from "./catalogue.ts";

export const repairWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "remove-param": { en: "Remove {name}", zh: "移除 {name}" },
  connect: { en: "Connect {from}", zh: "连接 {from}" },
  "use-output": { en: "Take {port} instead", zh: "改用 {port}" },
  "use-input": { en: "Connect to {port} instead", zh: "改接到 {port}" },
  "insert-converter": { en: "Put {step} in between", zh: "在中间加入 {step}" },
  "remove-wire": { en: "Remove the wire {wire}", zh: "移除连线 {wire}" },
  unmute: { en: "Unmute {node}", zh: "取消 {node} 的静音" },
  restore: { en: "Take {node} in again", zh: "不再旁路 {node}" },
  "reset-param": { en: "Set {name} to its default, {value}", zh: "将 {name} 恢复为默认值 {value}" },
  "choose-file": { en: "Choose a file for {node}", zh: "为 {node} 选择文件" },
  "set-target": { en: "Make {column} the target", zh: "以 {column} 为目标列" },
  "insert-step": { en: "Put {step} before {node}", zh: "在 {node} 之前加入 {step}" },
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

/** 起始页的中文。键与 `words.en.ts` 相同，由测试保证完整。 */
export const startWordsZh = {
  "note.task":
    "**{file} 的诚实基线。** 预测“{target}”，{task, select, classification {属于若干类别之一} other {是一个数值}}。",
  "note.split":
    "五分之一的行被留出{kind, select, time {：按“{time}”取最晚的} stratified {，各类别比例不变} other {，随机抽取}}。",
  "note.folds":
    "在其余的行上，每个学习器拟合 {folds} 次，并在未见过的一折上评分；所有学习器的折相同。常数表示什么也没学到时的水平：只有超过它才算学到了东西。",
  "note.steps": "填补、独热与缩放属于学习器，在每一折中重新学习，因此不会泄漏。",
  "note.leftOut": "在“选列”中去掉：{columns}{more, plural, =0 {} other {，以及另外 # 列}}。",
  "note.final":
    "最上一行用{learner, select, logistic {逻辑回归} other {线性回归}}在留出部分上评分一次；若比较结果偏向其他学习器，把它接到那里即可。",
};

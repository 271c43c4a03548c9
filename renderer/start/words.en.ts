/** English sentences of the start page. `words.zh.ts` holds the same keys; a test keeps the two complete. */
export const startWordsEn = {
  "note.task":
    "**An honest baseline for {file}.** It predicts “{target}”, {task, select, classification {one of several classes} other {a number}}.",
  "note.split":
    "A fifth of the rows is held out{kind, select, time {: the latest by “{time}”} stratified {, with every class in its share} other {, drawn by chance}}.",
  "note.folds":
    "On the rest each learner is fitted {folds} times and scored on the fold it has not seen; all have the same folds. The constant shows what nothing learned is worth: only what beats it has learned something.",
  "note.steps":
    "Filling, one-hot and scaling are part of the learner and learned in each fold anew, so nothing leaks.",
  "note.leftOut": "Left out in “Select”: {columns}{more, plural, =0 {} other { and # more}}.",
  "note.final":
    "At the top {learner, select, logistic {logistic regression} other {linear regression}} is scored once on the held-out part; wire another learner there when the comparison favours it.",
};

/** English sentences of the start page. `words.zh.ts` holds the same keys; a test keeps the two complete. */
export const startWordsEn = {
  "start.line":
    "Build a machine-learning experiment by wiring it. Run it, look inside, compare, and take it away as a script that gives the same numbers.",
  "start.back": "Back to “{title}”",
  "drop.title": "Start from your data",
  "drop.text":
    "Drop a CSV, TSV, JSON, Parquet or Arrow file. Choose what to predict: an honest baseline, split once and cross-validated, is running a moment later. Experiments and figures that were saved here open as they are.",
  "drop.over":
    "Let go: a table is copied into your folder and you are asked what to predict; an experiment or a figure opens.",
  "drop.one": "One table at a time: this is “{name}”. More of them can be dropped on the canvas.",
  "drop.choose": "Choose a file…",
  "recent.none": "Nothing yet. What you save in “{folder}” stands here the next time.",
  "examples.title":
    "{count, plural, =0 {Experiments that work} one {One experiment that works} other {# experiments, each one working}}",
  "data.title": "Start from data",
  "data.titleOf": "Start from {name}",
  "data.elsewhere": "A file from elsewhere on this computer…",
  "data.none":
    "There is no data file in your folder yet. Take one from elsewhere, or drop it on the start page.",
  "data.another": "Choose another file",
  "data.uploading": "Copying {name} into your folder",
  "data.reading": "Reading the file and looking at each column",
  "data.again": "Looking at every column again, for this target",
  "data.facts":
    "{rows, plural, one {# row} other {# rows}}, {columns, plural, one {# column} other {# columns}}.",
  "data.every":
    "The file has more: every {every, selectordinal, two {#nd} few {#rd} other {#th}} row was looked at; the graph reads all of them.",
  "data.predict": "Predict",
  "data.as": "as",
  "data.noTarget": "Choose a column",
  "data.byTime": "Divide the rows by “{column}”: learn from the past, be scored on what came later",
  "data.builds":
    "A fifth of the rows is held out; a constant, a linear model and a tree are cross-validated on the rest and compared.",
  "data.build": "Build and run",
  "task.classification": "classes",
  "task.regression": "a number",
  "columns.label": "Columns",
  "columns.leaveOut": "Leave out",
  "columns.leaveOutOne": "Leave out {column}",
  "columns.name": "Column",
  "columns.kind": "Kind",
  "columns.missing": "Missing",
  "columns.levels": "Different",
  "columns.more":
    "{count, plural, one {# more column} other {# more columns}}, with nothing odd to be seen first.",
  "kind.numeric": "number",
  "kind.categorical": "category",
  "kind.boolean": "yes or no",
  "kind.datetime": "date",
  "kind.text": "text",
  "reason.chosen": "You chose it.",
  "reason.name": "Guessed, because a column called “{word}” usually is what is asked for.",
  "reason.last": "Guessed, because it is the last column that can be predicted.",
  "reason.few-levels": "Guessed, because it has only {levels} different values.",
  "reason.only": "Guessed, because no other column can be predicted.",
  "sign.empty": "Nothing in it: every cell is missing.",
  "sign.constant": "The same in every row ({value}): there is nothing to learn from it.",
  "sign.identifier":
    "Names the row: {distinct, number} different values in {rows, number} rows. A learner would learn the rows by heart.",
  "sign.text": "Free text that hardly repeats; no learner here takes it as it is.",
  "sign.many-levels": "{distinct, number} categories, most of them too rare to learn from.",
  "sign.missing": "{share} of its cells are missing.",
  "sign.date.one-class":
    "A date. The earliest rows all have the same “{target}”: nothing could be learned from them alone, so the rows are divided by chance.",
  "sign.date.yes": "A date. It can divide the rows into earlier and later ones.",
  "sign.date.gaps": "A date with gaps: no learner takes it, and rows without one cannot be put in order.",
  "sign.gives-away.copy": "The same numbers as “{target}”: it gives the answer away.",
  "sign.gives-away.linear": "Gives “{target}” away: correlation {size}, so one is the other in another unit.",
  "sign.gives-away.monotone":
    "Gives “{target}” away: rank correlation {size}; the order of one is the order of the other.",
  "sign.gives-away.lookup":
    "Gives “{target}” away: looking up rows with the same or the next value explains {share} of it. Probably it was written down after the fact.",
  "obstacle.no-target": "No column here can be predicted. Choose another file.",
  "obstacle.no-features": "Every column is left out. Keep at least one to learn from.",
  "obstacle.few-rows": "Fewer than 10 rows have a target: too few to hold any out.",
  "obstacle.one-class": "This column is the same in every row. Choose another one to predict.",

  "frame.rows": "the rows, a part of them set aside",
  "frame.final": "at the end: a score on what was set aside",
  "frame.folds": "three learners, cross-validated on the rest and compared",
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

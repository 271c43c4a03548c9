/** English sentences of the views of what is inside a result: weights, surfaces, margins, coefficients, columns. */
export const insideWordsEn = {
  "detail.waiting": "Being computed …",
  "round.of": "{index} {at} of {count}",

  "view.weights": "Sample weights",
  "weights.explain":
    "How much each of the {count, plural, one {# training row} other {# training rows}} counts in a round: rows that the ensemble gets wrong grow, and the next learner looks there. Rows that stay heavy to the end are outliers or wrong labels. As many rows of equal weight as the effective sample size would say as much.",
  "weights.effective": "effective sample size",
  "weights.largest": "heaviest row",
  "weights.heaviest": "heaviest rows",
  "weights.weight": "weight D",
  "weights.rank": "rank, heaviest first",
  "weights.point": "rank {at}, weight {value}",
  "weights.sample": "{shown} of {count} rows, the heaviest among them",

  "view.surface": "Decision surface",
  "surface.explain":
    "What the model would predict at each place of the plane: a class by its colour, paler where it is less sure; a value by its shade. Points are rows that the model was fitted on. Lines part the classes, or join equal values. Of many features, the two along which it moves most come first.",
  "surface.explainRounds":
    "What the model would predict at each place of the plane, had boosting ended after so many rounds: a class by its colour, paler where it is less sure; a value by its shade. Points are rows that the model was fitted on. Of many features, the two along which it moves most come first.",
  "surface.cell": "{at}: {value}",
  "surface.place": "place",
  "surface.held":
    "{count, plural, one {The other feature stands} other {The other # features stand}} at the median or most frequent level:",

  "view.replay": "Round by round",
  "replay.explain":
    "What was predicted before the round; what was left of it, the negative gradient r of the loss (the residual only for squared loss), with the tree h that was fitted to r; and what is predicted after a part ν of the tree has been added. Points are training rows, the line is the model or its tree. With several features the second colour marks what is said of each row.",
  "replay.explainClasses":
    "The probability of the class before the round; what was left, the negative gradient r of the loss, with the tree h that was fitted to r; and the probability after a part ν of the tree has been added to F. Points are training rows, at 1 where they are of the class. With several features the second colour marks what is said of each row.",
  "replay.probability": "{name}, probability",
  "replay.before": "before",
  "replay.after": "after",

  "view.margins": "Margins",
  "margins.explainVotes":
    "How clearly the vote is right on each training row after a round: 1 where every learner names its class, 0 at a draw, below 0 where the ensemble is wrong. The curve tells the share of rows with at most that margin. Margins go on growing after the training error is 0 (Schapire et al. 1998).",
  "margins.explain":
    "How clearly each of {count, plural, one {# row} other {# rows}} is predicted: the probability of its true class less that of the strongest other one. Below 0 the row is predicted wrongly. The curve tells the share of rows with at most that margin.",
  "margins.margin": "margin",
  "margins.share": "share of rows up to the margin",
  "margins.rows": "rows",
  "margins.bin": "{value}: {count, plural, one {# row} other {# rows}}",
  "margins.point": "{name}: margin up to {value}, {share}",
  "margins.wrong": "margin ≤ 0",
  "margins.smallest": "smallest",
  "margins.median": "median",
  "margins.form": "Draw margins as",
  "margins.curve": "cumulative",
  "margins.bars": "histogram",

  "view.coefficients": "Coefficients",
  "view.means": "Class means",
  "coefficients.densities": "share of the class × its normal density",
  "coefficients.explain":
    "What each feature adds to the score as it grows by one: to the right for the class (or to the value), to the left against it. Only of features on one scale can sizes be compared: of scaled ones, one is a step of the scaling (a standard deviation, the range).",
  "coefficients.explainMeans":
    "Mean and standard deviation of each feature in each class, as naive Bayes knows them, beside the share of the class. Features that part the classes best stand first.",
  "coefficients.score": "Score",
  "coefficients.unit": "Unit of the features",
  "coefficients.scaled": "per scaled unit",
  "coefficients.perUnit": "per original unit",
  "coefficients.intercept": "intercept",
  "coefficients.versus": "{name} against {value}",
  "coefficients.cut": "the first {shown} of {count, plural, one {# feature} other {# features}}",

  "view.profile": "Columns",
  "profile.explain":
    "Each column over {count, plural, one {its # row} other {all # rows}}: a histogram of its numbers from the least to the greatest, or bars of its most frequent levels, and what sums it up. The standard deviation divides by n − 1; the share of a level is of rows that have one.",
  "profile.least": "min",
  "profile.median": "median",
  "profile.greatest": "max",
  "profile.mean": "mean",
  "profile.deviation": "sd",
  "profile.missing": "missing",
  "profile.distinct": "distinct",
  "profile.infinite": "infinite",
  "profile.others": "all others",
  "profile.column": "column",
  "profile.kind": "kind",
  "profile.facts": "in numbers",
  "profile.before": "Before",
  "profile.after": "After",
  "profile.columns": "columns {at} of {count}",

  "view.matrix": "Matrix",
  "matrix.explain":
    "Columns of numbers against each other: below the diagonal each point is a row, its class by colour and mark; above it Pearson's correlation of the same two columns over the rows that are drawn; on it how the values of a column lie. A box selects rows.",
  "matrix.pair": "columns",
  "matrix.correlation": "correlation r",
  "matrix.rows": "rows",
  "matrix.columns": "{shown} of {count} columns",
  "matrix.choose": "Two to {count} columns of numbers",
} as const;

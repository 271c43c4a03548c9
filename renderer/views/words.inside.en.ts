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
} as const;

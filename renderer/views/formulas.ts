/** Formulas of boosting that stand under more than one view. */

/** The say of a classifier (SAMME), and of one that predicts numbers (R2). */
export const weightFormula = "α_m = ln((1 − e_m) / e_m) + ln(K − 1)";
export const valueWeightFormula = "α_m = η·ln(1 / β_m)   ·   β_m = L̄_m / (1 − L̄_m)";

/** Gradient boosting, Friedman 2001. */
export const gradientFormula = "r_i = −∂L/∂F(x_i)   ·   F_m = F_{m−1} + ν·h_m";

/** The negative gradient of each loss, by its name. */
export const gradientFormulas: Readonly<Record<string, string>> = {
  squared: "r_i = y_i − F_{m−1}(x_i)",
  absolute: "r_i = sign(y_i − F_{m−1}(x_i))",
  huber: "r_i = max(−δ, min(δ, y_i − F_{m−1}(x_i)))",
  quantile: "r_i = α − [y_i < F_{m−1}(x_i)]",
  deviance: "r_i = y_i − p_{m−1}(x_i)",
  exponential: "r_i = s_i·e^(−s_i·F_{m−1}(x_i)), s_i = ±1",
};

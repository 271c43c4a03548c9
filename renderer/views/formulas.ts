/** Formulas of boosting that stand under more than one view. */

/** The say of a classifier (SAMME), and of one that predicts numbers (R2). */
export const weightFormula = "α_m = ln((1 − e_m) / e_m) + ln(K − 1)";
export const valueWeightFormula = "α_m = η·ln(1 / β_m)   ·   β_m = L̄_m / (1 − L̄_m)";

/** Gradient boosting, Friedman 2001. */
export const gradientFormula = "r_i = −∂L/∂F(x_i)   ·   F_m = F_{m−1} + ν·h_m";

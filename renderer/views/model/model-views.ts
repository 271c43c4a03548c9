/** The views of a fitted model. */
import { lazy } from "react";
import { gradientFormula, gradientFormulas, valueWeightFormula, weightFormula } from "../formulas.ts";
import type { View } from "../view.ts";
import { MemberSays } from "./MemberSays.tsx";
import { ModelFacts } from "./ModelFacts.tsx";
import { ModelView } from "./ModelView.tsx";

// Loaded when somebody opens them first.
const CoefficientsView = lazy(async () => ({
  default: (await import("../coefficients/CoefficientsView.tsx")).CoefficientsView,
}));
const ReplayView = lazy(async () => ({ default: (await import("../replay/ReplayView.tsx")).ReplayView }));
const SurfaceView = lazy(async () => ({ default: (await import("../surface/SurfaceView.tsx")).SurfaceView }));
const VoteMargins = lazy(async () => ({ default: (await import("../margins/VoteMargins.tsx")).VoteMargins }));

export const modelViews: readonly View<"model">[] = [
  {
    id: "tree",
    title: "view.tree",
    fits: ({ tree }) => (tree?.nodes.length ?? 0) > 0,
    explain: ({ members, task }) => {
      if (members && members.says.length === 0)
        return { words: "tree.explainGradient", values: { count: members.count }, formula: gradientFormula };
      if (members) return { words: "tree.explainMember", values: { count: members.count } };
      return { words: task === "regression" ? "tree.explainValue" : "tree.explain" };
    },
    Picture: ModelView,
  },
  {
    id: "replay",
    title: "view.replay",
    fits: ({ replays }) => replays !== undefined,
    // Along one feature a model is a curve, and its rounds are seen at once.
    leads: ({ replays, features }) => replays !== undefined && features.length === 1,
    explain: ({ replays = "", task }) => ({
      words: task === "regression" ? "replay.explain" : "replay.explainClasses",
      formula: `${gradientFormulas[replays] ?? "r_i = −∂L/∂F(x_i)"}   ·   F_m = F_{m−1} + ν·h_m`,
    }),
    Picture: ReplayView,
  },
  {
    id: "coefficients",
    title: "view.coefficients",
    fits: ({ weighs }) => weighs === "coefficients",
    explain: ({ task }) => ({
      words: "coefficients.explain",
      formula: task === "regression" ? "ŷ = b + Σ_j w_j·x_j" : "z_k = b_k + Σ_j w_{kj}·x_j",
    }),
    Picture: CoefficientsView,
  },
  {
    id: "means",
    title: "view.means",
    fits: ({ weighs }) => weighs === "means",
    explain: () => ({
      words: "coefficients.explainMeans",
      formula: "p(k | x) ∝ π_k · ∏_j N(x_j; μ_{kj}, σ²_{kj})",
    }),
    Picture: CoefficientsView,
  },
  {
    id: "surface",
    title: "view.surface",
    fits: ({ spans = false }) => spans,
    explain: ({ members, task }) => ({
      words: members ? "surface.explainRounds" : "surface.explain",
      ...(members
        ? task === "regression" || members.says.length === 0
          ? {}
          : { formula: "F_M(x) = argmax_k Σ_{m ≤ M} α_m·[h_m(x) = k]" }
        : { formula: task === "regression" ? "ŷ = f(x)" : "ŷ = argmax_k p_k(x)" }),
    }),
    Picture: SurfaceView,
  },
  {
    id: "margins",
    title: "view.margins",
    fits: ({ votes = false }) => votes,
    explain: () => ({
      words: "margins.explainVotes",
      formula: "(Σ_m α_m·[h_m(x) = y] − max_{k ≠ y} Σ_m α_m·[h_m(x) = k]) / Σ_m α_m",
    }),
    Picture: VoteMargins,
  },
  {
    id: "says",
    title: "trace.alpha",
    fits: ({ members }) => (members?.says.length ?? 0) > 0,
    explain: ({ members, task }) => ({
      words: "trace.alpha.explain",
      values: { count: members?.count ?? 0 },
      formula: task === "regression" ? valueWeightFormula : weightFormula,
    }),
    Picture: MemberSays,
  },
  {
    id: "facts",
    title: "view.facts",
    fits: () => true,
    explain: ({ seenRows }) => ({ words: "model.explain", values: { count: seenRows } }),
    Picture: ModelFacts,
  },
];

"""Gradient boosting by scikit-learn: every loss on several data sets, weights, limits, subsampling, early stopping. Trained on
the rows whose position is no multiple of 4, the others are the test part.

    python test/golden/gbdt.py

Draws are replaced by Espalier's (gbdt-rows.json). Where several splits of a node are equally good scikit-learn draws one.
`exact` counts the rounds before the first such tie that parts the training rows in different ways: so far the training losses
must agree. `exactTest` counts those before any tie, also one whose splits part the training rows alike and others not.
"""
import json

import numpy as np
import sklearn.ensemble._gb as gb
from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor

from common import HERE, load64, numbers, write

OURS = {
    "n_estimators": "rounds",
    "learning_rate": "learningRate",
    "alpha": "alpha",
    "subsample": "subsample",
    "max_depth": "maxDepth",
    "max_leaf_nodes": "maxLeafNodes",
    "min_samples_split": "minSamplesSplit",
    "min_samples_leaf": "minSamplesLeaf",
    "min_impurity_decrease": "minImpurityDecrease",
    "n_iter_no_change": "patience",
    "validation_fraction": "validation",
    "tol": "tolerance",
}
LOSSES = {"squared_error": "squared", "absolute_error": "absolute", "huber": "huber", "quantile": "quantile"}
CLASS_LOSSES = {"log_loss": "deviance", "exponential": "exponential"}
drawn = json.loads((HERE / "gbdt-rows.json").read_text())
random = np.random.default_rng(3)


def tied(X, g, w, min_leaf):
    """Whether splits of a node that are equally good (within 1e-11 of the squares) part its rows alike: "", "same", "other"."""
    if np.ptp(g) == 0:
        return "other"  # What rounding left of the impurity of equal gradients was split on.
    W, S = w.sum(), (w * g).sum()
    scale = (w * g * g).sum()
    found = []
    for feature in range(X.shape[1]):
        order = np.argsort(X[:, feature], kind="stable")
        x = X[order, feature]
        wl, sl = np.cumsum(w[order])[:-1], np.cumsum((w * g)[order])[:-1]
        at = np.flatnonzero(x[1:] > x[:-1] + np.float32(1e-7))
        at = at[(at + 1 >= min_leaf) & (len(x) - at - 1 >= min_leaf)]
        found += [(sl[i] ** 2 / wl[i] + (S - sl[i]) ** 2 / (W - wl[i]), order, i) for i in at]
    best = max(proxy for proxy, _, _ in found)
    equal = [frozenset(order[: i + 1].tolist()) for proxy, order, i in found if proxy >= best - 1e-11 * scale]
    if len(equal) == 1:
        return ""
    alike = {min(left, frozenset(range(len(g))) - left, key=lambda part: (len(part), sorted(part))) for left in equal}
    return "same" if len(alike) == 1 else "other"


class Watched:
    """Keeps what each tree was fitted to."""

    def __init__(self):
        self.fits = []

    def __enter__(self):
        outer = self
        self.original = gb.DecisionTreeRegressor

        class Tree(self.original):
            def fit(self, X, y, sample_weight=None, check_input=True):
                outer.fits.append((np.asarray(X), y.copy(), sample_weight.copy(), self))
                return super().fit(X, y, sample_weight=sample_weight, check_input=check_input)

        gb.DecisionTreeRegressor = Tree
        return self

    def __exit__(self, *_):
        gb.DecisionTreeRegressor = self.original

    def first_ties(self, width, min_leaf):
        """Rounds before the first tie that parts rows otherwise, and before the first of any kind."""
        exact = strict = None
        for at, (X, g, w, tree) in enumerate(self.fits):
            seen = w > 0
            path = tree.tree_.decision_path(X[seen]).toarray().astype(bool)
            for node in np.flatnonzero(tree.tree_.children_left >= 0):
                kind = tied(X[seen][path[:, node]], g[seen][path[:, node]], w[seen][path[:, node]], min_leaf)
                if kind and strict is None:
                    strict = at // width
                if kind == "other":
                    return at // width, strict
        rounds = len(self.fits) // width
        return rounds, rounds if strict is None else strict


def golden(name, note, weighted=False, **params):
    X, y = load64(name)
    X = X.astype(np.float32)
    test = np.arange(len(y)) % 4 == 0
    weights = np.round(random.exponential(size=len(y)) + 0.05, 9)[~test] if weighted else None
    classes = y.dtype.kind != "f"
    rows = drawn.get(name)
    bags = iter(rows["inBag"]) if rows else None
    if "subsample" in params:
        gb._random_sample_mask = lambda n, bagged, _: np.isin(np.arange(n), next(bags))
    if "n_iter_no_change" in params:
        gb.train_test_split = lambda *arrays, **_: [a[part] for a in arrays for part in (rows["train"], rows["validation"])]
    kind = GradientBoostingClassifier if classes else GradientBoostingRegressor
    with Watched() as watched:
        model = kind(random_state=0, **params).fit(X[~test], y[~test], sample_weight=weights)
    width = model.estimators_.shape[1]
    exact, strict = watched.first_ties(width, params.get("min_samples_leaf", 1))
    if "subsample" in params:
        # Rows outside a round's sample come back in a later one.
        exact = min(exact, strict)
    ours = {OURS[key]: value for key, value in params.items() if key in OURS}
    ours["classLoss" if classes else "loss"] = (CLASS_LOSSES if classes else LOSSES)[params["loss"]]
    if not rows or ("subsample" not in params and "n_iter_no_change" not in params):
        seed = {}
    else:
        seed = {"seed": 5}
    found = {
        "data": name,
        "note": note,
        "options": {**ours, **seed},
        **({"weights": numbers(weights)} if weighted else {}),
        "rounds": int(model.n_estimators_),
        "exact": exact,
        "exactTest": strict,
        "start": numbers(np.ravel(model._raw_predict_init(X[:1]))),
        "trainingLoss": numbers(model.train_score_),
        "importances": numbers(model.feature_importances_),
    }
    if classes:
        found["testAccuracy"] = [float(np.mean(said == y[test])) for said in model.staged_predict(X[test])]
        found["probabilities"] = [numbers(row) for row in list(model.staged_predict_proba(X[test][:8]))[min(exact, strict, 4) - 1]]
    else:
        found["testRmse"] = [float(np.sqrt(np.mean((said - y[test]) ** 2))) for said in model.staged_predict(X[test])]
    if "subsample" in params:
        found["oobLoss"] = numbers(model.oob_scores_)
        # Huber's δ moves, so that its losses of two rounds are not comparable here. On the same rows before and after a round, as Friedman's estimate is meant; scikit-learn takes the last round's rows
        # for "before".
        factor = 2 if width == 1 and params["loss"] in ("squared_error", "log_loss") else 1
        raw = [np.tile(model._raw_predict_init(X[:1]), (int((~test).sum()), 1)), *model._staged_raw_predict(X[~test])]
        target = np.searchsorted(model.classes_, y[~test]).astype(np.float64) if classes else y[~test]
        out = [~np.isin(np.arange(len(target)), bag) for bag in rows["inBag"]]
        at = lambda F, o: factor * model._loss(target[o], F[o] if width > 1 else F[o][:, 0], None if weights is None else weights[o])
        if params["loss"] != "huber":
            found["oobImprovement"] = [float(at(raw[m], o) - at(raw[m + 1], o)) for m, o in zip(range(len(raw) - 1), out)]
    return found


cases = []
for name in ("friedman1", "diabetes", "counts"):
    for loss in LOSSES:
        cases.append(golden(name, "whole", loss=loss, n_estimators=40))
    cases.append(golden(name, "broad leaves", loss="quantile", alpha=0.3, n_estimators=40, learning_rate=0.3, min_samples_leaf=20, max_depth=2))
    cases.append(golden(name, "weights", weighted=True, loss="squared_error", n_estimators=40, max_depth=4))
    cases.append(golden(name, "weights", weighted=True, loss="huber", alpha=0.8, n_estimators=40))
    cases.append(golden(name, "weights", weighted=True, loss="absolute_error", n_estimators=40, min_samples_leaf=7))
    cases.append(golden(name, "weights", weighted=True, loss="quantile", alpha=0.75, n_estimators=40, min_samples_leaf=7))
for name in ("breast-cancer", "wine", "iris"):
    cases.append(golden(name, "weights", weighted=True, loss="log_loss", n_estimators=40))
    cases.append(golden(name, "stumps", loss="log_loss", n_estimators=40, max_depth=1, learning_rate=0.5))
    cases.append(golden(name, "weights", weighted=True, loss="log_loss", n_estimators=30, max_depth=2))
cases.append(golden("breast-cancer", "weights", weighted=True, loss="exponential", n_estimators=40))
cases.append(golden("breast-cancer", "weights", weighted=True, loss="exponential", n_estimators=30, max_depth=1))
cases.append(golden("friedman1", "best first", loss="squared_error", n_estimators=40, max_leaf_nodes=6, max_depth=None))
cases.append(golden("diabetes", "limits", loss="squared_error", n_estimators=40, min_samples_split=60, min_samples_leaf=12, min_impurity_decrease=20.0))
for name, loss, weighted in (("friedman1", "squared_error", False), ("friedman1", "huber", False), ("diabetes", "squared_error", False), ("diabetes", "quantile", True), ("breast-cancer", "log_loss", True), ("wine", "log_loss", True)):
    cases.append(golden(name, "subsample", weighted=weighted, loss=loss, n_estimators=30, subsample=0.6, min_samples_leaf=5))
for name, loss, weighted in (("friedman1", "squared_error", False), ("diabetes", "squared_error", False), ("diabetes", "huber", False), ("breast-cancer", "log_loss", True), ("wine", "log_loss", True)):
    cases.append(golden(name, "early stopping", weighted=weighted, loss=loss, n_estimators=200, learning_rate=0.3, max_depth=2, min_samples_leaf=5, n_iter_no_change=4, validation_fraction=0.2, tol=1e-3))
for case in cases:
    if case["options"].get("maxDepth", 3) is None:
        case["options"]["maxDepth"] = 0
    print(case["data"], case["note"], case["options"], case["rounds"], case["exact"], case["exactTest"])
write("gbdt.json", {"cases": cases})

"""Whole trees by scikit-learn: three classification and three regression data sets, all criteria, sample and class weights,
missing cells, every limit, pruning; and AdaBoost of trees of depth 3.

    python test/golden/tree.py

`ties` names the nodes at which several splits are as good as the best one within 1e-12 of it, with those splits:
scikit-learn draws one of them at random, so below such a node another tree is as right.
"""
import numpy as np
from sklearn.ensemble import AdaBoostClassifier
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from common import load64, numbers, write

random = np.random.default_rng(21)
OURS = {
    "criterion": "criterion",
    "max_depth": "maxDepth",
    "min_samples_split": "minSamplesSplit",
    "min_samples_leaf": "minSamplesLeaf",
    "min_impurity_decrease": "minImpurityDecrease",
    "max_leaf_nodes": "maxLeafNodes",
    "ccp_alpha": "ccpAlpha",
    "class_weight": "classWeights",
}
VALUES = {"squared_error": "squared", "absolute_error": "absolute", "poisson": "poisson"}


def loss(y, w, criterion):
    """Weight times impurity."""
    if criterion in ("gini", "entropy"):
        p = np.bincount(y, weights=w) / w.sum()
        p = p[p > 0]
        return w.sum() * (1 - (p**2).sum() if criterion == "gini" else -(p * np.log2(p)).sum())
    mean = (w * y).sum() / w.sum()
    if criterion == "squared_error":
        return (w * (y - mean) ** 2).sum()
    if criterion == "poisson":
        known = y > 0
        return np.inf if mean <= 0 else (w[known] * y[known] * np.log(y[known] / mean)).sum()
    order = np.argsort(y)
    median = y[order][np.searchsorted(np.cumsum(w[order]), w.sum() / 2 - 1e-12)]
    return (w * np.abs(y - median)).sum()


def ties(X, y, w, criterion, min_leaf):
    found = []
    for feature in range(X.shape[1]):
        column = X[:, feature]
        missing = np.isnan(column)
        values = np.unique(column[~missing])
        at = np.flatnonzero(values[1:] > values[:-1] + np.float32(1e-7))
        thresholds = [float(values[i]) / 2 + float(values[i + 1]) / 2 for i in at]
        for first in (False, True) if missing.any() else (None,):
            for threshold in thresholds + ([float("inf")] if first is False and len(values) else []):
                left = np.where(missing, bool(first), column <= threshold)
                if min(left.sum(), (~left).sum()) >= max(1, min_leaf):
                    found.append((loss(y[left], w[left], criterion) + loss(y[~left], w[~left], criterion), feature, threshold))
    best = min(rest for rest, _, _ in found)
    whole = loss(y, w, criterion)
    equal = [[feature, min(threshold, 1e300)] for rest, feature, threshold in found if rest <= best + 1e-12 * max(abs(best), whole)]
    return equal if len(equal) > 1 else []


def nodes_of(model, X, y, w, criterion, min_leaf):
    tree = model.tree_
    alive = w > 0
    path = model.decision_path(X[alive]).toarray().astype(bool)
    inner = np.flatnonzero(tree.children_left >= 0)
    tied = {int(node): ties(X[alive][path[:, node]], y[alive][path[:, node]], w[alive][path[:, node]], criterion, min_leaf) for node in inner}
    return {
        "feature": [int(f) if f >= 0 else -1 for f in tree.feature],
        "threshold": [min(float(t), 1e300) if l >= 0 else 0 for t, l in zip(tree.threshold, tree.children_left)],
        "left": [int(n) for n in tree.children_left],
        "right": [int(n) for n in tree.children_right],
        "missingLeft": [int(m) for m in tree.missing_go_to_left],
        "impurity": numbers(np.round(tree.impurity, 13)),
        "rows": [int(n) for n in tree.n_node_samples],
        "says": [numbers(np.round(value, 13)) for value in tree.value.reshape(tree.node_count, -1)],
        "ties": {str(node): splits for node, splits in tied.items() if splits},
    }


def golden(name, note="", weighted=False, missing=0.0, **params):
    X, y = load64(name)
    X = X.astype(np.float32)
    w = np.ones(len(y))
    if weighted:
        w = np.round(random.exponential(size=len(y)), 3)
        w[random.uniform(size=len(y)) < 0.1] = 0
    holes = np.flatnonzero(random.uniform(size=X.size) < missing)
    X.ravel()[holes] = np.nan
    criterion = params["criterion"]
    kind = DecisionTreeClassifier if criterion in ("gini", "entropy") else DecisionTreeRegressor
    model = kind(random_state=0, **params).fit(X, y, sample_weight=w)
    target, total = y, w
    if kind is DecisionTreeClassifier:
        target = np.searchsorted(model.classes_, y)
        if params.get("class_weight") == "balanced":
            total = w * (len(y) / (len(model.classes_) * np.bincount(target)))[target]
    ours = {OURS[key]: value for key, value in params.items()}
    if kind is DecisionTreeRegressor:
        ours["valueCriterion"] = VALUES[ours.pop("criterion")]
    return {
        "data": name,
        "note": note,
        "options": ours,
        **({"weights": numbers(w)} if weighted else {}),
        "holes": [int(hole) for hole in holes],
        **nodes_of(model, X, target, total, criterion, params.get("min_samples_leaf", 1)),
    }


def boosted(name, rounds=6):
    X, y = load64(name)
    X = X.astype(np.float32)
    model = AdaBoostClassifier(DecisionTreeClassifier(max_depth=3), n_estimators=rounds, random_state=0).fit(X, y)
    codes = np.searchsorted(model.classes_, y)
    weights = np.full(len(y), 1 / len(y))
    exact = 0
    for tree, alpha in zip(model.estimators_, model.estimator_weights_):
        if nodes_of(tree, X, codes, weights, "gini", 1)["ties"]:
            break
        exact += 1
        weights *= np.exp(alpha * (tree.predict(X) != codes if tree.classes_.dtype != y.dtype else tree.predict(X) != y))
        weights /= weights.sum()
    return {
        "data": name,
        "rounds": rounds,
        "exact": exact,
        "alpha": numbers(model.estimator_weights_),
        "error": numbers(model.estimator_errors_),
        "accuracy": float(model.score(X, y)),
    }


if __name__ == "__main__":
    three = ["breast-cancer", "iris", "wine"]
    cases = [golden(name, "whole", criterion=criterion) for name in three for criterion in ("gini", "entropy")]
    cases += [golden(name, "weights", weighted=True, criterion="gini", class_weight="balanced", max_depth=4) for name in three]
    cases += [golden(name, "missing", missing=0.12, criterion=criterion, max_depth=5) for name in three for criterion in ("gini", "entropy")]
    cases += [golden(name, "limits", criterion="entropy", min_samples_split=20, min_samples_leaf=7, min_impurity_decrease=0.01) for name in three]
    cases += [golden(name, "pruned", criterion="gini", ccp_alpha=0.01) for name in three]
    cases += [golden(name, "best first", criterion="gini", max_leaf_nodes=5) for name in three]
    numeric = ["diabetes", "friedman1", "counts"]
    cases += [golden(name, "depth", criterion=criterion, max_depth=5) for name in numeric for criterion in ("squared_error", "absolute_error")]
    cases += [golden(name, "weights", weighted=True, criterion=c, max_depth=4, min_samples_leaf=5) for name in numeric for c in ("squared_error", "absolute_error")]
    cases += [golden(name, "Poisson", criterion="poisson", max_depth=4, min_samples_leaf=3) for name in numeric]
    cases += [golden(name, "missing", missing=0.12, criterion="squared_error", max_depth=4) for name in numeric]
    cases += [golden(name, "pruned", criterion="squared_error", ccp_alpha=alpha) for name, alpha in zip(numeric, (60.0, 0.5, 0.05))]
    cases += [golden(name, "best first", criterion="squared_error", max_leaf_nodes=9, min_impurity_decrease=0.01) for name in numeric]
    write("tree.json", {"cases": cases, "boosted": [boosted(name) for name in ("breast-cancer", "wine", "iris")]})

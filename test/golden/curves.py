"""ROC, precision-recall and calibration by scikit-learn, on cross-validated probabilities of three data sets: with many
ties (nearest neighbours, a tree) and with hardly any (logistic regression on two features), weighted and not.

    python test/golden/curves.py
"""
import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import label_binarize
from sklearn.tree import DecisionTreeClassifier

from common import load64, numbers, standardized, write

random = np.random.default_rng(11)


def finite(values):
    return [None if not np.isfinite(value) else float(value) for value in values]


def ranked(hits, scores, weights):
    fpr, tpr, at = metrics.roc_curve(hits, scores, sample_weight=weights)
    precision, recall, thresholds = metrics.precision_recall_curve(
        hits, scores, sample_weight=weights, drop_intermediate=True
    )
    return {
        "roc": {"x": numbers(fpr), "y": numbers(tpr), "at": finite(at)},
        "auc": float(metrics.roc_auc_score(hits, scores, sample_weight=weights)),
        # From recall 0 on, thresholds falling.
        "pr": {"x": numbers(recall[::-1]), "y": numbers(precision[::-1]), "at": numbers(thresholds[::-1])},
        "ap": float(metrics.average_precision_score(hits, scores, sample_weight=weights)),
        "brier": float(metrics.brier_score_loss(hits, scores, sample_weight=weights)),
    }


def reliability(hits, scores, bins, strategy):
    share, mean = calibration_curve(hits, scores, n_bins=bins, strategy=strategy)
    edges = np.linspace(0, 1, bins + 1) if strategy == "uniform" else np.percentile(scores, np.linspace(0, 1, bins + 1) * 100)
    counts = np.bincount(np.searchsorted(edges[1:-1], scores), minlength=bins)
    counts = counts[counts > 0]
    return {
        "x": numbers(mean),
        "y": numbers(share),
        "rows": numbers(counts),
        "error": float(np.sum(counts / len(hits) * np.abs(share - mean))),
    }


def golden(name, data, model, columns, weighted):
    X, y = load64(data)
    X = standardized(X)[:, columns]
    keep = random.permutation(len(y))[:180]
    X, y = X[keep], y[keep]
    p = cross_val_predict(model, X, y, cv=StratifiedKFold(5), method="predict_proba")
    classes = sorted(set(y))
    K = len(classes)
    codes = np.array([classes.index(label) for label in y])
    weights = np.round(random.gamma(1.0, size=len(y)), 3) * (random.uniform(size=len(y)) > 0.1) if weighted else None
    onehot = np.eye(K)[codes] if K > 2 else label_binarize(codes, classes=[0, 1])
    judged = range(K) if K > 2 else [1]
    found = {
        "name": name,
        "classes": classes,
        "truth": [int(code) for code in codes],
        "probabilities": [numbers(row) for row in p],
        "weights": None if weights is None else numbers(weights),
        "each": {classes[k]: ranked((codes == k).astype(int), p[:, k], weights) for k in judged},
    }
    if K > 2:
        for average in ["macro", "weighted", "micro"]:
            found[average] = {
                "auc": float(metrics.roc_auc_score(onehot, p, average=average, sample_weight=weights)),
                "ap": float(metrics.average_precision_score(onehot, p, average=average, sample_weight=weights)),
            }
        each = None if weights is None else np.repeat(weights, K)
        found["pooled"] = ranked(onehot.ravel().astype(int), p.ravel(), each)
    found["brier"] = float(
        metrics.brier_score_loss(codes, p, labels=range(K), sample_weight=weights, scale_by_half=False)
        if K > 2
        else 2 * metrics.brier_score_loss(codes, p[:, 1], sample_weight=weights)
    )
    if weights is None:
        confident, right = p.max(axis=1), (p.argmax(axis=1) == codes).astype(int)
        found["reliability"] = {
            f"{strategy}-{bins}": {
                "confidence": reliability(right, confident, bins, strategy),
                **{classes[k]: reliability((codes == k).astype(int), p[:, k], bins, strategy) for k in judged},
            }
            for strategy in ["uniform", "quantile"]
            for bins in [1, 5, 10]
        }
    return found


logistic, tree, knn = LogisticRegression(), DecisionTreeClassifier(max_depth=3, random_state=0), KNeighborsClassifier(7)
write(
    "curves.json",
    {
        "cases": [
            golden("breast cancer, logistic", "breast-cancer", logistic, [1, 8], False),
            golden("breast cancer, neighbours, weighted", "breast-cancer", knn, [1, 8], True),
            golden("iris, tree", "iris", tree, [0, 1], False),
            golden("iris, logistic, weighted", "iris", logistic, [0, 1], True),
            golden("wine, neighbours", "wine", knn, [1, 2], False),
            golden("wine, logistic, weighted", "wine", logistic, [1, 2], True),
        ]
    },
)

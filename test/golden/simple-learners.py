"""Nearest neighbours, Gaussian naive Bayes, the perceptron and support vector machines by scikit-learn.

    python test/golden/simple-learners.py

`tied` names the rows for which more than one set of k neighbours is as near, within 1e-12: there scikit-learn's
choice depends on the order in its tree.
"""
import warnings

import numpy as np
from sklearn.linear_model import Perceptron
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.svm import SVC

from common import load64, numbers, standardized, write

warnings.simplefilter("ignore")
random = np.random.default_rng(51)


def short(rows):
    return [[float(f"{x:.12g}") for x in row] for row in rows]


def knn(name, k, weights, metric):
    X, y = load64(name)
    X = standardized(X)
    train, test = np.arange(len(y)) % 3 > 0, np.arange(len(y)) % 3 == 0
    kind = KNeighborsRegressor if y.dtype == np.float64 else KNeighborsClassifier
    model = kind(k, weights=weights, metric=metric, algorithm="kd_tree").fit(X[train], y[train])
    far = np.sort(model.kneighbors(X[test], k + 1)[0], axis=1)
    said = model.predict(X[test])[:, None] if kind is KNeighborsRegressor else model.predict_proba(X[test])
    return {
        "data": name,
        "options": {"k": k, "weights": weights, "metric": metric},
        "tied": [int(i) for i in np.flatnonzero(far[:, k] - far[:, k - 1] < 1e-12)],
        "said": short(said),
    }


def bayes(name, smoothing, weighted):
    X, y = load64(name)
    w = np.round(random.exponential(size=len(y)), 3) if weighted else np.ones(len(y))
    model = GaussianNB(var_smoothing=smoothing).fit(X, y, sample_weight=w)
    return {
        "data": name,
        "options": {"varSmoothing": smoothing},
        **({"weights": numbers(w)} if weighted else {}),
        "means": short(model.theta_),
        "variances": short(model.var_),
        "probabilities": short(model.predict_proba(X[:: len(y) // 20])),
    }


def perceptron(name, keep, passes):
    X, y = load64(name)
    X, y = standardized(X), y
    rows = np.isin(y, keep)
    X, y = X[rows], y[rows]
    model = Perceptron(shuffle=False, tol=None, max_iter=passes, penalty=None).fit(X, y)
    return {
        "data": name,
        "keep": keep,
        "passes": passes,
        "weights": numbers(model.coef_[0]),
        "intercept": float(model.intercept_[0]),
        "separated": bool((model.predict(X) == y).all()),
    }


def svm(name, weighted=False, balanced=False, **params):
    X, y = load64(name)
    X = standardized(X)
    w = np.round(random.exponential(size=len(y)), 3) if weighted else np.ones(len(y))
    model = SVC(tol=1e-9, decision_function_shape="ovo", class_weight="balanced" if balanced else None, **params).fit(X, y, sample_weight=w)
    values = model.decision_function(X)
    values = -values[:, None] if values.ndim == 1 else values
    return {
        "data": name,
        "options": {**params, "classWeights": "balanced" if balanced else "none"},
        **({"weights": numbers(w)} if weighted else {}),
        "decisions": [[float(f"{x:.8g}") for x in row] for row in values[:: max(1, len(y) // 40)]],
        "labels": [str(label) for label in model.predict(X)[:: max(1, len(y) // 40)]],
    }


classes, values = ["breast-cancer", "iris", "wine"], ["diabetes", "friedman1", "counts"]
write("knn.json", {"cases": [knn(n, k, w, m) for n in classes + values for k, w, m in ((1, "uniform", "euclidean"), (5, "distance", "euclidean"), (7, "uniform", "manhattan"))]})
write("naive-bayes.json", {"cases": [bayes(n, s, w) for n in classes for s, w in ((1e-9, False), (1e-3, True))]})
write(
    "perceptron.json",
    {"cases": [perceptron(*c) for c in (("iris", ["setosa", "versicolor"], 10), ("iris", ["versicolor", "virginica"], 25), ("breast-cancer", ["benign", "malignant"], 30), ("wine", ["class_0", "class_1"], 40), ("wine", ["class_1", "class_2"], 5))]},
)
cases = [svm(n, kernel="linear", C=0.5) for n in classes]
cases += [svm(n, kernel="rbf", C=2.0, gamma="scale") for n in classes]
cases += [svm(n, kernel="rbf", C=5.0, gamma=0.03, weighted=True, balanced=True) for n in classes]
cases += [svm(n, kernel="poly", C=1.0, gamma="auto", degree=2, coef0=1.0) for n in classes]
write("svm.json", {"cases": cases})

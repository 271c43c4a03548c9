"""What the golden scripts share: the data sets as float32 features and string labels, and writing JSON."""
import csv
import json
import platform
from pathlib import Path

import numpy as np
import sklearn

HERE = Path(__file__).resolve().parent
FILES = {
    "breast-cancer": HERE.parents[1] / "examples/data/breast-cancer.csv",
    "iris": HERE.parents[1] / "examples/data/iris.csv",
    "wine": HERE.parents[1] / "examples/data/wine.csv",
    "diabetes": HERE / "diabetes.csv",
    "friedman1": HERE / "friedman1.csv",
    "counts": HERE / "counts.csv",
}
MADE_WITH = f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, Python {platform.python_version()}"


def load(name):
    """X as float32 [n, d], y as strings [n]."""
    with open(FILES[name], encoding="utf-8") as file:
        _, *rows = csv.reader(file)
    return np.array([row[:-1] for row in rows], dtype=np.float64).astype(np.float32), np.array([row[-1] for row in rows])


def load64(name):
    """X as float64 [n, d]; y as strings [n], or as float64 for a regression data set."""
    with open(FILES[name], encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    X, y = np.array([row[:-1] for row in rows], dtype=np.float64), np.array([row[-1] for row in rows])
    return X, y.astype(np.float64) if header[-1] == "target" else y


def standardized(X):
    """Features as linear learners are shown them (`standardized` of plain-csv.ts)."""
    return (X - X.mean(axis=0)) / X.std(axis=0)


def numbers(values):
    return [float(value) for value in values]


def candidates(X, codes, weights, criterion):
    """Improvement of every (feature, threshold) that scikit-learn's splitter would look at: [(gain, feature, threshold)]."""
    K = codes.max() + 1
    alive = weights > 0
    X, codes, weights = X[alive], codes[alive], weights[alive]
    W = weights.sum()

    def impurity(sums):
        shares = sums / sums.sum(axis=1, keepdims=True)
        if criterion == "gini":
            return 1 - (shares**2).sum(axis=1)
        return -np.where(shares > 0, shares * np.log2(np.where(shares > 0, shares, 1)), 0).sum(axis=1)

    whole = np.array([[weights[codes == k].sum() for k in range(K)]])
    found = []
    for feature in range(X.shape[1]):
        order = np.argsort(X[:, feature], kind="stable")
        values = X[order, feature]
        onehot = np.zeros((len(order), K))
        onehot[np.arange(len(order)), codes[order]] = weights[order]
        left = np.cumsum(onehot, axis=0)[:-1]
        at = np.flatnonzero(values[1:] > values[:-1] + np.float32(1e-7))
        if len(at) == 0:
            continue
        left = left[at]
        right = whole - left
        gain = impurity(whole)[0] - left.sum(axis=1) / W * impurity(left) - right.sum(axis=1) / W * impurity(right)
        thresholds = values[at].astype(np.float64) / 2 + values[at + 1].astype(np.float64) / 2
        found += [(float(g), feature, float(t)) for g, t in zip(gain, thresholds)]
    return found


def ties(X, codes, weights, criterion="gini"):
    """The splits that are as good as the best one within 1e-12 of it, when there is more than one."""
    found = candidates(X, codes, weights, criterion)
    best = max(gain for gain, _, _ in found)
    equal = [[feature, threshold] for gain, feature, threshold in found if gain >= best - 1e-12 * abs(best)]
    return equal if len(equal) > 1 else []


def write(name, content):
    path = HERE / name
    path.write_text(json.dumps({"madeWith": MADE_WITH, **content}, separators=(",", ":")) + "\n", encoding="utf-8")
    print(path.name, path.stat().st_size, "bytes")

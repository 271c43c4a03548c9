"""Writes the regression data sets of the goldens beside this script: diabetes (Efron, Hastie, Johnstone & Tibshirani 2004,
unscaled as bundled with scikit-learn), friedman1 (Friedman 1991, 200 rows, noise 1) and counts (Poisson, 200 rows, made here).

    python test/golden/regression-data.py
"""
import csv

import numpy as np
from sklearn.datasets import load_diabetes, make_friedman1

from common import HERE


def write(name, X, y, features):
    with open(HERE / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([*features, "target"])
        for row, target in zip(X, y):
            out.writerow([*(repr(float(x)) for x in row), repr(float(target))])
    print(name, X.shape)


diabetes = load_diabetes(scaled=False)
write("diabetes", diabetes.data, diabetes.target, diabetes.feature_names)
X, y = make_friedman1(200, 6, noise=1.0, random_state=3)
write("friedman1", np.round(X, 4), np.round(y, 4), [f"x{j + 1}" for j in range(6)])
random = np.random.default_rng(8)
X = np.round(random.normal(size=(200, 4)), 3)
write("counts", X, random.poisson(np.exp(0.4 + X[:, 0] - 0.6 * np.abs(X[:, 1]) + 0.3 * X[:, 2] * X[:, 3])), ["a", "b", "c", "d"])

"""Logistic regression at scikit-learn's optimum, on standardised features: two and three classes, every penalty, weights.

    python test/golden/logistic.py

Coefficients of classes are relative: intercepts are centred, and without a penalty the weights too.
"""
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression

from common import load64, numbers, standardized, write

warnings.simplefilter("ignore")
random = np.random.default_rng(31)


def golden(name, penalty, C=1.0, l1_ratio=0.0, weighted=False, balanced=False, columns=None):
    X, y = load64(name)
    X = standardized(X)[:, :columns]
    w = np.round(random.exponential(size=len(y)), 3) if weighted else np.ones(len(y))
    smooth = penalty in ("none", "l2")
    ratio = {"none": 0.0, "l2": 0.0, "l1": 1.0}.get(penalty, l1_ratio)
    model = LogisticRegression(
        C=np.inf if penalty == "none" else C,
        l1_ratio=ratio,
        solver="newton-cg" if smooth else "saga",
        tol=1e-12 if smooth else 1e-13,
        max_iter=100_000 if smooth else 400_000,
        random_state=0,
        class_weight="balanced" if balanced else None,
    ).fit(X, y, sample_weight=w)
    return {
        "data": name,
        "columns": X.shape[1],
        "options": {"penalty": penalty, "C": C, "l1Ratio": l1_ratio, "classWeights": "balanced" if balanced else "none"},
        **({"weights": numbers(w)} if weighted else {}),
        "coefficients": [numbers(row) for row in model.coef_],
        "intercepts": numbers(model.intercept_ - (model.intercept_.mean() if len(model.classes_) > 2 else 0)),
        "probabilities": [numbers(row) for row in model.predict_proba(X[:: len(y) // 5])],
    }


three = ["breast-cancer", "iris", "wine"]
cases = [golden(name, "l2") for name in three]
cases += [golden(name, "l2", C=0.05, weighted=True, balanced=True) for name in three]
cases += [golden("breast-cancer", "none", columns=2), golden("wine", "none", columns=2), golden("iris", "none", columns=1)]
cases += [golden(name, "l1", C=0.3, columns=c) for name, c in zip(three, (10, 4, 13))]
cases += [golden(name, "elastic-net", C=0.2, l1_ratio=0.4, weighted=True, columns=c) for name, c in zip(three, (10, 4, 13))]
write("logistic.json", {"cases": cases})

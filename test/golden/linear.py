"""Least squares, ridge, lasso and elastic net by scikit-learn, raw and standardised, weighted, with a column twice.

    python test/golden/linear.py
"""
import numpy as np
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge

from common import load64, numbers, standardized, write

random = np.random.default_rng(41)


def golden(name, penalty, alpha=1.0, l1_ratio=0.5, weighted=False, raw=False, twin=False, intercept=True):
    X, y = load64(name)
    X = X if raw else standardized(X)
    X = np.column_stack([X, X[:, 0]]) if twin else X
    w = np.round(random.exponential(size=len(y)), 3) if weighted else np.ones(len(y))
    tight = {"tol": 1e-14, "max_iter": 1_000_000}
    model = {
        "none": lambda: LinearRegression(fit_intercept=intercept),
        "ridge": lambda: Ridge(alpha, solver="svd", fit_intercept=intercept),
        "lasso": lambda: Lasso(alpha, fit_intercept=intercept, **tight),
        "elastic-net": lambda: ElasticNet(alpha, l1_ratio=l1_ratio, fit_intercept=intercept, **tight),
    }[penalty]()
    model.fit(X, y, sample_weight=w)
    return {
        "data": name,
        "options": {"penalty": penalty, "alpha": alpha, "l1Ratio": l1_ratio, "intercept": intercept},
        "raw": raw,
        "twin": twin,
        **({"weights": numbers(w)} if weighted else {}),
        "coefficients": numbers(model.coef_),
        "intercept": float(model.intercept_),
        "predictions": numbers(model.predict(X)[:10]),
    }


three = ["diabetes", "friedman1", "counts"]
cases = [golden(name, "none", raw=True) for name in three]
cases += [golden(name, "none", weighted=True, twin=True) for name in three]
cases += [golden(name, "none", raw=True, intercept=False) for name in three]
cases += [golden(name, "ridge", alpha=3.0, weighted=True) for name in three]
cases += [golden(name, "lasso", alpha=0.1) for name in three]
cases += [golden(name, "elastic-net", alpha=0.2, l1_ratio=0.7, weighted=True) for name in three]
write("linear.json", {"cases": cases})

"""Permutation importance and partial dependence by scikit-learn, fitted on every even row. The shuffles that scikit-learn
drew are written down, so that the same rows change places in the test: it draws one seed for all columns, and each repeat
shuffles what the one before has left.

    python test/golden/inspection.py
"""
import numpy as np
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.linear_model import LinearRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier

from common import load64, numbers, write

REPEATS = 3


def shuffles(n, random_state):
    random = np.random.RandomState(np.random.RandomState(random_state).randint(np.iinfo(np.int32).max + 1))
    order, rows, found = np.arange(n), np.arange(n), []
    for _ in range(REPEATS):
        random.shuffle(order)
        rows = rows[order]
        found.append([int(row) for row in rows])
    return found


def golden(name, data, model, metric, scoring):
    X, y = load64(data)
    model.fit(X[::2], y[::2])
    X, y = X[1::2], y[1::2]
    lost = permutation_importance(model, X, y, scoring=scoring, n_repeats=REPEATS, random_state=4)
    curves = []
    for feature in range(3):
        found = partial_dependence(model, X, [feature], kind="both", grid_resolution=20, percentiles=(0.05, 0.95))
        curves.append(
            {
                "grid": numbers(found["grid_values"][0]),
                "mean": [numbers(row) for row in found["average"]],
                # The first and the last row by themselves.
                "rows": [numbers(found["individual"][-1][row]) for row in (0, len(X) - 1)],
            }
        )
    return {
        "name": name,
        "data": data,
        "metric": metric,
        "shuffles": shuffles(len(X), 4),
        "mean": numbers(lost.importances_mean),
        "sd": numbers(lost.importances_std),
        "dependence": curves,
    }


write(
    "inspection.json",
    {
        "cases": [
            golden("iris, naive Bayes, log loss", "iris", GaussianNB(), "logLoss", "neg_log_loss"),
            golden("wine, neighbours", "wine", KNeighborsClassifier(5), "accuracy", "accuracy"),
            golden("diabetes, linear", "diabetes", LinearRegression(), "r2", "r2"),
            golden("breast cancer, naive Bayes", "breast-cancer", GaussianNB(), "accuracy", "accuracy"),
        ]
    },
)

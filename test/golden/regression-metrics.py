"""Regression metrics by scikit-learn: plain numbers, a truth of which some is 0, a constant truth, a single row.

    python test/golden/regression-metrics.py
"""
import numpy as np
from sklearn import metrics

from common import numbers, write

random = np.random.default_rng(6)


def golden(name, truth, predicted, tau):
    values = {
        "rmse": metrics.root_mean_squared_error(truth, predicted),
        "mae": metrics.mean_absolute_error(truth, predicted),
        "medianAbsoluteError": metrics.median_absolute_error(truth, predicted),
        "maxError": metrics.max_error(truth, predicted),
        "pinball": metrics.mean_pinball_loss(truth, predicted, alpha=tau),
    }
    if len(truth) > 1:
        values |= {"r2": metrics.r2_score(truth, predicted), "explainedVariance": metrics.explained_variance_score(truth, predicted)}
    if np.all(truth != 0):
        values["mape"] = metrics.mean_absolute_percentage_error(truth, predicted)
    return {"name": name, "tau": tau, "truth": numbers(truth), "predicted": numbers(predicted), "values": {k: float(v) for k, v in values.items()}}


plain = random.normal(size=40) * 10 + 3
zeros = np.round(random.normal(size=31))
write(
    "regression-metrics.json",
    {
        "cases": [
            golden("plain numbers", plain, plain + random.normal(size=40), 0.9),
            golden("some truths are 0", zeros, zeros + random.normal(size=31), 0.25),
            golden("a constant truth", np.full(12, 4.0), random.normal(size=12), 0.5),
            golden("a constant truth, met", np.full(5, 4.0), np.full(5, 4.0), 0.5),
            golden("a single row", np.array([2.0]), np.array([3.5]), 0.1),
        ]
    },
)

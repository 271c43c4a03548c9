"""AdaBoost of 100 stumps by scikit-learn, on the rows that Espalier's split draws (adaboost-rows.json).

    python test/golden/adaboost.py

`ties` names the rounds (1-based) in which several splits are equally good: there scikit-learn draws one at random,
so numbers are comparable to 1e-9 up to the first such round only.
"""
import json

import numpy as np
from sklearn.ensemble import AdaBoostClassifier
from sklearn.tree import DecisionTreeClassifier

from common import HERE, load, numbers, ties, write

ROUNDS = 100


class Recording(AdaBoostClassifier):
    """Keeps the weights that each round is fitted with."""

    def _boost(self, iboost, X, y, sample_weight, random_state):
        self.__dict__.setdefault("rounds_", []).append(sample_weight.copy())
        return super()._boost(iboost, X, y, sample_weight, random_state)


def golden(name, rows, learning_rate):
    X, y = load(name)
    train, test = np.array(rows["train"]), np.array(rows["test"])
    model = Recording(DecisionTreeClassifier(max_depth=1), n_estimators=ROUNDS, learning_rate=learning_rate, random_state=0)
    model.fit(X[train], y[train])
    kept = len(model.estimators_)
    codes = np.searchsorted(model.classes_, y[train])
    tied = [(m + 1, ties(X[train], codes, weights)) for m, weights in enumerate(model.rounds_[:kept])]
    trees = [estimator.tree_ for estimator in model.estimators_]
    return {
        "data": name,
        "learningRate": learning_rate,
        "rounds": kept,
        "classes": list(model.classes_),
        "alpha": numbers(model.estimator_weights_[:kept]),
        "error": numbers(model.estimator_errors_[:kept]),
        "trainingError": numbers(1 - score for score in model.staged_score(X[train], y[train])),
        "testError": numbers(1 - score for score in model.staged_score(X[test], y[test])),
        "feature": [int(tree.feature[0]) for tree in trees],
        "threshold": numbers(tree.threshold[0] for tree in trees),
        "ties": [{"round": m, "splits": splits} for m, splits in tied if splits],
        "firstProbabilities": [numbers(row) for row in list(model.staged_predict_proba(X[test][:5]))[2]],
        "testAccuracy": float(model.score(X[test], y[test])),
    }


rows = json.loads((HERE / "adaboost-rows.json").read_text())
write(
    "adaboost.json",
    {"cases": [golden(name, rows[name], rate) for name, rate in [("breast-cancer", 1.0), ("iris", 1.0), ("wine", 1.0), ("wine", 0.5)]]},
)

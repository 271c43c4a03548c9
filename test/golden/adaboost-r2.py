"""AdaBoost.R2 by scikit-learn's AdaBoostRegressor over trees of depth 3 with 8 rows a leaf, with the rows of every round drawn by Espalier's own
generator (xoshiro128** seeded by SHA-256, inversion of the cumulative weights).

    python test/golden/adaboost-r2.py

`exact` is the number of rounds before the first tree that has a tied split.
"""
import hashlib
import struct

import numpy as np
from sklearn.ensemble import AdaBoostRegressor
from sklearn.tree import DecisionTreeRegressor

from common import load64, numbers, write
from tree import ties

SEED, ROUNDS = 5, 12


def uniforms(purpose, count):
    s = list(struct.unpack("<4I", hashlib.sha256(f"{SEED}/{purpose}".encode()).digest()[:16]))
    mask, rotl = 0xFFFFFFFF, lambda x, k: ((x << k) | (x >> (32 - k))) & 0xFFFFFFFF

    def bits():
        result = (rotl((s[1] * 5) & mask, 7) * 9) & mask
        t = (s[1] << 9) & mask
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)
        return result

    return np.array([((bits() >> 5) * 67108864 + (bits() >> 6)) / 9007199254740992 for _ in range(count)])


class Drawn(np.random.RandomState):
    """The random state that `_boost` is given: it draws our rows."""

    def __init__(self, round):
        super().__init__(0)
        self.round = round

    def choice(self, rows, size=None, replace=True, p=None):
        cumulative = np.cumsum(p)
        at = np.searchsorted(cumulative, uniforms(f"adaboost/round/{self.round + 1}", size) * cumulative[-1], side="right")
        self.rows = np.sort(np.minimum(at, len(rows) - 1))
        return self.rows


class Ours(AdaBoostRegressor):
    def _boost(self, iboost, X, y, sample_weight, random_state):
        drawn = Drawn(iboost)
        result = super()._boost(iboost, X, y, sample_weight, drawn)
        self.__dict__.setdefault("drawn_", []).append(drawn.rows)
        return result


def has_tie(tree, X, y):
    path = tree.decision_path(X).toarray().astype(bool)
    inner = np.flatnonzero(tree.tree_.children_left >= 0)
    return any(ties(X[path[:, node]], y[path[:, node]], np.ones(path[:, node].sum()), "squared_error", 8) for node in inner)


def golden(name, loss, learning_rate):
    X, y = load64(name)
    X = X.astype(np.float32)
    model = Ours(DecisionTreeRegressor(max_depth=3, min_samples_leaf=8), n_estimators=ROUNDS, learning_rate=learning_rate, loss=loss, random_state=0).fit(X, y)
    kept = len(model.estimators_)
    tied = [has_tie(tree, X[rows], y[rows]) for tree, rows in zip(model.estimators_, model.drawn_)]
    exact = tied.index(True) if True in tied else kept
    staged = list(model.staged_predict(X))
    return {
        "data": name,
        "loss": loss,
        "learningRate": learning_rate,
        "rounds": kept,
        "exact": exact,
        "alpha": numbers(model.estimator_weights_[:kept]),
        "averageLoss": numbers(model.estimator_errors_[:kept]),
        "distinctRows": [int(len(set(rows))) for rows in model.drawn_[:kept]],
        "predictions": numbers(staged[exact - 1][:20]) if exact > 0 else [],
    }


if __name__ == "__main__":
    cases = [("friedman1", "linear", 1.0), ("friedman1", "square", 0.5), ("friedman1", "exponential", 1.0), ("diabetes", "linear", 1.0), ("diabetes", "exponential", 0.7), ("counts", "square", 1.0)]
    write("adaboost-r2.json", {"seed": SEED, "cases": [golden(*case) for case in cases]})

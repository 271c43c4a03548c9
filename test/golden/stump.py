"""One stump by scikit-learn on three data sets, both criteria, random sample weights of which some are 0.

    python test/golden/stump.py
"""
import numpy as np
from sklearn.tree import DecisionTreeClassifier

from common import load, numbers, ties, write

random = np.random.default_rng(11)


def golden(name, criterion):
    X, y = load(name)
    weights = np.round(random.exponential(size=len(y)), 3)
    weights[random.uniform(size=len(y)) < 0.1] = 0
    model = DecisionTreeClassifier(max_depth=1, criterion=criterion, random_state=0).fit(X, y, sample_weight=weights)
    tree = model.tree_
    shares = tree.value[:, 0, :]
    return {
        "data": name,
        "criterion": criterion,
        "weights": numbers(weights),
        "feature": int(tree.feature[0]),
        "threshold": float(tree.threshold[0]),
        "impurity": numbers(tree.impurity),
        "rows": [int(n) for n in tree.n_node_samples],
        "shares": [numbers(row) for row in shares],
        "ties": ties(X, np.searchsorted(model.classes_, y), weights, criterion),
    }


write("stump.json", {"cases": [golden(n, c) for n in ("breast-cancer", "iris", "wine") for c in ("gini", "entropy")]})

"""Rows of each class in the parts of scikit-learn's StratifiedShuffleSplit. `tied`: equal remainders, drawn at random.

    python test/golden/split-sizes.py
"""
import numpy as np
from sklearn.model_selection import StratifiedShuffleSplit

from common import write


def golden(counts, test):
    y = np.repeat(np.arange(len(counts)), counts)
    seen = set()
    for seed in range(40):
        train, rest = next(StratifiedShuffleSplit(1, test_size=test, random_state=seed).split(y[:, None], y))
        seen.add((tuple(np.bincount(y[train], minlength=len(counts)).tolist()), tuple(np.bincount(y[rest], minlength=len(counts)).tolist())))
    train, rest = sorted(seen)[0]
    return {"counts": counts, "test": test, "train": train, "rest": rest, "tied": len(seen) > 1}


cases = [([357, 212], 0.3), ([50, 50, 50], 0.3), ([59, 71, 48], 0.25), ([5, 13, 2, 9], 0.5), ([3, 3, 4], 0.4), ([1000, 7, 31], 0.1), ([11, 6], 0.37)]
write("split-sizes.json", {"cases": [golden(counts, test) for counts, test in cases]})

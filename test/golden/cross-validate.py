"""Cross-validation by scikit-learn on the folds that Espalier draws (cross-validate-folds.json), and its own fold makers.

    npx tsx test/golden/cross-validate-folds.ts > test/golden/cross-validate-folds.json
    python test/golden/cross-validate.py

Scores are those of `cross_validate` with the folds as they are given; `Sd` has the divisor F − 1. A stump of scikit-learn
draws among splits that are equally good: `sameForAllDraws` says whether ten of its random states score the same.
`makers` are the sizes of the folds that GroupKFold makes, and the parts of TimeSeriesSplit.
"""
import json

import numpy as np
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import GroupKFold, TimeSeriesSplit, cross_val_predict, cross_validate
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

from common import HERE, load64, numbers, write

CLASSES = {"accuracy": "accuracy", "macroF1": "f1_macro", "balancedAccuracy": "balanced_accuracy", "logLoss": "neg_log_loss"}
VALUES = {"rmse": "neg_root_mean_squared_error", "mae": "neg_mean_absolute_error", "r2": "r2"}


def learner(name, state):
    if name == "stump":
        return DecisionTreeClassifier(max_depth=1, random_state=state)
    if name == "ridge":
        return make_pipeline(StandardScaler(), Ridge(alpha=10))
    if name == "logistic":
        return make_pipeline(StandardScaler(), LogisticRegression(solver="newton-cg", tol=1e-12, max_iter=100_000))
    return LinearRegression()


def parts(folding, kind):
    of = np.array(folding)
    for fold in range(of.max() + 1):
        yield np.flatnonzero(of < fold if kind == "time" else of != fold), np.flatnonzero(of == fold)


def scores(name, state, X, y, splits, scoring):
    got = cross_validate(learner(name, state), X, y, cv=splits, scoring=scoring)
    return {metric: numbers(np.abs(got[f"test_{metric}"]) if scoring[metric].startswith("neg") else got[f"test_{metric}"]) for metric in scoring}


def golden(case, name):
    X, y = load64(case["data"])
    if name == "stump":
        X = X.astype(np.float32)
    kind = case["options"]["kind"]
    splits = [part for folding in case["folds"] for part in parts(folding, kind)]
    scoring = CLASSES if y.dtype.kind == "U" else VALUES
    by_fold = scores(name, 0, X, y, splits, scoring)
    drawn = [scores(name, state, X, y, splits, scoring) for state in range(1, 10)] if name == "stump" else []
    same = all(np.allclose(by_fold[m], other[m], atol=1e-9) for other in drawn for m in by_fold)
    first = [] if kind == "time" else cross_val_predict(learner(name, 0), X, y, cv=list(parts(case["folds"][0], kind)))
    return {
        "data": case["data"],
        "learner": name,
        "options": case["options"],
        "sameForAllDraws": bool(same),
        "byFold": by_fold,
        "mean": {metric: float(np.mean(values)) for metric, values in by_fold.items()},
        "sd": {metric: float(np.std(values, ddof=1)) for metric, values in by_fold.items()},
        "predicted": [value if isinstance(value, str) else float(value) for value in list(first)[::7]],
    }


def group_sizes(rows, groups, folds, power):
    random = np.random.default_rng(rows)
    of = np.floor(groups * random.random(rows) ** power).astype(int)
    return {"groups": of.tolist(), "folds": folds, "sizes": sorted(len(test) for _, test in GroupKFold(folds).split(of, groups=of))}


def time_parts(rows, folds):
    return {"rows": rows, "folds": folds, "parts": [[len(train), test.tolist()] for train, test in TimeSeriesSplit(folds).split(np.zeros(rows))]}


given = json.loads((HERE / "cross-validate-folds.json").read_text())
cases = []
for case in given:
    names = ("stump", "logistic") if case["data"] in ("iris", "wine", "breast-cancer") else ("ridge", "linear")
    cases += [golden(case, name) for name in names]
makers = {
    "group": [group_sizes(60, 12, 4, 1), group_sizes(200, 30, 7, 3), group_sizes(41, 5, 5, 2)],
    "time": [time_parts(10, 3), time_parts(23, 5), time_parts(6, 5)],
}
write("cross-validate.json", {"cases": cases, "makers": makers})

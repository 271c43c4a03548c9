"""XGBoost's exact method, one thread, no sampling: margins, first trees, contributions, and a few whole model files."""
import json
import platform

import numpy as np
import xgboost as xgb
from common import HERE, load, load64

OBJECTIVES = {
    "iris": {"objective": "multi:softprob", "num_class": 3},
    "wine": {"objective": "multi:softprob", "num_class": 3},
    "breast-cancer": {"objective": "binary:logistic"},
    "diabetes": {"objective": "reg:squarederror"},
    "friedman1": {"objective": "reg:pseudohubererror", "huber_slope": 1.5},
    "counts": {"objective": "count:poisson"},
}
PARAMS = [
    {},
    {"max_depth": 3, "eta": 0.1, "rounds": 40},
    # Not 0: pure nodes then gain 0 by any question, and rounding in e^x decides which splits are made.
    {"lambda": 0.01},
    {"alpha": 1},
    {"gamma": 0.5},
    {"gamma": 5, "max_depth": 4},
    {"min_child_weight": 5},
    {"max_delta_step": 0.5},
    {"lambda": 10, "alpha": 0.5, "eta": 0.7},
    {"weights": True},
    {"holes": True},
    {"holes": True, "weights": True, "gamma": 0.3, "base_score": 0.4, "max_depth": 3},
]
EXTRA = [
    ("counts", {"objective": "reg:tweedie", "tweedie_variance_power": 1.3}, {}),
    ("counts", {"objective": "reg:tweedie", "tweedie_variance_power": 1.3}, {"holes": True, "weights": True}),
    ("diabetes", {"objective": "reg:gamma"}, {"max_depth": 4}),
    ("diabetes", {"objective": "reg:gamma"}, {"weights": True}),
]


def data(name, holes):
    X, y = load(name)
    if name in ("iris", "wine", "breast-cancer"):
        # Classes in code order, as the levels of the table are.
        levels = sorted(set(y))
        y = np.array([levels.index(one) for one in y], dtype=np.float64)
    else:
        X, y = load64(name)
        X = X.astype(np.float32)
    if holes:
        rows, columns = np.indices(X.shape)
        X = np.where((rows * 7 + columns * 13) % 10 == 0, np.float32(np.nan), X)
    return X, y


def weights(rows):
    return 0.5 + (np.arange(rows) * 37 % 100) / 100


cases, models = [], []
for name, objective, given in [(n, o, p) for n, o in OBJECTIVES.items() for p in PARAMS] + EXTRA:
    params = dict(given)
    rounds, weighted, holes = params.pop("rounds", 20), params.pop("weights", False), params.pop("holes", False)
    X, y = data(name, holes)
    matrix = xgb.DMatrix(X, y, weight=weights(len(y)) if weighted else None)
    booster = xgb.train({"tree_method": "exact", "nthread": 1, **objective, **params}, matrix, rounds)
    shown = np.arange(0, len(y), max(1, len(y) // 25))
    margins = booster.predict(matrix, output_margin=True)[shown]
    trees = json.loads(bytes(booster.save_raw("json")))["learner"]["gradient_booster"]["model"]["trees"]
    case = {
        "data": name,
        "objective": objective,
        "given": given,
        "rows": shown.tolist(),
        "margins": margins.reshape(-1).astype(float).tolist(),
        "leaves": [sum(child < 0 for child in tree["left_children"]) - int(tree["tree_param"]["num_deleted"]) for tree in trees],
    }
    if given in ({}, PARAMS[11]) and (name, objective) not in [(n, o) for n, o, _ in EXTRA]:
        few = shown[::5]
        case["contributions"] = {
            "rows": few.tolist(),
            "values": booster.predict(matrix, pred_contribs=True)[few].reshape(-1).astype(float).tolist(),
        }
    if given == {"max_depth": 3, "eta": 0.1, "rounds": 40} and name in ("iris", "diabetes", "counts"):
        booster = xgb.train({"tree_method": "exact", "nthread": 1, **objective, **params}, matrix, 6)
        models.append({
            "data": name,
            "margins": booster.predict(matrix, output_margin=True)[shown].reshape(-1).astype(float).tolist(),
            "rows": shown.tolist(),
            "model": json.loads(bytes(booster.save_raw("json"))),
        })
    cases.append(case)

made = f"XGBoost {xgb.__version__}, numpy {np.__version__}, Python {platform.python_version()}"
path = HERE / "xgboost-exact.json"
path.write_text(json.dumps({"madeWith": made, "cases": cases, "models": models}, separators=(",", ":")) + "\n", encoding="utf-8")
print(path.name, path.stat().st_size, "bytes", len(cases), "cases")

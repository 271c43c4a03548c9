"""XGBoost's, LightGBM's and scikit-learn's side of the benchmark `trees`: from a float32 matrix to a model, timed here."""
import json
import os
import resource
import sys
import time

# Threads are a peer's own parameter below; these keep the libraries beneath from adding some.
os.environ["OMP_NUM_THREADS"] = sys.argv[1]

import lightgbm
import numpy as np
import sklearn
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier


def xgb(X, y, request):
    classes = request["classes"]
    objective = {"objective": "binary:logistic"} if classes == 2 else {"objective": "multi:softprob", "num_class": classes}
    settings = {
        **objective,
        "max_depth": request["depth"],
        "eta": 0.1,
        "tree_method": "hist",
        "max_bin": 256,
        "nthread": request["threads"],
    }
    data = xgboost.QuantileDMatrix(X, label=y, max_bin=256, nthread=request["threads"])
    model = xgboost.train(settings, data, request["rounds"])
    return model, f"XGBoost {xgboost.__version__}"


def lgb(X, y, request):
    settings = {
        "objective": "binary",
        "num_leaves": request["leaves"],
        "learning_rate": 0.1,
        "max_bin": 255,
        "num_threads": request["threads"],
        "min_data_in_leaf": 1,
        "min_sum_hessian_in_leaf": 1,
        "lambda_l2": 1,
        "verbose": -1,
    }
    model = lightgbm.train(settings, lightgbm.Dataset(X, label=y), request["rounds"])
    return model, f"LightGBM {lightgbm.__version__}"


def hgb(X, y, request):
    model = HistGradientBoostingClassifier(
        max_iter=request["rounds"], max_depth=request["depth"], max_leaf_nodes=None, learning_rate=0.1,
        l2_regularization=1, min_samples_leaf=1, early_stopping=False,
    )
    model.fit(X, y)
    return model, f"scikit-learn {sklearn.__version__}"


def log_loss(p, y):
    """Of two classes by the probability of the second, of more by all of them."""
    p = np.clip(np.asarray(p, dtype=np.float64), 1e-15, 1 - 1e-15)
    own = np.where(y == 1, p, 1 - p) if p.ndim == 1 else p[np.arange(len(y)), y]
    return float(-np.mean(np.log(own)))


def probabilities(model, X):
    if isinstance(model, xgboost.Booster):
        return model.predict(xgboost.DMatrix(X))
    if isinstance(model, lightgbm.Booster):
        return model.predict(X)
    return model.predict_proba(X)[:, 1]


known = {}
for line in sys.stdin:
    request = json.loads(line)
    key = request["train"]
    if known.get("key") != key:
        read = lambda name, kind: np.fromfile(name, dtype=kind)
        known = {
            "key": key,
            "X": read(request["train"] + ".f32", np.float32).reshape(-1, request["columns"]),
            "y": read(request["train"] + ".i32", np.int32),
            "test X": read(request["test"] + ".f32", np.float32).reshape(-1, request["columns"]),
            "test y": read(request["test"] + ".i32", np.int32),
        }
    fit = {"xgboost": xgb, "lightgbm": lgb, "sklearn": hgb}[request["peer"]]
    start = time.perf_counter()
    model, version = fit(known["X"], known["y"], request)
    seconds = time.perf_counter() - start
    answer = {
        "seconds": seconds,
        "version": version,
        "loss": log_loss(probabilities(model, known["test X"]), known["test y"]),
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    print(json.dumps(answer), flush=True)

"""scikit-learn's side of the benchmark `adaboost`: one fit a line of input, timed here."""
import json
import sys
import time

import numpy as np
import sklearn
from sklearn.ensemble import AdaBoostClassifier
from sklearn.tree import DecisionTreeClassifier

data = {}
for line in sys.stdin:
    request = json.loads(line)
    if not data:
        data["X"] = np.fromfile(request["features"], dtype=np.float32).reshape(request["rows"], -1)
        data["y"] = np.fromfile(request["labels"], dtype=np.int32)
    model = AdaBoostClassifier(DecisionTreeClassifier(max_depth=1), n_estimators=request["rounds"], random_state=0)
    start = time.perf_counter()
    model.fit(data["X"], data["y"])
    seconds = time.perf_counter() - start
    answer = {
        "seconds": seconds,
        "version": f"scikit-learn {sklearn.__version__}",
        "alpha": model.estimator_weights_.tolist(),
        "accuracy": float(model.score(data["X"], data["y"])),
    }
    print(json.dumps(answer), flush=True)

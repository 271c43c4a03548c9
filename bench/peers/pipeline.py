"""scikit-learn's side of the benchmark `pipeline`: split, standardise, logistic regression, timed here."""
import json
import sys
import time

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = {}
for line in sys.stdin:
    request = json.loads(line)
    if not data:
        data["X"] = np.fromfile(request["features"], dtype=np.float64).reshape(request["rows"], request["columns"])
        data["y"] = np.fromfile(request["labels"], dtype=np.int32)
    start = time.perf_counter()
    X, X_test, y, y_test = train_test_split(data["X"], data["y"], test_size=0.3, random_state=1)
    scaler = StandardScaler()
    model = LogisticRegression(tol=1e-4, max_iter=1000).fit(scaler.fit_transform(X), y)
    seconds = time.perf_counter() - start
    answer = {
        "seconds": seconds,
        "version": f"scikit-learn {sklearn.__version__}",
        "coefficients": model.coef_[0].tolist(),
        "accuracy": float(model.score(scaler.transform(X_test), y_test)),
    }
    print(json.dumps(answer), flush=True)

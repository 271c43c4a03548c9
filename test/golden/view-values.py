"""What the views of test/long/view-graph.ts must show, by scikit-learn, numpy and pandas on the same rows. Run in this folder."""
import json
import platform

import numpy as np
import pandas as pd
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    confusion_matrix,
    matthews_corrcoef,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)
from sklearn.naive_bayes import GaussianNB
from sklearn.tree import DecisionTreeClassifier

data = pd.read_csv("../../examples/data/breast-cancer.csv")
names = ["mean radius", "mean texture"]
train, test = data[:400], data[400:]
x, y = train[names].to_numpy(), (train.diagnosis == "malignant").to_numpy().astype(int)
x_test, y_test = test[names].to_numpy(), (test.diagnosis == "malignant").to_numpy().astype(int)
out = {
    "madeWith": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, pandas {pd.__version__}, Python {platform.python_version()}"
}

out["profile"] = {
    name: [column.min(), column.median(), column.max(), column.mean(), column.std(), column.nunique()]
    for name, column in ((name, train[name]) for name in names)
}
out["rows"] = train[[*names, "diagnosis"]].head(3).values.tolist()
out["majority"] = 1 - y.mean()

bayes = GaussianNB().fit(x, y)
p = bayes.predict_proba(x_test)[:, 1]
called = (p > 0.5).astype(int)
out["bayes"] = {
    "theta": bayes.theta_.tolist(),
    "sd": np.sqrt(bayes.var_).tolist(),
    "prior": bayes.class_prior_.tolist(),
    "first": [float(max(one, 1 - one)) for one in p[:3]],
    "confusion": confusion_matrix(y_test, called).tolist(),
    "accuracy": accuracy_score(y_test, called),
    "mcc": matthews_corrcoef(y_test, called),
    "auc": roc_auc_score(y_test, p),
    "ap": average_precision_score(y_test, p),
}
margins = np.where(y_test == 1, 2 * p - 1, 1 - 2 * p)
out["bayes"]["margins"] = [float((margins <= 0).mean()), margins.min(), np.median(margins)]
fpr, tpr, _ = roc_curve(y_test, p)
precision, recall, _ = precision_recall_curve(y_test, p)
share, mean = calibration_curve(y_test, p, n_bins=5)
out["bayes"]["roc"] = np.column_stack([fpr, tpr]).tolist()
out["bayes"]["pr"] = np.column_stack([recall, precision])[::-1].tolist()
out["bayes"]["calibration"] = np.column_stack([mean, share]).tolist()

# SAMME by its formula (Zhu et al. 2009), around scikit-learn's stumps.
weight = np.full(len(y), 1 / len(y))
votes, votes_test = np.zeros(len(y)), np.zeros(len(y_test))
boost = {"error": [], "alpha": [], "training": [], "bound": [], "stage": []}
bound, alphas = 1.0, 0.0
for _ in range(10):
    stump = DecisionTreeClassifier(max_depth=1).fit(x, y, sample_weight=weight)
    miss = stump.predict(x) != y
    error = weight[miss].sum()
    alpha = np.log((1 - error) / error)
    heaviest = weight
    votes += alpha * (2 * stump.predict(x) - 1)
    votes_test += alpha * (2 * stump.predict(x_test) - 1)
    alphas += alpha
    bound *= 2 * np.sqrt(error * (1 - error))
    weight = weight * np.exp(alpha * miss)
    weight /= weight.sum()
    boost["error"].append(error)
    boost["alpha"].append(alpha)
    boost["bound"].append(bound)
    boost["training"].append(float(((votes > 0) != y).mean()))
    boost["stage"].append(float(((votes_test > 0) != y_test).mean()))
lead = votes * (2 * y - 1) / alphas
boost["margins"] = [float((lead <= 0).mean()), lead.min(), np.median(lead)]
order = np.argsort(-heaviest, kind="stable")[:3]
boost["heaviest"] = [[int(row), float(heaviest[row])] for row in order]
boost["effective"] = 1 / float((heaviest**2).sum())
out["boost"] = boost

tree = DecisionTreeClassifier(max_depth=2).fit(x, y)
out["tree"] = [
    [
        names[tree.tree_.feature[node]] if tree.tree_.feature[node] >= 0 else "",
        tree.tree_.threshold[node],
        tree.tree_.n_node_samples[node] / len(y),
        tree.tree_.value[node][0][0] / tree.tree_.value[node][0].sum(),
    ]
    for node in range(tree.tree_.node_count)
]

sugar = pd.read_csv("../../examples/data/diabetes.csv")
features = ["bmi", "blood pressure", "glucose"]
known, unknown = sugar[:300], sugar[300:]
line = LinearRegression().fit(known[features].to_numpy(), known.progression)
predicted = line.predict(unknown[features].to_numpy())
out["line"] = {
    "coefficients": line.coef_.tolist(),
    "intercept": line.intercept_,
    "means": known[features].mean().tolist(),
    "predicted": predicted[:3].tolist(),
    "residuals": (unknown.progression.to_numpy() - predicted)[:3].tolist(),
    "correlation": np.corrcoef(known.bmi, known["blood pressure"])[0, 1],
}

# The third of three rounds: x, y, before, residual, what the tree says, after.
boosted = GradientBoostingRegressor(n_estimators=3, max_depth=2).fit(known[features].to_numpy(), known.progression)
_, before, after = (stage for stage in boosted.staged_predict(known[features].to_numpy()))
out["replay"] = [
    [float(known.bmi[row]), float(known.progression[row]), before[row], known.progression[row] - before[row],
     (after[row] - before[row]) / 0.1, after[row]]
    for row in range(3)
]

# Rosenblatt's rule: the rows in their order, from nothing; a row on the plane is a mistake.
w, b, mistakes = np.zeros(2), 0.0, []
for _ in range(5):
    count = 0
    for row, sign in zip(x, 2 * y - 1):
        if sign * (w @ row + b) <= 0:
            w, b, count = w + sign * row, b + sign, count + 1
    mistakes.append(count)
out["perceptron"] = mistakes

with open("view-values.json", "w", encoding="utf8") as file:
    json.dump(out, file, indent=1)

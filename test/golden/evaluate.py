"""Tails of distributions, tests of paired differences and learning curves by scipy, statsmodels-free closed forms and
scikit-learn. The corrected resampled t-test and the Bayesian correlated t-test are their papers' formulas on scipy's t.

    python test/golden/evaluate.py
"""
import numpy as np
from scipy import stats
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold, learning_curve
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier

from common import load64, numbers, write

random = np.random.default_rng(3)


def pair(name, differences, share, rope):
    d = np.array(differences)
    n, mean, variance = len(d), d.mean(), d.var(ddof=1)
    scale = np.sqrt((1 / n + share) * variance)
    ranks = stats.wilcoxon(d) if n > 13 or np.any(d != 0) else None
    return {
        "name": name,
        "differences": numbers(d),
        "share": share,
        "rope": rope,
        "t": float(mean / scale),
        "p": float(2 * stats.t.sf(abs(mean / scale), n - 1)),
        "above": float(stats.t.sf(rope, n - 1, mean, scale)),
        "below": float(stats.t.cdf(-rope, n - 1, mean, scale)),
        "statistic": float(ranks.statistic),
        "rankP": float(ranks.pvalue),
    }


# Dyadic steps: equal sizes are equal to the last bit, so that ties are ties for both.
def steps(n, shift, unit):
    return np.round((random.normal(size=n) + shift) * 64 / unit) * unit / 64


def curve(name, data, model, seed):
    X, y = load64(data)
    regression = data == "diabetes"
    order = np.random.default_rng(seed)
    folds = []
    for train, test in KFold(4, shuffle=True, random_state=seed).split(X):
        folds.append((order.permutation(train), test))
    sizes, training, validation = learning_curve(
        model, X, y, cv=folds, train_sizes=[30, 55, 100], scoring="r2" if regression else "accuracy"
    )
    return {
        "name": name,
        "data": data,
        "metric": "r2" if regression else "accuracy",
        "folds": [{"order": [int(i) for i in train], "test": [int(i) for i in test]} for train, test in folds],
        "sizes": [int(size) for size in sizes],
        "training": {"mean": numbers(training.mean(axis=1)), "sd": numbers(training.std(axis=1, ddof=1))},
        "validation": {"mean": numbers(validation.mean(axis=1)), "sd": numbers(validation.std(axis=1, ddof=1))},
    }


ts = [0, 1e-8, 1e-3, 0.1, 0.5, 0.9, 1, 1.5, 2, 2.776, 5, 12, 60, 1e3, -0.3, -4]
dfs = [1, 2, 3, 4, 5, 9, 10, 24, 29, 49, 99, 499, 10_000]
zs = [0, 1e-6, 0.1, 0.7, 1, 1.96, 2.4, 2.5, 2.6, 3, 5, 8, 20, -1.2, -6]
write(
    "evaluate.json",
    {
        # One degree of freedom has a closed form (Cauchy), and scipy 1.17 loses eight digits there near 0.
        "student": [
            [t, df, float(np.arctan2(1, t) / np.pi if df == 1 else stats.t.sf(t, df))] for t in ts for df in dfs
        ],
        "normal": [[z, float(stats.norm.sf(z))] for z in zs],
        "pairs": [
            pair("ten folds", random.normal(0.02, 0.03, size=10), 1 / 9, 0.01),
            pair("ten times ten folds", random.normal(0.005, 0.03, size=100), 1 / 9, 0.01),
            pair("fifty", random.normal(-0.01, 0.02, size=50), 1 / 9, 0),
            pair("fifty-one", random.normal(-0.01, 0.02, size=51), 1 / 9, 0.02),
            pair("five folds, no ties", [0.5, -0.25, 0.125, 1, 2], 0.25, 0.1),
            pair("ties", steps(10, 0.5, 16), 1 / 9, 0.25),
            pair("ties and zeros", steps(13, 0.3, 32), 1 / 9, 0.01),
            pair("many ties and zeros", steps(30, 0.3, 32), 1 / 9, 0.5),
            pair("one sided", np.abs(random.normal(0.1, 0.02, size=5)), 0.25, 0.01),
        ],
        # Holm by hand from the definition, step by step.
        "holm": [
            {"p": [0.01, 0.04, 0.03], "adjusted": [0.03, 0.06, 0.06]},
            {"p": [0.5, 0.001, 0.02, 0.02], "adjusted": [0.5, 0.004, 0.06, 0.06]},
            {"p": [0.9, 0.8], "adjusted": [1, 1]},
        ],
        "curves": [
            curve("iris, naive Bayes", "iris", GaussianNB(), 1),
            curve("wine, neighbours", "wine", KNeighborsClassifier(5), 2),
            curve("diabetes, linear", "diabetes", LinearRegression(), 3),
        ],
    },
)

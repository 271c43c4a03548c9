"""Classification metrics by scikit-learn: two classes; three classes; four, of which one never occurs as truth, one is
never predicted, and one does neither.

    python test/golden/metrics.py
"""
import numpy as np
from sklearn import metrics

from common import numbers, write

random = np.random.default_rng(5)


def golden(name, truth, labels, K):
    logits = random.normal(size=(len(truth), K))
    logits[np.arange(len(truth)), labels] += 3
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    macro = metrics.precision_recall_fscore_support(truth, labels, average="macro", zero_division=0)
    each = metrics.precision_recall_fscore_support(truth, labels, labels=range(K), zero_division=0)
    return {
        "name": name,
        "classes": K,
        "truth": [int(x) for x in truth],
        "labels": [int(x) for x in labels],
        "probabilities": [numbers(row) for row in probabilities],
        "values": {
            "accuracy": float(metrics.accuracy_score(truth, labels)),
            "balancedAccuracy": float(np.mean([np.mean(labels[truth == k] == k) for k in np.unique(truth)])),
            "macroPrecision": float(macro[0]),
            "macroRecall": float(macro[1]),
            "macroF1": float(macro[2]),
            "mcc": float(metrics.matthews_corrcoef(truth, labels)),
            "cohenKappa": float(metrics.cohen_kappa_score(truth, labels)),
            "logLoss": float(metrics.log_loss(truth, probabilities, labels=range(K))),
            "brier": float(metrics.brier_score_loss(truth, probabilities, labels=range(K), scale_by_half=False)),
        },
        "perClass": {key: numbers(each[i]) for i, key in enumerate(["precision", "recall", "f1", "support"])},
        "confusion": [int(x) for x in metrics.confusion_matrix(truth, labels, labels=range(K)).ravel()],
    }


def noisy(truth, K, share):
    wrong = random.uniform(size=len(truth)) < share
    return np.where(wrong, random.integers(K, size=len(truth)), truth)


two, three = random.integers(2, size=40), random.integers(3, size=45)
odd = random.choice([0, 2], size=30)
write(
    "metrics.json",
    {
        "cases": [
            golden("two classes", two, noisy(two, 2, 0.4), 2),
            golden("three classes", three, noisy(three, 3, 0.5), 3),
            golden("absent classes", odd, random.choice([0, 1], size=30), 4),
        ]
    },
)

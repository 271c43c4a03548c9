"""Writes examples/data/*.csv, and wine.csv beside this script, from the data sets bundled with scikit-learn (no download).

    python test/golden/make-data.py

iris: Fisher 1936. breast-cancer: Wolberg, Street & Mangasarian 1995. wine: Aeberhard & Forina 1991. All UCI, CC BY 4.0. Numbers are written with the
digits they have in scikit-learn's own files (repr of the float64), so nothing is rounded here.
"""
import csv
from pathlib import Path

from sklearn.datasets import load_breast_cancer, load_iris, load_wine

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / "examples" / "data"


def write(folder, name, bunch, features, target):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([*features, target])
        for row, code in zip(bunch.data, bunch.target):
            out.writerow([*(repr(float(x)) for x in row), bunch.target_names[code]])
    print(name, bunch.data.shape)


FOLDER.mkdir(parents=True, exist_ok=True)
iris = load_iris()
write(FOLDER, "iris", iris, [name.removesuffix(" (cm)") for name in iris.feature_names], "species")
cancer = load_breast_cancer()
write(FOLDER, "breast-cancer", cancer, list(cancer.feature_names), "diagnosis")
wine = load_wine()
write(HERE, "wine", wine, [name.replace("_", " ") for name in wine.feature_names], "cultivar")

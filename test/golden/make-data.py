"""Writes examples/data/*.csv: from the data sets bundled with scikit-learn (no download), and the Palmer penguins.

    pip install --no-deps palmerpenguins==0.1.6
    python test/golden/make-data.py

iris: Fisher 1936. breast-cancer: Wolberg, Street & Mangasarian 1995. wine: Aeberhard & Forina 1991. digits: Alpaydin &
Kaynak 1998 (the test set of UCI's optical digits). All UCI, CC BY 4.0. diabetes: Efron, Hastie, Johnstone & Tibshirani
2004, in its own units. penguins: Gorman, Williams & Fraser 2014; Horst, Hill & Gorman 2020, CC0. Numbers are written with
the digits they have in their sources (repr of the float64), so nothing is rounded here; a missing cell is empty.
"""
import csv
from importlib.util import find_spec
from pathlib import Path

from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "data"


def cell(x):
    return repr(float(x))


def write(name, data, features, target, targets, text=cell):
    with open(FOLDER / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([*features, target])
        for row, value in zip(data, targets):
            out.writerow([*(text(x) for x in row), value])
    print(name, data.shape)


def classes(bunch):
    return [bunch.target_names[code] for code in bunch.target]


def whole(x):
    return str(int(x)) if x == int(x) else repr(float(x))


FOLDER.mkdir(parents=True, exist_ok=True)
iris = load_iris()
write("iris", iris.data, [name.removesuffix(" (cm)") for name in iris.feature_names], "species", classes(iris))
cancer = load_breast_cancer()
write("breast-cancer", cancer.data, list(cancer.feature_names), "diagnosis", classes(cancer))
wine = load_wine()
write("wine", wine.data, [name.replace("_", " ") for name in wine.feature_names], "cultivar", classes(wine))
digits = load_digits()
pixels = [f"row {i + 1} column {j + 1}" for i in range(8) for j in range(8)]
write("digits", digits.data, pixels, "digit", digits.target, whole)
diabetes = load_diabetes(scaled=False)
measures = ["age", "sex", "bmi", "blood pressure", "total cholesterol", "ldl", "hdl", "cholesterol ratio", "log triglycerides", "glucose"]
write("diabetes", diabetes.data, measures, "progression", [int(value) for value in diabetes.target], whole)

# Found without importing it, which would want pandas.
package = Path(find_spec("palmerpenguins").submodule_search_locations[0])
with open(package / "data" / "penguins.csv", encoding="utf-8") as file:
    header, *rows = csv.reader(file)
with open(FOLDER / "penguins.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow([name.replace("_mm", "").replace("_g", "").replace("_", " ") for name in header])
    out.writerows(["" if text == "NA" else text for text in row] for row in rows)
print("penguins", (len(rows), len(header)))

# The same birds with their types in the file, for the example on SQL: numbers as float64, words as dictionaries.
try:
    import pandas
    birds = pandas.read_csv(FOLDER / "penguins.csv", dtype={"species": "category", "island": "category", "sex": "category"})
    birds.to_parquet(FOLDER / "penguins.parquet", compression="zstd", index=False)
except ImportError:
    print("penguins.parquet needs pandas and pyarrow")

"""Imputing, scaling, encoding and principal components by scikit-learn, alone and in pipelines.

    python test/golden/prepare.py

Every case is fitted on the rows whose number is no multiple of 3, and transforms all rows; some of the result is written.
"""
import csv
import warnings

import numpy as np
from sklearn.compose import make_column_transformer
from sklearn.decomposition import PCA
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, OrdinalEncoder, RobustScaler, StandardScaler

from common import FILES, HERE, load64, numbers, write

random = np.random.default_rng(59)
warnings.filterwarnings("ignore", message="Found unknown categories")
THREE = ["iris", "breast-cancer", "diabetes"]


def with_gaps(name):
    """Up to eight features and a column of five different numbers, an eleventh of the cells knocked out."""
    X, _ = load64(name)
    row, j = np.arange(len(X))[:, None], np.arange(min(8, X.shape[1]) + 1)[None, :]
    X = np.column_stack([X[:, :8], row * row % 5])
    X[(row * 31 + j * 17) % 11 == 0] = np.nan
    return X


def matrix(Z):
    """Some rows of the result, missing as null."""
    rows = list(range(0, len(Z), max(1, len(Z) // 12)))
    return {"rows": rows, "cells": [[None if np.isnan(x) else float(x) for x in Z[row]] for row in rows]}


def fitted(X):
    return np.arange(len(X)) % 3 != 0


def imputed(name, strategy, indicator):
    X = with_gaps(name)
    kind = strategy.replace("-", "_")
    step = SimpleImputer(strategy=kind, fill_value=-7.5 if kind == "constant" else None, add_indicator=indicator)
    step.fit(X[fitted(X)])
    return {
        "data": name,
        "options": {"strategy": strategy, "value": -7.5, "indicator": indicator},
        "fills": numbers(step.statistics_),
        **matrix(step.transform(X)),
    }


def scaled(name, method, weighted):
    X = with_gaps(name)
    # A constant column, and one that is constant up to rounding.
    X[:, 0] = 3.0
    X[:, 1] = 1e6 + np.where(np.arange(len(X)) % 2 == 0, 0, 1e-10)
    w = np.round(random.exponential(size=len(X)), 3)
    step = {"z-score": StandardScaler(), "min-max": MinMaxScaler(), "robust": RobustScaler()}[method]
    step.fit(X[fitted(X)], **({"sample_weight": w[fitted(X)]} if weighted else {}))
    offset = {"z-score": "mean_", "min-max": "data_min_", "robust": "center_"}[method]
    scale = 1 / step.scale_ if method == "min-max" else step.scale_
    return {
        "data": name,
        "options": {"method": method},
        **({"weights": numbers(w)} if weighted else {}),
        "offset": numbers(getattr(step, offset)),
        "scale": numbers(scale),
        **matrix(step.transform(X)),
    }


def mixed(name):
    """Two columns of categories and one of numbers. Some categories never occur in the rows of the fit."""
    if name == "penguins":
        with open(FILES["penguins"], encoding="utf-8") as file:
            header, *rows = csv.reader(file)
        column = {key: [row[j] for row in rows] for j, key in enumerate(header)}
        texts = [column["island"], column["sex"]]
        number = [float(x or 0) for x in column["body mass"]]
    else:
        X, _ = load64(name)
        X = X[:90]
        code = np.searchsorted(np.quantile(X[:, 0], [0.2, 0.4, 0.6, 0.8]), X[:, 0])
        texts = [[f"bin {'zyxwv'[c]}" for c in code], [f"Ä{int(x) % 7}" for x in X[:, 2] * 10]]
        number = numbers(X[:, 1])
    X = np.array([*zip(*texts, number)], dtype=object)
    X[X == ""] = None
    X[3, 0] = "only here"
    X[6, 1] = "nor there"
    return X


def encoded(name, kind, drop=False):
    X = mixed(name)
    if kind == "one-hot":
        step = OneHotEncoder(handle_unknown="ignore", drop="first" if drop else None, sparse_output=False)
    else:
        step = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
    step.fit(X[fitted(X)][:, :2])
    Z = np.column_stack([step.transform(X[:, :2]).astype(float), X[:, 2].astype(float)])
    return {
        "data": name,
        "columns": [list(X[:, 0]), list(X[:, 1]), list(X[:, 2])],
        "options": {"dropFirst": drop} if kind == "one-hot" else {},
        "categories": [[c for c in known if c is not None] for known in step.categories_],
        **matrix(Z),
    }


def components(name, keep, count=2, variance=0.9, whiten=False, raw=False):
    X, _ = load64(name)
    X = X if raw else (X - X.mean(axis=0)) / X.std(axis=0)
    step = PCA(count if keep == "count" else variance, svd_solver="full", whiten=whiten).fit(X[fitted(X)])
    return {
        "data": name,
        "options": {"keep": keep, "components": count, "variance": variance, "whiten": whiten},
        "raw": raw,
        "mean": numbers(step.mean_),
        "axes": [numbers(axis) for axis in step.components_],
        "explained": numbers(step.explained_variance_),
        "share": numbers(step.explained_variance_ratio_),
        **matrix(step.transform(X)),
    }


def pipeline(name, chain):
    """Numbers with gaps and two columns of categories a target of numbers."""
    X = with_gaps(name)
    bins = np.array([["abcd"[i * i % 7 % 4], "pqr"[i % 3]] for i in range(len(X))], dtype=object)
    y = np.arange(len(X)) % 7 + np.nan_to_num(X[:, 2])
    fill = SimpleImputer(strategy="median", add_indicator=True)
    hot = OneHotEncoder(handle_unknown="ignore")
    numeric = list(range(2, 2 + X.shape[1]))
    model = {
        "impute, one-hot, standardize, ridge": make_pipeline(
            make_column_transformer((hot, [0, 1]), (fill, numeric), sparse_threshold=0), StandardScaler(), Ridge(2.0, solver="svd")
        ),
        "impute, one-hot, standardize, pca, linear": make_pipeline(
            make_column_transformer((hot, [0, 1]), (fill, numeric), sparse_threshold=0), StandardScaler(), PCA(4, svd_solver="full"), LinearRegression()
        ),
    }[chain]
    data = np.column_stack([bins, X.astype(object)])
    model.fit(data[fitted(X)], y[fitted(X)])
    return {
        "data": name,
        "chain": chain,
        "predictions": numbers(model.predict(data)[:20]),
    }


FILES["penguins"] = HERE.parents[1] / "examples/data/penguins.csv"
CATEGORIES = ["penguins", "wine", "friedman1"]
write(
    "prepare.json",
    {
        "impute": [imputed(name, strategy, strategy == "median") for name in THREE for strategy in ["mean", "median", "most-frequent", "constant"]],
        "standardize": [scaled(name, method, False) for name in THREE for method in ["z-score", "min-max", "robust"]]
        + [scaled(name, "z-score", True) for name in THREE],
        "oneHot": [encoded(name, "one-hot", drop) for name in CATEGORIES for drop in [False, True]],
        "ordinal": [encoded(name, "ordinal") for name in CATEGORIES],
        "pca": [components(name, "count", 3) for name in [*THREE, "wine"]]
        + [components(name, "variance", whiten=True) for name in [*THREE, "wine"]]
        + [components(name, "count", 2, raw=True) for name in [*THREE, "wine"]],
        "pipelines": [pipeline(name, chain) for name in THREE for chain in ["impute, one-hot, standardize, ridge", "impute, one-hot, standardize, pca, linear"]],
    },
)

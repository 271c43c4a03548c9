"""Column profiles by pandas and numpy: writes column-profile.json. Run with the versions that `madeWith` names."""

import json
import pathlib

import numpy as np
import pandas as pd

here = pathlib.Path(__file__).parent
frame = pd.read_csv(here / "diabetes.csv").iloc[:, :4]
frame = frame.assign(odd=[None if i % 7 == 3 else float(i * i % 101) for i in range(len(frame))])
cases = []
for name in frame.columns:
    column = frame[name].dropna()
    counts, _ = np.histogram(column, bins=24)
    cases.append(
        {
            "column": [None if np.isnan(value) else float(value) for value in frame[name]],
            "missing": int(frame[name].isna().sum()),
            "distinct": int(column.nunique()),
            "least": float(column.min()),
            "lowerQuartile": float(column.quantile(0.25)),
            "median": float(column.median()),
            "upperQuartile": float(column.quantile(0.75)),
            "greatest": float(column.max()),
            "mean": float(column.mean()),
            "deviation": float(column.std()),
            "counts": counts.tolist(),
        }
    )
made_with = f"pandas {pd.__version__}, numpy {np.__version__}"
(here / "column-profile.json").write_text(json.dumps({"madeWith": made_with, "cases": cases}) + "\n")

"""What pandas computes for the queries of core/ml/sql/sql.test.ts, over the data sets of examples/data."""

import json
import pathlib

import numpy as np
import pandas as pd

here = pathlib.Path(__file__).parent
penguins = pd.read_csv(here / "../../examples/data/penguins.csv").rename(columns=lambda name: name.replace(" ", "_"))
plain = lambda values: [None if isinstance(v, float) and np.isnan(v) or v is None else v for v in values]

grouped = penguins.groupby("species").agg(n=("year", "size"), mass=("body_mass", "mean"), longest=("bill_length", "max")).reset_index()
islands = pd.DataFrame({"island": ["Biscoe", "Dream"], "area": [10.0, 20.5]})
joined = penguins.merge(islands, on="island", how="left")
kept = penguins.index[(penguins.body_mass > 4000) & (penguins.sex == "female")]
unknown = int((penguins.body_mass.isna() & (penguins.sex.isna() | (penguins.sex == "female")) | penguins.sex.isna() & (penguins.body_mass.isna() | (penguins.body_mass > 4000))).sum())

json.dump({
    "versions": {"pandas": pd.__version__},
    "grouped": {c: plain(grouped[c].tolist()) for c in grouped},
    "area": plain(joined["area"].tolist()),
    "kept": kept.tolist(),
    "unknown": unknown,
    "ratio": plain((penguins.bill_length / penguins.bill_depth).tolist()),
    "logMass": plain(np.log(penguins.body_mass).tolist()),
    "big": plain([None if np.isnan(m) else bool(m > 4000) for m in penguins.body_mass]),
    "code": plain([None if pd.isna(s) else f"{i[0]}-{s}" for i, s in zip(penguins.island, penguins.sex)]),
}, open(here / "sql.json", "w"), separators=(",", ":"))

"""Writes one table in every format into formats/, and what pandas and pyarrow read back from it into formats.json."""

import datetime as dt
import decimal
import json
import pathlib

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

here = pathlib.Path(__file__).parent
folder = here / "formats"
folder.mkdir(exist_ok=True)

N = 2500  # more rows than a block of DuckDB's holds, and several row groups
random = np.random.default_rng(5)
some = lambda values, share=0.1: [None if random.random() < share else v for v in values]
instant = lambda i: dt.datetime(2020, 1, 1, 10) + dt.timedelta(seconds=int(i) * 977, microseconds=int(i))

table = pa.table({
    "whole": pa.array(some(random.integers(-1000, 1000, N).tolist()), pa.int32()),
    "long": pa.array(some(random.integers(-2**53, 2**53, N).tolist()), pa.int64()),
    "single": pa.array(some(random.normal(size=N).tolist()), pa.float32()),
    "double": pa.array(some(random.normal(size=N).tolist()), pa.float64()),
    "money": pa.array(some([decimal.Decimal(int(v)).scaleb(-2) for v in random.integers(-10**9, 10**9, N)]), pa.decimal128(12, 2)),
    "flag": pa.array(some((random.random(N) < 0.3).tolist())),
    "day": pa.array(some([dt.date(1960, 1, 1) + dt.timedelta(days=int(d)) for d in random.integers(0, 30000, N)])),
    "moment": pa.array(some([instant(i) for i in range(N)]), pa.timestamp("us")),
    "berlin": pa.array(some([instant(i) for i in range(N)]), pa.timestamp("us", tz="Europe/Berlin")),
    "city": pa.array(some([["Bern", "Ürümqi", "São Paulo", "東京", ""][i] for i in random.integers(0, 5, N)])),
    "kind": pa.array(some([["b", "a"][i] for i in random.integers(0, 2, N)])).dictionary_encode(),
    "name": pa.array([f"name {i}" for i in range(N)]),
})

pq.write_table(table, folder / "types.parquet", row_group_size=900, compression="zstd")
feather.write_feather(table, str(folder / "types.feather"), chunksize=900)  # LZ4, as pandas writes it
with pa.ipc.new_stream(folder / "types.arrows", table.schema) as stream:
    stream.write_table(table.slice(0, 500), max_chunksize=200)

head = table.slice(0, 300).to_pandas(types_mapper=None)
plain = head[["whole", "single", "double", "flag", "city", "kind", "name"]].copy()
plain["whole"] = plain["whole"].astype("Int64")
plain["berlin"] = head["berlin"].map(lambda v: None if pd.isna(v) else v.isoformat())
plain["day"] = head["day"].map(lambda v: None if v is None or pd.isna(v) else str(v))
plain.to_json(folder / "types.json", orient="records", double_precision=15, force_ascii=False)
plain.to_json(folder / "types.ndjson", orient="records", lines=True, double_precision=15, force_ascii=False)
plain[["whole", "double", "flag", "name", "berlin"]].to_csv(folder / "types.tsv", sep="\t", index=False, na_rep="-", quotechar="'")


def cells(series):
    """Numbers, true/false, texts; moments as microseconds since 1970 UTC, as text."""
    out = []
    for value in series:
        if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)) or value is pd.NA:
            out.append(None)
        elif isinstance(value, (dt.date, dt.datetime)):
            moment = pd.Timestamp(value)
            moment = moment.tz_localize("UTC") if moment.tzinfo is None else moment.tz_convert("UTC")
            out.append(str(moment.value // 1000))
        elif isinstance(value, (bool, np.bool_)):
            out.append(bool(value))
        elif isinstance(value, (int, np.integer)):
            out.append(int(value))
        elif isinstance(value, (float, np.floating, decimal.Decimal)):
            out.append(float(value))
        else:
            out.append(str(value))
    return out


read = pq.read_table(folder / "types.parquet")
golden = {
    "versions": {"pandas": pd.__version__, "pyarrow": pa.__version__},
    "rows": N,
    # Every 7th row keeps the file small; sums hold the others.
    "columns": {name: cells(read[name].to_pylist())[::7] for name in read.column_names},
    "missing": {name: read[name].null_count for name in read.column_names},
    "sums": {name: float(np.nansum(np.array(read[name].to_pylist(), dtype=float))) for name in ["whole", "long", "single", "double", "money"]},
    "text": {name: cells(pd.Series(plain[name]).tolist()) for name in plain.columns},
}
(here / "formats.json").write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n")

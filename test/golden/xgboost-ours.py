"""What XGBoost says with models that we wrote: `npx tsx test/golden/xgboost-ours.ts DIR`, then `python xgboost-ours.py DIR`."""
import json
import sys
from pathlib import Path

import numpy as np
import xgboost as xgb
from common import HERE, load

loaded = []
for path in sorted(Path(sys.argv[1]).glob("?.json")):
    content = json.loads(path.read_text(encoding="utf-8"))
    X, _ = load(content["data"])
    if content["holes"]:
        rows, columns = np.indices(X.shape)
        X = np.where((rows * 7 + columns * 13) % 10 == 0, np.float32(np.nan), X)
    booster = xgb.Booster()
    booster.load_model(bytearray(content["model"], "utf-8"))
    shown = np.arange(0, len(X), max(1, len(X) // 25))
    margins = booster.predict(xgb.DMatrix(X), output_margin=True)[shown]
    loaded.append({"rows": shown.tolist(), "margins": margins.reshape(-1).astype(float).tolist()})

path = HERE / "xgboost-ours.json"
made = f"XGBoost {xgb.__version__}, numpy {np.__version__}"
path.write_text(json.dumps({"madeWith": made, "loaded": loaded}, separators=(",", ":")) + "\n", encoding="utf-8")
print(path.name, path.stat().st_size, "bytes", len(loaded), "models")

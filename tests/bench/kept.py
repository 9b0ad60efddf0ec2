"""Big directories: made once, kept under build/, made again when the tables change."""

import hashlib
import shutil
import sys
from pathlib import Path

from make import make_directory
from measure import KEPT, ROOT


def directory(count: int) -> Path:
    """A plain directory of so many businesses."""
    path = KEPT / f"{count}-{_stamp()}.puertas"
    if not path.exists():
        for old in KEPT.glob(f"{count}-*.puertas"):
            shutil.rmtree(old)
        KEPT.mkdir(parents=True, exist_ok=True)
        sys.stderr.write(f"Making a directory of {count:,} businesses, once ...\n")
        made = make_directory(path.with_suffix(".making"), count)
        made.rename(path)
    return path


def _stamp() -> str:
    """Changes with whatever the file's content is made by."""
    sources = [
        *(ROOT / "db" / "migrations" / "versions").glob("*.py"),
        ROOT / "tests/bench/make.py",
    ]
    content = b"".join(source.read_bytes() for source in sorted(sources))
    return hashlib.sha256(content).hexdigest()[:8]

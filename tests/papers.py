"""Guides as files, for tests that read them back; what leaves goes through tasks.leaving."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directory_app import guides
from directory_app.files import write_whole
from directory_app.guides.writing import Made


@dataclass(frozen=True)
class Paper:
    """What was made, and where it lies."""

    made: Made
    path: Path

    def __getattr__(self, name: str) -> Any:
        return getattr(self.made, name)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.made.data).hexdigest()


def write(plan: guides.Plan, path: Path, **said: Any) -> Paper:
    made = guides.make(plan, **said)
    write_whole(path, made.data)
    return Paper(made, path)

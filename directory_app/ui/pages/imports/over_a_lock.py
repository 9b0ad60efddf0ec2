"""A review that is under way when the window locks: which file, how it is read, what was decided.

The rows of a file are not kept, only what a person said of them: it is read again. What was
pasted is nowhere else, so it is kept in the draft, inside the directory.
"""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from directory_app.importing.options import ReadOptions
from directory_app.importing.pasted import Pasted
from directory_app.tasks.bringing import Request
from directory_app.ui.pages.imports.review import ImportReview

#: The row of the drafts.
ROW = "import"


def draft_of(request: Request, review: ImportReview) -> dict[str, Any]:
    """Plain values for a draft."""
    pasted = request.path if isinstance(request.path, Pasted) else None
    return {
        "path": "" if pasted else str(request.path),
        "pasted": asdict(pasted) if pasted else None,
        "options": asdict(request.options),
        "columns": request.columns,
        "state": state_of(request.path) if isinstance(request.path, Path) else [],
        "decisions": review.decisions(),
    }


def request_of(draft: dict[str, Any]) -> Request:
    """What to read again."""
    options = replace(ReadOptions(), **draft["options"])
    channels = tuple(draft["options"]["ok_means"])
    pasted = draft.get("pasted")
    source = Pasted(**pasted) if pasted else Path(draft["path"])
    return Request(source, replace(options, ok_means=channels), draft["columns"])


def state_of(path: Path) -> list[int]:
    """By what a file is known to be as it was: its size and when it was changed; [] if gone."""
    if not path.is_file():
        return []
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]
